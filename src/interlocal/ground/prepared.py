"""Queries of busy pages, made into SQL once: building them costs more than the database takes to answer.

Rows come as the driver gives them. JSON is text then, and so are partial dates where a query asks for them by
`printed`; both are read through a memory of what was read before: the same few names, topics and days come
back a hundred times in a programme. A text is its own key, so nothing here can be out of date.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper
from django.db.models import BigIntegerField, BooleanField, F, Func, QuerySet, TextField, Value
from django.db.models.functions import Cast

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Localised, Shown, from_json

# Stand in the SQL for what is asked for; no key of a table is negative and no slug looks like this.
NUMBER, SLUG, KIND = -7_041_988, "\x01slug", "\x01kind"
_KEYS: tuple[Any, ...] = (NUMBER, SLUG, [NUMBER])

Rows = Sequence[tuple[Any, ...]]


class Prepared(Protocol):
    def __call__(self, key: int | str | Sequence[int] = "", kind: str = "") -> Rows: ...


def prepared(build: Callable[[], "QuerySet[Any, Any]"]) -> Prepared:
    """A query that is compiled when it first runs. `build` writes NUMBER, SLUG or `one_of` where the key belongs,
    and KIND where the kind does.
    """
    made: list[tuple[str, tuple[Any, ...]]] = []

    def run(key: int | str | Sequence[int] = "", kind: str = "") -> Rows:
        if not made:
            made.append(build().query.sql_with_params())
        sql, params = made[0]
        asked: list[Any] = [key if param in _KEYS else kind if param == KIND else param for param in params]
        with _cursor() as cursor:
            cursor.execute(sql, asked)
            found: Rows = cursor.fetchall()
        return found

    return run


def _cursor() -> CursorWrapper:
    """A cursor that leaves the parameters to the server, which then plans a query once a connection: half its work.

    Not the product's usual one: elsewhere SQL is put together whose parameters PostgreSQL cannot type.
    """
    connection.ensure_connection()
    raw = ServerBindingCursor(connection.connection)  # type: ignore[call-arg]  # psycopg's own arguments
    # What connection.cursor() does with the cursor it makes: counting and logging, where somebody does.
    made: CursorWrapper = connection._prepare_cursor(raw)  # type: ignore[attr-defined]
    return made


class _OneOf(Func):
    template, arg_joiner, output_field = "%(expressions)s)", " = any(", BooleanField()


def one_of(column: str) -> Func:
    """Whether a column is one of the numbers asked for: one SQL text however many they are, unlike `__in`."""
    return _OneOf(F(column), Value([NUMBER], ArrayField(BigIntegerField())))


def printed(column: str) -> Cast:
    """A partial date or a text in languages as it stands in the database, for `date_in` and `text_in`: what the
    driver and the fields make of one, they make anew for every row.
    """
    return Cast(column, TextField())


@lru_cache(1024)
def label_in(label: str) -> labels.type_of_label:
    """A label from its text. All who ask get the same one: it is there to be read."""
    found: labels.type_of_label = json.loads(label)
    return found


@lru_cache(1024)
def localised_in(text: str | None) -> Localised | None:
    return from_json(json.loads(text)) if text else None


@lru_cache(4096)
def name_in(label: str | None, tongue: str, on: str | None) -> Shown | None:
    """The name of a label on that day; None for none."""
    return labels.shown(json.loads(label), tongue, on=on) if label else None


@lru_cache(4096)
def text_in(text: str | None, tongue: str) -> Shown | None:
    """A text as shown to a reader of that language; None for none."""
    return from_json(json.loads(text)).shown(tongue) if text else None


@lru_cache(2048)
def date_in(days: str | None) -> PartialDate | None:
    """A partial date from its text in the database: "[2017-11-01,2017-12-01)"."""
    if not days:
        return None
    return PartialDate.from_bounds(date.fromisoformat(days[1:11]), date.fromisoformat(days[12:22]))
