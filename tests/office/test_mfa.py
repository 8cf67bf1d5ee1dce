"""A second step: codes of an app, recovery codes; and passkeys with a browser's own authenticator."""

import base64
import hmac
import re
import struct
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from playwright.sync_api import Page, sync_playwright
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.live_server_helper import LiveServer

from interlocal.identity.models import Entry
from tests import make
from tests.office.test_sign_in import PASSWORD, is_in, nothing_counted, sign_in
from tests.portal.test_frame import chromium

__all__ = ["nothing_counted"]

pytestmark = pytest.mark.django_db

ACTIVATE = "/en/account/factors/totp/activate/"
SECOND = "/en/account/factors/authenticate/"


def code(secret: str, *, steps: int = 0) -> str:
    """As an app computes it (RFC 6238): six digits of half a minute."""
    counter = int(time.time()) // 30 + steps
    digest = hmac.new(base64.b32decode(secret), struct.pack(">Q", counter), "sha1").digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def with_app() -> tuple[str, list[str]]:
    """Somebody who has set up an app: its secret, and the recovery codes."""
    make.user("kim@gb.example", password=PASSWORD)
    client = Client()
    sign_in(client)
    # What guards the account asks first whether it is still them.
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', client.get(ACTIVATE).content.decode())[0]
    answer = client.post(ACTIVATE, {"code": code(secret)})
    shown = client.get(answer["Location"]).content.decode()
    return secret, re.findall(r"<li>([0-9]{8})</li>", shown)


def test_with_an_app_the_password_alone_does_not_let_in(client: Client) -> None:
    secret, codes = with_app()

    first = sign_in(client)
    between = is_in(client)
    wrong = client.post(SECOND, {"code": "000000"})
    second = client.post(SECOND, {"code": code(secret, steps=1)})

    assert (first["Location"], between, len(codes)) == (SECOND, False, 10)
    assert "This code is not right." in wrong.content.decode()
    assert (second.status_code, is_in(client)) == (302, True)
    shown = client.get("/en/account/factors/").content.decode()
    assert ("switched on" in shown, "10 codes are left." in shown) == (True, True)


def test_a_code_works_once(client: Client) -> None:
    secret, _codes = with_app()
    now = code(secret, steps=1)
    sign_in(client)
    client.post(SECOND, {"code": now})

    other = Client()
    sign_in(other)
    again = other.post(SECOND, {"code": now})

    assert (again.status_code, is_in(other)) == (200, False)


def test_a_recovery_code_takes_its_place_once(client: Client) -> None:
    _secret, codes = with_app()

    outcomes = []
    for _ in range(2):
        other = Client()
        sign_in(other)
        outcomes.append(other.post(SECOND, {"code": codes[0]}).status_code)

    assert outcomes == [302, 200]


def test_codes_cannot_be_guessed(client: Client) -> None:
    secret, _codes = with_app()
    sign_in(client)
    for _ in range(60):
        client.post(SECOND, {"code": "123"})

    response = client.post(SECOND, {"code": code(secret, steps=1)})

    assert "Too many attempts" in response.content.decode()


def test_the_secret_of_an_app_is_not_readable_in_the_database(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        secret, _codes = with_app()

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert secret not in kept
    assert "gAAAA" in kept
    assert "second_factor_added" in Entry.objects.values_list("verb", flat=True)


# -- passkeys --


def authenticator(page: Page) -> None:
    """The browser's own authenticator, which says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def use_passkey(address: str) -> list[str]:
    """Add a passkey, sign out, and come in with it alone; where each step ended, and what the console said."""
    steps: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda said: steps.append(said.text) if said.type == "error" else None)
        authenticator(page)
        page.goto(f"{address}/ko/account/login/")
        page.fill("[name=login]", "kim@gb.example")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/ko/office/")
        page.goto(f"{address}/ko/account/factors/webauthn/add/")
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/webauthn/add/")
        page.click("form[data-passkey] button[type=submit]")
        page.wait_for_url("**/recovery-codes/")
        steps.append(f"{page.locator('.codes li').count()} codes")
        page.click(".menu.me summary")
        page.click(".menu.me form button")
        page.wait_for_url("**/account/login/")
        page.click("form[data-passkey] button")
        page.wait_for_url("**/ko/office/")
        steps.append("in")
        page.goto(f"{address}/ko/account/factors/webauthn/")
        steps.append(f"{page.locator('.listing tbody tr').count()} key")
        page.click("td .acts a >> nth=1")
        page.wait_for_selector("form[data-passkey] button, [name=password]")
        steps.append("asked again")
        browser.close()
    return steps


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_passkey_alone_lets_in(live_server: LiveServer) -> None:
    make.user("kim@gb.example", password=PASSWORD)

    with ThreadPoolExecutor(1) as threads:
        steps = threads.submit(use_passkey, live_server.url).result()

    assert steps == ["10 codes", "in", "1 key", "asked again"]
    assert Authenticator.objects.filter(type="webauthn").count() == 1
