"""Hangul in Latin letters by the Revised Romanization of 2000, as pronounced: 독립문 Dongnimmun.

And the sounds themselves, for other writings: `said` gives the syllables as pronounced.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final


def _latin_of(letters: str, latin: str) -> dict[str, str]:
    return dict(zip(letters, latin.replace("-", "").split(" "), strict=True))


_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_INITIAL_LATIN: Final = _latin_of(_INITIALS, "g kk n d tt r m b pp s ss - j jj ch k t p h")
_FINAL_LATIN: Final = _latin_of(_FINALS, "- k k k n n n t l k m l l l p l m p p t t ng t t k t p -")
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_VOWEL_LATIN: Final = _latin_of(_VOWELS, "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")

# A final cluster before a vowel: what stays, what moves over. ㅎ is silent there.
_SPLIT: Final = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": " ㄴ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": " ㄹ", "ㅄ": "ㅂㅅ", "ㅎ": " ㅇ",
}  # fmt: skip
_AFTER_H: Final = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}
_WITHOUT_H: Final = {"ㅎ": " ", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_SOFTENED: Final = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}
_NASAL: Final = {"k": "ㅇ", "t": "ㄴ", "p": "ㅁ"}

# Said with a sound the letters do not show; respelt as said.
_AS_SAID: Final = {"학여울": "항녀울", "신문로": "신문노", "알약": "알략"}
_UNITS: Final = re.compile(
    "(?<=[가-힣0-9])(특별자치시|특별자치도|특별시|광역시|직할시|[도시군구읍면리동가])$"
)


# The initial-sound law (두음법칙): ㄴ and ㄹ at the head of a Sino-Korean word.
_HEAD_SOFT: Final = "ㅑㅕㅖㅛㅠㅣ"


@dataclass(frozen=True, slots=True)
class Syllable:
    """Letters of one syllable in compatibility jamo; `final` is a space where there is none."""

    initial: str
    vowel: str
    final: str


def romanised(text: str) -> str:
    """Words in Latin letters, capitalised, sound changes inside a word written out. Other characters stay."""
    return " ".join(_capitalised(_word(word)) for word in _words(text))


def romanised_unit(text: str) -> str:
    """An administrative place: its unit after a hyphen that stops sound changes (Jeollabuk-do, Jung-gu).

    Only for names known to end in a unit: by itself nothing tells 독도, an island, from a province.
    """
    return " ".join(_unit(word) for word in _words(text))


def romanised_name(family: str, given: str) -> str:
    """A person by rule: Hong Gildong, each syllable of the given name as it is said alone (한복남 Han Boknam)."""
    parts = ("".join(_word(char) for char in unicodedata.normalize("NFC", part)) for part in (family, given))
    return " ".join(_capitalised(part) for part in parts if part)


def initial_sound_law(text: str) -> str:
    """A Sino-Korean word with its first sound as South Korea writes it: 리 as 이, 락 as 낙, 녀 as 여."""
    if not text or not "가" <= text[0] <= "힣":
        return text
    first = parted(text[0])
    if first.initial not in "ㄴㄹ":
        return text
    initial = "ㅇ" if first.vowel in _HEAD_SOFT else "ㄴ"
    return composed(Syllable(initial, first.vowel, first.final)) + text[1:]


def without_weak_h(text: str) -> str:
    """Hangul with ㅎ left out where speech loses it: after a voiced final, 춘희 as 춘의."""
    out = text[:1]
    for before, char in pairwise(text):
        if "가" <= before <= "힣" and "가" <= char <= "힣":
            here = parted(char)
            if here.initial == "ㅎ" and parted(before).final in "ㄴㄹㅁㅇ":
                char = composed(Syllable("ㅇ", here.vowel, here.final))
        out += char
    return out


def said(run: str) -> list[Syllable]:
    """The syllables of a run of composed hangul as pronounced next to each other."""
    syllables = [parted(char) for char in run]
    for i in range(1, len(syllables)):
        syllables[i - 1], syllables[i] = _met(syllables[i - 1], syllables[i])
    return syllables


def parted(char: str) -> Syllable:
    """One composed syllable taken apart."""
    index = ord(char) - 0xAC00
    return Syllable(_INITIALS[index // 588], _VOWELS[index % 588 // 28], _FINALS[index % 28])


def final_sound(final: str) -> str:
    """The sound a final stops with: "k", "n", "t", "l", "m", "p", "ng" or ""."""
    return _FINAL_LATIN[final]


def composed(syllable: Syllable) -> str:
    """The letters of one syllable put together."""
    initial, vowel = _INITIALS.index(syllable.initial), _VOWELS.index(syllable.vowel)
    return chr(0xAC00 + initial * 588 + vowel * 28 + _FINALS.index(syllable.final))


def _unit(word: str) -> str:
    stem, unit, _ = _UNITS.split(word) if _UNITS.search(word) else (word, "", "")
    return _capitalised(_word(stem)) + (f"-{_word(unit)}" if unit else "")


def _words(text: str) -> list[str]:
    whole = unicodedata.normalize("NFC", text)
    for spelt, pronounced in _AS_SAID.items():
        whole = whole.replace(spelt, pronounced)
    return whole.split()


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


def _word(word: str) -> str:
    return "".join(
        _run(run) if "가" <= run[0] <= "힣" else run for run in re.findall("[가-힣]+|[^가-힣]+", word)
    )


def _run(run: str) -> str:
    syllables = said(run)
    latin = ""
    for before, syllable in zip([None, *syllables], syllables, strict=False):
        # ㄹ after ㄹ is ll, never lr.
        doubled = before is not None and before.final == "ㄹ" and syllable.initial == "ㄹ"
        initial = "l" if doubled else _INITIAL_LATIN[syllable.initial]
        latin += initial + _VOWEL_LATIN[syllable.vowel] + _FINAL_LATIN[syllable.final]
    return latin


def _met(a: Syllable, b: Syllable) -> tuple[Syllable, Syllable]:
    """Two syllables as they sound next to each other."""
    final, initial = _joined(a.final, b.initial, b.vowel)
    return Syllable(a.initial, a.vowel, final), Syllable(initial, b.vowel, b.final)


def _joined(final: str, initial: str, vowel: str) -> tuple[str, str]:
    if (final in " ㅇ" and initial == "ㅇ") or final == " ":
        return final, initial
    if initial == "ㅇ":
        return _carried_over(final, vowel)
    if final in _WITHOUT_H and initial in _AFTER_H:
        return _WITHOUT_H[final], _AFTER_H[initial]
    if final == "ㅎ":
        return ("ㄴ" if initial == "ㄴ" else " "), initial
    return _assimilated(final, initial)


def _carried_over(final: str, vowel: str) -> tuple[str, str]:
    """A final before a vowel is said with it; ㄷ and ㅌ before 이 soften (같이 gachi)."""
    parts = _SPLIT.get(final, f" {final}")
    moves = parts[1]
    return parts[0], _SOFTENED.get(moves, moves) if vowel == "ㅣ" else moves


def _assimilated(final: str, initial: str) -> tuple[str, str]:
    sound = _FINAL_LATIN[final]
    if sound in _NASAL and initial in "ㄴㅁㄹ":
        return _NASAL[sound], "ㄴ" if initial == "ㄹ" else initial
    if (sound, initial) in (("n", "ㄹ"), ("l", "ㄴ"), ("l", "ㄹ")):
        return "ㄹ", "ㄹ"
    if sound in ("m", "ng") and initial == "ㄹ":
        return final, "ㄴ"
    return final, initial
