"""Who rides, sits and sleeps where, and who has no place yet."""

from collections.abc import Mapping
from dataclasses import dataclass

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.models import Placing, Resource
from interlocal.arrangements.queries.sheet import made, one_planned
from interlocal.arrangements.queries.words import look
from interlocal.arrangements.rules import placings as rules
from interlocal.arrangements.rules.placings import Going, Room
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.taking_part import takes_part
from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.order_listed import Listed, coming
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Attending:
    """Somebody who takes part; rows of the room below. `number` is the place in the whole list."""

    row: Delegate
    listed: Listed
    number: int

    @property
    def key(self) -> str:
        return str(self.row.key)


@dataclass(frozen=True, slots=True)
class Ground:
    """Who needs a place of this kind, at an item or at all; what there is; and who is where (by row id of the delegate)."""

    item: SheetItem | None
    people: tuple[Attending, ...]
    resources: tuple[Resource, ...]
    placings: Mapping[int, Placing]

    def going(self) -> list[Going]:
        return [
            Going(one.key, one.listed.invitation.body.slug, one.number, one.row.part) for one in self.people
        ]

    def rooms(self) -> list[Room]:
        return [Room(one.pk, one.capacity) for one in self.resources]

    def where(self, *, by_hand_only: bool = False) -> dict[str, int]:
        """By key of the delegate the number of what they are in; only those who still come, and what there still is."""
        known = {one.pk for one in self.resources}
        found = ((one.key, self.placings.get(one.row.pk)) for one in self.people)
        return {
            key: placing.resource_id
            for key, placing in found
            if placing and placing.resource_id in known and (placing.by_hand or not by_hand_only)
        }


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A person in a place. `number` is the place in the list of precedence."""

    key: str
    name: str
    script_language: str
    body: str
    body_name: Shown
    part: str
    number: int
    by_hand: bool


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A vehicle, table or hotel room; `capacity` None: not known, and not filled by itself."""

    number: int
    name: Shown
    capacity: int | None
    people: tuple[PlacedRow, ...]

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else self.capacity - len(self.people)


@dataclass(frozen=True, slots=True)
class LeftRow:
    """Somebody without a place; `why` is a key of rules.placings.WHY."""

    person: PlacedRow
    why: str


@dataclass(frozen=True, slots=True)
class PlacingsPage:
    """`split` are the delegations (by name) that are not together."""

    slug: str
    title: Shown
    kind: str
    item: int | None
    item_title: Shown | None
    runs: bool
    is_closed: bool
    places: tuple[PlaceRow, ...]
    left: tuple[LeftRow, ...]
    split: tuple[Shown, ...]


@walled
def placings_page(
    *, actor: Actor, preparation: str, kind: str, tongue: str, item: int | None = None
) -> PlacingsPage:
    """For who looks over the preparation; eight queries at most beside access. PlannedItem.DoesNotExist for a foreign item."""
    reached = look(actor, preparation)
    found = reached.preparation
    if obstacle := rules.obstacle_to_kind(kind, for_item=item is not None):
        raise obstacle
    ground = ground_of(found, kind, item)
    where = ground.where()
    rows = {one.key: _person(one, ground, tongue) for one in ground.people}
    whys = rules.why_left(kind, ground.going(), ground.rooms(), where=where)
    return PlacingsPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        kind=kind,
        item=item,
        item_title=ground.item.title.shown(tongue) if ground.item else None,
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        places=tuple(
            PlaceRow(
                one.pk,
                one.name.shown(tongue),
                one.capacity,
                tuple(row for key, row in rows.items() if where.get(key) == one.pk),
            )
            for one in ground.resources
        ),
        left=tuple(LeftRow(rows[key], why) for key, why in whys.items()),
        split=() if kind == ResourceKind.BEDROOM else tuple(_split(rows, where)),
    )


def ground_of(found: Preparation, kind: str, item: int | None) -> Ground:
    """Only within the wall of the secretariat. Resources are those the item takes; all of the kind where it takes none."""
    at_item = made(found, [one_planned(found, item)]).items[0] if item is not None else None
    alike = tuple(Resource.objects.filter(preparation=found, kind=kind))
    taken = tuple(one for one in alike if at_item and one.pk in at_item.resources)
    rows = Placing.objects.filter(preparation=found, kind=kind, item=item)
    return Ground(
        item=at_item,
        people=attending(coming(found), at_item),
        resources=taken or alike,
        placings={row.delegate_id: row for row in rows},
    )


def attending(rows: tuple[Listed, ...], item: SheetItem | None) -> tuple[Attending, ...]:
    """Who takes part in an item (None: everybody), in the order of the list and with their numbers in it."""
    everybody = ((row, one) for row in rows for one in row.delegates)
    return tuple(
        Attending(one, row, number)
        for number, (row, one) in enumerate(everybody, start=1)
        if item is None or takes_part(item, key=str(one.key), body=row.invitation.body.slug, part=one.part)
    )


def _person(one: Attending, ground: Ground, tongue: str) -> PlacedRow:
    body, placing = one.listed.invitation.body, ground.placings.get(one.row.pk)
    return PlacedRow(
        key=one.key,
        name=name_of(one.row),
        script_language=one.row.script_language,
        body=body.slug,
        body_name=labels.shown(body.label, tongue),
        part=one.row.part,
        number=one.number,
        by_hand=placing is not None and placing.by_hand,
    )


def _split(rows: Mapping[str, PlacedRow], where: Mapping[str, int]) -> list[Shown]:
    places: dict[str, set[int]] = {}
    names: dict[str, Shown] = {}
    for key, number in where.items():
        places.setdefault(rows[key].body, set()).add(number)
        names[rows[key].body] = rows[key].body_name
    return [names[body] for body, numbers in places.items() if len(numbers) > 1]
