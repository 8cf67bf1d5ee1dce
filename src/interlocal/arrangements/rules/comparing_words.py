"""A difference in words: “14:00 moved to 14:30; Bus 2 instead of Bus 1”. In the language that is active."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.arrangements.rules.comparing import Changed, Difference
from interlocal.ground.dates import PartialDate
from interlocal.ground.punctuation import colon
from interlocal.ground.texts import Localised
from interlocal.ground.wording import join_list, print_date_and_weekday
from interlocal.programmes.kinds import ItemState

_SEMICOLON: Final = {"ko": "; ", "ja": "、", "zh-Hans": "；", "en": "; "}


def told(one: Difference, tongue: str, *, inner: bool = False) -> str:
    """One sentence; `inner` with what only the secretariat needs to know. Empty when there is nothing to tell."""
    item = one.item
    title = _("“%(item)s”") % {"item": item.title.shown(tongue).text}
    if one.before is None:
        return _("New: %(when)s %(item)s") % {"when": _when(item.on, item.starts, tongue), "item": title}
    if one.after is None:
        return _("Taken off: %(when)s %(item)s") % {
            "when": _when(item.on, item.starts, tongue),
            "item": title,
        }
    fields = one.fields if inner else one.told()
    parts = [said for field in fields if (said := _field(field, one, tongue))]
    if not parts:
        return ""
    return (
        f"{_when(item.on, one.before.starts, tongue)} {title}{colon(tongue)}{_SEMICOLON[tongue].join(parts)}"
    )


def _when(on: date, starts: datetime | None, tongue: str) -> str:
    day = print_date_and_weekday(PartialDate.of(on), tongue)
    return f"{day} {starts:%H:%M}" if starts else day


def _field(one: Changed, difference: Difference, tongue: str) -> str:
    if one.field == "hours":
        return _hours(one)
    if one.field == "on":
        before, after = (
            print_date_and_weekday(PartialDate.of(day), tongue) for day in (one.before, one.after)
        )
        return _("moved from %(before)s to %(after)s") % {"before": before, "after": after}
    if one.field == "state":
        states = dict(ItemState.choices)
        return _arrow(str(states[one.before]), str(states[one.after]))
    name = _names().get(one.field)
    if name is None:
        return ""
    before, after = (_text(value, tongue) for value in (one.before, one.after))
    if not before:
        return f"{name()}{colon(tongue)}{after}"
    if not after:
        return _("%(field)s no longer: %(value)s") % {"field": name(), "value": before}
    return f"{name()}{colon(tongue)}{_arrow(before, after)}"


def _hours(one: Changed) -> str:
    (starts, ends), (now, until) = one.before, one.after
    if starts and now and starts.timetz() != now.timetz():
        return _("%(before)s moved to %(after)s") % {"before": f"{starts:%H:%M}", "after": f"{now:%H:%M}"}
    if starts and not now:
        return _("the hour is open again")
    if now and not starts:
        return _("begins at %(hour)s") % {"hour": f"{now:%H:%M}"}
    if until and (not ends or ends.timetz() != until.timetz()):
        return _("ends at %(hour)s") % {"hour": f"{until:%H:%M}"}
    return _("the end is open") if ends and not until else ""


def _arrow(before: str, after: str) -> str:
    return f"{before} → {after}"


def _text(value: Any, tongue: str) -> str:
    if isinstance(value, Localised):
        return value.shown(tongue).text
    if isinstance(value, tuple):
        return join_list([_text(one, tongue) for one in value], tongue)
    return "" if value is None else str(value)


def _names() -> dict[str, Callable[[], str]]:
    """What the fields are called; those without a word here are told as they are found on the page."""
    return {
        "title": lambda: pgettext("field of an item", "title"),
        "site": lambda: pgettext("field of an item", "place"),
        "to_site": lambda: pgettext("field of an item", "destination"),
        "rooms": lambda: pgettext("field of an item", "room"),
        "vehicles": lambda: pgettext("field of an item", "vehicle"),
        "interpreters": lambda: pgettext("field of an item", "interpreter"),
        "officers": lambda: pgettext("field of an item", "officer on duty"),
        "with_whom": lambda: pgettext("field of an item", "with"),
        "bring": lambda: pgettext("field of an item", "to bring"),
        "note": lambda: pgettext("field of an item", "note"),
        "plan_b": lambda: pgettext("field of an item", "plan B"),
        "contact": lambda: pgettext("field of an item", "contact"),
        "capacity": lambda: pgettext("field of an item", "seats"),
    }
