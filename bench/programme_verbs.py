"""What verbs and queries of a programme cost without the web: `python -m bench.programme_verbs '<what was filled>'`, and SQL of pages.

In a process that works as the web does: in its database role, with its connection. Prints JSON.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import django

from bench import processes
from bench.programme_fill import MANY_PEOPLE, Edition, Programmes

LEAST = 1.0
"""Seconds that each is repeated for, and at least so many times:"""
TIMES = 5


@dataclass(frozen=True, slots=True)
class Spent:
    """Of one time: seconds (median), CPU milliseconds here and in the database, SQL statements (BEGIN and COMMIT too)."""

    name: str
    items: int
    seconds: float
    web: float
    database: float
    queries: int
    note: str = ""


def main(told: str) -> None:
    # The page store would answer the second time.
    os.environ["INTERLOCAL_PAGE_CACHE"] = "0"
    django.setup()
    filled = Programmes.read(told)
    found = [spent for edition in filled.editions for spent in of_edition(filled, edition)]
    paths = {path: queries_of(filled, path) for edition in filled.editions for path in pages(filled, edition)}
    print(json.dumps({"spent": [asdict(one) for one in found], "queries": paths}))


def pages(filled: Programmes, edition: Edition) -> list[str]:
    """Board, its line on versions, public page, calendar."""
    office = f"/en/office/{filled.hat}/preparations/{edition.slug}/programme/"
    public = f"/en/programmes/{edition.slug}/"
    return [office, f"{office}version/", public, f"{public}calendar.ics"]


def of_edition(filled: Programmes, edition: Edition) -> list[Spent]:
    """Three versions are let out first, the last of them for everybody, so that its page can be read."""
    from django.db import transaction

    from interlocal.arrangements.commands import releases
    from interlocal.arrangements.queries.conflicts import conflicts
    from interlocal.arrangements.queries.facts import facts
    from interlocal.identity.kinds import Actor

    actor = Actor("bench", None, filled.body, filled.hat, frozenset({"secretariat", "approver"}))
    at = datetime.now(UTC)
    asked: dict[str, Any] = {"actor": actor, "preparation": edition.slug}

    def found() -> str:
        return f"{len(conflicts(**asked, tongue='en', at=at)):,} conflicts told"

    def let_out(*, is_public: bool) -> object:
        return releases.release(**asked, at=at, once=uuid4(), note="", is_public=is_public)

    def tried() -> None:
        with transaction.atomic():
            let_out(is_public=False)
            transaction.set_rollback(True)

    # A version that says what the last one said is refused, but for whom it is may change; the last one is public.
    for is_public in (True, False, True):
        let_out(is_public=is_public)
    people = f"facts of {edition.people:,} people"
    gathered = spent(lambda: facts(**asked, at=at, shows=("public", "inner")), people, edition.items)
    if edition.people == MANY_PEOPLE:
        return [gathered]
    return [
        spent(found, "conflicts", edition.items, found()),
        spent(tried, "release, the third version to the fourth", edition.items, "undone each time"),
        gathered,
    ]


def spent(does: Callable[[], object], name: str, items: int, note: str = "") -> Spent:
    """Once to warm, once to count statements, then as often as there is time."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    does()
    with CaptureQueriesContext(connection) as captured:
        does()
    database = [connection.connection.info.backend_pid]
    times: list[float] = []
    before, used, began = processes.cpu(database), time.process_time(), time.perf_counter()
    while len(times) < TIMES or time.perf_counter() - began < LEAST:
        started = time.perf_counter()
        does()
        times.append(time.perf_counter() - started)
    own, each = time.process_time() - used, 1000 / len(times)
    inside = processes.spent(before, processes.cpu(database))
    return Spent(name, items, sorted(times)[len(times) // 2], own * each, inside * each, len(captured), note)


def queries_of(filled: Programmes, path: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    reader = Client(headers={"host": "localhost"})
    if "/office/" in path:
        reader.cookies["interlocal-session"] = filled.session
    reader.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = reader.get(path)
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}")
    return len(captured)


if __name__ == "__main__":
    main(sys.argv[1])
