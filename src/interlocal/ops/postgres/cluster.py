"""The cluster of this home: made, started, waited for, stopped."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from psycopg import pq, sql

from interlocal.delegations.walls import WEB
from interlocal.ops import N_, Trouble, home
from interlocal.ops.postgres.account import Account, account_for, give, reachable
from interlocal.ops.postgres.binaries import Binaries, find_binaries
from interlocal.ops.postgres.connection import DATABASE, ROLE
from interlocal.ops.postgres.launch import launch, newest_log, prune_logs, start_log, write_settings
from interlocal.ops.postgres.lock import HomeLock
from interlocal.ops.postgres.making import KEEPER, last_error, make_cluster
from interlocal.ops.postgres.place import PORT, Place, make_place, place
from interlocal.ops.postgres.processes import let_finish

FAST_STOP: Final = 60.0
HARD_STOP: Final = 10.0


@dataclass(frozen=True, slots=True)
class Server:
    """A postmaster that we started. `process.poll()` tells the supervisor that it has ended."""

    process: subprocess.Popen[bytes]
    place: Place
    binaries: Binaries
    account: str | None


def ensure_initialised(*, lock: HomeLock) -> tuple[Place, Binaries, Account | None]:
    """Make the cluster unless there is one; return where it is, the programs that fit it and its account."""
    here = place()
    chosen = find_binaries(made_by=here.made_by)
    make_place(here)
    account = account_for(here)
    binaries = reachable(chosen, account)
    for path in (here.sockets, here.logs) if account else ():
        path.mkdir(mode=home.PRIVATE, exist_ok=True)
        give(path, account)
    if here.made_by is None:
        make_cluster(here, binaries, account)
    return here, binaries, account


def start(*, lock: HomeLock) -> Server:
    """Start the cluster of this home, made first if need be, after whatever an earlier one left has ended.

    Call from the main thread. Follow with wait_ready and ensure_database, or use `serving`, which does all
    of it.
    """
    here, binaries, account = ensure_initialised(lock=lock)
    let_finish(here)
    write_settings(here)
    prune_logs(here)
    process = launch(here, binaries, account)
    return Server(process=process, place=here, binaries=binaries, account=account.name if account else None)


def stop(server: Server) -> None:
    """Fast shutdown: running transactions are rolled back, what was committed is on disk. Safe to call
    twice.
    """
    process = server.process
    for number, patience in ((signal.SIGINT, FAST_STOP), (signal.SIGQUIT, HARD_STOP)):
        if process.poll() is None:
            process.send_signal(number)
        try:
            process.wait(patience)
            return
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    process.wait()


def is_running() -> bool:
    """Does a server of this home accept connections now? Needs no password and no lock."""
    return _ping(place()) == pq.Ping.OK


def wait_ready(timeout: float = 60.0, *, server: Server | None = None) -> None:
    """Return when the database accepts connections; raise Trouble when it has ended or the time (seconds)
    is over.
    """
    here = server.place if server else place()
    deadline = time.monotonic() + timeout
    while _ping(here) != pq.Ping.OK:
        if server and server.process.poll() is not None:
            raise _ended(here)
        if time.monotonic() > deadline:
            message = N_("PostgreSQL was not ready after %(seconds)s seconds. Its log is in %(logs)s.")
            raise Trouble("not_ready", message, seconds=round(timeout), logs=here.logs)
        time.sleep(0.02)


def ensure_database(name: str = DATABASE) -> None:
    """Make the application's role and its database `name` in the running cluster, unless they exist.

    The role owns its databases and may make others (tests do), but is no superuser: a hole in the
    application must not become a shell on the machine.
    """
    with _as_keeper(place()) as session:
        # Two commands may come here at once.
        session.execute("SELECT pg_advisory_lock(hashtext('interlocal'))")
        if not session.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
            words = sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD {}")
            session.execute(words.format(sql.Identifier(ROLE), home.secret("database")))
        # The role the web takes: it owns nothing. A cluster of an earlier version gets it now.
        if not session.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [WEB]).fetchone():
            session.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(WEB)))
            grant = sql.SQL("GRANT {} TO {}")
            session.execute(grant.format(sql.Identifier(WEB), sql.Identifier(ROLE)))
        if not session.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            made = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0")
            session.execute(made.format(sql.Identifier(name), sql.Identifier(ROLE)))


def _ping(here: Place) -> int:
    address = psycopg.conninfo.make_conninfo(
        host=str(here.sockets), port=PORT, user=KEEPER, connect_timeout=5
    )
    return pq.PGconn.ping(address.encode())


def _as_keeper(here: Place) -> psycopg.Connection[tuple[object, ...]]:
    try:
        return psycopg.connect(
            host=str(here.sockets),
            port=PORT,
            user=KEEPER,
            password=home.secret("database-keeper"),
            dbname="postgres",
            autocommit=True,
            connect_timeout=10,
        )
    except psycopg.OperationalError as error:
        raise _no_entry(error) from error


def _no_entry(error: psycopg.OperationalError) -> Trouble:
    if "password authentication failed" in str(error):
        message = N_(
            "The passwords in %(path)s are not those of this database. Restore that folder from a backup."
        )
        return Trouble("password_lost", message, path=home.chosen_home() / "secrets")
    message = N_("The database does not answer: %(reason)s")
    return Trouble("no_answer", message, reason=str(error).strip().splitlines()[-1])


def _ended(here: Place) -> Trouble:
    said = "".join(_tail(path) for path in (start_log(here), newest_log(here)) if path)
    if "No space left on device" in said:
        message = N_("The disk is full, and PostgreSQL cannot start. Free some space, then try again.")
        return Trouble("disk_full", message)
    message = N_("PostgreSQL ended as it started: %(reason)s Its log is in %(logs)s.")
    return Trouble("ended_at_start", message, reason=last_error(said), logs=here.logs)


def _tail(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return ""
    with open(descriptor, "rb") as file:
        file.seek(max(0, path.stat().st_size - 8192))
        return file.read().decode(errors="replace")
