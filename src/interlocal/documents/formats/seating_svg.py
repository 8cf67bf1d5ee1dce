"""A seating plan as SVG: no script, no style that a page's policy could refuse, every name in its own language."""

from collections.abc import Iterator
from html import escape

from interlocal.documents.formats.document import Run, Text
from interlocal.documents.formats.seating import HEAD, Drawing, Frame, frame, on_seats, starred
from interlocal.documents.formats.seating_lines import LINE, Line, Seated, ems, wrapped
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
HEADING, NOTE = 1 / 34, 1 / 74
"""Letters of the heading and of the notes, of the width of the drawing."""
SPACED = 1.5
"""From line to line."""


def svg(drawing: Drawing, *, name: str = "seating") -> str:
    """The drawing; `name` begins the ids, for a page with several."""
    shape = frame(drawing.plan)
    notes = [line for said in _notes(drawing) for line in wrapped(said, 0.94 / NOTE)]
    head, foot = shape.width * HEADING * 2, shape.width * NOTE * SPACED * (len(notes) + 1)
    height = head + shape.height + foot
    size = f'viewBox="0 0 {_n(shape.width)} {_n(height)}" lang="{escape(drawing.lang)}"'
    lines = on_seats(drawing, shape)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{name}-title {name}-desc">',
        f'<title id="{name}-title">{_safe(drawing.title)}</title>',
        f'<desc id="{name}-desc">{_safe(_described(drawing))}</desc>',
        _heading(drawing, shape),
        f'<g transform="translate(0 {_n(head)})">',
        *(_outline(drawing, outline, shape) for outline in shape.plan.outlines),
        *(_seat(drawing, seat, shape, lines.get(seat.number)) for seat in shape.plan.seats),
        *_door(drawing, shape),
        *_below(notes, shape),
        "</g>",
        "</svg>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _heading(drawing: Drawing, shape: Frame) -> str:
    said = drawing.heading or (Run(drawing.title, drawing.lang),)
    size = _size(said, shape.width * 0.94, shape.width * HEADING)
    return _text(
        said, shape.width * 0.03, shape.width * HEADING * 1.3, size, weight=700, ink=NAVY, anchor="start"
    )


def _described(drawing: Drawing) -> str:
    said = [drawing.viewpoint, *drawing.rules]
    return " ".join("".join(run.text for run in text) for text in said if text)


def _outline(drawing: Drawing, outline: Outline, shape: Frame) -> str:
    x, y, across, down = outline.x, outline.y + shape.down, outline.width, outline.height
    drawn = f'fill="{TABLE}" stroke="{GREY}" stroke-width="12"'
    said = drawing.stage if outline.kind == "stage" else drawing.tables.get(outline.number, ())
    words = _text(
        said, x, y + 70, _size(said, across * 0.8, min(260, shape.width / 50)), weight=400, ink=QUIET
    )
    if outline.kind == "round":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(across / 2)}" {drawn}/>{words}'
    corner = f'x="{_n(x - across / 2)}" y="{_n(y - down / 2)}"'
    return f'<rect {corner} width="{_n(across)}" height="{_n(down)}" rx="30" {drawn}/>{words}'


def _seat(drawing: Drawing, seat: Seat, shape: Frame, said: Seated | None) -> str:
    across, down = shape.seat_width, shape.seat_height
    left, top = seat.x - across / 2, seat.y + shape.down - down / 2
    taken = seat.person is not None
    fill = "none" if not taken else "#ffffff" if seat.row == "behind" else TINT
    edge = f'stroke="{NAVY if taken else GREY}" stroke-width="14"' + (
        "" if taken else ' stroke-dasharray="60 40"'
    )
    star = "*" if seat.by_hand and starred(drawing) else ""
    number = (
        f'<text x="{_n(left + 30)}" y="{_n(top + down * 0.18)}" font-size="{_n(down * 0.15)}"'
        f' font-weight="600" fill="{QUIET}" font-family="sans-serif">{seat.number}{star}</text>'
    )
    box = (
        f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(across)}" height="{_n(down)}" rx="40"'
        f' fill="{fill}" {edge}/>'
    )
    lines = "".join(_lines(said.lines if said else (), seat.x, top + down * HEAD, shape))
    return f"<g>{box}{number}{lines}</g>"


def _lines(lines: tuple[Line, ...], x: float, top: float, shape: Frame) -> Iterator[str]:
    """Below the number, in the middle of what is left."""
    y = top + (shape.text_height - sum(line.size * LINE for line in lines)) / 2
    for line in lines:
        y += line.size * LINE
        yield _text(
            line.text, x, y - line.size * 0.24, line.size, weight=700 if line.strong else 400, ink=INK
        )


def _door(drawing: Drawing, shape: Frame) -> Iterator[str]:
    middle, door = shape.width / 2, shape.door
    if shape.door_below:
        begins = shape.height - door
        tip, base, words = begins, begins + 160, begins + 430
    else:
        tip, base, words = door - 20, door - 180, door - 260
    points = f"{_n(middle)},{_n(tip)} {_n(middle - 130)},{_n(base)} {_n(middle + 130)},{_n(base)}"
    yield f'<polygon points="{points}" fill="{NAVY}"/>'
    size = _size(drawing.entrance, shape.width * 0.8, min(330, shape.width / 62))
    yield _text(drawing.entrance, middle, words, size, weight=600, ink=NAVY)


def _notes(drawing: Drawing) -> Iterator[Text]:
    star = ((Run("* ", drawing.lang), *drawing.by_hand),) if starred(drawing) else ()
    yield from (text for text in (drawing.viewpoint, *drawing.rules, *star) if text)


def _below(notes: list[Text], shape: Frame) -> Iterator[str]:
    size = shape.width * NOTE
    for at, said in enumerate(notes, start=1):
        y = shape.height + size * SPACED * at
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
    return min(most, width / ems(said)) if said else most


def _safe(said: str) -> str:
    """Without what no XML may hold."""
    return escape("".join(char for char in said if char >= " " or char in "\t\n"))


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
