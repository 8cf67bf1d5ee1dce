"""What a programme costs: `python tools/with_database.py python bench/programme.py`, or with DATABASE_URL alone.

Editions of 10, 100 and 1,000 items, each with 240 people, ten sites and 30 resources. Pages are read from the running product over HTTP, one
request after another; verbs run in a process of their own that works as the web does. Prints a table for RESULTS.md.
"""

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import databases, processes  # a script finds its neighbours only now
from bench.measuring import Cost, Server
from bench.office_site import SESSION, environment
from bench.programme_fill import Programmes
from bench.programme_verbs import Spent, pages
from bench.serving import running

NAME = "interlocal_bench_1"
SIZES = (10, 100, 1000)
PAGES = ("board of the office", "its line of versions", "public programme", "public calendar (ICS)")
HEAD = """
| what | items | CPU ms | of it database | SQL | p50 ms | KB | note |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |"""
# Measured on this kind of machine, others using it too; of 100 talks in 8 blocks, read by nobody in particular.
INDICO = (
    "| Indico 3.2.9, timetable | 100 | 182 | 18 | 24 | | 182 | measured apart, 100 talks |",
    "| Indico 3.2.9, timetable in detail | 100 | 638 | 40 | 27 | | 396 | the same |",
    "| Indico 3.2.9, iCal with contributions | 100 | 878 | 308 | 324 | | 77 | the same |",
)


@contextmanager
def filled(sizes: list[int]) -> Iterator[tuple[Programmes, dict[str, str]]]:
    """What was filled in, and the settings under which it is served; all of it gone afterwards."""
    with (
        databases.filled(1, 8) as url,
        tempfile.TemporaryDirectory(prefix="ib-", dir="/tmp", ignore_cleanup_errors=True) as folder,
    ):
        Path(folder).chmod(0o755)
        settings = environment(folder, url, secrets.token_hex(32))
        made = _last_line("bench.programme_fill", [str(many) for many in sizes], settings)
        _analyse(settings)
        yield Programmes.read(made), settings


def _analyse(settings: dict[str, str]) -> None:
    """As autovacuum would have done within a minute."""
    words = "import django; django.setup(); from bench.copying import analyse; analyse()"
    subprocess.run([sys.executable, "-c", words], cwd=databases.ROOT, env=settings, check=True)


def verbs(made: Programmes, settings: dict[str, str]) -> tuple[list[Spent], dict[str, int]]:
    """Verbs of every edition, and the SQL of its pages by path."""
    as_the_web = settings | {"INTERLOCAL_DATABASE_ROLE": "interlocal_web"}
    found = json.loads(_last_line("bench.programme_verbs", [made.told()], as_the_web))
    return [Spent(**one) for one in found["spent"]], found["queries"]


def costs(made: Programmes, settings: dict[str, str], seconds: float, *, keeps: bool) -> dict[str, Cost]:
    """By path; of public pages as they are kept, or as they are made anew each time."""
    backends = databases.Backends(NAME)
    cookie = {"Cookie": f"{SESSION}={made.session}"}
    told = settings | {"INTERLOCAL_WORKERS": "1", "INTERLOCAL_PAGE_CACHE": "1" if keeps else "0"}
    found = {}
    try:
        with running(**told) as (root, port, _):
            server = Server(root, port, backends)
            for path in _paths(made):
                if not (keeps and "/office/" in path):
                    found[path] = server.cost(path, seconds, cookie if "/office/" in path else None)
    finally:
        backends.close()
    return found


def table(
    made: Programmes, queries: dict[str, int], fresh: dict[str, Cost], kept: dict[str, Cost]
) -> Iterator[str]:
    for place, name in enumerate(PAGES):
        for edition in made.editions[:-1]:
            path = pages(made, edition)[place]
            yield _page(
                f"{name}, made anew" if path in kept else name, edition.items, queries[path], fresh[path]
            )
            if path in kept:
                yield _page(f"{name}, kept", edition.items, 1, kept[path])


def _page(name: str, items: int, queries: int, cost: Cost) -> str:
    if cost.status != 200:
        raise SystemExit(f"{name} answered {cost.status}")
    return (
        f"| {name} | {items:,} | {cost.cpu:.1f} | {cost.database:.1f} | {queries} | {cost.p50:.1f} | {cost.size / 1000:.0f}"
        f" | {cost.others:.0%} of the machine by others |"
    )


def _verb(one: Spent) -> str:
    return (
        f"| {one.name} | {one.items:,} | {one.web + one.database:.1f} | {one.database:.1f} | {one.queries}"
        f" | {one.seconds * 1000:.1f} | | {one.note} |"
    )


def _paths(made: Programmes) -> list[str]:
    return [path for edition in made.editions[:-1] for path in pages(made, edition)]


def _last_line(module: str, words: list[str], settings: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *words],
        cwd=databases.ROOT,
        env=os.environ | settings,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
    )
    if done.returncode:
        raise SystemExit(f"{module} failed")
    return done.stdout.splitlines()[-1]


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    words.add_argument("--seconds", type=float, default=2.0, help="each page is read for so long")
    chosen = words.parse_args()
    print(f"Before: {processes.machine()}", flush=True)
    try:
        with filled(chosen.sizes) as (made, settings):
            spent, queries = verbs(made, settings)
            fresh = costs(made, settings, chosen.seconds, keeps=False)
            kept = costs(made, settings, chosen.seconds, keeps=True)
    finally:
        databases.forget()
    print(HEAD)
    for said in (*table(made, queries, fresh, kept), *map(_verb, spent), *INDICO):
        print(said)
    print(f"\nAfter: {processes.machine()}")


if __name__ == "__main__":
    main()
