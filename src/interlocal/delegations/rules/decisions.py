"""Who may decide what on a delegate, and until when a decision can be taken back. Facts in, verdict out."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

Stage, State, Step = kinds.Stage, kinds.State, kinds.Step
# Decisions that the delegation is told with their reason.
REASONED: Final = (Stage.REFUSE, Stage.RETURN)
# What anybody who works in the secretariat decides; the rest is an approver's.
FIRST: Final = (Stage.PRE_APPROVE, Stage.RETURN)

_AFTER: Final[dict[str, str]] = {
    Stage.PRE_APPROVE: State.PRE_APPROVED,
    Stage.APPROVE: State.APPROVED,
    Stage.REFUSE: State.REFUSED,
    Stage.RETURN: State.NOMINATED,
}


@dataclass(frozen=True, slots=True)
class Followed:
    """What came after the newest decision on a delegate. `seat` and `head` ask whether the place is still free."""

    version: int
    of_version: int
    mailed: bool
    seen: bool
    seat: bool
    head: bool


def state_after(stage: str) -> str:
    """Where a decision leads. Who is returned keeps the seat and stays nominated."""
    return _AFTER[stage]


def may_take(*, actor: Actor, secretariat: int, stage: str) -> bool:
    if stage in FIRST:
        return rights.may_run(actor=actor, secretariat=secretariat)
    return rights.may_decide(actor=actor, secretariat=secretariat)


def obstacle_to_deciding(
    *, actor: Actor, secretariat: int, stage: str, state: str, reason: str, steps: frozenset[str]
) -> Refused | None:
    """Why this cannot be decided on somebody in this state, or None."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if not may_take(actor=actor, secretariat=secretariat, stage=stage):
        return Refused("approver_only", _("Only an approver of the secretariat can do this."))
    if Step.REPORTED in steps:
        return Refused("over", _("This event is closed. Nothing can be decided any more."))
    if state == State.APPROVED and Step.FROZEN in steps:
        return Refused("frozen", _("The list is frozen. Propose a late change instead."))
    if stage in REASONED and not reason.strip():
        return Refused("no_reason", _("Give a reason. The delegation reads it."), field="reason")
    if not _moves(stage, state):
        return Refused("not_from_here", _("This cannot be done any more: the person's state has changed."))
    return None


def _moves(stage: str, state: str) -> bool:
    if stage == Stage.RETURN:
        return state in (State.NOMINATED, State.PRE_APPROVED)
    return state_after(stage) in kinds.MOVES[state]


def obstacle_to_undoing(*, actor: Actor, secretariat: int, stage: str, followed: Followed) -> Refused | None:
    """Why the newest decision cannot be taken back, or None: only while nothing rests on it."""
    if not may_take(actor=actor, secretariat=secretariat, stage=stage):
        return rights.not_yours()
    if followed.version != followed.of_version + 1:
        return Refused("followed", _("This was changed after the decision. Decide anew instead."))
    if followed.mailed:
        return Refused("told", _("The delegation was told already. Decide anew instead."))
    if followed.seen:
        return Refused("seen", _("This person has checked in already."))
    if not followed.head:
        return Refused("has_head", _("The delegation has another head by now."))
    if not followed.seat:
        return Refused("seat_given", _("The seat was given to somebody else by now."))
    return None


def stages_for(*, actor: Actor, secretariat: int, state: str, steps: frozenset[str]) -> tuple[str, ...]:
    """Which decisions stand beside a delegate."""
    return tuple(
        stage
        for stage in Stage.values
        if obstacle_to_deciding(
            actor=actor, secretariat=secretariat, stage=stage, state=state, reason="-", steps=steps
        )
        is None
    )
