"""Where an item stands on the board: columns by track, and beside each other what goes on at once. Numbers only."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

STEP: Final = 5
DAY: Final = 24 * 60
# What is shorter is drawn so long, that its words can be read.
SHORTEST: Final = 15
# More columns have no class in programme_grid.css; what is beyond shares the last.
MOST_COLUMNS: Final = 60
EARLIEST_END, LATEST_BEGIN = 18 * 60, 9 * 60


@dataclass(frozen=True, slots=True)
class Slot:
    """Minutes of the day by the clock of the axis; `ends` may lie beyond midnight."""

    key: int
    begins: int
    ends: int
    track: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Lines of a grid, counted from 1: from row `row` before row `until`, and `wide` columns from `column`."""

    row: int
    until: int
    column: int
    wide: int


@dataclass(frozen=True, slots=True)
class Column:
    """A track's columns. Track 0 is the common one."""

    track: int
    first: int
    wide: int


@dataclass(frozen=True, slots=True)
class Laid:
    columns: tuple[Column, ...]
    spots: Mapping[int, Spot]


@dataclass(frozen=True, slots=True)
class Hours:
    """What the axis shows, in minutes; whole hours."""

    begins: int
    ends: int

    @property
    def rows(self) -> int:
        return (self.ends - self.begins) // STEP

    def row(self, minute: int) -> int:
        return (min(max(minute, self.begins), self.ends) - self.begins) // STEP + 1

    def ticks(self) -> Iterator[tuple[str, int]]:
        """Each hour with its row."""
        for minute in range(self.begins, self.ends, 60):
            yield f"{minute // 60:02}:00", self.row(minute)


def hours_of(slots: Iterable[Slot]) -> Hours:
    """An hour of room before and after what there is, and at least the hours of work."""
    begins, ends = LATEST_BEGIN, EARLIEST_END
    for slot in slots:
        begins = min(begins, slot.begins // 60 * 60 - 60)
        ends = max(ends, -(-drawn_until(slot) // 60) * 60 + 60)
    return Hours(max(0, begins), min(DAY, ends))


def drawn_until(slot: Slot) -> int:
    return min(DAY, max(slot.ends, slot.begins + SHORTEST))


def laid(slots: Sequence[Slot], *, tracks: Sequence[int], hours: Hours) -> Laid:
    """The common track reaches over all others as long as nothing else goes on; then it keeps to its own column."""
    named = sorted({*tracks, *(slot.track for slot in slots)} - {0})
    if not named:
        lanes = _lanes(slots)
        wide = max((many for _at, many in lanes.values()), default=1)
        columns = (Column(0, 1, min(wide, MOST_COLUMNS)),)
        return Laid(columns, dict(_spread(slots, lanes, columns[0], hours)))
    return _in_tracks(slots, named, hours)


def _in_tracks(slots: Sequence[Slot], named: Sequence[int], hours: Hours) -> Laid:
    common = [slot for slot in slots if slot.track == 0]
    others = [slot for slot in slots if slot.track]
    beside = [slot for slot in common if any(_at_once(slot, other) for other in others)]
    groups = {0: beside, **{track: [slot for slot in others if slot.track == track] for track in named}}
    lanes = {track: _lanes(group) for track, group in groups.items()}
    columns = tuple(_columns({track: _widest(found) for track, found in lanes.items()}))
    spots: dict[int, Spot] = {}
    for column in columns:
        spots |= _spread(groups[column.track], lanes[column.track], column, hours)
    alone = [slot for slot in common if slot not in beside]
    whole = Column(0, 1, columns[-1].first + columns[-1].wide - 1)
    spots |= _spread(alone, _lanes(alone), whole, hours)
    return Laid(columns, spots)


def _columns(widths: Mapping[int, int]) -> Iterator[Column]:
    first = 1
    for track, wide in widths.items():
        wide = max(1, min(wide, MOST_COLUMNS - first + 1))
        yield Column(track, min(first, MOST_COLUMNS), wide)
        first += wide


def _widest(lanes: Mapping[int, tuple[int, int]]) -> int:
    return max((many for _lane, many in lanes.values()), default=1)


def _at_once(one: Slot, other: Slot) -> bool:
    return one.begins < drawn_until(other) and other.begins < drawn_until(one)


def _lanes(slots: Sequence[Slot]) -> dict[int, tuple[int, int]]:
    """For each its lane, and how many lanes there are where it stands: those that overlap in a chain share them."""
    found: dict[int, tuple[int, int]] = {}
    for chain in _chains(sorted(slots, key=lambda slot: (slot.begins, -slot.ends))):
        free: list[int] = []
        lane_of = {}
        for slot in chain:
            lane = next((lane for lane, until in enumerate(free) if until <= slot.begins), len(free))
            free[lane : lane + 1] = [drawn_until(slot)]
            lane_of[slot.key] = lane
        found |= {key: (lane, len(free)) for key, lane in lane_of.items()}
    return found


def _chains(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    chain: list[Slot] = []
    until = 0
    for slot in slots:
        if chain and slot.begins >= until:
            yield chain
            chain = []
        chain.append(slot)
        until = max(until, drawn_until(slot)) if len(chain) > 1 else drawn_until(slot)
    if chain:
        yield chain


def _spread(
    slots: Sequence[Slot], lanes: Mapping[int, tuple[int, int]], column: Column, hours: Hours
) -> dict[int, Spot]:
    """Fewer lanes than columns: each takes its share of them."""
    found = {}
    for slot in slots:
        lane, many = lanes[slot.key]
        first, after = lane * column.wide // many, (lane + 1) * column.wide // many
        row, until = hours.row(slot.begins), hours.row(drawn_until(slot))
        found[slot.key] = Spot(
            row, max(until, row + 1), min(column.first + first, MOST_COLUMNS), max(1, after - first)
        )
    return found
