"""By what results can be narrowed, and how many each choice would leave."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.search import slots
from interlocal.search.engine import Answer, Ranked
from interlocal.search.pages import Choice, Choices
from interlocal.search.ranking import Narrowed
from interlocal.search.rooms import KINDS

MOST_CHOICES: Final = 30


@dataclass(frozen=True, slots=True)
class Row:
    """What a result can be narrowed and sorted by."""

    found: Ranked
    kind: str
    key: str
    country: str
    countries: Sequence[str]
    bodies: Sequence[str]
    topics: Sequence[str]
    years: Sequence[int]
    langs: Sequence[str]
    day: date | None


_TESTS: Final[dict[str, Callable[[Row, Any], bool]]] = {
    "kind": lambda row, value: row.kind == value,
    "country": lambda row, value: value in row.countries,
    "body": lambda row, value: value in row.bodies,
    "topic": lambda row, value: value in row.topics,
    "year": lambda row, value: value in row.years,
    "lang": lambda row, value: value in row.langs,
}


def passes(row: Row, narrowed: Narrowed, *, but: str = "") -> bool:
    return all(
        test(row, value)
        for name, test in _TESTS.items()
        if name != but and (value := getattr(narrowed, name))
    )


def choices(
    rows: Sequence[Row], narrowed: Narrowed, answer: Answer, tongue: str, audience: frozenset[str]
) -> Choices:
    counted = {
        "kind": _counted(rows, narrowed, "kind", lambda row: (row.kind,)),
        "country": _counted(rows, narrowed, "country", lambda row: row.countries),
        "body": _counted(rows, narrowed, "body", lambda row: row.bodies),
        "topic": _counted(rows, narrowed, "topic", lambda row: row.topics),
        "year": _counted(rows, narrowed, "year", lambda row: row.years),
        "lang": _counted(rows, narrowed, "lang", lambda row: [lang for lang in row.langs if lang != "und"]),
    }
    names = _names(answer, counted["body"], counted["topic"], tongue, audience)
    # What the asker may not see has no name, and is no choice.
    bodies, topics = (
        [Choice(value, n, names[kind, value]) for value, n in counted[kind] if (kind, value) in names]
        for kind in ("body", "topic")
    )
    return Choices(
        tuple(Choice(kind, dict(counted["kind"])[kind]) for kind in KINDS if kind in dict(counted["kind"])),
        tuple(Choice(value, n) for value, n in counted["country"]),
        tuple(bodies),
        tuple(topics),
        tuple(Choice(str(value), n) for value, n in sorted(counted["year"], reverse=True)),
        tuple(Choice(value, n) for value, n in counted["lang"]),
    )


def _counted(
    rows: Iterable[Row], narrowed: Narrowed, name: str, values: Callable[[Row], Iterable[Any]]
) -> list[tuple[Any, int]]:
    counts = Counter(value for row in rows if passes(row, narrowed, but=name) for value in values(row))
    return sorted(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST_CHOICES]


def _names(
    answer: Answer,
    bodies: Iterable[tuple[str, int]],
    topics: Iterable[tuple[str, int]],
    tongue: str,
    audience: frozenset[str],
) -> dict[tuple[str, str], Shown]:
    if answer.question is None:
        return {}
    wanted = [*(("body", key) for key, _ in bodies), *(("topic", key) for key, _ in topics)]
    found = slots.rows(
        "select kind, key, label::text from search_subject_{slot} where (kind, key) in "
        "(select * from unnest(%s::text[], %s::text[])) and (readers is null or readers && %s::text[])",
        [[kind for kind, _ in wanted], [key for _, key in wanted], sorted(audience)],
        slot=answer.question.slot,
    )
    return {(kind, key): name_of(label, tongue) for kind, key, label in found}


def name_of(label: str, tongue: str) -> Shown:
    """The name of a label as the database gives it."""
    return labels.shown(json.loads(label), tongue)
