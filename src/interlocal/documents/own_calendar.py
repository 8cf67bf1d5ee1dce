"""The programme of one delegate as a calendar file."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from interlocal.delegations.queries.own_page import OwnItem, OwnPage
from interlocal.documents.formats import ics


def of_delegate(page: OwnPage, *, tongue: str, url: str, host: str) -> bytes:
    """What the own page shows. `url` must not be that page: calendars travel, and its address is a secret."""
    return ics.calendar(
        name=page.title.text,
        description=_("Your programme, as it was when you took this file."),
        lang=tongue,
        happenings=[_happening(page, item, url, host) for item in page.items],
    )


def _happening(page: OwnPage, item: OwnItem, url: str, host: str) -> ics.Happening:
    first, after = _moments(item, page.timezone)
    return ics.Happening(
        uid=f"{page.slug}.{item.id}@{host}",
        summary=item.title.text,
        lang=item.title.lang,
        first=first,
        after=after,
        status=ics.CONFIRMED,
        sequence=item.version - 1,
        told_at=item.changed_at or datetime.combine(item.on, time(), UTC),
        url=url,
        place=item.place.text if item.place else "",
        description=item.note.text if item.note else "",
    )


def _moments(item: OwnItem, zone: str) -> tuple[date | datetime, date | datetime | None]:
    """An item without an hour lasts the day."""
    if item.starts_at is None:
        return item.on, item.on + timedelta(days=1)
    try:
        return ics.hours(item.on, item.starts_at, item.ends_at, zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ics.hours(item.on, item.starts_at, item.ends_at, "")
