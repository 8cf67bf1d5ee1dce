"""How alike two names are, by their keys. The same arithmetic serves pairs, lists and rows of a database."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from interlocal.languages.names import words
from interlocal.languages.names.keys import NameKey

# What a full agreement of each type is worth.
WORTH: Final[Mapping[str, float]] = {
    "e": 1.0,
    "x": 1.0,
    "r": 0.96,
    "g": 0.97,
    "s": 0.88,
    "i": 0.9,
    "X": 1.0,
    "G": 0.95,
}
_OTHER_LEVEL: Final = 0.8
_STEEP, _STEEPER = 1.5, 3.0
_UNKNOWN_LEVEL: Final = 0.98
# Shares of name and translated words where both hold such words and more; what words are worth where only one,
# or neither, says more than they do; what is left of a name where only one of the two has words.
_BY_NAME, _BY_WORDS = 0.55, 0.45
_WORDS_AND_MORE, _WORDS_ALONE = 0.75, 0.92
_ONE_SIDED, _ONE_SIDED_GENERAL = 0.8, 0.92
_TITLES: Final = 0.1
_WHOLE: Final = frozenset({"X", "G", "i"})
_ALSO: Final = 0.1
LEAST: Final = 0.25


@dataclass(frozen=True, slots=True)
class Score:
    """`value` from 0 to 1 and a little over where several types agree; `type` of the key that decided."""

    value: float
    type: str


@lru_cache(maxsize=20_000)
def grams(type_: str, text: str) -> frozenset[str]:
    """Pieces of three: of Latin letters, of the letters inside hangul; of two for Han characters."""
    if type_ in ("g", "G"):
        text = unicodedata.normalize("NFD", text)
    size = 2 if type_ in ("x", "X") else 3
    padded = f"^{text}$"
    return frozenset(padded[i : i + size] for i in range(max(1, len(padded) - size + 1)))


def alike(type_: str, shared: int, ours: int, theirs: int) -> float:
    """Two keys by the pieces they share, of 0 to 1; steep, so that many halves do not make a whole."""
    return float((2 * shared / (ours + theirs)) ** (_STEEPER if type_ in _WHOLE else _STEEP))


def levelled(value: float, ours: int, theirs: int) -> float:
    """A city is not the prefecture of its name, but may be meant."""
    if ours == theirs:
        return value
    return value * (_OTHER_LEVEL if ours and theirs else _UNKNOWN_LEVEL)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The translated words of a name: those it surely has, and those that may be part of a proper name."""

    surely: frozenset[str] = frozenset()
    perhaps: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.surely | self.perhaps


def together(by_type: Mapping[str, float], ours: Meaning, theirs: Meaning) -> Score:
    """One score of the best agreement by type, and of the translated words of both names."""
    spoken = {type_: value for type_, value in by_type.items() if type_ not in _WHOLE}
    best = max(spoken, key=lambda type_: spoken[type_], default="")
    name = spoken[best] + _ALSO * (sum(spoken.values()) - spoken[best]) if best else 0.0
    sounded = Score(name, best)
    meant = _with_words(sounded, ours, theirs)
    entire = max(by_type.keys() & _WHOLE, key=lambda type_: by_type[type_], default="")
    if entire and by_type[entire] > meant.value:
        return Score(by_type[entire], entire)
    return meant


def _with_words(name: Score, mine: Meaning, yours: Meaning) -> Score:
    """The agreement by sound, corrected by what the translated words of both say."""
    ours = mine.surely | (mine.perhaps & yours.all)
    theirs = yours.surely | (yours.perhaps & mine.all)
    if mine.perhaps - ours or yours.perhaps - theirs:
        name = Score(name.value * _ONE_SIDED_GENERAL, name.type)
    tells = max(map(words.weight, ours | theirs), default=0.0)
    if tells <= _TITLES:
        return name
    if not ours - {words.MORE} or not theirs - {words.MORE}:
        return Score(name.value * (_ONE_SIDED if tells >= 1 else _ONE_SIDED_GENERAL), name.type)
    agreed = words_alike(ours, theirs)
    if words.MORE in ours and words.MORE in theirs:
        return Score(_BY_NAME * name.value + _BY_WORDS * agreed, name.type if name.value > 0.3 else "w")
    alone = _WORDS_AND_MORE if words.MORE in ours | theirs else _WORDS_ALONE
    return Score(alone * agreed + _ALSO * name.value, "w")


def words_alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """Two sets of concepts, each concept by what it tells."""
    total = sum(map(words.weight, ours)) + sum(map(words.weight, theirs))
    return 2 * sum(map(words.weight, ours & theirs)) / total if total else 0.0


def score(ours: Iterable[NameKey], theirs: Iterable[NameKey]) -> Score:
    """Two names by all their keys."""
    mine, yours = list(ours), list(theirs)
    by_type: dict[str, float] = {}
    for type_ in WORTH:
        of_yours = [key for key in yours if key.type == type_]
        values = [_pair(one, other) for one in mine if one.type == type_ for other in of_yours]
        if values and max(values) >= LEAST * LEAST:
            by_type[type_] = max(values)
    return together(by_type, meaning(mine), meaning(yours))


def meaning(keys: Iterable[NameKey]) -> Meaning:
    """The translated words among keys."""
    listed = list(keys)
    return Meaning(*(frozenset(key.text for key in listed if key.type == type_) for type_ in ("w", "p")))


def _pair(one: NameKey, other: NameKey) -> float:
    a, b = grams(one.type, one.text), grams(one.type, other.text)
    value = WORTH[one.type] * alike(one.type, len(a & b), len(a), len(b))
    return levelled(value, one.level, other.level)
