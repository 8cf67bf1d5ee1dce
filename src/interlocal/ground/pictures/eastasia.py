"""Places on a map of East Asia that draws land and sea only: no borders, no names of countries or seas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from markupsafe import Markup

from interlocal.ground.pictures.land import View, land_in, view_of
from interlocal.ground.pictures.letters import Box
from interlocal.ground.pictures.marks import Sign, disc, legend, ring
from interlocal.ground.pictures.names import Name, Spot, first_free, name_of, spots, touchable, written
from interlocal.ground.pictures.svg import (
    BODY,
    NARROW,
    SMALL,
    Caption,
    Drawing,
    Sheet,
    Text,
    el,
    empty,
    linked,
    pair,
)

Kind = Literal["host", "participant"]
# More would be a smear, and cost more than the rest of the page.
MOST = 120
LABELS_WIDE, LABELS_NARROW = 14, 10


@dataclass(frozen=True, slots=True)
class Place:
    """A dot: lon and lat in degrees, weight at least 0 (how often, how many) for its size.

    hint is the sentence behind the dot; without it the name stands in.
    """

    lon: float
    lat: float
    name: Text
    weight: float = 1
    kind: Kind = "participant"
    hint: Text | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An arc between two places, given by their index among the places; planned arcs are broken."""

    start: int
    end: int
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the sheet."""

    place: Place
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        reach = self.radius + 2
        return Box(self.x - reach, self.y - reach, 2 * reach, 2 * reach)


def east_asia_map(
    *,
    caption: Caption,
    places: Sequence[Place],
    nothing: Text,
    links: Sequence[Link] = (),
    kinds: Mapping[Kind, Text] | None = None,
    focus: Literal["places", "all"] = "places",
) -> Markup:
    """The map as markup. focus "places" looks as near as the places allow, "all" at the whole region.

    kinds: words for the legend. Places outside 72-150 E, 15-55 N are left to the table beside the map.
    nothing: the sentence shown when there is no place.
    """
    if not places:
        return empty(caption, nothing)
    return pair(caption, lambda sheet: _draw(sheet, places, links, kinds or {}, focus))


def _draw(
    sheet: Sheet, places: Sequence[Place], links: Sequence[Link], kinds: Mapping[Kind, Text], focus: str
) -> Drawing:
    around = [(place.lon, place.lat) for place in places] if focus == "places" else []
    flattest, tallest = (0.75, 1.2) if sheet.narrow else (0.5, 0.64)
    view = view_of(around, sheet.width, flattest=flattest, tallest=tallest)
    dots = _dots(view, places)
    for index in _too_many(places):
        dots[index] = None
    shown = [dot for dot in dots if dot is not None]
    signs: list[Sign] = [
        (_sign(kind, 0, 0, 6), kinds[kind])
        for kind in ("host", "participant")
        if kind in kinds and any(dot.place.kind == kind for dot in shown)
    ]
    key, used = legend(signs, sheet, view.height + 10)
    layers = [_ground(sheet, view), *_arcs(dots, links), *_places(sheet, view, shown), key]
    return Drawing(view.height + (10 + used if used else 0), Markup("").join(layers))


def _too_many(places: Sequence[Place]) -> list[int]:
    """Which places are left to the table beside the map: all but the most important MOST."""
    order = sorted(
        range(len(places)), key=lambda index: (places[index].kind != "host", -places[index].weight)
    )
    return order[MOST:]


def _ground(sheet: Sheet, view: View) -> Markup:
    """Sea and land, cut to a rounded window."""
    window = {"width": sheet.width, "height": view.height, "rx": 8}
    land = el(
        "path", d=land_in(view), transform=view.matrix, class_="pic-land", vector_effect="non-scaling-stroke"
    )
    return (
        el("clipPath", el("rect", **window), id=f"{sheet.ids}-window")
        + el("rect", **window, class_="pic-sea")
        + el("g", land, clip_path=f"url(#{sheet.ids}-window)")
    )


def _dots(view: View, places: Sequence[Place]) -> list[Dot | None]:
    """One per place in the same order, None for a place outside the window."""
    heaviest = max(max(place.weight for place in places), 1)
    crowded = len(places) > 40 or view.width == NARROW
    least, most = (3.0, 3.5) if crowded else (4.0, 5.0)
    return [
        Dot(place, *view.at(place.lon, place.lat), least + most * sqrt(max(place.weight, 0) / heaviest))
        if view.shows(place.lon, place.lat)
        else None
        for place in places
    ]


def _arcs(dots: Sequence[Dot | None], links: Sequence[Link]) -> Iterator[Markup]:
    for link in links:
        start, end = dots[link.start], dots[link.end]
        if start is None or end is None:
            continue
        # A fifth of the distance, always bowed to the same side: there and back are two arcs.
        x = (start.x + end.x) / 2 + (end.y - start.y) * 0.2
        y = (start.y + end.y) / 2 - (end.x - start.x) * 0.2
        d = f"M{start.x:.1f} {start.y:.1f}Q{x:.1f} {y:.1f} {end.x:.1f} {end.y:.1f}"
        dashes = "2 5" if link.planned else None
        yield el("path", d=d, class_="pic-thread", fill="none", stroke_width=1.5, stroke_dasharray=dashes)


def _places(sheet: Sheet, view: View, dots: list[Dot]) -> Iterator[Markup]:
    """Participants below hosts, light above heavy, and a name for the most important ones."""
    named = _named(sheet, view, dots)
    for dot in sorted(dots, key=lambda dot: (dot.place.kind == "host", -dot.place.weight)):
        place, spot = dot.place, named.get(id(dot))
        body = touchable(dot.x, dot.y, dot.radius, spot) + _sign(place.kind, dot.x, dot.y, dot.radius)
        if spot:
            body += written(_name(place), spot)
        yield linked(body, place.hint or place.name, place.href)


def _named(sheet: Sheet, view: View, dots: list[Dot]) -> dict[int, Spot]:
    """Where names go, by dot: hosts first, then heavier ones, never over one another."""
    limit = LABELS_NARROW if sheet.narrow else LABELS_WIDE
    ranked = sorted(dots, key=lambda dot: (dot.place.kind != "host", -dot.place.weight))
    boxes = [(dot, dot.box) for dot in ranked]
    named: dict[int, Spot] = {}
    # The lighter a place, the likelier the map is full already: do not try them all.
    for dot in ranked[: 3 * limit]:
        if len(named) == limit:
            break
        if spot := _spot(dot, view, boxes, [spot.box for spot in named.values()]):
            named[id(dot)] = spot
    return named


def _spot(dot: Dot, view: View, boxes: list[tuple[Dot, Box]], names: list[Box]) -> Spot | None:
    """The first spot clear of everything; in a crowd a host's name may lie over participants."""
    candidates = list(spots(dot.x, dot.y, dot.radius + 4, _name(dot.place)))
    everyone = [box for other, box in boxes if other is not dot]
    found = first_free(candidates, names + everyone, view.width, view.height)
    if found or dot.place.kind != "host":
        return found
    hosts = [box for other, box in boxes if other is not dot and other.place.kind == "host"]
    return first_free(candidates, names + hosts, view.width, view.height)


def _name(place: Place) -> Name:
    if place.kind == "host":
        return name_of(place.name, BODY, "pic-strong")
    return name_of(place.name, SMALL, "pic-label")


def _sign(kind: Kind, x: float, y: float, r: float) -> Markup:
    return disc(x, y, r, "pic-a") if kind == "host" else ring(x, y, max(r - 1.5, 3), "pic-b")
