"""Amounts side by side: bars for named rows, columns for years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from interlocal.ground.pictures.letters import BOLD, shortened, width_of
from interlocal.ground.pictures.marks import Sign, legend
from interlocal.ground.pictures.svg import (
    SMALL,
    TONES,
    Caption,
    Drawing,
    Sheet,
    Text,
    el,
    empty,
    linked,
    pair,
    say,
)

ROW, BAR, NAMES = 38.0, 20.0, 200.0
PLOT_WIDE, PLOT_NARROW, TOP = 190.0, 150.0, 22.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: value at least 0 for its length, shown for the reader ("35명"), tone 0-3 for its colour."""

    name: Text
    value: float
    shown: Text
    tone: int = 0
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One year: how often hosting and how often attending, both at least 0."""

    year: int
    hosted: int
    attended: int
    hint: Text | None = None


def bars(*, caption: Caption, rows: Sequence[Bar], nothing: Text) -> Markup:
    """Horizontal bars in the order given; on a phone each name stands above its bar."""
    if not rows:
        return empty(caption, nothing)
    return pair(caption, lambda sheet: _draw_bars(sheet, rows))


def columns(
    *, caption: Caption, years: Sequence[Column], hosted: Text, attended: Text, nothing: Text
) -> Markup:
    """Counts by year, hosted (filled) below attended (hatched), every year between the ends on the axis."""
    if not any(column.hosted or column.attended for column in years):
        return empty(caption, nothing)
    return pair(caption, lambda sheet: _draw_columns(sheet, years, hosted, attended))


def _draw_bars(sheet: Sheet, rows: Sequence[Bar]) -> Drawing:
    names = 0.0 if sheet.narrow else min(max(width_of(row.name.text, 15) for row in rows), NAMES) + 16
    values = max(width_of(row.shown.text, 15) for row in rows) * BOLD + 12
    room, most = sheet.width - names - values, max(0, *(row.value for row in rows)) or 1
    step = ROW + 16 if sheet.narrow else ROW
    parts = [_bar(sheet, row, i * step, names, room * max(row.value, 0) / most) for i, row in enumerate(rows)]
    base = el("path", d=f"M{names:.1f} 2V{step * len(rows) - 2:.1f}", class_="pic-line")
    return Drawing(step * len(rows), Markup("").join([*parts, base]))


def _bar(sheet: Sheet, row: Bar, top: float, left: float, length: float) -> Markup:
    y = top + (26 if sheet.narrow else (ROW - BAR) / 2)
    name = shortened(row.name, 15, sheet.width - 8 if sheet.narrow else NAMES)
    said = Text(f"{row.name.text} {row.shown.text}", row.name.lang)
    parts = [
        el("rect", x=0, y=top + 1, width=sheet.width, height=y - top + BAR + 4, rx=4, class_="pic-hit"),
        el(
            "rect",
            x=left,
            y=y,
            width=max(length, 1.5),
            height=BAR,
            class_=f"pic-fill {TONES[row.tone % len(TONES)]}",
        ),
        say(name, 0, top + 18 if sheet.narrow else y + BAR / 2 + 5.3),
        say(row.shown, left + length + 8, y + BAR / 2 + 5.3, "pic-strong"),
    ]
    return linked(Markup("").join(parts), said, row.href)


def _draw_columns(sheet: Sheet, years: Sequence[Column], hosted: Text, attended: Text) -> Drawing:
    counts = {column.year: column for column in years}
    first, last = min(counts), max(counts)
    plot, most = PLOT_NARROW if sheet.narrow else PLOT_WIDE, max(c.hosted + c.attended for c in years)
    step = next(size for size in _steps() if most / size <= 4)
    ceiling = -(-most // step) * step
    left = width_of(str(ceiling), SMALL) + 10
    each = (sheet.width - left - 4) / (last - first + 1)
    parts = [_hatching(sheet.ids), *_scale(sheet, left, plot, ceiling, step)]
    for year in range(first, last + 1):
        x = left + (year - first) * each
        parts.append(_column(sheet, counts.get(year), x, each, plot / ceiling, TOP + plot))
        if _is_named(year, first, last, each):
            parts.append(
                say(
                    Text(str(year), "en"),
                    x + each / 2,
                    TOP + plot + 20,
                    "pic-muted",
                    size=SMALL,
                    anchor="middle",
                )
            )
    parts.append(el("path", d=f"M{left:.1f} {TOP + plot:.1f}H{sheet.width}", class_="pic-line"))
    key, used = legend(_signs(sheet, hosted, attended), sheet, TOP + plot + 34)
    return Drawing(TOP + plot + 38 + used, Markup("").join([*parts, key]))


def _steps() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50 and so on."""
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def _is_named(year: int, first: int, last: int, each: float) -> bool:
    """Every year where there is room, else every second, fifth or tenth; never two that touch."""
    apart = next((n for n in (1, 2, 5, 10, 20) if n * each >= 54), 50)
    return year % apart == 0 or first == last


def _scale(sheet: Sheet, left: float, plot: float, ceiling: int, step: int) -> Iterator[Markup]:
    for value in range(0, ceiling + 1, step):
        y = TOP + plot - plot * value / ceiling
        if value:
            yield el("path", d=f"M{left:.1f} {y:.1f}H{sheet.width}", class_="pic-grid")
        yield say(Text(str(value), "en"), left - 8, y + 4.8, "pic-muted", size=SMALL, anchor="end")


def _column(sheet: Sheet, column: Column | None, x: float, each: float, unit: float, base: float) -> Markup:
    if column is None or not column.hosted + column.attended:
        return Markup("")
    width = min(each * 0.72, 34)
    left, low, high = x + (each - width) / 2, column.hosted * unit, column.attended * unit
    body = _block(sheet, left, base - low, width, low, hatched=False)
    body += _block(sheet, left, base - low - high, width, high, hatched=True)
    return linked(
        body, column.hint or Text(f"{column.year}: {column.hosted} + {column.attended}", "en"), None
    )


def _block(sheet: Sheet, x: float, y: float, width: float, height: float, *, hatched: bool) -> Markup:
    """A filled block, or an outlined one with the tone's own hatching."""
    if not height:
        return Markup("")
    if not hatched:
        return el("rect", x=x, y=y, width=width, height=height, class_="pic-fill pic-a")
    inner = {"x": x + 0.8, "y": y + 0.8, "width": max(width - 1.6, 1), "height": max(height - 1.6, 1)}
    fill = f"url(#{sheet.ids}-tone)"
    return el("rect", **inner, fill=fill, class_="pic-stroke pic-b", stroke_width=1.6)


def _hatching(ids: str) -> Markup:
    """Hatching in the second tone, for what is counted beside the filled part."""
    line = el("path", d="M0 0V5", class_="pic-stroke pic-b", stroke_width=3)
    box = {"width": 5, "height": 5, "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    return el("defs", el("pattern", line, id=f"{ids}-tone", **box))


def _signs(sheet: Sheet, hosted: Text, attended: Text) -> list[Sign]:
    return [
        (_block(sheet, -8, -8, 16, 16, hatched=False), hosted),
        (_block(sheet, -8, -8, 16, 16, hatched=True), attended),
    ]
