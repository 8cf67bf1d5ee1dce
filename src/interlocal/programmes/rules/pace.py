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

    said: `edition` was announced, `on` is its plan. due: expected by cadence `on`. overdue: that day has
    passed.
    """

    how: Literal["said", "due", "overdue"]
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


def lapses(editions: Sequence[EditionFacts], *, cadence: int | None, today: date) -> list[Lapse]:
    """Where a series missed a turn, the last one perhaps lasting until `today`. `cadence` in months.

    Where ordinals show that editions in between are not on record, each of them is allowed its turn.
    """
    held = held_in_order(editions)
    if not cadence or not held:
        return []
    found = [
        _lapse(one, since, other, until, cadence * steps)
        for ((one, since), (other, until)), steps in zip(pairwise(held), _steps(held), strict=True)
    ]
    last, day = held[-1]
    if day.first <= today:
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
    held = held_in_order(editions)
    if ended or not cadence or not held:
        return None
    on = _months_after(held[-1][1], cadence)
    return Next("due" if on.after > today else "overdue", on)


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
    """Whose turn each edition was: the next in the rotation after the host of the edition before it.

    Cancelled editions use up no turn. Ordinals not on record do.
    """
    if not rotation:
        return []
    made: list[Turn] = []
    before: EditionFacts | None = None
    dated = [edition for edition in editions if edition.state != State.CANCELLED and edition.day]
    for edition in sorted(dated, key=_when):
        expected = _turn_after(before, edition, rotation)
        kept = expected in edition.hosts if edition.hosts else None
        made.append(Turn(edition.slug, expected, edition.hosts, kept))
        before = edition if edition.hosts else _as_if_hosted(edition, expected)
    return made


def _when(edition: EditionFacts) -> tuple[date, int]:
    return (edition.day.first if edition.day else date.max, edition.ordinal or 0)


def _as_if_hosted(edition: EditionFacts, country: str) -> EditionFacts:
    return EditionFacts(edition.slug, edition.state, edition.ordinal, hosts=(country,))


def _turn_after(before: EditionFacts | None, edition: EditionFacts, rotation: Sequence[str]) -> str:
    if before is None:
        return rotation[((edition.ordinal or 1) - 1) % len(rotation)]
    host = next((country for country in before.hosts if country in rotation), None)
    if host is None:
        return rotation[0]
    steps = edition.ordinal - before.ordinal if edition.ordinal and before.ordinal else 1
    return rotation[(rotation.index(host) + steps) % len(rotation)]
