"""The fonts that papers are printed with: those of one wheel, so that a paper looks the same wherever it is printed."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

WHEEL = "justmytype-intl-cjk"
PACKAGE = "justmytype_intl_cjk"
FORMS = {"ko": "Noto Sans KR", "ja": "Noto Sans JP", "zh-Hans": "Noto Sans SC", "zh-Hant": "Noto Sans TC"}
# Korea's has quotation marks and dashes of Latin width; those of the other three are as wide as a character.
LATIN = "Noto Sans KR"
FALLBACK = ("Noto Sans KR", "Noto Sans JP", "Noto Sans SC", "Noto Sans TC")
# Between Noto's own versions the same family has had two names; a rebuilt wheel may carry either.
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
    return (own, *(family for family in FALLBACK if family != own))


@cache
def folder() -> Path:
    return Path(str(files(PACKAGE) / "fonts"))


@cache
def font_files() -> tuple[Path, ...]:
    return tuple(sorted(file for file in folder().rglob("*") if file.suffix.lower() in SUFFIXES))


@cache
def fingerprint() -> str:
    """Of the bytes of all fonts: another font, another printing."""
    whole = hashlib.sha256()
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
            names = font["name"]
            found.append(
                FontFact(
                    family=str(names.getBestFamilyName()),
                    file=file,
                    version=str(names.getDebugName(5) or ""),
                    covers=len(font.getBestCmap()),
                )
            )
    return tuple(found)
