"""One printing: a paper, the facts of an edition and a wish in, a file out. The same input gives the same bytes."""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import msgspec
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.queries import facts as arranged
from interlocal.arrangements.rules.facts import Facts
from interlocal.documents import templates
from interlocal.documents.formats import cards, coverage, document, fonts, seating
from interlocal.documents.papers import papers
from interlocal.documents.papers.paper import Paper, Plain, Product, Wish
from interlocal.ground.pages.links import site
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

HERE: Final = Path(__file__).resolve().parent
TYPES: Final[Mapping[str, str]] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "hwpx": "application/hwp+zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "svg": "image/svg+xml",
    "ics": "text/calendar; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8",
}
# By module and function of `formats`, loaded when first written: the web offers papers and writes none, and Word, Hangul
# and Excel take forty megabytes of each of its processes.
WRITERS: Final[Mapping[tuple[type, str], tuple[str, str]]] = {
    (document.Document, "pdf"): ("pdf", "flow"),
    (document.Document, "docx"): ("docx", "flow"),
    (document.Document, "hwpx"): ("hwpx", "flow"),
    (document.Document, "html"): ("html", "page"),
    (document.Document, "xlsx"): ("books", "workbook"),
    (cards.CardSheet, "pdf"): ("cards", "pdf"),
    (seating.Drawing, "pdf"): ("seating", "pdf"),
    (seating.Drawing, "svg"): ("seating_svg", "svg"),
}
RUNS: Final[Mapping[type, Callable[[Any], Any]]] = {
    document.Document: document.runs,
    cards.CardSheet: cards.runs,
    seating.Drawing: seating.runs,
}
# What a body may bring as its own form, and what is printed from it.
TEMPLATES: Final[Mapping[str, str]] = {"docx": "docx", "hwpx": "hwpx", "typ": "pdf"}
STEPS: Final = 3
_PAGE: Final = re.compile(rb"/Type\s*/Page\b")

Progress = Callable[[str, int, int], None]
"""Told the stage (papers.kinds.Stage), how many steps are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to print: `preparation` is a slug, `paper` a key of papers()."""

    preparation: str
    paper: str
    format: str
    wish: Wish


@dataclass(frozen=True, slots=True)
class Template:
    """A body's own form: "docx", "hwpx" or "typ"."""

    format: str
    content: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """A file with its ASCII name. `pages` is None where only the reader's program knows."""

    filename: str
    media_type: str
    content: bytes
    pages: int | None


def _silently(_stage: str, _done: int, _of: int) -> None:
    pass


def render(
    order: Order, facts: Facts, template: Template | None = None, progress: Progress = _silently
) -> Printed:
    """The file of an order; raise Refused for what is missing, cannot be printed, or is wrong in a template."""
    paper = paper_of(order.paper, order.format)
    # What a paper says by itself is in the language that leads.
    with translation.override(order.wish.tongue.lower()):
        if template:
            progress("setting", 1, STEPS)
            content = templates.tried(template.format, template.content, facts, order.wish)
        else:
            content = _set(paper.build(facts, _made_as(order)), order.format, progress)
    progress("keeping", STEPS, STEPS)
    named = filename(order, release=facts.sheet.number)
    return Printed(named, TYPES[order.format], content, pages_of(content, order.format))


def paper_of(key: str, made_as: str) -> Paper:
    """Refused for a paper that is not there, or not in this format."""
    paper = papers().get(key)
    if paper is None:
        raise Refused("paper_unknown", _("There is no such paper."))
    if made_as not in paper.formats:
        raise Refused("format_unknown", _("This paper is not made in this format."), field="format")
    return paper


def gathered(*, actor: Actor, at: datetime, order: Order, release: int | None = None) -> Facts:
    """What the paper is made from, as far as the actor may see it; `release`: a version of the programme, else the present one."""
    paper = paper_of(order.paper, order.format)
    return arranged.facts(
        actor=actor,
        preparation=order.preparation,
        at=at,
        body=order.wish.body,
        person=order.wish.person,
        shows=paper.shows,
        release=release,
        with_photos=paper.pictures,
    )


def _made_as(order: Order) -> Wish:
    """The wish with what a paper may want to know of the file: its format, and under which host its items are named."""
    host = urlsplit(site()).hostname or "localhost"
    return replace(order.wish, options={**order.wish.options, "format": order.format, "host": host})


def lacks(paper: Paper, facts: Facts, wish: Wish) -> tuple[str, ...]:
    """What the record does not hold yet, in the language of the page."""
    return paper.lacks(facts, wish) if paper.lacks else ()


def input_sha256(order: Order, facts: Facts, template: Template | None = None) -> str:
    """Of everything that goes into a printing: the same gives the same bytes."""
    whole = (
        msgspec.json.encode(msgspec.to_builtins(facts, str_keys=True), order="sorted"),
        msgspec.json.encode(plain_of(order.wish), order="sorted"),
        f"{order.preparation}\n{order.paper}\n{order.format}".encode(),
        hashlib.sha256(template.content).digest() if template else b"",
        program().encode(),
        fonts.fingerprint().encode(),
    )
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in whole)).hexdigest()


@cache
def program() -> str:
    """The version of what prints; also of the very words and layouts, which change between versions."""
    whole = hashlib.sha256()
    locale = HERE.parent / "locale"
    for file in sorted([*HERE.rglob("*.py"), *HERE.rglob("*.typ"), *locale.rglob("*.mo")]):
        whole.update(file.read_bytes())
    return f"{version('interlocal')}+{whole.hexdigest()[:16]}"


def wish_of(plain: Mapping[str, Any]) -> Wish:
    """A wish as the room keeps it: `papers.rules.printings.settled`."""
    return Wish(
        tongues=tuple(plain["tongues"]),
        body=plain.get("body", ""),
        person=plain.get("delegate", ""),
        item=plain.get("item"),
        seating=plain.get("seating"),
        options=dict(plain.get("options", {})),
    )


def plain_of(wish: Wish) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "tongues": list(wish.tongues),
        "body": wish.body,
        "delegate": wish.person,
        "item": wish.item,
        "seating": wish.seating,
        "options": dict(wish.options),
    }
    return {key: value for key, value in plain.items() if value not in ("", None, {})}


def filename(order: Order, *, release: int | None) -> str:
    """ASCII: `forum-2026-name-list-busan-ko-en-v2.pdf`."""
    wish = order.wish
    whom = wish.body or wish.person[:8] or _numbered("item", wish.item) or _numbered("seating", wish.seating)
    parts = [order.preparation, order.paper, whom, *wish.tongues, f"v{release}" if release else ""]
    name = "-".join(part for part in parts if part).lower()
    return f"{re.sub(r'[^a-z0-9]+', '-', name).strip('-')}.{order.format}"


def spoken_filename(title: str, paper: str, name: str) -> str:
    """The same for people: the edition and the paper in their language, and what the ASCII name ends with."""
    spoken = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', " ", f"{title} - {paper}").strip()[:120]
    found = re.search(r"(-v\d+)?\.\w+$", name)
    return f"{spoken}{found[0].replace('-', ' ', 1) if found else ''}"


def pages_of(content: bytes, made_as: str) -> int | None:
    """How many pages a PDF has; of other formats nobody knows before they are opened."""
    return (len(_PAGE.findall(content)) or None) if made_as == "pdf" else None


def _set(product: Product, made_as: str, progress: Progress) -> bytes:
    if isinstance(product, Plain):
        return product.content
    write = WRITERS.get((type(product), made_as))
    if write is None:
        raise Refused("format_unknown", _("This paper is not made in this format."), field="format")
    if made_as == "pdf":
        # Elsewhere the reader's own fonts draw it.
        progress("checking", 1, STEPS)
        coverage.refuse_missing(RUNS[type(product)](product))
    progress("setting", 2, STEPS)
    module, function = write
    content = getattr(import_module(f"interlocal.documents.formats.{module}"), function)(product)
    return content.encode() if isinstance(content, str) else bytes(content)


def _numbered(noun: str, number: int | None) -> str:
    return "" if number is None else f"{noun}{number}"
