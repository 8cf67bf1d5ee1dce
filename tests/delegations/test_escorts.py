"""Interpreters and liaisons of delegations."""

from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations.commands import escorts as verbs
from interlocal.delegations.models import Escort, Invitation, Preparation
from interlocal.delegations.queries import escorts as queries
from interlocal.delegations.queries import own_page
from interlocal.delegations.rules import escorts
from interlocal.delegations.rules.escorts import Helper
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from tests.delegations import scene

HANAKO = Helper("interpreter", "山田 花子", "야마다 하나코", "한국어·일본어", "+82 10-1234-5678")
SLUG = "forum-2026"


@pytest.mark.parametrize(
    ("helper", "code"),
    [
        (Helper("driver", "Lee"), "escort_kind"),
        (Helper("liaison", ""), "escort_nameless"),
        (Helper("liaison", "Lee\u202e"), "name_unseen"),
        (Helper("liaison", "Lee", phone="call me"), "escort_phone"),
    ],
)
def test_an_entry_that_helps_nobody_is_refused(helper: Helper, code: str) -> None:
    refused = escorts.obstacle_in(escorts.tidied(helper))

    assert refused is not None
    assert refused.code == code


def entered() -> dict[str, Any]:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk"), scene.invitation(forum, "tottori")
    return {"actor": scene.secretariat(), "at": scene.NOON, "preparation": SLUG}


@pytest.mark.django_db
def test_a_delegation_sees_who_helps_it_and_not_who_helps_others() -> None:
    asked = entered()
    ours = scene.delegate(invitation_of("gyeongbuk"), state="approved")
    theirs = scene.delegate(invitation_of("tottori"), "藤田", "悦夫", state="approved")
    once = uuid4()

    numbers = {verbs.add_escort(**asked, body="gyeongbuk", helper=HANAKO, once=once) for _ in range(2)}

    def seen_by(one: Any) -> list[str]:
        page = own_page.own_page(actor=scene.own_page(one), preparation=SLUG, at=scene.NOON, tongue="ko")
        return [helper.name for helper in page.helpers]

    assert len(numbers) == 1
    assert (seen_by(ours), seen_by(theirs)) == (["山田 花子"], [])


@pytest.mark.django_db
def test_a_helper_is_changed_and_taken_away() -> None:
    asked = entered()
    number = verbs.add_escort(**asked, body="gyeongbuk", helper=HANAKO)

    verbs.change_escort(**asked, number=number, helper=Helper("liaison", "이지수"))
    changed = queries.escorts_page(actor=asked["actor"], preparation=SLUG, tongue="en")
    verbs.remove_escort(**asked, number=number)
    after = queries.escorts_page(actor=asked["actor"], preparation=SLUG, tongue="en")

    assert [(one.kind, one.name, one.phone) for one in changed.delegations[0].helpers] == [
        ("liaison", "이지수", "")
    ]
    assert [one.helpers for one in after.delegations] == [(), ()]


@pytest.mark.django_db
def test_only_the_secretariat_enters_helpers_and_only_of_its_own_preparation() -> None:
    asked = entered()
    number = verbs.add_escort(**asked, body="gyeongbuk", helper=HANAKO)
    scene.preparation("other-2026")

    with pytest.raises(Refused):
        verbs.add_escort(
            **{**asked, "actor": scene.coordinator("gyeongbuk")}, body="gyeongbuk", helper=HANAKO
        )
    with pytest.raises(Preparation.DoesNotExist):
        queries.escorts_page(actor=scene.coordinator("gyeongbuk"), preparation=SLUG, tongue="en")
    with pytest.raises(Escort.DoesNotExist):
        verbs.change_escort(**{**asked, "preparation": "other-2026"}, number=number, helper=HANAKO)
    with pytest.raises(Invitation.DoesNotExist):
        verbs.add_escort(**{**asked, "preparation": "other-2026"}, body="gyeongbuk", helper=HANAKO)


def invitation_of(body: str) -> Invitation:
    found = Preparation.objects.get(slug=SLUG)
    with standing_as(scene.runs(found)):
        return Invitation.objects.select_related("preparation", "body").get(body__slug=body)
