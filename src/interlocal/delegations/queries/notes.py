"""Notes and papers of a preparation: for its secretariat."""

from dataclasses import dataclass
from datetime import datetime

from interlocal.delegations.models import Note, Paper, Preparation
from interlocal.delegations.queries import access
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class NoteRow:
    """`from_name` is the edition it was carried over from, if it was."""

    id: int
    kind: str
    text: Shown
    from_name: Shown | None
    written_by: str
    written_at: datetime
    settled_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class PaperRow:
    id: int
    title: Shown
    done_at: datetime | None


@dataclass(frozen=True, slots=True)
class NotesPage:
    slug: str
    name: Shown
    open: tuple[NoteRow, ...]
    settled: tuple[NoteRow, ...]
    papers: tuple[PaperRow, ...]
    runs: bool


@walled
def notes_page(*, actor: Actor, preparation: str, tongue: str) -> NotesPage:
    """Open notes by kind, settled ones, newest first, and papers; DoesNotExist for who is only invited."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    rows = [
        _row(note, tongue)
        for note in Note.objects.filter(preparation=found)
        .select_related("carried_from__preparation")
        .order_by("-written_at", "-pk")
    ]
    return NotesPage(
        slug=found.slug,
        name=found.name.shown(tongue),
        open=tuple(row for row in rows if row.settled_at is None),
        settled=tuple(row for row in rows if row.settled_at is not None),
        papers=tuple(
            PaperRow(paper.pk, paper.title.shown(tongue), paper.done_at)
            for paper in Paper.objects.filter(preparation=found).order_by("position", "pk")
        ),
        runs=reached.runs,
    )


@walled
def note(*, actor: Actor, preparation: str, number: int) -> NoteRow:
    """One note to be changed; Note.DoesNotExist for one of another preparation."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    return _row(Note.objects.get(preparation=found, pk=number), "")


def _row(note: Note, tongue: str) -> NoteRow:
    before = note.carried_from.preparation if note.carried_from and tongue else None
    return NoteRow(
        id=note.pk,
        kind=note.kind,
        text=Shown(note.text, note.language),
        from_name=before.name.shown(tongue) if before else None,
        written_by=note.written_by,
        written_at=note.written_at,
        settled_at=note.settled_at,
        version=note.version,
    )
