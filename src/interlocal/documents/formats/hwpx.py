"""Flowing papers as HWPX, the file format of Korean offices."""

from itertools import pairwise
from typing import Final

from interlocal.documents.formats.document import (
    Blank,
    Block,
    Bullets,
    Column,
    Cover,
    Document,
    Facts,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Parallel,
    Picture,
    Pictures,
    Run,
    Signature,
    Table,
    Text,
    text,
)
from interlocal.documents.formats.hwpx_looks import LOOKS
from interlocal.documents.formats.hwpx_package import fresh_looks, packed, section_start
from interlocal.documents.formats.hwpx_xml import (
    ANEW,
    Cell,
    Sheet,
    edge,
    needed,
    page_number,
    paragraph,
    picture,
    restarted,
    table,
)
from interlocal.documents.formats.rasters import beside, raster

TYPE: Final = "application/hwp+zip"
CONTENTS: Final = {"ko": "차례", "ja": "目次", "zh-Hans": "目录", "en": "Contents"}
_MM: Final = 283.465
_SIDE, _TOP = round(20 * _MM), round(20 * _MM)
_EDGE: Final = 2835
_SHORT, _LONG = 59528, 84186
_ROLES: Final = {
    "": "Normal",
    "lead": "Lead",
    "note": "Note",
    "right": "Right",
    "centre": "Centre",
    "warning": "Warning",
}
_LINE: Final = 2800
"""How high a line to write in is."""
_ALIGN: Final = {"left": "LEFT", "right": "RIGHT", "centre": "CENTER"}


def flow(document: Document) -> bytes:
    """The paper as .hwpx. A list of contents has no page numbers: only Hangul itself can count them."""
    across, down = (_LONG, _SHORT) if document.landscape else (_SHORT, _LONG)
    sheet = Sheet(fresh_looks(document.scale), document.lang, across - 2 * _SIDE, down - 2 * _TOP - 2 * _EDGE)
    covered = bool(document.blocks) and isinstance(document.blocks[0], Cover)
    start, end = section_start(document.landscape, hide_first=covered, room=(_SIDE, _TOP))
    thin = LOOKS["Gap"]
    # The paragraph that holds the section itself stands above everything, as thin as can be.
    start = start.replace('paraPrIDRef="0"', f'paraPrIDRef="{sheet.looks.paragraph(thin, "ko")}"')
    start = start.replace('charPrIDRef="0"', f'charPrIDRef="{sheet.looks.letter(thin)}"')
    body = [start, _edges(document, sheet), end, "</hp:p>"]
    page_break = restart = False
    for at, block in enumerate(document.blocks):
        if document.contents and at == int(covered):
            body.append(_contents(document, sheet, page_break))
            page_break = True
        if isinstance(block, PageBreak):
            page_break, restart = at > 0, block.restart and at > 0
            continue
        made = _broken(_block(block, document, sheet), page_break)
        body.append(restarted(made) if restart else made)
        page_break, restart = isinstance(block, Cover), False
    return packed(document, sheet.looks, "".join([*body, "</hs:sec>"]), sheet.pictures)


def _broken(made: str, page_break: bool) -> str:
    """The first paragraph begins a page."""
    return made.replace('pageBreak="0"', 'pageBreak="1"', 1) if page_break else made


def _edges(document: Document, sheet: Sheet) -> str:
    made = []
    if document.header:
        made.append(edge(sheet, "header", paragraph(sheet, "Header", document.header)))
    if document.mark:
        made.append(edge(sheet, "footer", paragraph(sheet, "Footer", document.mark)))
    return "".join([*made, page_number(), ANEW if document.in_parts else ""])


def _block(block: Block, document: Document, sheet: Sheet) -> str:
    match block:
        case Cover() | Letterhead():
            return _front(block, sheet)
        case Heading(said, level):
            return paragraph(sheet, f"Heading {level}", said)
        case Paragraph(said, role):
            return paragraph(sheet, _ROLES[role], said)
        case Bullets():
            return _bullets(block, sheet)
        case Picture():
            return _picture(block, sheet)
        case Pictures():
            return _pictures(block, sheet)
        case Signature():
            return _signature(block, sheet)
        case Blank():
            return _blank(block, sheet)
    return _grid(block, sheet)


def _front(block: Cover | Letterhead, sheet: Sheet) -> str:
    if isinstance(block, Letterhead):
        looks = ["Letterhead line"] * len(block.lines)
        looks[-1:] = ["Letterhead last"] if looks else []
        lines = [paragraph(sheet, look, line) for look, line in zip(looks, block.lines, strict=True)]
        return "".join([paragraph(sheet, "Letterhead", block.name), *lines])
    # Room above the first text of a page is dropped by some readers; empty lines are not.
    made = [*_empty(sheet, sheet.high // 12_000), paragraph(sheet, "Title", block.title)]
    if block.second_title:
        made.append(paragraph(sheet, "Subtitle", block.second_title))
    made.extend(
        paragraph(sheet, "Cover first" if at == 0 else "Cover", line) for at, line in enumerate(block.lines)
    )
    return "".join([*made, *_cover_foot(block, sheet)])


def _cover_foot(block: Cover, sheet: Sheet) -> list[str]:
    """The last lines of a cover, as far down as what stands above them lets them."""
    if not block.foot:
        return []
    above = [
        ("Title", block.title),
        ("Subtitle", block.second_title),
        *(("Cover", line) for line in block.lines),
    ]
    taken = sum(needed(sheet, look, said, sheet.room) for look, said in above if said) + 3_000
    taken += sum(needed(sheet, "Cover foot", line, sheet.room) for line in block.foot)
    left = sheet.high - taken - needed(sheet, "Cover", (), sheet.room) * (sheet.high // 12_000 + 1)
    empty = _empty(sheet, max(left // needed(sheet, "Cover", (), sheet.room), 1))
    return [*empty, *(paragraph(sheet, "Cover foot", line) for line in block.foot)]


def _empty(sheet: Sheet, many: int) -> list[str]:
    return [paragraph(sheet, "Cover", ()) for _ in range(many)]


def _bullets(block: Bullets, sheet: Sheet) -> str:
    return "".join(
        paragraph(sheet, "Item", (Run(f"{at}. " if block.numbered else "• ", "ko"), *item))
        for at, item in enumerate(block.items, start=1)
    )


def _picture(block: Picture, sheet: Sheet) -> str:
    drawn = raster(block)
    wide = round(sheet.room * min(max(block.width, 0.05), 1))
    high = round(wide * drawn.height / drawn.width)
    # Nothing may be higher than what a page holds.
    most = round(190 * _MM)
    wide, high = (wide, high) if high <= most else (round(wide * most / high), most)
    under = paragraph(sheet, "Note centred", block.caption) if block.caption else ""
    return picture(sheet, drawn, block.alt, wide, high) + under


def _pictures(block: Pictures, sheet: Sheet) -> str:
    across = max(1, block.columns)
    widths = shares([1] * across, sheet.room)
    rows = []
    for at in range(0, len(block.pictures), across):
        row = block.pictures[at : at + across]
        drawn = [raster(one) for one in row]
        sizes = beside(drawn, widths[0] - 1200)
        cells = [
            Cell(
                picture(sheet, image, one.alt, round(size[0]), round(size[1]))
                + paragraph(sheet, "Note centred", one.caption),
                "none",
                align="TOP",
                high=round(max(high for _wide, high in sizes))
                + needed(sheet, "Note centred", one.caption, widths[0]),
            )
            for one, image, size in zip(row, drawn, sizes, strict=True)
        ]
        cells += [Cell(paragraph(sheet, "Cell LEFT", ()), "none") for _ in range(across - len(row))]
        rows.append(cells)
    return table(sheet, rows, widths)


def _blank(block: Blank, sheet: Sheet) -> str:
    """The label stands in one cell with the first line: not every reader keeps a paragraph or a row with the next."""
    if not block.lines:
        return paragraph(sheet, "Caption", block.label)
    most = sheet.high // _LINE - 3
    lines = [[Cell(paragraph(sheet, "Cell LEFT", ()), "bottom")] for _ in range(block.lines)]
    if block.label:
        said = paragraph(sheet, "Caption", block.label)
        high = _LINE + needed(sheet, "Caption", block.label, sheet.room)
        lines[0] = [Cell(said, "bottom", align="TOP", high=high)]
    first = table(sheet, lines[:most], [sheet.room], height=_LINE, whole=True)
    return first + table(sheet, lines[most:], [sheet.room], height=_LINE)


def _signature(block: Signature, sheet: Sheet) -> str:
    """The day, then on the right a line for the hand and below it who signs."""
    nothing = paragraph(sheet, "Cell LEFT", ())
    if block.beside:
        return "".join(_signature(Signature((), one), sheet) for one in (block.lines, *block.beside) if one)
    lines = "".join(paragraph(sheet, "Cell CENTER", line) for line in block.lines)
    half = sheet.room // 2
    rows = [
        [Cell(paragraph(sheet, "Day", block.place_and_day), "none", span=2, align="TOP")],
        [Cell(nothing, "none"), Cell(lines or nothing, "top", align="TOP")],
    ]
    return table(sheet, rows, [sheet.room - half, half], height=7200, whole=True)


def _contents(document: Document, sheet: Sheet, page_break: bool) -> str:
    head = text(CONTENTS.get(document.lang, CONTENTS["en"]), document.lang)
    lines = [
        paragraph(sheet, "Contents" if block.level == 1 else "Contents deeper", block.text)
        for block in document.blocks
        if isinstance(block, Heading) and block.level < 3
    ]
    return "".join([paragraph(sheet, "Heading 1", head, page_break=page_break), *lines])


def _grid(block: Block, sheet: Sheet) -> str:
    match block:
        case Table():
            return _table(block, sheet)
        case Facts(rows):
            facts = [
                [
                    Cell(paragraph(sheet, "Head LEFT", name), "band"),
                    Cell(paragraph(sheet, "Cell LEFT", value)),
                ]
                for name, value in rows
            ]
            return table(sheet, facts, shares([1, 3], sheet.room))
        case Parallel():
            return _parallel(block, sheet)
    raise TypeError(block)


def _table(block: Table, sheet: Sheet) -> str:
    kind = "Dense" if block.dense else "Cell"
    head = "Dense head" if block.dense else "Head"
    widths = shares([column.width for column in block.columns], sheet.room)
    rows = [
        [
            Cell(paragraph(sheet, f"{head} {_ALIGN[column.align]}", column.head), "head", head=True)
            for column in block.columns
        ]
    ]
    for row in block.rows:
        if row.band:
            words = paragraph(sheet, f"{head} LEFT", row.cells[0] if row.cells else ())
            rows.append([Cell(words, "band", span=len(block.columns))])
        else:
            rows.append(_cells(row.cells, block.columns, widths, kind, sheet))
    return table(sheet, rows, widths, height=1650 if block.dense else 1900)


def _cells(
    cells: tuple[Text, ...], columns: tuple[Column, ...], widths: list[int], kind: str, sheet: Sheet
) -> list[Cell]:
    filled = (*cells, *[()] * (len(columns) - len(cells)))
    return [
        _cell(sheet, f"{kind} {_ALIGN[column.align]}", cell, wide)
        for cell, column, wide in zip(filled, columns, widths, strict=False)
    ]


def _parallel(block: Parallel, sheet: Sheet) -> str:
    many = max([len(block.heads), *(len(row) for row in block.rows), 1])
    rows = []
    if block.heads:
        heads = (*block.heads, *[()] * (many - len(block.heads)))
        rows.append([Cell(paragraph(sheet, "Head LEFT", head), "head", head=True) for head in heads])
    wide = sheet.room // many
    for at, row in enumerate(block.rows, start=1):
        filled = (*row, *[()] * (many - len(row)))
        border = "open last" if at == len(block.rows) else "open"
        rows.append([_cell(sheet, "Text cell", cell, wide, border, "TOP") for cell in filled])
    return table(sheet, rows, shares([1] * many, sheet.room))


def _cell(
    sheet: Sheet, look: str, said: Text, wide: int, border: str = "cell", align: str = "CENTER"
) -> Cell:
    return Cell(paragraph(sheet, look, said), border, align=align, high=needed(sheet, look, said, wide))


def shares(parts: list[float], room: int) -> list[int]:
    """The room divided by shares; nothing is lost by rounding."""
    whole = sum(max(part, 0.05) for part in parts) or 1
    edges = [0]
    reached = 0.0
    for part in parts:
        reached += max(part, 0.05)
        edges.append(round(room * reached / whole))
    return [right - left for left, right in pairwise(edges)]
