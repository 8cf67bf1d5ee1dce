"""The land silhouette and the window through which a map looks at it.

land.txt is derived by tools/make_land.py from Natural Earth (public domain): land against sea, no borders.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, radians

WEST, EAST, SOUTH, NORTH = 72.0, 150.0, 15.0, 55.0
# Closer than this a 1:50m coast shows its corners.
SMALLEST_LON, SMALLEST_LAT = 8.0, 6.0


@dataclass(frozen=True, slots=True)
class View:
    """A window in degrees, its scale in user units per degree; equirectangular, true at its middle."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        return (lon - self.west) * self.across, (self.north - lat) * self.down

    def shows(self, lon: float, lat: float) -> bool:
        x, y = self.at(lon, lat)
        return 0 <= x <= self.width and 0 <= y <= self.height

    @property
    def matrix(self) -> str:
        """Takes the hundredths of degrees of land.txt to the sheet."""
        x, y = self.at(WEST, NORTH)
        return f"matrix({self.across / 100:.4f} 0 0 {self.down / 100:.4f} {x:.1f} {y:.1f})"


@dataclass(frozen=True, slots=True)
class Ring:
    """One coast as path data, with its bounds in degrees."""

    path: str
    west: float
    east: float
    south: float
    north: float


def view_of(spots: list[tuple[float, float]], width: float, *, flattest: float, tallest: float) -> View:
    """The window around all spots (lon, lat), inside the silhouette's frame; height within the two ratios."""
    lons, lats = [lon for lon, _ in spots] or [WEST, EAST], [lat for _, lat in spots] or [SOUTH, NORTH]
    middle_lon, middle_lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    lon_span = min(max((max(lons) - min(lons)) * 1.3, SMALLEST_LON), EAST - WEST)
    lat_span = min(max((max(lats) - min(lats)) * 1.3, SMALLEST_LAT), NORTH - SOUTH)
    shrink = cos(radians(middle_lat))
    height = width * min(max(lat_span / (lon_span * shrink), flattest), tallest)
    down = min(width / (shrink * lon_span), height / lat_span)
    down = max(down, width / (shrink * (EAST - WEST)), height / (NORTH - SOUTH))
    across = down * shrink
    lon_span, lat_span = width / across, height / down
    west = min(max(middle_lon - lon_span / 2, WEST), EAST - lon_span)
    north = max(min(middle_lat + lat_span / 2, NORTH), SOUTH + lat_span)
    return View(west, north, across, down, width, height)


def land_in(view: View) -> str:
    """Path data of every coast that the window can see."""
    east, south = view.west + view.width / view.across, view.north - view.height / view.down
    return "".join(
        ring.path
        for ring in _rings()
        if ring.west < east and ring.east > view.west and ring.south < view.north and ring.north > south
    )


@cache
def _rings() -> tuple[Ring, ...]:
    text = files("interlocal.ground.pictures").joinpath("land.txt").read_text("ascii")
    return tuple(_ring(path) for path in re.findall(r"M[^z]+z", text))


def _ring(path: str) -> Ring:
    numbers = [int(found) for found in re.findall(r"-?\d+", path)]
    xs, ys = [numbers[0]], [numbers[1]]
    for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
        xs.append(xs[-1] + dx)
        ys.append(ys[-1] + dy)
    return Ring(
        path, WEST + min(xs) / 100, WEST + max(xs) / 100, NORTH - max(ys) / 100, NORTH - min(ys) / 100
    )
