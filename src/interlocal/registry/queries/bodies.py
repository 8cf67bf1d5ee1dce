"""The list of bodies, and one body with all that is known of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.registry.models import Body, BodyCode, BodyName, BodyParent, Membership
from interlocal.registry.queries.naming import (
    OWN_TONGUE,
    Named,
    NameRow,
    named,
    named_or_none,
    ordered_names,
    own_name,
    shown_or_none,
    sorted_for,
    turned,
)
from interlocal.registry.queries.posts import PostRow, Seconded, posts_of, seconded_by
from interlocal.registry.queries.ties import TieOfBody, ties_of


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
    everything = _matching(q)
    found = _only(everything, kind=kind, country=country).order_by(sorted_for(tongue), "id")
    rows = paged(found.values_list(*_ROW), number=page)
    codes = _codes_in_force([row[0] for row in rows.rows])
    return BodiesPage(
        turned(rows, lambda row: _row(row, codes.get(row[0], ()), tongue)),
        _counted(_only(everything, country=country), "kind"),
        _counted(_only(everything, kind=kind), "country"),
    )


_ROW = ("id", "slug", "label", "country", "kind", "level", "footnote_id")


def _matching(q: str) -> QuerySet[Body]:
    bodies = Body.objects.all()
    return bodies.filter(pk__in=BodyName.objects.filter(text__icontains=q).values("body")) if q else bodies


def _only(bodies: QuerySet[Body], *, kind: str = "", country: str = "") -> QuerySet[Body]:
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
    """`at` is (longitude, latitude) of its seat."""

    slug: str
    name: Shown
    own: Shown | None
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
            found += [post.footnote, *(holder.footnote for holder in post.holders)]
        found += [row.footnote for row in self.seconded]
        return found + [footnote for tie in self.ties for footnote in tie.footnotes]

    @property
    def later_footnotes(self) -> list[int]:
        lists = (self.members, self.memberships, self.children, self.parents, self.names, self.codes)
        return [row.footnote for rows in lists for row in rows]


_PAGE = (
    "id",
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


def body_page(*, slug: str, tongue: str) -> BodyPage:
    """One body; Body.DoesNotExist where there is none. Nine queries, however much there is of each."""
    row = Body.objects.values(*_PAGE).get(slug=slug)
    key, label, country = row["id"], row["label"], row["country"]
    members, memberships = _memberships(key, tongue)
    parents, children = _family(key, tongue)
    return BodyPage(
        slug=slug,
        name=labels.shown(label, tongue),
        own=own_name(label, country),
        label=label,
        kind=row["kind"],
        level=row["level"],
        country=country,
        parent=named_or_none(row["parent__slug"], row["parent__label"], tongue),
        from_on=row["from_on"],
        until_on=row["until_on"],
        at=None if row["longitude"] is None else (row["longitude"], row["latitude"]),
        website=row["website"],
        about=shown_or_none(row["about"], tongue),
        footnote=row["footnote_id"],
        names=_names(key, OWN_TONGUE.get(country, "en"), tongue),
        codes=_codes(key),
        parents=parents,
        children=children,
        members=members,
        memberships=memberships,
        posts=posts_of(body=key, tongue=tongue),
        seconded=seconded_by(body=key, tongue=tongue),
        ties=ties_of(body=key, tongue=tongue),
    )


def _names(body: int, own: str, tongue: str) -> tuple[NameRow, ...]:
    rows = BodyName.objects.filter(body=body).order_by("position", "id")
    columns = ("language", "script", "kind", "text", "machine", "from_on", "until_on", "footnote_id")
    return ordered_names(
        (NameRow(*row) for row in rows.values_list(*columns)), (own, tongue, "ko", "ja", "zh-Hans", "en")
    )


def _codes(body: int) -> tuple[CodeRow, ...]:
    rows = BodyCode.objects.filter(body=body).order_by("position", "id")
    columns = ("scheme", "value", "from_on", "until_on", "successor", "footnote_id")
    return tuple(CodeRow(*row) for row in rows.values_list(*columns))


def _family(body: int, tongue: str) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Bodies it is or was part of, and those that are or were part of it."""
    rows = BodyParent.objects.filter(Q(body=body) | Q(parent=body)).order_by(
        sorted_for(tongue, "body__"), "id"
    )
    columns = (
        "body_id",
        "body__slug",
        "body__label",
        "parent__slug",
        "parent__label",
        "from_on",
        "until_on",
        "footnote_id",
    )
    above, below = [], []
    for child, slug, label, parent, parent_label, from_on, until_on, footnote in rows.values_list(*columns):
        if child == body:
            above.append(Relation(named(parent, parent_label, tongue), "", from_on, until_on, footnote))
        else:
            below.append(Relation(named(slug, label, tongue), "", from_on, until_on, footnote))
    return tuple(above), tuple(below)


def _memberships(body: int, tongue: str) -> tuple[tuple[Relation, ...], tuple[Relation, ...]]:
    """Its members, and the associations it belongs to."""
    rows = Membership.objects.filter(Q(body=body) | Q(association=body)).order_by(
        sorted_for(tongue, "body__"), "role", "id"
    )
    columns = (
        "association_id",
        "body__slug",
        "body__label",
        "association__slug",
        "association__label",
        "role",
        "from_on",
        "until_on",
        "footnote_id",
    )
    members, memberships = [], []
    for owner, slug, label, other, other_label, *rest in rows.values_list(*columns):
        if owner == body:
            members.append(Relation(named(slug, label, tongue), *rest))
        else:
            memberships.append(Relation(named(other, other_label, tongue), *rest))
    return tuple(members), tuple(memberships)
