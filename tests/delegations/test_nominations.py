"""A delegation is entered and nominated as one: seats, who waits, forms sent twice."""

from uuid import uuid4

import pytest

from interlocal.delegations.commands import nominations, seats
from interlocal.delegations.models import Mail
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.delegations.nominating import KIM, entered, nominated, refusal, row, states

pytestmark = pytest.mark.django_db


def test_who_is_entered_is_a_draft_at_the_end_of_the_list() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")

    first, second = (
        entered(invited),
        entered(invited, "바다", post={"ko": "국장", "en": ""}, latin_family="Kim"),
    )

    made = row(invited, second)
    assert (made.state, made.position, made.latin_origin, made.reading_origin) == ("draft", 2, "supplied", "")
    assert made.post.says() == {"ko": ("국장", "original")}
    assert made.name_keys == ["김바다", "kim"]
    assert row(invited, first).position == 1


def test_a_delegation_is_nominated_as_one_in_the_senders_order_until_seats_run_out() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=2)
    keys = [entered(invited, given) for given in ("하나", "둘", "셋")]
    nominations.move_delegate(
        actor=scene.coordinator("gyeongbuk"),
        at=scene.NOON,
        preparation="forum-2026",
        body="gyeongbuk",
        delegate=keys[2],
        to=1,
    )

    seated = nominated(invited)

    assert seated == nominations.Seated((keys[2], keys[0]), (keys[1],))
    assert states(invited) == ["nominated", "nominated", "waiting"]
    assert scene.fresh(invited).state == "accepted"


def test_only_those_chosen_are_nominated() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    keys = [entered(invited, given) for given in ("하나", "둘", "셋")]

    nominated(invited, keys[1])

    assert states(invited) == ["draft", "nominated", "draft"]


def test_support_does_not_take_a_seat_of_the_quota() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1, support_quota=1)
    for part in ("member", "interpreter", "staff"):
        entered(invited, part, part=part)

    nominated(invited)

    assert states(invited) == ["nominated", "nominated", "waiting"]


def test_who_finds_no_seat_is_told_by_a_draft_in_the_language_of_the_delegation() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", quota=1, contact_email="kim@gb.example")
    keys = [entered(invited, given) for given in ("하나", "둘", "셋")]

    nominated(invited, actor=scene.focal(forum, "gyeongbuk"))

    with standing_as(scene.runs(forum)):
        told = Mail.objects.get()
    assert (told.kind, told.state, told.to_email, told.made_by) == (
        "waiting",
        "draft",
        "kim@gb.example",
        "focal point",
    )
    assert told.context["delegates"] == keys[1:]
    assert [name in told.text for name in ("김하나", "김둘", "김셋")] == [False, True, True]


def test_no_draft_is_made_when_everybody_is_seated() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", contact_email="kim@gb.example")
    entered(invited)

    nominated(invited)

    with standing_as(scene.runs(forum)):
        assert Mail.objects.count() == 0


def test_the_limit_over_all_counts_delegations_that_the_sender_does_not_see() -> None:
    forum = scene.preparation(seats=1)
    scene.delegate(scene.invitation(forum, "tottori"))
    ours = scene.invitation(forum, "gyeongbuk")
    entered(ours)

    seated = nominated(ours, actor=scene.focal(forum, "gyeongbuk"))

    assert (len(seated.nominated), len(seated.waiting)) == (0, 1)


def test_a_form_sent_twice_enters_one_person() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    once = uuid4()
    given = {"preparation": "forum-2026", "body": "gyeongbuk", "entered": KIM, "once": once}
    who = scene.coordinator("gyeongbuk")

    first = nominations.add_delegate(actor=who, at=scene.NOON, **given)  # type: ignore[arg-type]
    second = nominations.add_delegate(actor=who, at=scene.NOON, **given)  # type: ignore[arg-type]

    assert first == second
    assert states(invited) == ["draft"]


def test_a_nomination_sent_twice_gives_the_same_answer() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    entered(invited), entered(invited, "둘")
    once = uuid4()

    first, second = nominated(invited, once=once), nominated(invited, once=once)

    assert (
        (len(first.nominated), len(first.waiting)) == (len(second.nominated), len(second.waiting)) == (1, 1)
    )


def test_nobody_is_nominated_when_nobody_is_entered() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")

    with refusal("nobody_chosen"):
        nominated(invited)


def test_who_was_nominated_already_is_not_nominated_again() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    key = entered(invited)
    nominated(invited)

    with refusal("not_from_here"):
        nominated(invited, key)


def test_a_delegation_has_one_head() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    entered(invited, part="head")
    nominated(invited)
    entered(invited, "둘", part="head")

    with refusal("two_heads"):
        nominated(invited)


def test_seats_are_counted_by_the_verbs_own_rule() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    scene.delegate(invited)

    with standing_as(scene.coordinator("gyeongbuk")):
        assert not seats.has_seat(preparation=invited.preparation, invitation=invited, part="member")
