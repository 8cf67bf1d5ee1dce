"""What was said of an edition over time: its days, its plan, and which state can follow which."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from interlocal.ground.dates import Span
from interlocal.programmes.entries import StateEntry
from interlocal.programmes.kinds import MOVES, State

# An edition of which nothing is known but that it is tentative sorts after everything dated.
LAST = date(9998, 1, 1)


def days_of(states: Sequence[StateEntry]) -> tuple[Span | None, Span | None]:
    """The days on which an edition was held, and those last planned for it."""
    held = next((state.days for state in reversed(states) if state.days), None)
    planned = next((state.planned for state in reversed(states) if state.planned), None)
    return held, planned


def sorts_on(states: Sequence[StateEntry]) -> date:
    days, planned = days_of(states)
    if span := days or planned:
        return span.first.first
    said = next((state.said_on for state in reversed(states) if state.said_on), None)
    return said.first if said else LAST


def bad_move(states: Sequence[StateEntry]) -> tuple[StateEntry, State] | None:
    """The first state that cannot follow the one before it, with that one."""
    for before, state in pairwise(states):
        if state.state not in MOVES[before.state]:
            return state, before.state
    return None
