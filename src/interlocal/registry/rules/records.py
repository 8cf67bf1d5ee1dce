"""What cannot be, among bodies, tenures and ties. Facts in, verdict out; no database."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
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
        if start not in done:
            _walk(start, parents, done, found)
    return list(found.values())


def _walk(
    start: str, parents: Mapping[str, Sequence[str]], done: set[str], found: dict[frozenset[str], list[str]]
) -> None:
    """Depth first, with a stack of our own: a chain in a file may be longer than Python calls itself."""
    path, waiting = [start], [iter(parents.get(start, ()))]
    while waiting:
        above = next(waiting[-1], None)
        if above is None:
            waiting.pop()
            done.add(path.pop())
        elif above in path:
            circle = path[path.index(above) :]
            found.setdefault(frozenset(circle), circle)
        elif above not in done:
            path.append(above)
            waiting.append(iter(parents.get(above, ())))


DORMANT_AFTER_YEARS = 5


def sleeps(*, last: date | None, today: date) -> bool:
    """Whether a tie is dormant: its latest activity on record is more than five years ago.

    Where none is on record that says more of the record than of the tie, and it is not called dormant.
    """
    return last is not None and (last.year + DORMANT_AFTER_YEARS, last.month, last.day) < (
        today.year,
        today.month,
        today.day,
    )


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody in a post, as one fact shows it or several: `seen` are days of proof, the first and the last.

    `who` tells apart what never is one spell: person, and from where they were lent.
    """

    who: Hashable
    from_on: PartialDate | None
    until_on: PartialDate | None
    seen: tuple[PartialDate, ...]
    acting: bool
    footnotes: tuple[int, ...]

    @property
    def first_known(self) -> PartialDate:
        return self.from_on or min(day for day in (*self.seen, self.until_on) if day)

    @property
    def last_known(self) -> PartialDate:
        return max(day for day in (self.from_on, *self.seen, self.until_on) if day)


# Between two sightings further apart, a whole term of somebody not on record would find room.
ONE_TERM_YEARS = 4


def spells_joined(spells: Iterable[Spell], *, sole: bool) -> list[Spell]:
    """Of one post, oldest first: what several facts say of one unbroken time of one person made into one spell.

    Of a sole post another holder in between ends it; somebody who acts for the holder does not.
    """
    found: list[Spell] = []
    running: dict[Hashable, int] = {}
    for spell in sorted(spells, key=lambda spell: spell.first_known):
        place = running.get((spell.who, spell.acting))
        if sole and not spell.acting:
            running.clear()
        if place is not None and _goes_on(found[place], spell):
            found[place] = _one(found[place], spell)
        else:
            place = len(found)
            found.append(spell)
        running[spell.who, spell.acting] = place
    return found


def _goes_on(earlier: Spell, later: Spell) -> bool:
    begins = later.first_known.first
    if earlier.until_on:
        return begins <= earlier.until_on.after
    known = earlier.last_known
    if later.from_on:
        # A known beginning after the last sighting is a new term, unless nothing lies between.
        return begins <= known.after
    return (begins.year - ONE_TERM_YEARS, begins.month, begins.day) <= (
        known.after.year,
        known.after.month,
        known.after.day,
    )


def _one(earlier: Spell, later: Spell) -> Spell:
    seen = sorted({*earlier.seen, *later.seen})
    until_on = later.until_on
    if until_on is None and earlier.until_on and later.last_known.first < earlier.until_on.first:
        until_on = earlier.until_on
    return Spell(
        earlier.who,
        earlier.from_on or later.from_on,
        until_on,
        (seen[0], seen[-1]) if len(seen) > 1 else tuple(seen),
        earlier.acting,
        tuple(dict.fromkeys((*earlier.footnotes, *later.footnotes))),
    )
