"""Mail: which can be changed, sent, taken back; when to try again. Facts in, verdict out."""

from datetime import date, datetime, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.ground.refused import Refused

OPEN: Final = (kinds.MailState.DRAFT, kinds.MailState.FAILED, kinds.MailState.BOUNCED)
# After each failure that may pass; then it has failed.
WAITS: Final = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
)
# A mail held longer than this by a worker that never came back is taken up again.
LEASE: Final = timedelta(minutes=5)
# Days before (and after) the deadline of nominations on which reminders are drafted.
REMINDS: Final = (7, 1, -1)


def obstacle_to_writing(*, state: str, to_email: str, subject: str, text: str) -> Refused | None:
    """Why a mail cannot be kept so, or None. A line end in a head line would be another head line."""
    if state not in OPEN:
        return Refused("mail_gone", _("This mail is on its way already and can no longer be changed."))
    try:
        validate_email(to_email)
    except ValidationError:
        return Refused("no_address", _("This is not an e-mail address."), field="to_email")
    if not subject.strip():
        return Refused("no_subject", _("A mail needs a subject."), field="subject")
    if any(sign in subject for sign in "\r\n\0"):
        return Refused("line_in_subject", _("A subject is one line."), field="subject")
    if not text.strip():
        return Refused("no_text", _("A mail needs a text."), field="text")
    return None


def waits(*, attempts: int, at: datetime) -> datetime | None:
    """When to try again after this many attempts; None when it has failed for good."""
    return at + WAITS[attempts - 1] if 1 <= attempts <= len(WAITS) else None


def is_reminded(*, due_on: date, today: date, reminded_on: date | None) -> bool:
    """Whether reminders are to be drafted today: on each of the days of REMINDS once, late ones made up for."""
    passed = [due_on - timedelta(days=days) for days in REMINDS if due_on - timedelta(days=days) <= today]
    if not passed:
        return False
    return reminded_on is None or reminded_on < max(passed)
