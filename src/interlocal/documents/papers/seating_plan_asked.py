"""Which seating is drawn: one that was entered, or where none was a usual one, changed as the wish asks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.kinds import ResourceKind, Shape
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.facts import Facts, Person, SeatingFacts
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.taking_part import takes_part
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.planning.seating import Plan
from interlocal.programmes.kinds import ItemKind, ItemState

AS_ENTERED: Final = "entered"
# By shape what "seats" counts: those of a side, of a table, at the head, of a row.
SEATS: Final = {"table": "seats_each", "round": "seats", "u": "head", "theatre": "seats", "photo": "seats"}
AT_ONE_TABLE: Final = 14
"""More people than these sit at a meal at round tables."""
IN_ROWS: Final = 40
"""More than these sit in rows."""
_MEETINGS: Final = (ItemKind.MEETING, ItemKind.SIGNING, ItemKind.DISCUSSION)


@dataclass(frozen=True, slots=True)
class Asked:
    """`people` in the order of precedence. `is_entered`: somebody asked for this seating by hand.

    `tables` are who was put at each (keys) by what it is called.
    """

    seating: SeatingFacts
    item: SheetItem | None
    people: tuple[Person, ...]
    is_entered: bool
    tables: tuple[tuple[Localised, tuple[str, ...]], ...] = ()

    def plan(self, host: str) -> Plan:
        """`host`: the body that receives; where nobody of it sits here, no rule speaks of it."""
        host = host if any(one.body == host for one in self.people) else ""
        order = ((one.key, one.body, one.number, one.part) for one in self.people)
        tables = [keys for _name, keys in self.tables]
        return rules.plan_of(self.seating, rules.sitters(order), host=host, tables=tables)


def asked(facts: Facts, wish: Wish) -> Asked:
    """Refused where the seating is gone or nobody is at its item."""
    entered = _entered(facts, wish)
    seating = entered or _usual(facts, wish)
    item = next((one for one in facts.sheet.items if one.id == seating.item), None)
    people = _people(facts, item)
    if not people:
        raise Refused("nobody_seated", _("There is nobody to seat: no names are on the list for this."))
    changed = _changed(seating, wish)
    return Asked(changed, item, people, entered is not None, _tables(facts, changed, people))


def _tables(
    facts: Facts, seating: SeatingFacts, people: tuple[Person, ...]
) -> tuple[tuple[Localised, tuple[str, ...]], ...]:
    """Those of round tables at which somebody of these was put."""
    if seating.shape != Shape.ROUND:
        return ()
    here = {one.key for one in people}
    called = {one.id: one.name for one in facts.sheet.resources if one.kind == ResourceKind.TABLE}
    placed = [
        (one.resource, one.item, [key for key in one.people if key in here])
        for one in facts.placed
        if one.resource in called
    ]
    return tuple(
        (called[one], keys)
        for one, keys in rules.tables_of((row for row in placed if row[2]), seating.item).items()
    )


def _entered(facts: Facts, wish: Wish) -> SeatingFacts | None:
    if wish.seating is None:
        # For an item that was named only a seating of that item will do.
        fitting = (one for one in facts.seatings if wish.item is None or one.item == wish.item)
        return next(fitting, None)
    found = next((one for one in facts.seatings if one.id == wish.seating), None)
    if found is None:
        raise Refused("no_seating", _("There is no such seating any more."), field="whom")
    return found


def _people(facts: Facts, item: SheetItem | None) -> tuple[Person, ...]:
    everybody = facts.people()
    if item is None:
        return everybody
    return tuple(one for one in everybody if takes_part(item, key=one.key, body=one.body, part=one.part))


def _usual(facts: Facts, wish: Wish) -> SeatingFacts:
    """Of the first dinner, else the first meeting, meal, ceremony; of everybody where the programme has none of them."""
    item = _first(facts, wish)
    people = _people(facts, item)
    shape, rule = _shape(item, people, host=facts.host.body)
    title = item.title if item else facts.sheet.name
    return SeatingFacts(0, title, item.id if item else None, shape, rule, "entrance", {}, ())


def _first(facts: Facts, wish: Wish) -> SheetItem | None:
    items = [
        one
        for one in facts.sheet.items
        if one.state != ItemState.DECLINED and wish.item in (None, one.id) and _people(facts, one)
    ]
    if wish.item is not None:
        return next(iter(items), None)
    for fits in (_is_dinner, _is_meeting, _is_meal, _is_ceremony):
        if found := next((one for one in items if fits(one)), None):
            return found
    return None


def _is_dinner(item: SheetItem) -> bool:
    return item.kind == ItemKind.MEAL and item.meal == "dinner"


def _is_meeting(item: SheetItem) -> bool:
    return item.kind in _MEETINGS


def _is_meal(item: SheetItem) -> bool:
    return item.kind == ItemKind.MEAL


def _is_ceremony(item: SheetItem) -> bool:
    return item.kind == ItemKind.CEREMONY


def _shape(item: SheetItem | None, people: Sequence[Person], *, host: str) -> tuple[str, str]:
    """The usual shape and rule of an item. At a long table hosts and guests are told apart: without a host there is none."""
    bodies = {one.body for one in people}
    if item and _is_meal(item):
        return ("table", "mixed") if host in bodies and len(people) <= AT_ONE_TABLE else ("round", "mixed")
    if item and _is_meeting(item) and host in bodies and len(bodies) == 2:  # two sides of a table
        return "table", "facing"
    return ("u", "ranked") if len(people) <= IN_ROWS else ("theatre", "ranked")


def _changed(seating: SeatingFacts, wish: Wish) -> SeatingFacts:
    """With what the wish says otherwise. Seats exchanged by hand stay only where the seats do."""
    shape, seats, view = (wish.options.get(key, AS_ENTERED) for key in ("shape", "seats", "view"))
    if shape in rules.RULES and shape != seating.shape:
        seating = replace(seating, shape=shape, rule="", options={}, swaps=())
    if seats.isdecimal() and int(seats) > 0:
        flags = {key: on for key, on in seating.options.items() if isinstance(on, bool)}
        seating = replace(seating, options={**flags, SEATS[seating.shape]: int(seats)}, swaps=())
    return replace(seating, viewpoint=view) if view in rules.VIEWPOINTS else seating
