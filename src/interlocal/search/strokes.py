"""Beginnings while somebody types: hangul by its letters, so that every state of a syllable being composed
(ㄱ, 겨, 경, 경ㅂ, 경부, 경북) is the beginning of the same name, and 간 one of 가나다.
"""

import unicodedata
from typing import Final

from interlocal.languages.folding import fold

_LEADS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS: Final = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# Struck as two keys.
_TWO: Final = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ", "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ", "ㅢ": "ㅡㅣ",
}  # fmt: skip
_TABLE: Final = {ord(letter): two for letter, two in _TWO.items()}
_FIRST, _LAST = 0xAC00, 0xD7A3


def letters(text: str) -> str:
    """The fold of a text with its hangul as keys struck. A letter that stands alone counts as typed."""
    folded = fold(_compatible(unicodedata.normalize("NFC", text)))
    return "".join(_parted(char) for char in _compatible(folded)).translate(_TABLE)


def _parted(char: str) -> str:
    at = ord(char) - _FIRST
    if not 0 <= at <= _LAST - _FIRST:
        return char
    return _LEADS[at // 588] + _VOWELS[at % 588 // 28] + _TAILS[at % 28].strip()


def _compatible(text: str) -> str:
    """Conjoining letters left over from a composition as the letters of the keyboard."""
    return text.translate(_CONJOINING)


_CONJOINING: Final = {
    **{0x1100 + at: letter for at, letter in enumerate(_LEADS)},
    **{0x1161 + at: letter for at, letter in enumerate(_VOWELS)},
    **{0x11A7 + at: letter for at, letter in enumerate(_TAILS) if at},
}
