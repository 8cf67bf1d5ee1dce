"""Reading claims, comparing them, and saying which cannot be true together. Facts in, verdict out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from interlocal.evidence.entries import ClaimEntry
from interlocal.evidence.kinds import CHANGING, NUMBERS, Attribute, Qualifier
from interlocal.ground.dates import ImpossibleDate, PartialDate, Span

_NUMBER = re.compile(r"(about |over |at least |under )?([0-9]{1,9}(?:\.[0-9]{1,2})?)")
_CADENCE = re.compile(r"every (?:([0-9]{1,2}) years|year)(?: since ([0-9]{4}))?")
_PLACES = re.compile(r"[a-z0-9-]+( \+ [a-z0-9-]+)*")
# What the column of a claim's value holds.
LONGEST = 200
# “About 90” and 88 say the same; “about 500” and 400 do not.
ABOUT = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Value:
    """A claim's value: `value` as canonical text, and for figures the number with its qualifier."""

    value: str
    number: Decimal | None = None
    qualifier: str = ""


class BadClaim(ValueError):
    """The value does not suit the attribute."""


def read_value(attribute: Attribute, written: str) -> Value:
    """What was written as a claim's value; BadClaim when it is no value of that attribute."""
    if len(written) > LONGEST:
        raise BadClaim(written)
    if attribute in NUMBERS:
        return _read_number(written)
    if attribute == Attribute.DATES:
        return Value(_span(written).isoformat())
    if attribute in {Attribute.FOUNDED, Attribute.ACTIVITY}:
        return Value(_date(written).isoformat())
    if attribute == Attribute.CADENCE and not _CADENCE.fullmatch(written):
        raise BadClaim(written)
    if attribute == Attribute.PLACE and not _PLACES.fullmatch(written):
        raise BadClaim(written)
    return Value(written)


def _read_number(written: str) -> Value:
    match = _NUMBER.fullmatch(written.strip())
    if match is None:
        raise BadClaim(written)
    qualifier = (match[1] or "").strip().replace(" ", "_")
    return Value(written.strip(), Decimal(match[2]), qualifier)


def _span(written: str) -> Span:
    try:
        return Span.parse(written)
    except (ImpossibleDate, ValueError):
        raise BadClaim(written) from None


def _date(written: str) -> PartialDate:
    try:
        return PartialDate.parse(written)
    except (ImpossibleDate, ValueError):
        raise BadClaim(written) from None


@dataclass(frozen=True, slots=True)
class Cadence:
    """`years` between editions, from the year `since` on, where that is said."""

    years: int
    since: int | None


def read_cadence(value: str) -> Cadence:
    match = _CADENCE.fullmatch(value)
    if match is None:
        raise BadClaim(value)
    return Cadence(int(match[1] or 1), int(match[2]) if match[2] else None)


def chosen(entries: Sequence[tuple[tuple[str, str], ClaimEntry]]) -> set[int]:
    """Positions of the claims to display: those marked, and those alone on their attribute and part."""
    piles: dict[tuple[object, ...], list[int]] = {}
    for position, (subject, entry) in enumerate(entries):
        piles.setdefault((subject, entry.attribute, entry.of_part), []).append(position)
    return {
        position
        for pile in piles.values()
        for position in pile
        if len(pile) == 1 or entries[position][1].chosen or entries[position][1].attribute == Attribute.OTHER
    }


def agree(one: Value, other: Value) -> bool:
    """Whether two claims can both be true."""
    if one.number is None or other.number is None:
        return one.value == other.value or _within(one.value, other.value)
    return not _rules_out(one, other.number, other.qualifier) and not _rules_out(
        other, one.number, one.qualifier
    )


def same_time(attribute: str, one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two claims speak of the same time: a membership of 1996 does not contradict one of 2018."""
    if attribute not in CHANGING or one is None or other is None:
        return True
    return one.first < other.after and other.first < one.after


def _within(one: str, other: str) -> bool:
    """A date known less closely agrees with one inside it: November 2017 and 5 November 2017."""
    try:
        first, second = Span.parse(one), Span.parse(other)
    except (ImpossibleDate, ValueError):
        return False
    return _covers(first, second) or _covers(second, first)


def _covers(wide: Span, narrow: Span) -> bool:
    if wide.last is not None or wide.first.day is not None:
        return False
    return wide.first.first <= narrow.first.first and (narrow.last or narrow.first).after <= wide.first.after


def _rules_out(claim: Value, number: Decimal, qualifier: str) -> bool:
    """Whether `claim` rules a number out. Two inexact figures only differ when they are far apart."""
    assert claim.number is not None
    if claim.qualifier == Qualifier.ABOUT:
        return abs(claim.number - number) > ABOUT * max(claim.number, number)
    if claim.qualifier == Qualifier.OVER:
        return number <= claim.number if qualifier == Qualifier.EXACT else number < claim.number * (1 - ABOUT)
    if claim.qualifier == Qualifier.AT_LEAST:
        return number < claim.number if qualifier == Qualifier.EXACT else number < claim.number * (1 - ABOUT)
    if claim.qualifier == Qualifier.UNDER:
        near = qualifier in {Qualifier.ABOUT, Qualifier.UNDER}
        return number > claim.number * (1 + ABOUT) if near else number >= claim.number
    return qualifier == Qualifier.EXACT and number != claim.number
