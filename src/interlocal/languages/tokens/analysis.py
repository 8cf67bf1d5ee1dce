"""What one run of a text gives: its words, its bigrams, and the bridges to other languages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from interlocal.languages.folding import fold
from interlocal.languages.tokens import chinese, hanja, japanese, korean, sounds
from interlocal.languages.tokens.latin import STOP_WORDS, latin_word
from interlocal.languages.tokens.writing import HAN, HANGUL, KANA, Run, simplified

_GRAMS: Final = re.compile(f"[{HANGUL}{KANA}{HAN}]+")
_ALL_HAN: Final = re.compile(f"[{HAN}]*")
_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc]{3,}")


class Analysis(NamedTuple):
    """words: folded, in order; bridges: terms that other languages share."""

    words: list[str]
    bridges: list[str]


def analysed(run: Run) -> Analysis:
    match run.writing:
        case "hangul":
            return _korean(run.text)
        case "japanese":
            return _japanese(run.text)
        case "chinese":
            return Analysis([fold(word) for word in chinese.words(simplified(run.text))], [])
        case "latin":
            return _latin(run.text)
        case _:
            return Analysis([fold(run.text)], [])


def grams(run: Run) -> Iterator[str]:
    """`h:` pairs of Han characters, `~` pairs with a syllable or a kana; alone, the one there is."""
    for found in _GRAMS.findall(run.text):
        letters = simplified(found)
        for at in range(max(1, len(letters) - 1)):
            pair = letters[at : at + 2]
            yield ("h:" if _ALL_HAN.fullmatch(pair) else "~") + pair


def han_terms(word: str) -> Iterator[str]:
    letters = simplified(word)
    for at in range(len(letters) - 1):
        yield "h:" + letters[at : at + 2]


def _korean(text: str) -> Analysis:
    found = korean.words(text)
    bridges: list[str] = []
    for word in found:
        if word.is_noun and len(word.text) > 1:
            bridges += _bridges_of_noun(word.text)
    bridges += [key for stranger in korean.strangers(text) for key in sounds.of_hangul(stranger)]
    return Analysis([fold(word.text) for word in found], bridges)


@lru_cache(maxsize=20_000)
def _bridges_of_noun(noun: str) -> tuple[str, ...]:
    han = [term for word in hanja.words(noun) for term in han_terms(word)]
    # Only what is not from Chinese sounds alike abroad; a long word may be a name with a known part.
    heard = sounds.of_hangul(noun) if not han or len(noun) >= 4 else ()
    return (*han, *heard)


def _japanese(text: str) -> Analysis:
    found = japanese.words(text)
    heard = [*_KATAKANA.findall(text), *(word.name_reading for word in found if word.name_reading)]
    return Analysis(
        [fold(word.text) for word in found], [key for kana in heard for key in sounds.of_kana(kana)]
    )


def _latin(text: str) -> Analysis:
    word = latin_word(text)
    if word in STOP_WORDS:
        return Analysis([], [])
    bridges = [f"l:{word}"] if not text.islower() else []
    if len(text) >= 4 and text[0].isalpha() and not text.islower():
        bridges += sounds.of_latin(fold(text))
    return Analysis([word], bridges)
