"""Making the index anew, beside the one that serves. It may be killed at any moment and goes on where it was."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from interlocal.ground.findable import Findable
from interlocal.ground.refused import Refused
from interlocal.identity import commands as journal
from interlocal.identity.kinds import Actor
from interlocal.languages.tokens import terms
from interlocal.search import counting, learning, rooms, slots, writing
from interlocal.search.making import entry
from interlocal.search.models import Index

REBUILDER = Actor("search index")
BATCH = 200
_LOCK = 0x5EA2C5

# Kind, subjects of it that are in, whether that is all.
Progress = Callable[[str, int, bool], None]


def _silent(kind: str, done: int, whole: bool) -> None:
    """Nobody watches."""


def rebuild(*, actor: Actor = REBUILDER, at: datetime, progress: Progress = _silent) -> int:
    """Make the index anew while the old one serves; how many subjects it holds. Refused while another one runs."""
    from interlocal.search import commands  # follows what is being built here, and offers this verb

    with _only_one():
        slot = _begin(actor, at, commands.follower_of)
        slots.take_off(slot)
        done = sum(_fill(slot, kind, progress) for kind in rooms.KINDS)
        slots.put_on(slot)
        commands.catch_up(slot, actor=actor, at=at)
        counting.recount(slot)
        slots.analyse(slot)
        with transaction.atomic():
            commands.alone()
            commands.catch_up(slot, actor=actor, at=at)
            Index.objects.exclude(slot=slot).update(state="old", changed_at=at)
            Index.objects.filter(slot=slot).update(state="serving", changed_at=at)
        # The longest part, and it serves without: queries take what has been learnt from when it is there.
        learning.learn(slot)
    return done


@contextmanager
def _only_one() -> Iterator[None]:
    if not slots.rows("select pg_try_advisory_lock(%s)", [_LOCK])[0][0]:
        raise Refused(
            "rebuild_running", _("The search index is already being built anew. Wait until that is done.")
        )
    try:
        yield
    finally:
        # A connection that is gone has taken the lock with it.
        if connection.is_usable():
            slots.run("select pg_advisory_unlock(%s)", [_LOCK])


def _begin(actor: Actor, at: datetime, follower_of: Callable[[int], str]) -> int:
    """The slot to build: half-built by these analysers it is gone on with, else it begins empty."""
    half = Index.objects.filter(state="building", terms=terms.TERMS_VERSION).first()
    if half is not None:
        return half.slot
    served = slots.serving()
    slot = 0 if served is None or served.slot == 1 else 1
    with transaction.atomic():
        slots.empty(slot)
        # All that was committed before is read by the filling, all else by the following.
        now = slots.rows("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")[0][0]
        journal.advance(actor=actor, at=at, follower=follower_of(slot), xid=now, entry=0)
        made = {"state": "building", "terms": terms.TERMS_VERSION, "changed_at": at}
        Index.objects.update_or_create(slot=slot, defaults=made)
    return slot


def _fill(slot: int, kind: str, progress: Progress) -> int:
    there = writing.known(slot, kind)
    done = len(there)
    unread = (findable for findable in rooms.read(kind) if findable.key not in there)
    while batch := list(islice(unread, BATCH)):
        _enter(slot, batch)
        done += len(batch)
        progress(kind, done, False)
    progress(kind, done, True)
    return done


def _enter(slot: int, batch: Sequence[Findable]) -> None:
    made = [entry(findable) for findable in batch]
    with transaction.atomic():
        writing.write(slot, made)
