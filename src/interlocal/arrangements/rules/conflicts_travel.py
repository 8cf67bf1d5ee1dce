"""Whether there is time enough to get from one site to the next."""

from collections.abc import Iterator
from math import asin, cos, radians, sin, sqrt
from typing import Any, Final

from django.utils.translation import gettext as _

from interlocal.arrangements.kinds import Level
from interlocal.arrangements.rules.conflicts_ground import Conflict, Ground
from interlocal.arrangements.rules.sheets import SheetItem, SheetSite

EARTH: Final = 6371.0
# Roads are longer than the straight line; a coach in town and between towns; getting in and out.
DETOUR: Final = 1.35
SPEED: Final = 45.0
BOARDING: Final = 10
NEAR: Final = 0.6
ON_FOOT: Final = 4.5


def estimate(start: SheetSite, finish: SheetSite) -> int | None:
    """Minutes by the straight line between two sites; None where a site has no coordinates."""
    if None in (start.latitude, start.longitude, finish.latitude, finish.longitude):
        return None
    kilometres = _distance(start, finish)
    if kilometres <= NEAR:
        return round(kilometres * DETOUR / ON_FOOT * 60)
    return BOARDING + round(kilometres * DETOUR / SPEED * 60)


def _distance(start: SheetSite, finish: SheetSite) -> float:
    """Kilometres on the sphere."""
    assert start.latitude is not None
    assert start.longitude is not None
    assert finish.latitude is not None
    assert finish.longitude is not None
    one, other = radians(start.latitude), radians(finish.latitude)
    east = radians(finish.longitude - start.longitude)
    part = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(east / 2) ** 2
    return 2 * EARTH * asin(sqrt(part))


def travel(ground: Ground) -> Iterator[Conflict]:
    """Each transfer against its route, and each two items that follow each other for somebody at different sites."""
    for item in ground.standing():
        if item.kind == "transfer" and item.site and item.to_site and item.starts and item.ends:
            given = int((item.ends - item.starts).total_seconds() // 60)
            yield from _judged(ground, item, None, item.site, item.to_site, given)
    for before, after in _followings(ground):
        assert before.ends
        assert after.starts
        given = int((after.starts - before.ends).total_seconds() // 60)
        leaves, reaches = before.to_site or before.site, after.site
        if leaves and reaches and leaves != reaches:
            yield from _judged(ground, before, after, leaves, reaches, given)


def _followings(ground: Ground) -> list[tuple[SheetItem, SheetItem]]:
    """Pairs of items that are next to each other for at least one person (or for everybody, where nobody is known)."""
    timed = sorted(
        (item for item in ground.standing() if item.starts and item.ends),
        key=lambda item: (item.starts, item.ends, item.id),
    )
    found: dict[tuple[int, int], tuple[SheetItem, SheetItem]] = {}
    last: dict[str, SheetItem] = {}
    for item in timed:
        for key in {who.key for who in ground.at_item.get(item.id, ())} or {""}:
            before = last.get(key)
            if before and before.ends and item.starts and before.ends <= item.starts and before.on == item.on:
                found[before.id, item.id] = (before, item)
            last[key] = item
    return list(found.values())


def _judged(
    ground: Ground,
    item: SheetItem,
    after: SheetItem | None,
    start: str,
    finish: str,
    given: int,
) -> Iterator[Conflict]:
    one, other = ground.sheet.site(start), ground.sheet.site(finish)
    if not one or not other:
        return
    path = ground.paths.get((start, finish))
    needed = path.minutes if path else estimate(one, other)
    if needed is None or needed <= given:
        return
    words: dict[str, Any] = {
        "from": ground.called(one.name),
        "to": ground.called(other.name),
        "needed": needed,
        "given": given,
        "item": ground.called(item.title),
        "next": ground.called(after.title) if after else "",
    }
    if after:
        says = _(
            "From “%(item)s” (%(from)s) to “%(next)s” (%(to)s): %(needed)s minutes needed, %(given)s given."
        )
    else:
        says = _("“%(item)s” from %(from)s to %(to)s: %(needed)s minutes needed, %(given)s given.")
    if path is None:
        says = f"{says % words} {_('Estimated by the distance; enter the route to be sure.')}"
    else:
        says %= words
    level = Level.WARN if path else Level.NOTE
    items = tuple(sorted({item.id, after.id} if after else {item.id}))
    yield Conflict(level, "travel_too_short", says, items, item.on)
