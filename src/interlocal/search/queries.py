"""Finding subjects by their names and titles, in any language of the record. All of it is public."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.fields.json import KT
from django.db.models.functions import RowNumber

from interlocal.ground import labels
from interlocal.ground.paging import NoSuchPage, count_pages
from interlocal.ground.texts import Shown
from interlocal.languages.folding import fold
from interlocal.search import forms
from interlocal.search.models import Found

# In the order in which a page shows them.
KINDS = ("series", "edition", "body", "person", "tie", "topic", "source")
SIZE = 50
# Seven kinds of seven: a page of all kinds has no more rows than a page of one.
OF_EACH = 7


@dataclass(frozen=True, slots=True)
class Hit:
    """A subject found. `matched` is the name that matched, where that is not the name shown."""

    kind: str
    key: str
    name: Shown
    matched: Shown | None
    country: str


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for `typed`; `words` are empty when there was nothing to look for.

    Without `kind` it is one page with the best of each kind; with it, pages of that kind. `counts` are of all
    kinds; `unknown_kind` was asked for in vain.
    """

    typed: str
    words: tuple[str, ...] = ()
    kind: str = ""
    unknown_kind: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    groups: tuple[Group, ...] = ()
    total: int = 0
    number: int = 1
    pages: int = 1
    size: int = SIZE


def search_page(*, words: str, kind: str = "", number: int = 1, tongue: str) -> SearchPage:
    """At most SIZE subjects with all of the words in their names. Two queries; none without words."""
    typed = words[: forms.LONGEST]
    unknown = "" if kind in ("", *KINDS) else kind[:20]
    chosen = "" if unknown else kind
    sought = forms.words(words)
    if not sought:
        return SearchPage(typed, kind=chosen, unknown_kind=unknown)
    found = _having(sought)
    by_kind = dict(found.values_list("kind").annotate(total=Count("id")))
    counts = tuple((one, by_kind[one]) for one in KINDS if one in by_kind)
    total = by_kind.get(chosen, 0) if chosen else sum(by_kind.values())
    pages = count_pages(total, SIZE) if chosen else 1
    if not 1 <= number <= pages:
        raise NoSuchPage(str(number))
    rows = _rows(_ranked(found, sought), chosen, number, whole=total <= SIZE)
    groups = _groups(rows, by_kind, sought, tongue)
    return SearchPage(typed, tuple(sought), chosen, unknown, counts, groups, total, number, pages)


def _having(words: Sequence[str]) -> QuerySet[Found]:
    found = Found.objects.all()
    for word in words:
        grams = forms.sought(word)
        if not grams and len(word) < 3:
            # One or two letters are in almost every name; they count only where a name begins.
            found = found.filter(haystack__contains=f"\n{word}")
        else:
            found = found.filter(Q(haystack__contains=word), *([Q(forms__contains=grams)] if grams else []))
    return found


def _ranked(found: QuerySet[Found], words: Sequence[str]) -> QuerySet[Any, Any]:
    """The name itself first, then names that begin so, then names that have it anywhere; the newest first."""
    whole = "".join(words)
    rank = Case(
        When(haystack__contains=f"\n{whole}\n", then=Value(0)),
        When(haystack__contains=f"\n{whole}", then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    place = Case(
        *(When(kind=kind, then=Value(at)) for at, kind in enumerate(KINDS)), output_field=IntegerField()
    )
    return found.annotate(rank=rank, place=place, day=KT("label__on"))


_ORDER = (F("rank").asc(), F("day").desc(nulls_last=True), F("key").asc())


def _rows(found: QuerySet[Any, Any], kind: str, number: int, *, whole: bool) -> list[tuple[Any, ...]]:
    if kind:
        found = found.filter(kind=kind).order_by(*_ORDER)[(number - 1) * SIZE : number * SIZE]
    elif whole:
        found = found.order_by("place", *_ORDER)
    else:
        nth = Window(RowNumber(), partition_by=F("kind"), order_by=_ORDER)
        found = found.annotate(nth=nth).filter(nth__lte=OF_EACH).order_by("place", *_ORDER)
    return list(found.values_list("kind", "key", "label", "country", "rank"))


def _groups(
    rows: Sequence[tuple[Any, ...]], totals: dict[str, int], words: Sequence[str], tongue: str
) -> tuple[Group, ...]:
    """The kinds, that of the best hit first."""
    piles: dict[str, list[Hit]] = {}
    best: dict[str, int] = {}
    for kind, key, label, country, rank in rows:
        name = labels.shown(label["names"], tongue)
        piles.setdefault(kind, []).append(
            Hit(kind, key, name, _matched(label["forms"], name, words), country)
        )
        best.setdefault(kind, rank)
    groups = (Group(kind, totals[kind], tuple(hits)) for kind, hits in piles.items())
    return tuple(sorted(groups, key=lambda group: best[group.kind]))


def _matched(known: Sequence[tuple[str, str]], name: Shown, words: Sequence[str]) -> Shown | None:
    """The form to show as the reason of a hit: none where the name shown has all the words already."""
    shown = fold(name.text)
    if all(word in shown for word in words):
        return None
    best = max(known, key=lambda form: _fit(fold(form[0]), words), default=None)
    return None if best is None else Shown(best[0], best[1])


def _fit(folded: str, words: Sequence[str]) -> tuple[int, int, int]:
    whole = "".join(words)
    return (
        sum(word in folded for word in words),
        2 * (folded == whole) + folded.startswith(whole),
        -len(folded),
    )
