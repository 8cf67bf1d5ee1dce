"""Ordered people into vehicles, rooms or tables of limited size."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

Reason = Literal["by_hand", "head", "with_party", "party_split", "with_principal"]
Fault = Literal["full", "no_such_place", "place_full", "cannot_share"]


@dataclass(frozen=True, slots=True)
class Place:
    """A vehicle, a room, a table. `for_heads`: heads go there first, one to each. `unmixed`: only people alike in `sharing`."""

    key: str
    capacity: int
    for_heads: bool = False
    unmixed: bool = False


@dataclass(frozen=True, slots=True)
class Goer:
    """`number` is the place in the order; `beside` the key of whom an interpreter goes with; `sharing` who may share."""

    key: str
    party: str
    number: int
    head: bool = False
    beside: str = ""
    sharing: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    goer: str
    place: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Unplaced:
    goer: str
    why: Fault


@dataclass(frozen=True, slots=True)
class Filling:
    """`split` are the parties that are not together."""

    placed: tuple[Placed, ...]
    unplaced: tuple[Unplaced, ...]
    split: tuple[str, ...]


Unit = tuple[Goer, ...]
"""Somebody with their interpreters: they are not parted."""


@dataclass(slots=True)
class _Loading:
    places: Sequence[Place]
    inside: dict[str, list[Goer]] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def free(self, place: Place) -> int:
        return place.capacity - len(self.inside.get(place.key, ()))

    def takes(self, place: Place, goers: Sequence[Goer]) -> bool:
        if self.free(place) < len(goers):
            return False
        kinds = {goer.sharing for goer in (*self.inside.get(place.key, ()), *goers)}
        return not place.unmixed or len(kinds) < 2

    def put(self, place: Place, goers: Iterable[Goer], why: Reason) -> None:
        inside = self.inside.setdefault(place.key, [])
        for goer in goers:
            beside = bool(goer.beside) and any(other.key == goer.beside for other in inside)
            inside.append(goer)
            self.placed.append(Placed(goer.key, place.key, "with_principal" if beside else why))


def fill(
    people: Iterable[Goer], places: Sequence[Place], *, by_hand: Mapping[str, str] | None = None
) -> Filling:
    """Who goes where: those set `by_hand` (goer to place), heads, then parties whole in the smallest place that takes them.

    Parties are taken in their order; when that parts one which another order keeps together, the larger ones go first.
    """
    ordered = sorted(people, key=lambda goer: (goer.number, goer.key))
    tries = [_filled(ordered, places, by_hand or {}, larger_first=larger) for larger in (False, True)]
    best = min(tries, key=lambda made: (len(made.unplaced), len(made.split)))
    order = {goer.key: at for at, goer in enumerate(ordered)}
    return Filling(
        tuple(sorted(best.placed, key=lambda placed: order[placed.goer])),
        tuple(sorted(best.unplaced, key=lambda unplaced: order[unplaced.goer])),
        best.split,
    )


def _filled(
    ordered: list[Goer], places: Sequence[Place], by_hand: Mapping[str, str], *, larger_first: bool
) -> Filling:
    loading = _Loading(places)
    _put_by_hand(loading, ordered, by_hand)
    _follow(loading, ordered)
    done = by_hand.keys() | {placed.goer for placed in loading.placed}
    units = _units([goer for goer in ordered if goer.key not in done])
    units = _put_heads(loading, units)
    parties = [list(same) for _, same in groupby(_by_party(units), key=lambda unit: unit[0].party)]
    if larger_first:
        parties.sort(key=lambda party: -sum(map(len, party)))
    for party in parties:
        _put_party(loading, party)
    return Filling(tuple(loading.placed), tuple(loading.unplaced), _split(ordered, loading.placed))


def _put_by_hand(loading: _Loading, ordered: list[Goer], by_hand: Mapping[str, str]) -> None:
    known = {place.key: place for place in loading.places}
    for goer in ordered:
        if goer.key not in by_hand:
            continue
        place = known.get(by_hand[goer.key])
        if place is None:
            loading.unplaced.append(Unplaced(goer.key, "no_such_place"))
        elif loading.free(place) < 1:
            loading.unplaced.append(Unplaced(goer.key, "place_full"))
        elif not loading.takes(place, [goer]):
            loading.unplaced.append(Unplaced(goer.key, "cannot_share"))
        else:
            loading.inside.setdefault(place.key, []).append(goer)
            loading.placed.append(Placed(goer.key, place.key, "by_hand"))


def _follow(loading: _Loading, ordered: list[Goer]) -> None:
    """Interpreters of those set by hand go along while there is room."""
    where = {placed.goer: placed.place for placed in loading.placed}
    known = {place.key: place for place in loading.places}
    seen = where.keys() | {unplaced.goer for unplaced in loading.unplaced}
    for goer in ordered:
        place = known.get(where.get(goer.beside, ""))
        if place and goer.key not in seen and loading.takes(place, [goer]):
            loading.put(place, [goer], "with_principal")


def _units(ordered: list[Goer]) -> list[Unit]:
    here = {goer.key for goer in ordered if not goer.beside}
    with_them: dict[str, list[Goer]] = {}
    for goer in ordered:
        if goer.beside in here:
            with_them.setdefault(goer.beside, []).append(goer)
    return [(goer, *with_them.get(goer.key, ())) for goer in ordered if goer.beside not in here]


def _put_heads(loading: _Loading, units: list[Unit]) -> list[Unit]:
    """Heads into the places kept for them; the rest of the units."""
    kept = [place for place in loading.places if place.for_heads]
    left: list[Unit] = []
    for unit in units:
        empty = [place for place in kept if place.key not in loading.inside]
        place = next((place for place in empty if loading.takes(place, unit)), None)
        if not unit[0].head or place is None:
            left.append(unit)
            continue
        loading.put(place, unit, "head")
    return left


def _by_party(units: list[Unit]) -> list[Unit]:
    """Parties in the order of their first."""
    first: dict[str, int] = {}
    for at, unit in enumerate(units):
        first.setdefault(unit[0].party, at)
    return sorted(units, key=lambda unit: first[unit[0].party])


def _put_party(loading: _Loading, party: list[Unit]) -> None:
    everyone = [goer for unit in party for goer in unit]
    if place := _smallest(loading, everyone):
        loading.put(place, everyone, "with_party")
        return
    why: Reason = "party_split" if len(party) > 1 else "with_party"
    at: Place | None = None
    for unit in party:
        if at is None or not loading.takes(at, unit):
            at = _roomiest(loading, unit)
        if at:
            loading.put(at, unit, why)
            continue
        for goer in unit:
            _put_alone(loading, goer)


def _put_alone(loading: _Loading, goer: Goer) -> None:
    if place := _roomiest(loading, [goer]):
        loading.put(place, [goer], "party_split")
        return
    free = any(loading.free(place) > 0 for place in loading.places)
    loading.unplaced.append(Unplaced(goer.key, "cannot_share" if free else "full"))


def _open(loading: _Loading, goers: Sequence[Goer]) -> list[Place]:
    """Where they fit; a head's car is for others only when nothing else is left."""
    fitting = [place for place in loading.places if loading.takes(place, goers)]
    return [place for place in fitting if not place.for_heads] or fitting


def _smallest(loading: _Loading, goers: Sequence[Goer]) -> Place | None:
    return min(_open(loading, goers), key=loading.free, default=None)


def _roomiest(loading: _Loading, goers: Sequence[Goer]) -> Place | None:
    return max(_open(loading, goers), key=loading.free, default=None)


def _split(ordered: list[Goer], placed: list[Placed]) -> tuple[str, ...]:
    """Parties in more than one place; a head's own car parts nobody."""
    party = {goer.key: goer.party for goer in ordered}
    where: dict[str, set[str]] = {}
    for one in placed:
        if one.why in ("with_party", "party_split"):
            where.setdefault(party[one.goer], set()).add(one.place)
    return tuple(name for name, found in where.items() if len(found) > 1)
