"""Who stands behind a personal link, and which links a body was given."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from interlocal.delegations.models import Delegate, Invitation, Link
from interlocal.delegations.queries import access
from interlocal.delegations.queries.tokens import hash_of, secret_of
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor, Role, Scope
from interlocal.identity.walls import standing_as, walled


class Ended(Refused):
    """A link that was good once. `language` is the one its holder was written to in."""

    def __init__(self, code: str, reason: Any, language: str) -> None:
        super().__init__(code, reason)
        self.language = language


@dataclass(frozen=True, slots=True)
class Held:
    """An opened link: who acts, in which preparation, in which language the page begins, until when it works.

    `delegate` is the delegate's key in a delegate's own link, else ""; `used_at` when the use of the link was last noted.
    """

    actor: Actor
    preparation: str
    role: str
    language: str
    delegate: str
    until: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as its makers see it; `standing` while it opens anything. The secret itself is known to nobody any more."""

    id: int
    role: str
    name: str
    email: str
    language: str
    made_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    used_at: datetime | None
    standing: bool


@transaction.atomic
def open_link(*, token: str, at: datetime) -> Held:
    """The holder of a link. Link.DoesNotExist for an altered or unknown one, Ended for one that has ended."""
    hashed = hash_of(secret_of(token))
    with connection.cursor() as cursor:
        # This one row is found by its secret; nobody is known yet who could see more.
        cursor.execute("select set_config('interlocal.secret', %s, true)", [hashed])
    link = Link.objects.select_related("preparation", "body").get(secret_hash=hashed)
    if ended := _end_of(link, at):
        raise ended
    scope = Scope(link.pk, link.preparation_id, link.delegate_id)
    name = link.name or f"{Role(link.role).value} link {link.pk}"
    actor = Actor(name, None, link.body_id, link.body.slug, frozenset({link.role}), False, scope)
    return Held(
        actor=actor,
        preparation=link.preparation.slug,
        role=link.role,
        language=link.language,
        delegate=_key_of(actor, link.delegate_id) if link.delegate_id else "",
        until=link.expires_at,
        used_at=link.used_at,
    )


@walled
def focal_links(*, actor: Actor, preparation: str, body: str, at: datetime) -> list[LinkRow]:
    """The links given to the focal points of an invited body, newest first; for the secretariat."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Invitation.DoesNotExist(body)
    invited = access.invited_body(actor=actor, preparation=reached.preparation, body=body)
    rows = Link.objects.filter(preparation=reached.preparation, body=invited.body_id, role=Role.FOCAL)
    return [_row(link, at) for link in rows.order_by("-made_at", "-pk")]


def _end_of(link: Link, at: datetime) -> Ended | None:
    if link.revoked_at is not None:
        reason = _("This link has been withdrawn. Ask the organisers for a new one.")
        return Ended("link_revoked", reason, link.language)
    if at >= link.expires_at:
        reason = _("This link has expired. Ask the organisers for a new one.")
        return Ended("link_expired", reason, link.language)
    closed = link.preparation.closed_on
    if closed is not None and at.date() > closed:
        return Ended("link_over", _("This event is over and its pages are closed."), link.language)
    return None


def _key_of(actor: Actor, delegate: int) -> str:
    # The delegate's row is behind the wall: it is asked for as its holder.
    with standing_as(actor):
        return str(Delegate.objects.values_list("key", flat=True).get(pk=delegate))


def _row(link: Link, at: datetime) -> LinkRow:
    return LinkRow(
        id=link.pk,
        role=link.role,
        name=link.name,
        email=link.email,
        language=link.language,
        made_at=link.made_at,
        expires_at=link.expires_at,
        revoked_at=link.revoked_at,
        used_at=link.used_at,
        standing=link.revoked_at is None and at < link.expires_at,
    )
