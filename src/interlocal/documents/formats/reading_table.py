"""What a reader of a format gives back: rows of texts as somebody typed them, and what could not be read."""

from dataclasses import dataclass
from typing import Final

MOST_ROWS: Final = 2_000
MOST_COLUMNS: Final = 60
LONGEST_CELL: Final = 1_000


class Unreadable(Exception):
    """A file that cannot be read. `code` says why, `about` what the sentence needs (row, encoding, count)."""

    def __init__(self, code: str, **about: object) -> None:
        super().__init__(code)
        self.code, self.about = code, about


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that cannot be taken as it is: `line` and `column` count from 0 within the rows; `code` says why."""

    line: int
    column: int
    code: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows without the empty ones, all of one width; `numbers` are theirs in the file, from 1.

    `label` is the sheet, or the encoding of a text; `hidden`: a sheet that its maker had put out of sight.
    """

    label: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    marks: tuple[Mark, ...] = ()
    hidden: bool = False


def table_of(
    label: str,
    numbered: list[tuple[int, list[str]]],
    *,
    marks: dict[tuple[int, int], str] | None = None,
    hidden: bool = False,
) -> Table:
    """A Table of rows with their numbers; raise Unreadable where it is empty or beyond what is read.

    `marks` are by number of the row and column.
    """
    filled = [(number, cells) for number, cells in numbered if any(cell.strip() for cell in cells)]
    if not filled:
        raise Unreadable("empty")
    # One row of headings, and the title that many lists have above them.
    if len(filled) > MOST_ROWS + 10:
        raise Unreadable("too_many_rows", count=len(filled), most=MOST_ROWS)
    width = max(_width(cells) for _, cells in filled)
    if width > MOST_COLUMNS:
        raise Unreadable("too_many_columns", count=width, most=MOST_COLUMNS)
    for number, cells in filled:
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Unreadable("cell_too_long", row=number)
    lines = {number: line for line, (number, _) in enumerate(filled)}
    return Table(
        label=label,
        rows=tuple(tuple((cells + [""] * width)[:width]) for _, cells in filled),
        numbers=tuple(number for number, _ in filled),
        marks=tuple(
            Mark(lines[number], column, code)
            for (number, column), code in sorted((marks or {}).items())
            if number in lines and column < width
        ),
        hidden=hidden,
    )


def _width(cells: list[str]) -> int:
    return max((at for at, cell in enumerate(cells, start=1) if cell.strip()), default=0)
