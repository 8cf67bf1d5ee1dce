"""Keeping and reading the data of people. Nothing sealed is read but through `read`, which tells the journal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import consent, keeping
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Datum, Delegate
from interlocal.delegations.queries import access, needs, personal, personal_readings
from interlocal.delegations.queries.personal import Subject, about, opened
from interlocal.delegations.rules import consent as consent_rules
from interlocal.delegations.rules import personal as rules
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity import commands as journal
from interlocal.identity import sealing
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def save(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegate: str,
    typed: Mapping[str, str],
    remove: Collection[str] = (),
    agreed: Agreed | None = None,
    seen: str | None = None,
) -> list[str]:
    """Keep what was typed, by field; returns the fields that changed.

    An empty contact is taken away, an empty sealed field stays as it is unless it is in `remove`. `seen`: from
    `DataPage.seen`, to notice that somebody saved contacts meanwhile. Raise Refused with the field.
    """
    who = personal.subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    if not who.writes:
        raise rights.not_yours()
    if obstacle := rules.obstacle_to_saving(
        is_erased=who.delegate.erased_at is not None,
        is_over=who.is_over,
        is_headcount=who.invitation.headcount is not None,
    ):
        raise obstacle
    held = {datum.field: datum for datum in Datum.objects.select_for_update().filter(delegate=who.delegate)}
    _refuse_stale(who, held, typed, seen)
    wanted = _cleaned(who, typed, held, at)
    if agreed is not None and agreed.classes:
        consent.record(who, actor=actor, at=at, agreed=agreed)
    return _write(who, held, wanted, remove, actor, at)


def _write(
    who: Subject,
    held: Mapping[str, Datum],
    wanted: Mapping[str, str],
    remove: Collection[str],
    actor: Actor,
    at: datetime,
) -> list[str]:
    sealed = [field for field, value in wanted.items() if value and kinds.CLASS_OF[field] in kinds.SEALED]
    standing = personal.standing_consent(who.delegate)
    if obstacle := consent_rules.obstacle_to_keeping(
        fields=sealed, agreed=standing.fields if standing else ()
    ):
        raise obstacle
    key = str(who.delegate.key)
    gone = [field for field in held if field in remove or (field in wanted and not wanted[field])]
    kept = [
        field
        for field, value in wanted.items()
        if value and field not in gone and (field not in held or opened(held[field], key) != value)
    ]
    Datum.objects.filter(delegate=who.delegate, field__in=gone).delete()
    for field in kept:
        _put(who, field, wanted[field], actor, at)
    if kept or gone:
        keeping.enter(
            actor=actor,
            at=at,
            verb="data_saved",
            kind="delegate",
            key=key,
            fields=sorted(kept),
            removed=sorted(gone),
            preparation=who.preparation.slug,
        )
    return sorted([*kept, *gone])


def _put(who: Subject, field: str, value: str, actor: Actor, at: datetime) -> None:
    values: dict[str, object] = {"text": value, "set_by": actor.name, "set_at": at}
    if kinds.CLASS_OF[field] in kinds.SEALED:
        sealed = sealing.seal(value, about=about(str(who.delegate.key), field))
        values |= {"text": "", "sealed": sealed.data, "sealed_with": sealed.key}
    Datum.objects.update_or_create(
        delegate=who.delegate,
        field=field,
        defaults=values,
        create_defaults={
            **values,
            "preparation_id": who.delegate.preparation_id,
            "body_id": who.delegate.body_id,
        },
    )


def _cleaned(
    who: Subject, typed: Mapping[str, str], held: Mapping[str, Datum], at: datetime
) -> dict[str, str]:
    """Only what is asked; an empty sealed field was simply not typed again."""
    asked = {need.field for need in needs.asked_by(who.preparation)}
    if unasked := set(typed) - asked:
        raise Refused("not_asked", _("This is not asked for this event."), field=min(unasked))
    nationality = typed.get("nationality", "") or _held(held.get("nationality"), who)
    facts = personal.facts_of(preparation=who.preparation, today=at.date(), nationality=nationality.upper())
    found = {field: rules.cleaned(field, value, facts) for field, value in typed.items()}
    return {
        field: value for field, value in found.items() if value or kinds.CLASS_OF[field] not in kinds.SEALED
    }


def _held(datum: Datum | None, who: Subject) -> str:
    return opened(datum, str(who.delegate.key)) if datum else ""


def _refuse_stale(
    who: Subject, held: Mapping[str, Datum], typed: Mapping[str, str], seen: str | None
) -> None:
    """Contacts only: what is sealed is never shown in a form, so it is replaced on purpose."""
    if seen is None or seen == personal.seen_of(held.values()):
        return
    theirs = {field: datum.text for field, datum in held.items() if datum.sealed is None}
    yours = {field: value for field, value in typed.items() if kinds.CLASS_OF[field] not in kinds.SEALED}
    if any(theirs.get(field, "") != value for field, value in yours.items()):
        by = max(held.values(), key=lambda datum: datum.set_at).set_by if held else ""
        raise kinds.Changed(by=by, theirs=dict(theirs), yours=dict(yours), version=0)


# -- reading --


@walled
def read(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    delegates: Sequence[str],
    fields: Iterable[str],
    purpose: str,
    where: str,
) -> dict[str, dict[str, str]]:
    """The values of these fields, by delegate's key and field; what is not given is left out.

    `purpose`: one of Purpose, or a reason in words of the program; `where`: "page", "list", "export", "mail". One journal
    line for each person of whom something sealed is read. Who may not read what is sealed gets Refused.
    """
    reached = access.reach(actor=actor, preparation=preparation)
    people = list(
        Delegate.objects.filter(
            preparation=reached.preparation, key__in=delegates, erased_at=None
        ).select_related("body")
    )
    if len(people) != len(set(delegates)):
        raise Delegate.DoesNotExist(preparation)
    wanted = list(fields)
    _refuse_reader(actor, reached.preparation.secretariat_id, people, wanted)
    found: dict[str, dict[str, str]] = {str(person.key): {} for person in people}
    keys = {person.pk: str(person.key) for person in people}
    for datum in Datum.objects.filter(delegate__in=people, field__in=wanted):
        key = keys[datum.delegate_id]
        found[key][datum.field] = opened(datum, key)
    told = {"purpose": purpose, "where": where, "preparation": preparation}
    sealed = {person: sorted(consent_rules.resting(found[str(person.key)])) for person in people}
    _tell(
        actor, at, personal_readings.READ, {person: names for person, names in sealed.items() if names}, told
    )
    return found


def tell_export(*, actor: Actor, at: datetime, who: Subject, fields: Iterable[str], reason: str) -> None:
    """The line of a copy of everything; within the verb that hands it out."""
    told = {"purpose": reason or "own", "where": "export", "preparation": who.preparation.slug}
    _tell(actor, at, personal_readings.EXPORTED, {who.delegate: sorted(fields)}, told)


def _refuse_reader(actor: Actor, secretariat: int, people: Iterable[Delegate], fields: Iterable[str]) -> None:
    sealed = consent_rules.resting(fields)
    for person in people:
        who: dict[str, Any] = {
            "actor": actor,
            "secretariat": secretariat,
            "body": person.body_id,
            "delegate": person.pk,
        }
        if not rules.may_read_contacts(**who):
            raise Delegate.DoesNotExist(str(person.key))
        if sealed and not rules.may_read_sealed(**who):
            raise rights.not_yours()


def _tell(
    actor: Actor,
    at: datetime,
    verb: str,
    read_of: Mapping[Delegate, Sequence[str]],
    told: Mapping[str, object],
) -> None:
    """One line for each person; the first reading from a country names the border it crossed."""
    if not read_of:
        return
    country = personal_readings.country_of(actor)
    first = personal_readings.first_crossings([str(person.key) for person in read_of], country)
    lines = []
    for person, fields in read_of.items():
        details: dict[str, object] = {"fields": list(fields), "body": actor.body_slug, **told}
        crossed = rules.crossing(country_from=person.body.country, country_to=country)
        if crossed and str(person.key) in first:
            details |= {"from": crossed[0], "to": crossed[1]}
        lines.append(Line(verb, "delegate", str(person.key), details, public=False))
    journal.record(actor=actor, at=at, lines=lines)


# -- keys --


@transaction.atomic
def reseal(*, actor: Actor, at: datetime, size: int = 500) -> int:
    """Seal with the newest key what older ones sealed, its history included: so many values at most, returns how many.

    By the owner of the tables; call it until it returns 0, then the older keys may go.
    """
    newest = sealing.newest()
    rows = list(
        Datum.objects.select_for_update(of=("self",), skip_locked=True)
        .exclude(sealed=None)
        .exclude(sealed_with=newest)
        .order_by("pk")[:size]
    )
    history: Any = Datum._meta.get_field("events").related_model
    # The history of who was removed goes with the next erasure; it opens nothing any more.
    standing = history.objects.filter(delegate_id__in=Delegate.objects.values("pk"))
    old = list(standing.exclude(sealed=None).exclude(sealed_with=newest).order_by("pk")[:size])
    keys = dict(
        Delegate.objects.filter(pk__in={row.delegate_id for row in [*rows, *old]}).values_list("pk", "key")
    )
    for row in [*rows, *old]:
        place = about(str(keys[row.delegate_id]), row.field)
        opened_now = sealing.unseal(bytes(row.sealed), key=row.sealed_with, about=place)
        sealed = sealing.seal(opened_now, about=place)
        type(row).objects.filter(pk=row.pk).update(sealed=sealed.data, sealed_with=sealed.key)
    return len(rows) + len(old)
