"""On the days, in a real browser, with the connection lost and found again: the desk counts everybody once, the own page opens."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from shutil import which
from threading import Thread
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from interlocal.delegations.commands import links
from interlocal.delegations.models import CheckIn, Delegate, Link, PlannedItem, Preparation
from interlocal.delegations.rules.checkins import in_qr
from interlocal.delegations.walls import WEB
from interlocal.identity.walls import standing_as
from tests import make
from tests.delegations import scene
from tests.product import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NAMES = (("김", "하늘", "KIM", "Haneul"), ("이", "바다", "LEE", "Bada"), ("박", "산", "PARK", "San"))
PHONE = {"width": 360, "height": 740}


def today() -> list[Delegate]:
    """A forum that is on today, with three people."""
    first = datetime.now(ZoneInfo("Asia/Seoul")).date()
    forum = scene.preparation(from_on=first, until_on=first + timedelta(days=2))
    PlannedItem.objects.create(
        preparation=forum, kind="session", title=make.text("Opening", ko="개회식"), day=0
    )
    invited = scene.invitation(forum, "gyeongbuk")
    return [
        scene.delegate(
            invited,
            family,
            given,
            state="approved",
            latin_family=latin,
            latin_given=called,
            latin_origin="supplied",
        )
        for family, given, latin, called in NAMES
    ]


def desk_link(name: str) -> str:
    at = timezone.now()
    token = links.make_desk_link(
        actor=scene.secretariat(),
        at=at,
        preparation="forum-2026",
        name=name,
        language="en",
        until=at + timedelta(days=1),
    )
    return f"/en/with/{token}/"


def own_link(who: Delegate) -> str:
    at = timezone.now()
    token = links.make_delegate_link(
        actor=scene.secretariat(),
        at=at,
        preparation="forum-2026",
        delegate=str(who.key),
        until=at + timedelta(days=1),
    )
    return f"/ko/with/{token}/"


def end_links() -> None:
    with standing_as(scene.runs(Preparation.objects.get())):
        Link.objects.update(revoked_at=timezone.now())


def counted() -> list[tuple[str, bool]]:
    """Everybody seen, by name, and whether it stands."""
    with standing_as(scene.runs(Preparation.objects.get())):
        rows = CheckIn.objects.select_related("delegate").order_by("delegate__family", "pk")
        return [(row.delegate.given, row.undone_at is None) for row in rows]


@contextmanager
def served(port: int) -> Iterator[None]:
    """The web on the database of the tests."""
    of = connection.settings_dict
    # The host may be a folder with a socket.
    where = urlencode({"host": of["HOST"], "port": of["PORT"]})
    url = f"postgresql://{of['USER']}:{quote(of['PASSWORD'] or '', safe='')}@/{of['NAME']}?{where}"
    settings = {"DATABASE_URL": url, "INTERLOCAL_DATABASE_ROLE": WEB, "INTERLOCAL_PORT": str(port)}
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    web = subprocess.Popen(
        [*words, "interlocal.config.wsgi:application"],
        env=os.environ | settings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield
    finally:
        web.terminate()
        web.wait(30)


def _wait(port: int) -> None:
    for _ in range(300):
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/en/account/login/"):
            return
        time.sleep(0.1)
    raise TimeoutError("no page was served")


@contextmanager
def chromium() -> Iterator[Browser]:
    path = which("chromium") or which("google-chrome")
    assert path, "these stories need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def play(story: Callable[[Browser, str], None]) -> None:
    """Everything in the browser happens here: the database is asked before and after, never beside it."""
    port = free_port()
    with served(port), chromium() as browser:
        story(browser, f"http://127.0.0.1:{port}")


def phone(browser: Browser, address: str) -> tuple[BrowserContext, Page]:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(address)
    return context, page


def press(page: Page, given: str) -> None:
    page.locator("li[data-key]", has_text=given).get_by_role("button").click()


def says(page: Page, given: str, words: str) -> None:
    expect(page.locator("li[data-key]", has_text=given).locator("[data-says]")).to_contain_text(words)


_HAS_COPY = """async () => {
    const files = [...document.querySelectorAll('link[rel=stylesheet], script[src], main img[src]')];
    const needed = [location.href, ...files.map((one) => one.href || one.src)];
    const found = await Promise.all(needed.map((one) => caches.match(one, { ignoreVary: true })));
    return found.every(Boolean) && navigator.serviceWorker.controller !== null;
}"""


def kept_a_copy(page: Page) -> None:
    """Wait until the worker has the page and all files of it."""
    for _ in range(150):
        if page.evaluate(_HAS_COPY):
            return
        page.wait_for_timeout(100)
    raise TimeoutError("no copy was kept")


def beside(verb: Callable[[], object]) -> None:
    """Ask the database while the browser is open: it wants a thread of its own."""

    def run() -> None:
        try:
            verb()
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join(30)


def test_two_desks_one_without_a_connection_count_everybody_once() -> None:
    today()
    here, there = desk_link("main entrance"), desk_link("side door")

    def story(browser: Browser, site: str) -> None:
        context, one = phone(browser, f"{site}{here}desk/")
        _other, two = phone(browser, f"{site}{there}desk/")
        context.set_offline(True)
        press(one, "하늘")
        press(one, "바다")
        press(one, "산")
        press(one, "산")  # taken back
        says(one, "하늘", "kept here")
        expect(one.locator("#kept")).to_have_text("4 to be sent")
        press(two, "하늘")
        says(two, "하늘", "checked in")
        context.set_offline(False)
        expect(one.locator("#kept")).to_be_hidden(timeout=20_000)
        expect(one.locator("#seen")).to_have_text("2")
        says(one, "바다", "checked in")

    play(story)

    assert sorted(counted()) == [("바다", True), ("산", False), ("하늘", True)]


def test_the_desk_opens_again_without_a_connection_and_forgets_nothing() -> None:
    today()
    here = desk_link("main entrance")

    def story(browser: Browser, site: str) -> None:
        context, page = phone(browser, f"{site}{here}desk/")
        kept_a_copy(page)
        context.set_offline(True)
        press(page, "하늘")
        page.reload()
        expect(page.locator("#saved-copy")).to_be_visible()
        says(page, "하늘", "kept here")
        page.locator("#typed").fill("lee bada")
        page.locator("#typed").press("Enter")
        says(page, "바다", "kept here")
        context.set_offline(False)
        expect(page.locator("#kept")).to_be_hidden(timeout=20_000)
        page.reload()
        expect(page.locator("#saved-copy")).to_be_hidden()
        expect(page.locator("#seen")).to_have_text("2")

    play(story)

    assert counted() == [("하늘", True), ("바다", True)]


def test_a_code_typed_by_a_scanner_checks_in_and_a_foreign_one_does_not() -> None:
    who = today()[2]
    here, code = desk_link("main entrance"), in_qr(who.key)

    def story(browser: Browser, site: str) -> None:
        _context, page = phone(browser, f"{site}{here}desk/")
        page.locator("#typed").fill("IL:00000000000000000000000000")
        page.locator("#typed").press("Enter")
        expect(page.locator("#news")).to_contain_text("on nobody of the list")
        page.locator("#typed").fill(code)
        page.locator("#typed").press("Enter")
        says(page, "산", "checked in")

    play(story)

    assert counted() == [("산", True)]


def test_the_own_page_opens_from_its_saved_copy_and_goes_with_its_link() -> None:
    who = today()[0]
    base = own_link(who)
    shown: list[str] = []

    def story(browser: Browser, site: str) -> None:
        context, page = phone(browser, f"{site}{base}")
        expect(page.locator("main")).to_contain_text("개회식")
        expect(page.locator("#saved-copy")).to_be_hidden()
        kept_a_copy(page)
        context.set_offline(True)
        page.goto(f"{site}{base}me/")
        expect(page.locator("#saved-copy")).to_be_visible()
        expect(page.locator("main")).to_contain_text("개회식")
        page.locator("details.pass summary").click()
        picture = page.locator("details.pass img")
        width = picture.evaluate("async (one) => (await one.decode(), one.naturalWidth)")
        shown.append("code" if width > 0 else "nothing")
        context.set_offline(False)
        page.goto(f"{site}{base}me/")
        expect(page.locator("#saved-copy")).to_be_hidden()
        beside(end_links)
        page.goto(f"{site}{base}me/")
        expect(page.locator("main")).not_to_contain_text("개회식")
        # The worker clears the copy away beside the answer.
        page.wait_for_function("async () => (await caches.keys()).length === 0")
        shown.append("gone")

    play(story)

    assert shown == ["code", "gone"]
