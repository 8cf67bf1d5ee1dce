import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.ground.texts import Shown
from interlocal.search import queries
from tests.search.known import known

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world() -> None:
    known("body", "gyeongbuk", ko="경상북도", ja="慶尚北道", zh_Hans="庆尚北道", en="Gyeongsangbuk-do")
    known("body", "tottori", ja="鳥取県", en="Tottori Prefecture", country="JP")
    known("person", "hirai", ja="平井伸治", also="Tottori Prefecture")
    known("topic", "tourism", ko="관광", ja="観光", zh_Hans="旅游", en="Tourism")
    known("item", "kjgm-8/dinner", en="Dinner in Tottori", home=("edition", "kjgm-8"))


def suggested(typed: str) -> list[str]:
    return [one.key for one in queries.suggest(typed=typed, tongue="en")]


@pytest.mark.parametrize("typed", ["경상", "경사", "gyeongsang", "GYEONG", "庆尚", "慶尚", "慶尙北"])
def test_a_beginning_in_any_script_suggests_the_subject(typed: str) -> None:
    assert suggested(typed)[0] == "gyeongbuk"


@pytest.mark.parametrize("typed", ["돗토리", "とっとり", "トットリ", "tottor"])
def test_a_reading_suggests_the_subject(typed: str) -> None:
    assert "tottori" in suggested(typed)[:2]


def test_its_own_name_comes_before_what_belongs_to_it() -> None:
    assert suggested("tottori pre")[:2] == ["tottori", "hirai"]


def test_a_slip_is_forgiven_when_nothing_begins_so() -> None:
    assert suggested("tuorism") == ["tourism"]


def test_a_suggestion_shows_the_name_for_the_reader_and_what_matched() -> None:
    (one,) = queries.suggest(typed="관광", tongue="en")

    assert (one.name, one.matched, one.home) == (
        Shown("Tourism", "en"),
        Shown("관광", "ko"),
        ("topic", "tourism"),
    )


def test_an_item_leads_to_the_page_that_shows_it() -> None:
    (one,) = queries.suggest(typed="dinner", tongue="en")

    assert (one.kind, one.home) == ("item", ("edition", "kjgm-8"))


def test_there_are_no_more_than_asked_for() -> None:
    for at in range(20):
        known("body", f"city-{at:02}", en=f"City {at:02}")

    assert len(suggested("cit")) == 8
    assert len(queries.suggest(typed="cit", tongue="en", limit=3)) == 3


@pytest.mark.parametrize("typed", ["", " ", "%", "_", "..."])
def test_signs_suggest_nothing_and_cost_nothing(
    typed: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert suggested(typed) == []


@pytest.mark.parametrize("typed", ["tour", "xyzzy", "경"])
@pytest.mark.parametrize("rows", [1, 3])
def test_suggesting_costs_three_queries_at_most(
    rows: int, typed: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for at in range(rows):
        known("topic", f"tour-{at}", en=f"Tour {at}", ko=f"경로 {at}")

    with django_assert_max_num_queries(3):
        suggested(typed)
