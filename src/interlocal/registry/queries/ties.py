"""Ties between bodies: the list, one tie, and those of one body."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Collate

from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.registry.models import BodyName, Tie, TieSide
from interlocal.registry.queries.naming import Named, joined, named, shown_or_none


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
        return self.from_on or min((side.signed_on for side in self.sides if side.signed_on), default=None)

    @property
    def footnotes(self) -> list[int]:
        return [self.footnote, *(side.footnote for side in self.sides)]


@dataclass(frozen=True, slots=True)
class TiesPage:
    """`pairs` are the countries of a tie's sides in alphabetical order: `JP-KR`."""

    rows: Paged[TieRow]
    pairs: dict[str, int]
    types: dict[str, int]
    states: dict[str, int]


def ties_page(
    *, tongue: str, pair: str = "", type: str = "", state: str = "", q: str = "", page: str = "1"
) -> TiesPage:
    """Ties by the name of their first side; `q` is part of a name of any side. Six queries."""
    everything = _matching(q)
    found = _ordered(_only(everything, pair=pair, type=type, state=state), tongue)
    rows = paged(found.values_list("id", "slug", "state", "from_on", "until_on", "footnote_id"), number=page)
    sides = _sides([row[0] for row in rows.rows], tongue)
    return TiesPage(
        rows.turned(lambda row: TieRow(*row[1:5], tuple(sides.get(row[0], ())), row[5])),
        _pairs(_only(everything, type=type, state=state)),
        _counted(_only(everything, pair=pair, state=state), "sides__type"),
        _counted(_only(everything, pair=pair, type=type), "state"),
    )


def _matching(q: str) -> QuerySet[Tie]:
    ties = Tie.objects.all()
    if not q:
        return ties
    bodies = BodyName.objects.filter(text__icontains=q).values("body")
    return ties.filter(pk__in=TieSide.objects.filter(body__in=bodies).values("tie"))


def _only(ties: QuerySet[Tie], *, pair: str = "", type: str = "", state: str = "") -> QuerySet[Tie]:
    if state:
        ties = ties.filter(state=state)
    if type:
        ties = ties.filter(pk__in=TieSide.objects.filter(type=type).values("tie"))
    for country in pair.split("-") if pair else ():
        ties = ties.filter(pk__in=TieSide.objects.filter(body__country=country).values("tie"))
    return ties


def _ordered(ties: QuerySet[Tie], tongue: str) -> QuerySet[Tie]:
    sides = TieSide.objects.filter(tie=OuterRef("pk")).order_by("position", "id")
    key = Collate(KT(f"body__sort_keys__{tongue}"), "C")
    first = Subquery(sides.annotate(key=key).values("key")[:1])
    second = Subquery(sides.annotate(key=key).values("key")[1:2])
    return ties.order_by(first, second, "id")


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
        body, None if then == body.name else then, country, at, type_, shown_or_none(words, tongue), signed_on, *rest
    )


@dataclass(frozen=True, slots=True)
class TiePage:
    tie: TieRow
    about: Shown | None

    @property
    def differing(self) -> tuple[str, ...]:
        """In what the sides do not say the same of it: `type`, `signed_on`."""
        sides = self.tie.sides
        return tuple(name for name in ("type", "signed_on") if len({getattr(side, name) for side in sides} - {None}) > 1)


def tie_page(*, slug: str, tongue: str) -> TiePage:
    """One tie; Tie.DoesNotExist where there is none. Two queries."""
    columns = ("id", "slug", "state", "from_on", "until_on", "footnote_id", "about")
    row = Tie.objects.values_list(*columns).get(slug=slug)
    sides = tuple(_sides([row[0]], tongue).get(row[0], ()))
    return TiePage(TieRow(*row[1:5], sides, row[5]), shown_or_none(row[6], tongue))


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


def ties_of(*, body: int, tongue: str) -> tuple[TieOfBody, ...]:
    """The oldest first. Two queries."""
    ties = Tie.objects.filter(pk__in=TieSide.objects.filter(body=body).values("tie"))
    slug_of = dict(ties.values_list("id", "slug")[:0])  # placeholder
    return ()
