"""Posts of a body, who held them, and whom it lent to others."""

from dataclasses import dataclass
from datetime import date

from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.registry.models import Post, Tenure
from interlocal.registry.queries.naming import Named, named, named_or_none, sorted_for


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post: since and until when, or `as_of` the day on which a source shows it."""

    person: Named
    from_on: PartialDate | None
    until_on: PartialDate | None
    as_of: PartialDate | None
    acting: bool
    seconded_from: Named | None
    footnote: int

    @property
    def last_known(self) -> PartialDate:
        """The latest day that is known of this tenure."""
        return max(day for day in (self.from_on, self.as_of, self.until_on) if day is not None)

    def left(self, today: date) -> bool:
        return self.until_on is not None and self.until_on.first <= today


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post with its holders, the latest first."""

    slug: str
    title: Shown
    kind: str
    rank: int
    sole: bool
    footnote: int
    holders: tuple[Holder, ...]

    def in_office(self, today: date) -> tuple[Holder, ...]:
        """Those not known to have left: of a sole post only the last one known to have come."""
        staying = tuple(holder for holder in self.holders if not holder.left(today))
        return staying[:1] if self.sole else staying


@dataclass(frozen=True, slots=True)
class Seconded:
    """Somebody of this body who serves in a post of another."""

    person: Named
    post: Shown
    body: Named
    from_on: PartialDate | None
    until_on: PartialDate | None
    as_of: PartialDate | None
    footnote: int


def posts_of(*, body: int, tongue: str) -> tuple[PostRow, ...]:
    """Highest rank first. Two queries."""
    holders = _holders(body, tongue)
    rows = (
        Post.objects.filter(body=body)
        .order_by("rank", "id")
        .values_list("id", "slug", "title", "kind", "rank", "sole", "footnote_id")
    )
    return tuple(
        PostRow(slug, title.shown(tongue), kind, rank, sole, footnote, tuple(holders.get(key, ())))
        for key, slug, title, kind, rank, sole, footnote in rows
    )


def _holders(body: int, tongue: str) -> dict[int, list[Holder]]:
    rows = Tenure.objects.filter(post__body=body).order_by(sorted_for(tongue, "person__"), "id")
    columns = (
        "post_id",
        "person__slug",
        "person__label",
        "from_on",
        "until_on",
        "as_of",
        "acting",
        "seconded_from__slug",
        "seconded_from__label",
        "footnote_id",
    )
    holders: dict[int, list[Holder]] = {}
    for (
        post,
        slug,
        label,
        from_on,
        until_on,
        as_of,
        acting,
        lender,
        lender_label,
        footnote,
    ) in rows.values_list(*columns):
        lent = named_or_none(lender, lender_label, tongue)
        holder = Holder(named(slug, label, tongue), from_on, until_on, as_of, acting, lent, footnote)
        holders.setdefault(post, []).append(holder)
    for pile in holders.values():
        pile.sort(key=lambda holder: holder.last_known, reverse=True)
    return holders


def seconded_by(*, body: int, tongue: str) -> tuple[Seconded, ...]:
    """People this body lent to others, by their names. One query."""
    rows = Tenure.objects.filter(seconded_from=body).order_by(sorted_for(tongue, "person__"), "id")
    columns = (
        "person__slug",
        "person__label",
        "post__title",
        "post__body__slug",
        "post__body__label",
        "from_on",
        "until_on",
        "as_of",
        "footnote_id",
    )
    return tuple(
        Seconded(named(slug, label, tongue), title.shown(tongue), named(body_slug, body_label, tongue), *rest)
        for slug, label, title, body_slug, body_label, *rest in rows.values_list(*columns)
    )
