"""How a series keeps its pace: lapses, the next edition, and whose turn it is to host."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from interlocal.ground.dates import PartialDate, months_between
from interlocal.programmes.kinds import COMING, State

# A lapse is a whole turn missed: from one edition to the next pass at least this many times the intended
# interval.
# Anything shorter is an edition that came late.
LAPSE = 2


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """An edition as these rules see it. `hosts` are countries; `until_on` and `planned_until_on` are
    half-open.
    """

    slug: str
    state: str
    ordinal: int | None = None
    from_on: PartialDate | None = None
    planned_from_on: PartialDate | None = None
    planned_until_on: PartialDate | None = None
    hosts: tuple[str, ...] = ()

    @property
    def day(self) -> PartialDate | None:
        return self.from_on or self.planned_from_on


@dataclass(frozen=True, slots=True)
class Lapse:
    """A time without an edition; `before` is None while it lasts. `months` are the fewest and most it can
    have been.
    """

    after: str
    before: str | None
    since: PartialDate
    until: PartialDate
    months: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Next:
    """What is known of the next edition.

    said: `edition` was announced, `on` is its plan. passed: so it was, but its time is over and nothing says that
    it was held. due: expected by cadence `on`. overdue: that day has passed.
    """

    how: Literal["said", "passed", "due", "overdue"]
    on: PartialDate | None
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn an edition was, and whether it was kept; `kept` is None where the host is not known
    (yet).
    """

    edition: str
    expected: str
    hosts: tuple[str, ...]
    kept: bool | None


def held_in_order(editions: Sequence[EditionFacts]) -> list[tuple[EditionFacts, PartialDate]]:
    """The editions that were held, each with its first day, earliest first."""
    held = [
        (edition, edition.from_on) for edition in editions if edition.state == State.HELD and edition.from_on
    ]
    return sorted(held, key=lambda pair: (pair[1], pair[0].ordinal or 0))


def plans_after(editions: Sequence[EditionFacts], last: PartialDate | None) -> list[EditionFacts]:
    """What was announced for later than that day, or for no day known."""
    plans = [edition for edition in editions if edition.state in COMING]
    return [plan for plan in plans if last is None or plan.day is None or plan.day.after > last.after]


def numbered_up_to(editions: Sequence[EditionFacts]) -> int:
    """The highest number known of what was held; that of a plan too, where it proves that others came before."""
    highest = max((edition.ordinal or 0 for edition in editions if edition.state == State.HELD), default=0)
    return max(highest, _known_later(editions))


def _known_later(editions: Sequence[EditionFacts]) -> int:
    """The number of a plan that is too high for it to follow directly on the last edition held; else 0."""
    held = held_in_order(editions)
    known = 0
    for edition, _ in held:
        known = edition.ordinal or known + 1
    plans = plans_after(editions, held[-1][1] if held else None)
    # Plans of their own may stand for the numbers in between, but several plans do not follow without any held.
    coming = sorted(plan.ordinal for plan in plans if plan.ordinal)
    return max((number for at, number in enumerate(coming, 1) if number > known + at), default=0)


def lapses(editions: Sequence[EditionFacts], *, cadence: int | None, today: date) -> list[Lapse]:
    """Where a series missed a turn, the last one perhaps lasting until `today`. `cadence` in months.

    Where ordinals show that editions in between are not on record, each of them is allowed its turn; where they show
    that some were held after the last one on record, nothing is known of the time since.
    """
    held = held_in_order(editions)
    if not cadence or not held:
        return []
    found = [
        _lapse(one, since, other, until, cadence * steps)
        for ((one, since), (other, until)), steps in zip(pairwise(held), _steps(held), strict=True)
    ]
    last, day = held[-1]
    if day.first <= today and not _known_later(editions):
        found.append(_lapse(last, day, None, PartialDate.of(today), cadence))
    return [lapse for lapse in found if lapse]


def _steps(held: Sequence[tuple[EditionFacts, PartialDate]]) -> list[int]:
    """How many turns each gap may hold: one, and one more for each edition that ordinals know and the
    record does not.
    """
    numbered = [(at, edition.ordinal) for at, (edition, _) in enumerate(held) if edition.ordinal]
    steps = [1] * (len(held) - 1)
    for (low, one), (high, other) in pairwise(numbered):
        # Which of the gaps in between holds the unknown editions is not known either.
        room = other - one - (high - low - 1)
        steps[low:high] = [max(room, 1)] * (high - low)
    return steps


def _lapse(
    one: EditionFacts, since: PartialDate, other: EditionFacts | None, until: PartialDate, cadence: int
) -> Lapse | None:
    months = months_between(since, until)
    if months[0] < LAPSE * cadence:
        return None
    return Lapse(one.slug, other.slug if other else None, since, until, months)


def next_edition(
    editions: Sequence[EditionFacts], *, cadence: int | None, ended: bool, today: date
) -> Next | None:
    """The next edition as said, else as the cadence lets expect it; None when nothing can be said."""
    coming = [edition for edition in editions if edition.state in COMING and _ahead(edition, today)]
    if coming:
        first = min(coming, key=lambda edition: edition.day.first if edition.day else date.max)
        return Next("said", first.day, first.slug)
    return None if ended else _expected(editions, cadence, today)


def _expected(editions: Sequence[EditionFacts], cadence: int | None, today: date) -> Next | None:
    held = held_in_order(editions)
    on = _months_after(held[-1][1], cadence) if held and cadence and not _known_later(editions) else None
    if on and on.after > today:
        return Next("due", on)
    if passed := [plan for plan in plans_after(editions, held[-1][1] if held else None) if plan.day]:
        latest = max(passed, key=_when)
        return Next("passed", latest.day, latest.slug)
    return Next("overdue", on) if on else None


def _ahead(edition: EditionFacts, today: date) -> bool:
    """Whether the plan is not over; an edition without any date may still come."""
    end = edition.planned_until_on or edition.planned_from_on
    if edition.planned_until_on:
        return edition.planned_until_on.first > today
    return end is None or end.after > today


def _months_after(day: PartialDate, months: int) -> PartialDate:
    """A month (or year, where no more is known): a cadence promises no day."""
    if day.month is None:
        return PartialDate(day.year + -(-months // 12))
    count = day.year * 12 + day.month - 1 + months
    return PartialDate(count // 12, count % 12 + 1)


def turns(editions: Sequence[EditionFacts], rotation: Sequence[str]) -> list[Turn]:
    """Whose turn each numbered edition was, where that can be said; cancelled editions use up no turn.

    Where every host known fits its number, the numbers say it. Else only an edition that directly follows another
    one, on record and by number, is judged: after the host of that one.
    """
    counted = [edition for edition in editions if edition.state != State.CANCELLED and edition.day]
    shift = _shift(counted, rotation)
    made: list[Turn] = []
    for before, edition in pairwise([None, *sorted(counted, key=_when)]):
        assert edition
        expected = _by_number(edition, shift, rotation) or _after(before, edition, rotation)
        if expected:
            kept = expected in edition.hosts if edition.hosts else None
            made.append(Turn(edition.slug, expected, edition.hosts, kept))
    return made


def _when(edition: EditionFacts) -> tuple[date, int]:
    return (edition.day.first if edition.day else date.max, edition.ordinal or 0)


def _shift(editions: Sequence[EditionFacts], rotation: Sequence[str]) -> int | None:
    """How far the numbers are ahead of the rotation; None unless at least two hosts are known and all agree."""
    hosted = [(edition.ordinal, _host(edition, rotation)) for edition in editions if edition.hosts]
    found = [
        (rotation.index(host) - ordinal) % len(rotation) if host else None
        for ordinal, host in hosted
        if ordinal
    ]
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None


def _host(edition: EditionFacts, rotation: Sequence[str]) -> str | None:
    return next((country for country in edition.hosts if country in rotation), None)


def _by_number(edition: EditionFacts, shift: int | None, rotation: Sequence[str]) -> str | None:
    if shift is None or not edition.ordinal:
        return None
    return rotation[(edition.ordinal + shift) % len(rotation)]


def _after(before: EditionFacts | None, edition: EditionFacts, rotation: Sequence[str]) -> str | None:
    if before is None or not before.ordinal or edition.ordinal != before.ordinal + 1:
        return None
    host = _host(before, rotation)
    return rotation[(rotation.index(host) + 1) % len(rotation)] if host else None
