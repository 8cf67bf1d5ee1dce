"""Sources, one by one and as a list."""

from dataclasses import dataclass
from typing import Any

from django.db import models

from interlocal.evidence.models import Citation, Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES


def exists(*, kind: str, key: str) -> bool:
    return kind == "source" and Source.objects.filter(slug=key).exists()


def any_source() -> bool:
    return Source.objects.exists()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the list of sources. `language` is that of the source itself."""

    slug: str
    kind: str
    publisher: Shown
    title: Shown
    language: str
    published_on: PartialDate | None


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """The list with how many there would be for each choice of one filter, the others kept."""

    rows: Paged[SourceRow]
    kinds: dict[str, int]
    languages: dict[str, int]


def sources_page(
    *, tongue: str, kind: str = "", language: str = "", publisher: str = "", q: str = "", page: str = "1"
) -> SourcesPage:
    """Sources, the newest first and undated ones last; `publisher` and `q` (title) are parts of the words.

    Four queries.
    """
    everything = Source.objects.filter(said("publisher", publisher), said("title", q))
    columns = ("slug", "kind", "publisher", "title", "language", "published_on")
    rows = paged(newest_first(everything, kind=kind, language=language).values_list(*columns), number=page)
    return SourcesPage(
        Paged(
            [_source_row(row, tongue) for row in rows.rows], rows.total, rows.number, rows.pages, rows.size
        ),
        _counted(everything.filter(language=language) if language else everything, "kind"),
        _counted(everything.filter(kind=kind) if kind else everything, "language"),
    )


def said(column: str, words: str) -> models.Q:
    """Texts with these words in any of the four languages."""
    found = models.Q()
    for tongue in TONGUES if words else ():
        found |= models.Q(**{f"{column}__versions__{tongue}__text__icontains": words})
    return found


def newest_first(everything: models.QuerySet[Source], *, kind: str, language: str) -> models.QuerySet[Source]:
    """Those of a kind and a language (empty: of any), undated ones last."""
    chosen = {"kind": kind, "language": language}
    found = everything.filter(**{name: value for name, value in chosen.items() if value})
    return found.order_by(models.F("published_on").desc(nulls_last=True), "slug")


def _counted(sources: models.QuerySet[Source], column: str) -> dict[str, int]:
    return dict(sources.order_by(column).values_list(column).annotate(n=models.Count("id")))


def _source_row(row: tuple[Any, ...], tongue: str) -> SourceRow:
    slug, kind, publisher, title, language, published_on = row
    return SourceRow(slug, kind, publisher.shown(tongue), title.shown(tongue), language, published_on)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source. `original` is its title in its own language; `places` are those cited in it, by footnote."""

    slug: str
    kind: str
    publisher: Shown
    title: Shown
    original: Shown
    language: str
    published_on: PartialDate | None
    accessed_on: PartialDate | None
    url: str
    sha256: str
    note: Shown | None
    places: dict[int, str]


def source_page(*, slug: str, tongue: str) -> SourcePage:
    """One source; Source.DoesNotExist where there is none. Two queries."""
    columns = (
        "kind",
        "publisher",
        "title",
        "language",
        "published_on",
        "accessed_on",
        "url",
        "sha256",
        "note",
    )
    row = Source.objects.values(*columns).get(slug=slug)
    publisher, title, note = row.pop("publisher"), row.pop("title"), row.pop("note")
    return SourcePage(
        slug=slug,
        publisher=publisher.shown(tongue),
        title=title.shown(tongue),
        original=title.shown(title.original),
        note=None if note is None else note.shown(tongue),
        places=_places(slug),
        **row,
    )


def _places(source: str) -> dict[int, str]:
    """The places cited by every footnote that cites the source; one that cites the whole of it has none."""
    places: dict[int, list[str]] = {}
    rows = Citation.objects.filter(source__slug=source).order_by("footnote", "position")
    for footnote, place in rows.values_list("footnote_id", "place"):
        places.setdefault(footnote, []).extend([place] if place else [])
    return {footnote: "; ".join(found) for footnote, found in places.items()}
