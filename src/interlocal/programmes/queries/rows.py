"""Editions as rows of a list, with their title, hosts and places: the same for every list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from django.db.models import CharField, F, IntegerField, QuerySet, Value

from interlocal.ground import labels, wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import date_in, label_in, localised_in, name_in, one_of, prepared, printed
from interlocal.ground.texts import Localised, Shown
from interlocal.programmes.kinds import HOSTS
from interlocal.programmes.models import BodyParticipation, Edition, EditionPlace


@dataclass(frozen=True, slots=True)
class Named:
    """A subject by its slug and its name; `country` where it has one."""

    slug: str
    name: Shown
    country: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an edition (city, venue or visit), with the point where it lies."""

    slug: str
    name: Shown
    role: str
    country: str
    longitude: float | None
    latitude: float | None
    heritage: str
    footnote: int


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition in a list. `until_on` and `planned_until_on` are half-open; `capacities` where a
    list is of one body, `updated_at` (when the journal last told of it) in feeds."""

    slug: str
    series: str
    series_name: Shown
    title: Shown
    ordinal: int | None
    state: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    planned_from_on: PartialDate | None
    planned_until_on: PartialDate | None
    sorts_on: date
    footnote: int
    hosts: tuple[Named, ...] = ()
    places: tuple[Where, ...] = ()
    capacities: tuple[str, ...] = ()
    updated_at: datetime | None = None

    @property
    def day(self) -> PartialDate | None:
        return self.from_on or self.planned_from_on

    @property
    def countries(self) -> tuple[str, ...]:
        """Of the hosts; where no host is recorded, of the places it was held in."""
        found = [host.country for host in self.hosts] or [
            place.country for place in self.places if place.role != "visit"
        ]
        return tuple(dict.fromkeys(country for country in found if country))


COLUMNS = (
    "id",
    "slug",
    "series__slug",
    "series__label",
    "title",
    "ordinal",
    "state",
    "from_on",
    "until_on",
    "planned_from_on",
    "planned_until_on",
    "sorts_on",
    "footnote_id",
)


_TEXTS = ("series__label", "title", "from_on", "until_on", "planned_from_on", "planned_until_on")
PRINTED = [printed(column) if column in _TEXTS else column for column in COLUMNS]


def read(row: Sequence[Any]) -> list[Any]:
    """A row of PRINTED as one of COLUMNS."""
    made = list(row)
    made[3], made[4] = label_in(made[3]), localised_in(made[4])
    made[7:11] = map(date_in, made[7:11])
    return made


def day_of(*dates: PartialDate | None) -> str | None:
    """The ISO day on which names are taken: the first of these that is known."""
    return next((known.first.isoformat() for known in dates if known), None)


def title_of(title: Any, label: Any, ordinal: int | None, day: PartialDate | None, tongue: str) -> Shown:
    """An edition's own title, else its number (or year) with the name its series had on that day."""
    if isinstance(title, Localised):
        return title.shown(tongue)
    name = labels.shown(label, tongue, on=day_of(day))
    text = wording.ordinal_title(ordinal, day.year if day else None, name.text, name.lang)
    return Shown(text, name.lang, name.state)


def rows_of(editions: QuerySet[Edition], *, tongue: str) -> list[EditionRow]:
    """These editions as rows, in the order of the queryset. Two queries."""
    found = [read(row) for row in editions.values_list(*PRINTED)]
    days = {row[0]: day_of(row[7], row[9]) for row in found}
    hosts, places = around(days, tongue=tongue)
    return [edition_row(row, tongue, hosts.get(row[0], ()), places.get(row[0], ())) for row in found]


def edition_row(
    row: Sequence[Any],
    tongue: str,
    hosts: Iterable[Named] = (),
    places: Iterable[Where] = (),
    capacities: Iterable[str] = (),
) -> EditionRow:
    (
        _,
        slug,
        series,
        label,
        title,
        ordinal,
        state,
        from_on,
        until_on,
        planned,
        planned_until,
        sorts_on,
        note,
    ) = row
    day = from_on or planned
    return EditionRow(
        slug,
        series,
        labels.shown(label, tongue, on=day_of(day)),
        title_of(title, label, ordinal, day, tongue),
        ordinal,
        state,
        from_on,
        until_on,
        planned,
        planned_until,
        sorts_on,
        note,
        tuple(hosts),
        tuple(places),
        tuple(capacities),
    )


def around(
    days: Mapping[int, str | None], *, tongue: str
) -> tuple[dict[int, list[Named]], dict[int, list[Where]]]:
    """Hosts and places of editions, given as the day on which their names are taken by edition. One query."""
    hosts: dict[int, list[Named]] = {}
    places: dict[int, list[Where]] = {}
    if not days:
        return hosts, places
    found = sorted(_around(list(days)), key=itemgetter(0, 3))
    for edition, what, role, _, slug, label, country, lon, lat, heritage, note in found:
        name = name_in(label, tongue, days[edition]) or _NOBODY
        if what == "host":
            hosts.setdefault(edition, []).append(Named(slug, name, country))
        else:
            where = Where(slug, name, role, country or "", lon, lat, heritage, note)
            places.setdefault(edition, []).append(where)
    return hosts, places


_NOBODY = Shown("", "en")


@prepared
def _around() -> "QuerySet[Any, Any]":
    hosts = BodyParticipation.objects.filter(one_of("edition_id"), capacity__in=HOSTS).values_list(
        "edition_id",
        Value("host", CharField()),
        "capacity",
        F("position") + Value(0, IntegerField()),
        "body__slug",
        "body__label",
        "body__country",
        "body__longitude",
        "body__latitude",
        Value("", CharField()),
        "footnote_id",
    )
    places = EditionPlace.objects.filter(one_of("edition_id")).values_list(
        "edition_id",
        Value("place", CharField()),
        "role",
        F("position") + Value(1000, IntegerField()),
        "place__slug",
        "place__label",
        "place__body__country",
        "place__longitude",
        "place__latitude",
        "place__heritage",
        "footnote_id",
    )
    return hosts.union(places, all=True)
