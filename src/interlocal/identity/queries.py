"""Reading the journal."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from interlocal.identity.models import Entry, Follower

# Everything below the oldest transaction still open is settled: no line can appear there any more.
_UNREAD = """
    select id, xid::text::bigint, subject_kind, subject_key from identity_entry
    where (xid, id) > (%s::text::xid8, %s) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid, id limit %s
"""
# Two states of the record never share a revision: a transaction still open may hold an earlier id, so the
# numbers of all that are open are part of it. The oldest alone would hide another one's commit.
_REVISION = """
    select id, at,
           (select string_agg(open::text, '.' order by open)
            from pg_snapshot_xip(pg_current_snapshot()) as open)
    from identity_entry order by id desc limit 1
"""


@dataclass(frozen=True, slots=True)
class Unread:
    id: int
    xid: int
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Revision:
    """The state of the whole record: changes whenever a journal line does."""

    tag: str
    at: datetime | None


def revision() -> Revision:
    with connection.cursor() as cursor:
        cursor.execute(_REVISION)
        row = cursor.fetchone()
    return Revision("0", None) if row is None else Revision(f"{row[0]}.{row[2] or ''}", row[1])


def unread(*, follower: str, limit: int = 1000) -> list[Unread]:
    """The next lines for a follower, oldest first; empty when it has read all that is settled."""
    place = Follower.objects.filter(name=follower).first()
    with connection.cursor() as cursor:
        cursor.execute(_UNREAD, [str(place.xid if place else 0), place.entry if place else 0, limit])
        return [Unread(*row) for row in cursor.fetchall()]


def latest(*, kinds: tuple[str, ...], limit: int) -> list[Entry]:
    """The newest journal lines about subjects of these (public) kinds."""
    return list(Entry.objects.filter(subject_kind__in=kinds).order_by("-id")[:limit])


def latest_of(*, kind: str, key: str, limit: int = 20) -> list[Entry]:
    return list(Entry.objects.filter(subject_kind=kind, subject_key=key).order_by("-id")[:limit])
