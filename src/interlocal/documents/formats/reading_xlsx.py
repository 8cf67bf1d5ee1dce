"""Reader of Excel workbooks. What a file claims is checked before anything is unpacked into memory.

A workbook is a zip: the members are counted and unpacked once into nothing, by the byte. Then the sheets are
looked through as a stream of XML - how far cells reach, which formulas have no value - because a cell far out would
make a table of billions. Only then the values are read.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from interlocal.documents.formats.reading_table import MOST_COLUMNS, MOST_ROWS, Table, Unreadable, table_of

MOST_MEMBERS: Final = 1_000
LARGEST_UNPACKED: Final = 40 * 1024 * 1024
MOST_SHEETS: Final = 30
_PIECE: Final = 1 << 16
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
# Beyond this a sheet is not read at all; lists of people are refused long before, by their rows.
_FARTHEST_ROW: Final = 20_000


def is_workbook(data: bytes) -> bool:
    return data[:4] == b"PK\x03\x04" or data.startswith(_OLD)


def tables(data: bytes) -> list[Table]:
    """A Table for each sheet that holds something, those in sight first.

    Raise Unreadable: old_workbook, not_a_workbook, too_large_unpacked, broken_workbook, empty, and those of `table_of`
    when no sheet can be read.
    """
    if data.startswith(_OLD):
        raise Unreadable("old_workbook")
    scans = _scanned(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            found, failed = _sheets(book, scans)
    except CalamineError:
        raise Unreadable("broken_workbook") from None
    if not found:
        raise failed or Unreadable("empty")
    return sorted(found, key=lambda table: table.hidden)


@dataclass(slots=True)
class _Scan:
    """What a sheet holds, by its XML: cells (row and column from 0) and the last ones with anything in them."""

    rows: int = 0
    columns: int = 0
    marks: dict[tuple[int, int], str] = field(default_factory=dict)


def _scanned(data: bytes) -> dict[str, _Scan]:
    """For each member that is a sheet, its scan; afterwards the file is known to be harmless to read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Unreadable("broken_workbook") from None
    except Exception as fault:
        if type(fault).__module__ == "zlib":
            raise Unreadable("broken_workbook") from None
        raise


def _members(archive: zipfile.ZipFile) -> dict[str, _Scan]:
    members = archive.infolist()
    names = {member.filename for member in members}
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise Unreadable("too_large_unpacked")
    if "xl/workbook.xml" not in names:
        raise Unreadable("not_a_workbook")
    scans: dict[str, _Scan] = {}
    left = LARGEST_UNPACKED
    for member in members:
        scan = _Looking() if _is_xml(member.filename) else None
        for piece in _pieces(archive, member):
            # What the directory says of a member's size is its maker's word only.
            left -= len(piece)
            if left < 0:
                raise Unreadable("too_large_unpacked")
            if scan:
                scan.feed(piece)
        if scan and member.filename.startswith("xl/worksheets/"):
            scans[member.filename] = scan.scan
    return {_sheet(archive, name): scan for name, scan in scans.items()}


def _is_xml(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


class _Looking:
    """Expat over one member: no document types, and of sheets what is in their cells."""

    def __init__(self) -> None:
        self.scan = _Scan()
        self._cell: tuple[int, int] | None = None
        self._formula = self._error = self._value = False
        self._inside = ""
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parser = parser

    def feed(self, piece: bytes) -> None:
        try:
            self._parser.Parse(piece)
        except expat.ExpatError:
            raise Unreadable("broken_workbook") from None

    def _doctype(self, *_: object) -> None:
        raise Unreadable("broken_workbook")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "c":
            self._cell = _place(attributes.get("r", ""))
            self._formula = self._value = False
            self._error = attributes.get("t") == "e"
        elif tag == "f":
            self._formula = True
        elif tag in ("v", "t"):
            self._inside = tag

    def _text(self, text: str) -> None:
        if self._inside and text:
            self._value = True

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in ("v", "t"):
            self._inside = ""
        elif tag == "c" and self._cell:
            self._settle(self._cell)
            self._cell = None

    def _settle(self, cell: tuple[int, int]) -> None:
        if not (self._value or self._formula):
            return
        row, column = cell
        self.scan.rows = max(self.scan.rows, row + 1)
        self.scan.columns = max(self.scan.columns, column + 1)
        if self._error:
            self.scan.marks[cell] = "error_value"
        elif self._formula and not self._value:
            self.scan.marks[cell] = "formula"


def _place(reference: str) -> tuple[int, int] | None:
    """B3 -> (2, 1)."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _sheet(archive: zipfile.ZipFile, member: str) -> str:
    """The name of the sheet a member holds, through the relations of the workbook; else the member's."""
    relations = (
        archive.read("xl/_rels/workbook.xml.rels") if _has(archive, "xl/_rels/workbook.xml.rels") else b""
    )
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def related(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "Relationship":
            target = attributes.get("Target", "")
            targets[attributes.get("Id", "")] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )

    def named(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] == "sheet":
            relation = next(
                (value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), ""
            )
            names[targets.get(relation, "")] = attributes.get("name", "")

    for text, handler in ((relations, related), (archive.read("xl/workbook.xml"), named)):
        parser = expat.ParserCreate()
        parser.StartElementHandler = handler
        if text:
            parser.Parse(text, True)
    return names.get(member, member)


def _has(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist()


def _sheets(book: CalamineWorkbook, scans: dict[str, _Scan]) -> tuple[list[Table], Unreadable | None]:
    """The sheets that can be read, and why the first of the others cannot."""
    found: list[Table] = []
    failed: Unreadable | None = None
    for meta in book.sheets_metadata[:MOST_SHEETS]:
        scan = scans.get(meta.name)
        if scan is None or not scan.rows:
            continue
        hidden = meta.visible != SheetVisibleEnum.Visible
        try:
            found.append(_read(book, meta.name, scan, hidden=hidden))
        except Unreadable as fault:
            # A list too long in sight is not passed over for a short one behind it.
            if not hidden and not found:
                raise
            failed = failed or fault
    return found, failed


def _read(book: CalamineWorkbook, name: str, scan: _Scan, *, hidden: bool) -> Table:
    if scan.columns > MOST_COLUMNS * 4:
        raise Unreadable("too_many_columns", count=scan.columns, most=MOST_COLUMNS)
    if scan.rows > _FARTHEST_ROW:
        raise Unreadable("too_many_rows", count=scan.rows, most=MOST_ROWS)
    sheet = book.get_sheet_by_name(name)
    cells = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    marks = {(row + 1, column): code for (row, column), code in scan.marks.items()}
    for (row, column), text in _merged(sheet.merged_cell_ranges or [], cells):
        cells[row][column] = text
        marks[row + 1, column] = "merged"
    for row, column in scan.marks:
        if row < len(cells) and column < len(cells[row]):
            # Something stands there, so that the row is not taken for an empty one.
            cells[row][column] = cells[row][column] or "?"
    return table_of(name, list(enumerate(cells, start=1)), marks=marks, hidden=hidden)


def _merged(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]], cells: list[list[str]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """The text of a merged cell in each of its other places, within the table."""
    for (top, left), (bottom, right) in ranges:
        if top >= len(cells) or left >= len(cells[top]) or not cells[top][left]:
            continue
        for row in range(top, min(bottom, len(cells) - 1) + 1):
            for column in range(left, min(right, len(cells[row]) - 1) + 1):
                if (row, column) != (top, left):
                    yield (row, column), cells[top][left]


def _text(value: Any) -> str:
    """A cell as it is shown: whole numbers without a point, days as 2026-06-10."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()
