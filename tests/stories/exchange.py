"""Hands of a stranger in the office: what the stories of the exchanges do with mouse and keyboard, in any language.

Buttons are found by what they send, not by their words, so that one hand works in four languages.
"""

import re
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, Page, expect

SEOUL = ZoneInfo("Asia/Seoul")
MAILED_WITHIN = 15.0


@dataclass
class Hand:
    """Somebody at a browser. `office` is where the hat's pages begin, `preparation` those of what is prepared."""

    page: Page
    address: str
    tongue: str
    complaints: list[str]
    hat: str = ""
    slug: str = ""

    @property
    def office(self) -> str:
        return f"{self.address}/{self.tongue}/office/{self.hat}/"

    @property
    def preparation(self) -> str:
        return f"{self.office}preparations/{self.slug}/"

    def go(self, address: str) -> None:
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 200, (answer.status, address)

    def to(self, tail: str = "") -> None:
        """A page of the preparation."""
        self.go(self.preparation + tail)

    def press(self, selector: str) -> None:
        """Press a button or a link, and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()

    def fill(self, **values: str) -> None:
        for name, value in values.items():
            field = self.page.locator(f"main [name={name}]").first
            if field.evaluate("one => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def chips(self, state: str) -> int:
        return self.page.locator(f"main tbody .state-{state}").count()

    def text(self) -> str:
        return self.page.locator("main").inner_text()


def hand(browser: Browser, address: str, tongue: str, *, width: int = 1280) -> Hand:
    locale = {"zh-hans": "zh-CN"}.get(tongue, tongue)
    context = browser.new_context(locale=locale, viewport={"width": width, "height": 900})
    page, complaints = context.new_page(), list[str]()
    page.on(
        "console",
        lambda message: complaints.append(f"{page.url} {message.text}") if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: complaints.append(f"{page.url} {error}"))
    page.on("dialog", lambda dialog: dialog.accept())
    return Hand(page, address, tongue, complaints)


def sign_in(one: Hand, email: str, password: str, *, hat: str = "") -> None:
    one.go(f"{one.address}/{one.tongue}/account/login/")
    one.page.fill("input[name=login]", email)
    one.page.fill("input[name=password]", password)
    with one.page.expect_navigation(url=re.compile("/office/")):
        one.page.keyboard.press("Enter")
    one.hat = hat


@dataclass
class Staff:
    """Who works on an exchange in the stories; `post` reads the local mailbox as administrator."""

    browser: Browser
    office: Hand
    approver: Hand
    post: Hand


def staff(browser: Browser, address: str, password: str, tongue: str) -> Staff:
    """Secretariat and approver of Gyeongsangbuk-do, and the administrator, each signed in at a browser of their own."""
    office, approver, post = (hand(browser, address, tongue) for _ in range(3))
    sign_in(office, "secretariat@gyeongbuk.example", password, hat="gyeongbuk")
    sign_in(approver, "approver@gyeongbuk.example", password, hat="gyeongbuk")
    sign_in(post, "admin@demo.example", password)
    return Staff(browser, office, approver, post)


def copy_the_last(one: Hand, series: str, **facts: str) -> None:
    """From the tasks to a preparation made from the last edition; what is proposed is taken over, but for `facts`."""
    one.go(one.office)
    one.press(f"nav a[href$='/office/{one.hat}/preparations/']")
    one.press("main a[href$='/preparations/new/']")
    link = one.page.locator(f"main a[href$='/preparations/new/{series}/']").first
    if not link.is_visible():
        one.page.locator("main details summary").first.click()
    with one.page.expect_navigation():
        link.click()
    one.fill(**facts)
    one.press("button[name=do][value=make]")
    found = re.search(r"/preparations/([a-z0-9-]+)/$", one.page.url)
    assert found, one.page.url
    one.slug = found.group(1)


def invite(one: Hand, words: str, *, quota: int) -> None:
    """Find one body by a part of its name, and add it to the invitations."""
    one.to("invitations/add/")
    one.page.fill("main input[name=q]", words)
    one.press("main form[role=search] button")
    boxes = one.page.locator("main input[name=bodies]:not([disabled])")
    assert boxes.count() == 1, (words, boxes.count())
    boxes.first.check()
    one.fill(quota=str(quota))
    one.press("main form[method=post] button[type=submit]")


def name_contact(one: Hand, body: str, *, name: str, email: str) -> None:
    one.to(f"invitations/{body}/")
    one.fill(contact_name=name, contact_email=email)
    one.press(f"form[action$='/invitations/{body}/'] button[type=submit]")


def send_invitations(one: Hand) -> None:
    """All that are ticked; then the mails that wait in the outbox."""
    one.to("invitations/")
    one.press("form[action$='/invitations/send/'] button[type=submit]")
    one.to("mail/?state=draft")
    one.press("button[name=act][value=send]")


def guest_from_mail(team: Staff, email: str, tongue: str, *, width: int = 1280) -> tuple[Hand, str]:
    """Somebody without an account, in a browser of their own, at the delegation that the link of the mail opens."""
    guest = hand(team.browser, team.office.address, tongue, width=width)
    guest.go(link_in_mail(team.post, email))
    expect(guest.page.locator("html")).to_have_attribute("lang", {"zh-hans": "zh-Hans"}.get(tongue, tongue))
    guest.press("main a.btn[href*='/delegation/']")
    return guest, guest.page.url


def approve_everybody(team: Staff, many: int) -> None:
    """Nominations are pre-approved, closed, approved; then the list is frozen."""
    assert count_in(team.office, "nominated") == many
    assert decide(team.office, "pre_approve", state="nominated") == many
    take_step(team.office, "closed")
    assert decide(team.approver, "approve", state="pre_approved") == many
    for step in ("approved", "frozen"):
        take_step(team.office, step)


def send_somebody_else(team: Staff, guest: Hand, home: str, **person: str) -> None:
    """A late change: a delegation proposes a substitute for its first delegate, and the approver accepts."""
    guest.go(f"{home}changes/new/")
    guest.press("a[href*='kind=replace']")
    guest.fill(**person)
    guest.press("main form.person button[type=submit]")
    team.approver.to("changes/")
    team.approver.press("main a.btn[href*='/changes/']")
    team.approver.press("form[action$='/accept/'] button[type=submit]:not([formaction])")


def places(one: Hand) -> tuple[int, int]:
    """How many delegations and people stand in the order of precedence."""
    one.to("order/")
    return one.page.locator("section.delegation").count(), one.page.locator("ol.places > li").count()


def announce_and_open(team: Staff, name: str) -> tuple[Hand, str]:
    """The edition becomes public, the day comes, and a telephone stands at the desk; its address too."""
    team.office.to()
    team.office.press("form[action$='/announce/'] button")
    move_days(team.office, from_today=0, days=1)
    desk = hand(team.browser, team.office.address, team.office.tongue, width=360)
    return desk, open_desk(team.office, name)


def close_the_day(team: Staff) -> None:
    """The night passes; attendance becomes figures of the public record, which are looked at."""
    move_days(team.office, from_today=-1, days=1)
    record_attendance(team.office)
    take_step(team.office, "held")
    team.office.go(f"{team.office.address}/{team.office.tongue}/editions/{team.office.slug}/")


def take_step(one: Hand, step: str) -> None:
    one.to()
    one.press(f"form[action$='/steps/{step}/take/'] button")


def link_in_mail(administrator: Hand, email: str) -> str:
    """The personal link in the newest mail to this address, as the local mailbox shows it."""
    deadline = time.monotonic() + MAILED_WITHIN
    while True:
        administrator.go(f"{administrator.address}/{administrator.tongue}/office/admin/mailbox/")
        row = administrator.page.locator("main tbody tr", has_text=email).first
        if row.count():
            break
        assert time.monotonic() < deadline, f"no mail to {email} arrived"
        time.sleep(0.3)
    with administrator.page.expect_navigation():
        row.locator("th a").click()
    address = administrator.page.locator("main pre a[href*='/with/']").first.get_attribute("href")
    assert address
    return address


def enter(one: Hand, address: str, **person: str) -> None:
    """Add somebody to a delegation, by the form."""
    one.go(f"{address}add/")
    one.page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    one.fill(**person)
    one.press("main form.person button[type=submit]")


def import_file(one: Hand, address: str, file: Path, *, rows: int) -> None:
    """Send a list, look at what it would do, take it over."""
    one.go(f"{address}import/")
    one.page.set_input_files("input[name=file]", file)
    one.press("main form[enctype] button[type=submit]")
    assert one.page.locator(".sums .is-new").inner_text() == str(rows)
    one.press("button[name=take]")


def paste(one: Hand, address: str, table: str, *, rows: int) -> None:
    one.go(f"{address}import/")
    one.page.fill("textarea[name=pasted]", table)
    one.press("main form[enctype] button[type=submit]")
    assert one.page.locator(".sums .is-new").inner_text() == str(rows)
    one.press("button[name=take]")


def nominate(one: Hand, address: str) -> None:
    one.go(address)
    one.press("#nomination button[name=all]")


def decide(one: Hand, stage: str, *, state: str) -> int:
    """The same decision on everybody in a state, page by page; on how many."""
    done = 0
    while True:
        one.to(f"people/?state={state}")
        boxes = one.page.locator("input[name=who]")
        count = boxes.count()
        if not count:
            return done
        for place in range(count):
            boxes.nth(place).check()
        one.press(f"#decide button[name=stage][value={stage}]")
        done += count


def count_in(one: Hand, state: str) -> int:
    """How many people stand in a state, over all pages of the table."""
    one.to(f"people/?state={state}")
    told = one.page.locator("main .tally")
    if not told.count():
        return 0
    found = re.search(r"\d+", told.first.inner_text())
    assert found
    return int(found.group())


def move_days(one: Hand, *, from_today: int, days: int) -> None:
    """Hold it on other days: a story cannot wait for the day."""
    first = datetime.now(SEOUL).date() + timedelta(days=from_today)
    one.to("settings/")
    one.fill(from_on=first.isoformat(), days=str(days))
    one.press("form[action$='/settings/days/'] button[type=submit]")


def open_desk(one: Hand, name: str) -> str:
    """A link for the telephone of a desk."""
    tomorrow = datetime.now(SEOUL).date() + timedelta(days=1)
    one.to("days/")
    one.fill(name=name, until=tomorrow.isoformat())
    one.press("form[action$='/days/desks/'] button[type=submit]")
    return one.page.locator(".secret").inner_text().strip()


def check_in_the_rest(desk: Hand, address: str) -> int:
    """Press the button beside each name that is left; the counter follows. Returns how many are here then."""
    desk.go(address)
    seen, expected = (int(desk.page.locator(f"#{name}").inner_text()) for name in ("seen", "expected"))
    for number in range(seen + 1, expected + 1):
        desk.page.locator(".arrivals button[name=delegate]:visible").first.click()
        expect(desk.page.locator("#seen")).to_have_text(str(number))
    # The counter is the telephone's; what it keeps still has to arrive.
    expect(desk.page.locator("#kept")).to_be_hidden(timeout=15_000)
    desk.go(address)
    return int(desk.page.locator("#seen").inner_text())


def check_in_by_name(desk: Hand, address: str, typed: str) -> None:
    """Type a name in any script; the one that is left is checked in."""
    desk.go(address)
    before = int(desk.page.locator("#seen").inner_text())
    desk.page.fill("#typed", typed)
    found = desk.page.locator(".arrivals li:visible")
    expect(found).to_have_count(1)
    found.locator("button[name=delegate]").click()
    expect(desk.page.locator("#seen")).to_have_text(str(before + 1))


def not_said(one: Hand, *numbers: int) -> list[int]:
    """Which of these numbers the page does not say."""
    told = one.text()
    return [number for number in numbers if not re.search(rf"(?<!\d){number}(?!\d)", told)]


def record_attendance(one: Hand) -> None:
    one.to("days/")
    one.press("form[action$='/days/attendance/'] button[type=submit]")
