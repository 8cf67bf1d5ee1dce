"""Attendance: counted from who was seen, said in the public record beside what others reported."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations.commands import attendance as verbs
from interlocal.delegations.commands import checkins
from interlocal.delegations.models import CheckIn, Delegate, Preparation
from interlocal.delegations.queries import days as queries
from interlocal.delegations.rules import attendance, days
from interlocal.delegations.rules.days import Expected
from interlocal.evidence.models import Claim
from interlocal.evidence.queries import figures
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from interlocal.programmes.models import Edition
from tests import make
from tests.delegations import scene

SLUG = "forum-2026"
MORNING = datetime(2026, 6, 10, 0, 0, tzinfo=UTC)
AFTER = MORNING + timedelta(days=2)


def person(number: int, body: str = "gyeongbuk", country: str = "KR", **others: Any) -> Expected:
    return Expected(number, body, country, **{"part": "member", **others})


def test_lines_count_each_day_and_any_day() -> None:
    people = [person(1), person(2, part="head"), person(3, "tottori", "JP")]
    seen = {1: frozenset({0, 1}), 3: frozenset({1})}

    by_country = days.lines(people, seen, days=2, by=lambda one: one.country)

    assert by_country == [days.Line("KR", 2, (1, 1), 1), days.Line("JP", 1, (0, 1), 1)]
    assert days.whole(people, seen, days=2) == days.Line("", 3, (1, 2), 2)


def test_figures_are_people_by_country_governments_and_heads() -> None:
    present = [
        person(1, grade="head"),
        person(2),
        person(3, "tottori", "JP"),
        person(4, "clair", "JP", is_local=False, grade="head"),
    ]

    counts = [(one.attribute, one.part, one.number) for one in attendance.counts(present)]

    assert counts == [
        ("participants", "", 4),
        ("participants", "JP", 2),
        ("participants", "KR", 2),
        ("local_governments", "", 2),
        ("heads", "", 1),
    ]


def test_one_country_alone_needs_no_line_of_its_own() -> None:
    assert [one.part for one in attendance.counts([person(1)])] == ["", ""]


@pytest.mark.parametrize(("today", "seen", "code"), [(1, 5, "not_over"), (2, 0, "nobody_seen"), (2, 1, None)])
def test_attendance_is_recorded_when_the_last_day_is_over(today: int, seen: int, code: str | None) -> None:
    refused = attendance.obstacle_to_recording(today=today, days=2, seen=seen)

    assert (refused.code if refused else None) == code


def forum(*, is_public: bool = True) -> tuple[Preparation, list[Delegate]]:
    """Three approved of two countries; the first two were seen, one of them on both days."""
    made = scene.preparation()
    if is_public:
        made.edition = make.edition("forum-2026", made.series, on="2026-06-10", state="announced")
        made.save()
    invited = scene.invitation(made, "gyeongbuk")
    people = [
        scene.delegate(invited, state="approved", part="head", grade="head"),
        scene.delegate(scene.invitation(made, "tottori"), "藤田", "悦夫", state="approved"),
        scene.delegate(invited, "이", "바다", state="approved"),
        scene.delegate(invited, "박", "바다", state="nominated"),
    ]
    for who, day in ((people[0], 0), (people[0], 1), (people[1], 0)):
        see(who, day)
    return made, people


def see(who: Delegate, day: int) -> None:
    checkins.check_in(
        actor=scene.secretariat(),
        at=MORNING + timedelta(days=day),
        preparation=SLUG,
        delegate=who.key,
        once=uuid4(),
    )


def see_no_more(who: Delegate) -> None:
    with standing_as(scene.runs(who.preparation)):
        once = CheckIn.objects.get(delegate=who).once
    checkins.undo(actor=scene.secretariat(), at=AFTER, preparation=SLUG, once=once)


def record() -> list[Any]:
    return verbs.record_attendance(actor=scene.secretariat(), at=AFTER, preparation=SLUG)


def claims() -> list[tuple[str, str, Decimal | None, str, bool]]:
    rows = Claim.objects.filter(subject_key="forum-2026").order_by("position")
    return [(row.attribute, row.part, row.number, row.kind, row.chosen) for row in rows]


@pytest.mark.django_db
def test_figures_stand_beside_those_reported_and_differences_show() -> None:
    made, _people = forum()
    make.claim("edition/forum-2026", "participants", "88", chosen=True)

    record()

    assert claims() == [
        ("participants", "", 88, "reported", True),
        ("participants", "", 2, "recorded", False),
        ("participants", "JP", 1, "recorded", True),
        ("participants", "KR", 1, "recorded", True),
        ("local_governments", "", 2, "recorded", True),
        ("heads", "", 1, "recorded", True),
    ]
    shown = figures(kind="edition", key="forum-2026", tongue="en")
    assert next([one.number for one in figure.conflicting] for figure in shown) == [2]
    assert scene.fresh(made).attendance_at == AFTER


@pytest.mark.django_db
def test_recorded_again_it_replaces_itself_and_nothing_else() -> None:
    _made, people = forum()
    make.claim("edition/forum-2026", "participants", "88", chosen=True)
    record()
    see_no_more(people[1])

    counts = [one.number for one in record()]

    assert counts == [1, 1, 1]
    assert claims() == [
        ("participants", "", 88, "reported", True),
        ("participants", "", 1, "recorded", False),
        ("local_governments", "", 1, "recorded", True),
        ("heads", "", 1, "recorded", True),
    ]


@pytest.mark.django_db
def test_the_source_is_the_secretariats_own_entry_and_names_nobody() -> None:
    forum()

    record()

    source = Claim.objects.filter(kind="recorded").first().footnote.citations.get().source  # type: ignore[union-attr]
    lines = Entry.objects.filter(at=AFTER).order_by("id").values_list("verb", "subject_kind", "public")
    assert (source.slug, source.kind) == ("forum-2026-attendance", "official")
    assert source.publisher.shown("en").text == "Governors Association of the Republic of Korea"
    assert list(lines) == [
        ("attendance_recorded", "preparation", False),
        ("recorded", "source", True),
        ("corrected", "edition", True),
    ]


@pytest.mark.django_db
def test_an_edition_that_is_not_public_stays_unsaid() -> None:
    made, _people = forum(is_public=False)

    counts = record()

    assert counts[0].number == 2
    assert not Claim.objects.exists()
    assert not Edition.objects.exists()
    assert scene.fresh(made).attendance_at == AFTER


@pytest.mark.django_db
def test_only_the_secretariat_records_and_only_afterwards() -> None:
    forum()

    with pytest.raises(Refused) as early:
        verbs.record_attendance(actor=scene.secretariat(), at=MORNING, preparation=SLUG)
    with pytest.raises(Refused) as foreign:
        verbs.record_attendance(actor=scene.coordinator("gyeongbuk"), at=AFTER, preparation=SLUG)

    assert (early.value.code, foreign.value.code) == ("not_over", "not_yours")
    assert claims() == []


@pytest.mark.django_db
def test_the_page_of_the_days_counts_by_body_country_and_part() -> None:
    forum()

    page = queries.days_page(actor=scene.secretariat(), preparation=SLUG, at=MORNING, tongue="en")

    assert page.whole == days.Line("", 3, (2, 1), 2)
    assert [(one.name.text, one.line.seen, one.line.expected) for one in page.bodies] == [
        ("Gyeongsangbuk-do", 1, 2),
        ("Tottori Prefecture", 1, 1),
    ]
    assert [(one.key, one.seen) for one in page.countries] == [("KR", 1), ("JP", 1)]
    assert [(one.key, one.seen, one.expected) for one in page.parts] == [("head", 1, 1), ("member", 1, 2)]
    assert (page.today, page.odd, page.walk_ins) == (0, (), ())


@pytest.mark.django_db
def test_the_page_of_the_days_costs_the_same_for_few_and_many(django_assert_num_queries: Any) -> None:
    _made, people = forum()
    who = scene.secretariat()

    def ask() -> None:
        with django_assert_num_queries(10):
            queries.days_page(actor=who, preparation=SLUG, at=MORNING, tongue="en")

    ask()
    for number in range(3):
        see(scene.delegate(people[0].invitation, f"이{number}", state="approved"), 0)
    ask()


@pytest.mark.django_db
def test_the_figures_are_the_secretariats() -> None:
    forum()

    with pytest.raises(Preparation.DoesNotExist):
        queries.days_page(actor=scene.coordinator("gyeongbuk"), preparation=SLUG, at=MORNING, tongue="en")
    with pytest.raises(Preparation.DoesNotExist):
        queries.desk_links(actor=scene.coordinator("gyeongbuk"), preparation=SLUG, at=MORNING)
