"""Ties between bodies: the list, one tie, and those of one body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, JSONArray

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.prepared import SLUG, date_in, prepared
from interlocal.ground.texts import Shown
from interlocal.registry.models import BodyName, Tie, TieSide
from interlocal.registry.queries.naming import Named, joined, named, sort_key_for, turned
from interlocal.registry.queries.piles import Piled, pile, reading_one, said_or_none, with_piles


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
    """Ties by the name of their first side; `q` is part of a name of any side. Three queries."""
    everything = matching(q)
    found = ordered(only(everything, pair=pair, tie_type=tie_type, state=state), tongue)
    rows = paged(found.values_list(JSONArray(*map(F, _TIE)), _sides_of_tie()), number=page)
    narrowed = _choices(
        only(everything, tie_type=tie_type, state=state),
        only(everything, pair=pair, state=state),
        only(everything, pair=pair, tie_type=tie_type),
    )
    pairs, types, states = _by_filter(narrowed if pair or tie_type or state or q else _all_choices(""))
    return TiesPage(
        turned(rows, lambda row: _tie(row[0], _sides(row[1], tongue))), _of_pairs(pairs), types, states
    )


def _tie(row: Sequence[Any], sides: Sequence[Side]) -> TieRow:
    slug, state, from_on, until_on, footnote = row
    return TieRow(slug, state, date_in(from_on), date_in(until_on), tuple(sides), footnote)


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


def _choices(
    for_pair: QuerySet[Tie], for_type: QuerySet[Tie], for_state: QuerySet[Tie]
) -> "QuerySet[Any, Any]":
    """Which filter, a choice of it (countries as `{JP,KR}`), and how many ties there are for it. One query."""
    countries = TieSide.objects.filter(tie=OuterRef("pk")).exclude(body__country="").order_by("body__country")
    pair = ArraySubquery(countries.values("body__country").distinct())
    first, *rest = (
        ties.order_by()
        .values_list(Value(place), Cast(choice, TextField()))
        .annotate(n=Count("id", distinct=True))
        for place, (ties, choice) in enumerate(
            ((for_pair, pair), (for_type, F("sides__type")), (for_state, F("state")))
        )
    )
    return first.union(*rest, all=True)


# The whole list is what most readers ask for.
_all_choices = prepared(lambda: _choices(Tie.objects.all(), Tie.objects.all(), Tie.objects.all()))


def _by_filter(rows: Iterable[tuple[int, str, int]]) -> list[dict[str, int]]:
    found: list[dict[str, int]] = [{}, {}, {}]
    for place, choice, n in rows:
        found[place][choice] = n
    return [dict(sorted(counts.items())) for counts in found]


def _of_pairs(counts: dict[str, int]) -> dict[str, int]:
    """PostgreSQL writes an array as {JP,KR}."""
    return {countries[1:-1].replace(",", "-"): n for countries, n in counts.items()}


_SIDE = (
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


def _sides(rows: Piled, tongue: str) -> tuple[Side, ...]:
    return tuple(_side(row, tongue) for row in rows)


def _side(row: Sequence[Any], tongue: str) -> Side:
    slug, label, country, longitude, latitude, type_, words, signed, approved, approved_by, note = row
    body, signed_on = named(slug, label, tongue), date_in(signed)
    then = labels.shown(label, tongue, on=signed_on.first.isoformat()) if signed_on else body.name
    at = None if longitude is None else (longitude, latitude)
    return Side(
        body,
        None if then == body.name else then,
        country,
        at,
        type_,
        said_or_none(words, tongue),
        signed_on,
        date_in(approved),
        approved_by,
        note,
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


_TIE = ("slug", "state", "from_on", "until_on", "footnote_id")


def _sides_of_tie() -> ArraySubquery:
    return pile(TieSide.objects.filter(tie=OuterRef("pk")).order_by("position", "id"), *_SIDE)


_read = reading_one(lambda _: with_piles(Tie.objects.filter(slug=SLUG), (*_TIE, "about"), _sides_of_tie()))


def tie_page(*, slug: str, tongue: str) -> TiePage:
    """One tie; Tie.DoesNotExist where there is none. One query."""
    found = _read(tongue, slug)
    if found is None:
        raise Tie.DoesNotExist(slug)
    (*row, about), sides = found
    return TiePage(_tie(row, _sides(sides, tongue)), said_or_none(about, tongue))


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


def sides_pile() -> ArraySubquery:
    """Every side of every tie of a body."""
    rows = TieSide.objects.filter(tie__sides__body=OuterRef("pk")).order_by("position", "id")
    return pile(rows, *(f"tie__{column}" for column in _TIE), *_SIDE)


def ties_of_body(body: str, rows: Piled, tongue: str) -> tuple[TieOfBody, ...]:
    """Made of `sides_pile`: the oldest first, those without a date last."""
    ties: dict[str, tuple[Sequence[Any], list[Side]]] = {}
    for row in rows:
        tie, side = row[: len(_TIE)], row[len(_TIE) :]
        ties.setdefault(tie[0], (tie, []))[1].append(_side(side, tongue))
    found = (_of_body(body, _tie(tie, sides)) for tie, sides in ties.values())
    return tuple(sorted(found, key=lambda tie: (tie.since is None, tie.since and tie.since.first, tie.slug)))


def _of_body(body: str, tie: TieRow) -> TieOfBody:
    ours = next(side for side in tie.sides if side.body.slug == body)
    others = tuple(side for side in tie.sides if side is not ours)
    return TieOfBody(tie.slug, tie.state, tie.since, tie.until_on, ours, others, tie.footnote)
