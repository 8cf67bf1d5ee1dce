"""A secretariat builds a programme with parallel tracks on one screen, with mouse and keys, in a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from interlocal.arrangements.commands import programme, resources, sites, tracks
from interlocal.arrangements.queries import programme as queries
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from tests import make
from tests.delegations import scene
from tests.office import acting
from tests.stories.test_desk_offline import chromium, free_port, served

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
THERE = "office/garok/preparations/forum-2026/programme/"
SECOND = scene.FIRST_DAY + timedelta(days=1)


def edition() -> dict[str, Any]:
    """Two days with two tracks; one room, taken on the second morning."""
    forum = scene.preparation(slug="forum-2026")
    asked: dict[str, Any] = {"actor": scene.secretariat(), "at": make.NOON, "preparation": forum.slug}
    hotel = sites.add_site(
        **asked, once=None, site=SiteSaid({"ko": "보문호텔", "ja": "普門ホテル", "en": "Bomun Hotel"})
    )
    hall = resources.add_resource(
        **asked, once=None, resource=ResourceSaid("room", {"ko": "대회의실", "ja": "大会議室"}, site=hotel)
    )
    tracks.name_track(**asked, number=1, name={"ko": "청년", "ja": "青年"})
    tracks.name_track(**asked, number=2, name={"ko": "인구", "ja": "人口"})
    for title, on, hour, track in (("개회식", SECOND, 9, 0), ("토론", SECOND, 11, 1)):
        programme.add_item(
            **asked,
            once=None,
            item=Arranged(
                "ceremony",
                {"ko": title, "ja": f"{title}（ja）"},
                on,
                time(hour),
                time(hour + 1),
                track=track,
                resources=(hall,),
            ),
        )
    return asked


def items(asked: dict[str, Any]) -> dict[str, tuple[int, str, str, int]]:
    """By Korean title: day, hours and track."""
    board = queries.board(actor=asked["actor"], preparation=asked["preparation"], tongue="ko")
    return {
        item.title.text: (
            day.number,
            f"{item.starts_at:%H:%M}" if item.starts_at else "",
            f"{item.ends_at:%H:%M}" if item.ends_at else "",
            item.track,
        )
        for day in board.days
        for item in day.items
    }


@contextmanager
def opened() -> Iterator[tuple[Browser, str]]:
    """The database is asked before and after, never beside the browser."""
    port = free_port()
    with served(port), chromium() as started:
        yield started, f"http://127.0.0.1:{port}"


def page_of(browser: Browser, address: str, tongue: str, session: str, **options: Any) -> Page:
    context = browser.new_context(
        viewport=options.pop("viewport", {"width": 1280, "height": 1500}), **options
    )
    context.add_cookies([{"name": "interlocal-session", "value": session, "url": address}])
    page = context.new_page()
    page.complaints = []  # type: ignore[attr-defined]
    page.on(
        "console",
        lambda said: said.type == "error" and "422" not in said.text and page.complaints.append(said.text),
    )  # type: ignore[attr-defined]
    page.on("pageerror", lambda error: page.complaints.append(str(error)))  # type: ignore[attr-defined]
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{address}/{tongue}/{THERE}")
    return page


def session() -> str:
    client = acting.acting(of="garok", role="secretariat", email="story@garok.example")
    return client.cookies["interlocal-session"].value


def block(page: Page, title: str) -> Locator:
    return page.locator(".board .item", has=page.locator(".title", has_text=re.compile(f"^{title}")))


def when(page: Page, title: str, hours: str) -> None:
    expect(block(page, title).locator(".when").first).to_have_text(re.compile(f"^{hours}"))


def five_minutes(page: Page) -> float:
    ticks = [page.locator(".hour").nth(at).bounding_box() for at in (0, 1)]
    assert ticks[0] and ticks[1]
    return (ticks[1]["y"] - ticks[0]["y"]) / 12


def drag(page: Page, what: Locator, *, steps: int, to: Locator | None = None, track: str = "") -> None:
    """Pull by so many steps of five minutes; into another track or day when one is given."""
    what.scroll_into_view_if_needed()
    box, target = what.bounding_box(), to.bounding_box() if to else None
    assert box
    x, y = box["x"] + min(40, box["width"] / 2), box["y"] + min(6, box["height"] / 2)
    page.mouse.move(x, y)
    page.mouse.down()
    end = target["x"] + target["width"] / 2 if target else x
    page.mouse.move(x, y + 8, steps=2)
    page.mouse.move(end, y + steps * five_minutes(page), steps=8)
    page.mouse.up()


def test_a_programme_is_built_with_mouse_and_keys_in_korean() -> None:
    asked, kept = edition(), session()
    with opened() as browser:
        page = page_of(*browser, "ko", kept)

        # A few words in the language of the page.
        page.keyboard.press("n")
        page.fill("#quick [name=title]", "환영 만찬")
        page.select_option("#quick [name=kind]", "meal")
        page.fill("#quick [name=starts_at]", "18:00")
        page.fill("#quick [name=ends_at]", "19:00")
        page.press("#quick [name=title]", "Enter")
        when(page, "환영 만찬", "18:00–19:00")

        # With the mouse: an hour earlier; into the second track; longer by half an hour.
        drag(page, block(page, "환영 만찬"), steps=-12)
        when(page, "환영 만찬", "17:00–18:00")
        second_track = page.locator(f'[data-day="{SECOND}"] [data-head="2"]')
        drag(page, block(page, "환영 만찬"), steps=-12, to=second_track)
        expect(page.locator(f'[data-day="{SECOND}"] .item', has_text="환영 만찬")).to_have_attribute(
            "data-track", "2"
        )
        when(page, "환영 만찬", "16:00–17:00")
        drag(page, block(page, "환영 만찬").locator(".pull"), steps=6)
        when(page, "환영 만찬", "16:00–17:30")

        # With keys: an hour later and a quarter longer, told as it goes.
        block(page, "환영 만찬").locator("a.what").focus()
        for _ in range(4):
            page.keyboard.press("PageDown")
        expect(page.locator("#told")).to_contain_text("17:00–18:30")
        when(page, "환영 만찬", "17:00–18:30")
        expect(page.locator(":focus")).to_contain_text("환영 만찬")
        page.keyboard.press("Shift+PageDown")
        when(page, "환영 만찬", "17:00–18:45")

        # Undone once; then taken away and put back.
        page.locator(".news button").click()
        when(page, "환영 만찬", "17:00–18:30")
        block(page, "환영 만찬").locator("a.what").focus()
        page.keyboard.press("Delete")
        expect(block(page, "환영 만찬")).to_have_count(0)
        page.locator(".news button").click()
        when(page, "환영 만찬", "17:00–18:30")
        complaints = page.complaints  # type: ignore[attr-defined]
        page.context.close()

    assert items(asked)["환영 만찬"] == (1, "17:00", "18:30", 2)
    assert complaints == []


def test_a_room_is_not_taken_twice_and_the_screen_says_by_what_in_japanese() -> None:
    asked, kept = edition(), session()
    with opened() as browser:
        page = page_of(*browser, "ja", kept)

        # Onto the hour of the opening, in the same room: refused with both names, and back where it was.
        drag(page, block(page, "토론"), steps=-24)
        expect(page.locator(".news [role=alert]")).to_contain_text("大会議室")
        expect(page.locator(".news [role=alert]")).to_contain_text("개회식（ja）")
        when(page, "토론", "11:00–12:00")
        # Without the room it may.
        page.locator(".news [role=alert] button").click()
        when(page, "토론", "09:00–10:00")
        expect(block(page, "토론")).not_to_contain_text("大会議室")
        complaints = page.complaints  # type: ignore[attr-defined]
        page.context.close()

    assert items(asked)["토론"] == (1, "09:00", "10:00", 1)
    assert complaints == []


def test_a_copy_that_somebody_moved_meanwhile_says_so() -> None:
    asked, kept = edition(), session()
    with opened() as browser:
        one, other = (page_of(*browser, "ko", kept) for _ in range(2))

        drag(one, block(one, "토론"), steps=12)
        when(one, "토론", "12:00–13:00")
        drag(other, block(other, "토론"), steps=24)
        expect(other.locator(".news [role=alert] table")).to_be_visible()
        when(other, "토론", "12:00–13:00")
        drag(other, block(other, "토론"), steps=12)
        when(other, "토론", "13:00–14:00")
        one.context.close()
        other.context.close()

    assert items(asked)["토론"] == (1, "13:00", "14:00", 1)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_board_is_open_to_everybody_on_every_width(width: int, scheme: str) -> None:
    _asked, kept = edition(), session()
    with opened() as browser:
        page = page_of(*browser, "ja", kept, viewport={"width": width, "height": 800}, color_scheme=scheme)

        page.wait_for_load_state("networkidle")
        found = Axe().run(page).response["violations"]
        page.locator("#quick summary").click()
        found += Axe().run(page).response["violations"]
        wide = page.evaluate("document.documentElement.scrollWidth")
        page.context.close()

    assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == []
    assert wide == width
