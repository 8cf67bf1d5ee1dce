"""A series through the years: one lane per host side, one mark per edition, hatching where it lapsed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil, floor

from markupsafe import Markup

from interlocal.ground.pictures import timeline_tall, timeline_wide
from interlocal.ground.pictures.marks import STATES, State
from interlocal.ground.pictures.svg import Caption, Drawing, Sheet, Text, empty, pair
from interlocal.ground.pictures.timeline_parts import Lane, Lapse, Mark, Story

__all__ = ["Lane", "Lapse", "Mark", "series_timeline"]


def series_timeline(
    *,
    caption: Caption,
    marks: Sequence[Mark],
    lanes: Sequence[Lane],
    nothing: Text,
    lapses: Sequence[Lapse] = (),
    states: Mapping[State, Text] | None = None,
    years: tuple[int, int] | None = None,
) -> Markup:
    """The timeline as markup: across for a column, downwards for a phone.

    lanes: up to four, in the order drawn; every mark names one of them. states: what each state is called,
    for the legend. years: first and last year of the axis, wider where the marks and lapses need it.
    nothing: the sentence shown when there is no mark.
    """
    if not marks:
        return empty(caption, nothing)
    ordered = tuple(_apart(sorted(marks, key=lambda mark: mark.at)))
    story = Story(
        marks=ordered,
        lapses=tuple(sorted(lapses, key=lambda lapse: lapse.since)),
        lanes=tuple(lanes),
        states=tuple((state, states[state]) for state in STATES if states and state in states),
        years=_years_of(ordered, lapses, years or ()),
    )
    return pair(caption, lambda sheet: _draw(story, sheet))


def _draw(story: Story, sheet: Sheet) -> Drawing:
    return timeline_tall.draw(story, sheet) if sheet.narrow else timeline_wide.draw(story, sheet)


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Two editions of one side dated alike (often: to the year only) stand side by side within their year."""
    before: set[tuple[str, float]] = set()
    for mark in marks:
        at = mark.at
        while (mark.lane, at) in before and at < floor(mark.at) + 0.9:
            at = min(at + 0.4, floor(mark.at) + 0.9)
        before.add((mark.lane, at))
        yield replace(mark, at=at)


def _years_of(marks: Sequence[Mark], lapses: Sequence[Lapse], wished: Sequence[int]) -> tuple[int, int]:
    """Whole years around everything, and a little air when there is only one year."""
    ends = [mark.at for mark in marks] + [end for lapse in lapses for end in (lapse.since, lapse.until)]
    first, last = floor(min([*ends, *wished])), ceil(max([*ends, *wished]))
    return (first, last) if last > first else (first - 1, last + 1)
