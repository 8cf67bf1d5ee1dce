"""Who is connected with whom: governments, offices and series, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Literal

from markupsafe import Markup

from interlocal.ground.pictures.forces import Rest, at_rest
from interlocal.ground.pictures.letters import Box
from interlocal.ground.pictures.marks import Sign, diamond, disc, legend, square
from interlocal.ground.pictures.names import Name, Spot, first_free, name_of, spots, touchable, written
from interlocal.ground.pictures.svg import SMALL, Caption, Drawing, Sheet, Text, el, empty, linked, pair

NodeKind = Literal["government", "office", "series"]
EdgeKind = Literal["member", "host", "tie"]
NODE_KINDS: tuple[NodeKind, ...] = ("government", "office", "series")
EDGE_KINDS: tuple[EdgeKind, ...] = ("member", "host", "tie")
MOST = 80
MARGIN, TOP = 34.0, 26.0
_DASHES: dict[EdgeKind, str | None] = {"member": None, "host": "7 4", "tie": "1.5 4.5"}


@dataclass(frozen=True, slots=True)
class Node:
    """A government (disc), an office or association (square), or a series (diamond)."""

    key: str
    name: Text
    kind: NodeKind = "government"
    hint: Text | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two keys: member (whole), host (dashed), tie (dotted)."""

    start: str
    end: str
    kind: EdgeKind = "member"


@dataclass(frozen=True, slots=True)
class Seat:
    """A node on the sheet."""

    node: Node
    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        return Box(
            self.x - self.radius - 1, self.y - self.radius - 1, 2 * self.radius + 2, 2 * self.radius + 2
        )


def network(
    *,
    caption: Caption,
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    nothing: Text,
    kinds: Mapping[NodeKind | EdgeKind, Text] | None = None,
) -> Markup:
    """The network as markup. Beyond 80 nodes only the best connected are drawn; the table beside has all.

    kinds: words for the legend, of nodes and of edges. Edges naming an unknown key are left out.
    nothing: the sentence shown when there is no node.
    """
    if not nodes:
        return empty(caption, nothing)
    return _network(caption, tuple(nodes), tuple(edges), tuple((kinds or {}).items()))


# Laying a network out takes longer than all the rest of a page, and the same values give the same picture.
@lru_cache(maxsize=512)
def _network(
    caption: Caption,
    nodes: tuple[Node, ...],
    edges: tuple[Edge, ...],
    kinds: tuple[tuple[NodeKind | EdgeKind, Text], ...],
) -> Markup:
    kept = _kept(nodes, edges)
    index = {node.key: place for place, node in enumerate(kept)}
    lines = [edge for edge in edges if edge.start in index and edge.end in index and edge.start != edge.end]
    joined = sorted({(index[edge.start], index[edge.end]) for edge in lines})
    rests = at_rest(len(kept), joined)
    return pair(caption, lambda sheet: _draw(sheet, kept, lines, rests, dict(kinds)))


def _kept(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Node]:
    """At most MOST nodes, the best connected, in the order given."""
    if len(nodes) <= MOST:
        return list(nodes)
    degree = _degrees(edges)
    best = sorted(nodes, key=lambda node: (-degree.get(node.key, 0), node.key))[:MOST]
    keys = {node.key for node in best}
    return [node for node in nodes if node.key in keys]


def _degrees(edges: Sequence[Edge]) -> dict[str, int]:
    degree: dict[str, int] = {}
    for edge in edges:
        for key in (edge.start, edge.end):
            degree[key] = degree.get(key, 0) + 1
    return degree


def _draw(
    sheet: Sheet,
    nodes: list[Node],
    edges: list[Edge],
    rests: list[Rest],
    kinds: Mapping[NodeKind | EdgeKind, Text],
) -> Drawing:
    height = _height(sheet, len(nodes))
    seats = _seats(sheet, height, nodes, rests, _degrees(edges))
    by_key = {seat.node.key: seat for seat in seats}
    key, used = legend(_signs(nodes, edges, kinds), sheet, height + 6)
    layers = [*_lines(by_key, edges), *_nodes(sheet, height, seats), key]
    return Drawing(height + (8 + used if used else 0), Markup("").join(layers))


def _height(sheet: Sheet, count: int) -> float:
    """Taller with more nodes, since a phone has no width to give."""
    if count <= 3:
        return 150.0
    if sheet.narrow:
        return min(180.0 + 14 * count, 760.0)
    return min(200.0 + 8 * count, 560.0)


def _seats(
    sheet: Sheet, height: float, nodes: list[Node], rests: list[Rest], degree: dict[str, int]
) -> list[Seat]:
    most, least = max(degree.values(), default=1), 5.0 if len(nodes) > 30 else 6.5
    grown = 5.0 if sheet.narrow else 7.0
    return [
        Seat(
            node,
            round(MARGIN + x * (sheet.width - 2 * MARGIN), 1),
            round(TOP + y * (height - 2 * TOP - 8), 1),
            least + grown * sqrt(degree.get(node.key, 0) / most),
        )
        for node, (x, y) in zip(nodes, rests, strict=True)
    ]


def _lines(seats: dict[str, Seat], edges: list[Edge]) -> Iterator[Markup]:
    for edge in edges:
        a, b = seats[edge.start], seats[edge.end]
        d = f"M{a.x:.1f} {a.y:.1f}L{b.x:.1f} {b.y:.1f}"
        yield el("path", d=d, **_stroke(edge.kind))


def _stroke(kind: EdgeKind) -> dict[str, object]:
    return {"class_": "pic-thread", "fill": "none", "stroke_width": 1.5, "stroke_dasharray": _DASHES[kind]}


def _nodes(sheet: Sheet, height: float, seats: list[Seat]) -> Iterator[Markup]:
    named = _named(sheet, height, seats)
    for seat in seats:
        node, spot = seat.node, named.get(seat.node.key)
        body = touchable(seat.x, seat.y, seat.radius, spot) + _sign(node.kind, seat.x, seat.y, seat.radius)
        if spot:
            body += written(_name(node), spot)
        yield linked(body, node.hint or node.name, node.href)


def _named(sheet: Sheet, height: float, seats: list[Seat]) -> dict[str, Spot]:
    """Room for the names, series and bigger nodes first; where none is free the hint must do."""
    nodes, named = {seat.node.key: seat.box for seat in seats}, dict[str, Spot]()
    for seat in sorted(seats, key=lambda seat: (seat.node.kind != "series", -seat.radius, seat.node.key)):
        taken = [box for key, box in nodes.items() if key != seat.node.key]
        taken += [spot.box for spot in named.values()]
        # Below and above first: beside a node is where its edges usually leave.
        candidates = list(spots(seat.x, seat.y, seat.radius + 4, _name(seat.node)))
        candidates = candidates[2:4] + candidates[:2] + candidates[4:]
        if spot := first_free(candidates, taken, sheet.width, height):
            named[seat.node.key] = spot
    return named


# Both drawings of a network ask for each name, and placing it asks again.
@lru_cache(maxsize=2048)
def _name(node: Node) -> Name:
    return name_of(
        node.name, SMALL, "pic-strong" if node.kind == "series" else "pic-label", lines=2, width=150
    )


def _sign(kind: NodeKind, x: float, y: float, r: float) -> Markup:
    if kind == "series":
        return diamond(x, y, r, "pic-c")
    return square(x, y, r, "pic-b") if kind == "office" else disc(x, y, r, "pic-a")


def _signs(nodes: list[Node], edges: list[Edge], kinds: Mapping[NodeKind | EdgeKind, Text]) -> list[Sign]:
    """The shapes and dashes that occur and have a word."""
    shapes = {node.kind for node in nodes}
    dashes = {edge.kind for edge in edges}
    signs: list[Sign] = [
        (_sign(kind, 0, 0, 7), kinds[kind]) for kind in NODE_KINDS if kind in shapes and kind in kinds
    ]
    lines = [line for line in EDGE_KINDS if line in dashes and line in kinds]
    return [*signs, *((el("path", d="M-12 0H12", **_stroke(line)), kinds[line]) for line in lines)]
