"""Seatings: what may be asked for, and the plan that comes of it. Facts in, plan or verdict out.

`plan_of` is what pages and papers draw; who sits where is never kept, only what was asked for and the seats exchanged by hand.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements import kinds
from interlocal.arrangements.rules.facts import SeatingFacts
from interlocal.arrangements.rules.words import LONGEST_TITLE, obstacle_to_texts
from interlocal.delegations.kinds import Part
from interlocal.ground.refused import Refused
from interlocal.planning.rooms import LongTable, Photo, Room, RoundTables, Sitter, Theatre, UShape
from interlocal.planning.seating import Plan, Swap, plan, turned, with_swaps

Tables = Sequence[Sequence[str]]

Swapped = tuple[int, int, str, str]
"""Two seats, why they were exchanged, and by whom."""

# By shape the rules it can follow, the usual one first.
RULES: Final[Mapping[str, Mapping[str, Any]]] = {
    "table": {
        "facing": _("delegations face each other"),
        "mixed": _("hosts and guests alternate"),
    },
    "round": {
        "order": _("by the order of precedence"),
        "mixed": _("delegations mixed"),
        "parties": _("each delegation at its own table"),
    },
    "u": {
        "ranked": _("by the order of precedence"),
        "grouped": _("delegations together"),
    },
    "theatre": {"ranked": _("by the order of precedence")},
    "photo": {"ranked": _("by the order of precedence")},
}
VIEWPOINTS: Final[Mapping[str, Any]] = {
    "entrance": pgettext_lazy("a plan is seen from", "the entrance, or the camera"),
    "seated": pgettext_lazy("a plan is seen from", "the head of the room"),
}
# By shape its numbers, from and to. One that is not given follows from how many people there are.
NUMBERS: Final[Mapping[str, Mapping[str, tuple[int, int]]]] = {
    "table": {"seats_each": (1, 100)},
    "round": {"tables": (1, 150), "seats": (2, 24)},
    "u": {"head": (1, 60), "leg": (1, 100)},
    "theatre": {"rows": (1, 100), "seats": (1, 100)},
    "photo": {"rows": (1, 20), "seats": (1, 60)},
}
FLAGS: Final[Mapping[str, tuple[str, ...]]] = {"table": ("end_to_door",), "theatre": ("aisle",)}
LONGEST_REASON: Final = 300


@dataclass(frozen=True, slots=True)
class SeatingSaid:
    """A seating as entered; `item` None: of everybody. `swaps` come back with one that was removed."""

    title: Mapping[str, str]
    shape: str
    rule: str = ""
    viewpoint: str = "entrance"
    options: Mapping[str, Any] = field(default_factory=dict)
    item: int | None = None
    swaps: tuple[Swapped, ...] = ()


def obstacle_to_seating(said: SeatingSaid) -> Refused | None:
    if not any(text.strip() for text in said.title.values()):
        return Refused("no_title", _("Give a title in at least one language."), field="title_ko")
    for name, value, known in (
        ("shape", said.shape, kinds.Shape.values),
        ("rule", said.rule or _usual(said.shape), RULES.get(said.shape, {})),
        ("viewpoint", said.viewpoint, VIEWPOINTS),
    ):
        if value not in known:
            return Refused("no_choice", _("Choose one of the entries."), field=name)
    return obstacle_to_texts("title", said.title, LONGEST_TITLE) or _obstacle_to_options(said)


def _obstacle_to_options(said: SeatingSaid) -> Refused | None:
    numbers, flags = NUMBERS[said.shape], FLAGS.get(said.shape, ())
    for name, value in said.options.items():
        if name in flags and isinstance(value, bool):
            continue
        if name not in numbers or isinstance(value, bool) or not isinstance(value, int):
            return Refused("no_option", _("This shape has no such entry."), field=name)
        low, high = numbers[name]
        if not low <= value <= high:
            reason = _("This is between %(low)s and %(high)s.") % {"low": low, "high": high}
            return Refused("out_of_bounds", reason, field=name)
    return None


def obstacle_to_swapping(planned: Plan, *, one: int, other: int, reason: str) -> Refused | None:
    """`one` and `other` are numbers of seats. Interpreters follow whom they serve and are not exchanged."""
    if not reason.strip() or len(reason) > LONGEST_REASON:
        return Refused("no_reason", _("Say why, in a few words: the plan keeps the reason."), field="reason")
    if one == other:
        return Refused("same_seat", _("Choose two different seats."), field="other")
    seats = {seat.number: seat for seat in planned.seats if seat.row != "behind"}
    if one not in seats or other not in seats:
        return Refused("no_seat", _("There is no such seat."), field="other" if one in seats else "one")
    if not (seats[one].person or seats[other].person):
        return Refused("both_empty", _("Nobody sits on either of them."), field="other")
    return None


def settled(said: SeatingSaid) -> SeatingSaid:
    """With the usual rule where none was named."""
    return replace(said, rule=said.rule or _usual(said.shape))


def _usual(shape: str) -> str:
    return next(iter(RULES.get(shape, {})), "")


BEHIND: Final = ("table", "round", "u")

# -- the plan --


def sitters(people: Iterable[tuple[str, str, int, str]]) -> list[Sitter]:
    """Of (key, body, number, part) in their order. An interpreter serves the head of the delegation, or its first."""
    people = list(people)
    first: dict[str, str] = {}
    for key, body, _number, part in people:
        if part != Part.INTERPRETER:
            first.setdefault(body, key)
    return [
        Sitter(key, body, number, first.get(body, "") if part == Part.INTERPRETER else "")
        for key, body, number, part in people
    ]


def plan_of(seating: SeatingFacts, people: Sequence[Sitter], *, host: str, tables: Tables = ()) -> Plan:
    """Who sits where: by the rule, then each exchange by hand in its turn. `host` is the body (slug) that receives.

    `tables`: who was put at each, by key; round tables are these where there are any.
    """
    tables = tables if seating.shape == "round" else ()
    placed = {key for table in tables for key in table}
    # Who was put at a table has a chair there, interpreter or not.
    people = [replace(one, interprets="") if one.key in placed else one for one in people]
    # Interpreters sit behind whom they serve, and take no chair at a table.
    seated = [one for one in people if not (one.interprets and seating.shape in BEHIND)]
    room = room_of(seating, people=len(seated), host=host)
    planned = plan(people, _at(room, tables) if isinstance(room, RoundTables) and tables else room)
    for one, other, _reason, _by in seating.swaps:
        planned = with_swaps(planned, [_swap(planned, one, other)])
    return turned(planned) if seating.viewpoint == "seated" else planned


def _at(room: RoundTables, tables: Tables) -> RoundTables:
    """As many tables and chairs as those placed need; more chairs only where somebody asked for them."""
    seats = max(room.seats, *map(len, tables))
    return replace(room, tables=len(tables), seats=seats, groups=tuple(map(tuple, tables)))


def tables_of(
    placed: Iterable[tuple[int, int | None, Sequence[str]]], item: int | None
) -> dict[int, tuple[str, ...]]:
    """By table who was put there: of (table, item, keys) those of the item, else those of everything."""
    rows = list(placed)
    found = [row for row in rows if row[1] == item] or [row for row in rows if row[1] is None]
    tables: dict[int, tuple[str, ...]] = {}
    for table, _item, keys in found:
        tables[table] = (*tables.get(table, ()), *keys)
    return {table: keys for table, keys in tables.items() if keys}


def _swap(planned: Plan, one: int, other: int) -> Swap:
    """Whoever sits on one of them goes to the other; of two empty seats nobody does, and the exchange is stale."""
    sits = {seat.number: seat.person for seat in planned.seats if seat.row != "behind"}
    if person := sits.get(one):
        return Swap(person, other)
    return Swap(sits.get(other) or "", one)


def room_of(seating: SeatingFacts, *, people: int, host: str) -> Room:
    """With numbers that seat everybody where none were given."""
    rule = seating.rule if seating.rule in RULES[seating.shape] else _usual(seating.shape)
    return _ROOMS[seating.shape](dict(seating.options), rule, max(people, 1), host)


def _table(options: dict[str, Any], rule: str, _people: int, host: str) -> Room:
    return LongTable(
        host,
        options.get("seats_each"),
        mixed=rule == "mixed",
        end_to_door=bool(options.get("end_to_door", False)),
    )


def _round(options: dict[str, Any], rule: str, people: int, host: str) -> Room:
    seats = int(options.get("seats", 8))
    tables = int(options.get("tables") or -(-people // seats))
    return RoundTables(
        tables, seats, host, "mixed" if rule == "mixed" else "parties" if rule == "parties" else "order"
    )


def _u_shape(options: dict[str, Any], rule: str, people: int, host: str) -> Room:
    head = int(options.get("head") or max(3, people // 5))
    leg = int(options.get("leg") or max(1, -(-(people - head) // 2)))
    return UShape(head, leg, host, grouped=rule == "grouped")


def _theatre(options: dict[str, Any], _rule: str, people: int, host: str) -> Room:
    seats = int(options.get("seats", 10))
    return Theatre(
        int(options.get("rows") or -(-people // seats)), seats, bool(options.get("aisle", True)), host
    )


def _photo(options: dict[str, Any], _rule: str, _people: int, host: str) -> Room:
    return Photo(int(options.get("seats", 12)), options.get("rows"), host)


_ROOMS: Final[Mapping[str, Callable[[dict[str, Any], str, int, str], Room]]] = {
    "table": _table,
    "round": _round,
    "u": _u_shape,
    "theatre": _theatre,
    "photo": _photo,
}
