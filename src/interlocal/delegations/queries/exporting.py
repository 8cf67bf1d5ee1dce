"""Everything kept about one person, as a tree of plain values and as tables that people read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.models import (
    Change,
    CheckIn,
    Consent,
    Datum,
    Decision,
    Link,
    Mail,
    Moved,
    Wish,
)
from interlocal.delegations.queries.personal import Subject, opened
from interlocal.delegations.queries.personal_readings import EXPORTED, READ
from interlocal.delegations.rules import personal as rules
from interlocal.ground import wording
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import OWN_NAMES, reading
from interlocal.identity.kinds import Actor, Role, Scope
from interlocal.identity.models import Entry

SALT: Final = "interlocal.copy-of-data"
# Rows of a person, under the name of their section in the file.
OF_PERSON: Final[tuple[tuple[str, Any, type[Any]], ...]] = (
    ("consents", _("Consents"), Consent),
    ("decisions", _("Decisions"), Decision),
    ("changes", _("Late changes"), Change),
    ("places_in_order", _("Places in the order"), Moved),
    ("check_ins", _("Check-ins"), CheckIn),
    ("mails", _("Mails"), Mail),
    ("links", _("Personal links"), Link),
    ("wishes", _("Corrections and erasures asked for"), Wish),
)
# Of no meaning outside this database, or no fact of the person.
_INTERNAL = """
id key preparation body delegate invitation secret_hash by_user version of_version made_by before_body before_delegate same_as
in_place_of person once sealed sealed_with context text_sha256
"""
INTERNAL: Final = frozenset(_INTERNAL.split())
LABELS: Final[Mapping[str, Any]] = {
    "after": _("after"),
    "answer": _("answer"),
    "answered_at": _("answered at"),
    "answered_by": _("answered by"),
    "approved_at": _("approved at"),
    "asked_at": _("asked at"),
    "asked_by": _("asked by"),
    "at": _("at"),
    "attempts": _("attempts"),
    "before": _("before"),
    "body": _("for whom"),
    "by": pgettext_lazy("who did it", "by"),
    "changed_at": _("changed at"),
    "changed_by": _("changed by"),
    "day": _("day of the event"),
    "desk": _("desk"),
    "email": _("e-mail"),
    "erased_at": _("erased at"),
    "event": _("event"),
    "from": pgettext_lazy("country data went from", "from"),
    "error": _("error"),
    "expires_at": _("valid until"),
    "family": _("family name"),
    "field": _("item"),
    "fields": _("items"),
    "given": _("given name"),
    "given_at": _("given at"),
    "given_by": _("given by"),
    "grade": _("rank"),
    "kind": pgettext_lazy("sort of a thing", "kind"),
    "language": _("language"),
    "languages": _("languages"),
    "latin_family": _("family name in Latin letters"),
    "latin_given": _("given name in Latin letters"),
    "latin_origin": _("origin of the Latin spelling"),
    "made_at": _("made at"),
    "name": _("name"),
    "name_keys": _("forms for matching names"),
    "next_at": _("tried again at"),
    "nominated_at": _("nominated at"),
    "part": _("part"),
    "position": _("place in the list"),
    "post": _("post"),
    "preparation": _("event"),
    "purpose": _("purpose"),
    "post_since": _("in post since"),
    "queued_by": _("sent off by"),
    "reading_family": _("reading of the family name"),
    "reading_given": _("reading of the given name"),
    "reading_origin": _("origin of the reading"),
    "reason": _("reason"),
    "reply_to": _("answers go to"),
    "revoked_at": _("ended at"),
    "role": _("role"),
    "script_language": _("language of the name"),
    "seen_at": _("seen at"),
    "send_at": _("to be sent at"),
    "sent_at": _("sent at"),
    "sent_by": _("sent by"),
    "set_at": _("entered at"),
    "set_by": _("entered by"),
    "settled_at": _("settled at"),
    "settled_by": _("settled by"),
    "stage": _("decision"),
    "state": _("state"),
    "subject": _("subject"),
    "text": _("text"),
    "text_version": _("version of the text"),
    "to": pgettext_lazy("country data went to", "to"),
    "to_email": _("to address"),
    "to_name": _("to"),
    "undone_at": _("undone at"),
    "undone_by": _("undone by"),
    "used_at": _("used at"),
    "value": _("value"),
    "waiting_since": _("waiting since"),
    "walk_in": _("came without nomination"),
    "was": _("state before"),
    "where": _("way"),
    "withdrawn_at": _("withdrawn at"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """One table: `rows` of (label, value as text), empty values left out."""

    name: str
    title: Any
    rows: tuple[tuple[tuple[Any, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Everything of one person: `tree` for machines, `sections` for people, worded in the language in which they are
    asked for; `language` is the person's.
    """

    key: str
    called: str
    language: str
    tree: Mapping[str, Any]
    titles: Mapping[str, Any]

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(_section(name, self.titles[name], rows) for name, rows in self.tree.items() if rows)


@dataclass(frozen=True, slots=True)
class Ticket:
    """What a single-use link opens: the person's own view of the person."""

    actor: Actor
    preparation: str
    delegate: str
    once: UUID
    until: datetime


class TicketOver(ObjectDoesNotExist):
    """The link was altered or its day is over."""


def everything(who: Subject) -> Copy:
    """For `commands.exporting`, which tells the journal. Only within the wall."""
    person = who.delegate
    trees: dict[str, list[dict[str, Any]]] = {
        "person": [{"event": person.preparation.slug, "sent_by": person.body.slug, **_tree(person)}],
        "data": [
            _datum(row, str(person.key)) for row in Datum.objects.filter(delegate=person).order_by("pk")
        ],
    }
    titles: dict[str, Any] = {"person": _("Name and post"), "data": _("Data given")}
    for name, title, model in OF_PERSON:
        trees[name] = [_tree(row) for row in model.objects.filter(delegate=person).order_by("pk")]
        titles[name] = title
    trees["readings"], titles["readings"] = _readings(str(person.key)), _("Who read sealed data")
    return Copy(
        key=str(person.key),
        called=f"{person.family} {person.given}".strip(),
        language=person.language,
        tree=trees,
        titles=titles,
    )


def columns_of(model: type[Any]) -> list[str]:
    """What is handed out of a table."""
    return [column.name for column in model._meta.concrete_fields if column.name not in INTERNAL]


def _tree(row: Any) -> dict[str, Any]:
    return {column: _plain(getattr(row, column)) for column in columns_of(type(row))}


def _datum(row: Datum, key: str) -> dict[str, Any]:
    told = {name: _plain(getattr(row, name)) for name in ("field", "set_at", "set_by")}
    return {**told, "value": opened(row, key)}


def _readings(key: str) -> list[dict[str, Any]]:
    lines = Entry.objects.filter(
        subject_kind="delegate", subject_key=key, verb__in=(READ, EXPORTED)
    ).order_by("id")
    return [{"by": line.actor, "at": line.at.isoformat(), **line.details} for line in lines]


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Localised):
        return {lang: version.text for lang, version in value.versions.items()}
    return value


def _section(name: str, title: Any, rows: Sequence[Mapping[str, Any]]) -> Section:
    return Section(name, title, tuple(_cells(row) for row in rows))


def _cells(row: Mapping[str, Any]) -> tuple[tuple[Any, str], ...]:
    return tuple(
        (LABELS.get(column, column), text)
        for column, value in row.items()
        if (text := _said(row, column, value))
    )


def _said(row: Mapping[str, Any], column: str, value: Any) -> str:
    """A value as people read it."""
    if value is None or value in ("", [], {}) or value is False:
        return ""
    if column == "value":
        return str(rules.worded(row["field"], value))
    if column == "field":
        return str(kinds.Field(value).label)
    if column == "fields":
        return ", ".join(str(kinds.Field(each).label) for each in value if each in kinds.Field.values)
    if column == "at" or column.endswith("_at"):
        return _moment(value)
    if isinstance(value, Mapping):
        return " · ".join(f"{name}: {text}" for name, text in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return _choice(column, value)


def _moment(text: str) -> str:
    there = datetime.fromisoformat(text).astimezone(ZoneInfo(settings.OFFICE_ZONE))
    return f"{wording.print_date(PartialDate.of(there.date()), reading())} {there:%H:%M}"


_CHOICES: Final[Mapping[str, Any]] = {
    "part": kinds.Part,
    "grade": kinds.Grade,
    "state": kinds.State,
    "was": kinds.State,
    "stage": kinds.Stage,
    "purpose": kinds.Purpose,
    "role": Role,
}


def _choice(column: str, value: Any) -> str:
    if column in ("language", "script_language"):
        return OWN_NAMES.get(value, str(value))
    choices = _CHOICES.get(column)
    return str(choices(value).label) if choices and value in choices.values else str(value)


# -- single-use links --


def ticket_of(who: Subject, *, once: UUID, until: datetime) -> str:
    person = who.delegate
    told = [str(once), int(until.timestamp()), who.preparation.slug, str(person.key)]
    return signing.dumps([*told, who.preparation.pk, person.pk, person.body_id, person.body.slug], salt=SALT)


def open_ticket(*, token: str, at: datetime) -> Ticket:
    """Raise TicketOver when it is altered or its time is over; whether it was used is known when it is used."""
    try:
        once, until, slug, key, preparation, delegate, body, body_slug = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        raise TicketOver from None
    if at.timestamp() >= until:
        raise TicketOver
    scope = Scope(0, preparation, delegate)
    actor = Actor("personal copy", None, body, body_slug, frozenset({Role.DELEGATE}), False, scope)
    return Ticket(actor, slug, key, UUID(once), datetime.fromtimestamp(until, at.tzinfo))
