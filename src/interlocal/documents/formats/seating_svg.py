"""A seating plan as SVG: no script, no style that a page's policy could refuse, every name in its own language."""

import re
from collections.abc import Iterator
from html import escape
from math import ceil
from unicodedata import east_asian_width

from interlocal.documents.formats.document import Run, Text
from interlocal.documents.formats.seating import DOOR, Drawing, Frame, SeatText, frame, starred
from interlocal.planning.chairs import Outline
from interlocal.planning.seating import Seat

TYPE = "image/svg+xml"
NAVY, TINT, TABLE, GREY, QUIET, INK = "#0b3d78", "#eaf0f7", "#f4f1ea", "#8a94a3", "#555c66", "#000000"
FAMILIES = {
    "ko": "Noto Sans KR, Noto Sans CJK KR, Malgun Gothic, Apple SD Gothic Neo, sans-serif",
    "ja": "Noto Sans JP, Noto Sans CJK JP, Yu Gothic, Hiragino Sans, sans-serif",
    "zh-Hans": "Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif",
    "zh-Hant": "Noto Sans TC, Noto Sans CJK TC, Microsoft JhengHei, PingFang TC, sans-serif",
}
SQUEEZED = 0.45
"""How much more than the room a line may have before it is parted: smaller letters are better than two short lines."""
BREAKS = re.compile(r"(?<=[\s-])")
NOTE = 200.0
"""Height of a line below the drawing, in mm of the room."""


def svg(drawing: Drawing, *, name: str = "seating") -> str:
    """The drawing; `name` begins the ids, for a page with several."""
    shape = frame(drawing.plan)
    notes = list(_notes(drawing))
    height = shape.height + NOTE * 1.4 * (len(notes) + 1)
    size = f'viewBox="0 0 {_n(shape.width)} {_n(height)}" lang="{escape(drawing.lang)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{_safe(drawing.title)}</title>',
        f'<desc id="{name}-desc">{_safe(_described(drawing))}</desc>',
        *(_outline(drawing, outline, shape) for outline in drawing.plan.outlines),
        *(_seat(drawing, seat, shape) for seat in drawing.plan.seats),
        *_door(drawing, shape),
        *_below(notes, shape),
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _described(drawing: Drawing) -> str:
    said = [drawing.viewpoint, *drawing.rules]
    return " ".join("".join(run.text for run in text) for text in said if text)


def _outline(drawing: Drawing, outline: Outline, shape: Frame) -> str:
    x, y, across, down = outline.x, outline.y + shape.down, outline.width, outline.height
    drawn = f'fill="{TABLE}" stroke="{GREY}" stroke-width="12"'
    said = drawing.stage if outline.kind == "stage" else drawing.tables.get(outline.number, ())
    words = _text(said, x, y + 70, _size(said, across * 0.8, 260), weight=400, ink=QUIET)
    if outline.kind == "round":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(across / 2)}" {drawn}/>{words}'
    corner = f'x="{_n(x - across / 2)}" y="{_n(y - down / 2)}"'
    return f'<rect {corner} width="{_n(across)}" height="{_n(down)}" rx="30" {drawn}/>{words}'


def _seat(drawing: Drawing, seat: Seat, shape: Frame) -> str:
    across, down = shape.seat_width, shape.seat_height
    left, top = seat.x - across / 2, seat.y + shape.down - down / 2
    taken = seat.person is not None
    fill = "none" if not taken else "#ffffff" if seat.row == "behind" else TINT
    edge = f'stroke="{NAVY if taken else GREY}" stroke-width="14"' + (
        "" if taken else ' stroke-dasharray="60 40"'
    )
    star = "*" if seat.by_hand and starred(drawing) else ""
    number = (
        f'<text x="{_n(left + 24)}" y="{_n(top + down * 0.2)}" font-size="{_n(down * 0.17)}"'
        f' font-weight="600" fill="{QUIET}" font-family="sans-serif">{seat.number}{star}</text>'
    )
    box = (
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(across)}" height="{_n(down)}" rx="40"'
        f' fill="{fill}" {edge}/>'
    )
    said = drawing.seats.get(seat.number, SeatText())
    lines = "".join(_lines([line for line in said.lines if line], seat.x, top, across, down))
    return f"<g>{box}{number}{lines}</g>"


def _lines(lines: list[Text], x: float, top: float, across: float, down: float) -> Iterator[str]:
    """Below the number, each as large as its share of the height and the width allow; a long one in two or three."""
    parts = [
        (part, 1.0 if at == 0 else 0.7, at)
        for at, line in enumerate(lines)
        for part in _split(line, across / (down * (0.3 if at == 0 else 0.21)))
    ]
    whole = sum(room for _, room, _ in parts) * 1.15
    unit = min(down * 0.32, down * 0.72 / whole) if parts else 0
    y = top + down * 0.22 + (down * 0.72 - unit * whole) / 2
    for part, room, at in parts:
        y += unit * room * 1.15
        size = _size(part, across * 0.93, unit * room)
        yield _text(part, x, y - unit * room * 0.22, size, weight=400 if at else 700, ink=INK)


def _split(line: Text, room: float) -> list[Text]:
    """At spaces and hyphens, into as many parts as it needs, three at most."""
    words = [Run(word, run.lang) for run in line for word in BREAKS.split(run.text) if word]
    wanted = min(3, ceil(_ems(line) / room - SQUEEZED), len(words))
    parts: list[list[Run]] = [[]]
    for word in words:
        filled = _ems(tuple(parts[-1])) + _ems((word,)) / 2 > _ems(line) / max(1, wanted)
        if parts[-1] and filled and len(parts) < wanted:
            parts.append([])
        parts[-1].append(word)
    return [tuple(part) for part in parts if part]


def _door(drawing: Drawing, shape: Frame) -> Iterator[str]:
    middle = shape.width / 2
    if shape.door_below:
        tip, base, words = shape.height - DOOR, shape.height - DOOR + 160, shape.height - DOOR + 430
    else:
        tip, base, words = DOOR - 20.0, DOOR - 180.0, DOOR - 260.0
    points = f"{_n(middle)},{_n(tip)} {_n(middle - 130)},{_n(base)} {_n(middle + 130)},{_n(base)}"
    yield f'<polygon points="{points}" fill="{NAVY}"/>'
    yield _text(
        drawing.entrance, middle, words, _size(drawing.entrance, shape.width * 0.8, 230), weight=600, ink=NAVY
    )


def _notes(drawing: Drawing) -> Iterator[Text]:
    star = ((Run("* ", drawing.lang), *drawing.by_hand),) if starred(drawing) else ()
    yield from (text for text in (drawing.viewpoint, *drawing.rules, *star) if text)


def _below(notes: list[Text], shape: Frame) -> Iterator[str]:
    for at, said in enumerate(notes):
        y = shape.height + NOTE * 1.4 * (at + 0.8)
        size = _size(said, shape.width * 0.94, NOTE)
        yield _text(said, shape.width * 0.03, y, size, weight=400, ink=INK, anchor="start")


def _text(
    said: Text, x: float, y: float, size: float, *, weight: int, ink: str, anchor: str = "middle"
) -> str:
    if not said:
        return ""
    spans = "".join(
        f'<tspan lang="{escape(run.lang)}" xml:lang="{escape(run.lang)}"'
        f' font-family="{escape(FAMILIES.get(run.lang, "Noto Sans, Segoe UI, sans-serif"))}">{_safe(run.text)}</tspan>'
        for run in said
    )
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" font-weight="{weight}" fill="{ink}"'
        f' text-anchor="{anchor}" xml:space="preserve">{spans}</text>'
    )


def _size(said: Text, width: float, most: float) -> float:
    """Letters as large as fit, by the width they usually have: nothing here can measure."""
    ems = _ems(said)
    return min(most, width / ems) if ems else most


def _ems(said: Text) -> float:
    return sum(1.02 if east_asian_width(char) in "WF" else 0.62 for run in said for char in run.text)


def _safe(said: str) -> str:
    """Without what no XML may hold."""
    return escape("".join(char for char in said if char >= " " or char in "\t\n"))


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
