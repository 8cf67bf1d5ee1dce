"""Links to the own pages of many delegates at once, each with a draft that brings it."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from django.utils import translation

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, links
from interlocal.delegations.models import Datum, Delegate, Link, Mail, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.own_page_links import standing_of
from interlocal.delegations.queries.tokens import hash_of, token_of
from interlocal.delegations.rules import own_page, own_page_mail
from interlocal.delegations.rules.own_page_mail import Bearer
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled

# The address of a page by its token and language.
Addressed = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Made:
    """A link just made: its address is told here and never again. `mailed_to` is "" where there is no e-mail address."""

    delegate: str
    name: str
    address: str
    mailed_to: str


@walled
def make_links(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    until: datetime,
    addressed: Addressed,
    delegates: Sequence[UUID] | None = None,
    once: UUID | None = None,
) -> list[Made]:
    """A link for each approved delegate without one, or for the named ones; and drafts of the mails that bring them.

    A delegate's own e-mail address gets its own mail; for the others their delegation's contact gets one with all.
    """
    running = access.run(actor=actor, preparation=preparation)
    if until <= at:
        raise own_page.no_such_day()
    if keeping.sent_before(once=once, verb="make_links", actor=actor, at=at) is not None:
        raise own_page.links_shown()
    chosen = _without(running, delegates, at)
    if not chosen:
        raise own_page.nobody_to_link()
    bearers = _bearers(chosen, _make(actor, at, running, chosen, until), addressed)
    _draft(actor, at, running, chosen, bearers)
    keeping.enter(
        actor=actor, at=at, verb="links_made", kind="preparation", key=running.slug, count=len(chosen)
    )
    return [Made(one.delegate, one.name, one.address, one.email or one.contact) for one in bearers]


@walled
def revoke(*, actor: Actor, at: datetime, preparation: str, link: int) -> None:
    """End a delegate's link; a draft that would have brought it alone is discarded."""
    links.revoke_link(actor=actor, at=at, preparation=preparation, link=link)
    Mail.objects.filter(
        preparation__slug=preparation, state=kinds.MailState.DRAFT, context__links=[link]
    ).update(state=kinds.MailState.DISCARDED)


def _without(running: Preparation, delegates: Sequence[UUID] | None, at: datetime) -> list[Delegate]:
    rows = Delegate.objects.filter(preparation=running, state=kinds.State.APPROVED, erased_at=None)
    if delegates is not None:
        rows = rows.filter(key__in=delegates)
    have = set(standing_of(running, at).values_list("delegate_id", flat=True))
    found = rows.select_related("invitation", "body").order_by("invitation_id", "position", "pk")
    return [row for row in found if row.pk not in have]


def _make(
    actor: Actor, at: datetime, running: Preparation, chosen: Sequence[Delegate], until: datetime
) -> dict[int, tuple[str, int]]:
    """Token and row id of the new link of each delegate."""
    secret = {row.pk: secrets.token_urlsafe(24) for row in chosen}
    made = Link.objects.bulk_create(
        [
            Link(
                secret_hash=hash_of(secret[row.pk]),
                role=Role.DELEGATE,
                preparation=running,
                body_id=row.body_id,
                delegate=row,
                language=row.language,
                expires_at=until,
                made_by_id=actor.user,
                made_at=at,
            )
            for row in chosen
        ]
    )
    return {row.pk: (token_of(secret[row.pk]), link.pk) for row, link in zip(chosen, made, strict=True)}


def _bearers(
    chosen: Sequence[Delegate], made: dict[int, tuple[str, int]], addressed: Addressed
) -> list[Bearer]:
    said = Datum.objects.filter(delegate__in=chosen, field=kinds.Field.EMAIL).values_list(
        "delegate_id", "text"
    )
    emails = dict(said)
    return [
        Bearer(
            delegate=str(row.key),
            name=name_of(row),
            address=addressed(made[row.pk][0], row.language),
            link=made[row.pk][1],
            email=emails.get(row.pk, ""),
            contact=row.invitation.contact_email,
        )
        for row in chosen
    ]


def _draft(
    actor: Actor, at: datetime, running: Preparation, chosen: Sequence[Delegate], bearers: Sequence[Bearer]
) -> None:
    pairs = list(zip(chosen, bearers, strict=True))
    mails = [
        _mail(actor, at, running, [pair], row.language, bearer.email, bearer.name)
        for pair in pairs
        for row, bearer in [pair]
        if bearer.email
    ]
    rest = [pair for pair in pairs if not pair[1].email and pair[1].contact]
    for _invitation, group in groupby(rest, key=lambda pair: pair[0].invitation_id):
        people = list(group)
        invited = people[0][0].invitation
        mails.append(
            _mail(actor, at, running, people, invited.language, invited.contact_email, invited.contact_name)
        )
    Mail.objects.bulk_create(mails)


def _mail(
    actor: Actor,
    at: datetime,
    running: Preparation,
    people: Sequence[tuple[Delegate, Bearer]],
    language: str,
    email: str,
    name: str,
) -> Mail:
    bearers = [bearer for _row, bearer in people]
    with translation.override(language.lower()):
        words = own_page_mail.wording(
            event=running.name.shown(language).text, to=name, bearers=bearers, own=bool(bearers[0].email)
        )
    return Mail(
        preparation=running,
        body_id=people[0][0].body_id,
        delegate=people[0][0] if len(people) == 1 else None,
        kind=kinds.MailKind.LINK,
        language=language,
        to_name=name,
        to_email=email,
        subject=words.subject[:300],
        text=words.text,
        context={
            "delegates": [bearer.delegate for bearer in bearers],
            "links": [bearer.link for bearer in bearers],
        },
        made_by=actor.name,
        made_at=at,
    )
