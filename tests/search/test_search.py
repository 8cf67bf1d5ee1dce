import unicodedata

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.ground.findable import Findable, Form
from interlocal.ground.paging import NoSuchPage
from interlocal.ground.texts import Shown
from interlocal.search import commands, queries
from tests import make

pytestmark = pytest.mark.django_db


def known(kind: str, key: str, *, also: str = "", **names: str) -> None:
    """A row of the index as it would follow from the journal."""
    names = {lang.replace("_", "-"): name for lang, name in names.items()}
    forms = tuple(Form(name, lang) for lang, name in names.items())
    belonging = (Form(also, "en"),) if also else ()
    commands._row(Findable(kind, key, make.label(names), forms, belonging)).save()


def found(words: str, **how: object) -> list[str]:
    page = queries.search_page(words=words, tongue="en", **how)  # type: ignore[arg-type]  # a test's shorthand
    return [hit.key for group in page.groups for hit in group.hits]


@pytest.mark.parametrize(
    "words", ["경상북도", "慶尚北道", "庆尚北道", "慶尙北道", "Gyeongsangbuk-do", "gyeongsangbuk"]
)
def test_every_spelling_leads_to_one_body(words: str) -> None:
    known("body", "gyeongbuk", ko="경상북도", ja="慶尚北道", zh_Hans="庆尚北道", en="Gyeongsangbuk-do")
    known("body", "tottori", ko="돗토리현", ja="鳥取県", en="Tottori Prefecture")

    assert found(words) == ["gyeongbuk"]


@pytest.mark.parametrize(
    "words", ["관광", "観光", "觀光", "旅游", "旅遊", "tourism", "TOURISM", "ｔｏｕｒｉｓｍ"]
)
def test_four_languages_lead_to_one_topic(words: str) -> None:
    known("topic", "tourism", ko="관광", ja="観光", zh_Hans="旅游", en="Tourism")

    assert found(words) == ["tourism"]


def test_two_characters_in_the_middle_of_a_name_are_found() -> None:
    known("body", "gyeongbuk", ko="경상북도")
    known("body", "gyeongnam", ko="경상남도")

    assert found("북도") == ["gyeongbuk"]


def test_one_han_character_is_found() -> None:
    known("body", "tokyo", ja="東京都")
    known("body", "kyoto", ja="京都府")

    assert found("京") == ["kyoto", "tokyo"]


def test_one_letter_is_looked_for_only_where_a_name_begins() -> None:
    known("body", "akita", en="Akita")
    known("body", "osaka", en="Osaka")

    assert found("a") == ["akita"]


def test_decomposed_hangul_is_the_same_hangul() -> None:
    known("body", "gangwon", ko="강원도")

    assert found(unicodedata.normalize("NFD", "강원도")) == ["gangwon"]


def test_all_words_must_be_there_in_any_order() -> None:
    known("edition", "kjgm-8", en="8th Korea-Japan Governors' Meeting", also="Incheon")
    known("edition", "kjgm-7", en="7th Korea-Japan Governors' Meeting", also="Tokyo")

    assert found("incheon governors") == ["kjgm-8"]


def test_the_name_itself_comes_before_names_that_begin_so_and_these_before_others() -> None:
    known("body", "new-seoul", en="New Seoul")
    known("body", "seoul-office", en="Seoul Office")
    known("body", "seoul", en="Seoul")

    assert found("seoul") == ["seoul", "seoul-office", "new-seoul"]


def test_a_kind_whose_own_name_matches_comes_before_one_that_only_belongs_to_it() -> None:
    known("edition", "kjgm-8", en="8th Meeting", also="Incheon")
    known("body", "incheon", en="Incheon")

    assert found("incheon") == ["incheon", "kjgm-8"]


def test_the_name_that_matched_is_said_where_another_one_is_shown() -> None:
    known("body", "gyeongbuk", ko="경상북도", en="Gyeongsangbuk-do")

    foreign = queries.search_page(words="경상", tongue="en").groups[0].hits[0]
    own = queries.search_page(words="경상", tongue="ko").groups[0].hits[0]

    assert (foreign.name, foreign.matched) == (Shown("Gyeongsangbuk-do", "en"), Shown("경상북도", "ko"))
    assert (own.name, own.matched) == (Shown("경상북도", "ko"), None)


@pytest.mark.parametrize("words", ["", " ", "%", "_", "%%_", "'\"", "...!?", "\\", "，。、", "\u200b\u200d"])
def test_there_is_nothing_to_look_for_in_signs(
    words: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    known("body", "seoul", en="Seoul")

    with django_assert_num_queries(0):
        page = queries.search_page(words=words, tongue="en")

    assert (page.words, page.groups) == ((), ())


@pytest.mark.parametrize(
    "words",
    ["👍", "🇰🇷", "se%l", "s_oul", "x" * 10_000, "가" * 10_000, "' or 1=1 --", "a " * 5000, "\n", "\t"],
)
def test_odd_words_find_nothing_and_break_nothing(words: str) -> None:
    known("body", "seoul", en="Seoul")

    assert found(words) == []


def test_a_name_may_have_odd_signs_in_it() -> None:
    known("topic", "odd", en="100% “local” O'Brien_x")

    assert [found(words) for words in ("100%", "o'brien", "“local”", "brien_x")] == [["odd"]] * 4


def test_a_page_of_all_kinds_shows_the_best_of_each() -> None:
    for at in range(60):
        known("body", f"city-{at:02}", en=f"City {at:02}")
    known("topic", "cities", en="City policy")

    page = queries.search_page(words="city", tongue="en")

    assert page.counts == (("body", 60), ("topic", 1))
    assert [(group.kind, group.total, len(group.hits)) for group in page.groups] == [
        ("body", 60, 7),
        ("topic", 1, 1),
    ]


def test_one_kind_is_paged_by_fifty() -> None:
    for at in range(60):
        known("body", f"city-{at:02}", en=f"City {at:02}")

    second = queries.search_page(words="city", kind="body", number=2, tongue="en")

    assert (second.total, second.pages, len(second.groups[0].hits)) == (60, 2, 10)
    with pytest.raises(NoSuchPage):
        queries.search_page(words="city", kind="body", number=3, tongue="en")


def test_an_unknown_kind_is_said_and_left_out() -> None:
    known("body", "seoul", en="Seoul")

    page = queries.search_page(words="seoul", kind="hotel", tongue="en")

    assert (page.kind, page.unknown_kind, page.counts) == ("", "hotel", (("body", 1),))


@pytest.mark.parametrize("rows", [1, 3])
def test_a_search_costs_two_queries(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for at in range(rows):
        known("body", f"seoul-{at}", en="Seoul")

    with django_assert_num_queries(2):
        queries.search_page(words="seoul", tongue="ko")
