"""Papers as PDF/UA-1 and PDF/A-2a. What a paper says reaches the typesetter as JSON, never as source."""

import json
from collections.abc import Mapping
from typing import Any

from interlocal.documents.formats import fonts
from interlocal.documents.formats.apart import drawn_apart
from interlocal.documents.formats.document import Document, Language
from interlocal.documents.formats.own_templates import drawn_or_refused
from interlocal.documents.formats.typeset import pictures_of, prepared_document
from interlocal.documents.formats.typesetter import printed, shelved

TYPE = "application/pdf"
LANGUAGES = ("ko", "ja", "zh-Hans", "zh-Hant", "en")
TEXTS = (".typ", ".json", ".svg")
HEAVY = 400_000
"""Bytes of data, about twenty pages. The typesetter keeps what it drew; of a booklet that is 200 MB each time."""
# The title is given from outside: a template that says its own overrides it.
OWN_MAIN = b"""#let paper = json("paper.json")
#set document(title: paper.title, author: paper.author)
#set text(lang: paper.lang.split("-").first(), font: paper.families.at(paper.lang), fallback: false)
#include "template.typ"
"""


def flow(document: Document) -> bytes:
    """A flowing paper: cover, headings, tables and all the rest."""
    return compiled(
        "flow",
        prepared_document(document),
        pictures_of(document),
        title=document.title,
        lang=document.lang,
        author=document.author,
        scale=document.scale,
    )


def compiled(
    template: str,
    data: Mapping[str, Any],
    pictures: Mapping[str, bytes] | None = None,
    *,
    title: str,
    lang: Language,
    author: str = "",
    scale: float = 1.0,
) -> bytes:
    """What `typst/<template>.typ` makes of `data.json`; `base.typ` and `pictures/<name>` stand beside it."""
    beside = {
        "main.typ": shelved(template),
        "base.typ": shelved("base"),
        "data.json": _json(data),
        "paper.json": _paper(title, lang, author, scale),
    }
    beside |= {f"pictures/{name}": content for name, content in (pictures or {}).items()}
    heavy = sum(map(len, beside.values())) > HEAVY
    photos = any(not name.endswith(TEXTS) for name in beside)
    return drawn_apart(beside) if heavy or photos else printed(beside)


def own_template(
    source: str, data: Mapping[str, Any], *, title: str = "-", lang: Language = "en", author: str = ""
) -> bytes:
    """A body's own template, with `data.json` beside it. Its faults are `Refused` with their line."""
    return drawn_or_refused(
        {
            "main.typ": OWN_MAIN,
            "template.typ": source.encode(),
            "base.typ": shelved("base"),
            "data.json": _json(data),
            "paper.json": _paper(title, lang, author),
        }
    )


def _paper(title: str, lang: Language, author: str, scale: float = 1.0) -> bytes:
    families = {code: fonts.families(code) for code in LANGUAGES}
    return _json({"title": title, "lang": lang, "author": author, "families": families, "scale": scale})


def _json(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
