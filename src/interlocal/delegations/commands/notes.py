"""Notes of a preparation - open questions, lessons - and the list of its papers."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Max

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Note, Paper, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import last_hand, texts
from interlocal.delegations.rules import notes as rules
from interlocal.delegations.rules.preparations import text_of
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def write_note(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    once: UUID | None,
    kind: str,
    text: str,
    language: str,
) -> int:
    """Write something down for the office; returns its number."""
    found = _reached(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="write_note", actor=actor, at=at)) is not None:
        return int(before)
    if obstacle := rules.obstacle_to_writing(actor=actor, secretariat=found.secretariat_id, text=text):
        raise obstacle
    made = Note.objects.create(
        preparation=found,
        kind=kind,
        text=text.strip(),
        language=language,
        written_by=actor.name,
        written_at=at,
    )
    keeping.enter(
        actor=actor, at=at, verb="note_written", kind="preparation", key=found.slug, note=made.pk, of=kind
    )
    keeping.answered(once=once, subject=str(made.pk))
    return made.pk


@walled
def change_note(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    number: int,
    version: int,
    kind: str,
    text: str,
    language: str,
) -> None:
    """Write a note anew; Note.DoesNotExist for one of another preparation."""
    found = _reached(actor, preparation)
    row = Note.objects.get(preparation=found, pk=number)
    if obstacle := rules.obstacle_to_writing(actor=actor, secretariat=found.secretariat_id, text=text):
        raise obstacle
    keeping.refuse_stale(
        version=version, row=row, by=last_hand(found), theirs={"text": row.text}, yours={"text": text}
    )
    row.kind, row.text, row.language, row.version = kind, text.strip(), language, row.version + 1
    row.save()
    keeping.enter(actor=actor, at=at, verb="note_changed", kind="preparation", key=found.slug, note=row.pk)


@walled
def settle_note(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Mark a question as answered, a lesson as taken up: it does not travel on to the next edition."""
    found = _reached(actor, preparation)
    row = Note.objects.get(preparation=found, pk=number)
    if obstacle := rules.obstacle_to_settling(
        actor=actor, secretariat=found.secretariat_id, is_settled=row.settled_at is not None
    ):
        raise obstacle
    _settle(row, at)
    keeping.enter(actor=actor, at=at, verb="note_settled", kind="preparation", key=found.slug, note=row.pk)


@walled
def reopen_note(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Take a settling back; opening what is open changes nothing."""
    found = _reached(actor, preparation)
    row = Note.objects.get(preparation=found, pk=number)
    if obstacle := rules.obstacle_to_settling(
        actor=actor, secretariat=found.secretariat_id, is_settled=False
    ):
        raise obstacle
    if row.settled_at is not None:
        _settle(row, None)
        keeping.enter(
            actor=actor, at=at, verb="note_reopened", kind="preparation", key=found.slug, note=row.pk
        )


def _settle(row: Note, at: datetime | None) -> None:
    row.settled_at, row.version = at, row.version + 1
    row.save()


@walled
def add_paper(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, title: Mapping[str, str]
) -> int:
    """Put a paper on the list of what the edition needs; returns its number."""
    found = _reached(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_paper", actor=actor, at=at)) is not None:
        return int(before)
    papers = list(Paper.objects.filter(preparation=found))
    given = {text.strip() for text in title.values() if text.strip()}
    if obstacle := rules.obstacle_to_listing(
        actor=actor,
        secretariat=found.secretariat_id,
        titles=list(title.values()),
        is_there=any(given.intersection(texts(paper.title).values()) for paper in papers),
    ):
        raise obstacle
    last = Paper.objects.filter(preparation=found).aggregate(last=Max("position"))["last"]
    made = Paper.objects.create(
        preparation=found,
        position=0 if last is None else last + 1,
        title=text_of(title, original=found.language),
    )
    keeping.enter(actor=actor, at=at, verb="paper_added", kind="preparation", key=found.slug, paper=made.pk)
    keeping.answered(once=once, subject=str(made.pk))
    return made.pk


@walled
def tick_paper(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """The paper is ready; ticking twice changes nothing."""
    _tick(actor, at, preparation, number, at)


@walled
def untick_paper(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """The paper is not ready after all."""
    _tick(actor, at, preparation, number, None)


@walled
def remove_paper(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Take a paper off the list; Paper.DoesNotExist for one of another preparation."""
    found = access.run(actor=actor, preparation=preparation)
    Paper.objects.get(preparation=found, pk=number).delete()
    keeping.enter(actor=actor, at=at, verb="paper_removed", kind="preparation", key=found.slug, paper=number)


def _tick(actor: Actor, at: datetime, preparation: str, number: int, done_at: datetime | None) -> None:
    found = access.run(actor=actor, preparation=preparation)
    row = Paper.objects.get(preparation=found, pk=number)
    if (row.done_at is None) == (done_at is None):
        return
    row.done_at = done_at
    row.save()
    verb = "paper_ready" if done_at else "paper_not_ready"
    keeping.enter(actor=actor, at=at, verb=verb, kind="preparation", key=found.slug, paper=number)


def _reached(actor: Actor, preparation: str) -> Preparation:
    return access.reach(actor=actor, preparation=preparation, lock=True).preparation
