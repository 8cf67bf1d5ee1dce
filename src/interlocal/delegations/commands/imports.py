"""Taking over a list of people into a delegation: all of it in one transaction, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.commands import keeping, personal
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries import imports as queries
from interlocal.delegations.queries.delegation_facts import Ground, ground
from interlocal.delegations.queries.imports import CHANGED, NEW, SAME, WRONG, Plan, Planned
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.imports_lists import Choices, Sheet
from interlocal.ground.refused import Refused
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Taken:
    """How many people a list brought, changed, and left as they were."""

    new: int
    changed: int
    same: int


@walled
def take_over(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    sheet: Sheet,
    choices: Choices,
    seen: str,
    once: UUID | None = None,
) -> Taken:
    """Enter who is new as a draft and change who is known, as `queries.imports.plan` showed it; `seen` is that plan's.

    Refused when anything is wrong with any row, or when the delegation was changed since the plan was made.
    """
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    writing.refuse(nominations.obstacle_to_entering(here.facts))
    before = keeping.sent_before(once=once, verb="take_over", actor=actor, at=at)
    if before is not None:
        return Taken(*(int(number) for number in before.split()))
    plan = queries.plan_of(here, sheet, choices, at)
    _refuse(plan, seen)
    new = _enter(here, plan.of(NEW), actor, at)
    _change(here, plan.of(CHANGED), actor, at)
    taken = Taken(len(new), plan.count(CHANGED), plan.count(SAME))
    _journal(here, plan, new, taken, actor, at)
    _keep_contacts(here, plan, new, actor, at)
    keeping.answered(once=once, subject=f"{taken.new} {taken.changed} {taken.same}")
    return taken


def _refuse(plan: Plan, seen: str) -> None:
    if plan.count(WRONG):
        raise Refused("import_faulty", _("Something is still wrong with this list. Nothing was taken over."))
    if plan.seen != seen:
        reason = _("The delegation or your choices changed since this preview was made. Look at it again.")
        raise Refused("import_changed", reason)


def _enter(here: Ground, rows: Sequence[Planned], actor: Actor, at: datetime) -> list[Delegate]:
    """One statement for all; places follow the list."""
    first = writing.next_position(here)
    made = [
        writing.create(here, row.entered, actor=actor, at=at, position=first + place)
        for place, row in enumerate(rows)
    ]
    return Delegate.objects.bulk_create(made, batch_size=500)


def _change(here: Ground, rows: Sequence[Planned], actor: Actor, at: datetime) -> None:
    found = {
        str(row.key): row
        for row in Delegate.objects.filter(invitation=here.invitation, key__in=[row.key for row in rows])
    }
    for planned in rows:
        row = found[planned.key]
        writing.put(row, planned.entered)
        writing.touch(row, actor=actor, at=at)


def _journal(
    here: Ground, plan: Plan, new: Sequence[Delegate], taken: Taken, actor: Actor, at: datetime
) -> None:
    where = {"preparation": here.preparation.slug, "body": here.invitation.body.slug}
    counts = {"new": taken.new, "changed": taken.changed, "same": taken.same}
    lines = [
        Line(
            "imported", "preparation", here.preparation.slug, {"body": where["body"], **counts}, public=False
        )
    ]
    lines += [
        Line("entered", "delegate", str(row.key), {"part": row.part, **where}, public=False) for row in new
    ]
    lines += [
        Line("corrected", "delegate", row.key, {"fields": sorted(row.differences), **where}, public=False)
        for row in plan.of(CHANGED)
    ]
    journal.record(actor=actor, at=at, lines=lines)


def _keep_contacts(here: Ground, plan: Plan, new: Sequence[Delegate], actor: Actor, at: datetime) -> None:
    keys = [str(row.key) for row in new]
    told = [*zip(keys, plan.of(NEW), strict=True), *((row.key, row) for row in plan.of(CHANGED))]
    for key, planned in told:
        if planned.contacts:
            personal.save(
                actor=actor,
                at=at,
                preparation=here.preparation.slug,
                delegate=key,
                typed=planned.contacts,
            )
