"""How a programme is laid out: lanes of items at the same time, clocks and their names. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.sheets import SheetItem


def clock_name(at: datetime) -> str:
    """ "KST (UTC+9)"; where a clock has no name of its own, "UTC+8"."""
    name, offset = at.tzname() or "", at.strftime("%z")
    hours, minutes = int(offset[1:3]), offset[3:5]
    utc = "UTC" if offset in ("+0000", "-0000") else f"UTC{'+' if offset[0] == '+' else '−'}{hours}"
    if minutes != "00":
        utc += f":{minutes}"
    return f"{name} ({utc})" if name[:1].isalpha() and name != "UTC" else utc


def lanes(items: Sequence[SheetItem]) -> Mapping[int, tuple[int, int]]:
    """By item its lane and the number of lanes beside each other there, so that no item covers another of its track.

    Items without hours have a lane each of its own group: (0, 1).
    """
    found: dict[int, tuple[int, int]] = {item.id: (0, 1) for item in items}
    timed = [item for item in items if item.starts]
    for group in _meeting(timed):
        found |= _side_by_side(group)
    return found


def _begins(item: SheetItem) -> float:
    assert item.starts
    return item.starts.timestamp()


def _ends(item: SheetItem) -> float:
    """An item without an end is shown as half an hour."""
    return item.ends.timestamp() if item.ends else _begins(item) + 1800


def _meeting(items: Iterable[SheetItem]) -> Iterable[list[SheetItem]]:
    """Groups of items of which each meets another one of its group."""
    group: list[SheetItem] = []
    until = 0.0
    for item in sorted(items, key=lambda one: (_begins(one), -_ends(one), one.id)):
        if group and _begins(item) >= until:
            yield group
            group = []
        until = max(until, _ends(item)) if group else _ends(item)
        group.append(item)
    if group:
        yield group


def _side_by_side(group: Sequence[SheetItem]) -> dict[int, tuple[int, int]]:
    free_from: list[float] = []
    lane_of: dict[int, int] = {}
    for item in group:
        lane = next((at for at, free in enumerate(free_from) if free <= _begins(item)), len(free_from))
        free_from[lane : lane + 1] = [_ends(item)]
        lane_of[item.id] = lane
    return {item: (lane, len(free_from)) for item, lane in lane_of.items()}


def seats(item: SheetItem, taken: Sequence[tuple[str, int | None]]) -> int | None:
    """For how many there is room: in the rooms (of a transfer: the vehicles) it takes, else as the item itself says.

    `taken` are kinds and capacities; as long as one of them is not known, neither is the sum.
    """
    wanted = ResourceKind.VEHICLE if item.kind == "transfer" else ResourceKind.ROOM
    capacities = [capacity for kind, capacity in taken if kind == wanted]
    known = [one for one in capacities if one is not None]
    return sum(known) if known and len(known) == len(capacities) else item.capacity
