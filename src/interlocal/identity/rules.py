"""Who may come in, who may bring others in."""

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor


def obstacle_to_signing_in(*, is_active: bool, is_demo: bool, takes_demo: bool) -> Refused | None:
    if not is_active:
        return Refused("account_closed", _("This account is closed. Ask your administrator."))
    if is_demo and not takes_demo:
        return Refused("demo_account", _("Accounts of the demonstration cannot be used here."))
    return None


def obstacle_to_inviting(*, actor: Actor) -> Refused | None:
    """Administrators invite anybody; who gives mandates for a government invites those who get them."""
    if actor.is_administrator or actor.has("approver", "coordinator", "secretariat"):
        return None
    return Refused("may_not_invite", _("You may not invite people."))


def obstacle_to_administrating(*, actor: Actor) -> Refused | None:
    if actor.is_administrator:
        return None
    return Refused("no_administrator", _("Only administrators can do this."))


def obstacle_to_closing(*, actor: Actor, user: int) -> Refused | None:
    if refusal := obstacle_to_administrating(actor=actor):
        return refusal
    if actor.user == user:
        return Refused("own_account", _("You cannot close your own account."))
    return None
