"""The lists of the registry and the evidence as tables of data; their filters are those of the pages."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from interlocal.documents.tables import (
    Json,
    Table,
    date,
    name_columns,
    period_columns,
    source_column,
    sourced,
    texts,
)
from interlocal.evidence import queries as evidence
from interlocal.evidence.entries import SourceEntry
from interlocal.evidence.queries import Figure, ShownClaim
from interlocal.ground.paging import SIZE, NoSuchPage, Paged, count_pages, page_number
from interlocal.ground.texts import Localised, Shown
from interlocal.registry.queries.export import lists as registry
from interlocal.registry.queries.export.lists import BodyLine, PersonLine, SideLine, TenureLine, TieLine


def bodies(*, tongue: str, kind: str, country: str, q: str, page: str | None) -> Table:
    lines = registry.body_lines(tongue=tongue, kind=kind, country=country, q=q, page=page)
    columns = [
        (_("Id"), "id"),
        *name_columns(),
        (_("Kind"), "kind"),
        (_("Level"), "level"),
        (_("Country"), "country"),
        (_("Part of"), "parent"),
        *period_columns(),
        (_("Longitude"), "longitude"),
        (_("Latitude"), "latitude"),
        (_("Website"), "website"),
        (_("Codes"), "codes.*.value"),
        source_column(),
    ]
    return Table(sourced(lines, footnotes=lambda line: [line.footnote], make=_body), columns)


def _body(line: BodyLine) -> Json:
    longitude, latitude = line.at or (None, None)
    return {
        "id": line.slug,
        "names": texts(line.names),
        "kind": line.kind,
        "level": line.level or None,
        "country": line.country or None,
        "parent": line.parent,
        "from": date(line.from_on),
        "until": date(line.until_on),
        "longitude": longitude,
        "latitude": latitude,
        "website": line.website or None,
        "codes": [{"scheme": scheme, "value": value} for scheme, value in line.codes],
    }


def people(*, tongue: str, country: str, post: str, q: str, page: str | None) -> Table:
    lines = registry.person_lines(tongue=tongue, country=country, post=post, q=q, page=page)
    columns = [
        (_("Id"), "id"),
        *name_columns(),
        (_("Country"), "country"),
        (_("Posts"), "tenures.*.post"),
        source_column(),
    ]
    return Table(sourced(lines, footnotes=_of_person, make=_person), columns)


def _of_person(line: PersonLine) -> Iterable[int]:
    return [line.footnote, *(tenure.footnote for tenure in line.tenures)]


def _person(line: PersonLine) -> Json:
    tenures = [_tenure(tenure) for tenure in line.tenures]
    return {"id": line.slug, "names": texts(line.names), "country": line.country or None, "tenures": tenures}


def _tenure(line: TenureLine) -> Json:
    return {
        "post": line.post,
        "title": texts(line.title),
        "from": date(line.from_on),
        "until": date(line.until_on),
        "as_of": date(line.as_of),
        "acting": line.acting,
    }


def ties(*, tongue: str, pair: str, tie_type: str, state: str, q: str, page: str | None) -> Table:
    lines = registry.tie_lines(tongue=tongue, pair=pair, tie_type=tie_type, state=state, q=q, page=page)
    columns = [
        (_("Id"), "id"),
        (_("State"), "state"),
        *period_columns(),
        (_("Bodies"), "sides.*.body"),
        *name_columns(path="sides.*.names"),
        (_("Types"), "sides.*.type"),
        (_("Signed"), "sides.*.signed"),
        source_column(),
    ]
    return Table(sourced(lines, footnotes=_of_tie, make=_tie), columns)


def _of_tie(line: TieLine) -> Iterable[int]:
    return [line.footnote, *(side.footnote for side in line.sides)]


def _tie(line: TieLine) -> Json:
    return {
        "id": line.slug,
        "state": line.state,
        "from": date(line.from_on),
        "until": date(line.until_on),
        "sides": [_side(side) for side in line.sides],
    }


def _side(line: SideLine) -> Json:
    return {
        "body": line.body,
        "names": texts(line.names),
        "type": line.type,
        "signed": date(line.signed_on),
        "approved": date(line.approved_on),
        "approved_by": line.approved_by or None,
    }


def sources(*, kind: str, language: str, publisher: str, q: str, page: str | None) -> Table:
    lines = evidence.source_lines(kind=kind, language=language, publisher=publisher, q=q, page=page)
    rows = Paged([_source(line) for line in lines.rows], lines.total, lines.number, lines.pages, lines.size)
    columns = [
        (_("Id"), "id"),
        *name_columns(_("Title"), "title"),
        *name_columns(_("Publisher"), "publisher"),
        (_("Kind"), "kind"),
        (_("Language"), "language"),
        (_("Published"), "published"),
        (_("Accessed"), "accessed"),
        (_("Address"), "url"),
    ]
    return Table(rows, columns)


def _source(line: SourceEntry) -> Json:
    return {
        "id": line.slug,
        "kind": line.kind.value,
        "publisher": texts(_said(line.publisher)),
        "title": texts(_said(line.title)),
        "language": line.language,
        "published": date(line.published_on),
        "accessed": date(line.accessed_on),
        "url": line.url or None,
        "sha256": line.sha256 or None,
    }


def _said(text: Localised) -> dict[str, Shown]:
    return {lang: Shown(said, lang, state) for lang, (said, state) in text.says().items()}


def conflicts(*, tongue: str, page: str | None) -> Table:
    """Every claim that cannot be true together with the one displayed.

    Texts are in the reader's language or the next best.
    """
    lines = _page_of(evidence.conflicts(tongue=tongue), page)
    columns = [
        (_("Kind"), "subject.kind"),
        (_("Id"), "subject.id"),
        (_("Attribute"), "attribute"),
        (_("Part"), "part"),
        (_("Displayed"), "displayed.value"),
        (_("Conflicting"), "conflicting.*.value"),
        (_("Agreeing"), "agreeing.*.value"),
        (_("Explanation"), "conflicting.*.note.text"),
        source_column(),
    ]
    return Table(sourced(lines, footnotes=_of_figure, make=_figure), columns)


def _page_of(figures: Sequence[Figure], page: str | None) -> Paged[Figure]:
    """Conflicts are found by comparing all claims; a page of them is cut afterwards."""
    if page is None:
        return Paged(figures, len(figures), 1, 1, max(1, len(figures)))
    number, pages = page_number(page), count_pages(len(figures))
    if number > pages:
        raise NoSuchPage(page[:20])
    return Paged(figures[(number - 1) * SIZE : number * SIZE], len(figures), number, pages)


def _of_figure(figure: Figure) -> Sequence[int]:
    return evidence.footnotes_of([figure])


def _figure(figure: Figure) -> Json:
    claim = figure.shown
    return {
        "subject": {"kind": claim.subject_kind, "id": claim.subject_key},
        "attribute": claim.attribute,
        "part": claim.part or None,
        "displayed": _claim(claim),
        "conflicting": [_claim(other) for other in figure.conflicting],
        "agreeing": [_claim(other) for other in figure.agreeing],
    }


def _claim(claim: ShownClaim) -> dict[str, Any]:
    note = claim.note
    return {
        "value": claim.value or (claim.text.text if claim.text else None),
        "kind": claim.kind,
        "as_of": date(claim.as_of),
        "note": {"text": note.text, "language": note.lang, "state": note.state} if note else None,
    }
