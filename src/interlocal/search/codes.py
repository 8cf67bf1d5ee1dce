"""Terms as numbers of four bytes, sixteen codes for the price of one tsvector entry.

How often a term occurs is said by more codes: one for once, one more from two on, one more from four on; and
one for standing in the title. So a set of numbers is all a text needs, and its index is small: two in a
thousand million are mistaken for each other, which moves a rank and never shows what may not be seen.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

from interlocal.ground.tongues import KO, ZH
from interlocal.languages.tokens.terms import IndexTerms

TWICE, OFTEN, TITLE = "\x012", "\x014", "\x01t"
# BM25 gives a term that occurs once 1, twice 1.4, more than three times 1.7; in the title it counts half as much again.
MORE: Final = ((TWICE, 0.4), (OFTEN, 0.3), (TITLE, 0.6))
# Pairs of what stands between words are a third of all pairs and in every text: hiragana, particles after Korean nouns,
# particles of Chinese. Where they are part of a word, the word is there; a title keeps all but those of hiragana alone.
_OF_GRAMMAR: Final = re.compile("~[ぁ-ゖー]{2}")
_BETWEEN: Final = re.compile(
    "~.?[ぁ-ゖ].?|~[가-힣][은는을를의에와과이가도만]|h:.?[的了和是与及在这那其而也都就还又们把被该并].?"
)
_HAN: Final = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")


# Pairs of letters share a quarter of a million numbers: most occur once or twice, and a number of its own for each would
# make the index twice as large. The words beside them tell those apart that meet.
_PAIRS: Final = ("~", "h:")
_OF_PAIRS: Final = 0x3FFFF


def code(term: str) -> int:
    """As a signed number, like PostgreSQL's integer."""
    number = crc32(term.encode("utf-8", "replace"))
    if term.startswith(_PAIRS):
        return number & _OF_PAIRS
    return number - 0x1_0000_0000 if number & 0x8000_0000 else number


def codes_of(title: IndexTerms, body: IndexTerms, *, lang: str) -> list[int]:
    """All codes of a text, in order of size."""
    counted = Counter(title.words) + Counter(body.words)
    # A word of two letters is its pair: who asks for the pair asks for the word as well (`asking.py`).
    pairs = {pair for word in counted if len(word) == 2 for pair in (f"~{word}", f"h:{word}")}
    marked = {
        *counted,
        *(term for term in {*title.also} - pairs if not _OF_GRAMMAR.fullmatch(term)),
        *_told({*body.also} - pairs, body.words, lang),
        *(word + TWICE for word, count in counted.items() if count > 1),
        *(word + OFTEN for word, count in counted.items() if count > 3),
        *(word + TITLE for word in (*title.words, *title.also)),
        *singles(title.words),
    }
    return sorted({code(term) for term in marked})


def _told(also: Iterable[str], words: Iterable[str], lang: str) -> Iterator[str]:
    """Without the pairs that tell nothing: of what stands between words, and of one word's end and the next one's head.

    Where a word of one letter is near, its neighbours may be a name the analyser does not know: those pairs stay, and
    all of Japanese, whose words are not stored as they are written.
    """
    plain = [term for term in also if not _BETWEEN.fullmatch(term)]
    if lang not in (KO, ZH):
        yield from plain
        return
    mark = "~" if lang == KO else "h:"
    inside = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    alone = {word for word in words if len(word) == 1}
    for term in plain:
        pair = term.removeprefix(mark)
        bare = len(pair) != 2 or pair == term
        if bare or pair in inside or not alone.isdisjoint(pair):
            yield term


def singles(words: Iterable[str]) -> set[str]:
    """Han characters of a title, each alone: one may be all somebody types."""
    return {f"1:{char}" for word in words for char in _HAN.findall(word)}


def is_han(char: str) -> bool:
    return _HAN.fullmatch(char) is not None


def storable(text: str) -> str:
    """Without what PostgreSQL keeps in no text."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
