"""How well names are found across languages must not drop. The set is small and ours; bench/names.py measures more."""

import json
from functools import cache
from pathlib import Path

import pytest

from interlocal.languages.names import NameIndex

DIRECTIONS = [("ko", "ja"), ("ja", "en"), ("zh", "ko"), ("en", "zh"), ("en", "ko")]
FLOORS = {"place": (0.99, 0.97), "person": (0.98, 0.96), "body": (0.96, 0.90)}


@cache
def entities() -> list[dict[str, list[str]]]:
    lines = Path(__file__).with_name("names_set.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def ranks(kind: str) -> list[int]:
    """Of every name asked the rank of its entity among all of the set, 99 where it is not among ten."""
    found: list[int] = []
    for of, into in DIRECTIONS:
        index = NameIndex()
        for entity in entities():
            for name in entity[into]:
                index.add(str(entity["id"]), name)
        for entity in (one for one in entities() if one["kind"] == kind):
            hits = [hit.id for hit in index.ranked(entity[of][0])]
            found.append(hits.index(str(entity["id"])) + 1 if str(entity["id"]) in hits else 99)
    return found


@pytest.mark.parametrize("kind", FLOORS)
def test_names_are_found_across_languages(kind: str) -> None:
    least_among_ten, least_first = FLOORS[kind]

    asked = len(ranks(kind))

    assert sum(rank <= 10 for rank in ranks(kind)) / asked >= least_among_ten
    assert sum(rank == 1 for rank in ranks(kind)) / asked >= least_first
