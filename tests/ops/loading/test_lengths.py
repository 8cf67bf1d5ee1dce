"""What an entry may say fits its column: a text too long is a problem with a line, not a crash."""

import dataclasses
import typing

import pytest
from django.db import models

from interlocal.evidence.entries import ClaimEntry, SourceEntry
from interlocal.evidence.models import Citation, Claim, Source
from interlocal.ground.entries import AtMost, Entry, Looks, Refers
from interlocal.programmes import entries as programmes
from interlocal.programmes.models import Edition, Item, Outcome, Place, Series, Topic
from interlocal.registry import entries as registry
from interlocal.registry.models import Body, BodyCode, PersonName, Post

PAIRS: list[tuple[type[Entry], type[models.Model], dict[str, str]]] = [
    (SourceEntry, Source, {}),
    (ClaimEntry, Claim, {"of_part": "part"}),
    (registry.PersonNameEntry, PersonName, {"lang": "language"}),
    (registry.CodeEntry, BodyCode, {}),
    (registry.PostEntry, Post, {}),
    (registry.BodyEntry, Body, {}),
    (programmes.TopicEntry, Topic, {}),
    (programmes.PlaceEntry, Place, {}),
    (programmes.SeriesEntry, Series, {}),
    (programmes.EditionEntry, Edition, {}),
    (programmes.ItemEntry, Item, {}),
    (programmes.OutcomeEntry, Outcome, {}),
]


def longest(hint: object) -> int | None:
    """How many characters a string of this type has at most; None for references and what is no string."""
    base, *notes = typing.get_args(hint) or (hint,)
    if base is not str or any(isinstance(note, Refers) for note in notes):
        return None
    limits = [note.limit for note in notes if isinstance(note, AtMost)]
    patterns = [note.pattern for note in notes if isinstance(note, Looks)]
    return min(limits, default=_longest_match(patterns))


def _longest_match(patterns: list[str]) -> int:
    """Of the patterns of fixed shape that need no limit of their own."""
    known = {
        r"[A-Z]{2}": 2,
        r"[A-Z][a-z]{3}": 4,
        r"[a-z]{2,3}(-[A-Z][a-z]{3})?": 8,
        r"[0-9a-f]{64}": 64,
        r"unesco|national": 8,
        r"https?://[^\s<>\"]{3,590}": 598,
    }
    return min(known.get(pattern, 4000) for pattern in patterns) if patterns else 4000


@pytest.mark.parametrize(
    ("entry", "model", "renamed"), PAIRS, ids=lambda value: getattr(value, "__name__", "")
)
def test_every_text_of_an_entry_fits_its_column(
    entry: type[Entry], model: type[models.Model], renamed: dict[str, str]
) -> None:
    hints = typing.get_type_hints(entry, include_extras=True)
    columns = {field.name: field for field in model._meta.concrete_fields}
    too_long = [
        f"{each.name}: {longest(hints[each.name])} > {column.max_length}"
        for each in dataclasses.fields(entry)
        if (column := columns.get(renamed.get(each.name, each.name))) is not None
        and column.max_length
        and (longest(hints[each.name]) or 0) > column.max_length
    ]

    assert too_long == []


def test_a_place_in_a_source_fits_too() -> None:
    from interlocal.ops.loading.values import _CITE

    assert _CITE.fullmatch(f"paper § {'x' * 200}")
    assert not _CITE.fullmatch(f"paper § {'x' * 201}")
    assert Citation._meta.get_field("place").max_length == 200
