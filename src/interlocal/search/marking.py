"""Where in a text the words were met, as segments: in the original, whatever it was folded to for matching."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from interlocal.languages.folding import fold
from interlocal.languages.tokens.terms import index_terms

AROUND: Final = 60
LONGEST: Final = 160
_CHUNK: Final = re.compile(r"[^\s、。，．,.!?！？「」『』()（）/]+")
MOST_CHUNKS: Final = 80

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in its own language, in segments that join to it; an excerpt has dots where it was cut."""

    lang: str
    segments: tuple[Segment, ...]

    @property
    def met(self) -> bool:
        return any(segment.hit for segment in self.segments)


def marked(text: str, lang: str, needles: Sequence[str], bridges: frozenset[str] = frozenset()) -> Marked:
    return Marked(lang, _segments(text, spans(text, lang, needles, bridges)))


def excerpt(
    text: str, lang: str, needles: Sequence[str], bridges: frozenset[str] = frozenset()
) -> Marked | None:
    """The part of a text with most of the hits; None where it has none."""
    found = spans(text, lang, needles, bridges)
    if not found:
        return None
    start, end = _window(text, found)
    inside = [(max(a, start) - start, min(b, end) - start) for a, b in found if a < end and b > start]
    segments = _segments(text[start:end].replace("\n", " "), inside)
    before = (Segment("…", False),) if start else ()
    after = (Segment("…", False),) if end < len(text) else ()
    return Marked(lang, (*before, *segments, *after))


def spans(text: str, lang: str, needles: Sequence[str], bridges: frozenset[str]) -> list[Span]:
    """The places of the needles (folded), joined where they touch; else of the words that bridge to what was asked."""
    folded, offsets = _with_offsets(text)
    found = [span for needle in needles for span in _places(folded, offsets, needle)]
    if not found and bridges:
        found = _bridging(text, lang, bridges)
    return _joined(found)


def _places(folded: str, offsets: Sequence[int], needle: str) -> Iterable[Span]:
    at = folded.find(needle) if needle else -1
    while at >= 0:
        end = at + len(needle)
        # A Latin word is met as a word, not inside of another.
        if not needle.isascii() or not _inside_word(folded, offsets, at, end):
            yield offsets[at], offsets[end - 1] + 1
        at = folded.find(needle, end)


def _inside_word(folded: str, offsets: Sequence[int], at: int, end: int) -> bool:
    """Whether a letter stands directly before: the fold has no blanks, its offsets tell."""
    return (
        at > 0
        and folded[at - 1].isascii()
        and folded[at - 1].isalnum()
        and offsets[at - 1] == offsets[at] - 1
    )


def _bridging(text: str, lang: str, bridges: frozenset[str]) -> list[Span]:
    found = []
    for at, chunk in enumerate(_CHUNK.finditer(text)):
        if at >= MOST_CHUNKS:
            break
        terms = index_terms(chunk.group(), lang=lang)
        if bridges & {*terms.words, *terms.also}:
            found.append(chunk.span())
    return found


def _with_offsets(text: str) -> tuple[str, list[int]]:
    letters: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        folded = _folded(char)
        letters.append(folded)
        offsets += [at] * len(folded)
    return "".join(letters), offsets


@lru_cache(maxsize=8192)
def _folded(char: str) -> str:
    return fold(char)


def _joined(found: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _window(text: str, found: Sequence[Span]) -> Span:
    """Around the place from where most is seen."""
    best = max(
        found,
        key=lambda span: sum(
            min(b, span[0] + LONGEST) - a for a, b in found if span[0] <= a < span[0] + LONGEST
        ),
    )
    start = max(0, best[0] - AROUND)
    return (0 if start < 15 else start), min(len(text), best[0] + LONGEST)


def _segments(text: str, found: Sequence[Span]) -> tuple[Segment, ...]:
    made: list[Segment] = []
    at = 0
    for start, end in found:
        if start > at:
            made.append(Segment(text[at:start], False))
        made.append(Segment(text[start:end], True))
        at = end
    if at < len(text):
        made.append(Segment(text[at:], False))
    return tuple(made)
