"""What a preparation asks of people."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from interlocal.delegations import kinds
from interlocal.delegations.models import Datum, Need, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules import erasure
from interlocal.delegations.rules.needs import Asked, usual
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A field that could be asked; `need` says how it is or usually would be. `held`: of how many people it is kept."""

    field: str
    data_class: str
    is_asked: bool
    need: Asked
    held: int
    erased_on: date


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """`version` changes with every change of what is asked."""

    slug: str
    title: Shown
    rows: tuple[NeedRow, ...]
    version: int
    may_change: bool
    is_closed: bool
    closes_on: date


@walled
def needs_page(*, actor: Actor, preparation: str) -> NeedsPage:
    """For who runs or looks over the preparation; Preparation.DoesNotExist for others."""
    reached = access.reach(actor=actor, preparation=preparation)
    found = reached.preparation
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    asked = {need.field: need for need in asked_by(found)}
    held = held_by(found)
    return NeedsPage(
        slug=found.slug,
        title=found.name.shown(reading()),
        rows=tuple(_row(found, field, asked, held) for field in kinds.Field.values),
        version=version_of(asked.values()),
        may_change=reached.runs,
        is_closed=found.closed_on is not None,
        closes_on=erasure.closes_on(closed_on=found.closed_on, until_on=found.until_on),
    )


def asked_by(preparation: Preparation) -> list[Asked]:
    """In the order of the list of fields."""
    rows = {
        row[0]: Asked(*row)
        for row in Need.objects.filter(preparation=preparation).values_list(
            "field", "purpose", "required", "kept_days"
        )
    }
    return [rows[field] for field in kinds.Field.values if field in rows]


def held_by(preparation: Preparation) -> dict[str, int]:
    """Of how many people each field is kept. Only within the wall of the secretariat."""
    held: dict[str, int] = {}
    for field in Datum.objects.filter(preparation=preparation).values_list("field", flat=True):
        held[field] = held.get(field, 0) + 1
    return held


def version_of(asked: Iterable[Asked]) -> int:
    """A number for exactly this list: the rows have none of their own, and are saved as one."""
    said = "|".join(
        f"{each.field}.{each.purpose}.{each.required}.{each.kept_days}"
        for each in sorted(asked, key=lambda each: each.field)
    )
    return zlib.crc32(said.encode())


def _row(preparation: Preparation, field: str, asked: dict[str, Asked], held: dict[str, int]) -> NeedRow:
    need = asked.get(field) or usual(field)
    return NeedRow(
        field=field,
        data_class=kinds.CLASS_OF[field],
        is_asked=field in asked,
        need=need,
        held=held.get(field, 0),
        erased_on=erasure.erased_on(
            closed_on=preparation.closed_on, until_on=preparation.until_on, kept_days=need.kept_days
        ),
    )
