"""Who can be put where, and how people are told to the solver. Facts in, verdict out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements import kinds
from interlocal.delegations.kinds import Part
from interlocal.ground.refused import Refused
from interlocal.planning.filling import Filling, Goer, Place, fill


@dataclass(frozen=True, slots=True)
class Going:
    """Somebody who needs a place: `number` is theirs in the order."""

    key: str
    body: str
    number: int
    part: str


@dataclass(frozen=True, slots=True)
class Room:
    """A vehicle, table or hotel room; `capacity` None: not known."""

    number: int
    capacity: int | None


# Why somebody has no place: reasons of `planning.filling`, and that nobody was put anywhere yet.
WHY: Final = {
    "not_yet": _("not placed yet"),
    "full": _("everything is full"),
    "cannot_share": _("no place is left that can be shared"),
    "place_full": _("the place chosen by hand is full"),
    "no_such_place": _("the place chosen by hand is gone"),
}


def filled(
    kind: str, people: Iterable[Going], rooms: Iterable[Room], *, by_hand: Mapping[str, int]
) -> Filling:
    """In the order of precedence, delegations together. Only places whose size is known are filled.

    Interpreters ride and sit with the head of their delegation. Of hotel rooms a head has one alone, and nobody shares one
    with another delegation.
    """
    people = list(people)
    places = [
        Place(str(room.number), room.capacity, unmixed=kind == kinds.ResourceKind.BEDROOM)
        for room in rooms
        if room.capacity is not None
    ]
    known = {place.key for place in places}
    kept = {key: str(number) for key, number in by_hand.items() if str(number) in known}
    fixed = by_hand.keys() - kept.keys()
    goers = [goer for goer in _goers(kind, people) if goer.key not in fixed]
    filling = fill(goers, places, by_hand=kept)
    # Nobody expects a delegation to sleep in one room.
    return replace(filling, split=()) if kind == kinds.ResourceKind.BEDROOM else filling


def _goers(kind: str, people: Iterable[Going]) -> list[Goer]:
    people = list(people)
    first: dict[str, str] = {}
    for one in people:
        if one.part != Part.INTERPRETER:
            first.setdefault(one.body, one.key)
    return [_goer(kind, one, first.get(one.body, "")) for one in people]


def _goer(kind: str, one: Going, principal: str) -> Goer:
    is_head = one.part == Part.HEAD
    if kind == kinds.ResourceKind.BEDROOM:
        sharing = one.key if is_head else one.body
        return Goer(one.key, sharing, one.number, head=is_head, sharing=sharing)
    beside = principal if one.part == Part.INTERPRETER else ""
    return Goer(one.key, one.body, one.number, head=is_head, beside=beside)


def why_left(
    kind: str, people: Iterable[Going], rooms: Iterable[Room], *, where: Mapping[str, int]
) -> dict[str, str]:
    """Of everybody without a place the reason, a key of WHY: whether there would be one if places were filled now."""
    people = list(people)
    filling = filled(kind, people, rooms, by_hand=where)
    reasons: dict[str, str] = {one.goer: one.why for one in filling.unplaced}
    return {one.key: reasons.get(one.key, "not_yet") for one in people if one.key not in where}


def obstacle_to_kind(kind: str, *, for_item: bool) -> Refused | None:
    if kind not in kinds.PLACED_IN:
        return Refused("not_placed_in", _("People are placed in vehicles, at tables and in hotel rooms."))
    if for_item and kind == kinds.ResourceKind.BEDROOM:
        return Refused("rooms_for_all", _("Hotel rooms are given for all days, not for one item."))
    return None


def no_places() -> Refused:
    return Refused("no_places", _("Enter first which there are, and how many people each takes."))


def not_taken() -> Refused:
    return Refused("not_taken", _("This item does not take it. Add it to the item first."))


def not_there() -> Refused:
    return Refused("not_there", _("This person does not take part there."))


def full(name: str, capacity: int) -> Refused:
    reason = _("%(name)s is full: it takes %(capacity)s.") % {"name": name, "capacity": capacity}
    return Refused("place_full", reason)
