"""What goes on beside the web: readers take up what the journal tells, mails leave, what is due is erased.

At least once each, so each is idempotent. All of it works as the owner of the tables.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections

from interlocal.identity.kinds import Actor
from interlocal.ops import mailing
from interlocal.ops.erasing import erase_when_due
from interlocal.search import commands as search

FOLLOWER = Actor("follower")
REMINDS_EVERY: Final = timedelta(hours=1)
CLEARS_EVERY: Final = timedelta(days=1)


@dataclass(slots=True)
class _Place:
    """Of this process: when reminders were last thought of, and ended sessions thrown away."""

    reminded_at: datetime | None = None
    cleared_at: datetime | None = None


_place = _Place()


def follow_all(*, at: datetime) -> int:
    """Let everything go on that waits; how much was done."""
    close_old_connections()
    done = search.follow(actor=FOLLOWER, at=at) + mailing.send_due(at=at) + erase_when_due(at=at)
    if _place.reminded_at is None or at - _place.reminded_at >= REMINDS_EVERY:
        _place.reminded_at = at
        mailing.draft_reminders(at=at)
    if _place.cleared_at is None or at - _place.cleared_at >= CLEARS_EVERY:
        _place.cleared_at = at
        SessionStore.clear_expired()
    return done
