"""What the room refuses: among records of bodies, tenures and ties, and among mandates."""

from interlocal.registry.rules.mandates import (
    may_give_mandates,
    may_see_mandates,
    obstacle_to_ending,
    obstacle_to_giving,
    obstacle_to_handing_over,
)
from interlocal.registry.rules.records import (
    DORMANT_AFTER_YEARS,
    ONE_TERM_YEARS,
    Spell,
    certain_days,
    circles,
    overlapping,
    sleeps,
    spells_joined,
)

__all__ = [
    "DORMANT_AFTER_YEARS",
    "ONE_TERM_YEARS",
    "Spell",
    "certain_days",
    "circles",
    "may_give_mandates",
    "may_see_mandates",
    "obstacle_to_ending",
    "obstacle_to_giving",
    "obstacle_to_handing_over",
    "overlapping",
    "sleeps",
    "spells_joined",
]
