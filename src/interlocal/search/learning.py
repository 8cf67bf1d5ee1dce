"""Which words translate which, learnt from what the record itself says in several languages."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby

from django.db import transaction

from interlocal.languages import alignment
from interlocal.search.slots import rows, run

# Learning takes a second for a few thousand pairs, and twice as many teach little more.
MOST_PAIRS = 8_000
LONGEST = 600

Pair = tuple[str, str, str, str]


def learn(slot: int) -> None:
    """From public texts alone: what a translation is learnt from must not show through it."""
    learn_from(slot, _pairs(slot))


def learn_from(slot: int, pairs: Iterable[Pair]) -> None:
    """What is learnt replaces what was known."""
    table = alignment.learn(pairs)
    learnt = [(word, other, p) for word, found in table.items() for other, p in found]
    with transaction.atomic():
        run("delete from search_learnt_{slot}", slot=slot)
        run(
            "insert into search_learnt_{slot} (slot, word, other, probability) "
            "select {slot}, * from unnest(%s::text[], %s::text[], %s::float8[])",
            [list(column) for column in zip(*learnt, strict=True)] or [[], [], []],
            slot=slot,
        )


def _pairs(slot: int) -> Iterator[Pair]:
    found = rows(
        "select subject, lang, title, body from search_text_{slot} t where readers is null and part = 0 "
        "and lang <> 'und' and exists (select from search_text_{slot} o where o.subject = t.subject "
        "and o.part = 0 and o.lang not in (t.lang, 'und')) order by subject, lang limit %s",
        [MOST_PAIRS],
        slot=slot,
    )
    given = 0
    for _, versions in groupby(found, key=lambda row: row[0]):
        for (_, *one), (_, *other) in combinations(list(versions), 2):
            for pair in pairs_of(tuple(one), tuple(other)):
                given += 1
                if given > MOST_PAIRS:
                    return
                yield pair


def pairs_of(one: tuple[str, ...], other: tuple[str, ...]) -> Iterator[Pair]:
    """Of two versions (language, title, body) of a text: titles, and lines if there are as many in both."""
    (lang, title, body), (other_lang, other_title, other_body) = one, other
    if title and other_title:
        yield lang, title[:LONGEST], other_lang, other_title[:LONGEST]
    lines, others = body.splitlines(), other_body.splitlines()
    if len(lines) == len(others):
        for line, other_line in zip(lines, others, strict=True):
            yield lang, line[:LONGEST], other_lang, other_line[:LONGEST]
