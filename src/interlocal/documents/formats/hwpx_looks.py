"""How letters, paragraphs and cells of an HWPX paper look: the lists at the head of the file that everything refers to.

Sizes are in points; HWPX counts hundredths of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from interlocal.documents.formats.document import Language, Run

INK, QUIET, LINE, ALARM = "#0B3D78", "#555C66", "#8A94A3", "#A3310F"
FACES: Final = ("함초롬돋움", "함초롬바탕", "Yu Gothic", "Microsoft YaHei", "Microsoft JhengHei", "맑은 고딕")
_FOREIGN: Final = {"ja": 2, "zh-Hans": 3, "zh-Hant": 4}
_SCRIPTS: Final = ("hangul", "latin", "hanja", "japanese", "other", "symbol", "user")
_SIDES: Final = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of paragraph: its letters and the space around it. `outline`: which of Hangul's own outline styles."""

    name: str
    size: float = 11
    bold: bool = False
    colour: str = "#000000"
    serif: bool = True
    align: Literal["LEFT", "RIGHT", "CENTER", "JUSTIFY"] = "LEFT"
    before: float = 0
    after: float = 4
    line: int = 160
    left: float = 0
    hanging: float = 0
    border: str = ""
    keep: bool = False


LOOKS: Final = {
    look.name: look
    for look in (
        Look("Normal"),
        Look("Title", 26, bold=True, serif=False, colour=INK, align="CENTER", after=10, line=140),
        Look("Subtitle", 15, colour=QUIET, serif=False, align="CENTER", after=40),
        Look("Cover", 13, align="CENTER", after=4),
        Look("Cover first", 13, align="CENTER", before=30, after=4, border="top"),
        Look("Cover foot", 12, serif=False, align="CENTER", after=2),
        Look("Letterhead", 24, bold=True, serif=False, colour=INK, align="CENTER", after=3, line=130),
        Look("Letterhead line", 9.5, colour=QUIET, serif=False, align="CENTER", after=1, line=140),
        Look(
            "Letterhead last",
            9.5,
            colour=QUIET,
            serif=False,
            align="CENTER",
            after=18,
            border="bottom",
            line=150,
        ),
        Look(
            "Heading 1", 18, bold=True, serif=False, colour=INK, align="CENTER", before=6, after=14, keep=True
        ),
        Look("Heading 2", 14, bold=True, serif=False, colour=INK, before=14, after=5, keep=True),
        Look("Heading 3", 12, bold=True, serif=False, before=10, after=3, keep=True),
        Look("Lead", 12.5, after=8, line=170),
        Look("Note", 9.5, colour=QUIET),
        Look("Note centred", 9.5, colour=QUIET, align="CENTER", after=8),
        Look("Right", align="RIGHT"),
        Look("Centre", align="CENTER"),
        Look("Warning", bold=True, serif=False, colour=ALARM, before=6, after=8, left=8, border="left"),
        Look("Caption", 10.5, bold=True, serif=False, colour=INK, before=8, after=3, keep=True),
        Look("Item", left=14, hanging=12, after=3),
        Look("Contents", 12, after=4),
        Look("Contents deeper", 11, left=16, after=4),
        Look("Day", align="RIGHT", before=24, after=40, keep=True),
        Look("Gap", 4, line=100, after=2),
        Look("Header", 9, colour=QUIET, serif=False, after=0, border="bottom"),
        Look("Footer", 9, colour=QUIET, serif=False, after=0),
        *(
            Look(
                f"{kind} {align}", size, bold=bold, serif=False, align=align, after=0, line=130, colour=colour
            )
            for kind, size, bold, colour in (
                ("Cell", 10, False, "#000000"),
                ("Dense", 9, False, "#000000"),
                ("Head", 10, True, INK),
                ("Dense head", 9, True, INK),
            )
            for align in ("LEFT", "RIGHT", "CENTER")
        ),
        Look("Text cell", 10.5, before=3, after=3, line=160),
    )
}
"""By name."""

BORDERS: Final = {
    "cell": (_SIDES, ""),
    "head": (_SIDES, "#EAF0F7"),
    "band": (_SIDES, "#F4F7FB"),
    "open": (("left", "right"), ""),
    "open last": (("left", "right", "bottom"), ""),
    "top": (("top",), ""),
    "bottom": (("bottom",), ""),
    "left": (("left",), ""),
    "none": ((), ""),
}
"""Which sides have a line, and the colour within."""


@dataclass(slots=True)
class Looks:
    """The lists as they grow; numbers go on from those of the empty paper."""

    letters_from: int
    paragraphs_from: int
    borders_from: int
    styles_from: int
    scale: float = 1.0
    letters: dict[tuple[float, bool, str, int, bool], int] = field(default_factory=dict)

    def of(self, look: Look) -> float:
        """How much larger it is; what stands at the edges is not read from afar."""
        return min(self.scale, 1.25) if look.name in ("Header", "Footer") else self.scale

    def letter(self, look: Look, run: Run | None = None) -> int:
        """The number of the letters for a run in a paragraph of this look."""
        style = run.style if run else ""
        key = (
            look.size * self.of(look) * (1.3 if style == "large" else 1),
            look.bold or style in ("strong", "large"),
            QUIET if style == "quiet" else look.colour,
            _FOREIGN.get(run.lang, 0) if run else 0,
            look.serif,
        )
        return self.letters.setdefault(key, self.letters_from + len(self.letters))

    def paragraph(self, look: Look, lang: Language) -> int:
        """Korean lines break between words, those of the others anywhere."""
        return self.paragraphs_from + 2 * list(LOOKS).index(look.name) + int(lang == "ko")

    def border(self, name: str) -> int:
        return self.borders_from + list(BORDERS).index(name)

    def style(self, look: Look) -> int:
        return self.styles_from + list(LOOKS).index(look.name)


def letters_xml(looks: Looks) -> str:
    return "".join(_letter(number, *key) for key, number in looks.letters.items())


def _letter(number: int, size: float, bold: bool, colour: str, foreign: int, serif: bool) -> str:
    own = int(serif)
    fonts = dict.fromkeys(_SCRIPTS, own) | ({"hanja": foreign, "japanese": foreign} if foreign else {})
    # A Chinese comma is a symbol: it belongs to the face of its text.
    fonts |= {"symbol": foreign, "other": foreign} if foreign else {}
    return (
        f'<hh:charPr id="{number}" height="{round(size * 100)}" textColor="{colour}" shadeColor="none"'
        ' useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="2">'
        f"<hh:fontRef {_each(fonts)}/><hh:ratio {_all(100)}/><hh:spacing {_all(0)}/>"
        f"<hh:relSz {_all(100)}/><hh:offset {_all(0)}/>"
        f"{'<hh:bold/>' if bold else ''}"
        '<hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:strikeout shape="NONE" color="#000000"/>'
        '<hh:outline type="NONE"/><hh:shadow type="NONE" color="#C0C0C0" offsetX="10" offsetY="10"/></hh:charPr>'
    )


def _each(values: Mapping[str, int]) -> str:
    return " ".join(f'{script}="{value}"' for script, value in values.items())


def _all(value: int) -> str:
    return _each(dict.fromkeys(_SCRIPTS, value))


def paragraphs_xml(looks: Looks) -> str:
    return "".join(
        _paragraph(looks, look, looks.paragraphs_from + 2 * at + korean, korean=bool(korean))
        for at, look in enumerate(LOOKS.values())
        for korean in (0, 1)
    )


def _paragraph(looks: Looks, look: Look, number: int, *, korean: bool) -> str:
    border = looks.border(look.border) if look.border else 2
    room = 300 if look.border else 0
    return (
        f'<hh:paraPr id="{number}" tabPrIDRef="0" condense="0" fontLineHeight="0"'
        ' snapToGrid="0" suppressLineNumbers="0" checked="0" textDir="LTR">'
        f'<hh:align horizontal="{look.align}" vertical="BASELINE"/><hh:heading type="NONE" idRef="0" level="0"/>'
        '<hh:breakSetting breakLatinWord="KEEP_WORD"'
        f' breakNonLatinWord="{"KEEP_WORD" if korean else "BREAK_WORD"}" widowOrphan="1"'
        f' keepWithNext="{int(look.keep)}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>'
        '<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>'
        '<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">'
        f"{_room(look, 1)}</hp:case><hp:default>{_room(look, 2)}</hp:default></hp:switch>"
        f'<hh:border borderFillIDRef="{border}" offsetLeft="{room}" offsetRight="0" offsetTop="{room}"'
        f' offsetBottom="{room}" connect="0" ignoreMargin="0"/></hh:paraPr>'
    )


def _room(look: Look, times: int) -> str:
    """Older readers count margins in halves: `times` 2."""
    margins = (
        ("intent", -look.hanging),
        ("left", look.left),
        ("right", 0),
        ("prev", look.before),
        ("next", look.after),
    )
    told = "".join(
        f'<hc:{name} value="{round(points * 100 * times)}" unit="HWPUNIT"/>' for name, points in margins
    )
    return f'<hh:margin>{told}</hh:margin><hh:lineSpacing type="PERCENT" value="{look.line}" unit="HWPUNIT"/>'


def borders_xml(looks: Looks) -> str:
    return "".join(_border(looks.border(name), *said) for name, said in BORDERS.items())


def _border(number: int, sides: tuple[str, ...], fill: str) -> str:
    lines = "".join(
        f'<hh:{side}Border type="{"SOLID" if side in sides else "NONE"}" width="0.12 mm" color="{LINE}"/>'
        for side in _SIDES
    )
    brush = (
        f'<hc:fillBrush><hc:winBrush faceColor="{fill}" hatchColor="#999999" alpha="0"/></hc:fillBrush>'
        if fill
        else ""
    )
    return (
        f'<hh:borderFill id="{number}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">'
        '<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>'
        f'{lines}<hh:diagonal type="NONE" width="0.1 mm" color="#000000"/>{brush}</hh:borderFill>'
    )


def styles_xml(looks: Looks) -> str:
    return "".join(
        f'<hh:style id="{looks.style(look)}" type="PARA" name="Paper {look.name}" engName="Paper {look.name}"'
        f' paraPrIDRef="{looks.paragraph(look, "ko")}" charPrIDRef="{looks.letter(look)}"'
        f' nextStyleIDRef="{looks.style(look)}" langID="1042" lockForm="0"/>'
        for look in LOOKS.values()
    )
