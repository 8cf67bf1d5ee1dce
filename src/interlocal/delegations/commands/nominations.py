"""Entering and nominating a delegation: by its own coordinator or focal point, or by the secretariat for it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from uuid import UUID

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.commands import nominations_writing as writing
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation_facts import Ground, ground, known_as, one_of
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Seated:
    """What became of a nomination: keys of who has a seat and of who waits for one."""

    nominated: tuple[str, ...]
    waiting: tuple[str, ...]


@walled
def add_delegate(
    *, actor: Actor, at: datetime, preparation: str, body: str, entered: Entered, once: UUID | None = None
) -> str:
    """Enter a person as a draft; returns the key. Nothing is nominated yet."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    writing.refuse(nominations.obstacle_to_entering(here.facts))
    entered = _fit(entered)
    before = keeping.sent_before(once=once, verb="add_delegate", actor=actor, at=at)
    if before is not None:
        return before
    row = writing.create(here, entered, actor=actor, at=at)
    row.save()
    keeping.answered(once=once, subject=str(row.key))
    writing.journal(here, actor=actor, at=at, verb="entered", key=row.key, part=row.part)
    return str(row.key)


@walled
def change_delegate(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    delegate: str,
    version: int,
    entered: Entered,
) -> list[int]:
    """Correct what was entered; returns the ids of who got a seat that this freed."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = one_of(here, delegate)
    entered = _fit(entered)
    before = writing.shown(row)
    yours = {name: value for name, value in asdict(entered).items() if name in before}
    keeping.refuse_stale(version=version, row=row, by=row.changed_by, theirs=before, yours=yours)
    changes_part = entered.part != row.part
    writing.refuse(nominations.obstacle_to_editing(here.facts, state=row.state, part_changes=changes_part))
    if changes_part:
        writing.refuse(_obstacle_to_part(here, row, entered.part))
    writing.put(row, entered)
    after = writing.shown(row)
    writing.touch(row, actor=actor, at=at)
    changed = writing.differing(before, after)
    writing.journal(here, actor=actor, at=at, verb="corrected", key=row.key, fields=changed)
    counts = changes_part and row.state in nominations.COUNTED
    return seats.fill(preparation=here.preparation, at=at) if counts else []


@walled
def remove_delegate(
    *, actor: Actor, at: datetime, preparation: str, body: str, delegate: str, version: int
) -> None:
    """Delete an entry that was never nominated."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = one_of(here, delegate)
    keeping.refuse_stale(version=version, row=row, by=row.changed_by, theirs=writing.shown(row), yours={})
    writing.refuse(nominations.obstacle_to_removing(here.facts, state=row.state))
    row.delete()
    writing.journal(here, actor=actor, at=at, verb="removed", key=delegate)


@walled
def move_delegate(*, actor: Actor, at: datetime, preparation: str, body: str, delegate: str, to: int) -> None:
    """Put somebody at a place (1 is the first) of the sender's list; the others close up."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    moved = one_of(here, delegate)
    writing.refuse(nominations.obstacle_to_changing(here.facts))
    rows = list(Delegate.objects.filter(invitation=here.invitation).order_by("position", "pk"))
    others = [row for row in rows if row.pk != moved.pk]
    place = min(max(to, 1), len(rows)) - 1
    ordered = [*others[:place], moved, *others[place:]]
    for position, row in enumerate(ordered, start=1):
        row.position = position
    Delegate.objects.bulk_update(ordered, ["position"])
    writing.journal(here, actor=actor, at=at, verb="moved", key=moved.key, to=place + 1)


@walled
def nominate(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    delegates: Sequence[str] | None = None,
    once: UUID | None = None,
) -> Seated:
    """Submit all drafts of a delegation, or the named ones, in one step: in the sender's order until seats run out."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    writing.refuse(nominations.obstacle_to_nominating(here.facts))
    before = keeping.sent_before(once=once, verb="nominate", actor=actor, at=at)
    if before is not None:
        return _as_answered(before)
    chosen = _chosen(here, delegates)
    writing.refuse(
        nominations.obstacle_to_heading([*writing.counted_parts(here), *(row.part for row in chosen)])
    )
    for place, row in enumerate(chosen):
        # Those of one nomination wait in the sender's order.
        _nominate_one(here, row, actor, at, waits_since=at + timedelta(microseconds=place))
    writing.accept(here, at=at)
    waiting = [row for row in chosen if row.state == kinds.State.WAITING]
    seats.tell_waiting(preparation=here.preparation, delegates=waiting, at=at, by=actor.name)
    seated = Seated(
        tuple(str(row.key) for row in chosen if row.state == kinds.State.NOMINATED),
        tuple(str(row.key) for row in waiting),
    )
    keeping.answered(once=once, subject=f"{len(seated.nominated)} {len(seated.waiting)}")
    return seated


def _nominate_one(here: Ground, row: Delegate, actor: Actor, at: datetime, *, waits_since: datetime) -> None:
    free = seats.has_seat(preparation=here.preparation, invitation=here.invitation, part=row.part)
    writing.seat(row, free=free, at=at, waits_since=waits_since)
    writing.touch(row, actor=actor, at=at)
    verb = "nominated" if free else "put_on_waiting_list"
    writing.journal(here, actor=actor, at=at, verb=verb, key=row.key, part=row.part)


def _chosen(here: Ground, delegates: Sequence[str] | None) -> list[Delegate]:
    """The drafts in the sender's order; DoesNotExist when one that was named is not of this delegation."""
    rows = Delegate.objects.filter(invitation=here.invitation).order_by("position", "pk")
    if delegates is None:
        found = list(rows.filter(state=kinds.State.DRAFT))
    else:
        keys = {known_as(key) for key in delegates}
        found = list(rows.filter(key__in=keys))
        if len(found) != len(keys):
            raise Delegate.DoesNotExist
    if not found:
        raise nominations.nobody_chosen()
    for row in found:
        writing.refuse(nominations.obstacle_to_submitting(state=row.state))
    return found


def _as_answered(subject: str) -> Seated:
    """The answer to a form sent again: how many, without asking who."""
    seated, waiting = (int(part) for part in subject.split())
    return Seated(("",) * seated, ("",) * waiting)


def _fit(entered: Entered) -> Entered:
    tidy = nominations.tidied(entered)
    writing.refuse(nominations.obstacle_in_entry(tidy))
    return tidy


def _obstacle_to_part(here: Ground, row: Delegate, part: str) -> Refused | None:
    """A new part needs a seat of its own kind, and a delegation has one head."""
    if row.state not in nominations.COUNTED:
        return None
    if found := nominations.obstacle_to_heading([*writing.counted_parts(here, without=row.key), part]):
        return found
    other_kind = (part in kinds.SEATED) != (row.part in kinds.SEATED)
    if row.state == kinds.State.WAITING or not other_kind:
        return None
    free = seats.has_seat(preparation=here.preparation, invitation=here.invitation, part=part)
    return None if free else nominations.no_seat_left()
