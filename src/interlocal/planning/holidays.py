"""Public holidays and working days of the partner countries, from the package `holidays`. Pure: no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

_SATURDAY: Final = 5
# In which languages the package names the holidays of a country; English where it does not know the reader's.
_LANGUAGES: Final = {
    "KR": {"ko": "ko", "en": "en_US"},
    "JP": {"ja": "ja", "en": "en_US"},
    "CN": {"zh-Hans": "zh_CN", "en": "en_US"},
    "TW": {"en": "en_US"},
}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off in a country, as it is called. `lang` is the language of the name."""

    on: date
    country: str
    name: str
    lang: str


def holidays(*, countries: Iterable[str], from_on: date, until_on: date, tongue: str) -> tuple[Holiday, ...]:
    """Every public holiday of these countries (ISO 3166-1 alpha-2) between two days, the second not included."""
    found = [
        Holiday(on, country, name, lang)
        for country in sorted(set(countries))
        for on, (name, lang) in _between(country, from_on, until_on, tongue)
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.country)))


def _between(
    country: str, from_on: date, until_on: date, tongue: str
) -> Iterable[tuple[date, tuple[str, str]]]:
    days = (until_on - from_on).days
    for on in (from_on + timedelta(days=number) for number in range(days)):
        if name := _year(country, on.year, tongue).get(on):
            yield on, name


def is_working_day(on: date, country: str) -> bool:
    """Whether offices of a country (ISO 3166-1 alpha-2) work that day.

    Weekends that are worked in exchange for a holiday, as announced so far, are worked: 调休 in China. Of a country that the
    package does not know, only weekends are off.
    """
    calendar = _calendar(country)
    return bool(calendar.is_working_day(on)) if calendar is not None else on.weekday() < _SATURDAY


def working_days_after(last: date, days: int, country: str) -> date:
    """The day on which so many working days have gone by since `last`, which is not counted; `last` itself for none."""
    on = last
    while days > 0:
        on += timedelta(days=1)
        days -= is_working_day(on, country)
    return on


@lru_cache(maxsize=8)
def _calendar(country: str) -> Any | None:
    import holidays as calendar

    try:
        return calendar.country_holidays(country)
    except NotImplementedError:
        return None


@lru_cache(maxsize=64)
def _year(country: str, year: int, tongue: str) -> dict[date, tuple[str, str]]:
    # Loads a module per country: only where somebody asks.
    import holidays as calendar

    lang = tongue if tongue in _LANGUAGES.get(country, {}) else "en"
    locale = _LANGUAGES.get(country, {}).get(lang)
    try:
        named = calendar.country_holidays(country, years=year, language=locale)
    except NotImplementedError:
        return {}
    return {on: (str(name), lang) for on, name in named.items()}
