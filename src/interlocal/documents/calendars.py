"""Calendars of editions, and of the programme of one.

Only what is known to the day is in a calendar: an edition known to its month or year would have to be put
on days nobody named. The calendar's description says so.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfoNotFoundError

from django.utils.translation import gettext as _

from interlocal.documents.formats import ics
from interlocal.ground import wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.punctuation import sentences
from interlocal.ground.tongues import reading
from interlocal.programmes import queries
from interlocal.programmes.kinds import ItemState, State
from interlocal.programmes.queries import EditionRow
from interlocal.programmes.queries.export import calendar as reads
from interlocal.programmes.queries.export.calendar import Hour, Told

# The full address of a subject's page: kind, key.
Address = Callable[[str, str], str]

# A calendar holds so many editions, the latest by their day.
MOST = 200

_STATUS = {
    State.TENTATIVE: ics.TENTATIVE,
    State.ANNOUNCED: ics.TENTATIVE,
    State.CONFIRMED: ics.CONFIRMED,
    State.HELD: ics.CONFIRMED,
    State.CANCELLED: ics.CANCELLED,
}
_ITEM_STATUS = {ItemState.SOUGHT: ics.TENTATIVE, ItemState.DECLINED: ics.CANCELLED}


def of_all(*, tongue: str, address: Address, host: str) -> bytes:
    """The latest editions of all series, as far as their days are known."""
    rows = queries.edition_feed(series=None, tongue=tongue, limit=MOST)
    happenings = _happenings(rows, tongue, address, host)
    return ics.calendar(name="Interlocal", description=_about(rows), lang=tongue, happenings=happenings)


def of_series(*, series: str, tongue: str, address: Address, host: str) -> bytes:
    """The editions of one series; ObjectDoesNotExist where there is none."""
    name = reads.series_name(slug=series, tongue=tongue)
    rows = queries.edition_feed(series=series, tongue=tongue, limit=MOST)
    happenings = _happenings(rows, tongue, address, host)
    return ics.calendar(name=name.text, description=_about(rows), lang=tongue, happenings=happenings)


def of_edition(*, edition: str, tongue: str, address: Address, host: str) -> bytes:
    """One edition and the hours of its programme; ObjectDoesNotExist where there is none."""
    reads.edition_exists(slug=edition)
    rows = queries.edition_feed(series=None, edition=edition, tongue=tongue)
    whole = _happenings(rows, tongue, address, host)
    hours = [
        _hour(hour, row, row_told, address, host)
        for row, row_told in zip(rows, _told(rows), strict=True)
        for hour in reads.hours_of(edition=edition, tongue=tongue)
    ]
    return ics.calendar(
        name=rows[0].title.text, description=_about(rows), lang=tongue, happenings=[*whole, *hours]
    )


def _about(rows: Sequence[EditionRow]) -> str:
    said = _("What is known to the day. Editions known only to their month or year are not in this calendar.")
    if len(rows) < MOST:
        return said
    cut = _("It goes back over the latest %(count)s editions.") % {"count": MOST}
    return sentences((said, cut), reading())


def _happenings(rows: Sequence[EditionRow], tongue: str, address: Address, host: str) -> list[ics.Happening]:
    dated = [(row, days, told) for row, told in zip(rows, _told(rows), strict=True) if (days := _days(row))]
    slugs = [row.slug for row, _, _ in dated]
    topics = reads.topics_of(editions=slugs, tongue=tongue)
    anew = reads.postponed_anew(editions=[row.slug for row, _, _ in dated if row.state == State.POSTPONED])
    return [
        ics.Happening(
            uid=f"{row.slug}@{host}",
            summary=row.title.text,
            lang=row.title.lang,
            first=days[0],
            after=days[1],
            status=_status(row, anew),
            sequence=told.times,
            told_at=told.at,
            url=address("edition", row.slug),
            place=_place(row, tongue),
            at=_point(row),
            topics=topics.get(row.slug, ()),
            description=str(State(row.state).label),
        )
        for row, days, told in dated
    ]


def _told(rows: Iterable[EditionRow]) -> list[Told]:
    rows = list(rows)
    told = reads.told_of(editions=[row.slug for row in rows])
    return [told.get(row.slug) or Told(0, datetime.combine(row.sorts_on, time(), UTC)) for row in rows]


def _days(row: EditionRow) -> tuple[date, date] | None:
    """The first day and the first day outside, where both are known."""
    from_on, until_on = (
        (row.from_on, row.until_on) if row.from_on else (row.planned_from_on, row.planned_until_on)
    )
    if not _to_the_day(from_on) or not _to_the_day(until_on):
        return None
    assert from_on
    assert until_on
    return from_on.first, until_on.first


def _to_the_day(on: PartialDate | None) -> bool:
    return on is not None and on.known == "day"


def _status(row: EditionRow, anew: set[str]) -> str:
    """What is postponed is not on the days it had. Where new ones are named with it, the row has them."""
    if row.state == State.POSTPONED:
        return ics.TENTATIVE if row.slug in anew else ics.CANCELLED
    return _STATUS[State(row.state)]


def _place(row: EditionRow, tongue: str) -> str:
    """The venue and the city; where no place is recorded, the hosts."""
    places = sorted(
        (place for place in row.places if place.role != "visit"), key=lambda place: place.role != "venue"
    )
    return wording.join_list([named.name.text for named in places or row.hosts], tongue)


def _point(row: EditionRow) -> tuple[float, float] | None:
    places = sorted(
        (place for place in row.places if place.role != "visit"), key=lambda place: place.role != "venue"
    )
    return next(
        (
            (at.longitude, at.latitude)
            for at in places
            if at.longitude is not None and at.latitude is not None
        ),
        None,
    )


def _hour(hour: Hour, row: EditionRow, told: Told, address: Address, host: str) -> ics.Happening:
    first, after = _moments(hour)
    cancelled = row.state == State.CANCELLED
    return ics.Happening(
        uid=f"{row.slug}.{hour.slug}@{host}",
        summary=hour.title.text,
        lang=hour.title.lang,
        first=first,
        after=after,
        status=ics.CANCELLED if cancelled else _ITEM_STATUS.get(ItemState(hour.state), ics.CONFIRMED),
        sequence=told.times,
        told_at=told.at,
        url=address("edition", row.slug),
        place=hour.place.text if hour.place else "",
        at=hour.at,
        description=hour.about.text if hour.about else "",
    )


def _moments(hour: Hour) -> tuple[datetime, datetime | None]:
    try:
        return ics.hours(hour.day, hour.starts, hour.ends, hour.zone)
    except (ZoneInfoNotFoundError, ValueError):
        # A zone this machine's tables do not have: the hours as the clock on the wall shows them.
        return ics.hours(hour.day, hour.starts, hour.ends, "")
