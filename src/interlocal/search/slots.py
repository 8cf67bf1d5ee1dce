"""The two slots of the index: which serves, and how one is emptied, its slow indexes taken off and put on."""

from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

TABLES = ("subject", "text", "form", "key", "frequency", "learnt")
# Built after the filling: a GIN index grows ten times faster in one go.
_LATE = {
    "search_text_{slot}_terms": "on search_text_{slot} using gin (terms) with (fastupdate = off)",
    "search_form_{slot}_like": "on search_form_{slot} using gin (fold gin_trgm_ops) with (fastupdate = off)",
    "search_key_{slot}_like": "on search_key_{slot} using gin (text gin_trgm_ops) with (fastupdate = off)",
}


@dataclass(frozen=True, slots=True)
class Serving:
    """The slot that answers, and the version of the analysers that made it."""

    slot: int
    terms: str


def serving() -> Serving | None:
    found = rows("select slot, terms from search_index where state = 'serving'")
    return Serving(*found[0]) if found else None


def rows(words: str, values: Any = None, *, slot: int | None = None) -> list[tuple[Any, ...]]:
    """What a query finds; {slot} in its words is that of the tables it asks."""
    with connection.cursor() as cursor:
        cursor.execute(_of(slot, words), values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def run(words: str, values: Any = None, *, slot: int | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_of(slot, words), values)


def _of(slot: int | None, words: str) -> str:
    return words if slot is None else words.replace("{slot}", str(int(slot)))


def empty(slot: int) -> None:
    run("truncate " + ", ".join(f"search_{table}_{slot}" for table in TABLES))


def take_off(slot: int) -> None:
    for name in _LATE:
        run(f"drop index if exists {name.format(slot=slot)}")


@transaction.atomic
def put_on(slot: int) -> None:
    """In one go each: what has to be put in between later leaves half-filled pages."""
    run("set local maintenance_work_mem = '384MB'")
    for name, words in _LATE.items():
        run(f"create index if not exists {name} {words}".format(slot=slot))


def analyse(slot: int) -> None:
    run("analyze " + ", ".join(f"search_{table}_{slot}" for table in TABLES))
