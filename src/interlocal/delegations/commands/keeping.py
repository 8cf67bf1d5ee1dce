"""What every verb of the room does the same way: the form sent twice, the row somebody else changed, the journal line."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from interlocal.delegations import kinds
from interlocal.delegations.models import Once
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor


def sent_before(*, once: UUID | None, verb: str, actor: Actor, at: datetime) -> str | None:
    """What a form answered when it was sent first; None when it is new, and then this transaction holds it.

    A second sending waits here until the first has committed. Give the answer with `answered`.
    """
    if once is None:
        return None
    made, new = Once.objects.get_or_create(key=once, defaults={"verb": verb, "by": actor.name, "at": at})
    return None if new else (made.subject or "")


def answered(*, once: UUID | None, subject: str) -> None:
    if once is not None:
        Once.objects.filter(key=once).update(subject=subject)


def refuse_stale(
    *, version: int, row: Any, by: str, theirs: Mapping[str, object], yours: Mapping[str, object]
) -> None:
    """Raise Changed when the row was saved since the form was opened; both versions go with it."""
    if version != row.version:
        raise kinds.Changed(by=by, theirs=dict(theirs), yours=dict(yours), version=row.version)


def enter(*, actor: Actor, at: datetime, verb: str, kind: str, key: str, **details: object) -> None:
    """One journal line. `details` hold field names, counts and keys, never a person's data."""
    journal.record(actor=actor, at=at, lines=[Line(verb, kind, key, details, public=False)])
