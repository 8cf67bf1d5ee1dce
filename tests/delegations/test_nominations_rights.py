"""Who may change a delegation, and until when."""

from dataclasses import replace
from datetime import date

import pytest

from interlocal.delegations.commands import nominations, nominations_leaving
from interlocal.delegations.models import Delegate, Invitation
from tests.delegations import scene
from tests.delegations.nominating import (
    KIM,
    changed,
    entered,
    leaving,
    nominated,
    refusal,
    states,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def test_another_bodys_key_is_not_there_in_any_verb() -> None:
    forum = scene.preparation()
    ours, theirs = scene.invitation(forum, "gyeongbuk"), scene.invitation(forum, "tottori")
    other = scene.delegate(theirs)
    draft = scene.delegate(theirs, state="draft")
    mine = {**leaving(theirs, str(other.key), actor=scene.coordinator("gyeongbuk")), "body": "gyeongbuk"}

    for verb in (nominations_leaving.withdraw, nominations_leaving.restore, nominations.remove_delegate):
        with pytest.raises(Delegate.DoesNotExist):
            verb(**mine)  # type: ignore[operator]
    for verb in (nominations.change_delegate, nominations_leaving.replace):
        with pytest.raises(Delegate.DoesNotExist):
            verb(**mine, entered=KIM)  # type: ignore[operator]
    with pytest.raises(Delegate.DoesNotExist):
        nominations.move_delegate(**{key: mine[key] for key in mine if key != "version"}, to=1)  # type: ignore[arg-type]
    with pytest.raises(Delegate.DoesNotExist):
        nominated(ours, str(draft.key))
    assert {one.state for one in (scene.fresh(other), scene.fresh(draft))} == {"nominated", "draft"}


def test_another_bodys_delegation_is_not_there() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    theirs = scene.invitation(forum, "tottori")

    with pytest.raises(Invitation.DoesNotExist):
        entered(theirs, actor=scene.coordinator("gyeongbuk"))


def test_the_secretariat_does_not_reach_a_delegate_through_another_delegation() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    other = scene.delegate(scene.invitation(forum, "tottori"))

    with pytest.raises(Delegate.DoesNotExist):
        nominations_leaving.withdraw(
            actor=scene.secretariat(),
            at=scene.NOON,
            preparation="forum-2026",
            body="gyeongbuk",
            delegate=str(other.key),
            version=1,
        )


def test_a_reader_only_looks() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")

    with refusal("not_yours"):
        entered(invited, actor=scene.reader("gyeongbuk"))


def test_what_is_no_key_is_not_there() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    entered(invited)

    with pytest.raises(Delegate.DoesNotExist):
        nominated(invited, "1; drop table")


def test_after_the_deadline_only_the_secretariat_nominates() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", due_on=date(2026, 3, 1))

    with refusal("deadline_passed"):
        entered(invited)
    entered(invited, actor=scene.secretariat())
    nominated(invited, actor=scene.secretariat())

    assert states(invited) == ["nominated"]


def test_the_deadline_ends_with_its_day_where_the_edition_is_held() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", due_on=date(2026, 3, 2))
    late_in_seoul = scene.NOON.replace(hour=14, minute=59)
    next_day_in_seoul = scene.NOON.replace(hour=15)
    entered(invited)
    entered(invited, "둘")

    nominated(invited, at=late_in_seoul)
    with refusal("deadline_passed"):
        nominated(invited, at=next_day_in_seoul)


def test_after_nominations_closed_only_the_secretariat_nominates() -> None:
    invited = scene.invitation(scene.preparation(steps=("invited", "open", "closed")), "gyeongbuk")

    with refusal("closed"):
        entered(invited)
    entered(invited, actor=scene.secretariat())

    assert states(invited) == ["draft"]


def test_before_nominations_open_drafts_are_kept_but_not_nominated() -> None:
    invited = scene.invitation(scene.preparation(steps=("invited",)), "gyeongbuk")
    entered(invited)

    with refusal("not_open_yet"):
        nominated(invited)


def test_a_frozen_list_is_changed_by_nobody() -> None:
    forum = scene.preparation(steps=("invited", "open", "closed", "approved", "frozen"))
    invited = scene.invitation(forum, "gyeongbuk")
    one = scene.delegate(invited, state="approved")

    for actor in (scene.coordinator("gyeongbuk"), scene.secretariat()):
        with refusal("frozen"):
            withdrawn(invited, str(one.key), actor=actor)


def test_who_was_approved_is_corrected_by_the_secretariat_alone() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited, state="approved")

    with refusal("decided"):
        changed(invited, str(one.key), KIM)
    changed(invited, str(one.key), replace(KIM, given="바다"), actor=scene.secretariat())

    assert scene.fresh(one).given == "바다"


def test_a_declined_invitation_takes_nobody() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", state="declined")

    with refusal("declined"):
        entered(invited)
