"""Who moves up from the waiting list, and who does not."""

import pytest

from interlocal.delegations.commands import seats
from interlocal.delegations.models import Delegate, Mail, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import seats as rules
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

LIMITS = {1: rules.Limits(2, 1, None)}


def waits(number: int, part: str = "member", invitation: int = 1) -> rules.Waiting:
    return rules.Waiting(number, invitation, part)


def test_those_who_waited_longest_get_the_seats_there_are() -> None:
    taken = {1: rules.Taken(1, 0, 1)}

    seated = list(rules.next_to_seat(waiting=[waits(8), waits(7)], taken=taken, limits=LIMITS))

    assert seated == [8]


def test_support_is_counted_apart() -> None:
    taken = {1: rules.Taken(2, 0, 2)}
    waiting = [waits(8), waits(7, "interpreter"), waits(6, "press")]

    assert list(rules.next_to_seat(waiting=waiting, taken=taken, limits=LIMITS)) == [7]


def test_the_limit_over_all_holds_across_delegations() -> None:
    taken = {1: rules.Taken(1, 0, 2), 2: rules.Taken(1, 0, 2)}
    limits = {1: rules.Limits(9, 1, 3), 2: rules.Limits(9, 1, 3)}

    seated = list(rules.next_to_seat(waiting=[waits(8), waits(7, invitation=2)], taken=taken, limits=limits))

    assert seated == [8]


def test_a_second_head_goes_on_waiting_and_holds_up_nobody() -> None:
    taken = {1: rules.Taken(1, 0, 1, has_head=True)}

    assert list(rules.next_to_seat(waiting=[waits(8, "head"), waits(7)], taken=taken, limits=LIMITS)) == [7]


def test_of_two_waiting_heads_one_is_seated() -> None:
    taken = {1: rules.Taken(0, 0, 0)}
    waiting = [waits(8, "head"), waits(7, "head")]

    assert list(rules.next_to_seat(waiting=waiting, taken=taken, limits=LIMITS)) == [8]


def fill(forum: Preparation) -> list[int]:
    with standing_as(scene.runs(forum)):
        access.reach(actor=scene.runs(forum), preparation=forum.slug, lock=True)
        return seats.fill(preparation=forum, at=scene.NOON)


@pytest.mark.django_db
def test_who_moves_up_is_nominated_and_the_contact_gets_a_draft_in_its_language() -> None:
    forum = scene.preparation()
    invited = scene.invitation(
        forum, "gyeongbuk", quota=1, contact_name="박", contact_email="park@gb.example", language="en"
    )
    first = scene.delegate(invited, "이", state="waiting", waiting_since=scene.NOON)

    seated = fill(forum)

    row = scene.fresh(first)
    with standing_as(scene.runs(forum)):
        mail = Mail.objects.get()
    assert seated == [first.pk]
    assert (row.state, row.waiting_since, row.version) == ("nominated", None, 2)
    assert (mail.kind, mail.state, mail.to_email, mail.delegate_id) == (
        "promoted",
        "draft",
        "park@gb.example",
        first.pk,
    )
    assert mail.subject == "Forum 2026: a seat has become free"
    assert "이하늘" in mail.text
    assert Entry.objects.filter(verb="seat_given", subject_key=str(first.key)).count() == 1


@pytest.mark.django_db
def test_without_an_address_there_is_no_draft() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"), state="waiting", waiting_since=scene.NOON)

    fill(forum)

    with standing_as(scene.runs(forum)):
        assert Mail.objects.count() == 0


@pytest.mark.django_db
def test_nobody_moves_up_beyond_the_quota() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", quota=1)
    scene.delegate(invited)
    scene.delegate(invited, "이", state="waiting", waiting_since=scene.NOON)

    assert fill(forum) == []
    with standing_as(scene.runs(forum)):
        assert Delegate.objects.filter(state="waiting").count() == 1


@pytest.mark.django_db
def test_somebody_who_makes_room_is_not_counted() -> None:
    forum = scene.preparation()
    invited = scene.invitation(forum, "gyeongbuk", quota=1)
    head = scene.delegate(invited, part="head")

    with standing_as(scene.runs(forum)):
        full = seats.has_seat(preparation=forum, invitation=invited, part="member")
        besides = seats.has_seat(preparation=forum, invitation=invited, part="member", besides=head)
        heads = (
            seats.has_head(preparation=forum, invitation=invited),
            seats.has_head(preparation=forum, invitation=invited, besides=head),
        )

    assert (full, besides) == (False, True)
    assert heads == (True, False)
