"""How wide text will be, where a line may break, and which boxes are still free.

Nothing here measures a real font: the widths are those of common sans-serif faces, a little generous.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from interlocal.ground.pictures.svg import Text

_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[]·-")
_NEVER_FIRST = frozenset("、。，．・：；？！）」』】〉》ー〜～…,.:;?!)]}%·—–")
_PAUSES = frozenset(" 、。，：；:;)）」』】")
# Semibold letters are about this much wider than the regular ones measured here.
BOLD = 1.1
_NEVER_LAST = frozenset("（「『【〈《([{")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in user units; x and y are its left and top."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def inside(self, width: float, height: float) -> bool:
        return self.x >= 0 and self.y >= 0 and self.x + self.width <= width and self.y + self.height <= height


def is_free(box: Box, taken: Iterable[Box]) -> bool:
    return not any(box.meets(other) for other in taken)


def width_of(text: str, size: float) -> float:
    """User units that the text will need at most, near enough for placing labels."""
    return size * sum(map(_em, text))


def text_box(text: str, size: float, x: float, y: float, anchor: str | None = None) -> Box:
    """The room a line takes whose baseline starts, is centred or ends at (x, y)."""
    width = width_of(text, size)
    left = {"middle": x - width / 2, "end": x - width}.get(anchor or "start", x)
    return Box(left, y - size * 0.88, width, size * 1.12)


def wrapped(words: Text, size: float, width: float) -> list[Text]:
    """Lines no wider than width: broken at spaces and after marks, else also between Han and kana letters."""
    phrases = _pieces(words, _may_pause)
    fits = all(width_of(phrase.rstrip(), size) <= width for phrase in phrases)
    return _filled(phrases if fits else _pieces(words, _may_break), words.lang, size, width)


def _filled(pieces: list[str], lang: str, size: float, width: float) -> list[Text]:
    lines, line = [], ""
    for piece in pieces:
        if line and width_of((line + piece).rstrip(), size) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines.append(line.rstrip())
    return [Text(line, lang) for line in lines if line] or [Text("", lang)]


def shortened(words: Text, size: float, width: float) -> Text:
    """The words, ending in an ellipsis where they would not fit."""
    if width_of(words.text, size) <= width:
        return words
    kept = words.text
    while kept and width_of(kept + "…", size) > width:
        kept = kept[:-1]
    return Text(kept.rstrip() + "…", words.lang)


def _pieces(words: Text, may_end: Callable[[str, str], bool]) -> list[str]:
    """The text cut wherever a line may end."""
    pieces: list[str] = []
    before = " "
    for letter in words.text:
        if pieces and not may_end(before, letter):
            pieces[-1] += letter
        else:
            pieces.append(letter)
        before = letter
    return pieces


def _may_pause(before: str, after: str) -> bool:
    if after in _NEVER_FIRST or after == " ":
        return False
    return before in _PAUSES


def _may_break(before: str, after: str) -> bool:
    """Between Han and kana; numbers keep their counters; Korean, Latin and katakana words stay whole."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or after == " " or before.isdigit():
        return False
    if _is_katakana(before) and _is_katakana(after):
        return False
    return before == " " or _breaks_freely(before) or _breaks_freely(after)


def _breaks_freely(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" and not letter.isspace()


def _is_katakana(letter: str) -> bool:
    return "\u30a1" <= letter <= "\u30ff"


def _em(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter == " ":
        return 0.3
    if letter in _NARROW_LETTERS:
        return 0.37
    if letter in "mwMW@%":
        return 0.9
    return 0.7 if letter.isupper() else 0.6
