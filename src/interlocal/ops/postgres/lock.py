"""One process at a time owns a home: a lock that the kernel lets go of however its holder ends."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from interlocal.ops import N_, Trouble, home

if sys.platform != "win32":
    import fcntl

SETTLING: Final = 1.0


class HomeBusy(Trouble):
    """Another process owns this home; `pid` is 0 and `url` empty when its note cannot be read."""

    def __init__(self, pid: int, url: str) -> None:
        if url:
            message = N_(
                "Interlocal already runs for this home, at %(url)s (process %(pid)s). The home is %(home)s."
            )
        else:
            message = N_(
                "Another Interlocal command is using this home (process %(pid)s). The home is %(home)s."
            )
        super().__init__("home_busy", message, pid=pid, url=url, home=home.chosen_home())
        self.pid = pid
        self.url = url


@dataclass(frozen=True, slots=True)
class HomeLock:
    """Proof that the home lock is held; only `hold_home_lock` makes one. Do not fork while holding it: a
    child that outlives us would keep the lock (starting a program is fine)."""

    descriptor: int


@contextmanager
def hold_home_lock(*, url: str = "") -> Iterator[HomeLock]:
    """Own the home, leaving a note of who we are and where we serve; raise HomeBusy at once if somebody
    does.
    """
    with _opened("lock") as descriptor:
        _take_or_explain(descriptor)
        _write(descriptor, json.dumps({"pid": os.getpid(), "url": url}))
        try:
            yield HomeLock(descriptor)
        finally:
            _write(descriptor, "")


@contextmanager
def opened_users() -> Iterator[int]:
    """The lock shared by all who use a cluster that some command has started for the while."""
    with _opened("users") as descriptor:
        yield descriptor


def join_users(users: int) -> None:
    """Count among the users; waits while the owner is stopping the cluster."""
    fcntl.flock(users, fcntl.LOCK_SH)


def leave_users(users: int) -> None:
    fcntl.flock(users, fcntl.LOCK_UN)


def wait_for_users(users: int) -> None:
    """Wait until nobody else uses the cluster, and keep newcomers waiting from then on."""
    fcntl.flock(users, fcntl.LOCK_EX)


def is_held() -> bool:
    with _opened("lock") as descriptor:
        return not _take(descriptor)


@contextmanager
def _opened(name: str) -> Iterator[int]:
    if sys.platform == "win32":
        raise Trouble("not_on_windows", N_("Interlocal does not run on Windows itself. Use it inside WSL."))
    path = home.home() / name
    with home.explained(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _take(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, text.encode(), 0)


def _take_or_explain(descriptor: int) -> None:
    """Look again for a moment when nobody alive has signed: the holder may be about to, or only had a
    look.
    """
    deadline = time.monotonic() + SETTLING
    while not _take(descriptor):
        pid, url = _read()
        if _lives(pid) or time.monotonic() > deadline:
            raise HomeBusy(pid, url)
        time.sleep(0.02)


def _read() -> tuple[int, str]:
    try:
        note = json.loads((home.home() / "lock").read_text())
        return int(note["pid"]), str(note["url"])
    except (ValueError, KeyError, TypeError):
        return 0, ""


def _lives(pid: int) -> bool:
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
