"""Papers as PDF, for all readers and for the archive: PDF/UA-1 and PDF/A-2a at once. Typst draws; data come as JSON, never as source."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import Any

import typst

from interlocal.documents.formats import fonts
from interlocal.documents.formats.document import Document, Language
from interlocal.documents.formats.typeset import pictures_of, prepared_document

TYPE = "application/pdf"
STANDARDS: list[Any] = ["ua-1", "a-2a"]
# The same input gives the same bytes: a paper has no hour of birth of its own.
BORN = datetime(2000, 1, 1, tzinfo=UTC)
LANGUAGES = ("ko", "ja", "zh-Hans", "zh-Hant", "en")
SHELF = files("interlocal.documents.formats") / "typst"
# The compiler is one engine with one cache; two papers at once would mix their files.
_TURN = Lock()


def flow(document: Document) -> bytes:
    """A flowing paper: cover, headings, tables and all the rest."""
    return compiled(
        "flow",
        prepared_document(document),
        pictures_of(document),
        title=document.title,
        lang=document.lang,
        author=document.author,
    )


def compiled(
    template: str,
    data: Mapping[str, Any],
    pictures: Mapping[str, bytes] | None = None,
    *,
    title: str,
    lang: Language,
    author: str = "",
) -> bytes:
    """What `typst/<template>.typ` makes of the data: `data.json`, `paper.json` and `pictures/<name>` beside it."""
    paper = {
        "title": title,
        "lang": lang,
        "author": author,
        "families": {code: fonts.families(code) for code in LANGUAGES},
    }
    beside = {
        "main.typ": _shelved(template),
        "base.typ": _shelved("base"),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
        "paper.json": json.dumps(paper, ensure_ascii=False).encode(),
        **{f"pictures/{name}": content for name, content in (pictures or {}).items()},
    }
    return printed(beside)


def printed(beside: Mapping[str, bytes]) -> bytes:
    with _TURN:
        made = _compiler().compile(dict(beside), format="pdf", pdf_standards=STANDARDS, timestamp=BORN)
    if not isinstance(made, bytes):
        raise TypeError("the compiler gave no PDF")
    return made


@cache
def _compiler() -> typst.Compiler:
    shapes = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder()]
    )
    return typst.Compiler(root=str(SHELF), font_paths=shapes, ignore_system_fonts=True)


@cache
def _shelved(template: str) -> bytes:
    return (SHELF / f"{template}.typ").read_bytes()
