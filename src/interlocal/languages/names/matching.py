"""Are two names one, and which of many is meant: a score, and the reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from interlocal.languages.folding import fold
from interlocal.languages.names import scoring
from interlocal.languages.names.abbreviations import in_full
from interlocal.languages.names.index import NameIndex
from interlocal.languages.names.keys import Kind, clean, name_keys
from interlocal.languages.names.scoring import Score


class Reason(StrEnum):
    """Why two names are taken for one. `words` is English, for a door to translate."""

    SAME = "same"
    VARIANT_HAN = "variant Han"
    SAME_HAN = "same Han"
    READING = "reading"
    SOUND = "sound"
    INITIALS = "initials"
    TRANSLATED_WORDS = "translated words"
    ABBREVIATION = "abbreviation"
    NOTHING = "nothing"

    @property
    def words(self) -> str:
        """A phrase for readers, to be translated by whoever shows it."""
        return _WORDS[self]


_WORDS: Final = {
    Reason.SAME: "the same spelling",
    Reason.VARIANT_HAN: "the same characters in another form",
    Reason.SAME_HAN: "the same characters",
    Reason.READING: "the same by reading",
    Reason.SOUND: "alike in sound",
    Reason.INITIALS: "the initials of the name",
    Reason.TRANSLATED_WORDS: "the same by meaning",
    Reason.ABBREVIATION: "a short form of the name",
    Reason.NOTHING: "nothing in common",
}
_BY_TYPE: Final = {
    "x": Reason.SAME_HAN, "X": Reason.SAME_HAN, "g": Reason.READING, "G": Reason.READING, "r": Reason.READING,
    "s": Reason.SOUND, "i": Reason.INITIALS, "w": Reason.TRANSLATED_WORDS, "e": Reason.SAME,
}  # fmt: skip
# Below this share of its worth a key has agreed in part only.
_IN_FULL: Final = 0.85


@dataclass(frozen=True, slots=True)
class Match:
    """How sure two names are one, from 0 to 1, and why. From 0.8 it is worth asking a person; never merge unasked."""

    score: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something that may be meant: its forms of name, each with its language."""

    id: str
    forms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with the form of its name that answered best."""

    id: str
    score: float
    reason: Reason
    form: str


def match_names(
    a: str, b: str, *, kind: Kind = "other", lang_a: str | None = None, lang_b: str | None = None
) -> Match:
    """Two names in any scripts and orders, with or without titles and units."""
    ours = name_keys(a, lang=lang_a or "und", kind=kind)
    theirs = name_keys(b, lang=lang_b or "und", kind=kind)
    found = scoring.score(ours, theirs)
    return _match(a, b, found)


def rank_names(
    query: str,
    candidates: Iterable[Candidate],
    *,
    kind: Kind = "other",
    lang: str | None = None,
    limit: int = 10,
) -> list[Ranked]:
    """The candidates most alike, best first. For a list asked more than once keep a NameIndex."""
    index = NameIndex()
    for candidate in candidates:
        for text, spoken in candidate.forms:
            index.add(candidate.id, text, lang=spoken, kind=kind)
    hits = index.ranked(query, lang=lang or "und", kind=kind, limit=limit)
    matches = ((hit, _match(query, hit.form, hit.score)) for hit in hits)
    return [Ranked(hit.id, match.score, match.reason, hit.form) for hit, match in matches]


def reason_for(a: str, b: str, found: Score) -> Reason:
    """Why a score came about, for two forms and the type of key that decided it."""
    if not found.value:
        return Reason.NOTHING
    if fold(a) == fold(b):
        return Reason.SAME if clean(a).casefold() == clean(b).casefold() else _respelt(a)
    if fold(b) in _short_for(a) or fold(a) in _short_for(b):
        return Reason.ABBREVIATION
    reason = _BY_TYPE[found.type]
    in_part = found.value < _IN_FULL * scoring.WORTH.get(found.type, 1.0)
    return Reason.SOUND if reason is Reason.READING and in_part else reason


def _match(a: str, b: str, found: Score) -> Match:
    reason = reason_for(a, b, found)
    return Match(1.0 if reason in _CERTAIN else min(1.0, round(found.value, 3)), reason)


def _respelt(a: str) -> Reason:
    # Equal once folded, different as typed: in Han that is another form of a character, else marks and width.
    return Reason.VARIANT_HAN if any(char >= "\u3400" for char in fold(a)) else Reason.SAME


def _short_for(text: str) -> frozenset[str]:
    return frozenset(map(fold, in_full(text)))


_CERTAIN: Final = frozenset({Reason.SAME, Reason.VARIANT_HAN})
