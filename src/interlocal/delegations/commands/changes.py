"""Late changes: asked for by a delegation once the list is frozen, and answered by an approver of the secretariat."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import changes_applied, decisions_notices, keeping, seats
from interlocal.delegations.models import Change, Delegate, Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries import changes as asked_for
from interlocal.delegations.queries import steps as progress
from interlocal.delegations.rules import changes as rules
from interlocal.delegations.rules import rights
from interlocal.delegations.rules.nominations import Entered, obstacle_in_entry, tidied
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

VERB = "change_asked"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A change being asked for, before it is a row."""

    kind: str
    row: Delegate | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@walled
def propose(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    kind: str,
    reason: str,
    delegate: str = "",
    version: int = 0,
    entered: Entered | None = None,
    once: UUID | None = None,
) -> int:
    """Ask for a late change of the delegation of `body`; returns its number. `entered` is who comes, or how the person is
    to be entered; `version` that of the person as the asker saw them.
    """
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    invitation = access.invited_body(actor=actor, preparation=found, body=body)
    if (answer := keeping.sent_before(once=once, verb=VERB, actor=actor, at=at)) is not None:
        return int(answer)
    wanted = _wanted(invitation, kind, delegate, entered)
    if obstacle := _obstacle(actor, found, invitation, wanted, reason):
        raise obstacle
    if entered is not None and (fault := obstacle_in_entry(tidied(entered))):
        raise fault
    if wanted.row is not None:
        _refuse_stale(wanted.row, version, wanted.after)
    made = _write(actor, at, invitation, wanted, reason)
    keeping.answered(once=once, subject=str(made.pk))
    _enter(actor, at, VERB, found, made)
    return made.pk


@walled
def accept(
    *, actor: Actor, at: datetime, preparation: str, change: int, version: int, answer: str = ""
) -> None:
    """Let a late change take effect, in this transaction. `version` is that of the person as the approver saw them."""
    found, asked = _to_answer(actor, preparation, change, refuses=False, answer=answer)
    row = asked.delegate
    if row is not None:
        _refuse_stale(row, version, asked.after)
    changes_applied.apply(actor=actor, at=at, preparation=found, change=asked)
    _answer(actor, at, found, asked, kinds.ChangeState.ACCEPTED, answer)
    seats.fill(preparation=found, at=at)


@walled
def refuse(*, actor: Actor, at: datetime, preparation: str, change: int, answer: str) -> None:
    """Leave the list as it is; the delegation reads why."""
    found, asked = _to_answer(actor, preparation, change, refuses=True, answer=answer)
    _answer(actor, at, found, asked, kinds.ChangeState.REFUSED, answer)


def _wanted(invitation: Invitation, kind: str, delegate: str, entered: Entered | None) -> _Wanted:
    row = None
    if kind in rules.ABOUT_SOMEBODY:
        ours = Delegate.objects.filter(preparation=invitation.preparation_id, body=invitation.body_id)
        row = ours.select_for_update().get(key=delegate)
    before = asked_for.values_of(row) if row is not None else {}
    after = rules.values_of(tidied(entered)) if entered is not None else {}
    if kind == kinds.ChangeKind.EDIT:
        after = rules.changed(before, after)
        before = {name: before[name] for name in after}
    return _Wanted(kind, row, before, {} if kind == kinds.ChangeKind.WITHDRAW else after)


def _obstacle(
    actor: Actor, found: Preparation, invitation: Invitation, wanted: _Wanted, reason: str
) -> Refused | None:
    row = wanted.row
    return rules.obstacle_to_asking(
        may_nominate=rights.may_nominate(
            actor=actor, secretariat=found.secretariat_id, body=invitation.body_id
        ),
        invitation=invitation.state,
        steps=progress.taken(found),
        asked=rules.Asked(
            kind=wanted.kind,
            state=row.state if row else "",
            reason=reason,
            is_open=row is not None and row.changes.filter(state=kinds.ChangeState.OPEN).exists(),
            differs=bool(wanted.after),
        ),
    )


def _write(actor: Actor, at: datetime, invitation: Invitation, wanted: _Wanted, reason: str) -> Change:
    return Change.objects.create(
        preparation_id=invitation.preparation_id,
        body_id=invitation.body_id,
        delegate=wanted.row,
        kind=wanted.kind,
        before=dict(wanted.before),
        after=dict(wanted.after),
        reason=reason.strip(),
        asked_by=actor.name,
        asked_at=at,
        of_version=wanted.row.version if wanted.row else 0,
    )


def _to_answer(
    actor: Actor, preparation: str, change: int, *, refuses: bool, answer: str
) -> tuple[Preparation, Change]:
    reached = access.reach(actor=actor, preparation=preparation, lock=True)
    found = reached.preparation
    if not reached.looks_over:
        raise Change.DoesNotExist(change)
    asked = Change.objects.select_for_update(of=("self",)).get(pk=change, preparation=found)
    if obstacle := rules.obstacle_to_answering(
        actor=actor,
        secretariat=found.secretariat_id,
        state=asked.state,
        steps=progress.taken(found),
        refuses=refuses,
        answer=answer,
    ):
        raise obstacle
    return found, asked


def _answer(actor: Actor, at: datetime, found: Preparation, asked: Change, state: str, answer: str) -> None:
    asked.state, asked.answer = state, answer.strip()
    asked.answered_by, asked.answered_at = actor.name, at
    asked.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    _enter(actor, at, f"change_{state}", found, asked)
    decisions_notices.draft_answer(change=asked, at=at, by=actor.name)


def _refuse_stale(row: Delegate, version: int, after: Mapping[str, Any]) -> None:
    now = asked_for.values_of(row)
    keeping.refuse_stale(
        version=version,
        row=row,
        by=row.changed_by,
        theirs={_("State"): str(kinds.State(row.state).label), **asked_for.printed(now)},
        yours=asked_for.printed({**now, **after}) if after else {_("State"): _("withdrawn")},
    )


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, asked: Change) -> None:
    kind, key = ("delegate", str(asked.delegate.key)) if asked.delegate else ("preparation", found.slug)
    keeping.enter(
        actor=actor,
        at=at,
        verb=verb,
        kind=kind,
        key=key,
        preparation=found.slug,
        change=asked.pk,
        asks=asked.kind,
    )
