"""What codes of the programme are called on its pages. Sentences only; no room is asked."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from interlocal.arrangements import kinds as arranged
from interlocal.arrangements.queries.programme_rows import Board, BoardItem, ResourceChoice
from interlocal.delegations.kinds import Changed, ItemAudience
from interlocal.ground.punctuation import bracketed
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import OWN_NAMES, reading
from interlocal.ground.wording import join_list, print_count
from interlocal.office.views_preparations_words import dated
from interlocal.programmes.kinds import ItemKind, ItemState

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

__all__ = ["dated"]


def kinds() -> list[tuple[str, str]]:
    return [(kind.value, str(kind.label)) for kind in ItemKind]


def all_days() -> str:
    return _("All days")


def track_called(number: int) -> str:
    return _("Track %(number)s") % {"number": number} if number else pgettext("track", "For all")


def new_track(number: int) -> str:
    return _("a new one: track %(number)s") % {"number": number}


def resource(one: ResourceChoice) -> str:
    """What is chosen by its name, with what matters of it: for how many, between which languages."""
    more = [tongue_name(tongue) for tongue in one.languages]
    if one.capacity:
        more.append(_("room for %(num)s") % {"num": one.capacity})
    return one.name.text + (bracketed(join_list(more, reading()), reading()) if more else "")


def nights(count: int) -> str:
    """Behind the hour at which something ends on a later day."""
    if not count:
        return ""
    return " " + ngettext("(next day)", "(%(num)s days later)", count) % {"num": count}


def track(number: int, name: Shown | None) -> str:
    return name.text if name else track_called(number)


def readable(change: Changed) -> Changed:
    """Both versions of an item as one reads them: hours without seconds, texts in the reader's language."""
    return Changed(
        by=change.by,
        theirs={name: _plain(value) for name, value in change.theirs.items()},
        yours={name: _plain(value) for name, value in change.yours.items()},
        version=change.version,
    )


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return dated(value)
    if isinstance(value, Mapping):
        return value.get(reading()) or next((text for text in value.values() if text), "")
    return str(value)


def until(title: str, at: time) -> str:
    return _("until %(time)s: %(title)s") % {"time": at.strftime("%H:%M"), "title": title}


def who(board: Board, item: BoardItem) -> str:
    """Who takes part and how many that are, as far as it is known."""
    tongue = reading()
    named = [board.names[key].text for key in (*item.bodies, *item.people) if key in board.names]
    if len(named) > 3:
        named = [
            *named[:2],
            ngettext("%(num)s more", "%(num)s more", len(named) - 2) % {"num": len(named) - 2},
        ]
    says = join_list(named, tongue) if named else str(ItemAudience(item.audience).label)
    return f"{says} · {print_count(item.expected, 'people', tongue)}" if item.expected else says


def tongue_name(tongue: str) -> str:
    names = {
        "ko": pgettext("name of a language", "Korean"),
        "ja": pgettext("name of a language", "Japanese"),
        "zh-Hans": pgettext("name of a language", "Chinese"),
        "en": pgettext("name of a language", "English"),
    }
    return names.get(tongue) or OWN_NAMES.get(tongue, tongue)


def interpreted(item: BoardItem) -> str:
    """Languages spoken and interpreted into, in short: Korean → Japanese, Chinese."""
    spoken, into = (
        join_list([tongue_name(one) for one in each], reading()) for each in (item.speaking, item.into)
    )
    return f"{spoken} → {into}" if spoken and into else spoken or (f"→ {into}" if into else "")


def weekday_name(key: str) -> str:
    names = {
        "mon": _("Monday"),
        "tue": _("Tuesday"),
        "wed": _("Wednesday"),
        "thu": _("Thursday"),
        "fri": _("Friday"),
        "sat": _("Saturday"),
        "sun": _("Sunday"),
    }
    return names[key]


def vehicle_name(code: str) -> str:
    return str(arranged.Vehicle(code).label)


def resource_kind(code: str) -> str:
    return str(arranged.ResourceKind(code).label)


def resource_kinds(code: str) -> str:
    """Many of a kind, as a heading."""
    return {
        "room": _("Rooms"),
        "vehicle": _("Vehicles"),
        "interpreter": _("Interpreters"),
        "officer": _("Officers on duty"),
        "table": pgettext("resources", "Tables"),
        "bedroom": _("Hotel rooms"),
    }[code]


def opening(opens: Mapping[str, tuple[str, str] | None]) -> str:
    """Opening hours in one line; days beside each other with the same hours are said once."""
    runs: list[tuple[list[str], str]] = []
    for day in WEEKDAYS:
        if day not in opens:
            continue
        hours = opens[day]
        says = f"{hours[0]}–{hours[1]}" if hours else pgettext("opening hours", "closed")
        if runs and runs[-1][1] == says and WEEKDAYS.index(runs[-1][0][-1]) == WEEKDAYS.index(day) - 1:
            runs[-1][0].append(day)
        else:
            runs.append(([day], says))
    return " · ".join(f"{_days(days)} {says}" for days, says in runs)


def _days(days: list[str]) -> str:
    first, last = weekday_name(days[0]), weekday_name(days[-1])
    return first if len(days) == 1 else f"{first}–{last}"


def seats(many: int) -> str:
    return bracketed(_("room for %(num)s") % {"num": many}, reading())


def fields() -> dict[str, str]:
    """What fields of an item are called, for both versions of it side by side."""
    return {
        "day": _("Day"),
        "starts_at": _("Begins"),
        "ends_at": _("Ends"),
        "nights": _("Ends on"),
        "track": pgettext("of an item", "Track"),
        "title": _("Title"),
        "kind": _("Kind"),
        "site": _("Site"),
        "state": pgettext("of an item", "State"),
    }


def for_templates() -> dict[str, Any]:
    return {
        "dated": dated,
        "kind_name": lambda kind: str(ItemKind(kind).label),
        "state_name": lambda state: str(ItemState(state).label),
        "state_sign": lambda state: {"sought": "?", "agreed": "✓", "done": "✓", "declined": "×"}.get(
            state, "·"
        ),
        "level_name": lambda level: str(arranged.Level(level).label),
        "audience_name": lambda audience: str(ItemAudience(audience).label),
        "meal_name": lambda meal: str(arranged.Meal(meal).label),
        "vehicle_name": vehicle_name,
        "resource_kind": resource_kind,
        "resource_kinds": resource_kinds,
        "opening": opening,
        "weekday_name": weekday_name,
        "tongue_name": tongue_name,
        "interpreted": interpreted,
        "track_called": track_called,
        "seats": seats,
        "labels": fields(),
    }
