"""What a query asks for: its terms as codes, each with its weight, and those by which candidates are fetched.

Every posting of a candidate term is read, so the rarest come first and each kind of lane has a budget of its own:
without that, words of the query's own language leave nothing for the bridges to others (and the other way round,
a bridge term's worth is how rare it is where the query's own language is not).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from interlocal.languages.alignment import WEIGHT as LEARNT_WEIGHT
from interlocal.languages.scripts import guess_language
from interlocal.languages.tokens.terms import QueryTerm, query_terms
from interlocal.search import counting, slots
from interlocal.search.codes import MORE, TITLE, code, is_han

# Rows that one lane's candidates may cost, and how many terms they come from at most.
BUDGET: Final = 1000
CANDIDATE_TERMS: Final = 30
LOOKED_UP: Final = 60
MOST_TERMS: Final = 90
NATIVE: Final = frozenset({"word", "gram"})
_LANGS: Final = tuple(counting.COLUMNS)


@dataclass(frozen=True, slots=True)
class Asked:
    """One term with what it weighs in the end, and how many texts have it (`common`; `abroad`: of other languages;
    `as_word`: of a pair, as a word of its own)."""

    term: str
    lane: str
    weight: float
    common: int
    abroad: int
    as_word: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A query worked out. `first` are the codes that fetch candidates, `codes` those that score, each with its weight;
    `owners` tells which of `asked` a scoring code belongs to. `mean` is the mean length of a text."""

    slot: int
    asked: tuple[Asked, ...]
    first: tuple[tuple[int, float], ...]
    codes: tuple[tuple[int, float], ...]
    owners: tuple[int, ...]
    mean: float


def question(words: str, *, lang: str = "", within: str = "") -> Question | None:
    """None without an index. `within`: only texts of this language are looked for. One query."""
    terms = [*query_terms(words, lang=lang or None), *_single(words)]
    known = _known(sorted({term.term for term in terms}))
    if known is None:
        return None
    own = lang or guess_language(words)
    asked = _asked(_with_learnt(terms, known), known, own, within)[:MOST_TERMS]
    codes, owners = _codes(asked)
    return Question(known.slot, tuple(asked), tuple(_first(asked)), tuple(codes), tuple(owners), known.mean)


def _single(words: str) -> list[QueryTerm]:
    """A single Han character is looked for in titles, where each stands by itself as well."""
    return [
        QueryTerm(f"1:{term}", 0.6, "word")
        for term in dict.fromkeys(simplified_single(word) for word in words.split()[:4])
        if term
    ]


def simplified_single(word: str) -> str:
    from interlocal.languages.folding import fold

    folded = fold(word)
    return folded if len(folded) == 1 and is_han(folded) else ""


@dataclass(frozen=True, slots=True)
class _Known:
    """Of the slot that serves: how many texts, by language; how common the terms are; learnt translations."""

    slot: int
    texts: dict[str, int]
    mean: float
    counts: dict[int, tuple[int, ...]]
    learnt: dict[str, list[tuple[str, float]]]


_KNOWN = """
    with serving as (select slot, texts, words from search_index where state = 'serving')
    select 0, slot, texts::text, words, null, null, null, null from serving
    union all
    select 1, f.code, null, f.ko, f.ja, f.zh, f.en, f.other from search_frequency f
    where f.slot = (select slot from serving) and f.code = any(%s::integer[])
    union all
    select 2, null, l.word || E'\\n' || l.other, l.probability * 1000000, null, null, null, null from search_learnt l
    where l.slot = (select slot from serving) and l.word = any(%s::text[])
"""


def _known(terms: Sequence[str]) -> _Known | None:
    import json

    asked = {code(word) for term in terms for word in (term, _word_of(term)) if word}
    found = slots.rows(_KNOWN, [sorted(asked), [term for term in terms if ":" not in term[:2]]])
    counts: dict[int, tuple[int, ...]] = {}
    learnt: dict[str, list[tuple[str, float]]] = {}
    serving = None
    for what, number, text, *figures in found:
        if what == 0:
            serving = number, json.loads(text), figures[0]
        elif what == 1:
            counts[number] = tuple(int(figure) for figure in figures)
        else:
            word, _, other = text.partition("\n")
            learnt.setdefault(word, []).append((other, float(figures[0]) / 1e6))
    if serving is None:
        return None
    slot, texts, words = serving
    counts |= _counts_of_learnt(slot, learnt)
    return _Known(slot, texts, float(words) / max(texts.get("", 1), 1) or 1.0, counts, learnt)


def _counts_of_learnt(slot: int, learnt: dict[str, list[tuple[str, float]]]) -> dict[int, tuple[int, ...]]:
    """The codes of learnt words are not known before they are. One query, none where nothing was learnt."""
    codes = {code(other) for found in learnt.values() for other, _ in found}
    if not codes:
        return {}
    words = "select code, ko, ja, zh, en, other from search_frequency_{slot} where code = any(%s::integer[])"
    return {number: tuple(figures) for number, *figures in slots.rows(words, [sorted(codes)], slot=slot)}


def _with_learnt(terms: Iterable[QueryTerm], known: _Known) -> list[QueryTerm]:
    there = {term.term: term for term in terms}
    for term in list(there.values()):
        if term.lane == "word":
            for other, p in known.learnt.get(term.term, ()):
                there.setdefault(other, QueryTerm(other, LEARNT_WEIGHT * p * term.weight, "table"))
    return list(there.values())


def _asked(terms: Iterable[QueryTerm], known: _Known, own: str, within: str) -> list[Asked]:
    """The weightiest first."""
    texts = max(known.texts.get(within, 0) if within else known.texts.get("", 0), 1)
    found = []
    for term in terms:
        counts = known.counts.get(code(term.term), _RARE)
        common = counts[_LANGS.index(within)] if within in _LANGS else sum(counts)
        abroad = sum(count for lang, count in zip((*_LANGS, "und"), counts, strict=True) if lang != own)
        idf = log(1 + (texts - min(common, texts) + 0.5) / (min(common, texts) + 0.5))
        word = _word_of(term.term)
        as_word = sum(known.counts.get(code(word), _RARE)) if word else 0
        found.append(Asked(term.term, term.lane, term.weight * idf, sum(counts), abroad, as_word))
    return sorted(found, key=lambda one: -one.weight)


_RARE: Final = (1, 0, 0, 0, 0)
_UNCOUNTED: Final = sum(_RARE)


def _codes(asked: Sequence[Asked]) -> tuple[list[tuple[int, float]], list[int]]:
    codes, owners = [], []
    for at, one in enumerate(asked):
        marks = MORE if one.lane in ("word", "table") else MORE[-1:]
        for mark, share in (("", 1.0), *marks):
            codes.append((code(one.term + mark), one.weight * share))
            owners.append(at)
        if word := _word_of(one.term):
            codes.append((code(word), one.weight))
            owners.append(at)
    return codes, owners


def _word_of(term: str) -> str:
    """The word that stands for a pair where a text has it as a word (`codes.py`)."""
    pair = term.removeprefix("~") if term[0] == "~" else term.removeprefix("h:")
    return pair if pair != term and len(pair) == 2 else ""


def _bridges(one: Asked) -> bool:
    """What only texts in the query's own language have leads to no other."""
    return one.lane not in NATIVE and (one.abroad > 0 or one.common <= _UNCOUNTED)


def _first(asked: Sequence[Asked]) -> Iterable[tuple[int, float]]:
    """The rarest of each lane, as far as its budget goes; of what is in too many texts, those where it is a title."""
    native = [one for one in asked if not _bridges(one)]
    bridges = sorted((one for one in asked if _bridges(one)), key=lambda one: (one.abroad, -one.weight))
    for lane in (sorted(native, key=lambda one: one.common), bridges):
        left, chosen = BUDGET, 0
        for one in lane[:LOOKED_UP]:
            # A term without a count costs next to nothing, and may be in no text at all: it takes nobody's place.
            chosen += one.common > _UNCOUNTED
            if chosen > CANDIDATE_TERMS:
                break
            if one.common <= left or chosen < 3:
                yield code(one.term), one.weight
                left -= min(one.common, BUDGET)
                if one.as_word and one.as_word <= max(left, BUDGET // 4):
                    yield code(_word_of(one.term)), one.weight
                    left -= one.as_word
            if one.common > BUDGET:
                yield code(one.term + TITLE), one.weight * 0.6
