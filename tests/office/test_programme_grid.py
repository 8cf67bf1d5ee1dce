"""Where items stand on the board: nothing covers anything, and the common track gives way."""

from datetime import time
from itertools import combinations
from pathlib import Path

import pytest

from interlocal.office import views_programme_grid as grid
from interlocal.office.views_programme_grid import Column, Hours, Slot, Spot, hours_of, laid

DAY = Hours(8 * 60, 20 * 60)


def at(hour: int, minute: int = 0) -> int:
    return hour * 60 + minute


def slot(key: int, begins: str, ends: str, track: int = 0) -> Slot:
    first, last = time.fromisoformat(begins), time.fromisoformat(ends)
    return Slot(key, at(first.hour, first.minute), at(last.hour, last.minute), track)


def covers(one: Spot, other: Spot) -> bool:
    return (
        one.row < other.until
        and other.row < one.until
        and one.column < other.column + other.wide
        and other.column < one.column + one.wide
    )


def test_one_track_is_one_column() -> None:
    found = laid([slot(1, "09:00", "10:00"), slot(2, "10:00", "11:30")], tracks=[0], hours=DAY)

    assert found.columns == (Column(0, 1, 1),)
    assert found.spots == {1: Spot(13, 25, 1, 1), 2: Spot(25, 43, 1, 1)}


def test_what_goes_on_at_once_stands_beside_each_other() -> None:
    found = laid(
        [slot(1, "09:00", "11:00"), slot(2, "09:30", "10:00"), slot(3, "14:00", "15:00")],
        tracks=[0],
        hours=DAY,
    )

    assert [found.spots[key].column for key in (1, 2, 3)] == [1, 2, 1]
    assert [found.spots[key].wide for key in (1, 2, 3)] == [1, 1, 2]


def test_the_common_track_reaches_over_all_until_something_else_goes_on() -> None:
    slots = [
        slot(1, "09:00", "10:00"),
        slot(2, "10:00", "11:00", 1),
        slot(3, "10:00", "11:00", 2),
        slot(4, "10:30", "10:45"),
    ]

    found = laid(slots, tracks=[0, 1, 2], hours=DAY)

    assert found.columns == (Column(0, 1, 1), Column(1, 2, 1), Column(2, 3, 1))
    assert (found.spots[1].column, found.spots[1].wide) == (1, 3)
    assert (found.spots[4].column, found.spots[4].wide) == (1, 1)


@pytest.mark.parametrize("many", [1, 7, 40])
def test_nothing_covers_anything(many: int) -> None:
    slots = [Slot(key, at(9) + key % 5 * 20, at(9) + key % 5 * 20 + 30, key % 4) for key in range(many)]

    found = laid(slots, tracks=[0, 1, 2, 3], hours=DAY)

    spots = found.spots.values()
    assert [pair for pair in combinations(spots, 2) if covers(*pair)] == []


def test_more_items_at_once_than_columns_stay_within_the_classes() -> None:
    found = laid([Slot(key, at(9), at(10), key) for key in range(1, 90)], tracks=[], hours=DAY)

    assert max(spot.column + spot.wide for spot in found.spots.values()) <= grid.MOST_COLUMNS + 1


def test_the_axis_leaves_an_hour_before_and_after() -> None:
    assert hours_of([]) == Hours(at(9), at(18))
    assert hours_of([slot(1, "07:30", "21:10")]) == Hours(at(6), at(23))
    assert hours_of([Slot(1, at(0, 10), at(26))]) == Hours(0, at(24))


def test_what_is_short_is_drawn_so_that_it_can_be_read() -> None:
    found = laid([slot(1, "09:00", "09:05"), slot(2, "09:05", "09:30")], tracks=[0], hours=DAY)

    assert found.spots[1].until - found.spots[1].row == 3
    assert not covers(found.spots[1], found.spots[2])


def test_an_item_over_midnight_ends_with_the_day_on_the_board() -> None:
    hours = hours_of([Slot(1, at(23), at(30))])

    assert laid([Slot(1, at(23), at(30))], tracks=[0], hours=hours).spots[1].until == hours.rows + 1


def test_every_line_has_its_class() -> None:
    css = (Path(grid.__file__).parent / "static/office/programme_grid.css").read_text()
    wanted = {"f": 289, "t": 289, "c": grid.MOST_COLUMNS, "w": grid.MOST_COLUMNS, "l": grid.MOST_COLUMNS}

    assert [
        f".{kind}{n}{{" for kind, most in wanted.items() for n in (1, most) if f".{kind}{n}{{" not in css
    ] == []
