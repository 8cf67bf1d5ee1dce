"""People in public office: the list, and one person."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet
from django.db.models.functions import JSONArray

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.prepared import SLUG
from interlocal.ground.texts import Shown
from interlocal.registry.models import Person, PersonName, Tenure
from interlocal.registry.queries.naming import (
    OWN_TONGUE,
    Named,
    NameRow,
    name_row,
    named,
    named_or_none,
    ordered_names,
    sorted_for,
    turned,
)
from interlocal.registry.queries.piles import Piled, pile, reading_one, said_in, with_piles
from interlocal.registry.queries.posts import spell_of, times_of
from interlocal.registry.rules import Spell, spells_joined


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A post held by a person, by the dates of a `Holder`; the body under the name it had then."""

    post: Shown
    kind: str
    body: Named
    from_on: PartialDate | None
    until_on: PartialDate | None
    first_seen: PartialDate | None
    as_of: PartialDate | None
    acting: bool
    seconded_from: Named | None
    footnotes: tuple[int, ...]

    @property
    def last_known(self) -> PartialDate:
        return max(day for day in (self.from_on, self.as_of, self.until_on) if day is not None)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the list, with the post last known of."""

    slug: str
    name: Shown
    own: NameRow | None
    country: str
    tenure: TenureRow | None
    footnote: int

    @property
    def footnotes(self) -> list[int]:
        return [self.footnote, *(self.tenure.footnotes if self.tenure else ())]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    rows: Paged[PersonRow]
    countries: dict[str, int]
    posts: dict[str, int]


def people_page(
    *, tongue: str, country: str = "", post: str = "", q: str = "", page: str = "1"
) -> PeoplePage:
    """People by the reader's order; `post` is a kind of post ever held, `q` part of any name. Four queries."""
    everything = matching(q)
    found = only(everything, country=country, post=post).order_by(sorted_for(tongue), "id")
    rows = paged(found.values_list(JSONArray(*map(F, _PERSON)), _names_pile(), _tenures_pile()), number=page)
    kinds = only(everything, country=country).order_by("tenures__post__kind")
    return PeoplePage(
        turned(rows, lambda row: _row(row[0], row[1], row[2], tongue)),
        dict(only(everything, post=post).order_by("country").values_list("country").annotate(n=Count("id"))),
        _without_none(dict(kinds.values_list("tenures__post__kind").annotate(n=Count("id", distinct=True)))),
    )


def matching(q: str) -> QuerySet[Person]:
    people = Person.objects.all()
    return (
        people.filter(pk__in=PersonName.objects.filter(text__icontains=q).values("person")) if q else people
    )


def only(people: QuerySet[Person], *, country: str = "", post: str = "") -> QuerySet[Person]:
    if country:
        people = people.filter(country=country)
    return people.filter(pk__in=Tenure.objects.filter(post__kind=post).values("person")) if post else people


def _without_none(counts: dict[str | None, int]) -> dict[str, int]:
    return {key: n for key, n in counts.items() if key is not None}


_PERSON = ("slug", "label", "country", "footnote_id")
_NAME = (
    "language",
    "script",
    "kind",
    "text",
    "machine",
    "from_on",
    "until_on",
    "footnote_id",
    "own",
    "family",
    "given",
)
_TENURE = (
    "post_id",
    "post__sole",
    "post__title",
    "post__kind",
    "post__body__slug",
    "post__body__label",
    "seconded_from__slug",
    "seconded_from__label",
    "from_on",
    "until_on",
    "as_of",
    "acting",
    "footnote_id",
)


def _names_pile() -> ArraySubquery:
    return pile(PersonName.objects.filter(person=OuterRef("pk")).order_by("-own", "position", "id"), *_NAME)


def _tenures_pile() -> ArraySubquery:
    return pile(Tenure.objects.filter(person=OuterRef("pk")).order_by("post__rank", "id"), *_TENURE)


def _row(person: Sequence[Any], names: Piled, tenures: Piled, tongue: str) -> PersonRow:
    slug, label, country, footnote = person
    # Dates print as they sort; only the latest is worth the names around it.
    latest = max(tenures, key=lambda row: max(day for day in row[8:11] if day), default=None)
    tenure = _tenure(latest, tongue) if latest else None
    return PersonRow(
        slug, labels.shown(label, tongue), _own_spelling(names, country), country, tenure, footnote
    )


def _own_spelling(rows: Piled, country: str) -> NameRow | None:
    """In the person's own language, their own spelling before others; else their own in another."""
    tongue = OWN_TONGUE.get(country, "en")
    name = min(map(name_row, rows), key=lambda name: _place(name, tongue), default=None)
    return name if name and _place(name, tongue) < 3 else None


def _place(name: NameRow, own_tongue: str) -> int:
    """0 and up: how near a name is to being the person's own spelling of it; 3 is not near."""
    if name.language == own_tongue and not name.machine and name.kind != "reading":
        return 0 if name.own else 1
    return 2 if name.own else 3


def _tenure(row: Sequence[Any], tongue: str, spell: Spell | None = None) -> TenureRow:
    _, _, title, kind, slug, label, lender, lender_label, *rest = row
    spell = spell or spell_of(slug, rest)
    from_on, until_on, first_seen, as_of = times_of(spell)
    # Its last day says under which name the body had this post.
    proof = as_of or from_on or until_on
    body = named(slug, label, tongue, on=proof.first.isoformat() if proof else None)
    lent = named_or_none(lender, lender_label, tongue)
    title = said_in(title, tongue)
    return TenureRow(
        title, kind, body, from_on, until_on, first_seen, as_of, spell.acting, lent, spell.footnotes
    )


@dataclass(frozen=True, slots=True)
class PersonPage:
    slug: str
    name: Shown
    country: str
    names: tuple[NameRow, ...]
    tenures: tuple[TenureRow, ...]
    footnote: int

    @property
    def footnotes(self) -> list[int]:
        """In the order of the page; `later_footnotes` follow what the person took part in."""
        return [self.footnote, *(note for tenure in self.tenures for note in tenure.footnotes)]

    @property
    def later_footnotes(self) -> list[int]:
        return [name.footnote for name in self.names]


def _page(_: str) -> "QuerySet[Any, Any]":
    # Who held the same posts: what one person's facts say of one unbroken time depends on it.
    rivals = Tenure.objects.filter(post__tenures__person=OuterRef("pk"), post__sole=True, acting=False)
    rivals = rivals.exclude(person=OuterRef("pk")).order_by("id").distinct()
    columns = ("id", "post_id", "from_on", "until_on", "as_of", "acting", "footnote_id")
    return with_piles(
        Person.objects.filter(slug=SLUG), _PERSON, _names_pile(), _tenures_pile(), pile(rivals, *columns)
    )


_read = reading_one(_page)


def person_page(*, slug: str, tongue: str) -> PersonPage:
    """One person; Person.DoesNotExist where there is none. One query."""
    found = _read(tongue, slug)
    if found is None:
        raise Person.DoesNotExist(slug)
    (_, label, country, footnote), names, tenures, rivals = found
    rows = ordered_names(
        map(name_row, names), (OWN_TONGUE.get(country, "en"), tongue, "ko", "ja", "zh-Hans", "en")
    )
    return PersonPage(
        slug,
        labels.shown(label, tongue),
        country,
        tuple(sorted(rows, key=lambda name: not name.own)),
        tuple(_posts_held(tenures, rivals, tongue)),
        footnote,
    )


def _posts_held(tenures: Piled, rivals: Piled, tongue: str) -> list[TenureRow]:
    """The latest first; of posts known to the same day the higher one first."""
    posts: dict[int, list[Sequence[Any]]] = {}
    for row in tenures:
        posts.setdefault(row[0], []).append(row)
    others: dict[int, list[Spell]] = {}
    for _, post, *rest in rivals:
        others.setdefault(post, []).append(spell_of(None, rest))
    found: list[TenureRow] = []
    for post, rows in posts.items():
        held: dict[Hashable, Sequence[Any]] = {("held", row[6]): row for row in rows}
        spells = [spell_of(("held", row[6]), row[8:]) for row in rows]
        joined = spells_joined([*others.get(post, ()), *spells], sole=rows[0][1])
        found += [_tenure(held[spell.who], tongue, spell) for spell in joined if spell.who in held]
    return sorted(found, key=lambda tenure: tenure.last_known, reverse=True)
