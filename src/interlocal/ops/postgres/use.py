"""Having a database for as long as it is needed."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from interlocal.ops.postgres.cluster import Server, ensure_database, is_running, start, stop, wait_ready
from interlocal.ops.postgres.connection import is_external
from interlocal.ops.postgres.lock import (
    HomeBusy,
    HomeLock,
    hold_home_lock,
    is_held,
    join_users,
    leave_users,
    opened_users,
    wait_for_users,
)

PATIENCE: Final = 60.0


@dataclass(slots=True)
class Served:
    """The supervisor's own database."""

    lock: HomeLock
    server: Server

    def mend(self, *, timeout: float = PATIENCE) -> bool:
        """Start the database again when it has ended by itself; True when it had."""
        if self.server.process.poll() is None:
            return False
        self.server = start(lock=self.lock)
        wait_ready(timeout, server=self.server)
        return True


@contextmanager
def serving(lock: HomeLock, *, timeout: float = PATIENCE) -> Iterator[Served | None]:
    """For the supervisor: the database, started and ready, stopped at the end. None when DATABASE_URL
    names it.
    """
    if is_external():
        yield None
        return
    served = Served(lock, start(lock=lock))
    try:
        wait_ready(timeout, server=served.server)
        ensure_database()
        yield served
    finally:
        stop(served.server)


@contextmanager
def running_cluster(*, timeout: float = PATIENCE) -> Iterator[None]:
    """For every other command: the database, whoever runs it; our own for the while when nobody does."""
    if is_external():
        yield
        return
    with ExitStack() as stack:
        _enter(stack, timeout=timeout)
        yield


def _enter(stack: ExitStack, *, timeout: float) -> None:
    """Own the cluster or share another's. Its owner may end between the two, so try until one of them
    holds.
    """
    deadline = time.monotonic() + timeout
    users = stack.enter_context(opened_users())
    while True:
        try:
            lock = stack.enter_context(hold_home_lock())
        except HomeBusy:
            join_users(users)
            if _comes_up(deadline=deadline):
                ensure_database()
                return
            leave_users(users)
        else:
            stack.enter_context(serving(lock, timeout=timeout))
            # Another command may have come in by our cluster; `users` stays ours until the cluster has
            # stopped.
            stack.callback(wait_for_users, users)
            return


def _comes_up(*, deadline: float) -> bool:
    """Wait for the owner's cluster; False when the owner has left the home instead."""
    while is_held():
        if is_running():
            return True
        if time.monotonic() > deadline:
            wait_ready(0)
        time.sleep(0.05)
    return False
