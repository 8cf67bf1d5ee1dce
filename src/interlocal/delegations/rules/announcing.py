"""When an edition may be told to everybody. Facts in, verdict out."""

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor


def obstacle_to_announcing(
    *, actor: Actor, secretariat: int, is_announced: bool, ordinal_taken: bool, is_over: bool
) -> Refused | None:
    """Why the edition cannot be put into the public record, or None. `is_announced`: as it stands now."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if is_announced:
        return Refused(
            "already_announced", _("The public record shows this edition with these days already.")
        )
    if ordinal_taken:
        return Refused(
            "ordinal_in_record",
            _("The public record has an edition of this number already."),
            field="ordinal",
        )
    if is_over:
        return Refused("already_over", _("These days are over: there is nothing to announce."))
    return None
