"""A mail of the outbox as a message, and its way out. Head lines come from fields that were checked, never from text."""

import smtplib
from dataclasses import dataclass
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import BadHeaderError

from interlocal.delegations.commands.sending import Outgoing

# What a server says for good; everything else may pass.
_FOR_GOOD = range(500, 600)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a mail did not leave. `for_good`: trying again is of no use."""

    error: str
    for_good: bool


def message(mail: Outgoing, *, host: str, connection: BaseEmailBackend | None = None) -> EmailMessage:
    """The message; its Message-ID is made of the mail's key, so that a second copy is known as the same."""
    # A comma or line end in a name must not become another address.
    name = " ".join(mail.to_name.split())
    return EmailMessage(
        subject=mail.subject,
        body=mail.text,
        to=[formataddr((name, mail.to_email)) if name else mail.to_email],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={
            "Message-ID": message_id(mail.key, host),
            "Content-Language": mail.language,
            "Auto-Submitted": "auto-generated",
        },
        connection=connection,
    )


def message_id(key: str, host: str) -> str:
    return f"<{key}@{host}>"


def deliver(mail: Outgoing, *, host: str, connection: BaseEmailBackend) -> Failure | None:
    """Send one mail over an open connection; what went wrong, or None."""
    try:
        message(mail, host=host, connection=connection).send()
    except BadHeaderError as error:
        return Failure(str(error), for_good=True)
    except smtplib.SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        return Failure(f"{code} {said!r}", for_good=code in _FOR_GOOD)
    except smtplib.SMTPResponseException as error:
        return Failure(f"{error.smtp_code} {error.smtp_error!r}", for_good=error.smtp_code in _FOR_GOOD)
    except (OSError, smtplib.SMTPException) as error:
        return Failure(f"{type(error).__name__}: {error}", for_good=False)
    return None


def open_way() -> BaseEmailBackend:
    """The way out by the settings: a server, or the local mailbox."""
    found = get_connection(fail_silently=False)
    assert isinstance(found, BaseEmailBackend)
    return found


def host() -> str:
    """The right side of our Message-IDs: the public address's name, else a local one."""
    return settings.PUBLIC_ADDRESS.rpartition("//")[2].partition(":")[0] or "interlocal.local"
