"""The outbox of a preparation: what waits, what left, what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count

from interlocal.delegations import kinds
from interlocal.delegations.models import Invitation, Mail, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import outbox
from interlocal.ground import labels
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class MailRow:
    """One mail. `is_open`: it can be changed, sent or put aside; `is_queued`: it can be taken back."""

    key: str
    version: int
    kind: str
    state: str
    language: str
    body: Shown
    to_name: str
    to_email: str
    subject: str
    text: str
    error: str
    attempts: int
    made_by: str
    made_at: datetime
    send_at: datetime | None
    sent_at: datetime | None
    is_open: bool
    is_queued: bool


@dataclass(frozen=True, slots=True)
class OutboxPage:
    """`counts` by state; `drafts` are the keys of all drafts that the chosen filter shows, not of one page only."""

    slug: str
    title: Shown
    runs: bool
    state: str
    counts: tuple[tuple[str, int], ...]
    drafts: tuple[str, ...]
    rows: Paged[MailRow]


@dataclass(frozen=True, slots=True)
class MailPage:
    slug: str
    title: Shown
    runs: bool
    mail: MailRow


@walled
def outbox_page(*, actor: Actor, preparation: str, state: str, number: str | None, tongue: str) -> OutboxPage:
    """Mails of a preparation, the newest first, for who looks over it. Preparation.DoesNotExist for others."""
    found, runs = _found(actor, preparation)
    mails = Mail.objects.filter(preparation=found)
    counts = tuple(mails.order_by("state").values_list("state").annotate(Count("id")))
    chosen = state if state in kinds.MailState.values else ""
    shown = mails.filter(state=chosen) if chosen else mails.exclude(state=kinds.MailState.DISCARDED)
    drafts = shown.filter(state=kinds.MailState.DRAFT).values_list("key", flat=True)
    page: Paged[Any] = paged(shown.select_related("body").order_by("-made_at", "-pk"), number=number)
    rows = [_row(mail, tongue) for mail in page.rows]
    return OutboxPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=runs,
        state=chosen,
        counts=counts,
        drafts=tuple(str(key) for key in drafts),
        rows=Paged(rows, page.total, page.number, page.pages, page.size),
    )


@walled
def mail_page(*, actor: Actor, preparation: str, mail: str, tongue: str) -> MailPage:
    """One mail as it would leave. Mail.DoesNotExist for a key of another preparation."""
    found, runs = _found(actor, preparation)
    row = Mail.objects.select_related("body").get(preparation=found, key=mail)
    return MailPage(found.slug, found.name.shown(tongue), runs, _row(row, tongue))


@walled
def contacts(*, actor: Actor, preparation: str, tongue: str) -> Sequence[tuple[str, str]]:
    """Invited bodies that can be written to: slug and name, with the address."""
    found, _runs = _found(actor, preparation)
    rows = Invitation.objects.filter(preparation=found).exclude(contact_email="").select_related("body")
    return [
        (row.body.slug, f"{labels.shown(row.body.label, tongue).text} · {row.contact_email}") for row in rows
    ]


@walled
def waiting_drafts(*, actor: Actor, tongue: str) -> list[tuple[str, Shown, int]]:
    """Preparations of this hat with drafts in their outbox: slug, title, how many. For the tasks; one query."""
    rows = (
        Preparation.objects.filter(secretariat=actor.body, mails__state=kinds.MailState.DRAFT)
        .annotate(drafts=Count("mails"))
        .order_by("from_on")
    )
    return [(row.slug, row.name.shown(tongue), row.drafts) for row in rows]


def _found(actor: Actor, preparation: str) -> tuple[Preparation, bool]:
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return reached.preparation, reached.runs


def _row(mail: Mail, tongue: str) -> MailRow:
    return MailRow(
        key=str(mail.key),
        version=mail.version,
        kind=mail.kind,
        state=mail.state,
        language=mail.language,
        body=labels.shown(mail.body.label, tongue, short=True),
        to_name=mail.to_name,
        to_email=mail.to_email,
        subject=mail.subject,
        text=mail.text,
        error=mail.error,
        attempts=mail.attempts,
        made_by=mail.made_by,
        made_at=mail.made_at,
        send_at=mail.send_at,
        sent_at=mail.sent_at,
        is_open=mail.state in outbox.OPEN,
        is_queued=mail.state == kinds.MailState.QUEUED,
    )
