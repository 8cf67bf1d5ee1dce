"""A running office and its visitors: signed in, or with a link; and what their requests cost."""

import http.client
import json
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from threading import Barrier, Thread
from urllib.parse import urlencode

from bench import processes
from bench.databases import Backends

CSRF = "a" * 32
SESSION = "interlocal-session"
_FIELD = re.compile(r'name="(version|once)" value="([^"]+)"')


def environment(folder: str, url: str, secret: str) -> dict[str, str]:
    """Settings under which links and sessions made while filling hold in the product too."""
    own = {
        "INTERLOCAL_HOME": f"{folder}/home",
        "INTERLOCAL_STATE": f"{folder}/state",
        "INTERLOCAL_SECRET_KEY": secret,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "interlocal.config.settings",
    }
    return dict(os.environ) | own


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into the office: a session of an approver, tokens of focal points by body, slugs of preparations."""

    session: str
    hat: str
    large: str
    small: str
    tokens: dict[str, str]

    def told(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, line: str) -> "Filled":
        return cls(**json.loads(line))


@dataclass(frozen=True, slots=True)
class Figure:
    """What one thing cost: seconds (median) and CPU milliseconds each."""

    name: str
    seconds: float
    web: float
    database: float
    count: int
    note: str = ""

    def line(self) -> str:
        cpu = self.web + self.database
        return (
            f"| {self.name} | {self.seconds:.3f} | {cpu:.0f} | {self.web:.0f} | {self.count} | {self.note} |"
        )


@dataclass(frozen=True, slots=True)
class Site:
    root: int
    port: int
    backends: Backends
    filled: Filled

    def approver(self) -> "Visitor":
        return Visitor(self.port, self.filled.session)

    def focal(self) -> "Visitor":
        return Visitor(self.port, "")

    def cost(self, does: Callable[[], Sequence[float]], name: str, note: str = "") -> Figure:
        """`does` tells the seconds of each thing it did; CPU is counted around all of it."""
        web, database = self._cpu()
        times = sorted(does())
        web_after, database_after = self._cpu()
        each = 1000 / len(times)
        return Figure(
            name,
            times[len(times) // 2],
            processes.spent(web, web_after) * each,
            processes.spent(database, database_after) * each,
            len(times),
            note,
        )

    def _cpu(self) -> tuple[dict[int, float], dict[int, float]]:
        web = [pid for pid in processes.tree(self.root) if pid != self.root]
        return processes.cpu(web), processes.cpu(self.backends.pids())


class Visitor:
    """A browser's worth of requests on one connection; keeps the session it is given, as browsers do."""

    def __init__(self, port: int, session: str) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._session = session

    def get(self, path: str) -> str:
        return self._ask("GET", path, None)[1]

    def post(self, path: str, values: Mapping[str, object]) -> int:
        """The status of the answer; raise for any that does not lead on."""
        status, text = self._ask("POST", path, urlencode(values, doseq=True))
        if status != 303:
            raise SystemExit(f"{path} answered {status}: {text[:2000]}")
        return status

    def hidden(self, path: str) -> dict[str, str]:
        """What a form carries unseen."""
        return dict(_FIELD.findall(self.get(path)))

    def _ask(self, method: str, path: str, body: str | None) -> tuple[int, str]:
        cookies = f"interlocal-form={CSRF}" + (f"; {SESSION}={self._session}" if self._session else "")
        headers = {"Cookie": cookies, "X-CSRFToken": CSRF}
        headers |= {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        self._line.request(method, path, body, headers)
        answer = self._line.getresponse()
        for given in answer.headers.get_all("Set-Cookie", []):
            if given.startswith(f"{SESSION}="):
                self._session = given.removeprefix(f"{SESSION}=").partition(";")[0]
        return answer.status, answer.read().decode()


def timed(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return time.perf_counter() - began


def at_once(each: Sequence[Callable[[], Sequence[float]]]) -> list[float]:
    """All let go together; the seconds of everything they did."""
    start = Barrier(len(each))
    times: list[float] = []

    def run(does: Callable[[], Sequence[float]]) -> None:
        start.wait(30)
        times.extend(does())

    threads = [Thread(target=run, args=(does,)) for does in each]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times
