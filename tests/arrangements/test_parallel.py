"""Real connections at the same moment: what can be taken once is taken once, and nothing is half done.

Each was seen to fail with the lock of the preparation, or the constraint of the database, taken out.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.db import connection

from interlocal.arrangements.commands import programme, programme_writing
from interlocal.arrangements.models import Detail, Taking
from interlocal.delegations.commands import preparations_items
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.arrangements import scene as here
from tests.delegations import test_parallel as together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def a_connection_for_each(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pool of one process has fewer connections than there are clients here."""
    connection.close()
    options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "pool"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    yield
    connection.close()


def taking(who: Actor, hall: int, number: int) -> Callable[[], object]:
    said = here.arranged(f"Talk {number}", resources=(hall,))
    return lambda: programme.add_item(actor=who, at=here.NOON, preparation=here.SLUG, once=uuid4(), item=said)


def putting(who: Actor, number: int) -> Callable[[], object]:
    return lambda: programme.put_item(
        actor=who,
        at=here.NOON,
        preparation=here.SLUG,
        number=number,
        version=1,
        day=here.FIRST_DAY,
        starts_at=here.arranged().starts_at,
        track=0,
    )


def there() -> tuple[int, int, int]:
    with standing_as(here.who()):
        return PlannedItem.objects.count(), Detail.objects.count(), Taking.objects.count()


def test_ten_items_take_one_room_and_one_gets_it() -> None:
    here.forum()
    who, hall = here.who(), here.resource()

    came = together.at_once([taking(who, hall, number) for number in range(10)])

    assert came == {"done": 1, "taken_at_once": 9}
    assert there() == (1, 1, 1)


def test_ten_items_are_dragged_to_one_hour_and_one_room() -> None:
    here.forum()
    who, hall = here.who(), here.resource()
    numbers = [
        here.item(f"{hour}", f"{hour:02}:00", f"{hour + 1:02}:00", resources=(hall,))
        for hour in range(11, 21)
    ]

    came = together.at_once([putting(who, number) for number in numbers])

    assert came == {"done": 1, "taken_at_once": 9}
    assert Counter(item.starts_at and item.starts_at.hour for item in here.board().items())[9] == 1


def test_one_item_is_dragged_by_ten_and_moved_once() -> None:
    here.forum()
    who, number = here.who(), here.item("Talk", "15:00", "16:00")

    came = together.at_once([putting(who, number)] * 10)

    assert came == {"done": 1, "Changed": 9}


def test_who_comes_past_the_lock_is_stopped_by_the_database(monkeypatch: pytest.MonkeyPatch) -> None:
    here.forum()
    who, hall = here.who(), here.resource()

    def unlocked(actor: Actor, preparation: str) -> Preparation:
        return access.reach(actor=actor, preparation=preparation).preparation

    monkeypatch.setattr(programme, "changing", unlocked)
    monkeypatch.setattr(preparations_items, "changing", unlocked)

    came = together.at_once([taking(who, hall, number) for number in range(6)])

    assert came == {"done": 1, "taken_at_once": 5}
    assert there() == (1, 1, 1)


def test_what_the_look_does_not_see_the_database_does(monkeypatch: pytest.MonkeyPatch) -> None:
    here.forum()
    who, hall = here.who(), here.resource()
    monkeypatch.setattr(programme_writing, "clashes", lambda *_: ())

    came = together.at_once([taking(who, hall, number) for number in range(2)])

    assert came == {"done": 1, "taken_at_once": 1}
    assert there() == (1, 1, 1)
