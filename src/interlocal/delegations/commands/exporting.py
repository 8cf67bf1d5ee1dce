"""Handing out everything about one person: to the person, or to their office for a stated reason. Each is one journal line."""

import uuid
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.commands import keeping, personal
from interlocal.delegations.models import Datum
from interlocal.delegations.queries import exporting
from interlocal.delegations.queries.exporting import Copy
from interlocal.delegations.queries.personal import subject
from interlocal.delegations.rules import exporting as rules
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

LASTS: Final = timedelta(hours=24)


@walled
def hand_out(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegate: str,
    reason: str = "",
    once: UUID | None = None,
) -> Copy:
    """Everything kept about a person. Staff say why (rules.exporting.REASONS); `once` is that of a single-use link, refused when it was used."""
    who = subject(actor=actor, preparation=preparation, delegate=delegate)
    if not who.reads_sealed:
        raise rights.not_yours()
    if obstacle := rules.obstacle_to_handing_out(is_own=who.is_own, reason=reason):
        raise obstacle
    if once is not None:
        if keeping.sent_before(once=once, verb="copy", actor=actor, at=at) is not None:
            raise Refused("used", _("This link was used. Ask for a new one."))
        keeping.answered(once=once, subject=delegate)
    copy = exporting.everything(who)
    fields = list(Datum.objects.filter(delegate=who.delegate).values_list("field", flat=True))
    personal.tell_export(actor=actor, at=at, who=who, fields=fields, reason=reason)
    return copy


@walled
def make_ticket(*, actor: Actor, at: datetime, preparation: str, delegate: str) -> str:
    """The secret of a link to a copy: for the person, for once, for a day. To be sent to nobody else."""
    who = subject(actor=actor, preparation=preparation, delegate=delegate)
    if not who.reads_sealed:
        raise rights.not_yours()
    token = exporting.ticket_of(who, once=uuid.uuid4(), until=at + LASTS)
    keeping.enter(
        actor=actor, at=at, verb="copy_link_made", kind="delegate", key=delegate, preparation=preparation
    )
    return token
