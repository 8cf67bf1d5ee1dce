"""Which script, and as far as it shows which language, a text is written in."""

from collections import Counter
from functools import reduce
from typing import Final

from interlocal.languages import han

# First and last code point, ISO 15924 code. Marks, digits and punctuation belong to no script.
_RANGES: Final = (
    (0x0041, 0x005A, "Latn"),
    (0x0061, 0x007A, "Latn"),
    (0x00C0, 0x024F, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1100, 0x11FF, "Hang"),
    (0x1800, 0x18AF, "Mong"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x3005, 0x3007, "Hani"),
    (0x3041, 0x309F, "Hira"),
    (0x30A1, 0x30FA, "Kana"),
    (0x30FC, 0x30FF, "Kana"),
    (0x3105, 0x312F, "Bopo"),
    (0x3131, 0x318E, "Hang"),
    (0x31F0, 0x31FF, "Kana"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xA960, 0xA97F, "Hang"),
    (0xAC00, 0xD7FF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFF21, 0xFF3A, "Latn"),
    (0xFF41, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9F, "Kana"),
    (0x20000, 0x323AF, "Hani"),
)
_EAST_ASIAN: Final = {"Hang", "Hira", "Kana", "Hani"}
_LANGUAGES: Final = {
    "Hang": "ko",
    "Kore": "ko",
    "Jpan": "ja",
    "Hira": "ja",
    "Kana": "ja",
    "Hrkt": "ja",
    "Hans": "zh-Hans",
    "Latn": "en",
}


def script_of(text: str) -> str:
    """The ISO 15924 code of the text: "Zyyy" without any letter, "Zzzz" for letters not known here.

    One East Asian letter outweighs any number of Latin ones (AI 협력 is "Hang"). Han alone is "Hans",
    "Hant" or "Jpan" only if its characters meet in one of these alone; "Hani" if they do not tell.
    """
    letters = Counter(_script_of_char(char) for char in text if char.isalpha() or char in "々〇")
    if not letters:
        return "Zyyy"
    found = _EAST_ASIAN & letters.keys()
    if not found:
        return letters.most_common(1)[0][0]
    if "Hang" in found:
        return "Kore" if "Hani" in found else "Hang"
    if "Hani" in found:
        return _script_of_han(text) if found == {"Hani"} else "Jpan"
    return found.pop() if len(found) == 1 else "Hrkt"


def guess_language(text: str) -> str:
    """ "ko", "ja", "zh-Hans" or "en" where the script tells, else "und". A first guess, not a fact."""
    return _LANGUAGES.get(script_of(text), "und")


def possible_languages(text: str) -> tuple[str, ...]:
    """The languages a short text may be in, likelier first: one where the writing tells, two for Han alone.

    Empty where no language of ours writes so. Traditional characters may be Korean hanja or older Japanese.
    """
    told = guess_language(text)
    if told != "und":
        return (told,)
    return {"Hani": ("ja", "zh-Hans"), "Hant": ("ko", "ja", "zh-Hans")}.get(script_of(text), ())


def _script_of_char(char: str) -> str:
    code = ord(char)
    return next((script for first, last, script in _RANGES if first <= code <= last), "Zzzz")


def _script_of_han(text: str) -> str:
    if "々" in text:
        return "Jpan"  # Chinese and Korean print repeats the character itself.
    told = (han.systems(char) for char in text if _script_of_char(char) == "Hani" and char != "〇")
    everywhere: frozenset[str] = frozenset({"Hant", "Jpan", "Hans"})
    left = reduce(frozenset.intersection, told, everywhere)
    return next(iter(left)) if len(left) == 1 else "Hani"
