import pytest

from interlocal.ground.texts import Shown
from interlocal.search import queries
from interlocal.search.queries import Better, Narrowed
from tests.search.known import known

pytestmark = pytest.mark.django_db


def test_a_filter_in_the_way_is_named() -> None:
    known("edition", "a", en="Meeting on harbours", countries=("KR",), years=(2018,))

    better = queries.next_best(words="harbours", narrowed=Narrowed(country="JP", year=2018), tongue="en")

    assert better[0] == Better("without", "harbours", 1, "country")


def test_filters_that_are_only_together_in_the_way_are_dropped_together() -> None:
    known("edition", "a", en="Meeting on harbours", countries=("KR",), years=(2018,))

    better = queries.next_best(words="harbours", narrowed=Narrowed(country="JP", year=2001), tongue="en")

    assert better[0] == Better("without", "harbours", 1, "all")


def test_a_name_nearly_so_written_is_offered() -> None:
    known("body", "tottori", en="Tottori")

    better = queries.next_best(words="Totory", tongue="en")

    assert better == (Better("spelt", "Tottori", 1, shown=Shown("Tottori", "en")),)


def test_a_wider_concept_is_offered_in_the_language_of_the_reader() -> None:
    known("topic", "environment", ko="환경")

    better = queries.next_best(words="biodiversity", tongue="ja")

    assert ("concept", "ja") in {(one.way, one.shown.lang) for one in better if one.shown}


def test_where_nothing_helps_nothing_is_offered() -> None:
    known("topic", "environment", ko="환경")

    assert queries.next_best(words="qwertzuiop", tongue="ja") == ()
