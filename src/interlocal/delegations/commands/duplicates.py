"""Two entries judged: one person, or two. Entries are linked or kept apart, and never merged."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Delegate, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation_facts import known_as
from interlocal.delegations.queries.duplicates import DIFFERENT, SAME
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def same_person(*, actor: Actor, at: datetime, preparation: str, one: str, other: str) -> None:
    """The later of two entries is the same person as the earlier one, and all that hang on either. Twice changes nothing."""
    running = access.run(actor=actor, preparation=preparation)
    first, second = _both(running, one, other)
    earlier, later = sorted((_root(first), _root(second)), key=_by_age)
    if earlier.pk == later.pk:
        return
    later.same_as = earlier
    later.save(update_fields=["same_as"])
    _enter(actor, at, SAME, later, earlier)


@walled
def different_persons(*, actor: Actor, at: datetime, preparation: str, one: str, other: str) -> None:
    """These two are not asked about again; a link made between them is taken away."""
    running = access.run(actor=actor, preparation=preparation)
    first, second = _both(running, one, other)
    for row, linked in ((first, second), (second, first)):
        if row.same_as_id == linked.pk:
            row.same_as = None
            row.save(update_fields=["same_as"])
    _enter(actor, at, DIFFERENT, first, second)


def _both(running: Preparation, one: str, other: str) -> tuple[Delegate, Delegate]:
    """An entry of this preparation, and one of it or of an earlier one of this secretariat."""
    first = Delegate.objects.select_related("preparation").get(preparation=running, key=known_as(one))
    second = Delegate.objects.select_related("preparation").get(
        preparation__secretariat=running.secretariat_id, key=known_as(other)
    )
    if first.pk == second.pk:
        raise Refused("one_entry", _("Choose two entries."))
    if second.preparation_id != running.pk and second.body_id != first.body_id:
        raise Delegate.DoesNotExist(other)
    return first, second


def _root(row: Delegate) -> Delegate:
    """The earliest entry of somebody, by the links that were made."""
    seen = {row.pk}
    while row.same_as_id and row.same_as_id not in seen:
        earlier = Delegate.objects.select_related("preparation").filter(pk=row.same_as_id).first()
        if earlier is None:
            break
        row = earlier
        seen.add(row.pk)
    return row


def _by_age(row: Delegate) -> tuple[object, int]:
    return row.preparation.from_on, row.pk


def _enter(actor: Actor, at: datetime, verb: str, row: Delegate, other: Delegate) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="delegate", key=str(row.key), other=str(other.key))
