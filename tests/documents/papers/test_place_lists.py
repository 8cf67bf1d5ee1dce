from dataclasses import replace

import pytest

from interlocal.arrangements.rules.facts import Placed
from interlocal.documents.formats import books, pdf
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import Heading, Table, runs
from interlocal.documents.papers import car_list, room_list, table_list
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from tests.documents.papers.facts import big, contacts, facts

EN = Wish(("en",))
PHONES = {2: "+82-10-9999-0002"}


def rows(document):
    tables = [one for one in document.blocks if isinstance(one, Table)]
    return [[plain(cell) for cell in row.cells] for table in tables for row in table.rows]


def heads(document):
    return [plain(one.text) for one in document.blocks if isinstance(one, Heading)]


def said(document):
    return " ".join(run.text for run in runs(document))


def test_each_vehicle_of_an_item_has_its_people_in_order():
    made = car_list.build(facts(), EN)

    assert heads(made) == ["Vehicle list", "Transfer to the hotel"]
    assert rows(made)[:3] == [
        ["Bus 1   4 people, room for 4"],
        ["1", "南宮敏秀", "NAMGUNG Minsu", "Gyeongsangbuk-do", "head of delegation"],
        ["2", "髙橋 惣右衛門", "TAKAHASHI Soemon", "Tottori Prefecture", "head of delegation"],
    ]


def test_who_has_no_place_yet_is_listed():
    made = table_list.build(facts(), EN)

    assert rows(made)[-2:] == [
        ["Not placed yet"],
        ["1", "제갈 하늘", "JEGAL Haneul", "Gyeongsangbuk-do", "staff"],
    ]


def test_a_hotel_room_holds_for_all_the_days():
    made = room_list.build(facts(), EN)

    assert [row[:2] for row in rows(made)[:2]] == [["1", "Room 1203"], ["2", "Room 1203"]]
    assert [row[0] if len(row) == 1 else row[2] for row in rows(made)] == [
        "岡﨑 美咲",
        "Alexandra Fitzgerald-Montgomery",
        "Not placed yet",
        "南宮敏秀",
        "김민지",
        "제갈 하늘",
        "髙橋 惣右衛門",
        "佐藤 太郎",
        "欧阳思远",
        "阿卜杜热合曼·买买提江",
    ]


def test_a_driver_is_called_only_where_the_organisers_asked_for_it():
    without = said(car_list.build(facts(phones=PHONES), EN))
    with_phones = said(car_list.build(facts(phones=PHONES), replace(EN, options={"phones": "with"})))

    assert "9999" not in without
    assert "Tel. +82-10-9999-0002" in with_phones


def test_tables_and_rooms_know_no_telephone():
    asked = replace(EN, options={"phones": "with"})

    assert room_list.PAPER.shows == table_list.PAPER.shows == ("public",)
    assert car_list.PAPER.shows == ("public", "inner")
    assert room_list.PAPER.options == table_list.PAPER.options == ()
    assert "+82" not in said(room_list.build(facts(), asked)) + said(table_list.build(facts(), asked))


def test_a_delegation_sees_its_own_people():
    made = car_list.build(facts(), replace(EN, body="tottori"))

    assert [row[0] if len(row) == 1 else row[1] for row in rows(made)] == [
        "Bus 1   3 people, room for 4",
        "髙橋 惣右衛門",
        "岡﨑 美咲",
        "佐藤 太郎",
    ]


def test_one_item_shows_where_its_people_are_and_else_what_holds_for_all_days():
    placed = (*facts().placed, Placed(3, None, ("p-kim",)))

    of_item = car_list.build(facts(placed=placed), replace(EN, item=6))
    of_another = car_list.build(facts(placed=placed), replace(EN, item=3))

    assert heads(of_item) == ["Vehicle list", "Transfer to the hotel"]
    assert heads(of_another) == ["Vehicle list"]
    assert rows(of_another)[1:3] == [
        ["Bus 2   1 person, room for 40"],
        ["1", "김민지", "KIM Minji", "Gyeongsangbuk-do", "deputy head"],
    ]


def test_a_workbook_names_the_vehicle_in_each_row():
    made = car_list.build(facts(phones=PHONES), replace(EN, options={"format": "xlsx", "phones": "with"}))

    assert rows(made)[0] == [
        "1",
        "Bus 1",
        "南宮敏秀",
        "NAMGUNG Minsu",
        "Gyeongsangbuk-do",
        "head of delegation",
        "+82-10-9999-0002",
    ]


def test_delegations_without_names_are_counted_below():
    assert "Announced without names: 3 people." in said(table_list.build(facts(), EN))


def test_nobody_placed_means_everybody_waits():
    made = room_list.build(facts(placed=()), EN)

    assert rows(made)[0] == ["Not placed yet"]
    assert "1 room is free." in said(made)
    assert room_list.lacks(facts(placed=()), EN) == ("9 people are not placed yet.",)


def test_a_room_with_a_bed_left_says_for_how_many_it_is():
    made = room_list.build(facts(placed=(Placed(9, None, ("p-okazaki",)),)), EN)

    assert rows(made)[0][1] == "Room 1203\nroom for 2"
    assert "free" not in said(made)


def test_an_empty_vehicle_has_its_line_and_no_row():
    made = car_list.build(facts(placed=(Placed(3, 6, ("p-kim",)),)), EN)

    assert rows(made)[:2] == [["Bus 1   0 people, room for 4"], ["Bus 2   1 person, room for 40"]]


def test_without_anything_to_place_people_in_it_says_so():
    found = facts(placed=())
    found = replace(found, sheet=replace(found.sheet, resources=()))

    assert "Nobody is placed yet." in said(car_list.build(found, EN))
    assert car_list.lacks(found, EN) == ("Nothing to place people in was entered.",)


def test_what_is_too_full_is_named():
    crowded = (Placed(2, 6, tuple(one.key for one in facts().people())),)

    assert car_list.lacks(facts(placed=crowded), EN) == (
        "Bus 1 has room for 4, and 9 people are placed there.",
    )


def test_nothing_personal_is_in_them():
    found = facts(contacts=contacts(), diets=(("MARKER-DIET", 1),))

    for paper in (car_list, room_list, table_list):
        printed = said(paper.build(found, replace(EN, options={"phones": "with"})))

        assert "MARKER" not in printed and "example.org" not in printed and "+82-54-000" not in printed


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja")])
@pytest.mark.parametrize("paper", [car_list, room_list, table_list])
def test_they_print_in_every_format(paper, tongues):
    made = paper.build(facts(), Wish(tongues))

    assert not missing(runs(made))
    assert pdf.flow(made).startswith(b"%PDF") and books.workbook(made)


def test_a_thousand_people_print():
    made = room_list.build(big(1000), EN)

    assert len(rows(made)) == 1001
    assert pdf.flow(made).startswith(b"%PDF")
