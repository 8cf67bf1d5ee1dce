"""Signing in and out, links that set a password, and what is said to whom does not get in."""

import re
import threading
from pathlib import Path

import pytest
from django.core import mail
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client, override_settings
from pytest_django import Settings

from interlocal.identity.models import Entry, User
from interlocal.office import sending
from tests import make
from tests.office import acting

pytestmark = pytest.mark.django_db

LOGIN = "/en/account/login/"
PASSWORD = "a boat in the harbour"
MISMATCH = "The e-mail address or the password is not right."


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def sign_in(
    client: Client, email: str = "kim@gb.example", password: str = PASSWORD, **more: str
) -> HttpResponse:
    response = client.post(LOGIN, {"login": email, "password": password, **more})
    assert isinstance(response, HttpResponse)
    return response


def is_in(client: Client) -> bool:
    return client.get("/en/office/").status_code == 200


def test_who_knows_the_password_comes_in_and_goes_out_again(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)

    came = sign_in(client, "KIM@gb.example")
    inside = is_in(client)
    went = client.post("/en/account/logout/")

    assert (came.status_code, came["Location"], inside) == (302, "/en/office/", True)
    assert (went["Location"], is_in(client)) == ("/en/account/login/", False)
    assert list(Entry.objects.values_list("verb", flat=True)) == ["signed_in"]


def test_who_is_not_signed_in_is_led_there_and_back(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)
    led = client.get("/ko/office/?a=1")

    back = sign_in(client, next="/ko/office/?a=1")

    assert led["Location"] == "/ko/account/login/?next=%2Fko%2Foffice%2F%3Fa%3D1"
    assert back["Location"] == "/ko/office/?a=1"


def test_nobody_is_led_to_another_site(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)

    assert sign_in(client, next="https://elsewhere.example/")["Location"] == "/en/office/"


def test_a_part_of_a_page_asked_for_after_the_session_ended_leads_to_signing_in(client: Client) -> None:
    response = client.get(
        "/en/office/", headers={"hx-request": "true", "hx-current-url": "http://localhost/en/office/"}
    )

    assert (response.status_code, response["HX-Redirect"]) == (
        204,
        "/en/account/login/?next=%2Fen%2Foffice%2F",
    )


def test_the_answer_tells_nobody_who_has_an_account(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)
    make.user("lee@gb.example")

    answers = [
        sign_in(client, email, "wrong") for email in ("kim@gb.example", "lee@gb.example", "no@gb.example")
    ]

    pages = {
        re.sub(r'value="[^"]*"|"X-CSRFToken": "[^"]*"', "", answer.content.decode()) for answer in answers
    }
    assert len(pages) == 1
    assert MISMATCH in pages.pop()


def test_guessing_ends_for_this_account_from_this_address_and_for_nobody_else(client: Client) -> None:
    for name in ("kim", "lee"):
        make.user(f"{name}@gb.example", password=PASSWORD)
    for _ in range(8):
        sign_in(client, password="wrong")

    here, other = sign_in(client), sign_in(Client(), "lee@gb.example")
    elsewhere = Client(REMOTE_ADDR="203.0.113.9").post(
        LOGIN, {"login": "kim@gb.example", "password": PASSWORD}
    )

    assert "Too many attempts" in here.content.decode()
    assert (other.status_code, elsewhere.status_code) == (302, 302)


def test_guessing_from_everywhere_ends_too(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login_failed": "3/h/key"}
    make.user("kim@gb.example", password=PASSWORD)
    for at in range(3):
        Client(REMOTE_ADDR=f"203.0.113.{at}").post(LOGIN, {"login": "kim@gb.example", "password": "wrong"})

    assert "Too many attempts" in sign_in(client).content.decode()


def test_an_office_full_of_people_behind_one_address_is_not_locked_out() -> None:
    make.user("kim@gb.example", password=PASSWORD)
    for at in range(40):
        sign_in(Client(), f"somebody{at}@gb.example", "wrong")

    assert sign_in(Client()).status_code == 302


def test_right_passwords_are_not_counted() -> None:
    make.user("kim@gb.example", password=PASSWORD)

    assert [sign_in(Client()).status_code for _ in range(12)] == [302] * 12


def test_a_flood_from_one_address_gets_a_page_that_says_so(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**settings.ACCOUNT_RATE_LIMITS, "login": "1/m/ip"}
    sign_in(client)

    response = sign_in(client)

    assert (response.status_code, response["Retry-After"]) == (429, "60")
    assert "Too many attempts" in response.content.decode()


def test_a_closed_account_does_not_come_in_and_falls_out_of_its_session(client: Client) -> None:
    user = make.user("kim@gb.example", password=PASSWORD)
    inside = acting.signed_in(user)
    User.objects.update(is_active=False)

    response = sign_in(client)

    assert (response.status_code, is_in(inside)) == (403, False)
    assert "This account is closed." in response.content.decode()


@pytest.mark.parametrize(("takes", "status"), [(True, 302), (False, 403)])
def test_accounts_of_the_demonstration_open_only_there(client: Client, takes: bool, status: int) -> None:
    user = make.user("demo@gb.example", password=PASSWORD, is_demo=True)
    inside = acting.signed_in(user)

    with override_settings(TAKES_DEMO=takes):
        response, still = sign_in(client, "demo@gb.example"), is_in(inside)

    assert (response.status_code, still) == (status, takes)


def test_there_is_no_signing_up(client: Client) -> None:
    shown = client.get("/en/account/signup/")
    tried = client.post(
        "/en/account/signup/", {"email": "new@gb.example", "password1": PASSWORD, "password2": PASSWORD}
    )

    assert (shown.status_code, tried.status_code, User.objects.count()) == (403, 403, 0)


# -- links --


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Mails go out before the answer, so that a scene can look at them."""

    class Now(threading.Thread):
        def start(self) -> None:
            self.run()

    monkeypatch.setattr(sending.threading, "Thread", Now)


@pytest.mark.usefixtures("at_once")
def test_a_forgotten_password_is_set_anew_by_a_link_that_ends_all_sessions(client: Client) -> None:
    user = make.user("kim@gb.example", password=PASSWORD)
    inside = acting.signed_in(user)
    client.post("/ko/account/password/reset/", {"email": "Kim@gb.example"})
    address = "/" + mail.outbox[0].body.partition("//")[2].partition("/")[2].split()[0]

    new = {"password": "another boat at sea", "again": "another boat at sea"}
    set_to = client.post(address, new)
    used = client.post(address, new)

    assert (len(mail.outbox), mail.outbox[0].to) == (1, ["Kim@gb.example"])
    assert (set_to.status_code, set_to["Location"]) == (303, "/ko/account/login/")
    assert (used.status_code, is_in(inside)) == (404, False)
    assert sign_in(client, password="another boat at sea").status_code == 302


@pytest.mark.usefixtures("at_once")
def test_asking_for_a_link_tells_nobody_who_has_an_account(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)

    answers = [
        client.post("/en/account/password/reset/", {"email": email})
        for email in ("kim@gb.example", "no@gb.example")
    ]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {
        (303, "/en/account/password/reset/done/")
    }
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("password", "again", "says"),
    [
        ("short", "short", "too short"),
        ("password1234", "password1234", "too common"),
        ("8927340129834", "8927340129834", "entirely numeric"),
        ("kim@gb.example", "kim@gb.example", "too similar"),
        (PASSWORD, "a boat in the harbor", "This is not the same password."),
    ],
)
def test_weak_and_mistyped_passwords_are_not_taken(
    client: Client, password: str, again: str, says: str
) -> None:
    from interlocal.identity import tokens

    user = make.user("kim@gb.example")
    token = tokens.make(user, purpose="invitation", at=user.joined_at)

    response = client.post(f"/en/account/welcome/{token}/", {"password": password, "again": again})

    assert response.status_code == 422
    assert says in response.content.decode()
    assert User.objects.get().has_usable_password() is False


def test_a_link_that_never_was_says_how_to_get_one(client: Client) -> None:
    response = client.get("/en/account/welcome/nonsense/")

    assert (response.status_code, "Have a new link sent" in response.content.decode()) == (404, True)


# -- forms --


@pytest.mark.parametrize(
    ("tongue", "heading"), [("en", "This form is no longer valid"), ("ko", ""), ("ja", ""), ("zh-hans", "")]
)
def test_a_form_without_its_key_is_refused_in_words(tongue: str, heading: str) -> None:
    response = Client(enforce_csrf_checks=True).post(
        f"/{tongue}/account/login/", {"login": "a", "password": "b"}
    )

    assert (response.status_code, response["Content-Language"]) == (403, tongue)
    assert f'<html lang="{"zh-Hans" if tongue == "zh-hans" else tongue}">' in response.content.decode()
    assert heading in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/en/",
        "/en/bodies/",
        "/record.json",
        "/en/accounts/",
        "/en/office",
        "/office/",
        "/account/oidc/a/login/",
    ],
)
def test_public_addresses_take_no_forms(client: Client, address: str) -> None:
    response = client.post(address, {"a": "1"})

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("way", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_taken_nowhere(client: Client, way: str) -> None:
    assert client.generic(way, LOGIN).status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        b"login=%00&password=a",
        b"login=%ED%A0%80&password=a",
        b"login=%FF&password=a",
        b"lo%00gin=a",
        b"&".join(b"a%d=1" % at for at in range(6000)),
        b"login=" + b"x" * (3 * 1024 * 1024),
    ],
)
def test_a_form_nobody_typed_is_refused_before_anybody_reads_it(client: Client, body: bytes) -> None:
    response = client.post(LOGIN, body, content_type="application/x-www-form-urlencoded")

    assert response.status_code == 400


@pytest.mark.parametrize(
    "body", [b'{"a": "\\u0000"}', b'{"a": ["\\ud800"]}', b'{"\\u0000": 1}', b"{", b"[" * 5000 + b"]" * 5000]
)
def test_so_is_a_json_text(client: Client, body: bytes) -> None:
    assert client.post(LOGIN, body, content_type="application/json").status_code == 400


def test_a_form_that_is_larger_than_any_of_ours_is_not_even_read(client: Client) -> None:
    response = client.post(LOGIN, {"login": "a"}, CONTENT_LENGTH=str(13 * 1024 * 1024))

    assert response.status_code == 400


# -- headers --


def test_personal_pages_are_kept_by_nobody_and_run_only_our_script() -> None:
    client = acting.signed_in(make.user())

    for address in ("/en/office/", LOGIN, "/en/office/nowhere/", "/en/account/"):
        response = client.get(address)
        assert response["Cache-Control"] == "no-store"
        assert "Cookie" in response["Vary"]
        assert "script-src 'self';" in response["Content-Security-Policy"]
        assert "unsafe" not in response["Content-Security-Policy"]


def test_public_pages_know_nobody_even_where_somebody_is_signed_in(client: Client) -> None:
    known = acting.signed_in(make.user())

    theirs, anybodys = known.get("/en/about/"), client.get("/en/about/")

    assert theirs.content == anybodys.content
    assert (theirs["Vary"], theirs.cookies.keys()) == ("Accept-Encoding", client.cookies.keys())
    assert "unsafe" not in theirs["Content-Security-Policy"]


def test_cookies_cannot_be_read_by_scripts_or_sent_by_other_sites(client: Client) -> None:
    make.user("kim@gb.example", password=PASSWORD)
    client.get(LOGIN)
    sign_in(client)

    kept = {name: (cookie["httponly"], cookie["samesite"]) for name, cookie in client.cookies.items()}
    assert kept == {"interlocal-form": (True, "Lax"), "interlocal-session": (True, "Lax")}


def test_on_a_public_address_cookies_are_bound_to_it(tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    words = "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.TAKES_DEMO)"
    environment = {
        **os.environ,
        "INTERLOCAL_HOME": str(tmp_path),
        "INTERLOCAL_ADDRESS": "https://interlocal.example",
        "INTERLOCAL_DEMO": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == ["__Host-session", "__Host-form", "True", "False"]


def test_pages_travel_packed_and_never_at_the_same_length() -> None:
    client = acting.signed_in(make.user())

    lengths = {
        len(client.get("/en/account/", headers={"accept-encoding": "gzip"}).content) for _ in range(12)
    }

    assert len(lengths) > 1
