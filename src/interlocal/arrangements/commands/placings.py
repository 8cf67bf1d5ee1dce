"""Putting people into vehicles and hotel rooms and at tables. Whoever counts seats holds the preparation: one after the other."""

from dataclasses import dataclass
from datetime import datetime

from interlocal.arrangements.models import Placing, Resource
from interlocal.arrangements.queries.placings import Attending, Ground, ground_of
from interlocal.arrangements.rules import placings as rules
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import Delegate, Preparation
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of filling: how many have a place, who has none and why (keys of rules.placings.WHY)."""

    placed: int
    unplaced: tuple[tuple[str, str], ...]
    split: tuple[str, ...]


@walled
def place_all(*, actor: Actor, at: datetime, preparation: str, kind: str, item: int | None = None) -> Filled:
    """Fill vehicles, tables or hotel rooms in the order of precedence, delegations together; who was put somewhere by hand stays.

    Done twice it changes nothing. PlannedItem.DoesNotExist for an item of another preparation.
    """
    found = changing(actor, preparation)
    _check(kind, item)
    ground = ground_of(found, kind, item)
    if not any(room.capacity is not None for room in ground.rooms()):
        raise rules.no_places()
    by_hand = ground.where(by_hand_only=True)
    filling = rules.filled(kind, ground.going(), ground.rooms(), by_hand=by_hand)
    placed = {one.goer: int(one.place) for one in filling.placed if one.why != "by_hand"}
    # A place that became smaller since keeps whom it had; they are told as having none.
    seated = len((placed.keys() | by_hand.keys()) - {one.goer for one in filling.unplaced})
    _write(found, ground, kind, item, placed, set(by_hand))
    keeping.enter(
        actor=actor,
        at=at,
        verb="people_placed",
        kind="preparation",
        key=found.slug,
        of=kind,
        item=item,
        placed=seated,
        left=len(filling.unplaced),
    )
    return Filled(seated, tuple((one.goer, one.why) for one in filling.unplaced), filling.split)


@walled
def place_one(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    resource: int,
    delegate: str,
    item: int | None = None,
) -> None:
    """Put somebody (by key) there by hand, from wherever they were; refused when it is full. Resource or Delegate.DoesNotExist."""
    found = changing(actor, preparation)
    place = Resource.objects.get(preparation=found, pk=resource)
    _check(place.kind, item)
    ground = ground_of(found, place.kind, item)
    one = _attending(found, ground, delegate)
    if place.pk not in {known.pk for known in ground.resources}:
        raise rules.not_taken()
    before = ground.placings.get(one.row.pk)
    if before and (before.resource_id, before.by_hand) == (place.pk, True):
        return
    others = [key for key, number in ground.where().items() if number == place.pk and key != one.key]
    if place.capacity is not None and len(others) >= place.capacity:
        raise rules.full(place.name.shown(reading()).text, place.capacity)
    Placing.objects.update_or_create(
        preparation=found,
        kind=place.kind,
        item_id=item,
        delegate=one.row,
        defaults={"resource": place, "by_hand": True, "position": one.number},
    )
    _enter(actor, at, "person_placed", found, one.key, resource=place.pk, item=item)


@walled
def take_out(
    *, actor: Actor, at: datetime, preparation: str, kind: str, delegate: str, item: int | None = None
) -> None:
    """Take somebody (by key) out of where they were put; done twice it changes nothing. Delegate.DoesNotExist."""
    found = changing(actor, preparation)
    _check(kind, item)
    one = Delegate.objects.only("pk", "key").get(preparation=found, key=delegate)
    gone, _each = Placing.objects.filter(preparation=found, kind=kind, item=item, delegate=one).delete()
    if gone:
        _enter(actor, at, "person_taken_out", found, str(one.key), of=kind, item=item)


def _check(kind: str, item: int | None) -> None:
    if obstacle := rules.obstacle_to_kind(kind, for_item=item is not None):
        raise obstacle


def _attending(found: Preparation, ground: Ground, delegate: str) -> Attending:
    one = next((one for one in ground.people if one.key == delegate), None)
    if one is None:
        Delegate.objects.only("pk").get(preparation=found, key=delegate)
        raise rules.not_there()
    return one


def _write(
    found: Preparation,
    ground: Ground,
    kind: str,
    item: int | None,
    placed: dict[str, int],
    by_hand: set[str],
) -> None:
    """Only what differs: rows that stay keep their history short."""
    people = {one.key: one for one in ground.people}
    stays = {
        people[key].row.pk
        for key, number in placed.items()
        if (row := ground.placings.get(people[key].row.pk)) and row.resource_id == number
    } | {people[key].row.pk for key in by_hand}
    gone = [row.pk for delegate, row in ground.placings.items() if delegate not in stays]
    Placing.objects.filter(preparation=found, pk__in=gone).delete()
    Placing.objects.bulk_create(
        Placing(
            preparation=found,
            resource_id=number,
            kind=kind,
            item_id=item,
            delegate=people[key].row,
            position=people[key].number,
        )
        for key, number in placed.items()
        if people[key].row.pk not in stays
    )


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, key: str, **details: object) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="delegate", key=key, preparation=found.slug, **details)
