"""WordprocessingML, written as it is read: w("p", w("r", ...)). Runs of text with their language and fonts."""

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from interlocal.documents.formats.document import Language, Run, Text
from interlocal.documents.formats.xml_text import fit

Element = Any
"""An element of lxml as python-docx makes them; it ships no types for these."""

# Faces that come with Word and that offices of the country write in.
FACES: Final = {
    "ko": "맑은 고딕",
    "ja": "游ゴシック",
    "zh-Hans": "微软雅黑",
    "zh-Hant": "微軟正黑體",
    "en": "Calibri",
}
LATIN: Final = "Calibri"
TAGS: Final = {"ko": "ko-KR", "ja": "ja-JP", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en-GB"}
INK, QUIET, LINE, FILL, BAND = "0B3D78", "555C66", "A9B1BD", "EAF0F7", "F4F7FB"
ALARM: Final = "A3310F"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """An element of the namespace w; so are its attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def face(lang: Language, base: Language) -> str:
    """The East Asian face for `lang` in a paper of `base`: papers of Chinese offices are set in 仿宋."""
    if lang == base == "zh-Hans":
        return "仿宋"
    return FACES.get(lang, FACES.get(base, FACES["ko"]))


def fonts(east: str, latin: str = LATIN, *, hint: bool = False) -> Element:
    made = w("rFonts", ascii=latin, hAnsi=latin, eastAsia=east, cs=latin)
    if hint:
        made.set(qn("w:hint"), "eastAsia")
    return made


def language(lang: Language) -> Element:
    tag = TAGS.get(lang, lang)
    return w("lang", val=tag if lang == "en" else "en-GB", eastAsia="ko-KR" if lang == "en" else tag)


def spoken(said: Text, base: Language) -> list[Element]:
    """Runs of Word for a text."""
    made = []
    for run in said:
        if run.text:
            made.append(w("r", _look(run, base), *_words(fit(run.text))))
        if run.style == "machine":
            made.append(
                w("r", w("rPr", w("color", val=QUIET), w("vertAlign", val="superscript")), _piece("◦"))
            )
    return made


def _look(run: Run, base: Language) -> Element:
    """In the order the schema asks for: fonts, bold, colour, size, language."""
    look = w("rPr")
    if run.lang in ("ja", "zh-Hans", "zh-Hant"):
        # Without the hint quotation marks and dots take the Latin face, half as wide as they should be.
        look.append(fonts(face(run.lang, base), hint=True))
    elif run.lang != base and run.lang != "en":
        look.append(fonts(face(run.lang, base)))
    if run.style in ("strong", "large"):
        look.append(w("b"))
    if run.style == "quiet":
        look.append(w("color", val=QUIET))
    if run.style == "large":
        look.append(w("sz", val=28))
    look.append(language(run.lang))
    return look


def _words(said: str) -> list[Element]:
    parts: list[Element] = []
    for at, line in enumerate(said.split("\n")):
        if at:
            parts.append(w("br"))
        for place, piece in enumerate(line.split("\t")):
            if place:
                parts.append(w("tab"))
            if piece:
                parts.append(_piece(piece))
    return parts


def _piece(piece: str) -> Element:
    words = w("t")
    words.text = piece
    words.set(_XML_SPACE, "preserve")
    return words


def preserved(piece: str) -> Element:
    """A run of our own letters, spaces and all."""
    return w("r", _piece(piece))


def paragraph(style: str, *children: Element, **settings: Element) -> Element:
    """A paragraph in a style; `settings` are further properties, in the order of the schema."""
    return w("p", w("pPr", w("pStyle", val=style), *settings.values()), *children)


def field(code: str) -> Element:
    """A field that Word computes itself; codes are ours alone, never somebody's text."""
    return w("fldSimple", w("r", w("t")), instr=f" {code} ")


def shade(fill: str) -> Element:
    return w("shd", val="clear", color="auto", fill=fill)


def rule(side: str, *, size: int = 4, colour: str = LINE, space: int = 1) -> Element:
    """A line beside a paragraph or cell; `size` in eighths of a point."""
    return w(side, val="single", sz=size, space=space, color=colour)
