"""The followers: readers that take up what the journal tells. At least once each, so each is idempotent."""

from datetime import datetime

from django.db import close_old_connections

from interlocal.identity.kinds import Actor
from interlocal.search import commands as search

FOLLOWER = Actor("follower")


def follow_all(*, at: datetime) -> int:
    """Let every follower read what is settled; return how many lines were taken up."""
    close_old_connections()
    return search.follow(actor=FOLLOWER, at=at)
