"""Withdrawing from a delegation, coming back, and coming in somebody's place."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from interlocal.delegations.commands import nominations_leaving
from interlocal.delegations.models import Mail
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.delegations.nominating import (
    KIM,
    entered,
    leaving,
    nominated,
    refusal,
    replaced,
    restored,
    row,
    states,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def test_a_withdrawal_frees_the_seat_for_who_waited_longest() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    keys = [entered(invited, given) for given in ("하나", "둘", "셋")]
    nominated(invited, keys[0])
    nominated(invited, keys[2])
    nominated(invited, keys[1], at=scene.NOON + timedelta(minutes=1))

    promoted = withdrawn(invited, keys[0])

    assert promoted == [row(invited, keys[2]).pk]
    assert states(invited) == ["withdrawn", "waiting", "nominated"]


def test_who_is_restored_waits_when_the_seat_is_gone() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    keys = [entered(invited, given) for given in ("하나", "둘")]
    nominated(invited)
    withdrawn(invited, keys[0])

    assert restored(invited, keys[0]) == "waiting"

    assert states(invited) == ["waiting", "nominated"]


def test_an_undone_withdrawal_of_somebody_approved_is_to_be_approved_anew() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    approved = scene.delegate(invited, state="approved", approved_at=scene.NOON)
    withdrawn(invited, str(approved.key))

    assert restored(invited, str(approved.key)) == "nominated"

    assert scene.fresh(approved).approved_at is None


def test_a_substitute_takes_part_place_and_seat_in_the_same_step() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    governor = entered(invited, "지사", part="head")
    entered(invited, "대기")
    nominated(invited)

    vice = replaced(invited, governor, replace(KIM, given="부지사", part="staff"))

    new = row(invited, vice)
    assert (new.part, new.state, new.position) == ("head", "nominated", 1)
    assert new.in_place_of_id == row(invited, governor).pk
    assert states(invited) == ["withdrawn", "nominated", "waiting"]


def test_a_substitute_for_who_waits_keeps_the_place_in_the_queue() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    keys = [entered(invited, given) for given in ("하나", "둘", "셋")]
    nominated(invited)

    new = replaced(invited, keys[1], replace(KIM, given="넷"))

    assert withdrawn(invited, keys[0]) == [row(invited, new).pk]


def test_who_was_replaced_cannot_be_restored_while_the_other_stands() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    governor = entered(invited)
    nominated(invited)
    replaced(invited, governor, replace(KIM, given="부지사"))

    with refusal("replaced"):
        restored(invited, governor)


def test_a_replacement_sent_twice_sends_one_substitute() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    governor = entered(invited)
    nominated(invited)
    once, version = uuid4(), row(invited, governor).version
    given = {**leaving(invited, governor, version=version), "entered": KIM, "once": once}

    first = nominations_leaving.replace(**given)  # type: ignore[arg-type]
    second = nominations_leaving.replace(**given)  # type: ignore[arg-type]

    assert first == second
    assert states(invited) == ["withdrawn", "nominated"]


def test_who_is_restored_to_the_waiting_list_is_told() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", quota=1, contact_email="kim@gb.example")
    keys = [entered(invited, given) for given in ("하나", "둘")]
    nominated(invited, keys[0])
    withdrawn(invited, keys[0])
    nominated(invited, keys[1])

    restored(invited, keys[0])

    with standing_as(scene.runs(forum)):
        assert [(one.kind, one.context["delegates"]) for one in Mail.objects.all()] == [
            ("waiting", [keys[0]])
        ]
