"""Labels: the name in force on a day, in the reader's language or the next best."""

from dataclasses import dataclass

import pytest

from interlocal.ground.dates import PartialDate
from interlocal.ground.labels import label_of, shown
from interlocal.ground.texts import Shown


@dataclass
class Name:
    language: str
    text: str
    kind: str = "official"
    machine: bool = False
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None


CHANGE = PartialDate.parse("2023-06-11")
GANGWON = label_of(
    [
        Name("ko", "강원도", until_on=CHANGE),
        Name("ko", "강원특별자치도", from_on=CHANGE),
        Name("ko", "강원", kind="short"),
        Name("ja", "江原道", until_on=CHANGE),
        Name("ja", "江原特別自治道", from_on=CHANGE),
        Name("en", "Gangwon State", from_on=CHANGE),
        Name("zh-Hans", "江原", kind="romanised", machine=True),
    ]
)


@pytest.mark.parametrize(
    ("on", "text"),
    [
        ("2018-11-05", "강원도"),
        ("2023-06-10", "강원도"),
        ("2023-06-11", "강원특별자치도"),
        ("2024-01-01", "강원특별자치도"),
        (None, "강원특별자치도"),
    ],
)
def test_a_renamed_body_has_the_name_of_the_day(on: str | None, text: str) -> None:
    assert shown(GANGWON, "ko", on=on) == Shown(text, "ko", "original")


def test_a_name_whose_dates_do_not_reach_back_is_still_the_best() -> None:
    assert shown(GANGWON, "en", on="2018-11-05").text == "Gangwon State"


def test_a_short_name_is_preferred_where_there_is_one() -> None:
    assert shown(GANGWON, "ko", short=True).text == "강원"
    assert shown(GANGWON, "ja", short=True).text == "江原特別自治道"


def test_a_machine_made_spelling_says_so() -> None:
    assert shown(GANGWON, "zh-Hans") == Shown("江原", "zh-Hans", "machine")


def test_a_reader_without_a_name_is_offered_another_language() -> None:
    label = label_of([Name("ko", "솜애시"), Name("en", "Somae")])

    assert shown(label, "ja") == Shown("Somae", "en", "original")


def test_an_official_name_is_better_than_a_supplied_one_and_that_than_a_romanised() -> None:
    names = [Name("en", "Somae-si", "romanised"), Name("en", "Somae City", "supplied"), Name("en", "Somae")]

    assert [shown(label_of(names[:count]), "en").text for count in (1, 2, 3)] == [
        "Somae-si",
        "Somae City",
        "Somae",
    ]


def test_a_reading_is_never_shown_as_a_name() -> None:
    assert shown(label_of([Name("ja", "しまねけん", "reading")]), "ja") == Shown("", "ja")
