"""The order: its rule, and places taken by hand with their reasons."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import QuerySet

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Delegate, Invitation, Moved, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import order
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def set_order(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    rule: str,
    language: str,
    within: str,
    rotation: Sequence[str],
    version: int,
) -> Preparation:
    """Order delegations and delegates by another rule; moves by hand stay and hold where they still can."""
    running = access.run(actor=actor, preparation=preparation)
    yours = {
        "order_rule": rule,
        "order_language": language,
        "within_rule": within,
        "rotation": list(rotation),
    }
    theirs = {field: getattr(running, field) for field in yours}
    keeping.refuse_stale(version=version, row=running, by="", theirs=theirs, yours=yours)
    for field, value in yours.items():
        setattr(running, field, value)
    running.version += 1
    running.save(update_fields=[*yours, "version"])
    keeping.enter(actor=actor, at=at, verb="order_set", kind="preparation", key=running.slug, rule=rule)
    return running


@walled
def move_delegation(
    *, actor: Actor, at: datetime, preparation: str, body: str, before: str, reason: str
) -> None:
    """Put a delegation directly before another (slugs; before "" puts it last), for a reason that is kept."""
    running = access.run(actor=actor, preparation=preparation)
    bodies = dict(Invitation.objects.filter(preparation=running).values_list("body__slug", "body_id"))
    if obstacle := order.obstacle_to_moving(
        actor=actor,
        secretariat=running.secretariat_id,
        reason=reason,
        itself=body == before,
        both_there=body in bodies and (not before or before in bodies),
    ):
        raise obstacle
    _undo(Moved.objects.filter(preparation=running, body=bodies[body], delegate=None), at)
    Moved.objects.create(
        preparation=running,
        body_id=bodies[body],
        before_body_id=bodies.get(before),
        reason=reason.strip(),
        by=actor.name,
        at=at,
    )
    keeping.enter(
        actor=actor, at=at, verb="delegation_moved", kind="preparation", key=running.slug, body=body
    )


@walled
def move_delegate(
    *, actor: Actor, at: datetime, preparation: str, delegate: str, before: str, reason: str
) -> None:
    """Put a delegate directly before another of the same delegation (keys; before "" puts them last)."""
    running = access.run(actor=actor, preparation=preparation)
    one = Delegate.objects.get(preparation=running, key=delegate)
    other = (
        Delegate.objects.filter(preparation=running, body=one.body_id, key=before).first() if before else None
    )
    if obstacle := order.obstacle_to_moving(
        actor=actor,
        secretariat=running.secretariat_id,
        reason=reason,
        itself=other is not None and other.pk == one.pk,
        both_there=not before or other is not None,
    ):
        raise obstacle
    _undo(Moved.objects.filter(preparation=running, delegate=one), at)
    Moved.objects.create(
        preparation=running,
        body_id=one.body_id,
        delegate=one,
        before_delegate=other,
        reason=reason.strip(),
        by=actor.name,
        at=at,
    )
    keeping.enter(actor=actor, at=at, verb="delegate_moved", kind="delegate", key=str(one.key))


@walled
def undo_move(*, actor: Actor, at: datetime, preparation: str, body: str, delegate: str) -> None:
    """Give back a place taken by hand: that of a delegation, or of one delegate (key; "" for the delegation)."""
    running = access.run(actor=actor, preparation=preparation)
    moves = Moved.objects.filter(preparation=running, body__slug=body, undone_at=None)
    moves = moves.filter(delegate__key=delegate) if delegate else moves.filter(delegate=None)
    if _undo(moves, at):
        keeping.enter(actor=actor, at=at, verb="move_undone", kind="preparation", key=running.slug, body=body)


def _undo(moves: QuerySet[Moved], at: datetime) -> int:
    return moves.filter(undone_at=None).update(undone_at=at)
