"""What the worker does with mails that were let go. It works as the owner of the tables, for every preparation.

A mail is held for a while, sent, and marked. Killed in between, it is taken up again with the same Message-ID: at
least once, and whoever receives it twice sees one message.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Mail
from interlocal.delegations.rules import outbox
from interlocal.identity.kinds import Actor

State = kinds.MailState


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A mail held by this worker; `key` becomes its Message-ID."""

    key: str
    language: str
    to_name: str
    to_email: str
    reply_to: str
    subject: str
    text: str


@transaction.atomic
def hold_mails(*, actor: Actor, at: datetime, limit: int) -> Sequence[Outgoing]:
    """The next mails that are due, held for this worker alone; those of a worker that died are among them."""
    due = (
        Q(state=State.QUEUED)
        & (Q(send_at=None) | Q(send_at__lte=at))
        & (Q(next_at=None) | Q(next_at__lte=at))
    )
    left = Q(state=State.SENDING, next_at__lte=at)
    rows = list(
        Mail.objects.select_for_update(skip_locked=True).filter(due | left).order_by("made_at", "pk")[:limit]
    )
    Mail.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=State.SENDING, attempts=F("attempts") + 1, next_at=at + outbox.LEASE
    )
    return [
        Outgoing(str(row.key), row.language, row.to_name, row.to_email, row.reply_to, row.subject, row.text)
        for row in rows
    ]


@transaction.atomic
def mark_sent(*, actor: Actor, at: datetime, mail: str) -> None:
    found = Mail.objects.select_for_update().get(key=mail)
    if found.state == State.SENT:
        return
    found.state, found.sent_at, found.next_at, found.error = State.SENT, at, None, ""
    found.save()
    keeping.enter(
        actor=actor, at=at, verb="mail_sent", kind="preparation", key=found.preparation.slug, mail=mail
    )


@transaction.atomic
def mark_failed(*, actor: Actor, at: datetime, mail: str, error: str, for_good: bool) -> None:
    """It did not go. What may pass is tried again later; what will not has failed, and somebody must look."""
    found = Mail.objects.select_for_update().get(key=mail)
    again = None if for_good else outbox.waits(attempts=found.attempts, at=at)
    found.state = State.QUEUED if again else State.FAILED
    found.next_at, found.error = again, error[:500]
    found.save()
    if again is None:
        keeping.enter(
            actor=actor, at=at, verb="mail_failed", kind="preparation", key=found.preparation.slug, mail=mail
        )


@transaction.atomic
def mark_bounced(*, actor: Actor, at: datetime, mail: UUID, error: str) -> bool:
    """It came back after it was taken. False when no mail of ours has this key."""
    found = Mail.objects.select_for_update().filter(key=mail).first()
    if found is None:
        return False
    found.state, found.error = State.BOUNCED, error[:500]
    found.save()
    keeping.enter(
        actor=actor,
        at=at,
        verb="mail_bounced",
        kind="preparation",
        key=found.preparation.slug,
        mail=str(mail),
    )
    return True
