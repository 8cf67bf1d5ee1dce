"""Starting the product as its user does: the command, a home of its own, and waiting for pages."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(home: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LANG", "LC_ALL"}
    }
    return {
        **kept,
        "INTERLOCAL_HOME": str(home),
        "INTERLOCAL_STATE": str(home.parent / "state"),
        "LANG": "C.UTF-8",
    }


@contextmanager
def started(home: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "interlocal.ops.main", "run", "--port", str(port)]
    process = subprocess.Popen(
        words,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
        if process.stdout:
            process.stdout.close()


def announced(process: subprocess.Popen[str]) -> str:
    """Wait until the product says where it is; return that line."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if "ready in" in line:
            return line
    raise AssertionError("it ended without saying where it is:\n" + "".join(said))


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


@contextmanager
def new_home() -> Iterator[Path]:
    """A home that the database's account can reach when we are root, gone afterwards."""
    base = Path(tempfile.mkdtemp(prefix="interlocal-test-"))
    base.chmod(0o755)
    try:
        yield base / "home"
    finally:
        shutil.rmtree(base, ignore_errors=True)
