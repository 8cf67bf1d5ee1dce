"""Strands of parallel items."""

from typing import Any

import pytest

from interlocal.arrangements.commands import tracks as commands
from interlocal.arrangements.models import Track
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from tests.arrangements import scene as here
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def name(number: int, text: str, **others: Any) -> None:
    known = {"actor": here.who(), "at": here.NOON, "preparation": here.SLUG}
    commands.name_track(**{**known, **others}, number=number, name={"en": text})


def remove(number: int, **others: Any) -> None:
    known = {"actor": here.who(), "at": here.NOON, "preparation": here.SLUG}
    commands.remove_track(**{**known, **others}, number=number)


def named() -> list[tuple[int, str]]:
    return [(one.number, one.name.text) for one in here.board().tracks if one.name]


def test_a_track_is_named_and_named_anew() -> None:
    here.forum()

    name(1, "Youth")
    name(1, "Young people")
    name(0, "Everybody")

    assert named() == [(0, "Everybody"), (1, "Young people")]


def test_the_same_name_twice_is_one_line_in_the_journal() -> None:
    here.forum()

    name(1, "Youth")
    name(1, "Youth")

    assert Entry.objects.filter(verb="track_named").count() == 1


@pytest.mark.parametrize(
    ("number", "text", "code"),
    [(100, "Youth", "no_such_track"), (-1, "Youth", "no_such_track"), (1, " ", "no_name")],
)
def test_what_a_track_can_be(number: int, text: str, code: str) -> None:
    here.forum()

    with pytest.raises(Refused) as refused:
        name(number, text)

    assert refused.value.code == code


def test_a_track_with_items_stays() -> None:
    here.forum()
    name(1, "Youth")
    number = here.item("Debate", track=1)

    with pytest.raises(Refused) as refused:
        remove(1)
    here.put(number, "09:00", track=0)
    remove(1)

    assert str(refused.value) == "Youth is in use: “Debate”. Take it away there first."
    assert named() == []


def test_the_common_track_only_loses_its_name() -> None:
    here.forum()
    name(0, "Everybody")
    here.item()

    remove(0)

    assert [(one.number, one.name, one.count) for one in here.board().tracks] == [(0, None, 1)]


def test_a_track_of_another_preparation_is_not_there() -> None:
    here.forum()
    name(1, "Youth")
    scene.preparation("next-2027")

    with pytest.raises(Track.DoesNotExist):
        remove(1, preparation="next-2027")
