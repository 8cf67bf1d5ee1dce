"""Candidates and their scores, in one statement: rights and narrowing first, then the rarest terms, then all.

A text's score is the sum of what its terms weigh (their idf, as BM25 counts repetition), divided by its length;
a subject's is that of its best text.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from interlocal.search import slots
from interlocal.search.asking import Question

# Of the candidates: this many are kept, and this many of them scored by all terms.
KEPT: Final = 400
SCORED: Final = 120
# What one term may bring of texts: beyond that it tells too little to read on.
MOST_POSTINGS: Final = 3000
_B: Final = 0.4


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search is narrowed to; empty: to nothing."""

    kind: str = ""
    country: str = ""
    body: str = ""
    topic: str = ""
    year: int = 0
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.kind or self.country or self.body or self.topic or self.year or self.lang)


@dataclass(frozen=True, slots=True)
class Matched:
    """The best text of a subject: its score, and which of the terms asked for it has."""

    subject: int
    lang: str
    part: int
    score: float
    terms: frozenset[int] = field(default=frozenset())


# A statement of its own for each slot: partitions are named, never searched for.
_RANKED = """
with first as materialized (
    select * from unnest(%(first)s::integer[], %(first_weights)s::real[]) as q(code, weight)
),
met as (
    select t.at, t.subject, t.length, sum(q.weight) as score
    from first q cross join lateral (
        select t.ctid as at, t.subject, t.length
        from search_text_{slot} t {narrowing}
        where t.terms @> array[q.code] and (t.readers is null or t.readers && %(audience)s::text[]) {within}
        limit %(postings)s
    ) t
    group by t.at, t.subject, t.length
),
rough as materialized (
    select m.at, m.subject, n.norm, m.score * n.norm as score,
        row_number() over (order by m.score * n.norm desc, m.subject desc) as place
    from met m cross join lateral (
        select 2.2::float8 / (1::float8 + 1.2::float8 * (%(rest)s::float8 + %(b)s::float8 * m.length)) as norm
    ) n
    order by score desc, m.subject desc limit %(kept)s
)
select r.subject, t.lang, t.part, r.score::float8, r.norm,
    case when r.place <= %(scored)s then array_send(t.terms) end
from rough r join search_text_{slot} t on t.ctid = r.at
order by r.place
"""


def ranked(
    asked: Question, *, narrowed: Narrowed, audience: frozenset[str], kept: int = KEPT
) -> list[Matched]:
    """The best subjects, the best first; at most `kept` texts are looked at. One query."""
    if not asked.first:
        return []
    conditions, values = narrowing(narrowed)
    subject = f"join search_subject_{asked.slot} n on n.id = t.subject and {conditions}" if conditions else ""
    words = _RANKED.format(
        slot=asked.slot, narrowing=subject, within="and t.lang = %(lang)s" if narrowed.lang else ""
    )
    found = slots.rows(
        words,
        {
            "first": [code for code, _ in asked.first],
            "first_weights": [weight for _, weight in asked.first],
            "rest": 1 - _B,
            "b": _B / asked.mean,
            "audience": sorted(audience),
            "postings": MOST_POSTINGS,
            "kept": kept,
            "scored": SCORED,
            **values,
        },
    )
    return _best(_scored(found, asked))


# Done here and not in the statement: what the database needs 50 microseconds a text for takes 10.
def _scored(found: Iterable[tuple[Any, ...]], asked: Question) -> Iterator[Matched]:
    """Those with all their terms first; the rest keep the score of the terms that fetched them."""
    weights: dict[int, list[tuple[float, int]]] = {}
    for (code, weight), owner in zip(asked.codes, asked.owners, strict=True):
        weights.setdefault(code, []).append((weight, owner))
    for subject, lang, part, rough, norm, sent in found:
        if sent is None:
            yield Matched(subject, lang, part, rough)
            continue
        hits = [hit for code in weights.keys() & _codes(sent) for hit in weights[code]]
        score = norm * sum(weight for weight, _ in hits)
        yield Matched(subject, lang, part, score, frozenset(owner for _, owner in hits))


def _codes(sent: bytes) -> Iterable[int]:
    """An integer[] as PostgreSQL sends it: five numbers of head, then each element behind its length."""
    numbers = array("i", sent)
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers[6::2]


def _best(found: Iterable[Matched]) -> list[Matched]:
    best: dict[int, Matched] = {}
    for one in found:
        if one.subject not in best or best[one.subject].score < one.score:
            best[one.subject] = one
    return sorted(best.values(), key=lambda one: (not one.terms, -one.score, -one.subject))


def narrowing(chosen: Narrowed, alias: str = "n") -> tuple[str, dict[str, Any]]:
    """Conditions on a subject, with their values."""
    conditions = {
        "kind": (f"{alias}.kind = %(kind)s", chosen.kind),
        "country": (f"%(country)s = any({alias}.countries)", chosen.country),
        "body": (f"%(body)s = any({alias}.bodies)", chosen.body),
        "topic": (f"%(topic)s = any({alias}.topics)", chosen.topic),
        "year": (f"%(year)s = any({alias}.years)", chosen.year),
    }
    held = {name: value for name, (_, value) in conditions.items() if value}
    words = " and ".join(conditions[name][0] for name in held)
    return words, {**held, **({"lang": chosen.lang} if chosen.lang else {})}
