"""What cannot be, among bodies, tenures and ties. Facts in, verdict out; no database."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from psycopg.types.range import DateRange

from interlocal.ground.dates import PartialDate
from interlocal.registry.entries import PersonEntry, TenureEntry


def certain_days(
    from_on: PartialDate | None, until_on: PartialDate | None, as_of: PartialDate | None
) -> DateRange | None:
    """The days on which somebody surely held a post, half-open; None when no day is certain.

    Begun in August 2022 and in office on 27 January 2023: certain from 31 August 2022 to that day. A day that is only known
    to its month or year proves no single day.
    """
    proof = as_of.first if as_of and as_of.day else None
    start = from_on.after - timedelta(days=1) if from_on else proof
    end = until_on.first if until_on else (proof + timedelta(days=1) if proof else None)
    if until_on and from_on is None:
        start = (
            min(proof, until_on.first - timedelta(days=1)) if proof else until_on.first - timedelta(days=1)
        )
    if start is None or end is None or end <= start:
        return None
    return DateRange(start, end)


def overlapping(
    people: Iterable[PersonEntry], sole_posts: frozenset[str]
) -> list[tuple[PersonEntry, TenureEntry, PersonEntry, TenureEntry]]:
    """Pairs of tenures of one sole post that are both certain on some day; acting heads stand in, and do not count."""
    by_post: dict[str, list[tuple[PersonEntry, TenureEntry]]] = {}
    for person in people:
        for tenure in person.tenures:
            if tenure.post in sole_posts and not tenure.acting:
                by_post.setdefault(tenure.post, []).append((person, tenure))
    return [
        (*one, *other)
        for held in by_post.values()
        for one, other in combinations(held, 2)
        if _meet(one[1], other[1])
    ]


def _meet(one: TenureEntry, other: TenureEntry) -> bool:
    first = certain_days(one.from_on, one.until_on, one.as_of)
    second = certain_days(other.from_on, other.until_on, other.as_of)
    if first is None or second is None:
        return False
    return _overlap(first, second)


def _overlap(one: DateRange, other: DateRange) -> bool:
    """Both are bounded: `certain_days` makes no others."""
    return bool(one.lower < other.upper and other.lower < one.upper)  # type: ignore[operator]


def circles(parents: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Chains of ids that lead back to themselves, each once, beginning with its first id in order."""
    found: dict[frozenset[str], list[str]] = {}
    done: set[str] = set()
    for start in sorted(parents):
        _walk(start, parents, [], done, found)
    return list(found.values())


def _walk(
    at: str,
    parents: Mapping[str, Sequence[str]],
    path: list[str],
    done: set[str],
    found: dict[frozenset[str], list[str]],
) -> None:
    if at in path:
        circle = path[path.index(at) :]
        found.setdefault(frozenset(circle), circle)
        return
    if at in done:
        return
    for parent in parents.get(at, ()):
        _walk(parent, parents, [*path, at], done, found)
    done.add(at)


DORMANT_AFTER_YEARS = 5


def sleeps(*, last: date | None, since: date | None, today: date) -> bool:
    """Whether a tie is dormant: nothing on record for five years, counted from its beginning where nothing ever was.

    A tie of which neither a beginning nor an activity is known says nothing, and is not called dormant.
    """
    latest = max((day for day in (last, since) if day is not None), default=None)
    return latest is not None and (latest.year + DORMANT_AFTER_YEARS, latest.month, latest.day) < (
        today.year,
        today.month,
        today.day,
    )
