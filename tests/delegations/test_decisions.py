"""Pre-approving, approving, refusing and returning, and taking it back."""

from typing import Any

import pytest

from interlocal.delegations import kinds
from interlocal.delegations.commands import decisions
from interlocal.delegations.models import CheckIn, Decision, Delegate, Invitation, Mail, Preparation
from interlocal.delegations.rules import decisions as rules
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def forum_with(quota: int = 3, **others: Any) -> Invitation:
    return scene.invitation(
        scene.preparation(steps=("invited", "open", "closed")),
        "gyeongbuk",
        quota=quota,
        contact_email="park@gb.example",
        language="en",
        **others,
    )


def decide(row: Delegate, stage: str, *, by: Actor | None = None, **others: Any) -> None:
    given = {"version": scene.fresh(row).version, "reason": "", **others}
    decisions.decide(
        actor=by or scene.approver(),
        at=scene.NOON,
        preparation=row.preparation.slug,
        delegate=str(row.key),
        stage=stage,
        **given,
    )


def undo(row: Delegate, *, by: Actor | None = None) -> None:
    decisions.undo(
        actor=by or scene.approver(),
        at=scene.NOON,
        preparation=row.preparation.slug,
        delegate=str(row.key),
        version=scene.fresh(row).version,
    )


def seen(forum: Preparation, model: Any) -> Any:
    with standing_as(scene.runs(forum)):
        return list(model.objects.order_by("pk"))


def refused(code: str) -> Any:
    return pytest.raises(Refused, check=lambda raised: raised.code == code)


def test_a_person_is_pre_approved_by_the_secretariat_and_approved_by_an_approver() -> None:
    row = scene.delegate(forum_with())

    decide(row, "pre_approve", by=scene.secretariat())
    decide(row, "approve", by=scene.approver())

    now = scene.fresh(row)
    made = [(one.stage, one.was, one.of_version, one.by) for one in seen(row.preparation, Decision)]
    assert (now.state, now.version, now.approved_at) == ("approved", 3, scene.NOON)
    assert made == [
        ("pre_approve", "nominated", 1, "secretariat@garok.example"),
        ("approve", "pre_approved", 2, "approver@garok.example"),
    ]
    verbs = Entry.objects.filter(subject_key=str(row.key)).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["decided_pre_approve", "decided_approve"]


def test_the_contact_gets_a_draft_when_somebody_is_approved_and_none_when_pre_approved() -> None:
    row = scene.delegate(forum_with())

    decide(row, "pre_approve")
    assert seen(row.preparation, Mail) == []
    decide(row, "approve")

    (mail,) = seen(row.preparation, Mail)
    assert (mail.kind, mail.state, mail.language) == ("approved", "draft", "en")
    assert "- 김하늘" in mail.text


def test_a_coordinator_of_the_secretariat_cannot_approve_for_good() -> None:
    row = scene.delegate(forum_with())

    with refused("approver_only"):
        decide(row, "approve", by=scene.coordinator("garok"))
    with refused("approver_only"):
        decide(row, "refuse", by=scene.coordinator("garok"), reason="too many")
    assert scene.fresh(row).state == "nominated"


def test_a_reader_decides_nothing() -> None:
    row = scene.delegate(forum_with())

    with refused("not_yours"):
        decide(row, "pre_approve", by=scene.reader("garok"))


def test_the_delegation_itself_decides_nothing() -> None:
    row = scene.delegate(forum_with())

    with refused("not_yours"):
        decide(row, "pre_approve", by=scene.coordinator("gyeongbuk"))
    with refused("not_yours"):
        decide(row, "approve", by=scene.approver("gyeongbuk"))


def test_a_body_that_has_nothing_to_do_with_it_does_not_find_the_preparation() -> None:
    row = scene.delegate(forum_with())

    with pytest.raises(Preparation.DoesNotExist):
        decide(row, "approve", by=scene.approver("busan"))


def test_a_key_of_another_preparation_is_not_there() -> None:
    row = scene.delegate(forum_with())
    other = scene.preparation("other-2026", secretariat="busan")
    scene.invitation(other, "gyeongbuk")

    with pytest.raises(Delegate.DoesNotExist):
        decisions.decide(
            actor=scene.approver("busan"),
            at=scene.NOON,
            preparation="other-2026",
            delegate=str(row.key),
            version=1,
            stage="approve",
        )


@pytest.mark.parametrize("stage", ["refuse", "return"])
def test_refusing_and_returning_need_a_reason(stage: str) -> None:
    row = scene.delegate(forum_with())

    with refused("no_reason"):
        decide(row, stage, reason="  ")


def test_who_is_returned_keeps_the_seat_and_is_told_why() -> None:
    row = scene.delegate(forum_with(), state="pre_approved")

    decide(row, "return", reason="The passport spelling is missing.", by=scene.secretariat())

    (mail,) = seen(row.preparation, Mail)
    (made,) = seen(row.preparation, Decision)
    assert scene.fresh(row).state == "nominated"
    assert (made.stage, made.reason) == ("return", "The passport spelling is missing.")
    assert "The passport spelling is missing." in mail.text


def test_a_refusal_frees_the_seat_for_whoever_waited_longest() -> None:
    invited = forum_with(quota=1)
    row = scene.delegate(invited)
    late = scene.delegate(invited, "박", state="waiting", waiting_since=scene.NOON.replace(hour=14))
    early = scene.delegate(invited, "최", state="waiting", waiting_since=scene.NOON)

    decide(row, "refuse", reason="One person only.")

    assert [scene.fresh(one).state for one in (row, late, early)] == ["refused", "waiting", "nominated"]
    assert [one.kind for one in seen(row.preparation, Mail)] == ["refused", "promoted"]


def test_somebody_on_the_waiting_list_is_not_approved_past_those_before() -> None:
    row = scene.delegate(forum_with(), state="waiting", waiting_since=scene.NOON)

    with refused("not_from_here"):
        decide(row, "approve")


def test_after_freezing_an_approved_person_leaves_by_a_late_change_only() -> None:
    forum = scene.preparation(steps=kinds.STEPS[:5])
    row = scene.delegate(scene.invitation(forum, "gyeongbuk"), state="approved")

    with refused("frozen"):
        decide(row, "refuse", reason="No.")


def test_nothing_is_decided_after_the_report() -> None:
    row = scene.delegate(scene.invitation(scene.preparation(steps=kinds.STEPS), "gyeongbuk"))

    with refused("over"):
        decide(row, "approve")


def test_deciding_on_somebody_who_was_changed_meanwhile_shows_both() -> None:
    row = scene.delegate(forum_with())
    decide(row, "pre_approve", by=scene.secretariat())

    with pytest.raises(kinds.Changed) as raised:
        decide(row, "approve", version=1)

    assert (raised.value.by, raised.value.version) == ("secretariat@garok.example", 2)
    assert raised.value.theirs == {"Name": "김 하늘", "State": "pre-approved"}
    assert raised.value.yours == {"Name": "김 하늘", "State": "approved"}


def test_the_same_button_pressed_twice_decides_once() -> None:
    row = scene.delegate(forum_with())

    decide(row, "approve", version=1)
    decide(row, "approve", version=1)

    assert len(seen(row.preparation, Decision)) == 1
    assert len(seen(row.preparation, Mail)) == 1


def test_many_are_decided_on_at_once_and_who_could_not_be_is_named() -> None:
    invited = forum_with()
    one = scene.delegate(invited)
    two = scene.delegate(invited, "박")
    gone = scene.delegate(invited, "최", state="withdrawn")
    stale = scene.delegate(invited, "정", version=5)

    outcome = decisions.decide_many(
        actor=scene.approver(),
        at=scene.NOON,
        preparation="forum-2026",
        delegates={str(one.key): 1, str(two.key): 1, str(gone.key): 1, str(stale.key): 4},
        stage="approve",
    )

    assert outcome.decided == (str(one.key), str(two.key))
    assert [(left.name, left.refusal and left.refusal.code) for left in outcome.left] == [
        ("최 하늘", "not_from_here"),
        ("정 하늘", None),
    ]
    assert [scene.fresh(row).state for row in (one, two)] == ["approved", "approved"]
    (mail,) = seen(one.preparation, Mail)
    assert (mail.delegate_id, mail.context["delegates"]) == (None, [str(one.key), str(two.key)])


def test_one_key_of_somebody_else_and_nothing_is_decided() -> None:
    row = scene.delegate(forum_with())
    other = scene.delegate(scene.invitation(scene.preparation("b-2026", secretariat="busan"), "tottori"))

    with pytest.raises(Delegate.DoesNotExist):
        decisions.decide_many(
            actor=scene.approver(),
            at=scene.NOON,
            preparation="forum-2026",
            delegates={str(row.key): 1, str(other.key): 1},
            stage="approve",
        )

    assert scene.fresh(row).state == "nominated"


def test_a_decision_is_taken_back_with_its_draft() -> None:
    row = scene.delegate(forum_with(), state="pre_approved")
    decide(row, "approve")

    undo(row)

    now = scene.fresh(row)
    (made,) = seen(row.preparation, Decision)
    (mail,) = seen(row.preparation, Mail)
    assert (now.state, now.approved_at, now.version) == ("pre_approved", None, 3)
    assert (made.undone_at, made.undone_by) == (scene.NOON, "approver@garok.example")
    assert mail.state == "discarded"


def test_taking_one_back_leaves_a_draft_for_the_others() -> None:
    invited = forum_with()
    one, two = scene.delegate(invited), scene.delegate(invited, "박")
    decisions.decide_many(
        actor=scene.approver(),
        at=scene.NOON,
        preparation="forum-2026",
        delegates={str(one.key): 1, str(two.key): 1},
        stage="approve",
    )

    undo(one)

    drafts = [mail for mail in seen(one.preparation, Mail) if mail.state == "draft"]
    assert [mail.context["delegates"] for mail in drafts] == [[str(two.key)]]


def test_a_decision_is_decided_anew_after_it_was_taken_back() -> None:
    row = scene.delegate(forum_with())
    decide(row, "approve")
    undo(row)

    decide(row, "refuse", reason="Somebody else comes.")

    assert scene.fresh(row).state == "refused"


def test_nothing_decided_is_nothing_to_take_back() -> None:
    with refused("nothing_decided"):
        undo(scene.delegate(forum_with()))


def test_a_decision_followed_by_a_change_is_not_taken_back() -> None:
    row = scene.delegate(forum_with())
    decide(row, "approve")
    with standing_as(scene.runs(row.preparation)):
        Delegate.objects.filter(pk=row.pk).update(version=7)

    with refused("followed"):
        undo(row)


def test_a_decision_that_was_told_is_not_taken_back() -> None:
    row = scene.delegate(forum_with())
    decide(row, "approve")
    with standing_as(scene.runs(row.preparation)):
        Mail.objects.update(state="sent")

    with refused("told"):
        undo(row)


def test_who_has_checked_in_stays_approved() -> None:
    row = scene.delegate(forum_with())
    decide(row, "approve")
    with standing_as(scene.runs(row.preparation)):
        CheckIn.objects.create(
            preparation=row.preparation,
            body=row.body,
            delegate=row,
            once="0b3a6d7e-8f43-4a2f-9d5e-0a6c4e2f1b11",
            day=0,
            seen_at=scene.NOON,
            desk="door",
            by="desk",
            at=scene.NOON,
        )

    with refused("seen"):
        undo(row)


def test_a_refusal_is_not_taken_back_when_the_seat_was_given_away() -> None:
    invited = forum_with(quota=1)
    row = scene.delegate(invited)
    scene.delegate(invited, "최", state="waiting", waiting_since=scene.NOON)
    decide(row, "refuse", reason="No.")

    with refused("seat_given"):
        undo(row)


def test_a_refused_head_does_not_come_back_beside_another() -> None:
    invited = forum_with()
    row = scene.delegate(invited, part="head")
    decide(row, "refuse", reason="No.")
    scene.delegate(invited, "최", part="head")

    with refused("has_head"):
        undo(row)


def test_who_may_not_decide_does_not_take_back() -> None:
    row = scene.delegate(forum_with())
    decide(row, "approve")

    with refused("not_yours"):
        undo(row, by=scene.secretariat())


def test_only_what_can_be_decided_is_offered() -> None:
    officer = Actor("o", 1, 5, "garok", frozenset({Role.SECRETARIAT}))
    chief = Actor("c", 2, 5, "garok", frozenset({Role.APPROVER}))

    offered = {
        (who.name, state): rules.stages_for(actor=who, secretariat=5, state=state, steps=frozenset())
        for who in (officer, chief)
        for state in ("nominated", "pre_approved", "withdrawn")
    }

    assert offered == {
        ("o", "nominated"): ("pre_approve", "return"),
        ("o", "pre_approved"): ("return",),
        ("o", "withdrawn"): (),
        ("c", "nominated"): ("pre_approve", "approve", "refuse", "return"),
        ("c", "pre_approved"): ("approve", "refuse", "return"),
        ("c", "withdrawn"): (),
    }
