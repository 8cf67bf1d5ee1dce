"""The programme as its screen shows it: days, tracks, items with everything arranged for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.queries import sheet as sheets
from interlocal.arrangements.queries.programme_parties import Coming, coming
from interlocal.arrangements.queries.programme_rows import (
    Board,
    BoardDay,
    BoardItem,
    BoardResource,
    BoardTrack,
    BodyChoice,
    Choices,
    ResourceChoice,
    SiteChoice,
)
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.programme import clock_name, lanes, seats
from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Localised, Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class ItemValues:
    """An item for its form."""

    id: int
    version: int
    item: Arranged


@walled
def board(*, actor: Actor, preparation: str, tongue: str) -> Board:
    """For who looks over the preparation; Preparation.DoesNotExist for others. Four queries beside access."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    rows = {row.pk: row for row in sheets.planned(found)}
    sheet = sheets.made(found, rows.values())
    there = coming(found, tongue)
    shown = _shown(rows, sheet, there, tongue)
    count: dict[int, int] = {}
    for item in sheet.items:
        count[item.track] = count.get(item.track, 0) + 1
    named = {track.number: track.name.shown(tongue) for track in sheet.tracks}
    numbers = sorted({0, *named, *count})
    noon = datetime.combine(found.from_on, time(12), ZoneInfo(found.timezone))
    return Board(
        slug=found.slug,
        name=found.name.shown(tongue),
        place=found.place.shown(tongue) if found.place else None,
        from_on=found.from_on,
        until_on=found.until_on,
        timezone=found.timezone,
        clock=clock_name(noon),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        days=_days(found, shown),
        tracks=tuple(BoardTrack(number, named.get(number), count.get(number, 0)) for number in numbers),
        next_track=next(number for number in range(1, 1000) if number not in numbers),
        names=there.names,
        sites=tuple(SiteChoice(site.key, site.name.shown(tongue)) for site in sheet.sites),
    )


def _days(found: Preparation, items: Sequence[BoardItem]) -> tuple[BoardDay, ...]:
    length = (found.until_on - found.from_on).days
    by_day: dict[int, list[BoardItem]] = {}
    for item in items:
        by_day.setdefault((item.on - found.from_on).days, []).append(item)
    days = []
    for number in sorted({*range(length), *by_day}):
        on = found.from_on + timedelta(days=number)
        lasting = tuple(item.id for item in items if item.on < on <= item.on + timedelta(days=item.nights))
        days.append(BoardDay(number, on, 0 <= number < length, tuple(by_day.get(number, ())), lasting))
    return tuple(days)


def _shown(
    rows: Mapping[int, PlannedItem], sheet: Sheet, there: Coming, tongue: str
) -> tuple[BoardItem, ...]:
    beside: dict[int, tuple[int, int]] = {}
    strands: dict[tuple[object, int], list[SheetItem]] = {}
    for item in sheet.items:
        strands.setdefault((item.on, item.track), []).append(item)
    for strand in strands.values():
        beside |= lanes(strand)
    sites = {site.key: site.name.shown(tongue) for site in sheet.sites}
    resources = {
        one.id: BoardResource(one.id, one.kind, one.name.shown(tongue), one.capacity)
        for one in sheet.resources
    }
    return tuple(
        _item(item, rows[item.id], beside[item.id], sites, resources, there, tongue) for item in sheet.items
    )


def _item(
    item: SheetItem,
    row: PlannedItem,
    beside: tuple[int, int],
    sites: Mapping[str, Shown],
    resources: Mapping[int, BoardResource],
    there: Coming,
    tongue: str,
) -> BoardItem:
    def shown(text: Localised | None) -> Shown | None:
        return text.shown(tongue) if text else None

    taken = tuple(one for key, one in resources.items() if key in item.resources)
    begins = item.starts or datetime.combine(item.on, time(12), ZoneInfo(item.zone))
    return BoardItem(
        id=item.id,
        version=item.version,
        kind=item.kind,
        state=item.state,
        title=item.title.shown(tongue),
        on=item.on,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        nights=row.nights,
        starts=item.starts,
        ends=item.ends,
        minutes=_minutes(item),
        clock=clock_name(begins),
        ends_clock=clock_name((item.ends or begins).astimezone(ZoneInfo(item.ends_zone))),
        track=item.track,
        lane=beside[0],
        lanes=beside[1],
        site=item.site,
        where=sites.get(item.site) or shown(item.place),
        to_site=item.to_site,
        to_where=sites.get(item.to_site),
        by=item.by,
        meal=item.meal,
        audience=item.audience,
        bodies=item.bodies,
        people=item.people,
        expected=there.expected(item),
        seats=seats(item, [(one.kind, one.capacity) for one in taken]),
        resources=taken,
        speaking=item.speaking,
        into=item.into,
        with_whom=shown(item.with_whom),
        bring=shown(item.bring),
        note=shown(item.note),
        plan_b=shown(item.plan_b),
        contact=item.contact,
        is_public=item.is_public,
        changed_at=row.changed_at,
    )


def _minutes(item: SheetItem) -> int | None:
    if item.starts is None or item.ends is None:
        return None
    return round((item.ends.timestamp() - item.starts.timestamp()) / 60)


@walled
def item(*, actor: Actor, preparation: str, number: int) -> ItemValues:
    """One item to be changed, for who runs the preparation; PlannedItem.DoesNotExist for one of another preparation."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    row = sheets.one_planned(found, number)
    return ItemValues(row.pk, row.version, arranged_of(row, found))


def arranged_of(row: PlannedItem, found: Preparation) -> Arranged:
    """What an item says now. Where a site was chosen its name is not said again as the place."""
    detail = sheets.detail_of(row)
    return Arranged(
        kind=row.kind,
        title=texts(row.title),
        day=found.from_on + timedelta(days=row.day),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        nights=row.nights,
        zone=row.zone,
        ends_zone=row.ends_zone,
        place=texts(None if detail.site else row.place),
        audience=row.audience,
        note=texts(row.note),
        state=detail.state,
        track=detail.track,
        site=detail.site.key if detail.site else "",
        to_site=detail.to_site.key if detail.to_site else "",
        by=detail.by,
        meal=detail.meal,
        capacity=detail.capacity,
        speaking=tuple(detail.speaking),
        into=tuple(detail.into),
        with_whom=texts(detail.with_whom),
        bring=texts(detail.bring),
        plan_b=texts(detail.plan_b),
        contact=detail.contact,
        is_public=detail.is_public,
        bodies=tuple(sheets.taken(row, "body")),
        people=tuple(sheets.taken(row, "delegate")),
        resources=tuple(sheets.taken(row, "resource")),
    )


@walled
def choices(*, actor: Actor, preparation: str, tongue: str) -> Choices:
    """For the form of an item; Refused for who does not run the preparation. Three queries beside access."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    sheet = sheets.made(found, ())
    there = coming(found, tongue)
    resources: dict[str, list[ResourceChoice]] = {kind: [] for kind in ResourceKind.values}
    for one in sheet.resources:
        resources[one.kind].append(
            ResourceChoice(one.id, one.kind, one.name.shown(tongue), one.site, one.capacity, one.languages)
        )
    return Choices(
        from_on=found.from_on,
        until_on=found.until_on,
        timezone=found.timezone,
        sites=tuple(SiteChoice(site.key, site.name.shown(tongue)) for site in sheet.sites),
        resources={kind: tuple(ones) for kind, ones in resources.items()},
        bodies=tuple(
            BodyChoice(
                slug,
                there.names[slug],
                tuple((one.key, there.names[one.key]) for one in there.people if one.body == slug),
            )
            for slug in there.bodies
        ),
        tracks=tuple((track.number, track.name.shown(tongue)) for track in sheet.tracks),
    )
