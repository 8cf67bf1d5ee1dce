"""From whom letters of invitation come, and what stands below them."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from interlocal.documents.formats.document import Heading, Letterhead, PageBreak, Table
from interlocal.documents.papers import invitation_letter
from interlocal.documents.papers.wording import plain
from tests.documents.papers.facts import words
from tests.documents.papers.making import item
from tests.documents.papers.test_invitation_letter import changed, pairs, paragraphs, scene, wish


def welcoming(**post):
    """Nobody of the host comes; the greeting is by who holds this post."""
    greeting = replace(scene().said("greeting")[0], speaker=words(**post))
    found = scene(words=(greeting, *(one for one in scene().words if one.kind != "greeting")))
    return changed(found, "gyeongbuk", people=())


def letterhead(document):
    found = next(block for block in document.blocks if isinstance(block, Letterhead))
    return [plain(found.name), *map(plain, found.lines)]


SECRETARY = {
    "ko": "대한민국시도지사협의회 사무총장",
    "en": "Secretary General, Governors Association of Korea",
}


def test_a_letter_comes_from_who_signs_it():
    of_secretariat = invitation_letter.build(welcoming(**SECRETARY), wish("ja", "tottori"))
    of_host = invitation_letter.build(welcoming(ko="경상북도지사"), wish("ja", "tottori"))

    assert letterhead(of_secretariat) == [
        "大韓民国市道知事協議会",
        "대한민국시도지사협의회",
        "Governors Association of Korea",
    ]
    assert of_secretariat.author == "大韓民国市道知事協議会"
    assert letterhead(of_host)[0] == "慶尚北道"


@pytest.mark.parametrize(
    ("asked", "head"),
    [
        ("usual", "Gyeongsangbuk-do"),
        ("host", "Gyeongsangbuk-do"),
        ("secretariat", "Governors Association of Korea"),
    ],
)
def test_the_letterhead_can_be_asked_for(asked, head):
    made = invitation_letter.build(scene(), wish("en", "near", **{"from": asked}))

    assert letterhead(made)[0] == head
    assert any(
        line.startswith(f"{head} has the honour of inviting NEAR Secretariat") for line in paragraphs(made)
    )


def test_who_pays_what_stands_without_empty_lines():
    costs = replace(scene().said("costs")[0], text=words("주최 부담: 숙박.\n\n참가 기관 부담: 항공료."))
    found = scene(words=(costs,))

    assert pairs(invitation_letter.build(found, wish("ko", "near")))["마. 비용 부담"] == (
        "주최 부담: 숙박.\n참가 기관 부담: 항공료."
    )


def breaks(document):
    """What stands first on each new page."""
    return [
        type(block).__name__ for before, block in pairwise(document.blocks) if isinstance(before, PageBreak)
    ]


def test_a_short_roster_stands_below_the_letter_whole_and_a_long_one_on_its_page():
    short = invitation_letter.build(scene(), wish("ko", "tottori"))
    tottori = scene().delegation("tottori")
    crowd = tuple(replace(tottori.people[0], key=f"p-{at}") for at in range(4))
    long = invitation_letter.build(changed(scene(), "tottori", people=crowd), wish("ko", "tottori"))

    roster = next(block for block in short.blocks if isinstance(block, Table))
    assert (roster.whole, [one for one in breaks(short) if one != "Letterhead"]) == (True, [])
    titles = [plain(block.text) for block in short.blocks if isinstance(block, Heading)]
    assert titles == ["붙임 1  초청 대상자 명단"]
    assert [one for one in breaks(long) if one != "Letterhead"] == ["Paragraph"]


def test_a_short_roster_and_the_programme_share_their_pages():
    made = invitation_letter.build(scene(), wish("zh-Hans", "jiangsu"))

    titles = [plain(block.text) for block in made.blocks if isinstance(block, Heading)]
    assert titles == ["附件1　被邀请人员名单", "附件2　日程安排"]
    assert [one for one in breaks(made) if one != "Letterhead"] == ["Heading"]


def test_where_items_are_is_said_when_it_changes():
    first, other = (site.key for site in scene().sheet.sites[:2])
    day, sheet = date(2027, 6, 2), scene().sheet
    items = tuple(
        item(at, "visit", words("시찰", en=f"Visit {at}"), day, hours, site=site)
        for at, (hours, site) in enumerate(
            (("09:00-09:30", first), ("09:30-10:00", first), ("10:00-11:00", other)), start=1
        )
    )

    made = invitation_letter.build(scene(sheet=replace(sheet, items=items)), wish("en", "jiangsu"))

    agenda = [block for block in made.blocks if isinstance(block, Table)][1]
    lines = plain(agenda.rows[0].cells[1]).split("\n")
    assert [line.split(" ", 1)[-1] if line[0].isdigit() else "(place)" for line in lines] == [
        "Visit 1",
        "(place)",
        "Visit 2",
        "Visit 3",
        "(place)",
    ]
