"""The first page: what is coming, what was held, and ways into everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import date_in, label_in, localised_in, name_in, prepared, printed, text_in
from interlocal.ground.texts import Shown
from interlocal.programmes.kinds import COMING, State
from interlocal.programmes.models import Edition, Organiser, Outcome
from interlocal.programmes.queries.changes import Change, latest_changes
from interlocal.programmes.queries.rows import EditionRow, Named, rows_of, title_of
from interlocal.programmes.queries.series import SeriesCard, series_cards
from interlocal.programmes.queries.topics import SpokenOf, topics_spoken_of
from interlocal.registry.kinds import BodyKind, TieType
from interlocal.registry.models import Body, Membership, TieSide

# Beyond this many editions a page does not tell each series by all of them.
MOST_EDITIONS, MOST_COMING = 100, 50
# A plan known to its year only begins with that year.
PLANNED_SINCE = timedelta(days=366)
_CARRIERS = (BodyKind.ASSOCIATION, BodyKind.SECRETARIAT, BodyKind.MINISTRY, BodyKind.OFFICE)
_COUNTED = {
    "series": "select count(*) from programmes_series",
    "editions": "select count(*) from programmes_edition",
    "bodies": "select count(*) from registry_body",
    "people": "select count(*) from registry_person",
    "ties": "select count(*) from registry_tie",
    "sources": "select count(*) from evidence_source",
}


@dataclass(frozen=True, slots=True)
class LatestOutcome:
    """What was agreed, proposed or asked for at an edition held lately."""

    kind: str
    text: Shown
    edition: str
    edition_title: Shown
    day: PartialDate | None


@dataclass(frozen=True, slots=True)
class Carrier:
    """An association, secretariat, ministry or office that carries the exchanges."""

    slug: str
    name: Shown
    kind: str
    country: str


@dataclass(frozen=True, slots=True)
class HomePage:
    coming: tuple[EditionRow, ...]
    held: tuple[EditionRow, ...]
    series: tuple[SeriesCard, ...]
    outcomes: tuple[LatestOutcome, ...]
    carriers: tuple[Carrier, ...]
    memoranda: tuple[Named, ...]
    topics: tuple[SpokenOf, ...]
    changes: tuple[Change, ...]
    counts: dict[str, int]
    editions: tuple[EditionRow, ...]


def home_page(*, tongue: str, today: date) -> HomePage:
    """About ten queries, whatever the size of the record."""
    coming = [row for row in _planned(today, tongue) if _ahead(row, today)]
    past = Edition.objects.filter(sorts_on__lte=today).order_by("-sorts_on", "slug")
    latest = rows_of(past[:MOST_EDITIONS], tongue=tongue)
    held = [row for row in latest if row.state == State.HELD]
    known = {row.slug: row for row in (*reversed(latest), *coming)}
    return HomePage(
        tuple(coming[:6]),
        tuple(held[:6]),
        tuple(_by_liveliness(series_cards(tongue=tongue, today=today, rows=list(known.values())))),
        _outcomes(tongue),
        _carriers(tongue),
        _memoranda(tongue),
        tuple(topics_spoken_of(tongue=tongue)),
        tuple(latest_changes(kinds=("edition", "series", "tie"), limit=6, tongue=tongue)),
        _counts(),
        tuple(reversed(known.values())),
    )


def _planned(today: date, tongue: str) -> list[EditionRow]:
    """What is announced for days to come, the nearest first."""
    found = Edition.objects.filter(state__in=COMING, sorts_on__gte=today - PLANNED_SINCE)
    return rows_of(found.order_by("sorts_on", "slug")[:MOST_COMING], tongue=tongue)


def _by_liveliness(cards: Sequence[SeriesCard]) -> list[SeriesCard]:
    """Series with many editions first; those of one length keep the order of the reader's language."""
    return sorted(cards, key=lambda card: -max(card.held, card.numbered))[:12]


def _ahead(row: EditionRow, today: date) -> bool:
    end = row.planned_until_on or row.until_on
    return end is None or end.first > today


def _outcomes(tongue: str) -> tuple[LatestOutcome, ...]:
    found = []
    for kind, text, slug, title, label, ordinal, from_on in _outcome_rows():
        day, name = date_in(from_on), label_in(label)
        called = title_of(localised_in(title), name, ordinal, day, tongue)
        found.append(LatestOutcome(kind, text_in(text, tongue) or _NOBODY, slug, called, day))
    return tuple(found)


_NOBODY = Shown("", "en")


@prepared
def _outcome_rows() -> "QuerySet[Any, Any]":
    found = Outcome.objects.filter(edition__state=State.HELD)
    latest = found.order_by("-edition__sorts_on", "edition_id", "position")
    return latest.values_list(
        "kind",
        "text",
        "edition__slug",
        "edition__title",
        "edition__series__label",
        "edition__ordinal",
        printed("edition__from_on"),
    )[:7]


def _carriers(tongue: str) -> tuple[Carrier, ...]:
    """Bodies that organise or gather others; offices only where they organise a series."""
    return tuple(
        Carrier(slug, name_in(label, tongue, None) or _NOBODY, kind, country)
        for slug, label, kind, country in _carrier_rows()
    )


@prepared
def _carrier_rows() -> "QuerySet[Any, Any]":
    organises = Exists(Organiser.objects.filter(body=OuterRef("pk")))
    has_members = Exists(Membership.objects.filter(association=OuterRef("pk")))
    rows = Body.objects.filter(organises | has_members, kind__in=_CARRIERS).order_by("kind", "slug")
    return rows.values_list("slug", "label", "kind", "country")[:16]


def _memoranda(tongue: str) -> tuple[Named, ...]:
    sides: dict[str, list[Shown]] = {}
    for tie, label, _ in _memorandum_rows():
        sides.setdefault(tie, []).append(labels.shown(label_in(label), tongue, short=True))
    return tuple(
        Named(tie, Shown(" – ".join(name.text for name in names), names[0].lang))
        for tie, names in sides.items()
    )


@prepared
def _memorandum_rows() -> "QuerySet[Any, Any]":
    rows = TieSide.objects.filter(tie__sides__type=TieType.MOU).distinct().order_by("tie__slug", "position")
    return rows.values_list("tie__slug", "body__label", "position")[:24]


def _counts() -> dict[str, int]:
    """One query."""
    with connection.cursor() as cursor:
        cursor.execute("select " + ", ".join(f"({one})" for one in _COUNTED.values()))
        return dict(zip(_COUNTED, cursor.fetchone(), strict=True))
