"""The whole record, as entries of record files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

from interlocal.evidence import kinds
from interlocal.evidence.entries import ClaimEntry, SourceEntry
from interlocal.evidence.models import Citation, Claim, Source
from interlocal.evidence.queries.sources import newest_first, said
from interlocal.ground.entries import Cite
from interlocal.ground.paging import Paged, paged

Cites = dict[int, tuple[Cite, ...]]
Claims = dict[tuple[str, str], list[ClaimEntry]]


@contextmanager
def one_moment() -> Iterator[None]:
    """All reads inside see the record as it was at one moment, however long they take."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("set transaction isolation level repeatable read, read only")
        yield


class Rows:
    """Rows as they stream in, handed out by owner: the first column. To be asked for in the rows' order."""

    __slots__ = ("_next", "_rows")

    def __init__(self, rows: "models.QuerySet[Any, Any]") -> None:
        self._rows = rows.iterator(chunk_size=2000)
        self._next = next(self._rows, None)

    def of(self, owner: int) -> list[tuple[Any, ...]]:
        found = []
        while self._next is not None and self._next[0] == owner:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def citations() -> Cites:
    """What every footnote cites. One query."""
    rows = Citation.objects.order_by("footnote_id", "position").values_list(
        "footnote_id", "source__slug", "place"
    )
    found: dict[int, list[Cite]] = {}
    for footnote, source, place in rows.iterator(chunk_size=2000):
        found.setdefault(footnote, []).append(Cite(source, place))
    return {footnote: tuple(cites) for footnote, cites in found.items()}


_SOURCE = (
    "slug",
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


def source_entries(*, record: str) -> Iterator[SourceEntry]:
    """The sources of a record, in its order. One query."""
    rows = Source.objects.filter(record=record).order_by("id").values_list(*_SOURCE)
    return map(_source_entry, rows.iterator(chunk_size=2000))


def _source_entry(row: tuple[Any, ...]) -> SourceEntry:
    values: dict[str, Any] = dict(zip(_SOURCE, row, strict=True))
    return SourceEntry(**{**values, "kind": kinds.SourceKind(values["kind"])})


def claim_entries(*, cites: Cites) -> Claims:
    """What sources claim, by subject. One query."""
    columns = (
        "subject_kind",
        "subject_key",
        "attribute",
        "part",
        "value",
        "text",
        "kind",
        "as_of",
        "chosen",
        "note",
        "footnote_id",
    )
    found: Claims = {}
    for row in Claim.objects.order_by("position", "id").values_list(*columns).iterator(chunk_size=2000):
        subject_kind, subject_key, attribute, part, value, text, kind, as_of, chosen, note, footnote = row
        found.setdefault((subject_kind, subject_key), []).append(
            ClaimEntry(
                attribute=kinds.Attribute(attribute),
                of_part=part,
                value=value,
                text=text,
                kind=kinds.ClaimKind(kind),
                as_of=as_of,
                chosen=chosen,
                note=note,
                cite=cites[footnote],
            )
        )
    return found


def sources_of(*, footnotes: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """The ids of the sources that footnotes cite, each once. One query."""
    rows = Citation.objects.filter(footnote__in=set(footnotes)).order_by("footnote_id", "position")
    found: dict[int, dict[str, None]] = {}
    for footnote, source in rows.values_list("footnote_id", "source__slug"):
        found.setdefault(footnote, {})[source] = None
    return {footnote: tuple(sources) for footnote, sources in found.items()}


def source_lines(
    *, kind: str = "", language: str = "", publisher: str = "", q: str = "", page: str | None = None
) -> Paged[SourceEntry]:
    """The list of sources as data, by the same filters in the same order; a page of it, or all for None."""
    everything = Source.objects.filter(said("publisher", publisher), said("title", q))
    rows = newest_first(everything, kind=kind, language=language).values_list(*_SOURCE)
    if page is None:
        entries = [_source_entry(row) for row in rows]
        return Paged(entries, len(entries), 1, 1, max(1, len(entries)))
    part = paged(rows, number=page)
    return Paged([_source_entry(row) for row in part.rows], part.total, part.number, part.pages, part.size)
