"""Names beside signs: the places tried for them, how they are written there, what a finger may touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from interlocal.ground.pictures.letters import BOLD, Box, is_free, shortened, width_of, wrapped
from interlocal.ground.pictures.svg import Text, el, say


@dataclass(frozen=True, slots=True)
class Name:
    """Lines of a name in one size, and the room they need in user units."""

    lines: tuple[Text, ...]
    size: float
    class_: str

    @property
    def width(self) -> float:
        wider = BOLD if self.class_ == "pic-strong" else 1
        return max(width_of(line.text, self.size) for line in self.lines) * wider + 4

    @property
    def height(self) -> float:
        return self.size * 1.22 * len(self.lines) + 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a name: its box, and to which side of the box the lines lean ("start", "middle", "end")."""

    box: Box
    anchor: str


def name_of(words: Text, size: float, class_: str, *, lines: int = 1, width: float = 150) -> Name:
    """The name in at most so many lines of at most that width, the last one shortened."""
    found = wrapped(words, size, width)
    if 1 < len(found) <= lines:
        # Lines of like length: no single letter left over on the last one.
        even = wrapped(words, size, width_of(words.text, size) / len(found) * 1.15)
        found = even if len(even) == len(found) else found
    if len(found) > lines:
        found = [*found[: lines - 1], Text(_after(words.text, found, lines), words.lang)]
    return Name(tuple(shortened(line, size, width) for line in found), size, class_)


def spots(x: float, y: float, gap: float, name: Name) -> Iterator[Spot]:
    """Right, left, below, above, then the four corners of a sign at x y whose edge is gap away."""
    width, height, aside = name.width, name.height, gap * 0.6
    middle, above, below = y - height / 2 - 0.5, y - gap - height + 2, y + gap - 1
    yield Spot(Box(x + gap, middle, width, height), "start")
    yield Spot(Box(x - gap - width, middle, width, height), "end")
    yield Spot(Box(x - width / 2, below, width, height), "middle")
    yield Spot(Box(x - width / 2, above, width, height), "middle")
    for top in (y - aside - height, y + aside):
        yield Spot(Box(x + aside, top, width, height), "start")
        yield Spot(Box(x - aside - width, top, width, height), "end")


def first_free(candidates: Iterable[Spot], taken: Sequence[Box], width: float, height: float) -> Spot | None:
    """The first candidate on the sheet that meets no taken box."""
    fitting = (spot for spot in candidates if spot.box.inside(width, height))
    return next((spot for spot in fitting if is_free(spot.box, taken)), None)


def written(name: Name, spot: Spot) -> Markup:
    """The lines, leaning to the side of the sign so that a wrong guess of the width leaves no gap."""
    box = spot.box
    x = {"start": box.x + 2, "middle": box.x + box.width / 2, "end": box.x + box.width - 2}[spot.anchor]
    anchor = None if spot.anchor == "start" else spot.anchor
    first = box.y + name.size * 1.05
    return Markup("").join(
        say(line, x, first + row * name.size * 1.22, name.class_, size=name.size, anchor=anchor)
        for row, line in enumerate(name.lines)
    )


def touchable(x: float, y: float, radius: float, spot: Spot | None) -> Markup:
    """An invisible area over the sign, at least 24 units across, and its name; it shows the focus."""
    reach = max(radius + 3, 12)
    left, top, right, low = x - reach, y - reach, x + reach, y + reach
    if spot:
        box = spot.box
        left, top = min(left, box.x - 2), min(top, box.y)
        right, low = max(right, box.x + box.width), max(low, box.y + box.height)
    return el("rect", x=left, y=top, width=right - left, height=low - top, rx=4, class_="pic-hit")


def _after(text: str, lines: list[Text], kept: int) -> str:
    """What follows the lines that are kept whole."""
    for line in lines[: kept - 1]:
        text = text.lstrip().removeprefix(line.text)
    return text.lstrip()
