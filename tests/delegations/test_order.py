"""In which order they stand, and why."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import order as commands
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import order as queries
from interlocal.delegations.rules import order
from interlocal.ground.refused import Refused
from tests.delegations import scene


def three() -> list[order.Delegation]:
    return [
        order.Delegation(1, "gyeongbuk", "KR", "gyeongsangbuk-do", "47", is_host=False),
        order.Delegation(2, "tottori", "JP", "tottori", "31", is_host=True),
        order.Delegation(3, "busan", "KR", "busan", "26", is_host=False),
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("alphabetical", [(3, "alphabet"), (1, "alphabet"), (2, "alphabet")]),
        ("host_first", [(2, "host"), (3, "alphabet"), (1, "alphabet")]),
        ("host_last", [(3, "alphabet"), (1, "alphabet"), (2, "host")]),
        ("rotation", [(1, "turn"), (3, "alphabet"), (2, "alphabet")]),
        ("official", [(2, "official"), (3, "official"), (1, "official")]),
    ],
)
def test_delegations_stand_by_the_named_rule(rule: str, expected: list[tuple[int, str]]) -> None:
    placed = order.delegations_in_order(
        three(), rule=rule, rotation=["gyeongbuk"], host_country="JP", moves=[]
    )

    assert [(one.which, one.why) for one in placed] == expected
    assert [one.number for one in placed] == [1, 2, 3]


def member(delegate: int, **others: Any) -> order.Member:
    values = {"part": "member", "grade": "officer", "since": None, "position": delegate, "sort_key": ""}
    return order.Member(delegate, **{**values, **others})


def test_members_stand_by_part_rank_and_date_in_post() -> None:
    people = [
        member(1, grade="director"),
        member(2, grade="director", since=date(2024, 1, 1)),
        member(3, part="head", grade="deputy_head"),
        member(4, grade="director", since=date(2020, 1, 1)),
        member(5),
    ]

    placed = order.members_in_order(people, rule="rank", moves=[])

    assert [(one.which, one.why) for one in placed] == [
        (3, "part"),
        (4, "part"),
        (2, "since"),
        (1, "since"),
        (5, "rank"),
    ]


def test_the_senders_list_is_left_as_it_was_sent() -> None:
    people = [member(1, position=2), member(2, position=1, part="press")]

    placed = order.members_in_order(people, rule="sent", moves=[])

    assert [one.which for one in placed] == [2, 1]


def test_a_move_by_hand_keeps_its_reason_and_outlives_late_changes() -> None:
    move = order.Move(2, 3, "co-chair", "kim")

    before = order.delegations_in_order(
        three(), rule="alphabetical", rotation=[], host_country="", moves=[move]
    )
    one_more = [*three(), order.Delegation(4, "andong", "KR", "andong", "", is_host=False)]
    after = order.delegations_in_order(
        one_more, rule="alphabetical", rotation=[], host_country="", moves=[move]
    )

    assert [one.which for one in before] == [2, 3, 1]
    assert [one.which for one in after] == [4, 2, 3, 1]
    assert after[1].move == move


def test_a_move_before_somebody_who_left_is_void_and_said_so() -> None:
    move = order.Move(2, 9, "co-chair", "kim")

    placed = order.delegations_in_order(
        three(), rule="alphabetical", rotation=[], host_country="", moves=[move]
    )

    assert [one.which for one in placed] == [3, 1, 2]
    assert placed[2].void == move


# -- with the database --


def forum() -> Preparation:
    made = scene.preparation()
    scene.delegate(scene.invitation(made, "gyeongbuk"), "김", post_since=date(2024, 1, 1), grade="director")
    scene.delegate(scene.invitation(made, "tottori"), "藤田", script_language="ja")
    return made


@pytest.mark.django_db
def test_a_delegation_is_moved_with_a_reason_and_back() -> None:
    made = forum()
    who = scene.secretariat()

    commands.move_delegation(
        actor=who, at=scene.NOON, preparation=made.slug, body="tottori", before="gyeongbuk", reason="guest"
    )
    moved = queries.order_page(actor=who, preparation=made.slug, tongue="en")
    commands.undo_move(actor=who, at=scene.NOON, preparation=made.slug, body="tottori", delegate="")
    back = queries.order_page(actor=who, preparation=made.slug, tongue="en")

    assert [one.slug for one in moved.delegations] == ["tottori", "gyeongbuk"]
    assert moved.delegations[0].moved is not None
    assert moved.delegations[0].moved.reason == "guest"
    assert [one.slug for one in back.delegations] == ["gyeongbuk", "tottori"]


@pytest.mark.django_db
def test_a_delegate_is_moved_within_the_delegation() -> None:
    made = forum()
    invited = scene.fresh(made)
    first = scene.delegate(scene.invitation(invited, "busan"), "가")
    second = scene.delegate(first.invitation, "나")

    commands.move_delegate(
        actor=scene.secretariat(),
        at=scene.NOON,
        preparation=made.slug,
        delegate=str(second.key),
        before=str(first.key),
        reason="speaks first",
    )

    page = queries.order_page(actor=scene.secretariat(), preparation=made.slug, tongue="en")
    assert [one.family for one in page.delegations[0].delegates] == ["나", "가"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reason": " "}, "no_reason"),
        ({"before": "tottori"}, "before_itself"),
        ({"before": "nowhere"}, "not_in_list"),
    ],
)
def test_a_place_is_not_taken_without_reason_or_neighbour(values: dict[str, str], code: str) -> None:
    made = forum()
    asked = {"body": "tottori", "before": "gyeongbuk", "reason": "guest", **values}

    with pytest.raises(Refused) as refused:
        commands.move_delegation(actor=scene.secretariat(), at=scene.NOON, preparation=made.slug, **asked)

    assert refused.value.code == code


@pytest.mark.django_db
def test_only_the_secretariat_orders() -> None:
    made = forum()

    with pytest.raises(Refused) as refused:
        commands.move_delegation(
            actor=scene.coordinator("gyeongbuk"),
            at=scene.NOON,
            preparation=made.slug,
            body="tottori",
            before="",
            reason="x",
        )
    with pytest.raises(Preparation.DoesNotExist):
        queries.order_page(actor=scene.coordinator("gyeongbuk"), preparation=made.slug, tongue="en")

    assert refused.value.code == "not_yours"


@pytest.mark.django_db
def test_the_rule_is_not_overwritten_unseen() -> None:
    made = forum()
    choice = {
        "actor": scene.secretariat(),
        "at": scene.NOON,
        "preparation": made.slug,
        "rule": "host_first",
        "language": "ko",
        "within": "sent",
        "rotation": [],
    }
    commands.set_order(**choice, version=1)

    with pytest.raises(Changed) as changed:
        commands.set_order(**{**choice, "rule": "official"}, version=1)

    assert changed.value.theirs["order_rule"] == "host_first"


@pytest.mark.django_db
def test_the_list_costs_the_same_for_one_and_for_many() -> None:
    made = forum()
    who = scene.secretariat()
    few = len_queries(who, made)
    row = scene.invitation(made, "busan")
    for family in "가나다":
        scene.delegate(row, family)
    assert len_queries(who, made) == few


def len_queries(who: Any, made: Preparation) -> int:
    with CaptureQueriesContext(connection) as seen:
        queries.order_page(actor=who, preparation=made.slug, tongue="en")
    return len(seen)
