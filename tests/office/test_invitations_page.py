"""The secretariat's pages of invitations."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from interlocal.delegations.models import Invitation, Mail
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

LIST = "/en/office/garok/preparations/forum-2026/invitations/"


def secretariat() -> Client:
    return acting.as_secretariat(of="garok")


def test_bodies_found_by_any_of_their_names_are_invited_together() -> None:
    forum = scene.preparation()
    for slug in ("city-a", "city-b", "gyeongbuk"):
        scene.body(slug)
    client = secretariat()

    shown = client.get(f"{LIST}add/", {"group": ""}).content.decode()
    acting.post(
        client,
        f"{LIST}add/",
        {
            "bodies": ["city-a", "city-b"],
            "quota": 4,
            "support_quota": 1,
            "due_on": "2026-05-01",
            "once": uuid4(),
        },
    )

    assert "city-a" not in shown
    with standing_as(scene.runs(forum)):
        found = Invitation.objects.order_by("pk").values_list("body__slug", "quota", "support_quota", "state")
        assert list(found) == [("city-a", 4, 1, "draft"), ("city-b", 4, 1, "draft")]


def test_nobody_ticked_is_said_and_nothing_is_done() -> None:
    scene.preparation()

    answer = acting.post(secretariat(), f"{LIST}add/", {"quota": 4, "support_quota": 1, "once": uuid4()})

    assert answer.status_code == 422


def test_those_ticked_are_sent_and_an_empty_choice_sends_nothing() -> None:
    first_day = timezone.now().date() + timedelta(days=40)
    forum = scene.preparation(from_on=first_day, until_on=first_day + timedelta(days=2))
    one = scene.invitation(forum, "gyeongbuk", state="draft", contact_email="p@gb.example")
    other = scene.invitation(forum, "tottori", state="draft", contact_email="t@tt.example")
    client = secretariat()

    acting.post(client, f"{LIST}send/")
    assert {scene.fresh(one).state, scene.fresh(other).state} == {"draft"}

    acting.post(client, f"{LIST}send/", {"chosen": ["gyeongbuk:1"]})
    assert (scene.fresh(one).state, scene.fresh(other).state) == ("sent", "draft")
    with standing_as(scene.runs(forum)):
        assert list(Mail.objects.values_list("to_email", "state")) == [("p@gb.example", "draft")]


def test_an_address_cannot_carry_a_header() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk", state="draft")
    terms = {"quota": 3, "support_quota": 2, "language": "ko", "version": 1}

    answer = acting.post(
        secretariat(), f"{LIST}gyeongbuk/", {**terms, "contact_email": "a@b.example\nBcc: c@d.example"}
    )

    assert answer.status_code == 422
    assert scene.fresh(one).contact_email == ""


def test_a_conflict_on_terms_shows_both_and_can_be_saved_again() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk")
    client = secretariat()
    terms = {"support_quota": 2, "language": "ko", "version": 1}
    acting.post(client, f"{LIST}gyeongbuk/", {**terms, "quota": 5})

    answer = acting.post(client, f"{LIST}gyeongbuk/", {**terms, "quota": 7})

    assert answer.status_code == 409
    assert 'value="7"' in answer.content.decode()
    assert scene.fresh(one).quota == 5
    assert acting.post(client, f"{LIST}gyeongbuk/", {**terms, "quota": 7, "version": 2}).status_code == 303


def test_the_standard_letter_stays_standard_until_somebody_says_otherwise() -> None:
    one = scene.invitation(scene.preparation(), "gyeongbuk", due_on=timezone.now().date())
    client = secretariat()
    terms = {"quota": 3, "support_quota": 2, "language": "ko", "letter": "어서 오십시오."}

    acting.post(client, f"{LIST}gyeongbuk/", {**terms, "version": 1})
    assert scene.fresh(one).letter == ""
    acting.post(client, f"{LIST}gyeongbuk/", {**terms, "own_letter": "on", "version": 2})
    assert scene.fresh(one).letter == "어서 오십시오."


@pytest.mark.parametrize("tail", ["", "add/", "tottori/", "gyeongbuk/"])
def test_the_invited_and_strangers_find_none_of_these_pages(tail: str) -> None:
    forum = scene.preparation(from_on=scene.FIRST_DAY, until_on=scene.FIRST_DAY + timedelta(days=1))
    scene.invitation(forum, "gyeongbuk")
    scene.invitation(forum, "tottori")

    for of in ("gyeongbuk", "busan"):
        client = acting.as_coordinator(of=of)
        assert client.get(LIST.replace("/garok/", f"/{of}/") + tail).status_code == 404
        assert client.get(LIST + tail).status_code == 404


def test_every_page_opens_in_all_languages() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk", contact_email="p@gb.example")
    client = secretariat()

    for lang in ("ko", "ja", "zh-hans", "en"):
        for tail in ("", "add/?q=gyeong", "gyeongbuk/"):
            assert client.get(LIST.replace("/en/", f"/{lang}/") + tail).status_code == 200
