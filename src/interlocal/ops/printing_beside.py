"""The process that prints, as the supervisor keeps it: started beside the web, started again when it ends by itself."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from interlocal.ops.children import end_with_parent

GRACE: Final = 5.0
PAUSE: Final = 2.0
"""Seconds between two starts, so that one that cannot live does not burn the machine."""


@contextmanager
def printing_beside() -> Iterator[Callable[[], None]]:
    """Prints while the block lasts. What it gives is to be called now and then: it starts anew what has ended."""
    running = [_start()]
    begun = [time.monotonic()]

    def mend() -> None:
        if running[0].poll() is not None and time.monotonic() - begun[0] > PAUSE:
            running[0], begun[0] = _start(), time.monotonic()

    try:
        yield mend
    finally:
        _end(running[0])


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "interlocal.ops.printing"],
        stdin=subprocess.DEVNULL,
        env={"MALLOC_ARENA_MAX": "2", **os.environ},
        # A Ctrl-C at the terminal is for the supervisor.
        start_new_session=True,
        preexec_fn=end_with_parent(signal.SIGTERM),
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(GRACE)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
