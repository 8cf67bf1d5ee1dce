"""What and who is at two items at once."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.arrangements.kinds import Level
from interlocal.arrangements.rules.conflicts_ground import Conflict, Ground, clock, listed, overlap
from interlocal.arrangements.rules.sheets import SheetItem


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
    if not rest or _is_open(one, other):
        return
    says = ngettext(
        "%(count)s person is expected at two items from %(from)s to %(to)s: “%(one)s” and “%(other)s”.",
        "%(count)s people are expected at two items from %(from)s to %(to)s: “%(one)s” and “%(other)s”.",
        rest,
    )
    yield _between(ground, Level.WARN, "people_twice", says, one, other, shared, count=rest)


def _is_open(one: SheetItem, other: SheetItem) -> bool:
    """Side by side on two tracks, and for at least one of them nobody said who goes there."""
    chosen = all(item.bodies or item.people or item.audience != "all" for item in (one, other))
    return one.track != other.track and not chosen


def undecided(ground: Ground) -> Iterator[Conflict]:
    """Parallel items between which people still have to be divided: one note for all that run beside each other."""
    timed = sorted(
        (item for item in ground.standing() if item.starts and item.ends),
        key=lambda item: (item.starts, item.id),
    )
    for beside in _side_by_side(timed, ground):
        begins = min(item.starts for item in beside if item.starts)
        ends = max(item.ends for item in beside if item.ends)
        says = _(
            "From %(from)s to %(to)s several items run side by side, and nobody said who goes where: %(items)s."
        ) % {
            "from": clock(begins),
            "to": clock(ends),
            "items": listed(ground, beside),
        }
        yield Conflict(Level.NOTE, "undecided", says, tuple(sorted(item.id for item in beside)), beside[0].on)


def _side_by_side(timed: list[SheetItem], ground: Ground) -> list[list[SheetItem]]:
    """Items that overlap, directly or through others, where the same people are expected; by their beginning."""
    found: list[list[SheetItem]] = []
    for item in timed:
        mine = [group for group in found if any(_is_beside(one, item, ground) for one in group)]
        found = [group for group in found if group not in mine]
        found.append([*(one for group in mine for one in group), item])
    return [group for group in found if len(group) > 1]


def _is_beside(one: SheetItem, other: SheetItem, ground: Ground) -> bool:
    if not overlap(one, other) or not _is_open(one, other):
        return False
    there = {who.key for who in ground.at_item.get(other.id, ())}
    return any(who.key in there for who in ground.at_item.get(one.id, ()))


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
