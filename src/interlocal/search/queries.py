"""Finding subjects by their names and by what is said of them, in any language.

`audience` are the keys of what the asker may read beyond what everybody may ("body:12"); rows of others are left
out by the database itself: in results, counts, choices and suggestions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from interlocal.ground.paging import NoSuchPage, count_pages
from interlocal.languages.folding import fold
from interlocal.search import choosing, engine, showing, slots
from interlocal.search.choosing import Row, passes
from interlocal.search.codes import storable
from interlocal.search.engine import Answer
from interlocal.search.marking import Marked, Segment
from interlocal.search.pages import SIZE, Choice, Choices, Group, Hit, SearchPage
from interlocal.search.ranking import Narrowed
from interlocal.search.reasons import Why
from interlocal.search.rooms import KINDS
from interlocal.search.suggesting import Suggested, suggest
from interlocal.search.trying import Better, next_best

__all__ = [
    "KINDS",
    "Better",
    "Choice",
    "Choices",
    "Group",
    "Hit",
    "Marked",
    "Narrowed",
    "SearchPage",
    "Segment",
    "Suggested",
    "Why",
    "next_best",
    "search_page",
    "suggest",
]

# A page of all kinds shows the best of each.
OF_EACH: Final = 7
SORTS: Final = ("relevance", "date")
NOBODY: Final[frozenset[str]] = frozenset()
# Who types what an exchange, a theme or a body is about means that, and not each text that says the same words.
WHOLE_FIRST: Final = {
    "series": 1.8,
    "topic": 1.5,
    "body": 1.3,
    "person": 1.2,
    "tie": 1.0,
    "edition": 1.0,
    "item": 0.85,
    "source": 0.8,
    "claim": 0.7,
}


def search_page(
    *,
    words: str,
    kind: str = "",
    country: str = "",
    body: str = "",
    topic: str = "",
    year: int = 0,
    lang: str = "",
    sort: str = "relevance",
    number: int = 1,
    tongue: str,
    audience: frozenset[str] = NOBODY,
) -> SearchPage:
    """One page of results. No query without words, else at most ten, whatever is found."""
    typed = storable(words[: engine.LONGEST])
    unknown = "" if kind in ("", *KINDS) else kind[:20]
    narrowed = Narrowed(
        "" if unknown else kind,
        storable(country),
        storable(body),
        storable(topic),
        _year(year),
        storable(lang),
    )
    sort = sort if sort in SORTS else "relevance"
    sought = tuple(dict.fromkeys(folded for word in typed.split() if (folded := fold(word))))
    if not sought:
        return SearchPage(typed, kind=narrowed.kind, unknown_kind=unknown, narrowed=narrowed, sort=sort)
    answer, rows = _found(typed, narrowed, audience)
    chosen = [row for row in rows if passes(row, narrowed)]
    if sort == "date":
        chosen.sort(key=lambda row: row.day or date.min, reverse=True)
    pages = count_pages(len(chosen), SIZE)
    if not 1 <= number <= pages:
        raise NoSuchPage(str(number))
    shown = chosen[(number - 1) * SIZE : number * SIZE]
    best = shown if narrowed.kind else _best_of_each(chosen)
    hits = showing.hits([*shown, *best], answer, typed, tongue)
    choices = choosing.choices(rows, narrowed, answer, tongue, audience)
    return SearchPage(
        typed,
        sought,
        narrowed.kind,
        unknown,
        tuple((choice.value, choice.count) for choice in choices.kinds),
        _groups(best, hits, Counter(row.kind for row in chosen)),
        len(chosen),
        number,
        pages,
        hits=tuple(hits[row.kind, row.key] for row in shown),
        choices=choices,
        narrowed=narrowed,
        sort=sort,
        more=answer.more,
    )


def _year(year: int) -> int:
    """As the database can hold it: -1, of which there is nothing, for any that is no year."""
    return year if 0 <= year < 10_000 else -1


def _found(typed: str, narrowed: Narrowed, audience: frozenset[str]) -> tuple[Answer, list[Row]]:
    """All that was found, or where that is too much to have all of it, what is left of it when narrowed."""
    answer = engine.answer(typed, audience=audience)
    if answer.more and narrowed:
        answer = engine.answer(typed, narrowed=narrowed, audience=audience)
    if answer.question is None or not answer.ranked:
        return answer, []
    # Said again here: whoever finds another way to a subject must pass this one.
    told = slots.rows(
        "select id, kind, key, country, coalesce(countries, '{}'), coalesce(bodies, '{}'), coalesce(topics, '{}'), "
        "coalesce(years, '{}'), coalesce(langs, '{}'), day "
        "from search_subject_{slot} where id = any(%s) and (readers is null or readers && %s::text[])",
        [[one.subject for one in answer.ranked], sorted(audience)],
        slot=answer.question.slot,
    )
    by_id = {row[0]: row[1:] for row in told}
    rows = [Row(one, *by_id[one.subject]) for one in answer.ranked if one.subject in by_id]
    return answer, sorted(rows, key=_worth)


def _worth(row: Row) -> tuple[int, float, int]:
    """Names that were meant first, then by what is found, a whole before its parts."""
    return (row.found.tier, -row.found.score * WHOLE_FIRST.get(row.kind, 1.0), -row.found.subject)


def _best_of_each(rows: Iterable[Row]) -> list[Row]:
    """Kinds in the order of their best."""
    piles: dict[str, list[Row]] = {}
    for row in rows:
        piles.setdefault(row.kind, []).append(row)
    return [row for pile in piles.values() for row in pile[:OF_EACH]]


def _groups(
    best: Sequence[Row], hits: Mapping[tuple[str, str], Hit], totals: Mapping[str, int]
) -> tuple[Group, ...]:
    kinds = dict.fromkeys(row.kind for row in best)
    return tuple(
        Group(kind, totals[kind], tuple(hits[kind, row.key] for row in best if row.kind == kind))
        for kind in kinds
    )
