"""The worker's part of the mail: sending what was let go, drafting reminders, and taking note of what comes back."""

import email
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from uuid import UUID

import django
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.translation import gettext as _

from interlocal.delegations.commands import reminders, sending
from interlocal.documents import mail as post
from interlocal.identity.kinds import Actor
from interlocal.ops.postgres import running_cluster

POST = Actor("mail")
BATCH = 20
_KEY = re.compile(r"<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@")


def send_due(*, at: datetime) -> int:
    """Send what is due, one mark after each mail; how many were tried. A connection serves a batch."""
    held = sending.hold_mails(actor=POST, at=at, limit=BATCH)
    if not held:
        return 0
    way, host = post.open_way(), post.host()
    try:
        way.open()
    except OSError as error:
        for mail in held:
            _failed(mail, post.Failure(f"{type(error).__name__}: {error}", for_good=False))
        return len(held)
    try:
        for mail in held:
            _send(mail, way, host)
    finally:
        way.close()
    return len(held)


def draft_reminders(*, at: datetime) -> int:
    return reminders.draft_reminders(actor=POST, at=at)


def bounces(*, path: Path) -> int:
    """`interlocal bounces PATH`."""
    with running_cluster():
        django.setup()
        print(_("%(count)s returned mails were ours.") % {"count": note_bounces(path)})
    return 0


def note_bounces(path: Path) -> int:
    """Take note of returned mails: a file with one report by the mail server, or a folder of them; how many were ours."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return sum(_note(file.read_bytes()) for file in files if file.is_file())


def _send(mail: sending.Outgoing, way: BaseEmailBackend, host: str) -> None:
    failure = post.deliver(mail, host=host, connection=way)
    if failure:
        _failed(mail, failure)
    else:
        sending.mark_sent(actor=POST, at=datetime.now(UTC), mail=mail.key)


def _failed(mail: sending.Outgoing, failure: post.Failure) -> None:
    sending.mark_failed(
        actor=POST, at=datetime.now(UTC), mail=mail.key, error=failure.error, for_good=failure.for_good
    )


def _note(raw: bytes) -> bool:
    report = email.message_from_bytes(raw)
    keys = [UUID(key) for part in report.walk() for key in _keys(part)]
    reason = next(_reasons(report), "")
    ours = [
        sending.mark_bounced(actor=POST, at=datetime.now(UTC), mail=key, error=reason)
        for key in dict.fromkeys(keys)
    ]
    return any(ours)


def _keys(part: Message) -> list[str]:
    """Our Message-IDs in a part's head lines, and in text that quotes the head of the returned mail."""
    heads = " ".join(str(part.get(name, "")) for name in ("Message-ID", "In-Reply-To", "References"))
    text = part.get_payload(decode=True) if part.get_content_type() == "text/rfc822-headers" else b""
    quoted = text.decode(errors="replace") if isinstance(text, bytes) else ""
    return _KEY.findall(f"{heads} {quoted}")


def _reasons(report: Message) -> Iterator[str]:
    for part in report.walk():
        for name in ("Diagnostic-Code", "Status"):
            if said := part.get(name):
                yield str(said)
