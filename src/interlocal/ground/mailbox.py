"""The local mailbox: where mails go while no mail server is named, so that everything works on one machine.

A Maildir, which any mail program can read as well; one folder for all, newest shown first.
"""

import mailbox
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser, BytesParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage as Outgoing

from interlocal.ground.paging import SIZE, NoSuchPage, Paged, count_pages, page_number

HEADERS = ("From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "List-Unsubscribe")


@dataclass(frozen=True, slots=True)
class Envelope:
    """One mail in the list."""

    key: str
    subject: str
    to: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """A text of a mail (`kind` text/plain or text/html, shown as it is written) or an attachment without its text."""

    kind: str
    name: str
    text: str
    size: int


@dataclass(frozen=True, slots=True)
class Letter:
    envelope: Envelope
    headers: tuple[tuple[str, str], ...]
    texts: tuple[Part, ...]
    attachments: tuple[Part, ...]


class Backend(BaseEmailBackend):
    """Django's way to it."""

    def send_messages(self, email_messages: Iterable[Outgoing]) -> int:
        box = _box()
        sent = 0
        for message in email_messages:
            if message.recipients():
                box.add(message.message().as_bytes())
                sent += 1
        return sent


def listed(*, number: str | None, size: int = SIZE) -> Paged[Envelope]:
    if settings.MAILBOX is None:
        raise ObjectDoesNotExist
    wanted = page_number(number)
    files = sorted(_files(), key=lambda file: (-file.stat().st_mtime, file.name))
    pages = count_pages(len(files), size)
    if wanted > pages:
        raise NoSuchPage(str(wanted))
    shown = files[(wanted - 1) * size : wanted * size]
    return Paged([_envelope(file) for file in shown], len(files), wanted, pages, size)


def letter(key: str) -> Letter:
    found = next((file for file in _files() if _key(file) == key), None)
    if found is None:
        raise ObjectDoesNotExist(key)
    message = BytesParser(policy=policy.default).parsebytes(found.read_bytes())
    assert isinstance(message, EmailMessage)
    parts = [_part(part) for part in message.walk() if not part.is_multipart()]
    headers = tuple((name, str(message[name])) for name in HEADERS if message[name])
    return Letter(
        _envelope(found),
        headers,
        tuple(part for part in parts if not part.name and part.kind.startswith("text/")),
        tuple(part for part in parts if part.name or not part.kind.startswith("text/")),
    )


def _part(part: Any) -> Part:
    kind, name = part.get_content_type(), part.get_filename() or ""
    content = part.get_payload(decode=True) or b""
    if name or not kind.startswith("text/"):
        return Part(kind, name or kind, "", len(content))
    return Part(kind, "", str(part.get_content()), len(content))


def _envelope(file: Path) -> Envelope:
    with file.open("rb") as opened:
        headers = BytesHeaderParser(policy=policy.default).parse(opened)
    at = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    return Envelope(_key(file), str(headers["Subject"] or ""), str(headers["To"] or ""), at)


def _files() -> list[Path]:
    if settings.MAILBOX is None:
        return []
    folder = Path(settings.MAILBOX)
    return [file for name in ("new", "cur") for file in (folder / name).glob("*") if file.is_file()]


def _key(file: Path) -> str:
    return file.name.partition(":")[0]


def _box() -> mailbox.Maildir:
    assert settings.MAILBOX is not None
    folder = Path(settings.MAILBOX)
    folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return mailbox.Maildir(folder, create=True)
