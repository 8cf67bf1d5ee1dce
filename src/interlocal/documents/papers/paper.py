"""What a paper is: a description over the facts of an edition. One module each; adding one touches no other place."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from interlocal.arrangements.rules.facts import Facts
from interlocal.documents.formats.cards import CardSheet
from interlocal.documents.formats.document import Document
from interlocal.documents.formats.seating import Drawing

Format = Literal["pdf", "docx", "hwpx", "xlsx", "html", "svg", "ics", "vcf"]
Scope = Literal["all", "body", "person", "item", "seating"]
Shows = Literal["public", "inner", "contact", "diet"]


@dataclass(frozen=True, slots=True)
class Plain:
    """Bytes that are the format already (calendars, contacts)."""

    content: bytes


Product = Document | CardSheet | Drawing | Plain


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for. `tongues`: one language, or two side by side, the first leads. One of `body` (slug), `person` (key of
    a delegate), `item`, `seating` (numbers) narrows it; none: for all. `options` are the paper's own.
    """

    tongues: tuple[str, ...]
    body: str = ""
    person: str = ""
    item: int | None = None
    seating: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def tongue(self) -> str:
        return self.tongues[0]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of one paper: values with their (lazy) labels; the first is usual."""

    key: str
    label: Any
    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """`name` and `about` are lazy sentences; `group` is where it stands among papers: "lists", "cards", "days", "letters", "after".

    `shows` says which data it prints at most: "public" office data; "inner" adds phones of helpers and resources; "contact"
    and "diet" are read for it only, and only for an actor who may. `build` makes the product; raise Refused for what is
    missing. `lacks` names, before printing, what the record does not hold yet (sentences), and does not forbid it.
    """

    key: str
    name: Any
    about: Any
    group: str
    formats: tuple[Format, ...]
    build: Callable[[Facts, Wish], Product]
    scopes: tuple[Scope, ...] = ("all",)
    two_languages: bool = True
    shows: tuple[Shows, ...] = ("public",)
    options: tuple[Option, ...] = ()
    # Photographs are megabytes: read only for who prints them.
    pictures: bool = False
    lacks: Callable[[Facts, Wish], tuple[str, ...]] | None = None
