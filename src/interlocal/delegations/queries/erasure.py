"""What has to be erased by when, and what was. The first half is for the owner of the tables only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from interlocal.delegations import kinds
from interlocal.delegations.models import Certificate, Consent, Datum, Delegate, Need, Preparation
from interlocal.delegations.queries import access, needs
from interlocal.delegations.queries.personal import open_wishes
from interlocal.delegations.rules import consent as consent_rules
from interlocal.delegations.rules import erasure as rules
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.identity.walls import walled

# After these the job has something to do at once; the rest waits for its day.
CUES = ("consent_withdrawn", "data_saved", "needs_set", "person_erased", "removed", "closed")

_DUE = """
    with ends as (
        select id, least(coalesce(closed_on, until_on + %(forgotten)s), until_on + %(forgotten)s) as on_day
        from delegations_preparation
    )
    select d.delegate_id from delegations_datum d
    join ends on ends.id = d.preparation_id
    left join delegations_need n on n.preparation_id = d.preparation_id and n.field = d.field
    left join delegations_consent c on c.delegate_id = d.delegate_id and c.withdrawn_at is null
    where n.id is null or %(today)s >= ends.on_day + n.kept_days
       or (d.field = any(%(sealed)s) and not coalesce(c.fields ? d.field, false))
    union
    select e.delegate_id from delegations_datumevent e
    where not exists (select from delegations_datum d where d.id = e.pgh_obj_id)
    order by 1
"""
_PERSONS = """
    select g.id from delegations_delegate g where g.erased_at is not null and exists (
        select from delegations_delegateevent e where e.pgh_obj_id = g.id and e.erased_at is null
    ) order by 1
"""
_ADDRESSES = """
    select p.id from delegations_preparation p
    where %(today)s >= least(coalesce(p.closed_on, p.until_on + %(forgotten)s), p.until_on + %(forgotten)s) + %(days)s
    and (
        exists (select from delegations_mail m where m.preparation_id = p.id and m.to_email <> '')
        or exists (select from delegations_link l where l.preparation_id = p.id and (l.name <> '' or l.email <> ''))
        or exists (select from delegations_escort s where s.preparation_id = p.id and s.name <> '')
        or exists (select from delegations_invitation i where i.preparation_id = p.id
                   and (i.contact_name <> '' or i.contact_email <> ''))
    ) order by 1
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was erased: row id and slug of the preparation, key of the delegate or ""."""

    preparation: int
    slug: str
    delegate: str


def delegates_with_due_data(*, today: date) -> list[int]:
    sealed = [field for field, of in kinds.CLASS_OF.items() if of in kinds.SEALED]
    return _ids(_DUE, {"today": today, "forgotten": rules.FORGOTTEN.days, "sealed": sealed})


def persons_to_erase() -> list[int]:
    """Erased on their pages, with their history still to go."""
    return _ids(_PERSONS, {})


def preparations_with_due_addresses(*, today: date) -> list[int]:
    days = kinds.RETENTION["contact"]
    return _ids(_ADDRESSES, {"today": today, "forgotten": rules.FORGOTTEN.days, "days": days})


def due_fields(*, delegate: int, today: date) -> dict[str, list[str]]:
    """The fields of one person that have to go today, by reason."""
    data = list(Datum.objects.filter(delegate_id=delegate).select_related("preparation"))
    if not data:
        return {}
    found: dict[str, list[str]] = {}
    kept = dict(Need.objects.filter(preparation_id=data[0].preparation_id).values_list("field", "kept_days"))
    consent = Consent.objects.filter(delegate_id=delegate, withdrawn_at=None).first()
    for datum in sorted(data, key=lambda each: each.field):
        reason = rules.reason_for(
            datum.field,
            due=_due(datum.preparation, kept.get(datum.field)),
            agreed=consent.fields if consent else (),
            today=today,
        )
        if reason:
            found.setdefault(reason, []).append(datum.field)
    return found


def gone_by(*, delegate: int, fields: list[str]) -> dict[str, list[str]]:
    """Why people took these fields away themselves, by reason: with their consent, or singly."""
    consent = Consent.objects.filter(delegate_id=delegate, withdrawn_at=None).first()
    rested = set(consent_rules.resting(fields)) - set(consent.fields if consent else ())
    found = {
        "withdrawn": [field for field in fields if field in rested],
        "removed": [field for field in fields if field not in rested],
    }
    return {reason: each for reason, each in found.items() if each}


def _due(preparation: Preparation, days: int | None) -> date | None:
    if days is None:
        return None
    return rules.erased_on(closed_on=preparation.closed_on, until_on=preparation.until_on, kept_days=days)


def place_of(delegate: int) -> Place | None:
    found = Delegate.objects.filter(pk=delegate).select_related("preparation").first()
    return Place(found.preparation_id, found.preparation.slug, str(found.key)) if found else None


def last_digest(preparation: int) -> str:
    newest = Certificate.objects.filter(preparation_id=preparation).order_by("-at", "-pk").first()
    return newest.digest if newest else ""


def cued_since(entry: int) -> int | None:
    """The newest journal line after `entry` that gives the job something to do."""
    return (
        Entry.objects.filter(id__gt=entry, verb__in=CUES).order_by("-id").values_list("id", flat=True).first()
    )


def _ids(statement: str, values: Mapping[str, Any]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


# -- for people --


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """`counts` by field in the order of the list, `classes` by class of data."""

    at: datetime
    reason: str
    counts: tuple[tuple[str, int], ...]
    classes: tuple[tuple[str, int], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """A class of data: how many values are kept, and from which day to which they go."""

    data_class: str
    values: int
    first_on: date | None
    last_on: date | None


@dataclass(frozen=True, slots=True)
class WishTold:
    key: str
    body: str
    kind: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    slug: str
    title: Shown
    closed_on: date | None
    closes_on: date
    kept: tuple[KeptRow, ...]
    people: int
    erased_people: int
    consents: int
    wishes: tuple[WishTold, ...]
    certificates: tuple[CertificateRow, ...]


@walled
def privacy_page(*, actor: Actor, preparation: str) -> PrivacyPage:
    """For who looks over the preparation; Preparation.DoesNotExist for others."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    erased = list(Delegate.objects.filter(preparation=found).values_list("erased_at", flat=True))
    return PrivacyPage(
        slug=found.slug,
        title=found.name.shown(reading()),
        closed_on=found.closed_on,
        closes_on=rules.closes_on(closed_on=found.closed_on, until_on=found.until_on),
        kept=_kept(found),
        people=len(erased),
        erased_people=sum(at is not None for at in erased),
        consents=Consent.objects.filter(preparation=found, withdrawn_at=None).count(),
        wishes=tuple(WishTold(str(row[0]), *row[1:]) for row in open_wishes(found)),
        certificates=tuple(
            _certificate(row) for row in Certificate.objects.filter(preparation=found).order_by("-at", "-pk")
        ),
    )


def _kept(preparation: Preparation) -> tuple[KeptRow, ...]:
    held = needs.held_by(preparation)
    days: dict[str, list[date]] = {}
    for need in needs.asked_by(preparation):
        due = _due(preparation, need.kept_days)
        if due:
            days.setdefault(kinds.CLASS_OF[need.field], []).append(due)
    counts = rules.by_class(held)
    return tuple(
        KeptRow(
            of, counts.get(of, 0), min(days.get(of, ()), default=None), max(days.get(of, ()), default=None)
        )
        for of in kinds.DataClass.values
    )


def _certificate(row: Certificate) -> CertificateRow:
    order = [*kinds.Field.values, rules.PERSON, rules.ADDRESSES]
    counts = tuple((field, row.counts[field]) for field in order if field in row.counts)
    return CertificateRow(row.at, row.reason, counts, tuple(rules.by_class(dict(counts)).items()), row.digest)
