"""Personal links: shown once, opened, altered, expired, ended, and never leading further than they should."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from interlocal.delegations.commands import links
from interlocal.delegations.models import Invitation, Link, Preparation
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

ONE = "/en/office/garok/preparations/forum-2026/invitations/gyeongbuk/"


def token_of(invitation: Invitation) -> str:
    now = timezone.now()
    return links.make_focal_link(
        actor=scene.secretariat(invitation.preparation.secretariat.slug),
        at=now,
        preparation=invitation.preparation.slug,
        body=invitation.body.slug,
        name="박담당",
        email="",
        until=now + timedelta(days=9),
    )


def altered(preparation: Preparation, **columns: object) -> None:
    with standing_as(scene.runs(preparation)):
        Link.objects.filter(preparation=preparation).update(**columns)


def made_by_hand(client: Client, **others: object) -> str:
    day = (timezone.now() + timedelta(days=9)).date().isoformat()
    values = {"name": "박담당", "email": "", "until": day, "once": uuid4(), **others}
    return acting.post(client, f"{ONE}links/", values).content.decode()


def test_a_link_made_by_hand_is_shown_once_and_opens() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    client = acting.as_secretariat(of="garok")

    shown = made_by_hand(client)

    found = re.search(r"/ko/with/([^/<]+)/", shown)
    assert found is not None
    assert found.group(1) not in client.get(ONE).content.decode()
    assert Client().get(f"/ko/with/{found.group(1)}/").status_code == 200


def test_the_same_form_sent_again_shows_no_second_link() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    client, once = acting.as_secretariat(of="garok"), uuid4()

    made_by_hand(client, once=once)
    again = made_by_hand(client, once=once)

    assert "shown already" in again
    with standing_as(scene.runs(forum)):
        assert Link.objects.count() == 1


def test_a_day_in_the_past_is_refused() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")

    assert "Choose a day in the future." in made_by_hand(
        acting.as_secretariat(of="garok"), until="2020-01-01"
    )


def test_there_is_no_link_before_the_invitation_is_sent() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk", state="draft")

    assert "Send the invitation first" in made_by_hand(acting.as_secretariat(of="garok"))


def test_the_invited_make_no_links() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    address = ONE.replace("/garok/", "/gyeongbuk/")

    answer = acting.as_coordinator(of="gyeongbuk").post(
        f"{address}links/", {"name": "x", "until": "2030-01-01", "once": uuid4()}
    )

    assert answer.status_code == 404


@pytest.mark.parametrize("tail", ["", "delegation/", "delegation/add/"])
def test_a_letter_changed_in_a_link_finds_nothing(tail: str) -> None:
    token = token_of(scene.invitation(scene.preparation(), "gyeongbuk"))
    other = "b" if token[3] == "a" else "a"

    for wrong in (token[:3] + other + token[4:], token[:-1], token.partition(".")[0], "x.y"):
        assert Client().get(f"/en/with/{wrong}/{tail}").status_code == 404


@pytest.mark.parametrize("tail", ["", "delegation/", "delegation/add/", "delegation/nominate/"])
@pytest.mark.parametrize("column", ["expires_at", "revoked_at"])
def test_an_ended_link_says_so_in_its_own_language_and_does_nothing(tail: str, column: str) -> None:
    forum = scene.preparation()
    token = token_of(scene.invitation(forum, "gyeongbuk"))
    altered(forum, **{column: timezone.now() - timedelta(seconds=1)})

    method = Client().post if "nominate" in tail else Client().get
    answer = method(f"/en/with/{token}/{tail}")

    assert answer.status_code == 410
    assert '<html lang="ko">' in answer.content.decode()


def test_a_link_ends_with_its_preparation() -> None:
    forum = scene.preparation()
    token = token_of(scene.invitation(forum, "gyeongbuk"))
    Preparation.objects.filter(pk=forum.pk).update(closed_on=timezone.now().date() - timedelta(days=2))

    assert Client().get(f"/en/with/{token}/").status_code == 410


def test_a_link_ended_by_hand_stays_ended_when_it_is_tried_again() -> None:
    forum = scene.preparation()
    token = token_of(scene.invitation(forum, "gyeongbuk"))
    client = acting.acting(of="garok", role="secretariat", email="other@garok.example")
    with standing_as(scene.runs(forum)):
        number = Link.objects.get().pk

    acting.post(client, f"{ONE}links/{number}/revoke/")
    acting.post(client, f"{ONE}links/{number}/revoke/")

    assert [Client().get(f"/en/with/{token}/").status_code for _ in range(2)] == [410, 410]


def test_a_link_leads_to_no_other_preparation_and_no_other_body() -> None:
    forum, later = scene.preparation(), scene.preparation("forum-2027")
    ours = scene.invitation(forum, "gyeongbuk")
    next_year = scene.delegate(scene.invitation(later, "gyeongbuk"), given="내년", state="draft")
    theirs = scene.delegate(scene.invitation(forum, "tottori"), "藤田", "悦夫", state="draft")
    base = f"/en/with/{token_of(ours)}/delegation/"
    client = Client()

    shown = client.get(base).content.decode()

    assert ("내년" in shown, "藤田" in shown) == (False, False)
    for one in (next_year, theirs):
        assert client.get(f"{base}people/{one.key}/edit/").status_code == 404
        assert client.post(f"{base}people/{one.key}/remove/", {"version": 1}).status_code == 404
        assert scene.fresh(one).state == "draft"
    assert client.get("/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/").status_code == 302


def test_a_delegates_own_link_does_not_open_the_delegation() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    one = scene.delegate(invited)
    token = links.make_delegate_link(
        actor=scene.secretariat(),
        at=timezone.now(),
        preparation="forum-2026",
        delegate=str(one.key),
        until=timezone.now() + timedelta(days=9),
    )

    assert Client().get(f"/en/with/{token}/delegation/").status_code == 404
    assert Client().get(f"/en/with/{token}/")["Location"] == f"/en/with/{token}/me/"


def test_the_use_of_a_link_is_remembered() -> None:
    forum = scene.preparation()
    token = token_of(scene.invitation(forum, "gyeongbuk"))

    Client().get(f"/en/with/{token}/")

    with standing_as(scene.runs(forum)):
        assert Link.objects.get().used_at is not None


def test_only_a_hash_of_the_secret_is_kept() -> None:
    forum = scene.preparation()
    token = token_of(scene.invitation(forum, "gyeongbuk"))

    with standing_as(scene.runs(forum)):
        kept = Link.objects.values().get()

    assert [value for value in kept.values() if isinstance(value, str) and value and value in token] == []
