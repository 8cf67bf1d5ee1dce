"""A key under which the spellings of one name meet. For matching: what is stored and shown stays as typed."""

import re
import unicodedata
from typing import Final

from interlocal.languages.han import TO_ONE

_HAN: Final = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_REPEATED: Final = re.compile(rf"([{_HAN}])々")
# 霞ヶ関, 霞ケ関 and 霞が関 are one place: between Han characters the three are written for each other.
_COUNTER_KE: Final = re.compile(rf"(?<=[{_HAN}])[けが](?=[{_HAN}])")

_LETTERS_WITHOUT_MARK: Final = {
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
# Letters by Unicode that are typed as apostrophes in romanised names.
_APOSTROPHES: Final = "ʹʺʻʼʽʾʿˈˊˋ"


def fold(text: str) -> str:
    """The matching key of a name: may be empty, is its own fold, and must never be shown.

    Equal become: full and half width, decomposed and composed letters, capital and small, Latin letters with
    and without marks (ō, ü), katakana and hiragana, traditional, Japanese and simplified Han with their
    variants (髙, 﨑), 々 and the character it repeats, ヶ ケ が between Han. Gone are spaces, punctuation,
    hyphens, zero-width and direction marks, variation selectors. Kept apart: long vowels spelt (Oosaka),
    ー, voiced kana, を and お.
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_TABLE)
    if "々" in folded:
        folded = _REPEATED.sub(r"\1\1", folded)
    if "け" in folded:
        folded = _COUNTER_KE.sub("が", folded)
    return folded


def _dropped(char: str) -> bool:
    # P punctuation, Z spaces, Cc and Cf controls, Mn marks, Sk and Sm lone accents and wave dashes.
    return unicodedata.category(char) in _DROPPED_CATEGORIES


def _bare(char: str) -> str:
    return _LETTERS_WITHOUT_MARK.get(char, unicodedata.normalize("NFD", char)[0])


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    blocks = (
        range(0x590),
        range(0x1E00, 0x3130),
        range(0xFE00, 0xFE70),
        range(0xFEFF, 0xFFF0),
    )
    for code in (code for block in blocks for code in block if _dropped(chr(code))):
        table[code] = None
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        table[code] = _bare(chr(code)) if chr(code).isalpha() else None
    table |= {code: chr(code - 0x60) for code in range(0x30A1, 0x30F7)}
    table |= {ord(form): one for form, one in TO_ONE.items()}
    table |= {ord("ヵ"): "か", ord("ヶ"): "け", ord("ゕ"): "か", ord("ゖ"): "け"}
    table |= dict.fromkeys((*map(ord, _APOSTROPHES), *range(0xE0001, 0xE01F0)))
    return table


_DROPPED_CATEGORIES: Final = frozenset(
    {
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Mn",
        "Sk",
        "Sm",
    }
)
_TABLE: Final = _table()
