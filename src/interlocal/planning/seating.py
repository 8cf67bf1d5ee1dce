"""Ordered people on the chairs of a room; every seat says which rule put somebody there.

Rules with a basis: the guest of honour sits on the host's right and interpreters behind their principals; in talks delegations
face each other and the guests look at the door, or sit on the right as one enters when the table's end is towards it; others
follow on the right and on the left in turn; in a photograph the highest stands in the middle of the front row. Right and left are
always those of the seated. Domestic custom may differ (at some the left is higher): swaps by hand are kept and marked.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from interlocal.planning import chairs as stand
from interlocal.planning.chairs import Chair, Outline, Side
from interlocal.planning.filling import Goer, Place, fill

MARGIN = 700.0
REACH = 300.0
"""From the middle of a chair to its edge."""

Rule = Literal[
    "guests_face_door",
    "guests_right_on_entering",
    "delegations_face",
    "highest_in_middle",
    "honour_right_of_host",
    "right_then_left",
    "hosts_alternate_guests",
    "parties_together",
    "heads_at_first_table",
    "front_row_first",
    "interpreters_behind",
]
Viewpoint = Literal["entrance_below", "entrance_above", "camera_below", "camera_above"]
Why = Literal["host", "honour", "second_host", "head", "centre", "right", "left", "interpreter", "by_hand", "empty"]


@dataclass(frozen=True, slots=True)
class Sitter:
    """`number` is the place in the order, 1 the highest; `interprets` the key of whom an interpreter serves."""

    key: str
    party: str
    number: int
    interprets: str = ""


@dataclass(frozen=True, slots=True)
class LongTable:
    """Delegations face each other; `mixed` for a meal, where hosts and guests alternate on both sides."""

    host: str = ""
    seats_each: int | None = None
    mixed: bool = False
    end_to_door: bool = False
    shape: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class RoundTables:
    tables: int
    seats: int
    host: str = ""
    spread: Literal["order", "mixed", "parties"] = "order"
    shape: Literal["round"] = "round"


@dataclass(frozen=True, slots=True)
class UShape:
    """`grouped`: the host's party in the middle, the others whole on its right and left in turn."""

    head: int
    leg: int
    host: str = ""
    grouped: bool = False
    shape: Literal["u"] = "u"


@dataclass(frozen=True, slots=True)
class Theatre:
    rows: int
    seats: int
    aisle: bool = True
    host: str = ""
    shape: Literal["theatre"] = "theatre"


@dataclass(frozen=True, slots=True)
class Photo:
    """`rows` None: as many as are needed."""

    seats: int
    rows: int | None = None
    host: str = ""
    shape: Literal["photo"] = "photo"


Room = LongTable | RoundTables | UShape | Theatre | Photo


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


@dataclass(frozen=True, slots=True)
class _Laid:
    """Chairs with who sits on them, in order of honour."""

    taken: tuple[tuple[Chair, Sitter | None, Why], ...]
    outlines: tuple[Outline, ...]
    rules: tuple[Rule, ...]
    unseated: tuple[Sitter, ...]


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
    laid = _laid([sitter for sitter in ordered if sitter.key not in helpers], room)
    seats = tuple(
        _seat(number, chair, sitter, why) for number, (chair, sitter, why) in enumerate(laid.taken, start=1)
    )
    rules: tuple[Rule, ...] = (*laid.rules, "interpreters_behind") if serving else laid.rules
    made = Plan(
        room.shape,
        0,
        0,
        seats,
        laid.outlines,
        "camera_below" if room.shape == "photo" else "entrance_below",
        rules,
        tuple(sitter.key for sitter in laid.unseated),
        serving,
    )
    return _framed(_with_interpreters(made))


def with_swaps(planned: Plan, swaps: Iterable[Swap]) -> Plan:
    """The plan with changes by hand, each marked on both seats; interpreters go with their principals."""
    seats = [seat for seat in planned.seats if seat.row != "behind"]
    serving = dict(planned.serving)
    unseated = [key for key in planned.unseated if key not in serving]
    stale = list(planned.stale)
    for swap in swaps:
        if not _swapped(seats, unseated, swap):
            stale.append(swap)
    changed = replace(planned, seats=tuple(seats), unseated=tuple(unseated), stale=tuple(stale))
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


def _laid(ordered: list[Sitter], room: Room) -> _Laid:
    match room:
        case LongTable():
            return _meal(ordered, room) if room.mixed else _talks(ordered, room)
        case RoundTables():
            return _round_tables(ordered, room)
        case UShape():
            return _u_shape(ordered, room)
        case Theatre():
            placed, outlines = stand.theatre(room.rows, room.seats, aisle=room.aisle)
            taken, left = _take(placed, _honoured(ordered, room.host), room.host)
            return _Laid(taken, tuple(outlines), ("front_row_first", *_ranked(room.host)), left)
        case Photo():
            placed = stand.standing(_sizes(len(ordered), room))
            taken, left = _take(placed, _honoured(ordered, room.host), room.host)
            return _Laid(taken, (), ("front_row_first", *_ranked(room.host)), left)


def _ranked(host: str) -> tuple[Rule, ...]:
    return ("highest_in_middle", *(("honour_right_of_host",) if host else ()), "right_then_left")


def _honoured(ordered: Sequence[Sitter], host: str) -> list[Sitter]:
    """The host's head, the first of the guests, and then everybody in order."""
    hosts = [sitter for sitter in ordered if host and sitter.party == host]
    guests = [sitter for sitter in ordered if sitter not in hosts]
    first = [*hosts[:1], *guests[:1]] if hosts else []
    return [*first, *(sitter for sitter in ordered if sitter not in first)]


def _take(
    placed: Sequence[Chair], sitters: Sequence[Sitter], host: str = ""
) -> tuple[tuple[tuple[Chair, Sitter | None, Why], ...], tuple[Sitter, ...]]:
    taken: list[tuple[Chair, Sitter | None, Why]] = []
    for at, chair in enumerate(placed):
        sitter = sitters[at] if at < len(sitters) else None
        taken.append((chair, sitter, _why(at, sitter, sitters, chair.side, host)))
    return tuple(taken), tuple(sitters[len(placed) :])


def _why(at: int, sitter: Sitter | None, sitters: Sequence[Sitter], side: Side, host: str) -> Why:
    if sitter is None:
        return "empty"
    hosted = bool(host) and sitters[0].party == host
    if at == 0 and hosted:
        return "host"
    if at == 1 and hosted and sitter.party != host:
        return "honour"
    return side


def _talks(ordered: list[Sitter], room: LongTable) -> _Laid:
    """Guests on the side that faces the door, hosts opposite."""
    host = room.host or (ordered[0].party if ordered else "")
    guests = [sitter for sitter in ordered if sitter.party != host]
    hosts = [sitter for sitter in ordered if sitter.party == host]
    chairs = room.seats_each
    one, other, outline = stand.two_sides(
        len(guests) if chairs is None else chairs,
        len(hosts) if chairs is None else chairs,
        end_to_door=room.end_to_door,
    )
    first, left = _headed(*_take(one, guests))
    second, over = _headed(*_take(other, hosts))
    door: Rule = "guests_right_on_entering" if room.end_to_door else "guests_face_door"
    return _Laid(
        first + second,
        (outline,),
        ("delegations_face", door, "highest_in_middle", "right_then_left"),
        left + over,
    )


def _headed(
    taken: tuple[tuple[Chair, Sitter | None, Why], ...], left: tuple[Sitter, ...]
) -> tuple[tuple[tuple[Chair, Sitter | None, Why], ...], tuple[Sitter, ...]]:
    return tuple((c, s, "head" if w == "centre" else w) for c, s, w in taken), left


def _meal(ordered: list[Sitter], room: LongTable) -> _Laid:
    """Host in the middle facing the door, second host opposite; guests on the right of each, then in turn."""
    hosts = [sitter for sitter in ordered if sitter.party == room.host]
    guests = [sitter for sitter in ordered if sitter.party != room.host]
    each = (len(ordered) + 1) // 2 if room.seats_each is None else room.seats_each
    one, other, outline = stand.two_sides(each, each, end_to_door=room.end_to_door)
    pairs = [pair for pair in zip(one, other, strict=True)]
    sides: tuple[list[Sitter], list[Sitter]] = ([], [])
    for at in range(len(pairs)):
        for side in sides:
            # Right and left of a host sit guests, beyond them hosts again.
            wanted, rest = (guests, hosts) if (at + 1) // 2 % 2 else (hosts, guests)
            if queue := wanted or rest:
                side.append(queue.pop(0))
    first, _ = _take(one, sides[0], room.host)
    second, _ = _take(other, sides[1], room.host)
    second = tuple((c, s, "second_host" if w == "host" else w) for c, s, w in second)
    rules: tuple[Rule, ...] = ("highest_in_middle", "honour_right_of_host", "hosts_alternate_guests")
    left = sorted(hosts + guests, key=lambda sitter: (sitter.number, sitter.key))
    return _Laid(first + second, (outline,), rules, tuple(left))


def _round_tables(ordered: list[Sitter], room: RoundTables) -> _Laid:
    tables = stand.rounds(room.tables, room.seats)
    groups, left = _spread(ordered, room)
    taken: list[tuple[Chair, Sitter | None, Why]] = []
    for (placed, _), group in zip(tables, groups, strict=True):
        taken += _take(placed, _honoured(group, room.host), room.host)[0]
    by_spread: dict[str, tuple[Rule, ...]] = {
        "order": (),
        "mixed": ("heads_at_first_table",),
        "parties": ("parties_together",),
    }
    rules = (*by_spread[room.spread], *_ranked(room.host))
    return _Laid(tuple(taken), tuple(outline for _, outline in tables), rules, tuple(left))


def _spread(ordered: list[Sitter], room: RoundTables) -> tuple[list[list[Sitter]], list[Sitter]]:
    """Who sits at which table, and who at none."""
    chairs = room.tables * room.seats
    if room.spread == "order":
        firsts = range(0, chairs, room.seats) if room.seats else ()
        return [ordered[at : at + room.seats] for at in firsts], ordered[chairs:]
    if room.spread == "mixed":
        return _dealt(ordered[:chairs], room), ordered[chairs:]
    places = [Place(str(table), room.seats) for table in range(room.tables)]
    filled = fill([Goer(one.key, one.party, one.number) for one in ordered], places)
    where = {placed.goer: placed.place for placed in filled.placed}
    groups = [[one for one in ordered if where.get(one.key) == place.key] for place in places]
    return groups, [one for one in ordered if one.key not in where]


def _dealt(ordered: list[Sitter], room: RoundTables) -> list[list[Sitter]]:
    """Heads at the first table; everybody else where most chairs and fewest of their own are."""
    seen: set[str] = set()
    heads: list[Sitter] = []
    for sitter in ordered:
        if sitter.party not in seen and len(heads) < room.seats:
            heads.append(sitter)
        seen.add(sitter.party)
    tables: list[list[Sitter]] = [heads, *([] for _ in range(room.tables - 1))]
    for sitter in ordered:
        if sitter in heads:
            continue
        own = [sum(other.party == sitter.party for other in table) for table in tables]
        free = [at for at, table in enumerate(tables) if len(table) < room.seats]
        tables[min(free, key=lambda at: (len(tables[at]), own[at], at))].append(sitter)
    return tables


def _u_shape(ordered: list[Sitter], room: UShape) -> _Laid:
    placed, outlines = stand.u_shape(room.head, room.leg)
    if not room.grouped:
        taken, left = _take(placed, _honoured(ordered, room.host), room.host)
        return _Laid(taken, tuple(outlines), _ranked(room.host), left)
    sitters = _blocks(ordered, room.host, len(placed))
    taken = tuple(
        (chair, sitter, _why_in_block(at, sitter, ordered, chair))
        for at, (chair, sitter) in enumerate(zip(placed, sitters, strict=True))
    )
    seated = {sitter.key for sitter in sitters if sitter}
    left = tuple(sitter for sitter in ordered if sitter.key not in seated)
    return _Laid(taken, tuple(outlines), ("parties_together", "highest_in_middle", "right_then_left"), left)


def _why_in_block(at: int, sitter: Sitter | None, ordered: list[Sitter], chair: Chair) -> Why:
    if sitter is None:
        return "empty"
    first = next(one for one in ordered if one.party == sitter.party)
    return "head" if first is sitter else chair.side if at else "centre"


def _blocks(ordered: list[Sitter], host: str, chairs: int) -> list[Sitter | None]:
    """Parties as blocks from the middle: the host's around it, the next to the right, the next to the left."""
    parties: dict[str, list[Sitter]] = {}
    for sitter in sorted(ordered, key=lambda one: one.party != host if host else False):
        parties.setdefault(sitter.party, []).append(sitter)
    free: dict[str, list[int]] = {
        "right": [at for at in range(chairs) if at % 2],
        "left": [at for at in range(2, chairs, 2)],
    }
    made: list[Sitter | None] = [None] * chairs
    for place, group in enumerate(parties.values()):
        if place == 0:
            middle = min(len(group), chairs)
            made[:middle] = group[:middle]
            free = {side: [at for at in seats if at >= middle] for side, seats in free.items()}
            continue
        mine, other = ("right", "left") if place % 2 else ("left", "right")
        for sitter in group:
            if row := free[mine] or free[other]:
                made[row.pop(0)] = sitter
    return made


def _sizes(people: int, room: Photo) -> list[int]:
    """As even as can be, and a front row of an odd number when there are more, so that one is in the middle."""
    rows = max(1, -(-people // room.seats)) if room.rows is None else room.rows
    standing = min(people, rows * room.seats)
    sizes = [standing // rows + (1 if rows - row <= standing % rows else 0) for row in range(rows)]
    if rows > 1 and sizes[0] % 2 == 0 and sizes[0] > 1 and sizes[-1] < room.seats:
        sizes[0], sizes[-1] = sizes[0] - 1, sizes[-1] + 1
    return [size for size in sizes if size]


def _seat(number: int, chair: Chair, sitter: Sitter | None, why: Why) -> Seat:
    person, rank = (sitter.key, sitter.number) if sitter else (None, 0)
    return Seat(number, chair.x, chair.y, chair.angle, chair.row, person, why, rank)


def _swapped(seats: list[Seat], unseated: list[str], swap: Swap) -> bool:
    """Do it in place; False when somebody or the seat is not there."""
    where = {seat.person: at for at, seat in enumerate(seats) if seat.person}
    numbers = {seat.number: at for at, seat in enumerate(seats)}
    first = where.get(swap.person)
    second = numbers.get(swap.to) if isinstance(swap.to, int) else where.get(swap.to)
    if first is None and second is None or swap.person == swap.to:
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
