import unicodedata

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.ground.findable import Form
from interlocal.ground.paging import NoSuchPage
from interlocal.ground.texts import Shown
from interlocal.search import queries
from interlocal.search.queries import Why
from tests.search.known import counted, found, known, serve

pytestmark = pytest.mark.django_db


def first(words: str, tongue: str = "en") -> queries.Hit:
    return queries.search_page(words=words, tongue=tongue).hits[0]


@pytest.mark.parametrize(
    "words", ["경상북도", "慶尚北道", "庆尚北道", "慶尙北道", "Gyeongsangbuk-do", "gyeongsangbuk"]
)
def test_every_spelling_leads_to_one_body(words: str) -> None:
    known("body", "gyeongbuk", ko="경상북도", ja="慶尚北道", zh_Hans="庆尚北道", en="Gyeongsangbuk-do")
    known("body", "tottori", ko="돗토리현", ja="鳥取県", en="Tottori Prefecture")

    assert found(words)[0] == "gyeongbuk"


@pytest.mark.parametrize(
    "words", ["후지타 에쓰오", "Fujita Etsuo", "Etsuo FUJITA", "ふじた えつお", "藤田悦夫", "藤田 悅夫"]
)
def test_a_person_known_by_one_name_is_found_by_its_reading_in_others(words: str) -> None:
    known("person", "fujita-etsuo", ja="藤田悦夫")
    known("person", "fujita-etsuko", ja="藤井光夫")

    assert found(words)[0] == "fujita-etsuo"


@pytest.mark.parametrize(
    "words", ["관광", "観光", "觀光", "旅游", "旅遊", "tourism", "TOURISM", "ｔｏｕｒｉｓｍ"]
)
def test_a_text_in_one_language_is_found_by_its_meaning_in_others(words: str) -> None:
    known("item", "e/films", ko="관광 홍보 영상 시청")
    known("item", "e/lunch", ko="오찬")

    assert found(words) == ["e/films"]


def test_two_characters_in_the_middle_of_a_name_are_found() -> None:
    known("body", "gyeongbuk", ko="경상북도")
    known("body", "gyeongnam", ko="경상남도")

    assert found("북도")[0] == "gyeongbuk"


def test_one_han_character_is_found() -> None:
    known("body", "tokyo", ja="東京都")
    known("body", "kyoto", ja="京都府")
    known("body", "nara", ja="奈良県")

    assert sorted(found("京")) == ["kyoto", "tokyo"]


def test_decomposed_hangul_is_the_same_hangul() -> None:
    known("body", "gangwon", ko="강원도")

    assert found(unicodedata.normalize("NFD", "강원도")) == ["gangwon"]


def test_what_has_all_words_comes_before_what_has_one() -> None:
    known("edition", "kjgm-8", en="8th Korea-Japan Governors' Meeting", also="Incheon")
    known("edition", "kjgm-7", en="7th Korea-Japan Governors' Meeting", also="Tokyo")

    assert found("incheon governors") == ["kjgm-8", "kjgm-7"]


def test_the_name_itself_comes_before_names_that_begin_so_and_these_before_others() -> None:
    known("body", "new-seoul", en="New Seoul")
    known("body", "seoul-office", en="Seoul Office")
    known("body", "seoul", en="Seoul")

    assert found("seoul") == ["seoul", "seoul-office", "new-seoul"]


def test_a_code_leads_to_what_bears_it() -> None:
    known("body", "gyeongbuk", en="Gyeongsangbuk-do", codes=(Form("KR-47", "und"),))
    known("source", "about", en="KR-47 and its towns")

    assert first("kr-47").why[0].reason == "code"
    assert found("kr-47") == ["gyeongbuk", "about"]


def test_a_kind_whose_own_name_matches_comes_before_one_that_only_belongs_to_it() -> None:
    known("edition", "kjgm-8", en="8th Meeting", also="Incheon")
    known("body", "incheon", en="Incheon")

    assert found("incheon") == ["incheon", "kjgm-8"]


def test_a_slip_of_typing_is_forgiven() -> None:
    known("body", "tottori", en="Tottori Prefecture")

    assert found("totori prefecure") == ["tottori"]
    assert first("totori prefecure").why[0].reason in ("typo", "sound", "reading")


def test_the_name_that_matched_is_said_where_another_one_is_shown() -> None:
    known("body", "gyeongbuk", ko="경상북도", en="Gyeongsangbuk-do")

    foreign, own = first("경상"), first("경상", "ko")

    assert (foreign.name, foreign.matched) == (Shown("Gyeongsangbuk-do", "en"), Shown("경상북도", "ko"))
    assert (own.name, own.matched) == (Shown("경상북도", "ko"), None)


def test_a_hit_says_by_which_meaning_in_the_language_of_the_reader() -> None:
    known("item", "e/films", ko="관광 홍보 영상 시청")

    assert first("tourism", "ja").why == (Why("meaning", Shown("観光", "ja")),)


def test_a_hit_shows_the_words_in_the_original_and_marks_them() -> None:
    known(
        "item",
        "e/films",
        en="An item",
        text="First a welcome. Then films on tourism in both regions. Then lunch.",
    )

    excerpt = first("tourism").excerpt

    assert excerpt is not None
    assert [part.text for part in excerpt.segments if part.hit] == ["tourism"]
    assert "".join(part.text for part in excerpt.segments).startswith("First a welcome.")


@pytest.mark.parametrize("words", ["", " ", "%", "_", "%%_", "'\"", "...!?", "\\", "，。、", "\u200b\u200d"])
def test_there_is_nothing_to_look_for_in_signs(
    words: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    known("body", "seoul", en="Seoul")

    with django_assert_num_queries(0):
        page = queries.search_page(words=words, tongue="en")

    assert (page.words, page.groups) == ((), ())


def test_a_name_may_have_odd_signs_in_it() -> None:
    known("topic", "odd", en="100% “local” O'Brien_x")

    assert [found(words) for words in ("100%", "o'brien", "“local”", "brien_x")] == [["odd"]] * 4


def test_a_page_of_all_kinds_shows_the_best_of_each() -> None:
    for at in range(60):
        known("body", f"city-{at:02}", en=f"City {at:02}")
    known("topic", "cities", en="City policy")

    page = queries.search_page(words="city", tongue="en")

    assert page.counts == (("body", 60), ("topic", 1))
    assert sorted((group.kind, group.total, len(group.hits)) for group in page.groups) == [
        ("body", 60, 7),
        ("topic", 1, 1),
    ]


def test_results_are_paged_by_fifty() -> None:
    for at in range(60):
        known("body", f"city-{at:02}", en=f"City {at:02}")

    second = queries.search_page(words="city", kind="body", number=2, tongue="en")

    assert (second.total, second.pages, len(second.groups[0].hits), len(second.hits)) == (60, 2, 10, 10)
    with pytest.raises(NoSuchPage):
        queries.search_page(words="city", kind="body", number=3, tongue="en")


def test_an_unknown_kind_is_said_and_left_out() -> None:
    known("body", "seoul", en="Seoul")

    page = queries.search_page(words="seoul", kind="hotel", tongue="en")

    assert (page.kind, page.unknown_kind, page.counts) == ("", "hotel", (("body", 1),))


NARROWED = [
    {"country": "JP"},
    {"body": "tottori"},
    {"topic": "tourism"},
    {"year": 2018},
    {"lang": "ja"},
    {"kind": "edition"},
]


@pytest.mark.parametrize("how", NARROWED, ids=lambda how: next(iter(how)))
def test_results_are_narrowed(how: dict[str, object]) -> None:
    belonging = {"countries": ("JP",), "bodies": ("tottori",), "topics": ("tourism",), "years": (2018,)}
    known("edition", "in-tottori", en="A meeting", ja="会議", **belonging)
    known("item", "elsewhere", en="A meeting", countries=("KR",), years=(2019,))

    assert sorted(found("meeting")) == ["elsewhere", "in-tottori"]
    assert found("meeting", **how) == ["in-tottori"]


def test_choices_are_counted_with_the_other_choices_kept() -> None:
    known("body", "gyeongbuk", en="Gyeongsangbuk-do")
    known("edition", "a", en="Meeting", countries=("KR",), bodies=("gyeongbuk",), years=(2018,))
    known("edition", "b", en="Meeting", countries=("JP",), years=(2018,))
    known("edition", "c", en="Meeting", countries=("KR",), years=(2019,))

    choices = queries.search_page(words="meeting", year=2018, tongue="en").choices

    assert [(one.value, one.count) for one in choices.countries] == [("JP", 1), ("KR", 1)]
    assert [(one.value, one.count) for one in choices.years] == [("2019", 1), ("2018", 2)]
    assert choices.bodies == (queries.Choice("gyeongbuk", 1, Shown("Gyeongsangbuk-do", "en")),)


def test_results_can_be_sorted_by_date() -> None:
    known("edition", "old", en="Meeting", on="2001-01-01")
    known("edition", "new", en="Meeting on meetings of the meeting kind, at length", on="2020-01-01")
    known("edition", "undated", en="Meeting")

    assert found("meeting", sort="date") == ["new", "old", "undated"]


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("words", "costs"), [("seoul", 6), ("meeting of towns", 7)])
def test_a_search_costs_the_same_for_one_row_and_three(
    rows: int, words: str, costs: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(rows):
        known(
            "body", f"seoul-{at}", en="Seoul", text="A meeting of all the towns around.", topics=("tourism",)
        )
    counted()

    with django_assert_num_queries(costs):
        queries.search_page(words=words, tongue="ko")


def test_without_an_index_nothing_is_found() -> None:
    assert queries.search_page(words="seoul", tongue="en").total == 0
    serve()
    assert queries.search_page(words="seoul", tongue="en").total == 0
