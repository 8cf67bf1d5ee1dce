"""Processes that a cluster left behind, and how to let them finish.

Under the home lock nobody owns a running postmaster, so one that is found has lost its supervisor: on
Linux it is already shutting down, elsewhere it is asked to. PostgreSQL's own check trusts a bare process
number, and so refuses to start while the number in a stale lock file is a zombie's or some other
program's: we look closer, then clear them.
"""

import os
import signal
import time
from pathlib import Path
from typing import Final

from interlocal.ops import N_, Trouble
from interlocal.ops.postgres.place import Place

PATIENCE: Final = 60.0
LONE_PATIENCE: Final = 5.0


def let_finish(here: Place, *, patience: float = PATIENCE) -> None:
    """Return when no process of the cluster is left, nor any of the lock files it checks by number."""
    began = time.monotonic()
    while left := processes_of(here):
        waited = time.monotonic() - began
        if waited > patience:
            message = N_(
                "An earlier PostgreSQL of this home has not ended (processes %(pids)s). Stop it, then try "
                "again."
            )
            raise Trouble("still_running", message, pids=", ".join(map(str, left)))
        _hasten(postmaster_of(here), left, waited=waited)
        time.sleep(0.05)
    for stale in (
        here.data / "postmaster.pid",
        here.socket,
        here.socket.with_name(f"{here.socket.name}.lock"),
    ):
        stale.unlink(missing_ok=True)


def processes_of(here: Place) -> list[int]:
    """Processes that carry the cluster's name in their command line or title; a zombie has neither."""
    if not Path("/proc/self/cmdline").exists():
        pid = _recorded(here)
        return [pid] if pid and _lives(pid) else []
    return sorted(
        int(name) for name in os.listdir("/proc") if name.isdigit() and _is_ours(Path("/proc", name), here)
    )


def postmaster_of(here: Place) -> int | None:
    """The living postmaster of this cluster."""
    pid = _recorded(here)
    return pid if pid in processes_of(here) else None


def _hasten(postmaster: int | None, left: list[int], *, waited: float) -> None:
    """Ask a postmaster for a fast shutdown (asking again is harmless); end children whose postmaster was
    killed.
    """
    if postmaster:
        _signal(postmaster, signal.SIGINT)
        return
    for pid in left if waited > LONE_PATIENCE else []:
        _signal(pid, signal.SIGQUIT)


def _is_ours(process: Path, here: Place) -> bool:
    try:
        words = (process / "cmdline").read_bytes()
        program = (process / "comm").read_text()
    except OSError:
        return False
    return here.name.encode() in words and program.startswith("postgres")


def _recorded(here: Place) -> int | None:
    try:
        return int((here.data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return True


def _signal(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        return
