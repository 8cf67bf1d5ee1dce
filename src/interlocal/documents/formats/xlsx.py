"""Tables as Excel workbooks. Texts stay texts: nothing typed by anybody becomes a formula or a link."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from interlocal.documents.formats.csv import Cell

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The same input gives the same bytes: a workbook has no hour of birth of its own.
BORN = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
WIDEST = 60


def workbook(
    title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]], *, above: Sequence[str] = ()
) -> bytes:
    """One sheet: lines of text `above`, then a heading that stays in view and can be filtered, then the rows."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": title, "created": BORN})
        sheet = book.add_worksheet(_sheet_name(title))
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        body = book.add_format({"text_wrap": True, "valign": "top"})
        for at, line in enumerate((title, *above)):
            sheet.write_string(at, 0, line)
        top = len(above) + 2
        for column, name in enumerate(header):
            sheet.write_string(top, column, name, head)
            sheet.set_column(column, column, _width(name, [row[column] for row in rows]))
        for at, row in enumerate(rows, start=top + 1):
            for column, cell in enumerate(row):
                _write(sheet, at, column, cell, body)
        sheet.freeze_panes(top + 1, 0)
        sheet.autofilter(top, 0, top + len(rows), max(len(header) - 1, 0))
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top)
    return file.getvalue()


def _write(sheet: Worksheet, at: int, column: int, cell: Cell, form: Format) -> None:
    if isinstance(cell, bool) or cell is None:
        sheet.write_string(at, column, "" if cell is None else str(cell), form)
    elif isinstance(cell, int | float):
        sheet.write_number(at, column, cell, form)
    else:
        sheet.write_string(at, column, cell, form)


def _width(name: str, cells: Sequence[Cell]) -> float:
    """In characters; those of East Asia take two."""
    longest = max((_length(str(cell)) for cell in (name, *cells[:500]) if cell is not None), default=8)
    return float(min(max(longest + 2, 6), WIDEST))


def _length(text: str) -> int:
    return sum(2 if ord(char) > 0x2E7F else 1 for char in text)


def _sheet_name(title: str) -> str:
    """At most 31 characters, without those that Excel refuses."""
    return "".join(char for char in title if char not in "[]:*?/\\'").strip()[:31] or "1"
