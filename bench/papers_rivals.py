"""The same papers by others: WeasyPrint from HTML, openpyxl from rows. Same words, same fonts, same codes."""

import base64
import logging
from collections.abc import Iterator, Mapping
from html import escape
from importlib import import_module
from io import BytesIO
from typing import Any

from interlocal.documents.formats.cards import Card, CardLine, CardSheet, _code, ink_on
from interlocal.documents.formats.document import Document, Heading, Paragraph, Table, Text
from interlocal.documents.formats.fonts import font_files
from interlocal.documents.formats.html import page, said

FACES = {
    "Noto Sans KR": "SansKR",
    "Noto Sans JP": "SansJP",
    "Noto Sans SC": "SansSC",
    "Noto Sans TC": "SansTC",
}
FAMILIES = {"ja": "Noto Sans JP", "zh-Hans": "Noto Sans SC", "zh-Hant": "Noto Sans TC"}
BADGE = """
@page{size:A4;margin:18.5mm 15mm}body{margin:0}p{margin:1mm 0}
.b{float:left;position:relative;width:90mm;height:130mm;text-align:center;overflow:hidden}
.e{background:#eaf0f7;padding:8mm 6mm 3mm}.name{font-size:30pt;font-weight:700}.second{font-size:18pt}
.q{position:absolute;right:3mm;bottom:16.5mm;width:27mm}.c{position:absolute;left:5mm;bottom:18mm}
.r{position:absolute;bottom:0;width:100%;height:15mm;line-height:15mm;font-weight:700}
"""


def flowing(document: Document) -> bytes:
    """The web page of the same document, printed."""
    return _printed(page(document), "body{font-size:9.5pt}table{table-layout:fixed}")


def badges(sheet: CardSheet) -> bytes:
    return _printed("".join(_badges(sheet)), BADGE)


def rows(document: Document) -> bytes:
    """A workbook of the rows and nothing else: no fonts, no lines, no heights."""
    book = import_module("openpyxl").Workbook()
    sheet = book.active
    for row in _rows(document):
        sheet.append(row)
    return _saved(book)


def ruled_rows(document: Document) -> bytes:
    """With what makes such a list readable: wrapped cells with lines around them, a head that stays."""
    book, styles = import_module("openpyxl").Workbook(), import_module("openpyxl.styles")
    sheet = book.active
    line = styles.Side(style="thin", color="A9B1BD")
    look, around, strong = (
        styles.Alignment(wrap_text=True, vertical="top"),
        styles.Border(line, line, line, line),
        styles.Font(bold=True),
    )
    for at, row in enumerate(_rows(document)):
        sheet.append(row)
        for cell in sheet[at + 1]:
            cell.alignment, cell.border = look, around
            if at == 0:
                cell.font = strong
    sheet.freeze_panes = "A2"
    return _saved(book)


def _saved(book: Any) -> bytes:
    stored = BytesIO()
    book.save(stored)
    return stored.getvalue()


def _rows(document: Document) -> Iterator[list[str]]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield [_plain(block.text)]
        elif isinstance(block, Table):
            yield [_plain(column.head) for column in block.columns]
            yield from ([_plain(cell) for cell in row.cells] for row in block.rows)


def _plain(cell: Text) -> str:
    return "".join(run.text for run in cell)


def _printed(html: str, style: str) -> bytes:
    # What it does not know of our style sheet it says line by line.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    weasyprint: Any = import_module("weasyprint")
    faces = import_module("weasyprint.text.fonts").FontConfiguration()
    sheet = weasyprint.CSS(string=f"{''.join(_faces())}{style}", font_config=faces)
    made = weasyprint.HTML(string=html).write_pdf(
        stylesheets=[sheet], font_config=faces, pdf_variant="pdf/ua-1"
    )
    return bytes(made)


def _faces() -> Iterator[str]:
    for family, part in FACES.items():
        file = next(file for file in font_files() if part in file.name)
        yield f"@font-face{{font-family:'{family}';src:url('{file.as_uri()}')}}"
    yield "html,body{font-family:'Noto Sans KR'}"
    yield from (f":lang({lang}){{font-family:'{family}'}}" for lang, family in FAMILIES.items())


def _badges(sheet: CardSheet) -> Iterator[str]:
    event = said(sheet.event, sheet.lang)
    yield f'<html lang="{sheet.lang}"><head><title>{escape(sheet.title)}</title></head><body>'
    for card in sheet.cards:
        lines = "".join(_line(line, sheet.lang) for line in card.lines)
        yield f'<div class="b"><div class="e">{event}</div>{lines}{_foot(card, sheet.lang)}</div>'
    yield "</body></html>"


def _line(line: CardLine, lang: str) -> str:
    return f'<p class="{line.role}">{said(line.text, lang)}</p>' if line.text else ""


def _foot(card: Card, lang: str) -> str:
    drawn = base64.b64encode(_code(card.qr).encode()).decode()
    return (
        f'<div class="c">{said(card.corner, lang)}</div>'
        f'<img class="q" alt="{escape(card.qr_alt)}" src="data:image/svg+xml;base64,{drawn}">'
        f'<div class="r" style="background:{card.colour};color:{ink_on(card.colour)}">{said(card.band, lang)}</div>'
    )


RIVALS: Mapping[str, Any] = {
    "weasyprint": flowing,
    "weasyprint badges": badges,
    "openpyxl": rows,
    "openpyxl ruled": ruled_rows,
}
