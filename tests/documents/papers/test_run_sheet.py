from dataclasses import replace

import pytest

from interlocal.documents.formats import books, pdf
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import Heading, PageBreak, Paragraph, Table, runs
from interlocal.documents.papers import run_sheet
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from tests.documents.papers.facts import ONE, contacts, facts
from tests.documents.papers.making import item, words

EN = Wish(("en",))
PHONES = {2: "+82-10-9999-0002", 4: "+82-10-9999-0004", 6: "+82-10-9999-0006"}


def role(name):
    return replace(EN, options={"role": name})


def tables(document):
    return [one for one in document.blocks if isinstance(one, Table)]


def rows(table):
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def heads(document, level=2):
    return [plain(one.text) for one in document.blocks if isinstance(one, Heading) and one.level == level]


def said(document):
    return " ".join(run.text for run in runs(document))


def test_the_team_sees_hour_for_hour_what_happens_where_and_whom_to_call():
    made = rows(tables(run_sheet.build(facts(phones=PHONES), EN))[0])

    assert made[1] == [
        "□",
        "10:30–12:00\n90 minutes",
        "Lecture: answers to population decline\nlecture · Lectures\nFor: Everybody (12 people)",
        "Gyeongju HICO",
        "interpreter: LEE Seoyeon +82-10-9999-0004\nContact: 박서준 +82-10-0000-1111",
        "Please bring: Business cards, a laptop",
    ]


def test_an_address_stands_once_a_day():
    made = [row[3] for row in rows(tables(run_sheet.build(facts(), EN))[0])]

    assert [("507 Bomun-ro" in place) for place in made if "HICO" in place] == [True, False, False]


def test_a_contact_who_stands_in_the_team_with_that_number_is_not_told_twice():
    found = facts(phones={6: "010-9999-0006"})
    one = item(1, "visit", words("", en="Visit"), ONE, "09:00-10:00", resources=(6,))
    items = (replace(one, contact="PARK 010-9999-0006"), replace(one, id=2, contact="Desk 054-1"))

    made = run_sheet.build(replace(found, sheet=replace(found.sheet, items=items)), EN)

    assert [row[4] for row in rows(tables(made)[0])] == [
        "officer on duty: PARK Seojun 010-9999-0006",
        "officer on duty: PARK Seojun 010-9999-0006\nContact: Desk 054-1",
    ]


def test_tables_stand_on_one_line():
    made = [row[4] for row in rows(tables(run_sheet.build(facts(), EN))[0])]

    assert "table: Table 1, Table 2" in made


def test_a_walk_needs_no_vehicle():
    found = facts()
    one = item(1, "transfer", words("", en="Walk"), ONE, "09:00-09:10", by="walk")

    assert run_sheet.lacks(replace(found, sheet=replace(found.sheet, items=(one,))), EN) == ()


def test_a_plan_b_stands_beside_what_it_replaces():
    made = rows(tables(run_sheet.build(facts(), EN))[0])

    assert made[2][5] == "Plan B: In rain: Gyeongju National Museum"


def test_how_long_an_item_lasts_is_counted_over_zones():
    made = rows(tables(run_sheet.build(facts(), EN))[1])

    assert made[1][1] == "18:30 KST–19:50 UTC+8\n140 minutes"


def test_each_driver_gets_a_sheet_with_who_rides():
    made = run_sheet.build(facts(phones=PHONES), role("vehicle"))

    assert heads(made) == ["Bus 1   +82-10-9999-0002", "Bus 2", "Telephones"]
    assert rows(tables(made)[0]) == [
        [
            "□",
            "16:00–16:50\n50 minutes",
            "Transfer to the hotel\ntransfer\nFor: Everybody (12 people)",
            "Gyeongju HICO → Lahan Select Gyeongju\nbus\n507 Bomun-ro, Gyeongju-si\n+82-54-702-1000",
            "4 people\nGyeongsangbuk-do: NAMGUNG Minsu (南宮敏秀)\nTottori Prefecture: TAKAHASHI Soemon (髙橋 惣右衛門), OKAZAKI Misaki (岡﨑 美咲), SATO Taro (佐藤 太郎)",
            "",
        ]
    ]


def test_a_driver_learns_that_nobody_is_placed_yet():
    made = run_sheet.build(facts(placed=()), role("vehicle"))

    assert rows(tables(made)[0])[0][4] == "Nobody is placed yet."


@pytest.mark.parametrize(
    ("name", "sheets"),
    [("interpreter", ["LEE Seoyeon", "WANG Li"]), ("officer", ["PARK Seojun"])],
)
def test_each_of_a_role_gets_a_sheet_of_what_they_do(name, sheets):
    made = run_sheet.build(facts(), role(name))

    assert heads(made)[:-1] == sheets


def test_interpreters_see_the_languages():
    made = rows(tables(run_sheet.build(facts(phones=PHONES), role("interpreter")))[0])

    assert [row[4] for row in made] == [
        "Korean → Japanese, Chinese\ninterpreter: LEE Seoyeon +82-10-9999-0004\nWANG Li",
        "Japanese → Korean\ninterpreter: LEE Seoyeon +82-10-9999-0004",
    ]


def test_sheets_for_each_have_the_telephones_on_a_page_of_their_own():
    kept = [type(one) for one in run_sheet.build(facts(), role("vehicle")).blocks[-3:]]
    running = [type(one) for one in run_sheet.build(facts(), EN).blocks[-3:]]

    assert (kept, running) == ([PageBreak, Heading, Table], [Table, Heading, Table])


def test_at_the_end_it_says_whom_to_call():
    made = rows(tables(run_sheet.build(facts(phones=PHONES), EN))[-1])

    assert made == [
        ["PARK Seojun", "officer on duty", "", "+82-10-9999-0006"],
        ["LEE Seoyeon", "interpreter", "Korean and Japanese", "+82-10-9999-0004"],
        ["WANG Li", "interpreter", "Korean and Chinese", ""],
        ["Bus 1", "vehicle", "", "+82-10-9999-0002"],
        ["Bus 2", "vehicle", "", ""],
        ["박서준", "Gyeongsangbuk-do", "Korean and Japanese", "+82-10-0000-1111"],
        ["이서연\nイ・ソヨン", "interpreter\nTottori Prefecture", "Korean and Japanese", "+82-10-0000-2222"],
        ["Gyeongju HICO", "place", "", "+82-54-702-1000"],
        ["Police", "emergency", "", "112"],
        ["Fire brigade and ambulance", "emergency", "", "119"],
    ]


def test_it_can_be_of_one_item():
    made = run_sheet.build(facts(), replace(EN, item=4))

    assert [len(table.rows) for table in tables(made)[:-1]] == [1]


def test_it_says_that_it_is_not_for_guests():
    made = run_sheet.build(facts(), EN)

    assert [
        plain(one.text) for one in made.blocks if isinstance(one, Paragraph) and one.role == "warning"
    ] == ["For the organisers only. Do not hand it to guests."]


def test_delegates_are_not_phoned_and_their_diets_stay_unknown():
    found = facts()
    found = replace(found, contacts=contacts(found), diets=(("MARKER-DIET", 1),))

    for name in ("all", "vehicle", "interpreter", "officer"):
        printed = said(run_sheet.build(found, role(name)))

        assert "example.org" not in printed and "+82-54-000" not in printed and "MARKER" not in printed


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja")])
@pytest.mark.parametrize("name", ["all", "vehicle", "interpreter", "officer"])
def test_it_prints_in_every_format(tongues, name):
    made = run_sheet.build(facts(phones=PHONES), Wish(tongues, options={"role": name}))

    assert not missing(runs(made))
    assert pdf.flow(made).startswith(b"%PDF") and books.workbook(made)


def test_forty_parallel_items_with_endless_titles_print():
    found = facts()
    items = tuple(
        item(number, "visit", words("가나다라마" * 60), ONE, "09:00-10:00", track=number)
        for number in range(40)
    )

    made = run_sheet.build(replace(found, sheet=replace(found.sheet, items=items)), EN)

    assert len(tables(made)[0].rows) == 40
    assert pdf.flow(made).startswith(b"%PDF")


def test_it_lists_what_is_not_known_yet():
    assert run_sheet.lacks(facts(phones=PHONES), EN) == (
        "2 drivers, interpreters and officers have no telephone number.",
        "1 item has no hour.",
        "1 transfer has no vehicle.",
    )


def test_without_anything_it_says_so():
    found = facts(delegations=(), placed=(), words=())
    found = replace(found, sheet=replace(found.sheet, items=(), resources=(), sites=()))

    assert "The programme is empty." in said(run_sheet.build(found, EN))
    assert "Nothing is planned for them yet." in said(run_sheet.build(found, role("officer")))
