import re
from dataclasses import replace
from itertools import pairwise

import pytest

from interlocal.arrangements.rules.facts import Helper, Said
from interlocal.arrangements.rules.sheets import SheetSite
from interlocal.documents.formats import docx, hwpx, pdf
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import (
    Blank,
    Cover,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Picture,
    Signature,
    Table,
    runs,
)
from interlocal.documents.papers import booklet, maps
from interlocal.documents.papers.booklet_phrases import OWN
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from tests.documents import readers
from tests.documents.papers.facts import big, facts, released
from tests.documents.papers.making import words

EN = Wish(("en",))


def sections(document):
    return [plain(one.text) for one in document.blocks if isinstance(one, Heading) and one.level == 1]


def table_of(document, section):
    """The rows of the first table below a heading."""
    at = next(
        number
        for number, one in enumerate(document.blocks)
        if isinstance(one, Heading) and plain(one.text) == section
    )
    found = next(one for one in document.blocks[at:] if isinstance(one, Table))
    return [[plain(cell) for cell in row.cells] for row in found.rows]


def said(document):
    return " ".join(run.text for run in runs(document))


def entered(kind, **rest):
    values = {"title": None, "text": None, "speaker": None, "contact": "", "item": None}
    return Said(kind, **values | rest)


def site(key, longitude, latitude):
    return SheetSite(key, words(key), longitude=longitude, latitude=latitude)


def test_it_has_a_cover_contents_and_all_its_sections_in_order():
    made = booklet.build(facts(), EN)

    assert made.contents
    assert sections(made) == [
        "Welcome",
        "Programme",
        "Delegations",
        "Places",
        "Useful phrases",
        "In an emergency",
    ]
    assert [isinstance(one, Blank) for one in made.blocks][-3:] == [True, False, True]


def begins(document):
    """Sections that begin a page."""
    pairs = pairwise(document.blocks)
    return [
        plain(one.text)
        for before, one in pairs
        if isinstance(one, Heading) and one.level == 1 and isinstance(before, Cover | PageBreak)
    ]


def test_each_section_begins_a_page_but_for_the_numbers_of_an_emergency_below_few_phrases():
    made = booklet.build(facts(), EN)

    assert begins(made) == ["Welcome", "Programme", "Delegations", "Places", "Useful phrases"]
    assert sections(made)[-2:] == ["Useful phrases", "In an emergency"]


def test_the_numbers_of_an_emergency_stand_below_the_places_where_phrases_fill_their_page():
    made = booklet.build(facts(words=()), EN)

    assert sections(made)[-3:] == ["Places", "In an emergency", "Useful phrases"]
    assert begins(made) == ["Programme", "Delegations", "Places", "Useful phrases"]


def test_without_places_the_numbers_of_an_emergency_begin_a_page():
    found = facts(words=())

    made = booklet.build(replace(found, sheet=replace(found.sheet, sites=())), EN)

    assert begins(made) == ["Programme", "Delegations", "In an emergency", "Useful phrases"]


def test_the_cover_has_the_name_in_two_languages_the_days_the_place_and_who_organises():
    cover = booklet.build(released(facts()), EN).blocks[0]

    assert [plain(line) for line in (cover.title, cover.second_title, *cover.lines, *cover.foot)] == [
        "27th Korea–China–Japan Local Government Conference",
        "제27회 한중일 지방정부 교류회의",
        "Programme booklet",
        "2–3 June 2027",
        "Gyeongju, Gyeongsangbuk-do",
        "Hosted by: Gyeongsangbuk-do",
        "Organised by: Governors Association of Korea",
        "Version 3, released 20 May 2027",
    ]


def test_who_hosts_and_organises_is_named_once():
    found = facts()

    cover = booklet.build(replace(found, secretariat=found.host), EN).blocks[0]

    assert [plain(line) for line in cover.foot][:-1] == ["Hosted and organised by: Gyeongsangbuk-do"]


def test_a_greeting_is_set_large_and_signed():
    greeting = entered("greeting", text=words("", en="One.\n\nTwo."), speaker=words("", en="The Governor"))

    blocks = booklet.build(facts(words=(greeting,)), EN).blocks

    assert [plain(one.text) for one in blocks if isinstance(one, Paragraph) and one.role == "lead"] == [
        "One.",
        "Two.",
    ]
    assert [[plain(line) for line in one.lines] for one in blocks if isinstance(one, Signature)] == [
        ["The Governor"]
    ]


def test_a_greeting_in_two_languages_stands_side_by_side():
    made = booklet.build(facts(), Wish(("ko", "ja")))
    greeting = next(one for one in made.blocks if isinstance(one, Parallel))

    assert [plain(one) for one in greeting.heads] == ["한국어", "日本語"]
    assert [plain(one) for one in greeting.rows[1]] == [
        "이틀 동안 서로의 경험을 나누시기 바랍니다.",
        "二日間、互いの経験を分かち合いましょう。",
    ]


def test_a_greeting_of_unequal_paragraphs_comes_one_language_after_the_other():
    greeting = entered("greeting", text=words("하나\n\n둘", "一"))

    made = booklet.build(facts(words=(greeting,)), Wish(("ko", "ja")))

    assert [one for one in made.blocks if isinstance(one, Parallel)] == []
    assert "하나 둘 一" in said(made)


def test_a_row_of_the_programme_tells_everything_of_an_item():
    assert table_of(booklet.build(facts(), EN), "Programme")[1] == [
        "10:30–12:00",
        (
            "Lecture: answers to population decline\n"
            "lecture · Lectures · Japanese → Korean\n"
            "Interpreters: LEE Seoyeon\n"
            "Please bring: Business cards, a laptop"
        ),
        "Gyeongju HICO",
    ]


def test_delegations_stand_in_their_order_with_names_and_posts():
    made = table_of(booklet.build(facts(), EN), "Delegations")

    assert made[4:6] == [
        ["Tottori Prefecture (Japan)"],
        [
            "髙橋 惣右衛門",
            "TAKAHASHI Soemon",
            "Governor of Tottori Prefecture\n鳥取県知事",
            "head of delegation",
        ],
    ]
    assert made[-2:] == [["NEAR Secretariat (Korea)"], ["3 people"]]


@pytest.mark.parametrize(
    ("country", "spoken", "shown"),
    [
        ("KR", ("ja", "ja"), "Tottori Prefecture (Japan)"),
        ("KR", ("ja", "ko"), "Tottori Prefecture (Korea)"),
        ("KR", ("ja", "zh-Hans"), "Tottori Prefecture"),
        ("MN", ("en",), "Tottori Prefecture (Mongolia)"),
        ("JP", (), "Tottori Prefecture (Japan)"),
    ],
)
def test_the_country_in_brackets_is_that_of_the_people(country, spoken, shown):
    found = facts()
    one = next(one for one in found.delegations if one.body == "tottori")
    people = tuple(replace(one.people[0], script_language=lang) for lang in spoken)

    made = booklet.build(
        replace(found, delegations=(replace(one, country=country, people=people, headcount=2),)), EN
    )

    assert table_of(made, "Delegations")[0] == [shown]


def test_a_delegation_that_gave_only_its_number_can_come_first():
    found = facts()

    made = booklet.build(replace(found, delegations=tuple(reversed(found.delegations))), EN)

    assert table_of(made, "Delegations")[:2] == [["NEAR Secretariat (Korea)"], ["3 people"]]
    assert pdf.flow(made).startswith(b"%PDF")


def test_places_are_numbered_as_on_the_map_and_tell_how_far_they_lie():
    made = booklet.build(facts(), EN)

    assert [row[0] + " " + row[3] for row in table_of(made, "Places")] == ["1 ", "2 7.1 km", "3 "]
    picture = next(one for one in made.blocks if isinstance(one, Picture))
    assert picture.alt == "Map of the places: 1 Gyeongju HICO, 2 Bulguksa Temple"


def test_one_place_alone_has_no_map():
    found = facts()
    found = replace(found, sheet=replace(found.sheet, sites=found.sheet.sites[:1]))

    made = booklet.build(found, EN)

    assert [one for one in made.blocks if isinstance(one, Picture)] == []
    assert len(table_of(made, "Places")[0]) == 3


def test_the_map_writes_nothing_but_numbers_and_a_scale():
    drawn = maps.drawn(maps.dots([site("a", 129.2, 35.8), site("b", 129.4, 35.9)])).decode()

    assert [part.split("<")[0] for part in drawn.split(">") if part.split("<")[0]] == ["1", "2", "N", "10 km"]


def test_two_groups_of_places_far_apart_are_drawn_apart_each_with_its_scale():
    andong = [site("a", 128.50, 36.57), site("b", 128.55, 36.54)]
    gyeongju = [site("c", 129.33, 35.79), site("d", 129.56, 35.99)]

    drawn = maps.drawn(maps.dots([*andong, *gyeongju])).decode()

    assert [[dot.number for dot in part] for part in maps.groups(maps.dots([*andong, *gyeongju]))] == [
        [1, 2],
        [3, 4],
    ]
    assert re.findall(r">(\d+ km)<", drawn) == ["1 km", "5 km"]


@pytest.mark.parametrize("far", [(129.33, 35.79), (128.62, 36.50)])
def test_one_place_far_away_or_a_place_between_leaves_one_map(far):
    sites = [site("a", 128.50, 36.57), site("b", 128.55, 36.54), site("c", *far)]

    assert [len(part) for part in maps.groups(maps.dots(sites))] == [3]


def test_places_that_nobody_could_stand_on_are_not_drawn():
    sites = [
        site("a", 129.2, 35.8),
        site("b", 400.0, 35.9),
        site("c", float("nan"), 35.0),
        site("d", 129, 36),
    ]

    assert [dot.number for dot in maps.dots(sites)] == [1, 4]


def test_phrases_that_were_entered_are_printed_in_four_languages_with_how_they_sound():
    made = booklet.build(facts(), EN)

    assert table_of(made, "Useful phrases")[0] == [
        "Thank you",
        "감사합니다\ngamsahamnida",
        "ありがとうございます\narigatō gozaimasu",
        "谢谢\nxièxie",
    ]


def test_without_any_a_set_of_our_own_is_printed():
    made = booklet.build(facts(words=()), Wish(("zh-Hans",)))

    section = sections(made)[-1]

    assert len(table_of(made, section)) == len(OWN)
    assert table_of(made, section)[0] == [
        "您好\nnín hǎo",
        "안녕하세요\nannyeonghaseyo",
        "こんにちは\nkonnichiwa",
        "Hello",
    ]


def test_a_phrase_is_not_printed_in_a_language_that_it_was_not_entered_in():
    made = booklet.build(facts(words=(entered("phrase", title=words("길을 잃었습니다")),)), EN)

    assert table_of(made, "Useful phrases") == [["", "길을 잃었습니다\ngireul ireotseumnida", "", ""]]
    assert "◦" in said(made)


@pytest.mark.parametrize(
    ("country", "numbers"),
    [("KR", ["112", "119"]), ("JP", ["110", "119"]), ("CN", ["110", "119", "120"]), ("MN", [])],
)
def test_emergency_numbers_are_those_of_the_country(country, numbers):
    found = facts(words=(entered("emergency", title=words("", en="Desk"), contact="+82-54-1"),))

    made = booklet.build(replace(found, host=replace(found.host, country=country)), EN)

    assert [row[1] for row in table_of(made, "In an emergency")] == [*numbers, "+82-54-1"]


def test_sections_without_anything_in_them_are_left_out_and_named():
    found = facts(words=(), delegations=(), placed=(), host=replace(facts().host, country="MN"))
    found = replace(found, sheet=replace(found.sheet, items=(), sites=()))

    assert sections(booklet.build(found, EN)) == ["Useful phrases"]
    assert booklet.lacks(found, EN) == (
        "No greeting was entered.",
        "The programme is empty.",
        "Nobody is on the list yet.",
        "No places were entered.",
        "No phrases were entered; a small set of our own is printed.",
        "No emergency contacts were entered.",
    )


def test_nothing_of_helpers_contacts_or_plans_is_in_it():
    found = facts(phones=dict.fromkeys(range(10), "MARKER-PHONE"), diets=(("MARKER-DIET", 1),))
    helper = Helper("liaison", "MARKER-HELPER", "", "", "MARKER-PHONE")
    found = replace(
        found,
        delegations=tuple(
            replace(one, helpers=(helper,), contact_name="MARKER-CONTACT") for one in found.delegations
        ),
        sheet=replace(
            found.sheet,
            items=tuple(
                replace(one, contact="MARKER-CONTACT", plan_b=words("MARKER-PLAN"))
                for one in found.sheet.items
            ),
        ),
    )

    assert "MARKER" not in said(booklet.build(found, Wish(("ko", "en"))))


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "ja")])
def test_it_prints_in_every_format(tongues):
    made = booklet.build(facts(), Wish(tongues))

    assert not missing(runs(made))
    assert pdf.flow(made).startswith(b"%PDF")
    assert docx.flow(made) and hwpx.flow(made)


@pytest.mark.slow
def test_word_and_hancom_show_it():
    made = booklet.build(facts(), Wish(("ko", "ja")))

    for shown in (
        readers.words(readers.by_libreoffice(docx.flow(made), "docx")),
        readers.by_rhwp(hwpx.flow(made)).text,
    ):
        assert "제갈하늘" in shown.replace(" ", "") and "慶州ファベクコンベンションセンター" in shown.replace(
            "\n", ""
        )


@pytest.mark.slow
def test_a_thousand_people_fill_a_booklet():
    made = booklet.build(big(1000), Wish(("ko", "ja")))

    printed = pdf.flow(made)

    assert len(readers.pypdf.PdfReader(readers.io.BytesIO(printed)).pages) > 40


def test_endless_names_print():
    found = facts()
    long = words("가나다라마" * 60, en="Conference of local governments " * 10)
    sheet = replace(
        found.sheet,
        name=long,
        items=tuple(replace(one, title=long, note=long) for one in found.sheet.items),
        sites=tuple(replace(one, name=long, address=long) for one in found.sheet.sites),
    )

    made = booklet.build(replace(found, sheet=sheet), Wish(("ko", "en")))

    assert pdf.flow(made).startswith(b"%PDF")
