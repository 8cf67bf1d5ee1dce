"""The timeline downwards, for a phone: time runs down, one line per edition, lapses as hatched gaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from interlocal.ground.pictures.letters import shortened, width_of, wrapped
from interlocal.ground.pictures.marks import disc, legend, state_sign
from interlocal.ground.pictures.svg import SMALL, TONES, Drawing, Sheet, Text, el, hatch, linked, say
from interlocal.ground.pictures.timeline_parts import Lapse, Mark, Story

ROW, SECOND, LINE, LANE, YEAR = 34.0, 18.0, 19.0, 26.0, 50.0
Gap = tuple[Lapse, list[Text], float, float]


def draw(story: Story, sheet: Sheet) -> Drawing:
    """Legend of the sides, then marks and gaps from the earliest down."""
    sides = [(disc(0, 0, 7, TONES[i % len(TONES)]), lane.name) for i, lane in enumerate(story.lanes)]
    key, used = legend(sides, sheet, 0)
    rows, gaps, height = _stacked(story, sheet, used + 10)
    words = dict(story.states)
    layers = [hatch(sheet.ids), key, *_lanes(story, used + 10, height)]
    layers += [part for gap in gaps for part in _gap(story, sheet, gap)]
    layers += _thread(story, rows)
    for mark, y in zip(story.marks, rows, strict=True):
        layers.append(_line(story, sheet, mark, y, words.get(mark.state)))
    return Drawing(height, Markup("").join(layers))


def _stacked(story: Story, sheet: Sheet, top: float) -> tuple[list[float], list[Gap], float]:
    """The height of every mark and gap: a lapse is long, but never only scrolling."""
    rows: list[float] = []
    gaps: list[Gap] = []
    waiting, y = list(story.lapses), top
    for mark in story.marks:
        while waiting and waiting[0].until <= mark.at:
            y = _add_gap(story, sheet, waiting.pop(0), y, gaps)
        rows.append(y + ROW / 2)
        y += ROW + (0 if mark.state == "held" else SECOND)
    for lapse in waiting:
        y = _add_gap(story, sheet, lapse, y, gaps)
    return rows, gaps, y + 2


def _add_gap(story: Story, sheet: Sheet, lapse: Lapse, y: float, gaps: list[Gap]) -> float:
    lines = wrapped(lapse.label, SMALL, sheet.width - _left(story) - 12)
    height = max(LINE * len(lines) + 22, min(10 * (lapse.until - lapse.since), 90))
    gaps.append((lapse, lines, y + 3, height))
    return y + height + 6


def _left(story: Story) -> float:
    return LANE * max(len(story.lanes), 1) + 14


def _lane_x(row: int) -> float:
    return 13 + LANE * row


def _lanes(story: Story, top: float, low: float) -> Iterator[Markup]:
    for row in range(len(story.lanes)):
        yield el("path", d=f"M{_lane_x(row):.1f} {top:.1f}V{low:.1f}", class_="pic-line")


def _gap(story: Story, sheet: Sheet, gap: Gap) -> Iterator[Markup]:
    _, lines, y, height = gap
    area = {"x": 1, "y": y, "width": sheet.width - 2, "height": height, "rx": 4}
    yield el("rect", **area, class_="pic-veil")
    yield el("rect", x=1, y=y, width=_left(story) - 9, height=height, rx=4, fill=f"url(#{sheet.ids}-hatch)")
    first = y + height / 2 - LINE * (len(lines) - 1) / 2 + 5
    for row, line in enumerate(lines):
        yield say(line, _left(story), first + LINE * row, "pic-note", size=SMALL)


def _thread(story: Story, rows: list[float]) -> Iterator[Markup]:
    for (earlier, y1), (later, y2) in pairwise(zip(story.marks, rows, strict=True)):
        x1, x2 = (_lane_x(story.row_of(mark)) for mark in (earlier, later))
        dashes = "2 5" if story.breaks_between(earlier, later) else None
        d = f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"
        yield el("path", d=d, class_="pic-thread", fill="none", stroke_width=1.5, stroke_dasharray=dashes)


def _line(story: Story, sheet: Sheet, mark: Mark, y: float, state: Text | None) -> Markup:
    """Year, place, side; the state on a second line unless the edition was simply held."""
    left, side = _left(story), story.lanes[story.row_of(mark)].name if story.lanes else None
    room = sheet.width - left - YEAR - 4
    place = shortened(mark.place, 15, room)
    height = ROW - 2 + (0 if mark.state == "held" else SECOND)
    parts = [
        el(
            "rect",
            x=left - 8,
            y=y - ROW / 2 + 1,
            width=sheet.width - left + 7,
            height=height,
            rx=4,
            class_="pic-hit",
        ),
        state_sign(mark.state, _lane_x(story.row_of(mark)), y, 8.5, story.tone_of(mark)),
        say(mark.year, left, y + 5.2, "pic-strong"),
        say(place, left + YEAR, y + 5.2),
    ]
    if side and width_of(place.text, 15) + width_of(side.text, SMALL) + 14 < room:
        parts.append(say(side, sheet.width - 6, y + 5.2, "pic-muted", size=SMALL, anchor="end"))
    if state and mark.state != "held":
        parts.append(say(state, left + YEAR, y + 5.2 + SECOND, "pic-note", size=SMALL))
    return linked(Markup("").join(parts), mark.said, mark.href)
