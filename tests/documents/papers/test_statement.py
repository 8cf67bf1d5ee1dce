from dataclasses import replace

import pytest
from django.utils import translation

from interlocal.documents.formats import docx, pdf
from interlocal.documents.formats.document import Heading, PageBreak, Paragraph, Parallel, Signature
from interlocal.documents.papers import statement
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts, words

TEXT = words("만났다.\n\n확대한다.", "会った。\n\n拡大する。", "会晤。\n\n扩大。")


def stated(text=TEXT, **changes):
    found = facts(**changes)
    return replace(found, words=(replace(found.said("statement")[0], text=text),))


def option(tongues, **options):
    return Wish(tongues, options=options)


def beside(document):
    found = next(block for block in document.blocks if isinstance(block, Parallel))
    return [[plain(cell) for cell in row] for row in (found.heads, *found.rows)]


def hands(document):
    """Who signs, in the order of reading, without the places where nobody does."""
    rows = [(block.lines, *block.beside) for block in document.blocks if isinstance(block, Signature)]
    return [[plain(line) for line in lines] for row in rows for lines in row if lines]


def signing(document):
    return [lines[0] for lines in hands(document)]


def paragraphs(document):
    return [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]


def test_all_languages_stand_beside_each_other_those_asked_for_first_with_numbered_paragraphs():
    made = statement.build(stated(), Wish(("ja",)))

    assert made.landscape
    assert beside(made) == [
        ["日本語", "한국어", "简体中文"],
        ["1. 会った。", "1. 만났다.", "1. 会晤。"],
        ["2. 拡大する。", "2. 확대한다.", "2. 扩大。"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. 만났다.\n\n확대한다.",
        "제1조 만났다.\n\n확대한다.",
        "① 만났다.\n\n확대한다.",
        "（1）만났다.\n\n확대한다.",
    ],
)
def test_a_text_that_brings_its_own_numbers_keeps_them(text):
    made = statement.build(stated(words(text, text)), Wish(("ko",)))

    assert [row[0] for row in beside(made)[1:]] == text.split("\n\n")


def test_the_own_side_signs_first_and_the_others_keep_their_order():
    made = statement.build(facts(), option(("ja",), form="copies", signatures="all"))

    assert signing(made)[:5] == [
        "鳥取県",
        "自治体国際化協会ソウル事務所",
        "慶尚北道",
        "江蘇省",
        "北東アジア地域自治体連合事務局",
    ]


def test_each_language_has_its_copy_with_its_own_side_first():
    made = statement.build(stated(), option(("ko",), form="copies", signatures="all"))

    titles = [plain(block.text) for block in made.blocks if isinstance(block, Heading)]
    assert titles == ["공동성명", "共同声明", "共同声明"]
    assert sum(isinstance(block, PageBreak) for block in made.blocks) == 2
    signed = signing(made)
    assert [signed[at] for at in (0, 5, 10)] == ["경상북도", "鳥取県", "江苏省"]
    assert not made.landscape


def test_who_signs_has_the_post_and_name_and_whoever_has_no_head_an_empty_line():
    made = statement.build(facts(), option(("ja",), form="copies", signatures="all"))

    assert hands(made)[:2] == [["鳥取県", "鳥取県知事", "髙橋 惣右衛門"], ["自治体国際化協会ソウル事務所"]]


def test_usually_only_those_sign_who_send_a_head_of_delegation():
    made = statement.build(stated(), Wish(("ja",)))

    assert signing(made) == [
        "鳥取県 / 돗토리현 / 鸟取县",
        "慶尚北道 / 경상북도 / 庆尚北道",
        "江蘇省 / 장쑤성 / 江苏省",
    ]


def test_before_anybody_is_named_every_body_has_its_line():
    nobody = tuple(replace(one, people=()) for one in facts().delegations)

    made = statement.build(stated(delegations=nobody), option(("ja",), form="copies"))

    assert len(signing(made)[:5]) == 5
    with translation.override("en"):
        assert statement.lacks(stated(delegations=nobody), Wish(("ko",))) == (
            "5 bodies have no head of delegation; their lines to sign have no name.",
        )


def test_hands_are_three_beside_one_another_on_a_page_that_lies_and_two_on_one_that_stands():
    across = statement.build(stated(), option(("ja",), signatures="all"))
    upright = statement.build(stated(), option(("ja",), form="copies", signatures="all"))

    def shape(document):
        return [
            (bool(one.lines), *map(bool, one.beside)) for one in document.blocks if isinstance(one, Signature)
        ]

    assert shape(across) == [(True, True, True), (True, True, False)]
    assert shape(upright)[:3] == [(True, True), (True, True), (True, False)]


def test_the_preamble_has_no_number():
    text = words("만났다.\n\n확대한다.\n\n알린다.", "会った。\n\n拡大する。\n\n知らせる。")

    made = statement.build(stated(text), Wish(("ko",)))

    assert beside(made)[1:] == [
        ["만났다.", "会った。"],
        ["1. 확대한다.", "1. 拡大する。"],
        ["2. 알린다.", "2. 知らせる。"],
    ]


def test_what_one_language_numbers_itself_is_numbered_in_none():
    text = words(
        "만났다.\n\n하나, 확대한다.",
        "会った。\n\n一、拡大する。",
        "会晤。\n\n扩大。",
        "Met.\n\nFirst, widened.",
    )

    made = statement.build(stated(text), Wish(("zh-Hans",)))

    assert beside(made)[2] == ["扩大。", "하나, 확대한다.", "一、拡大する。", "First, widened."]


def test_a_post_that_is_not_in_the_language_of_the_copy_stays_as_its_holder_writes_it():
    made = statement.build(facts(), option(("zh-Hans",), form="copies"))

    tottori = next(lines for lines in hands(made) if lines[0] == "鸟取县")
    assert tottori[1] == "鳥取県知事"


def test_that_all_texts_count_is_said_only_where_it_was_wished():
    without = paragraphs(statement.build(stated(), Wish(("en",))))
    made = paragraphs(statement.build(stated(), option(("en",), form="copies", authentic="yes")))

    assert not any("authentic" in line for line in without)
    assert len(made) == len(paragraphs(statement.build(stated(), option(("en",), form="copies")))) + 3


def test_a_title_that_two_languages_write_alike_stands_once():
    made = statement.build(stated(), Wish(("ja",)))

    assert paragraphs(made)[0] == "공동성명"


def test_a_statement_in_one_language_stands_upright():
    made = statement.build(stated(words("만났다.\n\n확대한다.")), Wish(("ja",)))

    assert not made.landscape
    assert paragraphs(made)[2:] == ["1. 만났다.", "2. 확대한다."]


def test_nobody_signs_a_statement_without_delegations():
    assert signing(statement.build(stated(delegations=()), Wish(("ko",)))) == []


@pytest.mark.parametrize("said", [(), (replace(facts().said("statement")[0], text=None),)])
def test_without_a_statement_there_is_nothing_to_print(said):
    with pytest.raises(Refused) as refused:
        statement.build(facts(words=said), Wish(("ko",)))

    assert refused.value.code == "no_statement"


def test_what_is_missing_is_said_before_printing():
    with translation.override("en"):
        found = statement.lacks(stated(words("하나\n\n둘", "一")), Wish(("en",)))

    assert found == (
        "“Joint statement” is not there in English.",
        "“Joint statement” is not there in Simplified Chinese.",
        "The paragraphs of “Joint statement” are not the same number in all languages.",
        "2 bodies have no head of delegation and get no line to sign.",
    )


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en", "ko")])
@pytest.mark.parametrize("form", ["beside", "copies"])
def test_every_format_takes_it_and_the_same_input_gives_the_same_bytes(tongues, form):
    found = stated(words("#let x {{ y }} <b>&amp;" * 20 + "\n\n둘", "{% x %}" * 30, "$x$", "*a* _b_"))
    for write in (pdf.flow, docx.flow):
        first, second = (
            write(statement.build(found, option(tongues, form=form, authentic="yes"))) for _ in range(2)
        )

        assert first == second
