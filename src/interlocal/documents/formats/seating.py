"""A seating plan on paper: who sits where, by which rule, seen from where; and the list of it on the next page.

Geometry comes from `planning`; every word is given. `seating_svg` draws the same on a page of the web.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations
from math import inf
from typing import Any, Literal

from interlocal.documents.formats import pdf as typesetter
from interlocal.documents.formats.document import Language, Run, Text
from interlocal.documents.formats.seating_lines import Seated, ems, seated
from interlocal.documents.formats.typeset import prepared
from interlocal.planning.seating import Plan, Seat

TYPE = typesetter.TYPE
WIDTH, HEIGHT = 850.0, 600.0
"""Of a seat with its name, in mm of the room, where its neighbours leave so much."""
LEAST = 0.3
"""The share of it that a seat has even where two stand on the same spot."""
DOOR = 600.0
"""Room kept for the entrance at least, the same."""
DOOR_SHARE = 0.06
PITCH = 900.0
"""From chair to chair."""
SIDES = 1.85
"""How wide a page is for a drawing, of its height."""
WIDER, TALLER = 3.2, 2.4
"""How far a room may be drawn wider or deeper than it is, so that names are read."""
LONG_ROW = 14
STRIP = 3.4
"""A seat is at most so many times as wide as it is high."""
HEAD = 0.19
"""Of a seat's height, for its number."""
READ = {"name": 6.5, "body": 5.0}
"""Points of letters that are read."""
PAPERS: dict[Literal["a4", "a3"], tuple[float, float]] = {"a4": (267.0, 140.0), "a3": (390.0, 225.0)}
"""Room for the drawing in mm."""
LARGEST = 15.0
"""Points of a name at most."""


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
    paper: Literal["", "a4", "a3"] = ""
    """Without one, the smallest on which all names are read."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What both drawings need: the plan as it is drawn, wider or deeper than the room; the size of a seat and of the whole
    with its entrance (`door` deep), and how far all is moved down.
    """

    plan: Plan
    seat_width: float
    seat_height: float
    width: float
    height: float
    door: float
    down: float
    door_below: bool

    @property
    def text_width(self) -> float:
        return self.seat_width * 0.94

    @property
    def text_height(self) -> float:
        return self.seat_height * (0.96 - HEAD)

    def share(self, width: float, height: float) -> float:
        """How large a length of the room is drawn in a place of that size."""
        return min(width / self.width, height / self.height)


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
    """Seats as large as their nearest neighbours allow. Round tables stay round; other rooms fill the page."""
    plan = plan if plan.shape == "round" else _stretched(plan)
    width, height = _seat_size(plan)
    door = max(DOOR, plan.height * DOOR_SHARE)
    door_below = plan.viewpoint in ("entrance_below", "camera_below")
    down = 0.0 if door_below else door
    return Frame(plan, width, height, plan.width, plan.height + door, door, down, door_below)


def _stretched(plan: Plan) -> Plan:
    sides = plan.width / (plan.height + DOOR)
    across, along = min(WIDER, max(1.0, SIDES / sides)), min(TALLER, max(1.0, sides / SIDES))
    return replace(
        plan,
        width=plan.width * across,
        height=plan.height * along,
        seats=tuple(replace(one, x=one.x * across, y=one.y * along) for one in plan.seats),
        outlines=tuple(
            replace(
                one, x=one.x * across, y=one.y * along, width=one.width * across, height=one.height * along
            )
            for one in plan.outlines
        ),
    )


def _seat_size(plan: Plan) -> tuple[float, float]:
    pairs = [(abs(one.x - other.x), abs(one.y - other.y)) for one, other in combinations(plan.seats, 2)]
    if plan.shape == "round":
        room = min((max(across / WIDTH, along / HEIGHT) for across, along in pairs), default=1.0)
        share = min(1.0, max(LEAST, room * 0.96))
        return WIDTH * share, HEIGHT * share
    # Beside each other first, then above each other as far as they would touch.
    beside = min((across for across, along in pairs if along < PITCH / 3), default=PITCH * 2)
    width = max(beside * 0.95, WIDTH * LEAST)
    above = min((along for across, along in pairs if across < width and along >= PITCH / 3), default=PITCH)
    # In a long row a name stands in two lines of larger letters.
    deepest = 1.5 if plan.width > LONG_ROW * PITCH and plan.shape == "photo" else 0.8
    height = min(max(above * 0.9, HEIGHT * LEAST), max(PITCH * 0.9, width * deepest))
    return min(width, height * STRIP), height


def on_seats(drawing: Drawing, shape: Frame, *, share: float = 0.0) -> dict[int, Seated]:
    """What stands on each; `share` is how many points a length of the room is drawn in, where that is known."""
    said = {number: one.lines for number, one in drawing.seats.items()}
    least, most = (READ["body"] / share, LARGEST / share) if share else (0.0, inf)
    return seated(said, width=shape.text_width, height=shape.text_height, least=least, most=most)


def paper_of(drawing: Drawing, shape: Frame) -> Literal["a4", "a3"]:
    if drawing.paper:
        return drawing.paper
    share = _points(shape, "a4")
    smallest = min((one.size for one in on_seats(drawing, shape).values() if one.lines), default=LARGEST)
    return "a4" if smallest * share >= READ["name"] else "a3"


def _points(shape: Frame, paper: Literal["a4", "a3"]) -> float:
    """Of a mm of the room on that paper."""
    return shape.share(*PAPERS[paper]) * 72 / 25.4


def starred(drawing: Drawing) -> bool:
    return bool(drawing.by_hand) and any(seat.by_hand for seat in drawing.plan.seats)


def _data(drawing: Drawing) -> dict[str, Any]:
    shape = frame(drawing.plan)
    plan, paper = shape.plan, paper_of(drawing, shape)
    lines = on_seats(drawing, shape, share=_points(shape, paper))
    return {
        "paper": paper,
        "head": HEAD,
        "largest": LARGEST * 1.1,
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
        "seats": [_seat(seat, shape, lines.get(seat.number)) for seat in plan.seats],
        "notes": [prepared(said) for said in _notes(drawing)],
        "heads": [prepared(said) for said in drawing.heads],
        "rows": [row for seat in plan.seats if (row := _row(drawing, seat))],
        "shares": _shares(drawing),
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


def _seat(seat: Seat, shape: Frame, said: Seated | None) -> dict[str, Any]:
    return {
        "number": _number(seat),
        "at": [seat.x, seat.y + shape.down],
        "lines": [
            {"text": prepared(line.text), "size": line.size, "strong": line.strong}
            for line in (said.lines if said else ())
        ],
        "taken": seat.person is not None,
        "behind": seat.row == "behind",
    }


def _shares(drawing: Drawing) -> list[float]:
    """How wide each column of the list is: as its longest line, so that most rows are one."""
    rows = [(*one.cells, *((),) * len(drawing.heads)) for one in drawing.seats.values() if one.cells]
    return [
        min(30.0, max(3.0, ems(head) + 1, *(_longest(row[at]) + 2 for row in rows)))
        for at, head in enumerate(drawing.heads[1:])
    ]


def _longest(said: Text) -> float:
    whole = "".join(run.text for run in said)
    return max(ems((Run(line, "en"),)) for line in whole.split("\n"))


def _row(drawing: Drawing, seat: Seat) -> list[Any]:
    """Number and as many cells as there are heads; nothing for an empty seat of which nothing is said."""
    said = drawing.seats.get(seat.number, SeatText())
    if seat.person is None and not said.cells:
        return []
    cells = (*said.cells, *((),) * len(drawing.heads))[: max(0, len(drawing.heads) - 1)]
    return [[[_number(seat), drawing.lang, ""]], *(prepared(cell, 14) for cell in cells)]
