"""Tables as CSV by RFC 4180, safe to open in a spreadsheet.

A byte order mark tells Excel that it is UTF-8. A cell that a spreadsheet would take for a formula gets an
apostrophe in front; numbers with a sign and telephone numbers (“+82-2-2100-7000”) can do nothing and stay as
they are. Whoever reads the file by program takes one apostrophe away where one of those characters follows
it: `plain`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

BOM = "\ufeff"
Cell = str | int | float | bool | None
# Full-width signs begin formulas too, where the spreadsheet is Japanese.
_FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")  # the tab itself, so that it can be read
_NUMBER = re.compile(r"[+-][0-9][0-9 ().,-]*")


def guarded(text: str) -> str:
    """The text as a cell that stays a text."""
    if not _FORMULA.match(text) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def plain(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell[:1] == "'" and guarded(cell[1:]) == cell else cell


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    return "".join(pieces(header, rows))


def pieces(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """The file line by line."""
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    yield BOM
    for row in (header, *rows) if isinstance(rows, Sequence) else _with(header, rows):
        writer.writerow([_cell(cell) for cell in row])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _with(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    yield header
    yield from rows


def _cell(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return guarded(cell) if isinstance(cell, str) else cell
