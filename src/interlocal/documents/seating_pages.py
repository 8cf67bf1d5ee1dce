"""A seating plan as a page shows it: the drawing that the paper prints, and its list with the reason of every seat."""

from dataclasses import dataclass
from datetime import datetime

from interlocal.arrangements.queries import facts as arranged
from interlocal.documents.formats import seating_svg
from interlocal.documents.formats.document import Text
from interlocal.documents.formats.html import said
from interlocal.documents.formats.seating import SeatText
from interlocal.documents.papers import seating_plan
from interlocal.documents.papers.paper import Wish
from interlocal.identity.kinds import Actor


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat somebody sits on; `cells` as HTML."""

    number: int
    by_hand: bool
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg`, the cells and `unseated` are safe to stand in a page as they are. `stale` exchanges no longer fit."""

    svg: str
    heads: tuple[str, ...]
    rows: tuple[SeatRow, ...]
    unseated: tuple[str, ...]
    stale: int
    wide: bool


def picture(*, actor: Actor, at: datetime, preparation: str, number: int, tongue: str) -> Picture:
    """Of the programme as it is being worked on. Refused where nobody is at the item; DoesNotExist for who may not look."""
    facts = arranged.facts(actor=actor, preparation=preparation, at=at, shows=("public",), with_photos=False)
    drawing = seating_plan.build(facts, Wish((tongue,), seating=number))

    def html(text: Text) -> str:
        return said(text, tongue)

    return Picture(
        svg=seating_svg.svg(drawing),
        heads=tuple("".join(run.text for run in head) for head in drawing.heads),
        rows=tuple(
            SeatRow(seat.number, seat.by_hand, tuple(html(cell) for cell in cells))
            for seat in drawing.plan.seats
            if (cells := drawing.seats.get(seat.number, SeatText()).cells)
        ),
        unseated=tuple(html(one) for one in drawing.unseated),
        stale=len(drawing.plan.stale),
        wide=drawing.plan.width > drawing.plan.height * 1.6,
    )
