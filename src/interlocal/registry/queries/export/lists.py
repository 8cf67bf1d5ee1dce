"""The lists of bodies, people and ties as data: by the filters of the pages, with all their names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.registry.models import BodyCode, Tenure, TieSide
from interlocal.registry.queries import bodies as body_list
from interlocal.registry.queries import people as people_list
from interlocal.registry.queries import ties as tie_list
from interlocal.registry.queries.naming import sorted_for

# What a subject is called in each language in which it has a name.
Names = dict[str, Shown]


@dataclass(frozen=True, slots=True)
class BodyLine:
    """`at` is (longitude, latitude) of the seat, `codes` are those in force."""

    slug: str
    names: Names
    kind: str
    level: str
    country: str
    parent: str | None
    from_on: PartialDate | None
    until_on: PartialDate | None
    at: tuple[float, float] | None
    website: str
    codes: tuple[tuple[str, str], ...]
    footnote: int


@dataclass(frozen=True, slots=True)
class TenureLine:
    post: str
    title: Mapping[str, Shown]
    from_on: PartialDate | None
    until_on: PartialDate | None
    as_of: PartialDate | None
    acting: bool
    footnote: int


@dataclass(frozen=True, slots=True)
class PersonLine:
    slug: str
    names: Names
    country: str
    tenures: tuple[TenureLine, ...]
    footnote: int


@dataclass(frozen=True, slots=True)
class SideLine:
    body: str
    names: Names
    type: str
    signed_on: PartialDate | None
    approved_on: PartialDate | None
    approved_by: str
    footnote: int


@dataclass(frozen=True, slots=True)
class TieLine:
    slug: str
    state: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    sides: tuple[SideLine, ...]
    footnote: int


def names_in_all(label: labels.type_of_label) -> Names:
    """The present names of a label, by language; nothing stands in for one that is missing."""
    found = {tongue: labels.shown(label, tongue) for tongue in TONGUES}
    return {tongue: name for tongue, name in found.items() if name.lang == tongue and name.text}


def of_page(rows: "QuerySet[Any, Any]", page: str | None) -> Paged[Any]:
    """That page of the rows; all of them on one for None."""
    if page is not None:
        return paged(rows, number=page)
    found = list(rows)
    return Paged(found, len(found), 1, 1, max(1, len(found)))


def made(page: Paged[Any], rows: Iterable[Any]) -> Paged[Any]:
    """The same page with its rows made into something else."""
    return Paged(list(rows), page.total, page.number, page.pages, page.size)


_BODY = (
    "id",
    "slug",
    "label",
    "kind",
    "level",
    "country",
    "parent__slug",
    "from_on",
    "until_on",
    "longitude",
    "latitude",
)


def body_lines(
    *, tongue: str, kind: str = "", country: str = "", q: str = "", page: str | None = None
) -> Paged[BodyLine]:
    """Bodies by the reader's order; a page of them, or all. Two queries, three for a page."""
    found = body_list.only(body_list.matching(q), kind=kind, country=country)
    rows = of_page(
        found.order_by(sorted_for(tongue), "id").values_list(*_BODY, "website", "footnote_id"), page
    )
    codes = _codes([row[0] for row in rows.rows])
    return made(rows, (_body(row, codes.get(row[0], ())) for row in rows.rows))


def _body(row: Sequence[Any], codes: tuple[tuple[str, str], ...]) -> BodyLine:
    (
        _,
        slug,
        label,
        kind,
        level,
        country,
        parent,
        from_on,
        until_on,
        longitude,
        latitude,
        website,
        footnote,
    ) = row
    at = None if longitude is None else (longitude, latitude)
    return BodyLine(
        slug,
        names_in_all(label),
        kind,
        level,
        country,
        parent,
        from_on,
        until_on,
        at,
        website,
        codes,
        footnote,
    )


def _codes(bodies: Sequence[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    rows = BodyCode.objects.filter(body__in=bodies, until_on=None).order_by("position", "id")
    for body, scheme, value in rows.values_list("body", "scheme", "value"):
        found[body] = (*found.get(body, ()), (scheme, value))
    return found


def person_lines(
    *, tongue: str, country: str = "", post: str = "", q: str = "", page: str | None = None
) -> Paged[PersonLine]:
    """People by the reader's order; a page of them, or all. Two queries, three for a page."""
    found = people_list.only(people_list.matching(q), country=country, post=post)
    columns = ("id", "slug", "label", "country", "footnote_id")
    rows = of_page(found.order_by(sorted_for(tongue), "id").values_list(*columns), page)
    tenures = _tenures([row[0] for row in rows.rows])
    return made(
        rows,
        (
            PersonLine(slug, names_in_all(label), nation, tuple(tenures.get(key, ())), footnote)
            for key, slug, label, nation, footnote in rows.rows
        ),
    )


def _tenures(people: Sequence[int]) -> dict[int, list[TenureLine]]:
    found: dict[int, list[TenureLine]] = {}
    columns = ("post__title", "from_on", "until_on", "as_of", "acting", "footnote_id")
    rows = Tenure.objects.filter(person__in=people).order_by("id")
    for person, body, post, title, *rest in rows.values_list(
        "person", "post__body__slug", "post__slug", *columns
    ):
        said = {lang: Shown(text, lang, state) for lang, (text, state) in title.says().items()}
        found.setdefault(person, []).append(TenureLine(f"{body}/{post}", said, *rest))
    return found


def tie_lines(
    *, tongue: str, pair: str = "", tie_type: str = "", state: str = "", q: str = "", page: str | None = None
) -> Paged[TieLine]:
    """Ties by the reader's order; a page of them, or all. Two queries, three for a page."""
    found = tie_list.only(tie_list.matching(q), pair=pair, tie_type=tie_type, state=state)
    columns = ("id", "slug", "state", "from_on", "until_on", "footnote_id")
    rows = of_page(tie_list.ordered(found, tongue).values_list(*columns), page)
    sides = _sides([row[0] for row in rows.rows])
    return made(
        rows,
        (
            TieLine(slug, standing, from_on, until_on, tuple(sides.get(key, ())), footnote)
            for key, slug, standing, from_on, until_on, footnote in rows.rows
        ),
    )


def _sides(ties: Sequence[int]) -> dict[int, list[SideLine]]:
    found: dict[int, list[SideLine]] = {}
    columns = ("type", "signed_on", "approved_on", "approved_by", "footnote_id")
    rows = TieSide.objects.filter(tie__in=ties).order_by("position", "id")
    for tie, body, label, *rest in rows.values_list("tie", "body__slug", "body__label", *columns):
        found.setdefault(tie, []).append(SideLine(body, names_in_all(label), *rest))
    return found
