"""How a name written in Han characters is said: in Korean, in Japanese, in Chinese. Made by rule and dictionary.

All are guesses to be matched with or marked `Generated` (see spelling); an owner's own reading comes before them.
The Korean table is read at first use (3 MB), the Japanese dictionary likewise (40 MB, one object a thread).
"""

import gzip
import re
import threading
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from interlocal.languages import han, hangul, pinyin

if TYPE_CHECKING:
    from sudachipy.sudachipy import Dictionary, Tokenizer

_HAN: Final = re.compile("[々\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_KANA: Final = re.compile("[\u3041-\u30ff]+")
# Longer names are titles of documents: nobody says them from a table of guesses.
LONGEST: Final = 40


@lru_cache(maxsize=20_000)
def korean(text: str, limit: int = 4) -> tuple[str, ...]:
    """Sino-Korean readings in hangul, likeliest first, each with the initial-sound law and without.

    李 gives 이 and 리. Hangul in the text stays; empty if any other character is not known.
    """
    if not text or len(text) > LONGEST:
        return ()
    choices = [_korean_of(char) for char in _spelt_out(text)]
    if not all(choices):
        return ()
    wide = [choice[: 2 if i < _AMBIGUOUS else 1] for i, choice in enumerate(choices)]
    said = ("".join(way) for way in islice(product(*wide), limit))
    return tuple(dict.fromkeys(form for way in said for form in (hangul.initial_sound_law(way), way)))[
        : 2 * limit
    ]


def chinese(text: str) -> str:
    """Pinyin syllables with a space between, no tones: 山東 shan dong. Empty if there is no Han character."""
    if len(text) > LONGEST or not _HAN.search(text):
        return ""
    simplified = "".join(han.TO_ONE.get(char, char) for char in _spelt_out(text))
    return " ".join(part.rstrip("12345") for part in pinyin.syllables(simplified))


@lru_cache(maxsize=20_000)
def japanese(text: str, limit: int = 8) -> tuple[str, ...]:
    """Likely readings in katakana, words apart, likeliest first: 中島 ナカジマ, ナカシマ. Kana stay as they are.

    Characters of other writings are read as Japan writes them (铃木 as 鈴木). Empty where no dictionary is installed.
    """
    tokenizer = _tokenizer()
    if tokenizer is None or not text or len(text) > LONGEST:
        return ()
    # Simplified and traditional characters mean nothing to a Japanese dictionary.
    forms = dict.fromkeys((*han.japanese_forms(unicodedata.normalize("NFKC", text)), text))
    ways = [_japanese_words(form, tokenizer) for form in forms]
    said = (" ".join(way) for words in ways for way in islice(product(*words), limit) if words)
    return tuple(dict.fromkeys(way for way in said if not _HAN.search(way)))[:limit]


_AMBIGUOUS: Final = 3
_LONGEST_GIVEN: Final = 3
_GIVEN_WAYS: Final = 5
_thread = threading.local()


def _spelt_out(text: str) -> str:
    return re.sub(r"(.)々", r"\1\1", unicodedata.normalize("NFKC", text)).replace(" ", "")


def _korean_of(char: str) -> str:
    if "가" <= char <= "힣":
        return char
    table = _korean_table()
    return table.get(char) or table.get(han.TO_ONE.get(char, char), "")


@cache
def _korean_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _unpacked("readings_ko.tsv.gz"):
        said, chars = line.split("\t")
        table |= dict.fromkeys(chars, said)
    return table


def _unpacked(name: str) -> list[str]:
    packed = resources.files("interlocal.languages").joinpath(f"data/{name}").read_bytes()
    return [line for line in gzip.decompress(packed).decode().splitlines() if not line.startswith("#")]


def _tokenizer() -> "Tokenizer | None":
    """A tokeniser of this thread's own: two threads on one raise "already in use"."""
    if not hasattr(_thread, "tokenizer"):
        _thread.dictionary, _thread.tokenizer = _opened()
    tokenizer: Tokenizer | None = _thread.tokenizer
    return tokenizer


def _opened() -> "tuple[Dictionary | None, Tokenizer | None]":
    try:
        from sudachipy.sudachipy import Dictionary, SplitMode
    except ImportError:
        return None, None
    dictionary = Dictionary(dict="small")
    return dictionary, dictionary.tokenizer(mode=SplitMode.A)


def _japanese_words(text: str, tokenizer: "Tokenizer") -> list[tuple[str, ...]]:
    """For each word the readings it may have, likeliest first."""
    morphemes = list(tokenizer.tokenize(_utf8(text)))
    found: list[tuple[str, ...]] = []
    for at, morpheme in enumerate(morphemes):
        surface = morpheme.surface()
        if not _HAN.search(surface):
            found.append((surface.strip(),))
            continue
        given = "".join(following.surface() for following in morphemes[at:])
        if at == 1 and morphemes[0].part_of_speech()[3] == "姓" and len(given) <= _LONGEST_GIVEN:
            return [*found, _given(given, "".join(following.reading_form() for following in morphemes[at:]))]
        found.append(
            _readings_of(surface, morpheme.reading_form(), named=len(surface) > 1 or surface == text)
        )
    return [word for word in found if word[0]]


def _given(name: str, first: str) -> tuple[str, ...]:
    """A given name after its family name: parents choose freely among the readings of a character."""
    choices = [_given_table().get(char, ()) for char in _spelt_out(name)]
    others = sorted(
        product(*(enumerate(choice) for choice in choices)), key=lambda way: sum(rank for rank, _ in way)
    )
    spelt = ("".join(part for _, part in way) for way in others[:_GIVEN_WAYS])
    return tuple(dict.fromkeys((first, *spelt)))[:_GIVEN_WAYS]


@cache
def _given_table() -> dict[str, tuple[str, ...]]:
    lines = (line.split("\t") for line in _unpacked("readings_given.tsv.gz"))
    return {char: tuple(said.split()) for char, said in lines}


def _readings_of(surface: str, first: str, *, named: bool) -> tuple[str, ...]:
    others = [
        entry for entry in _thread.dictionary.lookup(surface) if entry.part_of_speech()[1] == "固有名詞"
    ]
    readings = [first, *(entry.reading_form() for entry in others)] if named else [first]
    return tuple(dict.fromkeys(readings))[:3]


def _utf8(text: str) -> str:
    return text.encode("utf-8", "ignore").decode()
