"""What of an arrangement travels to the next edition. Facts in, verdict out."""

from typing import Final

from interlocal.arrangements.kinds import ResourceKind, WordsKind
from interlocal.programmes.kinds import ItemState

# Texts an office writes anew each time from those of the last: they travel. What reports on one edition stays with it.
TRAVELLING_WORDS: Final = (
    WordsKind.GREETING,
    WordsKind.SPEECH,
    WordsKind.STATEMENT,
    WordsKind.PHRASE,
    WordsKind.EMERGENCY,
    WordsKind.PURPOSE,
    WordsKind.COSTS,
)
# The telephone of a room is a house's; all others are somebody's own.
_HOUSES: Final = (ResourceKind.ROOM,)


def state_next_time(*, kind: str, has_counterpart: bool) -> ItemState:
    """Whom one calls on has to be asked anew."""
    return ItemState.SOUGHT if kind == "courtesy_call" or has_counterpart else ItemState.PLANNED


def phone_next_time(*, kind: str, phone: str) -> str:
    return phone if kind in _HOUSES else ""
