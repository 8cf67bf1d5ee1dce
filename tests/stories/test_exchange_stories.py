"""The two real exchanges, run by strangers in a browser from copying the last edition to recorded attendance.

The training is run in Korean, with a guest who answers in Japanese and has no account; the workshop in English, with a guest
who answers in Chinese. Names are invented. Days are moved twice: a story cannot wait for the day, nor for the night after it.
"""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.product import announced, free_port, new_home, started
from tests.stories import exchange as x

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def product() -> Iterator[tuple[str, str]]:
    """Where the product runs with its demonstration, and the password it printed."""
    port = free_port()
    with new_home() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTERLOCAL_DEMO", "1")
        with started(home, port) as process:
            announced(process)
            assert process.stdout is not None
            for line in process.stdout:
                if "Password" in line:
                    yield f"http://localhost:{port}", line.split()[-1]
                    return


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = which("chromium") or which("google-chrome")
    assert chromium, "these stories need Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        started_ = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        yield started_
        started_.close()


# The sixteen governments and CLAIR Seoul, with as many people as each sends: 4 + 21 = 25.
TRAINEES = {
    "clair-seoul": ["七海\t宗一郎", "一色\t遥", "四方田\t健太", "髙﨑\t結衣"],
    "shizuoka": ["不破\t理央", "大庭\t陸"],
    "okinawa": ["仲村渠\t海斗"],
    "hokkaido": ["五十嵐\tひかる"],
    "niigata": ["諸橋\t颯太"],
    "ishikawa": ["千代\tあかり"],
    "kyoto": ["九条\t奏"],
    "hyogo": ["二階堂\t翼"],
    "tottori": ["三朝\t大地", "因幡\t美緒"],
    "shimane": ["石見\t楓"],
    "okayama-city": ["吉備\t直人"],
    "hiroshima": ["厳島\tさくら"],
    "yamaguchi": ["長門\t悠"],
    "fukuoka": ["宗像\t亮", "糸島\t真央"],
    "saga": ["有田\t蓮"],
    "nagasaki": ["対馬\t航", "壱岐\t凛"],
}


SUBSTITUTE = {
    "script_language": "ja",
    "family": "松島",
    "given": "湊",
    "reading_family": "まつしま",
    "reading_given": "みなと",
    "reason": "人事異動のため、担当者が交代しました。",
}


def test_the_training_of_gyeongbuk_in_korean_and_japanese(product: tuple[str, str], browser: Browser) -> None:
    team = x.staff(browser, *product, "ko")
    office = team.office

    # Copied: seventeen bodies, programme, lessons. A mail with a link goes to Miyagi; the others send lists to the secretariat.
    x.copy_the_last(office, "gbtr")
    team.approver.slug = office.slug
    x.name_contact(office, "miyagi", name="早乙女", email="story@miyagi.example")
    x.send_invitations(office)
    for step in ("invited", "open"):
        x.take_step(office, step)
    guest, home = x.guest_from_mail(team, "story@miyagi.example", "ja", width=390)
    x.enter(guest, home, family="早乙女", given="翔", post="ソウル事務所 所長", script_language="ja")
    x.enter(guest, home, family="鈴鹿", given="こころ", post="国際政策課 主事", script_language="ja")
    x.nominate(guest, home)
    assert guest.chips("nominated") == 2
    for body, people in TRAINEES.items():
        table = "\n".join(["姓\t名\t職名", *(f"{name}\t国際課 主事" for name in people)])
        x.paste(office, f"{office.preparation}delegation/{body}/", table, rows=len(people))
        x.nominate(office, f"{office.preparation}delegation/{body}/")

    x.approve_everybody(team, 25)
    x.send_somebody_else(team, guest, home, **SUBSTITUTE)
    assert x.count_in(office, "approved") == 25
    assert x.places(office) == (17, 25)
    assert sum("松島" in line for line in _printed_list(office)) == 1

    desk, entrance = x.announce_and_open(team, "본관 1층")
    for typed in ("Matsushima", "仲村渠"):
        x.check_in_by_name(desk, entrance, typed)
    assert x.check_in_the_rest(desk, entrance) == 25
    assert desk.page.evaluate("document.documentElement.scrollWidth") == 360
    x.close_the_day(team)
    assert x.not_said(office, 25, 16) == []
    assert [one.complaints for one in (office, team.approver, team.post, guest, desk)] == [[]] * 5


def _printed_list(office: x.Hand) -> list[str]:
    """The order of precedence as a file."""
    with office.page.expect_download() as download:
        office.page.locator("a[href$='order/list.csv']").click()
    return download.value.path().read_text(encoding="utf-8-sig").splitlines()


# 35 from China, 15 from Japan, 38 from Korea, on lists in the encodings of their offices.
WORKSHOP = {
    "shandong": ("山东", 20, "gb18030"),
    "jiangsu": ("江苏", 15, "gb18030"),
    "tottori": ("鳥取", 8, "shift_jis"),
    "fukuoka": ("福岡", 7, "shift_jis"),
    "seoul": ("서울특별시", 14, "cp949"),
    "busan": ("부산광역시", 12, "cp949"),
    "daegu": ("대구광역시", 12, "cp949"),
}
FAMILIES = {
    "gb18030": ["欧阳", "司徒", "上官", "诸葛", "慕容"],
    "shift_jis": ["三朝", "伯耆", "宗像", "糸島"],
    "cp949": ["남궁", "황보", "제갈", "독고", "선우", "사공"],
}
GIVENS = {
    "gb18030": ["思远", "雨晴", "文博", "子墨", "佳宁", "浩然", "诗涵"],
    "shift_jis": ["大地", "美緒", "航", "楓"],
    "cp949": ["가람", "도윤", "서진", "하린", "은호", "지오", "소율"],
}
HEADS = {
    "gb18030": (["姓", "名", "职务"], "外事办公室 科员"),
    "shift_jis": (["姓", "名", "職名"], "国際課 主事"),
    "cp949": (["성", "이름", "직위"], "국제교류과 주무관"),
}
SUBSTITUTE_FROM_SHANDONG = {
    "script_language": "zh-Hans",
    "family": "尉迟",
    "given": "明轩",
    "reason": "因工作调整，改派他人参加。",
}
_people = {
    encoding: iter([(family, given) for given in GIVENS[encoding] for family in FAMILIES[encoding]])
    for encoding in FAMILIES
}


def _list(folder: Path, body: str, many: int, encoding: str) -> Path:
    """A file as an office would send it."""
    head, post = HEADS[encoding]
    text = io.StringIO()
    csv.writer(text).writerows(
        [head, *([family, given, post] for family, given in islice(_people[encoding], many))]
    )
    path = folder / f"{body}.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def test_the_workshop_of_three_countries_in_english_and_chinese(
    product: tuple[str, str], browser: Browser, tmp_path: Path
) -> None:
    team = x.staff(browser, *product, "en")
    office = team.office

    # From the edition on public record: Gyeongju held the seventh, so the province prepares the next. The record has an eighth.
    x.copy_the_last(office, "cjkw", ordinal="9")
    team.approver.slug = office.slug
    for body, (words, many, _encoding) in WORKSHOP.items():
        x.invite(office, words, quota=many)
        x.name_contact(office, body, name="Focal point", email=f"story@{body}.example")
    x.send_invitations(office)
    for step in ("invited", "open"):
        x.take_step(office, step)

    # Every delegation comes by its own link, from a file in the encoding of its office.
    guests = {}
    for body, (_words, many, encoding) in WORKSHOP.items():
        tongue = {"gb18030": "zh-hans", "shift_jis": "ja", "cp949": "ko"}[encoding]
        guest, home = guests[body] = x.guest_from_mail(team, f"story@{body}.example", tongue)
        x.import_file(guest, home, _list(tmp_path, body, many, encoding), rows=many)
        x.nominate(guest, home)

    x.approve_everybody(team, 35 + 15 + 38)
    x.send_somebody_else(team, *guests["shandong"], **SUBSTITUTE_FROM_SHANDONG)
    assert x.count_in(office, "approved") == 88
    assert x.places(office) == (len(WORKSHOP), 88)

    desk, entrance = x.announce_and_open(team, "Main entrance")
    x.check_in_by_name(desk, entrance, "尉迟明轩")
    assert x.check_in_the_rest(desk, entrance) == 88
    x.close_the_day(team)
    assert x.not_said(office, 35, 15, 38, 88) == []
    everybody = [office, team.approver, team.post, desk, *(guest for guest, _home in guests.values())]
    assert [one.complaints for one in everybody] == [[]] * len(everybody)
