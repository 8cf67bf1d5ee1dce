"""The product itself, started as everybody starts it, and readers of its pages."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

PATIENCE = 120.0


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@contextmanager
def running(**settings: str) -> Iterator[tuple[int, int, float]]:
    """`interlocal run` with these settings: (process, port, seconds to the first page)."""
    port, started = free_port(), time.monotonic()
    words = [str(Path(sys.executable).with_name("interlocal")), "run", "--port", str(port)]
    environment = {key: value for key, value in (os.environ | settings).items() if value}
    with tempfile.TemporaryFile("w+") as said:
        product = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=said)
        try:
            if not _first_page(port, product):
                said.seek(0)
                raise SystemExit(f"The product served no page.\n{said.read()[-2000:]}")
            yield product.pid, port, time.monotonic() - started
        finally:
            product.send_signal(signal.SIGTERM)
            product.wait(60)


def _first_page(port: int, product: "subprocess.Popen[bytes]") -> bool:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and product.poll() is None:
        with suppress(OSError, http.client.HTTPException):
            if Reader(port).get("/en/")[0] == 200:
                return True
        time.sleep(0.02)
    return False


class Reader:
    """One visitor on one connection."""

    def __init__(self, port: int) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, Mapping[str, str], int]:
        """(status, headers, bytes of the answer)"""
        self._line.request("GET", path, headers=dict(headers or {}))
        answer = self._line.getresponse()
        body = answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, len(body)


@contextmanager
def empty_home() -> Iterator[dict[str, str]]:
    """Settings of a home of its own, gone afterwards; with its own cluster unless DATABASE_URL is set too."""
    # Short, because of the sockets in it; open, because another account runs the database of root.
    with tempfile.TemporaryDirectory(prefix="ib-", dir="/tmp", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        yield {"INTERLOCAL_HOME": f"{folder}/home", "INTERLOCAL_STATE": f"{folder}/state", "DATABASE_URL": ""}


@contextmanager
def serving(url: str, **settings: str) -> Iterator[tuple[int, int]]:
    """The product on this database: (process, port)."""
    with empty_home() as home, running(**home | {"DATABASE_URL": url} | settings) as (root, port, _):
        yield root, port


def first_pages() -> tuple[float, float]:
    """Seconds from the command to the first page: in an empty home, and in the same one afterwards."""
    with empty_home() as home:
        with running(**home) as (_, _, empty):
            pass
        with running(**home) as (_, _, installed):
            pass
    return empty, installed
