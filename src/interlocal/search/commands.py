"""The index follows the journal: what a line names is read from its room anew and replaces what was there.

Each slot has its own place in the journal. While one is built the other is followed and serves; then they change
places in one transaction.
"""

import threading
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from interlocal.ground.refused import Refused
from interlocal.identity import commands as journal
from interlocal.identity import queries as lines
from interlocal.identity.kinds import Actor
from interlocal.languages.tokens import terms
from interlocal.search import counting, learning, rebuilding, rooms, slots, writing
from interlocal.search.making import entry
from interlocal.search.models import Index

INDEXER = Actor("search index")
BATCH = 1000
# Any number nobody else uses: two followers at once would undo each other's place.
_LOCK = 0x5EA2C4
# A search that began before two slots changed places may still read the old one.
LINGERING = timedelta(minutes=2)

rebuild = rebuilding.rebuild


def follow(*, actor: Actor, at: datetime) -> int:
    """Bring the index up to the journal; how many lines were read. Repeating it changes nothing."""
    read = 0
    while batch := _follow_batch(actor, at, None):
        read += batch
    if read and counting.recount_if_stale(at=at):
        _grown.add(True)
    if not read:
        _learn_when_quiet(at)
    _tidy(at)
    _renew_beside()
    return read


# Slots known to have a word table; whether the texts have grown since.
_taught: set[int] = set()
_grown: set[bool] = set()


def _learn_when_quiet(at: datetime) -> None:
    """Once there is nothing else to do: it takes seconds, and nobody should wait for a first start because of it."""
    found = Index.objects.filter(state="serving", changed_at__lt=at - LINGERING).first()
    if found is None or (found.slot in _taught and not _grown):
        return
    if _grown or not slots.rows("select exists(select from search_learnt_{slot})", slot=found.slot)[0][0]:
        learning.learn(found.slot)
    _taught.add(found.slot)
    _grown.clear()


def catch_up(slot: int, *, actor: Actor, at: datetime) -> None:
    """Bring one slot up to the journal."""
    while _follow_batch(actor, at, slot):
        pass


@transaction.atomic
def _follow_batch(actor: Actor, at: datetime, chosen: int | None) -> int:
    alone()
    slot = _first_slot(at) if chosen is None else chosen
    follower = follower_of(slot)
    unread = lines.unread(follower=follower, limit=BATCH)
    if not unread:
        return 0
    index(slot, dict.fromkeys((line.kind, line.key) for line in unread))
    last = unread[-1]
    journal.advance(actor=actor, at=at, follower=follower, xid=last.xid, entry=last.id)
    return len(unread)


def follower_of(slot: int) -> str:
    return f"search-{slot}"


def alone() -> None:
    """Until the end of the transaction: nobody else writes what serves."""
    slots.run("select pg_advisory_xact_lock(%s)", [_LOCK])


def _first_slot(at: datetime) -> int:
    """The slot that serves; an index that is not there yet begins in slot 0."""
    if found := slots.serving():
        return found.slot
    Index.objects.update_or_create(
        slot=0, defaults={"state": "serving", "terms": terms.TERMS_VERSION, "changed_at": at}
    )
    return 0


def index(slot: int, changed: Iterable[tuple[str, str]]) -> None:
    """Read these subjects anew; those their rooms no longer know leave."""
    subjects = list(dict.fromkeys(rooms.with_dependents(changed)))
    subjects = list(dict.fromkeys([*subjects, *writing.homed(slot, subjects)]))
    piles: dict[str, set[str]] = {}
    for kind, key in subjects:
        if kind in rooms.KINDS:
            piles.setdefault(kind, set()).add(key)
    for kind, keys in piles.items():
        found = [entry(findable) for findable in rooms.read(kind, sorted(keys))]
        gone = keys - {one.of.key for one in found}
        writing.remove(slot, [(kind, key) for key in sorted(gone)])
        writing.write(slot, found)


def _tidy(at: datetime) -> None:
    """Empty the slot that no longer serves, once nobody can be reading it."""
    old = Index.objects.filter(state="old", changed_at__lt=at - LINGERING).values_list("slot", flat=True)
    for slot in list(old):
        with transaction.atomic():
            alone()
            if Index.objects.filter(slot=slot, state="old").update(state="empty"):
                slots.empty(slot)


_renewal: list[threading.Thread] = []


def _renew_beside() -> None:
    """An index made by other analysers is made anew, beside the following, while it still serves."""
    found = slots.serving()
    if found is None or found.terms == terms.TERMS_VERSION or any(one.is_alive() for one in _renewal):
        return
    _renewal[:] = [threading.Thread(target=_renew, name="search rebuild", daemon=True)]
    _renewal[0].start()


def _renew() -> None:
    try:
        rebuilding.rebuild(actor=INDEXER, at=datetime.now(UTC))
    except Refused:
        pass  # somebody is at it already
    finally:
        connection.close()


def wait_for_renewal() -> None:
    for one in _renewal:
        one.join()
