"""Pages about people's data: needs, one person's data by three ways in, copies, and data protection."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from interlocal.delegations.commands import links, needs, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Datum, Delegate
from interlocal.delegations.queries import needs as asked
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import Asked, usual
from interlocal.identity.models import Entry, User
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
RUNS = "/en/office/garok/preparations/forum-2026/"


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def somebody(*, given: bool = True) -> Delegate:
    """Of Tottori, at a forum of the Korean association that is still to come."""
    today = timezone.now().date()
    forum = scene.preparation(from_on=today + timedelta(days=20), until_on=today + timedelta(days=22))
    wanted = [Asked("email", "contact", True, 365), usual("passport"), usual("diet")]
    needs.ask(actor=scene.secretariat(), at=timezone.now(), preparation=forum.slug, version=0, asked=wanted)
    one = scene.delegate(scene.invitation(forum, "tottori"), "藤田", "悦夫", language="ja")
    if given:
        personal.save(
            actor=scene.own_page(one),
            at=timezone.now(),
            preparation=forum.slug,
            delegate=str(one.key),
            typed={"email": "fujita@tottori.example", "passport": "TR1234567", "diet": "shellfish-free"},
            agreed=Agreed(CURRENT, "ja", ("identity", "sensitive")),
        )
    return one


def own(one: Delegate, tail: str = "data/") -> str:
    token = links.make_delegate_link(
        actor=scene.secretariat(),
        at=timezone.now(),
        preparation="forum-2026",
        delegate=str(one.key),
        until=timezone.now() + timedelta(days=9),
    )
    return f"/en/with/{token}/{tail}"


def focal(one: Delegate) -> str:
    token = links.make_focal_link(
        actor=scene.secretariat(),
        at=timezone.now(),
        preparation="forum-2026",
        body="tottori",
        name="Yamada",
        email="",
        until=timezone.now() + timedelta(days=9),
    )
    return f"/en/with/{token}/delegation/people/{one.key}/data/"


def staff(one: Delegate, hat: str = "tottori") -> str:
    return f"/en/office/{hat}/preparations/forum-2026/delegation/tottori/people/{one.key}/data/"


def seated(of: str, role: str) -> Client:
    """The same person as in the scene, in a browser."""
    return acting.signed_in(User.objects.get(pk=scene.actor(of, role).user or 0))


def said(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def held(one: Delegate) -> list[str]:
    with standing_as(scene.secretariat()):
        return sorted(Datum.objects.filter(delegate=one).values_list("field", flat=True))


def readings() -> list[tuple[str, list[str]]]:
    rows = Entry.objects.filter(verb__in=["data_read", "data_exported"]).order_by("id")
    return [(row.details["purpose"], row.details["fields"]) for row in rows]


def test_all_three_ways_show_the_same_covered_entries() -> None:
    one = somebody()

    pages = [
        said(seated("tottori", "coordinator"), staff(one)),
        said(seated("garok", "secretariat"), staff(one, "garok")),
        said(Client(), focal(one)),
        said(Client(), own(one)),
    ]

    for page in pages:
        assert ("•••• 4567" in page, "TR1234567" in page, "shellfish" in page) == (True, False, False)
    assert readings() == []


def test_from_the_list_of_people_one_comes_to_the_page() -> None:
    one = somebody()

    response = seated("garok", "secretariat").get(f"{RUNS}people/{one.key}/data/")

    assert (response.status_code, response["Location"]) == (302, staff(one, "garok"))


def test_uncovering_shows_what_is_asked_for_that_purpose_only_and_tells_the_journal() -> None:
    one = somebody()

    response = acting.post(
        seated("garok", "secretariat"), f"{staff(one, 'garok')}show/", {"purpose": "meals"}
    )

    page = response.content.decode()
    assert ("shellfish-free" in page, "TR1234567" in page) == (True, False)
    assert readings() == [("meals", ["diet"])]


def test_looking_cannot_uncover() -> None:
    one = somebody()

    assert seated("garok", "secretariat").get(f"{staff(one, 'garok')}show/").status_code == 405


def test_a_reader_sees_no_word_of_passports() -> None:
    one = somebody()

    page = said(seated("tottori", "reader"), staff(one))

    assert (
        "fujita@tottori.example" in page,
        "passport number" in page,
        'method="post"' in page.split("<main")[1],
    ) == (
        True,
        False,
        False,
    )


def test_a_reader_who_posts_uncovers_nothing() -> None:
    one = somebody()

    response = acting.post(seated("tottori", "reader"), f"{staff(one)}show/", {"purpose": "meals"})

    assert "shellfish" not in response.content.decode()
    assert readings() == []


def test_another_bodys_people_and_unknown_keys_are_not_there() -> None:
    one = somebody()
    scene.invitation(one.preparation, "gyeongbuk")
    client = seated("gyeongbuk", "coordinator")
    where = "/en/office/gyeongbuk/preparations/forum-2026/delegation/gyeongbuk/people/{}/data/"

    for key in (one.key, uuid4()):
        for tail in ("", "show/", "withdraw/", "wish/", "erase/", "copy/", "copy/link/"):
            answer = client.post(
                where.format(key) + tail, {"purpose": "meals", "sure": "on", "reason": "audit"}
            )
            assert (tail, answer.status_code) == (tail, 404)


def test_the_person_enters_data_with_consent() -> None:
    one = somebody(given=False)
    page = own(one)
    values = {
        "seen": "",
        "version": CURRENT,
        "email": "fujita@tottori.example",
        "passport": "tr 1234567",
        "agree_identity": "on",
    }

    response = acting.post(Client(), page, values)

    assert (response.status_code, held(one)) == (303, ["email", "passport"])


def test_without_the_tick_the_form_says_where_it_is_missing() -> None:
    one = somebody(given=False)

    response = acting.post(Client(), own(one), {"seen": "", "version": CURRENT, "passport": "TR1234567"})

    assert (response.status_code, held(one)) == (422, [])
    assert "This is saved only with consent." in response.content.decode()


def test_all_that_is_wrong_is_said_at_once() -> None:
    one = somebody(given=False)

    response = acting.post(
        Client(), own(one), {"seen": "", "version": CURRENT, "email": "no", "passport": "1"}
    )

    page = response.content.decode()
    assert ("This is not an e-mail address." in page, "between 5 and 12 signs" in page) == (True, True)


def test_saved_meanwhile_is_a_page_with_both() -> None:
    one = somebody()

    response = acting.post(
        seated("tottori", "coordinator"),
        staff(one),
        {"seen": "2020-01-01T00:00:00+00:00", "version": CURRENT, "email": "mine@tottori.example"},
    )

    page = response.content.decode()
    assert response.status_code == 409
    assert ("mine@tottori.example" in page, "fujita@tottori.example" in page) == (True, True)


def test_withdrawing_takes_away_what_rested_on_consent() -> None:
    one = somebody()

    acting.post(Client(), own(one, "data/withdraw/"))

    assert held(one) == ["email"]


@pytest.mark.parametrize(
    ("tongue", "words"), [("ko", "개인정보의 국외 이전"), ("ja", "外国にある"), ("zh-hans", "向境外提供")]
)
def test_the_consent_is_in_the_language_of_the_page(tongue: str, words: str) -> None:
    one = somebody()

    assert words in said(Client(), own(one).replace("/en/", f"/{tongue}/"))


def test_the_person_gets_a_copy_in_their_own_language() -> None:
    one = somebody()

    page = acting.post(Client(), own(one, "data/copy/"), {"as": "page"}).content.decode()

    assert ('<html lang="ja"' in page, "TR1234567" in page) == (True, True)
    assert f"{timezone.now().year}年" in page
    assert readings() == [("own", ["diet", "email", "passport"])]


def test_a_copy_as_a_file_has_a_name_that_says_nothing() -> None:
    one = somebody()

    response = acting.post(
        seated("garok", "secretariat"), f"{staff(one, 'garok')}copy/", {"as": "json", "reason": "person"}
    )

    assert response["Content-Disposition"] == f'attachment; filename="interlocal-{str(one.key)[:8]}.json"'
    assert json.loads(response.content)["person"][0]["family"] == "藤田"


def test_staff_without_a_reason_get_the_form_again() -> None:
    one = somebody()

    response = acting.post(seated("garok", "secretariat"), f"{staff(one, 'garok')}copy/", {"as": "json"})

    assert (response.status_code, readings()) == (422, [])


def test_a_link_to_a_copy_opens_once_and_looking_at_it_uses_nothing_up() -> None:
    one = somebody()
    page = acting.post(seated("garok", "secretariat"), f"{staff(one, 'garok')}copy/link/").content.decode()
    address = page.split('value="')[1:]
    found = next(part.split('"')[0] for part in address if "/with/" in part)
    path = found[found.index("/en/with/") :]

    said(Client(), path)
    said(Client(), path)
    first = acting.post(Client(), path, {"as": "json"})
    second = acting.post(Client(), path, {"as": "json"})

    assert (first.status_code, second.status_code) == (200, 422)
    assert said(Client(), path.replace("/copy/", "x/copy/"), 404)


def test_who_is_erased_is_gone_from_the_page() -> None:
    one = somebody()
    client = seated("tottori", "coordinator")

    unsure = acting.post(client, f"{staff(one)}erase/")
    acting.post(client, f"{staff(one)}erase/", {"sure": "on"})

    assert unsure.status_code == 422
    assert "藤田" not in said(client, staff(one))


def test_the_own_link_asks_and_cannot_erase() -> None:
    one = somebody()

    assert Client().post(own(one, "data/erase/"), {"sure": "on"}).status_code == 404
    assert Client().post(own(one, "data/wish/"), {"kind": "erasure"}).status_code == 303
    assert "Erasure of everything" in said(seated("garok", "secretariat"), f"{RUNS}privacy/")


def test_needs_are_chosen_on_their_page() -> None:
    scene.preparation()
    client = seated("garok", "secretariat")
    values: dict[str, Any] = {"version": "0"}
    for row in asked.needs_page(actor=scene.secretariat(), preparation="forum-2026").rows:
        values |= {f"{row.field}_purpose": row.need.purpose, f"{row.field}_kept_days": row.need.kept_days}

    response = acting.post(client, f"{RUNS}needs/", {**values, "diet_asked": "on"})

    rows = asked.needs_page(actor=scene.secretariat(), preparation="forum-2026").rows
    assert (response.status_code, [row.field for row in rows if row.is_asked]) == (303, ["diet"])


def test_kept_too_long_is_said_at_its_field() -> None:
    scene.preparation()
    values: dict[str, Any] = {"version": "0", "diet_asked": "on"}
    for row in asked.needs_page(actor=scene.secretariat(), preparation="forum-2026").rows:
        values |= {f"{row.field}_purpose": row.need.purpose, f"{row.field}_kept_days": row.need.kept_days}

    response = acting.post(
        seated("garok", "secretariat"), f"{RUNS}needs/", {**values, "diet_kept_days": "31"}
    )

    assert response.status_code == 422
    assert "for 30 days at most" in response.content.decode()


def test_what_is_asked_and_kept_is_the_secretariats_page() -> None:
    one = somebody()
    invited = "/en/office/tottori/preparations/forum-2026/"

    for tail in ("needs/", "privacy/"):
        said(seated("garok", "secretariat"), f"{RUNS}{tail}")
        said(seated("tottori", "coordinator"), f"{invited}{tail}", 404)
    assert held(one) == ["diet", "email", "passport"]
