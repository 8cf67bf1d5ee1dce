"""Coarse sound keys under which the Latin spellings of one name meet, whatever system wrote them.

A skeleton keeps the vowels: consonants alone were measured and brought more wrong names than right ones.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal

# How vowel letters are to be read: "ko" by the Revised Romanization and its customary rivals, "en" as English.
Accent = Literal["", "ko", "en"]

_LETTERS: Final = re.compile("[^a-z]")
_KOREAN: Final = (("eo", "o"), ("eu", "u"), ("ae", "e"), ("oe", "we"), ("ui", "i"), ("weo", "wo"))
_ENGLISH: Final = (("oo", "u"), ("ee", "i"), ("you", "yo"), ("ah", "a"), ("oh", "o"), ("uh", "o"))
# Consonants that one writing tells apart and another does not, made one; longer spellings first.
_MERGED: Final = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("ts", "s"), ("zh", "c"), ("ph", "h"),
    ("th", "t"), ("ck", "k"), ("qu", "k"), ("q", "c"), ("x", "s"), ("j", "c"), ("z", "c"), ("f", "h"), ("v", "b"),
    ("l", "r"), ("g", "k"), ("d", "t"), ("b", "p"),
)  # fmt: skip
_TWICE: Final = re.compile(r"([a-z])\1+")


def bare(text: str) -> str:
    """Latin letters only, small, without marks: Ürümqi as urumqi."""
    return _LETTERS.sub("", unicodedata.normalize("NFKD", text).casefold())


@lru_cache(maxsize=50_000)
def skeleton(text: str, accent: Accent = "") -> str:
    """The sound skeleton of a Latin spelling: Gyeongju, Kyungju and Kyongju come close, Shandong is santon."""
    letters = bare(text)
    for spelt, heard in {"ko": _KOREAN, "en": _ENGLISH}.get(accent, ()):
        letters = letters.replace(spelt, heard)
    letters = letters.replace("ng", "N")
    for spelt, heard in _MERGED:
        letters = letters.replace(spelt, heard)
    # Long vowels; and pinyin -ong, which is written ㅜㅇ in hangul.
    letters = letters.replace("ou", "o").replace("oN", "uN").replace("N", "n")
    letters = _TWICE.sub(r"\1", letters)
    return letters.replace("mp", "np").replace("nm", "m")
