"""docs/record.md and the shapes of entries say the same."""

import dataclasses
import enum
import re
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from interlocal.ground.entries import Entry
from interlocal.ops.loading.shapes import LISTS, fields_of

PAGE = (Path(__file__).parents[3] / "docs" / "record.md").read_text()
WORDS = set(re.findall(r"[A-Za-z0-9_-]+", PAGE))


def parts(hint: object) -> Iterator[object]:
    yield hint
    for inner in typing.get_args(hint):
        yield from parts(inner)


def shapes(shape: type[Entry]) -> Iterator[type[Entry]]:
    """A shape and all shapes inside it."""
    yield shape
    for field in fields_of(shape):  # type: ignore[arg-type]  # a class has a hash
        for hint in parts(field.hint):
            if dataclasses.is_dataclass(hint) and isinstance(hint, type) and issubclass(hint, Entry):
                yield from shapes(hint)


EVERY = sorted(
    {shape for _, top in LISTS.values() for shape in shapes(top)}, key=lambda shape: shape.__name__
)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_of_a_file_has_its_chapter(name: str) -> None:
    assert f"\n## {name}\n" in PAGE


@pytest.mark.parametrize("shape", EVERY, ids=lambda shape: shape.__name__)
def test_every_field_and_every_word_of_a_closed_list_is_described(shape: type[Entry]) -> None:
    fields = fields_of(shape)  # type: ignore[arg-type]  # a class has a hash
    choices = {
        str(choice.value)
        for field in fields
        for hint in parts(field.hint)
        if isinstance(hint, type) and issubclass(hint, enum.Enum)
        for choice in hint
    }

    assert {field.written for field in fields} - WORDS == set()
    assert choices - WORDS == set()
