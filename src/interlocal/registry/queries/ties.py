"""Ties between bodies: the list, one tie, and those of one body."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery

from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.registry.models import BodyName, Tie, TieSide
from interlocal.registry.queries.naming import Named, joined, named, shown_or_none, sort_key_for, turned


@dataclass(frozen=True, slots=True)
class Side:
    """One body's view of a tie. `then` is the name it signed under, where that is not its present one."""

    body: Named
    then: Shown | None
    country: str
    at: tuple[float, float] | None
    type: str
    words: Shown | None
    signed_on: PartialDate | None
    approved_on: PartialDate | None
    approved_by: str
    footnote: int


@dataclass(frozen=True, slots=True)
class TieRow:
    """A tie with its sides. `since` is when it came into force, else the first day a side signed it."""

    slug: str
    state: str
    from_on: PartialDate | None
    until_on: PartialDate | None
    sides: tuple[Side, ...]
    footnote: int

    @property
    def name(self) -> Shown:
        return joined([side.body.name for side in self.sides])

    @property
    def since(self) -> PartialDate | None:
        signed = [side.signed_on for side in self.sides if side.signed_on]
        # By the last day each can mean: of 1994 and 2 September 1994 the one known better.
        return self.from_on or min(signed, key=lambda day: day.after, default=None)

    @property
    def footnotes(self) -> list[int]:
        return [self.footnote, *(side.footnote for side in self.sides)]


@dataclass(frozen=True, slots=True)
class TiesPage:
    """`pairs` are the countries of a tie's sides in alphabetical order: `JP-KR`, or `KR` alone."""

    rows: Paged[TieRow]
    pairs: dict[str, int]
    types: dict[str, int]
    states: dict[str, int]


def ties_page(
    *, tongue: str, pair: str = "", tie_type: str = "", state: str = "", q: str = "", page: str = "1"
) -> TiesPage:
    """Ties by the name of their first side; `q` is part of a name of any side. Six queries."""
    everything = matching(q)
    found = ordered(only(everything, pair=pair, tie_type=tie_type, state=state), tongue)
    rows = paged(found.values_list("id", "slug", "state", "from_on", "until_on", "footnote_id"), number=page)
    sides = _sides([row[0] for row in rows.rows], tongue)
    return TiesPage(
        turned(rows, lambda row: _tie(row, sides)),
        _pairs(only(everything, tie_type=tie_type, state=state)),
        _counted(only(everything, pair=pair, state=state), "sides__type"),
        _counted(only(everything, pair=pair, tie_type=tie_type), "state"),
    )


def _tie(row: Sequence[Any], sides: Mapping[int, Sequence[Side]]) -> TieRow:
    key, slug, state, from_on, until_on, footnote = row
    return TieRow(slug, state, from_on, until_on, tuple(sides.get(key, ())), footnote)


def matching(q: str) -> QuerySet[Tie]:
    ties = Tie.objects.all()
    if not q:
        return ties
    bodies = BodyName.objects.filter(text__icontains=q).values("body")
    return ties.filter(pk__in=TieSide.objects.filter(body__in=bodies).values("tie"))


def only(ties: QuerySet[Tie], *, pair: str = "", tie_type: str = "", state: str = "") -> QuerySet[Tie]:
    if state:
        ties = ties.filter(state=state)
    if tie_type:
        ties = ties.filter(pk__in=TieSide.objects.filter(type=tie_type).values("tie"))
    return _between(ties, pair.split("-")) if pair else ties


def _between(ties: QuerySet[Tie], countries: Sequence[str]) -> QuerySet[Tie]:
    """Ties with a side in each of these countries and in no other."""
    for country in countries:
        ties = ties.filter(pk__in=TieSide.objects.filter(body__country=country).values("tie"))
    return ties.exclude(pk__in=TieSide.objects.exclude(body__country__in=countries).values("tie"))


def ordered(ties: QuerySet[Tie], tongue: str) -> QuerySet[Tie]:
    sides = TieSide.objects.filter(tie=OuterRef("pk")).order_by("position", "id")
    keys = sides.annotate(key=sort_key_for(tongue, "body__")).values("key")
    return ties.order_by(Subquery(keys[:1]), Subquery(keys[1:2]), "id")


def _counted(ties: QuerySet[Tie], column: str) -> dict[str, int]:
    return dict(ties.order_by(column).values_list(column).annotate(n=Count("id", distinct=True)))


def _pairs(ties: QuerySet[Tie]) -> dict[str, int]:
    """How many ties join which two countries."""
    rows = TieSide.objects.filter(tie__in=ties).order_by("tie").values_list("tie", "body__country").distinct()
    countries: dict[int, list[str]] = {}
    for tie, country in rows:
        countries.setdefault(tie, []).append(country)
    counts: dict[str, int] = {}
    for found in countries.values():
        pair = "-".join(sorted(country for country in found if country))
        counts[pair] = counts.get(pair, 0) + 1
    return dict(sorted(counts.items()))


_SIDE = (
    "tie_id",
    "body__slug",
    "body__label",
    "body__country",
    "body__longitude",
    "body__latitude",
    "type",
    "words",
    "signed_on",
    "approved_on",
    "approved_by",
    "footnote_id",
)


def _sides(ties: Iterable[int], tongue: str) -> dict[int, list[Side]]:
    rows = TieSide.objects.filter(tie__in=list(ties)).order_by("position", "id").values_list(*_SIDE)
    sides: dict[int, list[Side]] = {}
    for tie, *columns in rows:
        sides.setdefault(tie, []).append(_side(columns, tongue))
    return sides


def _side(row: Sequence[Any], tongue: str) -> Side:
    slug, label, country, longitude, latitude, type_, words, signed_on, *rest = row
    body = named(slug, label, tongue)
    then = named(slug, label, tongue, on=signed_on.first.isoformat()).name if signed_on else body.name
    at = None if longitude is None else (longitude, latitude)
    return Side(
        body,
        None if then == body.name else then,
        country,
        at,
        type_,
        shown_or_none(words, tongue),
        signed_on,
        *rest,
    )


@dataclass(frozen=True, slots=True)
class TiePage:
    tie: TieRow
    about: Shown | None

    @property
    def differing(self) -> tuple[str, ...]:
        """In what the sides contradict each other: `type`, `signed_on`."""
        types = {side.type for side in self.tie.sides}
        signed = [side.signed_on for side in self.tie.sides if side.signed_on]
        apart = any(one.after <= other.first for one, other in permutations(signed, 2))
        return (*(("type",) if len(types) > 1 else ()), *(("signed_on",) if apart else ()))


def tie_page(*, slug: str, tongue: str) -> TiePage:
    """One tie; Tie.DoesNotExist where there is none. Two queries."""
    columns = ("id", "slug", "state", "from_on", "until_on", "footnote_id", "about")
    *row, about = Tie.objects.values_list(*columns).get(slug=slug)
    return TiePage(_tie(row, _sides([row[0]], tongue)), shown_or_none(about, tongue))


@dataclass(frozen=True, slots=True)
class TieOfBody:
    """A tie as a page of one of its bodies shows it: that body's side, and the others."""

    slug: str
    state: str
    since: PartialDate | None
    until_on: PartialDate | None
    ours: Side
    others: tuple[Side, ...]
    footnote: int

    @property
    def footnotes(self) -> list[int]:
        return [self.footnote, self.ours.footnote, *(side.footnote for side in self.others)]


def ties_of(*, body: int, tongue: str) -> tuple[TieOfBody, ...]:
    """The oldest first, those without a date last. One query: every side of the ties of this body."""
    rows = TieSide.objects.filter(tie__sides__body=body).order_by("position", "id")
    columns = (
        "body_id",
        "tie__slug",
        "tie__state",
        "tie__from_on",
        "tie__until_on",
        "tie__footnote_id",
        *_SIDE,
    )
    found: dict[str, tuple[TieRow, list[Side]]] = {}
    for side_of, slug, state, from_on, until_on, footnote, _, *side in rows.values_list(*columns):
        tie, ours = found.setdefault(slug, (TieRow(slug, state, from_on, until_on, (), footnote), []))
        made = _side(side, tongue)
        found[slug] = replace(tie, sides=(*tie.sides, made)), [*ours, made] if side_of == body else ours
    made_of = (_of_body(tie, ours[0]) for tie, ours in found.values())
    return tuple(
        sorted(made_of, key=lambda tie: (tie.since is None, tie.since and tie.since.first, tie.slug))
    )


def _of_body(tie: TieRow, ours: Side) -> TieOfBody:
    others = tuple(side for side in tie.sides if side is not ours)
    return TieOfBody(tie.slug, tie.state, tie.since, tie.until_on, ours, others, tie.footnote)
