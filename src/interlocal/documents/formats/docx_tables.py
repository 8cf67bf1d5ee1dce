"""Tables of a Word file: a head that repeats on every page, bands merged over the whole width."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from docx.oxml.ns import qn

from interlocal.documents.formats.document import Column, Facts, Language, Parallel, Row, Table, Text
from interlocal.documents.formats.docx_xml import (
    BAND,
    LINE,
    Element,
    paragraph,
    rule,
    shade,
    spoken,
    w,
)

_SIDES: Final = {"left": "left", "right": "right", "centre": "center"}


def table(said: Table, base: Language, room: int) -> list[Element]:
    """`room`: the width of the text in twentieths of a point."""
    widths = shares([column.width for column in said.columns], room)
    style = "CellDense" if said.dense else "Cell"
    heads = [paragraph(style, *spoken(one.head, base), jc=_side(one)) for one in said.columns]
    rows = [_row(zip(heads, widths, strict=True), head=True)]
    rows.extend(
        _band(row, widths, base, style) if row.band else _cells(row, said.columns, widths, base, style)
        for row in said.rows
    )
    if said.whole:
        _kept(rows)
    return [_whole(rows, widths, "PaperTable", alt="".join(run.text for run in said.caption)), after()]


def _kept(rows: Sequence[Element]) -> None:
    """Each row on the page of the next."""
    for one in (one for row in rows[:-1] for one in row.iter(w("pPr").tag)):
        if one.find(w("keepNext").tag) is None:
            one.insert(1, w("keepNext"))


def hands(signing: Sequence[Sequence[Text]], base: Language, room: int) -> Element:
    """Who signs beside one another: room for a hand, the line and who it is; the lines are those of the paragraphs."""
    widths = shares([1] * len(signing), room)
    row = w("tr", w("trPr", w("cantSplit")))
    for lines, wide in zip(signing, widths, strict=True):
        cell = w("tc", w("tcPr", w("tcW", w=wide, type="dxa"), w("vAlign", val="top")))
        for at, line in enumerate(lines or ((),)):
            border = {"border": w("pBdr", rule("top", colour="000000", space=4))} if lines and at == 0 else {}
            one = paragraph("Centre", *spoken(line, base), **border)
            one.find(qn("w:pPr")).append(w("spacing", before=1100 if at == 0 else 0, after=0))
            cell.append(one)
        row.append(cell)
    none = w(
        "tblBorders",
        *(w(side, val="nil") for side in ("top", "left", "bottom", "right", "insideH", "insideV")),
    )
    look = w("tblPr", w("tblW", w=sum(widths), type="dxa"), none, w("tblLayout", type="fixed"))
    look.append(w("tblCellMar", w("left", w=140, type="dxa"), w("right", w=140, type="dxa")))
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=wide) for wide in widths)), row)


def facts(said: Facts, base: Language, room: int) -> list[Element]:
    widths = shares([1, 2.6], room)
    rows = [
        _row(
            zip(
                [_cell_text((name,), base, "Cell", strong=True), _cell_text((value,), base, "Cell")],
                widths,
                strict=True,
            ),
            first=shade(BAND),
        )
        for name, value in said.rows
    ]
    return [_whole(rows, widths, "PaperTable", head=False), after()] if rows else []


def parallel(said: Parallel, base: Language, room: int) -> list[Element]:
    """Texts beside one another, without lines across: they are read down."""
    many = max([len(said.heads), *(len(row) for row in said.rows), 1])
    widths = shares([1] * many, room)
    rows = []
    if said.heads:
        heads = [_cell_text((text,), base, "Cell") for text in _filled(said.heads, many)]
        rows.append(_row(zip(heads, widths, strict=True), head=True))
    for row in said.rows:
        cells = [_cell_text((text,), base, "Normal") for text in _filled(row, many)]
        rows.append(_row(zip(cells, widths, strict=True)))
    return (
        [_whole(rows, widths, "PaperTable", head=bool(said.heads), open_rows=True), after()] if rows else []
    )


def shares(parts: Sequence[float], room: int) -> list[int]:
    """The room divided by shares; nothing is lost by rounding."""
    whole = sum(max(part, 0.05) for part in parts) or 1
    edges = [0]
    reached = 0.0
    for part in parts:
        reached += max(part, 0.05)
        edges.append(round(room * reached / whole))
    return [right - left for left, right in pairwise(edges)]


def _filled(texts: Sequence[Text], many: int) -> list[Text]:
    return [*texts, *[()] * (many - len(texts))]


def _cell_text(texts: Sequence[Text], base: Language, style: str, *, strong: bool = False) -> Element:
    made = paragraph(style, *(run for text in texts for run in spoken(text, base)))
    if strong:
        for look in made.iter(w("rPr").tag):
            if look.find(w("b").tag) is None:
                look.insert(1 if look[0].tag == w("rFonts").tag else 0, w("b"))
    return made


def _side(column: Column) -> Element:
    return w("jc", val=_SIDES[column.align])


def _cells(row: Row, columns: Sequence[Column], widths: Sequence[int], base: Language, style: str) -> Element:
    cells = [
        paragraph(style, *spoken(text, base), jc=_side(column))
        for text, column in zip(_filled(row.cells, len(columns)), columns, strict=False)
    ]
    return _row(zip(cells, widths, strict=True))


def _band(row: Row, widths: Sequence[int], base: Language, style: str) -> Element:
    words = _cell_text(row.cells, base, style, strong=True)
    # A band is never the last line of a page: it belongs to the rows below it.
    words.find(w("pPr").tag).insert(1, w("keepNext"))
    return w("tr", w("trPr", w("cantSplit")), _cell(words, sum(widths), shade(BAND), span=len(widths)))


def _row(
    cells: Iterable[tuple[Element, int]], *, head: bool = False, first: Element | None = None
) -> Element:
    look = w("trPr", w("cantSplit"))
    if head:
        look.append(w("tblHeader"))
    made = w("tr", look)
    for at, (words, wide) in enumerate(cells):
        made.append(_cell(words, wide, first if at == 0 else None))
    return made


def _cell(words: Element, wide: int, fill: Element | None, *, span: int = 1) -> Element:
    look = w("tcPr", w("tcW", w=wide, type="dxa"))
    if span > 1:
        look.append(w("gridSpan", val=span))
    if fill is not None:
        look.append(fill)
    look.append(w("vAlign", val="center" if span > 1 else "top"))
    return w("tc", look, words)


def _whole(
    rows: Sequence[Element],
    widths: Sequence[int],
    style: str,
    *,
    head: bool = True,
    open_rows: bool = False,
    alt: str = "",
) -> Element:
    look = w("tblPr", w("tblStyle", val=style), w("tblW", w=sum(widths), type="dxa"))
    if open_rows:
        lines = [rule(side, space=0) for side in ("top", "bottom")]
        look.append(w("tblBorders", *lines, w("insideH", val="nil"), rule("insideV", space=0, colour=LINE)))
    look.append(w("tblLayout", type="fixed"))
    look.append(w("tblLook", val="0420" if head else "0400", firstRow=int(head), noHBand=0, noVBand=1))
    if alt:
        look.append(w("tblCaption", val=alt[:200]))
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=wide) for wide in widths)), *rows)


def after() -> Element:
    """Two tables without a paragraph between them become one."""
    return w("p", w("pPr", w("spacing", before=0, after=0, line=160, lineRule="exact")))
