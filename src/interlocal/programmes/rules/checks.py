"""Claims that can be worked out: what the record says, set against what a source says. Facts in, verdict out.

A finding is *confirmed* when it follows from the record, *contradicted* when it cannot be true together
with it, and
*open* when the record knows too little.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Literal

from interlocal.evidence.kinds import Qualifier
from interlocal.evidence.rules import ABOUT, Value, agree, read_cadence
from interlocal.ground.dates import PartialDate, months_between
from interlocal.programmes.rules.pace import EditionFacts, held_in_order, plans_after

Verdict = Literal["confirmed", "contradicted", "open"]


@dataclass(frozen=True, slots=True)
class Adding:
    """Numbers, what each counts (a country, an edition), and their sum; in words: 35 + 15 + 38 = 88."""

    parts: tuple[tuple[str, Decimal], ...]
    total: Decimal
    least: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """The months between two first days: fewest and most, as far as the days are known. `since` names the
    edition before.
    """

    since: str
    months: tuple[int, int]
    days: tuple[PartialDate, PartialDate]


@dataclass(frozen=True, slots=True)
class Years:
    """Turns without an edition, as (first, last) year; `missing` surely, `unrecorded` may have had one by
    the ordinals. `scarce`: some had one by the ordinals, not all; with how many at most.
    """

    missing: tuple[tuple[int, int], ...]
    unrecorded: tuple[tuple[int, int], ...] = ()
    held: tuple[int, ...] = ()
    scarce: tuple[tuple[tuple[tuple[int, int], ...], int], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict and the values it rests on: an Adding, a Gap, Years, or a plain count; None when nothing
    could be computed.
    """

    code: Literal["parts", "gap_years", "cadence", "cumulative", "count"]
    verdict: Verdict
    computed: Adding | Gap | Years | Decimal | None = None


def check_parts(whole: Value, parts: Mapping[str, Value]) -> Finding | None:
    """Whether the parts add up to the whole; None with fewer than two parts or when one is not an exact
    number.
    """
    numbers = [(part, value.number) for part, value in parts.items() if value.number is not None]
    if whole.number is None or len(numbers) < 2:
        return None
    exact = all(value.qualifier == Qualifier.EXACT for value in parts.values())
    adding = Adding(tuple(numbers), sum((number for _, number in numbers), Decimal(0)))
    sums = Value(str(adding.total), adding.total, Qualifier.EXACT if exact else Qualifier.ABOUT)
    return Finding("parts", "confirmed" if agree(whole, sums) else "contradicted", adding)


def check_gap_years(claim: Value, *, before: EditionFacts | None, day: PartialDate | None) -> Finding | None:
    """Whether so many years lie between the edition before and this one."""
    if claim.number is None or day is None:
        return None
    if before is None or before.from_on is None or before.from_on.first >= day.after:
        return Finding("gap_years", "open")
    gap = Gap(before.slug, months_between(before.from_on, day), (before.from_on, day))
    return Finding("gap_years", _gap_verdict(claim, before.from_on, day, gap.months), gap)


def _gap_verdict(claim: Value, since: PartialDate, day: PartialDate, months: tuple[int, int]) -> Verdict:
    assert claim.number is not None
    if claim.qualifier == Qualifier.EXACT:
        return _exact_gap(claim.number, since, day, months)
    least, most = _longer(since, day, claim.number)
    if claim.qualifier == Qualifier.ABOUT:
        near = claim.number * 12 * ABOUT + 6
        return _verdict(abs(count - claim.number * 12) <= near for count in months)
    if claim.qualifier == Qualifier.UNDER:
        least, most = not least, not most
    if claim.qualifier == Qualifier.AT_LEAST:
        return _verdict(count >= claim.number * 12 for count in months)
    return _verdict((least, most))


def _exact_gap(number: Decimal, since: PartialDate, day: PartialDate, months: tuple[int, int]) -> Verdict:
    """ "The first in six years" counts calendar years, or months rounded to years: either makes it true."""
    if day.year - since.year == number:
        return "confirmed"
    return _verdict(abs(count - number * 12) <= 6 for count in months)


def _longer(since: PartialDate, day: PartialDate, years: Decimal) -> tuple[bool, bool]:
    """Whether more than so many years passed, at the least and at the most the days allow."""
    latest, earliest = since.after - timedelta(days=1), since.first
    last = day.after - timedelta(days=1)
    return day.first > _later(latest, int(years)), last > _later(earliest, int(years))


def _later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _verdict(outcomes: Iterable[bool]) -> Verdict:
    found = list(outcomes)
    if all(found):
        return "confirmed"
    return "open" if any(found) else "contradicted"


def check_cadence(
    value: str, *, editions: Sequence[EditionFacts], as_of: PartialDate | None
) -> Finding | None:
    """Whether there was an edition in each turn since the year that is claimed; missing turns are named.

    Judged up to the year of the claim, else to the last edition held. A turn that was not yet over is not
    missing.
    """
    cadence, held = read_cadence(value), held_in_order(editions)
    if as_of:
        held = [(edition, day) for edition, day in held if day.first < as_of.after]
    if not held:
        return Finding("cadence", "open")
    since = cadence.since or held[0][1].year
    until = max(as_of.year if as_of else 0, held[-1][1].year)
    years = sorted({day.year for _, day in held})
    found = _sorted_out(_empty_turns(since, until, cadence.years, years), _marks(editions, held), held, years)
    verdict: Verdict = (
        "contradicted" if found.missing or found.scarce else "open" if found.unrecorded else "confirmed"
    )
    return Finding("cadence", verdict, found)


def _empty_turns(since: int, until: int, step: int, years: Sequence[int]) -> list[tuple[int, int]]:
    turns = [(first, first + step - 1) for first in range(since, until + 1, step)]
    over = [turn for turn in turns if turn[1] < until]
    return [turn for turn in over if not any(turn[0] <= year <= turn[1] for year in years)]


def _marks(
    editions: Sequence[EditionFacts], held: Sequence[tuple[EditionFacts, PartialDate]]
) -> list[tuple[int, int]]:
    """Numbers known with their year, in order; what is only planned after the last one held counts too."""
    plans = [(plan.ordinal, plan.day.year) for plan in plans_after(editions, held[-1][1]) if plan.day]
    numbered = [(edition.ordinal, day.year) for edition, day in held]
    return sorted((ordinal, year) for ordinal, year in (*numbered, *plans) if ordinal)


def _sorted_out(
    empty: Sequence[tuple[int, int]],
    marks: Sequence[tuple[int, int]],
    held: Sequence[tuple[EditionFacts, PartialDate]],
    years: Sequence[int],
) -> Years:
    """Empty turns by what the numbers around them allow."""
    missing: list[tuple[int, int]] = []
    unrecorded: list[tuple[int, int]] = []
    scarce: list[tuple[tuple[tuple[int, int], ...], int]] = []
    for around, turns in groupby(empty, key=lambda turn: _around(turn, marks, held)):
        gap = list(turns)
        room = _room(*around, held) if around else 0
        if room <= 0:
            missing += gap
        elif room < len(gap):
            scarce.append((tuple(gap), room))
        else:
            unrecorded += gap
    return Years(tuple(missing), tuple(unrecorded), tuple(years), tuple(scarce))


def _around(
    turn: tuple[int, int],
    marks: Sequence[tuple[int, int]],
    held: Sequence[tuple[EditionFacts, PartialDate]],
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The numbers nearest before and after that turn."""
    # Before the first edition on record there may have been as many as its ordinal says.
    below = max(((n, year) for n, year in marks if year < turn[0]), default=(0, 0))
    above = min(((n, year) for n, year in marks if year > turn[1]), default=None)
    if above is None or (below == (0, 0) and any(day.year < turn[0] for _, day in held)):
        return None
    return below, above


def _room(
    below: tuple[int, int], above: tuple[int, int], held: Sequence[tuple[EditionFacts, PartialDate]]
) -> int:
    """How many editions the numbers know in between and the record does not."""
    between = [day for _, day in held if below[1] < day.year < above[1]]
    return above[0] - below[0] - 1 - len(between)


def check_cumulative(claim: Value, sizes: Sequence[tuple[str, Value]]) -> Finding | None:
    """Whether a total to date can hold all that the editions on record had; `sizes` are participants by
    edition.
    """
    numbers = [(edition, size.number) for edition, size in sizes if size.number is not None]
    if claim.number is None:
        return None
    if not numbers:
        return Finding("cumulative", "open")
    adding = Adding(tuple(numbers), sum((number for _, number in numbers), Decimal(0)), least=True)
    exceeds = claim.number < adding.total * (1 - ABOUT if claim.qualifier == Qualifier.ABOUT else 1)
    if exceeds and claim.qualifier not in (Qualifier.OVER, Qualifier.AT_LEAST):
        return Finding("cumulative", "contradicted", adding)
    return Finding("cumulative", "confirmed", adding)


def check_count(claim: Value, *, recorded: int, numbered: int = 0) -> Finding | None:
    """Whether so many are on record. `numbered` is the highest number known, where rows are numbered.

    More on record than claimed contradicts; fewer may only be what the record does not hold.
    """
    if claim.number is None:
        return None
    count = Decimal(recorded)
    if agree(claim, Value(str(recorded), count)) or (
        numbered and agree(claim, Value(str(numbered), Decimal(numbered)))
    ):
        return Finding("count", "confirmed", count)
    fewer = claim.number > count and claim.qualifier != Qualifier.UNDER
    return Finding("count", "open" if fewer else "contradicted", count)
