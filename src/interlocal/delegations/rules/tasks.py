"""How urgent a task is. Facts in, verdict out."""

from datetime import date
from typing import Final

LATE: Final = "late"
SOON: Final = "soon"
LATER: Final = "later"
UNDATED: Final = "undated"
_ORDER: Final = (LATE, SOON, LATER, UNDATED)
WITHIN: Final = 7


def urgency(*, due_on: date | None, today: date) -> str:
    """Late from the day after; soon within a week."""
    if due_on is None:
        return UNDATED
    days = (due_on - today).days
    return LATE if days < 0 else SOON if days <= WITHIN else LATER


def rank(urgency_now: str) -> int:
    return _ORDER.index(urgency_now)
