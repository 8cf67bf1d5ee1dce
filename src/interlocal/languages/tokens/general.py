"""A query's general words in the words of other languages: asked only, never stored."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from interlocal.languages.tokens.analysis import analysed
from interlocal.languages.tokens.latin import STOP_WORDS
from interlocal.languages.tokens.writing import Writing, cleaned, runs
from interlocal.languages.vocabulary import translations

# Of a word with many translations none is sure.
_SURE: Final = 1.0
_LANGUAGE: Final[dict[Writing, str]] = {
    "hangul": "ko",
    "japanese": "ja",
    "chinese": "zh-Hans",
    "latin": "en",
}


def table_terms(words: Sequence[str], writing: Writing) -> dict[str, float]:
    """Terms of other languages, each with its weight, for the words of one run of a query."""
    lang = _LANGUAGE.get(writing)
    if lang is None:
        return {}
    found: dict[str, float] = defaultdict(float)
    gap = " " if lang == "en" else ""
    for word in dict.fromkeys((*words, *(first + gap + second for first, second in pairwise(words)))):
        for term, weight in _translated(word, lang):
            found[term] = max(found[term], weight)
    return {term: weight for term, weight in found.items() if term not in words}


@lru_cache(maxsize=5_000)
def _translated(word: str, lang: str) -> tuple[tuple[str, float], ...]:
    return tuple(
        (term, weight)
        for other, terms in translations(word, lang=lang).items()
        for said in terms
        for term, weight in _weighed(said, other, len(terms))
    )


def _weighed(said: str, lang: str, choices: int) -> Iterator[tuple[str, float]]:
    terms = terms_of_word(said, lang)
    for term in terms:
        yield term, _SURE / (choices * len(terms)) ** 0.5


@lru_cache(maxsize=5_000)
def terms_of_word(said: str, lang: str) -> tuple[str, ...]:
    found = (word for run in runs(cleaned(said), lang=lang) for word in analysed(run).words)
    return tuple(dict.fromkeys(word for word in found if word not in STOP_WORDS))
