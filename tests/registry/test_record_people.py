"""Recording people and ties: what is certain of a tenure, and each side of a tie in its own words."""

from datetime import date

import pytest
from django.db import IntegrityError
from psycopg.types.range import DateRange

from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import localised
from interlocal.registry import commands, rules
from interlocal.registry.entries import (
    BodyEntry,
    NameEntry,
    PersonEntry,
    PersonNameEntry,
    PostEntry,
    SideEntry,
    TenureEntry,
    TieEntry,
)
from interlocal.registry.kinds import BodyKind, PostKind, TieState, TieType
from interlocal.registry.models import PersonName, Tenure, TieSide
from tests.evidence.recording import CITED, WHO, journal, opened

pytestmark = pytest.mark.django_db


def on(text: str | None) -> PartialDate | None:
    return (text and PartialDate.parse(text)) or None


def tenure(**days: str) -> TenureEntry:
    acting = bool(days.pop("acting", ""))
    return TenureEntry(
        post="haneul/governor",
        from_on=on(days.get("from_on")),
        until_on=on(days.get("until_on")),
        as_of=on(days.get("as_of")),
        acting=acting,
        cite=CITED,
    )


def person(slug: str, *tenures: TenureEntry) -> PersonEntry:
    spelt = PersonNameEntry(lang="en", text="Kim Bom", family="Kim", given="Bom", own=True, cite=CITED)
    return PersonEntry(slug=slug, names=[spelt], country="KR", tenures=list(tenures), cite=CITED)


def body(slug: str) -> BodyEntry:
    governor = PostEntry(
        slug="governor", kind=PostKind.HEAD, title=localised("en", {"en": "Governor"}), cite=CITED
    )
    names = [NameEntry(lang="ko", text=slug, cite=CITED)]
    return BodyEntry(slug=slug, kind=BodyKind.PROVINCE, names=names, posts=[governor], cite=CITED)


def record(*people: PersonEntry, ties: tuple[TieEntry, ...] = ()) -> list[tuple[str, str, str]]:
    ledger = opened()
    commands.record_bodies(**WHO, ledger=ledger, entries=[body("haneul"), body("aoi")])
    commands.record_people(**WHO, ledger=ledger, entries=people)
    commands.record_ties(**WHO, ledger=ledger, entries=ties)
    return journal(ledger)


@pytest.mark.parametrize(
    ("from_on", "until_on", "as_of", "certain"),
    [
        ("2022-07-01", None, "2023-01-27", (date(2022, 7, 1), date(2023, 1, 28))),
        ("2022-08", None, "2023-01-27", (date(2022, 8, 31), date(2023, 1, 28))),
        ("2022-08", "2024-08", None, (date(2022, 8, 31), date(2024, 8, 1))),
        (None, None, "2023-01-27", (date(2023, 1, 27), date(2023, 1, 28))),
        (None, "2024-07-01", None, (date(2024, 6, 30), date(2024, 7, 1))),
        (None, "2024-07-01", "2023-01-27", (date(2023, 1, 27), date(2024, 7, 1))),
        (None, None, "2023", None),
        ("2022", None, None, None),
        ("2022", "2022", None, None),
    ],
)
def test_only_days_that_are_proved_are_certain(
    from_on: str | None, until_on: str | None, as_of: str | None, certain: tuple[date, date] | None
) -> None:
    found = rules.certain_days(on(from_on), on(until_on), on(as_of))

    assert found == (certain and DateRange(*certain))


def test_a_person_keeps_the_spelling_the_person_uses() -> None:
    record(person("kim-bom", tenure(as_of="2023-01-27")))

    assert list(PersonName.objects.values_list("text", "family", "given", "own")) == [
        ("Kim Bom", "Kim", "Bom", True)
    ]


def test_two_people_cannot_hold_a_sole_post_on_one_certain_day() -> None:
    with pytest.raises(IntegrityError, match="tenure_one_at_a_time"):
        record(
            person("kim-bom", tenure(as_of="2023-01-27")),
            person("lee", tenure(from_on="2023-01-01", as_of="2023-02-01")),
        )


def test_one_who_stands_in_does_not_count() -> None:
    record(
        person("kim-bom", tenure(as_of="2023-01-27")), person("lee", tenure(as_of="2023-01-27", acting="yes"))
    )

    assert Tenure.objects.count() == 2


def test_the_boundary_between_two_tenures_can_be_corrected() -> None:
    record(
        person("kim-bom", tenure(from_on="2020-07-01", until_on="2022-07-01")),
        person("lee", tenure(from_on="2022-07-01", as_of="2023-01-01")),
    )

    lines = record(
        person("kim-bom", tenure(from_on="2020-07-01", until_on="2021-07-01")),
        person("lee", tenure(from_on="2021-07-01", as_of="2023-01-01")),
    )

    assert lines[-2:] == [("corrected", "person", "kim-bom"), ("corrected", "person", "lee")]
    assert [str(row.certain.lower) for row in Tenure.objects.order_by("from_on")] == [
        "2020-07-01",
        "2021-07-01",
    ]


def test_each_side_of_a_tie_has_its_own_type_and_words() -> None:
    ours = SideEntry(
        body="haneul", type=TieType.SISTER, words=localised("ko", {"ko": "자매결연"}), cite=CITED
    )
    theirs = SideEntry(
        body="aoi", type=TieType.FRIENDSHIP, words=localised("ja", {"ja": "友好提携"}), cite=CITED
    )
    tie = TieEntry(slug="haneul-aoi", state=TieState.IN_FORCE, sides=[ours, theirs], cite=CITED)

    lines = record(ties=(tie,))

    assert lines[-1] == ("recorded", "tie", "haneul-aoi")
    rows = TieSide.objects.order_by("position")
    assert [(row.body.slug, row.type, str(row.words)) for row in rows] == [
        ("haneul", "sister", "자매결연"),
        ("aoi", "friendship", "友好提携"),
    ]
