"""Terms of a text for an index, and of a query with what each weighs.

One term means the same in every language: a Latin word or number, a Han bigram (in its simplified form,
Korean nouns through their hanja), a sound, a concept. That is how a query meets a text it shares no
writing with; what only one language has, words and bigrams of hangul and kana, makes it precise.

    word        term        lane of a query term
    관광        관광        word     morphemes, compounds, Latin stems, numbers; the only terms with a position
    관광지      ~관광       gram     bigrams of hangul and kana: nothing is unfindable
    観光        h:观光      han      bigrams of Han; of Korean nouns by their hanja
    GAROK       l:garok     latin    Latin words and numbers in texts of other writings, names in English
    워크숍      s:oksoh     sound    and c: for consonants alone
    저출생      k:low-birth concept
    회의        meet        table    words of other languages that translate a general word; only asked, never stored
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Literal

from interlocal.languages.scripts import guess_language
from interlocal.languages.tokens import version
from interlocal.languages.tokens.analysis import Analysis, analysed, grams
from interlocal.languages.tokens.general import table_terms
from interlocal.languages.tokens.writing import HAN, HANGUL, KANA, Run, cleaned, pieces, runs
from interlocal.languages.vocabulary import concept, concepts_within, narrower

# Changes whenever the terms of any text would: the index is then made anew.
TERMS_VERSION: Final = version.of_terms()

_KANA_OR_HANGUL: Final = re.compile(f"[{KANA}{HANGUL}]")
_HAN: Final = re.compile(f"[{HAN}]")

Lane = Literal["word", "gram", "han", "latin", "sound", "concept", "table"]

LONGEST_TERM: Final = 200
LONGEST_QUERY: Final = 2_000

# A single character left over where a text was read in the wrong one of two languages.
SCRAP: Final = 0.3
BROADER: Final = 0.25
NARROWER: Final = 0.15
MOST_NARROWER: Final = 12

WEIGHTS: Final[dict[str, tuple[Lane, float]]] = {
    "~": ("gram", 0.4),
    "h:": ("han", 0.4),
    "l:": ("latin", 0.5),
    "s:": ("sound", 0.3),
    "c:": ("sound", 0.3),
    "k:": ("concept", 0.9),
}


@dataclass(frozen=True, slots=True)
class IndexTerms:
    """words: in order, the position of each its index + 1; also: distinct, in no order, without position."""

    words: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """weight: what a hit on this term counts beside one on a word of the query, which is 1."""

    term: str
    weight: float
    lane: Lane


def index_terms(text: str, *, lang: str) -> IndexTerms:
    """All terms of a text in lang ("ko", "ja", "zh-Hans", "en"; "und": as the writing shows).

    Any str. No term is longer than 200 characters, is empty or has a NUL or a surrogate.
    """
    words: list[str] = []
    also: dict[str, None] = {}
    for piece in pieces(cleaned(text)):
        for run, found in _analysed_runs(piece, lang):
            words += _whole(found.words)
            also |= dict.fromkeys(_whole((*grams(run), *found.bridges)))
        also |= dict.fromkeys(f"k:{found}" for found in concepts_within(piece))
    return IndexTerms(tuple(words), tuple(also))


def query_terms(text: str, *, lang: str | None = None) -> tuple[QueryTerm, ...]:
    """The distinct terms to ask for, heaviest first. Han alone is read as Japanese and as Chinese.

    lang: of the asker's text if known; a guess by its writing otherwise.
    """
    asked = cleaned(text[:LONGEST_QUERY])
    found: dict[str, QueryTerm] = {}
    readings = tuple(_readings(asked, lang))
    for reading in readings:
        for term in _asked(asked, reading):
            found.setdefault(term.term, term)
    if len(readings) > 1 and len(asked) > 1:
        found |= {char: QueryTerm(char, SCRAP, "word") for char in found if _HAN.fullmatch(char)}
    return tuple(sorted(found.values(), key=lambda term: -term.weight))


def _asked(text: str, lang: str) -> Iterator[QueryTerm]:
    terms = index_terms(text, lang=lang)
    yield from (QueryTerm(word, 1.0, "word") for word in terms.words)
    for term in terms.also:
        lane, weight = WEIGHTS[term[: 1 if term[0] == "~" else 2]]
        yield QueryTerm(term, weight, lane)
    yield from (QueryTerm(f"k:{near}", weight, "concept") for near, weight in _near(terms.also))
    for writing, group in groupby(_analysed_runs(text, lang), key=lambda pair: pair[0].writing):
        said = _whole(word for _, found in group for word in found.words)
        yield from (QueryTerm(term, weight, "table") for term, weight in table_terms(said, writing).items())


def _near(terms: Iterable[str]) -> Iterator[tuple[str, float]]:
    """Concepts above those asked about, then those below: air pollution is of interest to who asks for environment."""
    asked = [term.removeprefix("k:") for term in terms if term.startswith("k:")]
    yield from ((near, BROADER) for one in asked for near in concept(one).broader)
    yield from ((near, NARROWER) for one in asked for near in narrower(one)[:MOST_NARROWER])


def _analysed_runs(piece: str, lang: str) -> Iterator[tuple[Run, Analysis]]:
    return ((run, analysed(run)) for run in runs(piece, lang=lang))


def _readings(text: str, lang: str | None) -> Iterator[str]:
    if lang is None and _HAN.search(text) and not _KANA_OR_HANGUL.search(text):
        told = guess_language("".join(_HAN.findall(text)))
        yield from ("zh-Hans", "ja") if told == "und" else (told,)
    else:
        yield lang or "und"


def _whole(terms: Iterable[str]) -> list[str]:
    return [term[:LONGEST_TERM] for term in terms if term]
