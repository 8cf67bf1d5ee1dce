"""Items of the planned programme: added, changed, taken off."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.queries.preparations_items import values_of
from interlocal.delegations.rules import preparations as rules
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Item:
    """What an item says; texts by language."""

    kind: str
    title: Mapping[str, str]
    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: Mapping[str, str] = field(default_factory=dict)
    audience: str = "all"
    note: Mapping[str, str] = field(default_factory=dict)
    nights: int = 0
    zone: str = ""
    ends_zone: str = ""


@walled
def add_item(*, actor: Actor, at: datetime, preparation: str, once: UUID | None, item: Item) -> int:
    """Put an item on the programme, as the last of its day and time; returns its number."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_item", actor=actor, at=at)) is not None:
        return int(before)
    made = make(found, item, at)
    keeping.enter(actor=actor, at=at, verb="item_added", kind="preparation", key=found.slug, item=made.pk)
    keeping.answered(once=once, subject=str(made.pk))
    return made.pk


@walled
def change_item(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, item: Item
) -> None:
    """Change what an item says; PlannedItem.DoesNotExist for one of another preparation."""
    found = changing(actor, preparation)
    row = PlannedItem.objects.get(preparation=found, pk=number)
    check(found, item)
    before = values_of(row, found)
    changed = [
        one.name for one in fields(Item) if rules.differs(getattr(before, one.name), getattr(item, one.name))
    ]
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(item, name) for name in changed},
    )
    if not changed:
        return
    with nothing_twice():
        write(row, found, item, at)
    keeping.enter(
        actor=actor,
        at=at,
        verb="item_changed",
        kind="preparation",
        key=found.slug,
        item=row.pk,
        fields=changed,
    )


@walled
def remove_item(*, actor: Actor, at: datetime, preparation: str, number: int) -> Item:
    """Take an item off the programme; returns what it said, so that it can be put back."""
    found = changing(actor, preparation)
    row = PlannedItem.objects.get(preparation=found, pk=number)
    said = values_of(row, found)
    row.delete()
    keeping.enter(actor=actor, at=at, verb="item_removed", kind="preparation", key=found.slug, item=number)
    return Item(**{one.name: getattr(said, one.name) for one in fields(Item)})


# -- also for the room above, whose verbs write more in the same transaction and enter a line of their own --


def changing(actor: Actor, preparation: str) -> Preparation:
    """The preparation, held, for who may change what is kept of it; raise Refused once it is closed."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    if obstacle := rules.obstacle_to_changing(
        actor=actor, secretariat=found.secretariat_id, is_closed=found.closed_on is not None
    ):
        raise obstacle
    return found


def make(found: Preparation, item: Item, at: datetime) -> PlannedItem:
    """A new row, checked and saved, as the last of its day and time."""
    check(found, item)
    last = PlannedItem.objects.filter(preparation=found).aggregate(last=Max("position"))["last"]
    made = PlannedItem(preparation=found, position=0 if last is None else last + 1)
    _say(made, found, item)
    made.changed_at = at
    made.save()
    return made


def write(row: PlannedItem, found: Preparation, item: Item, at: datetime, *, is_news: bool = True) -> None:
    """The next version of a row. `is_news`: who reads the programme sees a difference."""
    _say(row, found, item)
    row.version += 1
    if is_news:
        row.changed_at = at
    row.save()


def check(found: Preparation, item: Item) -> None:
    zone = item.zone or found.timezone
    if obstacle := rules.obstacle_to_item(
        title=item.title,
        day=rules.day_number(on=item.day, from_on=found.from_on),
        days=(found.until_on - found.from_on).days,
        hours=rules.Hours(item.day, item.starts_at, item.ends_at, item.nights, zone, item.ends_zone or zone),
    ):
        raise obstacle


@contextmanager
def nothing_twice() -> Iterator[None]:
    """What the database holds to be taken twice at once becomes a refusal, and nothing of the block stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
        if not name.endswith("_taken_once_at_a_time"):
            raise
        raise rules.days_clash() from None


def _say(row: PlannedItem, found: Preparation, item: Item) -> None:
    row.kind, row.audience = item.kind, item.audience
    row.day = rules.day_number(on=item.day, from_on=found.from_on)
    row.starts_at, row.ends_at, row.nights = item.starts_at, item.ends_at, item.nights
    row.zone, row.ends_zone = item.zone, item.ends_zone
    for name in ("title", "place", "note"):
        given: Mapping[str, str] = getattr(item, name)
        before = getattr(row, name) if row.pk else None
        setattr(row, name, rules.text_of(given, before=before, original=found.language))
