"""Leaving a delegation, coming back, and coming in somebody's place: seats change hands under the preparation's lock."""

from datetime import datetime
from uuid import UUID

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation_facts import Ground, ground, is_replaced, one_of
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.nominations import Entered
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def withdraw(
    *, actor: Actor, at: datetime, preparation: str, body: str, delegate: str, version: int
) -> list[int]:
    """Take somebody out who was nominated; returns the ids of those who now got a seat."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = _unchanged(here, delegate, version)
    writing.refuse(nominations.obstacle_to_withdrawing(here.facts, state=row.state))
    _leave(row, actor, at)
    writing.journal(here, actor=actor, at=at, verb="withdrawn", key=row.key)
    return seats.fill(preparation=here.preparation, at=at)


@walled
def restore(*, actor: Actor, at: datetime, preparation: str, body: str, delegate: str, version: int) -> str:
    """Take a withdrawal back; returns the state: nominated, or waiting when the seat is gone."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = _unchanged(here, delegate, version)
    writing.refuse(nominations.obstacle_to_restoring(here.facts, state=row.state, replaced=is_replaced(row)))
    writing.refuse(nominations.obstacle_to_heading([*writing.counted_parts(here), row.part]))
    free = seats.has_seat(preparation=here.preparation, invitation=here.invitation, part=row.part)
    writing.seat(row, free=free, at=at)
    writing.touch(row, actor=actor, at=at)
    writing.journal(here, actor=actor, at=at, verb="restored", key=row.key, state=row.state)
    if not free:
        seats.tell_waiting(preparation=here.preparation, delegates=[row], at=at, by=actor.name)
    return row.state


@walled
def replace(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    delegate: str,
    version: int,
    entered: Entered,
    once: UUID | None = None,
) -> str:
    """Send somebody else: the new one takes part, place in the list and seat (or place on the waiting list) in the same
    step, and is to be approved anew. Returns the new key.
    """
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    before = keeping.sent_before(once=once, verb="replace", actor=actor, at=at)
    if before is not None:
        return before
    old = _unchanged(here, delegate, version)
    writing.refuse(nominations.obstacle_to_replacing(here.facts, state=old.state))
    tidy = nominations.tidied(entered)
    writing.refuse(nominations.obstacle_in_entry(tidy))
    new = writing.create(here, tidy, actor=actor, at=at, position=old.position)
    new.part, new.in_place_of, new.nominated_at = old.part, old, at
    waits = old.state == kinds.State.WAITING
    new.state = kinds.State.WAITING if waits else kinds.State.NOMINATED
    new.waiting_since = old.waiting_since
    _leave(old, actor, at)
    new.save()
    keeping.answered(once=once, subject=str(new.key))
    writing.journal(here, actor=actor, at=at, verb="replaced", key=old.key, by=str(new.key))
    return str(new.key)


def _leave(row: Delegate, actor: Actor, at: datetime) -> None:
    row.state, row.waiting_since, row.approved_at = kinds.State.WITHDRAWN, None, None
    writing.touch(row, actor=actor, at=at)


def _unchanged(here: Ground, delegate: str, version: int) -> Delegate:
    row = one_of(here, delegate)
    theirs = {**writing.shown(row), "state": row.state}
    keeping.refuse_stale(version=version, row=row, by=row.changed_by, theirs=theirs, yours={})
    return row
