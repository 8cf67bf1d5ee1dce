from dataclasses import replace

import pytest

from interlocal.documents.formats import books, docx, html, hwpx, pdf
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import Heading, Paragraph, Table, runs
from interlocal.documents.papers import programme
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents import readers
from tests.documents.papers.facts import ONE, facts
from tests.documents.papers.making import item, name, words

EN = Wish(("en",))


def rows(document):
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[plain(cell) for cell in row.cells] for table in tables for row in table.rows]


def titles(document):
    return [row[1].split("\n")[0] for row in rows(document)]


def with_items(*items):
    found = facts()
    return replace(found, sheet=replace(found.sheet, items=items))


def said(document):
    return " ".join(run.text for run in runs(document))


def test_each_day_has_its_heading_and_its_table():
    made = programme.build(facts(), EN)

    assert [plain(block.text) for block in made.blocks if isinstance(block, Heading)] == [
        "Programme",
        "Wednesday 2 June 2027",
        "Thursday 3 June 2027",
    ]
    assert [len(block.rows) for block in made.blocks if isinstance(block, Table)] == [7, 2]


def test_a_row_tells_hours_title_place_languages_and_remarks():
    made = rows(programme.build(facts(), EN))

    assert made[1] == [
        "10:30–12:00",
        "Lecture: answers to population decline\nLectures\nJapanese → Korean\nInterpreters: LEE Seoyeon",
        "Gyeongju HICO",
        "Please bring: Business cards, a laptop",
    ]


def test_a_workbook_has_languages_in_a_column_of_their_own():
    made = rows(programme.build(facts(), replace(EN, options={"format": "xlsx"})))

    assert made[1][1:4] == [
        "Lecture: answers to population decline\nLectures",
        "Gyeongju HICO",
        "Japanese → Korean\nInterpreters: LEE Seoyeon",
    ]


@pytest.mark.parametrize(
    ("tongue", "line"),
    [
        ("ko", "한국어 ⇄ 일본어 ⇄ 중국어"),
        ("ja", "韓国語 ⇄ 日本語 ⇄ 中国語"),
        ("zh-Hans", "韩语 ⇄ 日语 ⇄ 中文"),
        ("en", "Korean ⇄ Japanese ⇄ Chinese"),
    ],
)
def test_languages_that_are_each_interpreted_into_the_others_are_said_once(tongue, line):
    all_three = ("ko", "ja", "zh-Hans")
    one = item(1, "discussion", words("회의"), ONE, "09:00-10:00", speaking=all_three, into=all_three[::-1])

    made = programme.build(with_items(one), Wish((tongue,)))

    assert rows(made)[0][1].split("\n")[1] == line
    assert not missing(runs(made))


def test_few_remarks_stand_below_their_item():
    plain_items = [item(n, "visit", words("", en=f"Visit {n}"), ONE, "09:00-10:00") for n in range(3)]
    noted = item(9, "meal", words("", en="Lunch"), ONE, "12:00-13:00", note=words("", en="Buffet"))

    made = programme.build(with_items(*plain_items, noted), EN)

    assert rows(made)[3] == ["12:00–13:00", "Lunch\nBuffet"]


def of_countries(*countries):
    """Delegations of these countries that have named nobody."""
    one = next(one for one in facts().delegations if not one.people)
    return tuple(
        replace(one, body=f"b{n}", name=name(f"{n}", f"{n}", f"{n}", f"Body {n}"), country=country)
        for n, country in enumerate(countries)
    )


@pytest.mark.parametrize(
    ("countries", "asked", "line"),
    [
        ("JP JP JP KR", (0, 1, 2), "For: all delegations from Japan"),
        ("JP JP JP KR KR", (0, 1, 2, 3), "For: all delegations from Japan, Body 3"),
        ("JP JP KR", (0, 1), "For: Body 0, Body 1"),
        ("JP JP JP KR", (0, 1), "For: Body 0, Body 1"),
        ("JP " * 9, (0, 1, 2, 3, 4, 5, 6), "For: 7 delegations"),
    ],
)
def test_many_delegations_are_told_by_their_country_or_their_number(countries, asked, line):
    one = item(
        1, "visit", words("", en="Visit"), ONE, "09:00-10:00", bodies=tuple(f"b{number}" for number in asked)
    )

    made = programme.build(replace(with_items(one), delegations=of_countries(*countries.split())), EN)

    assert rows(made)[0][-1] == line


def test_hours_over_midnight_and_into_another_zone_say_so():
    made = rows(programme.build(facts(), EN))

    assert [made[6][0], made[7][0], made[8][0]] == [
        "23:00–01:00 (+1)",
        "all day",
        "18:30 KST–19:50 UTC+8",
    ]


def test_what_is_only_sought_is_marked_and_what_was_declined_is_left_out():
    one = item(1, "visit", words("", en="Asked"), ONE, "09:00-10:00", state="sought")
    other = item(2, "visit", words("", en="Declined"), ONE, "10:00-11:00", state="declined")

    made = programme.build(with_items(one, other), EN)

    assert [row[1] for row in rows(made)] == ["Asked\nto be confirmed"]


def test_a_delegation_gets_its_own_items():
    made = programme.build(facts(), replace(EN, body="clair-seoul"))

    assert titles(made) == [
        "Opening ceremony",
        "Lecture: answers to population decline",
        "Welcome lunch",
        "Transfer to the hotel",
        "Night performance at Woljeonggyo",
        "Time of your own",
    ]
    assert next(plain(block.text) for block in made.blocks if isinstance(block, Paragraph)) == "CLAIR Seoul"


def test_a_person_gets_what_they_take_part_in_and_where_they_were_put():
    made = programme.build(facts(), replace(EN, person="p-abdu"))

    assert titles(made) == [
        "Opening ceremony",
        "Lecture: answers to population decline",
        "Visit to Bulguksa Temple",
        "Welcome lunch",
        "Transfer to the hotel",
        "Night performance at Woljeonggyo",
        "Time of your own",
        "Flight home, Gimhae–Shanghai",
    ]
    assert [row[3] for row in rows(made)][3:5] == ["Your place: Table 2", "Your place: Bus 2"]


def test_somebody_who_is_not_on_the_list_has_no_programme():
    with pytest.raises(Refused) as refused:
        programme.build(facts(), replace(EN, person="nobody"))

    assert refused.value.code == "not_on_list"


def test_the_public_programme_holds_public_items_without_whom_they_are_for():
    made = programme.build(facts(), replace(EN, options={"items": "public"}))

    assert titles(made) == [
        "Opening ceremony",
        "Lecture: answers to population decline",
        "Visit to Bulguksa Temple",
        "Welcome lunch",
        "Night performance at Woljeonggyo",
        "Time of your own",
    ]
    assert "Jiangsu" not in said(made) and "laptop" not in said(made)


def test_a_public_item_keeps_the_name_of_its_track():
    made = programme.build(facts(), replace(EN, options={"items": "public"}))

    assert rows(made)[1][1] == "Lecture: answers to population decline\nLectures"


def test_a_delegation_can_have_what_is_public_of_its_own():
    made = programme.build(facts(), replace(EN, body="clair-seoul", options={"items": "public"}))

    assert titles(made) == [
        "Opening ceremony",
        "Lecture: answers to population decline",
        "Welcome lunch",
        "Night performance at Woljeonggyo",
        "Time of your own",
    ]


def test_parallel_items_stand_side_by_side_when_asked():
    made = programme.build(facts(), replace(EN, options={"tracks": "beside"}))
    first = next(block for block in made.blocks if isinstance(block, Table))

    assert [plain(column.head) for column in first.columns] == ["Time", "Everybody", "Lectures", "Visits"]
    assert [plain(cell).split("\n")[0] for cell in first.rows[1].cells] == [
        "10:30–12:00",
        "",
        "Lecture: answers to population decline",
        "Visit to Bulguksa Temple",
    ]
    assert made.landscape


def test_parallel_items_that_end_at_different_hours_each_say_theirs():
    one = item(1, "visit", words("", en="Short"), ONE, "09:00-10:00", track=1)
    other = item(2, "visit", words("", en="Long"), ONE, "09:00-11:00", track=2)

    made = programme.build(with_items(one, other), replace(EN, options={"tracks": "beside"}))

    assert rows(made) == [["", "09:00–10:00\nShort", "09:00–11:00\nLong"]]


def test_two_languages_stand_below_each_other_and_their_days_side_by_side():
    made = programme.build(facts(), Wish(("ko", "ja")))

    assert rows(made)[0][1] == (
        "개회식\n開会式\n한국어 → 일본어, 중국어\n韓国語 → 日本語、中国語\n"
        "통역: 이서연, 왕리\n通訳：イ・ソヨン、WANG Li"
    )
    assert plain(next(block for block in made.blocks if isinstance(block, Table)).caption) == (
        "2027년 6월 2일(수) / 2027年6月2日(水)"
    )


def test_nobody_is_phoned_by_a_programme():
    marked = facts(phones=dict.fromkeys(range(10), "PHONE-MARKER"))
    sheet = replace(
        marked.sheet,
        items=tuple(
            replace(one, contact="CONTACT-MARKER", plan_b=words("PLAN-MARKER")) for one in marked.sheet.items
        ),
    )

    for wish in (EN, replace(EN, body="tottori"), replace(EN, person="p-sato")):
        printed = said(programme.build(replace(marked, sheet=sheet), wish))

        assert "MARKER" not in printed and "+82" not in printed


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja")])
def test_it_prints_in_every_format(tongues):
    made = programme.build(facts(), Wish(tongues))

    assert not missing(runs(made))
    assert pdf.flow(made).startswith(b"%PDF")
    assert docx.flow(made) and hwpx.flow(made) and html.page(made) and books.workbook(made)


@pytest.mark.slow
def test_forty_parallel_items_with_endless_titles_print():
    items = [
        item(
            number,
            "visit",
            words("가나다라마" * 60, en="A very long title " * 17),
            ONE,
            "09:00-10:00",
            track=number,
        )
        for number in range(40)
    ]

    for tracks in ("below", "beside"):
        made = programme.build(with_items(*items), replace(EN, options={"tracks": tracks}))

        assert len(rows(made)) == 40
        assert "Averylongtitle" in readers.words(pdf.flow(made))


def test_an_empty_programme_says_so():
    made = programme.build(with_items(), EN)

    assert "The programme is empty." in said(made)
    assert programme.lacks(with_items(), EN) == ()


def test_it_lists_what_is_not_known_yet():
    assert programme.lacks(facts(), EN) == (
        "1 item has no hour.",
        "3 items have no place.",
        "1 item is not confirmed.",
    )
