"""What one recording changes: collected over all rooms, then settled with one journal line a subject."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import pghistory
from django.db import models, transaction

from interlocal.evidence.models import Citation, Footnote, Recorded, Source
from interlocal.ground.entries import Cite, Entry
from interlocal.ground.reconcile import Changed
from interlocal.identity import commands as journal
from interlocal.identity.kinds import Actor

M = TypeVar("M", bound=models.Model)
Subject = tuple[str, str]
Cites = tuple[Cite, ...]


@dataclass(slots=True)
class Ledger:
    """Of one `record`, a set of files: footnotes by their citations, subjects touched, and rows to go.

    A subject is `born` or `gone` when its own row is made or removed.
    """

    record: str
    footnotes: dict[Cites, int] = field(default_factory=dict)
    touched: dict[Subject, dict[str, Counter[str]]] = field(default_factory=dict)
    born: set[Subject] = field(default_factory=set)
    gone: set[Subject] = field(default_factory=set)
    leaving: list[list[models.Model]] = field(default_factory=list)
    parting: list[tuple[Subject, models.Model]] = field(default_factory=list)

    def note(self, cites: Cites) -> int:
        """The id of the footnote with these citations."""
        return self.footnotes[cites]

    def enter(self, changed: Changed[M], subject: Callable[[M], Subject], *, whole: bool = False) -> None:
        """Take down what changed, by subject; `whole` when the rows are the subjects themselves."""
        what = ((("made", row) for row in changed.made), (("altered", row) for row, _ in changed.altered))
        for word, row in (pair for pairs in what for pair in pairs):
            self._count(subject(row), row, word)
        for row in changed.removed:
            self._count(subject(row), row, "removed")
        if whole:
            self.born.update(subject(row) for row in changed.made)
            self.gone.update(subject(row) for row in changed.removed)
        if changed.removed:
            self.leaving.append(list(changed.removed))
            self.parting += [(subject(row), row) for row in changed.removed]

    def _count(self, subject: Subject, row: models.Model, word: str) -> None:
        counts = self.touched.setdefault(subject, {}).setdefault(row._meta.model_name or "", Counter())
        counts[word] += 1

    def removals(self) -> list[tuple[str, str]]:
        """What will be gone: whole subjects as kind and key, and of those that stay each row, in words."""
        whole = [subject for subject, _ in self.parting if subject in self.gone]
        parts = [
            (f"{kind} {key}", f"{row._meta.verbose_name} {row}")
            for (kind, key), row in self.parting
            if (kind, key) not in self.gone
        ]
        return [*dict.fromkeys(whole), *parts]


class TakenElsewhere(Exception):
    """Entries of a kind whose ids belong to other records: each with its id and that record."""

    def __init__(self, kind: str, entries: list[tuple[Entry, str, str]]) -> None:
        super().__init__(kind)
        self.kind, self.entries = kind, entries


def refuse_taken(*, model: type[Recorded], record: str, entries: Iterable[Any]) -> None:
    """Raise TakenElsewhere when rows of another record (or of the office) have the ids of these entries."""
    by_slug = {entry.slug: entry for entry in entries}
    taken = model._default_manager.filter(slug__in=by_slug).exclude(record=record).order_by("slug")
    if found := list(taken.values_list("slug", "record")):
        raise TakenElsewhere(
            str(model._meta.model_name), [(by_slug[slug], slug, other) for slug, other in found]
        )


def open_ledger(*, record: str, cited: Iterable[Cites]) -> Ledger:
    """A ledger whose footnotes exist for everything in `cited`. Sources must be recorded before."""
    return Ledger(record, footnotes(cited=cited))


def footnotes(*, cited: Iterable[Cites]) -> dict[Cites, int]:
    """The ids of footnotes with these citations; those that are missing are made."""
    wanted = {_digest(cites): cites for cites in cited}
    have = dict(Footnote.objects.filter(digest__in=wanted).values_list("digest", "id"))
    made = Footnote.objects.bulk_create([Footnote(digest=digest) for digest in wanted if digest not in have])
    sources = dict(Source.objects.values_list("slug", "id"))
    Citation.objects.bulk_create(
        [
            Citation(footnote=footnote, position=position, source_id=sources[cite.source], place=cite.place)
            for footnote in made
            for position, cite in enumerate(wanted[footnote.digest])
        ],
        batch_size=2000,
    )
    ids = have | {footnote.digest: footnote.pk for footnote in made}
    return {cites: ids[digest] for digest, cites in wanted.items()}


def _digest(cites: Cites) -> str:
    return hashlib.sha256("\n".join(f"{cite.source} § {cite.place}" for cite in cites).encode()).hexdigest()


@transaction.atomic
def settle(*, actor: Actor, at: datetime, ledger: Ledger) -> list[journal.Line]:
    """Delete what leaves, last table first, and write one journal line a subject; return the lines."""
    for pile in reversed(ledger.leaving):
        if isinstance(pile[0], Source):
            _unused(citing=[source.pk for source in pile]).delete()
        for rows in _leaves_first(pile):
            type(pile[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
    lines = [
        journal.Line(
            _verb(ledger, subject), *subject, details={name: dict(count) for name, count in counts.items()}
        )
        for subject, counts in ledger.touched.items()
    ]
    with pghistory.context(actor=actor.name, record=ledger.record):
        journal.record(actor=actor, at=at, lines=lines)
    return lines


def _leaves_first(pile: list[models.Model]) -> Iterator[list[models.Model]]:
    """Rows of one table in the order in which they can go: a province after its cities."""
    own = [field for field in pile[0]._meta.concrete_fields if field.related_model is type(pile[0])]
    rest = {row.pk: row for row in pile}
    while rest:
        held = {getattr(row, field.attname) for row in rest.values() for field in own} & rest.keys()
        # Rows that hold each other cannot be; should they, the database says so.
        free = [row for key, row in rest.items() if key not in held] or list(rest.values())
        yield free
        for row in free:
            del rest[row.pk]


def _verb(ledger: Ledger, subject: Subject) -> str:
    if subject in ledger.gone:
        return "removed"
    return "recorded" if subject in ledger.born else "corrected"


def _unused(*, citing: list[int]) -> models.QuerySet[Footnote]:
    """Footnotes that cite one of these sources and carry no fact. Others stay: history points to them."""
    unused = Footnote.objects.filter(citations__source__in=citing)
    for relation in Footnote._meta.get_fields(include_hidden=True):
        column = getattr(relation, "field", None)
        if column is None or column.model is Citation or not column.db_constraint:
            continue
        unused = unused.filter(
            ~models.Exists(column.model._base_manager.filter(**{column.attname: models.OuterRef("pk")}))
        )
    return unused
