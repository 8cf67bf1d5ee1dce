"""Pages on names: what is suggested, who came before, which entries may be one person."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from interlocal.delegations.commands import links
from interlocal.delegations.models import Delegate, Invitation
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

BASE = "/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/"
JUDGING = "/en/office/garok/preparations/forum-2026/duplicates/"


@pytest.fixture
def invited() -> Invitation:
    return scene.invitation(scene.preparation(), "gyeongbuk")


def visitor() -> Delegate:
    earlier = scene.preparation(
        "forum-2024", name=make.text("Forum 2024"), from_on=date(2024, 6, 1), until_on=date(2024, 6, 3)
    )
    return scene.delegate(
        scene.invitation(earlier, "gyeongbuk"), "Kim", "Haneul", script_language="en", state="approved"
    )


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def test_missing_spellings_are_suggested_and_filled_in(invited: Invitation) -> None:
    kim = scene.delegate(invited)
    client = acting.as_coordinator(of="gyeongbuk")

    page = text_of(client, f"{BASE}names/")
    response = acting.post(client, f"{BASE}names/", {f"latin-{kim.key}": "1"})

    assert "Kim Haneul" in page
    assert response.status_code == 303
    assert (scene.fresh(kim).latin_family, scene.fresh(kim).latin_origin) == ("Gim", "generated")
    assert "Nobody lacks a spelling." in text_of(client, f"{BASE}names/")


def test_by_link_everybody_is_filled_in_at_once(invited: Invitation) -> None:
    kim, park = scene.delegate(invited), scene.delegate(invited, "박", "바다")
    token = links.make_focal_link(
        actor=scene.secretariat(), at=timezone.now(), preparation="forum-2026", body="gyeongbuk", name="박담당", email="",
        until=timezone.now() + timedelta(days=3),
    )  # fmt: skip

    acting.post(Client(), f"/ko/with/{token}/delegation/names/", {"all": "1"})

    assert [scene.fresh(row).latin_family for row in (kim, park)] == ["Kim", "Park"]


def test_who_came_before_is_entered_again(invited: Invitation) -> None:
    before = visitor()
    client = acting.as_coordinator(of="gyeongbuk")

    page = text_of(client, f"{BASE}again/")
    response = acting.post(client, f"{BASE}again/", {"delegates": str(before.key), "once": str(uuid4())})

    assert "Forum 2024" in page
    assert response.status_code == 303
    with standing_as(scene.runs(invited.preparation)):
        assert Delegate.objects.get(invitation=invited).same_as_id == before.pk
    assert "entered already" in text_of(client, f"{BASE}again/")


def test_nobody_chosen_is_said(invited: Invitation) -> None:
    visitor()

    response = acting.post(acting.as_coordinator(of="gyeongbuk"), f"{BASE}again/", {"once": str(uuid4())})

    assert response.status_code == 422
    assert "Choose somebody who is to come again." in response.content.decode()


@pytest.mark.parametrize(("judged", "linked"), [("same", True), ("different", False)])
def test_two_entries_are_judged(invited: Invitation, judged: str, linked: bool) -> None:
    before, now = visitor(), scene.delegate(invited)
    client = acting.as_secretariat(of="garok")

    page = text_of(client, JUDGING)
    response = acting.post(client, JUDGING, {"one": str(now.key), "other": str(before.key), "judged": judged})

    assert "The names are read the same." in page
    assert response.status_code == 303
    assert (scene.fresh(now).same_as_id == before.pk) is linked
    assert "No two entries look like one person." in text_of(client, JUDGING)


def test_an_invited_body_does_not_judge_and_foreign_keys_are_not_found(invited: Invitation) -> None:
    now = scene.delegate(invited)
    address = "/en/office/gyeongbuk/preparations/forum-2026/duplicates/"

    assert acting.as_coordinator(of="gyeongbuk").get(address).status_code == 404
    response = acting.post(
        acting.as_secretariat(of="garok"),
        JUDGING,
        {"one": str(now.key), "other": str(uuid4()), "judged": "same"},
    )
    assert response.status_code == 404
