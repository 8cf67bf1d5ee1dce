"""Posts of a body, who held them, and whom it lent to others."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import date_in
from interlocal.ground.texts import Shown
from interlocal.registry.models import Post, Tenure
from interlocal.registry.queries.naming import Named, named, named_or_none, sorted_for
from interlocal.registry.queries.piles import Piled, pile, said_in
from interlocal.registry.rules import Spell, spells_joined


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in a post: since and until when, and the days on which sources show it: `as_of` is the last of them.

    `first_seen` is the first where the beginning is not known and there are two.
    """

    person: Named
    from_on: PartialDate | None
    until_on: PartialDate | None
    first_seen: PartialDate | None
    as_of: PartialDate | None
    acting: bool
    seconded_from: Named | None
    footnotes: tuple[int, ...]

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
    first_seen: PartialDate | None
    as_of: PartialDate | None
    footnotes: tuple[int, ...]


_DATES = ("from_on", "until_on", "as_of", "acting", "footnote_id")


def posts_pile() -> ArraySubquery:
    """Highest rank first."""
    rows = Post.objects.filter(body=OuterRef("pk")).order_by("rank", "id")
    return pile(rows, "id", "slug", "title", "kind", "rank", "sole", "footnote_id")


def holders_pile(tongue: str) -> ArraySubquery:
    rows = Tenure.objects.filter(post__body=OuterRef("pk")).order_by(sorted_for(tongue, "person__"), "id")
    lender = ("seconded_from__slug", "seconded_from__label")
    return pile(rows, "post_id", "person__slug", "person__label", *lender, *_DATES)


def seconded_pile(tongue: str) -> ArraySubquery:
    """People this body lent to others, by their names."""
    rows = Tenure.objects.filter(seconded_from=OuterRef("pk")).order_by(sorted_for(tongue, "person__"), "id")
    post = ("post__title", "post__body__slug", "post__body__label")
    return pile(rows, "post_id", "person__slug", "person__label", *post, *_DATES)


def spell_of(who: Hashable, row: Sequence[Any]) -> Spell:
    """The last five columns of a tenure's row as a spell."""
    from_on, until_on, as_of, acting, footnote = row
    proof = date_in(as_of)
    return Spell(who, date_in(from_on), date_in(until_on), (proof,) if proof else (), acting, (footnote,))


def times_of(
    spell: Spell,
) -> tuple[PartialDate | None, PartialDate | None, PartialDate | None, PartialDate | None]:
    """From, until, first seen (where it says more than the others do), and last seen."""
    first = spell.seen[0] if len(spell.seen) > 1 and spell.from_on is None else None
    return spell.from_on, spell.until_on, first, spell.seen[-1] if spell.seen else None


def posts_in(posts: Piled, holders: Piled, tongue: str) -> tuple[PostRow, ...]:
    held: dict[int, Piled] = {}
    for post, *rest in holders:
        held.setdefault(post, []).append(rest)  # type: ignore[attr-defined]  # a list, made here
    return tuple(
        PostRow(
            slug,
            said_in(title, tongue),
            kind,
            rank,
            sole,
            note,
            _holders(held.get(key, ()), tongue, sole=sole),
        )
        for key, slug, title, kind, rank, sole, note in posts
    )


def _holders(rows: Piled, tongue: str, *, sole: bool) -> tuple[Holder, ...]:
    """The latest first; who is as late as another, by name."""
    people: dict[Hashable, tuple[Named, Named | None]] = {}
    spells = []
    for slug, label, lender, lender_label, *rest in rows:
        people.setdefault(
            (slug, lender), (named(slug, label, tongue), named_or_none(lender, lender_label, tongue))
        )
        spells.append(spell_of((slug, lender), rest))
    order = list(people)
    found = sorted(spells_joined(spells, sole=sole), key=lambda spell: order.index(spell.who))
    found.sort(key=lambda spell: spell.last_known, reverse=True)
    return tuple(_holder(spell, *people[spell.who]) for spell in found)


def _holder(spell: Spell, person: Named, lender: Named | None) -> Holder:
    return Holder(person, *times_of(spell), spell.acting, lender, spell.footnotes)


def seconded_in(rows: Piled, tongue: str) -> Iterator[Seconded]:
    about: dict[Hashable, tuple[Named, Shown, Named]] = {}
    spells = []
    for post, slug, label, title, body, body_label, *rest in rows:
        about[post, slug] = (
            named(slug, label, tongue),
            said_in(title, tongue),
            named(body, body_label, tongue),
        )
        spells.append(spell_of((post, slug), rest))
    order = list(about)
    # Who served in posts of several bodies is told apart by the post: none of them stands in another's way.
    for spell in sorted(spells_joined(spells, sole=False), key=lambda spell: order.index(spell.who)):
        yield Seconded(*about[spell.who], *times_of(spell), spell.footnotes)
