"""What papers cost, ours beside those of WeasyPrint and openpyxl: `python bench/papers.py`; needs `uv sync --group bench`, no database.

Every file is made in a process of its own, three times; the fastest run is told. `--only badges` measures one paper,
`--quick` the small size once. Seconds and CPU are from the facts to the file, with the loading of what writes it; memory is the
most that was resident in the process and its children.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import processes  # a script finds its neighbours only now
from bench.papers_one import peak
from bench.papers_ways import WAYS, Way

ROOT = Path(__file__).resolve().parents[1]
LOOKING = 0.05
HEAD = """
| paper | by | of | s | CPU s | MB | KB | holds | s, a tenth | times 10 costs |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, CPU seconds, MB at most and before anything was made, bytes, and what the file holds."""

    seconds: float
    cpu: float
    memory: float
    idle: float
    size: int
    holds: str


def cost(way: Way, many: int, runs: int) -> Cost:
    """The fastest of so many runs, with the most memory of any."""
    costs = [apart(way, many) for _ in range(runs)]
    best = min(costs, key=lambda one: one.seconds)
    most = max(one.memory for one in costs)
    return Cost(best.seconds, min(one.cpu for one in costs), most, best.idle, best.size, best.holds)


def apart(way: Way, many: int) -> Cost:
    """In a process of its own, whose children are watched from here."""
    words = [sys.executable, "-m", "bench.papers_one", way.key, str(many)]
    settings = {"DJANGO_SETTINGS_MODULE": "interlocal.config.settings"}
    child = subprocess.Popen(words, cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE, text=True)
    beside = _watched(child)
    said = child.communicate()[0]
    if child.returncode:
        raise SystemExit(f"{way.key} failed")
    found = json.loads(said.splitlines()[-1])
    return Cost(**found | {"memory": found["memory"] + beside})


def _watched(child: "subprocess.Popen[str]") -> float:
    """MB at most in the largest of its children, until it ends.

    The last reading of each counts: before its program starts, a child is still as large as its parent.
    """
    last: dict[int, float] = {}
    while child.poll() is None:
        for pid in processes.tree(child.pid)[1:]:
            last[pid] = peak(str(pid)) or last.get(pid, 0.0)
        time.sleep(LOOKING)
    return max(last.values(), default=0.0)


def lines(ways: Iterable[Way], runs: int, *, small_too: bool) -> Iterator[str]:
    for way in ways:
        large = cost(way, way.many, runs)
        small = cost(way, way.many // 10, runs) if small_too else None
        yield line(way, large, small)


def line(way: Way, large: Cost, small: Cost | None) -> str:
    by = way.by.partition(" ")[0]
    looks = "" if way.by == by or way.paper == "badges" else " with lines, wrapped"
    cells = (
        f"{way.name}, {way.format.upper()}",
        f"{by}{looks}",
        f"{way.many:,}",
        f"{large.seconds:.2f}",
        f"{large.cpu:.2f}",
        f"{large.memory:.0f}",
        f"{large.size / 1000:,.0f}",
        large.holds,
        f"{small.seconds:.2f}" if small else "",
        f"{large.seconds / small.seconds:.1f}" if small else "",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--only", default="", help="part of the name of a paper, a format or a maker")
    words.add_argument("--runs", type=int, default=3)
    words.add_argument("--quick", action="store_true", help="one run of a tenth of the size")
    chosen = words.parse_args()
    ways = [way for way in WAYS if chosen.only in way.key]
    if chosen.quick:
        ways = [replace(way, many=way.many // 10) for way in ways]
    print(f"Before: {processes.machine()}")
    print(", ".join(f"{name} {version(name)}" for name in ("typst", "weasyprint", "openpyxl")))
    print(HEAD, flush=True)
    for said in lines(ways, 1 if chosen.quick else chosen.runs, small_too=not chosen.quick):
        print(said, flush=True)
    print(f"\nAfter: {processes.machine()}")


if __name__ == "__main__":
    main()
