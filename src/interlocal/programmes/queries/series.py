"""Series: the list of them, and one with its names, pace, hosts and editions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from interlocal.evidence import queries as evidence
from interlocal.evidence.kinds import Attribute
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import date_in, label_in, prepared, printed
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.programmes import rules
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    Organiser,
    Series,
    SeriesName,
    SeriesTopic,
)
from interlocal.programmes.queries.checks import Check, checks_of_series, facts_of, sizes_of
from interlocal.programmes.queries.rows import EditionRow, Named, rows_of


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name of a series: its language and kind, and when it held."""

    language: str
    kind: str
    text: str
    machine: bool
    from_on: PartialDate | None
    until_on: PartialDate | None
    footnote: int


@dataclass(frozen=True, slots=True)
class OrganiserRow:
    slug: str
    name: Shown
    country: str
    role: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    footnote: int


@dataclass(frozen=True, slots=True)
class Present:
    """A body in a series: in how many editions, and whether it ever hosted. The point is its seat."""

    slug: str
    name: Shown
    country: str
    longitude: float | None
    latitude: float | None
    editions: int
    hosted: int


@dataclass(frozen=True, slots=True)
class SeriesCard:
    """A series in a list. `editions` are all on record, earliest first."""

    slug: str
    name: Shown
    kind: str
    cadence_months: int | None
    from_on: PartialDate | None
    until_on: PartialDate | None
    editions: tuple[EditionRow, ...]
    held: int
    last: EditionRow | None
    next: rules.Next | None
    lapses: tuple[rules.Lapse, ...]
    footnote: int

    @property
    def numbered(self) -> int:
        """The highest number known: where it is above `held`, more editions than are on record."""
        return rules.numbered_up_to([facts_of(row) for row in self.editions])


@dataclass(frozen=True, slots=True)
class SeriesPage:
    card: SeriesCard
    names: tuple[NameRow, ...]
    rotation: tuple[str, ...]
    turns: tuple[rules.Turn, ...]
    cadence_footnote: int | None
    about: Shown | None
    organisers: tuple[OrganiserRow, ...]
    topics: tuple[Named, ...]
    bodies: tuple[Present, ...]
    sizes: Mapping[str, evidence.Figure]
    figures: tuple[evidence.Figure, ...]
    checks: tuple[Check, ...]
    conflicts: tuple[tuple[EditionRow, evidence.Figure], ...]
    notes: evidence.Notes

    def edition(self, slug: str) -> EditionRow:
        return next(row for row in self.card.editions if row.slug == slug)


_COLUMNS = ("slug", "label", "kind", "cadence_months", "from_on", "until_on", "footnote_id")


def series_cards(*, tongue: str, today: date, rows: Sequence[EditionRow] | None = None) -> list[SeriesCard]:
    """Every series with its editions, in the order of the reader's language. Three queries, one when
    `rows` are given.
    """
    if rows is None:
        rows = rows_of(Edition.objects.order_by("sorts_on", "slug"), tongue=tongue)
    by_series: dict[str, list[EditionRow]] = {}
    for row in rows:
        by_series.setdefault(row.series, []).append(row)
    return [_card(_read(row), by_series.get(row[0], ()), tongue, today) for row in _SERIES[tongue]()]


def _series(tongue: str) -> "QuerySet[Any, Any]":
    columns = [printed(column) if column in ("from_on", "until_on") else column for column in _COLUMNS]
    return Series.objects.order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id").values_list(*columns)


# The order of names is another one in each language.
_SERIES = {tongue: prepared(partial(_series, tongue)) for tongue in TONGUES}


def _read(row: Sequence[Any]) -> tuple[Any, ...]:
    slug, label, kind, cadence, from_on, until_on, note = row
    return slug, label_in(label), kind, cadence, date_in(from_on), date_in(until_on), note


def _card(row: Sequence[Any], editions: Sequence[EditionRow], tongue: str, today: date) -> SeriesCard:
    slug, label, kind, cadence, from_on, until_on, note = row
    facts = [facts_of(edition) for edition in editions]
    held = {edition.slug for edition, _ in rules.held_in_order(facts)}
    ended = bool(until_on and until_on.first <= today)
    return SeriesCard(
        slug,
        labels.shown(label, tongue),
        kind,
        cadence,
        from_on,
        until_on,
        tuple(editions),
        len(held),
        next((edition for edition in reversed(editions) if edition.slug in held), None),
        rules.next_edition(facts, cadence=cadence, ended=ended, today=today),
        tuple(rules.lapses(facts, cadence=None if ended else cadence, today=today)),
        note,
    )


def series_page(*, slug: str, tongue: str, today: date) -> SeriesPage:
    """Everything the record says of a series; raise Series.DoesNotExist. Nine queries."""
    *row, key, rotation, cadence_note, about = Series.objects.values_list(
        *_COLUMNS, "id", "rotation", "cadence_footnote_id", "about"
    ).get(slug=slug)
    editions = rows_of(Edition.objects.filter(series=key).order_by("sorts_on", "slug"), tongue=tongue)
    card = _card(row, editions, tongue, today)
    names, (organisers, topics) = _names(key), _organisers_and_topics(key, tongue)
    figures = evidence.figures(kind="series", key=slug, tongue=tongue)
    of_editions = evidence.figures_of(
        kind="edition", keys=[row.slug for row in editions], attributes=list(Attribute), tongue=tongue
    )
    sizes = _sizes(of_editions)
    checks = checks_of_series(card.name, figures, editions, sizes_of(of_editions))
    conflicts = [
        (row, found) for row in editions for found in of_editions.get(row.slug, ()) if found.conflicting
    ]
    shown = _footnotes(
        card, cadence_note, names, organisers, sizes, figures, [figure for _, figure in conflicts]
    )
    return SeriesPage(
        card=card,
        names=names,
        rotation=tuple(rotation),
        turns=tuple(rules.turns([facts_of(row) for row in editions], rotation)),
        cadence_footnote=cadence_note,
        about=about.shown(tongue) if about else None,
        organisers=organisers,
        topics=topics,
        bodies=_bodies(key, tongue),
        sizes=sizes,
        figures=tuple(figures),
        checks=tuple(checks),
        conflicts=tuple(conflicts),
        notes=evidence.notes(shown, tongue=tongue),
    )


def _names(series: int) -> tuple[NameRow, ...]:
    rows = SeriesName.objects.filter(series=series).order_by("position", "id")
    columns = ("language", "kind", "text", "machine", "from_on", "until_on", "footnote_id")
    return tuple(NameRow(*row) for row in rows.values_list(*columns))


def _organisers_and_topics(series: int, tongue: str) -> tuple[tuple[OrganiserRow, ...], tuple[Named, ...]]:
    """One query."""
    null = Value(None, CharField())
    organisers = Organiser.objects.filter(series=series).values_list(
        Value("organiser", CharField()),
        F("position") + Value(0),
        *("body__slug", "body__label", "body__country", "role", "from_on", "until_on", "footnote_id"),
    )
    topics = SeriesTopic.objects.filter(series=series).values_list(
        Value("topic", CharField()), F("id") + Value(0), "topic__slug", "topic__label", *[null] * 5
    )
    rows = sorted(organisers.union(topics, all=True), key=lambda row: (row[0], row[1]))
    return (
        tuple(
            OrganiserRow(slug, labels.shown(label, tongue), *rest)
            for what, _, slug, label, *rest in rows
            if what == "organiser"
        ),
        tuple(Named(row[2], labels.shown(row[3], tongue)) for row in rows if row[0] == "topic"),
    )


def _bodies(series: int, tongue: str) -> tuple[Present, ...]:
    rows = (
        BodyParticipation.objects.filter(edition__series=series)
        .values_list("body__slug", "body__label", "body__country", "body__longitude", "body__latitude")
        .annotate(
            editions=Count("edition", distinct=True),
            hosted=Count("edition", distinct=True, filter=Q(capacity__in=("host", "co_host"))),
        )
        .order_by("-hosted", "-editions", "body__slug")
    )
    return tuple(Present(slug, labels.shown(label, tongue), *rest) for slug, label, *rest in rows)


def _sizes(figures: Mapping[str, Sequence[evidence.Figure]]) -> dict[str, evidence.Figure]:
    """The figure that says how large each edition was: of people, else of heads."""
    found: dict[str, evidence.Figure] = {}
    for attribute in (Attribute.HEADS, Attribute.PARTICIPANTS):
        for slug, of_edition in figures.items():
            for figure in of_edition:
                if figure.shown.attribute == attribute and not figure.shown.part:
                    found[slug] = figure
    return found


def _footnotes(
    card: SeriesCard,
    cadence: int | None,
    names: Iterable[NameRow],
    organisers: Iterable[OrganiserRow],
    sizes: Mapping[str, evidence.Figure],
    *figures: Sequence[evidence.Figure],
) -> list[int | None]:
    found: list[int | None] = [card.footnote, cadence]
    found += [row.footnote for row in organisers]
    for edition in card.editions:
        found.append(edition.footnote)
        if edition.slug in sizes:
            found.append(sizes[edition.slug].shown.footnote)
    found += [row.footnote for row in names]
    for figure in (figure for pile in figures for figure in pile):
        found += [claim.footnote for claim in (figure.shown, *figure.agreeing, *figure.conflicting)]
    return found
