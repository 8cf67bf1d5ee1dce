"""Which step comes next, what is missing for it and who has to do it. Facts in, verdict out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.kinds import STEPS, InvitationState, Step
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

# Who has to do what is missing: the secretariat, one of its approvers, or the body that is named.
SECRETARIAT: Final = "secretariat"
APPROVER: Final = "approver"
BODY: Final = "body"

_SENT: Final = (InvitationState.SENT, InvitationState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Delegation:
    """How far one invited body is: its invitation, whether its list was sent, its delegates by state."""

    body: str
    invitation: str
    is_submitted: bool = False
    states: Mapping[str, int] = field(default_factory=dict)

    def count(self, *states: str) -> int:
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True)
class Facts:
    """A preparation on a day of its own calendar. `taken` are steps, `due` their deadlines."""

    today: date
    until_on: date
    taken: frozenset[str] = frozenset()
    due: Mapping[str, date | None] = field(default_factory=dict)
    delegations: tuple[Delegation, ...] = ()
    # Late changes: all that were asked for, and those without an answer.
    changes: int = 0
    open_changes: int = 0
    is_attendance_recorded: bool = False
    is_erased: bool = False

    @property
    def next(self) -> str | None:
        return next((step for step in STEPS if step not in self.taken), None)

    @property
    def last(self) -> str | None:
        return next((step for step in reversed(STEPS) if step in self.taken), None)


@dataclass(frozen=True, slots=True)
class Missing:
    """Something still to be done before a step: by `who`, in `body` if it is about one. Only what `stops` must be."""

    code: str
    who: str
    body: str = ""
    count: int = 1
    stops: bool = False


def missing_for(step: str, facts: Facts) -> list[Missing]:
    """What is open before this step, that which stops it first."""
    return sorted(_MISSING[Step(step)](facts), key=lambda one: not one.stops)


def _for_invited(facts: Facts) -> Iterator[Missing]:
    if not facts.delegations:
        yield Missing("nobody_invited", SECRETARIAT, stops=True)
        return
    none_sent = _none_sent(facts)
    for one in facts.delegations:
        if one.invitation == InvitationState.DRAFT:
            yield Missing("invitation_to_send", SECRETARIAT, one.body, stops=none_sent)


def _for_open(facts: Facts) -> Iterator[Missing]:
    if _none_sent(facts):
        yield Missing("no_invitation_sent", SECRETARIAT, stops=True)
    for one in facts.delegations:
        if one.invitation == InvitationState.DRAFT:
            yield Missing("invitation_to_send", SECRETARIAT, one.body)


def _for_closed(facts: Facts) -> Iterator[Missing]:
    for one in facts.delegations:
        if one.invitation in _SENT and not one.is_submitted:
            yield Missing("list_to_send", BODY, one.body)


def _for_approved(facts: Facts) -> Iterator[Missing]:
    for one in facts.delegations:
        if count := one.count("nominated"):
            yield Missing("to_pre_approve", SECRETARIAT, one.body, count, stops=True)
        if count := one.count("pre_approved"):
            yield Missing("to_approve", APPROVER, one.body, count, stops=True)
        if count := one.count("draft"):
            yield Missing("to_nominate", BODY, one.body, count)


def _for_frozen(facts: Facts) -> Iterator[Missing]:
    for one in facts.delegations:
        if count := one.count("waiting"):
            yield Missing("still_waiting", APPROVER, one.body, count)


def _for_held(facts: Facts) -> Iterator[Missing]:
    if facts.today < facts.until_on - timedelta(days=1):
        yield Missing("last_day_to_come", SECRETARIAT, stops=True)
    if facts.open_changes:
        yield Missing("changes_to_answer", APPROVER, count=facts.open_changes)


def _for_reported(facts: Facts) -> Iterator[Missing]:
    if not facts.is_attendance_recorded:
        yield Missing("attendance_to_record", SECRETARIAT, stops=True)


_MISSING = {
    Step.INVITED: _for_invited,
    Step.OPEN: _for_open,
    Step.CLOSED: _for_closed,
    Step.APPROVED: _for_approved,
    Step.FROZEN: _for_frozen,
    Step.HELD: _for_held,
    Step.REPORTED: _for_reported,
}


def _none_sent(facts: Facts) -> bool:
    return all(one.invitation == InvitationState.DRAFT for one in facts.delegations)


_STOPS = {
    "nobody_invited": _("Invite at least one government first."),
    "invitation_to_send": _("Send at least one invitation first."),
    "no_invitation_sent": _("Send at least one invitation first."),
    "to_pre_approve": _("Some delegates are not decided yet."),
    "to_approve": _("Some delegates are not decided yet."),
    "last_day_to_come": _("The last day has not begun yet."),
    "attendance_to_record": _("Record the attendance first."),
}


def obstacle_to_taking_step(*, actor: Actor, secretariat: int, step: str, facts: Facts) -> Refused | None:
    """Why this step cannot be taken now, or None."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if step in facts.taken:
        return Refused("already_taken", _("This step was taken already."))
    if step != facts.next:
        return Refused("out_of_order", _("Steps are taken one after the other."))
    stopping = next((one for one in missing_for(step, facts) if one.stops), None)
    return Refused(stopping.code, _STOPS[stopping.code]) if stopping else None


def obstacle_to_taking_back(*, actor: Actor, secretariat: int, step: str, facts: Facts) -> Refused | None:
    """Why this step cannot be taken back, or None: only the last one, and only while nothing rests on it."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if step != facts.last:
        return Refused("not_the_last", _("Only the last step can be taken back."))
    people = sum(sum(one.states.values()) for one in facts.delegations)
    if step == Step.OPEN and people:
        return Refused("people_entered", _("Delegates were entered already."))
    if step == Step.FROZEN and facts.changes:
        return Refused("changes_asked", _("Late changes to the list were asked for already."))
    if step == Step.REPORTED and facts.is_erased:
        return Refused("data_erased", _("Personal data was erased already."))
    return None


def obstacle_to_deadlines(
    *, actor: Actor, secretariat: int, due: Mapping[str, date | None]
) -> Refused | None:
    """Why these deadlines cannot stand, or None. The field at fault is the step that comes too early."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    dated = [(step, on) for step in STEPS if (on := due.get(step)) is not None]
    for (_before, earlier), (step, on) in pairwise(dated):
        if on < earlier:
            return Refused(
                "deadlines_out_of_order",
                _("This deadline is before that of an earlier step."),
                field=step,
            )
    return None


def is_late(*, step: str, facts: Facts) -> bool:
    """Whether the deadline of a step has passed without it."""
    due = facts.due.get(step)
    return due is not None and step not in facts.taken and due < facts.today
