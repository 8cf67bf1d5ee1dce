"""Latin words and numbers as terms: without marks, small, and cut to a stem in which their forms meet."""

import re
from functools import lru_cache
from typing import Final

from interlocal.languages.folding import fold

_FUNCTION_WORDS: Final = """a an the and or but nor not no of in on at by to for from with into onto as than then so if is are was were
    be been being am do does did done has have had having it its this that these those there here he she they
    them their his her hers him we us our you your i me my who whom whose which what when where why how will
    would shall should can could may might must also such any some all each both very more most other about
    over under between among during through per via up out off s t"""
STOP_WORDS: Final = frozenset(_FUNCTION_WORDS.split())

_OFTEN: Final = {
    "men": "man", "women": "woman", "children": "child", "buses": "bus", "gases": "gas", "aging": "age",
    "center": "centre", "programme": "program", "programmes": "program",
}  # fmt: skip
# Words whose last letters only look like an ending.
_UNCUT: Final = """news series species always perhaps bus gas plus thus this lens chaos atlas canvas analysis basis crisis
    process address business congress access success progress express press wellness during thing king ring
    sing bring spring string wing evening morning ceiling being nothing something anything everything need
    seed feed speed indeed exceed proceed succeed red bed shed sled united sacred hundred kindred wed
    beijing nanjing chongqing tianjin jeju daejeon"""
_WHOLE: Final = frozenset(_UNCUT.split())
_DOUBLED: Final = re.compile(r"([bdfgmnprt])\1$")
_VOWEL: Final = re.compile("[aeiouy]")


def latin_word(surface: str) -> str:
    """The term of one Latin word or number: hosting, hosted and hosts are host; 1,932 is 1932. May be empty."""
    if surface[:1].isdigit():
        return surface.replace(",", "").rstrip(".")
    bare = surface[:-2] if surface.endswith(("'s", "’s")) else surface
    return stem(bare.lower() if bare.isascii() and bare.isalpha() else fold(bare))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A light English stem: what a plural, -ing, -ed, -ation, -ment, -al and British spelling come from."""
    if len(word) < 4 or not word.isascii():
        return _OFTEN.get(word, word)
    if word in _WHOLE:
        return word
    return _one_spelling(_root(_without_ending(_OFTEN.get(word, _singular(word)))))


def _singular(word: str) -> str:
    if word in _WHOLE or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        cut = word[: -len(ending)]
        if word.endswith(ending) and len(cut) >= 3 and _VOWEL.search(cut) and word not in _WHOLE:
            return _DOUBLED.sub(r"\1", cut)
    return word


def _root(word: str) -> str:
    """Derived words nearer to their root: cooperation and cooperate meet as cooperat, regional and region."""
    if word.endswith(("ization", "isation")) and len(word) > 9:
        return word[:-5]
    for ending, least in (("ment", 6), ("al", 5)):
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word[:-3] if word.endswith("tion") and len(word) > 7 else word


def _one_spelling(word: str) -> str:
    """-ise as -ize, -our as -or, and no last e or y by which a stem and its forms would differ."""
    if len(word) > 6 and word.endswith(("ise", "is")):
        word = word.removesuffix("e")[:-1] + "z"
    if len(word) > 4 and word.endswith("our"):
        word = word[:-3] + "or"
    if len(word) > 4 and word.endswith("e"):
        return word[:-1]
    return word[:-1] + "i" if word.endswith("y") and word[-2] not in "aeiou" else word
