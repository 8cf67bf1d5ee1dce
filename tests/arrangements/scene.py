"""The programme of a preparation for many scenes: a hall, a room and a bus at sites, items that take them.

Everything is done by the verbs, as the secretariat of tests/delegations/scene.py.
"""

from datetime import time, timedelta
from typing import Any
from uuid import uuid4

from interlocal.arrangements.commands import programme, resources, sites
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.queries.programme_rows import Board, BoardItem
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.identity.kinds import Actor
from tests.delegations import scene

NOON, FIRST_DAY = scene.NOON, scene.FIRST_DAY
SECOND_DAY = FIRST_DAY + timedelta(days=1)
SLUG = "forum-2026"


def who() -> Actor:
    return scene.secretariat()


def arranged(title: str = "Opening", starts: str = "09:00", ends: str = "10:00", **others: Any) -> Arranged:
    """An item of the first day; "" for an hour that is not known."""
    hours = [time.fromisoformat(one) if one else None for one in (starts, ends)]
    said = {"kind": "meeting", "day": FIRST_DAY, "starts_at": hours[0], "ends_at": hours[1]}
    return Arranged(title={"en": title}, **{**said, **others})


def item(title: str = "Opening", starts: str = "09:00", ends: str = "10:00", **others: Any) -> int:
    return add(arranged(title, starts, ends, **others))


def add(said: Arranged, **others: Any) -> int:
    known = {"actor": who(), "at": NOON, "preparation": SLUG, "once": None}
    return programme.add_item(**{**known, **others}, item=said)


def change(number: int, said: Arranged, **others: Any) -> None:
    known = {"actor": who(), "at": NOON, "preparation": SLUG, "version": version(number)}
    programme.change_item(**{**known, **others}, number=number, item=said)


def put(number: int, starts: str | None, **others: Any) -> int:
    known = {"actor": who(), "at": NOON, "preparation": SLUG, "day": FIRST_DAY, "track": 0}
    at = time.fromisoformat(starts) if starts else None
    version_of = others.pop("version", None) or version(number)
    return programme.put_item(**{**known, **others}, number=number, version=version_of, starts_at=at)


def stretch(number: int, ends: str, nights: int = 0, **others: Any) -> int:
    known = {"actor": who(), "at": NOON, "preparation": SLUG, "version": version(number)}
    return programme.stretch_item(
        **{**known, **others}, number=number, ends_at=time.fromisoformat(ends), nights=nights
    )


def remove(number: int) -> Arranged:
    return programme.remove_item(actor=who(), at=NOON, preparation=SLUG, number=number)


def version(number: int) -> int:
    return PlannedItem.objects.get(pk=number).version


def site(name: str = "Hahoe Village", **others: Any) -> str:
    said = SiteSaid(name={"en": name}, **others)
    return sites.add_site(actor=who(), at=NOON, preparation=SLUG, once=uuid4(), site=said)


def resource(name: str = "Main hall", kind: str = "room", **others: Any) -> int:
    said = ResourceSaid(kind=kind, name={"en": name}, **others)
    return resources.add_resource(actor=who(), at=NOON, preparation=SLUG, once=uuid4(), resource=said)


def now(number: int) -> queries.ItemValues:
    return queries.item(actor=who(), preparation=SLUG, number=number)


def board(tongue: str = "en") -> Board:
    return queries.board(actor=who(), preparation=SLUG, tongue=tongue)


def shown(number: int) -> BoardItem:
    return next(one for one in board().items() if one.id == number)


def forum(**others: Any) -> Preparation:
    return scene.preparation(**others)
