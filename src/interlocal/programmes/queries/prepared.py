"""Queries of the busiest page, made into SQL once: building them costs more than the database takes to
answer.

Rows come as the driver gives them. JSON is text then, and read through a memory of what was read before:
the same few
names and topics come back a hundred times in a programme. A text is its own key, so nothing here can be
out of date.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from psycopg.types.range import DateRange

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown, from_json

# Stands in the SQL for what is asked for; no key of a table is negative and no slug looks like this.
NUMBER, SLUG = -7_041_988, "\x01slug"


def prepared(build: Callable[[], "QuerySet[Any, Any]"]) -> Callable[[int | str], Sequence[tuple[Any, ...]]]:
    """A query that is compiled when it first runs. `build` writes NUMBER or SLUG where the key belongs."""
    made: list[tuple[str, tuple[Any, ...]]] = []

    def run(key: int | str) -> Sequence[tuple[Any, ...]]:
        if not made:
            made.append(build().query.sql_with_params())
        sql, params = made[0]
        with connection.cursor() as cursor:
            cursor.execute(sql, [key if param in (NUMBER, SLUG) else param for param in params])
            found: Sequence[tuple[Any, ...]] = cursor.fetchall()
        return found

    return run


@lru_cache(4096)
def name_in(label: str | None, tongue: str, on: str | None) -> Shown | None:
    """The name of a label on that day; None for none."""
    return labels.shown(json.loads(label), tongue, on=on) if label else None


@lru_cache(4096)
def text_in(text: str | None, tongue: str) -> Shown | None:
    """A text as shown to a reader of that language; None for none."""
    return from_json(json.loads(text)).shown(tongue) if text else None


def date_in(days: DateRange | None) -> PartialDate | None:
    return None if days is None else _date(days.lower, days.upper)


@lru_cache(1024)
def _date(first: date, after: date) -> PartialDate:
    return PartialDate.from_bounds(first, after)
