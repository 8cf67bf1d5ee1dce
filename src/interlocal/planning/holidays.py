"""Public holidays of the partner countries, from the package `holidays`. Pure: no clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

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
