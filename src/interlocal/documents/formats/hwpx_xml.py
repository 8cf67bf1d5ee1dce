"""Paragraphs, tables and pictures of an HWPX section, written as text. Lengths are in hundredths of a point."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from interlocal.documents.formats.document import Language, Text, marked
from interlocal.documents.formats.hwpx_looks import LOOKS, Looks
from interlocal.documents.formats.rasters import Raster
from interlocal.documents.formats.xml_text import fit

_POSITION = (
    'affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" vertRelTo="PARA" horzRelTo="COLUMN"'
    ' vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>'
)
_LIST = 'linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">'


@dataclass(slots=True)
class Sheet:
    """What a paper needs while it is written: its looks, its language, the room for its text, the next number."""

    looks: Looks
    lang: Language
    room: int
    high: int
    number: int = 0
    pictures: list[Raster] = field(default_factory=list)

    def next(self) -> int:
        self.number += 1
        return self.number


@dataclass(frozen=True, slots=True)
class Cell:
    """`paragraphs` as they stand in the file; `border` by name."""

    paragraphs: str
    border: str = "cell"
    span: int = 1
    head: bool = False
    align: str = "CENTER"
    high: int = 0


def paragraph(sheet: Sheet, look: str, said: Text, *, first: str = "", page_break: bool = False) -> str:
    """`first`: runs that go before the text, as they stand in the file."""
    kind = LOOKS[look]
    lang = said[0].lang if said else sheet.lang
    runs = "".join(
        f'<hp:run charPrIDRef="{sheet.looks.letter(kind, run)}">{words(run.text)}</hp:run>'
        for run in marked(said)
        if run.text
    )
    empty = f'<hp:run charPrIDRef="{sheet.looks.letter(kind)}"><hp:t/></hp:run>'
    return (
        f'<hp:p id="{sheet.next()}" paraPrIDRef="{sheet.looks.paragraph(kind, lang)}"'
        f' styleIDRef="{sheet.looks.style(kind)}" pageBreak="{int(page_break)}" columnBreak="0" merged="0">'
        f"{first}{runs or empty}</hp:p>"
    )


def needed(sheet: Sheet, look: str, said: Text, wide: int) -> int:
    """About how high a cell must be for its text: Hangul makes cells higher by itself, other readers cut."""
    kind = LOOKS[look]
    size = kind.size * sheet.looks.of(kind)
    across = sum(size * (1 if ord(char) > 0x2E7F else 0.48) * 100 for run in said for char in run.text)
    breaks = sum(run.text.count("\n") for run in said)
    lines = 1 + int(across / max(wide - 1100, 500)) + breaks
    return round(lines * size * kind.line + (kind.before + kind.after) * 100 + 400)


def words(said: str) -> str:
    inside = escape(fit(said)).replace("\n", "<hp:lineBreak/>")
    return f"<hp:t>{inside.replace(chr(9), TAB)}</hp:t>"


TAB = '<hp:tab width="4000" leader="0" type="1"/>'


def table(
    sheet: Sheet,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    *,
    height: int = 2000,
    whole: bool = False,
) -> str:
    """A paragraph that holds a table; it breaks over pages between rows and repeats its head, unless kept `whole`."""
    if not rows:
        return ""
    number = sheet.next()
    heights = [max(height, *(cell.high for cell in row)) for row in rows]
    kind = LOOKS["Gap"]
    inside = "".join(_row(sheet, at, row, widths, heights[at]) for at, row in enumerate(rows))
    made = (
        f'<hp:tbl id="{number}" zOrder="{number}" numberingType="TABLE" textWrap="TOP_AND_BOTTOM"'
        f' textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" pageBreak="{"NONE" if whole else "CELL"}"'
        f' repeatHeader="{int(rows[0][0].head)}" rowCnt="{len(rows)}" colCnt="{len(widths)}" cellSpacing="0"'
        f' borderFillIDRef="{sheet.looks.border("cell")}" noAdjust="0">'
        f'<hp:sz width="{sum(widths)}" widthRelTo="ABSOLUTE" height="{sum(heights)}" heightRelTo="ABSOLUTE" protect="0"/>'
        f'<hp:pos treatAsChar="0" {_POSITION}<hp:outMargin left="0" right="0" top="0" bottom="400"/>'
        '<hp:inMargin left="510" right="510" top="200" bottom="200"/>'
        f"{inside}</hp:tbl>"
    )
    letters = sheet.looks.letter(kind)
    return (
        f'<hp:p id="{sheet.next()}" paraPrIDRef="{sheet.looks.paragraph(kind, sheet.lang)}"'
        f' styleIDRef="{sheet.looks.style(kind)}" pageBreak="0" columnBreak="0" merged="0">'
        f'<hp:run charPrIDRef="{letters}">{made}<hp:t/></hp:run></hp:p>{paragraph(sheet, "Gap", ())}'
    )


def _row(sheet: Sheet, at: int, row: Sequence[Cell], widths: Sequence[int], height: int) -> str:
    made, column = [], 0
    for cell in row:
        wide = sum(widths[column : column + cell.span])
        made.append(
            f'<hp:tc name="" header="{int(cell.head)}" hasMargin="1" protect="0" editable="0" dirty="0"'
            f' borderFillIDRef="{sheet.looks.border(cell.border)}">'
            f'<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="{cell.align}" {_LIST}'
            f'{cell.paragraphs}</hp:subList><hp:cellAddr colAddr="{column}" rowAddr="{at}"/>'
            f'<hp:cellSpan colSpan="{cell.span}" rowSpan="1"/><hp:cellSz width="{wide}" height="{height}"/>'
            '<hp:cellMargin left="510" right="510" top="200" bottom="200"/></hp:tc>'
        )
        column += cell.span
    return f"<hp:tr>{''.join(made)}</hp:tr>"


def picture(sheet: Sheet, drawn: Raster, alt: str, width: int, height: int) -> str:
    """A centred paragraph that holds a picture as if it were a letter."""
    sheet.pictures.append(drawn)
    number, item = sheet.next(), f"image{len(sheet.pictures)}"
    unit = 'e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"/>'
    made = (
        f'<hp:pic id="{number}" zOrder="{number}" numberingType="PICTURE" textWrap="TOP_AND_BOTTOM"'
        ' textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" groupLevel="0"'
        f' instid="{number}" reverse="0"><hp:offset x="0" y="0"/><hp:orgSz width="{width}" height="{height}"/>'
        f'<hp:curSz width="{width}" height="{height}"/><hp:flip horizontal="0" vertical="0"/>'
        f'<hp:rotationInfo angle="0" centerX="{width // 2}" centerY="{height // 2}" rotateimage="1"/>'
        f"<hp:renderingInfo><hc:transMatrix {unit}<hc:scaMatrix {unit}<hc:rotMatrix {unit}</hp:renderingInfo>"
        f'<hp:imgRect><hc:pt0 x="0" y="0"/><hc:pt1 x="{width}" y="0"/><hc:pt2 x="{width}" y="{height}"/>'
        f'<hc:pt3 x="0" y="{height}"/></hp:imgRect>'
        f'<hp:imgClip left="0" right="{width}" top="0" bottom="{height}"/>'
        '<hp:inMargin left="0" right="0" top="0" bottom="0"/>'
        f'<hp:imgDim dimwidth="{width}" dimheight="{height}"/>'
        f'<hc:img binaryItemIDRef="{item}" bright="0" contrast="0" effect="REAL_PIC" alpha="0"/><hp:effects/>'
        f'<hp:sz width="{width}" widthRelTo="ABSOLUTE" height="{height}" heightRelTo="ABSOLUTE" protect="0"/>'
        f'<hp:pos treatAsChar="1" {_POSITION}<hp:outMargin left="0" right="0" top="0" bottom="0"/>'
        f"<hp:shapeComment>{escape(fit(alt))}</hp:shapeComment></hp:pic>"
    )
    kind = LOOKS["Centre"]
    return (
        f'<hp:p id="{sheet.next()}" paraPrIDRef="{sheet.looks.paragraph(kind, sheet.lang)}"'
        f' styleIDRef="{sheet.looks.style(kind)}" pageBreak="0" columnBreak="0" merged="0">'
        f'<hp:run charPrIDRef="{sheet.looks.letter(kind)}">{made}<hp:t/></hp:run></hp:p>'
    )


def edge(sheet: Sheet, kind: str, inside: str) -> str:
    """A header or footer of every page, to stand within the first run of the paper."""
    align = "TOP" if kind == "header" else "BOTTOM"
    return (
        f'<hp:ctrl><hp:{kind} id="{sheet.next()}" applyPageType="BOTH">'
        f'<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="{align}" linkListIDRef="0"'
        f' linkListNextIDRef="0" textWidth="{sheet.room}" textHeight="4252" hasTextRef="0" hasNumRef="0">'
        f"{inside}</hp:subList></hp:{kind}></hp:ctrl>"
    )


ANEW = '<hp:ctrl><hp:newNum num="1" numType="PAGE"/></hp:ctrl>'


def restarted(made: str) -> str:
    """Pages are counted from 1 again, beginning with that of the first paragraph."""
    return made.replace("<hp:run ", f'<hp:run charPrIDRef="0">{ANEW}</hp:run><hp:run ', 1)


def page_number() -> str:
    """Hangul's own numbering of pages, as Korean papers have it: - 1 -."""
    return '<hp:ctrl><hp:pageNum pos="BOTTOM_RIGHT" formatType="DIGIT" sideChar="-"/></hp:ctrl>'
