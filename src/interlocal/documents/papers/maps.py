"""Where the places of a programme lie to one another: numbered dots, north, and a bar that says how long a kilometre is.

Nothing else is drawn, neither roads nor coasts nor borders (decision 0012): what is not there cannot be wrong. The places
stand in a table beside it, with the same numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from math import asin, cos, hypot, isfinite, pi, radians, sin, sqrt
from typing import Final

from markupsafe import Markup

from interlocal.arrangements.rules.sheets import SheetSite
from interlocal.documents.formats.document import Text
from interlocal.ground.pictures.svg import el

WIDTH: Final = 640.0
MARGIN: Final = 40.0
GAP: Final = 12.0
# Flatter or taller than so it would not stand well on a page: shares of the whole width.
FLATTEST, TALLEST = 0.28, 0.4
# So many times further from each other than those of either are, two groups of sites are drawn apart.
FAR: Final = 1.5
DISC, TRUE = 13.0, 4.0
EARTH_KM: Final = 6371.0
# Nearer than this in all, dots would show where in a building something is, which nobody measured.
NEAREST_KM: Final = 0.4
INK, QUIET, PAPER, FRAME = "#0b3d78", "#555c66", "#ffffff", "#8a94a3"
_FACES: Final = "Noto Sans KR, Noto Sans JP, Noto Sans SC, sans-serif"


@dataclass(frozen=True, slots=True)
class Dot:
    """A site by its number in the table, in degrees."""

    number: int
    longitude: float
    latitude: float


@dataclass(frozen=True, slots=True)
class _Put:
    """Where a dot is and where its number stands, in units of the drawing."""

    number: int
    x: float
    y: float
    at_x: float
    at_y: float


@dataclass(frozen=True, slots=True)
class _View:
    """True in its middle: units for a degree of longitude and of latitude, and for a kilometre."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    bar_right: bool = False

    @property
    def a_km(self) -> float:
        return self.down / (EARTH_KM * pi / 180)

    @property
    def bar_km(self) -> float:
        most = self.width / 4 / self.a_km
        return next(one for one in _round_lengths() if one <= most)

    @property
    def bar_x(self) -> float:
        """Where the bar begins: at the left, or at the right if a site lies at the left."""
        return self.width - 18 - self.bar_km * self.a_km if self.bar_right else 18

    def at(self, dot: Dot) -> tuple[float, float]:
        return (dot.longitude - self.west) * self.across, (self.north - dot.latitude) * self.down


def dots(sites: Sequence[SheetSite]) -> tuple[Dot, ...]:
    """Of those whose place is known; numbers are those of the sequence, from 1."""
    return tuple(
        Dot(number, site.longitude, site.latitude)
        for number, site in enumerate(sites, start=1)
        if site.longitude is not None and site.latitude is not None and _is_on_earth(site)
    )


def is_drawable(found: Sequence[Dot]) -> bool:
    """A map needs two places that do not lie in one another."""
    return any(kilometres(found[0], one) > 0.02 for one in found[1:])


def kilometres(one: Dot, other: Dot) -> float:
    """As the crow flies."""
    lat, lat_other = radians(one.latitude), radians(other.latitude)
    half = sin((lat - lat_other) / 2) ** 2
    half += cos(lat) * cos(lat_other) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def drawn(found: Sequence[Dot]) -> bytes:
    """An SVG of 640 units in width, of two maps where the sites lie in two groups. Only digits and "km" are in it."""
    parts = groups(found)
    width = (WIDTH - GAP * (len(parts) - 1)) / len(parts)
    views = [_view(part, width) for part in parts]
    height = max(view.height for view in views)
    body = Markup("").join(
        el("g", _map(part, width, height), transform=f"translate({at * (width + GAP):g} 0)")
        for at, part in enumerate(parts)
    )
    whole = el(
        "svg",
        body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        width=WIDTH,
        height=float(round(height)),
        font_family=_FACES,
    )
    return str(whole).encode()


def groups(found: Sequence[Dot]) -> tuple[tuple[Dot, ...], ...]:
    """Two where the sites lie in two groups far from each other, of two sites each at least; else all in one."""
    near, far = _parted(found)
    if min(len(near), len(far)) < 2:
        return (tuple(found),)
    apart = min(kilometres(one, other) for one in near for other in far)
    return (near, far) if apart > FAR * max(_extent(near), _extent(far)) else (tuple(found),)


def _parted(found: Sequence[Dot]) -> tuple[tuple[Dot, ...], tuple[Dot, ...]]:
    """Those nearer to the first than to whatever is furthest from it, and the others."""
    first = found[0]
    last = max(found, key=lambda one: kilometres(first, one))
    near = tuple(one for one in found if kilometres(first, one) <= kilometres(last, one))
    return near, tuple(one for one in found if one not in near)


def _extent(found: Sequence[Dot]) -> float:
    return max(kilometres(one, other) for one in found for other in found)


def _map(found: Sequence[Dot], width: float, height: float) -> Markup:
    view = _clear_of_bar(_view(found, width, height), found)
    put = _put_apart([(dot.number, *view.at(dot)) for dot in found], view)
    return Markup("").join(
        [
            el("rect", x=0.5, y=0.5, width=width - 1, height=height - 1, rx=6, fill=PAPER, stroke=FRAME),
            *(_leader(one) for one in put if (one.at_x, one.at_y) != (one.x, one.y)),
            *(_disc(one) for one in put),
            _north(),
            _bar(view),
        ]
    )


def said_distance(km: float) -> str:
    """0.4 km, 3.2 km, 27 km: no more exactly than somebody set the places down."""
    if km < 10:
        return f"{max(round(km, 1), 0.1):.1f} km"
    return f"{round(km):,} km"


def alt(names: Sequence[tuple[int, Text]]) -> str:
    """1 Town hall, 2 Temple: what is to be seen, for who cannot."""
    return ", ".join(f"{number} {''.join(run.text for run in said)}" for number, said in names)


def _is_on_earth(site: SheetSite) -> bool:
    longitude, latitude = site.longitude or 0.0, site.latitude or 0.0
    return isfinite(longitude) and isfinite(latitude) and abs(longitude) <= 180 and abs(latitude) <= 85


def _view(found: Sequence[Dot], width: float, height: float | None = None) -> _View:
    """As large as the width and the tallest height, or the height given, let it be."""
    lons, lats = [dot.longitude for dot in found], [dot.latitude for dot in found]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    squeeze = cos(radians(lat))
    least = NEAREST_KM / (EARTH_KM * pi / 180)
    # In degrees of latitude.
    wide = max((max(lons) - min(lons)) * squeeze, least)
    high = max(max(lats) - min(lats), least * FLATTEST)
    down = min((width - 2 * MARGIN) / wide, ((height or WIDTH * TALLEST) - 2 * MARGIN) / high)
    height = height or min(max(high * down + 2 * MARGIN, WIDTH * FLATTEST), WIDTH * TALLEST)
    across = down * squeeze
    return _View(lon - width / 2 / across, lat + height / 2 / down, across, down, width, height)


def _clear_of_bar(view: _View, found: Sequence[Dot]) -> _View:
    low = (view.at(dot) for dot in found)
    is_left_taken = any(x < view.width / 4 + 18 + 2 * DISC and y > view.height - 60 for x, y in low)
    return replace(view, bar_right=is_left_taken)


def _put_apart(found: Sequence[tuple[int, float, float]], view: _View) -> list[_Put]:
    """Numbers that would lie over one another, or over the bar, stand beside their dot with a line to it."""
    put: list[_Put] = []
    ends = int(view.bar_x), int(view.bar_x + view.bar_km * view.a_km)
    bar = [(float(x), view.height - 28.0) for x in range(ends[0], ends[1] + 16, 16)]
    taken: list[tuple[float, float]] = [(22.0, 30.0), *bar]
    crowd = [(x, y) for number, x, y in found if _is_crowded(number, x, y, found)]
    for number, x, y in found:
        spots = _spots(x, y, apart=(x, y) in crowd)
        free = (spot for spot in spots if _is_free(spot, taken, crowd if spot != (x, y) else (), view))
        at_x, at_y = next(free, (x, y))
        taken.append((at_x, at_y))
        put.append(_Put(number, x, y, at_x, at_y))
    return put


def _is_crowded(number: int, x: float, y: float, found: Sequence[tuple[int, float, float]]) -> bool:
    return any(hypot(x - other[1], y - other[2]) < 2 * DISC + 2 for other in found if other[0] != number)


def _spots(x: float, y: float, *, apart: bool) -> Iterator[tuple[float, float]]:
    """On the dot itself, then around it, further and further away."""
    if not apart:
        yield x, y
    for ring in count(1):
        if ring > 14:
            return
        radius = DISC + ring * DISC
        steps = 8 * ring
        yield from (
            (
                x + radius * cos(2 * pi * step / steps - pi / 3),
                y + radius * sin(2 * pi * step / steps - pi / 3),
            )
            for step in range(steps)
        )


def _is_free(
    spot: tuple[float, float],
    taken: Sequence[tuple[float, float]],
    crowd: Sequence[tuple[float, float]],
    view: _View,
) -> bool:
    """Inside, clear of other numbers, and over no dot whose own number stands elsewhere."""
    x, y = spot
    inside = DISC + 3 <= x <= view.width - DISC - 3 and DISC + 3 <= y <= view.height - DISC - 3
    return (
        inside
        and all(hypot(x - other_x, y - other_y) > 2 * DISC + 2 for other_x, other_y in taken)
        and all(hypot(x - other_x, y - other_y) > DISC + TRUE + 1 for other_x, other_y in crowd)
    )


def _leader(one: _Put) -> Markup:
    line = el("line", x1=one.x, y1=one.y, x2=one.at_x, y2=one.at_y, stroke=INK, stroke_width=1)
    return line + el("circle", cx=one.x, cy=one.y, r=TRUE, fill=INK)


def _disc(one: _Put) -> Markup:
    disc = el("circle", cx=one.at_x, cy=one.at_y, r=DISC, fill=INK, stroke=PAPER, stroke_width=1.5)
    size = 14 if one.number < 100 else 11
    return disc + _letters(str(one.number), one.at_x, one.at_y + size * 0.36, PAPER, size, weight="bold")


def _letters(said: str, x: float, y: float, fill: str, size: int, *, weight: str = "500") -> Markup:
    return el(
        "text",
        Markup(said),  # noqa: S704  # digits and units alone
        x=x,
        y=y,
        fill=fill,
        font_size=size,
        font_weight=weight,
        text_anchor="middle",
    )


def _north() -> Markup:
    """An arrow: an N would have to be read."""
    arrow = el("path", d="M22 14 L28 32 L22 28 L16 32 Z", fill=QUIET)
    return arrow + _letters("N", 22, 46, QUIET, 12)


def _bar(view: _View) -> Markup:
    """A round number of kilometres, at most a quarter of the width."""
    length, y, x = view.bar_km * view.a_km, view.height - 20, view.bar_x
    line = el(
        "path", d=f"M{x:g} {y - 5:.1f} V{y:.1f} H{x + length:.1f} V{y - 5:.1f}", fill="none", stroke=QUIET
    )
    said = f"{view.bar_km:g} km" if view.bar_km >= 1 else f"{view.bar_km * 1000:g} m"
    return line + _letters(said, x + length / 2, y - 6, QUIET, 12)


def _round_lengths() -> Iterator[float]:
    """5000, 2000, 1000 … 0.02 km."""
    for power in (1000.0, 100.0, 10.0, 1.0, 0.1, 0.01):
        yield from (5 * power, 2 * power, power)
