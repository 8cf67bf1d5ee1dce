"""What waits for somebody, over all the hats they wear, the most urgent first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from interlocal.delegations.kinds import ChangeState, InvitationState, State, Step
from interlocal.delegations.models import Change, Invitation, Milestone, Preparation
from interlocal.delegations.queries.preparations import Named, named
from interlocal.delegations.queries.steps import today_of
from interlocal.delegations.rules import rights, steps, tasks
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import standing_as

_SENT = (InvitationState.SENT, InvitationState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do under one hat. `code` says what, `kind` on which page: preparation, invitations, delegates,
    changes, delegation; `step` which step it is about. `urgency` is late, soon, later or undated.
    """

    code: str
    hat: str
    preparation: str
    name: Shown
    kind: str
    count: int
    due_on: date | None
    urgency: str
    step: str = ""
    body: Named | None = None


@dataclass(slots=True)
class _Pile:
    """What is known of one preparation under one hat."""

    preparation: Preparation
    milestones: Sequence[Milestone]
    rows: list[Any] = field(default_factory=list)


def my_tasks(*, actors: Sequence[Actor], at: datetime, tongue: str) -> list[Task]:
    """The tasks of these hats. Three queries, and two for each hat: each stands behind its own wall."""
    hats = [actor for actor in actors if actor.body is not None]
    rows = {actor.body_slug: _invitations(actor) for actor in hats}
    keys = {row.preparation_id for found in rows.values() for row in found}
    ours = {actor.body for actor in hats}
    preparations = {
        one.pk: one
        for one in Preparation.objects.filter(Q(pk__in=keys) | Q(secretariat__in=ours), closed_on=None)
    }
    milestones: dict[int, list[Milestone]] = {}
    for one in Milestone.objects.filter(preparation__in=list(preparations)):
        milestones.setdefault(one.preparation_id, []).append(one)
    found: list[Task] = []
    for actor in hats:
        for pile in _piles(actor, rows[actor.body_slug], preparations, milestones):
            found += _tasks(actor, pile, at, tongue)
    return sorted(found, key=_by_urgency)


def _by_urgency(one: Task) -> tuple[int, date, str, str]:
    return (tasks.rank(one.urgency), one.due_on or date.max, one.preparation, one.code)


def _invitations(actor: Actor) -> list[Any]:
    """Invitations this hat sees, with how many people wait in each."""
    changes = (
        Change.objects.filter(
            preparation=OuterRef("preparation"), body=OuterRef("body"), state=ChangeState.OPEN
        )
        .order_by()
        .values("preparation")
        .annotate(count=Count("pk"))
        .values("count")
    )
    with standing_as(actor):
        return list(
            Invitation.objects.select_related("body")
            .annotate(
                nominated=Count("delegates", filter=Q(delegates__state=State.NOMINATED)),
                pre_approved=Count("delegates", filter=Q(delegates__state=State.PRE_APPROVED)),
                changes_open=Coalesce(Subquery(changes, output_field=IntegerField()), 0),
            )
            .filter(preparation__closed_on=None)
            .order_by("pk")
        )


def _piles(
    actor: Actor,
    rows: Sequence[Any],
    preparations: dict[int, Preparation],
    milestones: dict[int, list[Milestone]],
) -> Iterator[_Pile]:
    piles = {
        key: _Pile(one, milestones.get(key, []))
        for key, one in preparations.items()
        if one.secretariat_id == actor.body
    }
    for row in rows:
        key = row.preparation_id
        if key not in piles:
            piles[key] = _Pile(preparations[key], milestones.get(key, []))
        piles[key].rows.append(row)
    yield from piles.values()


def _tasks(actor: Actor, pile: _Pile, at: datetime, tongue: str) -> Iterator[Task]:
    found = pile.preparation
    facts = steps.Facts(
        today=today_of(found, at),
        until_on=found.until_on,
        taken=frozenset(one.step for one in pile.milestones if one.done_at),
        due={one.step: one.due_on for one in pile.milestones},
    )

    def task(code: str, kind: str, due_on: date | None, **more: Any) -> Task:
        return Task(
            code=code,
            hat=actor.body_slug,
            preparation=found.slug,
            name=found.name.shown(tongue),
            kind=kind,
            due_on=due_on,
            urgency=tasks.urgency(due_on=due_on, today=facts.today),
            **{"count": 1, **more},
        )

    if rights.may_run(actor=actor, secretariat=found.secretariat_id):
        yield from _of_secretariat(pile, facts, task)
    if rights.may_decide(actor=actor, secretariat=found.secretariat_id):
        yield from _of_approver(pile, facts, task)
    if actor.has(Role.COORDINATOR, Role.APPROVER):
        own = next((row for row in pile.rows if row.body_id == actor.body), None)
        if own is not None:
            yield from _of_invited(own, facts, task, named(own.body, tongue))


def _of_secretariat(pile: _Pile, facts: steps.Facts, task: Any) -> Iterator[Task]:
    following = facts.next
    if following is not None:
        yield task("step_due", "preparation", facts.due.get(following), step=following)
    drafts = [row for row in pile.rows if row.state == InvitationState.DRAFT]
    if drafts:
        yield task("invitations_to_send", "invitations", facts.due.get(Step.INVITED), count=len(drafts))
    nominated = sum(row.nominated for row in pile.rows)
    if nominated:
        yield task("to_pre_approve", "delegates", facts.due.get(Step.APPROVED), count=nominated)
    late = [row for row in pile.rows if _is_awaited(row, facts) and row.due_on and row.due_on < facts.today]
    if late:
        yield task("lists_late", "invitations", min(row.due_on for row in late), count=len(late))


def _of_approver(pile: _Pile, facts: steps.Facts, task: Any) -> Iterator[Task]:
    if waiting := sum(row.pre_approved for row in pile.rows):
        yield task("to_approve", "delegates", facts.due.get(Step.APPROVED), count=waiting)
    if changes := sum(row.changes_open for row in pile.rows):
        yield task("changes_to_answer", "changes", pile.preparation.from_on, count=changes)


def _of_invited(own: Any, facts: steps.Facts, task: Any, body: Named) -> Iterator[Task]:
    due = own.due_on or facts.due.get(Step.CLOSED)
    if _is_awaited(own, facts):
        yield task("own_list_to_send", "delegation", due, body=body)
    elif own.state == InvitationState.SENT and Step.CLOSED not in facts.taken and own.submitted_at is None:
        yield task("invitation_to_answer", "delegation", due, body=body)


def _is_awaited(row: Any, facts: steps.Facts) -> bool:
    """Whether this body's list can be sent now and was not."""
    is_open = Step.OPEN in facts.taken and Step.CLOSED not in facts.taken
    return is_open and row.state in _SENT and row.submitted_at is None
