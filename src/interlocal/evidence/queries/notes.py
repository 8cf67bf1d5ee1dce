"""The footnotes of a page: its numbered sources, and which facts rest on them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from interlocal.evidence.models import Citation
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import date_in, one_of, prepared, printed, text_in
from interlocal.ground.texts import Shown

NOBODY = Shown("", "en")


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a page cites it: its number on the page, and the places in it that are cited."""

    number: int
    slug: str
    publisher: Shown
    title: Shown
    published_on: PartialDate | None
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One citation of a fact: the number of the source on this page, and the place in it."""

    number: int
    place: str


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of one page. `marks[footnote]` are its citations; `sources` are numbered in the order of their appearance."""

    marks: dict[int, tuple[Mark, ...]] = field(default_factory=dict)
    sources: tuple[Cited, ...] = ()


def notes(footnotes: Iterable[int | None], *, tongue: str) -> Notes:
    """The notes of a page that shows facts with these footnotes, in the order in which it shows them. One query."""
    wanted = list(dict.fromkeys(footnote for footnote in footnotes if footnote is not None))
    if not wanted:
        return Notes()
    by_footnote: dict[int, list[Sequence[Any]]] = {}
    for row in _cited(wanted):
        by_footnote.setdefault(row[0], []).append(row)
    return _numbered(wanted, by_footnote, tongue)


@prepared
def _cited() -> "QuerySet[Any, Any]":
    return (
        Citation.objects.filter(one_of("footnote_id"))
        .order_by("position")
        .values_list(
            "footnote_id",
            "place",
            "source__slug",
            "source__publisher",
            "source__title",
            printed("source__published_on"),
            "source__url",
        )
    )


def _numbered(wanted: Sequence[int], rows: Mapping[int, Sequence[Sequence[Any]]], tongue: str) -> Notes:
    sources: dict[str, Cited] = {}
    marks: dict[int, tuple[Mark, ...]] = {}
    for footnote in wanted:
        found = []
        for _, place, slug, publisher, title, published_on, url in rows.get(footnote, ()):
            if (source := sources.get(slug)) is None:
                by, name = text_in(publisher, tongue) or NOBODY, text_in(title, tongue) or NOBODY
                source = Cited(len(sources) + 1, slug, by, name, date_in(published_on), url)
                sources[slug] = source
            found.append(Mark(source.number, place))
        marks[footnote] = tuple(found)
    return Notes(marks, tuple(sources.values()))
