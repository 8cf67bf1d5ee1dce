"""A stranger starts the product with its command and reads the seven systems, with the mouse, in each of the four languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.product import announced, free_port, new_home, started

pytestmark = pytest.mark.slow
TONGUES = ("ko", "ja", "zh-hans", "en")


@dataclass(frozen=True, slots=True)
class Visit:
    page: Page
    address: str
    complaints: list[str]

    def go(self, path: str) -> None:
        self.page.goto(self.address + path)

    def says(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)


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
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visitor whose browser asks for the language of the scene; anything the browser complains of fails it."""
    tongue = request.node.callspec.params.get("tongue", "en")
    locale = {"zh-hans": "zh-CN"}.get(tongue, tongue)
    context = browser.new_context(locale=locale, viewport={"width": 1200, "height": 900})
    page, complaints = context.new_page(), list[str]()
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Visit(page, address, complaints)
    context.close()
    assert complaints == []


@pytest.mark.parametrize("tongue", TONGUES)
def test_from_the_front_door_to_an_edition_and_into_another_language(visit: Visit, tongue: str) -> None:
    page = visit.page

    visit.go("/")
    first = page.url
    page.locator(f"nav a[href='/{tongue}/series/']").first.click()
    page.locator(f"main a[href='/{tongue}/series/kjgm/']").first.click()
    lapses = page.locator("main svg").count()
    page.locator(f"main a[href='/{tongue}/editions/kjgm-8/']").first.click()
    other = "ja" if tongue != "ja" else "ko"
    page.locator(f"a[hreflang='{other}']").first.click()

    assert first == f"{visit.address}/{tongue}/"
    assert lapses >= 1
    assert page.url == f"{visit.address}/{other}/editions/kjgm-8/"
    assert page.locator("html").get_attribute("lang") == other


# What each page must say in every language: words of the record, not of the interface.
SYSTEMS = {
    "the training and its two days": (
        "editions/gbtr-2025/",
        {
            "ko": ("2025년 6월 19", "25명", "하회마을", "불국사", "강석희"),
            "ja": ("2025年6月19", "25", "河回村", "仏国寺", "藤田悦生"),
            "zh-hans": ("2025年6月19", "25", "河回村", "佛国寺", "藤田悦生"),
            "en": ("19–20 June 2025", "25 people", "Hahoe", "Bulguksa", "Fujita Etsuo"),
        },
    ),
    "the council and its seven offices": (
        "bodies/clair/",
        {
            "ko": ("1988년 7월", "7"),
            "ja": ("自治体国際化協会", "1988年7月", "7"),
            "zh-hans": ("自治体国际化协会", "1988年7月", "7"),
            "en": ("Council of Local Authorities for International Relations", "July 1988", "CLAIR Paris"),
        },
    ),
    "the governors' meeting and its lapses": (
        "series/kjgm/",
        {
            "ko": ("한일시장지사회의", "1999년", "2017", "2023"),
            "ja": ("日韓知事会議", "1999年", "2017", "2023"),
            "zh-hans": ("1999年", "2017", "2023"),
            "en": ("Korea–Japan Governors", "1999", "2017", "2023"),
        },
    ),
    "its eighth edition and what is being explored": (
        "editions/kjgm-8/",
        {
            "ko": ("제8회", "인천광역시", "김민석", "아베 슈이치"),
            "ja": ("第8回", "仁川", "金民錫", "阿部守一"),
            "zh-hans": ("第8届", "仁川", "阿部守一"),
            "en": ("8th", "Incheon", "Kim Min-seok", "Abe Shuichi", "Youth Forum"),
        },
    ),
    "the officials' workshop and its sum": (
        "editions/cjkw-7/",
        {
            "ko": ("제7회", "경주", "35", "15", "38", "88"),
            "ja": ("第7回", "慶州", "35", "15", "38", "88"),
            "zh-hans": ("第7届", "庆州", "35", "15", "38", "88"),
            "en": ("7th", "Gyeongju", "35 (China) + 15 (Japan) + 38 (Korea) = 88"),
        },
    ),
    "the memorandum of the ministry and the governors": (
        "ties/mofa-garok-mou/",
        {
            "ko": ("외교부", "대한민국시도지사협의회", "2024년 4월 23일"),
            "ja": ("外交部", "2024年4月23日"),
            "zh-hans": ("外交部", "2024年4月23日"),
            "en": ("Ministry of Foreign Affairs", "Governors Association", "23 April 2024"),
        },
    ),
    "a policy shared": (
        "topics/low-birth-rate/",
        {"ko": ("저출생",), "ja": ("少子化",), "zh-hans": ("生育",), "en": ("Low birth rate",)},
    ),
}


@pytest.mark.parametrize("tongue", TONGUES)
def test_the_seven_systems_can_be_read_with_their_sources(visit: Visit, tongue: str) -> None:
    for path, texts in SYSTEMS.values():
        visit.go(f"/{tongue}/{path}")

        visit.says(*texts[tongue])
        assert visit.page.locator("main a[href*='/sources/']").count() >= 1 or path.startswith("topics"), path


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_name_in_any_script_leads_to_the_same_body(visit: Visit, tongue: str) -> None:
    for words in ("경북", "慶尚北道", "庆尚北道", "Gyeongsangbuk"):
        visit.go(f"/{tongue}/")
        visit.page.locator("input[name=q]").first.fill(words)
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/search/**")

        found = visit.page.locator("main a[href*='/bodies/']").first
        assert found.get_attribute("href") == f"/{tongue}/bodies/gyeongbuk/", words


@pytest.mark.parametrize("tongue", ["ko", "ja"])
def test_on_a_phone_nothing_runs_off_the_side(visit: Visit, tongue: str) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    wide = []

    for path in (
        "",
        "series/kjgm/",
        "editions/gbtr-2025/",
        "bodies/",
        "bodies/gyeongbuk/",
        "ties/",
        "conflicts/",
    ):
        visit.go(f"/{tongue}/{path}")
        if visit.page.evaluate("document.documentElement.scrollWidth") > 360:
            wide.append(path)

    assert wide == []


@pytest.mark.parametrize("tongue", TONGUES)
def test_no_english_is_left_between_the_lines(visit: Visit, tongue: str) -> None:
    """Interface text of the main pages: navigation, headings and table heads are in the page's language."""
    english = re.compile(r"[A-Za-z ,'’-]{4,}")
    shown: list[str] = []
    for path in (
        "",
        "series/",
        "series/cjkw/",
        "editions/",
        "editions/cjkw-7/",
        "bodies/",
        "ties/",
        "conflicts/",
    ):
        visit.go(f"/{tongue}/{path}")
        interface = visit.page.locator("nav a:not([hreflang]), main h2:not(:has([lang])), main th[scope=col]")
        shown += [f"{path}: {text.strip()}" for text in interface.all_inner_texts()]

    left = [text for text in shown if english.fullmatch(text.partition(": ")[2])]
    assert len(shown) > 40
    assert left == [] or tongue == "en"
