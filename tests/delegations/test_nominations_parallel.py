"""The last seat under real parallel clients, each with a connection of its own: the rows are counted."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from interlocal.delegations.commands import nominations, nominations_leaving
from interlocal.delegations.models import Delegate, Invitation
from interlocal.delegations.rules.nominations import Entered
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db(transaction=True)

CLIENTS = 20


def at_once(verbs: list[Callable[[], object]]) -> list[object]:
    """What each verb answered or raised, all begun together."""
    together = Barrier(len(verbs))

    def one(verb: Callable[[], object]) -> object:
        try:
            together.wait(timeout=60)
            return verb()
        except Exception as error:  # noqa: BLE001  # the answer is what is looked at
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(verbs)) as clients:
        return list(clients.map(one, verbs))


def states(invitation: Invitation) -> list[str]:
    with standing_as(scene.runs(invitation.preparation)):
        return sorted(Delegate.objects.filter(invitation=invitation).values_list("state", flat=True))


def nominating(
    actor: Actor, invitation: Invitation, key: str | None, once: UUID | None = None
) -> Callable[[], object]:
    return lambda: nominations.nominate(
        actor=actor,
        at=scene.NOON,
        preparation="forum-2026",
        body=invitation.body.slug,
        delegates=None if key is None else [key],
        once=once,
    )


def test_the_last_seat_is_given_once_to_twenty_who_ask_together() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=1)
    drafts = [scene.delegate(invited, given=str(n), state="draft", position=n) for n in range(1, CLIENTS + 1)]
    actor = scene.focal(invited.preparation, "gyeongbuk")

    answers = at_once([nominating(actor, invited, str(one.key)) for one in drafts])

    assert all(isinstance(answer, nominations.Seated) for answer in answers), answers
    assert states(invited) == ["nominated", *["waiting"] * (CLIENTS - 1)]


def test_the_limit_over_all_holds_between_twenty_delegations() -> None:
    forum = scene.preparation(seats=1)
    invited = [scene.invitation(forum, f"city-{n}") for n in range(CLIENTS)]
    for one in invited:
        scene.delegate(one, state="draft")
    actors = [scene.focal(forum, one.body.slug) for one in invited]

    answers = at_once([nominating(actor, one, None) for actor, one in zip(actors, invited, strict=True)])

    assert all(isinstance(answer, nominations.Seated) for answer in answers), answers
    assert sorted(state for one in invited for state in states(one)) == [
        "nominated",
        *["waiting"] * (CLIENTS - 1),
    ]


def test_the_same_form_sent_twenty_times_together_enters_one_person() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk")
    actor, once = scene.focal(invited.preparation, "gyeongbuk"), uuid4()

    def enter() -> object:
        return nominations.add_delegate(
            actor=actor,
            at=scene.NOON,
            preparation="forum-2026",
            body="gyeongbuk",
            entered=Entered(family="김", given="하늘", script_language="ko"),
            once=once,
        )

    answers = at_once([enter] * CLIENTS)

    assert len(set(map(str, answers))) == 1, answers
    assert states(invited) == ["draft"]


def test_seats_freed_together_are_each_given_once() -> None:
    invited = scene.invitation(scene.preparation(), "gyeongbuk", quota=10)
    standing = [scene.delegate(invited, given=str(n)) for n in range(10)]
    for n in range(10):
        scene.delegate(invited, given=f"w{n}", state="waiting", waiting_since=scene.NOON)
    actor = scene.focal(invited.preparation, "gyeongbuk")

    def leave(one: Delegate) -> Callable[[], object]:
        return lambda: nominations_leaving.withdraw(
            actor=actor,
            at=scene.NOON,
            preparation="forum-2026",
            body="gyeongbuk",
            delegate=str(one.key),
            version=1,
        )

    answers = at_once([leave(one) for one in standing])

    promoted = [pk for answer in answers if isinstance(answer, list) for pk in answer]
    assert len(promoted) == len(set(promoted)) == 10, answers
    assert states(invited) == [*["nominated"] * 10, *["withdrawn"] * 10]
