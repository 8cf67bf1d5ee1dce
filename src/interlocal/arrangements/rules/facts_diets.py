"""Answers to the question of diet, as a kitchen may know them: how many of each, nobody named. Pure."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# Below this it may be guessed who it was.
FEW: Final = 3
SOMEBODY: Final = "○○"
_ENDS: Final = " .,;:!。、，；·・"


@dataclass(frozen=True, slots=True)
class Diets:
    """Answers with how often each was given, the most frequent first. `few`: one was given by so few that it may be guessed."""

    counts: tuple[tuple[str, int], ...]
    few: bool


def counted(answers: Mapping[str, str], *, names: Mapping[str, Iterable[str]]) -> Diets:
    """Free answers (by person) that say the same are one. `names`: every way a person is written, taken out of the text."""
    spelt: dict[str, Counter[str]] = {}
    for key, answer in answers.items():
        text = _without(answer, names.get(key, ()))
        if folded := _folded(text):
            spelt.setdefault(folded, Counter())[text.strip(_ENDS)] += 1
    rows = [(_usual(spellings), spellings.total()) for spellings in spelt.values()]
    return Diets(
        tuple(sorted(rows, key=lambda row: (-row[1], row[0]))), any(number < FEW for _text, number in rows)
    )


def _usual(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda text: (-spellings[text], text))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", plain).strip(_ENDS)


def _without(answer: str, names: Iterable[str]) -> str:
    text = unicodedata.normalize("NFC", answer)
    for name in sorted({name.strip() for name in names if len(name.strip()) > 1}, key=len, reverse=True):
        text = re.sub(re.escape(name), SOMEBODY, text, flags=re.IGNORECASE)
    return text
