"""People of earlier editions come again: what is known of their visits, and what is copied."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import reuse as verbs
from interlocal.delegations.models import Datum, Delegate, Gift, Invitation
from interlocal.delegations.queries import reuse as queries
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from interlocal.programmes.models import Edition
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def then(slug: str = "forum-2024", year: int = 2024, **others: Any) -> Invitation:
    preparation = scene.preparation(slug, from_on=date(year, 6, 1), until_on=date(year, 6, 3), **others)
    return scene.invitation(preparation, "gyeongbuk")


def now() -> Invitation:
    return scene.invitation(scene.preparation(), "gyeongbuk")


def page(invitation: Invitation, actor: Actor | None = None) -> queries.ReusePage:
    return queries.reuse_page(
        actor=actor or scene.coordinator("gyeongbuk"),
        preparation=invitation.preparation.slug,
        body="gyeongbuk",
        at=scene.NOON,
        tongue="en",
    )


def again(invitation: Invitation, *rows: Delegate, actor: Actor | None = None, **others: Any) -> int:
    return verbs.enter_again(
        actor=actor or scene.coordinator("gyeongbuk"),
        at=scene.NOON,
        preparation=invitation.preparation.slug,
        body="gyeongbuk",
        delegates=[str(row.key) for row in rows],
        **others,
    )


def entered(invitation: Invitation) -> list[Delegate]:
    with standing_as(scene.runs(invitation.preparation)):
        return list(Delegate.objects.filter(invitation=invitation).order_by("position"))


def test_a_visit_tells_edition_part_post_company_gifts_and_what_was_agreed() -> None:
    earlier = then()
    edition = make.edition("forum-2024-held", earlier.preparation.series)
    earlier.preparation.edition = edition
    earlier.preparation.save()
    make.outcome(edition, "one", "A yearly exchange")
    make.outcome(edition, "two", "For others", by=[scene.body("tottori")])
    scene.delegate(earlier, state="approved", part="head", post=make.text("Director"))
    scene.delegate(earlier, "박", "바다", state="approved")
    scene.delegate(earlier, "이", "구름", state="refused")
    with standing_as(scene.runs(earlier.preparation)):
        Gift.objects.create(
            preparation=earlier.preparation, body=scene.body("tottori"), to_body=earlier.body,
            giver="Tottori", receiver="Gyeongbuk", what="A vase",
        )  # fmt: skip

    found = page(now())

    kim, park = found.visitors
    visit = kim.visits[0]
    assert (kim.name, park.name, len(found.visitors)) == ("김하늘", "박바다", 2)
    assert (visit.preparation, visit.part, visit.post and visit.post.text) == (
        "forum-2024",
        "head",
        "Director",
    )
    assert visit.beside == ("박바다",)
    assert [(gift.what, gift.received) for gift in visit.gifts] == [("A vase", True)]
    assert [shown.text for shown in visit.agreed] == ["A yearly exchange"]


def test_somebody_who_came_twice_is_told_of_once() -> None:
    first = scene.delegate(then("forum-2022", 2022), state="approved")
    scene.delegate(then(), state="approved", same_as=first)

    found = page(now()).visitors

    assert [[visit.preparation for visit in each.visits] for each in found] == [["forum-2024", "forum-2022"]]


def test_who_comes_again_is_a_draft_with_name_and_post_and_no_other_data() -> None:
    earlier, invitation = then(), now()
    before = scene.delegate(
        earlier, state="approved", part="head", latin_family="Kim", latin_given="Haneul", latin_origin="generated",
        post=make.text("Director"), grade="director",
    )  # fmt: skip
    with standing_as(scene.runs(earlier.preparation)):
        Datum.objects.create(
            preparation=earlier.preparation, body=earlier.body, delegate=before, field="email", text="kim@gb.example",
            set_by="scene", set_at=scene.NOON,
        )  # fmt: skip

    made = again(invitation, before)

    row = entered(invitation)[0]
    assert made == 1
    assert (row.family, row.given, row.state, row.part, row.grade) == (
        "김",
        "하늘",
        "draft",
        "member",
        "director",
    )
    assert (row.latin_family, row.latin_origin, row.same_as_id) == ("Kim", "generated", before.pk)
    assert row.key != before.key
    with standing_as(scene.runs(invitation.preparation)):
        assert Datum.objects.filter(delegate=row).count() == 0


def test_twice_enters_once_and_the_page_says_so() -> None:
    invitation, before = now(), scene.delegate(then(), state="approved")

    counts = [again(invitation, before), again(invitation, before)]

    assert counts == [1, 0]
    assert len(entered(invitation)) == 1
    assert [each.entered for each in page(invitation).visitors] == [True]


def test_only_people_who_came_for_this_body_can_come_again() -> None:
    invitation = now()
    refused_then = scene.delegate(then(), state="refused")
    other = scene.delegate(
        scene.invitation(refused_then.preparation, "tottori"), "田中", "花子", state="approved"
    )

    for row in (refused_then, other):
        with pytest.raises(Delegate.DoesNotExist):
            again(invitation, row)
    with pytest.raises(Refused) as refused:
        again(invitation)
    assert refused.value.code == "nobody_chosen"


def test_a_link_of_this_event_sees_nothing_of_earlier_ones() -> None:
    scene.delegate(then(), state="approved")
    invitation = now()

    assert page(invitation, scene.focal(invitation.preparation, "gyeongbuk")).visitors == ()


def test_another_secretariat_sees_only_its_own_earlier_events() -> None:
    scene.delegate(then(secretariat="mofa-kr"), state="approved")
    invitation = now()

    assert page(invitation, scene.secretariat()).visitors == ()
    assert len(page(invitation).visitors) == 1


def test_the_page_costs_the_same_for_one_person_and_for_three() -> None:
    earlier, invitation = then(), now()

    def asked() -> int:
        with CaptureQueriesContext(connection) as queried:
            page(invitation, actor)
        return len(queried)

    actor = scene.coordinator("gyeongbuk")
    scene.delegate(earlier, state="approved")
    one = asked()
    scene.delegate(earlier, "박", "바다", state="approved")
    scene.delegate(then("forum-2022", 2022), "이", "구름", state="approved")

    assert asked() == one
    assert Edition.objects.count() == 0
