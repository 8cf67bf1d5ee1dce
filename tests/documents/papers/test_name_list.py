from dataclasses import replace

import pytest

from interlocal.documents.formats import books, docx, hwpx, pdf
from interlocal.documents.formats.document import Paragraph, Table
from interlocal.documents.papers import listing, name_list
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from tests.documents.papers.facts import facts, released

KO = Wish(("ko",))


def table(document):
    return next(block for block in document.blocks if isinstance(block, Table))


def rows(document):
    return [[plain(cell) for cell in row.cells] for row in table(document).rows]


def option(**options):
    return replace(KO, options=options)


def test_everybody_stands_in_the_order_under_the_name_of_their_delegation():
    made = rows(name_list.build(facts(), KO))

    assert [row[:2] for row in made[:-1]] == [
        ["경상북도"],
        ["1", "南宮敏秀"],
        ["2", "김민지"],
        ["3", "제갈 하늘"],
        ["돗토리현"],
        ["4", "髙橋 惣右衛門"],
        ["5", "岡﨑 美咲"],
        ["6", "佐藤 太郎"],
        ["장쑤성"],
        ["7", "欧阳思远"],
        ["8", "阿卜杜热合曼·买买提江"],
        ["일본자치체국제화협회 서울사무소"],
        ["9", "Alexandra Fitzgerald-Montgomery"],
    ]


def test_a_delegation_without_names_stands_with_its_number():
    made = rows(name_list.build(facts(), Wish(("en",))))

    assert made[-1] == ["NEAR Secretariat  3 people, without names"]


def test_a_row_has_every_script_the_post_in_both_languages_and_what_they_come_as():
    made = rows(name_list.build(facts(), KO))

    assert made[5] == [
        "4",
        "髙橋 惣右衛門",
        "TAKAHASHI Soemon",
        "다카하시 소에몬\nたかはし そうえもん",
        "돗토리현 지사\n鳥取県知事",
        "단장",
    ]


def test_the_order_says_on_what_it_rests_and_whose_viewpoint_it_is():
    made = name_list.build(facts(), Wish(("en",)))

    notes = [
        plain(block.text) for block in made.blocks if isinstance(block, Paragraph) and block.role == "note"
    ]
    assert notes[0] == (
        "Order of delegations: host first, then alphabetical (Korean). Within a delegation: rank, then date in post. "
        "Viewpoint: Governors Association of Korea."
    )
    assert notes[1] == "Total: 9 people. Announced without names: 3 people."


def test_an_order_that_no_alphabet_makes_names_no_language():
    rests_on = plain(listing.basis(facts(order_rule="rotation"), Wish(("en",))))

    assert rests_on.startswith("Order of delegations: rotation of the chair. Within")


def test_a_workbook_names_the_delegation_in_each_row_and_says_its_notes_above():
    made = name_list.build(facts(), option(format="xlsx"))

    assert [row[1] for row in rows(made)][:4] == ["경상북도", "경상북도", "경상북도", "돗토리현"]
    assert not any(row.band for row in table(made).rows)
    assert not any("\n" in cell for row in rows(made) for cell in row)
    assert isinstance(made.blocks[-1], Table)
    assert [block.role for block in made.blocks if isinstance(block, Paragraph)] == ["lead"] * 5


def test_support_staff_can_be_left_out_and_the_numbers_run_on():
    made = rows(name_list.build(facts(), option(who="seated", group="one", columns="names")))

    assert [(row[0], row[2]) for row in made[:-1]] == [
        ("1", "南宮敏秀"),
        ("2", "김민지"),
        ("3", "髙橋 惣右衛門"),
        ("4", "岡﨑 美咲"),
        ("5", "欧阳思远"),
        ("6", "阿卜杜热合曼·买买提江"),
        ("7", "Alexandra Fitzgerald-Montgomery"),
    ]


def test_one_delegation_is_listed_alone():
    made = rows(name_list.build(facts(), replace(KO, body="jiangsu")))

    assert [row[1] for row in made] == ["장쑤성", "장쑤성"]


def test_an_empty_list_is_a_sheet_that_says_so():
    made = name_list.build(facts(delegations=()), Wish(("en",)))

    assert "Nobody is on the list yet." in [
        plain(block.text) for block in made.blocks if isinstance(block, Paragraph)
    ]
    assert pdf.flow(made).startswith(b"%PDF")


def test_what_the_record_lacks_is_counted_before_printing():
    assert name_list.lacks(facts(), KO) == (
        "2 names have a spelling or reading that nobody confirmed; they are printed with ◦.",
    )


def test_the_explanation_of_the_mark_is_there_only_where_a_name_bears_it():
    with_guess = name_list.build(facts(), Wish(("en",)))
    without = name_list.build(facts(), replace(KO, body="jiangsu", tongues=("en",)))

    told = [
        any("◦" in plain(b.text) for b in made.blocks if isinstance(b, Paragraph))
        for made in (with_guess, without)
    ]
    assert told == [True, False]


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja")])
def test_every_format_takes_it_and_the_same_input_gives_the_same_bytes(tongues):
    for write in (pdf.flow, docx.flow, hwpx.flow, books.workbook):
        first, second = (write(name_list.build(released(), Wish(tongues))) for _ in range(2))

        assert first == second
