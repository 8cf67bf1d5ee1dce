"""Pictures of a Word file: one in the middle, or several beside each other in a table without lines."""

import io
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.shared import Emu

from interlocal.documents.formats.document import Document, Language, Picture, Pictures
from interlocal.documents.formats.docx_styles import Word, width
from interlocal.documents.formats.docx_tables import shares
from interlocal.documents.formats.docx_xml import Element, paragraph, spoken, w
from interlocal.documents.formats.rasters import Raster, beside, raster
from interlocal.documents.formats.xml_text import fit

_EMU_A_TWIP: Final = 635
_MOST: Final = round(200 / 25.4 * 914400)
"""Nothing may be higher than what a page holds."""
_GAP: Final = 170
"""Between pictures, in twentieths of a point."""


def pictured(word: Word, said: Picture | Pictures, document: Document, before: int) -> list[Element]:
    """`before`: how many pictures there were until now."""
    room = width(document)
    if isinstance(said, Picture):
        drawn = raster(said)
        wide = room * _EMU_A_TWIP * min(max(said.width, 0.05), 1)
        high = wide * drawn.height / drawn.width
        size = (wide, high) if high <= _MOST else (wide * _MOST / high, _MOST)
        return _one(word, said, drawn, size, document.lang, before + 1)
    return _grid(word, said, document.lang, room, before) if said.pictures else []


def _grid(word: Word, said: Pictures, base: Language, room: int, before: int) -> list[Element]:
    across = max(1, said.columns)
    widths = shares([1] * across, room)
    rows = []
    for at in range(0, len(said.pictures), across):
        row = said.pictures[at : at + across]
        drawn = [raster(one) for one in row]
        sizes = beside(drawn, (widths[0] - 2 * _GAP) * _EMU_A_TWIP)
        cells = [
            _one(word, one, image, size, base, before + at + place)
            for place, (one, image, size) in enumerate(zip(row, drawn, sizes, strict=True), start=1)
        ]
        cells.extend([w("p")] for _ in range(across - len(row)))
        rows.append(_row(cells, widths))
    sides = [w(side, w=_GAP, type="dxa") for side in ("left", "right")]
    look = w("tblPr", w("tblW", w=room, type="dxa"), w("tblLayout", type="fixed"), w("tblCellMar", *sides))
    return [
        w("tbl", look, w("tblGrid", *(w("gridCol", w=wide) for wide in widths)), *rows),
        paragraph("Note"),
    ]


def _row(cells: list[list[Element]], widths: list[int]) -> Element:
    made = w("tr", w("trPr", w("cantSplit")))
    made.extend(
        w("tc", w("tcPr", w("tcW", w=wide, type="dxa")), *cell)
        for cell, wide in zip(cells, widths, strict=True)
    )
    return made


def _one(
    word: Word, said: Picture, drawn: Raster, size: tuple[float, float], base: Language, number: int
) -> list[Element]:
    part_id, _image = word.part.get_or_add_image(io.BytesIO(drawn.content))
    wide, high = (Emu(round(side)) for side in size)
    inline: Any = CT_Inline.new_pic_inline(number, part_id, f"picture-{number}.{drawn.kind}", wide, high)
    inline.docPr.set("descr", fit(said.alt)[:255])
    held = w("p", w("pPr", w("pStyle", val="Centre")), w("r", w("drawing", inline)))
    if not said.caption:
        return [held]
    held.find(qn("w:pPr")).append(w("keepNext"))
    return [held, paragraph("Note", *spoken(said.caption, base), jc=w("jc", val="center"))]
