"""Bodies, people and ties as entries of record files: what a record file would have to say to make them."""

from collections.abc import Iterator
from typing import Any

from interlocal.evidence.queries import Cites, Claims, Rows
from interlocal.ground.entries import Point
from interlocal.languages.scripts import script_of
from interlocal.registry import kinds
from interlocal.registry.entries import (
    BodyEntry,
    CodeEntry,
    MemberEntry,
    NameEntry,
    ParentEntry,
    PersonEntry,
    PersonNameEntry,
    PostEntry,
    SideEntry,
    TenureEntry,
    TieEntry,
)
from interlocal.registry.models import (
    Body,
    BodyCode,
    BodyName,
    BodyParent,
    Membership,
    Person,
    PersonName,
    Post,
    Tenure,
    Tie,
    TieSide,
)

NAME = ("language", "text", "kind", "script", "machine", "from_on", "until_on", "footnote_id")
_BODY = (
    "id",
    "slug",
    "kind",
    "level",
    "country",
    "parent_id",
    "from_on",
    "until_on",
    "longitude",
    "latitude",
    "website",
)


def body_slugs() -> dict[int, str]:
    return dict(Body.objects.values_list("id", "slug"))


def person_slugs() -> dict[int, str]:
    return dict(Person.objects.values_list("id", "slug"))


def post_references() -> dict[int, str]:
    """Every post as record files refer to it: `body/post`."""
    return {key: f"{body}/{slug}" for key, body, slug in Post.objects.values_list("id", "body__slug", "slug")}


def body_entries(*, record: str, cites: Cites, claims: Claims) -> Iterator[BodyEntry]:
    """The bodies of a record, in its order. One query a table, and one for the ids of bodies."""
    slugs = body_slugs()
    children = _BodyChildren(record, cites, slugs)
    rows = Body.objects.filter(record=record).order_by("id").values_list(*_BODY, "about", "footnote_id")
    for row in rows.iterator(chunk_size=2000):
        (
            key,
            slug,
            kind,
            level,
            country,
            parent,
            from_on,
            until_on,
            longitude,
            latitude,
            website,
            about,
            footnote,
        ) = row
        yield BodyEntry(
            slug=slug,
            kind=kinds.BodyKind(kind),
            level=kinds.Level(level) if level else None,
            country=country,
            within=children.parents(key, parent),
            from_on=from_on,
            until_on=until_on,
            seat=point(longitude, latitude),
            website=website,
            about=about,
            names=children.names(key),
            codes=children.codes(key),
            posts=children.posts(key),
            members=children.members(key),
            claims=claims.get(("body", slug), []),
            cite=cites[footnote],
        )


def point(longitude: float | None, latitude: float | None) -> Point | None:
    return None if longitude is None or latitude is None else (longitude, latitude)


class _BodyChildren:
    """The rows that belong to bodies, as they stream in by the bodies' ids."""

    def __init__(self, record: str, cites: Cites, slugs: dict[int, str]) -> None:
        self._cites, self._slugs = cites, slugs
        ours = {"body__record": record}
        self._names = Rows(
            BodyName.objects.filter(**ours)
            .order_by("body_id", "position", "id")
            .values_list("body_id", *NAME)
        )
        codes = BodyCode.objects.filter(**ours).order_by("body_id", "position", "id")
        code = ("scheme", "value", "from_on", "until_on", "successor", "footnote_id")
        self._codes = Rows(codes.values_list("body_id", *code))
        parent = ("parent_id", "from_on", "until_on", "footnote_id")
        self._parents = Rows(
            BodyParent.objects.filter(**ours).order_by("body_id", "id").values_list("body_id", *parent)
        )
        post = ("slug", "kind", "title", "rank", "sole", "footnote_id")
        self._posts = Rows(
            Post.objects.filter(**ours).order_by("body_id", "id").values_list("body_id", *post)
        )
        members = Membership.objects.filter(association__record=record).order_by("association_id", "id")
        member = ("body_id", "role", "from_on", "until_on", "footnote_id")
        self._members = Rows(members.values_list("association_id", *member))

    def names(self, body: int) -> list[NameEntry]:
        return [name_entry(row[1:], self._cites) for row in self._names.of(body)]

    def codes(self, body: int) -> list[CodeEntry]:
        return [
            CodeEntry(
                scheme=kinds.Scheme(scheme),
                value=value,
                from_on=from_on,
                until_on=until_on,
                successor=successor,
                cite=self._cites[footnote],
            )
            for _, scheme, value, from_on, until_on, successor, footnote in self._codes.of(body)
        ]

    def parents(self, body: int, present: int | None) -> list[ParentEntry]:
        """The present parent first: the loader takes the first that has no end."""
        rows = sorted(self._parents.of(body), key=lambda row: row[1] != present)
        return [
            ParentEntry(
                body=self._slugs[parent], from_on=from_on, until_on=until_on, cite=self._cites[footnote]
            )
            for _, parent, from_on, until_on, footnote in rows
        ]

    def posts(self, body: int) -> list[PostEntry]:
        return [
            PostEntry(
                slug=slug,
                kind=kinds.PostKind(kind),
                title=title,
                rank=rank,
                sole=sole,
                cite=self._cites[footnote],
            )
            for _, slug, kind, title, rank, sole, footnote in self._posts.of(body)
        ]

    def members(self, body: int) -> list[MemberEntry]:
        return [
            MemberEntry(
                body=self._slugs[member],
                role=kinds.MemberRole(role),
                from_on=from_on,
                until_on=until_on,
                cite=self._cites[footnote],
            )
            for _, member, role, from_on, until_on, footnote in self._members.of(body)
        ]


def name_entry(row: tuple[Any, ...], cites: Cites) -> NameEntry:
    """A name from the columns NAME."""
    return NameEntry(**_name(row, cites))


def _name(row: tuple[Any, ...], cites: Cites) -> dict[str, Any]:
    language, text, kind, script, machine, from_on, until_on, footnote = row
    return {
        "lang": language,
        "text": text,
        "kind": kinds.NameKind(kind),
        # Said only where it is not what would be worked out.
        "script": "" if script == script_of(text) else script,
        "machine": machine,
        "from_on": from_on,
        "until_on": until_on,
        "cite": cites[footnote],
    }


def person_entries(*, record: str, cites: Cites, claims: Claims) -> Iterator[PersonEntry]:
    """The people of a record, in its order. One query a table, and two for ids."""
    bodies, posts = body_slugs(), post_references()
    ours = {"person__record": record}
    name = ("person_id", *NAME, "family", "given", "own")
    names = Rows(PersonName.objects.filter(**ours).order_by("person_id", "position", "id").values_list(*name))
    tenure = (
        "person_id",
        "post_id",
        "from_on",
        "until_on",
        "as_of",
        "acting",
        "seconded_from_id",
        "footnote_id",
    )
    tenures = Rows(Tenure.objects.filter(**ours).order_by("person_id", "id").values_list(*tenure))
    rows = (
        Person.objects.filter(record=record)
        .order_by("id")
        .values_list("id", "slug", "country", "footnote_id")
    )
    for key, slug, country, footnote in rows.iterator(chunk_size=2000):
        yield PersonEntry(
            slug=slug,
            country=country,
            names=[_person_name(row[1:], cites) for row in names.of(key)],
            tenures=[_tenure(row[1:], posts, bodies, cites) for row in tenures.of(key)],
            claims=claims.get(("person", slug), []),
            cite=cites[footnote],
        )


def _person_name(row: tuple[Any, ...], cites: Cites) -> PersonNameEntry:
    *name, family, given, own = row
    return PersonNameEntry(**_name(tuple(name), cites), family=family, given=given, own=own)


def _tenure(row: tuple[Any, ...], posts: dict[int, str], bodies: dict[int, str], cites: Cites) -> TenureEntry:
    post, from_on, until_on, as_of, acting, seconded_from, footnote = row
    return TenureEntry(
        post=posts[post],
        from_on=from_on,
        until_on=until_on,
        as_of=as_of,
        acting=acting,
        seconded_from=bodies[seconded_from] if seconded_from else None,
        cite=cites[footnote],
    )


def tie_entries(*, record: str, cites: Cites, claims: Claims) -> Iterator[TieEntry]:
    """The ties of a record, in its order. One query a table, and one for the ids of bodies."""
    bodies = body_slugs()
    side = ("tie_id", "body_id", "type", "words", "signed_on", "approved_on", "approved_by", "footnote_id")
    sides = Rows(
        TieSide.objects.filter(tie__record=record).order_by("tie_id", "position", "id").values_list(*side)
    )
    columns = ("id", "slug", "state", "from_on", "until_on", "about", "footnote_id")
    rows = Tie.objects.filter(record=record).order_by("id").values_list(*columns)
    for key, slug, state, from_on, until_on, about, footnote in rows.iterator(chunk_size=2000):
        yield TieEntry(
            slug=slug,
            state=kinds.TieState(state),
            from_on=from_on,
            until_on=until_on,
            sides=[_side(row[1:], bodies, cites) for row in sides.of(key)],
            about=about,
            claims=claims.get(("tie", slug), []),
            cite=cites[footnote],
        )


def _side(row: tuple[Any, ...], bodies: dict[int, str], cites: Cites) -> SideEntry:
    body, type_, words, signed_on, approved_on, approved_by, footnote = row
    return SideEntry(
        body=bodies[body],
        type=kinds.TieType(type_),
        words=words,
        signed_on=signed_on,
        approved_on=approved_on,
        approved_by=kinds.Approval(approved_by) if approved_by else None,
        cite=cites[footnote],
    )
