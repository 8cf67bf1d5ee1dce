"""Mails about accounts. They go out beside the answer, so that how long it takes tells nobody who has an account."""

import logging
import threading

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from interlocal.ground.pages.links import PREFIXES, site
from interlocal.identity.queries import Someone

log = logging.getLogger(__name__)


def password_link(token: str, tongue: str) -> str:
    """The full address that a token of identity opens."""
    return f"{site()}{PREFIXES[tongue]}account/welcome/{token}/"


def send_invitation(someone: Someone, token: str, *, tongue: str) -> None:
    with translation.override(tongue.lower()):
        subject = _("Your account at Interlocal")
        text = _(
            "%(name)s,\n\nan account has been made for you at Interlocal, where local governments prepare their exchanges. "
            "Set your password here:\n\n%(link)s\n\nThe link works once, for seven days."
        ) % {"name": someone.called, "link": password_link(token, tongue)}
    _send(subject, text, someone.email)


def send_reset(token: str, email: str, *, tongue: str) -> None:
    with translation.override(tongue.lower()):
        subject = _("Set a new password at Interlocal")
        text = _(
            "Somebody, probably you, asked to set a new password for this address. Set it here:\n\n%(link)s\n\n"
            "The link works once, for two hours. If it was not you, do nothing: your password stays as it is."
        ) % {"link": password_link(token, tongue)}
    _send(subject, text, email)


def _send(subject: str, text: str, to: str) -> None:
    threading.Thread(target=_deliver, args=(EmailMessage(subject, text, to=[to]),), daemon=True).start()


def _deliver(message: EmailMessage) -> None:
    try:
        message.send()
    except OSError as error:
        log.error("a mail about an account could not be sent: %s", error)
