"""Lists and pages of ties."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.registry import queries, rules
from interlocal.registry.models import Tie
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_each_side_speaks_in_its_own_words() -> None:
    tie = make.tie("gyeongbuk-tottori")
    make.side(tie, cast.gyeongbuk(), kind="sister", words=make.text("자매결연", "ko"), signed="1994-09-02")
    make.side(tie, cast.tottori(), kind="friendship", words=make.text("友好提携", "ja"), signed="1994")

    page = queries.tie_page(slug="gyeongbuk-tottori", tongue="ja")

    assert [(side.body.name.text, side.type, side.words and side.words.text) for side in page.tie.sides] == [
        ("慶尚北道", "sister", "자매결연"),
        ("鳥取県", "friendship", "友好提携"),
    ]
    assert page.differing == ("type",)
    assert page.tie.since == make.day("1994-09-02")


def test_sides_that_give_other_dates_are_said_to_differ() -> None:
    tie = make.tie("gyeongbuk-tottori")
    make.side(tie, cast.gyeongbuk(), signed="1994-09-02")
    make.side(tie, cast.tottori(), signed="2017")

    assert queries.tie_page(slug="gyeongbuk-tottori", tongue="en").differing == ("signed_on",)


def test_a_side_remembers_the_name_it_signed_under() -> None:
    gangwon, tie = make.body("gangwon"), make.tie("gangwon-tottori")
    gangwon.label = {
        "en": {"official": [["Gangwon-do", None, "2023-06-11"], ["Gangwon State", "2023-06-11", None]]}
    }
    gangwon.save()
    make.side(tie, gangwon, signed="1994-11-07")
    make.side(tie, cast.tottori(), signed="1994-11-07")

    sides = queries.tie_page(slug="gangwon-tottori", tongue="en").tie.sides

    assert [(side.body.name.text, side.then and side.then.text) for side in sides] == [
        ("Gangwon State", "Gangwon-do"),
        ("Tottori Prefecture", None),
    ]


def test_ties_are_narrowed_by_the_pair_of_countries() -> None:
    gyeongbuk, mofa = cast.gyeongbuk(), cast.mofa()
    make.tie("abroad", gyeongbuk, cast.tottori())
    make.tie("at-home", gyeongbuk, mofa)

    abroad = queries.ties_page(tongue="en", pair="JP-KR")
    at_home = queries.ties_page(tongue="en", pair="KR")

    assert [row.slug for row in abroad.rows.rows] == ["abroad"]
    assert [row.slug for row in at_home.rows.rows] == ["at-home"]
    assert abroad.pairs == {"JP-KR": 1, "KR": 1}


def test_ties_are_narrowed_by_type_state_and_name() -> None:
    gyeongbuk, tottori, mofa = cast.gyeongbuk(), cast.tottori(), cast.mofa()
    make.body_name(tottori, "ja", "鳥取県")
    make.tie("ended", gyeongbuk, tottori, state="ended")
    make.side(make.tie("desk", gyeongbuk), mofa, kind="mou")

    by_type = queries.ties_page(tongue="en", tie_type="mou")
    by_state = queries.ties_page(tongue="en", state="ended")
    by_name = queries.ties_page(tongue="en", q="鳥取")

    assert [[row.slug for row in page.rows.rows] for page in (by_type, by_state, by_name)] == [
        ["desk"],
        ["ended"],
        ["ended"],
    ]
    assert (by_type.types, by_type.states) == ({"mou": 1, "sister": 2}, {"in_force": 1})


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_three(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gyeongbuk, tottori = cast.gyeongbuk(), cast.tottori()
    for number in range(rows):
        make.tie(f"tie-{number}", gyeongbuk, tottori)

    with django_assert_num_queries(3):
        page = queries.ties_page(tongue="ko")

    assert page.rows.total == rows


def test_a_tie_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make.tie("desk", cast.garok(), cast.mofa())

    with django_assert_num_queries(1):
        page = queries.tie_page(slug="desk", tongue="ko")

    assert page.tie.name.text == "대한민국시도지사협의회 – 외교부"


def test_a_tie_nobody_recorded_is_not_there() -> None:
    with pytest.raises(Tie.DoesNotExist):
        queries.tie_page(slug="nowhere", tongue="en")


@pytest.mark.parametrize(
    ("last", "asleep"),
    [(date(2021, 3, 2), False), (date(2021, 3, 1), True), (None, False)],
)
def test_a_tie_sleeps_after_more_than_five_years(last: date | None, asleep: bool) -> None:
    assert rules.sleeps(last=last, today=date(2026, 3, 2)) is asleep
