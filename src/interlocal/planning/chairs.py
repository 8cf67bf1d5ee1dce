"""Chairs and tables as geometry: millimetres, x to the right, y downwards, the entrance (or the camera) below.

`angle` is where the seated looks, in degrees clockwise from upwards. Chairs come in order of honour.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil, cos, pi, radians, sin, sqrt
from typing import Literal

PITCH = 900.0
"""From chair to chair."""
DEPTH = 1200.0
"""Of a table with people on both sides."""
BESIDE = 450.0
"""From the edge of a table to the middle of a chair."""
BEHIND = 900.0
"""From a chair to the one behind it."""
APART = 1050.0
"""Between round tables, from chair to chair."""

Side = Literal["centre", "right", "left"]


@dataclass(frozen=True, slots=True)
class Chair:
    """`side` as seen by who sits in the middle of that row."""

    x: float
    y: float
    angle: float
    row: str
    side: Side


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands in the room; (x, y) is the middle of it. `number` of a table among several, else 0."""

    kind: Literal["table", "round", "stage"]
    x: float
    y: float
    width: float
    height: float
    number: int = 0


def offsets(count: int) -> Iterator[tuple[int, Side]]:
    """0, then one to the right, one to the left, two to the right and so on."""
    for place in range(count):
        step = (place + 1) // 2
        side: Side = "centre" if place == 0 else "right" if place % 2 else "left"
        yield (step if place % 2 else -step), side


def line(count: int, *, x: float, y: float, angle: float, row: str, even: bool = True) -> list[Chair]:
    """Chairs side by side. `even`: moved by half a chair for an even number, so that the row's middle is (x, y)."""
    right = (cos(radians(angle)), sin(radians(angle)))
    shift = -0.5 if even and count % 2 == 0 else 0.0
    return [
        Chair(x + right[0] * (step + shift) * PITCH, y + right[1] * (step + shift) * PITCH, angle, row, side)
        for step, side in offsets(count)
    ]


def behind(chair: Chair, steps: int) -> Chair:
    """A chair so many steps behind another one."""
    back = (-sin(radians(chair.angle)), cos(radians(chair.angle)))
    away = BEHIND * steps
    return replace(chair, x=chair.x + back[0] * away, y=chair.y + back[1] * away, row="behind")


def two_sides(first: int, second: int, *, end_to_door: bool) -> tuple[list[Chair], list[Chair], Outline]:
    """A long table. The first side looks at the door, or sits on the right as one enters; middles face each other."""
    away = DEPTH / 2 + BESIDE
    length = max(1, 2 * (max(first, second) // 2) + 1) * PITCH
    if end_to_door:
        one = line(first, x=away, y=0, angle=270, row="right", even=False)
        other = line(second, x=-away, y=0, angle=90, row="left", even=False)
        return one, other, Outline("table", 0, 0, DEPTH, length)
    one = line(first, x=0, y=-away, angle=180, row="far", even=False)
    other = line(second, x=0, y=away, angle=0, row="near", even=False)
    return one, other, Outline("table", 0, 0, length, DEPTH)


def around(seats: int, *, x: float, y: float, number: int) -> tuple[list[Chair], Outline]:
    """A round table; its first chair is the farthest from the door and looks at it."""
    radius = max(600.0, seats * 650 / (2 * pi))
    away, turn = radius + BESIDE * 0.8, 360 / max(1, seats)
    chairs = []
    for step, side in offsets(seats):
        where = -step * turn
        chairs.append(
            Chair(
                x + away * sin(radians(where)),
                y - away * cos(radians(where)),
                (where + 180) % 360,
                str(number),
                side,
            )
        )
    return chairs, Outline("round", x, y, radius * 2, radius * 2, number)


def rounds(tables: int, seats: int, *, behind: int = 0) -> list[tuple[list[Chair], Outline]]:
    """Round tables; the first in the middle of the row farthest from the door, the next to its right.

    Between two of them there is room for so many chairs `behind` those of each.
    """
    across = max(1, ceil(sqrt(tables * 1.5)))
    size = 2 * max(600.0, seats * 650 / (2 * pi)) + 2 * BESIDE + APART + 2 * behind * BEHIND
    made = []
    for first in range(0, tables, across):
        count = min(across, tables - first)
        shift = -0.5 if count % 2 == 0 else 0.0
        for place, (step, _) in enumerate(offsets(count)):
            number = first + place + 1
            made.append(
                around(seats, x=-(step + shift) * size, y=first / across * (size - 250), number=number)
            )
    return made


def u_shape(head: int, leg: int) -> tuple[list[Chair], list[Outline]]:
    """The head looks at the door; then the legs, one chair on the right and one on the left in turn."""
    half, bar = max(head, 3) * PITCH / 2, DEPTH / 2
    top = line(head, x=0, y=-BESIDE - bar / 2, angle=180, row="head")
    right: list[Chair] = []
    left: list[Chair] = []
    for place in range(leg):
        y = bar / 2 + (place + 0.5) * PITCH
        right.append(Chair(-half - BESIDE, y, 90, "right", "right"))
        left.append(Chair(half + BESIDE, y, 270, "left", "left"))
    legs = [chair for pair in zip_longest(right, left) for chair in pair if chair]
    outlines = [Outline("table", 0, 0, 2 * half, bar)]
    if leg:
        long = leg * PITCH
        outlines += [
            Outline("table", side * (half - bar / 2), bar / 2 + long / 2, bar, long) for side in (-1, 1)
        ]
    return top + legs, outlines


def theatre(rows: int, seats: int, *, aisle: bool) -> tuple[list[Chair], list[Outline]]:
    """Rows that look at a stage; from the middle outwards, front row first."""
    made: list[Chair] = []
    for row in range(rows):
        placed = line(seats, x=0, y=1800 + row * 1100, angle=0, row=str(row + 1))
        made += [_beside_aisle(chair) for chair in placed] if aisle else placed
    width = seats * PITCH * 0.6
    return made, [Outline("stage", 0, 0, max(width, 2400), 900)]


def _beside_aisle(chair: Chair) -> Chair:
    """In a row of an odd number the one in the middle sits to the right of the aisle."""
    return replace(chair, x=chair.x + (600 if chair.x >= 0 else -600))


def standing(sizes: list[int]) -> list[Chair]:
    """Rows that look at the camera; the first is nearest to it."""
    rows = [line(size, x=0, y=-at * 1000, angle=180, row=str(at + 1)) for at, size in enumerate(sizes)]
    return [chair for row in rows for chair in row]
