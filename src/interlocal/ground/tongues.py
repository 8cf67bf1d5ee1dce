"""The four languages, and in which order a reader is offered another one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import get_language

KO, JA, ZH, EN = "ko", "ja", "zh-Hans", "en"
TONGUES = (KO, JA, ZH, EN)

# What each language calls itself: never translated.
OWN_NAMES = {KO: "한국어", JA: "日本語", ZH: "简体中文", EN: "English"}

# A reader of Japanese or Chinese gets more out of Han characters than out of hangul; everybody can be offered English second.
FALLBACKS: dict[str, tuple[str, ...]] = {
    KO: (KO, EN, JA, ZH),
    JA: (JA, EN, ZH, KO),
    ZH: (ZH, EN, JA, KO),
    EN: (EN, KO, JA, ZH),
}

_FROM_DJANGO = {tongue.lower(): tongue for tongue in TONGUES}


class _Page(threading.local):
    """Of the page this thread renders: its language, when it is known."""

    tongue = ""


_page = _Page()


def reading() -> str:
    """The language of the page being made, as one of TONGUES."""
    return _page.tongue or _FROM_DJANGO.get((get_language() or EN).lower(), EN)


@contextmanager
def held() -> Iterator[None]:
    """The language stays what it is within: a page asks for it hundreds of times, and Django takes a microsecond
    to answer each.
    """
    before, _page.tongue = _page.tongue, reading()
    try:
        yield
    finally:
        _page.tongue = before
