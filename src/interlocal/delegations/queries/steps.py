"""How far a preparation is: the facts that its steps are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q

from interlocal.delegations import kinds
from interlocal.delegations.models import Certificate, Change, Delegate, Invitation, Milestone, Preparation
from interlocal.delegations.rules import steps


@dataclass(frozen=True, slots=True)
class Counted:
    """Delegates of one invitation in one state and part."""

    invitation: int
    state: str
    part: str
    count: int


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything steps are judged by, as rows of the one or two tables it lies in."""

    milestones: tuple[Milestone, ...]
    invitations: tuple[Invitation, ...]
    counts: tuple[Counted, ...]
    facts: steps.Facts


def today_of(preparation: Preparation, at: datetime) -> date:
    """The day it is where the edition takes place."""
    return at.astimezone(ZoneInfo(preparation.timezone)).date()


def gather(*, preparation: Preparation, at: datetime) -> Gathered:
    """Five queries, within the wall: an invited body's own figures, the secretariat's over all."""
    milestones = _in_order(preparation)
    invitations = tuple(
        Invitation.objects.filter(preparation=preparation).select_related("body").order_by("pk")
    )
    counts = tuple(
        Counted(*row)
        for row in Delegate.objects.filter(preparation=preparation)
        .order_by("invitation_id", "state", "part")
        .values_list("invitation_id", "state", "part")
        .annotate(count=Count("pk"))
    )
    changes = Change.objects.filter(preparation=preparation).aggregate(
        all=Count("pk"), open=Count("pk", filter=Q(state=kinds.ChangeState.OPEN))
    )
    facts = steps.Facts(
        today=today_of(preparation, at),
        until_on=preparation.until_on,
        taken=frozenset(one.step for one in milestones if one.done_at is not None),
        due={one.step: one.due_on for one in milestones},
        delegations=tuple(_delegation(one, counts) for one in invitations),
        changes=changes["all"],
        open_changes=changes["open"],
        is_attendance_recorded=preparation.attendance_at is not None,
        is_erased=Certificate.objects.filter(preparation=preparation).exists(),
    )
    return Gathered(milestones, invitations, counts, facts)


def _in_order(preparation: Preparation) -> tuple[Milestone, ...]:
    found = {one.step: one for one in Milestone.objects.filter(preparation=preparation)}
    return tuple(found.get(step) or Milestone(preparation=preparation, step=step) for step in kinds.STEPS)


def _delegation(invitation: Invitation, counts: tuple[Counted, ...]) -> steps.Delegation:
    states: dict[str, int] = {}
    for one in counts:
        if one.invitation == invitation.pk:
            states[one.state] = states.get(one.state, 0) + one.count
    return steps.Delegation(
        invitation.body.slug, invitation.state, invitation.submitted_at is not None, states
    )


def taken(preparation: Preparation) -> frozenset[str]:
    """The steps a preparation has taken. One query."""
    return frozenset(
        Milestone.objects.filter(preparation=preparation, done_at__isnull=False).values_list(
            "step", flat=True
        )
    )


def deadlines(preparation: Preparation) -> Mapping[str, date | None]:
    return dict(Milestone.objects.filter(preparation=preparation).values_list("step", "due_on"))
