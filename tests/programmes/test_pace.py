"""How a series keeps its pace: lapses, what comes next, whose turn it is."""

from datetime import date

from interlocal.ground.dates import PartialDate
from interlocal.programmes import rules
from interlocal.programmes.rules import EditionFacts, Next

TODAY = date(2026, 11, 22)


def held(slug: str, on: str, ordinal: int | None = None, *hosts: str) -> EditionFacts:
    return EditionFacts(slug, "held", ordinal, PartialDate.parse(on), hosts=hosts)


def planned(slug: str, on: str, ordinal: int | None = None, state: str = "tentative") -> EditionFacts:
    day = PartialDate.parse(on)
    return EditionFacts(slug, state, ordinal, None, day, day.next)


GOVERNORS = [
    held("1", "1999-11-09", 1, "JP"),
    held("2", "2002-11-18", 2, "KR"),
    held("3", "2004-09-02", 3, "JP"),
    held("4", "2008", 4, "KR"),
    held("5", "2015-01-30", 5, "JP"),
    held("6", "2017-11", 6, "KR"),
    held("7", "2023-11-01", 7, "JP"),
    held("8", "2025-11-12", 8, "KR"),
]


def test_the_governors_meeting_lapsed_twice() -> None:
    found = rules.lapses(GOVERNORS, cadence=24, today=TODAY)

    assert [(lapse.after, lapse.before, lapse.months) for lapse in found] == [
        ("4", "5", (72, 84)),
        ("6", "7", (71, 72)),
    ]


def test_an_edition_that_is_late_is_no_lapse() -> None:
    found = rules.lapses(
        [held("1", "2014-01-10", 1), held("2", "2015-12-09", 2)], cadence=12, today=date(2016, 1, 1)
    )

    assert found == []


def test_a_whole_turn_missed_is_a_lapse() -> None:
    found = rules.lapses(
        [held("1", "2014-01-10", 1), held("2", "2016-01-10", 2)], cadence=12, today=date(2016, 2, 1)
    )

    assert [(lapse.after, lapse.before) for lapse in found] == [("1", "2")]


def test_a_series_that_stopped_lapses_until_today() -> None:
    found = rules.lapses([held("7", "2019-05-30", 7)], cadence=12, today=TODAY)

    assert [(lapse.before, lapse.until, lapse.months) for lapse in found] == [
        (None, PartialDate.of(TODAY), (89, 89))
    ]


def test_editions_that_are_numbered_but_not_on_record_are_no_lapse() -> None:
    found = rules.lapses(
        [held("1", "1999", 1), held("8", "2006-08-29", 8)], cadence=12, today=date(2006, 9, 1)
    )

    assert found == []


def test_an_edition_without_a_number_does_not_hide_the_numbers_around_it() -> None:
    seen = [held("17", "2008-10-23", 17), held("x", "2015-10-12"), held("26", "2017-11-21", 26)]

    assert rules.lapses(seen, cadence=12, today=date(2018, 1, 1)) == []


def test_without_a_cadence_nothing_lapses() -> None:
    assert rules.lapses(GOVERNORS, cadence=None, today=TODAY) == []


def test_the_next_edition_is_the_one_announced() -> None:
    editions = [*GOVERNORS, planned("9", "2027", 9)]

    assert rules.next_edition(editions, cadence=24, ended=False, today=TODAY) == Next(
        "said", PartialDate(2027), "9"
    )


def test_without_announcement_the_cadence_lets_expect_a_month() -> None:
    found = rules.next_edition(GOVERNORS, cadence=24, ended=False, today=TODAY)

    assert found == Next("due", PartialDate(2027, 11))


def test_a_plan_whose_time_has_passed_is_not_the_next_edition() -> None:
    editions = [held("7", "2019-05-30", 7), planned("8", "2021", 8)]

    assert rules.next_edition(editions, cadence=12, ended=False, today=TODAY) == Next(
        "passed", PartialDate(2021), "8"
    )
    assert rules.next_edition(editions[:1], cadence=12, ended=False, today=TODAY) == Next(
        "overdue", PartialDate(2020, 5)
    )


def test_the_number_of_a_plan_proves_that_others_were_held() -> None:
    editions = [held("5", "2004", 5), held("x", "2006-09"), planned("15", "2025", 15, "announced")]

    assert rules.lapses(editions, cadence=24, today=TODAY) == []
    assert rules.numbered_up_to(editions) == 15
    assert rules.next_edition(editions, cadence=24, ended=False, today=TODAY) == Next(
        "passed", PartialDate(2025), "15"
    )


def test_a_plan_that_directly_follows_proves_nothing() -> None:
    editions = [held("5", "2004", 5), held("x", "2006-09"), planned("7", "2008", 7)]

    assert [lapse.after for lapse in rules.lapses(editions, cadence=24, today=TODAY)] == ["x"]
    assert rules.numbered_up_to(editions) == 5


def test_a_plan_from_before_the_last_edition_held_is_not_told_as_the_next() -> None:
    editions = [held("22", "2021-11-04", 22), planned("23", "2022", 23), held("25", "2024-10-21", 25)]

    assert rules.next_edition(editions, cadence=12, ended=False, today=TODAY) == Next(
        "overdue", PartialDate(2025, 10)
    )


def test_a_series_that_ended_has_no_next_edition() -> None:
    assert rules.next_edition(GOVERNORS, cadence=24, ended=True, today=TODAY) is None


def test_hosts_that_take_turns_keep_them() -> None:
    found = rules.turns([*GOVERNORS, planned("9", "2027", 9)], ["JP", "KR"])

    assert [(turn.expected, turn.kept) for turn in found[-3:]] == [("JP", True), ("KR", True), ("JP", None)]


def test_a_turn_that_was_not_kept_moves_the_next_one() -> None:
    found = rules.turns(
        [held("1", "2001", 1, "KR"), held("2", "2002", 2, "KR"), held("3", "2003", 3, "CN")],
        ["KR", "CN", "JP"],
    )

    assert [(turn.expected, turn.kept) for turn in found] == [("CN", False), ("CN", True)]


def test_turns_not_on_record_are_counted_by_number() -> None:
    found = rules.turns([held("1", "1999", 1, "KR"), held("8", "2006", 8, "CN")], ["KR", "CN", "JP"])

    assert [turn.expected for turn in found] == ["KR", "CN"]


def test_turns_are_not_judged_across_gaps_where_the_numbers_do_not_say_whose_they_are() -> None:
    seen = [held("1", "1992", 1, "KR"), held("x", "2015", None, "JP"), held("26", "2017", 26, "KR")]

    assert rules.turns(seen, ["KR", "JP"]) == []


def test_an_edition_without_a_number_takes_no_turn() -> None:
    seen = [
        held("17", "2008", 17, "KR"),
        held("x", "2015", None, "JP"),
        held("26", "2017", 26, "JP"),
        held("30", "2022", 30, "JP"),
    ]

    found = rules.turns(seen, ["KR", "JP"])

    assert [(turn.edition, turn.expected, turn.kept) for turn in found] == [
        ("17", "KR", True),
        ("26", "JP", True),
        ("30", "JP", True),
    ]
