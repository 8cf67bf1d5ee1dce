"""`interlocal run` as its user starts it: one command, pages, a clean end, and what happens when something is killed."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LANG", "LC_ALL"}}
    return {**kept, "INTERLOCAL_HOME": str(home), "INTERLOCAL_STATE": str(home.parent / "state"), "LANG": "C.UTF-8"}


@contextmanager
def started(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "interlocal.ops.main", "run", "--port", str(port)]
    process = subprocess.Popen(
        words, env=environment(home), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def page(port: int, path: str = "/en/") -> int:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return int(error.code)


def wait_for(port: int, status: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            if page(port) == status:
                return
        time.sleep(0.1)
    raise AssertionError(f"no {status} on port {port} within {PATIENCE} s")


def is_served(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def postmaster(home: Path) -> int:
    """The pid of the postmaster, wherever this account keeps the cluster."""
    found = [*home.rglob("postmaster.pid"), *(home.parent / "state").rglob("postmaster.pid")]
    return int(found[0].read_text().split()[0])


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all scenes, so that the record is loaded once. Its folders can be entered by the database's account."""
    base = tmp_path_factory.mktemp("run")
    for folder in (base, *base.parents):
        if folder.owner() == Path(base).owner() and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    return base / "home"


def test_one_command_serves_the_record_and_sigterm_ends_all_of_it(home: Path) -> None:
    port = free_port()

    with started(home, port) as process:
        wait_for(port, 200)
        seen = page(port, "/ko/editions/kjgm-8/")
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE)

    assert (seen, process.returncode, is_served(port)) == (200, 0, False)
    assert f"http://localhost:{port}/" in output
    assert "Traceback" not in output


def test_a_second_start_says_who_is_there(home: Path) -> None:
    port, other = free_port(), free_port()

    with started(home, port):
        wait_for(port, 200)
        with started(home, other) as second:
            output, _ = second.communicate(timeout=PATIENCE)

    assert second.returncode == 1
    assert f"already runs for this home, at http://localhost:{port}/" in output


def test_a_taken_port_is_a_sentence(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with started(home, port) as process:
            output, _ = process.communicate(timeout=PATIENCE)

    assert process.returncode == 1
    assert output.startswith(f"Port {port} is taken by")
    assert "Traceback" not in output


def test_a_killed_supervisor_leaves_nothing_behind_and_the_next_start_serves(home: Path) -> None:
    port = free_port()
    with started(home, port) as process:
        wait_for(port, 200)
        database = postmaster(home)
        process.kill()
        process.wait(PATIENCE)

    deadline = time.monotonic() + PATIENCE
    while (is_served(port) or Path(f"/proc/{database}").exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = (is_served(port), Path(f"/proc/{database}").exists())
    with started(home, port):
        wait_for(port, 200)

    assert left == (False, False)


def test_a_killed_database_is_a_readable_503_and_comes_back_without_a_restart(home: Path) -> None:
    port = free_port()

    with started(home, port) as process:
        wait_for(port, 200)
        os.kill(postmaster(home), signal.SIGKILL)
        seen = page(port, "/ja/series/")
        wait_for(port, 200)
        alive = process.poll() is None

    assert (seen in {200, 503}, alive) == (True, True)
