"""Ordered people on the chairs of a room; every seat says which rule put somebody there.

Rules with a basis: the guest of honour sits on the host's right and interpreters behind their principals; in talks delegations
face each other and the guests look at the door, or sit on the right as one enters when the table's end is towards it; others
follow on the right and on the left in turn; in a photograph the highest stands in the middle of the front row. Right and left are
always those of the seated. Domestic custom may differ (at some the left is higher): swaps by hand are kept and marked.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from interlocal.planning import chairs as stand
from interlocal.planning.arranging import laid
from interlocal.planning.chairs import Chair, Outline
from interlocal.planning.rooms import Room, Rule, Sitter, Why

MARGIN = 350.0
REACH = 300.0
"""From the middle of a chair to its edge."""

Viewpoint = Literal["entrance_below", "entrance_above", "camera_below", "camera_above"]


@dataclass(frozen=True, slots=True)
class Seat:
    """`number` counts in order of honour, those behind last; `rank` is the sitter's place in the order, `of` whom one serves."""

    number: int
    x: float
    y: float
    angle: float
    row: str
    person: str | None
    why: Why
    rank: int = 0
    of: str = ""
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Swap:
    """Somebody goes where somebody else sits (key) or to a seat (number); who sat there takes their place."""

    person: str
    to: str | int


@dataclass(frozen=True, slots=True)
class Plan:
    """Lengths in mm; (0, 0) is the upper left corner. `stale` are swaps whose people or seats are no longer there."""

    shape: str
    width: float
    height: float
    seats: tuple[Seat, ...]
    outlines: tuple[Outline, ...]
    viewpoint: Viewpoint
    rules: tuple[Rule, ...]
    unseated: tuple[str, ...] = ()
    serving: tuple[tuple[str, str], ...] = ()
    stale: tuple[Swap, ...] = ()


def plan(people: Iterable[Sitter], room: Room) -> Plan:
    """Everybody on a chair, as far as there are chairs; who has none is `unseated`."""
    ordered = sorted(people, key=lambda sitter: (sitter.number, sitter.key))
    here = {sitter.key for sitter in ordered}
    # Behind whom would they stand in a picture, or sit in a row of a hall? There they take their own place.
    apart = room.shape not in ("photo", "theatre")
    serving = tuple(
        (sitter.key, sitter.interprets) for sitter in ordered if apart and sitter.interprets in here
    )
    helpers = {key for key, _ in serving}
    behind = max(Counter(principal for _, principal in serving).values(), default=0)
    if not any(sitter.party == room.host for sitter in ordered):
        # No rule speaks of a host who is not there.
        room = replace(room, host="")
    made = laid([sitter for sitter in ordered if sitter.key not in helpers], room, behind=behind)
    seats = tuple(
        _seat(number, chair, sitter, why) for number, (chair, sitter, why) in enumerate(made.taken, start=1)
    )
    rules: tuple[Rule, ...] = (*made.rules, "interpreters_behind") if serving else made.rules
    planned = Plan(
        room.shape,
        0,
        0,
        seats,
        made.outlines,
        "camera_below" if room.shape == "photo" else "entrance_below",
        rules,
        tuple(sitter.key for sitter in made.unseated),
        serving,
    )
    return _framed(_with_interpreters(planned))


def with_swaps(planned: Plan, swaps: Iterable[Swap]) -> Plan:
    """The plan with changes by hand, each marked on both seats; interpreters go with their principals."""
    seats = [seat for seat in planned.seats if seat.row != "behind"]
    serving = dict(planned.serving)
    unseated = [key for key in planned.unseated if key not in serving]
    stale = tuple(swap for swap in swaps if not _swapped(seats, unseated, swap))
    changed = replace(planned, seats=tuple(seats), unseated=tuple(unseated), stale=(*planned.stale, *stale))
    return _framed(_with_interpreters(changed))


def turned(planned: Plan) -> Plan:
    """The same plan seen from the other end of the room: by who sits at the head, or who stands in the picture."""
    other: dict[Viewpoint, Viewpoint] = {
        "entrance_below": "entrance_above",
        "entrance_above": "entrance_below",
        "camera_below": "camera_above",
        "camera_above": "camera_below",
    }
    seats = tuple(
        replace(seat, x=planned.width - seat.x, y=planned.height - seat.y, angle=(seat.angle + 180) % 360)
        for seat in planned.seats
    )
    outlines = tuple(
        replace(outline, x=planned.width - outline.x, y=planned.height - outline.y)
        for outline in planned.outlines
    )
    return replace(planned, seats=seats, outlines=outlines, viewpoint=other[planned.viewpoint])


def _seat(number: int, chair: Chair, sitter: Sitter | None, why: Why) -> Seat:
    person, rank = (sitter.key, sitter.number) if sitter else (None, 0)
    return Seat(number, chair.x, chair.y, chair.angle, chair.row, person, why, rank)


def _swapped(seats: list[Seat], unseated: list[str], swap: Swap) -> bool:
    """Do it in place; False when somebody or the seat is not there."""
    where = {seat.person: at for at, seat in enumerate(seats) if seat.person}
    numbers = {seat.number: at for at, seat in enumerate(seats)}
    first = where.get(swap.person)
    second = numbers.get(swap.to) if isinstance(swap.to, int) else where.get(swap.to)
    if (first is None and second is None) or swap.person == swap.to:
        return False
    if first is not None and second is not None:
        one, other = seats[first], seats[second]
        seats[first] = _held(one, other.person, other.rank)
        seats[second] = _held(other, one.person, one.rank)
        return first != second
    at = second if first is None else first
    comes = swap.person if first is None else swap.to
    if at is None or comes not in unseated:
        return False
    goes = seats[at].person
    # Out of the order of those who had no chair nobody's rank is known here.
    seats[at] = _held(seats[at], str(comes), 0)
    unseated.remove(str(comes))
    unseated.extend([goes] if goes else [])
    return True


def _held(seat: Seat, person: str | None, rank: int) -> Seat:
    return replace(seat, person=person, rank=rank, why="by_hand" if person else "empty", by_hand=True)


def _with_interpreters(planned: Plan) -> Plan:
    """Each interpreter on a chair behind their principal; a second one behind the first."""
    seats = list(planned.seats)
    where = {seat.person: seat for seat in seats if seat.person}
    behind: dict[str, int] = {}
    unseated = list(planned.unseated)
    for key, principal in planned.serving:
        if principal not in where:
            unseated.append(key)
            continue
        behind[principal] = behind.get(principal, 0) + 1
        front = where[principal]
        chair = stand.behind(Chair(front.x, front.y, front.angle, front.row, "centre"), behind[principal])
        seats.append(
            Seat(len(seats) + 1, chair.x, chair.y, chair.angle, "behind", key, "interpreter", of=principal)
        )
    return replace(planned, seats=tuple(seats), unseated=tuple(unseated))


def _framed(planned: Plan) -> Plan:
    """Moved so that everything has a margin around it."""
    boxes = [(seat.x, seat.y, REACH, REACH) for seat in planned.seats]
    boxes += [(outline.x, outline.y, outline.width / 2, outline.height / 2) for outline in planned.outlines]
    if not boxes:
        return replace(planned, width=2 * MARGIN, height=2 * MARGIN)
    left = min(x - across for x, _, across, _ in boxes) - MARGIN
    top = min(y - down for _, y, _, down in boxes) - MARGIN
    right = max(x + across for x, _, across, _ in boxes) + MARGIN
    bottom = max(y + down for _, y, _, down in boxes) + MARGIN
    return replace(
        planned,
        width=right - left,
        height=bottom - top,
        seats=tuple(
            replace(seat, x=round(seat.x - left, 1), y=round(seat.y - top, 1)) for seat in planned.seats
        ),
        outlines=tuple(
            replace(outline, x=round(outline.x - left, 1), y=round(outline.y - top, 1))
            for outline in planned.outlines
        ),
    )
