"""Which words translate which, learnt from texts that stand side by side (IBM model 1).

The table is asked when a query is, never when a text is stored: learning anew costs no index.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from interlocal.languages.tokens.terms import QueryTerm, index_terms

# A term, then the terms of other languages that translate it with their probability, best first.
WordTable = Mapping[str, Sequence[tuple[str, float]]]

ROUNDS: Final = 5
LEAST: Final = 0.15
KEPT: Final = 3
# What an alignment by probability p adds to a query beside a word of it, which weighs 1.
WEIGHT: Final = 1.1

_Side = tuple[tuple[str, ...], tuple[str, ...]]
_Counts = dict[str, dict[str, float]]


def learn(pairs: Iterable[tuple[str, str, str, str]]) -> dict[str, list[tuple[str, float]]]:
    """From pairs (language, text, language, the same text in it), both ways.

    Of each pair of languages a word keeps at most 3 translations, none below 0.15.
    """
    aligned: dict[tuple[str, str], list[_Side]] = defaultdict(list)
    for lang_a, text_a, lang_b, text_b in pairs:
        a, b = _words(text_a, lang_a), _words(text_b, lang_b)
        if a and b:
            aligned[lang_a, lang_b].append((a, b))
            aligned[lang_b, lang_a].append((b, a))
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for sides in aligned.values():
        for word, translations in _learnt(sides).items():
            for translation, p in translations:
                table[word][translation] = max(p, table[word].get(translation, 0.0))
    return {
        word: sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) for word, found in table.items()
    }


def expanded(terms: Iterable[QueryTerm], table: WordTable) -> list[tuple[str, float]]:
    """What to ask for besides the words of a query, each with its weight."""
    found: dict[str, float] = {}
    asked = [term for term in terms if term.lane == "word"]
    for term in asked:
        for translation, p in table.get(term.term, ()):
            found[translation] = max(found.get(translation, 0.0), WEIGHT * p * term.weight)
    for term in asked:
        found.pop(term.term, None)
    return list(found.items())


# A text stands beside each of its versions: it is analysed once.
@lru_cache(maxsize=4096)
def _words(text: str, lang: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(index_terms(text, lang=lang).words))


def _learnt(sides: list[_Side]) -> dict[str, list[tuple[str, float]]]:
    """p(b | a) after the rounds; a word aligned with nothing keeps the empty word."""
    p = _first(sides)
    for _ in range(ROUNDS):
        p = _round(sides, p)
    return {
        a: best
        for a, found in p.items()
        if a
        and (best := sorted(((b, q) for b, q in found.items() if q >= LEAST and b != a), key=_surest)[:KEPT])
    }


def _first(sides: list[_Side]) -> _Counts:
    p: _Counts = defaultdict(dict)
    for side_a, side_b in sides:
        for a in ("", *side_a):
            p[a] |= dict.fromkeys(side_b, 1.0)
    return p


def _round(sides: list[_Side], p: _Counts) -> _Counts:
    counts: _Counts = defaultdict(lambda: defaultdict(float))
    for side_a, side_b in sides:
        rows = [(p[a], counts[a]) for a in ("", *side_a)]
        for b in side_b:
            total = sum(row[b] for row, _ in rows)
            for row, count in rows:
                count[b] += row[b] / total
    return {
        a: {b: n / total for b, n in found.items()}
        for a, found in counts.items()
        if (total := sum(found.values()))
    }


def _surest(pair: tuple[str, float]) -> tuple[float, str]:
    return -pair[1], pair[0]
