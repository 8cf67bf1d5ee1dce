"""Flowing papers as Word files."""

import io
from collections.abc import Sequence
from typing import Final

from docx.oxml.ns import qn

from interlocal.documents.formats.document import (
    Blank,
    Block,
    Bullets,
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
    Signature,
    Table,
    Text,
)
from interlocal.documents.formats.docx_parts import bullets, contents, marked
from interlocal.documents.formats.docx_pictures import pictured
from interlocal.documents.formats.docx_sections import bare_cover, part_ends
from interlocal.documents.formats.docx_styles import Word, blank, width
from interlocal.documents.formats.docx_tables import after, facts, hands, parallel, table
from interlocal.documents.formats.docx_xml import INK, Element, paragraph, rule, spoken, w
from interlocal.documents.formats.packages import settled

TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ROLES: Final = {
    "": "Normal",
    "lead": "Lead",
    "note": "Note",
    "right": "Right",
    "centre": "Centre",
    "warning": "Warning",
}


def flow(document: Document) -> bytes:
    """The paper as a .docx; pictures of kind svg are drawn as PNG. The title stands in the file's properties."""
    word = blank(document)
    body = word.element.body
    sheet = body.find(qn("w:sectPr"))
    for element in _elements(word, document):
        sheet.addprevious(element)
    _enlarge(body, document.scale)
    if document.in_parts:
        bare_cover(body, document)
    elif document.blocks and isinstance(document.blocks[0], Cover):
        # A cover has neither header nor number.
        word.sections[0].different_first_page_header_footer = True
    saved = io.BytesIO()
    word.save(saved)
    return settled(saved.getvalue())


def _enlarge(body: Element, scale: float) -> None:
    """Runs that have a size of their own; all others have that of their style."""
    for size in body.iter(qn("w:sz")) if scale != 1 else ():
        size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * scale)))


def _elements(word: Word, document: Document) -> list[Element]:
    made: list[Element] = []
    headings = pictures = 0
    breaks: list[int] = []
    for at, block in enumerate(document.blocks):
        if document.contents and at == int(isinstance(document.blocks[0], Cover)):
            made.extend([*contents(document, width(document)), _page_break()])
        if isinstance(block, Heading):
            made.append(_heading(block, document, headings))
            headings += block.level < 3
        elif isinstance(block, PageBreak):
            # Before everything there is nothing to break.
            if at and block.restart:
                part_ends(made, word.sections[-1]._sectPr)
            elif at:
                breaks.append(len(made))
        elif isinstance(block, Picture | Pictures):
            made.extend(pictured(word, block, document, pictures))
            pictures += len(block.pictures) if isinstance(block, Pictures) else 1
        else:
            made.extend(_block(word, block, document))
    for at in reversed(breaks):
        _break_before(made, at)
    return made


def _heading(said: Heading, document: Document, at: int) -> Element:
    words = spoken(said.text, document.lang)
    listed = document.contents and said.level < 3
    return paragraph(f"Heading{said.level}", *(marked(words, at) if listed else words))


def _block(word: Word, block: Block, document: Document) -> list[Element]:
    base, room = document.lang, width(document)
    match block:
        case Cover():
            return _cover(block, document)
        case Letterhead():
            return _letterhead(block, document)
        case Paragraph(said, role):
            return [paragraph(_ROLES[role], *spoken(said, base))]
        case Facts():
            return facts(block, base, room)
        case Bullets():
            return bullets(word, block, base)
        case Table():
            return table(block, base, room)
        case Parallel():
            return parallel(block, base, room)
        case Signature():
            return _signature(block, document)
        case Blank():
            return _blank(block, document)
    raise TypeError(block)


def _cover(said: Cover, document: Document) -> list[Element]:
    base = document.lang
    border = w("pBdr", rule("bottom", size=8, colour=INK, space=8))
    titles = [_apart(paragraph("CoverLine", border=border), before=2600)]
    titles.append(_apart(paragraph("Title", *spoken(said.title, base)), before=360))
    if said.second_title:
        titles.append(paragraph("Subtitle", *spoken(said.second_title, base)))
    lines = [paragraph("CoverLine", *spoken(line, base)) for line in said.lines]
    if lines:
        _apart(lines[0], before=720)
    return [*titles, *lines, *_foot(said.foot, document), _page_break()]


def _foot(foot: Sequence[Text], document: Document) -> list[Element]:
    """Lines at the foot of their page, in a frame: however long what stands above them is."""
    return [
        paragraph(
            "CoverFoot",
            *spoken(line, document.lang),
            frame=w(
                "framePr",
                w=width(document),
                hSpace=0,
                wrap="around",
                vAnchor="margin",
                hAnchor="margin",
                xAlign="left",
                yAlign="bottom",
            ),
        )
        for line in foot
    ]


def _letterhead(said: Letterhead, document: Document) -> list[Element]:
    lines = [paragraph("Letterhead", *spoken(said.name, document.lang))]
    lines.extend(paragraph("LetterheadLine", *spoken(line, document.lang)) for line in said.lines)
    border = w("pBdr", w("bottom", val="thickThinSmallGap", sz=18, space=6, color=INK))
    lines[-1].find(qn("w:pPr")).append(border)
    if said.name and said.name[0].lang == "ko":
        # Korean offices have their name in the middle.
        for line in lines:
            line.find(qn("w:pPr")).append(w("jc", val="center"))
    return [*lines, _apart(paragraph("Normal"), before=0)]


def _signature(said: Signature, document: Document) -> list[Element]:
    """Room for a hand to sign, then the line and who signed."""
    base, left = document.lang, width(document) // 2
    if said.beside:
        day = (
            [paragraph("Right", *spoken(said.place_and_day, base), next=w("keepNext"))]
            if said.place_and_day
            else []
        )
        return [*day, hands((said.lines, *said.beside), base, width(document)), after()]
    made = [_apart(paragraph("Right", *spoken(said.place_and_day, base), next=w("keepNext")), before=480)]
    for at, line in enumerate(said.lines):
        border = {"border": w("pBdr", rule("top", colour="000000", space=4))} if at == 0 else {}
        one = paragraph("Centre", *spoken(line, base), **border)
        one.find(qn("w:pPr")).append(w("spacing", before=1100 if at == 0 else 0, after=0))
        one.find(qn("w:pPr")).append(w("ind", left=left))
        made.append(one)
    return made


def _blank(said: Blank, document: Document) -> list[Element]:
    made = [paragraph("Caption", *spoken(said.label, document.lang))] if said.label else []
    for _ in range(said.lines):
        # `between`: neighbours with the same border are one block and would show one line only.
        border = w("pBdr", rule("bottom"), rule("between"))
        one = paragraph("Normal", border=border)
        one.find(qn("w:pPr")).append(w("spacing", before=0, after=0, line=520, lineRule="exact"))
        made.append(one)
    return made


def _break_before(made: list[Element], at: int) -> None:
    """A paragraph of its own for the break might fall on the next page and leave that one empty."""
    if at >= len(made) or made[at].tag != qn("w:p"):
        made.insert(at, _page_break())
        return
    look = made[at].get_or_add_pPr()
    before = sum(look.find(qn(name)) is not None for name in ("w:pStyle", "w:keepNext", "w:keepLines"))
    look.insert(before, w("pageBreakBefore"))


def _page_break() -> Element:
    return w("p", w("r", w("br", type="page")))


def _apart(one: Element, *, before: int) -> Element:
    """The paragraph with more room above; in twentieths of a point."""
    one.find(qn("w:pPr")).append(w("spacing", before=before))
    return one
