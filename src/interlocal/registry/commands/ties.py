from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence.commands import Ledger, refuse_taken
from interlocal.ground.reconcile import reconcile
from interlocal.identity.kinds import Actor
from interlocal.registry.entries import TieEntry
from interlocal.registry.models import Body, Tie, TieSide


@transaction.atomic
def record_ties(*, actor: Actor, at: datetime, ledger: Ledger, entries: Sequence[TieEntry]) -> None:
    """Make the ties of a record what its files say, each side with its own type, words and dates."""
    refuse_taken(model=Tie, record=ledger.record, entries=entries)
    wanted = [
        Tie(
            slug=entry.slug,
            record=ledger.record,
            state=entry.state,
            from_on=entry.from_on,
            until_on=entry.until_on,
            about=entry.about,
            footnote_id=ledger.note(entry.cite),
        )
        for entry in entries
    ]
    changed = reconcile(Tie.objects.filter(record=ledger.record), wanted, key=lambda row: row.slug)
    ledger.enter(changed, lambda row: ("tie", row.slug), whole=True)
    _record_sides(entries, ledger)


def _record_sides(entries: Sequence[TieEntry], ledger: Ledger) -> None:
    ids = dict(Tie.objects.values_list("slug", "id"))
    slugs = {key: slug for slug, key in ids.items()}
    bodies = dict(Body.objects.values_list("slug", "id"))
    wanted = [
        TieSide(
            tie_id=ids[entry.slug],
            body_id=bodies[side.body],
            type=side.type,
            words=side.words,
            signed_on=side.signed_on,
            approved_on=side.approved_on,
            approved_by=side.approved_by or "",
            position=position,
            footnote_id=ledger.note(side.cite),
        )
        for entry in entries
        for position, side in enumerate(entry.sides)
    ]
    changed = reconcile(
        TieSide.objects.filter(tie__record=ledger.record), wanted, key=lambda row: (row.tie_id, row.body_id)
    )
    ledger.enter(changed, lambda row: ("tie", slugs[row.tie_id]))
