"""The tables of concepts and words as values. Read once, at first use."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Final

LANGUAGES: Final = ("ko", "ja", "zh-Hans", "en")


@dataclass(frozen=True, slots=True)
class Concept:
    """terms: of each language the preferred one, then its synonyms. broader: ids of concepts it is a part of."""

    id: str
    broader: tuple[str, ...]
    terms: Mapping[str, tuple[str, ...]]


# A general word in each language, every one a translation of all.
Word = Mapping[str, tuple[str, ...]]


def concept(id: str) -> Concept:  # noqa: A002  the word the tables and the index use
    """KeyError for an id that no table has."""
    return concepts()[id]


@cache
def concepts() -> Mapping[str, Concept]:
    """All concepts by id, in the order of the tables."""
    found = (Concept(row[0], _several(row[1]), _by_language(row[2:])) for row in rows("concepts-", columns=6))
    return MappingProxyType({concept.id: concept for concept in found})


def narrower(id: str) -> tuple[str, ...]:  # noqa: A002
    """Ids of the concepts that name this one as broader, in the order of the tables."""
    return _narrower().get(id, ())


@cache
def _narrower() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for below in concepts().values():
        for above in below.broader:
            found[above] = (*found.get(above, ()), below.id)
    return found


def word(at: int) -> Word:
    """The general word of one row."""
    return _by_language(word_rows()[at].split("\t"))


@cache
def word_rows() -> tuple[str, ...]:
    """As lines: as values they would take ten times the memory, and a query needs a few."""
    return tuple("\t".join(row) for row in rows("words-", columns=4))


def rows(kind: str, *, columns: int) -> Iterator[list[str]]:
    """Of all tables of a kind, without heads; a line of another shape is passed over (a test tells of it)."""
    for table in tables(kind):
        for line in table.read_text(encoding="utf-8").splitlines()[1:]:
            row = line.split("\t")
            if len(row) == columns:
                yield row


def tables(kind: str) -> list[Traversable]:
    found = (table for table in files(__package__).iterdir() if table.name.startswith(kind))
    return sorted((table for table in found if table.name.endswith(".tsv")), key=lambda table: table.name)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(term for part in cell.split(";") if (term := part.strip()))


def _by_language(cells: list[str]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({lang: _several(cell) for lang, cell in zip(LANGUAGES, cells, strict=True)})
