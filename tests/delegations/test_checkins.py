"""Checking in: whose clock, which day, which code; counted once however often and from wherever it is sent."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection

from interlocal.delegations.commands import checkins as verbs
from interlocal.delegations.commands import days_walk_ins, decisions
from interlocal.delegations.commands.checkins import Tap
from interlocal.delegations.models import CheckIn, Delegate, Preparation
from interlocal.delegations.queries import checkins as queries
from interlocal.delegations.rules import checkins, days
from interlocal.delegations.rules.checkins import Seen
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role, Scope
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.delegations.test_parallel import at_once

SLUG = "forum-2026"
# 9:00 on the first day in Seoul.
MORNING = datetime(2026, 6, 10, 0, 0, tzinfo=UTC)


def desk(preparation: Preparation, name: str = "main entrance") -> Actor:
    """A phone at a desk."""
    where = Scope(0, preparation.pk)
    return Actor(
        name,
        None,
        preparation.secretariat_id,
        preparation.secretariat.slug,
        frozenset({Role.DESK}),
        False,
        where,
    )


def expected(family: str = "김", given: str = "하늘", **others: Any) -> Delegate:
    """Somebody approved, of a forum made for it."""
    forum = Preparation.objects.filter(slug=SLUG).first() or scene.preparation()
    return scene.delegate(
        scene.invitation(forum, "gyeongbuk"), family, given, **{"state": "approved", **others}
    )


def tap(who: Delegate, actor: Actor | None = None, once: UUID | None = None, **others: Any) -> Any:
    asked = {"at": MORNING, "preparation": SLUG, "delegate": who.key, **others}
    return verbs.check_in(actor=actor or desk(who.preparation), once=once or uuid4(), **asked)


def rows(who: Delegate) -> list[CheckIn]:
    with standing_as(scene.runs(who.preparation)):
        return list(CheckIn.objects.filter(delegate=who).order_by("pk"))


# rules


def minutes(many: float) -> datetime:
    return MORNING + timedelta(minutes=many)


@pytest.mark.parametrize(
    ("seen", "sent", "kept", "trusted"),
    [
        (minutes(-40), minutes(0), minutes(-40), True),
        (minutes(20), minutes(60), minutes(-40), True),
        (minutes(1), minutes(0), minutes(0), True),
        (minutes(60), minutes(0), minutes(60), False),
        (minutes(-60 * 40), minutes(0), minutes(-60 * 40), False),
    ],
)
def test_a_wrong_clock_is_put_right_by_what_it_says_when_sending(
    seen: datetime, sent: datetime, kept: datetime, trusted: bool
) -> None:
    moment = checkins.moment_of(Seen(seen, sent, MORNING))

    assert (moment.at, moment.trusted) == (kept, trusted)
    assert moment.day_by == (kept if trusted else MORNING)


def test_the_day_is_that_of_the_place_and_the_eve_is_the_first() -> None:
    late = datetime(2026, 6, 10, 15, 30, tzinfo=UTC)

    found = [
        checkins.day_number(at, first=scene.FIRST_DAY, zone=zone)
        for at, zone in [
            (late, "Asia/Seoul"),
            (late, "UTC"),
            (late - timedelta(days=1, hours=1), "Asia/Seoul"),
            (late - timedelta(days=2), "UTC"),
        ]
    ]

    assert found == [1, 0, 0, -2]


@pytest.mark.parametrize(
    ("state", "day", "code"),
    [
        ("approved", 0, None),
        ("nominated", 0, "not_approved"),
        ("approved", -2, "too_early"),
        ("approved", 2, "days_over"),
    ],
)
def test_only_who_is_approved_is_checked_in_and_only_on_the_days(
    state: str, day: int, code: str | None
) -> None:
    refused = checkins.obstacle_to_checking_in(state=state, day=day, days=2)

    assert (refused.code if refused else None) == code


def test_a_code_is_read_as_people_type_it() -> None:
    key = UUID("0ff1ce00-0000-4000-8000-000000000001")
    code = checkins.code_of(key)

    typed = [code.lower(), f"{code[:3]} {code[3:]}", f"{code[:3]}-{code[3:]}", checkins.in_qr(key)]

    assert [checkins.whole_code(key).startswith(checkins.read_code(one)) for one in typed] == [True] * 4
    assert checkins.read_code("o0iIl1") == "001111"
    assert checkins.read_code("김하늘") == ""


@pytest.mark.parametrize("typed", ["하늘", "김 하늘", "KIM", "haneul kim", "ﾊﾇﾙ", "キム", "金"])
def test_somebody_is_found_in_any_script(typed: str) -> None:
    names = ("김하늘", "kimhaneul", "きむはぬる", "金한을", "하늘김", "haneulkim")

    assert checkins.answers(typed, key=uuid4(), names=names)


def test_nobody_is_found_by_nothing() -> None:
    assert not checkins.answers(" - ", key=uuid4(), names=("김하늘",))


def test_a_head_beside_the_head_and_a_government_that_declined_are_not_entered() -> None:
    asked = [("accepted", True, "head"), ("accepted", True, "member"), ("declined", False, "member")]

    codes = [
        refused.code if refused else ""
        for state, has_head, part in asked
        for refused in [days.obstacle_to_walking_in(invitation=state, has_head=has_head, part=part)]
    ]

    assert codes == ["two_heads", "", "not_invited"]


# verbs


@pytest.mark.django_db
def test_a_tap_counts_and_the_same_tap_again_is_the_same() -> None:
    who, once = expected(), uuid4()

    came = [tap(who, once=once).outcome for _ in range(3)]

    assert came == ["counted", "counted", "counted"]
    assert [(row.day, row.desk, row.by) for row in rows(who)] == [(0, "main entrance", "main entrance")]


@pytest.mark.django_db
def test_another_desk_is_told_when_and_where_somebody_was_seen() -> None:
    who = expected()
    tap(who)

    second = tap(who, desk(who.preparation, "side door"))

    assert (second.outcome, second.desk, second.seen_at) == ("already", "main entrance", MORNING)
    assert len(rows(who)) == 1


@pytest.mark.django_db
def test_the_next_day_counts_anew() -> None:
    who = expected()
    tap(who)

    tap(who, at=MORNING + timedelta(days=1))

    assert [row.day for row in rows(who)] == [0, 1]


@pytest.mark.django_db
def test_a_check_in_taken_back_can_be_made_again_but_not_by_the_old_tap() -> None:
    who, once = expected(), uuid4()
    tap(who, once=once)
    asked = {"actor": desk(who.preparation), "at": MORNING, "preparation": SLUG}

    undone = [verbs.undo(**asked, once=once).outcome for _ in range(2)]
    replayed = tap(who, once=once).outcome
    anew = tap(who).outcome

    assert (undone, replayed, anew) == (["undone", "nothing"], "undone", "counted")
    assert [row.undone_at is None for row in rows(who)] == [False, True]


@pytest.mark.django_db
def test_a_tap_of_somebody_else_is_not_taken_for_this_one() -> None:
    who, once = expected(), uuid4()
    other = scene.delegate(who.invitation, "이", "바다", state="approved")
    tap(who, once=once)

    with pytest.raises(Refused) as refused:
        tap(other, once=once)

    assert refused.value.code == "once_used"


@pytest.mark.django_db
def test_what_a_phone_kept_is_sent_twice_and_counted_once() -> None:
    who = expected()
    waiting = scene.delegate(who.invitation, "이", "바다", state="nominated")
    first, second = uuid4(), uuid4()
    kept = [
        Tap(first, minutes(-30), who.key),
        Tap(second, minutes(-29), waiting.key),
        Tap(uuid4(), minutes(-28), uuid4()),
        Tap(first, minutes(-27)),
        Tap(uuid4(), minutes(-26), who.key),
    ]
    asked = {"actor": desk(who.preparation), "preparation": SLUG, "sent_at": MORNING, "taps": kept}

    came = [[one.outcome for one in verbs.send(**asked, at=MORNING)] for _ in range(2)]

    assert came == [
        ["counted", "refused", "refused", "undone", "counted"],
        ["undone", "refused", "refused", "nothing", "counted"],
    ]
    assert [(row.seen_at, row.undone_at is None) for row in rows(who)] == [
        (minutes(-30), False),
        (minutes(-26), True),
    ]


@pytest.mark.django_db
def test_an_impossible_time_counts_on_the_day_it_arrives_and_is_marked() -> None:
    who = expected()

    tap(who, seen_at=MORNING + timedelta(days=1), sent_at=MORNING)
    page = queries.desk_page(actor=desk(who.preparation), preparation=SLUG, at=MORNING, tongue="en")

    assert [(row.day, row.seen_at) for row in rows(who)] == [(0, MORNING + timedelta(days=1))]
    assert [row.is_odd for row in page.rows] == [True]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["coordinator", "focal", "own_page"])
def test_nobody_but_the_desk_and_the_secretariat_checks_in(role: str) -> None:
    who = expected()
    actor = {
        "coordinator": lambda: scene.coordinator("gyeongbuk"),
        "focal": lambda: scene.focal(who.preparation, "gyeongbuk"),
        "own_page": lambda: scene.own_page(who),
    }[role]()

    with pytest.raises(Preparation.DoesNotExist):
        tap(who, actor)
    with pytest.raises(Preparation.DoesNotExist):
        queries.desk_page(actor=actor, preparation=SLUG, at=MORNING, tongue="en")


@pytest.mark.django_db
def test_a_reader_of_the_secretariat_looks_and_does_not_check_in() -> None:
    who = expected()

    with pytest.raises(Refused) as refused:
        tap(who, scene.reader("garok"))

    assert refused.value.code == "not_yours"


@pytest.mark.django_db
def test_a_desk_knows_neither_other_preparations_nor_their_people() -> None:
    who = expected()
    other = scene.preparation("other-2026")
    stranger = scene.delegate(scene.invitation(other, "tottori"), state="approved")

    with pytest.raises(Preparation.DoesNotExist):
        tap(stranger, desk(who.preparation), preparation="other-2026")
    with pytest.raises(Delegate.DoesNotExist):
        tap(stranger, desk(who.preparation))
    assert rows(stranger) == []


@pytest.mark.django_db
def test_the_list_at_the_desk_costs_the_same_for_one_and_for_many(django_assert_num_queries: Any) -> None:
    who = expected()
    tap(who)
    actor = desk(who.preparation)

    def ask(queries_allowed: int) -> None:
        with django_assert_num_queries(queries_allowed):
            queries.desk_page(actor=actor, preparation=SLUG, at=MORNING, tongue="en")

    ask(8)
    for number in range(3):
        tap(scene.delegate(who.invitation, f"이{number}", state="approved"))
    ask(8)


# walk-ins


def walk_in(actor: Actor, **others: Any) -> str:
    asked = {"body": "gyeongbuk", "family": "박", "given": "바다", "part": "member", "once": None, **others}
    return days_walk_ins.walk_in(actor=actor, at=MORNING, preparation=SLUG, **asked)


@pytest.mark.django_db
def test_a_walk_in_counts_only_when_an_approver_has_approved() -> None:
    who, once = expected(), uuid4()
    actor = desk(who.preparation)
    keys = {walk_in(actor, once=once) for _ in range(2)}
    with standing_as(scene.runs(who.preparation)):
        row = Delegate.objects.get(walk_in=True)

    with pytest.raises(Refused) as refused:
        tap(row)
    decisions.decide(
        actor=scene.approver(),
        at=MORNING,
        preparation=SLUG,
        delegate=str(row.key),
        version=1,
        stage="approve",
    )
    counted = tap(row)

    assert keys == {str(row.key)}
    assert (row.state, row.script_language, refused.value.code) == ("nominated", "ko", "not_approved")
    assert counted.outcome == "counted"


@pytest.mark.django_db
def test_a_walk_in_without_a_seat_waits() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "gyeongbuk", quota=1), state="approved")

    walk_in(desk(forum))

    with standing_as(scene.runs(forum)):
        assert Delegate.objects.get(walk_in=True).state == "waiting"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"body": "tottori"}, "not_invited"),
        ({"part": "head"}, "two_heads"),
        ({"family": "", "given": ""}, "name_missing"),
        ({"part": "king"}, "part_unknown"),
        ({"family": "김\u202e"}, "name_unseen"),
    ],
)
def test_a_walk_in_that_cannot_be_is_refused(values: dict[str, str], code: str) -> None:
    who = expected(part="head")
    scene.body("tottori")

    with pytest.raises(Refused) as refused:
        walk_in(desk(who.preparation), **values)

    assert refused.value.code == code


# at the same moment


@pytest.fixture
def a_connection_for_each(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    connection.close()
    options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "pool"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    yield
    connection.close()


@pytest.mark.django_db(transaction=True)
def test_twenty_desks_see_one_person_and_one_counts(a_connection_for_each: None) -> None:
    who = expected()
    came: list[str] = []

    at_once([lambda: came.append(tap(who).outcome) for _ in range(20)])

    assert Counter(came) == {"counted": 1, "already": 19}
    assert len(rows(who)) == 1


@pytest.mark.django_db(transaction=True)
def test_one_tap_sent_twenty_times_at_once_counts_once(a_connection_for_each: None) -> None:
    who, once = expected(), uuid4()
    came: list[str] = []

    at_once([lambda: came.append(tap(who, once=once).outcome) for _ in range(20)])

    assert came == ["counted"] * 20
    assert len(rows(who)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_phones_send_the_same_forty_people_at_once(a_connection_for_each: None) -> None:
    first = expected()
    people = [
        first,
        *(scene.delegate(first.invitation, f"이{number}", state="approved") for number in range(39)),
    ]
    kept = [[Tap(uuid4(), MORNING, one.key) for one in order] for order in (people, people[::-1])]
    actor = desk(first.preparation)

    def send(taps: list[Tap]) -> None:
        verbs.send(actor=actor, at=MORNING, preparation=SLUG, sent_at=MORNING, taps=taps)

    at_once([lambda taps=taps: send(taps) for taps in (*kept, *kept)])

    with standing_as(scene.runs(first.preparation)):
        assert CheckIn.objects.count() == 40


@pytest.mark.django_db(transaction=True)
def test_without_the_lock_the_database_itself_takes_no_second(a_connection_for_each: None) -> None:
    who = expected()
    tap(who)
    row = rows(who)[0]
    again = {
        name: getattr(row, name)
        for name in ("preparation_id", "body_id", "delegate_id", "day", "seen_at", "desk", "by", "at")
    }

    with standing_as(scene.runs(who.preparation)), pytest.raises(IntegrityError):
        CheckIn.objects.create(once=uuid4(), **again)


@pytest.mark.django_db
def test_a_phone_without_the_server_finds_a_name_as_it_is_written() -> None:
    forum = scene.preparation()
    scene.delegate(scene.invitation(forum, "tottori"), "松島", "湊", script_language="ja", state="approved")

    page = queries.desk_page(actor=scene.secretariat(), preparation=forum.slug, at=MORNING, tongue="ja")

    assert "松島湊" in page.rows[0].names
