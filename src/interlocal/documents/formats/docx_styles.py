"""The sheet and the styles of a Word file: real styles, so that an office can restyle a paper in one place."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm

from interlocal.documents.formats.document import Document, Language
from interlocal.documents.formats.docx_sections import counted_by_part, number_if_several, number_in_part
from interlocal.documents.formats.docx_xml import (
    ALARM,
    FILL,
    INK,
    QUIET,
    Element,
    face,
    field,
    fonts,
    language,
    preserved,
    rule,
    shade,
    spoken,
    w,
)
from interlocal.documents.formats.xml_text import fit

Word = Any
"""A document of python-docx."""

BORN: Final = datetime(2000, 1, 1, tzinfo=UTC)
_SHORT, _LONG = 210, 297
_SIDE, _TOP = 20, 22
# Chinese offices set larger than the others; in points.
_BODY: Final = {"ko": 10.5, "ja": 10.5, "zh-Hans": 12.0, "en": 10.5}


@dataclass(frozen=True, slots=True)
class _Style:
    """Sizes and distances in points; `rank` of a heading in the outline, from 0."""

    name: str
    size: float
    bold: bool = False
    colour: str = "000000"
    align: str = "left"
    before: float = 0
    after: float = 4
    line: float = 1.25
    rank: int | None = None
    with_next: bool = False


def _styles(body: float) -> tuple[_Style, ...]:
    return (
        _Style("Normal", body, line=1.3),
        _Style("Title", 26, bold=True, colour=INK, before=6, after=10, line=1.15),
        _Style("Subtitle", 15, colour=QUIET, after=10),
        _Style("Cover Line", 12, after=6),
        _Style("Cover Foot", 10, colour=QUIET, after=3),
        _Style("Heading 1", 16, bold=True, colour=INK, before=18, after=8, rank=0, with_next=True),
        _Style("Heading 2", 13, bold=True, colour=INK, before=14, after=5, rank=1, with_next=True),
        _Style("Heading 3", 11.5, bold=True, colour=INK, before=10, after=3, rank=2, with_next=True),
        _Style("Lead", body + 1.5, after=8, line=1.4),
        _Style("Note", body - 1.5, colour=QUIET),
        _Style("Right", body, align="right"),
        _Style("Centre", body, align="center"),
        _Style("Warning", body, bold=True, colour=ALARM, before=6, after=8),
        _Style("Letterhead", 22, bold=True, colour=INK, after=3, line=1.1),
        _Style("Letterhead Line", 9.5, colour=QUIET, after=0),
        _Style("Caption", 9.5, bold=True, colour=INK, before=8, after=3, with_next=True),
        _Style("List Item", body, after=3),
        _Style("Contents Line", body, after=3),
        _Style("Cell", 9.5, after=0, line=1.15),
        _Style("Cell Dense", 8.5, after=0, line=1.1),
        _Style("Header", 8.5, colour=QUIET, after=0),
        _Style("Footer", 8.5, colour=QUIET, after=0),
    )


def blank(document: Document) -> Word:
    """An empty Word file with the paper's sheet, styles, properties, header and footer."""
    word = docx.Document()
    _forget_the_template(word)
    base = document.lang
    _defaults(word, document)
    for style in _styles(_BODY.get(base, 10.5)):
        _put(word, _scaled(style, document), base)
    _table_style(word)
    _sheet(word, document)
    _properties(word, document)
    return word


def _scaled(style: _Style, document: Document) -> _Style:
    """What stands at the edges is not read from afar."""
    scale = min(document.scale, 1.25) if style.name in ("Header", "Footer") else document.scale
    return replace(style, size=style.size * scale)


def width(document: Document) -> int:
    """Of the text, in twentieths of a point."""
    return round(((_LONG if document.landscape else _SHORT) - 2 * _SIDE) * 1440 / 25.4)


def _forget_the_template(word: Word) -> None:
    """The template of python-docx has a picture of itself and a body section; only the section is wanted."""
    rels = word.part.package.rels
    for key in [key for key, rel in rels.items() if rel.reltype.endswith("/thumbnail")]:
        del rels[key]
    for paragraph in list(word.paragraphs):
        paragraph._element.getparent().remove(paragraph._element)


def _defaults(word: Word, document: Document) -> None:
    base, half = document.lang, round(21 * document.scale)
    look = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(look):
        look.remove(child)
    look.extend([fonts(face(base, base)), w("sz", val=half), w("szCs", val=half), language(base)])
    settings = word.settings.element
    for name in ("w:compat", "w:themeFontLang"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    # Without this Word opens the file in the manner of 2007.
    modern = w(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
    settings.find(qn("w:rsids")).addprevious(w("compat", modern))


def _put(word: Word, style: _Style, base: Language) -> None:
    known = style.name in {one.name for one in word.styles}
    made = word.styles[style.name] if known else word.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH)
    element = made._element
    for name in ("w:pPr", "w:rPr"):
        for old in element.findall(qn(name)):
            element.remove(old)
    element.extend([_paragraph_look(style, korean=base == "ko"), _letters(style, base)])
    made.hidden, made.quick_style = False, True


def _paragraph_look(style: _Style, *, korean: bool) -> Element:
    look = w("pPr")
    if style.with_next:
        look.extend([w("keepNext"), w("keepLines")])
    if style.name == "Warning":
        look.append(w("pBdr", rule("left", size=24, colour=ALARM, space=8)))
    if style.name == "Header":
        look.append(w("pBdr", rule("bottom", space=3)))
    if korean:
        # Hangul and digits stand without a gap.
        look.extend([w("autoSpaceDE", val=0), w("autoSpaceDN", val=0)])
    before, after, line = round(style.before * 20), round(style.after * 20), round(style.line * 240)
    look.append(w("spacing", before=before, after=after, line=line, lineRule="auto"))
    look.append(w("jc", val=style.align))
    if style.rank is not None:
        look.append(w("outlineLvl", val=style.rank))
    return look


def _letters(style: _Style, base: Language) -> Element:
    heading = style.bold and base == "zh-Hans"
    look = w("rPr", fonts("黑体" if heading else face(base, base)))
    if style.bold:
        look.append(w("b"))
    look.append(w("color", val=style.colour))
    half = round(style.size * 2)
    look.extend([w("sz", val=half), w("szCs", val=half)])
    return look


def _table_style(word: Word) -> None:
    """Thin lines, the head shaded: rows that a reader can follow, in colour or grey."""
    lines = w("tblBorders", *(rule(side, space=0) for side in ("top", "left", "bottom", "right")))
    lines.extend([rule("insideH", space=0), rule("insideV", space=0)])
    sides = {"left": 85, "right": 85, "top": 40, "bottom": 40}
    margins = w(
        "tblCellMar", *(w(side, w=sides[side], type="dxa") for side in ("top", "left", "bottom", "right"))
    )
    style = w(
        "style",
        w("name", val="Paper Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=59),
        w("qFormat"),
        w("tblPr", lines, margins),
        w("tblStylePr", w("rPr", w("b"), w("color", val=INK)), w("tcPr", shade(FILL)), type="firstRow"),
        type="table",
        customStyle=1,
        styleId="PaperTable",
    )
    word.styles.element.append(style)


def _sheet(word: Word, document: Document) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    across, down = (_LONG, _SHORT) if document.landscape else (_SHORT, _LONG)
    section.page_width, section.page_height = Mm(across), Mm(down)
    section.left_margin = section.right_margin = Mm(_SIDE)
    section.top_margin, section.bottom_margin = Mm(_TOP), Mm(20)
    section.header_distance, section.footer_distance = Mm(11), Mm(10)
    if document.header:
        _line(section.header, document, spoken(document.header, document.lang))
    number = number_in_part() if document.in_parts else _page_number()
    mark = [*spoken(document.mark, document.lang), w("r", w("tab"))]
    _line(section.footer, document, [*mark, *number])
    if document.in_parts:
        counted_by_part(section._sectPr)
        section.different_first_page_header_footer = True
        if document.header:
            _line(section.first_page_header, document, spoken(document.header, document.lang))
        mark = [*spoken(document.mark, document.lang), w("r", w("tab"))]
        _line(section.first_page_footer, document, [*mark, *number_if_several()])


def _line(place: Any, document: Document, words: list[Element]) -> None:
    place.is_linked_to_previous = False
    element = place.paragraphs[0]._element
    stop = w("tabs", w("clear", pos=4320), w("clear", pos=8640), w("tab", val="right", pos=width(document)))
    element.get_or_add_pPr().append(stop)
    element.extend(words)


def _page_number() -> list[Element]:
    return [field("PAGE"), preserved(" / "), field("NUMPAGES")]


def _properties(word: Word, document: Document) -> None:
    """255 characters are what Word takes here."""
    core = word.core_properties
    core.title, core.author = fit(document.title)[:255], fit(document.author)[:255]
    core.language, core.comments, core.last_modified_by = document.lang, "", ""
    core.created = core.modified = BORN.replace(tzinfo=None)
    core.revision = 1
