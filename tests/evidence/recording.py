"""A ledger to record into, with one source that everything cites."""

from datetime import UTC, datetime

from interlocal.evidence import commands
from interlocal.evidence.commands import Ledger
from interlocal.evidence.entries import SourceEntry
from interlocal.evidence.kinds import SourceKind
from interlocal.ground.entries import Cite
from interlocal.ground.texts import localised
from interlocal.identity.kinds import LOADER
from interlocal.identity.models import Entry

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CITED = (Cite("paper"),)
WHO = {"actor": LOADER, "at": NOON}


def opened(record: str = "test") -> Ledger:
    """A ledger whose source is recorded and whose footnote is there."""
    sources = Ledger(record)
    paper = SourceEntry(
        slug="paper",
        kind=SourceKind.PRESS,
        publisher=localised("en", {"en": "A paper"}),
        title=localised("en", {"en": "A report"}),
        language="en",
    )
    commands.record_sources(**WHO, ledger=sources, entries=[paper])
    return commands.open_ledger(record=record, cited=[CITED])


def journal(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Settle, and say what the journal then says."""
    commands.settle(**WHO, ledger=ledger)
    return list(Entry.objects.order_by("id").values_list("verb", "subject_kind", "subject_key"))
