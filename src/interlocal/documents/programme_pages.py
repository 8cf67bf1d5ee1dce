"""A programme as a page shows it, in the public web and in the office: days, and items that begin together side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetSite
from interlocal.documents.papers.wording import hours, zone_label
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.wording import print_date_and_weekday
from interlocal.programmes.kinds import ItemKind, ItemState


@dataclass(frozen=True, slots=True)
class Line:
    """An item as the page shows it. `where` joins site and room; `brings` and `note` only where the sheet has them."""

    item: SheetItem
    hours: str
    title: Shown
    kind: str
    state: str
    where: tuple[Shown, ...]
    leads_to: Shown | None
    vehicles: tuple[Shown, ...]
    with_whom: Shown | None
    bring: Shown | None
    note: Shown | None
    track: Shown | None


@dataclass(frozen=True, slots=True)
class Day:
    """A day in words, and its items in groups of those that begin together."""

    says: str
    slots: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """`sites` with their addresses; `zone` names the clock of all hours that say no other."""

    sheet: Sheet
    name: Shown
    place: Shown | None
    from_on: PartialDate
    until_on: PartialDate
    zone: str
    days: tuple[Day, ...]
    sites: tuple[tuple[Shown, Shown | None], ...]


def page(sheet: Sheet, *, tongue: str) -> Page:
    return Page(
        sheet=sheet,
        name=sheet.name.shown(tongue),
        place=sheet.place.shown(tongue) if sheet.place else None,
        from_on=PartialDate.of(sheet.from_on),
        until_on=PartialDate.of(sheet.until_on),
        zone=zone_label(sheet.timezone, sheet.from_on),
        days=tuple(_days(sheet, tongue)),
        sites=tuple(_address(site, tongue) for site in sheet.sites),
    )


def _days(sheet: Sheet, tongue: str) -> Iterator[Day]:
    for on, items in sheet.days():
        slots = (
            tuple(_line(sheet, item, tongue) for item in together)
            for _begins, together in groupby(items, key=lambda item: item.starts)
        )
        yield Day(print_date_and_weekday(PartialDate.of(on), tongue), tuple(slots))


def _line(sheet: Sheet, item: SheetItem, tongue: str) -> Line:
    site, to_site = sheet.site(item.site), sheet.site(item.to_site)
    rooms = [one.name for one in sheet.resources_of(item, "room")]
    place = site.name if site else item.place
    track = next((one.name for one in sheet.tracks if one.number == item.track), None)
    return Line(
        item=item,
        hours=hours(item, home=sheet.timezone),
        title=item.title.shown(tongue),
        kind=str(ItemKind(item.kind).label),
        state=str(ItemState(item.state).label) if item.state == "sought" else "",
        where=tuple(one.shown(tongue) for one in (place, *rooms) if one),
        leads_to=to_site.name.shown(tongue) if to_site else None,
        vehicles=tuple(one.name.shown(tongue) for one in sheet.resources_of(item, "vehicle")),
        with_whom=item.with_whom.shown(tongue) if item.with_whom else None,
        bring=item.bring.shown(tongue) if item.bring else None,
        note=item.note.shown(tongue) if item.note else None,
        track=track.shown(tongue) if track and item.track else None,
    )


def _address(site: SheetSite, tongue: str) -> tuple[Shown, Shown | None]:
    return site.name.shown(tongue), site.address.shown(tongue) if site.address else None
