"""Tables of a paper as an Excel workbook: a worksheet for each. Texts stay texts, and only our own numbers are numbers."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import ceil
from typing import Any, Final
from unicodedata import east_asian_width

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from interlocal.documents.formats.document import (
    Block,
    Column,
    Document,
    Facts,
    Heading,
    Language,
    Paragraph,
    Row,
    Run,
    Table,
    Text,
    marked,
    text,
    texts,
)
from interlocal.documents.formats.xml_text import fit

TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The same input gives the same bytes: a workbook has no hour of birth of its own.
BORN: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
FACES: Final = {
    "ko": "맑은 고딕",
    "ja": "游ゴシック",
    "zh-Hans": "微软雅黑",
    "zh-Hant": "微軟正黑體",
    "en": "Calibri",
}
LONGEST: Final = 32_767
_NAME: Final = 31
_LINE: Final = {"border": 1, "border_color": "#A9B1BD"}
_INK, _FILL, _BAND = "#0B3D78", "#EAF0F7", "#F4F7FB"


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    table: Table
    leads: tuple[Text, ...]
    head: bool = True


@dataclass(slots=True)
class _Book:
    book: Any
    lang: Language
    made: dict[tuple[tuple[str, object], ...], Format] = field(default_factory=dict)

    def form(self, lang: Language, **look: object) -> Format:
        face = FACES.get(lang, FACES.get(self.lang, "Calibri"))
        look = {"font_name": face, "font_size": 10, "valign": "top", **look}
        key = tuple(sorted(look.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def workbook(document: Document) -> bytes:
    """Every Table and every Facts as a sheet of its own; a paper without any as one sheet of its lines."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        author = fit(document.author)[:255]
        book.set_properties({"title": fit(document.title)[:255], "author": author, "created": BORN})
        forms = _Book(book, document.lang)
        taken: set[str] = set()
        for sheet in _sheets(document):
            made = book.add_worksheet(_name(sheet.name, taken))
            _fill(made, sheet, document, forms)
    return file.getvalue()


def _sheets(document: Document) -> Iterator[_Sheet]:
    leads: list[Text] = []
    named, any_sheet = document.title, False
    for block in document.blocks:
        if isinstance(block, Heading):
            named = _said(block.text)
        elif isinstance(block, Paragraph) and block.role == "lead":
            leads.append(block.text)
        elif isinstance(block, Table | Facts):
            yield _sheet(block, named, leads)
            any_sheet, leads = True, []
    if not any_sheet:
        lines = tuple(Row((said,)) for block in document.blocks for said in _lines(block))
        yield _Sheet(document.title, Table((Column((), 1),), lines, ()), (), head=False)


def _lines(block: Block) -> Iterator[Text]:
    return (said for said in texts(block) if said)


def _sheet(block: Table | Facts, named: str, leads: Sequence[Text]) -> _Sheet:
    if isinstance(block, Table):
        return _Sheet(_said(block.caption) or named, block, tuple(leads))
    columns = (Column((), 1), Column((), 2.6))
    return _Sheet(named, Table(columns, tuple(Row(row) for row in block.rows), ()), tuple(leads), head=False)


def _said(said: Text) -> str:
    return "".join(run.text for run in said)


def _name(wanted: str, taken: set[str]) -> str:
    """At most 31 characters, without those that Excel refuses, and no two alike (it does not tell cases apart)."""
    base = "".join(char for char in fit(wanted) if char not in "[]:*?/\\'\n\t").strip() or "1"
    # Excel keeps this name for itself.
    base = "History." if base.casefold() == "history" else base
    name, number = _cut(base, _NAME), 2
    while name.casefold() in taken:
        ending = f" ({number})"
        name, number = _cut(base, _NAME - len(ending)) + ending, number + 1
    taken.add(name.casefold())
    return name


def _cut(name: str, most: int) -> str:
    """Excel counts the units of UTF-16."""
    return name.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore").strip() or "1"


def _fill(sheet: Worksheet, said: _Sheet, document: Document, forms: _Book) -> None:
    top = _above(sheet, said, document, forms)
    columns = said.table.columns
    widths = _widths(columns, landscape=document.landscape)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    if said.head:
        sheet.set_row(top, _height(Row(tuple(column.head for column in columns)), widths) + 4)
        for at, column in enumerate(columns):
            look = {"bold": True, "bg_color": _FILL, "font_color": _INK, "text_wrap": True, **_LINE}
            _write(sheet, (top, at), column.head, forms, align=_align(column), **look)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)
        top += 1
    for at, row in enumerate(said.table.rows, start=top):
        sheet.set_row(at, _height(row, [sum(widths)] if row.band else widths) + 3)
        _row(sheet, at, row, said, forms)
    _page(sheet, document)


def _above(sheet: Worksheet, said: _Sheet, document: Document, forms: _Book) -> int:
    """Title, header and leads; the number of the row below them."""
    lines = [(text(document.title, document.lang), {"bold": True, "font_size": 15, "font_color": _INK})]
    lines.extend(
        (one, {"font_color": "#555C66"})
        for one in (document.header, *said.leads)
        if _said(one) not in ("", document.title)
    )
    for at, (line, look) in enumerate(lines):
        _write(sheet, (at, 0), line, forms, **look)
    sheet.set_row(0, 24)
    return len(lines) + 1


def _widths(columns: Sequence[Column], *, landscape: bool) -> list[float]:
    """In characters: what fits a page at the size of the letters."""
    room = 135 if landscape else 92
    whole = sum(column.width for column in columns) or 1
    return [max(room * column.width / whole, 4) for column in columns]


def _height(row: Row, widths: Sequence[float]) -> float:
    """In points: as many lines as the fullest cell needs. Not every program works it out when a file is opened."""
    return 15.0 * max(
        (_lines_of(_said(cell), wide) for cell, wide in zip(row.cells, widths, strict=False)), default=1
    )


def _lines_of(said: str, wide: float) -> int:
    """Letters of East Asia take two places; the indent and the bold ones take some room too."""
    room = max(wide - 2.5, 2)
    return min(25, sum(max(1, ceil(_places(line) / room)) for line in said.split("\n")))


def _places(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def _row(sheet: Worksheet, at: int, row: Row, said: _Sheet, forms: _Book) -> None:
    columns = said.table.columns
    if row.band:
        _band(sheet, at, row, len(columns), forms)
        return
    for place, (column, cell) in enumerate(zip(columns, row.cells, strict=False)):
        look = {"text_wrap": True, "valign": "vcenter", "align": _align(column), **_LINE}
        if not said.head and len(columns) == 2 and place == 0:
            look.update(bold=True, bg_color=_BAND)
        number = _number(cell) if column.align == "right" else None
        if number is None:
            _write(sheet, (at, place), cell, forms, **look)
        else:
            sheet.write_number(at, place, number, forms.form(cell[0].lang, indent=1, **look))


def _band(sheet: Worksheet, at: int, row: Row, many: int, forms: _Book) -> None:
    look = {"bold": True, "bg_color": _BAND, "align": "left", "indent": 1, **_LINE}
    words = row.cells[0] if row.cells else ()
    if many > 1:
        lang = words[0].lang if words else forms.lang
        sheet.merge_range(at, 0, at, many - 1, "", forms.form(lang, **look))
    _write(sheet, (at, 0), words, forms, **look)


def _align(column: Column) -> str:
    return "center" if column.align == "centre" else column.align


def _number(cell: Text) -> int | None:
    """Digits only, and none that a number would lose."""
    said = _said(cell)
    exact = said.isascii() and said.isdigit() and len(said) <= 15 and (said == "0" or said[0] != "0")
    return int(said) if exact else None


def _write(sheet: Worksheet, at: tuple[int, int], said: Text, forms: _Book, **look: object) -> None:
    parts = [run for run in marked(said) if fit(run.text)]
    if look.get("align") in ("left", "right"):
        look["indent"] = 1
    cell = forms.form(parts[0].lang if parts else forms.lang, **look)
    if len(parts) > 1 and sum(len(run.text) for run in parts) < LONGEST:
        letters = {key: look[key] for key in ("bold", "font_size", "font_color") if key in look}
        pieces = [
            piece for run in parts for piece in (forms.form(run.lang, **letters | _style(run)), fit(run.text))
        ]
        sheet.write_rich_string(*at, *pieces, cell)
    else:
        only = forms.form(parts[0].lang, **look | _style(parts[0])) if len(parts) == 1 else cell
        sheet.write_string(*at, "".join(fit(run.text) for run in parts)[:LONGEST], only)


def _style(run: Run) -> dict[str, object]:
    styles: dict[str, dict[str, object]] = {
        "strong": {"bold": True},
        "large": {"bold": True, "font_size": 13},
        "quiet": {"font_color": "#555C66"},
    }
    return styles.get(run.style, {})


def _page(sheet: Worksheet, document: Document) -> None:
    if document.landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    # In footers & begins a command.
    mark = fit(_said(document.mark)).replace("\n", " ").replace("&", "&&")[:200]
    sheet.set_footer(f"&L&8{' ' if mark[:1].isdigit() else ''}{mark}&R&8 &P / &N")
