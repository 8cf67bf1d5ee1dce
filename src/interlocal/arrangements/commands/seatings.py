"""Seatings: asked for, changed, and seats exchanged by hand for a reason that is kept."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.commands.words import refuse_changed
from interlocal.arrangements.models import Seating
from interlocal.arrangements.queries.seatings import people_of, planned, seating_said
from interlocal.arrangements.rules import seatings as rules
from interlocal.arrangements.rules.seatings import SeatingSaid, Swapped
from interlocal.arrangements.rules.words import MOST, too_many
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.rules.preparations import text_of
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

# When one of these changes, the numbers of seats mean other seats.
_GROUND = ("shape", "rule", "options", "item")


@walled
def add_seating(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, seating: SeatingSaid
) -> int:
    """Ask for a seating; returns its number. PlannedItem.DoesNotExist for a foreign item."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_seating", actor=actor, at=at)) is not None:
        return int(before)
    seating = _checked(found, seating)
    if Seating.objects.filter(preparation=found).count() >= MOST:
        raise too_many()
    row = Seating(preparation=found, swaps=[list(swap) for swap in seating.swaps])
    _write(row, found, seating)
    _enter(actor, at, "seating_added", found, row.pk)
    keeping.answered(once=once, subject=str(row.pk))
    return row.pk


@walled
def change_seating(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, seating: SeatingSaid
) -> None:
    """Ask for it otherwise; seats exchanged by hand stay as long as shape, rule, size and item do. Changed if stale."""
    found = changing(actor, preparation)
    row = Seating.objects.get(preparation=found, pk=number)
    before = seating_said(row)
    seating = replace(_checked(found, seating), swaps=before.swaps)
    changed = refuse_changed(found, row, version, before, seating)
    if not changed:
        return
    if any(name in _GROUND for name in changed):
        row.swaps = []
    row.version += 1
    _write(row, found, seating)
    _enter(actor, at, "seating_changed", found, number, fields=changed)


@walled
def remove_seating(*, actor: Actor, at: datetime, preparation: str, number: int) -> SeatingSaid:
    """Take it away; returns what was asked for, exchanges included, so that it can be put back."""
    found = changing(actor, preparation)
    row = Seating.objects.get(preparation=found, pk=number)
    said = seating_said(row)
    row.delete()
    _enter(actor, at, "seating_removed", found, number)
    return said


@walled
def swap_seats(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    version: int,
    one: int,
    other: int,
    reason: str,
) -> int:
    """Whoever sits on seat `one` and on seat `other` change places; the new version. An empty seat can be one of them."""
    found = changing(actor, preparation)
    row = Seating.objects.get(preparation=found, pk=number)
    _refuse_stale(found, row, version, (one, other, reason, actor.name))
    plan = planned(found, row, people_of(found, row.item_id))
    if obstacle := rules.obstacle_to_swapping(plan, one=one, other=other, reason=reason):
        raise obstacle
    row.swaps = [*row.swaps, [one, other, reason.strip(), actor.name]]
    row.version += 1
    row.save()
    _enter(actor, at, "seats_swapped", found, number, seats=[one, other])
    return row.version


@walled
def undo_swap(*, actor: Actor, at: datetime, preparation: str, number: int, version: int, which: int) -> int:
    """Take back an exchange (its place among them, from 0); later ones stay. The new version."""
    found = changing(actor, preparation)
    row = Seating.objects.get(preparation=found, pk=number)
    _refuse_stale(found, row, version, None)
    if not 0 <= which < len(row.swaps):
        raise Refused("no_swap", _("This exchange was taken back already."))
    one, other, *_rest = row.swaps[which]
    row.swaps = [swap for place, swap in enumerate(row.swaps) if place != which]
    row.version += 1
    row.save()
    _enter(actor, at, "swap_undone", found, number, seats=[one, other])
    return row.version


def _refuse_stale(found: Preparation, row: Seating, version: int, swap: Swapped | None) -> None:
    said = seating_said(row)
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={"swaps": said.swaps},
        yours={"swaps": (*said.swaps, swap) if swap else said.swaps},
    )


def _checked(found: Preparation, seating: SeatingSaid) -> SeatingSaid:
    if obstacle := rules.obstacle_to_seating(seating):
        raise obstacle
    if seating.item is not None:
        PlannedItem.objects.only("pk").get(preparation=found, pk=seating.item)
    return rules.settled(seating)


def _write(row: Seating, found: Preparation, seating: SeatingSaid) -> None:
    row.title = text_of(seating.title, before=row.title if row.pk else None, original=found.language)
    row.shape, row.rule, row.viewpoint = seating.shape, seating.rule, seating.viewpoint
    row.options, row.item_id = dict(seating.options), seating.item
    row.save()


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, number: int, **details: object) -> None:
    keeping.enter(
        actor=actor, at=at, verb=verb, kind="preparation", key=found.slug, seating=number, **details
    )
