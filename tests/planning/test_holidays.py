from datetime import date

import pytest

from interlocal.planning.holidays import holidays, is_working_day, working_days_after


def test_holidays_of_several_countries_come_by_day_and_country_in_the_language_of_the_reader():
    found = holidays(countries=("KR", "JP"), from_on=date(2027, 5, 4), until_on=date(2027, 5, 6), tongue="ko")

    assert [(one.on, one.country, one.name, one.lang) for one in found] == [
        (date(2027, 5, 4), "JP", "Greenery Day", "en"),
        (date(2027, 5, 5), "JP", "Children's Day", "en"),
        (date(2027, 5, 5), "KR", "어린이날", "ko"),
    ]


def test_the_day_until_which_is_asked_is_not_included():
    before = holidays(countries=("KR",), from_on=date(2027, 3, 1), until_on=date(2027, 3, 1), tongue="en")
    with_it = holidays(countries=("KR",), from_on=date(2027, 3, 1), until_on=date(2027, 3, 2), tongue="ko")

    assert before == ()
    assert [one.name for one in with_it] == ["삼일절"]


def test_days_over_the_turn_of_the_year_are_both_years():
    found = holidays(countries=("KR",), from_on=date(2026, 12, 25), until_on=date(2027, 1, 2), tongue="en")

    assert [one.on for one in found] == [date(2026, 12, 25), date(2027, 1, 1)]


def test_of_a_country_that_nobody_knows_there_are_no_holidays_and_weekends_are_off():
    assert holidays(countries=("XX",), from_on=date(2027, 1, 1), until_on=date(2027, 2, 1), tongue="en") == ()
    assert [is_working_day(date(2027, 1, day), "XX") for day in (1, 2, 3, 4)] == [True, False, False, True]


@pytest.mark.parametrize(
    ("on", "country", "works"),
    [
        (date(2027, 6, 9), "CN", False),  # Dragon Boat Festival, a Wednesday
        (date(2025, 9, 28), "CN", True),  # a Sunday that is worked for the National Day week
        (date(2025, 10, 11), "CN", True),  # a Saturday that is worked for it
        (date(2025, 10, 12), "CN", False),
        (date(2027, 3, 1), "KR", False),
        (date(2027, 3, 2), "KR", True),
        (date(2027, 5, 3), "JP", False),
    ],
)
def test_offices_work_on_weekdays_that_are_no_holidays_and_on_weekends_given_in_exchange(on, country, works):
    assert is_working_day(on, country) is works


@pytest.mark.parametrize(
    ("last", "days", "country", "until"),
    [
        (date(2027, 6, 3), 15, "CN", date(2027, 6, 25)),
        (date(2025, 9, 26), 1, "CN", date(2025, 9, 28)),
        (date(2025, 9, 26), 15, "CN", date(2025, 10, 23)),
        (date(2027, 6, 4), 1, "KR", date(2027, 6, 7)),
        (date(2027, 6, 4), 0, "KR", date(2027, 6, 4)),
    ],
)
def test_working_days_are_counted_from_the_day_after(last, days, country, until):
    assert working_days_after(last, days, country) == until
