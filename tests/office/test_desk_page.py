"""The check-in desk as a page: for staff and for a phone with a link, by form and by what a phone kept."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.test import Client

from interlocal.delegations.commands import links
from interlocal.delegations.models import CheckIn, Delegate, Link, Preparation
from interlocal.identity.kinds import Role
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 6, 10, 0, 30, tzinfo=UTC)
STAFF = "/en/office/garok/preparations/forum-2026/"


@pytest.fixture(autouse=True)
def first_morning() -> Any:
    """It is 9:30 in Seoul on the first day."""
    with patch("interlocal.office.middleware.timezone.now", lambda: MORNING):
        yield


def approved(**others: Any) -> Delegate:
    forum = Preparation.objects.filter(slug="forum-2026").first() or scene.preparation()
    return scene.delegate(scene.invitation(forum, "gyeongbuk"), **{"state": "approved", **others})


def desk_of(slug: str = "forum-2026") -> str:
    """The address of a phone's desk."""
    token = links.make_desk_link(
        actor=scene.secretariat(),
        at=MORNING,
        preparation=slug,
        name="main entrance",
        language="en",
        until=MORNING + timedelta(days=2),
    )
    return f"/en/with/{token}/"


def seen() -> list[tuple[str, bool]]:
    with standing_as(scene.runs(Preparation.objects.get(slug="forum-2026"))):
        return [(row.desk, row.undone_at is None) for row in CheckIn.objects.order_by("pk")]


def send(client: Client, base: str, taps: Any, sent_at: str = "2026-06-10T00:30:00Z") -> Any:
    body = json.dumps({"sent_at": sent_at, "taps": taps})
    return client.post(f"{base}desk/send/", body, content_type="application/json")


def tap(who: Delegate, **others: Any) -> dict[str, str]:
    return {"once": str(uuid4()), "seen_at": "2026-06-10T00:20:00.000Z", "delegate": str(who.key), **others}


@pytest.mark.parametrize("way", ["link", "staff"])
def test_one_tap_checks_in_and_another_takes_it_back(way: str) -> None:
    who = approved(latin_family="KIM", latin_given="Haneul", latin_origin="supplied")
    base = desk_of() if way == "link" else STAFF
    client = Client() if way == "link" else acting.acting(of="garok", role=Role.SECRETARIAT)

    after = client.post(f"{base}desk/check/", {"delegate": str(who.key)}, follow=True).content.decode()
    undo = after.split('formaction="')[1].split('"')[0]
    back = client.post(undo, follow=True).content.decode()

    assert "김하늘 is checked in." in after
    assert '<span id="seen">1</span>/<span id="expected">1</span>' in after
    assert '<span id="seen">0</span>/<span id="expected">1</span>' in back
    assert seen() == [("main entrance" if way == "link" else "", False)]


@pytest.mark.parametrize(("typed", "found"), [("haneul", True), ("김하", True), ("바다", False)])
def test_without_a_script_the_server_finds(typed: str, found: bool) -> None:
    approved(latin_family="KIM", latin_given="Haneul", latin_origin="supplied")

    page = Client().get(f"{desk_of()}desk/", {"q": typed}).content.decode()

    assert ("김하늘" in page) is found


def test_what_a_phone_kept_is_answered_tap_by_tap() -> None:
    who = approved()
    waiting = scene.delegate(who.invitation, "이", "바다", state="nominated")
    taps = [tap(who), tap(waiting)]
    client, base = Client(), desk_of()

    answers = [send(client, base, taps).json() for _ in range(2)]

    assert [one["outcome"] for one in answers[0]["answers"]] == ["counted", "refused"]
    assert answers[0]["answers"][1]["reason"] == "This person is not approved. Ask the secretariat."
    assert answers[1]["answers"] == answers[0]["answers"]
    assert answers[1]["people"][str(who.key)] == ["approved", taps[0]["once"], "09:20", "main entrance"]
    assert client.get(f"{base}desk/state.json").json()["people"] == answers[1]["people"]
    assert seen() == [("main entrance", True)]


@pytest.mark.parametrize(
    "taps",
    [
        None,
        "x",
        [1],
        [{"once": "x", "seen_at": "2026-06-10T00:20:00Z"}],
        [{"once": str(uuid4()), "seen_at": "yesterday"}],
        [{"once": str(uuid4()), "seen_at": "2026-06-10T00:20:00"}],
        [{"once": str(uuid4()), "seen_at": "9999-12-31T23:59:59Z"}],
        [{"once": str(uuid4()), "seen_at": 5}],
        [{"once": str(uuid4()), "seen_at": "2026-06-10T00:20:00Z"}] * 501,
    ],
)
def test_what_no_phone_of_ours_sends_is_refused_whole(taps: Any) -> None:
    approved()

    assert send(Client(), desk_of(), taps).status_code == 400
    assert seen() == []


def test_what_is_sent_needs_the_token_of_the_page_and_a_fresh_one_is_to_be_had() -> None:
    who, client, base = approved(), Client(enforce_csrf_checks=True), desk_of()
    client.get(f"{base}desk/")

    without = send(client, base, [tap(who)])
    token = client.get(f"{base}desk/state.json").json()["token"]
    body = json.dumps({"sent_at": "2026-06-10T00:30:00Z", "taps": [tap(who)]})
    with_it = client.post(
        f"{base}desk/send/", body, content_type="application/json", headers={"X-CSRFToken": token}
    )

    assert (without.status_code, with_it.status_code) == (403, 200)
    assert seen() == [("main entrance", True)]


def test_a_desk_sees_no_data_no_delegation_and_no_other_preparation() -> None:
    who = approved()
    other = scene.preparation("other-2026")
    stranger = scene.delegate(scene.invitation(other, "tottori"), "藤田", "悦夫", state="approved")
    client, base = Client(), desk_of()

    shut = ["data/", "me/", "delegation/", "delegation/people/", f"delegation/people/{who.key}/data/"]
    codes = {tail: client.get(base + tail).status_code for tail in shut}
    page = client.get(f"{base}desk/").content.decode()
    foreign = send(client, base, [tap(stranger)]).json()

    assert codes == dict.fromkeys(shut, 404)
    assert "藤田" not in page
    assert [one["outcome"] for one in foreign["answers"]] == ["refused"]
    assert str(stranger.key) not in foreign["people"]


def test_a_desk_that_ended_counts_nothing_more() -> None:
    who, base = approved(), desk_of()
    with standing_as(scene.runs(who.preparation)):
        link = Link.objects.get().pk
    links.revoke_link(actor=scene.secretariat(), at=MORNING, preparation="forum-2026", link=link)

    assert send(Client(), base, [tap(who)]).status_code == 410
    assert seen() == []


@pytest.mark.parametrize(
    ("of", "role", "code"), [("gyeongbuk", "coordinator", 404), ("garok", "reader", 404)]
)
def test_others_do_not_stand_at_the_desk(of: str, role: str, code: int) -> None:
    approved()

    client = acting.acting(of=of, role=role)

    assert client.get(f"/en/office/{of}/preparations/forum-2026/desk/").status_code == code


def test_somebody_not_on_the_list_is_entered_and_waits_for_the_approver() -> None:
    approved()
    client, base = Client(), desk_of()
    values = {"family": "박", "given": "산", "body": "gyeongbuk", "part": "member", "once": str(uuid4())}

    pages = [client.post(f"{base}desk/walk-in/", values, follow=True).content.decode() for _ in range(2)]
    wrong = client.post(f"{base}desk/walk-in/", {**values, "body": "tottori", "once": str(uuid4())})

    with standing_as(scene.runs(Preparation.objects.get())):
        assert Delegate.objects.filter(walk_in=True, state="nominated").count() == 1
    assert [page.count(">박산</b>") for page in pages] == [1, 1]
    assert wrong.status_code == 422


def test_the_desk_may_use_the_camera_and_runs_no_script_of_others() -> None:
    approved()

    response = Client().get(f"{desk_of()}desk/")

    assert "camera=(self)" in response.headers["Permissions-Policy"]
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert "<script>" not in response.content.decode()
