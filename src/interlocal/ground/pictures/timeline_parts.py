"""What both drawings of a timeline share: the values told, and where a year lies."""

from __future__ import annotations

from dataclasses import dataclass

from interlocal.ground.pictures.marks import State
from interlocal.ground.pictures.svg import TONES, Text


@dataclass(frozen=True, slots=True)
class Mark:
    """One edition: at is a decimal year (2019.5 = July 2019), lane the key of its host side.

    hint is the full sentence behind the mark ("8th, Incheon, 2025, held"); without it the place stands in.
    """

    at: float
    place: Text
    lane: str
    state: State = "held"
    hint: Text | None = None
    href: str | None = None

    @property
    def year(self) -> Text:
        return Text(str(int(self.at)), self.place.lang)

    @property
    def said(self) -> Text:
        return self.hint or Text(f"{int(self.at)} {self.place.text}", self.place.lang)


@dataclass(frozen=True, slots=True)
class Lane:
    """A host side."""

    key: str
    name: Text


@dataclass(frozen=True, slots=True)
class Lapse:
    """A span of decimal years in which the series slept."""

    since: float
    until: float
    label: Text


@dataclass(frozen=True, slots=True)
class Story:
    """Everything a timeline tells, marks and lapses in order of time."""

    marks: tuple[Mark, ...]
    lapses: tuple[Lapse, ...]
    lanes: tuple[Lane, ...]
    states: tuple[tuple[State, Text], ...]
    years: tuple[int, int]

    def row_of(self, mark: Mark) -> int:
        """Which lane the mark lies on; an unknown side falls to the last."""
        keys = [lane.key for lane in self.lanes]
        return keys.index(mark.lane) if mark.lane in keys else max(len(keys) - 1, 0)

    def tone_of(self, mark: Mark) -> str:
        return TONES[self.row_of(mark) % len(TONES)]

    def breaks_between(self, earlier: Mark, later: Mark) -> bool:
        """Whether the thread from one edition to the next crosses a lapse or reaches into plans."""
        unsure = later.state != "held" or earlier.state != "held"
        return unsure or any(lapse.since < later.at and lapse.until > earlier.at for lapse in self.lapses)

    def used_states(self) -> tuple[tuple[State, Text], ...]:
        used = {mark.state for mark in self.marks}
        return tuple((state, words) for state, words in self.states if state in used)
