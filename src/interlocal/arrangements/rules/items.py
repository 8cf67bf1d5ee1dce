"""What an item of the programme says with everything arranged for it, and what it may say. Facts in, verdict out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements import kinds
from interlocal.delegations.kinds import ItemAudience
from interlocal.delegations.rules.preparations import differs
from interlocal.ground.refused import Refused
from interlocal.programmes.kinds import ItemKind, ItemState

MOST_TRACKS: Final = 99
MOST_PEOPLE: Final = 10000
LONGEST_TEXT: Final = 2000
LONGEST_CONTACT: Final = 200
# What of it a reader of the programme sees: a change of these is news.
SEEN: Final = frozenset(
    (
        *("kind", "title", "day", "starts_at", "ends_at", "nights", "zone", "ends_zone"),
        *("place", "site", "to_site", "audience", "note"),
    )
)


@dataclass(frozen=True, slots=True)
class Arranged:
    """An item as it is put on the programme; texts by language. Times are those of the place (`zone`, `ends_zone`; "": the
    preparation's). `place` is what to call it where no `site` is chosen.

    `site`, `to_site` are keys of sites; `bodies` slugs of invited bodies, `people` keys of delegates (both empty: all of
    the `audience`); `resources` ids.
    """

    kind: str
    title: Mapping[str, str]
    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    nights: int = 0
    zone: str = ""
    ends_zone: str = ""
    place: Mapping[str, str] = field(default_factory=dict)
    audience: str = "all"
    note: Mapping[str, str] = field(default_factory=dict)
    state: str = "planned"
    track: int = 0
    site: str = ""
    to_site: str = ""
    by: str = ""
    meal: str = ""
    capacity: int | None = None
    speaking: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    with_whom: Mapping[str, str] = field(default_factory=dict)
    bring: Mapping[str, str] = field(default_factory=dict)
    plan_b: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    is_public: bool = True
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    resources: tuple[int, ...] = ()


def changes(before: Arranged, now: Arranged) -> list[str]:
    """Names of what differs. Who and what is taken has no order; where a site is chosen the place is its name."""
    return [one.name for one in fields(Arranged) if _differs(one.name, before, now)]


def _differs(name: str, before: Arranged, now: Arranged) -> bool:
    was, now_is = getattr(before, name), getattr(now, name)
    if name in ("bodies", "people", "resources"):
        return set(was) != set(now_is)
    if name == "place" and now.site:
        return False
    return differs(was, now_is)


_CLOSED: Final[Mapping[str, frozenset[str]]] = {
    "kind": frozenset(ItemKind.values),
    "audience": frozenset(ItemAudience.values),
    "state": frozenset(ItemState.values),
    "by": frozenset(kinds.Vehicle.values) | {""},
    "meal": frozenset(kinds.Meal.values) | {""},
}


def obstacle_to_arranging(item: Arranged) -> Refused | None:
    """Why an item cannot say this, beside what the preparation itself refuses; or None."""
    for name, words in _CLOSED.items():
        if getattr(item, name) not in words:
            return Refused("unknown_choice", _("This choice is not on the list."), field=name)
    if not 0 <= item.track <= MOST_TRACKS:
        return Refused("no_such_track", _("There are at most 99 parallel tracks."), field="track")
    if item.capacity is not None and not 0 < item.capacity <= MOST_PEOPLE:
        return Refused("capacity", _("Give a number of people between 1 and 10000."), field="capacity")
    if item.to_site and item.to_site == item.site:
        return Refused("leads_nowhere", _("A transfer leads to another site."), field="to_site")
    if len(item.contact) > LONGEST_CONTACT:
        return Refused("too_long", _("This text is too long."), field="contact")
    return _obstacle_to_texts(item) or obstacle_to_languages(item.speaking + item.into)


def _obstacle_to_texts(item: Arranged) -> Refused | None:
    for name in ("place", "note", "with_whom", "bring", "plan_b"):
        texts: Mapping[str, str] = getattr(item, name)
        if any(len(text) > LONGEST_TEXT for text in texts.values()):
            return Refused("too_long", _("This text is too long."), field=f"{name}_ko")
    return None


def obstacle_to_languages(languages: tuple[str, ...]) -> Refused | None:
    if any(not 1 < len(language) <= 12 for language in languages):
        return Refused("unknown_language", _("This is no language."), field="speaking")
    return None


@dataclass(frozen=True, slots=True)
class Hours:
    """When an item is, as its columns say it; `day` is relative."""

    day: int
    starts_at: time | None
    ends_at: time | None
    nights: int


def put(hours: Hours, *, day: int, starts_at: time | None) -> Hours:
    """The same length on another day or hour; by the clock on the wall, so that a flight stays as long as it is.

    Without an hour it has no end either. `nights` may come out below 0: then it cannot be.
    """
    if starts_at is None:
        return Hours(day, None, None, 0)
    if hours.starts_at is None or hours.ends_at is None:
        return Hours(day, starts_at, hours.ends_at if hours.starts_at else None, hours.nights)
    length = _wall(hours.nights, hours.ends_at) - _wall(0, hours.starts_at)
    ends = _wall(0, starts_at) + length
    return Hours(day, starts_at, ends.time(), (ends.date() - _DAY).days)


_DAY: Final = date(2000, 1, 31)


def _wall(nights: int, at: time) -> datetime:
    return datetime.combine(_DAY + timedelta(days=nights), at)
