"""Policy topics nobody tuned the vocabulary to: each is found in the other languages among all."""

from collections import defaultdict
from itertools import permutations
from math import log
from pathlib import Path

import pytest

from interlocal.languages.tokens.terms import index_terms, query_terms

LANGUAGES = ("ko", "ja", "zh-Hans", "en")
TOPICS = [line.split("\t") for line in (Path(__file__).parent / "topics.tsv").read_text().splitlines()[1:]]


def found_among_ten(asked: str, told: str) -> float:
    """The share of topics found when asked for in one language and told in another."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, topic in enumerate(TOPICS):
        stored = index_terms(topic[LANGUAGES.index(told)], lang=told)
        for term in {*stored.words, *stored.also}:
            holders[term].append(at)
    hits = sum(at in best(topic[LANGUAGES.index(asked)], asked, holders) for at, topic in enumerate(TOPICS))
    return hits / len(TOPICS)


def best(query: str, lang: str, holders: dict[str, list[int]]) -> list[int]:
    scores: dict[int, float] = defaultdict(float)
    for asked in query_terms(query, lang=lang):
        held = holders.get(asked.term, [])
        for at in held:
            scores[at] += asked.weight * log(1 + len(TOPICS) / len(held))
    return sorted(scores, key=lambda at: -scores[at])[:10]


@pytest.mark.slow
def test_a_topic_is_found_in_every_other_language() -> None:
    found = {pair: found_among_ten(*pair) for pair in permutations(LANGUAGES, 2)}

    assert {pair: share for pair, share in found.items() if share < 0.85} == {}
    assert sum(found.values()) / len(found) > 0.92
