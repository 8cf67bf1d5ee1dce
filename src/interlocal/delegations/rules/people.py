"""The table of all people: how it is put in order, and what of a person is still missing. Facts in, rows out."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from interlocal.delegations import kinds

SORTS: Final = ("order", "name", "body", "country", "part", "post", "state", "changed")
FLAGS: Final = ("missing", "duplicate", "change", "returned")
_PARTS: Final = {part: number for number, part in enumerate(kinds.Part.values)}
_STATES: Final = {state: number for number, state in enumerate(kinds.State.values)}


class Placed(NamedTuple):
    """Somebody of the table, with all that lists of people are sorted by. `place` is (delegation, place in it), both from 1;
    who does not stand has none and comes after. A tuple: a page of the table makes one of everybody.
    """

    id: int
    place: tuple[int, int] | None
    body: str
    country: str
    part: str
    grade: str
    since: date | None
    state: str
    name: str
    changed: datetime | None


def in_order(people: Sequence[Placed], sort: str) -> list[int]:
    """Ids sorted by a column ("-name": the other way round); among equals the order of precedence decides."""
    down, key = sort.startswith("-"), sort.removeprefix("-")
    ordered = sorted(people, key=_by_place)
    if key != "order":
        ordered.sort(key=_KEYS.get(key, _by_place), reverse=down)
    elif down:
        ordered.reverse()
    return [one.id for one in ordered]


def missing(*, latin: bool, post: bool, asked: int, given: int) -> tuple[str, ...]:
    """What is still to be asked of a person: codes. `asked` and `given` count what this edition must know of everybody."""
    lacks = {"latin": not latin, "post": not post, "data": given < asked}
    return tuple(code for code, is_missing in lacks.items() if is_missing)


def _by_place(one: Placed) -> tuple[Any, ...]:
    return (one.place is None, one.place or (0, 0), one.body, _STATES[one.state], one.name, one.id)


_KEYS: Final[dict[str, Callable[[Placed], Any]]] = {
    "name": lambda one: one.name,
    "body": lambda one: one.body,
    "country": lambda one: one.country,
    "part": lambda one: _PARTS[one.part],
    "post": lambda one: (kinds.RANK[one.grade], one.since or date.max),
    "state": lambda one: _STATES[one.state],
    "changed": lambda one: -one.changed.timestamp() if one.changed else 0.0,
}
