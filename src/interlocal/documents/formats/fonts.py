"""The fonts that papers are printed with: those of one wheel, so that a paper looks the same wherever it is printed."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

WHEEL = "justmytype-intl-cjk"
PACKAGE = "justmytype_intl_cjk"
FORMS = {"ko": "Noto Sans KR", "ja": "Noto Sans JP", "zh-Hans": "Noto Sans SC", "zh-Hant": "Noto Sans TC"}
# Korea's has quotation marks and dashes of Latin width; those of the other three are as wide as a character.
LATIN = "Noto Sans KR"
FALLBACK = ("Noto Sans KR", "Noto Sans JP", "Noto Sans SC", "Noto Sans TC")
# Comes with the typesetter, and lends the letters of Europe and Mongolia that Noto's fonts for East Asia lack.
EMBEDDED = "Libertinus Serif"
# Its file cannot be asked; these were found by printing each (a test prints all of them again).
EMBEDDED_COVERS = (
    *((0x104, 0x10F), (0x114, 0x119), (0x11C, 0x127), (0x12C, 0x142), (0x145, 0x146), (0x149, 0x14B)),
    *((0x150, 0x151), (0x154, 0x167), (0x16E, 0x191), (0x193, 0x19F), (0x1A2, 0x1AE), (0x1B1, 0x1CC)),
    *((0x1DD, 0x1F7), (0x1FA, 0x24F), (0x302, 0x303), (0x305, 0x306), (0x308, 0x30B), (0x30D, 0x333)),
    *((0x384, 0x38A), (0x38C, 0x38C), (0x38E, 0x390), (0x3AA, 0x3B0), (0x3CA, 0x3CE), (0x400, 0x400)),
    *((0x402, 0x40F), (0x450, 0x450), (0x452, 0x477), (0x48C, 0x4C4), (0x4C7, 0x4CC), (0x4D0, 0x4F9)),
    *((0x1E00, 0x1E3D), (0x1E40, 0x1E9F), (0x20B1, 0x20B1), (0x20B9, 0x20B9), (0x20BF, 0x20BF)),
)
SUFFIXES = (".ttf", ".otf", ".ttc")


@dataclass(frozen=True, slots=True)
class FontFact:
    """One file of the fonts, for who asks what a paper is printed with. `covers` counts characters."""

    family: str
    file: Path
    version: str
    covers: int


def families(lang: str) -> tuple[str, ...]:
    """Fonts for a language: its own forms first, then all others, so that a rare character is drawn by whoever has it."""
    own = FORMS.get(lang, LATIN)
    return (own, *(family for family in FALLBACK if family != own), EMBEDDED)


@cache
def folder() -> Path:
    return Path(str(files(PACKAGE) / "fonts"))


@cache
def font_files() -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder().rglob("*") if file.suffix.lower() in SUFFIXES))


@cache
def fingerprint() -> str:
    """Of the bytes of all fonts, and of the typesetter that brings its own: another font, another printing."""
    whole = hashlib.sha256(version("typst").encode())
    for file in font_files():
        whole.update(file.name.encode())
        with file.open("rb") as content:
            whole.update(hashlib.file_digest(content, "sha256").digest())
    return whole.hexdigest()[:16]


def wheel_version() -> str:
    return version(WHEEL)


def facts() -> tuple[FontFact, ...]:
    from fontTools.ttLib import TTFont

    found = []
    for file in font_files():
        with TTFont(file, lazy=True, fontNumber=0) as font:
            names: Any = font["name"]
            glyphs: Any = font["cmap"]
            found.append(
                FontFact(
                    family=str(names.getBestFamilyName()),
                    file=file,
                    version=str(names.getDebugName(5) or ""),
                    covers=len(glyphs.getBestCmap()),
                )
            )
    return tuple(found)
