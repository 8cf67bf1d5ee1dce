"""What was printed of a preparation for the body whose hat is worn, and the kept files."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import BooleanField, ExpressionWrapper, Q

from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import rights
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor, Role
from interlocal.identity.walls import walled
from interlocal.papers.kinds import MOVES, PrintingState, Stage
from interlocal.papers.models import Printing
from interlocal.papers.rules.printings import OPEN, asked_of, obstacle_to_printing

SHOWN: Final = 30
_KEPT = ExpressionWrapper(Q(content__isnull=False), output_field=BooleanField())


@dataclass(frozen=True, slots=True)
class PrintingRow:
    """One printing. `done` of `of` steps; `kept`: its file is there; `wish` as in `rules.printings.settled`."""

    key: str
    paper: str
    format: str
    wish: Mapping[str, Any]
    state: str
    state_label: str
    stage_label: str
    done: int
    of: int
    by: str
    asked_at: datetime
    ended_at: datetime | None
    release: int | None
    refusal: str
    reason: str
    filename: str
    size: int | None
    pages: int | None
    sha256: str
    kept: bool
    template: str

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def can_end(self) -> bool:
        return "cancelled" in MOVES[self.state]


@dataclass(frozen=True, slots=True)
class PapersPage:
    """`looks_over`: prints for everybody, else for the own delegation only. `is_closed`: the edition is over."""

    slug: str
    title: Shown
    looks_over: bool
    runs: bool
    prints: bool
    is_closed: bool
    printings: tuple[PrintingRow, ...]

    @property
    def is_waiting(self) -> bool:
        return any(row.is_open for row in self.printings)


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file; `paper`, `title` (of the edition) and `wish` say what it is called for people."""

    filename: str
    media_type: str
    content: bytes
    sha256: str
    paper: str
    wish: Mapping[str, Any]
    title: Shown


@walled
def papers_page(*, actor: Actor, preparation: str, tongue: str, at: datetime) -> PapersPage:
    """The newest printings of the hat's body; Preparation.DoesNotExist for who has no business there."""
    reached = access.reach(actor=actor, preparation=preparation)
    _refuse_desk(actor, preparation)
    found = reached.preparation
    rows = _rows(found, actor).order_by("-asked_at", "-pk")[:SHOWN]
    return PapersPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        looks_over=reached.looks_over,
        runs=reached.runs,
        prints=reached.looks_over or actor.has(Role.COORDINATOR, Role.APPROVER, Role.FOCAL),
        is_closed=found.closed_on is not None,
        printings=tuple(_row(row) for row in rows),
    )


@walled
def printing(*, actor: Actor, preparation: str, key: str) -> PrintingRow:
    """Printing.DoesNotExist for another body's."""
    reached = access.reach(actor=actor, preparation=preparation)
    _refuse_desk(actor, preparation)
    return _row(_rows(reached.preparation, actor).get(key=key))


@walled
def result(*, actor: Actor, preparation: str, key: str) -> Kept:
    """The file of a printing; Printing.DoesNotExist when it is another body's, not there yet, or no longer kept."""
    reached = access.reach(actor=actor, preparation=preparation)
    _refuse_desk(actor, preparation)
    found = Printing.objects.get(
        key=key,
        preparation=reached.preparation,
        body=actor.body,
        state=PrintingState.DONE,
        content__isnull=False,
    )
    return Kept(
        filename=found.filename,
        media_type=found.media_type,
        content=bytes(found.content or b""),
        sha256=found.sha256,
        paper=found.paper,
        wish=asked_of(found.wish),
        title=reached.preparation.name.shown(found.wish["tongues"][0]),
    )


@walled
def refuse_unless_printable(
    *, actor: Actor, preparation: str, wish: Mapping[str, Any], shows: Collection[str]
) -> None:
    """For who prints without an order. `wish` as in `rules.printings.settled`."""
    reached = access.reach(actor=actor, preparation=preparation)
    if obstacle := obstacle_to_printing(
        actor=actor, secretariat=reached.preparation.secretariat_id, wish=wish, shows=shows
    ):
        raise obstacle


def _refuse_desk(actor: Actor, preparation: str) -> None:
    """A check-in desk and a delegate's own link reach the preparation, but have no business with its papers."""
    if actor.body is None or not actor.has(*rights.LOOKING, Role.FOCAL):
        raise Preparation.DoesNotExist(preparation)


def _rows(found: Preparation, actor: Actor) -> Any:
    rows = Printing.objects.filter(preparation=found, body=actor.body)
    return rows.annotate(is_kept=_KEPT).select_related("template").defer("content", "template__content")


def _row(row: Any) -> PrintingRow:
    return PrintingRow(
        key=str(row.key),
        paper=row.paper,
        format=row.format,
        wish=asked_of(row.wish),
        state=row.state,
        state_label=str(PrintingState(row.state).label),
        stage_label=str(Stage(row.stage).label),
        done=row.steps_done,
        of=row.steps,
        by=row.by,
        asked_at=row.asked_at,
        ended_at=row.ended_at,
        release=row.release,
        refusal=row.refusal,
        reason=row.reason,
        filename=row.filename,
        size=row.size,
        pages=row.pages,
        sha256=row.sha256,
        kept=row.is_kept,
        template=row.template.name if row.template else "",
    )
