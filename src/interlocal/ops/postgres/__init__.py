"""The database of one home: the one DATABASE_URL names, else a local PostgreSQL that we start and stop
ourselves.

`interlocal run` holds the home lock and owns the cluster:

    with hold_home_lock(url=url) as lock, serving(lock): ...

Any other command says `with running_cluster(): ...` and gets the running one, or its own for as long as it
needs it. Nothing listens on the network: clients come in by a Unix socket in a private folder, with a
password.
"""

from interlocal.ops.postgres.binaries import FLOOR, Binaries, find_binaries
from interlocal.ops.postgres.cluster import (
    Server,
    ensure_database,
    ensure_initialised,
    is_running,
    start,
    stop,
    wait_ready,
)
from interlocal.ops.postgres.connection import DATABASE, connection_settings, is_external
from interlocal.ops.postgres.lock import HomeBusy, HomeLock, hold_home_lock
from interlocal.ops.postgres.use import Served, running_cluster, serving

__all__ = [
    "DATABASE",
    "FLOOR",
    "Binaries",
    "HomeBusy",
    "HomeLock",
    "Served",
    "Server",
    "connection_settings",
    "ensure_database",
    "ensure_initialised",
    "find_binaries",
    "hold_home_lock",
    "is_external",
    "is_running",
    "running_cluster",
    "serving",
    "start",
    "stop",
    "wait_ready",
]
