"""Words of institutions, titles and countries that are translated, not transcribed: 협의회 = 協議会 = 协会 = council.

The table is institutions.tsv: an id, a class, and the words of four languages. The class says how much a word tells:
word 1, country .5, general .4 (international, centre), title 0.1 (a title beside a name is not the name).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from interlocal.languages.folding import fold

_WEIGHTS: Final = {"word": 1.0, "country": 0.5, "general": 0.4, "title": 0.1}
# Stands among the concepts of a name that says more than they do.
MORE: Final = "+"
_SPACE: Final = re.compile(r"[\s\-‐-―/&,.·・()（）「」]+")
_OF_NO_MEANING: Final = frozenset({"of", "the", "for", "and", "in", "on", "to", "at", "with", "de", "among"})
# One character alone is a word only at the end of a name that keeps two others: 名古屋港, but 岡山 is no mountain.
_LEFT_BY_ONE: Final = 2
# Posts that also name associations of their holders.
_POSTS: Final = frozenset({"governor", "mayor", "county-head", "district-head", "legislator"})


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a name says by translated words, what it perhaps says (김태호 is no lake), what is left to sound."""

    concepts: frozenset[str]
    perhaps: frozenset[str]
    rest: str


def parsed(text: str, writing: str) -> Parsed:
    """`text` as its own writing has it; `writing` "Han", "Hangul", "Kana" or "Latin"."""
    return _latin(text) if writing == "Latin" else _east_asian(text, writing)


def weight(concept: str) -> float:
    """How much a concept tells, 1 for most."""
    return 0.0 if concept == MORE else _weights().get(concept, 1.0)


def _latin(text: str) -> Parsed:
    words = [word for word in _SPACE.split(text.casefold().replace("’", "'")) if word]
    table = _table("Latin")
    concepts: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(4, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length])
            if found := table.get(phrase) or table.get(phrase.removesuffix("'s").removesuffix("s'")):
                concepts.update(found)
                at += length
                break
        else:
            if words[at] not in _OF_NO_MEANING:
                rest.append(words[at])
            at += 1
    return Parsed(frozenset(concepts), frozenset(), " ".join(rest))


def _east_asian(text: str, writing: str) -> Parsed:
    table = _table(writing)
    concepts: set[str] = set()
    perhaps: set[str] = set()
    rest: list[str] = []
    at = 0
    while at < len(text):
        for length in range(min(_longest(writing), len(text) - at), 0, -1):
            part = text[at : at + length]
            if part in table and (length > 1 or _stands_alone(text, at, rest)):
                (perhaps if length == 1 and writing == "Hangul" else concepts).update(table[part])
                rest.append(" ")
                at += length
                break
        else:
            rest.append(text[at])
            at += 1
    return Parsed(frozenset(concepts), frozenset(perhaps), " ".join("".join(rest).split()))


def _stands_alone(text: str, at: int, rest: list[str]) -> bool:
    return at == len(text) - 1 and (len(rest) >= _LEFT_BY_ONE or " " in rest)


@cache
def titles() -> frozenset[str]:
    """The concepts that stand beside a person's name: governor, minister, professor."""
    return frozenset(concept for concept, kind, *_ in _rows() if kind == "title") | _POSTS


@cache
def _table(writing: str) -> Mapping[str, tuple[str, ...]]:
    columns = {"Han": ("ja", "zh-Hans"), "Kana": ("ja",), "Hangul": ("ko",), "Latin": ("en",)}[writing]
    table: dict[str, tuple[str, ...]] = {}
    for concept, _, *cells in _rows():
        of = dict(zip(("ko", "ja", "zh-Hans", "en"), cells, strict=True))
        for word in (word for column in columns for word in of[column].split("; ")):
            key = " ".join(_SPACE.split(word.casefold())) if writing == "Latin" else fold(word)
            if concept not in table.get(key, ()):
                table[key] = (*table.get(key, ()), concept)
    return table


@cache
def _longest(writing: str) -> int:
    return max(map(len, _table(writing)))


@cache
def _weights() -> Mapping[str, float]:
    return {concept: _WEIGHTS[kind] for concept, kind, *_ in _rows()}


@cache
def _rows() -> tuple[list[str], ...]:
    text = resources.files("interlocal.languages.names").joinpath("institutions.tsv").read_text("utf-8")
    return tuple(line.split("\t") for line in text.splitlines()[1:] if line)
