from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.template import engines
from django.test import Client, RequestFactory, override_settings
from django.utils import translation
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from interlocal.evidence.queries import Mark, Notes
from interlocal.ground.dates import PartialDate
from interlocal.ground.pages import frame as pages
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.portal import frame, jinja, links, middleware
from interlocal.search import commands
from tests import make

TONGUES = ("ko", "ja", "zh-hans", "en")


@pytest.fixture
def english() -> Iterator[None]:
    with translation.override("en"):
        frame.begin(RequestFactory().get("/en/bodies/?country=KR&page=3&q=a b"))
        yield


def render(text: str, address: str = "/en/about/", **values: object) -> str:
    frame.renew()
    return engines["portal"].from_string(text).render(values, RequestFactory().get(address))


@pytest.mark.usefixtures("english")
def test_a_text_says_which_language_it_is_in_and_who_checked_it() -> None:
    assert jinja.t(Shown("Seoul", "en")) == "Seoul"
    assert jinja.t(Shown("서울", "ko")) == '<span lang="ko">서울</span>'
    assert jinja.t(Shown("<b>", "en", "machine")) == '<span class="machine">&lt;b&gt;</span>'
    assert (
        jinja.t(Shown("首尔", "zh-Hans", "outdated")) == '<span lang="zh-Hans" class="outdated">首尔</span>'
    )
    assert jinja.t(None) == ""


@pytest.mark.django_db
def test_the_note_on_machine_translations_stands_once_and_only_where_there_are_some() -> None:
    page = '{% extends "portal/base.html" %}{% block main %}{{ t(a) }}{{ t(b) }}{% endblock %}'
    text, made = Shown("Seoul", "en"), Shown("Seoul", "en", "machine")
    with translation.override("en"):
        counts = [
            render(page, a=text, b=b).count("machine translations not yet checked") for b in (made, text)
        ]

    assert counts == [1, 0]


@pytest.mark.usefixtures("english")
def test_addresses_are_joined_with_the_language_of_the_page() -> None:
    assert links.href("edition", "kjgm-8") == "/en/editions/kjgm-8/"
    assert links.page_url("bodies", country="KR", page=None, q="") == "/en/bodies/?country=KR"
    assert links.page_url("series_calendar", slug="kjgm") == "/en/series/kjgm/calendar.ics"
    assert links.page_url("record") == "/record.json"
    with translation.override("zh-hans"):
        assert links.href("body", "busan") == "/zh-hans/bodies/busan/"


@pytest.mark.usefixtures("english")
def test_paging_keeps_the_filters() -> None:
    assert frame.here(page=4) == "/en/bodies/?country=KR&q=a+b&page=4"
    assert frame.here(page=None) == "/en/bodies/?country=KR&q=a+b"


@pytest.mark.usefixtures("english")
def test_marks_lead_to_the_numbered_sources() -> None:
    notes = Notes({7: (Mark(1, "para. <3>"), Mark(2, ""))})

    assert jinja.marks(notes, 7) == (
        '<sup class="marks"><a role="doc-noteref" href="#source-1" title="para. &lt;3&gt;">1</a> '
        '<a role="doc-noteref" href="#source-2">2</a></sup>'
    )
    assert (jinja.marks(notes, 8), jinja.marks(notes, None)) == ("", "")


@pytest.mark.usefixtures("english")
def test_days_are_printed_as_far_as_they_are_known() -> None:
    first, after = PartialDate(2025, 6, 19), PartialDate(2025, 6, 21)

    assert (jinja.day(first), jinja.day(None)) == ("19 June 2025", "")
    assert (jinja.days(first, after), jinja.days(first, None)) == ("19–20 June 2025", "19 June 2025")


@pytest.mark.django_db
def test_the_language_switch_keeps_the_page_and_its_parameters(client: Client) -> None:
    shown = client.get("/ko/search/?q=%ED%95%9C&kind=body").content.decode()
    switch = shown.partition('<nav class="langs"')[2].partition("</nav>")[0]
    addresses = [part.partition('"')[0].replace("&amp;", "&") for part in switch.split('href="')[1:]]

    assert [urlsplit(address).path for address in addresses] == [f"/{tongue}/search/" for tongue in TONGUES]
    assert [parse_qs(urlsplit(address).query) for address in addresses] == [
        {"q": ["한"], "kind": ["body"]}
    ] * 4
    assert [name in switch for name in (">한국어<", ">日本語<", ">简体中文<", ">English<")] == [True] * 4


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("tongue", "lang"), [("ko", "ko"), ("ja", "ja"), ("zh-hans", "zh-Hans"), ("en", "en")]
)
def test_every_page_says_its_language_its_others_and_what_it_is(
    client: Client, tongue: str, lang: str
) -> None:
    response = client.get(f"/{tongue}/about/")
    shown = response.content.decode()

    assert f'<html lang="{lang}">' in shown
    assert shown.count('rel="alternate" hreflang=') == 4
    assert f'<link rel="canonical" href="{settings.PUBLIC_ADDRESS}/{tongue}/about/">' in shown
    assert [shown.count(tag) for tag in ("<h1", "<main", "<footer", 'class="skip"')] == [1, 1, 1, 1]
    assert response["Content-Language"] == tongue


@pytest.mark.django_db
def test_every_answer_carries_the_safe_headers(client: Client) -> None:
    files = (links.static("interlocal/interlocal.css"), "/en/about/", "/en/about/", "/en/nowhere/", "/about/")
    for address in files:
        response = client.get(address)
        assert response["Content-Security-Policy"] == middleware.POLICY
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "same-origin"
        assert "camera=()" in response["Permissions-Policy"]
        assert "Strict-Transport-Security" not in response
        b"".join(response)


@override_settings(SECURE_HSTS_SECONDS=60)
def test_behind_https_browsers_are_told_to_stay_there(client: Client) -> None:
    response = Client().get(links.static("interlocal/favicon.svg"))

    assert response["Strict-Transport-Security"] == "max-age=60"
    b"".join(response)


def test_no_template_has_script_or_inline_style() -> None:
    folder = Path(frame.__file__).parent / "jinja2"
    found = [
        (path.name, word)
        for path in folder.rglob("*.html")
        for word in ("<script>", "<style", " style=", " onclick", "javascript:", "|safe")
        if word in path.read_text()
    ]

    assert found == []


def test_a_percent_sign_of_a_translator_is_no_placeholder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "gettext", lambda message: {"by a tenth": "10% 확대"}.get(message, message))
    monkeypatch.setattr(pages, "_SAID", {"en": {}})
    with translation.override("en"):
        shown = render('{{ _("by a tenth") }} {{ _("%(n)s%% of all", n=5) }}')

    assert shown == "10% 확대 5% of all"


PAGES = ("about/", "search/?q=%EA%B2%BD", "search/", "nowhere/")


def chromium() -> str | None:
    """A Chromium of the system, or None for the one that came with Playwright."""
    return which("chromium") or which("chromium-browser") or which("google-chrome")


def violations(page: Page, address: str) -> list[str]:
    page.goto(address)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [f"{address}: {one['id']} {one['nodes'][0]['html']}" for one in found.response["violations"]]


def browse(address: str, scheme: Literal["light", "dark"], width: int) -> tuple[list[str], list[str]]:
    """What axe finds on the frame's pages, and which of them must be moved sideways to be read."""
    faults: list[str] = []
    wide: list[str] = []
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        except PlaywrightError as error:
            pytest.fail(
                f"Chromium is missing: run `playwright install chromium`. ({error.message.splitlines()[0]})"
            )
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
        page = context.new_page()
        for tongue in TONGUES:
            for name in PAGES:
                faults += violations(page, f"{address}/{tongue}/{name}")
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    wide.append(f"{tongue}/{name}")
        browser.close()
    return faults, wide


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 1200), ("light", 360)])
def test_the_frame_is_open_to_everybody(
    live_server: LiveServer, scheme: Literal["light", "dark"], width: int
) -> None:
    make.body("gyeongbuk", {"ko": "경상북도", "ja": "慶尚北道", "en": "Gyeongsangbuk-do"})
    make.told("body", "gyeongbuk")
    make.settle()
    commands.follow(actor=Actor("test"), at=make.NOON)

    # Playwright's loop runs in its own thread: Django refuses its database to a thread with a running loop.
    with ThreadPoolExecutor(1) as threads:
        faults, wide = threads.submit(browse, live_server.url, scheme, width).result()

    assert (faults, wide) == ([], [])
