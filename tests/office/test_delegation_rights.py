"""Who does not come to the page of a delegation, or only looks."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from tests.delegations import scene
from tests.office import acting
from tests.office.delegation_hands import SOMEBODY, STAFF, by_link, coordinator, page, people

pytestmark = pytest.mark.django_db


def everything_about(base: str, key: object) -> list[tuple[str, dict[str, object]]]:
    row = f"{base}people/{key}/"
    return [
        (f"{row}edit/", {**SOMEBODY, "version": 1}),
        (f"{row}move/", {"to": 1}),
        (f"{row}remove/", {"version": 1}),
        (f"{row}withdraw/", {"version": 1}),
        (f"{row}restore/", {"version": 1}),
        (f"{row}replace/", {**SOMEBODY, "version": 1, "once": uuid4()}),
        (f"{base}nominate/", {"delegates": [str(key)], "once": uuid4()}),
    ]


@pytest.mark.parametrize("way", ["mandate", "link"])
@pytest.mark.parametrize("state", ["draft", "nominated", "withdrawn"])
def test_another_bodys_keys_are_not_there_in_any_form(way: str, state: str) -> None:
    forum = scene.preparation()
    ours, theirs = scene.invitation(forum, "gyeongbuk"), scene.invitation(forum, "tottori")
    other = scene.delegate(theirs, "藤田", "悦夫", state=state)
    client, base = (coordinator(), STAFF) if way == "mandate" else (Client(), by_link(ours))

    answers = {
        address: client.post(address, values).status_code
        for address, values in everything_about(base, other.key)
    }

    assert set(answers.values()) == {404}, answers
    assert client.get(f"{base}people/{other.key}/edit/").status_code == 404
    assert [(one.family, one.state, one.version) for one in people(theirs)] == [("藤田", state, 1)]


def test_another_bodys_delegation_is_not_there() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    scene.invitation(forum, "tottori")
    base = "/en/office/gyeongbuk/preparations/forum-2026/delegation/tottori/"
    client = coordinator()

    assert client.get(base).status_code == 404
    assert client.get(f"{base}add/").status_code == 404
    for tail, values in (("add/", SOMEBODY), ("answer/", {"answer": "declined", "version": 1})):
        assert client.post(f"{base}{tail}", {**values, "once": uuid4()}).status_code == 404


def test_an_invitation_that_was_not_sent_is_not_there_for_the_invited() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", state="draft")

    assert coordinator().get(STAFF).status_code == 404
    secretariat = acting.as_secretariat(of="garok")
    assert (
        secretariat.get("/en/office/garok/preparations/forum-2026/delegation/gyeongbuk/").status_code == 200
    )
    assert invited.state == "draft"


def test_a_reader_sees_and_cannot_enter() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    scene.delegate(invited)
    client = acting.acting(of="gyeongbuk", role="reader")

    shown = page(client, STAFF)
    answer = acting.post(client, f"{STAFF}add/", {**SOMEBODY, "once": uuid4()})

    assert "김하늘" in shown and "/add/" not in shown and "/withdraw/" not in shown
    assert answer.status_code == 422
    assert len(people(invited)) == 1


def test_after_the_deadline_the_page_says_so_and_takes_nobody() -> None:
    invited = scene.invitation(
        scene.preparation(), "gyeongbuk", due_on=timezone.now().date() - timedelta(days=2)
    )
    client = coordinator()

    assert "The deadline for nominations has passed" in page(client, STAFF)
    assert acting.post(client, f"{STAFF}add/", {**SOMEBODY, "once": uuid4()}).status_code == 422
    assert people(invited) == []


def test_a_frozen_list_leads_to_late_changes() -> None:
    forum = scene.preparation(steps=("invited", "open", "closed", "approved", "frozen"))
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"), state="approved")

    shown = page(coordinator(), STAFF)

    assert f'href="{STAFF}changes/new/"' in shown
    assert f"people/{one.key}/withdraw/" not in shown
