"""The data of one person: what is asked, what was given, who read it, and what it rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F

from interlocal.delegations import kinds
from interlocal.delegations.models import Consent, Datum, Delegate, Invitation, Preparation, Wish
from interlocal.delegations.queries import access, needs
from interlocal.delegations.queries.personal_readings import Reading, readings_of
from interlocal.delegations.rules import erasure
from interlocal.delegations.rules import personal as rules
from interlocal.delegations.rules.needs import Asked
from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.identity import sealing
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class Subject:
    """One person of whom data is kept, with the preparation around; rows of the room, for its own shelves only."""

    preparation: Preparation
    delegate: Delegate
    invitation: Invitation
    reads_sealed: bool
    writes: bool
    is_own: bool

    @property
    def is_over(self) -> bool:
        return self.preparation.closed_on is not None


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field that is asked. `shown` is the value as the actor may see it: plain, covered or empty. `typed` is what a
    form begins with: plain contacts only.
    """

    field: str
    data_class: str
    purpose: str
    required: bool
    erased_on: date
    is_given: bool
    is_sealed: bool
    shown: str
    typed: str


@dataclass(frozen=True, slots=True)
class ConsentRow:
    version: str
    language: str
    fields: tuple[str, ...]
    given_by: str
    given_at: datetime


@dataclass(frozen=True, slots=True)
class WishRow:
    id: int
    kind: str
    text: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class DataPage:
    """`seen` goes with the form: what was saved after it is noticed. `missing`: required fields nobody filled in."""

    key: str
    preparation: str
    title: Shown
    body: str
    body_name: Shown
    secretariat: Shown
    family: str
    given: str
    script_language: str
    latin: str
    post: Shown | None
    language: str
    rows: tuple[FieldRow, ...]
    consent: ConsentRow | None
    readings: tuple[Reading, ...]
    wishes: tuple[WishRow, ...]
    seen: str
    reads_sealed: bool
    may_write: bool
    is_own: bool
    is_over: bool
    is_headcount: bool
    erased_at: datetime | None
    crosses: tuple[str, str] | None
    last_on: date

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(row.field for row in self.rows if row.required and not row.is_given)

    @property
    def asks_sealed(self) -> tuple[str, ...]:
        """Classes among what is asked that rest on consent."""
        found = {row.data_class for row in self.rows}
        return tuple(each for each in kinds.SEALED if each in found)

    @property
    def agreed(self) -> tuple[str, ...]:
        """Those of `asks_sealed` for which consent stands."""
        given = set(self.consent.fields if self.consent else ())
        return tuple(
            each
            for each in self.asks_sealed
            if given.issuperset(row.field for row in self.rows if row.data_class == each)
        )

    @property
    def covered(self) -> tuple[str, ...]:
        """Given sealed fields: what can be shown on demand."""
        return tuple(row.field for row in self.rows if row.is_sealed and row.is_given)


@walled
def data_page(*, actor: Actor, preparation: str, delegate: str) -> DataPage:
    """By the delegate's key; DoesNotExist for who may not see this person."""
    who = subject(actor=actor, preparation=preparation, delegate=delegate)
    asked = {each.field: each for each in needs.asked_by(who.preparation)}
    data = {datum.field: datum for datum in Datum.objects.filter(delegate=who.delegate)}
    found, person = who.preparation, who.delegate
    return DataPage(
        key=str(person.key),
        preparation=found.slug,
        title=found.name.shown(reading()),
        body=person.body.slug,
        body_name=labels.shown(person.body.label, reading()),
        secretariat=labels.shown(found.secretariat.label, reading()),
        family=person.family,
        given=person.given,
        script_language=person.script_language,
        latin=" ".join(filter(None, (person.latin_family, person.latin_given))),
        post=person.post.shown(reading()) if person.post else None,
        language=person.language,
        rows=tuple(_row(who, asked[field], data.get(field)) for field in _visible(who, asked)),
        consent=_consent(person) if who.reads_sealed else None,
        readings=readings_of(person) if who.reads_sealed else (),
        wishes=_wishes(person) if who.reads_sealed else (),
        seen=seen_of(data.values()),
        reads_sealed=who.reads_sealed,
        may_write=who.writes and person.erased_at is None,
        is_own=who.is_own,
        is_over=who.is_over,
        is_headcount=who.invitation.headcount is not None,
        erased_at=person.erased_at,
        crosses=rules.crossing(
            country_from=person.body.country,
            country_to=found.secretariat.country,
        ),
        last_on=found.until_on - timedelta(days=1),
    )


def subject(*, actor: Actor, preparation: str, delegate: str, lock: bool = False) -> Subject:
    """The person of this key for who may see their contacts; Delegate.DoesNotExist for others. Only within the wall."""
    found = access.reach(actor=actor, preparation=preparation).preparation
    rows = Delegate.objects.select_related("body")
    if lock:
        rows = rows.select_for_update(of=("self",))
    person = rows.get(preparation=found, key=delegate)
    who: dict[str, Any] = {
        "actor": actor,
        "secretariat": found.secretariat_id,
        "body": person.body_id,
        "delegate": person.pk,
    }
    if not rules.may_read_contacts(**who):
        raise Delegate.DoesNotExist(delegate)
    return Subject(
        preparation=found,
        delegate=person,
        invitation=_invitation(person),
        reads_sealed=rules.may_read_sealed(**who),
        writes=rules.may_write(**who),
        is_own=rules.is_own(actor=actor, delegate=person.pk),
    )


@walled
def body_of(*, actor: Actor, preparation: str, delegate: str) -> str:
    """The slug of the body that sends this person."""
    return subject(actor=actor, preparation=preparation, delegate=delegate).delegate.body.slug


def facts_of(*, preparation: Preparation, today: date, nationality: str = "") -> rules.Facts:
    return rules.Facts(today, preparation.until_on - timedelta(days=1), nationality)


def opened(datum: Datum, key: str) -> str:
    """The value itself. Whoever shows it enters it in the journal: `commands.personal.read`."""
    if datum.sealed is None:
        return datum.text
    return sealing.unseal(bytes(datum.sealed), key=datum.sealed_with, about=about(key, datum.field))


def about(key: str, field: str) -> str:
    """What a sealed value is bound to."""
    return f"{key}|{field}"


def standing_consent(delegate: Delegate) -> Consent | None:
    return Consent.objects.filter(delegate=delegate, withdrawn_at=None).first()


def seen_of(data: Iterable[Datum]) -> str:
    """The moment of the newest value."""
    moments = [datum.set_at for datum in data]
    return max(moments).isoformat() if moments else ""


def _invitation(person: Delegate) -> Invitation:
    # A delegate's own link does not see the invitation; it is told what matters of it: that somebody is named.
    found = Invitation.objects.filter(pk=person.invitation_id).first()
    return found or Invitation(pk=person.invitation_id, headcount=None)


def _visible(who: Subject, asked: Mapping[str, Asked]) -> list[str]:
    return [
        field
        for field in rules.fields_asked(asked)
        if who.reads_sealed or kinds.CLASS_OF[field] not in kinds.SEALED
    ]


def _row(who: Subject, need: Asked, datum: Datum | None) -> FieldRow:
    is_sealed = kinds.CLASS_OF[need.field] in kinds.SEALED
    value = opened(datum, str(who.delegate.key)) if datum else ""
    shown = rules.masked(need.field, value) if is_sealed and datum else str(rules.worded(need.field, value))
    return FieldRow(
        field=need.field,
        data_class=kinds.CLASS_OF[need.field],
        purpose=need.purpose,
        required=need.required,
        erased_on=erasure.erased_on(
            closed_on=who.preparation.closed_on,
            until_on=who.preparation.until_on,
            kept_days=need.kept_days,
        ),
        is_given=datum is not None,
        is_sealed=is_sealed,
        shown=shown,
        typed="" if is_sealed else value,
    )


def _consent(person: Delegate) -> ConsentRow | None:
    found = standing_consent(person)
    if found is None:
        return None
    return ConsentRow(found.text_version, found.language, tuple(found.fields), found.given_by, found.given_at)


def _wishes(person: Delegate) -> tuple[WishRow, ...]:
    rows = Wish.objects.filter(delegate=person, settled_at=None).order_by("asked_at")
    return tuple(WishRow(row.pk, row.kind, row.text, row.asked_at) for row in rows)


def open_wishes(preparation: Preparation) -> list[tuple[str, str, str, datetime]]:
    """(key, body, kind, asked at) of what people asked and nobody settled; oldest first. Only within the wall."""
    return list(
        Wish.objects.filter(preparation=preparation, settled_at=None)
        .order_by("asked_at")
        .values_list(F("delegate__key"), F("body__slug"), "kind", "asked_at")
    )
