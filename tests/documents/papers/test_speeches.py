from dataclasses import replace

import pytest
from django.utils import translation

from interlocal.documents.formats import docx, pdf
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.formats.document import Heading, PageBreak, Paragraph, Parallel
from interlocal.documents.papers import speeches
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts, words


def spoken(text, **changes):
    """The edition with this text as its one speech."""
    found = facts()
    one = replace(found.said("speech")[0], text=text, **changes)
    return replace(found, words=(one,))


def option(tongues, **options):
    return Wish(tongues, options=options)


def beside(document):
    found = next(block for block in document.blocks if isinstance(block, Parallel))
    return [[plain(cell) for cell in row] for row in (found.heads, *found.rows)]


def pairs(document):
    found = next(block for block in document.blocks if isinstance(block, Pairs))
    return {plain(name): plain(said) for name, said in found.rows}


def test_two_languages_stand_side_by_side_paragraph_by_paragraph():
    made = speeches.build(facts(), Wish(("ko", "ja")))

    assert made.landscape
    assert beside(made) == [
        ["한국어", "日本語"],
        ["첫 문단입니다.", "第一段落です。"],
        ["둘째 문단입니다.", "第二段落です。"],
    ]


def test_a_speech_says_who_when_where_and_how_long():
    made = speeches.build(facts(), Wish(("en",)))

    assert pairs(made) == {
        "Speaker": "Governor of Gyeongsangbuk-do",
        "Item": "Opening ceremony",
        "Time": "Wednesday 2 June 2027  09:00–10:00 KST",
        "Place": "Gyeongju HICO Conference hall, 3F",
        "Duration": "In English about 1 minute: 4 words at 130 a minute (about 2 minutes with an interpreter)",
    }


@pytest.mark.parametrize(
    ("text", "tongue", "minutes"),
    [
        (words("가" * 300), "ko", 1),
        (words("가 " * 301), "ko", 2),
        (words("가", "あ、" * 601), "ja", 3),
        (words("가", zh="字" * 440), "zh-Hans", 2),
        (words("가", en="word " * 391), "en", 4),
        (words("가"), "en", 0),
    ],
)
def test_minutes_are_counted_in_the_letters_that_are_said(text, tongue, minutes):
    assert speeches.minutes(text, tongue) == minutes


def test_the_interpreter_comes_in_after_each_paragraph_where_marks_are_wished_for():
    made = speeches.build(facts(), option(("ko", "ja"), pauses="on"))

    assert beside(made)[1] == ["첫 문단입니다.  ／／", "第一段落です。  ／／"]


def test_the_lectern_has_one_language_in_large_letters():
    made = speeches.build(facts(), option(("ko", "ja"), view="lectern"))

    said = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    assert [plain(one) for one in said] == ["첫 문단입니다.", "둘째 문단입니다."]
    assert (made.scale, made.landscape) == (1.8, False)


def test_a_language_that_is_not_written_yet_leaves_the_other_alone():
    made = speeches.build(spoken(words("하나\n\n둘")), Wish(("ko", "ja")))

    assert [plain(block.text) for block in made.blocks if isinstance(block, Paragraph)] == ["하나", "둘"]


def test_a_translation_with_fewer_paragraphs_keeps_the_row():
    made = speeches.build(spoken(words("하나\n\n둘", "一")), Wish(("ko", "ja")))

    assert beside(made)[1:] == [["하나", "一"], ["둘", ""]]


def test_one_item_has_its_own_speeches_and_each_begins_a_page():
    found = facts()
    first = found.said("speech")[0]
    two = replace(found, words=(first, replace(first, item=2, title=words("기조연설"))))

    assert sum(isinstance(block, PageBreak) for block in speeches.build(two, Wish(("ko",))).blocks) == 1
    alone = speeches.build(two, Wish(("ko",), item=2))
    assert [plain(block.text) for block in alone.blocks if isinstance(block, Heading)] == ["기조연설"]


def test_without_a_speech_there_is_nothing_to_print():
    with pytest.raises(Refused) as refused:
        speeches.build(facts(words=()), Wish(("ko",)))

    assert refused.value.code == "no_speech"


def test_a_speech_without_a_text_says_so():
    made = speeches.build(spoken(None, title=None, speaker=None, item=None), Wish(("en",)))

    assert [plain(block.text) for block in made.blocks if isinstance(block, Paragraph)] == [
        "The text is not written yet."
    ]


def test_what_is_missing_is_said_before_printing():
    found = spoken(words("하나\n\n둘", "一"), speaker=None)

    with translation.override("en"):
        lacking = speeches.lacks(found, Wish(("ko", "ja"))), speeches.lacks(found, Wish(("zh-Hans",)))

    assert lacking == (
        (
            "“Opening speech” has no speaker.",
            "The paragraphs of “Opening speech” are not the same number in both languages.",
        ),
        (
            "“Opening speech” has no speaker.",
            "“Opening speech” is not there in Simplified Chinese.",
        ),
    )


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ja", "zh-Hans")])
@pytest.mark.parametrize("view", ["beside", "lectern"])
def test_every_format_takes_it_and_the_same_input_gives_the_same_bytes(tongues, view):
    found = spoken(words("#let x {{ y }} <b>&amp;" * 20, "{% x %}" * 30), title=words("긴 제목 " * 60))
    for write in (pdf.flow, docx.flow):
        first, second = (
            write(speeches.build(found, option(tongues, view=view, pauses="on"))) for _ in range(2)
        )

        assert first == second
