"""The list of editions, and what it can be narrowed by."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Collate, ExtractYear

from interlocal.ground.paging import Paged, paged
from interlocal.ground.prepared import Rows, name_in, prepared
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.kinds import HOSTS, PlaceRole, State
from interlocal.programmes.models import BodyParticipation, Edition, EditionPlace, EditionTopic, Series, Topic
from interlocal.programmes.queries.rows import EditionRow, rows_of


@dataclass(frozen=True, slots=True)
class EditionFilter:
    """What a visitor asks for; empty narrows nothing."""

    series: str = ""
    country: str = ""
    year: str = ""
    state: str = ""
    topic: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True)
class EditionChoices:
    """What there is to narrow by: values with their names."""

    series: tuple[tuple[str, Shown], ...]
    countries: tuple[str, ...]
    years: tuple[int, ...]
    topics: tuple[tuple[str, Shown], ...]


def edition_choices(*, tongue: str) -> EditionChoices:
    """Four queries."""
    return EditionChoices(
        _named(_SERIES[tongue](), tongue),
        tuple(sorted(country for (country,) in _countries())),
        tuple(sorted((int(year) for (year,) in _years()), reverse=True)),
        _named(_TOPICS[tongue](), tongue),
    )


def _named(found: Rows, tongue: str) -> tuple[tuple[str, Shown], ...]:
    # Distinct rows carry what they are ordered by.
    return tuple((slug, name_in(label, tongue, None) or _NOBODY) for slug, label, *_ in found)


_NOBODY = Shown("", "en")


def _by_name(found: "QuerySet[Any]", tongue: str) -> "QuerySet[Any, Any]":
    return found.order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id").values_list("slug", "label")


def _all_series(tongue: str) -> "QuerySet[Any, Any]":
    return _by_name(Series.objects.all(), tongue)


def _topics_of_editions(tongue: str) -> "QuerySet[Any, Any]":
    spoken_of = Exists(EditionTopic.objects.filter(topic=OuterRef("pk")))
    return _by_name(Topic.objects.filter(spoken_of), tongue)


# The order of names is another one in each language.
_SERIES = {tongue: prepared(partial(_all_series, tongue)) for tongue in TONGUES}
_TOPICS = {tongue: prepared(partial(_topics_of_editions, tongue)) for tongue in TONGUES}


@prepared
def _countries() -> "QuerySet[Any, Any]":
    hosts = BodyParticipation.objects.filter(capacity__in=HOSTS).exclude(body__country="")
    return hosts.order_by().values_list("body__country").distinct()


@prepared
def _years() -> "QuerySet[Any, Any]":
    dated = Edition.objects.filter(sorts_on__lt=date(9000, 1, 1)).annotate(year=ExtractYear("sorts_on"))
    return dated.order_by().values_list("year").distinct()


def unknown(wanted: EditionFilter, choices: EditionChoices) -> EditionFilter:
    """The part of a filter that nothing in the record answers to."""
    known = {
        "series": {slug for slug, _ in choices.series},
        "country": set(choices.countries),
        "year": {str(year) for year in choices.years},
        "state": set(State.values),
        "topic": {slug for slug, _ in choices.topics},
    }
    return EditionFilter(
        **{
            name: getattr(wanted, name)
            for name, values in known.items()
            if getattr(wanted, name) not in values
        }
    )


def edition_list(*, wanted: EditionFilter, number: str | int | None, tongue: str) -> Paged[EditionRow]:
    """One page of the editions asked for, newest first. Three queries; raise NoSuchPage beyond the end."""
    page = paged(_found(wanted).values_list("id", flat=True), number=number)
    rows = rows_of(Edition.objects.filter(id__in=page.rows).order_by("-sorts_on", "slug"), tongue=tongue)
    return Paged(rows, page.total, page.number, page.pages, page.size)


def all_editions(*, wanted: EditionFilter, tongue: str, limit: int = 10_000) -> list[EditionRow]:
    """All of them, for data files. Two queries."""
    return rows_of(_found(wanted)[:limit], tongue=tongue)


def _found(wanted: EditionFilter) -> "QuerySet[Edition]":
    found = Edition.objects.order_by("-sorts_on", "slug")
    if wanted.series:
        found = found.filter(series__slug=wanted.series)
    if wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.year:
        found = found.filter(sorts_on__year=int(wanted.year))
    if wanted.topic:
        found = found.filter(topics__slug=wanted.topic)
    if wanted.country:
        found = found.filter(_hosted_in(wanted.country))
    if words := wanted.q.strip():
        found = found.filter(_called(words))
    return found


def _hosted_in(country: str) -> Q:
    hosts = BodyParticipation.objects.filter(edition=OuterRef("pk"), capacity__in=HOSTS)
    places = EditionPlace.objects.filter(edition=OuterRef("pk"), place__body__country=country)
    held_there = ~Exists(hosts) & Exists(places.exclude(role=PlaceRole.VISIT))
    return Q(Exists(hosts.filter(body__country=country))) | Q(held_there)


def _called(words: str) -> Q:
    """Whether the words stand in the title, or in a name of the series, of a host or of a place, in any
    language.
    """
    hosts = BodyParticipation.objects.filter(edition=OuterRef("pk"), capacity__in=HOSTS)
    places = EditionPlace.objects.filter(edition=OuterRef("pk"))
    body = hosts.annotate(said=Cast("body__label", TextField())).filter(said__icontains=words)
    place = places.annotate(said=Cast("place__label", TextField())).filter(said__icontains=words)
    titled = Edition.objects.filter(pk=OuterRef("pk")).annotate(
        said=Cast("title", TextField()), named=Cast("series__label", TextField())
    )
    return (
        Q(Exists(body))
        | Q(Exists(place))
        | Q(Exists(titled.filter(Q(said__icontains=words) | Q(named__icontains=words))))
    )
