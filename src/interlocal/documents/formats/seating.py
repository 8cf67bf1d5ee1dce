"""A seating plan on paper: who sits where, by which rule, seen from where; and the list of it on the next page.

Geometry comes from `planning`; every word is given. `seating_svg` draws the same on a page of the web.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Literal
from unicodedata import east_asian_width

from interlocal.documents.formats import pdf as typesetter
from interlocal.documents.formats.document import Language, Run, Text
from interlocal.documents.formats.typeset import prepared
from interlocal.planning.seating import Plan, Seat

TYPE = typesetter.TYPE
WIDTH, HEIGHT = 850.0, 600.0
"""Of a seat with its name, in mm of the room, where its neighbours leave so much."""
LEAST = 0.3
"""The share of it that a seat has even where two stand on the same spot."""
DOOR = 600.0
"""Room kept for the entrance, the same."""


@dataclass(frozen=True, slots=True)
class SeatText:
    """`lines` stand on the seat, the name first; `cells` beside its number in the list."""

    lines: tuple[Text, ...] = ()
    cells: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plan and all that is said of it. `seats` by number; `heads` of the list, that of the numbers first.

    `tables` are the names of tables by number. `by_hand` says what the star at a changed seat means.
    """

    title: str
    lang: Language
    plan: Plan
    seats: Mapping[int, SeatText]
    viewpoint: Text
    rules: tuple[Text, ...]
    entrance: Text
    heads: tuple[Text, ...]
    heading: Text = ()
    tables: Mapping[int, Text] = field(default_factory=dict)
    stage: Text = ()
    by_hand: Text = ()
    unseated_head: Text = ()
    unseated: tuple[Text, ...] = ()
    mark: Text = ()
    paper: Literal["a4", "a3"] = "a4"


@dataclass(frozen=True, slots=True)
class Frame:
    """What both drawings need: the size of a seat and of the whole with its entrance, and how far all is moved down."""

    seat_width: float
    seat_height: float
    width: float
    height: float
    down: float
    door_below: bool


def pdf(drawing: Drawing) -> bytes:
    """The plan on one page and its list on the next."""
    return typesetter.compiled("seating", _data(drawing), title=drawing.title, lang=drawing.lang)


def runs(drawing: Drawing) -> Iterator[Run]:
    """Everything that will be printed, for who looks whether it can be."""
    yield Run(drawing.title, drawing.lang)
    for said in drawing.seats.values():
        for text in (*said.lines, *said.cells):
            yield from text
    for text in (
        *(drawing.viewpoint, drawing.entrance, drawing.heading, drawing.stage, drawing.by_hand),
        *(*drawing.rules, *drawing.heads, *drawing.tables.values()),
        *(drawing.unseated_head, *drawing.unseated, drawing.mark),
    ):
        yield from text


def frame(plan: Plan) -> Frame:
    """Seats as large as their nearest neighbours allow."""
    pairs = combinations(plan.seats, 2)
    room = min((_room(one, other) for one, other in pairs), default=1.0)
    share = min(1.0, max(LEAST, room * 0.96))
    door_below = plan.viewpoint in ("entrance_below", "camera_below")
    down = 0.0 if door_below else DOOR
    return Frame(WIDTH * share, HEIGHT * share, plan.width, plan.height + DOOR, down, door_below)


def starred(drawing: Drawing) -> bool:
    return bool(drawing.by_hand) and any(seat.by_hand for seat in drawing.plan.seats)


def _room(one: Seat, other: Seat) -> float:
    return max(abs(one.x - other.x) / WIDTH, abs(one.y - other.y) / HEIGHT)


def _data(drawing: Drawing) -> dict[str, Any]:
    plan, shape = drawing.plan, frame(drawing.plan)
    return {
        "paper": drawing.paper,
        "heading": prepared(drawing.heading or (Run(drawing.title, drawing.lang),)),
        "mark": prepared(drawing.mark),
        "room": [shape.width, shape.height],
        "seat": [shape.seat_width, shape.seat_height],
        "camera": plan.shape == "photo",
        "door": {"text": prepared(drawing.entrance), "below": shape.door_below},
        "outlines": [
            {
                "kind": outline.kind,
                "at": [outline.x, outline.y + shape.down],
                "size": [outline.width, outline.height],
                "text": prepared(_named(drawing, outline.kind, outline.number), 8),
            }
            for outline in plan.outlines
        ],
        "seats": [_seat(drawing, seat, shape) for seat in plan.seats],
        "notes": [prepared(said) for said in _notes(drawing)],
        "heads": [prepared(said) for said in drawing.heads],
        "rows": [row for seat in plan.seats if (row := _row(drawing, seat))],
        "unseated_head": prepared(drawing.unseated_head),
        "unseated": [prepared(said) for said in drawing.unseated],
    }


def _named(drawing: Drawing, kind: str, number: int) -> Text:
    return drawing.stage if kind == "stage" else drawing.tables.get(number, ())


def _notes(drawing: Drawing) -> tuple[Text, ...]:
    star = ((Run("* ", drawing.lang), *drawing.by_hand),) if starred(drawing) else ()
    return (drawing.viewpoint, *drawing.rules, *star)


def _number(seat: Seat) -> str:
    return f"{seat.number}*" if seat.by_hand else str(seat.number)


def _seat(drawing: Drawing, seat: Seat, shape: Frame) -> dict[str, Any]:
    said = drawing.seats.get(seat.number, SeatText())
    return {
        "number": _number(seat),
        "at": [seat.x, seat.y + shape.down],
        "lines": [prepared(line, 14) for line in said.lines if line],
        "widest": max((_widest(line) for line in said.lines), default=1.0),
        "taken": seat.person is not None,
        "behind": seat.row == "behind",
    }


def _widest(line: Text) -> float:
    """Of what stays in one piece, in ems of bold letters; Han and kana break anywhere, a long string does after half a line."""
    pieces = (piece for run in line for piece in re.split(r"[\s-]+", run.text))
    return max((min(14.0, _width(piece)) for piece in pieces), default=1.0)


def _width(piece: str) -> float:
    wide = [char for char in piece if east_asian_width(char) in "WF"]
    hangul = sum("\uac00" <= char <= "\ud7a3" for char in wide)
    return max(1.0, hangul + (len(piece) - len(wide)) * 0.68)


def _row(drawing: Drawing, seat: Seat) -> list[Any]:
    """Number and as many cells as there are heads; nothing for an empty seat of which nothing is said."""
    said = drawing.seats.get(seat.number, SeatText())
    if seat.person is None and not said.cells:
        return []
    cells = (*said.cells, *((),) * len(drawing.heads))[: max(0, len(drawing.heads) - 1)]
    return [[[_number(seat), drawing.lang, ""]], *(prepared(cell, 14) for cell in cells)]
