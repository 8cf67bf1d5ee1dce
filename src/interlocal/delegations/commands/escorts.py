"""Who helps each delegation on the days: entered, changed and taken away by the secretariat."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Escort, Invitation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import escorts
from interlocal.delegations.rules.escorts import Helper
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_escort(
    *, actor: Actor, at: datetime, preparation: str, body: str, helper: Helper, once: UUID | None = None
) -> int:
    """Give a delegation an interpreter or a liaison; its number."""
    running = access.run(actor=actor, preparation=preparation)
    invited = Invitation.objects.get(preparation=running, body__slug=body)
    helper = _fit(helper)
    if (before := keeping.sent_before(once=once, verb="add_escort", actor=actor, at=at)) is not None:
        return int(before)
    made = Escort.objects.create(preparation=running, body_id=invited.body_id, **asdict(helper))
    keeping.answered(once=once, subject=str(made.pk))
    _enter(actor, at, "escort_added", running.slug, made)
    return made.pk


@walled
def change_escort(*, actor: Actor, at: datetime, preparation: str, number: int, helper: Helper) -> None:
    running = access.run(actor=actor, preparation=preparation)
    found = Escort.objects.get(preparation=running, pk=number)
    for name, value in asdict(_fit(helper)).items():
        setattr(found, name, value)
    found.save()
    _enter(actor, at, "escort_changed", running.slug, found)


@walled
def remove_escort(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    running = access.run(actor=actor, preparation=preparation)
    found = Escort.objects.get(preparation=running, pk=number)
    _enter(actor, at, "escort_removed", running.slug, found)
    found.delete()


def _fit(helper: Helper) -> Helper:
    tidy = escorts.tidied(helper)
    if obstacle := escorts.obstacle_in(tidy):
        raise obstacle
    return tidy


def _enter(actor: Actor, at: datetime, verb: str, slug: str, escort: Escort) -> None:
    keeping.enter(
        actor=actor, at=at, verb=verb, kind="preparation", key=slug, escort=escort.pk, role=escort.kind
    )
