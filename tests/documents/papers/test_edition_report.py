from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from interlocal.arrangements.rules.facts import Spent
from interlocal.documents.formats import docx, hwpx, pdf
from interlocal.documents.formats.document import Blank, Heading, Paragraph, Picture, Pictures, Table
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.papers import edition_report
from interlocal.documents.papers.edition_report_forms import due_on
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts, words


def report(found=None, tongues=("en",), body="", **options):
    return edition_report.build(found or facts(), Wish(tongues, body=body, options=options))


def without(*kinds):
    found = facts()
    return replace(found, words=tuple(one for one in found.words if one.kind not in kinds))


def headings(document, level=2):
    return [plain(one.text) for one in document.blocks if isinstance(one, Heading) and one.level == level]


def part(document, number):
    """The blocks of one part, by its number."""
    at = [index for index, one in enumerate(document.blocks) if isinstance(one, Heading) and one.level == 2]
    return document.blocks[at[number - 1] + 1 : (*at, None)[number]]


def rows(blocks):
    table = next(one for one in blocks if isinstance(one, Table))
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def blanks(blocks):
    return [plain(one.label) for one in blocks if isinstance(one, Blank)]


def pairs(document):
    found = next(one for one in document.blocks if isinstance(one, Pairs))
    return {plain(name): plain(said) for name, said in found.rows}


def test_a_korean_report_has_the_parts_of_korean_reports():
    made = report(tongues=("ko",))

    assert headings(made, 1) == ["국제교류행사 개최 결과보고"]
    assert headings(made) == [
        "1. 개요",
        "2. 추진 일정",
        "3. 과제별 주요 활동",
        "4. 시사점 및 특이사항",
        "5. 향후 조치 계획",
        "6. 국적별 참가 현황",
        "7. 예산 집행 내역",
        "8. 선물 수령 내역",
        "9. 활동 사진",
        "10. 붙임",
    ]


def test_a_japanese_journey_is_reported_to_whoever_sent_it():
    made = report(tongues=("ja",), body="tottori")

    said = [plain(one.text) for one in made.blocks if isinstance(one, Paragraph)]
    assert said[:5] == [
        "2026年11月23日",
        "（宛先）＿＿＿＿＿＿＿＿＿＿＿＿　様",
        "所属・職・氏名　＿＿＿＿＿＿＿＿＿＿＿＿",
        "　下記のとおり出張しましたので、復命します。",
        "記",
    ]
    assert said[-1] == "以上"
    assert headings(made, 1) == ["復命書"]
    assert headings(made)[:3] == ["１　概要", "２　日程", "３　用務の内容"]


def test_a_chinese_report_counts_who_went_first_and_asks_for_three_photographs():
    made = report(tongues=("zh-Hans",), country="cn")

    assert headings(made, 1) == ["出访工作报告"]
    assert headings(made)[:4] == ["一、基本情况", "二、人员构成", "三、日程安排", "四、任务完成情况"]


def test_room_for_photographs_is_left_only_where_there_are_none():
    none = report(facts(photos=()), country="cn")

    assert blanks(part(none, 8)) == ["Photographs to be added: 3"]
    assert blanks(part(report(country="cn"), 8)) == []
    with translation.override("en"):
        lacking = edition_report.lacks(facts(), Wish(("en",), options={"country": "cn"}))
    assert "2 more photographs are needed: a Chinese report has at least three." in lacking


@pytest.mark.parametrize(
    ("made_on", "tongue", "country", "head"),
    [
        (date(2027, 6, 2), "en", "kr", "2. Programme as planned"),
        (date(2027, 6, 3), "en", "kr", "2. Programme as carried out"),
        (date(2027, 6, 2), "zh-Hans", "cn", "三、日程安排"),
        (date(2027, 6, 3), "zh-Hans", "cn", "三、日程执行情况"),
        (date(2027, 6, 2), "ko", "kr", "2. 추진 일정"),
    ],
)
def test_a_programme_is_called_carried_out_from_the_last_day_on(made_on, tongue, country, head):
    made = report(facts(made_on=made_on), tongues=(tongue,), country=country)

    assert head in headings(made)
    table = next(one for one in made.blocks if isinstance(one, Table) and plain(one.caption) in head)
    assert table.rows
    with translation.override("en"):
        lacking = edition_report.lacks(facts(made_on=made_on), Wish(("en",)))
    is_ahead = "The edition is not over yet; the programme is printed as planned." in lacking
    assert is_ahead == (made_on < date(2027, 6, 3))


def test_what_else_is_attached_is_written_into_the_list_and_not_on_a_line_below_it():
    made = part(report(), 10)

    assert [type(one).__name__ for one in made] == ["Bullets"]
    assert plain(made[0].items[-1]) == "Further attachments  " + "＿" * 24


@pytest.mark.parametrize(
    ("options", "body", "title"),
    [
        ({}, "", "Report on the event"),
        ({"kind": "training"}, "", "Report on the training visit"),
        ({"country": "jp"}, "", "Report on official travel"),
        ({}, "jiangsu", "Report on official travel"),
        ({}, "gyeongbuk", "Report on the event"),
    ],
)
def test_what_was_abroad_is_a_journey_and_what_was_at_home_an_event(options, body, title):
    assert headings(report(body=body, **options), 1) == [title]


@pytest.mark.parametrize(
    ("country", "last", "due"),
    [
        ("kr", date(2027, 6, 3), date(2027, 7, 3)),
        # Dragon Boat Festival on Wednesday, 9 June 2027.
        ("cn", date(2027, 6, 3), date(2027, 6, 25)),
        # Friday before the National Day week of 2025, for which 28 September and 11 October, both weekends, are worked.
        ("cn", date(2025, 9, 26), date(2025, 10, 23)),
        ("cn", date(2025, 11, 1), date(2025, 11, 21)),
        ("jp", date(2027, 6, 3), None),
    ],
)
def test_a_report_is_due_by_the_rules_of_its_country(country, last, due):
    assert due_on(country, last) == due


def test_the_overview_says_what_when_who_and_until_when():
    assert pairs(report()) == {
        "Event": "27th Korea–China–Japan Local Government Conference",
        "Purpose": "To strengthen cooperation of local governments",
        "Days": "2–3 June 2027  (2 days)",
        "Place": "Gyeongju, Gyeongsangbuk-do",
        "Organisers": "Gyeongsangbuk-do\nGovernors Association of Korea",
        "Participants": "12 people, 5 delegations and 3 countries",
        "Report due": "Saturday 3 July 2027 (30 days after the last day)",
    }


def test_a_delegation_names_who_travelled_and_counts_itself_alone():
    made = report(body="jiangsu")

    said = pairs(made)
    assert said["Travelled"] == "Deputy Director-General  欧阳思远\n亚洲处处长  阿卜杜热合曼·买买提江"
    assert said["Participants"] == "2 people"
    assert [row[0] for row in rows(part(made, 2))] == ["China", "Total"]


def test_people_are_counted_by_country_and_part_as_the_list_has_them():
    made = part(report(), 6)

    assert rows(made) == [
        ["Korea", "2", "1", "1", "0", "0", "1", "3", "6"],
        ["Japan", "2", "1", "0", "2", "1", "0", "0", "4"],
        ["China", "1", "1", "0", "1", "0", "0", "0", "2"],
        ["Total", "5", "3", "1", "3", "1", "1", "3", "12"],
    ]
    assert plain(made[-1].text) == "The figures are those of the list; nobody was counted on the spot."


def test_whoever_was_counted_on_the_spot_stands_beside_the_list():
    made = part(report(facts(attended={"KR": 5, "JP": 4, "MN": 1})), 6)

    assert [(row[0], row[-2], row[-1]) for row in rows(made)] == [
        ("Korea", "6", "5"),
        ("Japan", "4", "4"),
        ("China", "2", "0"),
        ("Mongolia", "0", "1"),
        ("Total", "12", "10"),
    ]
    assert plain(made[-1].text).startswith("“Attended” was counted on the spot")


def test_what_was_done_is_told_or_has_room_for_each_purpose():
    told, room = part(report(), 3), part(report(without("activity")), 3)

    assert [plain(one.text) for one in told] == ["Main activity", "Cases were shared"]
    assert blanks(room) == ["To strengthen cooperation of local governments"]
    assert blanks(part(report(without("activity", "purpose")), 3)) == ["What was done for each purpose"]


def test_what_is_to_be_done_has_columns_for_who_and_by_when():
    assert rows(part(report(), 5)) == [["1", "Hold working talks", "\n　", ""]]


def test_what_it_taught_is_for_each_side_to_say():
    assert blanks(part(report(body="tottori"), 4)) == ["What follows from it for the own work"]
    assert [plain(one.text) for one in part(report(), 4)] == ["Consider support for young settlers"]


def test_spending_is_summed_by_currency():
    costs = (
        Spent(words("숙박비"), Decimal("4200000.00"), "KRW", "14박"),
        Spent(words("식비"), Decimal(800000), "KRW", ""),
        Spent(words("통역"), Decimal("1200.50"), "CNY", ""),
        Spent(words("임차료"), None, "KRW", ""),
    )

    made = part(report(facts(costs=costs), tongues=("ko",)), 7)

    assert [row[1:3] for row in rows(made)] == [
        ["4,200,000", "KRW"],
        ["800,000", "KRW"],
        ["1,200.50", "CNY"],
        ["", "KRW"],
        ["5,000,000", "KRW"],
        ["1,200.50", "CNY"],
    ]


def test_what_the_organisers_spent_is_not_in_the_report_of_a_guest():
    made = part(report(body="tottori"), 7)

    assert blanks(made) == ["Spending, line by line, with its receipts"]


def test_photographs_have_their_captions():
    taken = next(one for one in part(report(photos="one"), 9) if isinstance(one, Picture))

    assert (plain(taken.caption), taken.alt, taken.width) == ("The opening", "개회식 단체 사진", 0.85)


def test_small_photographs_stand_two_and_two():
    beside = next(one for one in part(report(photos="two"), 9) if isinstance(one, Pictures))

    assert ([plain(one.caption) for one in beside.pictures], beside.columns) == (["The opening"], 2)


def test_an_edition_of_which_nothing_is_known_is_a_form_to_fill_in():
    empty = facts(delegations=(), words=(), costs=(), photos=())
    empty = replace(empty, sheet=replace(empty.sheet, items=()))

    made = report(empty, country="kr")

    assert [len(blanks(part(made, number))) for number in range(1, 11)] == [0, 1, 1, 1, 1, 1, 1, 1, 1, 0]
    assert pairs(made)["Participants"] == "＿" * 12


def test_a_body_that_was_not_invited_has_no_report():
    with pytest.raises(Refused) as refused:
        report(body="nowhere")

    assert refused.value.code == "not_invited"


def test_what_is_missing_is_said_before_printing():
    with translation.override("en"):
        found = edition_report.lacks(
            without("activity", "implication"), Wish(("en",), options={"country": "cn"})
        )

    assert found == (
        "The edition is not over yet; the programme is printed as planned.",
        "No main activity is written down; there will be empty lines.",
        "No findings are written down; there will be empty lines.",
        "Nobody was counted on the spot; the figures are those of the list.",
        "2 more photographs are needed: a Chinese report has at least three.",
        "1 line of spending has no amount.",
    )


def test_a_report_after_the_last_day_is_of_what_was_done():
    after = facts(made_on=date(2027, 6, 4), attended={"KR": 6}, costs=())

    with translation.override("en"):
        assert edition_report.lacks(after, Wish(("en",))) == ()


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "en")])
@pytest.mark.parametrize("country", ["kr", "jp", "cn"])
def test_every_format_takes_it_and_the_same_input_gives_the_same_bytes(tongues, country):
    nasty = words("#let x {{ y }} {% z %} <b>&amp; $x$ =1+1" * 8)
    found = replace(facts(), sheet=replace(facts().sheet, name=nasty))
    for write in (pdf.flow, docx.flow, hwpx.flow):
        first, second = (write(report(found, tongues, country=country)) for _ in range(2))

        assert first == second
