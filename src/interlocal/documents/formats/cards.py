"""Cards that people are known by, as PDF: place cards, table tents, badges with QR codes, labels for envelopes.

A name is never cut: it gets smaller down to a floor, then takes another line, and then the whole card gets smaller.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

import segno
from django.utils.translation import gettext_lazy as _

from interlocal.documents.formats import pdf as typesetter
from interlocal.documents.formats.document import Language, Run, Text
from interlocal.documents.formats.fitting import ems
from interlocal.documents.formats.typeset import prepared
from interlocal.ground.refused import Refused

TYPE = typesetter.TYPE
NAVY, WHITE, BLACK = "#0b3d78", "#ffffff", "#000000"
# Also a Chinese transcription up to its dot.
WORDS = re.compile(r"(\s+)")
PARTS = re.compile(r"[^·・]+[·・]?|[·・]")
HONOURED = " 様"
DARK = re.compile(rb"\x01+")
QUIET = 4
"""Modules of white around a QR code."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
ROOMS = {"place_card": 14.0, "tent": 11.0, "badge": 11.0, "label": 25.0}
"""How many characters of full width a line takes, with the smallest letters before it wraps."""

LONGEST, WIDEST = 30, 14.0
"""Letters of a word that is kept, and how many of full width that may be."""

Role = Literal["name", "second", "post", "body", "small"]


@dataclass(frozen=True, slots=True)
class CardLine:
    """`second` is the name in another script; `body` whom somebody comes from."""

    text: Text
    role: Role


@dataclass(frozen=True, slots=True)
class Card:
    """`band` says in words what its `colour` (#rrggbb) says to the eye. `qr` is what the code holds, `qr_alt` what it is for."""

    lines: tuple[CardLine, ...]
    band: Text = ()
    colour: str = ""
    qr: str = ""
    corner: Text = ()
    qr_alt: str = ""


@dataclass(frozen=True, slots=True)
class CardSheet:
    """Place cards 90 x 55 mm, ten to an A4; tents of one A4 each; badges 90 x 130 mm, four; labels 99.1 x 38.1 mm, fourteen."""

    kind: Literal["place_card", "tent", "badge", "label"]
    title: str
    lang: Language
    cards: tuple[Card, ...]
    event: Text = ()


def pdf(sheet: CardSheet) -> bytes:
    """The sheets to print; Refused without a card, or with more in a QR code than one holds."""
    if not sheet.cards:
        raise Refused("no_cards", _("There is nobody to print a card for."))
    return typesetter.compiled("cards", _data(sheet), title=sheet.title, lang=sheet.lang)


def runs(sheet: CardSheet) -> Iterator[Run]:
    """Everything that will be printed, for who looks whether it can be."""
    yield Run(sheet.title, sheet.lang)
    yield from sheet.event
    for card in sheet.cards:
        yield from card.band
        yield from card.corner
        for line in card.lines:
            yield from line.text


def _data(sheet: CardSheet) -> dict[str, Any]:
    room = ROOMS[sheet.kind]
    return {
        "kind": sheet.kind,
        "event": [prepared(line, room) for line in _by_language(sheet.event)],
        "cards": [_card(card, room) for card in sheet.cards],
    }


def _by_language(said: Text) -> list[Text]:
    """A line for each language, without what stood between them."""
    lines: list[Text] = []
    for lang, group in groupby(said, key=lambda run: run.lang):
        whole = "".join(run.text for run in group).strip(" \u00a0\u3000·・|/-")
        if whole:
            lines.append((Run(whole, lang),))
    return lines


def _card(card: Card, room: float) -> dict[str, Any]:
    colour = card.colour if COLOUR.fullmatch(card.colour) else NAVY
    return {
        "lines": [{"text": _line(line, room), "role": line.role} for line in card.lines if line.text],
        "band": prepared(card.band, room),
        "coloured": bool(card.band or card.colour),
        "colour": colour,
        "ink": ink_on(colour),
        "pale": contrast(colour, WHITE) < 1.5,
        "qr": _code(card.qr) if card.qr else "",
        "qr_alt": card.qr_alt or card.qr,
        "corner": prepared(card.corner, room),
    }


def _line(line: CardLine, room: float) -> list[Any]:
    """What stands between the spaces of a name stays in one piece: its letters get smaller instead."""
    if line.role not in ("name", "second"):
        return prepared(line.text, room)
    made: list[Any] = []
    word: list[Run] = []
    for piece in _pieces(line.text):
        if not piece.text.isspace():
            word.append(piece)
            continue
        made += [*_word(word), [piece.text, piece.lang]]
        word = []
    return made + _word(word)


def _pieces(said: Text) -> Iterator[Run]:
    """Words and what stands between them. What is said to a name in Japanese goes with the word before it."""
    for run in said:
        if run.text == HONOURED:
            yield Run(f"\u00a0{run.text.strip()}", run.lang)
            continue
        yield from (Run(word, run.lang) for word in WORDS.split(run.text) if word)


def _word(word: list[Run]) -> list[Any]:
    """In one piece; a Chinese transcription up to its dot, and one that no line takes may break anywhere."""
    made: list[Any] = []
    for run in word:
        for part in PARTS.findall(run.text):
            if len(part) > LONGEST or ems(part) > WIDEST:
                made += [bit for at in range(0, len(part), 3) for bit in ([part[at : at + 3], run.lang], [])]
            elif made and isinstance(made[-1], dict) and made[-1]["word"][-1][0][-1] not in "·・":
                made[-1]["word"].append([part, run.lang])
            else:
                made.append({"word": [[part, run.lang]]})
    return made


def _code(said: str) -> str:
    """A QR code as SVG with its quiet zone."""
    try:
        # Looking for the best of eight masks takes five times as long; any of them is read, and this one is the best most often.
        code = segno.make_qr(said, error="m", mask=7)
    except segno.DataOverflowError as error:
        raise Refused("qr_too_long", _("A QR code does not hold that much.")) from error
    rows = [bytes(row) for row in code.matrix]
    side = len(rows) + 2 * QUIET
    path = "".join(
        f"M{dark.start() + QUIET} {at + QUIET}.5h{dark.end() - dark.start()}"
        for at, row in enumerate(rows)
        for dark in DARK.finditer(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


def ink_on(colour: str) -> str:
    """White, or black where that is read better; one of them always has a contrast of 4.5 at least."""
    return WHITE if contrast(WHITE, colour) >= 4.5 else BLACK


def contrast(one: str, other: str) -> float:
    """By WCAG, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
