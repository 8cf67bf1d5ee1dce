"""Columns of tables: what is short is not broken for want of a little room."""

from interlocal.documents.formats.document import Column, Row, text
from interlocal.documents.formats.fitting import fitted, rows_by_columns
from tests.documents.flowing import names, of

WIDE = 166.0
COLUMNS = (Column(text("Time", "en"), 1.0), Column(text("Item", "en"), 9.0), Column(text("Notes", "en"), 2.0))


def widths(*cells: str, columns: tuple[Column, ...] = COLUMNS) -> list[int]:
    row = Row(tuple(text(cell, "en") for cell in cells))
    return [round(wide) for wide in fitted(columns, [row], WIDE, letter=3.35, sides=4.0)]


def test_columns_that_suffice_are_as_wide_as_asked_for() -> None:
    assert widths("9:00", "Opening", "none") == [round(WIDE * share / 12) for share in (1, 9, 2)]


def test_a_column_of_hours_gets_the_room_it_lacks() -> None:
    needed = 4 + 11 * 0.57 * 3.35

    time, *_others = widths("10:30–11:30", "Opening", "none")

    assert time >= needed > WIDE / 12


def test_a_column_to_write_in_gives_nothing_to_longer_texts() -> None:
    shares = (("Who", 1), ("What", 3), ("When", 3))
    columns = tuple(Column(text(head, "en"), share) for head, share in shares)

    who, _what, when = widths("A governor of a province", "A", "", columns=columns)

    assert (who > WIDE / 7 + 10, when) == (True, round(WIDE * 3 / 7))


def test_nothing_is_lost() -> None:
    assert abs(sum(widths("10:30–11:30", "word " * 200, "supercalifragilistic" * 9)) - WIDE) <= 2


def test_tables_with_the_same_columns_stand_in_line() -> None:
    document = of(names(2), names(3))

    assert [len(rows) for rows in rows_by_columns(document.blocks).values()] == [7]
