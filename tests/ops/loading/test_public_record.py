"""The record that is shipped: it loads, holds every system it was made for, and keeps its contradictions."""

from datetime import date
from pathlib import Path

import pytest

import interlocal
from interlocal.evidence import queries as evidence
from interlocal.programmes import queries as programmes
from interlocal.programmes.models import Edition, Item, OfficeHolderParticipation, Outcome, Series
from interlocal.registry.models import Body, BodyCode, Tie
from tests.ops.loading.writing import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

RECORD = Path(interlocal.__file__).parent / "record"


@pytest.fixture
def record(db: None) -> None:
    load(RECORD)


def conflicts() -> dict[tuple[str, str, str], tuple[str, list[str]]]:
    """Displayed value and its rivals, by subject, attribute and part."""
    return {
        (figure.shown.subject_key, figure.shown.attribute, figure.shown.part): (
            figure.shown.value,
            [claim.value for claim in figure.conflicting],
        )
        for figure in evidence.conflicts(tongue="en")
    }


def test_the_record_loads_and_loading_it_again_changes_nothing(record: None) -> None:
    assert load(RECORD).lines == []


def test_every_system_of_the_mission_is_in_it(record: None) -> None:
    series = dict(Series.objects.values_list("slug", "id"))
    held = Edition.objects.filter(state="held")

    # The invitation training of Gyeongsangbuk-do, with its two days.
    training = held.get(slug="gbtr-2025", series=series["gbtr"])
    days = set(Item.objects.filter(edition=training).values_list("day", flat=True))
    assert {str(day) for day in days} >= {"2025-06-19", "2025-06-20"}
    # CLAIR and its seven offices.
    clair = {
        body for body in Body.objects.filter(parent__slug="clair", kind="office") if body.country != "JP"
    }
    assert len(clair) == 7
    # The governors' meeting with its eight editions, and what it set going.
    assert held.filter(series=series["kjgm"]).count() == 8
    assert Outcome.objects.filter(edition__series=series["kjgm"]).count() > 0
    # The trilateral workshop, with the edition nobody knows to have been held.
    assert Edition.objects.get(slug="cjkw-8", series=series["cjkw"]).state == "tentative"
    # The memorandum between the ministry and the governors' association.
    sides = Tie.objects.get(slug="mofa-garok-mou").sides.values_list("body__slug", "type")
    assert set(sides) == {("mofa-kr", "mou"), ("garok", "mou")}
    # Policies are shared by topic.
    assert (
        Edition.objects.filter(topics__slug__isnull=False).exists()
        or Item.objects.filter(topics__slug__isnull=False).exists()
    )


@pytest.mark.parametrize(("country", "governments"), [("KR", 17), ("JP", 47), ("CN", 31)])
def test_every_province_level_government_of_2025_is_there_with_its_code(
    record: None, country: str, governments: int
) -> None:
    that_day = date(2025, 11, 12)
    provinces = [
        body
        for body in Body.objects.filter(kind="province", country=country)
        if (body.from_on is None or body.from_on.first <= that_day)
        and (body.until_on is None or body.until_on.first > that_day)
    ]

    assert len(provinces) == governments
    coded = BodyCode.objects.filter(body__in=provinces, scheme="iso-3166-2")
    assert coded.values("body").distinct().count() == governments


@pytest.mark.parametrize(
    ("subject", "shown", "rivals"),
    [
        (("kjgm-7", "gap_years", ""), "6", ["over 6"]),
        (("cjkw-6", "place", ""), "gangneung + sokcho", ["sokcho"]),
        (("garok", "founded", ""), "1999-01-23", ["1991"]),
        (("cjklg-11", "local_governments", ""), "78", ["76"]),
    ],
)
def test_sources_that_contradict_each_other_are_shown(
    record: None, subject: tuple[str, str, str], shown: str, rivals: list[str]
) -> None:
    assert conflicts()[subject] == (shown, rivals)


def test_claims_that_the_record_itself_contradicts_are_found(record: None) -> None:
    found = {
        (check.claim.subject_key, check.claim.attribute, check.claim.value)
        for check in programmes.failed_checks(tongue="en")
    }

    assert ("gbtr", "cumulative_participants", "32") in found
    assert ("cjkw", "cadence", "every year since 2012") in found


def test_eighty_eight_is_the_sum_of_its_parts(record: None) -> None:
    figures = evidence.figures(kind="edition", key="cjkw-7", tongue="en")
    parts = {
        figure.shown.part: figure.shown.value
        for figure in figures
        if figure.shown.attribute == "participants"
    }

    assert {part: parts[part] for part in ("", "CN", "JP", "KR")} == {
        "": "88",
        "CN": "35",
        "JP": "15",
        "KR": "38",
    }


def test_nobody_takes_part_without_being_somebody(record: None) -> None:
    assert not OfficeHolderParticipation.objects.filter(person=None, post=None).exists()
