"""Programs started as our children, which must not outlive us."""

import ctypes
import os
import signal
import sys
from collections.abc import Callable
from typing import Final

PR_SET_PDEATHSIG: Final = 1


def end_with_parent(how: signal.Signals) -> Callable[[], None] | None:
    """What a child does before it becomes another program: ask the kernel for signal `how` when we end, even by SIGKILL.

    The kernel watches the calling THREAD: start children from the main one. All is looked up here: under another account,
    with our Python closed to it, the child could import nothing. None where the kernel offers no such thing.
    """
    if sys.platform != "linux":
        return None
    prctl, parent, getppid, leave = ctypes.CDLL(None, use_errno=True).prctl, os.getpid(), os.getppid, os._exit
    number = int(how)

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, number, 0, 0, 0)
        if getppid() != parent:
            leave(1)

    return ask
