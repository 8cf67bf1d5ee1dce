"""A stranger types what comes to mind, in any of the four languages, with the keyboard and with an input method, and finds it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from shutil import which
from urllib.parse import parse_qs, quote, urlsplit
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, CDPSession, Page, Route, expect, sync_playwright

from tests.product import announced, free_port, new_home, started

pytestmark = pytest.mark.slow
TONGUES = ("ko", "ja", "zh-hans", "en")
# Longer than the pause after which the box asks.
LONGER = 500
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass(frozen=True, slots=True)
class Visit:
    """`asked`: what the box has asked for, in order."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        return self.address + path

    def box(self, tongue: str = "en") -> None:
        self.page.goto(self.at(f"/{tongue}/about/"))
        self.page.locator("#find").click()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def chosen(self) -> str:
        """The option that is pointed at."""
        option = self.page.locator("#find").get_attribute("aria-activedescendant")
        return self.page.locator(f"#{option}[aria-selected=true]").inner_text() if option else ""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    port = free_port()
    with new_home() as home, started(home, port) as process:
        announced(process)
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = which("chromium") or which("google-chrome")
    assert chromium, "these stories need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Anything the browser complains of fails the scene."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page, complaints = context.new_page(), list[str]()
    visit = Visit(page, address)
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: _note(visit, request.url))
    yield visit
    context.close()
    assert complaints == []


def _note(visit: Visit, url: str) -> None:
    if "/search/suggest" in url:
        visit.asked.append(parse_qs(urlsplit(url).query)["q"][0])


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("words", ["경상", "慶尚", "庆尚", "gyeongsangb"])
def test_a_name_is_suggested_in_any_script_and_chosen_with_the_keys(
    visit: Visit, tongue: str, words: str
) -> None:
    visit.box(tongue)

    visit.page.keyboard.type(words)
    expect(visit.page.locator(".suggestions li").first).to_be_visible()
    visit.press("ArrowDown", "Enter")

    visit.page.wait_for_url(f"**/{tongue}/bodies/gyeongbuk/")


def test_keys_move_through_the_suggestions_and_back_to_what_was_typed(visit: Visit) -> None:
    visit.box()
    visit.page.keyboard.type("gyeong")
    options = visit.page.locator(".suggestions li")
    expect(options.first).to_be_visible()
    names = options.all_inner_texts()

    seen = []
    for key in ("ArrowDown", "ArrowDown", "End", "Home", "ArrowUp", "ArrowUp"):
        visit.press(key)
        seen.append(visit.chosen())

    assert seen == [names[0], names[1], names[-1], names[0], "", names[-1]]
    assert visit.page.locator("#find").input_value() == "gyeong"


def test_escape_closes_the_list_and_enter_then_searches_for_the_words(visit: Visit) -> None:
    box = visit.page.locator("#find")
    visit.box()
    visit.page.keyboard.type("gyeong")
    expect(box).to_have_attribute("aria-expanded", "true")

    visit.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    visit.press("Enter")

    visit.page.wait_for_url("**/en/search/?q=gyeong")


def test_the_mouse_chooses_as_well(visit: Visit) -> None:
    visit.box()
    visit.page.keyboard.type("tottori")

    visit.page.locator(".suggestions li").first.click()

    visit.page.wait_for_url("**/en/bodies/tottori/")


def test_the_open_list_can_be_read_by_everybody(visit: Visit) -> None:
    visit.box("ja")
    visit.page.keyboard.type("gyeong")
    expect(visit.page.locator(".suggestions li").first).to_be_visible()
    visit.press("ArrowDown")

    found = Axe().run(visit.page, options={"runOnly": RULES}).response["violations"]

    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert visit.page.locator("[role=status]").first.inner_text() != ""


# -- an input method composes: ㄱ, 겨, 경 are not yet what is meant --


def compose(session: CDPSession, text: str) -> None:
    session.send(
        "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
    )


def enter_of_the_input_method(session: CDPSession) -> None:
    """The key that takes over what was composed; browsers call it 229."""
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229, "nativeVirtualKeyCode": 229}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})


@pytest.mark.parametrize(
    ("steps", "word"),
    [
        (("ㄱ", "겨", "경", "경ㅂ", "경부", "경북"), "경북"),
        (("ｔ", "と", "とっと", "とっとり", "鳥取"), "鳥取"),
        (("j", "jiang", "江"), "江苏"),
    ],
)
def test_nothing_is_asked_and_no_key_is_taken_while_a_character_is_composed(
    visit: Visit, steps: tuple[str, ...], word: str
) -> None:
    visit.box("ko")
    session = visit.page.context.new_cdp_session(visit.page)

    for step in steps:
        compose(session, step)
    visit.page.wait_for_timeout(LONGER)
    before = list(visit.asked)
    enter_of_the_input_method(session)
    visit.page.wait_for_timeout(LONGER)
    still = visit.page.url, visit.page.locator("#find").input_value()
    session.send("Input.insertText", {"text": word})
    expect(visit.page.locator(".suggestions li").first).to_be_visible()

    assert before == []
    assert still == (visit.at("/ko/about/"), steps[-1])
    assert (visit.asked, visit.page.locator("#find").input_value()) == ([word], word)


def test_beginning_a_character_calls_off_what_was_being_asked(visit: Visit) -> None:
    visit.box("ko")
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Input.insertText", {"text": "경"})

    compose(session, "ㅂ")
    visit.page.wait_for_timeout(LONGER)

    assert visit.asked == []
    expect(visit.page.locator(".suggestions li")).to_have_count(0)


def test_an_answer_that_comes_too_late_is_not_shown(visit: Visit) -> None:
    held: list[Route] = []
    visit.page.route("**/search/suggest?q=tott", lambda route: held.append(route))
    visit.box()
    visit.page.keyboard.type("tott")
    visit.page.wait_for_timeout(LONGER)

    visit.page.locator("#find").fill("gyeongbuk")
    expect(visit.page.locator(".suggestions li").first).to_contain_text("Gyeongsangbuk-do")

    assert len(held) == 1
    assert visit.asked == ["tott", "gyeongbuk"]


def test_without_script_the_box_is_a_form(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/ja/")

    page.locator("#find").fill("경북")
    page.locator("#find").press("Enter")

    page.wait_for_url("**/ja/search/**")
    assert page.locator(".found a").first.get_attribute("href") == "/ja/bodies/gyeongbuk/"
    context.close()


def test_a_search_is_narrowed_and_widened_again(visit: Visit) -> None:
    page = visit.page
    page.goto(visit.at("/en/search/?q=%EA%B4%80%EA%B4%91"))
    page.get_by_text("Narrow the results").click()
    page.get_by_label("Year").select_option("2025")
    page.get_by_role("button", name="Apply").click()
    page.wait_for_url("**year=2025**")
    narrow = page.locator(".found > li").count()

    page.locator(".kept a").first.click()
    page.wait_for_url(lambda url: "year" not in url)

    assert 0 < narrow < page.locator(".found > li").count()


# -- each of the seven systems, from any of the four languages --

SYSTEMS = {
    "series/gbtr": ("초청 연수", "招請研修", "邀请研修", "invitation training"),
    "body/clair": ("자치체국제화협회", "クレア", "自治体国际化协会", "CLAIR"),
    "series/kjgm": ("한일시장지사회의", "日韓知事会議", "韩日知事会议", "Korea-Japan Governors' Meeting"),
    "topic/youth-exchange": ("청소년 포럼", "青少年フォーラム", "青少年论坛", "youth forum"),
    "series/cjkw": (
        "한일중 공무원 3국 협력 워크숍",
        "日中韓公務員",
        "韩日中公务员三国合作研讨会",
        "Trilateral Cooperation Workshop",
    ),
    "body/garok": ("시도지사협의회", "全国市道知事協議会", "全国市道知事协议会", "GAROK"),
    "topic/tourism": ("관광", "観光", "旅游", "tourism"),
    "body/gyeongbuk": ("경북", "慶尚北道", "庆尚北道", "Gyeongbuk"),
    "person/fujita-etsuo": ("후지타 에쓰오", "ふじた えつお", "藤田悦夫", "Etsuo Fujita"),
}


@pytest.mark.parametrize("system", SYSTEMS)
def test_what_comes_to_mind_leads_to_it(address: str, system: str) -> None:
    far = []
    for words in SYSTEMS[system]:
        for tongue in TONGUES:
            with urlopen(f"{address}/{tongue}/search.json?q={quote(words)}") as answer:
                results = json.load(answer)["results"]
            if system not in [f"{one['kind']}/{one['id']}" for one in results[:12]]:
                far.append((words, tongue))

    assert far == []
