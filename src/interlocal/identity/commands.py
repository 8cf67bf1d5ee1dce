"""Writing the journal. The one verb every room's command calls, in its own transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry, Follower


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be written of one subject: `kind` and `key` name it, `details` holds no personal data."""

    verb: str
    kind: str
    key: str
    details: Mapping[str, Any] = field(default_factory=dict)


def record(*, actor: Actor, at: datetime, lines: Iterable[Line]) -> None:
    """Write journal lines beside the rows they tell of; a line without its rows must be impossible."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a journal line belongs into the transaction of what it tells")
    Entry.objects.bulk_create(
        [
            Entry(
                actor=actor.name,
                user_id=actor.user,
                verb=line.verb,
                subject_kind=line.kind,
                subject_key=line.key,
                at=at,
                details=dict(line.details),
            )
            for line in lines
        ],
        batch_size=2000,
    )


def advance(*, actor: Actor, at: datetime, follower: str, xid: int, entry: int) -> None:
    """Remember how far a follower has come; in the transaction of what it did."""
    Follower.objects.update_or_create(name=follower, defaults={"xid": xid, "entry": entry, "at": at})
