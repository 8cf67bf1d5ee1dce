"""The first page: what is coming, what was held, and ways into everything else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.programmes.kinds import COMING, State
from interlocal.programmes.models import Edition, Outcome
from interlocal.programmes.queries.changes import Change, latest_changes
from interlocal.programmes.queries.rows import EditionRow, Named, rows_of, title_of
from interlocal.programmes.queries.series import SeriesCard, series_cards
from interlocal.programmes.queries.topics import TopicRow, topic_rows
from interlocal.registry.kinds import BodyKind, TieType
from interlocal.registry.models import Body, TieSide

# Beyond this many editions a page does not tell each series by all of them.
MOST_EDITIONS = 400
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
    topics: tuple[TopicRow, ...]
    changes: tuple[Change, ...]
    counts: dict[str, int]
    editions: tuple[EditionRow, ...]


def home_page(*, tongue: str, today: date) -> HomePage:
    """About ten queries, whatever the size of the record."""
    latest = rows_of(Edition.objects.order_by("-sorts_on", "slug")[:MOST_EDITIONS], tongue=tongue)
    coming = [row for row in reversed(latest) if row.state in COMING and _ahead(row, today)]
    held = [row for row in latest if row.state == State.HELD]
    return HomePage(
        tuple(coming[:6]),
        tuple(held[:6]),
        tuple(_by_liveliness(series_cards(tongue=tongue, today=today, rows=latest[::-1]))),
        _outcomes(tongue),
        _carriers(tongue),
        _memoranda(tongue),
        tuple(row for row in topic_rows(tongue=tongue) if row.editions or row.items),
        tuple(latest_changes(kinds=("edition", "series", "tie"), limit=6, tongue=tongue)),
        _counts(),
        tuple(latest),
    )


def _by_liveliness(cards: Sequence[SeriesCard]) -> list[SeriesCard]:
    """Series with many editions first; those of one length keep the order of the reader's language."""
    return sorted(cards, key=lambda card: -max(card.held, card.numbered))[:12]


def _ahead(row: EditionRow, today: date) -> bool:
    end = row.planned_until_on or row.until_on
    return end is None or end.first > today


def _outcomes(tongue: str) -> tuple[LatestOutcome, ...]:
    rows = Outcome.objects.filter(edition__state=State.HELD).order_by(
        "-edition__sorts_on", "edition_id", "position"
    )
    columns = (
        "kind",
        "text",
        "edition__slug",
        "edition__title",
        "edition__series__label",
        "edition__ordinal",
    )
    return tuple(
        LatestOutcome(kind, text.shown(tongue), slug, title_of(title, label, ordinal, day, tongue), day)
        for kind, text, slug, title, label, ordinal, day in rows.values_list(*columns, "edition__from_on")[:7]
    )


def _carriers(tongue: str) -> tuple[Carrier, ...]:
    """Bodies that organise or gather others; offices only where they organise a series."""
    organising = Q(organises__isnull=False) | Q(members__isnull=False)
    rows = Body.objects.filter(organising, kind__in=_CARRIERS).distinct().order_by("kind", "slug")
    return tuple(
        Carrier(slug, labels.shown(label, tongue), kind, country)
        for slug, label, kind, country in rows.values_list("slug", "label", "kind", "country")[:16]
    )


def _memoranda(tongue: str) -> tuple[Named, ...]:
    sides: dict[str, list[Shown]] = {}
    rows = TieSide.objects.filter(tie__sides__type=TieType.MOU).distinct().order_by("tie__slug", "position")
    for tie, label, _ in rows.values_list("tie__slug", "body__label", "position")[:24]:
        sides.setdefault(tie, []).append(labels.shown(label, tongue, short=True))
    return tuple(
        Named(tie, Shown(" – ".join(name.text for name in names), names[0].lang))
        for tie, names in sides.items()
    )


def _counts() -> dict[str, int]:
    """One query."""
    with connection.cursor() as cursor:
        cursor.execute("select " + ", ".join(f"({one})" for one in _COUNTED.values()))
        return dict(zip(_COUNTED, cursor.fetchone(), strict=True))
