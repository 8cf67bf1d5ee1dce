"""Any str made safe to analyse, cut into pieces an analyser takes, and into runs of one language."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from interlocal.languages.han import TO_ONE
from interlocal.languages.scripts import guess_language

Writing = Literal["hangul", "japanese", "chinese", "latin", "other"]

# The Korean analyser is twice as quick on short texts; the Japanese one takes 49,149 bytes at most.
PIECE: Final = 1_500

HAN: Final = "々〆〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
KANA: Final = "\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
HANGUL: Final = "가-힣ㄱ-ㆎ"
LATIN: Final = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"

_RUN: Final = re.compile(
    rf"(?P<hangul>[{HANGUL}]+)|(?P<han>[{HAN}{KANA}]+)"
    rf"|(?P<latin>(?:[{LATIN}]+(?:['’][{LATIN}]+)*|[0-9]+(?:[.,][0-9]+)*))|(?P<other>[^\W_]+)"
)
_WRITINGS: Final[dict[str, Writing]] = {"hangul": "hangul", "latin": "latin", "other": "other"}
_HAS_KANA: Final = re.compile(f"[{KANA}]")
_HAS_HAN: Final = re.compile(f"[{HAN}]")
_REPEATED: Final = re.compile(f"([{HAN}])々")
_TO_ONE: Final = {ord(form): one for form, one in TO_ONE.items()}
_END: Final = re.compile(r"[\n。．.!?！？\s]")


class Run(NamedTuple):
    """Letters of one language with the signs between them."""

    writing: Writing
    text: str


def cleaned(text: str) -> str:
    """Composed, one width, without anything unseen: never a surrogate, a control or a direction mark."""
    composed = unicodedata.normalize("NFKC", text.translate(_UNSEEN))
    return composed.translate(_UNSEEN)


def simplified(text: str) -> str:
    """Han in the one form all are matched under, 々 written out; the rest as it is. As long as the text."""
    if "々" in text:
        text = _REPEATED.sub(r"\1\1", text)
    return text.translate(_TO_ONE)


def pieces(text: str) -> Iterator[str]:
    """At most 1,500 characters each, cut where a sentence or a word ends if one does."""
    at = 0
    while at < len(text):
        end = min(at + PIECE, len(text))
        if end < len(text):
            end = _good_end(text, at, end)
        yield text[at:end]
        at = end


def runs(text: str, *, lang: str) -> Iterator[Run]:
    """The text in runs, in order; lang decides whose the Han characters are, "und" lets the text decide."""
    han_is = _language_of_han(text, lang)
    writing: Writing | None = None
    start = end = 0
    for found in _RUN.finditer(text):
        now = _writing(found, han_is)
        # Latin words and numbers stand alone; the others keep the signs between them for their analyser.
        if now != writing or now in ("latin", "other"):
            if writing:
                yield Run(writing, text[start:end])
            writing, start = now, found.start()
        end = found.end()
    if writing:
        yield Run(writing, text[start:end])


def _good_end(text: str, at: int, end: int) -> int:
    for found in _END.finditer(text[end - 400 : end][::-1]):
        return max(at + 1, end - found.start())
    return end


def _writing(found: re.Match[str], han_is: Writing) -> Writing:
    kind = found.lastgroup or "other"
    if kind != "han":
        return _WRITINGS[kind]
    return "japanese" if han_is != "japanese" and _HAS_KANA.search(found.group()) else han_is


def _language_of_han(text: str, lang: str) -> Writing:
    if lang == "ja":
        return "japanese"
    if lang in ("zh-Hans", "ko") or not _HAS_HAN.search(text):
        return "chinese"
    if _HAS_KANA.search(text):
        return "japanese"
    han = "".join(_HAS_HAN.findall(text[:2_000]))
    return "japanese" if guess_language(han) == "ja" else "chinese"


def _unseen() -> dict[int, str | None]:
    table: dict[int, str | None] = {}
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        table[code] = "\n" if chr(code) in "\n\r\u0085" else " "
    table |= dict.fromkeys(range(0xD800, 0xE000), " ")
    # Soft hyphen, joiners, directions, selectors, tags: nothing a reader sees.
    for first, last in ((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x180B, 0x180F), (0x200B, 0x200F)):
        table |= dict.fromkeys(range(first, last + 1))
    for first, last in ((0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)):
        table |= dict.fromkeys(range(first, last + 1))
    return table | dict.fromkeys((*range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0200)))


_UNSEEN: Final = _unseen()
