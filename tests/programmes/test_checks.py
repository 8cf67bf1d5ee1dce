"""Claims that can be worked out, with nothing but the values."""

from decimal import Decimal

from interlocal.evidence.kinds import Attribute
from interlocal.evidence.rules import Value, read_value
from interlocal.ground.dates import PartialDate
from interlocal.programmes import rules
from interlocal.programmes.rules import Adding, EditionFacts, Years


def people(written: str) -> Value:
    return read_value(Attribute.PARTICIPANTS, written)


def held(on: str, ordinal: int | None = None) -> EditionFacts:
    return EditionFacts(on, "held", ordinal, PartialDate.parse(on))


def verdict_on_gap(claim: str, before: str, day: str) -> str:
    found = rules.check_gap_years(
        read_value(Attribute.GAP_YEARS, claim), before=held(before), day=PartialDate.parse(day)
    )
    assert found
    return found.verdict


def test_35_and_15_and_38_are_88() -> None:
    found = rules.check_parts(people("88"), {"CN": people("35"), "JP": people("15"), "KR": people("38")})

    assert found
    assert found.verdict == "confirmed"
    assert found.computed == Adding(
        (("CN", Decimal(35)), ("JP", Decimal(15)), ("KR", Decimal(38))), Decimal(88)
    )


def test_parts_that_do_not_add_up_contradict_the_whole() -> None:
    found = rules.check_parts(people("13"), {"KR": people("5"), "JP": people("6")})

    assert found
    assert found.verdict == "contradicted"


def test_parts_may_add_up_to_more_than_a_whole_that_says_over() -> None:
    found = rules.check_parts(
        people("over 200"), {"CN": people("149"), "JP": people("51"), "KR": people("48")}
    )

    assert found
    assert found.verdict == "confirmed"


def test_one_part_alone_is_no_check() -> None:
    assert rules.check_parts(people("500"), {"KR": people("66")}) is None


def test_six_years_from_november_2017_to_november_2023() -> None:
    assert verdict_on_gap("6", "2017-11", "2023-11-01") == "confirmed"
    assert verdict_on_gap("about 6", "2017-11", "2023-11-01") == "confirmed"
    assert verdict_on_gap("over 6", "2017-11", "2023-11-01") == "contradicted"
    assert verdict_on_gap("8", "2017-11", "2023-11-01") == "contradicted"


def test_a_gap_is_open_where_the_days_are_not_known_well_enough() -> None:
    assert verdict_on_gap("over 6", "2008", "2015-01-30") == "confirmed"
    assert verdict_on_gap("at least 7", "2008", "2015-01-30") == "open"
    assert verdict_on_gap("under 7", "2008", "2015-01-30") == "open"


def test_a_gap_after_no_known_edition_cannot_be_computed() -> None:
    found = rules.check_gap_years(Value("6", Decimal(6)), before=None, day=PartialDate(2023))

    assert found
    assert (found.verdict, found.computed) == ("open", None)


def test_every_year_since_2012_misses_2015() -> None:
    years = ["2012-12", "2013-09", "2014-05", "2016-06", "2017-06", "2018-10", "2019-05-30"]
    editions = [held(year, number) for number, year in enumerate(years, 1)]

    found = rules.check_cadence("every year since 2012", editions=editions, as_of=None)

    assert found
    assert found.verdict == "contradicted"
    assert found.computed == Years(((2015, 2015),), (), (2012, 2013, 2014, 2016, 2017, 2018, 2019))


def test_every_two_years_names_the_turns_without_an_edition() -> None:
    editions = [held("1999", 1), held("2002", 2), held("2004", 3), held("2008", 4)]

    found = rules.check_cadence("every 2 years since 1999", editions=editions, as_of=PartialDate(2008))

    assert found
    assert found.computed == Years(((2005, 2006),), (), (1999, 2002, 2004, 2008))


def test_numbers_can_leave_room_for_years_not_on_record() -> None:
    editions = [held("1999", 1), held("2002", 4), held("2003", 5)]

    found = rules.check_cadence("every year since 1999", editions=editions, as_of=None)

    assert found
    assert (found.verdict, found.computed) == (
        "open",
        Years((), ((2000, 2000), (2001, 2001)), (1999, 2002, 2003)),
    )


def test_numbers_that_do_not_reach_for_all_years_say_how_many_they_allow() -> None:
    editions = [held("2017", 26), held("2022", 30)]

    found = rules.check_cadence("every year since 2017", editions=editions, as_of=None)

    assert found
    assert (found.verdict, found.computed) == (
        "contradicted",
        Years((), (), (2017, 2022), ((((2018, 2018), (2019, 2019), (2020, 2020), (2021, 2021)), 3),)),
    )


def test_the_number_of_a_plan_leaves_room_for_years_not_on_record() -> None:
    plan = EditionFacts("15", "announced", 15, None, PartialDate(2010))
    editions = [held("2004", 5), plan]

    found = rules.check_cadence("every year since 2004", editions=editions, as_of=PartialDate(2009))

    assert found
    assert (found.verdict, found.computed) == (
        "open",
        Years((), tuple((year, year) for year in range(2005, 2009)), (2004,)),
    )


def test_25_and_9_are_more_than_32_to_date() -> None:
    found = rules.check_cumulative(people("32"), [("2022", people("9")), ("2025", people("25"))])

    assert found
    assert found.verdict == "contradicted"
    assert found.computed == Adding((("2022", Decimal(9)), ("2025", Decimal(25))), Decimal(34), least=True)


def test_a_total_above_the_editions_on_record_fits() -> None:
    found = rules.check_cumulative(people("40"), [("2022", people("9")), ("2025", people("25"))])

    assert found
    assert found.verdict == "confirmed"


def test_a_count_is_confirmed_by_rows_or_by_their_numbers() -> None:
    eight = Value("8", Decimal(8))

    verdicts = [
        rules.check_count(eight, recorded=8),
        rules.check_count(eight, recorded=5, numbered=8),
        rules.check_count(eight, recorded=5),
        rules.check_count(eight, recorded=9),
    ]

    assert [found.verdict for found in verdicts if found] == [
        "confirmed",
        "confirmed",
        "open",
        "contradicted",
    ]
