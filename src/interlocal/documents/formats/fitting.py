"""How wide the columns of a table are: as asked for, but a figure, a time or a short word is not broken for want of a little room."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import east_asian_width

from interlocal.documents.formats.document import Block, Column, Row, Table, Text

HANGUL: Final = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
# Digits that are one thing: 10:30–11:30, 2026-06-19, +82-54-702-1000.
FIGURES: Final = re.compile(r"\+?\d+(?:[:.,]\d+)*(?:[-–—~]\d+(?:[:.,]\d+)*)+")
# What stands between spaces and letters that lines break at.
_WORDS: Final = re.compile(r"[^\s\u2e80-\ua4cf\uf900-\ufaff\ufe30-\uff60]+")
_AFTER: Final = re.compile(r"(?<=[-–—/])")
SHORT: Final = 11.0
"""Letters of full width up to which every line of a column is kept whole."""
LONGEST: Final = 24
"""Letters of a string without a space, after which it may break wherever it must."""
_MOST: Final = 0.3
"""Of a table's width: more than that no word may ask for."""
_GIVEN: Final = 0.4
"""Of its width: more than that no column gives to others."""
_SPARE: Final = 1.04
_SIZES: Final = {"quiet": 0.88, "large": 1.3, "strong": 1.06}


@dataclass(frozen=True, slots=True)
class _Needs:
    """Of a column, in mm: its longest word, its longest line, and whether there is room to write in rather than text."""

    word: float
    line: float
    is_empty: bool


def rows_by_columns(blocks: Iterable[Block]) -> dict[tuple[Column, ...], list[Row]]:
    """Tables with the same columns in one paper stand in line with each other: their rows together."""
    found: dict[tuple[Column, ...], list[Row]] = {}
    for block in blocks:
        if isinstance(block, Table):
            found.setdefault(block.columns, []).extend(block.rows)
    return found


def fitted(
    columns: Sequence[Column], rows: Iterable[Row], width: float, *, letter: float, sides: float
) -> list[float]:
    """Widths of the columns of tables of that `width`; a letter of full width, and what both sides of a cell take, in mm too.

    First what would break within a word gets room, then what is short, then whatever has more to say than its neighbours.
    """
    whole = sum(column.width for column in columns) or 1.0
    widths = [width * column.width / whole for column in columns]
    cells = [row.cells for row in rows if not row.band]
    needs = [
        _needs(column, [row[at] for row in cells if at < len(row)], letter * _SPARE, sides)
        for at, column in enumerate(columns)
    ]
    least = [min(one.word, width * _MOST) for one in needs]
    widths = _shared(widths, least, least)
    for longest in (SHORT * letter, width * _MOST):
        wanted = [
            one.line if word < one.line <= longest + sides else word
            for one, word in zip(needs, least, strict=True)
        ]
        kept = [
            wide if one.is_empty else max(word, min(one.line, width * _MOST))
            for one, word, wide in zip(needs, least, widths, strict=True)
        ]
        widths = _shared(widths, wanted, kept)
    return widths


def _needs(column: Column, cells: Sequence[Text], letter: float, sides: float) -> _Needs:
    word = max(map(_longest_word, (column.head, *cells)), default=0.0)
    line = max(map(_longest_line, cells), default=0.0)
    is_empty = not any(run.text.strip() for cell in cells for run in cell)
    return _Needs(word * letter + sides, line * letter + sides, is_empty)


def ems(text: str) -> float:
    """How wide a text is, in letters of full width."""
    return sum(1.0 if east_asian_width(char) in "WF" else 0.6 for char in text)


def _drawn(text: str) -> float:
    """As wide as our own fonts draw it, about."""
    return sum(
        0.25
        if char == " "
        else 0.92
        if "\uac00" <= char <= "\ud7a3"
        else 1.0
        if east_asian_width(char) in "WF"
        else 0.57
        for char in text
    )


def _shared(widths: Sequence[float], wanted: Sequence[float], kept: Sequence[float]) -> list[float]:
    """Columns that want more get it from those that have more than they keep."""
    lacks = [max(0.0, want - wide) for wide, want in zip(widths, wanted, strict=True)]
    spare = [min(max(0.0, wide - keep), wide * _GIVEN) for wide, keep in zip(widths, kept, strict=True)]
    moved = min(sum(lacks), sum(spare))
    if moved <= 0:
        return list(widths)
    got, gave = moved / sum(lacks), moved / sum(spare)
    return [wide + lack * got - more * gave for wide, lack, more in zip(widths, lacks, spare, strict=True)]


def _longest_word(said: Text) -> float:
    return max(
        (
            min(_drawn(word), LONGEST * 0.57) * _SIZES.get(run.style, 1.0)
            for run in said
            for word in _words(run.text)
        ),
        default=0.0,
    )


def _words(text: str) -> Iterable[str]:
    for word in text.split() if HANGUL.search(text) else _WORDS.findall(text):
        yield from [word] if HANGUL.search(word) or FIGURES.search(word) else _AFTER.split(word)


def _longest_line(said: Text) -> float:
    """Runs stand beside each other until a line ends."""
    longest = reached = 0.0
    for run in said:
        for at, part in enumerate(run.text.split("\n")):
            reached = (0.0 if at else reached) + _drawn(part) * _SIZES.get(run.style, 1.0)
            longest = max(longest, reached)
    return longest
