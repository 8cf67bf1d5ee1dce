"""`interlocal run` as its user starts it: one command, pages, a clean end, and what happens when something is killed."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.product import (
    PATIENCE,
    announced,
    free_port,
    is_served,
    new_home,
    page,
    postmaster,
    started,
    wait_for,
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One home for all scenes, so that the record is loaded once."""
    with new_home() as folder:
        yield folder


def test_one_command_serves_the_record_and_sigterm_ends_all_of_it(home: Path) -> None:
    port = free_port()

    with started(home, port) as process:
        line = announced(process)
        seen = page(port, "/ko/editions/kjgm-8/")
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE)

    assert f"http://localhost:{port}/" in line
    assert (seen, process.returncode, is_served(port)) == (200, 0, False)
    # Whatever the web server says of its own end, ours is the last word and nothing broke.
    assert output.splitlines()[-1] == "Ended."
    assert "Traceback" not in output


def test_a_second_start_says_who_is_there(home: Path) -> None:
    port, other = free_port(), free_port()

    with started(home, port) as first:
        announced(first)
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
        announced(process)
        database = postmaster(home)
        process.kill()
        process.wait(PATIENCE)

    deadline = time.monotonic() + PATIENCE
    while (is_served(port) or Path(f"/proc/{database}").exists()) and time.monotonic() < deadline:
        time.sleep(0.1)
    left = (is_served(port), Path(f"/proc/{database}").exists())
    with started(home, port) as process:
        announced(process)
        again = page(port)

    assert again == 200
    assert left == (False, False)


def test_a_killed_database_is_a_readable_503_and_comes_back_without_a_restart(home: Path) -> None:
    port = free_port()

    with started(home, port) as process:
        announced(process)
        os.kill(postmaster(home), signal.SIGKILL)
        seen = page(port, "/ja/series/")
        wait_for(port, 200)
        alive = process.poll() is None

    assert (seen in {200, 503}, alive) == (True, True)
