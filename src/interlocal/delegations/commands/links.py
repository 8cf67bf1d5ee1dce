"""Personal links: made, used, revoked. The secret is told once, to whoever makes it; the table keeps its hash."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Delegate, Invitation, Link, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.tokens import hash_of, token_of
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled

TELLS_USE_EVERY = timedelta(minutes=1)


@walled
def make_focal_link(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    name: str,
    email: str,
    until: datetime,
    once: UUID | None = None,
) -> str:
    """A link by which the focal point of an invited body enters its delegation; returns the token, once."""
    running = access.run(actor=actor, preparation=preparation)
    invitation = Invitation.objects.get(preparation=running, body__slug=body)
    if invitation.state == kinds.InvitationState.DRAFT:
        raise Refused("not_sent", _("Send the invitation first: the link comes with it."))
    if keeping.sent_before(once=once, verb="make_focal_link", actor=actor, at=at) is not None:
        # The secret is told once; whoever sent the form twice has it from the first answer or makes another.
        raise Refused("link_shown", _("This link was made and shown already. Make another one."))
    return _make(
        actor, at, running, Role.FOCAL, invitation.body_id, None, name, email, invitation.language, until
    )


@walled
def make_delegate_link(
    *, actor: Actor, at: datetime, preparation: str, delegate: str, until: datetime
) -> str:
    """A link to a delegate's own page, by the delegate's key; returns the token, once."""
    running = access.run(actor=actor, preparation=preparation)
    found = Delegate.objects.get(preparation=running, key=delegate)
    return _make(actor, at, running, Role.DELEGATE, found.body_id, found.pk, "", "", found.language, until)


@walled
def make_desk_link(
    *, actor: Actor, at: datetime, preparation: str, name: str, language: str, until: datetime
) -> str:
    """A link with which a phone at a check-in desk works for the secretariat; returns the token, once."""
    running = access.run(actor=actor, preparation=preparation)
    return _make(actor, at, running, Role.DESK, running.secretariat_id, None, name, "", language, until)


@walled
def revoke_link(*, actor: Actor, at: datetime, preparation: str, link: int) -> None:
    """End a link at once; who holds it sees that it ended. Revoking twice changes nothing."""
    running = access.run(actor=actor, preparation=preparation)
    found = Link.objects.select_for_update().get(pk=link, preparation=running)
    if found.revoked_at is None:
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
        keeping.enter(
            actor=actor, at=at, verb="link_revoked", kind="preparation", key=running.slug, link=link
        )


@walled
def note_use(*, actor: Actor, at: datetime) -> None:
    """Remember that a link was used, at most once a minute."""
    assert actor.scope is not None
    Link.objects.filter(pk=actor.scope.link).exclude(used_at__gt=at - TELLS_USE_EVERY).update(used_at=at)


def _make(
    actor: Actor,
    at: datetime,
    preparation: Preparation,
    role: Role,
    body: int,
    delegate: int | None,
    name: str,
    email: str,
    language: str,
    until: datetime,
) -> str:
    if not rights.may_run(actor=actor, secretariat=preparation.secretariat_id):
        raise rights.not_yours()
    if until <= at:
        raise Refused("link_past", _("Choose a day in the future."), field="until")
    secret = secrets.token_urlsafe(24)
    link = Link.objects.create(
        secret_hash=hash_of(secret),
        role=role,
        preparation=preparation,
        body_id=body,
        delegate_id=delegate,
        name=name,
        email=email,
        language=language,
        expires_at=until,
        made_by_id=actor.user,
        made_at=at,
    )
    keeping.enter(
        actor=actor,
        at=at,
        verb="link_made",
        kind="preparation",
        key=preparation.slug,
        link=link.pk,
        role=role,
    )
    return token_of(secret)
