"""Who may do what with a preparation. Facts in, verdict out; what each page and verb asks."""

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role

# What of an office works on its preparations; a reader looks only.
WORKING = (Role.COORDINATOR, Role.SECRETARIAT, Role.APPROVER)
LOOKING = (*WORKING, Role.READER)


def may_prepare(*, actor: Actor, body: int) -> bool:
    """Make a preparation in the name of this body."""
    return actor.scope is None and actor.acts_for(body) and actor.has(*WORKING)


def may_run(*, actor: Actor, secretariat: int) -> bool:
    """Change what the secretariat keeps: steps, invitations, notes, order, gifts, mail."""
    return actor.scope is None and actor.acts_for(secretariat) and actor.has(*WORKING)


def may_look_over(*, actor: Actor, secretariat: int) -> bool:
    """See the whole preparation, all delegations included."""
    return actor.scope is None and actor.acts_for(secretariat) and actor.has(*LOOKING)


def may_decide(*, actor: Actor, secretariat: int) -> bool:
    """Approve for good, refuse, answer late changes."""
    return actor.scope is None and actor.acts_for(secretariat) and actor.has(Role.APPROVER)


def may_see_delegation(*, actor: Actor, secretariat: int, body: int) -> bool:
    if may_look_over(actor=actor, secretariat=secretariat):
        return True
    return actor.acts_for(body) and actor.has(*LOOKING, Role.FOCAL)


def may_nominate(*, actor: Actor, secretariat: int, body: int) -> bool:
    """Enter and nominate people of this body: its coordinators, its focal point, and the secretariat for it."""
    if may_run(actor=actor, secretariat=secretariat):
        return True
    return actor.acts_for(body) and actor.has(Role.COORDINATOR, Role.APPROVER, Role.FOCAL)


def may_check_in(*, actor: Actor, secretariat: int) -> bool:
    """At the desk on the days: the secretariat, or who holds a desk link of this preparation."""
    return actor.acts_for(secretariat) and actor.has(*WORKING, Role.DESK)


def may_follow(*, actor: Actor) -> bool:
    """A ministry desk or mission follows how far its country's exchanges are, by numbers, never people."""
    return actor.scope is None and actor.has(Role.MINISTRY, Role.MISSION)


def not_yours() -> Refused:
    return Refused("not_yours", _("Your present role does not allow this."))
