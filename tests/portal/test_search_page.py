import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.ground.findable import Form
from tests import make
from tests.portal.searching import main, meetings, page, results, whys
from tests.search.known import counted, known

pytestmark = pytest.mark.django_db


@pytest.fixture(name="meetings")
def _meetings() -> None:
    meetings()


# -- what a result says --


def test_a_name_is_shown_to_the_reader_and_marked_in_its_own_language(client: Client) -> None:
    known("body", "gyeongbuk", ko="경상북도", ja="慶尚北道", en="Gyeongsangbuk-do", country="KR")

    shown = main(client, q="慶尚")

    assert '<a href="/en/bodies/gyeongbuk/">Gyeongsangbuk-do</a>' in shown
    assert '<p class="met"><span lang="ja"><mark>慶尚</mark>北道</span></p>' in shown
    assert '<span class="tag">Body</span> <span class="quiet">Korea</span>' in shown


def test_what_is_met_in_the_name_shown_is_marked_there_and_not_said_twice(client: Client) -> None:
    known("body", "seoul-office", en="Seoul Office")

    shown = main(client, q="seoul")

    assert '<a href="/en/bodies/seoul-office/"><mark>Seoul</mark> Office</a>' in shown
    assert 'class="met"' not in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("慶尚北道", "its name in Japanese"),
        ("KR-47", "by its code"),
        ("Gyeongsangbuk-do", "the name itself"),
        ("돗토리현", "the same name, by reading: Tottori Prefecture"),
        ("후지타 에쓰오", 'the same name, by reading: <span lang="ja">藤田悦夫</span>'),
        ("tourism", 'by meaning: tourism = <span lang="ko">관광</span>'),
    ],
)
def test_a_result_says_why_it_is_there(client: Client, words: str, said: str) -> None:
    known("body", "gyeongbuk", ja="慶尚北道", en="Gyeongsangbuk-do", codes=(Form("KR-47", "und"),))
    known("body", "tottori", en="Tottori Prefecture")
    known("person", "fujita", ja="藤田悦夫")
    known("item", "e/films", ko="관광 홍보 영상 시청", home=("edition", "e"))
    counted()

    assert whys(main(client, q=words))[0] == said


@pytest.mark.parametrize(
    ("tongue", "said"), [("ja", "観光"), ("zh-hans", "旅游"), ("en", "Tourism"), ("ko", "관광")]
)
def test_a_meaning_is_said_in_the_language_of_the_reader(client: Client, tongue: str, said: str) -> None:
    known("item", "e/films", en="Watching promotional films", text="All about sightseeing and tourism")

    assert said.lower() in whys(main(client, tongue=tongue, q="관광"))[0].lower()


def test_a_part_leads_to_the_page_of_the_whole_and_says_its_name(client: Client) -> None:
    make.edition("kjgm-8", make.series(), ordinal=8)
    known("item", "kjgm-8/dinner", en="Dinner by the harbour", home=("edition", "kjgm-8"))

    shown = main(client, q="dinner")

    assert '<a href="/en/editions/kjgm-8/"><mark>Dinner</mark> by the harbour</a>' in shown
    assert "</span> 8th Korea-Japan Governors&#39; Meeting" in shown


def test_what_has_no_page_is_said_without_a_link(client: Client) -> None:
    make.place("incheon-city", {"en": "Incheon"})
    known("claim", "7", en="participants: 88 zeppelins", home=("place", "incheon-city"))

    shown = main(client, q="zeppelins")

    assert "<h3>participants: 88 <mark>zeppelins</mark></h3>" in shown
    assert "</span> Incheon" in shown


def test_a_slip_of_typing_is_answered_with_what_was_meant(client: Client) -> None:
    known("person", "fujita-etsuo", en="Fujita Etsuo")

    shown = main(client, q="Fujta Etsuo")

    assert '<a href="/en/search/?q=Fujita+Etsuo">Fujita Etsuo</a>?</p>' in shown
    assert whys(shown) == ["nearly so written: Fujita Etsuo"]


def test_two_letters_in_the_wrong_order_still_find_what_was_meant(client: Client) -> None:
    known("topic", "tourism", en="Tourism")

    shown = main(client, q="tuorism")

    assert 'href="/en/topics/tourism/"' in shown


# -- narrowing, order, pages --


@pytest.mark.usefixtures("meetings")
def test_kinds_are_tabs_with_their_counts(client: Client) -> None:
    tabs = main(client, q="harbour").partition('<nav class="groups"')[2].partition("</nav>")[0]

    assert '<a href="/en/search/?q=harbour" aria-current="page">All (4)</a>' in tabs
    assert '<a href="/en/search/?q=harbour&amp;kind=edition">Editions (2)</a>' in tabs


@pytest.mark.usefixtures("meetings")
def test_a_filter_is_kept_in_the_address_and_can_be_taken_away(client: Client) -> None:
    shown = main(client, q="harbour", country="KR", year=2025)
    kept = shown.partition('<ul class="kept"')[2].partition("</ul>")[0]

    assert results(shown) == ["Harbour meeting again"]
    assert 'href="/en/search/?q=harbour&amp;year=2025"' in kept
    assert 'href="/en/search/?q=harbour&amp;country=KR"' in kept
    assert '<option value="KR" selected>Korea (1)</option>' in shown
    assert '<a href="/en/search/?q=harbour&amp;kind=edition&amp;country=KR&amp;year=2025">' in shown


@pytest.mark.usefixtures("meetings")
def test_the_newest_come_first_where_that_is_asked(client: Client) -> None:
    assert results(main(client, q="harbour meeting", kind="edition", sort="date")) == [
        "Harbour meeting again",
        "Harbour meeting",
    ]


@pytest.mark.parametrize(
    ("name", "value", "label"),
    [
        ("country", "Korea", "Country"),
        ("country", "'; drop table", "Country"),
        ("body", "../etc", "Body"),
        ("topic", "A B", "Topic"),
        ("year", "9999999999", "Year"),
        ("year", "-1", "Year"),
        ("year", "２０２５", "Year"),
        ("lang", "klingon", "Language"),
        ("kind", "<script>", "Kind"),
        ("sort", "random()", "Sort by"),
    ],
)
@pytest.mark.usefixtures("meetings")
def test_a_filter_that_is_none_is_left_out_and_said(
    client: Client, name: str, value: str, label: str
) -> None:
    shown = main(client, q="harbour", **{name: value})

    assert f"is not a choice for “{label}” and was left out." in shown
    assert len(results(shown)) == 4
    assert "<script" not in shown


def test_an_unknown_kind_is_said(client: Client) -> None:
    known("body", "seoul", en="Seoul")

    assert "no kind of result called “zeppelin”" in main(client, q="seoul", kind="zeppelin")


def test_pages_keep_the_search(client: Client) -> None:
    for number in range(51):
        known("edition", f"e-{number}", en=f"Harbour meeting {number}", years=(2025,))

    first, second = (main(client, q="harbour", year=2025, page=n) for n in (1, 2))

    assert 'href="/en/search/?q=harbour&amp;year=2025&amp;page=2"' in first
    assert (len(results(first)), len(results(second))) == (50, 1)
    assert '<ol class="found" start="51">' in second


@pytest.mark.parametrize("number", ["0", "-1", "2", "999999999999", "abc"])
@pytest.mark.parametrize("address", ["search/", "search.json"])
def test_a_page_that_is_not_there_is_not_there(client: Client, address: str, number: str) -> None:
    assert client.get(f"/en/{address}?q=a&kind=body&page={number}").status_code == 404


# -- nothing found is no dead end --


@pytest.mark.parametrize(
    "query", ["", "?q=", "?q=%25", "?q=_", "?q=%27%22%3E", "?q=...", "?kind=body", "?q=+&page=1"]
)
def test_a_search_for_nothing_says_what_can_be_searched(client: Client, query: str) -> None:
    shown = page(client, f"/en/search/{query}")

    assert '<div class="empty">' in shown
    assert '<a href="/en/search/?q=%EA%B2%BD%EB%B6%81" lang="ko">경북</a>' in shown


@pytest.mark.usefixtures("meetings")
def test_where_filters_leave_nothing_the_page_says_which_to_drop(client: Client) -> None:
    shown = main(client, q="harbour meeting", country="JP", year=2025, kind="edition")

    assert "Nothing was found for “harbour meeting” with these filters." in shown
    assert (
        '<a href="/en/search/?q=harbour+meeting&amp;kind=edition&amp;year=2025">Without the filter “Country”</a> '
        '<span class="quiet">1 result</span>' in shown
    )


def test_where_nothing_is_near_the_lists_are_offered(client: Client) -> None:
    shown = main(client, q="zzzzqqqq")

    assert "Nothing was found for “zzzzqqqq”." in shown
    assert '<a href="/en/bodies/">' in shown


# -- what it costs --


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("search/", 8), ("search/suggest", 3), ("search.json", 7)])
def test_a_search_costs_the_same_for_one_result_and_three(
    client: Client,
    count: int,
    address: str,
    queries: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    series = make.series()
    for number in range(count):
        make.edition(f"e-{number}", series)
        known("edition", f"e-{number}", en=f"Harbour meeting {number}", bodies=("gyeongbuk",))
        known("item", f"e-{number}/i", en=f"Harbour tour {number}", home=("edition", f"e-{number}"))
    client.get(f"/en/{address}?q=harbour")

    with django_assert_num_queries(queries):
        client.get(f"/en/{address}?q=harbour")
