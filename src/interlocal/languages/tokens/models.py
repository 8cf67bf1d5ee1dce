"""The analysers' dictionaries: loaded at first use, one set a thread, none where none is needed.

An analyser that two threads use at once fails ("already in use"), so each thread has its own; the
dictionaries themselves are mapped files that all of them share.
"""

import threading
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from sudachipy.sudachipy import Morpheme

_OWN: Final = threading.local()
# One dictionary is opened once: two threads doing it side by side would hold it twice.
_OPENING: Final = threading.Lock()
# First letters of the tags of particles, endings and signs: half of a text, and of no use to a search.
_BETWEEN: Final = "JES"


class KoreanMorpheme(NamedTuple):
    """Surface, tag of the Sejong set, and for a compound or an inflected form its parts as (form, tag)."""

    surface: str
    tag: str
    parts: tuple[tuple[str, str], ...]


class JapaneseMorpheme(NamedTuple):
    surface: str
    normal: str
    reading: str
    pos: tuple[str, ...]


def korean_morphemes(text: str) -> list[KoreanMorpheme] | None:
    """Without particles, endings and signs; None where the analyser is not installed or gives up."""
    tagger = _korean_tagger()
    if tagger is None:
        return None
    try:
        found = tagger.parse(text)
    except Exception:  # noqa: BLE001  its error class cannot be imported where it is not installed
        return None
    return [
        KoreanMorpheme(word.surface, feature.pos, _parts(feature.expression or ""))
        for word in found
        if (feature := word.feature).pos[0] not in _BETWEEN
    ]


def japanese_morphemes(text: str) -> Iterator[tuple[JapaneseMorpheme, tuple[JapaneseMorpheme, ...]]]:
    """Each longest unit with the short units it is made of (none if it is one). At most 49,149 bytes."""
    tokenizer, short = _japanese_tokenizer()
    for unit in tokenizer.tokenize(text):
        yield _japanese(unit), tuple(_japanese(part) for part in unit.split(short))


def chinese_words(text: str) -> list[str]:
    """Words, each long one after the short words inside it."""
    # Imported here: its dictionary is some 30 MB that a process without Chinese never needs.
    import rjieba

    found: list[str] = rjieba.cut_for_search(text)
    return found


@cache
def _parts(expression: str) -> tuple[tuple[str, str], ...]:
    """경상/NNG/*+북도/NNP/지명 as pairs."""
    parts = (part.split("/") for part in expression.split("+"))
    return tuple((part[0], part[1]) for part in parts if len(part) > 1 and part[0])


def _korean_tagger() -> Any:
    if not hasattr(_OWN, "korean"):
        try:
            # Imported here: the package is not there on every Python we run on.
            from mecab import MeCab
        except ImportError:
            _OWN.korean = None
        else:
            _OWN.korean = MeCab()
    return _OWN.korean


def _japanese_tokenizer() -> Any:
    if not hasattr(_OWN, "japanese"):
        # Imported here: opening the dictionary maps it, some 30 MB.
        from sudachipy.sudachipy import SplitMode

        _OWN.japanese = (_japanese_dictionary().tokenizer(mode=SplitMode.C), SplitMode.A)
    return _OWN.japanese


def _japanese_dictionary() -> Any:
    with _OPENING:
        return _open_japanese_dictionary()


@cache
def _open_japanese_dictionary() -> Any:
    from sudachipy.sudachipy import Dictionary

    return Dictionary(dict="small")


def _japanese(word: "Morpheme") -> JapaneseMorpheme:
    return JapaneseMorpheme(
        word.surface(), word.normalized_form(), word.reading_form(), tuple(word.part_of_speech()[:2])
    )
