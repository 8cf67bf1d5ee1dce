"""Deciding on people one by one or many at once, and taking a decision back while nothing rests on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from interlocal.delegations import kinds
from interlocal.delegations.commands import decisions_notices, keeping, seats
from interlocal.delegations.models import CheckIn, Decision, Delegate, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries import steps as progress
from interlocal.delegations.rules import decisions as rules
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

_NOTICES: Final[dict[str, str]] = {
    kinds.Stage.APPROVE: kinds.MailKind.APPROVED,
    kinds.Stage.REFUSE: kinds.MailKind.REFUSED,
    kinds.Stage.RETURN: kinds.MailKind.FREE,
}


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody on whom nothing was decided, and why: refused by a rule, or changed by somebody meanwhile (no reason)."""

    key: str
    name: str
    refusal: Refused | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of deciding on many: keys decided on, and who was left as they were."""

    decided: tuple[str, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One sitting of somebody who decides, with the preparation locked."""

    actor: Actor
    at: datetime
    preparation: Preparation
    steps: frozenset[str]


@walled
def decide(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegate: str,
    version: int,
    stage: str,
    reason: str = "",
) -> None:
    """Decide on one person as they were at `version`; raise Refused or Changed. Deciding the same twice changes nothing."""
    sitting = _sit(actor, at, preparation)
    row = _people(sitting, [delegate])[delegate]
    made = _decide(sitting, row, version, stage, reason)
    _follow_up(sitting, [made] if made else [], stage, reason)


@walled
def decide_many(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegates: Mapping[str, int],
    stage: str,
    reason: str = "",
) -> Outcome:
    """The same decision on many, by key and version: whoever can be is decided on, the others are named.

    Delegate.DoesNotExist when one is not of this preparation; then nothing is decided.
    """
    sitting = _sit(actor, at, preparation)
    people = _people(sitting, delegates)
    made: list[Decision] = []
    left: list[Left] = []
    for key, version in delegates.items():
        try:
            decision = _decide(sitting, people[key], version, stage, reason)
        except Refused as refusal:
            left.append(Left(key, _called(people[key]), refusal))
        except kinds.Changed:
            left.append(Left(key, _called(people[key]), None))
        else:
            made += [decision] if decision else []
    _follow_up(sitting, made, stage, reason)
    gone = {one.key for one in left}
    return Outcome(tuple(key for key in delegates if key not in gone), tuple(left))


@walled
def undo(*, actor: Actor, at: datetime, preparation: str, delegate: str, version: int) -> None:
    """Take the newest decision on a person back; raise Refused when something followed from it."""
    sitting = _sit(actor, at, preparation)
    row = _people(sitting, [delegate])[delegate]
    decision = Decision.objects.filter(delegate=row, undone_at=None).order_by("-of_version").first()
    if decision is None:
        raise Refused("nothing_decided", _("Nothing was decided on this person."))
    _refuse_stale(row, version, decision.was)
    _undo(sitting, row, decision)


@walled
def undo_many(*, actor: Actor, at: datetime, preparation: str, decided_at: datetime) -> Outcome:
    """Take back what this actor decided at one stroke; whoever something followed from stays, and is named."""
    sitting = _sit(actor, at, preparation)
    made = Decision.objects.filter(
        preparation=sitting.preparation, by_user=actor.user, at=decided_at, undone_at=None
    )
    undone: list[str] = []
    left: list[Left] = []
    for decision in made.select_related("delegate__invitation", "delegate__preparation").order_by("pk"):
        row = decision.delegate
        try:
            _undo(sitting, row, decision)
        except Refused as refusal:
            left.append(Left(str(row.key), _called(row), refusal))
        else:
            undone.append(str(row.key))
    return Outcome(tuple(undone), tuple(left))


def _undo(sitting: _Sitting, row: Delegate, decision: Decision) -> None:
    if obstacle := rules.obstacle_to_undoing(
        actor=sitting.actor,
        secretariat=sitting.preparation.secretariat_id,
        stage=decision.stage,
        followed=_followed(sitting.preparation, row, decision),
    ):
        raise obstacle
    _put_back(sitting, row, decision)
    decisions_notices.take_back(decision=decision, at=sitting.at, by=sitting.actor.name)
    _enter(sitting, "decision_undone", row, stage=decision.stage)


def _sit(actor: Actor, at: datetime, preparation: str) -> _Sitting:
    found = access.run(actor=actor, preparation=preparation, lock=True)
    return _Sitting(actor, at, found, progress.taken(found))


def _people(sitting: _Sitting, keys: Iterable[str]) -> dict[str, Delegate]:
    """The rows of these keys; DoesNotExist when one is missing."""
    wanted = list(keys)
    rows = Delegate.objects.filter(preparation=sitting.preparation, key__in=wanted).select_related(
        "invitation", "preparation"
    )
    found = {str(one.key): one for one in rows}
    if missing := [key for key in wanted if key not in found]:
        raise Delegate.DoesNotExist(missing[0])
    return found


def _decide(sitting: _Sitting, row: Delegate, version: int, stage: str, reason: str) -> Decision | None:
    """The decision made; None when this actor had made it already."""
    if version != row.version and _is_again(sitting.actor, row, version, stage):
        return None
    after = rules.state_after(stage)
    _refuse_stale(row, version, after)
    if obstacle := rules.obstacle_to_deciding(
        actor=sitting.actor,
        secretariat=sitting.preparation.secretariat_id,
        stage=stage,
        state=row.state,
        reason=reason,
        steps=sitting.steps,
    ):
        raise obstacle
    made = Decision.objects.create(
        preparation=sitting.preparation,
        body_id=row.body_id,
        delegate=row,
        stage=stage,
        reason=reason.strip(),
        by=sitting.actor.name,
        by_user=sitting.actor.user,
        at=sitting.at,
        of_version=row.version,
        was=row.state,
    )
    _set_state(sitting, row, after)
    _enter(sitting, f"decided_{stage}", row, was=made.was)
    return made


def _is_again(actor: Actor, row: Delegate, version: int, stage: str) -> bool:
    """The button pressed twice: this very decision stands, and nothing came after it."""
    return (
        row.version == version + 1
        and Decision.objects.filter(
            delegate=row, of_version=version, stage=stage, by_user=actor.user, undone_at=None
        ).exists()
    )


def _refuse_stale(row: Delegate, version: int, wanted: str) -> None:
    keeping.refuse_stale(
        version=version,
        row=row,
        by=row.changed_by,
        theirs={pgettext("of a person", "Name"): _called(row), _("State"): str(kinds.State(row.state).label)},
        yours={pgettext("of a person", "Name"): _called(row), _("State"): str(kinds.State(wanted).label)},
    )


def _set_state(sitting: _Sitting, row: Delegate, state: str) -> None:
    row.state = state
    row.approved_at = sitting.at if state == kinds.State.APPROVED else None
    row.changed_by, row.changed_at = sitting.actor.name, sitting.at
    row.version += 1
    row.save(update_fields=["state", "approved_at", "changed_by", "changed_at", "version"])


def _follow_up(sitting: _Sitting, made: Sequence[Decision], stage: str, reason: str) -> None:
    """What a decision brings with it: a draft to the delegation, a freed seat to whoever waited longest."""
    if not made:
        return
    if stage in _NOTICES:
        decisions_notices.draft(
            kind=_NOTICES[stage],
            delegates=[one.delegate for one in made],
            at=sitting.at,
            by=sitting.actor.name,
            reason=reason.strip(),
            decisions=made,
        )
    if stage == kinds.Stage.REFUSE:
        seats.fill(preparation=sitting.preparation, at=sitting.at)


def _followed(preparation: Preparation, row: Delegate, decision: Decision) -> rules.Followed:
    takes_seat = decision.was in kinds.STANDING and row.state not in kinds.STANDING
    is_head = row.part == kinds.Part.HEAD
    return rules.Followed(
        version=row.version,
        of_version=decision.of_version,
        mailed=decisions_notices.is_told(decision=decision),
        seen=CheckIn.objects.filter(delegate=row, undone_at=None).exists(),
        seat=not takes_seat
        or seats.has_seat(preparation=preparation, invitation=row.invitation, part=row.part),
        head=not (takes_seat and is_head)
        or not seats.has_head(preparation=preparation, invitation=row.invitation),
    )


def _put_back(sitting: _Sitting, row: Delegate, decision: Decision) -> None:
    decision.undone_at, decision.undone_by = sitting.at, sitting.actor.name
    decision.save(update_fields=["undone_at", "undone_by"])
    _set_state(sitting, row, decision.was)


def _enter(sitting: _Sitting, verb: str, row: Delegate, **details: object) -> None:
    keeping.enter(
        actor=sitting.actor,
        at=sitting.at,
        verb=verb,
        kind="delegate",
        key=str(row.key),
        preparation=sitting.preparation.slug,
        **details,
    )


def _called(row: Delegate) -> str:
    return f"{row.family} {row.given}".strip()
