from datetime import date

import pytest

from interlocal.ground.dates import ImpossibleDate, PartialDate, Span, months_between

parse = PartialDate.parse


@pytest.mark.parametrize(
    ("text", "known", "first", "after"),
    [
        ("2017", "year", date(2017, 1, 1), date(2018, 1, 1)),
        ("2017-11", "month", date(2017, 11, 1), date(2017, 12, 1)),
        ("2017-12", "month", date(2017, 12, 1), date(2018, 1, 1)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 3, 1)),
        ("2024-02-29", "day", date(2024, 2, 29), date(2024, 3, 1)),
        ("0001-01-01", "day", date(1, 1, 1), date(1, 1, 2)),
        ("9998", "year", date(9998, 1, 1), date(9999, 1, 1)),
        ("9999-11", "month", date(9999, 11, 1), date(9999, 12, 1)),
    ],
)
def test_a_date_covers_the_days_it_may_mean(text: str, known: str, first: date, after: date) -> None:
    found = parse(text)

    assert (found.known, found.first, found.after) == (known, first, after)
    assert found.isoformat() == text
    assert PartialDate.from_bounds(first, after) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2023-02-30", "day"),
        ("2023-02-29", "day"),
        ("2023-04-00", "day"),
        ("2023-13", "month"),
        ("2023-00", "month"),
        ("0000", "year"),
        ("10000", "shape"),
        ("2017-1", "shape"),
        ("2017-11-5", "shape"),
        ("17", "shape"),
        ("２０１７", "shape"),
        (" 2017", "shape"),
        ("2017-11-05\n", "shape"),
        ("", "shape"),
        ("9999-12-31", "year"),
        ("9999", "year"),
    ],
)
def test_an_impossible_date_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(ImpossibleDate) as refused:
        parse(text)

    assert refused.value.code == code


def test_numbers_are_checked_like_texts() -> None:
    for parts, code in (
        ((2023, 2, 30), "day"),
        ((2023, None, 5), "month"),
        ((10000,), "year"),
        ((0,), "year"),
    ):
        with pytest.raises(ImpossibleDate) as refused:
            PartialDate(*parts)

        assert refused.value.code == code


def test_bounds_that_are_no_day_month_or_year_are_refused() -> None:
    with pytest.raises(ImpossibleDate) as refused:
        PartialDate.from_bounds(date(2017, 11, 1), date(2017, 11, 3))

    assert refused.value.code == "bounds"


def test_dates_sort_by_their_first_day_then_by_how_soon_they_are_over() -> None:
    texts = ["2018", "2017-11-05", "2017", "2017-01-01", "2017-01", "2016-12-31"]

    found = [str(day) for day in sorted(map(parse, texts))]

    assert found == [
        "2016-12-31",
        "2017-01-01",
        "2017-01",
        "2017",
        "2017-11-05",
        "2018",
    ]
    assert len({parse("2017"), parse("2017"), parse("2017-01")}) == 2


def test_the_next_and_the_previous_date_are_as_precise() -> None:
    texts = ("2017", "2017-12", "2017-12-31", "2018-01-01")

    assert [str(parse(text).next) for text in texts] == [
        "2018",
        "2018-01",
        "2018-01-01",
        "2018-01-02",
    ]
    assert [str(parse(text).previous) for text in texts] == [
        "2016",
        "2017-11",
        "2017-12-30",
        "2017-12-31",
    ]


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("2025-06-19/2025-06-20", "2025-06-21"),
        ("2025-06-19", "2025-06-20"),
        ("2024-12-30/2024-12-31", "2025-01-01"),
        ("2014-05", "2014-06"),
        ("2012/2018", "2019"),
        ("2014-05-10/2014-06", "2014-07"),
    ],
)
def test_a_span_becomes_a_half_open_period_and_back(text: str, until: str) -> None:
    span = Span.parse(text)

    from_on, until_on = span.half_open()

    assert (from_on, str(until_on)) == (span.first, until)
    assert Span.from_half_open(from_on, until_on) == span
    assert span.isoformat() == text


def test_a_span_of_one_date_has_one_value() -> None:
    assert Span.parse("2014-05/2014-05") == Span.parse("2014-05")
    assert Span.parse("2014-05").last is None


def test_a_span_may_end_within_the_unit_it_begins_in() -> None:
    assert Span.parse("2014-05-10/2014").isoformat() == "2014-05-10/2014"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2025-06-20/2025-06-19", "order"),
        ("2018/2012", "order"),
        ("2018/", "shape"),
        ("2018/2019/2020", "shape"),
    ],
)
def test_a_span_that_runs_backwards_or_nowhere_is_refused(text: str, code: str) -> None:
    with pytest.raises(ImpossibleDate) as refused:
        Span.parse(text)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("a", "b", "months"),
    [
        (
            "2017-11",
            "2023-11-01",
            (71, 72),
        ),  # the sixth and seventh Governors' Meetings: "first in six years"
        ("2008", "2015-01-30", (72, 84)),
        ("2019-10-28", "2025-10-28", (72, 72)),
        ("2019-10-29", "2025-10-28", (71, 71)),
        ("2020-01-31", "2020-02-29", (0, 0)),
        ("2017", "2017", (0, 11)),
        ("2017-11-05", "2017", (0, 1)),
    ],
)
def test_months_between_are_as_certain_as_the_dates(a: str, b: str, months: tuple[int, int]) -> None:
    assert months_between(parse(a), parse(b)) == months


def test_months_are_not_counted_backwards() -> None:
    with pytest.raises(ImpossibleDate) as refused:
        months_between(parse("2018"), parse("2017-12-31"))

    assert refused.value.code == "order"
