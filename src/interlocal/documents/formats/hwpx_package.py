"""The package of an HWPX paper: the empty one of python-hwpx, with our lists, our section and our metadata."""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache
from typing import Final
from xml.sax.saxutils import escape

from hwpx import HwpxDocument

from interlocal.documents.formats.document import Document, runs
from interlocal.documents.formats.hwpx_looks import (
    BORDERS,
    FACES,
    LOOKS,
    Looks,
    borders_xml,
    letters_xml,
    paragraphs_xml,
    styles_xml,
)
from interlocal.documents.formats.packages import settled
from interlocal.documents.formats.rasters import Raster
from interlocal.documents.formats.xml_text import fit

BORN: Final = "2000-01-01T00:00:00Z"
_FACES_KNOWN: Final = 2
_PREVIEW: Final = 1000


@cache
def empty() -> Mapping[str, bytes]:
    """The members of an empty paper."""
    paper = HwpxDocument.new()
    saved = io.BytesIO(paper.to_bytes())
    paper.close()
    with zipfile.ZipFile(saved) as package:
        return {name: package.read(name) for name in package.namelist()}


def fresh_looks(scale: float = 1.0) -> Looks:
    head = empty()["Contents/header.xml"].decode()
    return Looks(
        letters_from=_count(head, "charProperties"),
        paragraphs_from=_count(head, "paraProperties"),
        borders_from=_count(head, "borderFills"),
        styles_from=_count(head, "styles"),
        scale=scale,
    )


def _count(head: str, name: str) -> int:
    """How many a list of the empty paper has. Borders are counted from 1, everything else from 0."""
    found = re.search(rf'<hh:{name} itemCnt="(\d+)"', head)
    if not found:
        raise LookupError(name)
    return int(found[1]) + (name == "borderFills")


def packed(document: Document, looks: Looks, section: str, pictures: list[Raster]) -> bytes:
    members = dict(empty())
    members["Contents/header.xml"] = _head(members["Contents/header.xml"].decode(), looks).encode()
    members["Contents/section0.xml"] = section.encode()
    members["Contents/content.hpf"] = _told(
        members["Contents/content.hpf"].decode(), document, pictures
    ).encode()
    members["Preview/PrvText.txt"] = "\r\n".join(fit(run.text) for run in runs(document))[:_PREVIEW].encode()
    # The picture of the first page would be that of an empty one.
    members.pop("Preview/PrvImage.png", None)
    for at, picture in enumerate(pictures, start=1):
        members[f"BinData/image{at}.{_ending(picture)}"] = picture.content
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return settled(file.getvalue())


def _head(head: str, looks: Looks) -> str:
    head = _with_faces(head)
    # Styles refer to letters: they are written first, so that all letters are known.
    styles = styles_xml(looks)
    for name, more, many in (
        ("charProperties", letters_xml(looks), len(looks.letters)),
        ("paraProperties", paragraphs_xml(looks), 2 * len(LOOKS)),
        ("borderFills", borders_xml(looks), len(BORDERS)),
        ("styles", styles, len(LOOKS)),
    ):
        # Borders are counted from 1: their next number is one more than there are.
        had = _count(head, name) - (name == "borderFills")
        head = head.replace(f'<hh:{name} itemCnt="{had}"', f'<hh:{name} itemCnt="{had + many}"')
        head = head.replace(f"</hh:{name}>", f"{more}</hh:{name}>")
    return head


def _with_faces(head: str) -> str:
    """The faces after the two that the empty paper knows, for each kind of script."""
    more = "".join(
        f'<hh:font id="{at}" face="{face}" type="TTF" isEmbedded="0"/>'
        for at, face in enumerate(FACES)
        if at >= _FACES_KNOWN
    )
    head = re.sub(r'fontCnt="\d+"', f'fontCnt="{len(FACES)}"', head)
    return head.replace("</hh:fontface>", f"{more}</hh:fontface>")


def _told(hpf: str, document: Document, pictures: list[Raster]) -> str:
    metadata = (
        f"<opf:title>{escape(fit(document.title))}</opf:title><opf:language>{document.lang}</opf:language>"
        + "".join(
            f'<opf:meta name="{name}" content="text">{escape(fit(value))}</opf:meta>'
            for name, value in (
                ("creator", document.author),
                ("subject", ""),
                ("description", ""),
                ("lastsaveby", document.author),
                ("CreatedDate", BORN),
                ("ModifiedDate", BORN),
                ("keyword", ""),
            )
        )
    )
    items = "".join(
        f'<opf:item id="image{at}" href="BinData/image{at}.{_ending(picture)}" media-type="image/{picture.kind}"'
        ' isEmbeded="1"/>'
        for at, picture in enumerate(pictures, start=1)
    )
    told = re.sub(
        "<opf:metadata>.*</opf:metadata>",
        lambda _: f"<opf:metadata>{metadata}</opf:metadata>",
        hpf,
        flags=re.DOTALL,
    )
    return told.replace("</opf:manifest>", f"{items}</opf:manifest>")


def _ending(picture: Raster) -> str:
    return "jpg" if picture.kind == "jpeg" else "png"


def section_start(landscape: bool, *, hide_first: bool, room: tuple[int, int]) -> tuple[str, str]:
    """What opens a section up to its first run's controls, and what closes that run; `room`: side and top margins."""
    section = empty()["Contents/section0.xml"].decode()
    start, found, _ = section.partition("<hp:ctrl>")
    if not found:
        raise LookupError("ctrl")
    side, top = room
    # Hangul keeps the long side as the height; "NARROWLY" turns the sheet.
    start = re.sub(r'landscape="\w+"', f'landscape="{"NARROWLY" if landscape else "WIDELY"}"', start)
    start = re.sub(
        "<hp:margin [^>]*/>",
        f'<hp:margin header="2835" footer="2835" gutter="0" left="{side}" right="{side}" top="{top}" bottom="{top}"/>',
        start,
    )
    if hide_first:
        for kind in ("Header", "Footer", "PageNum"):
            start = start.replace(f'hideFirst{kind}="0"', f'hideFirst{kind}="1"')
    columns = '<hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/>'
    return f"{start}<hp:ctrl>{columns}</hp:ctrl>", "</hp:run>"
