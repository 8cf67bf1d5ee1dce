"""What decides on a delegation as a whole, gathered for rules: asked by its page and by every verb."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from interlocal.delegations.models import Delegate, Invitation, Milestone, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import nominations, rights
from interlocal.delegations.rules.nominations import Circumstances
from interlocal.identity.kinds import Actor


@dataclass(frozen=True, slots=True)
class Ground:
    """A delegation somebody stands before, and what is so there."""

    preparation: Preparation
    invitation: Invitation
    facts: Circumstances
    looks_over: bool


def ground(*, actor: Actor, at: datetime, preparation: str, body: str, lock: bool = False) -> Ground:
    """Only within `identity.walls`; DoesNotExist for a preparation or delegation the actor does not see."""
    reached = access.reach(actor=actor, preparation=preparation, lock=lock)
    found = reached.preparation
    invitation = access.invited_body(actor=actor, preparation=found, body=body)
    taken = Milestone.objects.filter(preparation=found, done_at__isnull=False)
    facts = Circumstances(
        may_nominate=rights.may_nominate(
            actor=actor, secretariat=found.secretariat_id, body=invitation.body_id
        ),
        runs=reached.runs,
        steps=frozenset(taken.values_list("step", flat=True)),
        invitation=invitation.state,
        due_on=invitation.due_on,
        today=nominations.today(at, found.timezone),
    )
    return Ground(found, invitation, facts, reached.looks_over)


def known_as(key: str) -> UUID:
    """A key as it came with a form; Delegate.DoesNotExist when it cannot be one."""
    try:
        return UUID(key)
    except ValueError:
        raise Delegate.DoesNotExist(key) from None


def one_of(ground: Ground, key: str) -> Delegate:
    """A delegate of this very delegation; DoesNotExist for one of another."""
    return Delegate.objects.get(invitation=ground.invitation, key=known_as(key))


def is_replaced(delegate: Delegate) -> bool:
    """Whether a substitute stands or waits in this one's place."""
    return Delegate.objects.filter(in_place_of=delegate, state__in=nominations.COUNTED).exists()
