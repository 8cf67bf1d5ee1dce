"""What was done on a preparation is told to its secretariat, newest first, in words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import decisions, notes, order
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import activity
from interlocal.identity.kinds import Role
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
BASE = "/en/office/garok/preparations/forum-2026/activity/"


def busy(count: int = 1) -> Preparation:
    forum = scene.preparation()
    row = scene.invitation(forum, "gyeongbuk")
    for number in range(count):
        one = scene.delegate(row, "김", f"하늘{number}", part="member")
        asked = {"actor": scene.secretariat(), "at": scene.NOON, "preparation": forum.slug}
        decisions.decide(**asked, delegate=str(one.key), version=1, stage="pre_approve")
    return forum


def test_lines_are_told_in_words_with_who_and_whom() -> None:
    busy()

    page = acting.acting(of="garok", role=Role.READER).get(BASE).content.decode()

    assert "pre-approved" in page
    assert "김하늘0" in page
    assert "secretariat@garok.example" in page


def test_the_invited_are_not_told_what_the_secretariat_does() -> None:
    forum = busy()

    with pytest.raises(Preparation.DoesNotExist):
        activity.activity_page(
            actor=scene.coordinator("gyeongbuk"), preparation=forum.slug, number=None, tongue="en"
        )


def cost(forum: Preparation) -> int:
    who = scene.secretariat()
    with CaptureQueriesContext(connection) as seen:
        activity.activity_page(actor=who, preparation=forum.slug, number=None, tongue="en")
    return len(seen)


def test_the_page_costs_the_same_for_one_line_and_three() -> None:
    forum = busy()
    one = cost(forum)
    asked = {"actor": scene.secretariat(), "at": scene.NOON, "preparation": forum.slug, "version": 1}
    order.set_order(**asked, rule="official", language="ko", within="sent", rotation=[])
    notes.write_note(
        actor=scene.secretariat(),
        at=scene.NOON,
        preparation=forum.slug,
        once=None,
        kind="note",
        text="x",
        language="en",
    )

    assert cost(forum) == one
