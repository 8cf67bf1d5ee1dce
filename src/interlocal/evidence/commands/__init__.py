"""Verbs of the room: record sources and claims, and settle what was recorded in one go."""

from interlocal.evidence.commands.claims import record_claims
from interlocal.evidence.commands.ledger import (
    Ledger,
    TakenElsewhere,
    footnotes,
    open_ledger,
    refuse_taken,
    settle,
)
from interlocal.evidence.commands.sources import record_sources

__all__ = [
    "Ledger",
    "TakenElsewhere",
    "footnotes",
    "open_ledger",
    "record_claims",
    "record_sources",
    "refuse_taken",
    "settle",
]
