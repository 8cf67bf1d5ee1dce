"""What does not go together in a programme, at which level, and why in a sentence. Facts in, conflicts out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.arrangements.kinds import Level, ResourceKind
from interlocal.arrangements.rules.conflicts_travel import Path, travel
from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.ground.texts import Localised
from interlocal.ground.wording import join_list
from interlocal.planning.holidays import Holiday

# Where people understand each other only by words; a meal or a walk goes on without an interpreter.
SPOKEN: Final = frozenset(
    [
        "lecture",
        "presentation",
        "discussion",
        "qa",
        "ceremony",
        "speech",
        "meeting",
        "courtesy_call",
        "briefing",
        "signing",
    ]
)
ANSWER_BY: Final = timedelta(days=30)
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
GRAVITY: Final = {Level.REFUSE: 0, Level.WARN: 1, Level.NOTE: 2}


@dataclass(frozen=True, slots=True)
class Conflict:
    """`says` is the whole explanation in the reader's language; `items` are concerned (none: a whole day)."""

    level: str
    code: str
    says: str
    items: tuple[int, ...]
    on: date | None


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who comes: what they speak beside their own language too."""

    key: str
    name: str
    body: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a programme is judged by. `at_item`: who takes part, by item. `more` counts those a body sends without names."""

    sheet: Sheet
    tongue: str
    today: date
    at_item: Mapping[int, tuple[Who, ...]] = field(default_factory=dict)
    more: Mapping[int, int] = field(default_factory=dict)
    paths: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    holidays: tuple[Holiday, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
    # How languages and countries are called in the reader's.
    tongues: Mapping[str, str] = field(default_factory=dict)

    def called(self, text: Localised | None) -> str:
        return text.shown(self.tongue).text if text else ""

    def standing(self) -> list[SheetItem]:
        return [item for item in self.sheet.items if item.state != "declined"]


def conflicts(ground: Ground) -> tuple[Conflict, ...]:
    """All of them, the gravest first, then by day."""
    found = [
        conflict
        for judge in (
            twice_at_once,
            over_capacity,
            opening_hours,
            free_days,
            interpreters,
            unanswered,
            hours_missing,
            lambda one: travel(one, Conflict),
        )
        for conflict in judge(ground)
    ]
    return tuple(
        sorted(found, key=lambda one: (GRAVITY[Level(one.level)], one.on or date.min, one.items, one.code))
    )


def overlap(one: SheetItem, other: SheetItem) -> tuple[datetime, datetime] | None:
    """The half-open time both last, or None."""
    if not (one.starts and one.ends and other.starts and other.ends):
        return None
    begins, ends = max(one.starts, other.starts), min(one.ends, other.ends)
    return (begins, ends) if begins < ends else None


def twice_at_once(ground: Ground) -> Iterator[Conflict]:
    timed = sorted(
        (item for item in ground.standing() if item.starts and item.ends), key=lambda item: item.id
    )
    for one, other in combinations(timed, 2):
        if shared := overlap(one, other):
            yield from _taken_twice(ground, one, other, shared)
            yield from _people_twice(ground, one, other, shared)


def _taken_twice(
    ground: Ground, one: SheetItem, other: SheetItem, shared: tuple[datetime, datetime]
) -> Iterator[Conflict]:
    both = set(one.resources) & set(other.resources)
    for resource in (found for found in ground.sheet.resources if found.id in both):
        says = _("%(what)s is taken twice from %(from)s to %(to)s: by “%(one)s” and by “%(other)s”.")
        yield _between(
            ground, Level.REFUSE, "taken_twice", says, one, other, shared, what=ground.called(resource.name)
        )


def _people_twice(
    ground: Ground, one: SheetItem, other: SheetItem, shared: tuple[datetime, datetime]
) -> Iterator[Conflict]:
    """Who was named at both cannot be; who belongs to both only by delegation or audience may still be divided."""
    there = {who.key: who for who in ground.at_item.get(other.id, ())}
    both = [who for who in ground.at_item.get(one.id, ()) if who.key in there]
    if not both:
        return
    named = [who for who in both if who.key in one.people and who.key in other.people]
    for who in named:
        says = _("%(what)s is at two items from %(from)s to %(to)s: “%(one)s” and “%(other)s”.")
        yield _between(ground, Level.REFUSE, "person_twice", says, one, other, shared, what=who.name)
    rest = len(both) - len(named)
    if not rest:
        return
    chosen = all(item.bodies or item.people or item.audience != "all" for item in (one, other))
    says = ngettext(
        "%(count)s person is expected at two items from %(from)s to %(to)s: “%(one)s” and “%(other)s”.",
        "%(count)s people are expected at two items from %(from)s to %(to)s: “%(one)s” and “%(other)s”.",
        rest,
    )
    level = Level.WARN if chosen or one.track == other.track else Level.NOTE
    yield _between(ground, level, "people_twice", says, one, other, shared, count=rest)


def _between(
    ground: Ground,
    level: Level,
    code: str,
    says: str,
    one: SheetItem,
    other: SheetItem,
    shared: tuple[datetime, datetime],
    **more: object,
) -> Conflict:
    begins, ends = shared
    words = {
        "from": clock(begins),
        "to": clock(ends),
        "one": ground.called(one.title),
        "other": ground.called(other.title),
        **more,
    }
    return Conflict(level, code, says % words, tuple(sorted((one.id, other.id))), max(one.on, other.on))


def clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def over_capacity(ground: Ground) -> Iterator[Conflict]:
    for item in ground.standing():
        people = len(ground.at_item.get(item.id, ())) + ground.more.get(item.id, 0)
        kind = ResourceKind.VEHICLE if item.kind == "transfer" else ResourceKind.ROOM
        taken = ground.sheet.resources_of(item, kind)
        known = [one.capacity for one in taken if one.capacity is not None]
        seats = sum(known) if taken and len(known) == len(taken) else item.capacity
        if seats is None or people <= seats:
            continue
        where = join_list([ground.called(one.name) for one in taken], ground.tongue) or ground.called(
            item.place
        )
        says = _("“%(item)s”: %(people)s people, but %(seats)s seats (%(where)s).") % {
            "item": ground.called(item.title),
            "people": people,
            "seats": seats,
            "where": where or _("limit of the item"),
        }
        yield Conflict(Level.WARN, "over_capacity", says, (item.id,), item.on)


def opening_hours(ground: Ground) -> Iterator[Conflict]:
    for item in ground.standing():
        site = ground.sheet.site(item.site)
        if item.kind == "transfer" or not site or not site.opens or not item.starts:
            continue
        weekday = WEEKDAYS[item.starts.weekday()]
        if weekday not in site.opens:
            continue
        words = {"item": ground.called(item.title), "site": ground.called(site.name)}
        hours = site.opens[weekday]
        if hours is None:
            says = _("“%(item)s”: %(site)s is closed on this weekday.") % words
            yield Conflict(Level.WARN, "site_closed", says, (item.id,), item.on)
        elif not _within(item, *hours):
            says = _("“%(item)s”: %(site)s is open from %(from)s to %(to)s on this weekday.") % {
                **words,
                "from": hours[0],
                "to": hours[1],
            }
            yield Conflict(Level.WARN, "outside_hours", says, (item.id,), item.on)


def _within(item: SheetItem, opens: str, closes: str) -> bool:
    assert item.starts
    ends = item.ends or item.starts
    return opens <= clock(item.starts) and clock(ends) <= closes and ends.date() == item.starts.date()


def free_days(ground: Ground) -> Iterator[Conflict]:
    """Holidays of partner countries on days of the programme: offices are closed, flights are full."""
    for on, items in ground.sheet.days():
        for holiday in (one for one in ground.holidays if one.on == on):
            says = _("Public holiday in %(country)s: %(holiday)s.") % {
                "country": ground.countries.get(holiday.country, holiday.country),
                "holiday": holiday.name,
            }
            calls = tuple(one.id for one in items if one.kind in ("courtesy_call", "meeting", "briefing"))
            yield Conflict(Level.WARN if calls else Level.NOTE, "holiday", says, calls, on)


def interpreters(ground: Ground) -> Iterator[Conflict]:
    """For every language spoken, whoever does not know it needs an interpreter who works between the two."""
    for item in ground.standing():
        if not item.speaking or item.kind not in SPOKEN:
            continue
        able = [frozenset(one.languages) for one in ground.sheet.resources_of(item, ResourceKind.INTERPRETER)]
        for spoken, heard, people in _pairs(ground, item):
            if any({spoken, heard} <= languages for languages in able):
                continue
            says = ngettext(
                "“%(item)s”: no interpreter from %(spoken)s into %(heard)s for %(count)s person.",
                "“%(item)s”: no interpreter from %(spoken)s into %(heard)s for %(count)s people.",
                people,
            ) % {
                "item": ground.called(item.title),
                "spoken": ground.tongues.get(spoken, spoken),
                "heard": ground.tongues.get(heard, heard),
                "count": people,
            }
            yield Conflict(Level.WARN, "no_interpreter", says, (item.id,), item.on)


def _pairs(ground: Ground, item: SheetItem) -> list[tuple[str, str, int]]:
    """(spoken, needed, for how many): languages asked for, and the first language of whoever knows none that is spoken."""
    spoken = set(item.speaking)
    needs: dict[str, int] = {
        heard: sum(
            1
            for who in ground.at_item.get(item.id, ())
            if heard in who.languages and not who.languages & spoken
        )
        for heard in item.into
        if heard not in spoken
    }
    for who in ground.at_item.get(item.id, ()):
        if not who.languages & spoken and not who.languages & set(item.into) and who.languages:
            heard = min(who.languages)
            needs[heard] = needs.get(heard, 0) + 1
    return [(one, heard, people) for one in item.speaking for heard, people in sorted(needs.items())]


def unanswered(ground: Ground) -> Iterator[Conflict]:
    for item in ground.sheet.items:
        if item.state != "sought":
            continue
        soon = item.on - ground.today <= ANSWER_BY
        says = _("“%(item)s” was asked for and is not answered yet.") % {"item": ground.called(item.title)}
        yield Conflict(Level.WARN if soon else Level.NOTE, "unanswered", says, (item.id,), item.on)


def hours_missing(ground: Ground) -> Iterator[Conflict]:
    for item in ground.standing():
        words = {"item": ground.called(item.title)}
        if item.starts is None:
            says = _("“%(item)s” has no hour yet.") % words
            yield Conflict(Level.NOTE, "no_hour", says, (item.id,), item.on)
        elif item.ends is None:
            says = _("“%(item)s” has no end yet; what it takes is not held.") % words
            yield Conflict(Level.NOTE, "no_end", says, (item.id,), item.on)
