"""Reads of sources, citations and claims. All of it is public."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import connection, models, transaction

from interlocal.evidence import kinds, rules
from interlocal.evidence.entries import ClaimEntry, SourceEntry
from interlocal.evidence.models import Citation, Claim, Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.entries import Cite
from interlocal.ground.findable import Findable, forms_of_text, label_of_text, once
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.tongues import TONGUES


def exists(*, kind: str, key: str) -> bool:
    return kind == "source" and Source.objects.filter(slug=key).exists()


def any_source() -> bool:
    return Source.objects.exists()


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
    rows = Citation.objects.filter(footnote__in=wanted).order_by("position")
    columns = (
        "footnote",
        "place",
        "source__slug",
        "source__publisher",
        "source__title",
        "source__published_on",
        "source__url",
    )
    by_footnote: dict[int, list[tuple[object, ...]]] = {}
    for row in rows.values_list(*columns):
        by_footnote.setdefault(row[0], []).append(row)
    return _numbered(wanted, by_footnote, tongue)


def _numbered(wanted: Sequence[int], rows: dict[int, list[tuple[object, ...]]], tongue: str) -> Notes:
    sources: dict[str, Cited] = {}
    marks: dict[int, tuple[Mark, ...]] = {}
    for footnote in wanted:
        found = []
        for _, place, slug, publisher, title, published_on, url in rows.get(footnote, ()):
            assert isinstance(slug, str)
            assert isinstance(publisher, Localised)
            assert isinstance(title, Localised)
            if slug not in sources:
                sources[slug] = Cited(
                    len(sources) + 1,
                    slug,
                    publisher.shown(tongue),
                    title.shown(tongue),
                    published_on if isinstance(published_on, PartialDate) else None,
                    str(url),
                )
            found.append(Mark(sources[slug].number, str(place)))
        marks[footnote] = tuple(found)
    return Notes(marks, tuple(sources.values()))


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim on a page. `part` is a country code or a word; `text` only for the attribute `other`."""

    subject_kind: str
    subject_key: str
    attribute: str
    part: str
    value: str
    number: Decimal | None
    qualifier: str
    text: Shown | None
    kind: str
    as_of: PartialDate | None
    chosen: bool
    note: Shown | None
    footnote: int

    @property
    def says(self) -> rules.Value:
        return rules.Value(self.value, self.number, self.qualifier)


@dataclass(frozen=True, slots=True)
class Figure:
    """One attribute (of one part) of a subject: the claim displayed, those that agree with it, and those that cannot be
    true together with it."""

    shown: ShownClaim
    agreeing: tuple[ShownClaim, ...] = ()
    conflicting: tuple[ShownClaim, ...] = ()


_COLUMNS = (
    "subject_kind",
    "subject_key",
    "attribute",
    "part",
    "value",
    "number",
    "qualifier",
    "text",
    "kind",
    "as_of",
    "chosen",
    "note",
    "footnote_id",
)


def figures(*, kind: str, key: str, tongue: str) -> list[Figure]:
    """What sources say of one subject, in the order of the record. One query."""
    rows = (
        Claim.objects.filter(subject_kind=kind, subject_key=key)
        .order_by("position", "id")
        .values_list(*_COLUMNS)
    )
    return _figures([_claim(row, tongue) for row in rows])


def figures_of(
    *, kind: str, keys: Sequence[str], attributes: Sequence[str], tongue: str
) -> dict[str, list[Figure]]:
    """The same for many subjects and some attributes, by subject key. One query."""
    rows = Claim.objects.filter(subject_kind=kind, subject_key__in=keys, attribute__in=attributes)
    claims: dict[str, list[ShownClaim]] = {}
    for row in rows.order_by("position", "id").values_list(*_COLUMNS):
        claims.setdefault(row[1], []).append(_claim(row, tongue))
    return {key: _figures(found) for key, found in claims.items()}


def conflicts(*, tongue: str) -> list[Figure]:
    """Every figure of the record about which sources contradict each other. One query: only subjects with rivals are read."""
    rivals = Claim.objects.filter(chosen=False).values("subject_kind", "subject_key", "attribute", "part")
    piles = {tuple(row.values()) for row in rivals}
    if not piles:
        return []
    rows = Claim.objects.filter(subject_key__in={pile[1] for pile in piles}).order_by(
        "subject_kind", "subject_key", "position", "id"
    )
    found = [_claim(row, tongue) for row in rows.values_list(*_COLUMNS)]
    return [figure for figure in _figures(found) if figure.conflicting]


def _claim(row: tuple[object, ...], tongue: str) -> ShownClaim:
    values = dict(zip(_COLUMNS, row, strict=True))
    values["footnote"] = values.pop("footnote_id")
    for name in ("text", "note"):
        text = values[name]
        values[name] = text.shown(tongue) if isinstance(text, Localised) else None
    return ShownClaim(**values)  # type: ignore[arg-type]  # columns and fields have the same names


def _figures(claims: Sequence[ShownClaim]) -> list[Figure]:
    piles: dict[tuple[str, str, str, str], list[ShownClaim]] = {}
    made: list[Figure] = []
    for claim in claims:
        if claim.attribute == "other":
            made.append(Figure(claim))
        else:
            piles.setdefault((claim.subject_kind, claim.subject_key, claim.attribute, claim.part), []).append(
                claim
            )
    return [*(_figure(pile) for pile in piles.values()), *made]


def _figure(pile: Sequence[ShownClaim]) -> Figure:
    shown = next((claim for claim in pile if claim.chosen), pile[0])
    rest = [claim for claim in pile if claim is not shown]
    agreeing = tuple(claim for claim in rest if _agree(shown, claim))
    return Figure(shown, agreeing, tuple(claim for claim in rest if claim not in agreeing))


def _agree(shown: ShownClaim, claim: ShownClaim) -> bool:
    return rules.agree(shown.says, claim.says) or not rules.same_time(
        claim.attribute, shown.as_of, claim.as_of
    )


# -- the whole record, as entries of record files --

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
) -> "Paged[SourceEntry]":
    """The list of sources as data, by the same filters in the same order; a page of it, or all for None."""
    everything = Source.objects.filter(_says("publisher", publisher), _says("title", q))
    chosen = {"kind": kind, "language": language}
    found = everything.filter(**{name: value for name, value in chosen.items() if value})
    rows = found.order_by(models.F("published_on").desc(nulls_last=True), "slug").values_list(*_SOURCE)
    if page is None:
        entries = [_source_entry(row) for row in rows]
        return Paged(entries, len(entries), 1, 1, max(1, len(entries)))
    part = paged(rows, number=page)
    return Paged([_source_entry(row) for row in part.rows], part.total, part.number, part.pages, part.size)


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
    everything = Source.objects.filter(_says("publisher", publisher), _says("title", q))
    chosen = {"kind": kind, "language": language}
    found = everything.filter(**{name: value for name, value in chosen.items() if value})
    columns = ("slug", "kind", "publisher", "title", "language", "published_on")
    rows = paged(
        found.order_by(models.F("published_on").desc(nulls_last=True), "slug").values_list(*columns),
        number=page,
    )
    return SourcesPage(
        Paged(
            [_source_row(row, tongue) for row in rows.rows], rows.total, rows.number, rows.pages, rows.size
        ),
        _counted(everything.filter(language=language) if language else everything, "kind"),
        _counted(everything.filter(kind=kind) if kind else everything, "language"),
    )


def _says(column: str, words: str) -> models.Q:
    """Texts with these words in any of the four languages."""
    said = models.Q()
    for tongue in TONGUES if words else ():
        said |= models.Q(**{f"{column}__versions__{tongue}__text__icontains": words})
    return said


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


def claims_on(*, footnotes: Sequence[int], tongue: str) -> list[ShownClaim]:
    """What is claimed on the strength of these footnotes, by subject. One query."""
    rows = Claim.objects.filter(footnote__in=footnotes).order_by(
        "subject_kind", "subject_key", "position", "id"
    )
    return [_claim(row, tongue) for row in rows.values_list(*_COLUMNS)]


def footnotes_of(figures: Iterable[Figure]) -> list[int]:
    """The footnotes of figures in the order in which a page shows them."""
    return [
        claim.footnote
        for figure in figures
        for claim in (figure.shown, *figure.agreeing, *figure.conflicting)
    ]


def findable(*, kinds: Iterable[str] = ("source",), keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Sources as search finds them: by title and publisher. One query."""
    if "source" not in kinds:
        return
    rows = Source.objects.all() if keys is None else Source.objects.filter(slug__in=keys)
    for slug, title, publisher, published_on in rows.values_list(
        "slug", "title", "publisher", "published_on"
    ):
        forms, also = once(forms_of_text(title)), once(forms_of_text(publisher))
        day = published_on.first if published_on else None
        yield Findable("source", slug, label_of_text(title), forms, also, day=day)
