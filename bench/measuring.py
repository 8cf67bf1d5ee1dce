"""CPU per request, time per request and requests per second of one page on a running server."""

import re
import resource
import shutil
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from bench import processes
from bench.databases import Backends
from bench.serving import Reader

WARMING = 12
NAPPING = 1.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds a request: CPU of the web and of the database; median and first tenth of the times.

    `others` is the share of the machine that others took meanwhile; the first tenth suffers least from it.
    """

    web: float
    database: float
    p50: float
    p10: float
    others: float
    size: int
    status: int

    @property
    def cpu(self) -> float:
        return self.web + self.database


class Server:
    """A running product, its web processes and its database's processes."""

    def __init__(self, root: int, port: int, backends: Backends) -> None:
        self.root, self.port, self.backends = root, port, backends
        self._web = [pid for pid in processes.tree(root) if pid != root]
        self._idle = self._resting()

    def _readings(self) -> tuple[dict[int, float], dict[int, float], float, float]:
        at = time.monotonic()
        return processes.cpu(self._web), processes.cpu(self.backends.pids()), processes.busy(), at

    def _resting(self) -> float:
        """CPU seconds a second that the database spends on the followers, without any reader."""
        _, before, _, started = self._readings()
        time.sleep(NAPPING)
        _, after, _, ended = self._readings()
        return processes.spent(before, after) / (ended - started)

    def cost(self, path: str, seconds: float, headers: Mapping[str, str] | None = None) -> Cost:
        """Requests one after another on one connection for so many seconds."""
        reader, sent = Reader(self.port), dict(headers or {})
        for _ in range(WARMING):
            status, said, size = reader.get(
                path, {name: value for name, value in sent.items() if name != "If-None-Match"}
            )
        if "If-None-Match" in sent:
            sent["If-None-Match"] = said["etag"]
        web, database, busy, started = self._readings()
        own, times = _own(), []
        while time.monotonic() - started < seconds:
            began = time.perf_counter()
            status, _, size = reader.get(path, sent)
            times.append(time.perf_counter() - began)
        web_after, database_after, busy_after, ended = self._readings()
        in_web, elapsed = processes.spent(web, web_after), ended - started
        in_database = max(0.0, processes.spent(database, database_after) - self._idle * elapsed)
        others = (busy_after - busy - in_web - in_database - (_own() - own)) / elapsed / processes.CORES
        each = 1000 / len(times)
        return Cost(
            in_web * each,
            in_database * each,
            median(times) * 1000,
            sorted(times)[len(times) // 10] * 1000,
            max(0.0, others),
            size,
            status,
        )

    def rate(self, path: str, seconds: float) -> float:
        """Requests a second with eight readers at once."""
        for _ in range(WARMING):
            # Each answers on a connection of its own, so that every worker has seen the page.
            Reader(self.port).get(path)
        if wrk := shutil.which("wrk"):
            words = [
                wrk,
                "-t",
                "1",
                "-c",
                "8",
                "-d",
                f"{max(1, round(seconds))}s",
                f"http://127.0.0.1:{self.port}{path}",
            ]
            said = subprocess.run(words, check=True, capture_output=True, text=True).stdout
            found = re.search(r"Requests/sec:\s*([\d.]+)", said)
            return float(found[1]) if found else 0.0
        return _rate_of_threads(self.port, path, seconds)

    def memory(self) -> tuple[float, float]:
        """(RSS, PSS) in MB of supervisor with followers, and web."""
        return processes.memory(processes.tree(self.root))


def _own() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _rate_of_threads(port: int, path: str, seconds: float) -> float:
    counts, deadline = [0] * 8, time.monotonic() + seconds

    def read(which: int) -> None:
        reader = Reader(port)
        while time.monotonic() < deadline:
            reader.get(path)
            counts[which] += 1

    threads = [threading.Thread(target=read, args=(which,)) for which in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds
