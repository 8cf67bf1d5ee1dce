"""One subject with all that hangs on it, read in one statement: each pile of rows is an array of its subject's row.

The columns of a row are a JSON list then: dates come as `[2023-06-11,2023-06-12)`, texts in languages as their JSON.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, QuerySet
from django.db.models.functions import JSONArray

from interlocal.ground.prepared import Prepared, prepared
from interlocal.ground.texts import Shown, from_json

Piled = Sequence[Sequence[Any]]


def pile(rows: "QuerySet[Any, Any]", *columns: str) -> ArraySubquery:
    """Rows of another table as a column, in their order; they refer to their subject by OuterRef."""
    return ArraySubquery(rows.values_list(JSONArray(*map(F, columns))))


def with_piles(
    subjects: "QuerySet[Any, Any]", columns: Sequence[str], *piles: ArraySubquery
) -> "QuerySet[Any, Any]":
    """The subject's own columns as one list, and a list of rows for each pile."""
    found: QuerySet[Any, Any] = subjects.order_by().values_list(JSONArray(*map(F, columns)), *piles)
    return found


def reading_one(build: Callable[[str], "QuerySet[Any, Any]"]) -> Callable[[str, str], list[Any] | None]:
    """A read of one subject by tongue and slug; None where there is none. `build(tongue)` writes SLUG for the slug."""
    made: dict[str, Prepared] = {}

    def run(tongue: str, slug: str) -> list[Any] | None:
        read = made.get(tongue) or made.setdefault(tongue, prepared(lambda: build(tongue)))
        for own, *piles in read(slug):
            return [json.loads(own), *([json.loads(row) for row in rows] for rows in piles)]
        return None

    return run


def said_in(text: Mapping[str, Any], tongue: str) -> Shown:
    return from_json(text).shown(tongue)


def said_or_none(text: Mapping[str, Any] | None, tongue: str) -> Shown | None:
    return None if text is None else said_in(text, tongue)
