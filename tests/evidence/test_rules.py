"""Claims: how values are read, which is displayed, and which cannot be true together."""

from decimal import Decimal

import pytest

from interlocal.evidence import rules
from interlocal.evidence.entries import ClaimEntry
from interlocal.evidence.kinds import Attribute, Qualifier
from interlocal.evidence.rules import BadClaim, Cadence, Value, read_value
from interlocal.ground.dates import PartialDate


def figure(written: str) -> Value:
    return read_value(Attribute.PARTICIPANTS, written)


@pytest.mark.parametrize(
    ("written", "number", "qualifier"),
    [
        ("88", "88", Qualifier.EXACT),
        ("about 90", "90", Qualifier.ABOUT),
        ("over 6", "6", Qualifier.OVER),
        ("at least 100", "100", Qualifier.AT_LEAST),
        ("under 2.5", "2.5", Qualifier.UNDER),
    ],
)
def test_a_figure_is_a_number_with_a_qualifier(written: str, number: str, qualifier: Qualifier) -> None:
    assert figure(written) == Value(written, Decimal(number), qualifier)


@pytest.mark.parametrize(
    ("attribute", "written"),
    [
        (Attribute.PARTICIPANTS, "ninety"),
        (Attribute.PARTICIPANTS, "nearly 90"),
        (Attribute.PARTICIPANTS, "-3"),
        (Attribute.PARTICIPANTS, ""),
        (Attribute.DATES, "2025-06-20/2025-06-19"),
        (Attribute.FOUNDED, "July 1988"),
        (Attribute.ACTIVITY, "2025-05-20/2025-05-21"),
        (Attribute.CADENCE, "often"),
        (Attribute.PLACE, "Sokcho, Gangneung"),
        (Attribute.OTHER, "x" * 201),
    ],
)
def test_what_is_no_value_of_the_attribute_is_refused(attribute: Attribute, written: str) -> None:
    with pytest.raises(BadClaim):
        read_value(attribute, written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("every year since 2012", Cadence(1, 2012)),
        ("every 2 years since 1999", Cadence(2, 1999)),
        ("every 2 years", Cadence(2, None)),
    ],
)
def test_a_cadence_is_years_and_a_beginning(written: str, expected: Cadence) -> None:
    assert rules.read_cadence(read_value(Attribute.CADENCE, written).value) == expected


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("88", "88", True),
        ("88", "89", False),
        ("6", "over 6", False),
        ("7", "over 6", True),
        ("6", "at least 6", True),
        ("5", "at least 6", False),
        ("88", "about 90", True),
        ("400", "about 500", False),
        ("99", "under 100", True),
        ("100", "under 100", False),
        ("over 500", "over 520", True),
        ("over 500", "over 1000", False),
        ("under 100", "under 95", True),
        ("under 100", "under 50", False),
        ("under 100", "over 100", False),
        ("under 100", "about 105", True),
        ("about 90", "about 95", True),
    ],
)
def test_two_figures_agree_when_both_can_be_true(one: str, other: str, agree: bool) -> None:
    assert rules.agree(figure(one), figure(other)) is agree
    assert rules.agree(figure(other), figure(one)) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2017-11", "2017-11-05", True),
        ("2017-11", "2017-11-05/2017-11-06", True),
        ("2017", "2018-01", False),
        ("2017-11-05", "2017-11-06", False),
        ("2017-11-05/2017-11-07", "2017-11-06", False),
    ],
)
def test_dates_agree_when_one_is_known_less_closely_than_the_other(one: str, other: str, agree: bool) -> None:
    values = [read_value(Attribute.DATES, written) for written in (one, other)]

    assert rules.agree(*values) is agree
    assert rules.agree(*reversed(values)) is agree


@pytest.mark.parametrize(
    ("attribute", "one", "other", "same"),
    [
        ("members", "1996", "2018", False),
        ("members", "2018", "2018-05", True),
        ("members", None, "2018", True),
        ("participants", "1996", "2018", True),
    ],
)
def test_figures_that_change_over_time_contradict_only_those_of_the_same_time(
    attribute: str, one: str | None, other: str, same: bool
) -> None:
    first, second = (date and PartialDate.parse(date) for date in (one, other))

    assert rules.same_time(attribute, first or None, second or None) is same


def test_the_chosen_claim_or_the_only_one_is_displayed() -> None:
    kjgm, cjkw = ("edition", "kjgm-7"), ("edition", "cjkw-7")
    entries = [
        (kjgm, ClaimEntry(attribute=Attribute.PARTICIPANTS, value=20)),
        (kjgm, ClaimEntry(attribute=Attribute.PARTICIPANTS, value=21, chosen=True)),
        (kjgm, ClaimEntry(attribute=Attribute.PARTICIPANTS, value=10, of_part="KR")),
        (cjkw, ClaimEntry(attribute=Attribute.PARTICIPANTS, value=88)),
        (cjkw, ClaimEntry(attribute=Attribute.OTHER, value="")),
        (cjkw, ClaimEntry(attribute=Attribute.OTHER, value="")),
    ]

    assert rules.chosen(entries) == {1, 2, 3, 4, 5}
