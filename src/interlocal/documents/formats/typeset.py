"""A document as plain data for the typesetter: words that keep together, and where a long string may break."""

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from interlocal.documents.formats import document as d
from interlocal.documents.formats.fitting import FIGURES, HANGUL, LONGEST, ems, fitted, rows_by_columns

Piece = list[str]
"""Text, language, style. An empty list is a place where a line may break."""

WIDTH_UPRIGHT, WIDTH_ACROSS = 166.0, 253.0
"""The width of the text in mm, on A4 upright and across."""
MM_PER_POINT = 0.3528
BODY, CELL, DENSE = 10.5, 9.5, 8.5
SIDES = 4.0
"""What both sides of a cell take, in mm."""
# Letters in a cell up to which its row stays on one page.
ROW = 900
# A list of so few items stays on one page.
SHORT = 8
# Where a long string of letters breaks best: after the signs of addresses.
JOINTS = re.compile(r"(?<=[./@_\-?&=,:;])")
# What is said of a Korean place by its kind is one word with it.
HYPHENED = re.compile(r"[^\s-]+-(?:do|si|gun|gu|eup|myeon|dong|ri)\b\S*|" + FIGURES.pattern)
SPACES = re.compile(r"(\s+)")


def prepared_document(document: d.Document) -> dict[str, Any]:
    # Larger letters are the same as less room.
    width = (WIDTH_ACROSS if document.landscape else WIDTH_UPRIGHT) / document.scale
    return {
        "landscape": document.landscape,
        "contents": document.contents,
        "parts": document.in_parts,
        "header": prepared(document.header),
        "mark": prepared(document.mark),
        "blocks": list(_blocks(document.blocks, width)),
    }


def pictures_of(document: d.Document) -> dict[str, bytes]:
    return {
        _file(one): one.content
        for block in document.blocks
        for one in (block.pictures if isinstance(block, d.Pictures) else (block,))
        if isinstance(one, d.Picture)
    }


def prepared(said: d.Text, room: float = 40.0) -> list[Any]:
    """Runs for `say` of base.typ. `room`: how many characters of full width the narrowest line takes.

    Korean breaks between words, but the typesetter breaks it between syllables: each word that fits is kept in a box.
    """
    made: list[Any] = []
    for word in _words(d.marked(said)):
        if len(word) == 1 and word[0].text.isspace():
            made.append(_piece(word[0]))
        elif _kept(word, room):
            made.append({"word": [_piece(part) for part in word]})
        else:
            made.extend(piece for part in word for piece in _latin(part, room))
    return made


def _words(said: d.Text) -> Iterator[list[d.Run]]:
    """What stands between spaces, over the borders of runs. Runs that hold no Korean stay whole."""
    korean = any(run.lang == "ko" and HANGUL.search(run.text) for run in said)
    word: list[d.Run] = []
    for run in said:
        for text in SPACES.split(run.text) if korean else [run.text]:
            if not text:
                continue
            part = d.Run(text, run.lang, run.style)
            if not text.isspace():
                word.append(part)
                continue
            if word:
                yield word
            yield [part]
            word = []
    if word:
        yield word


def _kept(word: list[d.Run], room: float) -> bool:
    whole = "".join(part.text for part in word)
    return bool(HANGUL.search(whole)) and not SPACES.search(whole) and ems(whole) <= room


def _latin(run: d.Run, room: float) -> Iterator[Any]:
    """Everything but Korean breaks by itself; names of Korean places and figures must not break at their hyphen."""
    at = 0
    for name in HYPHENED.finditer(run.text):
        if ems(name[0]) <= room:
            yield from _breakable(d.Run(run.text[at : name.start()], run.lang, run.style), room)
            yield {"word": [[name[0], run.lang, run.style]]}
            at = name.end()
    yield from _breakable(d.Run(run.text[at:], run.lang, run.style), room)


def _breakable(run: d.Run, room: float) -> Iterator[Piece]:
    """A string of letters longer than its line gets places to break."""
    limit = max(2, int(min(LONGEST, room * 1.6)))
    for text in SPACES.split(run.text) if _has_long(run.text, limit) else [run.text]:
        if len(text) <= limit or not _has_long(text, limit):
            if text:
                yield [text, run.lang, run.style]
            continue
        for part in JOINTS.split(text):
            for at in range(0, len(part), limit):
                yield [part[at : at + limit], run.lang, run.style]
                yield []


def _has_long(text: str, limit: int) -> bool:
    return any(len(part) > limit and part.isascii() for part in text.split())


def _piece(run: d.Run) -> Piece:
    return [run.text, run.lang, run.style]


def _blocks(blocks: tuple[d.Block, ...], width: float) -> Iterator[dict[str, Any]]:
    deepest = 0
    rows = rows_by_columns(blocks)
    for block, below in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, d.Heading):
            # A reader that jumps from heading to heading must not miss a step, whatever the heading looks like.
            deepest = min(block.level, deepest + 1)
            said = prepared(block.text, min(24, _room(width, 17)))
            yield {"kind": "heading", "text": said, "look": block.level, "level": deepest}
        else:
            deepest = max(deepest, 1) if isinstance(block, d.Cover) else deepest
            made = (
                _table(block, rows[block.columns], width)
                if isinstance(block, d.Table)
                else _block(block, width)
            )
            if isinstance(block, d.Table):
                # What a whole table's signs mean stands on its page.
                made["sticky"] = block.whole and isinstance(below, d.Paragraph) and below.role == "note"
            yield {"kind": type(block).__name__.lower(), **made}


def _block(block: d.Block, width: float) -> dict[str, Any]:
    line = min(40.0, _room(width, BODY))
    match block:
        case d.Paragraph(said, role):
            return {"text": prepared(said, line), "role": role}
        case d.Facts(rows):
            room = _room(width * 0.28, CELL)
            return {"rows": [[prepared(name, room), prepared(said, room * 2)] for name, said in rows]}
        case d.Bullets(items, numbered):
            short = len(items) <= SHORT and sum(len(run.text) for item in items for run in item) <= ROW
            return {"items": _all(items, line - 2), "numbered": numbered, "keep": short}
        case d.Parallel(heads, rows):
            room = _room(width / max(len(heads), 1), BODY)
            return {"heads": _all(heads, room), "rows": [_all(row, room) for row in rows]}
        case d.Picture():
            return _picture(block, line)
        case d.Pictures(pictures, columns):
            many = max(1, columns)
            return {"across": many, "pictures": [_picture(one, line / many - 1) for one in pictures]}
        case _:
            return _formal(block)


def _picture(block: d.Picture, room: float) -> dict[str, Any]:
    shape = {"file": _file(block), "alt": block.alt or "-", "width": min(max(block.width, 0.05), 1.0)}
    return {**shape, "caption": prepared(block.caption, room)}


def _formal(block: d.Block) -> dict[str, Any]:
    """What stands at the beginning and the end of a paper."""
    match block:
        case d.Cover(title, second_title, lines, foot):
            return {
                "title": prepared(title, 15),
                "size": _cover_size(title),
                "second": prepared(second_title, 22),
                "lines": _all(lines, 30),
                "foot": _all(foot, 30),
            }
        case d.Letterhead(name, lines):
            return {"name": prepared(name, 20), "size": _name_size(name), "lines": _all(lines)}
        case d.Signature(place_and_day, lines, beside):
            hands = [_all(one, 20) for one in (lines, *beside)]
            return {"place": prepared(place_and_day), "hands": hands}
        case d.Blank(label, lines):
            return {"label": prepared(label), "lines": lines}
        case d.PageBreak(restart):
            return {"restart": restart}
        case _:
            return {}


def _table(table: d.Table, rows: list[d.Row], width: float) -> dict[str, Any]:
    """`rows`: those of all tables that stand in line with it."""
    size = _size(table)
    widths = fitted(table.columns, rows, width, letter=size * MM_PER_POINT, sides=SIDES)
    rooms = [_room(wide, size) for wide in widths]
    return {
        "caption": "".join(run.text for run in table.caption),
        "size": size,
        "dense": table.dense,
        "whole": table.whole,
        "heads": [prepared(column.head, room) for column, room in zip(table.columns, rooms, strict=True)],
        "widths": [round(wide, 2) for wide in widths],
        "aligns": [column.align for column in table.columns],
        "rows": [
            {"band": True, "cells": _all(row.cells[:1])}
            if row.band
            else {"band": False, "cells": _cells(row, rooms), "keep": _fits(row)}
            for row in table.rows
        ],
    }


def _fits(row: d.Row) -> bool:
    """Whether a row is short enough to stay on one page whole."""
    return all(sum(len(run.text) for run in cell) <= ROW for cell in row.cells)


def _cells(row: d.Row, rooms: list[float]) -> list[Any]:
    """As many cells as there are columns, so that a short row cannot push its neighbours."""
    cells = (*row.cells, *((),) * len(rooms))[: len(rooms)]
    return [prepared(cell, room) for cell, room in zip(cells, rooms, strict=True)]


def _cover_size(title: d.Text) -> float:
    """In points. A long title stays on its page."""
    wide = ems("".join(run.text for run in title))
    return 27 if wide <= 45 else 20 if wide <= 110 else 14


def _name_size(name: d.Text) -> float:
    """In points. Who writes stands on one line, if it can."""
    wide = ems("".join(run.text for run in name))
    return 22 if wide <= 20 else 18 if wide <= 25 else 15


def _size(table: d.Table) -> float:
    """In points. Many columns need small letters."""
    size = DENSE if table.dense else CELL
    return size if len(table.columns) <= 10 else max(5.0, size - 0.3 * (len(table.columns) - 10))


def _room(width: float, size: float) -> float:
    """Characters of full width in a cell, without its insets."""
    return max(1.0, (width - SIDES) / (size * MM_PER_POINT))


def _all(texts: tuple[d.Text, ...], room: float = 40.0) -> list[Any]:
    return [prepared(said, room) for said in texts]


def _file(picture: d.Picture) -> str:
    kind = "jpg" if picture.kind == "jpeg" else picture.kind
    return f"{hashlib.sha256(picture.content).hexdigest()[:24]}.{kind}"
