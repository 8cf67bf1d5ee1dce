"""The index follows the journal: what a line names is read from its room anew and replaces what was there."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import cast

from django.db import connection, transaction

from interlocal.evidence import queries as evidence
from interlocal.ground.findable import Findable, Form
from interlocal.identity import commands as journal
from interlocal.identity import queries as lines
from interlocal.identity.kinds import Actor
from interlocal.languages.folding import fold
from interlocal.programmes.queries import findable as programmes
from interlocal.registry.queries import findable as registry
from interlocal.search import forms
from interlocal.search.models import Found

FOLLOWER = "search"
INDEXER = Actor("search index")
BATCH = 1000
# Any number nobody else uses: two followers at once would undo each other's place.
_LOCK = 0x5EA2C4

ROOMS = (registry.findable, programmes.findable, evidence.findable)
KINDS = frozenset({*registry.KINDS, *programmes.KINDS, "source"})


def follow(*, actor: Actor, at: datetime) -> int:
    """Bring the index up to the journal; how many lines were read. Repeating it changes nothing."""
    read = 0
    while batch := _follow_batch(actor, at):
        read += batch
    return read


@transaction.atomic
def rebuild(*, actor: Actor = INDEXER, at: datetime) -> int:
    """Make the index anew from the first line on; readers see the old one until all is done."""
    _alone()
    Found.objects.all().delete()
    _advance(actor, at, xid=0, entry=0)
    return follow(actor=actor, at=at)


@transaction.atomic
def _follow_batch(actor: Actor, at: datetime) -> int:
    _alone()
    unread = lines.unread(follower=FOLLOWER, limit=BATCH)
    if not unread:
        return 0
    _index(dict.fromkeys((line.kind, line.key) for line in unread))
    _advance(actor, at, xid=unread[-1].xid, entry=unread[-1].id)
    return len(unread)


def _advance(actor: Actor, at: datetime, *, xid: int, entry: int) -> None:
    # As text: PostgreSQL turns no integer into an xid8.
    journal.advance(actor=actor, at=at, follower=FOLLOWER, xid=cast(int, str(xid)), entry=entry)


def _alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])


def _index(changed: Iterable[tuple[str, str]]) -> None:
    for kind, keys in _by_kind(_with_dependents(changed)).items():
        found = [_row(findable) for findable in _read(kind, sorted(keys))]
        Found.objects.filter(kind=kind, key__in=keys - {row.key for row in found}).delete()
        Found.objects.bulk_create(
            found,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=["forms", "haystack", "label", "country"],
        )


def _by_kind(subjects: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    piles: dict[str, set[str]] = {}
    for kind, key in subjects:
        if kind in KINDS:
            piles.setdefault(kind, set()).add(key)
    return piles


def _with_dependents(changed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    piles: dict[str, list[str]] = {}
    for kind, key in changed:
        piles.setdefault(kind, []).append(key)
        yield kind, key
    for kind, keys in piles.items():
        yield from registry.depending_on(kind=kind, keys=keys)
        yield from programmes.depending_on(kind=kind, keys=keys)


def _read(kind: str, keys: list[str]) -> Iterator[Findable]:
    for room in ROOMS:
        yield from room(kinds=(kind,), keys=keys)


def _row(findable: Findable) -> Found:
    names = _folded(findable.forms)
    also = {folded: form for folded, form in _folded(findable.also).items() if folded not in names}
    kept = {**names, **also}
    return Found(
        kind=findable.kind,
        key=findable.key,
        forms=[*kept, *dict.fromkeys(gram for form in kept for gram in forms.grams(form))],
        haystack=forms.haystack(names, also),
        label={
            "names": findable.label,
            "forms": [[form.text, form.lang] for form in kept.values()],
            "on": findable.day.isoformat() if findable.day else "",
        },
        country=findable.country,
    )


def _folded(found: Iterable[Form]) -> dict[str, Form]:
    """The first form under each fold; what folds to nothing cannot be looked for."""
    kept: dict[str, Form] = {}
    for form in found:
        if folded := fold(form.text):
            kept.setdefault(folded, form)
    return kept
