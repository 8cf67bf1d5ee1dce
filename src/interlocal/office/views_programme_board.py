"""The board as its template prints it: items on their spots, with what does not go together. No room is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from interlocal.arrangements.kinds import Level
from interlocal.arrangements.queries.programme_rows import Board, BoardDay, BoardItem
from interlocal.arrangements.rules.conflicts_ground import Conflict
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.office import views_programme_words as words
from interlocal.office.views_programme_grid import DAY, Column, Hours, Laid, Slot, Spot, hours_of, laid
from interlocal.programmes.kinds import ItemState

WITHOUT_END: Final = 30
BRIEF: Final = 25
_GRAVE: Final = (Level.REFUSE, Level.WARN, Level.NOTE)


@dataclass(frozen=True, slots=True)
class Block:
    """An item on the board. `begins`, `ends` are minutes by the clock of the axis, `shift` what its own clock is ahead of it;
    without a spot it lies on the shelf. `is_fixed`: its end is not on this day, so it is not pulled longer here.
    """

    item: BoardItem
    spot: Spot | None
    begins: int | None
    ends: int | None
    shift: int
    times: str
    clock: str
    who: str
    is_brief: bool
    is_fixed: bool
    conflicts: tuple[Conflict, ...]

    @property
    def level(self) -> str:
        return next((level for level in _GRAVE if any(one.level == level for one in self.conflicts)), "")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the columns of a track."""

    track: int
    name: Shown
    wide: int
    is_rail: bool


@dataclass(frozen=True, slots=True)
class DayView:
    """`columns` tells the script which track is where: "track:first:wide …". `lines` are columns a track begins at."""

    on: str
    says: str
    number: int
    is_within: bool
    heads: tuple[Head, ...]
    columns: str
    lines: tuple[int, ...]
    is_railed: bool
    room: int
    blocks: tuple[Block, ...]
    shelf: tuple[Block, ...]
    carried: tuple[str, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Tab:
    on: str
    label: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Screen:
    edits: bool
    days: tuple[DayView, ...]
    tabs: tuple[Tab, ...]
    hours: Hours
    conflicts: tuple[Conflict, ...]
    titles: Mapping[int, Shown]
    has_items: bool
    kinds: tuple[tuple[str, str], ...]

    @property
    def ticks(self) -> tuple[tuple[str, int], ...]:
        return tuple(self.hours.ticks())

    @property
    def worst(self) -> str:
        return self.conflicts[0].level if self.conflicts else ""


def screen(board: Board, conflicts: Sequence[Conflict], *, only: date | None) -> Screen:
    """All days, or only one of them."""
    zone, there = ZoneInfo(board.timezone), {day.on for day in board.days}
    timed: dict[date, list[tuple[BoardItem, Slot, int]]] = {}
    for item in board.items():
        if item.starts is not None and item.starts_at is not None:
            on, slot = _slot(item, zone, there)
            timed.setdefault(on, []).append((item, slot, _shift(item, item.starts.astimezone(zone))))
    shown = [day for day in board.days if only is None or day.on == only]
    hours = hours_of(slot for day in shown for _item, slot, _s in timed.get(day.on, []))
    tracks = [track.number for track in board.tracks]
    about: dict[int, list[Conflict]] = {}
    for one in conflicts:
        for number in one.items:
            about.setdefault(number, []).append(one)
    days = tuple(_day(board, day, timed.get(day.on, []), tracks, hours, about, conflicts) for day in shown)
    used = {item.kind for item in board.items()}
    return Screen(
        edits=board.runs and not board.is_closed,
        days=days,
        tabs=tuple(_tabs(board, only)),
        hours=hours,
        conflicts=tuple(conflicts),
        titles={item.id: item.title for item in board.items()},
        has_items=bool(used),
        kinds=tuple((kind, label) for kind, label in words.kinds() if kind in used),
    )


def _slot(item: BoardItem, zone: ZoneInfo, there: Iterable[date]) -> tuple[date, Slot]:
    """By the clock of the axis: where clocks differ, that may be another day."""
    assert item.starts is not None
    starts = item.starts.astimezone(zone)
    on = starts.date() if starts.date() in there else item.on
    begins = min(max(_minutes(starts, on), 0), DAY - 5)
    ends = _minutes(item.ends.astimezone(zone), on) if item.ends else begins + WITHOUT_END
    return on, Slot(item.id, begins, max(ends, begins), item.track)


def _minutes(at: datetime, on: date) -> int:
    return (at.date() - on).days * DAY + at.hour * 60 + at.minute


def _shift(item: BoardItem, axis: datetime) -> int:
    assert item.starts_at is not None
    own = datetime.combine(item.on, item.starts_at)
    return int((own - axis.replace(tzinfo=None)).total_seconds()) // 60


def _day(
    board: Board,
    day: BoardDay,
    timed: Sequence[tuple[BoardItem, Slot, int]],
    tracks: Sequence[int],
    hours: Hours,
    about: Mapping[int, list[Conflict]],
    conflicts: Iterable[Conflict],
) -> DayView:
    found = laid([slot for _item, slot, _shift in timed], tracks=tracks, hours=hours)
    blocks = [
        _block(board, item, about, slot=slot, spot=found.spots[item.id], shift=shift)
        for item, slot, shift in timed
    ]
    common = found.columns[0]
    is_railed = len(found.columns) > 1 and not any(
        spot.column == 1 and spot.wide <= common.wide for spot in found.spots.values()
    )
    return DayView(
        on=day.on.isoformat(),
        says=words.dated(day.on),
        number=day.number + 1,
        is_within=day.is_within,
        heads=_heads(board, found, is_railed=is_railed),
        columns=" ".join(f"{one.track}:{one.first}:{one.wide}" for one in found.columns),
        lines=tuple(one.first for one in found.columns[1:]),
        is_railed=is_railed,
        room=max(2, found.columns[-1].first + found.columns[-1].wide - 1),
        blocks=tuple(sorted(blocks, key=lambda one: (one.begins or 0, one.item.track))),
        shelf=tuple(_block(board, item, about) for item in day.items if item.starts_at is None),
        carried=tuple(_carried(board, day)),
        conflicts=tuple(one for one in conflicts if not one.items and one.on == day.on),
    )


def _heads(board: Board, found: Laid, *, is_railed: bool) -> tuple[Head, ...]:
    if len(found.columns) == 1:
        return ()
    return tuple(_head(board, one, is_railed=is_railed) for one in found.columns)


def _head(board: Board, column: Column, *, is_railed: bool) -> Head:
    name = next((one.name for one in board.tracks if one.number == column.track), None)
    return Head(
        column.track,
        name or Shown(words.track_called(column.track), reading()),
        column.wide,
        is_railed and column.track == 0,
    )


def _carried(board: Board, day: BoardDay) -> Iterable[str]:
    by_id = {item.id: item for item in board.items()}
    for number in day.lasting:
        item = by_id[number]
        if item.ends_at and (item.on - day.on).days + item.nights == 0:
            yield words.until(item.title.text, item.ends_at)


def _block(
    board: Board,
    item: BoardItem,
    about: Mapping[int, list[Conflict]],
    *,
    slot: Slot | None = None,
    spot: Spot | None = None,
    shift: int = 0,
) -> Block:
    lasts = min(slot.ends, DAY) - slot.begins if slot else 0
    return Block(
        item=item,
        spot=spot,
        begins=slot.begins if slot else None,
        ends=slot.ends if slot else None,
        shift=shift,
        times=_times(item),
        clock=_clock(board, item),
        who=words.who(board, item),
        is_brief=slot is not None and lasts <= BRIEF,
        is_fixed=slot is not None and (slot.ends > DAY or shift != 0),
        conflicts=tuple(about.get(item.id, ())),
    )


def _times(item: BoardItem) -> str:
    if item.starts_at is None:
        return ""
    ends = f"–{_hour(item.ends_at)}" if item.ends_at else ""
    return f"{_hour(item.starts_at)}{ends}{words.nights(item.nights) if item.ends_at else ''}"


def _hour(at: time) -> str:
    return at.strftime("%H:%M")


def _clock(board: Board, item: BoardItem) -> str:
    """The zone of an item, where it is not the board's."""
    if item.clock in ("", board.clock) and item.ends_clock in ("", board.clock):
        return ""
    return item.clock if item.clock == item.ends_clock else f"{item.clock} → {item.ends_clock}"


def _tabs(board: Board, only: date | None) -> Iterable[Tab]:
    yield Tab("", words.all_days(), only is None)
    for day in board.days:
        yield Tab(day.on.isoformat(), words.dated(day.on), day.on == only)


def is_marked(state: str) -> bool:
    """States worth a sign: what is planned is the rule."""
    return state != ItemState.PLANNED
