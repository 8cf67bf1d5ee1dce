from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from interlocal.evidence import rules
from interlocal.evidence.commands.ledger import Ledger, Subject
from interlocal.evidence.entries import ClaimEntry
from interlocal.evidence.models import Claim
from interlocal.ground.reconcile import reconcile
from interlocal.identity.kinds import Actor


@transaction.atomic
def record_claims(
    *, actor: Actor, at: datetime, ledger: Ledger, kinds: Sequence[str], entries: Sequence[tuple[Subject, ClaimEntry]]
) -> None:
    """Make the claims about all subjects of these kinds what the files of a record say."""
    chosen = rules.chosen(entries)
    wanted = [
        _claim(ledger, subject, entry, position, position in chosen)
        for position, (subject, entry) in enumerate(entries)
    ]
    changed = reconcile(Claim.objects.filter(subject_kind__in=kinds), wanted, key=_key, group=_group)
    ledger.enter(changed, lambda row: (row.subject_kind, row.subject_key))


def _claim(ledger: Ledger, subject: Subject, entry: ClaimEntry, position: int, chosen: bool) -> Claim:
    value = rules.read_value(entry.attribute, str(entry.value))
    return Claim(
        subject_kind=subject[0],
        subject_key=subject[1],
        attribute=entry.attribute,
        part=entry.of_part,
        value=value.value,
        number=value.number,
        qualifier=value.qualifier,
        text=entry.text,
        kind=entry.kind,
        as_of=entry.as_of,
        chosen=chosen,
        note=entry.note,
        footnote_id=ledger.note(entry.cite),
        position=position % 1000,
    )


def _key(row: Claim) -> tuple[object, ...]:
    return (*_group(row), row.value, row.kind, row.footnote_id)


def _group(row: Claim) -> tuple[object, ...]:
    return (row.subject_kind, row.subject_key, row.attribute, row.part)
