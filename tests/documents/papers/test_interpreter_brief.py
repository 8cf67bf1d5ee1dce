from dataclasses import replace

import pytest

from interlocal.documents.formats import books, pdf
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import Heading, Table, runs
from interlocal.documents.papers import interpreter_brief
from interlocal.documents.papers.interpreter_brief_terms import found_in
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from tests.documents.papers.facts import contacts, facts
from tests.documents.papers.making import words

KO_JA = Wish(("ko", "ja"))
EN = Wish(("en",))


def table_of(document, section):
    at = next(
        number
        for number, one in enumerate(document.blocks)
        if isinstance(one, Heading) and plain(one.text) == section
    )
    return next(one for one in document.blocks[at:] if isinstance(one, Table))


def rows(table):
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def names_of(wish, **changes):
    """The first table is that of names."""
    made = interpreter_brief.build(facts(**changes), wish)
    return next(one for one in made.blocks if isinstance(one, Table))


def said(document):
    return " ".join(run.text for run in runs(document))


def test_a_name_stands_as_written_as_read_and_as_said_in_both_languages():
    made = names_of(KO_JA)

    assert rows(made)[5] == [
        "4",
        "髙橋 惣右衛門",
        "たかはし そうえもん",
        "다카하시 소에몬",
        "髙橋 惣右衛門",
        "TAKAHASHI Soemon",
        "돗토리현 지사",
        "鳥取県知事",
    ]


def test_a_post_that_nobody_translated_stays_empty_to_be_written_in():
    made = names_of(KO_JA)

    assert [rows(made)[6][-2:], rows(made)[3][-2:]] == [
        ["", "輝く鳥取創造本部交流推進課課長補佐（国際交流担当）"],
        ["주무관", ""],
    ]


def test_in_one_language_the_post_is_also_there_as_its_owner_has_it():
    assert rows(names_of(EN))[5][-1] == "Governor of Tottori Prefecture\n鳥取県知事"


def test_generated_spellings_are_marked_and_the_mark_is_explained():
    made = interpreter_brief.build(facts(), EN)
    okazaki = next(
        row for row in table_of(made, "Names and titles").rows if "岡﨑" in "".join(map(plain, row.cells))
    )

    assert [cell[0].style for cell in okazaki.cells[2:5]] == ["machine", "machine", "machine"]
    assert "◦ This spelling" in said(made)


def test_only_interpreted_items_are_in_it_unless_all_were_asked_for():
    some = interpreter_brief.build(facts(), EN)
    every = interpreter_brief.build(facts(), replace(EN, options={"items": "all"}))

    assert [row[1].split("\n")[0] for row in rows(table_of(some, "Programme"))] == [
        "Opening ceremony",
        "Lecture: answers to population decline",
        "Visit to Bulguksa Temple",
    ]
    assert len(rows(table_of(every, "Programme"))) == 7


def test_an_item_tells_its_languages_and_who_interprets():
    made = interpreter_brief.build(facts(), EN)

    assert rows(table_of(made, "Programme"))[0] == [
        "09:00–10:00",
        "Opening ceremony\nceremony",
        "Gyeongju HICO Conference hall, 3F",
        "Korean → Japanese, Chinese\nLEE Seoyeon, WANG Li",
        "A group photograph will be taken.",
    ]


def test_speeches_are_listed_with_when_they_are_held_and_in_which_languages_they_are_there():
    made = interpreter_brief.build(facts(), EN)

    assert rows(table_of(made, "Speeches"))[1] == [
        "Opening speech",
        "Governor of Gyeongsangbuk-do",
        "Opening ceremony\n2 June 2027 09:00–10:00",
        "Korean, Japanese, Chinese and English",
    ]


def test_words_of_the_field_in_the_programme_stand_in_both_languages():
    made = interpreter_brief.build(facts(), KO_JA)
    terms = [one for one in made.blocks if isinstance(one, Table)][-1]

    assert [[cell[0].text for cell in row.cells] for row in terms.rows][:3] == [
        ["한중일", "日中韓"],
        ["지방교류", "地方交流"],
        ["회의", "会議"],
    ]


def test_in_one_language_words_stand_beside_those_that_the_interpreters_work_in():
    found = facts()
    ko_ja = tuple(
        replace(one, languages=("ko", "ja")) if one.kind == "interpreter" else one
        for one in found.sheet.resources
    )
    none = tuple(one for one in found.sheet.resources if one.kind != "interpreter")

    def heads(resources, tongue):
        changed = replace(found, sheet=replace(found.sheet, resources=resources))
        made = interpreter_brief.build(changed, Wish((tongue,)))
        return [plain(one.head) for one in made.blocks[-1].columns]

    assert heads(ko_ja, "ko") == ["한국어", "日本語"]
    assert heads(ko_ja, "en") == ["English", "한국어", "日本語"]
    assert heads(found.sheet.resources, "ja") == ["日本語", "한국어", "简体中文"]
    assert heads(none, "ko") == ["한국어", "English"]


def test_words_are_found_once_and_english_ones_only_where_there_is_nothing_else():
    found = found_in([words("인구감소", en="second"), words("인구감소"), words("", en="youth exchange")])

    assert found == ("population-decline", "youth-exchange")


def test_nothing_personal_is_in_it():
    found = facts(phones=dict.fromkeys(range(10), "MARKER-PHONE"), diets=(("MARKER-DIET", 1),))
    sheet = replace(
        found.sheet,
        items=tuple(
            replace(one, contact="MARKER-CONTACT", plan_b=words("MARKER-PLAN")) for one in found.sheet.items
        ),
    )

    printed = said(interpreter_brief.build(replace(found, sheet=sheet, contacts=contacts(found)), KO_JA))

    assert "MARKER" not in printed and "example.org" not in printed and "+82" not in printed


@pytest.mark.parametrize(
    "tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja"), ("zh-Hans", "en")]
)
def test_it_prints_in_every_format(tongues):
    made = interpreter_brief.build(facts(), Wish(tongues))

    assert not missing(runs(made))
    assert pdf.flow(made).startswith(b"%PDF") and books.workbook(made)


def test_an_empty_edition_prints():
    found = facts(delegations=(), words=())
    found = replace(found, sheet=replace(found.sheet, items=(), resources=(), name=words("", en="Test")))

    made = interpreter_brief.build(found, EN)

    assert [one for one in made.blocks if isinstance(one, Table)] == []
    assert pdf.flow(made).startswith(b"%PDF")


def test_it_lists_what_is_not_known_yet():
    assert interpreter_brief.lacks(facts(words=()), KO_JA) == (
        "The posts of 6 people are missing in a language asked for.",
        "2 names have a spelling or reading that nobody confirmed; they are printed with ◦.",
        "No speech was entered.",
    )


def test_a_workbook_names_the_delegation_in_each_row():
    made = names_of(replace(KO_JA, options={"format": "xlsx"}))

    assert [row[:3] for row in rows(made)][:2] == [
        ["1", "경상북도 / 慶尚北道", "南宮敏秀"],
        ["2", "경상북도 / 慶尚北道", "김민지"],
    ]
