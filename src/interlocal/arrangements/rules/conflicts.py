"""What does not go together in a programme, at which level, and why in a sentence. Facts in, conflicts out."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.arrangements.kinds import Level, ResourceKind
from interlocal.arrangements.rules.conflicts_ground import Conflict, Ground, clock, listed
from interlocal.arrangements.rules.conflicts_people import twice_at_once, undecided
from interlocal.arrangements.rules.conflicts_travel import travel
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.ground.wording import join_list

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


def conflicts(ground: Ground) -> tuple[Conflict, ...]:
    """All of them, the gravest first, then by day."""
    found = [
        conflict
        for judge in (
            twice_at_once,
            undecided,
            over_capacity,
            opening_hours,
            free_days,
            interpreters,
            unanswered,
            hours_missing,
            travel,
        )
        for conflict in judge(ground)
    ]
    return tuple(
        sorted(found, key=lambda one: (GRAVITY[Level(one.level)], one.on or date.min, one.items, one.code))
    )


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
    """One note a day for what has no hour, and one for what has no end."""
    for on in sorted({item.on for item in ground.standing()}):
        items = [item for item in ground.standing() if item.on == on]
        if without := [item for item in items if item.starts is None]:
            says = _("No hour yet: %(items)s.") % {"items": listed(ground, without)}
            yield Conflict(Level.NOTE, "no_hour", says, tuple(sorted(item.id for item in without)), on)
        if endless := [item for item in items if item.starts and item.ends is None]:
            says = _("No end yet, so that what it takes is not held: %(items)s.") % {
                "items": listed(ground, endless)
            }
            yield Conflict(Level.NOTE, "no_end", says, tuple(sorted(item.id for item in endless)), on)
