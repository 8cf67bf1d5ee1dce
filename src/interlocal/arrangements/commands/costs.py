"""Lines of spending, for the report."""

from datetime import datetime
from uuid import UUID

from interlocal.arrangements.commands.words import exchange, next_position, refuse_changed
from interlocal.arrangements.models import Cost
from interlocal.arrangements.queries.costs import cost_said
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import CostSaid
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import Preparation
from interlocal.delegations.rules.preparations import text_of
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_cost(*, actor: Actor, at: datetime, preparation: str, once: UUID | None, cost: CostSaid) -> int:
    """Enter what was spent, as the last line; returns its number."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_cost", actor=actor, at=at)) is not None:
        return int(before)
    _check(cost)
    all_of_them = Cost.objects.filter(preparation=found)
    if all_of_them.count() >= rules.MOST:
        raise rules.too_many()
    row = Cost(preparation=found, position=next_position(all_of_them))
    _write(row, found, cost)
    _enter(actor, at, "cost_added", found, row.pk)
    keeping.answered(once=once, subject=str(row.pk))
    return row.pk


@walled
def change_cost(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, cost: CostSaid
) -> None:
    """Correct a line; Cost.DoesNotExist for one of another preparation, Changed if somebody saved meanwhile."""
    found = changing(actor, preparation)
    row = Cost.objects.get(preparation=found, pk=number)
    _check(cost)
    changed = refuse_changed(found, row, version, cost_said(row), cost)
    if not changed:
        return
    row.version += 1
    _write(row, found, cost)
    _enter(actor, at, "cost_changed", found, row.pk, fields=changed)


@walled
def remove_cost(*, actor: Actor, at: datetime, preparation: str, number: int) -> CostSaid:
    """Strike a line; returns what it said, so that it can be put back."""
    found = changing(actor, preparation)
    row = Cost.objects.get(preparation=found, pk=number)
    said = cost_said(row)
    row.delete()
    _enter(actor, at, "cost_removed", found, number)
    return said


@walled
def move_cost(*, actor: Actor, at: datetime, preparation: str, number: int, later: bool) -> None:
    """Change places with the next line; the first and the last stay where they are."""
    found = changing(actor, preparation)
    row = Cost.objects.get(preparation=found, pk=number)
    if exchange(list(Cost.objects.filter(preparation=found)), row, later=later):
        _enter(actor, at, "cost_moved", found, number)


def _check(cost: CostSaid) -> None:
    if obstacle := rules.obstacle_to_cost(cost):
        raise obstacle


def _write(row: Cost, found: Preparation, cost: CostSaid) -> None:
    row.title = text_of(cost.title, before=row.title if row.pk else None, original=found.language)
    row.amount, row.note = cost.amount, cost.note.strip()
    row.currency = cost.currency
    row.save()


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, number: int, **details: object) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=found.slug, cost=number, **details)
