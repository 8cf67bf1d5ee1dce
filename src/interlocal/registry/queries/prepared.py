"""One subject with all that hangs on it, read in one statement that is made into SQL once.

Building queries costs more than the database takes to answer them, and a subject's page would need ten. Each pile
of rows is an array of its subject's row, its columns a JSON list: dates come as `[2023-06-11,2023-06-12)` then, and
texts in languages as their JSON.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.functions import JSONArray

from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown, from_json

# Stands in the SQL for the slug asked for; no slug looks like this.
SLUG = "\x01slug"
Rows = Sequence[Sequence[Any]]


def pile(rows: "QuerySet[Any, Any]", *columns: str) -> ArraySubquery:
    """Rows of another table as a column, in their order; they refer to their subject by OuterRef."""
    return ArraySubquery(rows.values_list(JSONArray(*map(F, columns))))


def with_piles(
    subjects: "QuerySet[Any, Any]", columns: Sequence[str], *piles: ArraySubquery
) -> "QuerySet[Any, Any]":
    """The subject's own columns as one list, and a list of rows for each pile."""
    found: QuerySet[Any, Any] = subjects.order_by().values_list(JSONArray(*map(F, columns)), *piles)
    return found


def prepared(
    build: Callable[[str], "QuerySet[Any, Any]"],
) -> Callable[[str, str], list[Any] | None]:
    """A read of one subject by tongue and slug; None where there is none. `build(tongue)` writes SLUG for the slug."""
    made: dict[str, tuple[str, tuple[Any, ...]]] = {}

    def run(tongue: str, slug: str) -> list[Any] | None:
        if tongue not in made:
            made[tongue] = build(tongue).query.sql_with_params()
        sql, params = made[tongue]
        with connection.cursor() as cursor:
            cursor.execute(sql, [slug if param == SLUG else param for param in params])
            row = cursor.fetchone()
        if row is None:
            return None
        own, *piles = row
        return [json.loads(own), *([json.loads(each) for each in rows] for rows in piles)]

    return run


@lru_cache(4096)
def date_in(days: str | None) -> PartialDate | None:
    if days is None:
        return None
    first, _, after = days[1:-1].partition(",")
    return PartialDate.from_bounds(date.fromisoformat(first), date.fromisoformat(after))


def text_in(text: Mapping[str, Any] | None, tongue: str) -> Shown | None:
    return None if text is None else from_json(text).shown(tongue)


def said_in(text: Mapping[str, Any], tongue: str) -> Shown:
    return from_json(text).shown(tongue)
