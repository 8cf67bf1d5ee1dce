"""What waits for somebody over all hats."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.models import Change, Milestone
from interlocal.delegations.queries.tasks import Task, my_tasks
from interlocal.delegations.rules import tasks as rules
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene

TODAY = date(2026, 3, 2)


def waiting(*actors: Actor) -> list[Task]:
    return my_tasks(actors=actors, at=scene.NOON, tongue="en")


@pytest.mark.parametrize(
    ("due", "urgency"),
    [(-1, "late"), (0, "soon"), (7, "soon"), (8, "later"), (None, "undated")],
)
def test_how_urgent_something_is(due: int | None, urgency: str) -> None:
    on = None if due is None else TODAY + timedelta(days=due)

    assert rules.urgency(due_on=on, today=TODAY) == urgency


@pytest.mark.django_db
def test_the_secretariat_is_told_what_to_send_to_decide_and_to_answer() -> None:
    forum = scene.preparation()
    ours = scene.invitation(forum, "gyeongbuk", due_on=TODAY - timedelta(days=1))
    person = scene.delegate(ours)
    scene.delegate(ours, "이", state="pre_approved")
    scene.invitation(forum, "tottori", state="draft")
    with standing_as(scene.runs(forum)):
        Change.objects.create(
            preparation=forum,
            body=ours.body,
            delegate=person,
            kind="edit",
            reason="x",
            asked_by="a",
            asked_at=scene.NOON,
        )
    Milestone.objects.filter(step="closed").update(due_on=TODAY - timedelta(days=3))
    both = scene.actor("garok", "secretariat", "approver")

    found = waiting(both)

    assert [(one.code, one.kind, one.count, one.urgency) for one in found] == [
        ("step_due", "preparation", 1, "late"),
        ("lists_late", "invitations", 1, "late"),
        ("invitations_to_send", "invitations", 1, "later"),
        ("to_approve", "delegates", 1, "later"),
        ("to_pre_approve", "delegates", 1, "later"),
        ("changes_to_answer", "changes", 1, "later"),
    ]
    assert found[0].step == "closed"


@pytest.mark.django_db
def test_only_an_approver_is_asked_to_approve() -> None:
    scene.delegate(
        scene.invitation(scene.preparation(), "gyeongbuk", submitted_at=scene.NOON), state="pre_approved"
    )

    assert [one.code for one in waiting(scene.secretariat())] == ["step_due"]
    assert [one.code for one in waiting(scene.reader("garok"))] == []


@pytest.mark.django_db
def test_an_invited_body_is_told_of_its_list_until_it_is_sent() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk", due_on=TODAY + timedelta(days=3))
    scene.invitation(forum, "tottori", submitted_at=scene.NOON)
    ours, theirs = scene.coordinator("gyeongbuk"), scene.coordinator("tottori")

    found = waiting(ours, theirs)

    assert [(one.code, one.hat, one.body.slug if one.body else "", one.urgency) for one in found] == [
        ("own_list_to_send", "gyeongbuk", "gyeongbuk", "soon")
    ]


@pytest.mark.django_db
def test_before_nominations_open_an_invitation_is_to_be_answered() -> None:
    scene.invitation(scene.preparation(steps=("invited",)), "gyeongbuk")

    assert [one.code for one in waiting(scene.coordinator("gyeongbuk"))] == ["invitation_to_answer"]


@pytest.mark.django_db
def test_what_is_closed_and_what_was_not_sent_is_no_task_of_others() -> None:
    scene.invitation(scene.preparation(closed_on=TODAY), "gyeongbuk")
    scene.invitation(scene.preparation("other"), "gyeongbuk", state="draft")

    assert waiting(scene.coordinator("gyeongbuk")) == []


@pytest.mark.django_db
def test_tasks_cost_the_same_for_one_preparation_and_three() -> None:
    who = scene.secretariat()
    scene.invitation(scene.preparation("a"), "gyeongbuk")
    with CaptureQueriesContext(connection) as one:
        waiting(who)
    for slug in ("b", "c"):
        scene.invitation(scene.preparation(slug), "gyeongbuk")

    with CaptureQueriesContext(connection) as three:
        waiting(who)

    assert len(three) == len(one)
