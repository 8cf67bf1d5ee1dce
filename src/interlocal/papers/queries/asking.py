"""Who asked for a printing, with the rights of today: what the worker gathers, it gathers as them."""

from datetime import datetime

from interlocal.delegations.models import Link
from interlocal.identity import queries as identity
from interlocal.identity.kinds import Actor, Scope
from interlocal.registry import queries as registry


def asker(*, user: int | None, link: int | None, body: str, at: datetime) -> Actor:
    """ObjectDoesNotExist when the mandate or the link has ended meanwhile. Asked by the worker, as owner of the tables."""
    if user is not None:
        someone = identity.someone(user=user)
        return registry.actor_for(user=user, name=someone.called, body=body, at=at)
    if link is None:
        raise Link.DoesNotExist
    found = Link.objects.select_related("body", "preparation").get(
        pk=link, body__slug=body, revoked_at=None, expires_at__gt=at
    )
    scope = Scope(found.pk, found.preparation_id, found.delegate_id)
    return Actor(found.name, None, found.body_id, found.body.slug, frozenset({found.role}), False, scope)
