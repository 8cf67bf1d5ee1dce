"""Marks between words by each language's habit: Japanese and Chinese write them full width and without spaces."""

from collections.abc import Sequence

from markupsafe import Markup

from interlocal.ground.tongues import JA, ZH

_FULL_WIDTH = (JA, ZH)


def colon(lang: str) -> str:
    """Between a label and its value."""
    return "：" if lang in _FULL_WIDTH else ": "


def bracketed(text: str, lang: str) -> str:
    """An aside behind a word, with the space before it where the language has one; markup stays markup."""
    before, after = ("（", "）") if lang in _FULL_WIDTH else (" (", ")")
    if hasattr(text, "__html__"):
        return Markup("{}{}{}").format(before, text, after)
    return f"{before}{text}{after}"


def sentences(told: Sequence[str], lang: str) -> str:
    return ("" if lang in _FULL_WIDTH else " ").join(told)
