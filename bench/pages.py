"""What a page costs, at 1, 10 and 100 times the public record: `make bench`, or `make bench ARGS=--quick`.

CPU per request is what counts: it hardly changes when others use the machine. Times and rates do.
"""

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import databases, processes, reporting  # a script finds its neighbours only now
from bench.measuring import Cost, Server
from bench.serving import first_pages, serving

PAGES = {
    "home": "/en/",
    "series": "/en/series/kjgm/",
    "edition, 100 items": "/en/editions/bench-100/",
    "edition kjgm-8": "/ko/editions/kjgm-8/",
    "body gyeongbuk": "/ja/bodies/gyeongbuk/",
    "bodies of Japan": "/en/bodies/?country=JP",
    "search": "/zh-hans/search/?q=%E6%97%85%E6%B8%B8",
    "calendar of a series": "/en/series/kjgm/calendar.ics",
    "bodies.json": "/en/bodies.json",
}
GZIP = {"Accept-Encoding": "gzip"}


@dataclass(slots=True)
class Figures:
    """What was measured at one scale, by page."""

    scale: int
    queries: dict[str, int] = field(default_factory=dict)
    fresh: dict[str, Cost] = field(default_factory=dict)
    packed: dict[str, Cost] = field(default_factory=dict)
    kept: dict[str, Cost] = field(default_factory=dict)
    unchanged: dict[str, Cost] = field(default_factory=dict)
    rate: dict[str, float] = field(default_factory=dict)
    kept_rate: dict[str, float] = field(default_factory=dict)
    rss: float = 0.0
    pss: float = 0.0


def measure(scale: int, seconds: float, seed: int) -> Figures:
    with databases.filled(scale, seed) as url:
        figures = Figures(scale, queries=_queries(url))
        backends = databases.Backends(f"interlocal_bench_{scale}")
        try:
            _measure_fresh(figures, url, backends, seconds)
            _measure_kept(figures, url, backends, seconds)
        finally:
            backends.close()
    return figures


def _measure_fresh(figures: Figures, url: str, backends: databases.Backends, seconds: float) -> None:
    with serving(url, INTERLOCAL_WORKERS="1", INTERLOCAL_PAGE_CACHE="0") as (root, port):
        server = Server(root, port, backends)
        for name, path in PAGES.items():
            figures.fresh[name] = server.cost(path, seconds)
            figures.packed[name] = server.cost(path, seconds / 2, GZIP)
    with serving(url, INTERLOCAL_WORKERS="2", INTERLOCAL_PAGE_CACHE="0") as (root, port):
        server = Server(root, port, backends)
        for name, path in PAGES.items():
            figures.rate[name] = server.rate(path, seconds)


def _measure_kept(figures: Figures, url: str, backends: databases.Backends, seconds: float) -> None:
    with serving(url, INTERLOCAL_WORKERS="1") as (root, port):
        server = Server(root, port, backends)
        for name, path in PAGES.items():
            figures.kept[name] = server.cost(path, seconds / 2, GZIP)
            figures.unchanged[name] = server.cost(path, seconds, {"If-None-Match": "its own"})
    with serving(url, INTERLOCAL_WORKERS="2") as (root, port):
        server = Server(root, port, backends)
        for name, path in PAGES.items():
            figures.kept_rate[name] = server.rate(path, seconds)
        figures.rss, figures.pss = server.memory()


def _queries(url: str) -> dict[str, int]:
    words = [sys.executable, "-m", "bench.counting", *PAGES.values()]
    environment = os.environ | {"DATABASE_URL": url}
    done = subprocess.run(
        words, cwd=databases.ROOT, env=environment, check=True, text=True, stdout=subprocess.PIPE
    )
    found = json.loads(done.stdout.splitlines()[-1])
    return {name: found[path] for name, path in PAGES.items()}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--quick", action="store_true", help="scale 10 alone, short runs: under two minutes")
    words.add_argument("--scales", type=int, nargs="+")
    words.add_argument("--seconds", type=float)
    words.add_argument("--seed", type=int, default=8)
    chosen = words.parse_args()
    scales = chosen.scales or ([10] if chosen.quick else [1, 10, 100])
    seconds = chosen.seconds or (0.5 if chosen.quick else 2.5)
    print(f"Before: {processes.machine()}", flush=True)
    measured = []
    try:
        for scale in scales:
            measured.append(measure(scale, seconds, chosen.seed))
            print(reporting.table(measured[-1]), flush=True)
    finally:
        databases.forget()
    if len(measured) > 1:
        print(reporting.growth(measured[0], measured[-1]))
    print(reporting.aims(measured, *first_pages()))
    print(f"\nAfter: {processes.machine()}")


if __name__ == "__main__":
    main()
