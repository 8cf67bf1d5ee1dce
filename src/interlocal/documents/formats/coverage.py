"""Whether the fonts can draw a text. The typesetter says nothing of a missing glyph; it prints an empty box."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _

from interlocal.documents.formats import fonts
from interlocal.documents.formats.document import Run
from interlocal.ground.refused import Refused

LONGEST_QUOTE = 40
MOST_NAMED = 8
BREAKS = "\n\r\t"
# Spaces of any width, joiners, marks of direction and selectors of variants have no ink: the shaper keeps or drops them.
INKLESS = ("Zs", "Zl", "Zp", "Cf")


@dataclass(frozen=True, slots=True)
class Missing:
    """A character that no font can draw, and the text where it was first met."""

    char: str
    code: str
    text: str
    lang: str

    def __str__(self) -> str:
        shown = f"{self.char} {self.code}" if self.char.isprintable() else self.code
        return f"{shown} ({_quoted(self.text)})"


def missing(runs: Iterable[Run]) -> tuple[Missing, ...]:
    """Each character once, in the order of the texts."""
    drawn = covered()
    found: dict[str, Missing] = {}
    for run in runs:
        strange = set(run.text) - drawn
        if strange:
            for char in sorted(_undrawn(run.text, drawn)):
                found.setdefault(char, Missing(char, f"U+{ord(char):04X}", run.text, run.lang))
    return tuple(found.values())


def refuse_missing(runs: Iterable[Run]) -> None:
    lacking = missing(runs)
    if not lacking:
        return
    named = ", ".join(str(each) for each in lacking[:MOST_NAMED])
    if len(lacking) > MOST_NAMED:
        named += f" … (+{len(lacking) - MOST_NAMED})"
    sentence = _("These characters cannot be printed, because no installed font has them: %(characters)s.")
    raise Refused("glyph_missing", sentence % {"characters": named})


@cache
def covered() -> frozenset[str]:
    """What any of the fonts draws. They stand in for each other, so the language does not matter here."""
    from fontTools.ttLib import TTFont

    drawn = {code for first, last in fonts.EMBEDDED_COVERS for code in range(first, last + 1)}
    for file in fonts.font_files():
        with TTFont(file, lazy=True, fontNumber=0) as font:
            glyphs: Any = font["cmap"]
            drawn.update(glyphs.getBestCmap())
    return frozenset(map(chr, drawn))


def _undrawn(text: str, drawn: frozenset[str]) -> set[str]:
    """Of the composed text: a letter and its accent are drawn as one where the font has the two as one."""
    return {char for char in set(unicodedata.normalize("NFC", text)) - drawn if not _inkless(char)}


def _inkless(char: str) -> bool:
    return char in BREAKS or unicodedata.category(char) in INKLESS or _selects_variant(char)


def _selects_variant(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def _quoted(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text).strip()
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[:LONGEST_QUOTE]}…"
