"""What a loan word or a name sounds like, coarsely, whatever it is written in: 워크숍 ワークショップ workshop.

Hangul has no f, v, l beside r or long vowel, kana no l and few endings: where one writing cannot keep two
sounds apart, the skeleton does not either.
"""

import re
from functools import lru_cache
from typing import Final

from interlocal.languages import hangul, kana

_SOUNDS: Final = (
    ("tch", "c"), ("sch", "s"), ("ch", "c"), ("sh", "s"), ("ssi", "si"), ("tsu", "su"), ("ts", "s"),
    ("zh", "c"), ("ph", "h"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("q", "c"), ("x", "s"), ("j", "c"),
    ("z", "c"), ("f", "h"), ("v", "b"), ("l", "r"), ("g", "k"), ("d", "t"), ("b", "p"),
)  # fmt: skip
_KOREAN_VOWELS: Final = (("eo", "o"), ("eu", "u"), ("ae", "e"), ("oe", "e"), ("ui", "i"))
_SOFT_C: Final = re.compile("c(?=[eiy])")


def of_hangul(word: str) -> tuple[str, ...]:
    latin = hangul.romanised(word).lower()
    for two, one in _KOREAN_VOWELS:
        latin = latin.replace(two, one)
    return _keys(latin)


def of_kana(word: str) -> tuple[str, ...]:
    return _keys(kana.hepburn(word, "passport").lower())


def of_latin(word: str) -> tuple[str, ...]:
    """The word as `latin` folds it: small, without marks."""
    return _keys(_SOFT_C.sub("s", word).replace("ce", "se"))


@lru_cache(maxsize=20_000)
def _keys(latin: str) -> tuple[str, ...]:
    """`s:` the skeleton with vowels, `c:` its consonants if there are three or more."""
    skeleton = re.sub("[^a-z]", "", latin)
    skeleton = skeleton.replace("ng", "N")
    for written, sound in _SOUNDS:
        skeleton = skeleton.replace(written, sound)
    skeleton = skeleton.replace("ou", "o").replace("oN", "uN").replace("N", "n")
    skeleton = re.sub(r"(.)\1+", r"\1", skeleton)
    skeleton = re.sub("m(?=p)", "n", skeleton)
    consonants = ("A" if skeleton[:1] in tuple("aiueo") else "") + re.sub("[aiueoyw]", "", skeleton)
    # Many consonants tell enough; the vowels between them differ from writing to writing.
    if len(consonants) > 3:
        return (f"c:{consonants}",)
    if len(consonants) == 3:
        return (f"s:{skeleton}", f"c:{consonants}")
    return (f"s:{skeleton}",) if len(skeleton) >= 3 else ()
