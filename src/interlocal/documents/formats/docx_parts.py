"""Parts of a Word file that need more than a paragraph: lists, the table of contents."""

from typing import Final

from docx.oxml.ns import qn

from interlocal.documents.formats.document import Bullets, Document, Heading, Language
from interlocal.documents.formats.docx_styles import Word
from interlocal.documents.formats.docx_xml import Element, field, paragraph, spoken, w

CONTENTS: Final = {"ko": "차례", "ja": "目次", "zh-Hans": "目录", "en": "Contents"}
_BULLETS, _NUMBERS = 90, 91


def bullets(word: Word, said: Bullets, base: Language) -> list[Element]:
    """Every numbered list begins anew."""
    number = _list_number(word, _NUMBERS if said.numbered else _BULLETS)
    return [
        paragraph("ListItem", *spoken(item, base), mark=w("numPr", w("ilvl", val=0), w("numId", val=number)))
        for item in said.items
    ]


def _list_number(word: Word, kind: int) -> int:
    part = word.part.numbering_part.element
    if part.find(f"w:abstractNum[@w:abstractNumId='{_BULLETS}']", part.nsmap) is None:
        for one in (_abstract(_NUMBERS, "decimal", "%1."), _abstract(_BULLETS, "bullet", "•")):
            part.insert(0, one)
    number = 100 + len(part.findall(qn("w:num")))
    start = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    part.append(w("num", w("abstractNumId", val=kind), start, numId=number))
    return number


def _abstract(kind: int, form: str, mark: str) -> Element:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("lvlText", val=mark),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=400, hanging=300)),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=kind)


def contents(document: Document, room: int) -> list[Element]:
    """Headings with their pages; Word counts the pages when it opens the file."""
    lines = [paragraph("Heading1", *spoken_word(document.lang))]
    for at, heading in enumerate(_headings(document)):
        stop = w("tab", val="right", leader="dot", pos=room)
        words = spoken(heading.text, document.lang)
        page = field(f"PAGEREF {bookmark(at)} \\h")
        tab, indent = w("r", w("tab")), w("ind", left=300 * (heading.level - 1))
        lines.append(paragraph("ContentsLine", *words, tab, page, tabs=w("tabs", stop), indent=indent))
    # The word of the heading stands in no table of contents of its own.
    lines[0].find(qn("w:pPr")).append(w("outlineLvl", val=9))
    return lines


def spoken_word(base: Language) -> list[Element]:
    words = w("t")
    words.text = CONTENTS.get(base, CONTENTS["en"])
    return [w("r", words)]


def _headings(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading) and block.level < 3]


def bookmark(at: int) -> str:
    return f"_Toc{1000 + at}"


def marked(words: list[Element], at: int) -> list[Element]:
    """`words` between the ends of the bookmark that the table of contents asks for."""
    return [w("bookmarkStart", id=at, name=bookmark(at)), *words, w("bookmarkEnd", id=at)]
