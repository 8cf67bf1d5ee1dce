"""Who may give, end and hand over mandates. Facts in, verdict out."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import MANDATED, Actor, Role


def may_see_mandates(*, actor: Actor, body: int) -> bool:
    return actor.is_administrator or (actor.acts_for(body) and actor.has(Role.COORDINATOR, Role.APPROVER))


def may_give_mandates(*, actor: Actor, body: int) -> bool:
    """Administrators for every body; an approver for the own one, so that an office can run itself."""
    return actor.is_administrator or (actor.acts_for(body) and actor.has(Role.APPROVER))


def obstacle_to_giving(
    *, actor: Actor, body: int, role: str, from_on: date, until_on: date | None, held: bool
) -> Refused | None:
    """Why this mandate cannot be given, or None."""
    if not may_give_mandates(actor=actor, body=body):
        return Refused(
            "not_giver", _("Only an administrator or an approver of this government gives mandates.")
        )
    if role not in {mandated.value for mandated in MANDATED}:
        return Refused("unknown_role", _("There is no such role."), field="role")
    if until_on is not None and until_on <= from_on:
        return Refused("ends_before", _("A mandate must end after it begins."), field="until_on")
    if held:
        return Refused("already_held", _("This person already holds this role in these days."), field="role")
    return None


def obstacle_to_ending(
    *, actor: Actor, body: int, from_on: date, until_on: date | None, on: date
) -> Refused | None:
    if not may_give_mandates(actor=actor, body=body):
        return Refused(
            "not_giver", _("Only an administrator or an approver of this government ends mandates.")
        )
    if until_on is not None and until_on <= on:
        return Refused("already_ended", _("This mandate has ended already."), field="on")
    return None


def obstacle_to_handing_over(
    *, actor: Actor, body: int, same: bool, standing: int, begins_later: bool
) -> Refused | None:
    if not may_give_mandates(actor=actor, body=body):
        return Refused(
            "not_giver", _("Only an administrator or an approver of this government hands mandates over.")
        )
    if same:
        return Refused("same_person", _("The successor must be somebody else."), field="successor")
    if not standing:
        return Refused("nothing_held", _("This person holds nothing here that could be handed over."))
    if begins_later:
        return Refused("begins_later", _("A mandate that begins later must be ended first."), field="on")
    return None
