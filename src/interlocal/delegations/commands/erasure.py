"""The job that forgets: data whose time is over, whose consent was taken back, or of whom asked to be erased.

Run by the owner of the tables, who alone reaches the histories. Each person is one transaction; the ledger outside the
database is written before it commits, so that a kill in the middle costs a line told twice and never one untold.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from interlocal.delegations.commands import erasure_persons
from interlocal.delegations.models import Certificate, Datum, Delegate, Preparation
from interlocal.delegations.queries import erasure as queries
from interlocal.delegations.rules import erasure as rules
from interlocal.identity import commands as journal
from interlocal.identity.commands import Line
from interlocal.identity.kinds import Actor

Tell = Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Erased:
    """What one run did: how many people lost something, and how many values."""

    people: int = 0
    values: int = 0

    def plus(self, values: int) -> "Erased":
        return Erased(self.people + bool(values), self.values + values)


def erase_due(*, actor: Actor, at: datetime, tell: Tell) -> Erased:
    """Erase all that has to go by now; running it again changes nothing. `tell` keeps a line outside the database."""
    done = Erased()
    for delegate in queries.persons_to_erase():
        done = done.plus(_erase_person(delegate, actor, at, tell))
    for delegate in queries.delegates_with_due_data(today=at.date()):
        done = done.plus(_erase_data(delegate, actor, at, tell))
    for preparation in queries.preparations_with_due_addresses(today=at.date()):
        done = done.plus(_erase_addresses(preparation, actor, at, tell))
    return done


@transaction.atomic
def _erase_data(delegate: int, actor: Actor, at: datetime, tell: Tell) -> int:
    """Values of one person that are due, and every trace of values that are no more."""
    _hold(delegate)
    by_reason = queries.due_fields(delegate=delegate, today=at.date())
    for fields in by_reason.values():
        Datum.objects.filter(delegate_id=delegate, field__in=fields).delete()
    leftover = _drop_orphans(delegate)
    known = {field for fields in by_reason.values() for field in fields}
    for reason, rest in queries.gone_by(delegate=delegate, fields=sorted(set(leftover) - known)).items():
        by_reason.setdefault(reason, []).extend(rest)
    where = queries.place_of(delegate)
    if where is None:
        return 0
    for reason, fields in sorted(by_reason.items()):
        _certify(where, "data", fields, reason, actor, at, tell)
    return sum(len(fields) for fields in by_reason.values())


@transaction.atomic
def _erase_person(delegate: int, actor: Actor, at: datetime, tell: Tell) -> int:
    """All of somebody: what the verb blanked on the page goes out of the histories and out of others' texts, too."""
    _hold(delegate)
    where = queries.place_of(delegate)
    if where is None:
        return 0
    fields = erasure_persons.forget(delegate)
    _drop_orphans(delegate)
    _certify(where, rules.PERSON, [rules.PERSON, *fields], "request", actor, at, tell)
    return 1 + len(fields)


@transaction.atomic
def _erase_addresses(preparation: int, actor: Actor, at: datetime, tell: Tell) -> int:
    """Names and addresses in links, letters, and of helpers, when the time of contacts is over."""
    found = Preparation.objects.select_for_update().get(pk=preparation)
    number = erasure_persons.forget_addresses(preparation)
    if number:
        where = queries.Place(found.pk, found.slug, "")
        _certify(where, rules.ADDRESSES, [rules.ADDRESSES] * number, "retention", actor, at, tell)
    return number


def replay(*, actor: Actor, at: datetime, lines: Iterable[Mapping[str, Any]]) -> Erased:
    """After a restore: what the ledger says was erased is erased again, with the certificates of then."""
    done = Erased()
    for line in lines:
        done = done.plus(_replay(line, actor, at))
    return done


@transaction.atomic
def _replay(line: Mapping[str, Any], actor: Actor, at: datetime) -> int:
    preparation = Preparation.objects.select_for_update().filter(slug=line["preparation"]).first()
    if preparation is None or Certificate.objects.filter(digest=line["digest"]).exists():
        return 0
    moment = datetime.fromisoformat(line["at"])
    number = _again(line, preparation, moment)
    place = queries.Place(preparation.pk, preparation.slug, line["delegate"])
    _count(place, line["fields"], line["reason"], moment, line["digest"])
    journal.record(actor=actor, at=at, lines=[_entry(place, line["what"], line["fields"], "replay")])
    return number


def _again(line: Mapping[str, Any], preparation: Preparation, moment: datetime) -> int:
    if line["what"] == rules.ADDRESSES:
        return erasure_persons.forget_addresses(preparation.pk)
    person = Delegate.objects.filter(preparation=preparation, key=line["delegate"]).first()
    if person is None:
        return 0
    if line["what"] == rules.PERSON:
        erasure_persons.blank(person, at=moment)
        fields = erasure_persons.forget(person.pk)
        _drop_orphans(person.pk)
        return 1 + len(fields)
    gone, _by_model = Datum.objects.filter(
        delegate=person, field__in=line["fields"], set_at__lte=moment
    ).delete()
    _drop_orphans(person.pk)
    return gone


def _hold(delegate: int) -> None:
    """One after the other in a preparation: certificates are a chain."""
    list(
        Preparation.objects.select_for_update()
        .filter(pk__in=Delegate.objects.filter(pk=delegate).values("preparation_id"))
        .values_list("pk", flat=True)
    )


def _drop_orphans(delegate: int) -> list[str]:
    """The history of values that are no more; returns their fields."""
    with connection.cursor() as cursor:
        cursor.execute(
            "delete from delegations_datumevent e where e.delegate_id = %s"
            " and not exists (select from delegations_datum d where d.id = e.pgh_obj_id) returning e.field",
            [delegate],
        )
        return sorted({row[0] for row in cursor.fetchall()})


def _certify(
    where: queries.Place, what: str, fields: list[str], reason: str, actor: Actor, at: datetime, tell: Tell
) -> None:
    line = {
        "preparation": where.slug,
        "delegate": where.delegate,
        "what": what,
        "fields": sorted(fields),
        "reason": reason,
    }
    digest = rules.chained(queries.last_digest(where.preparation), line)
    _count(where, fields, reason, at, digest)
    journal.record(actor=actor, at=at, lines=[_entry(where, what, fields, reason)])
    # Last before the commit: a line too many is harmless, one too few brings somebody back after a restore.
    tell({**line, "at": at.isoformat(), "digest": digest})


def _count(where: queries.Place, fields: Iterable[str], reason: str, at: datetime, digest: str) -> None:
    """Into the day's certificate for this reason."""
    today = Certificate.objects.filter(
        preparation_id=where.preparation, reason=reason, at__date=at.date()
    ).first()
    found = today or Certificate(preparation_id=where.preparation, reason=reason, counts={})
    found.at, found.digest = at, digest
    found.counts = rules.added(found.counts, fields)
    found.save()


def _entry(where: queries.Place, what: str, fields: Iterable[str], reason: str) -> Line:
    kind, key = ("delegate", where.delegate) if where.delegate else ("preparation", where.slug)
    told = {"fields": sorted(set(fields)), "reason": reason, "what": what, "preparation": where.slug}
    return Line("data_erased", kind, key, told, public=False)
