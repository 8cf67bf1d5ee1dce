"""Late changes in the browser: asked for by both ways in, answered by the secretariat."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from interlocal.delegations import kinds
from interlocal.delegations.commands import links
from interlocal.delegations.models import Change, Delegate, Preparation
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
OFFICE = "/en/office/garok/preparations/forum-2026/changes/"
OURS = "/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/changes/"


@pytest.fixture
def row() -> Delegate:
    forum = scene.preparation(steps=kinds.STEPS[:5])
    return scene.delegate(scene.invitation(forum, "gyeongbuk"), state="approved")


def changes(row: Delegate) -> list[Change]:
    with standing_as(scene.runs(row.preparation)):
        return list(Change.objects.order_by("pk"))


def person(**others: Any) -> dict[str, Any]:
    return {
        "once": str(uuid4()),
        "version": 1,
        "part": "member",
        "script_language": "ko",
        "family": "김",
        "given": "하늘",
        "grade": "other",
        "reason": "Misspelt.",
        **others,
    }


def ask(client: Client, row: Delegate, kind: str, **others: Any) -> Any:
    return client.post(f"{OURS}new/?kind={kind}&delegate={row.key}", person(**others))


def test_a_coordinator_chooses_proposes_and_reads_the_answer(row: Delegate) -> None:
    ours, office = acting.as_coordinator(of="gyeongbuk"), acting.acting(of="garok", role="approver")

    choice = ours.get(f"{OURS}new/").content.decode()
    form = ours.get(f"{OURS}new/?kind=edit&delegate={row.key}").content.decode()
    asked = ask(ours, row, "edit", given="하나")
    (change,) = changes(row)
    seen = office.get(f"{OFFICE}{change.pk}/").content.decode()
    answered = office.post(f"{OFFICE}{change.pk}/accept/", {"version": 1, "answer": "Of course."})
    told = ours.get(OURS).content.decode()

    assert f"kind=replace&amp;delegate={row.key}" in choice
    assert 'value="하늘"' in form
    assert (asked.status_code, asked["Location"]) == (303, OURS)
    assert "<del>하늘</del>" in seen
    assert "<ins>하나</ins>" in seen
    assert answered.status_code == 303
    assert "Of course." in told
    assert scene.fresh(row).given == "하나"


def test_a_focal_point_proposes_by_its_link(row: Delegate) -> None:
    token = links.make_focal_link(
        actor=scene.secretariat(),
        at=scene.NOON,
        preparation="forum-2026",
        body="gyeongbuk",
        name="Park",
        email="park@gb.example",
        until=scene.NOON + timedelta(days=9000),
    )
    with_link = f"/en/with/{token}/delegation/changes/"

    page = Client().get(f"{with_link}new/?kind=withdraw&delegate={row.key}")
    given = {"once": str(uuid4()), "version": 1, "reason": "Ill."}
    asked = Client().post(f"{with_link}new/?kind=withdraw&delegate={row.key}", given)

    assert page.status_code == 200
    assert (asked.status_code, asked["Location"]) == (303, with_link)
    assert [one.kind for one in changes(row)] == ["withdraw"]


def test_the_same_form_sent_twice_asks_once(row: Delegate) -> None:
    client, once = acting.as_coordinator(of="gyeongbuk"), str(uuid4())

    for _time in range(2):
        client.post(f"{OURS}new/?kind=add", person(once=once, family="박"))

    assert len(changes(row)) == 1


def test_a_form_with_faults_comes_back_with_what_was_typed(row: Delegate) -> None:
    answer = ask(acting.as_coordinator(of="gyeongbuk"), row, "edit", reason="", given="하나")

    assert answer.status_code == 422
    assert 'value="하나"' in answer.content.decode()


def test_a_refusal_without_an_answer_is_not_one(row: Delegate) -> None:
    ask(acting.as_coordinator(of="gyeongbuk"), row, "withdraw")
    (change,) = changes(row)

    answer = acting.acting(of="garok", role="approver").post(
        f"{OFFICE}{change.pk}/refuse/", {"version": 1, "answer": ""}
    )

    assert answer.status_code == 422
    assert [one.state for one in changes(row)] == ["open"]


def test_accepting_for_a_person_changed_meanwhile_is_a_conflict(row: Delegate) -> None:
    ask(acting.as_coordinator(of="gyeongbuk"), row, "edit", given="하나")
    (change,) = changes(row)
    with standing_as(scene.runs(row.preparation)):
        Delegate.objects.filter(pk=row.pk).update(version=2, given="하람")
    office = acting.acting(of="garok", role="approver")

    answer = office.post(f"{OFFICE}{change.pk}/accept/", {"version": 1, "answer": ""})
    page = office.get(f"{OFFICE}{change.pk}/").content.decode()

    assert answer.status_code == 409
    assert "<mark>하람</mark>" in page
    assert 'name="version" value="2"' in page


def test_the_secretariat_sees_what_waits_and_others_do_not(row: Delegate) -> None:
    ours = acting.as_coordinator(of="gyeongbuk")
    ask(ours, row, "withdraw")
    (change,) = changes(row)

    page = acting.acting(of="garok", role="reader").get(OFFICE).content.decode()
    stranger = ours.get(f"/en/office/gyeongbuk/preparations/forum-2026/changes/{change.pk}/")

    assert "Waiting for an answer" in page
    assert stranger.status_code == 404


def test_keys_of_another_delegation_are_not_there(row: Delegate) -> None:
    theirs = scene.delegate(scene.invitation(row.preparation, "tottori"), "藤田", state="approved")
    client = acting.as_coordinator(of="gyeongbuk")

    assert client.get(f"{OURS}new/?kind=edit&delegate={theirs.key}").status_code == 404
    assert client.get(OURS.replace("delegation/gyeongbuk", "delegation/tottori")).status_code == 404


def test_before_the_list_is_frozen_the_page_says_where_to_change(db: None) -> None:
    forum: Preparation = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    client = acting.as_coordinator(of="gyeongbuk")

    for address in (OURS, f"{OURS}new/", f"{OURS}new/?kind=add"):
        assert "once the list is frozen" in client.get(address).content.decode()
