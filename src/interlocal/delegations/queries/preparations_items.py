"""The planned programme of a preparation, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class ItemRow:
    """`is_first` and `is_last` among those of the day that can change places with it."""

    id: int
    kind: str
    title: Shown
    day: int
    starts_at: time | None
    ends_at: time | None
    place: Shown | None
    audience: str
    note: Shown | None
    changed_at: datetime | None
    is_first: bool
    is_last: bool
    version: int


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day: its number (0 is the first of the edition), and whether the edition is on."""

    number: int
    on: date
    is_within: bool
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    slug: str
    name: Shown
    from_on: date
    days: tuple[PlannedDay, ...]
    timezone: str
    runs: bool
    is_closed: bool


@dataclass(frozen=True, slots=True)
class ItemValues:
    """An item for its form; texts by language."""

    id: int
    kind: str
    title: dict[str, str]
    day: date
    starts_at: time | None
    ends_at: time | None
    place: dict[str, str]
    audience: str
    note: dict[str, str]
    version: int
    nights: int = 0
    zone: str = ""
    ends_zone: str = ""


@walled
def programme(*, actor: Actor, preparation: str, tongue: str) -> Programme:
    """Every day of the edition, empty ones too, and days around it that have items. Two queries beside access."""
    reached = access.reach(actor=actor, preparation=preparation)
    found = reached.preparation
    by_day: dict[int, list[PlannedItem]] = {}
    for item in PlannedItem.objects.filter(preparation=found):
        by_day.setdefault(item.day, []).append(item)
    length = (found.until_on - found.from_on).days
    numbers = sorted({*range(length), *by_day})
    return Programme(
        slug=found.slug,
        name=found.name.shown(tongue),
        from_on=found.from_on,
        days=tuple(_day(found, number, by_day.get(number, []), length, tongue) for number in numbers),
        timezone=found.timezone,
        runs=reached.runs,
        is_closed=found.closed_on is not None,
    )


def _day(
    found: Preparation, number: int, items: Sequence[PlannedItem], length: int, tongue: str
) -> PlannedDay:
    return PlannedDay(
        number,
        found.from_on + timedelta(days=number),
        0 <= number < length,
        tuple(_row(item, index, items, tongue) for index, item in enumerate(items)),
    )


def _row(item: PlannedItem, index: int, items: Sequence[PlannedItem], tongue: str) -> ItemRow:
    return ItemRow(
        id=item.pk,
        kind=item.kind,
        title=item.title.shown(tongue),
        day=item.day,
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        place=item.place.shown(tongue) if item.place else None,
        audience=item.audience,
        note=item.note.shown(tongue) if item.note else None,
        changed_at=item.changed_at,
        is_first=not any(other.starts_at == item.starts_at for other in items[:index]),
        is_last=not any(other.starts_at == item.starts_at for other in items[index + 1 :]),
        version=item.version,
    )


@walled
def item(*, actor: Actor, preparation: str, item: int) -> ItemValues:
    """One item to be changed; PlannedItem.DoesNotExist for one of another preparation."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    return values_of(PlannedItem.objects.get(preparation=found, pk=item), found)


def values_of(row: PlannedItem, preparation: Preparation) -> ItemValues:
    return ItemValues(
        id=row.pk,
        kind=row.kind,
        title=texts(row.title),
        day=preparation.from_on + timedelta(days=row.day),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        place=texts(row.place),
        audience=row.audience,
        note=texts(row.note),
        version=row.version,
        nights=row.nights,
        zone=row.zone,
        ends_zone=row.ends_zone,
    )
