"""Real connections at the same moment: never one seat too many, never two decisions, nothing half done.

Each was seen to fail with the lock of the preparation, or the check of the version, taken out.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection

from interlocal.delegations import kinds
from interlocal.delegations.commands import changes, decisions, nominations, nominations_leaving
from interlocal.delegations.models import Change, Decision, Delegate, Invitation, Mail
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db(transaction=True)
SLUG = "forum-2026"


@pytest.fixture(autouse=True)
def a_connection_for_each(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The pool of one process has fewer connections than there are clients here."""
    connection.close()
    options = {key: value for key, value in connection.settings_dict["OPTIONS"].items() if key != "pool"}
    monkeypatch.setitem(connection.settings_dict, "OPTIONS", options)
    yield
    connection.close()


def at_once(verbs: Sequence[Callable[[], object]]) -> Counter[str]:
    """Run each on a connection of its own, all let go together; what came of them: "done" or the kind of refusal."""
    came: list[str] = []
    start = Barrier(len(verbs))

    def run(verb: Callable[[], object]) -> None:
        connection.ensure_connection()
        start.wait(20)
        try:
            verb()
            came.append("done")
        except Refused as refusal:
            came.append(refusal.code)
        except (kinds.Changed, DatabaseError) as trouble:
            came.append(type(trouble).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(verb,)) for verb in verbs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return Counter(came)


def states(invited: Invitation) -> Counter[str]:
    with standing_as(scene.runs(invited.preparation)):
        found = Delegate.objects.filter(preparation=invited.preparation)
        return Counter(found.values_list("state", flat=True))


def count(invited: Invitation, model: Any, **only: Any) -> int:
    with standing_as(scene.runs(invited.preparation)):
        return int(model.objects.filter(**only).count())


def decide(row: Delegate, who: Any, stage: str, version: int = 1) -> Callable[[], object]:
    return lambda: decisions.decide(
        actor=who,
        at=scene.NOON,
        preparation=SLUG,
        delegate=str(row.key),
        version=version,
        stage=stage,
        reason="For this reason.",
    )


def withdraw(row: Delegate, version: int = 1) -> Callable[[], object]:
    who = scene.coordinator(row.body.slug)
    return lambda: nominations_leaving.withdraw(
        actor=who,
        at=scene.NOON,
        preparation=SLUG,
        body=row.body.slug,
        delegate=str(row.key),
        version=version,
    )


def nominate(row: Delegate) -> Callable[[], object]:
    who = scene.focal(row.preparation, row.body.slug)
    return lambda: nominations.nominate(
        actor=who, at=scene.NOON, preparation=SLUG, body=row.body.slug, delegates=[str(row.key)]
    )


def test_twenty_nominate_for_the_last_seat_of_a_delegation_and_one_gets_it() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    rows = [scene.delegate(invited, f"김{number}", state="draft") for number in range(20)]

    came = at_once([nominate(row) for row in rows])

    assert came == {"done": 20}
    assert states(invited) == {"nominated": 1, "waiting": 19}


def test_twenty_governments_nominate_for_the_last_three_seats_of_all() -> None:
    forum = scene.preparation(seats=3)
    invited = [scene.invitation(forum, f"city-{number}", quota=5) for number in range(20)]
    rows = [scene.delegate(one, state="draft") for one in invited]

    came = at_once([nominate(row) for row in rows])

    assert came == {"done": 20}
    assert states(invited[0]) == {"nominated": 3, "waiting": 17}


def test_ten_approvers_approve_one_person_and_it_is_decided_once() -> None:
    invited = scene.invitation(
        scene.preparation(), "gyeongbuk", contact_email="park@gb.example", language="en"
    )
    row = scene.delegate(invited)
    approvers = [scene.actor("garok", "approver", email=f"a{number}@garok.example") for number in range(10)]

    came = at_once([decide(row, who, "approve") for who in approvers])

    assert came == {"done": 1, "Changed": 9}
    assert count(invited, Decision) == 1
    assert count(invited, Mail) == 1
    assert scene.fresh(row).version == 2


def test_one_approver_presses_ten_times_and_it_is_decided_once() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    row = scene.delegate(invited)

    came = at_once([decide(row, scene.approver(), "approve")] * 10)

    assert came == {"done": 10}
    assert count(invited, Decision) == 1


def test_approve_against_refuse_one_wins() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    rows = [scene.delegate(invited, f"김{number}") for number in range(6)]
    one, two = (scene.actor("garok", "approver", email=f"a{number}@garok.example") for number in range(2))

    came = at_once(
        [verb for row in rows for verb in (decide(row, one, "approve"), decide(row, two, "refuse"))]
    )

    assert came == {"done": 6, "Changed": 6}
    assert count(invited, Decision) == 6


def test_approve_against_withdraw_never_approves_who_has_left() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=9)
    rows = [scene.delegate(invited, f"김{number}") for number in range(8)]

    came = at_once(
        [verb for row in rows for verb in (decide(row, scene.approver(), "approve"), withdraw(row))]
    )

    decided = count(invited, Decision)
    assert came == {"done": 8, "Changed": 8}
    assert states(invited)["approved"] == decided
    assert states(invited)["withdrawn"] == 8 - decided


def test_whoever_moves_up_never_exceeds_quota_or_seats() -> None:
    forum = scene.preparation(seats=8)
    invited = [scene.invitation(forum, f"city-{number}", quota=3) for number in range(4)]
    standing = [scene.delegate(one, f"김{number}") for one in invited for number in range(2)]
    for one in invited:
        for number in range(4):
            scene.delegate(
                one, f"최{number}", state="waiting", waiting_since=scene.NOON.replace(minute=number)
            )

    came = at_once([decide(row, scene.approver(), "refuse") for row in standing])

    with standing_as(scene.runs(forum)):
        each = Counter(
            Delegate.objects.filter(preparation=forum, state__in=kinds.STANDING).values_list(
                "body__slug", flat=True
            )
        )
    assert came == {"done": 8}
    assert sum(each.values()) == 8
    assert max(each.values()) <= 3
    assert states(invited[0]) == {"refused": 8, "nominated": 8, "waiting": 8}


def test_ten_approvers_accept_one_late_change_and_one_person_is_added() -> None:
    forum = scene.preparation(steps=kinds.STEPS[:5])
    invited = scene.invitation(forum, "gyeongbuk", quota=9)
    number = changes.propose(
        actor=scene.coordinator("gyeongbuk"),
        at=scene.NOON,
        preparation=SLUG,
        body="gyeongbuk",
        kind="add",
        reason="Transferred.",
        entered=Entered("박", "바다", "ko"),
        once=uuid4(),
    )
    who = scene.approver()

    came = at_once(
        [lambda: changes.accept(actor=who, at=scene.NOON, preparation=SLUG, change=number, version=0)] * 10
    )

    assert came == {"done": 1, "answered": 9}
    assert states(invited) == {"approved": 1}
    assert count(invited, Change, state="accepted") == 1


def test_ten_late_additions_for_one_seat_admit_one() -> None:
    forum = scene.preparation(steps=kinds.STEPS[:5])
    invited = scene.invitation(forum, "gyeongbuk", quota=1)
    who = scene.approver()
    asked = [
        changes.propose(
            actor=scene.coordinator("gyeongbuk"),
            at=scene.NOON,
            preparation=SLUG,
            body="gyeongbuk",
            kind="add",
            reason="Transferred.",
            entered=Entered("박", str(number), "ko"),
        )
        for number in range(10)
    ]

    def take(number: int) -> Callable[[], object]:
        return lambda: changes.accept(actor=who, at=scene.NOON, preparation=SLUG, change=number, version=0)

    came = at_once([take(number) for number in asked])

    assert came == {"done": 1, "no_seat": 9}
    assert states(invited) == {"approved": 1}
