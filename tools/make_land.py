"""Derive the borderless land silhouette of East Asia that the map picture is drawn on.

Usage: `python tools/make_land.py land-50m.json`, with the file from the npm package world-atlas 2.0.2
(`npm pack world-atlas@2.0.2`; Natural Earth 1:50m land, public domain). Writes
`src/interlocal/ground/pictures/land.txt`: one SVG path, x = hundredths of a degree east of WEST,
y = hundredths of a degree south of NORTH. Only land against sea is kept: no border, no name, no flag.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Ring = list[Point]

WEST, EAST, SOUTH, NORTH = 72.0, 150.0, 15.0, 55.0
# East of here lie the coasts that people look at closely, so they keep more of their points.
NEAR = 117.0
TOLERANCE_NEAR, TOLERANCE_FAR = 0.012, 0.06
# Ulleung measures about 0.006 square degrees: below a plain threshold it would vanish.
SMALLEST_NEAR, SMALLEST_FAR = 0.002, 0.05
OUT = Path(__file__).parent.parent / "src" / "interlocal" / "ground" / "pictures" / "land.txt"


def main(source: str) -> None:
    """Read the topology, write the path and say how big it became."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    rings = [clipped(ring) for ring in rings_of(topology) if touches(ring)]
    kept = [simplified(ring) for ring in rings if len(ring) > 3 and big_enough(ring)]
    kept.sort(key=area, reverse=True)
    path = "".join(path_of(ring) for ring in kept)
    OUT.write_text(path + "\n", encoding="ascii")
    print(f"{len(kept)} rings, {sum(map(len, kept))} points, {len(path)} characters")


def rings_of(topology: dict[str, Any]) -> list[Ring]:
    """Outer and inner rings of the land object, in degrees."""
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    land = topology["objects"]["land"]
    found = []
    for shape in land.get("geometries", [land]):
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        found += [joined(ring, arcs) for polygon in polygons for ring in polygon]
    return found


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Undo the running differences and the quantisation of one arc."""
    (scale_x, scale_y), (shift_x, shift_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale_x + shift_x, y * scale_y + shift_y))
    return points


def joined(indices: list[int], arcs: list[Ring]) -> Ring:
    """One ring from its arcs; a negative index means that arc reversed."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring[:-1]


def touches(ring: Ring) -> bool:
    return any(WEST < x < EAST and SOUTH < y < NORTH for x, y in ring)


def clipped(ring: Ring) -> Ring:
    """Sutherland and Hodgman's clip against the four sides of the frame."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        ring = cut(ring, axis, limit, sign)
    return ring


def cut(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    """The part of the ring on one side: axis 0 is x, 1 is y; sign 1 keeps what is above the limit."""

    def inside(point: Point) -> bool:
        return sign * (point[axis] - limit) >= 0

    out: Ring = []
    for before, here in zip(ring[-1:] + ring[:-1], ring, strict=True):
        if inside(here) != inside(before):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            out.append(tuple(b + share * (h - b) for b, h in zip(before, here, strict=True)))  # type: ignore[arg-type]
        if inside(here):
            out.append(here)
    return out


def area(ring: Ring) -> float:
    """Square degrees, without sign."""
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def is_near(ring: Ring) -> bool:
    return min(x for x, _ in ring) > NEAR


def big_enough(ring: Ring) -> bool:
    return area(ring) > (SMALLEST_NEAR if is_near(ring) and max(y for _, y in ring) > 23 else SMALLEST_FAR)


def simplified(ring: Ring) -> Ring:
    """Douglas and Peucker on both halves of the ring; a small island keeps at least its corners."""
    if len(ring) < 9:
        return ring
    half = max(range(len(ring)), key=lambda i: distance(ring[0], ring[i]))
    return thinned(ring[: half + 1])[:-1] + thinned(ring[half:] + ring[:1])[:-1]


def thinned(line: Ring) -> Ring:
    if len(line) < 3:
        return line
    far, worst = max(
        ((i, offset(line[i], line[0], line[-1])) for i in range(1, len(line) - 1)), key=lambda pair: pair[1]
    )
    tolerance = TOLERANCE_NEAR if line[far][0] > NEAR and line[far][1] < 46 else TOLERANCE_FAR
    if worst < tolerance:
        return [line[0], line[-1]]
    return thinned(line[: far + 1])[:-1] + thinned(line[far:])


def distance(a: Point, b: Point) -> float:
    return math.hypot(a[0] - b[0], a[1] - b[1])


def offset(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from the line between start and end."""
    length = distance(start, end)
    if not length:
        return distance(point, start)
    (x, y), (x1, y1), (x2, y2) = point, start, end
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def path_of(ring: Ring) -> str:
    """`M` for the first corner, then whole-number steps: the shortest way to write it."""
    corners = [(round((x - WEST) * 100), round((NORTH - y) * 100)) for x, y in ring]
    steps = [
        f"{bx - ax} {by - ay}" for (ax, ay), (bx, by) in itertools.pairwise(corners) if (ax, ay) != (bx, by)
    ]
    x, y = corners[0]
    return f"M{x} {y}l{' '.join(steps).replace(' -', '-')}z"


if __name__ == "__main__":
    main(sys.argv[1])
