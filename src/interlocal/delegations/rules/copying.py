"""How the next edition is thought out from the last one: its names, its days, its deadlines. Pure, no clock."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from interlocal.delegations.kinds import STEPS

# Deadlines in days before (negative) or after the first day, where no earlier preparation says otherwise.
# Reports are due within 30 days in Korea.
USUAL: Final[dict[str, int]] = {
    "invited": -90,
    "open": -85,
    "closed": -45,
    "approved": -30,
    "frozen": -14,
    "held": 0,
    "reported": 30,
}
USUAL_DAYS: Final = 2
USUAL_QUOTA: Final = 3
USUAL_SUPPORT: Final = 2
LANGUAGE_OF: Final = {"KR": "ko", "JP": "ja", "CN": "zh-Hans", "TW": "zh-Hans"}
ZONE_OF: Final = {"KR": "Asia/Seoul", "JP": "Asia/Tokyo", "CN": "Asia/Shanghai"}

_ORDINAL: Final = {
    "ko": (r"제\s?{n}(?=[회차])", "제{n}"),
    "ja": (r"第\s?{n}(?=回)", "第{n}"),
    "zh-Hans": (r"第\s?{n}(?=[届次回])", "第{n}"),
}


@dataclass(frozen=True, slots=True)
class Invited:
    """A body to be invited, and with how many seats."""

    body: str
    quota: int
    support_quota: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody decided on a proposal: facts typed in, and keys of what is taken over."""

    series: str
    names: Mapping[str, str]
    from_on: date
    days: int
    ordinal: int | None = None
    place: Mapping[str, str] = field(default_factory=dict)
    host: str = ""
    timezone: str = "Asia/Seoul"
    language: str = "en"
    seats: int | None = None
    bodies: tuple[Invited, ...] = ()
    items: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset(STEPS)
    papers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    takes_order: bool = False
    # The preparation it is taken from; "" for none, None for the last.
    after: str | None = None

    @property
    def until_on(self) -> date:
        return self.from_on + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at before it is made: a code, and the day or the thing it is about."""

    code: str
    on: date | None = None
    about: str = ""


def renamed(text: str, *, lang: str, ordinal: tuple[int | None, int | None], year: tuple[int, int]) -> str:
    """The name of the next edition: the old one with its number and its year replaced, where they stand in it."""
    before, now = ordinal
    if before is not None and now is not None:
        text = _renumbered(text, lang, before, now)
    return re.sub(rf"(?<!\d){year[0]}(?!\d)", str(year[1]), text)


def _renumbered(text: str, lang: str, before: int, now: int) -> str:
    if lang == "en":
        return re.sub(rf"(?<!\d){before}(?:st|nd|rd|th)\b", english_ordinal(now), text)
    pattern, made = _ORDINAL[lang]
    return re.sub(pattern.format(n=before), made.format(n=now), text)


def english_ordinal(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


def next_first_day(*, last: date | None, cadence_months: int | None, today: date) -> date:
    """The same weekday about a year (or the cadence) after the last edition, at least a quarter of a year ahead."""
    weeks = 52 * max(1, round((cadence_months or 12) / 12))
    earliest = today + timedelta(days=90)
    if last is None:
        return earliest + timedelta(days=-earliest.weekday() % 7)
    found = last + timedelta(weeks=weeks)
    while found < earliest:
        found += timedelta(weeks=weeks)
    return found


def deadlines(*, relative: Mapping[str, int], from_on: date, days: int) -> dict[str, date]:
    """Deadlines by step; that of an edition being held is never before its last day."""
    last_day = from_on + timedelta(days=days - 1)
    found = {step: from_on + timedelta(days=relative[step]) for step in STEPS if step in relative}
    if "held" in found:
        found["held"] = max(found["held"], last_day)
    return found


def remarks(
    *, from_on: date, days: int, due: Mapping[str, date], today: date, meanwhile: tuple[str, ...] = ()
) -> list[Remark]:
    """What somebody should know of these days: weekends, deadlines gone by, other things on the same days."""
    found = [] if from_on >= today else [Remark("in_the_past", from_on)]
    for number in range(min(days, 31)):
        on = from_on + timedelta(days=number)
        if on.weekday() >= 5:
            found.append(Remark("day_on_weekend", on))
    for step, on in due.items():
        # Being held is no work of an office: its days are remarked above.
        if on.weekday() >= 5 and step != "held":
            found.append(Remark("deadline_on_weekend", on, step))
        if on < today:
            found.append(Remark("deadline_gone_by", on, step))
    return found + [Remark("meanwhile", None, name) for name in meanwhile]


def free_slug(*, series: str, ordinal: int | None, year: int, taken: frozenset[str]) -> str:
    """An address for the preparation: the series with its number or year, and one more number if that is taken."""
    first = f"{series[:60]}-{ordinal if ordinal is not None else year}"
    number, slug = 1, first
    while slug in taken:
        number += 1
        slug = f"{first}-{number}"
    return slug
