"""The outbox: every mail is a draft first. Nothing leaves unless somebody chose it; an empty choice sends nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Invitation, Mail, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import outbox
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

Kind, State = kinds.MailKind, kinds.MailState


@walled
def change_mail(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    mail: str,
    version: int,
    to_name: str,
    to_email: str,
    subject: str,
    text: str,
) -> None:
    """Word a draft anew; a mail that failed becomes a draft again. Raise Changed when somebody else did meanwhile."""
    running = access.run(actor=actor, preparation=preparation, lock=False)
    found = Mail.objects.select_for_update().get(preparation=running, key=mail)
    if obstacle := outbox.obstacle_to_writing(
        state=found.state, to_email=to_email, subject=subject, text=text
    ):
        raise obstacle
    yours = {"to_name": to_name, "to_email": to_email, "subject": subject, "text": text}
    theirs = {name: getattr(found, name) for name in yours}
    keeping.refuse_stale(version=version, row=found, by=found.made_by, theirs=theirs, yours=yours)
    for name, value in yours.items():
        setattr(found, name, value)
    found.state, found.error, found.attempts = State.DRAFT, "", 0
    found.version += 1
    found.save()
    keeping.enter(actor=actor, at=at, verb="mail_changed", kind="preparation", key=running.slug, mail=mail)


@walled
def write_mail(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    once: UUID | None,
    bodies: Sequence[str],
    subject: str,
    text: str,
) -> int:
    """Drafts with this text for the contacts of these invited bodies; how many were made. None chosen: none made."""
    running = access.run(actor=actor, preparation=preparation)
    if (before := keeping.sent_before(once=once, verb="write_mail", actor=actor, at=at)) is not None:
        return int(before)
    chosen = Invitation.objects.filter(preparation=running, body__slug__in=list(bodies)).exclude(
        contact_email=""
    )
    drafts = [_draft(running, row, subject, text, actor, at) for row in chosen]
    for draft in drafts:
        if obstacle := outbox.obstacle_to_writing(
            state=draft.state, to_email=draft.to_email, subject=subject, text=text
        ):
            raise obstacle
    Mail.objects.bulk_create(drafts)
    keeping.answered(once=once, subject=str(len(drafts)))
    keeping.enter(
        actor=actor, at=at, verb="mails_written", kind="preparation", key=running.slug, count=len(drafts)
    )
    return len(drafts)


@dataclass(frozen=True, slots=True)
class News:
    """What one invited body is told."""

    body: str
    subject: str
    text: str


@walled
def draft_news(*, actor: Actor, at: datetime, preparation: str, news: Sequence[News]) -> int:
    """A draft of its own for the contact of each of these bodies; how many. Who has no address gets none."""
    running = access.run(actor=actor, preparation=preparation)
    told = {one.body: one for one in news}
    rows = Invitation.objects.filter(preparation=running, body__slug__in=list(told)).exclude(contact_email="")
    drafts = [
        _draft(running, row, told[row.body.slug].subject, told[row.body.slug].text, actor, at)
        for row in rows.select_related("body")
    ]
    for draft in drafts:
        draft.kind = Kind.PROGRAMME
    Mail.objects.bulk_create(drafts)
    keeping.enter(
        actor=actor, at=at, verb="mails_written", kind="preparation", key=running.slug, count=len(drafts)
    )
    return len(drafts)


@walled
def send_mails(
    *, actor: Actor, at: datetime, preparation: str, mails: Sequence[str], send_at: datetime | None
) -> int:
    """Let these drafts go (keys), now or at a moment; how many do. One chosen twice, or sent before, goes once."""
    return _set(
        actor,
        at,
        preparation,
        "mails_queued",
        mails,
        outbox.OPEN,
        state=State.QUEUED,
        queued_by=actor.name,
        send_at=send_at,
        next_at=None,
        attempts=0,
        error="",
    )


@walled
def take_back(*, actor: Actor, at: datetime, preparation: str, mails: Sequence[str]) -> int:
    """Make drafts again of mails that have not left; how many."""
    waiting = (State.QUEUED,)
    return _set(actor, at, preparation, "mails_taken_back", mails, waiting, state=State.DRAFT, send_at=None)


@walled
def discard_mails(*, actor: Actor, at: datetime, preparation: str, mails: Sequence[str]) -> int:
    """Put drafts aside; how many. They stay to be seen, and nothing sends them."""
    return _set(actor, at, preparation, "mails_discarded", mails, outbox.OPEN, state=State.DISCARDED)


def _set(
    actor: Actor,
    at: datetime,
    preparation: str,
    verb: str,
    mails: Sequence[str],
    states: Sequence[str],
    **values: object,
) -> int:
    """Give those of the mails (keys) that stand in `states` these values; one journal line where there were any."""
    running = access.run(actor=actor, preparation=preparation, lock=False)
    chosen = Mail.objects.filter(preparation=running, key__in=list(mails), state__in=states)
    count = chosen.update(**values, version=F("version") + 1)
    if count:
        keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=running.slug, count=count)
    return count


def _draft(
    running: Preparation, row: Invitation, subject: str, text: str, actor: Actor, at: datetime
) -> Mail:
    return Mail(
        preparation=running,
        body_id=row.body_id,
        kind=Kind.FREE,
        language=row.language,
        to_name=row.contact_name,
        to_email=row.contact_email,
        subject=subject,
        text=text,
        made_by=actor.name,
        made_at=at,
    )
