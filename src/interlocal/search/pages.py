"""What a search answers with."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from interlocal.ground.texts import Shown
from interlocal.search.marking import Marked
from interlocal.search.ranking import Narrowed
from interlocal.search.reasons import Why

SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """A subject found. `home`: kind and key of the page that shows it. `matched` is the name that matched, where that is
    not the name shown; `marked` is it, or the title the words are in, in segments; `excerpt` where they stand in the text.
    """

    kind: str
    key: str
    name: Shown
    matched: Shown | None
    country: str
    home: tuple[str, str] = ("", "")
    day: date | None = None
    why: tuple[Why, ...] = ()
    marked: Marked | None = None
    excerpt: Marked | None = None


@dataclass(frozen=True, slots=True)
class Group:
    kind: str
    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to narrow a search to, and how many it would leave. `name` of bodies and topics."""

    value: str
    count: int
    name: Shown | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """By what the results can be narrowed: counted with all other choices kept."""

    kinds: tuple[Choice, ...] = ()
    countries: tuple[Choice, ...] = ()
    bodies: tuple[Choice, ...] = ()
    topics: tuple[Choice, ...] = ()
    years: tuple[Choice, ...] = ()
    langs: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found for `typed`; `words` are empty when there was nothing to look for.

    `hits` are one page of all results; `groups` show the same by kind: with `kind` a page of it, without the best of
    each. `counts` are of all kinds; `unknown_kind` was asked for in vain. `more`: only the best are counted.
    """

    typed: str
    words: tuple[str, ...] = ()
    kind: str = ""
    unknown_kind: str = ""
    counts: tuple[tuple[str, int], ...] = ()
    groups: tuple[Group, ...] = ()
    total: int = 0
    number: int = 1
    pages: int = 1
    size: int = SIZE
    hits: tuple[Hit, ...] = ()
    choices: Choices = field(default_factory=Choices)
    narrowed: Narrowed = field(default_factory=Narrowed)
    sort: str = "relevance"
    more: bool = False
