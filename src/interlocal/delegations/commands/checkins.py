"""Checking people in on the days: at any number of desks at once, with or without a connection, each counted once a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import CheckIn, Delegate, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import checkins, rights
from interlocal.delegations.rules.checkins import Seen
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled

COUNTED, ALREADY, UNDONE, NOTHING, REFUSED = "counted", "already", "undone", "nothing", "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one tap. `once` is that of the check-in that stands, `seen_at` and `desk` tell when and where."""

    outcome: str
    once: UUID
    reason: str = ""
    seen_at: datetime | None = None
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """What a phone kept: somebody (`delegate`, a key) was seen, or the check-in `once` was taken back."""

    once: UUID
    seen_at: datetime
    delegate: UUID | None = None

    @property
    def is_undo(self) -> bool:
        return self.delegate is None


@walled
def check_in(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegate: UUID,
    once: UUID,
    seen_at: datetime | None = None,
    sent_at: datetime | None = None,
) -> Outcome:
    """Count somebody as seen on the day. The same `once` again, or another desk at the same moment: counted once.

    `seen_at` and `sent_at` are by the phone's clock, without them it is now.
    """
    found = desk_of(actor, preparation)
    # Whoever else is checking in this very person waits; other people do not.
    row = Delegate.objects.select_for_update().get(preparation=found, key=delegate)
    if before := CheckIn.objects.filter(once=once).first():
        return _answer_again(before, row)
    moment = checkins.moment_of(Seen(seen_at or at, sent_at or at, at))
    day = _day(found, moment.day_by)
    if obstacle := checkins.obstacle_to_checking_in(state=row.state, day=day, days=days_of(found)):
        raise obstacle
    if standing := CheckIn.objects.filter(delegate=row, day=day, undone_at=None).first():
        return Outcome(ALREADY, standing.once, "", standing.seen_at, standing.desk)
    made = CheckIn.objects.create(
        preparation=found,
        body_id=row.body_id,
        delegate=row,
        once=once,
        day=day,
        seen_at=moment.at,
        desk=desk_name(actor),
        by=actor.name,
        at=at,
    )
    _enter(actor, at, "checked_in", found, row, day)
    return Outcome(COUNTED, once, "", made.seen_at, made.desk)


@walled
def undo(*, actor: Actor, at: datetime, preparation: str, once: UUID) -> Outcome:
    """Take a check-in back; the row stays, marked. What never stood, or was taken back, is left as it is."""
    found = desk_of(actor, preparation)
    row = CheckIn.objects.select_for_update().filter(preparation=found, once=once).first()
    if row is None or row.undone_at is not None:
        return Outcome(NOTHING, once)
    row.undone_at = at
    row.save(update_fields=["undone_at"])
    _enter(actor, at, "check_in_undone", found, row.delegate, row.day)
    return Outcome(UNDONE, once)


def send(
    *, actor: Actor, at: datetime, preparation: str, sent_at: datetime, taps: Sequence[Tap]
) -> list[Outcome]:
    """What a phone kept while it had no connection, in its order; each tap by itself, one that fails stops no other."""
    return [_send_one(actor, at, preparation, sent_at, tap) for tap in taps]


def _send_one(actor: Actor, at: datetime, preparation: str, sent_at: datetime, tap: Tap) -> Outcome:
    try:
        if tap.delegate is None:
            return undo(actor=actor, at=at, preparation=preparation, once=tap.once)
        return check_in(
            actor=actor,
            at=at,
            preparation=preparation,
            delegate=tap.delegate,
            once=tap.once,
            seen_at=tap.seen_at,
            sent_at=sent_at,
        )
    except Refused as refusal:
        return Outcome(REFUSED, tap.once, str(refusal.reason))
    except Preparation.DoesNotExist:
        raise
    except ObjectDoesNotExist:
        return Outcome(REFUSED, tap.once, _("This person is not on the list."))


def desk_of(actor: Actor, preparation: str, *, lock: bool = False) -> Preparation:
    """The preparation at whose desk the actor works; DoesNotExist for everybody else."""
    reached = access.reach(actor=actor, preparation=preparation, lock=lock)
    found = reached.preparation
    if rights.may_check_in(actor=actor, secretariat=found.secretariat_id):
        return found
    if reached.looks_over:
        raise rights.not_yours()
    raise Preparation.DoesNotExist(preparation)


def desk_name(actor: Actor) -> str:
    """What stands beside a check-in: the name its link was given; who is signed in works at the office's own desk."""
    return actor.name[:80] if actor.has(Role.DESK) else ""


def days_of(preparation: Preparation) -> int:
    return (preparation.until_on - preparation.from_on).days


def _day(preparation: Preparation, at: datetime) -> int:
    return checkins.day_number(at, first=preparation.from_on, zone=preparation.timezone)


def _answer_again(before: CheckIn, row: Delegate) -> Outcome:
    if before.delegate_id != row.pk:
        raise Refused("once_used", _("This was sent before, for somebody else."))
    if before.undone_at is not None:
        return Outcome(UNDONE, before.once)
    return Outcome(COUNTED, before.once, "", before.seen_at, before.desk)


def _enter(actor: Actor, at: datetime, verb: str, found: Preparation, row: Delegate, day: int) -> None:
    keeping.enter(
        actor=actor, at=at, verb=verb, kind="delegate", key=str(row.key), preparation=found.slug, day=day
    )
