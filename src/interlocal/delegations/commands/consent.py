"""Agreeing, and taking it back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Consent, Datum
from interlocal.delegations.queries import needs, personal
from interlocal.delegations.queries.personal import Subject
from interlocal.delegations.rules import consent as rules
from interlocal.delegations.rules import consent_texts, rights
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Agreed:
    """Which text somebody had before them when they ticked, and the classes of data they ticked."""

    version: str
    language: str
    classes: tuple[str, ...]


@walled
def give(*, actor: Actor, at: datetime, preparation: str, delegate: str, agreed: Agreed) -> None:
    """Record consent to the sealed fields that are asked now; it replaces an earlier one."""
    who = personal.subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    if not who.writes:
        raise rights.not_yours()
    record(who, actor=actor, at=at, agreed=agreed)


def record(who: Subject, *, actor: Actor, at: datetime, agreed: Agreed) -> None:
    """Within a verb that holds the delegate: keep to what was agreed, beside what was agreed before."""
    if obstacle := rules.obstacle_to_agreeing(version=agreed.version, classes=agreed.classes):
        raise obstacle
    asked = [need.field for need in needs.asked_by(who.preparation)]
    before = personal.standing_consent(who.delegate)
    fields = rules.fields_of(agreed.classes, asked=asked)
    text = consent_texts.text(agreed.version, agreed.language)
    if before is not None:
        if before.text_sha256 == text.sha256 and set(fields) <= set(before.fields):
            return
        fields = [field for field in asked if field in {*fields, *before.fields}]
        before.withdrawn_at = at
        before.save(update_fields=["withdrawn_at"])
    Consent.objects.create(
        preparation=who.preparation,
        body_id=who.delegate.body_id,
        delegate=who.delegate,
        text_version=text.version,
        text_sha256=text.sha256,
        language=text.language,
        fields=fields,
        given_by=actor.name,
        given_at=at,
    )
    _enter(who, actor, at, "consent_given", fields)


@walled
def withdraw(*, actor: Actor, at: datetime, preparation: str, delegate: str) -> None:
    """Take consent back: what rested on it is gone with this, and its history with the next run of the job."""
    who = personal.subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    if not who.writes:
        raise rights.not_yours()
    standing = personal.standing_consent(who.delegate)
    if standing is None:
        return
    standing.withdrawn_at = at
    standing.save(update_fields=["withdrawn_at"])
    gone = _drop(who, standing.fields)
    _enter(who, actor, at, "consent_withdrawn", gone)


def _drop(who: Subject, fields: Collection[str]) -> list[str]:
    """Everything sealed, whatever the consent named: nothing sealed stands without one."""
    held = Datum.objects.filter(delegate=who.delegate).values_list("field", flat=True)
    gone = sorted({*rules.resting(held), *(set(held) & set(fields))})
    Datum.objects.filter(delegate=who.delegate, field__in=gone).delete()
    return gone


def _enter(who: Subject, actor: Actor, at: datetime, verb: str, fields: Collection[str]) -> None:
    keeping.enter(
        actor=actor,
        at=at,
        verb=verb,
        kind="delegate",
        key=str(who.delegate.key),
        fields=list(fields),
        preparation=who.preparation.slug,
    )
