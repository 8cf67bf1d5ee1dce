"""Which rule puts whom on which chair, for each kind of room."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from interlocal.planning import chairs as stand
from interlocal.planning.chairs import Chair, Outline, Side
from interlocal.planning.filling import Goer, Place, fill
from interlocal.planning.rooms import LongTable, Photo, Room, RoundTables, Rule, Sitter, Theatre, UShape, Why

Taken = tuple[tuple[Chair, Sitter | None, Why], ...]
"""Chairs with who sits on them, in order of honour."""


@dataclass(frozen=True, slots=True)
class Laid:
    taken: Taken
    outlines: tuple[Outline, ...]
    rules: tuple[Rule, ...]
    unseated: tuple[Sitter, ...]


def laid(ordered: list[Sitter], room: Room, *, behind: int = 0) -> Laid:
    """`behind`: how many chairs stand behind one at most."""
    match room:
        case LongTable():
            return _long_table(ordered, room)
        case RoundTables():
            return _round_tables(ordered, room, behind)
        case UShape():
            return _u_shape(ordered, room)
        case Theatre():
            placed, outlines = stand.theatre(room.rows, room.seats, aisle=room.aisle)
            taken, left = _take(placed, _honoured(ordered, room.host), room.host)
            return Laid(taken, tuple(outlines), ("front_row_first", *_ranked(room.host)), left)
        case Photo():
            placed = stand.standing(_sizes(len(ordered), room))
            taken, left = _take(placed, _honoured(ordered, room.host), room.host)
            return Laid(taken, (), ("front_row_first", *_ranked(room.host)), left)


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
) -> tuple[Taken, tuple[Sitter, ...]]:
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


def _long_table(ordered: list[Sitter], room: LongTable) -> Laid:
    if room.host:
        return _meal(ordered, room) if room.mixed else _talks(ordered, room, room.host)
    if not room.mixed and (other := _other_side(ordered)):
        return _talks(ordered, room, other)
    return _both_sides(ordered, room)


def _other_side(ordered: list[Sitter]) -> str:
    """Where nobody is host: of two parties of about a size the second, which sits opposite the first."""
    many = Counter(sitter.party for sitter in ordered)
    return list(many)[1] if len(many) == 2 and min(many.values()) * 3 >= max(many.values()) else ""


def _both_sides(ordered: list[Sitter], room: LongTable) -> Laid:
    """Without a host: the first in the middle of one side, the second opposite, and so on in turn."""
    each = (len(ordered) + 1) // 2 if room.seats_each is None else room.seats_each
    one, other, outline = stand.two_sides(each, each, end_to_door=room.end_to_door)
    chairs = [chair for pair in zip(one, other, strict=True) for chair in pair]
    taken, left = _take(chairs, ordered)
    return Laid(taken, (outline,), _ranked(""), left)


def _talks(ordered: list[Sitter], room: LongTable, host: str) -> Laid:
    """Guests on the side that faces the door, hosts opposite."""
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
    return Laid(
        first + second,
        (outline,),
        ("delegations_face", *((door,) if room.host else ()), "highest_in_middle", "right_then_left"),
        left + over,
    )


def _headed(taken: Taken, left: tuple[Sitter, ...]) -> tuple[Taken, tuple[Sitter, ...]]:
    named = tuple((chair, sitter, "head" if why == "centre" else why) for chair, sitter, why in taken)
    return named, left


def _meal(ordered: list[Sitter], room: LongTable) -> Laid:
    """Host in the middle facing the door, second host opposite; guests on the right of each, then in turn."""
    hosts = [sitter for sitter in ordered if sitter.party == room.host]
    guests = [sitter for sitter in ordered if sitter.party != room.host]
    each = (len(ordered) + 1) // 2 if room.seats_each is None else room.seats_each
    one, other, outline = stand.two_sides(each, each, end_to_door=room.end_to_door)
    sides: tuple[list[Sitter], list[Sitter]] = ([], [])
    for at in range(each):
        for side in sides:
            # Right and left of a host sit guests, beyond them hosts again.
            wanted, rest = (guests, hosts) if (at + 1) // 2 % 2 else (hosts, guests)
            if queue := wanted or rest:
                side.append(queue.pop(0))
    first, _ = _take(one, sides[0], room.host)
    second, _ = _take(other, sides[1], room.host)
    names: dict[Why, Why] = {"host": "second_host", "honour": "right"}
    second = tuple((chair, sitter, names.get(why, why)) for chair, sitter, why in second)
    rules: tuple[Rule, ...] = ("highest_in_middle", "honour_right_of_host", "hosts_alternate_guests")
    left = sorted(hosts + guests, key=lambda sitter: (sitter.number, sitter.key))
    return Laid(first + second, (outline,), rules, tuple(left))


def _round_tables(ordered: list[Sitter], room: RoundTables, behind: int) -> Laid:
    tables = stand.rounds(room.tables, room.seats, behind=behind)
    groups, left = _spread(ordered, room)
    taken: list[tuple[Chair, Sitter | None, Why]] = []
    for (placed, _), group in zip(tables, groups, strict=True):
        taken += _take(placed, _honoured(group, room.host), room.host)[0]
    by_spread: dict[str, tuple[Rule, ...]] = {
        "order": (),
        "mixed": ("heads_at_first_table",),
        "parties": ("parties_together",),
    }
    spread: tuple[Rule, ...] = ("tables_as_placed",) if room.groups else by_spread[room.spread]
    rules = (*spread, *_ranked(room.host))
    return Laid(tuple(taken), tuple(outline for _, outline in tables), rules, tuple(left))


def _spread(ordered: list[Sitter], room: RoundTables) -> tuple[list[list[Sitter]], list[Sitter]]:
    """Who sits at which table, and who at none."""
    if room.groups:
        return _as_placed(ordered, room)
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


def _as_placed(ordered: list[Sitter], room: RoundTables) -> tuple[list[list[Sitter]], list[Sitter]]:
    groups = [[one for one in ordered if one.key in keys][: room.seats] for keys in room.groups]
    groups = [*groups, *([] for _ in range(room.tables - len(groups)))][: room.tables]
    seated = {one.key for group in groups for one in group}
    return groups, [one for one in ordered if one.key not in seated]


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


def _u_shape(ordered: list[Sitter], room: UShape) -> Laid:
    placed, outlines = stand.u_shape(room.head, room.leg)
    if not room.grouped:
        taken, left = _take(placed, _honoured(ordered, room.host), room.host)
        return Laid(taken, tuple(outlines), _ranked(room.host), left)
    sitters = _blocks(ordered, room.host, len(placed))
    taken = tuple(
        (chair, sitter, _why_in_block(at, sitter, ordered, chair))
        for at, (chair, sitter) in enumerate(zip(placed, sitters, strict=True))
    )
    seated = {sitter.key for sitter in sitters if sitter}
    left = tuple(sitter for sitter in ordered if sitter.key not in seated)
    return Laid(taken, tuple(outlines), ("parties_together", "highest_in_middle", "right_then_left"), left)


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
        "left": list(range(2, chairs, 2)),
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
