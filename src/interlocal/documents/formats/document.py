"""What a flowing paper consists of, before any format: blocks of text, every piece of it in a language.

Writers (`pdf`, `docx`, `hwpx`, `html`, `books`) turn the same document into their format; none of them knows what it says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Language = str
"""One of "ko", "ja", "zh-Hans", "en", or a script language of a name ("zh-Hant")."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one language; the language decides the font, its glyph forms and how lines break."""

    text: str
    lang: Language
    style: Literal["", "strong", "quiet", "large", "machine"] = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """A first page of its own."""

    title: Text
    second_title: Text = ()
    lines: tuple[Text, ...] = ()
    foot: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, at the head of a letter."""

    name: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    text: Text
    level: Literal[1, 2, 3] = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    role: Literal["", "lead", "note", "right", "centre", "warning"] = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Names of things and what they are, in two columns."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Text, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is its share of the row; numbers and times stand right or centred."""

    head: Text
    width: float = 1.0
    align: Literal["left", "right", "centre"] = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """`band`: one text over the whole width (a government, a day). Otherwise one cell a column.

    `number` cells are those that a workbook should keep as numbers.
    """

    cells: tuple[Text, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`caption` names it for who cannot see it, and the sheet of a workbook. `whole`: it stays on one page if a page holds it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: Text
    dense: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Parallel:
    """The same text in several languages side by side, paragraph by paragraph."""

    heads: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` is its share of the text's width; `alt` says what is to be seen."""

    content: bytes
    kind: Literal["svg", "png", "jpeg"]
    alt: str
    caption: Text = ()
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures beside each other, so many a row, each as wide as its column; their own widths do not count here."""

    pictures: tuple[Picture, ...]
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Signature:
    """Where somebody signs by hand: place and day, then name and post below the line.

    `beside`: the lines of those who sign to the right of the first; an empty one is a place where nobody does.
    """

    place_and_day: Text
    lines: tuple[Text, ...]
    beside: tuple[tuple[Text, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write in: a label and so many empty lines."""

    label: Text
    lines: int = 3


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page. `restart`: it is a part of its own, whose pages are counted from 1.

    A part of one page has no number. A paper whose first block restarts is all parts; elsewhere the first block is one.
    """

    restart: bool = False


Block = (
    Cover
    | Letterhead
    | Heading
    | Paragraph
    | Facts
    | Bullets
    | Table
    | Parallel
    | Picture
    | Pictures
    | Signature
    | Blank
    | PageBreak
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper. `header` and `mark` (which version of what, printed when) stand on every page beside its number.

    `scale`: how much larger than usual its letters are.
    """

    title: str
    lang: Language
    blocks: tuple[Block, ...]
    header: Text = ()
    mark: Text = ()
    landscape: bool = False
    contents: bool = False
    author: str = field(default="")
    scale: float = 1.0

    @property
    def in_parts(self) -> bool:
        """Whether pages are counted by part."""
        return any(isinstance(block, PageBreak) and block.restart for block in self.blocks)


def text(said: str, lang: Language, style: Literal["", "strong", "quiet", "large", "machine"] = "") -> Text:
    """A text of one run; nothing for an empty one."""
    return (Run(said, lang, style),) if said else ()


def marked(said: Text) -> Text:
    """What a machine made, as plain text with a small ◦ behind it: for writers that have no better sign of their own."""
    return tuple(
        part
        for run in said
        for part in (
            (Run(run.text, run.lang), Run("◦", run.lang, "quiet"))
            if run.style == "machine" and run.text
            else (run,)
        )
    )


def runs(document: Document) -> Iterator[Run]:
    """Everything that will be printed, for who looks whether it can be."""
    yield Run(document.title, document.lang)
    yield from document.header
    yield from document.mark
    for block in document.blocks:
        for said in texts(block):
            yield from said


def texts(block: Block) -> Iterator[Text]:  # noqa: C901  # one case a block
    match block:
        case Cover(title, second_title, lines, foot):
            yield from (title, second_title, *lines, *foot)
        case Letterhead(name, lines):
            yield from (name, *lines)
        case Heading(said) | Paragraph(said):
            yield said
        case Facts(rows):
            yield from (side for row in rows for side in row)
        case Bullets(items):
            yield from items
        case Table(columns, rows, caption):
            yield from (caption, *(column.head for column in columns))
            yield from (cell for row in rows for cell in row.cells)
        case Parallel(heads, rows):
            yield from heads
            yield from (cell for row in rows for cell in row)
        case Picture(caption=caption):
            yield caption
        case Pictures(pictures):
            yield from (one.caption for one in pictures)
        case Signature(place_and_day, lines, beside):
            yield from (place_and_day, *lines, *(line for one in beside for line in one))
        case Blank(label):
            yield label
        case PageBreak():
            return
