"""Signing in by an identity provider: a real one, on this machine."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from interlocal.config import outside
from interlocal.identity.models import User
from interlocal.ops import Trouble
from tests import make
from tests.office.test_sign_in import is_in, nothing_counted
from tests.product import free_port, is_served

__all__ = ["nothing_counted"]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

START = "/account/oidc/province/login/?next=/ko/office/"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            if is_served(port):
                break
            time.sleep(0.1)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture
def provider(issuer: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Name the provider in a file, as an administrator does."""

    def named(**more: object) -> None:
        told = {
            "id": "province",
            "name": "Province",
            "address": issuer,
            "client": "interlocal",
            "secret": "s",
        }
        file = tmp_path / "providers.json"
        file.write_text(json.dumps([{**told, **more}]))
        monkeypatch.setenv("INTERLOCAL_OIDC", str(file))
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": outside.identity_providers()}}

    named()
    return named


def come(client: Client, issuer: str, sub: str, **claims: object) -> HttpResponse:
    """Through the provider: there, a person signs in, and comes back with its answer."""
    requests.put(f"{issuer}/users/{sub}", json=claims, timeout=10)
    there = client.get(START)["Location"]
    answer = requests.post(there, data={"sub": sub}, allow_redirects=False, timeout=10)
    back = answer.headers["Location"]
    assert back.startswith("http://testserver/account/oidc/province/login/callback/")
    response = client.get(back.removeprefix("http://testserver"))
    assert isinstance(response, HttpResponse)
    return response


@pytest.mark.usefixtures("provider")
def test_who_has_an_account_comes_in_with_the_address_the_provider_verified(
    client: Client, issuer: str
) -> None:
    user = make.user("kim@gb.example", password="a boat in the harbour")

    response = come(client, issuer, "k1", email="Kim@gb.example", email_verified=True, name="Kim")
    later = come(Client(), issuer, "k1", email="renamed@gb.example", email_verified=True)

    assert (response.status_code, response["Location"], is_in(client)) == (302, "/ko/office/", True)
    assert later["Location"] == "/ko/office/"
    assert User.objects.get() == user
    assert User.objects.get().has_usable_password()


@pytest.mark.usefixtures("provider")
@pytest.mark.parametrize(
    ("sub", "claims"),
    [
        ("n1", {"email": "new@gb.example", "email_verified": True}),
        ("n2", {"email": "kim@gb.example", "email_verified": False}),
        ("n3", {"email": "kim@gb.example"}),
        ("n4", {}),
    ],
)
def test_nobody_comes_in_by_an_address_that_is_new_or_not_verified(
    client: Client, issuer: str, sub: str, claims: dict[str, object]
) -> None:
    make.user("kim@gb.example")

    response = come(client, issuer, sub, **claims)

    assert "invitation" in response.content.decode() or response.status_code == 200
    assert (is_in(client), User.objects.count()) == (False, 1)


def test_a_provider_may_be_trusted_or_open_where_that_is_said(
    client: Client, issuer: str, provider: Any
) -> None:
    make.user("kim@gb.example")

    provider(trust_email=True)
    trusted = come(client, issuer, "t1", email="kim@gb.example")
    provider(open=True)
    opened = come(Client(), issuer, "t2", email="park@gb.example", email_verified=True, name="박")

    assert (trusted["Location"], opened["Location"]) == ("/ko/office/", "/ko/office/")
    assert User.objects.get(email="park@gb.example").name == "박"


@pytest.mark.usefixtures("provider")
def test_a_closed_account_stays_closed(client: Client, issuer: str) -> None:
    user = make.user("kim@gb.example")
    User.objects.filter(pk=user.pk).update(is_active=False)

    response = come(client, issuer, "c1", email="kim@gb.example", email_verified=True)

    assert (response.status_code, is_in(client)) == (403, False)


@pytest.mark.usefixtures("provider")
def test_a_forged_answer_leads_back_to_signing_in(client: Client) -> None:
    response = client.get("/account/oidc/province/login/callback/?code=made-up&state=made-up")

    assert (response.status_code, response["Location"].endswith("/account/login/")) == (302, True)


@pytest.mark.usefixtures("provider")
def test_another_site_cannot_send_people_through_it(client: Client) -> None:
    response = client.get(START, headers={"sec-fetch-site": "cross-site"})

    assert response["Location"].endswith("/account/login/")


@pytest.mark.usefixtures("provider")
def test_the_sign_in_page_names_the_provider(client: Client) -> None:
    shown = client.get("/en/account/login/").content.decode()

    assert "Sign in with Province" in shown
    assert "/account/oidc/province/login/?next=%2Fen%2Foffice%2F" in shown


@pytest.mark.parametrize("text", ["", '[{"id": "a"}]', '["a"]', "nonsense"])
def test_a_file_that_names_no_providers_is_told_at_the_start(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "providers.json"
    file.write_text(text)
    monkeypatch.setenv("INTERLOCAL_OIDC", str(file))

    with pytest.raises(Trouble) as trouble:
        outside.identity_providers()

    assert trouble.value.code == "providers_wrong"


@pytest.mark.parametrize(
    ("url", "host", "port", "ssl", "tls"),
    [
        ("smtps://me:p%40ss@mail.example", "mail.example", 465, True, False),
        ("smtp://me:p%40ss@mail.example:2525", "mail.example", 2525, False, True),
        ("smtp://me:p%40ss@localhost?starttls=no", "localhost", 587, False, False),
    ],
)
def test_a_mail_server_is_named_by_one_address(
    monkeypatch: pytest.MonkeyPatch, url: str, host: str, port: int, ssl: bool, tls: bool
) -> None:
    monkeypatch.setenv("INTERLOCAL_SMTP", url)

    named = outside.mail_server()

    assert named == {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": "me",
        "EMAIL_HOST_PASSWORD": "p@ss",
        "EMAIL_USE_SSL": ssl,
        "EMAIL_USE_TLS": tls,
    }


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://"])
def test_what_is_no_mail_server_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("INTERLOCAL_SMTP", url)

    with pytest.raises(Trouble):
        outside.mail_server()
