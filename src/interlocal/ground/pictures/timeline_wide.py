"""The timeline across: years run to the right, each host side has its lane, labels find a free place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from interlocal.ground.pictures.letters import BOLD, Box, is_free, shortened, width_of, wrapped
from interlocal.ground.pictures.marks import legend, state_sign
from interlocal.ground.pictures.svg import SMALL, Drawing, Sheet, Text, el, hatch, linked, say
from interlocal.ground.pictures.timeline_parts import Lapse, Mark, Story

LEVEL, LEVELS, CLEAR, LINE, GAP = 38.0, 4, 12.0, 18.0, 24.0
RIGHT, LANE_NAME, HATCH = 26.0, 130.0, 11.0


@dataclass(frozen=True, slots=True)
class Label:
    """Where a mark's two lines stand: level 0 touches the mark, below 0 hangs under it (-1 is the first)."""

    mark: Mark
    level: int
    middle: float


@dataclass(frozen=True, slots=True)
class Plan:
    """Geometry of one sheet: the left edge of the axis, the height of each lane, the size of the marks."""

    story: Story
    sheet: Sheet
    left: float
    radius: float
    labels: tuple[Label, ...]
    lapses: tuple[tuple[Lapse, list[Text], float], ...]
    lanes: tuple[float, ...]
    top: float
    bottom: float

    def x(self, year: float) -> float:
        return _x(self.story, self.sheet, self.left, year)


def draw(story: Story, sheet: Sheet) -> Drawing:
    """The whole picture, from the hatching at the back to the marks in front."""
    plan = _planned(story, sheet)
    key, used = legend(_signs(story), sheet, plan.bottom + 40)
    layers = [hatch(sheet.ids), _axis(plan), *_lapses(plan), _lanes(plan), *_thread(plan), *_marks(plan), key]
    return Drawing(plan.bottom + 40 + used + (4 if used else 0), Markup("").join(layers))


def _planned(story: Story, sheet: Sheet) -> Plan:
    left = min(max((width_of(lane.name.text, 15) * BOLD for lane in story.lanes), default=0), LANE_NAME) + 34
    radius = min(8.5, max(4.0, 0.46 * _closest(story, sheet, left)))
    labels = tuple(_placed(story, sheet, left))
    lapses, top = _lapse_labels(story, sheet, left)
    lanes, y = [], top
    for row in range(max(len(story.lanes), 1)):
        levels = [label.level for label in labels if story.row_of(label.mark) == row]
        y += GAP + LEVEL * max([level + 1 for level in levels if level >= 0], default=0)
        lanes.append(y)
        y += GAP + LEVEL * max([-level for level in levels if level < 0], default=0)
    return Plan(story, sheet, left, radius, labels, lapses, tuple(lanes), top, y)


def _closest(story: Story, sheet: Sheet, left: float) -> float:
    """The least distance between two marks of one lane."""
    spots = sorted((story.row_of(mark), _x(story, sheet, left, mark.at)) for mark in story.marks)
    return min((b - a for (row, a), (other, b) in pairwise(spots) if row == other and b > a), default=99.0)


def _x(story: Story, sheet: Sheet, left: float, year: float) -> float:
    first, last = story.years
    return left + (sheet.width - RIGHT - left) * (year - first) / (last - first)


def _placed(story: Story, sheet: Sheet, left: float) -> Iterator[Label]:
    """A free level for each label, in order of time; where none is left the mark speaks by its hint only."""
    taken: dict[int, list[Box]] = {}
    for mark in story.marks:
        row, x = story.row_of(mark), _x(story, sheet, left, mark.at)
        width = max(width_of(mark.place.text, SMALL), width_of(mark.year.text, 15) * BOLD) + 8
        middle = min(max(x, left - 30 + width / 2), sheet.width - width / 2)
        boxes = taken.setdefault(row, [])
        for level in _levels(row, len(story.lanes)):
            box = Box(middle - width / 2, -LEVEL * level, width, LEVEL - 1)
            if is_free(box, boxes) and is_free(stem := _stem(x, level), boxes):
                boxes += [box, stem]
                yield Label(mark, level, middle)
                break


def _levels(row: int, rows: int) -> list[int]:
    """Outer side first, so that the middle stays open for the thread between the lanes."""
    upward = row < rows / 2
    costs = [(level + (0 if upward else 1.5), level) for level in range(LEVELS)]
    costs += [(level + (1.5 if upward else 0), -level - 1) for level in range(LEVELS)]
    if rows < 2:
        costs = [(level, level) for level in range(LEVELS)] + [(n + 0.5, -n - 1) for n in range(LEVELS)]
    return [level for _, level in sorted(costs)]


def _stem(x: float, level: int) -> Box:
    """The thin line from a mark to a label further out; nothing for the nearest ones."""
    if level >= 0:
        return Box(x - 3, -LEVEL * level + LEVEL, 6, LEVEL * level - 1)
    return Box(x - 3, LEVEL, 6, LEVEL * (-level - 1) - 1)


def _lapse_labels(
    story: Story, sheet: Sheet, left: float
) -> tuple[tuple[tuple[Lapse, list[Text], float], ...], float]:
    """Each lapse with its lines and the baseline of the last; and where the lanes may begin."""
    found, boxes = [], list[Box]()
    for lapse in story.lapses:
        since, until = (_x(story, sheet, left, year) for year in (lapse.since, lapse.until))
        lines = wrapped(lapse.label, SMALL, max(until - since - 8, 112))
        width = max(width_of(line.text, SMALL) for line in lines) + 10
        middle = min(max((since + until) / 2, width / 2), sheet.width - width / 2)
        box = Box(middle - width / 2, -LINE * len(lines), width, LINE * len(lines))
        while not is_free(box, boxes):
            box = Box(box.x, box.y - LINE, width, box.height)
        boxes.append(box)
        found.append((lapse, lines, box))
    top = 8 - min((box.y for box in boxes), default=0)
    rest = tuple((lapse, lines, top + box.y) for lapse, lines, box in found)
    return rest, top + (4 if rest else 0)


def _lapses(plan: Plan) -> Iterator[Markup]:
    for lapse, lines, top in plan.lapses:
        since, until = plan.x(lapse.since), plan.x(lapse.until)
        span = {"x": since, "width": until - since}
        high, low = plan.lanes[0] - HATCH, plan.lanes[-1] + HATCH
        yield el("rect", **span, y=plan.top, height=plan.bottom - plan.top, class_="pic-veil")
        # Hatching only around the lanes: years and places outside it stay on plain ground.
        yield el("rect", **span, y=high, height=low - high, fill=f"url(#{plan.sheet.ids}-hatch)")
        width = max(width_of(line.text, SMALL) for line in lines) + 10
        middle = min(max((since + until) / 2, width / 2), plan.sheet.width - width / 2)
        for row, line in enumerate(lines):
            yield say(line, middle, top + LINE * row + 13, "pic-note", size=SMALL, anchor="middle")


def _axis(plan: Plan) -> Markup:
    first, last = plan.story.years
    step = 5 if last - first > 12 else 2 if last - first > 7 else 1
    parts = [el("path", d=f"M{plan.left - 12:.1f} {plan.bottom:.1f}H{plan.sheet.width}", class_="pic-line")]
    for year in range(first, last + 1):
        x = f"{plan.x(year):.1f}"
        if year % step:
            parts.append(el("path", d=f"M{x} {plan.bottom:.1f}v4", class_="pic-line"))
            continue
        parts.append(el("path", d=f"M{x} {plan.top:.1f}V{plan.bottom + 7:.1f}", class_="pic-grid"))
        parts.append(
            say(Text(str(year), "en"), float(x), plan.bottom + 24, "pic-muted", size=SMALL, anchor="middle")
        )
    return Markup("").join(parts)


def _lanes(plan: Plan) -> Markup:
    parts = []
    for lane, y in zip(plan.story.lanes, plan.lanes, strict=False):
        name = shortened(lane.name, 15, LANE_NAME)
        parts.append(el("path", d=f"M{plan.left - 12:.1f} {y:.1f}H{plan.sheet.width}", class_="pic-line"))
        parts.append(say(name, 0, y + 5, "pic-strong"))
    return Markup("").join(parts)


def _thread(plan: Plan) -> Iterator[Markup]:
    """From edition to edition, as long as that is a line and not a thicket."""
    if len(plan.story.marks) * len(plan.story.lanes) > 48:
        return
    for earlier, later in pairwise(plan.story.marks):
        ends = [(plan.x(mark.at), plan.lanes[plan.story.row_of(mark)]) for mark in (earlier, later)]
        d = "M{:.1f} {:.1f}L{:.1f} {:.1f}".format(*ends[0], *ends[1])
        dashes = "2 5" if plan.story.breaks_between(earlier, later) else None
        yield el("path", d=d, class_="pic-thread", fill="none", stroke_width=1.5, stroke_dasharray=dashes)


def _marks(plan: Plan) -> Iterator[Markup]:
    labels = {id(label.mark): label for label in plan.labels}
    for mark in plan.story.marks:
        x, y = plan.x(mark.at), plan.lanes[plan.story.row_of(mark)]
        sign = state_sign(mark.state, x, y, plan.radius, plan.story.tone_of(mark))
        label = labels.get(id(mark))
        body = _hit(x, y, y, 13) + sign if label is None else _labelled(plan, label, x, y) + sign
        yield linked(body, mark.said, mark.href)


def _labelled(plan: Plan, label: Label, x: float, y: float) -> Markup:
    """Both lines, the stem where the label stands further out, and a generous area for the pointer."""
    up = label.level >= 0
    top = y - CLEAR - LEVEL * (label.level + 1) + 3 if up else y + CLEAR + LEVEL * (-label.level - 1)
    near = top + LEVEL - 3 if up else top
    parts = [_hit(label.middle, min(top - 3, y - 13), max(top + LEVEL, y + 13), _reach(label))]
    if label.level not in (0, -1):
        parts.append(el("path", d=f"M{x:.1f} {y:.1f}V{near:.1f}", class_="pic-stem"))
    parts.append(say(label.mark.year, label.middle, top + 13, "pic-strong", anchor="middle"))
    parts.append(say(label.mark.place, label.middle, top + 30, "pic-label", size=SMALL, anchor="middle"))
    return Markup("").join(parts)


def _reach(label: Label) -> float:
    return max(width_of(label.mark.place.text, SMALL), width_of(label.mark.year.text, 15)) / 2 + 6


def _hit(x: float, top: float, low: float, reach: float) -> Markup:
    if low == top:
        top, low = top - reach, low + reach
    area = {"x": x - reach, "y": top, "width": 2 * reach, "height": low - top}
    return el("rect", **area, rx=4, class_="pic-hit")


def _signs(story: Story) -> list[tuple[Markup, Text]]:
    return [(state_sign(state, 0, 0, 8.5, "pic-off"), words) for state, words in story.used_states()]
