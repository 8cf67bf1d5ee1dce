"""Steps of a preparation: what is missing, who has to do it, and when a step is taken or taken back."""

from datetime import date, timedelta

import pytest
from django.db import connection

from interlocal.delegations.commands import steps as commands
from interlocal.delegations.kinds import STEPS, Changed
from interlocal.delegations.models import Certificate, Change, Milestone, Preparation
from interlocal.delegations.queries import steps as queries
from interlocal.delegations.rules import steps as rules
from interlocal.delegations.rules.steps import Delegation, Facts, Missing
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene

ACTOR = Actor("anna", 1, 7, "garok", frozenset({"secretariat"}))
READER = Actor("rita", 2, 7, "garok", frozenset({"reader"}))
TODAY = date(2026, 3, 2)


def facts(taken: int = 0, *delegations: Delegation, **others: object) -> Facts:
    """The first `taken` steps are taken; the edition ends on 12 June."""
    known = {"today": TODAY, "until_on": date(2026, 6, 12), "taken": frozenset(STEPS[:taken])}
    return Facts(**{**known, "delegations": delegations, **others})  # type: ignore[arg-type]  # of a test


def sent(body: str = "gyeongbuk", *, submitted: bool = False, **states: int) -> Delegation:
    return Delegation(body, "sent", submitted, states)


def refusal(step: str, known: Facts, actor: Actor = ACTOR) -> str | None:
    found = rules.obstacle_to_taking_step(actor=actor, secretariat=7, step=step, facts=known)
    return found.code if found else None


def back(step: str, known: Facts, actor: Actor = ACTOR) -> str | None:
    found = rules.obstacle_to_taking_back(actor=actor, secretariat=7, step=step, facts=known)
    return found.code if found else None


@pytest.mark.parametrize(
    ("step", "known", "code"),
    [
        ("invited", facts(0), "nobody_invited"),
        ("invited", facts(0, Delegation("gyeongbuk", "draft")), "invitation_to_send"),
        ("invited", facts(0, Delegation("gyeongbuk", "draft"), sent("tottori")), None),
        ("open", facts(1, Delegation("gyeongbuk", "draft")), "no_invitation_sent"),
        ("open", facts(1, sent()), None),
        ("closed", facts(2, sent()), None),
        ("approved", facts(3, sent(nominated=2)), "to_pre_approve"),
        ("approved", facts(3, sent(pre_approved=1)), "to_approve"),
        ("approved", facts(3, sent(approved=2, waiting=1, refused=1)), None),
        ("frozen", facts(4, sent(waiting=1)), None),
        ("held", facts(5, today=date(2026, 6, 10)), "last_day_to_come"),
        ("held", facts(5, today=date(2026, 6, 11)), None),
        ("reported", facts(6), "attendance_to_record"),
        ("reported", facts(6, is_attendance_recorded=True), None),
        ("invited", facts(1, sent()), "already_taken"),
        ("closed", facts(1, sent()), "out_of_order"),
    ],
)
def test_a_step_is_taken_when_nothing_stops_it(step: str, known: Facts, code: str | None) -> None:
    assert refusal(step, known) == code


def test_who_may_only_look_takes_no_step() -> None:
    assert refusal("closed", facts(2, sent()), READER) == "not_yours"
    assert back("open", facts(2, sent()), READER) == "not_yours"


def test_what_is_missing_names_who_has_to_do_it_and_what_stops_comes_first() -> None:
    found = rules.missing_for("approved", facts(3, sent(draft=1), sent("tottori", pre_approved=2)))

    assert found == [
        Missing("to_approve", "approver", "tottori", 2, stops=True),
        Missing("to_nominate", "body", "gyeongbuk", 1),
    ]


def test_lists_not_sent_do_not_stop_the_closing() -> None:
    found = rules.missing_for("closed", facts(2, sent(), sent("tottori", submitted=True)))

    assert found == [Missing("list_to_send", "body", "gyeongbuk")]


def test_before_the_end_late_changes_are_missing() -> None:
    known = facts(5, today=date(2026, 6, 12), open_changes=2)

    assert rules.missing_for("held", known) == [Missing("changes_to_answer", "approver", count=2)]


@pytest.mark.parametrize(
    ("step", "known", "code"),
    [
        ("closed", facts(3), None),
        ("open", facts(3), "not_the_last"),
        ("open", facts(2, sent(draft=1)), "people_entered"),
        ("open", facts(2, sent()), None),
        ("frozen", facts(5, changes=1), "changes_asked"),
        ("frozen", facts(5), None),
        ("reported", facts(7, is_erased=True), "data_erased"),
        ("reported", facts(7), None),
    ],
)
def test_a_step_is_taken_back_while_nothing_rests_on_it(step: str, known: Facts, code: str | None) -> None:
    assert back(step, known) == code


def test_deadlines_follow_each_other() -> None:
    due = {"open": date(2026, 4, 2), "closed": date(2026, 4, 1), "frozen": None}

    found = rules.obstacle_to_deadlines(actor=ACTOR, secretariat=7, due=due)

    assert found is not None
    assert (found.code, found.field) == ("deadlines_out_of_order", "closed")


def test_a_step_is_late_from_the_day_after_its_deadline() -> None:
    due = {"open": TODAY, "closed": TODAY - timedelta(days=1)}

    assert not rules.is_late(step="open", facts=facts(1, due=due))
    assert rules.is_late(step="closed", facts=facts(1, due=due))
    assert not rules.is_late(step="closed", facts=facts(3, due=due))


# -- with rows --


@pytest.mark.django_db
def test_a_step_is_noted_with_who_took_it() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    commands.take_step(actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, step="closed")

    row = Milestone.objects.get(preparation=forum, step="closed")
    assert (row.done_at, row.done_by) == (scene.NOON, "secretariat@garok.example")
    line = Entry.objects.latest("id")
    assert (line.verb, line.subject_kind, line.subject_key) == ("step_taken", "preparation", forum.slug)


@pytest.mark.django_db
def test_a_refused_step_leaves_no_trace() -> None:
    forum = scene.preparation(steps=("invited", "open", "closed"))
    scene.delegate(scene.invitation(forum, "gyeongbuk"))

    with pytest.raises(Refused) as refused:
        commands.take_step(actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, step="approved")

    assert refused.value.code == "to_pre_approve"
    assert queries.taken(forum) == {"invited", "open", "closed"}
    assert list(Entry.objects.all()) == []


@pytest.mark.django_db
def test_the_last_step_closes_the_preparation_and_back_opens_it() -> None:
    forum = scene.preparation(steps=STEPS[:6], attendance_at=scene.NOON)
    who = scene.secretariat()

    commands.take_step(actor=who, at=scene.NOON, preparation=forum.slug, step="reported")
    assert Preparation.objects.get().closed_on == scene.NOON.date()

    commands.take_back(actor=who, at=scene.NOON, preparation=forum.slug, step="reported")
    assert Preparation.objects.get().closed_on is None
    assert queries.taken(forum) == set(STEPS[:6])


@pytest.mark.django_db
def test_what_was_erased_and_asked_for_counts() -> None:
    forum = scene.preparation()
    ours = scene.invitation(forum, "gyeongbuk")
    person = scene.delegate(ours)
    with standing_as(scene.runs(forum)):
        Change.objects.create(
            preparation=forum,
            body=ours.body,
            delegate=person,
            kind="withdraw",
            reason="ill",
            asked_by="a",
            asked_at=scene.NOON,
        )
    Certificate.objects.create(preparation=forum, at=scene.NOON, reason="test", digest="0")

    with standing_as(scene.secretariat()):
        found = queries.gather(preparation=forum, at=scene.NOON).facts

    assert (found.changes, found.open_changes, found.is_erased) == (1, 1, True)
    assert found.delegations == (Delegation("gyeongbuk", "sent", False, {"nominated": 1}),)


@pytest.mark.django_db
def test_an_invited_body_takes_no_step_and_a_stranger_finds_nothing() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    with pytest.raises(Refused, match="role"):
        commands.take_step(
            actor=scene.coordinator("gyeongbuk"), at=scene.NOON, preparation=forum.slug, step="closed"
        )
    with pytest.raises(Preparation.DoesNotExist):
        commands.take_back(
            actor=scene.coordinator("tottori"), at=scene.NOON, preparation=forum.slug, step="open"
        )


@pytest.mark.django_db
def test_deadlines_are_set_once_for_a_version() -> None:
    forum = scene.preparation()
    who = scene.secretariat()
    moved = scene.FIRST_DAY - timedelta(days=39)

    commands.set_deadlines(actor=who, at=scene.NOON, preparation=forum.slug, version=1, due={"closed": moved})
    with pytest.raises(Changed) as changed:
        commands.set_deadlines(
            actor=who, at=scene.NOON, preparation=forum.slug, version=1, due={"closed": None}
        )

    assert queries.deadlines(forum)["closed"] == moved
    assert changed.value.by == "secretariat@garok.example"
    with connection.cursor() as cursor:
        cursor.execute("select version from delegations_preparation")
        assert cursor.fetchall() == [(2,)]
