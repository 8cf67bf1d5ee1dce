"""One delegate as the secretariat sees them: facts, what can be decided, and all that happened, newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from interlocal.delegations import kinds
from interlocal.delegations.models import Change, Decision, Delegate
from interlocal.delegations.queries import people
from interlocal.delegations.queries.changes import name_of
from interlocal.ground.texts import Shown
from interlocal.identity import queries as journal
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

# Of these the rows themselves tell more: who decided what with which reason.
_TOLD = (
    *(f"decided_{stage}" for stage in kinds.Stage.values),
    "decision_undone",
    "change_asked",
    "change_accepted",
    "change_refused",
)


@dataclass(frozen=True, slots=True)
class Happened:
    """A moment in a delegate's story. `code` is a journal verb, "decided_…", "undone_…" or "change_…"; `change` its number."""

    at: datetime
    by: str
    code: str
    reason: str = ""
    change: int | None = None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """`undo`: the newest decision that stands and was not followed by anything so far ("" if there is none)."""

    slug: str
    title: Shown
    row: people.PersonRow
    since: date | None
    language: str
    nominated_at: datetime | None
    approved_at: datetime | None
    waiting_since: datetime | None
    erased: bool
    runs: bool
    frozen: bool
    instead_of: tuple[str, str] | None
    replaced_by: tuple[str, str] | None
    undo: str
    timeline: tuple[Happened, ...]


@walled
def person_page(*, actor: Actor, preparation: str, delegate: str, tongue: str) -> PersonPage:
    """One delegate for who looks over the preparation; Delegate.DoesNotExist for another preparation's."""
    table = people.table_of(actor, preparation, tongue)
    row = people.row_of(table, delegate)
    ours = Delegate.objects.filter(preparation=table.preparation)
    found = ours.select_related("in_place_of").get(key=delegate)
    instead = found.in_place_of
    later = found.substitutes.order_by("-pk").first()
    return PersonPage(
        slug=table.preparation.slug,
        title=table.preparation.name.shown(tongue),
        row=row,
        since=found.post_since,
        language=found.language,
        nominated_at=found.nominated_at,
        approved_at=found.approved_at,
        waiting_since=found.waiting_since if found.state == kinds.State.WAITING else None,
        erased=found.erased_at is not None,
        runs=table.runs,
        frozen=kinds.Step.FROZEN in table.steps,
        instead_of=(str(instead.key), name_of(instead)) if instead else None,
        replaced_by=(str(later.key), name_of(later)) if later else None,
        undo=_undoable(row) if table.runs else "",
        timeline=tuple(_timeline(found)),
    )


def _undoable(row: people.PersonRow) -> str:
    decided = row.decided
    return decided.stage if decided and decided.of_version + 1 == row.version else ""


def _timeline(found: Delegate) -> list[Happened]:
    lines = journal.latest_of(kind="delegate", key=str(found.key), limit=200)
    story = [Happened(line.at, line.actor, line.verb) for line in lines if line.verb not in _TOLD]
    story += [one for decision in found.decisions.all() for one in _of_decision(decision)]
    story += [one for change in found.changes.all() for one in _of_change(change)]
    # Of one moment, what was written first is told last.
    return sorted(story, key=lambda one: one.at, reverse=True)


def _of_decision(one: Decision) -> Iterable[Happened]:
    if one.undone_at is not None:
        yield Happened(one.undone_at, one.undone_by, f"undone_{one.stage}")
    yield Happened(one.at, one.by, f"decided_{one.stage}", one.reason)


def _of_change(one: Change) -> Iterable[Happened]:
    if one.answered_at is not None:
        yield Happened(one.answered_at, one.answered_by, f"change_{one.state}", one.answer, one.pk)
    yield Happened(one.asked_at, one.asked_by, "change_asked", one.reason, one.pk)
