"""The list of bodies, and one body with all that is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.prepared import SLUG, date_in
from interlocal.ground.texts import Shown
from interlocal.registry.models import Body, BodyCode, BodyName, BodyParent, Membership
from interlocal.registry.queries.naming import (
    OWN_TONGUE,
    Named,
    NameRow,
    name_row,
    named,
    named_or_none,
    names_in_others,
    ordered_names,
    own_name,
    sorted_for,
    turned,
)
from interlocal.registry.queries.piles import Piled, pile, reading_one, said_or_none, with_piles
from interlocal.registry.queries.posts import (
    PostRow,
    Seconded,
    holders_pile,
    posts_in,
    posts_pile,
    seconded_in,
    seconded_pile,
)
from interlocal.registry.queries.ties import TieOfBody, sides_pile, ties_of_body


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A line of the list. `own` is the name in the body's own language, `codes` those now in force."""

    slug: str
    name: Shown
    own: Shown | None
    country: str
    kind: str
    level: str
    codes: tuple[tuple[str, str], ...]
    footnote: int


@dataclass(frozen=True, slots=True)
class BodiesPage:
    """The list with how many there would be for each choice of one filter, the others kept."""

    rows: Paged[BodyRow]
    kinds: dict[str, int]
    countries: dict[str, int]


def bodies_page(
    *, tongue: str, kind: str = "", country: str = "", q: str = "", page: str = "1"
) -> BodiesPage:
    """Bodies by the reader's order. `q` is part of any name in any language. Five queries."""
    everything = matching(q)
    found = only(everything, kind=kind, country=country).order_by(sorted_for(tongue), "id")
    rows = paged(found.values_list(*_ROW), number=page)
    codes = _codes_in_force([row[0] for row in rows.rows])
    return BodiesPage(
        turned(rows, lambda row: _row(row, codes.get(row[0], ()), tongue)),
        _counted(only(everything, country=country), "kind"),
        _counted(only(everything, kind=kind), "country"),
    )


_ROW = ("id", "slug", "label", "country", "kind", "level", "footnote_id")


def matching(q: str) -> QuerySet[Body]:
    bodies = Body.objects.all()
    return bodies.filter(pk__in=BodyName.objects.filter(text__icontains=q).values("body")) if q else bodies


def only(bodies: QuerySet[Body], *, kind: str = "", country: str = "") -> QuerySet[Body]:
    chosen = {"kind": kind, "country": country}
    return bodies.filter(**{name: value for name, value in chosen.items() if value})


def _counted(bodies: QuerySet[Body], column: str) -> dict[str, int]:
    return dict(bodies.order_by(column).values_list(column).annotate(n=Count("id")))


def _row(row: Sequence[Any], codes: tuple[tuple[str, str], ...], tongue: str) -> BodyRow:
    _, slug, label, country, kind, level, footnote = row
    return BodyRow(
        slug, labels.shown(label, tongue), own_name(label, country), country, kind, level, codes, footnote
    )


def _codes_in_force(ids: Sequence[int]) -> dict[int, tuple[tuple[str, str], ...]]:
    codes: dict[int, tuple[tuple[str, str], ...]] = {}
    rows = BodyCode.objects.filter(body__in=ids, until_on=None).order_by("position", "id")
    for body, scheme, value in rows.values_list("body", "scheme", "value"):
        codes[body] = (*codes.get(body, ()), (scheme, value))
    return codes


@dataclass(frozen=True, slots=True)
class CodeRow:
    scheme: str
    value: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    successor: str
    footnote: int


@dataclass(frozen=True, slots=True)
class Relation:
    """Another body, as parent, member or association of this one, with its dates; `role` for memberships."""

    body: Named
    role: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    footnote: int


@dataclass(frozen=True, slots=True)
class BodyPage:
    """`at` is (longitude, latitude) of its seat; `others` are its names in the other languages that have one."""

    slug: str
    name: Shown
    own: Shown | None
    others: tuple[Shown, ...]
    label: Mapping[str, Any]
    kind: str
    level: str
    country: str
    parent: Named | None
    from_on: PartialDate | None
    until_on: PartialDate | None
    at: tuple[float, float] | None
    website: str
    about: Shown | None
    footnote: int
    names: tuple[NameRow, ...]
    codes: tuple[CodeRow, ...]
    parents: tuple[Relation, ...]
    children: tuple[Relation, ...]
    members: tuple[Relation, ...]
    memberships: tuple[Relation, ...]
    posts: tuple[PostRow, ...]
    seconded: tuple[Seconded, ...]
    ties: tuple[TieOfBody, ...]

    @property
    def footnotes(self) -> list[int]:
        """In the order of the page, up to the ties; `later_footnotes` follow the editions and figures."""
        found = [self.footnote]
        for post in self.posts:
            found += [post.footnote, *(note for holder in post.holders for note in holder.footnotes)]
        found += [note for row in self.seconded for note in row.footnotes]
        return found + [footnote for tie in self.ties for footnote in tie.footnotes]

    @property
    def later_footnotes(self) -> list[int]:
        lists = (self.members, self.memberships, self.children, self.parents, self.names, self.codes)
        return [row.footnote for rows in lists for row in rows]


_PAGE = (
    "slug",
    "label",
    "kind",
    "level",
    "country",
    "parent__slug",
    "parent__label",
    "from_on",
    "until_on",
    "longitude",
    "latitude",
    "website",
    "about",
    "footnote_id",
)


_NAME = ("language", "script", "kind", "text", "machine", "from_on", "until_on", "footnote_id")
_CODE = ("scheme", "value", "from_on", "until_on", "successor", "footnote_id")
_DATES = ("from_on", "until_on", "footnote_id")


def _page(tongue: str) -> "QuerySet[Any, Any]":
    here, by_position = OuterRef("pk"), ("position", "id")
    by_name = sorted_for(tongue, "body__"), "id"
    by_role = sorted_for(tongue, "body__"), "role", "id"
    return with_piles(
        Body.objects.filter(slug=SLUG),
        _PAGE,
        pile(BodyName.objects.filter(body=here).order_by(*by_position), *_NAME),
        pile(BodyCode.objects.filter(body=here).order_by(*by_position), *_CODE),
        pile(BodyParent.objects.filter(body=here).order_by(*by_name), *_RELATED["parent"], *_DATES),
        pile(BodyParent.objects.filter(parent=here).order_by(*by_name), *_RELATED["body"], *_DATES),
        pile(Membership.objects.filter(association=here).order_by(*by_role), *_MEMBER["body"], *_DATES),
        pile(Membership.objects.filter(body=here).order_by(*by_role), *_MEMBER["association"], *_DATES),
        posts_pile(),
        holders_pile(tongue),
        seconded_pile(tongue),
        sides_pile(),
    )


_RELATED = {path: (f"{path}__slug", f"{path}__label") for path in ("body", "parent", "association")}
_MEMBER = {path: (*columns, "role") for path, columns in _RELATED.items()}
_read = reading_one(_page)


def body_page(*, slug: str, tongue: str) -> BodyPage:
    """One body; Body.DoesNotExist where there is none. One query, however much there is of it."""
    found = _read(tongue, slug)
    if found is None:
        raise Body.DoesNotExist(slug)
    row, names, codes, parents, children, members, memberships, posts, holders, seconded, sides = found
    return BodyPage(
        **_own(row, tongue),
        names=ordered_names(
            map(name_row, names), (OWN_TONGUE.get(row[4], "en"), tongue, "ko", "ja", "zh-Hans", "en")
        ),
        codes=tuple(_code(*code) for code in codes),
        parents=_related(parents, tongue),
        children=_related(children, tongue),
        members=_members(members, tongue),
        memberships=_members(memberships, tongue),
        posts=posts_in(posts, holders, tongue),
        seconded=tuple(seconded_in(seconded, tongue)),
        ties=ties_of_body(slug, sides, tongue),
    )


def _own(row: Sequence[Any], tongue: str) -> dict[str, Any]:
    """The body's own columns as values of its page."""
    (
        slug,
        label,
        kind,
        level,
        country,
        parent,
        parent_label,
        from_on,
        until_on,
        lon,
        lat,
        site,
        about,
        note,
    ) = row
    return {
        "slug": slug,
        "name": labels.shown(label, tongue),
        "own": own_name(label, country),
        "others": names_in_others(label, tongue),
        "label": label,
        "kind": kind,
        "level": level,
        "country": country,
        "parent": named_or_none(parent, parent_label, tongue),
        "from_on": date_in(from_on),
        "until_on": date_in(until_on),
        "at": None if lon is None else (lon, lat),
        "website": site,
        "about": said_or_none(about, tongue),
        "footnote": note,
    }


def _code(
    scheme: str, value: str, from_on: str | None, until_on: str | None, successor: str, note: int
) -> CodeRow:
    return CodeRow(scheme, value, date_in(from_on), date_in(until_on), successor, note)


def _related(rows: Piled, tongue: str) -> tuple[Relation, ...]:
    return _members([(slug, label, "", *rest) for slug, label, *rest in rows], tongue)


def _members(rows: Piled, tongue: str) -> tuple[Relation, ...]:
    return tuple(
        Relation(named(slug, label, tongue), role, date_in(from_on), date_in(until_on), note)
        for slug, label, role, from_on, until_on, note in rows
    )
