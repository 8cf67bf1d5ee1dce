"""Words of papers: in the language asked for whatever language is active, or in two side by side."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Facts, Named
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers.paper import Wish
from interlocal.ground import wording
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.tongues import EN, FALLBACKS, TONGUES

Style = Literal["", "strong", "quiet", "large", "machine"]
Asked = Wish | str | tuple[str, ...]
"""What was wished, or the language or languages."""

BESIDE: Final = " / "
# Where a zone has no name of its own in letters, or one that two zones share, its distance from UTC says it.
_ZONES: Final = {"KST", "JST", "UTC"}


@contextmanager
def speaking(tongue: str) -> Iterator[None]:
    """Messages within are in this language."""
    with translation.override(tongue.lower()):
        yield


def said(message: Any, tongue: str, /, **values: Any) -> str:
    """A message (lazy or plain) in a language; `values` fill its placeholders, a plural's too."""
    with speaking(tongue):
        if values:
            return str((message if isinstance(message, Promise) else gettext(str(message))) % values)
        if isinstance(message, Promise):
            return str(message)
        return gettext(message) if message else ""


def tongues_of(asked: Asked) -> tuple[str, ...]:
    if isinstance(asked, str):
        return (asked,)
    return asked.tongues if isinstance(asked, Wish) else asked


def each(asked: Asked, make: Callable[[str], Text], *, beside: str = BESIDE) -> Text:
    """What `make` says in each language asked for, side by side; what says the same is said once."""
    found: list[Text] = []
    for tongue in tongues_of(asked):
        made = make(tongue)
        if made and plain(made) not in {plain(one) for one in found}:
            found.append(made)
    joined: list[Run] = []
    for made in found:
        if joined:
            before = joined[-1]
            joined.append(Run(beside, before.lang, "" if before.style == "machine" else before.style))
        joined.extend(made)
    return tuple(joined)


def plain(parts: Text) -> str:
    return "".join(run.text for run in parts)


def label(message: Any, asked: Asked, style: Style = "", /, **values: Any) -> Text:
    """A message of our own, one run, or two with a stroke between."""
    return each(asked, lambda tongue: text(said(message, tongue, **values), tongue, style))


def local(localised: Localised | None, asked: Asked, style: Style = "", *, beside: str = BESIDE) -> Text:
    """A text of the record in the language asked for or the next best; machine translations bear their mark.

    In two languages the second stands beside it only if it has words of its own.
    """
    if localised is None:
        return ()
    return each(asked, lambda tongue: shown(localised.shown(tongue), style), beside=beside)


def has(localised: Localised | None, tongue: str) -> bool:
    """Whether a text is there in this very language."""
    return localised is not None and bool((version := localised.versions.get(tongue)) and version.text)


def named(names: Named, asked: Asked, style: Style = "", *, beside: str = BESIDE) -> Text:
    """A name of the record by the language of the reader."""
    return each(asked, lambda tongue: shown(_name(names, tongue), style), beside=beside)


def shown(one: Shown, style: Style = "") -> Text:
    """A text as it is shown, marked where a machine made it or its original has changed since."""
    marked: Style = "machine" if one.state in ("machine", "outdated") else style
    return text(one.text, one.lang, marked)


def _name(names: Named, tongue: str) -> Shown:
    known = (names[lang] for lang in (*FALLBACKS.get(tongue, ()), *TONGUES) if lang in names)
    return next((one for one in known if one.text), Shown("", tongue))


def day(on: date, tongue: str, *, weekday: bool = False) -> str:
    """2027년 6월 2일 · 2 June 2027; with its weekday when asked."""
    print_it = wording.print_date_and_weekday if weekday else wording.print_date
    return print_it(PartialDate.of(on), tongue)


def dated(on: date, asked: Asked, style: Style = "", *, weekday: bool = False) -> Text:
    """A day in the language or languages asked for."""
    return each(asked, lambda tongue: text(day(on, tongue, weekday=weekday), tongue, style))


def days(from_on: date, until_on: date, tongue: str) -> str:
    """From the first day to the last; `until_on` is the day after it: 2027년 6월 2~3일."""
    first, last = PartialDate.of(from_on), PartialDate.of(until_on - timedelta(days=1))
    return wording.print_span(Span(first, last if last.first > first.first else None), tongue)


def period(from_on: date, until_on: date, asked: Asked, style: Style = "") -> Text:
    return each(asked, lambda tongue: text(days(from_on, until_on, tongue), tongue, style))


def zone_label(zone: str, on: date) -> str:
    """What a zone is called, with its distance from UTC that day: KST (UTC+9)."""
    moment = datetime(on.year, on.month, on.day, 12, tzinfo=_zone(zone))
    name, distance = moment.tzname() or "", _distance(moment)
    return f"{name} ({distance})" if name.isalpha() and name != "UTC" else distance


def hours(item: SheetItem, *, home: str = "") -> str:
    """14:00–15:30, over midnight 23:00–01:00 (+1), without an end 14:00; empty where no hour is known.

    The zone stands behind it (KST) unless it is `home`, the one that the paper names at its head; where an item ends in
    another zone than it began, each hour has its own.
    """
    if item.starts is None:
        return ""
    zone, ends_zone = item.zone, item.ends_zone or item.zone
    starts = wall(item.starts, zone)
    if item.ends is None:
        return f"{starts:%H:%M}{_behind(starts, zone, home)}"
    ends = wall(item.ends, ends_zone)
    later = (ends.date() - starts.date()).days
    tail = f" (+{later})" if later else ""
    if _distance(starts) != _distance(ends):
        return f"{starts:%H:%M}{_behind(starts, zone, '')}–{ends:%H:%M}{tail}{_behind(ends, ends_zone, '')}"
    return f"{starts:%H:%M}–{ends:%H:%M}{tail}{_behind(starts, zone, home)}"


def mark(facts: Facts, asked: Asked) -> Text:
    """The small line on each page that says which programme this is: a release, or work in progress and of what day."""
    return each(asked, lambda tongue: text(_mark(facts, tongue), tongue, "quiet"))


def _mark(facts: Facts, tongue: str) -> str:
    sheet = facts.sheet
    if sheet.number is None or sheet.released_at is None:
        return said(_IN_PROGRESS, tongue, day=day(facts.made_on, tongue))
    released = wall(sheet.released_at, sheet.timezone).date()
    return said(_RELEASED, tongue, number=sheet.number, day=day(released, tongue))


def wall(moment: datetime, zone: str) -> datetime:
    """As the clock on the wall of that zone shows it."""
    return moment.astimezone(_zone(zone)) if zone and moment.tzinfo else moment


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")


def _behind(moment: datetime, zone: str, home: str) -> str:
    if zone == home or moment.tzinfo is None:
        return ""
    name = moment.tzname() or ""
    return f" {name if name in _ZONES else _distance(moment)}"


def _distance(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds()) // 60
    sign, (full, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{full}{f':{rest:02}' if rest else ''}" if minutes else "UTC"


def in_list(names: list[str], tongue: str) -> str:
    return wording.join_list(names, tongue)


def language_name(code: str, tongue: str) -> str:
    """What a language is called: 일본어, Japanese."""
    return said(LANGUAGES[code], tongue) if code in LANGUAGES else code


LANGUAGES: Final = {
    "ko": _("Korean"),
    "ja": _("Japanese"),
    "zh-Hans": _("Simplified Chinese"),
    EN: _("English"),
}
_RELEASED = pgettext_lazy("on a paper", "Version %(number)s, released %(day)s")
_IN_PROGRESS = pgettext_lazy("on a paper", "Work in progress, %(day)s")
