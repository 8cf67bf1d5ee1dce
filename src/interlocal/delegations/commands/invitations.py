"""Inviting bodies: asked, sent, answered, withdrawn."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.db.models import Count, Q

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, links, seats
from interlocal.delegations.commands.nominations_writing import differing, refuse
from interlocal.delegations.models import Delegate, Invitation, Link, Mail, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.delegation_facts import ground
from interlocal.delegations.queries.invitations_letters import facts_of, text_of
from interlocal.delegations.rules import invitations, invitations_letter, nominations
from interlocal.delegations.rules.invitations import Standing, Terms
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled
from interlocal.registry.models import Body
from interlocal.registry.queries.naming import OWN_TONGUE

# What a new invitation offers beside the quota.
SUPPORT: Final = 2


@dataclass(frozen=True, slots=True)
class Sent:
    """`mail` is the key of the draft in the outbox, "" without an address; `token` of the link it holds."""

    mail: str
    token: str


@walled
def invite_bodies(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    bodies: Sequence[str],
    quota: int,
    support_quota: int = SUPPORT,
    due_on: date | None = None,
    once: UUID | None = None,
) -> list[str]:
    """Invite bodies by slug on the same terms, each in its country's language; returns those that were not invited yet.

    Nothing is sent. Body.DoesNotExist when one of them is not on record.
    """
    running = access.run(actor=actor, preparation=preparation)
    refuse(invitations.obstacle_to_inviting(bodies))
    terms = Terms(quota, support_quota, due_on, running.language)
    refuse(invitations.obstacle_in_terms(terms, first_day=running.from_on, standing=Standing()))
    before = keeping.sent_before(once=once, verb="invite_bodies", actor=actor, at=at)
    if before is not None:
        return before.split()
    new = _not_invited(running, bodies)
    for body in new:
        _invite(running, body, terms)
        _enter(actor, at, "invited", running, body.slug)
    keeping.answered(once=once, subject=" ".join(body.slug for body in new)[:200])
    return [body.slug for body in new]


@walled
def change_invitation(
    *, actor: Actor, at: datetime, preparation: str, body: str, version: int, terms: Terms
) -> list[int]:
    """New terms; returns the ids of delegates who got seats by a larger quota."""
    running = access.run(actor=actor, preparation=preparation)
    row = _invitation(running, body)
    before = {one.name: getattr(row, one.name) for one in fields(Terms)}
    keeping.refuse_stale(version=version, row=row, by="", theirs=before, yours=asdict(terms))
    refuse(invitations.obstacle_in_terms(terms, first_day=running.from_on, standing=standing_of(row)))
    after = asdict(terms)
    for name, value in after.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    _enter(actor, at, "invitation_changed", running, body, fields=differing(before, after))
    return seats.fill(preparation=running, at=at)


@walled
def withdraw_invitation(*, actor: Actor, at: datetime, preparation: str, body: str, version: int) -> None:
    """Take an invitation back: one not sent is deleted, one sent is unsent again, its links and unsent mails end."""
    running = access.run(actor=actor, preparation=preparation)
    row = _invitation(running, body)
    keeping.refuse_stale(version=version, row=row, by="", theirs={"state": row.state}, yours={})
    refuse(invitations.obstacle_to_withdrawing(standing=standing_of(row)))
    mails = Mail.objects.filter(preparation=running, body=row.body, kind=kinds.MailKind.INVITATION)
    mails.filter(state__in=("draft", "queued")).update(state=kinds.MailState.DISCARDED)
    for link in Link.objects.filter(preparation=running, body=row.body, role=Role.FOCAL, revoked_at=None):
        links.revoke_link(actor=actor, at=at, preparation=preparation, link=link.pk)
    _unsend(row)
    _enter(actor, at, "invitation_withdrawn", running, body)


@walled
def send_invitation(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    body: str,
    version: int,
    address_of: Callable[[str, str], str],
    once: UUID | None = None,
) -> Sent:
    """Mark an invitation sent; where there is an address, a mail with a fresh link waits in the outbox as a draft.

    `address_of(token, language)` spells the page of a link. Sent again, it makes another draft with another link.
    """
    running = access.run(actor=actor, preparation=preparation)
    row = _invitation(running, body)
    if keeping.sent_before(once=once, verb="send_invitation", actor=actor, at=at) is not None:
        return Sent("", "")
    keeping.refuse_stale(version=version, row=row, by="", theirs={"state": row.state}, yours={})
    refuse(invitations.obstacle_to_sending(state=row.state))
    verb = "invitation_sent"
    if row.state == kinds.InvitationState.DRAFT:
        row.state, row.sent_at = kinds.InvitationState.SENT, at
    else:
        verb = "invitation_sent_again"
    row.version += 1
    row.save()
    _enter(actor, at, verb, running, body)
    return _write(running, row, actor, at, address_of) if row.contact_email else Sent("", "")


@walled
def record_answer(
    *, actor: Actor, at: datetime, preparation: str, body: str, answer: str, version: int
) -> None:
    """Accepted or declined, as the invited body says or the secretariat heard."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = here.invitation
    keeping.refuse_stale(
        version=version, row=row, by="", theirs={"state": row.state}, yours={"state": answer}
    )
    refuse(invitations.obstacle_to_answering(here.facts, answer=answer, standing=standing_of(row)))
    row.state, row.answered_at = answer, at
    if answer == kinds.InvitationState.DECLINED:
        row.headcount = None
    row.version += 1
    row.save()
    _enter(actor, at, f"invitation_{answer}", here.preparation, body)


@walled
def give_headcount(
    *, actor: Actor, at: datetime, preparation: str, body: str, headcount: int, version: int
) -> None:
    """Accept with a number of people instead of their names."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body, lock=True)
    row = here.invitation
    theirs = {"headcount": row.headcount}
    keeping.refuse_stale(version=version, row=row, by="", theirs=theirs, yours={"headcount": headcount})
    most = row.quota + row.support_quota
    refuse(
        invitations.obstacle_to_headcount(
            here.facts, headcount=headcount, most=most, standing=standing_of(row)
        )
    )
    row.headcount, row.state, row.answered_at = headcount, kinds.InvitationState.ACCEPTED, at
    row.version += 1
    row.save()
    _enter(actor, at, "headcount_given", here.preparation, body, headcount=headcount)


def standing_of(row: Invitation) -> Standing:
    """Within a verb: how many of this delegation are counted."""
    stands, seated = Q(state__in=kinds.STANDING), Q(part__in=kinds.SEATED)
    found = Delegate.objects.filter(invitation=row).aggregate(
        seated=Count("pk", filter=stands & seated),
        support=Count("pk", filter=stands & ~seated),
        waiting=Count("pk", filter=Q(state=kinds.State.WAITING)),
    )
    return Standing(**found)


def _not_invited(running: Preparation, slugs: Sequence[str]) -> list[Body]:
    found = {body.slug: body for body in Body.objects.filter(slug__in=slugs)}
    for slug in slugs:
        if slug not in found:
            raise Body.DoesNotExist(slug)
    there = set(Invitation.objects.filter(preparation=running).values_list("body_id", flat=True))
    return [found[slug] for slug in dict.fromkeys(slugs) if found[slug].pk not in there]


def _invite(running: Preparation, body: Body, terms: Terms) -> None:
    Invitation.objects.create(
        preparation=running,
        body=body,
        quota=terms.quota,
        support_quota=terms.support_quota,
        due_on=terms.due_on,
        language=OWN_TONGUE.get(body.country, terms.language),
    )


def _invitation(running: Preparation, body: str) -> Invitation:
    return Invitation.objects.select_related("body").get(preparation=running, body__slug=body)


def _unsend(row: Invitation) -> None:
    entered = Delegate.objects.filter(invitation=row).exists()
    if row.state == kinds.InvitationState.DRAFT and not entered:
        row.delete()
        return
    row.state = kinds.InvitationState.DRAFT
    row.sent_at = row.answered_at = row.submitted_at = row.headcount = None
    row.version += 1
    row.save()


def _write(
    running: Preparation,
    row: Invitation,
    actor: Actor,
    at: datetime,
    address_of: Callable[[str, str], str],
) -> Sent:
    until = invitations.links_end(until_on=running.until_on, zone=running.timezone)
    token = links.make_focal_link(
        actor=actor,
        at=at,
        preparation=running.slug,
        body=row.body.slug,
        name=row.contact_name,
        email=row.contact_email,
        until=until,
    )
    text = invitations_letter.with_link(
        text_of(running, row),
        row.language,
        address=address_of(token, row.language),
        until=nominations.today(until, running.timezone) - invitations.A_DAY,
    )
    mail = Mail.objects.create(
        preparation=running,
        body=row.body,
        kind=kinds.MailKind.INVITATION,
        language=row.language,
        to_name=row.contact_name,
        to_email=row.contact_email,
        subject=invitations_letter.subject(facts_of(running, row), row.language)[:300],
        text=text,
        context={"body": row.body.slug},
        made_by=actor.name,
        made_at=at,
    )
    return Sent(str(mail.key), token)


def _enter(actor: Actor, at: datetime, verb: str, running: Preparation, body: str, **details: object) -> None:
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=running.slug, body=body, **details)
