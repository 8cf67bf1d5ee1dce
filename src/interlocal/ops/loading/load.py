"""`interlocal load`: read, check whole, write in one transaction, refuse to remove unasked."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pghistory
from django.db import connection, transaction
from django.db.models import ProtectedError

from interlocal.evidence import commands as evidence
from interlocal.evidence import queries as evidence_queries
from interlocal.evidence.entries import ClaimEntry
from interlocal.ground.entries import Cite, Mark, Stated
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.ops.loading.crosscheck import problems
from interlocal.ops.loading.files import read
from interlocal.ops.loading.problems import Problem, Unloadable
from interlocal.ops.loading.shapes import Files, read_trees
from interlocal.programmes import commands as programmes
from interlocal.programmes import queries as programmes_queries
from interlocal.registry import commands as registry
from interlocal.registry import queries as registry_queries

# Any number that no other part of the product locks by.
_LOADING = 7_041_988
_CLAIMED = ("body", "person", "tie", "series", "edition")
Step = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load did: a journal line for each subject touched, and the number of entries read."""

    entries: int
    lines: list[Line]


class WouldRemove(Exception):
    """The files no longer hold what the record has; `rows` says what would go. Nothing was written."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        super().__init__(f"{len(rows)} rows")
        self.rows = rows


def check(path: Path) -> Files:
    """All entries at `path`, or Unloadable with every problem in them.

    Reads the database only for known ids.
    """
    trees, found = read(path)
    files = read_trees(trees)
    found = [*found, *files.problems, *problems(files, _present)]
    if found:
        raise Unloadable(sorted(found, key=lambda problem: (problem.mark.file, problem.mark.line)))
    return files


def load(
    *, actor: Actor, at: datetime, path: Path, remove: bool = False, step: Step = lambda _: None
) -> Loaded:
    """Make the record what the files say; Unloadable when they are wrong, WouldRemove unless `remove`."""
    step("reading")
    files = check(path)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [_LOADING])
        with pghistory.context(actor=actor.name, record=files.record), _explained(files):
            ledger = record_all(actor=actor, at=at, files=files, step=step)
            _refuse_still_named(files, ledger)
            if ledger.leaving and not remove:
                raise WouldRemove(ledger.removals())
            step("settling")
            lines = evidence.settle(actor=actor, at=at, ledger=ledger)
    return Loaded(sum(map(len, files.entries.values())), lines)


def _refuse_still_named(files: Files, ledger: evidence.Ledger) -> None:
    """What these files still refer to cannot leave: when they were checked, it was in the record."""
    named = [reference for reference in files.references if (reference.kind, reference.id) in ledger.gone]
    if named:
        raise Unloadable(
            [
                Problem(each.mark, each.field, "still_named", {"kind": each.kind, "id": each.id})
                for each in named
            ]
        )


@contextmanager
def _explained(files: Files) -> Iterator[None]:
    """What only the tables know of other records, as problems of the files."""
    try:
        yield
    except evidence.TakenElsewhere as taken:
        raise Unloadable(
            [
                Problem(
                    entry.line_of("slug"),
                    "id",
                    "of_other_record",
                    {"kind": taken.kind, "id": key, "record": record},
                )
                for entry, key, record in taken.entries
            ]
        ) from None
    except ProtectedError as protected:
        place = Mark(files.record, 0)
        needed = sorted({str(row) for row in protected.protected_objects})
        raise Unloadable([Problem(place, "", "still_needed", {"id": row}) for row in needed]) from None


def record_all(*, actor: Actor, at: datetime, files: Files, step: Step = lambda _: None) -> evidence.Ledger:
    """Record every list in the order the rooms stand on each other."""
    ledger = evidence.Ledger(files.record)
    who: dict[str, Any] = {"actor": actor, "at": at}
    step("sources")
    evidence.record_sources(**who, ledger=ledger, entries=files.entries["source"])
    ledger.footnotes = evidence.footnotes(cited=_cited(files))
    for name, verb, kind in (
        ("bodies", registry.record_bodies, "body"),
        ("people", registry.record_people, "person"),
        ("ties", registry.record_ties, "tie"),
        ("topics", programmes.record_topics, "topic"),
        ("places", programmes.record_places, "place"),
        ("series", programmes.record_series, "series"),
        ("editions", programmes.record_editions, "edition"),
    ):
        step(name)
        verb(**who, ledger=ledger, entries=files.entries[kind])
    step("claims")
    subjects = ledger.gone | {(kind, entry.slug) for kind in _CLAIMED for entry in files.entries[kind]}
    evidence.record_claims(**who, ledger=ledger, subjects=subjects, entries=list(_claims(files)))
    return ledger


def _claims(files: Files) -> Iterator[tuple[tuple[str, str], ClaimEntry]]:
    for kind in _CLAIMED:
        for entry in files.entries[kind]:
            for claim in entry.claims:
                yield (kind, entry.slug), claim


def _cited(files: Files) -> set[tuple[Cite, ...]]:
    return {cite for entries in files.entries.values() for entry in entries for cite in _cites_in(entry)}


def _cites_in(entry: Any) -> Iterator[tuple[Cite, ...]]:
    if isinstance(entry, Stated):
        yield entry.cite
    for name in entry.__dataclass_fields__:
        value = getattr(entry, name)
        for inner in value if isinstance(value, list) else (value,):
            if hasattr(inner, "__dataclass_fields__") and hasattr(inner, "marks"):
                yield from _cites_in(inner)


def _present(kind: str, key: str) -> bool:
    room = {"source": evidence_queries}.get(kind) or (
        programmes_queries if kind in {"place", "topic", "series"} else registry_queries
    )
    return bool(room.exists(kind=kind, key=key))
