"""Counting seats and filling freed ones. Only for verbs that hold the preparation's lock (`access.reach(lock=True)`)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, F, Q

from interlocal.delegations import kinds
from interlocal.delegations.commands import decisions_notices, keeping
from interlocal.delegations.models import Delegate, Invitation, Preparation
from interlocal.delegations.rules import seats
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import standing_as

NAME = "waiting list"
_STANDS = Q(delegates__state__in=kinds.STANDING)
_SEATED = Q(delegates__part__in=kinds.SEATED)
_HEAD = Q(delegates__part=kinds.Part.HEAD)


def registrar(preparation: Preparation) -> Actor:
    """Who counts over all delegations, also when the verb was called by one that sees only its own."""
    return Actor(NAME, None, preparation.secretariat_id, "", frozenset({Role.SECRETARIAT}))


def has_seat(
    *, preparation: Preparation, invitation: Invitation, part: str, besides: Delegate | None = None
) -> bool:
    """Whether one more of this part can be seated in a delegation. `besides` is somebody not counted: who makes room."""
    taken, limits = _counts(preparation, besides)
    return seats.is_free(part=part, taken=taken[invitation.pk], limits=limits[invitation.pk])


def has_head(*, preparation: Preparation, invitation: Invitation, besides: Delegate | None = None) -> bool:
    """Whether somebody else stands as head of this delegation."""
    taken, _limits = _counts(preparation, besides)
    return taken[invitation.pk].has_head


def fill(*, preparation: Preparation, at: datetime) -> list[int]:
    """Seat whoever has waited longest and now can be; returns the delegates' ids, each with a journal line.

    The delegation's contact gets a draft that says so.
    """
    with standing_as(registrar(preparation)):
        waiting = [
            seats.Waiting(*row)
            for row in Delegate.objects.filter(preparation=preparation, state=kinds.State.WAITING)
            .order_by("waiting_since", "pk")
            .values_list("pk", "invitation_id", "part")
        ]
        if not waiting:
            return []
        taken, limits = _counts(preparation)
        seated = list(seats.next_to_seat(waiting=waiting, taken=taken, limits=limits))
        _seat(preparation, seated, at)
        return seated


def tell_waiting(*, preparation: Preparation, delegates: Sequence[Delegate], at: datetime, by: str) -> None:
    """A draft that tells the delegation's contact who found no seat and waits for one."""
    if not delegates:
        return
    # Drafts are the secretariat's, also when the delegation itself nominated.
    with standing_as(registrar(preparation)):
        decisions_notices.draft(kind=kinds.MailKind.WAITING, delegates=delegates, at=at, by=by)


def _seat(preparation: Preparation, delegates: Iterable[int], at: datetime) -> None:
    found = list(Delegate.objects.filter(pk__in=list(delegates)).select_related("invitation", "preparation"))
    for delegate in found:
        Delegate.objects.filter(pk=delegate.pk).update(
            state=kinds.State.NOMINATED,
            waiting_since=None,
            nominated_at=at,
            changed_by=NAME,
            changed_at=at,
            version=F("version") + 1,
        )
        keeping.enter(
            actor=registrar(preparation),
            at=at,
            verb="seat_given",
            kind="delegate",
            key=str(delegate.key),
            preparation=preparation.slug,
        )
    decisions_notices.draft(kind=kinds.MailKind.PROMOTED, delegates=found, at=at, by=NAME)


def _counts(
    preparation: Preparation, besides: Delegate | None = None
) -> tuple[dict[int, seats.Taken], dict[int, seats.Limits]]:
    """What is taken and what is allowed, by invitation."""
    counted = _STANDS & ~Q(delegates=besides.pk) if besides else _STANDS
    with standing_as(registrar(preparation)):
        rows = list(
            Invitation.objects.filter(preparation=preparation)
            .annotate(
                seated=Count("delegates", filter=counted & _SEATED),
                support=Count("delegates", filter=counted & ~_SEATED),
                heads=Count("delegates", filter=counted & _HEAD),
            )
            .values_list("pk", "quota", "support_quota", "seated", "support", "heads")
        )
    over_all = sum(row[3] for row in rows)
    taken = {row[0]: seats.Taken(row[3], row[4], over_all, row[5] > 0) for row in rows}
    limits = {row[0]: seats.Limits(row[1], row[2], preparation.seats) for row in rows}
    return taken, limits
