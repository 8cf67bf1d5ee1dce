"""Reaching a preparation: every page and verb of the room begins here. What the actor may not see is not there."""

from dataclasses import dataclass

from django.db.models import Q

from interlocal.delegations.models import Invitation, Preparation
from interlocal.delegations.rules import rights
from interlocal.identity.kinds import Actor


@dataclass(frozen=True, slots=True)
class Reached:
    """A preparation and what the actor is to it. `invitation` is that of the actor's own body, if it has one."""

    preparation: Preparation
    invitation: Invitation | None
    runs: bool
    looks_over: bool
    decides: bool


def reach(*, actor: Actor, preparation: str, lock: bool = False) -> Reached:
    """The preparation of this slug for who runs it or is invited to it; Preparation.DoesNotExist for all others.

    Only within `identity.walls`. `lock` holds the preparation until the transaction ends: whoever counts seats
    or takes steps comes one after the other.
    """
    rows = Preparation.objects.all()
    if lock:
        rows = rows.select_for_update(of=("self",))
    if actor.scope is not None:
        rows = rows.filter(pk=actor.scope.preparation)
    found = rows.get(slug=preparation)
    own = Invitation.objects.filter(preparation=found, body=actor.body).first() if actor.body else None
    looks_over = rights.may_look_over(actor=actor, secretariat=found.secretariat_id)
    desk = rights.may_check_in(actor=actor, secretariat=found.secretariat_id)
    # An invitation that was not sent yet is nobody's business but the secretariat's.
    invited = own is not None and own.state != "draft"
    in_scope = actor.scope is not None and actor.scope.delegate is not None
    if not (looks_over or desk or invited or in_scope):
        raise Preparation.DoesNotExist(preparation)
    return Reached(
        preparation=found,
        invitation=own if invited or looks_over else None,
        runs=rights.may_run(actor=actor, secretariat=found.secretariat_id),
        looks_over=looks_over,
        decides=rights.may_decide(actor=actor, secretariat=found.secretariat_id),
    )


def run(*, actor: Actor, preparation: str, lock: bool = True) -> Preparation:
    """The preparation for a verb of its secretariat; raise Refused for who may only look, DoesNotExist for others."""
    reached = reach(actor=actor, preparation=preparation, lock=lock)
    if not reached.runs:
        raise rights.not_yours()
    return reached.preparation


def invited_body(*, actor: Actor, preparation: Preparation, body: str) -> Invitation:
    """The invitation of a body whose delegation the actor may see; Invitation.DoesNotExist for others."""
    found = Invitation.objects.select_related("body").get(preparation=preparation, body__slug=body)
    if not rights.may_see_delegation(actor=actor, secretariat=preparation.secretariat_id, body=found.body_id):
        raise Invitation.DoesNotExist(body)
    if found.state == "draft" and not rights.may_look_over(
        actor=actor, secretariat=preparation.secretariat_id
    ):
        raise Invitation.DoesNotExist(body)
    return found


def reachable(actor: Actor) -> Q:
    """The preparations an actor may see, for lists. Only within the wall."""
    ours = Q(secretariat=actor.body) if actor.has(*rights.LOOKING) else Q(pk__in=[])
    theirs = Q(
        pk__in=Invitation.objects.filter(body=actor.body).exclude(state="draft").values("preparation_id")
    )
    return ours | theirs if actor.body else Q(pk__in=[])
