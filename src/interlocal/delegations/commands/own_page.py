"""What a delegate does on the own page."""

from datetime import datetime

from interlocal.delegations.models import Link
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def begin(*, actor: Actor, at: datetime) -> None:
    """The first look: from now on changes are news. Later looks change nothing."""
    assert actor.scope is not None
    Link.objects.filter(pk=actor.scope.link, seen_at=None).update(seen_at=at)


@walled
def note_seen(*, actor: Actor, at: datetime) -> None:
    """What changed until now is no news any more: its reader said so."""
    assert actor.scope is not None
    Link.objects.filter(pk=actor.scope.link).update(seen_at=at)
