from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands.ledger import Ledger, refuse_taken
from interlocal.evidence.entries import SourceEntry
from interlocal.evidence.models import Source
from interlocal.ground.reconcile import reconcile
from interlocal.identity.kinds import Actor


@transaction.atomic
def record_sources(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[SourceEntry]) -> None:
    """Make the sources of a record what its files say; the journal is written when the ledger is settled."""
    refuse_taken(model=Source, record=ledger.record, entries=entries)
    wanted = [
        Source(
            slug=entry.slug,
            record=ledger.record,
            kind=entry.kind,
            publisher=entry.publisher,
            title=entry.title,
            language=entry.language,
            published_on=entry.published_on,
            accessed_on=entry.accessed_on,
            url=entry.url,
            sha256=entry.sha256,
            note=entry.note,
        )
        for entry in entries
    ]
    changed = reconcile(Source.objects.filter(record=ledger.record), wanted, key=lambda row: row.slug)
    ledger.enter(changed, lambda row: ("source", row.slug), whole=True)
