"""Policy themes, and what is said about each: series, editions, points of programmes."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import CharField, Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce, Collate

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import SIZE, NoSuchPage, Paged, count_pages, page_number
from interlocal.ground.prepared import name_in, prepared
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.models import Edition, EditionTopic, Item, ItemTopic, Series, SeriesTopic, Topic
from interlocal.programmes.queries.rows import EditionRow, Named, rows_of, title_of


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A theme, how much there is on it, and under which wider theme it stands."""

    slug: str
    name: Shown
    broader: str
    series: int
    editions: int
    items: int


@dataclass(frozen=True, slots=True)
class TopicItem:
    """A point of a programme on the theme."""

    edition: str
    edition_title: Shown
    slug: str
    kind: str
    state: str
    day: PartialDate | None
    title: Shown


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """A theme, and how many editions had it."""

    slug: str
    name: Shown
    editions: int


@dataclass(frozen=True, slots=True)
class TopicPage:
    slug: str
    name: Shown
    names: tuple[Shown, ...]
    broader: Named | None
    narrower: tuple[Named, ...]
    series: tuple[Named, ...]
    editions: Paged[EditionRow]
    items: tuple[TopicItem, ...]
    items_in_all: int


MOST_ITEMS = 100


def topic_rows(*, tongue: str) -> list[TopicRow]:
    """All themes in the order of the reader's language. One query."""
    return [
        TopicRow(slug, name_in(label, tongue, None) or _NOBODY, broader or "", *numbers)
        for slug, label, broader, *numbers in _TOPICS[tongue]()
    ]


_NOBODY = Shown("", "en")


def _topics(tongue: str) -> "QuerySet[Any, Any]":
    counts = {
        "series_n": _count(SeriesTopic, "series"),
        "editions_n": _count(EditionTopic, "edition"),
        "items_n": _count(ItemTopic, "item"),
    }
    rows = Topic.objects.annotate(**counts).order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id")
    return rows.values_list("slug", "label", "broader__slug", *counts)


def _count(through: type[SeriesTopic] | type[EditionTopic] | type[ItemTopic], what: str) -> Coalesce:
    rows = through.objects.filter(topic=OuterRef("pk")).order_by().values("topic").annotate(n=Count(what))
    return Coalesce(Subquery(rows.values("n"), output_field=IntegerField()), 0)


def topics_spoken_of(*, tongue: str) -> list[SpokenOf]:
    """Themes that editions have, in the order of the reader's language. One query, and no look at any programme."""
    return [
        SpokenOf(slug, name_in(label, tongue, None) or _NOBODY, n) for slug, label, n in _SPOKEN_OF[tongue]()
    ]


def _spoken_of(tongue: str) -> "QuerySet[Any, Any]":
    rows = Topic.objects.annotate(n=_count(EditionTopic, "edition")).filter(n__gt=0)
    return rows.order_by(Collate(KT(f"sort_keys__{tongue}"), "C"), "id").values_list("slug", "label", "n")


# The order of names is another one in each language.
_SPOKEN_OF = {tongue: prepared(partial(_spoken_of, tongue)) for tongue in TONGUES}
_TOPICS = {tongue: prepared(partial(_topics, tongue)) for tongue in TONGUES}


def topic_page(*, slug: str, number: str | int | None, tongue: str) -> TopicPage:
    """One theme; raise Topic.DoesNotExist or NoSuchPage. Seven queries."""
    key, label, broader, broader_label = Topic.objects.values_list(
        "id", "label", "broader__slug", "broader__label"
    ).get(slug=slug)
    names = [labels.shown(label, other) for other in TONGUES if other != tongue]
    items, total = _items(key, tongue)
    editions = Edition.objects.filter(topics=key).order_by("-sorts_on", "slug")
    return TopicPage(
        slug,
        labels.shown(label, tongue),
        tuple(names),
        Named(broader, labels.shown(broader_label, tongue)) if broader else None,
        *_related(key, tongue),
        _page(editions, number, tongue),
        items,
        total,
    )


def _related(topic: int, tongue: str) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """Narrower themes and series. One query."""
    narrower = Topic.objects.filter(broader=topic).values_list(Value("topic", CharField()), "slug", "label")
    series = Series.objects.filter(topics=topic).values_list(Value("series", CharField()), "slug", "label")
    rows = [
        (what, Named(slug, labels.shown(label, tongue)))
        for what, slug, label in narrower.union(series, all=True)
    ]
    return (
        tuple(named for what, named in rows if what == "topic"),
        tuple(named for what, named in rows if what == "series"),
    )


def _page(editions: "QuerySet[Edition]", number: str | int | None, tongue: str) -> Paged[EditionRow]:
    wanted, total = page_number(number), editions.count()
    pages = count_pages(total)
    if wanted > pages:
        raise NoSuchPage(str(wanted))
    rows = rows_of(editions[(wanted - 1) * SIZE : wanted * SIZE], tongue=tongue)
    return Paged(rows, total, wanted, pages)


def _items(topic: int, tongue: str) -> tuple[tuple[TopicItem, ...], int]:
    """The latest points of programmes, and how many there are."""
    found = Item.objects.filter(topics=topic).order_by("-edition__sorts_on", "edition__slug", "position")
    columns = (
        "edition__slug",
        "edition__title",
        "edition__series__label",
        "edition__ordinal",
        "edition__from_on",
    )
    rows = list(
        found.values_list(*columns, "edition__planned_from_on", "slug", "kind", "state", "day", "title")[
            :MOST_ITEMS
        ]
    )
    made = tuple(
        TopicItem(
            edition,
            title_of(own, label, ordinal, from_on or planned, tongue),
            slug,
            kind,
            state,
            day or from_on or planned,
            title.shown(tongue),
        )
        for edition, own, label, ordinal, from_on, planned, slug, kind, state, day, title in rows
    )
    return made, len(rows) if len(rows) < MOST_ITEMS else found.count()
