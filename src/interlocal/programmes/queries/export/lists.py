"""The lists of series, editions and topics as data: by the filters of the pages, with all their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.paging import Paged
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.kinds import State
from interlocal.programmes.models import EditionTopic, Organiser, Series, SeriesTopic, Topic
from interlocal.programmes.queries import listed
from interlocal.programmes.queries.listed import EditionFilter
from interlocal.programmes.queries.rows import COLUMNS, Named, Where, around, day_of, title_of
from interlocal.registry.queries.export.lists import Names, made, names_in_all, of_page


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """`organisers` are (body, role); `editions` and `held` how many are recorded, and recorded as held."""

    slug: str
    names: Names
    kind: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    cadence_months: int | None
    rotation: tuple[str, ...]
    organisers: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    editions: int
    held: int
    footnotes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EditionLine:
    slug: str
    series: str
    ordinal: int | None
    names: Names
    state: str
    days: Span | None
    planned: Span | None
    hosts: tuple[Named, ...]
    places: tuple[Where, ...]
    topics: tuple[str, ...]
    footnote: int


@dataclass(frozen=True, slots=True)
class TopicLine:
    slug: str
    names: Names
    broader: str | None
    editions: int


def series_lines(*, tongue: str, page: str | None = None) -> Paged[SeriesLine]:
    """Series by the reader's order; a page of them, or all. Three queries, four for a page."""
    columns = (
        "id",
        "slug",
        "label",
        "kind",
        "from_on",
        "until_on",
        "cadence_months",
        "rotation",
        "footnote_id",
    )
    found = Series.objects.order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id").annotate(
        recorded=Count("editions"), held=Count("editions", filter=Q(editions__state=State.HELD))
    )
    rows = of_page(found.values_list(*columns, "cadence_footnote_id", "recorded", "held"), page)
    keys = [row[0] for row in rows.rows]
    organisers, topics = _organisers(keys), _topics_of_series(keys)
    return made(rows, (_series(row, organisers.get(row[0], ()), topics.get(row[0], ())) for row in rows.rows))


def _series(
    row: Sequence[Any], organisers: tuple[tuple[str, str], ...], topics: tuple[str, ...]
) -> SeriesLine:
    _, slug, label, kind, from_on, until_on, months, rotation, footnote, cadence_footnote, editions, held = (
        row
    )
    notes = tuple(note for note in (footnote, cadence_footnote) if note is not None)
    names = names_in_all(label)
    return SeriesLine(
        slug,
        names,
        kind,
        from_on,
        until_on,
        months,
        tuple(rotation),
        organisers,
        topics,
        editions,
        held,
        notes,
    )


def _organisers(series: Sequence[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    rows = Organiser.objects.filter(series__in=series).order_by("position", "id")
    for key, body, role in rows.values_list("series_id", "body__slug", "role"):
        found[key] = (*found.get(key, ()), (body, role))
    return found


def _topics_of_series(series: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for key, topic in (
        SeriesTopic.objects.filter(series__in=series).order_by("id").values_list("series_id", "topic__slug")
    ):
        found[key] = (*found.get(key, ()), topic)
    return found


def edition_lines(*, wanted: EditionFilter, tongue: str, page: str | None = None) -> Paged[EditionLine]:
    """The editions asked for, newest first; a page of them, or all. Three queries, four for a page."""
    rows = of_page(listed._found(wanted).values_list(*COLUMNS), page)
    hosts, places = around({row[0]: day_of(row[7], row[9]) for row in rows.rows}, tongue=tongue)
    topics: dict[int, tuple[str, ...]] = {}
    chosen = EditionTopic.objects.filter(edition__in=[row[0] for row in rows.rows]).order_by("id")
    for key, topic in chosen.values_list("edition_id", "topic__slug"):
        topics[key] = (*topics.get(key, ()), topic)
    return made(
        rows,
        (
            _edition(row, hosts.get(row[0], ()), places.get(row[0], ()), topics.get(row[0], ()))
            for row in rows.rows
        ),
    )


def _edition(
    row: Sequence[Any], hosts: Sequence[Named], places: Sequence[Where], topics: tuple[str, ...]
) -> EditionLine:
    _, slug, series, label, title, ordinal, state, from_on, until_on, planned, planned_until, _, footnote = (
        row
    )
    names = {tongue: title_of(title, label, ordinal, from_on or planned, tongue) for tongue in TONGUES}
    return EditionLine(
        slug=slug,
        series=series,
        ordinal=ordinal,
        names={tongue: name for tongue, name in names.items() if name.lang == tongue},
        state=state,
        days=_span(from_on, until_on),
        planned=_span(planned, planned_until),
        hosts=tuple(hosts),
        places=tuple(places),
        topics=topics,
        footnote=footnote,
    )


def _span(from_on: PartialDate | None, until_on: PartialDate | None) -> Span | None:
    return Span.from_half_open(from_on, until_on) if from_on and until_on else None


def topic_lines(*, tongue: str, page: str | None = None) -> Paged[TopicLine]:
    """Topics by the reader's order; a page of them, or all. One query, two for a page."""
    found = Topic.objects.order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id").annotate(
        n=Count("editions")
    )
    rows = of_page(found.values_list("slug", "label", "broader__slug", "n"), page)
    return made(
        rows, (TopicLine(slug, names_in_all(label), broader, n) for slug, label, broader, n in rows.rows)
    )
