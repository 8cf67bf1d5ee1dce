"""Dates, numbers, counts, titles and names printed by each language's habit.

Languages are "ko", "ja", "zh-Hans" and "en"; any other code is a KeyError. Nothing here reads a locale
or a catalogue, so papers, pages and exports print the same words.

Periods are half-open and `until_on` is the first day, month or year *outside* them. What is printed is the
last one inside, exactly as precise: until 2023-06-11 prints 10 June 2023, until 2023-06 prints May 2023,
until 2019 prints 2018. Nothing more precise is ever made up. Where nothing inside is left (from May
2014 until 2014), the end fell within the month or year given, and that one is printed.
"""

import re
from decimal import Decimal
from typing import Final, Literal

from interlocal.ground.dates import PartialDate, Span

Qualifier = Literal["exact", "about", "over", "at_least", "under"]
Noun = Literal[
    "people",
    "bodies",
    "countries",
    "editions",
    "places",
    "items",
    "sources",
    "years",
    "months",
    "days",
]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = {
    "ko": tuple("월화수목금토일"),
    "ja": tuple("月火水木金土日"),
    "zh-Hans": tuple(f"星期{day}" for day in "一二三四五六日"),
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
}

# Units after year, month and day, and what stands between them.
_UNITS: Final = {
    "ko": ("년", "월", "일", " "),
    "ja": ("年", "月", "日", ""),
    "zh-Hans": ("年", "月", "日", ""),
}
_TO: Final = {"ko": "~", "ja": "～", "zh-Hans": "至"}
_FROM: Final = {"ko": "{}부터", "ja": "{}から", "zh-Hans": "{}起", "en": "from {}"}
_UNTIL: Final = {"ko": "{}까지", "ja": "{}まで", "zh-Hans": "至{}", "en": "until {}"}


def print_date(d: PartialDate, lang: str) -> str:
    """2025년 6월 19일 · 2025年6月19日 · 19 June 2025; month or year alone where no more is known."""
    return _english(_parts(d)) if lang == "en" else _cjk(_parts(d), lang)


def print_date_and_weekday(d: PartialDate, lang: str) -> str:
    """As print_date, with the weekday when the day is known."""
    printed = print_date(d, lang)
    if d.day is None:
        return printed
    weekday = WEEKDAYS[lang][d.first.weekday()]
    if lang == "en":
        return f"{weekday} {printed}"
    return f"{printed}（{weekday}）" if lang == "zh-Hans" else f"{printed}({weekday})"


def print_span(span: Span, lang: str) -> str:
    """Both ends included, what they share said once: 2025년 6월 19~20일 · 19–20 June 2025."""
    if span.last is None:
        return print_date(span.first, lang)
    if span.first.known != span.last.known:
        # Ends known differently share nothing that could be left out without a guess.
        first, last = print_date(span.first, lang), print_date(span.last, lang)
        return f"{first} – {last}" if lang == "en" else f"{first}{_TO[lang]}{last}"
    first_parts, last_parts = _parts(span.first), _parts(span.last)
    shared = _shared(first_parts, last_parts)
    if lang == "en":
        return _english_span(first_parts, last_parts, shared)
    return _cjk_span(first_parts, last_parts, shared, lang)


def print_period(from_on: PartialDate | None, until_on: PartialDate | None, lang: str) -> str:
    """A half-open period of a name, post or tie; empty when neither end is known. Rule: see the module."""
    if from_on and until_on:
        return print_span(Span(from_on, _last_inside(from_on, until_on)), lang)
    if from_on:
        return _FROM[lang].format(print_date(from_on, lang))
    if until_on:
        return _UNTIL[lang].format(print_date(until_on.previous, lang))
    return ""


def print_number(n: int | Decimal, lang: str) -> str:
    """Thousands by commas, a habit all four share in official papers; decimals as they were given."""
    return f"{n:,f}" if isinstance(n, Decimal) else f"{n:,d}"


def print_count(n: int, noun: Noun, lang: str) -> str:
    """25명 · 25名 · 25人 · 25 people."""
    return print_quantity(n, "exact", noun, lang)


def print_quantity(n: int | Decimal, qualifier: Qualifier, noun: Noun, lang: str) -> str:
    """A count as its source qualifies it: 약 200명 · 200名余り · 200余人 · over 200 people."""
    number = print_number(n, lang)
    if lang == "en":
        return f"{_ENGLISH_QUALIFIERS[qualifier]}{number} {_ENGLISH_NOUNS[noun][n != 1]}"
    pattern = _over(n, noun, lang) if qualifier == "over" else _QUALIFIERS[lang][qualifier]
    head, counter, tail = _COUNTERS[lang][noun]
    # A limit that stands before its noun needs 의: 16개 이상의 지방자치단체.
    link = "의" if tail and not pattern.endswith("{c}") else ""
    return f"{head}{pattern.format(n=number, c=counter)}{link}{tail}"


def print_ordinal(n: int, lang: str) -> str:
    """The number of an edition: 제8회 · 第8回 · 第8届 · 8th edition."""
    return f"{_english_ordinal(n)} edition" if lang == "en" else _EDITION[lang].format(n)


def ordinal_title(ordinal: int | None, year: int | None, series_name: str, lang: str) -> str:
    """An edition's title: by its ordinal, else by its year, else the name of the series alone."""
    if ordinal is not None:
        gap = "" if lang in ("ja", "zh-Hans") else " "
        number = _english_ordinal(ordinal) if lang == "en" else _EDITION[lang].format(ordinal)
        return f"{number}{gap}{series_name}"
    if year is None:
        return series_name
    return _YEAR_TITLE[lang].format(year=year, name=series_name)


def print_person(family: str, given: str, lang: str, *, supplied: str = "") -> str:
    """A person's name in `lang`, the language of the name itself.

    `supplied`, the full text as its owner gave it, is printed untouched whenever there is one. Otherwise the
    family name comes first, the public usage of all three countries in Latin letters as well; names in
    Hangul or Han are not spaced, names in katakana or Latin letters are.
    """
    if supplied:
        return supplied
    joined = lang != "en" and not (_SPACED.search(family) or _SPACED.search(given))
    return ("" if joined else " ").join(part for part in (family, given) if part)


def join_list(items: list[str], lang: str) -> str:
    """A, B, C · A、B、C · A, B and C."""
    if lang == "en" and len(items) > 1:
        return f"{', '.join(items[:-1])} and {items[-1]}"
    return _LIST_MARK[lang].join(items)


def _last_inside(from_on: PartialDate, until_on: PartialDate) -> PartialDate:
    last = until_on.previous
    return until_on if last.after <= from_on.first else last


def _parts(d: PartialDate) -> tuple[int, ...]:
    return tuple(part for part in (d.year, d.month, d.day) if part)


def _shared(a: tuple[int, ...], b: tuple[int, ...]) -> int:
    """How many leading parts of two different dates are equal."""
    return next(i for i, (left, right) in enumerate(zip(a, b, strict=True)) if left != right)


def _cjk(parts: tuple[int, ...], lang: str, skip: int = 0) -> str:
    *units, gap = _UNITS[lang]
    return gap.join(f"{part}{unit}" for part, unit in list(zip(parts, units, strict=False))[skip:])


def _cjk_span(first: tuple[int, ...], last: tuple[int, ...], shared: int, lang: str) -> str:
    start, end = _cjk(first, lang), _cjk(last, lang, skip=shared)
    if lang == "ko" and shared == len(first) - 1:
        start = start[:-1]  # 19~20일: Korean says the last unit once; Japanese and Chinese keep both.
    return f"{start}{_TO[lang]}{end}"


def _english(parts: tuple[int, ...], skip: int = 0) -> str:
    words = [str(part) for part in parts]
    if len(words) > 1:
        words[1] = MONTHS[parts[1] - 1]
    return " ".join(reversed(words[skip:]))


def _english_span(first: tuple[int, ...], last: tuple[int, ...], shared: int) -> str:
    start, end = _english(first, skip=shared), _english(last)
    # The dash is closed between two words and spaced as soon as one side has a space of its own.
    dash = " – " if " " in start else "–"
    return f"{start}{dash}{end}"


def _english_ordinal(n: int) -> str:
    teen = 10 <= n % 100 <= 20
    return f"{n:,}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


def _over(n: int | Decimal, noun: Noun, lang: str) -> str:
    """여, 余り and 余 belong to round numbers; any other number is exceeded in so many words."""
    if noun == "years" and lang in _OVER_YEARS:
        return _OVER_YEARS[lang]
    return (_OVER_ROUND if n % 10 == 0 else _OVER_OTHER)[lang]


_EDITION: Final = {"ko": "제{}회", "ja": "第{}回", "zh-Hans": "第{}届"}
_YEAR_TITLE: Final = {
    "ko": "{year}년 {name}",
    "ja": "{year}年{name}",
    "zh-Hans": "{year}年{name}",
    "en": "{name} {year}",
}
_LIST_MARK: Final = {"ko": ", ", "ja": "、", "zh-Hans": "、", "en": ", "}
_SPACED: Final = re.compile(r"^[\u30a0-\u30ff]+$|[A-Za-z\u00c0-\u024f\u0400-\u04ff]")

_QUALIFIERS: Final[dict[str, dict[Qualifier, str]]] = {
    "ko": {
        "exact": "{n}{c}",
        "about": "약 {n}{c}",
        "at_least": "{n}{c} 이상",
        "under": "{n}{c} 미만",
    },
    "ja": {
        "exact": "{n}{c}",
        "about": "約{n}{c}",
        "at_least": "{n}{c}以上",
        "under": "{n}{c}未満",
    },
    "zh-Hans": {
        "exact": "{n}{c}",
        "about": "约{n}{c}",
        "at_least": "至少{n}{c}",
        "under": "不足{n}{c}",
    },
}
_OVER_ROUND: Final = {"ko": "{n}여 {c}", "ja": "{n}{c}余り", "zh-Hans": "{n}余{c}"}
_OVER_OTHER: Final = {"ko": "{n}{c} 초과", "ja": "{n}{c}超", "zh-Hans": "超过{n}{c}"}
_OVER_YEARS: Final = {"ko": "{n}{c}여", "ja": "{n}{c}超"}
_ENGLISH_QUALIFIERS: Final[dict[Qualifier, str]] = {
    "exact": "",
    "about": "about ",
    "over": "over ",
    "at_least": "at least ",
    "under": "under ",
}

# What stands before the number, the counter, and the noun after it.
_COUNTERS: Final[dict[str, dict[Noun, tuple[str, str, str]]]] = {
    "ko": {
        "people": ("", "명", ""),
        "bodies": ("", "개", " 지방자치단체"),
        "countries": ("", "개국", ""),
        "editions": ("", "회", ""),
        "places": ("", "곳", ""),
        "items": ("", "건", ""),
        "sources": ("출처 ", "건", ""),
        "years": ("", "년", ""),
        "months": ("", "개월", ""),
        "days": ("", "일", ""),
    },
    "ja": {
        "people": ("", "名", ""),
        "bodies": ("", "自治体", ""),
        "countries": ("", "か国", ""),
        "editions": ("", "回", ""),
        "places": ("", "か所", ""),
        "items": ("", "件", ""),
        "sources": ("出典", "件", ""),
        "years": ("", "年", ""),
        "months": ("", "か月", ""),
        "days": ("", "日間", ""),
    },
    "zh-Hans": {
        "people": ("", "人", ""),
        "bodies": ("", "个地方政府", ""),
        "countries": ("", "个国家", ""),
        "editions": ("", "届", ""),
        "places": ("", "处", ""),
        "items": ("", "项", ""),
        "sources": ("", "个来源", ""),
        "years": ("", "年", ""),
        "months": ("", "个月", ""),
        "days": ("", "天", ""),
    },
}
_ENGLISH_NOUNS: Final[dict[Noun, tuple[str, str]]] = {
    "people": ("person", "people"),
    "bodies": ("local government", "local governments"),
    "countries": ("country", "countries"),
    "editions": ("edition", "editions"),
    "places": ("place", "places"),
    "items": ("item", "items"),
    "sources": ("source", "sources"),
    "years": ("year", "years"),
    "months": ("month", "months"),
    "days": ("day", "days"),
}
