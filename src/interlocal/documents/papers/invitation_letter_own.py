"""A letter as the office wrote it: its lines as they are, each where letters of that kind have them."""

from collections.abc import Iterator
from typing import Any, Final

from interlocal.documents.formats.document import Block, Letterhead, Paragraph, text
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers.invitation_letter_told import FILING, Letter
from interlocal.ground.tongues import EN, ZH

_TITLES: Final = ("邀请函", "邀 请 函")
_CENTRED: Final = ("記", *_TITLES)
_RIGHT: Final = ("以上", "敬具", "謹白", "敬白")
# So many spaces of full width before a line say that it stands in the middle.
_INDENT: Final = "　" * 4


def letter(one: Letter, form: Any) -> Iterator[Block]:
    """On the letterhead. Where a filing asks for a signature by hand, there is room for it."""
    yield Letterhead(told.host(one), told.letterhead_lines(one))
    for part in one.delegation.letter.replace("\r\n", "\n").split("\n\n"):
        yield from _part(part.strip("\n"), one.tongue)
    if one.tongue in (ZH, EN) or one.delegation.country == FILING:
        yield form.signature(one) if hasattr(form, "signature") else _fallback(one)


def _part(part: str, tongue: str) -> Iterator[Block]:
    plain: list[str] = []
    for line in part.split("\n"):
        if role := _role(line):
            yield from _paragraph(plain, tongue)
            plain = []
            is_title = line.strip() in _TITLES
            yield Paragraph(text(line.strip(), tongue, "large" if is_title else ""), role)
        else:
            plain.append(line)
    yield from _paragraph(plain, tongue)


def _role(line: str) -> Any:
    if line.strip() in _CENTRED or (line.startswith(_INDENT) and line.strip()):
        return "centre"
    return "right" if line.strip() in _RIGHT else ""


def _paragraph(lines: list[str], tongue: str) -> Iterator[Block]:
    if any(line.strip() for line in lines):
        yield Paragraph(text("\n".join(line.rstrip() for line in lines), tongue))


def _fallback(one: Letter) -> Block:
    from interlocal.documents.papers import invitation_letter_en

    return invitation_letter_en.signature(one)
