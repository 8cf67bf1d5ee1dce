"""Whatever is typed: an answer, and never an error."""

import unicodedata

import pytest

from interlocal.ground.findable import Findable, Form
from interlocal.search import queries, slots, writing
from interlocal.search.making import entry
from tests.search.known import found, known, serve

pytestmark = pytest.mark.django_db

ODD = {
    "ten thousand characters": "가나다라마" * 2000,
    "ten thousand letters": "x" * 10_000,
    "many words": "a " * 5000,
    "lone surrogates": "\ud800관광\udfff",
    "bidi marks": "\u202e관광\u202c \u2066서울\u2069",
    "joiners": "관\u200d광 \u200bse\u200coul",
    "mixed scripts": "관광tour観光旅游ツアー",
    "rare Han": "\U00020000\U0002a6d6 \U000323af",
    "emoji": "👍🏽 🇰🇷 👨‍👩‍👧",
    "a fifth language": "мэр города Владивосток",
    "a sixth": "นายกเทศมนตรี رئيس البلدية",
    "SQL": "'; drop table search_text_0; -- %s %(audience)s",
    "operators": "a & b | !c <-> (d) :* 'e' \\",
    "formats": "{slot} {0} %(x)s %d %%",
    "NUL": "se\x00oul",
    "controls": "\x01\x02 \x7f \x85 seoul",
    "lines": "seoul\n\r\tbusan",
    "one Han character": "京",
    "one kana": "あ",
    "one jamo": "ㄱ",
    "one letter": "a",
    "half a syllable": "\u1100\u1161",
}


@pytest.fixture(autouse=True)
def world() -> None:
    known("body", "seoul", ko="서울특별시", ja="ソウル特別市", zh_Hans="首尔特别市", en="Seoul")
    known("topic", "tourism", ko="관광", en="Tourism")


@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
def test_any_words_have_an_answer(words: str) -> None:
    queries.search_page(words=words, tongue="ko")
    queries.suggest(typed=words, tongue="ja")
    queries.next_best(words=words[:200], tongue="zh-Hans")

    assert slots.rows("select count(*) from search_subject_0") == [(2,)]


@pytest.mark.parametrize(
    "words",
    [
        "\u202e관광\u202c",
        "관\u200d광",
        "\ud800관광",
        "관광\x00",
        unicodedata.normalize("NFD", "관광"),
        "관광👍",
    ],
)
def test_what_nobody_sees_changes_nothing(words: str) -> None:
    assert found(words)[0] == "tourism"


def test_every_state_of_a_syllable_being_composed_suggests_the_name() -> None:
    states = ["ㄱ", "고", "과", "관", "관ㄱ", "관고", "관과", "관광"]

    assert [[one.key for one in queries.suggest(typed=typed, tongue="ko")][:1] for typed in states] == [
        ["tourism"]
    ] * 8


def test_rare_han_beyond_the_first_plane_is_found() -> None:
    known("person", "rare", ja="𠮷野太郎")

    assert found("𠮷野")[0] == "rare"


@pytest.mark.slow
def test_a_document_of_five_megabytes_is_found_by_its_last_words() -> None:
    serve()
    # Most of it ruled lines: the analyser takes seconds for words alone.
    text = ("지방정부 교류 회의 결과 보고. " * 25 + "―" * 1400) * 1000 + "맨 끝에 무지개송어 양식장."
    assert len(text.encode()) > 5_000_000

    writing.write(
        0, [entry(Findable("source", "long", {}, (Form("긴 글", "ko"),), texts=(Form(text, "ko"),)))]
    )

    page = queries.search_page(words="무지개송어 양식장", tongue="ko")
    assert page.hits[0].key == "long"
    assert page.hits[0].excerpt is not None


def test_odd_texts_can_be_kept() -> None:
    forms = tuple(Form(words[:300], "und") for words in ODD.values())

    writing.write(0, [entry(Findable("source", "odd", {}, forms, texts=forms))])

    assert found("Владивосток") == ["odd"]


@pytest.mark.parametrize("year", [0, -1, 99999])
def test_any_year_may_be_asked_for(year: int) -> None:
    queries.search_page(words="seoul", year=year, tongue="en")
