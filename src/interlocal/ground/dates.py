"""Dates that are known to the day, the month or only the year, and spans of them. Pure values, no clock."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering
from typing import Literal, Self

Known = Literal["year", "month", "day"]
Fault = Literal["shape", "year", "month", "day", "bounds", "order"]

_SHAPE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class ImpossibleDate(ValueError):
    """A text or a set of numbers that names no date; `code` says which part is at fault."""

    def __init__(self, code: Fault, given: str) -> None:
        super().__init__(f"{code}: {given}")
        self.code = code
        self.given = given


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day. Ordered by its first day, then by the day after its last."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if fault := _fault(self.year, self.month, self.day):
            raise ImpossibleDate(fault, f"{self.year}-{self.month}-{self.day}")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "2017", "2017-11" or "2017-11-05"; raise ImpossibleDate for anything else."""
        found = _SHAPE.fullmatch(text)
        if found is None:
            raise ImpossibleDate("shape", text)
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]  # year matched

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_bounds(cls, first: date, after: date) -> Self:
        """The date whose earliest day is `first` and whose day after the latest is `after`."""
        days = (after - first).days
        known = 1 if days > 31 else 2 if days > 1 else 3
        found = cls(*(first.year, first.month, first.day)[:known])
        if (found.first, found.after) == (first, after):
            return found
        raise ImpossibleDate("bounds", f"{first}/{after}")

    @property
    def known(self) -> Known:
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def after(self) -> date:
        """The day after the latest day it can be."""
        if self.month is None:
            return date(self.year + 1, 1, 1)
        if self.day is None:
            return date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return self.first + timedelta(days=1)

    @property
    def next(self) -> Self:
        """The following day, month or year, known as precisely as this one."""
        return self._as_precise(self.after)

    @property
    def previous(self) -> Self:
        """The preceding day, month or year, known as precisely as this one."""
        if self.first == date.min:
            raise ImpossibleDate("year", f"before {self}")
        return self._as_precise(self.first - timedelta(days=1))

    def isoformat(self) -> str:
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __str__(self) -> str:
        return self.isoformat()

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first, self.after) < (other.first, other.after)

    def _as_precise(self, day: date) -> Self:
        return type(self)(day.year, self.month and day.month, self.day and day.day)


@dataclass(frozen=True, slots=True)
class Span:
    """Days as printed, both ends included: "19-20 June 2025". `last` is None when one date says it all.

    The two ends may be known differently ("2014-05-10/2014-06"); only a last date that is
    certainly before the first is refused.
    """

    first: PartialDate
    last: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.last is None:
            return
        if self.last.after <= self.first.first:
            raise ImpossibleDate("order", f"{self.first}/{self.last}")
        if self.last == self.first:
            # One value for one meaning: "2014-05/2014-05" equals "2014-05".
            object.__setattr__(self, "last", None)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read one partial date or two joined by a slash; raise ImpossibleDate."""
        first, slash, last = text.partition("/")
        return cls(PartialDate.parse(first), PartialDate.parse(last) if slash else None)

    @classmethod
    def from_half_open(cls, from_on: PartialDate, until_on: PartialDate) -> Self:
        """The span whose half_open() is this pair. An open end is a period, not a span: not taken."""
        return cls(from_on, until_on.previous)

    def half_open(self) -> tuple[PartialDate, PartialDate]:
        """(from_on, until_on): until_on is the first day, month or year outside, as precise as the last."""
        return self.first, (self.last or self.first).next

    def isoformat(self) -> str:
        return f"{self.first}/{self.last}" if self.last else str(self.first)

    def __str__(self) -> str:
        return self.isoformat()


def months_between(a: PartialDate, b: PartialDate) -> tuple[int, int]:
    """The fewest and the most whole months that can lie between a day of `a` and a later day of `b`.

    A month is whole when its day number is reached again: 31 January to 28 February is none.
    Raises ImpossibleDate("order") when `b` is certainly over before `a` begins.
    """
    if b.after <= a.first:
        raise ImpossibleDate("order", f"{a}/{b}")
    latest_a, latest_b = (end.after - timedelta(days=1) for end in (a, b))
    return max(0, _whole_months(latest_a, b.first)), _whole_months(a.first, latest_b)


def _whole_months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _fault(year: int, month: int | None, day: int | None) -> Fault | None:
    # 9999-12-31 stands for "for ever" in other registers; no day follows it, so no period could end.
    if not 1 <= year <= 9999 or (year, month or 12, day or 31) == (9999, 12, 31):
        return "year"
    if month is None:
        return "month" if day is not None else None
    if not 1 <= month <= 12:
        return "month"
    return "day" if day is not None and not 1 <= day <= monthrange(year, month)[1] else None
