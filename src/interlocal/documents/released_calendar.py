"""A released programme as a calendar to subscribe to: the same items under the same names in every version."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext as _

from interlocal.arrangements.rules.sheets import Sheet, SheetItem, sequence
from interlocal.documents.formats import ics

_STATUS: Final = {"sought": ics.TENTATIVE, "declined": ics.CANCELLED}


def of_programme(sheet: Sheet, *, tongue: str, url: str, host: str) -> bytes:
    """Items without an hour last their day."""
    return ics.calendar(
        name=sheet.name.shown(tongue).text,
        description=_("Programme, version %(number)s.") % {"number": sheet.number or 0},
        lang=tongue,
        happenings=[_happening(sheet, item, tongue, url, host) for item in sheet.items],
    )


def _happening(sheet: Sheet, item: SheetItem, tongue: str, url: str, host: str) -> ics.Happening:
    title = item.title.shown(tongue)
    site = sheet.site(item.site)
    first, after = _moments(item)
    return ics.Happening(
        uid=f"{sheet.slug}.{item.id}@{host}",
        summary=title.text,
        lang=title.lang,
        first=first,
        after=after,
        status=_STATUS.get(item.state, ics.CONFIRMED),
        sequence=sequence(sheet, item),
        told_at=sheet.released_at or datetime.combine(item.on, time(), UTC),
        url=url,
        place=_where(sheet, item, tongue),
        at=(site.longitude, site.latitude)
        if site and site.longitude is not None and site.latitude is not None
        else None,
    )


def _moments(item: SheetItem) -> tuple[date | datetime, date | datetime | None]:
    if item.starts is None:
        return item.on, item.on + timedelta(days=1)
    return item.starts, item.ends


def _where(sheet: Sheet, item: SheetItem, tongue: str) -> str:
    site = sheet.site(item.site)
    rooms = [one.name for one in sheet.resources_of(item, "room")]
    names = [*rooms, *([site.name] if site else [item.place] if item.place else [])]
    address = [site.address] if site and site.address else []
    return ", ".join(one.shown(tongue).text for one in (*names, *address))
