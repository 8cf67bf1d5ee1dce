"""A preparation: its list, its overview, its settings, its days and its planned programme."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.delegations.commands import preparations as commands
from interlocal.delegations.commands import preparations_items as items
from interlocal.delegations.commands.preparations import Settings
from interlocal.delegations.commands.preparations_items import Item
from interlocal.delegations.kinds import STEPS, Changed
from interlocal.delegations.models import Milestone, PlannedItem, Preparation
from interlocal.delegations.queries import preparations as queries
from interlocal.delegations.queries import preparations_items
from interlocal.delegations.queries.preparations_overview import Overview, overview
from interlocal.delegations.rules import preparations as rules
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from tests.delegations import scene

pytestmark = pytest.mark.django_db
LUNCH = Item(
    kind="meal",
    title={"ko": "오찬", "en": "Lunch"},
    day=scene.FIRST_DAY,
    starts_at=time(12),
    ends_at=time(13),
)


def seen(actor: Actor, forum: Preparation) -> Overview:
    return overview(actor=actor, preparation=forum.slug, at=scene.NOON, tongue="en")


def add(forum: Preparation, item: Item = LUNCH) -> int:
    return items.add_item(
        actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, once=None, item=item
    )


def settings_of(forum: Preparation, **others: object) -> Settings:
    found = queries.settings(actor=scene.secretariat(), preparation=forum.slug)
    known = {name: getattr(found, name) for name in Settings.__dataclass_fields__}
    return Settings(**{**known, **others})


# -- rules --


def at(starts: time | None, ends: time | None, **others: Any) -> rules.Hours:
    return rules.Hours(
        scene.FIRST_DAY, starts, ends, **{"zone": "Asia/Seoul", "ends_zone": "Asia/Seoul", **others}
    )


@pytest.mark.parametrize(
    ("others", "code", "field"),
    [
        ({}, None, None),
        ({"title": {"en": " "}}, "no_title", "title_ko"),
        ({"day": -8}, "far_off", "day"),
        ({"day": 9}, "far_off", "day"),
        ({"title": {"en": "A" * 301}}, "title_too_long", "title_ko"),
        ({"hours": at(None, time(10))}, "no_start", "starts_at"),
        ({"hours": at(time(9), time(9))}, "ends_before", "ends_at"),
        ({"hours": at(time(22), time(1))}, "ends_before", "ends_at"),
        ({"hours": at(time(22), time(1), nights=1)}, None, None),
        ({"hours": at(time(22), time(1), nights=31)}, "too_many_nights", "nights"),
        ({"hours": at(time(22), time(23), nights=-1)}, "ends_before", "nights"),
        ({"hours": at(time(9), None, zone="Asia/Nowhere")}, "unknown_zone", "zone"),
        ({"hours": at(time(9), None, ends_zone="../etc/passwd")}, "unknown_zone", "ends_zone"),
        # A flight from Seoul to Beijing, by the clocks of both, of 70 and of no minutes.
        ({"hours": at(time(10), time(10, 10), ends_zone="Asia/Shanghai")}, None, None),
        ({"hours": at(time(10), time(9), ends_zone="Asia/Shanghai")}, "ends_before", "ends_at"),
    ],
)
def test_what_an_item_can_be(others: dict[str, object], code: str | None, field: str | None) -> None:
    known: dict[str, object] = {"title": {"en": "A"}, "day": 0, "days": 2, "hours": at(time(9), time(10))}

    found = rules.obstacle_to_item(**{**known, **others})  # type: ignore[arg-type]  # of a test

    assert (found.code if found else None, found.field if found else None) == (code, field)


def test_a_text_keeps_its_original_and_marks_what_was_not_redone() -> None:
    before = rules.text_of({"ko": "포럼", "en": "Forum"}, original="ko")

    now = rules.text_of({"ko": "새 포럼", "en": "Forum"}, before=before, original="en")

    assert now is not None
    assert (now.original, now.revision, now.shown("en").state) == ("ko", 2, "outdated")


def test_a_closed_preparation_is_not_changed() -> None:
    actor = Actor("anna", 1, 7, "garok", frozenset({"secretariat"}))

    closed = rules.obstacle_to_changing(actor=actor, secretariat=7, is_closed=True)
    foreign = rules.obstacle_to_changing(actor=actor, secretariat=8, is_closed=False)

    assert closed is not None and foreign is not None
    assert (closed.code, foreign.code) == ("preparation_closed", "not_yours")


# -- pages --


def test_a_hat_sees_what_it_runs_and_what_it_is_invited_to() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"), state="approved")
    scene.invitation(scene.preparation("workshop", secretariat="tottori"), "garok")
    scene.invitation(scene.preparation("other", secretariat="tottori"), "garok", state="draft")

    rows = queries.listed(actor=scene.secretariat(), at=scene.NOON, tongue="en")

    assert [(row.slug, row.runs, row.step, row.next, row.bodies, row.approved) for row in rows] == [
        ("forum-2026", True, "open", "closed", 1, 1),
        ("workshop", False, "open", "closed", 1, 0),
    ]


def test_a_deadline_gone_by_is_late_in_the_list() -> None:
    forum = scene.preparation()
    Milestone.objects.filter(preparation=forum, step="closed").update(
        due_on=scene.NOON.date() - timedelta(days=1)
    )

    row = queries.listed(actor=scene.secretariat(), at=scene.NOON, tongue="en")[0]

    assert (row.next, row.is_late) == ("closed", True)


def test_the_list_costs_the_same_for_one_and_three() -> None:
    who = scene.secretariat()
    scene.preparation("a")
    with CaptureQueriesContext(connection) as one:
        queries.listed(actor=who, at=scene.NOON, tongue="en")
    for slug in ("b", "c"):
        scene.invitation(scene.preparation(slug), "gyeongbuk")

    with CaptureQueriesContext(connection) as three:
        queries.listed(actor=who, at=scene.NOON, tongue="en")

    assert len(three) == len(one)


def test_the_secretariat_sees_how_far_everybody_is() -> None:
    forum = scene.preparation(seats=10)
    ours = scene.invitation(forum, "gyeongbuk", due_on=scene.NOON.date() - timedelta(days=1))
    scene.delegate(ours, part="head")
    scene.delegate(ours, "이", part="interpreter", state="approved")
    scene.delegate(scene.invitation(forum, "tottori", state="draft"), state="withdrawn")

    page = seen(scene.secretariat(), forum)

    assert [(one.step, one.state) for one in page.track][:3] == [
        ("invited", "done"),
        ("open", "done"),
        ("closed", "next"),
    ]
    assert [(row.code, row.of.slug if row.of else "") for row in page.missing] == [
        ("list_to_send", "gyeongbuk")
    ]
    assert [(row.body.slug, row.seated, row.support, row.is_late) for row in page.bodies] == [
        ("gyeongbuk", 1, 1, True),
        ("tottori", 0, 0, False),
    ]
    assert page.states == {"nominated": 1, "approved": 1, "withdrawn": 1}
    assert page.parts == {"head": 1, "interpreter": 1}
    assert (page.obstacle, page.back, page.seated) == (None, "", 1)


def test_an_invited_body_sees_its_own_delegation_only() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    scene.delegate(scene.invitation(forum, "tottori"))

    page = seen(scene.coordinator("gyeongbuk"), forum)

    assert [row.body.slug for row in page.bodies] == ["gyeongbuk"]
    assert (page.states, page.runs, page.looks_over, page.own) == (
        {"nominated": 1},
        False,
        False,
        "gyeongbuk",
    )
    assert page.obstacle is not None and page.obstacle.code == "not_yours"


def test_a_stranger_finds_no_preparation() -> None:
    forum = scene.preparation()

    with pytest.raises(Preparation.DoesNotExist):
        seen(scene.coordinator("tottori"), forum)


def test_the_overview_costs_the_same_for_one_and_three() -> None:
    forum, who = scene.preparation(), scene.secretariat()
    scene.delegate(scene.invitation(forum, "gyeongbuk"))
    with CaptureQueriesContext(connection) as one:
        seen(who, forum)
    for slug in ("tottori", "busan"):
        scene.delegate(scene.invitation(forum, slug))

    with CaptureQueriesContext(connection) as three:
        seen(who, forum)

    assert len(three) == len(one)


# -- settings and days --


def test_settings_are_changed_once_for_a_version() -> None:
    forum = scene.preparation()
    who = scene.secretariat()
    new = settings_of(forum, place={"ko": "인천", "en": "Incheon"}, host="garok")

    commands.change_settings(actor=who, at=scene.NOON, preparation=forum.slug, version=1, settings=new)
    with pytest.raises(Changed) as changed:
        commands.change_settings(
            actor=who, at=scene.NOON, preparation=forum.slug, version=1, settings=replace(new, ordinal=4)
        )

    found = Preparation.objects.get()
    assert (str(found.place), str(found.host), found.version, found.ordinal) == ("Incheon", "garok", 2, None)
    assert changed.value.yours == {"ordinal": 4}
    assert Entry.objects.latest("id").details["fields"] == ["place", "host"]


def test_more_seats_go_to_who_has_waited() -> None:
    forum = scene.preparation(seats=1)
    ours = scene.invitation(forum, "gyeongbuk")
    scene.delegate(ours)
    waiting = scene.delegate(ours, "이", state="waiting", waiting_since=scene.NOON)

    commands.change_settings(
        actor=scene.secretariat(),
        at=scene.NOON,
        preparation=forum.slug,
        version=1,
        settings=settings_of(forum, seats=2),
    )

    assert scene.fresh(waiting).state == "nominated"


def test_a_name_is_needed() -> None:
    forum = scene.preparation()

    with pytest.raises(Refused) as refused:
        commands.change_settings(
            actor=scene.secretariat(),
            at=scene.NOON,
            preparation=forum.slug,
            version=1,
            settings=settings_of(forum, names={"en": ""}),
        )

    assert refused.value.code == "no_name"


def test_items_and_deadlines_to_come_move_with_the_days() -> None:
    forum = scene.preparation()
    number = add(forum)
    due = {row.step: row.due_on or date.max for row in Milestone.objects.all()}
    later = scene.FIRST_DAY + timedelta(days=7)

    commands.move_days(
        actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, version=1, from_on=later, days=3
    )

    found = Preparation.objects.get()
    assert (found.from_on, found.until_on) == (later, later + timedelta(days=3))
    moved = {row.step: row.due_on or date.max for row in Milestone.objects.all()}
    assert {step: (moved[step] - due[step]).days for step in STEPS} == {
        "invited": 0,
        "open": 0,
        **dict.fromkeys(STEPS[2:], 7),
    }
    row = preparations_items.item(actor=scene.secretariat(), preparation=forum.slug, item=number)
    assert row.day == later


# -- planned items --


def test_an_item_is_added_once_and_says_when() -> None:
    forum, once = scene.preparation(), uuid4()
    who = scene.secretariat()

    first = items.add_item(actor=who, at=scene.NOON, preparation=forum.slug, once=once, item=LUNCH)
    second = items.add_item(actor=who, at=scene.NOON, preparation=forum.slug, once=once, item=LUNCH)

    row = PlannedItem.objects.get()
    assert (first, second) == (row.pk, row.pk)
    assert (row.day, row.starts_at, row.title.shown("ko").text, row.changed_at) == (
        0,
        time(12),
        "오찬",
        scene.NOON,
    )


def test_a_change_is_seen_by_delegates_and_a_stale_one_is_not_saved() -> None:
    forum = scene.preparation()
    number, who = add(forum), scene.secretariat()
    later = scene.NOON + timedelta(hours=1)
    new = replace(LUNCH, starts_at=time(11))

    items.change_item(actor=who, at=later, preparation=forum.slug, number=number, version=1, item=new)
    with pytest.raises(Changed) as changed:
        items.change_item(actor=who, at=later, preparation=forum.slug, number=number, version=1, item=LUNCH)

    row = PlannedItem.objects.get()
    assert (row.starts_at, row.changed_at, row.version) == (time(11), later, 2)
    assert changed.value.theirs == {"starts_at": time(11)}


def test_saving_what_was_not_changed_changes_nothing() -> None:
    forum = scene.preparation()
    number = add(forum)

    items.change_item(
        actor=scene.secretariat(),
        at=scene.NOON + timedelta(hours=1),
        preparation=forum.slug,
        number=number,
        version=1,
        item=LUNCH,
    )

    row = PlannedItem.objects.get()
    assert (row.version, row.changed_at) == (1, scene.NOON)


def test_an_item_removed_can_be_put_back_as_it_was() -> None:
    forum = scene.preparation()
    number = add(forum)

    said = items.remove_item(actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, number=number)
    assert list(PlannedItem.objects.all()) == []
    add(forum, said)

    row = PlannedItem.objects.get()
    assert (row.title.shown("ko").text, row.day, row.ends_at) == ("오찬", 0, time(13))


def test_items_of_the_same_time_stand_as_they_were_put() -> None:
    forum = scene.preparation()
    first, second = add(forum), add(forum, replace(LUNCH, title={"en": "Vegetarian lunch"}))
    add(forum, replace(LUNCH, starts_at=time(9), ends_at=None))
    who = scene.secretariat()

    page = preparations_items.programme(actor=who, preparation=forum.slug, tongue="en")
    assert [item.id for item in page.days[0].items][1:] == [first, second]
    assert [(item.is_first, item.is_last) for item in page.days[0].items] == [
        (True, True),
        (True, False),
        (False, True),
    ]
    assert [day.on for day in page.days] == [scene.FIRST_DAY, scene.FIRST_DAY + timedelta(days=1)]


def test_an_item_of_another_preparation_is_not_there() -> None:
    forum = scene.preparation()
    number = add(forum)
    other = scene.preparation("other")
    who = scene.secretariat()

    with pytest.raises(PlannedItem.DoesNotExist):
        items.remove_item(actor=who, at=scene.NOON, preparation=other.slug, number=number)
    with pytest.raises(PlannedItem.DoesNotExist):
        preparations_items.item(actor=who, preparation=other.slug, item=number)
    with pytest.raises(PlannedItem.DoesNotExist):
        items.change_item(
            actor=who, at=scene.NOON, preparation=other.slug, number=number, version=1, item=LUNCH
        )


def test_who_is_invited_changes_no_programme() -> None:
    forum = scene.preparation(closed_on=date(2026, 7, 1))
    scene.invitation(forum, "gyeongbuk")

    with pytest.raises(Refused) as foreign:
        items.add_item(
            actor=scene.coordinator("gyeongbuk"), at=scene.NOON, preparation=forum.slug, once=None, item=LUNCH
        )
    with pytest.raises(Refused) as closed:
        add(forum)

    assert (foreign.value.code, closed.value.code) == ("not_yours", "preparation_closed")
