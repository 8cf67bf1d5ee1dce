"""Calendars (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Calendar, Event

TYPE = "text/calendar; charset=utf-8"
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, of whole days or of hours with a zone.

    `after` is the first moment outside, None where nobody said; `lang` that of the summary; `at` is
    (longitude, latitude).
    """

    uid: str
    summary: str
    lang: str
    first: date | datetime
    after: date | datetime | None
    status: str
    sequence: int
    told_at: datetime
    url: str
    place: str = ""
    at: tuple[float, float] | None = None
    topics: tuple[str, ...] = ()
    description: str = ""


def calendar(*, name: str, description: str, lang: str, happenings: Iterable[Happening]) -> bytes:
    """The calendar, the same bytes for the same values."""
    # Half a megabyte of code that the pages do without.
    from icalendar import Calendar

    made = Calendar()
    made.add("PRODID", "-//Interlocal//Record of local diplomacy//EN")
    made.add("VERSION", "2.0")
    made.add("CALSCALE", "GREGORIAN")
    made.add("X-WR-CALNAME", name, parameters={"LANGUAGE": lang})
    made.add("X-WR-CALDESC", description, parameters={"LANGUAGE": lang})
    made.add("REFRESH-INTERVAL", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    made.add("X-PUBLISHED-TTL", "PT12H")
    zoned = False
    for happening in happenings:
        made.add_component(_event(happening))
        zoned = zoned or isinstance(happening.first, datetime)
    if zoned:
        _add_zones(made)
    return bytes(made.to_ical())


def _add_zones(made: "Calendar") -> None:
    """Only the years in question: a zone has a history of its own."""
    days = [event.start for event in made.events]
    first, last = min(day.year for day in days), max(day.year for day in days)
    made.add_missing_timezones(first_date=date(first - 1, 1, 1), last_date=date(last + 1, 12, 31))


def _event(happening: Happening) -> "Event":
    from icalendar import Event  # as above

    made = Event()
    # With no METHOD, the stamp says when it was last told, as LAST-MODIFIED does.
    told_at = happening.told_at.astimezone(UTC).replace(microsecond=0)
    made.add("UID", happening.uid)
    made.add("DTSTAMP", told_at)
    made.add("LAST-MODIFIED", told_at)
    made.add("SEQUENCE", happening.sequence)
    made.add("STATUS", happening.status)
    made.add("SUMMARY", happening.summary, parameters={"LANGUAGE": happening.lang})
    made.add("DTSTART", happening.first)
    if happening.after is not None:
        made.add("DTEND", happening.after)
    if happening.url:
        made.add("URL", happening.url)
    made.add("TRANSP", "TRANSPARENT")
    if happening.place:
        made.add("LOCATION", happening.place)
    if happening.at:
        made.add("GEO", (happening.at[1], happening.at[0]))
    if happening.topics:
        made.add("CATEGORIES", list(happening.topics))
    if happening.description:
        made.add("DESCRIPTION", happening.description)
    return made


def hours(day: date, starts: time, ends: time | None, zone: str) -> tuple[datetime, datetime | None]:
    """The moments between which something lasts that day; past midnight when it ends before it starts.

    Without a zone, as the clock on the wall shows them; ZoneInfoNotFoundError or ValueError for a wrong one.
    """
    where = ZoneInfo(zone) if zone else None
    first = datetime.combine(day, starts, where)
    if ends is None or ends == starts:
        return first, None
    return first, datetime.combine(day + timedelta(days=ends < starts), ends, where)
