"""Where the nodes of a network come to rest: springs and repulsion, seeded, the same every time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin, sqrt

# About this many pair computations take a hundredth of a second in plain Python.
BUDGET = 60_000
Rest = tuple[float, float]


def at_rest(count: int, edges: Sequence[tuple[int, int]]) -> list[Rest]:
    """Positions in the unit square for nodes 0..count-1, by Fruchterman and Reingold's forces."""
    return list(_at_rest(count, tuple(edges)))


# The same network is drawn with names in four languages, and comes to rest at the same places.
@lru_cache(maxsize=512)
def _at_rest(count: int, edges: tuple[tuple[int, int], ...]) -> list[Rest]:
    if count <= 3:
        # Too few to push each other about: side by side, the middle one lower so that no line hides it.
        return [((i + 1) / (count + 1), 0.7 if i % 2 else 0.4) for i in range(count)]
    spots = _spiral(count, edges)
    rounds = max(20, min(150, BUDGET // max(count * (count - 1) // 2, 1)))
    near = 0.9 / sqrt(count)
    for turn in range(rounds):
        spots = _moved(spots, edges, near, heat=0.12 * (1 - turn / rounds) + 0.002)
    return _filling(spots)


def _spiral(count: int, edges: Sequence[tuple[int, int]]) -> list[Rest]:
    """A sunflower with the best connected nodes in its middle: no two alike, so no force is undefined."""
    degree = [0] * count
    for a, b in edges:
        degree[a] += 1
        degree[b] += 1
    spots: list[Rest] = [(0.0, 0.0)] * count
    for rank, node in enumerate(sorted(range(count), key=lambda n: (-degree[n], n))):
        radius, angle = sqrt((rank + 0.5) / count) / 2, rank * pi * (3 - sqrt(5))
        spots[node] = (0.5 + radius * cos(angle), 0.5 + radius * sin(angle))
    return spots


def _moved(spots: list[Rest], edges: Sequence[tuple[int, int]], near: float, *, heat: float) -> list[Rest]:
    """One round: everything repels, edges pull, a little gravity keeps loose parts in sight."""
    push_x, push_y = [(0.5 - x) * 0.25 for x, _ in spots], [(0.5 - y) * 0.25 for _, y in spots]
    squared = near * near
    for i, (x, y) in enumerate(spots):
        own_x, own_y = push_x[i], push_y[i]
        for j, (other_x, other_y) in enumerate(spots[:i]):
            dx, dy = x - other_x, y - other_y
            force = squared / (dx * dx + dy * dy + 1e-6)
            dx *= force
            dy *= force
            own_x += dx
            own_y += dy
            push_x[j] -= dx
            push_y[j] -= dy
        push_x[i], push_y[i] = own_x, own_y
    for a, b in edges:
        dx, dy = spots[a][0] - spots[b][0], spots[a][1] - spots[b][1]
        force = sqrt(dx * dx + dy * dy) / near
        push_x[a] -= dx * force
        push_y[a] -= dy * force
        push_x[b] += dx * force
        push_y[b] += dy * force
    return [_step(spot, dx, dy, heat) for spot, dx, dy in zip(spots, push_x, push_y, strict=True)]


def _step(spot: Rest, dx: float, dy: float, heat: float) -> Rest:
    length = sqrt(dx * dx + dy * dy)
    share = min(length, heat) / length if length else 0.0
    return spot[0] + dx * share, spot[1] + dy * share


def _filling(spots: list[Rest]) -> list[Rest]:
    """Stretched to the unit square; four decimals, so that no machine's last bit shows."""
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    across, down = max(xs) - min(xs) or 1, max(ys) - min(ys) or 1
    return [(round((x - min(xs)) / across, 4), round((y - min(ys)) / down, 4)) for x, y in spots]
