"""What an accepted late change does to the list. Only for `changes.accept`, which holds the lock and has judged it."""

from datetime import datetime

from django.db.models import Max

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Change, Delegate, Invitation, Preparation
from interlocal.delegations.queries import changes as asked_for
from interlocal.delegations.rules import changes as rules
from interlocal.delegations.rules.nominations import Entered
from interlocal.identity.kinds import Actor

ChangeKind, State, Part = kinds.ChangeKind, kinds.State, kinds.Part


def apply(*, actor: Actor, at: datetime, preparation: Preparation, change: Change) -> None:
    """Add, edit, replace or withdraw. Refused when no seat is there. The caller fills seats that this frees."""
    row = _locked(change)
    invitation = _invitation(preparation, change, row)
    entered = _entered(change, row)
    _refuse_crowd(preparation, invitation, change.kind, row, entered)
    if change.kind == ChangeKind.EDIT and row is not None and entered is not None:
        writing.put(row, entered)
        writing.touch(row, actor=actor, at=at)
        return
    if row is not None:
        _withdraw(row, actor, at)
    if entered is not None:
        made = _admit(invitation, entered, actor, at, in_place_of=row)
        keeping.enter(
            actor=actor,
            at=at,
            verb="admitted_late",
            kind="delegate",
            key=str(made.key),
            preparation=preparation.slug,
            change=change.pk,
        )


def _locked(change: Change) -> Delegate | None:
    if change.delegate_id is None:
        return None
    return Delegate.objects.select_for_update().get(pk=change.delegate_id)


def _invitation(preparation: Preparation, change: Change, row: Delegate | None) -> Invitation:
    if row is not None:
        return row.invitation
    return Invitation.objects.get(preparation=preparation, body=change.body_id)


def _entered(change: Change, row: Delegate | None) -> Entered | None:
    """Who comes, or how the person is to be entered; None where somebody is only withdrawn."""
    if change.kind == ChangeKind.WITHDRAW:
        return None
    now = asked_for.values_of(row) if change.kind == ChangeKind.EDIT and row is not None else {}
    return rules.entered_of({**now, **change.after})


def _refuse_crowd(
    preparation: Preparation, invitation: Invitation, kind: str, row: Delegate | None, entered: Entered | None
) -> None:
    """Raise Refused when who comes would be one too many, or a second head."""
    seat = head = True
    if entered is not None and (row is None or row.state != State.WAITING or kind != ChangeKind.EDIT):
        seat = seats.has_seat(preparation=preparation, invitation=invitation, part=entered.part, besides=row)
        head = entered.part != Part.HEAD or not seats.has_head(
            preparation=preparation, invitation=invitation, besides=row
        )
    state = row.state if row is not None else ""
    if obstacle := rules.obstacle_to_applying(kind=kind, state=state, seat=seat, head=head):
        raise obstacle


def _withdraw(row: Delegate, actor: Actor, at: datetime) -> None:
    row.state, row.waiting_since, row.approved_at = State.WITHDRAWN, None, None
    writing.touch(row, actor=actor, at=at)


def _admit(
    invitation: Invitation, entered: Entered, actor: Actor, at: datetime, *, in_place_of: Delegate | None
) -> Delegate:
    """Somebody an approver let in: approved at once, last on the sender's list or in the place of whom they replace."""
    last = Delegate.objects.filter(invitation=invitation).aggregate(last=Max("position"))["last"]
    made = Delegate(
        preparation_id=invitation.preparation_id,
        body_id=invitation.body_id,
        invitation=invitation,
        state=State.APPROVED,
        position=in_place_of.position if in_place_of else (last or 0) + 1,
        in_place_of=in_place_of,
        nominated_at=at,
        approved_at=at,
        version=0,
    )
    writing.put(made, entered)
    writing.touch(made, actor=actor, at=at)
    return made
