"""The list of editions, and what it can be narrowed by."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Collate, ExtractYear

from interlocal.ground import labels
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.programmes.kinds import HOSTS, PlaceRole, State
from interlocal.programmes.models import BodyParticipation, Edition, EditionPlace, Series, Topic
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
    by_name = (Collate(KT(f"sort_keys__{tongue}"), "C"), "id")
    hosts = BodyParticipation.objects.filter(capacity__in=HOSTS).exclude(body__country="")
    years = Edition.objects.filter(sorts_on__lt=date(9000, 1, 1)).annotate(year=ExtractYear("sorts_on"))
    return EditionChoices(
        _named(Series.objects.order_by(*by_name), tongue),
        tuple(sorted(set(hosts.values_list("body__country", flat=True).distinct()))),
        tuple(sorted(set(years.values_list("year", flat=True).distinct()), reverse=True)),
        _named(Topic.objects.filter(editions__isnull=False).distinct().order_by(*by_name), tongue),
    )


def _named(found: "QuerySet[Series] | QuerySet[Topic]", tongue: str) -> tuple[tuple[str, Shown], ...]:
    return tuple((slug, labels.shown(label, tongue)) for slug, label in found.values_list("slug", "label"))


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
