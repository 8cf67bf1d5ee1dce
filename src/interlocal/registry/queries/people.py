"""People in public office: the list, and one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.registry.models import Person, PersonName, Tenure
from interlocal.registry.queries.naming import (
    OWN_TONGUE,
    Named,
    NameRow,
    named,
    named_or_none,
    ordered_names,
    sorted_for,
    turned,
)


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A post held by a person; the body under the name it had then."""

    post: Shown
    kind: str
    body: Named
    from_on: PartialDate | None
    until_on: PartialDate | None
    as_of: PartialDate | None
    acting: bool
    seconded_from: Named | None
    footnote: int

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
        return [self.footnote, *([self.tenure.footnote] if self.tenure else [])]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    rows: Paged[PersonRow]
    countries: dict[str, int]
    posts: dict[str, int]


def people_page(
    *, tongue: str, country: str = "", post: str = "", q: str = "", page: str = "1"
) -> PeoplePage:
    """People by the reader's order; `post` is a kind of post ever held, `q` part of any name. Six queries."""
    everything = matching(q)
    found = only(everything, country=country, post=post).order_by(sorted_for(tongue), "id")
    rows = paged(found.values_list("id", "slug", "label", "country", "footnote_id"), number=page)
    ids = [row[0] for row in rows.rows]
    tenures, own = _tenures(ids, tongue), _own_spellings(ids)
    kinds = only(everything, country=country).order_by("tenures__post__kind")
    return PeoplePage(
        turned(rows, lambda row: _row(row, own.get(row[0]), tenures.get(row[0], ()), tongue)),
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


def _row(row: Sequence[Any], own: NameRow | None, tenures: Sequence[TenureRow], tongue: str) -> PersonRow:
    _, slug, label, country, footnote = row
    return PersonRow(
        slug, labels.shown(label, tongue), own, country, tenures[0] if tenures else None, footnote
    )


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


def _own_spellings(ids: Sequence[int]) -> dict[int, NameRow]:
    """By person: the spelling in their own language, their own before others; else their own in another."""
    rows = PersonName.objects.filter(person__in=ids).order_by("position", "id")
    found: dict[int, tuple[int, NameRow]] = {}
    for person, country, *columns in rows.values_list("person_id", "person__country", *_NAME):
        name = NameRow(*columns)
        place = _place(name, OWN_TONGUE.get(country, "en"))
        if person not in found or place < found[person][0]:
            found[person] = place, name
    return {person: name for person, (place, name) in found.items() if place < 3}


def _place(name: NameRow, own_tongue: str) -> int:
    """0 and up: how near a name is to being the person's own spelling of it; 3 is not near."""
    if name.language == own_tongue and not name.machine and name.kind != "reading":
        return 0 if name.own else 1
    return 2 if name.own else 3


_TENURE = (
    "person_id",
    "post__title",
    "post__kind",
    "post__body__slug",
    "post__body__label",
    "from_on",
    "until_on",
    "as_of",
    "acting",
    "seconded_from__slug",
    "seconded_from__label",
    "footnote_id",
)


def _tenures(ids: Sequence[int], tongue: str) -> dict[int, list[TenureRow]]:
    """By person, the latest first. One query."""
    tenures: dict[int, list[TenureRow]] = {}
    rows = Tenure.objects.filter(person__in=ids).order_by("post__rank", "id").values_list(*_TENURE)
    for person, *columns in rows:
        tenures.setdefault(person, []).append(_tenure(columns, tongue))
    for pile in tenures.values():
        pile.sort(key=lambda tenure: tenure.last_known, reverse=True)
    return tenures


def _tenure(row: Sequence[Any], tongue: str) -> TenureRow:
    title, kind, slug, label, from_on, until_on, as_of, acting, lender, lender_label, footnote = row
    # Its last day says under which name the body had this post.
    proof = as_of or from_on or until_on
    body = named(slug, label, tongue, on=proof.first.isoformat())
    lent = named_or_none(lender, lender_label, tongue)
    return TenureRow(title.shown(tongue), kind, body, from_on, until_on, as_of, acting, lent, footnote)


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
        return [self.footnote, *(tenure.footnote for tenure in self.tenures)]

    @property
    def later_footnotes(self) -> list[int]:
        return [name.footnote for name in self.names]


def person_page(*, slug: str, tongue: str) -> PersonPage:
    """One person; Person.DoesNotExist where there is none. Three queries."""
    key, label, country, footnote = Person.objects.values_list("id", "label", "country", "footnote_id").get(
        slug=slug
    )
    own = OWN_TONGUE.get(country, "en")
    tenures = tuple(_tenures([key], tongue).get(key, ()))
    return PersonPage(slug, labels.shown(label, tongue), country, _names(key, own, tongue), tenures, footnote)


def _names(person: int, own: str, tongue: str) -> tuple[NameRow, ...]:
    """The person's own language and own spellings first."""
    rows = PersonName.objects.filter(person=person).order_by("-own", "position", "id").values_list(*_NAME)
    found = ordered_names((NameRow(*row) for row in rows), (own, tongue, "ko", "ja", "zh-Hans", "en"))
    return tuple(sorted(found, key=lambda name: not name.own))
