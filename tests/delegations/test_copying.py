"""The next edition made from the last one."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands.copying import copy_preparation
from interlocal.delegations.commands.preparations import make_preparation
from interlocal.delegations.models import (
    Invitation,
    Milestone,
    Need,
    Note,
    Once,
    Paper,
    PlannedItem,
    Preparation,
)
from interlocal.delegations.queries import copying as queries
from interlocal.delegations.rules import copying as rules
from interlocal.delegations.rules.copying import Invited, Plan, Remark
from interlocal.delegations.rules.preparations import obstacle_to_preparing
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from interlocal.programmes.models import Series
from tests import cast, make
from tests.delegations import scene

NAMES = {
    "ko": "제8회 한일지사회의",
    "ja": "第8回日韓知事会議",
    "zh-Hans": "第8届韩日知事会议 2025",
    "en": "8th Forum 2025",
}


@pytest.mark.parametrize(
    ("lang", "now"),
    [
        ("ko", "제9회 한일지사회의"),
        ("ja", "第9回日韓知事会議"),
        ("zh-Hans", "第9届韩日知事会议 2027"),
        ("en", "9th Forum 2027"),
    ],
)
def test_number_and_year_of_a_name_go_on(lang: str, now: str) -> None:
    assert rules.renamed(NAMES[lang], lang=lang, ordinal=(8, 9), year=(2025, 2027)) == now


def test_only_the_number_of_the_edition_is_replaced() -> None:
    text = "2nd Forum of 22 cities, 12nd street"

    assert rules.renamed(text, lang="en", ordinal=(2, 3), year=(2025, 2026)) == (
        "3rd Forum of 22 cities, 12nd street"
    )


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (3, "3rd"), (11, "11th"), (22, "22nd"), (112, "112th")]
)
def test_english_numbers(number: int, text: str) -> None:
    assert rules.english_ordinal(number) == text


def test_the_next_first_day_is_the_same_weekday_after_the_cadence_and_some_time_ahead() -> None:
    last = date(2025, 6, 19)

    found = rules.next_first_day(last=last, cadence_months=24, today=date(2026, 3, 2))

    assert found == date(2027, 6, 17)
    assert found.weekday() == last.weekday()


def test_deadlines_follow_the_first_day_and_an_edition_is_not_held_before_its_last() -> None:
    due = rules.deadlines(relative={"closed": -45, "held": 0}, from_on=date(2026, 6, 10), days=3)

    assert due == {"closed": date(2026, 4, 26), "held": date(2026, 6, 12)}


def test_weekends_days_gone_by_and_other_editions_are_remarked() -> None:
    saturday = date(2026, 6, 13)

    found = rules.remarks(
        from_on=saturday,
        days=1,
        due={"open": date(2026, 3, 1)},
        today=date(2026, 3, 2),
        meanwhile=("Workshop",),
    )

    assert found == [
        Remark("day_on_weekend", saturday),
        Remark("deadline_on_weekend", date(2026, 3, 1), "open"),
        Remark("deadline_gone_by", date(2026, 3, 1), "open"),
        Remark("meanwhile", None, "Workshop"),
    ]


def test_a_slug_is_free() -> None:
    taken = frozenset({"kjgm-9", "kjgm-9-2"})

    assert rules.free_slug(series="kjgm", ordinal=9, year=2027, taken=taken) == "kjgm-9-3"
    assert rules.free_slug(series="kjgm", ordinal=None, year=2027, taken=taken) == "kjgm-2027"


@pytest.mark.parametrize(
    ("roles", "names", "days", "taken", "code"),
    [
        ({"reader"}, {"en": "A"}, 2, False, "not_yours"),
        ({"coordinator"}, {"en": " "}, 2, False, "no_name"),
        ({"coordinator"}, {"en": "A"}, 0, False, "too_many_days"),
        ({"coordinator"}, {"en": "A"}, 2, True, "ordinal_taken"),
        ({"coordinator"}, {"en": "A"}, 2, False, None),
    ],
)
def test_who_can_make_what(
    roles: set[str], names: dict[str, str], days: int, taken: bool, code: str | None
) -> None:
    actor = Actor("anna", 1, 7, "garok", frozenset(roles))

    found = obstacle_to_preparing(actor=actor, body=7, names=names, days=days, ordinal_taken=taken)

    assert (found.code if found else None) == code


# -- with rows --


def last_edition() -> Series:
    """The 8th of a series: two days in Incheon, Gyeongbuk hosts, Tottori comes, one item on the second day."""
    series = make.series("forum")
    series.cadence_months = 12
    series.cadence_footnote = make.footnote()
    series.save()
    garok, gyeongbuk, tottori = cast.garok(), cast.gyeongbuk(), cast.tottori()
    edition = make.edition(
        "forum-8", series, ordinal=8, on="2025-06-19", hosts=[gyeongbuk], places=[make.place()]
    )
    edition.until_on = make.day("2025-06-21")
    edition.save()
    make.took_part(edition, tottori)
    make.took_part(edition, garok, capacity="organiser")
    make.item(
        edition, "walk", "Walk through Hahoe", kind="visit", on="2025-06-20", starts="09:00", ends="11:00"
    )
    return series


def plan(**others: object) -> Plan:
    known = {
        "series": "forum",
        "names": {"en": "9th Forum"},
        "from_on": date(2026, 6, 18),
        "days": 2,
        "ordinal": 9,
    }
    return Plan(**{**known, **others})  # type: ignore[arg-type]  # of a test


def proposed(actor: Actor | None = None, **others: object) -> queries.Proposal:
    who = actor or scene.secretariat()
    return queries.proposal(actor=who, series="forum", at=scene.NOON, tongue="en", **others)  # type: ignore[arg-type]  # of a test


@pytest.mark.django_db
def test_the_last_public_edition_is_proposed_with_days_that_follow() -> None:
    last_edition()

    found = proposed()

    assert (found.ordinal, found.from_on, found.days) == (9, date(2026, 6, 18), 2)
    assert found.names["en"] == "9th Korea-Japan Governors' Meeting"
    assert found.names["ko"] == "제9회 한일지사회의"
    assert found.place["ko"] == "인천"
    assert [(one.body.slug, one.wanted) for one in found.bodies] == [
        ("gyeongbuk", True),
        ("tottori", True),
        ("garok", False),
    ]
    assert [(one.key, one.on, one.starts_at) for one in found.items] == [
        ("e-walk", date(2026, 6, 19), time(9))
    ]
    assert {one.step: one.days for one in found.steps} == {**rules.USUAL, "held": 1}


@pytest.mark.django_db
def test_everything_follows_another_first_day() -> None:
    last_edition()

    found = proposed(from_on=date(2027, 6, 12), days=3)

    assert found.items[0].on == date(2027, 6, 13)
    assert found.steps[2].on == date(2027, 6, 12) - timedelta(days=45)
    assert found.remarks[0] == Remark("day_on_weekend", date(2027, 6, 12))


@pytest.mark.django_db
def test_only_what_is_ticked_is_made() -> None:
    last_edition()
    who = scene.secretariat()

    made = copy_preparation(
        actor=who,
        at=scene.NOON,
        once=uuid4(),
        plan=plan(
            bodies=(Invited("tottori", 5, 1),), items=frozenset({"e-walk"}), steps=frozenset({"closed"})
        ),
    )

    found = Preparation.objects.get()
    assert (made, found.slug, str(found.copied_from), found.secretariat.slug) == (
        "forum-9",
        "forum-9",
        "forum-8",
        "garok",
    )
    with standing_as(who):
        rows = Invitation.objects.values_list(
            "body__slug", "quota", "support_quota", "language", "state", "due_on"
        )
        assert list(rows) == [("tottori", 5, 1, "ja", "draft", date(2026, 5, 4))]
    assert list(PlannedItem.objects.values_list("day", "starts_at", "kind")) == [(1, time(9), "visit")]
    assert list(Milestone.objects.values_list("step", "due_on")) == [("closed", date(2026, 5, 4))]
    assert list(Paper.objects.all()) == []


@pytest.mark.django_db
def test_the_same_form_sent_twice_makes_one_preparation() -> None:
    last_edition()
    once, who = uuid4(), scene.secretariat()

    first = copy_preparation(actor=who, at=scene.NOON, once=once, plan=plan())
    second = copy_preparation(actor=who, at=scene.NOON, once=once, plan=plan())

    assert (first, second) == ("forum-9", "forum-9")
    assert [row.slug for row in Preparation.objects.all()] == ["forum-9"]
    assert Once.objects.get().subject == "forum-9"


@pytest.mark.django_db
def test_a_refused_copy_leaves_nothing() -> None:
    last_edition()
    who = scene.secretariat()
    copy_preparation(actor=who, at=scene.NOON, once=None, plan=plan())

    with pytest.raises(Refused) as refused:
        copy_preparation(actor=who, at=scene.NOON, once=uuid4(), plan=plan())

    assert refused.value.code == "ordinal_taken"
    assert [row.slug for row in Preparation.objects.all()] == ["forum-9"]
    assert list(Once.objects.all()) == []


@pytest.mark.django_db
def test_what_the_office_kept_travels_on() -> None:
    forum = scene.preparation(ordinal=8, order_rule="host_first", rotation=["tottori"])
    scene.invitation(forum, "gyeongbuk", quota=7)
    scene.invitation(forum, "tottori", state="declined")
    PlannedItem.objects.create(
        preparation=forum, kind="meal", title=make.text("Lunch"), day=0, changed_at=scene.NOON
    )
    Paper.objects.create(preparation=forum, title=make.text("Menu"), done_at=scene.NOON)
    Need.objects.create(preparation=forum, field="diet", purpose="meals", required=True, kept_days=7)
    asked = Note.objects.create(
        preparation=forum,
        kind="question",
        text="Who pays?",
        language="en",
        written_by="Kim",
        written_at=scene.NOON,
    )
    Note.objects.create(
        preparation=forum,
        kind="lesson",
        text="Settled",
        language="en",
        written_by="Kim",
        written_at=scene.NOON,
        settled_at=scene.NOON,
    )
    who = scene.secretariat()

    found = proposed(who)
    made = copy_preparation(
        actor=who,
        at=scene.NOON,
        once=None,
        plan=plan(
            items=frozenset(one.key for one in found.items),
            papers=frozenset(one.key for one in found.papers),
            needs=frozenset(one.key for one in found.needs),
            notes=frozenset(one.key for one in found.notes),
            takes_order=True,
        ),
    )

    assert [(one.body.slug, one.quota, one.wanted) for one in found.bodies] == [
        ("gyeongbuk", 7, True),
        ("tottori", 3, False),
    ]
    assert found.names["en"] == "Forum 2027"
    new = Preparation.objects.get(slug=made)
    assert (new.after, new.order_rule, new.rotation) == (forum, "host_first", ["tottori"])
    assert [(one.text, one.carried_from, one.written_by) for one in new.notes.all()] == [
        ("Who pays?", asked, "Kim")
    ]
    assert [(str(one.title), one.changed_at) for one in new.items.all()] == [("Lunch", None)]
    assert [(str(one.title), one.done_at) for one in new.papers.all()] == [("Menu", None)]
    assert [(one.field, one.required, one.kept_days) for one in new.needs.all()] == [("diet", True, 7)]


@pytest.mark.django_db
def test_another_offices_working_file_is_not_copied() -> None:
    forum = scene.preparation(ordinal=8)
    Paper.objects.create(preparation=forum, title=make.text("Menu"))
    scene.invitation(forum, "tottori")

    found = proposed(scene.coordinator("gyeongbuk"))

    assert found.after is None
    assert found.bodies == ()
    assert "Menu" not in [one.text.text for one in found.papers]


@pytest.mark.django_db
def test_a_reader_is_proposed_nothing() -> None:
    last_edition()

    with pytest.raises(Refused, match="role"):
        proposed(scene.reader("garok"))


@pytest.mark.django_db
def test_a_proposal_costs_the_same_for_one_guest_and_three() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")
    who = scene.secretariat()

    with CaptureQueriesContext(
        connection,
    ) as one:
        proposed(who)
    scene.invitation(forum, "tottori")
    scene.invitation(forum, "busan")
    with CaptureQueriesContext(connection) as three:
        proposed(who)

    assert len(one) == len(three)


@pytest.mark.django_db
def test_one_is_made_from_nothing_with_the_usual_deadlines() -> None:
    make.series("forum")

    made = make_preparation(actor=scene.secretariat(), at=scene.NOON, once=None, plan=plan(ordinal=None))

    assert made == "forum-2026"
    assert Milestone.objects.get(step="closed").due_on == date(2026, 6, 18) - timedelta(days=45)
    assert Milestone.objects.count() == 7


@pytest.mark.django_db
def test_series_of_the_own_office_come_first() -> None:
    scene.preparation()
    make.series("another", {"en": "Another"})

    found = queries.choices(actor=scene.secretariat(), tongue="en")

    assert [(one.slug, one.is_ours) for one in found] == [("forum", True), ("another", False)]
