"""What the page of an edition is made of. Spans are half-open. What a programme has hundreds of is a tuple: a frozen
dataclass takes four times as long to make.
"""

from dataclasses import dataclass
from datetime import time
from typing import NamedTuple

from interlocal.evidence import queries as evidence
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.programmes.queries.checks import Check
from interlocal.programmes.queries.rows import EditionRow, Named


@dataclass(frozen=True, slots=True)
class StateRow:
    """What was said of the edition; spans are half-open."""

    state: str
    said_on: PartialDate | None
    from_on: PartialDate | None
    until_on: PartialDate | None
    planned_from_on: PartialDate | None
    planned_until_on: PartialDate | None
    note: Shown | None
    footnote: int


@dataclass(frozen=True, slots=True)
class BodyAt:
    slug: str
    name: Shown
    country: str
    capacity: str
    footnote: int


class PersonIn(NamedTuple):
    """A person, a post or a body in an edition or one of its items; what is not known is empty.

    `own` is the name in the person's own script, where the reader sees another. `capacity` is a role in
    items.
    """

    person: str
    name: Shown | None
    own: Shown | None
    post: Shown | None
    body: str
    body_name: Shown | None
    country: str
    capacity: str
    attendance: str
    in_place_of: Shown | None
    footnote: int | None


class ItemRow(NamedTuple):
    slug: str
    kind: str
    state: str
    day: PartialDate | None
    starts: time | None
    ends: time | None
    zone: str
    title: Shown
    about: Shown | None
    place: Shown | None
    people: tuple[PersonIn, ...]
    topics: tuple[Named, ...]
    footnote: int


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """The items of one day; of no known day when `day` is None."""

    day: PartialDate | None
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    slug: str
    kind: str
    text: Shown
    voices: tuple[PersonIn, ...]
    item: Shown | None
    item_slug: str
    footnote: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    slug: str
    title: Shown
    day: PartialDate | None


@dataclass(frozen=True, slots=True)
class EditionPage:
    row: EditionRow
    titles: tuple[Shown, ...]
    series_kind: str
    mode: str
    about: Shown | None
    states: tuple[StateRow, ...]
    bodies: tuple[BodyAt, ...]
    people: tuple[PersonIn, ...]
    topics: tuple[Named, ...]
    days: tuple[ProgrammeDay, ...]
    outcomes: tuple[tuple[str, tuple[OutcomeRow, ...]], ...]
    figures: tuple[evidence.Figure, ...]
    checks: tuple[Check, ...]
    earlier: Neighbour | None
    later: Neighbour | None
    notes: evidence.Notes

    @property
    def items(self) -> int:
        return sum(len(day.items) for day in self.days)
