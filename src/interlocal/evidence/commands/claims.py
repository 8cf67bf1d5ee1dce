import functools
import operator
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import models, transaction

from interlocal.evidence import rules
from interlocal.evidence.commands.ledger import Ledger, Subject
from interlocal.evidence.entries import ClaimEntry
from interlocal.evidence.models import Claim
from interlocal.ground.reconcile import Contested, reconcile
from interlocal.identity.kinds import Actor


@transaction.atomic
def record_claims(
    *,
    actor: Actor,
    at: datetime,
    ledger: Ledger,
    subjects: Collection[Subject],
    entries: Sequence[tuple[Subject, ClaimEntry]],
) -> None:
    """Make the claims about these subjects what the files of a record say; those of other records stay."""
    chosen = rules.chosen(entries)
    # Counted within its subject: a claim more on one page must not move those of all pages after it.
    positions: Counter[Subject] = Counter()
    wanted = []
    for index, (subject, entry) in enumerate(entries):
        wanted.append(_claim(ledger, subject, entry, positions[subject], index in chosen))
        positions[subject] += 1
    changed = reconcile(
        _present(subjects),
        wanted,
        key=_key,
        group=_group,
        contested=Contested("chosen", False, _group),
    )
    ledger.enter(changed, lambda row: (row.subject_kind, row.subject_key))


def _present(subjects: Collection[Subject]) -> models.QuerySet[Claim]:
    keys: dict[str, list[str]] = {}
    for kind, key in sorted(subjects):
        keys.setdefault(kind, []).append(key)
    about = (models.Q(subject_kind=kind, subject_key__in=found) for kind, found in keys.items())
    return Claim.objects.filter(functools.reduce(operator.or_, about, models.Q(pk__in=[])))


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
        position=position,
    )


def _key(row: Claim) -> tuple[object, ...]:
    return (*_group(row), row.value, row.kind, row.footnote_id)


def _group(row: Claim) -> tuple[object, ...]:
    return (row.subject_kind, row.subject_key, row.attribute, row.part)
