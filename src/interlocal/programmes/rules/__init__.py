"""What a record says of editions, and what follows from it. Facts in, verdict out."""

from interlocal.programmes.rules.checks import (
    Adding,
    Finding,
    Gap,
    Years,
    check_cadence,
    check_count,
    check_cumulative,
    check_gap_years,
    check_parts,
)
from interlocal.programmes.rules.pace import (
    LAPSE,
    EditionFacts,
    Lapse,
    Next,
    Turn,
    held_in_order,
    lapses,
    next_edition,
    numbered_up_to,
    turns,
)
from interlocal.programmes.rules.states import LAST, bad_move, days_of, sorts_on

__all__ = [
    "LAPSE",
    "LAST",
    "Adding",
    "EditionFacts",
    "Finding",
    "Gap",
    "Lapse",
    "Next",
    "Turn",
    "Years",
    "bad_move",
    "check_cadence",
    "check_count",
    "check_cumulative",
    "check_gap_years",
    "check_parts",
    "days_of",
    "held_in_order",
    "lapses",
    "next_edition",
    "numbered_up_to",
    "sorts_on",
    "turns",
]
