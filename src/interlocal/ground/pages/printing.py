"""How templates print what a page holds: texts with their language, dates, numbers, in the language of the page."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from markupsafe import Markup, escape

from interlocal.ground import punctuation, wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.pages import frame
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading

NOTHING = Markup("")


def t(shown: Shown | None) -> Markup:
    """The text, marked with its language where that is not the page's, and with a state that needs a sign."""
    return NOTHING if shown is None else marked(shown, reading())


def marked(shown: Shown, tongue: str) -> Markup:
    """The same for who knows the language of the page."""
    text, marks = escape(shown.text), ""
    if shown.lang != tongue:
        marks = f' lang="{shown.lang}"'
    if shown.state == "machine" or shown.state == "outdated":
        marks += f' class="{shown.state}"'
        setattr(frame.now, shown.state, True)
    # Quicker than Markup.format, and a page has hundreds: the text is escaped, the rest is our own words.
    return Markup(f"<span{marks}>{text}</span>") if marks else text  # noqa: S704


def day(on: PartialDate | None) -> str:
    return "" if on is None else wording.print_date(on, reading())


def days(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    """A half-open pair as the days between: 19–20 June 2025."""
    return wording.print_period(from_on, until_on, reading()) if until_on else day(from_on)


def period(from_on: PartialDate | None, until_on: PartialDate | None) -> str:
    return wording.print_period(from_on, until_on, reading())


def moment(at: datetime | None, zone: str = "") -> str:
    """Day and time by the clock of `zone` (INTERLOCAL_ZONE without one): 22 November 2026 21:00."""
    if at is None:
        return ""
    there = at.astimezone(ZoneInfo(zone or settings.OFFICE_ZONE))
    return f"{wording.print_date(PartialDate(there.year, there.month, there.day), reading())} {there:%H:%M}"


def number(n: int | Decimal) -> str:
    return wording.print_number(n, reading())


def count(n: int, noun: wording.Noun) -> str:
    return wording.print_count(n, noun, reading())


def colon() -> str:
    """Between a label and its value, as the language writes it."""
    return punctuation.colon(reading())


def aside(text: str) -> str:
    """In brackets behind a word, with the space before them where the language has one."""
    return punctuation.bracketed(text, reading())


GLOBALS: dict[str, Callable[..., Any]] = {
    "t": t,
    "day": day,
    "days": days,
    "period": period,
    "number": number,
    "count": count,
    "colon": colon,
    "aside": aside,
    "tongue": reading,
}
