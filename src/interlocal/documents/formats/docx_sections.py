"""Parts of a Word file that count their own pages: a section each."""

from copy import deepcopy
from typing import Any, Final

from docx.oxml.ns import qn

from interlocal.documents.formats.document import Cover, Document, PageBreak
from interlocal.documents.formats.docx_xml import Element, field, w

_REFERENCES: Final = ("w:headerReference", "w:footerReference")


def starts_part(block: object) -> bool:
    return isinstance(block, PageBreak) and block.restart


def part_ends(made: list[Element], sheet: Element) -> None:
    """Closes the section that `made` is the end of. Its last paragraph holds it: one more might need a page of its own."""
    section = deepcopy(sheet)
    # A line below the last paragraph of a section is not drawn.
    if not made or made[-1].tag != qn("w:p") or made[-1].find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None:
        made.append(w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact"))))
    made[-1].get_or_add_pPr().append(section)


def counted_by_part(sheet: Element) -> None:
    """Each section begins with page 1; python-docx keeps the order of what a section says."""
    for old in sheet.findall(qn("w:pgNumType")):
        sheet.remove(old)
    margins = sheet.find(qn("w:pgMar"))
    margins.addnext(w("pgNumType", start=1))


def bare_cover(body: Any, document: Document) -> None:
    """What the first page of each part has, a cover has not."""
    first = next(iter(body.iter(qn("w:sectPr"))))
    if not document.blocks or not isinstance(document.blocks[0], Cover):
        return
    for name in _REFERENCES:
        for one in first.findall(qn(name)):
            if one.get(qn("w:type")) == "first":
                first.remove(one)


def number_in_part() -> list[Element]:
    """Of a later page. Word works out how many there are; programs that cannot leave it out."""
    return [field("PAGE"), *_if_several(" / ")]


def number_if_several() -> list[Element]:
    """Of the first page of a part: nothing where there is no second."""
    return _if_several("1 / ")


def _if_several(before: str) -> list[Element]:
    """`before` and how many pages the section has, unless it has one. What Word has not worked out yet is empty."""
    count = [_mark("begin"), _code(" SECTIONPAGES "), _mark("separate"), _mark("end")]
    return [
        _mark("begin"),
        _code(' IF "'),
        *count,
        _code(f'" = "1" "" "{before}'),
        *deepcopy(count),
        _code('" '),
        _mark("separate"),
        _mark("end"),
    ]


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def _code(code: str) -> Element:
    words = w("instrText")
    words.text = code
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", words)
