"""Forgetting somebody whole: the verb blanks what people see, the job what only the owner of the tables reaches.

The row stays, without a name, so that counts stay true.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from django.db import connection
from django.db.models import F

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.models import (
    Change,
    Consent,
    Datum,
    Decision,
    Delegate,
    Link,
    Mail,
    Moved,
    Wish,
)
from interlocal.delegations.queries import access, personal
from interlocal.delegations.rules import erasure as rules
from interlocal.identity import sealing
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled

GONE: Final = "—"
# Free texts of a preparation in which a person may be named; json columns are rewritten as text.
TEXTS: Final[dict[str, tuple[str, ...]]] = {
    "change": ("before", "after", "reason", "answer"),
    "decision": ("reason",),
    "escort": ("name", "reading"),
    "gift": ("giver", "receiver", "what", "note"),
    "invitation": ("letter", "note", "contact_name", "contact_email"),
    "mail": ("to_name", "subject", "text", "context", "error"),
    "moved": ("reason",),
    "note": ("text",),
    "wish": ("text",),
}
JSON: Final = ("before", "after", "context")
UNTRACKED: Final = ("mail",)
# Of the erased person only; their history goes as a whole.
OWN_HISTORIES: Final = ("datum", "consent", "decision", "change", "moved", "wish")
NAMES: Final = ("family", "given", "latin_family", "latin_given", "reading_family", "reading_given")
SHORTEST_VALUE: Final = 5
ADDRESSES: Final = (
    """update delegations_mail set to_name = '', to_email = '', reply_to = '', subject = '', text = '', context = '{}',
    error = '' where preparation_id = %s and to_email <> ''""",
    "update delegations_link set name = '', email = '' where preparation_id = %s and (name <> '' or email <> '')",
    "update delegations_escort set name = '', reading = '', phone = '' where preparation_id = %s and name <> ''",
    """update delegations_invitation set contact_name = '', contact_email = '' where preparation_id = %s
    and (contact_name <> '' or contact_email <> '')""",
)
ADDRESS_HISTORIES: Final = (
    "delete from delegations_escortevent where preparation_id = %s",
    "update delegations_invitationevent set contact_name = '', contact_email = '' where preparation_id = %s",
    # Of people who were removed again nothing but their history was left.
    """delete from delegations_delegateevent e where preparation_id = %s
    and not exists (select from delegations_delegate d where d.id = e.pgh_obj_id)""",
)


@walled
def erase_person(*, actor: Actor, at: datetime, preparation: str, delegate: str) -> list[int]:
    """Erase all of a person at their request; their seat becomes free. Returns the ids of who got a seat.

    Pages show nothing any more when this returns; histories are gone with the next run of the job.
    """
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    who = personal.subject(actor=actor, preparation=preparation, delegate=delegate, lock=True)
    person = who.delegate
    if obstacle := rules.obstacle_to_erasing_person(
        actor=actor, secretariat=found.secretariat_id, body=person.body_id
    ):
        raise obstacle
    if person.erased_at is not None:
        return []
    held_seat = person.state in kinds.STANDING
    blank(person, at=at)
    Wish.objects.filter(delegate=person, settled_at=None).update(settled_at=at, settled_by=actor.name)
    keeping.enter(
        actor=actor, at=at, verb="person_erased", kind="delegate", key=delegate, preparation=preparation
    )
    return seats.fill(preparation=found, at=at) if held_seat and found.closed_on is None else []


def blank(person: Delegate, *, at: datetime) -> None:
    """The rows as people see them: no name, no post, no data, no letter; state and counts stay."""
    Delegate.objects.filter(pk=person.pk).update(
        **dict.fromkeys(NAMES, ""),
        latin_origin="",
        reading_origin="",
        post=None,
        post_since=None,
        languages=[],
        name_keys=[],
        person=None,
        same_as=None,
        erased_at=at,
        state=_state_after(person),
        waiting_since=None,
        version=F("version") + 1,
    )
    Delegate.objects.filter(same_as=person.pk).update(same_as=None)
    Datum.objects.filter(delegate=person).delete()
    Consent.objects.filter(delegate=person, withdrawn_at=None).update(withdrawn_at=at)
    Consent.objects.filter(delegate=person).update(given_by="")
    Decision.objects.filter(delegate=person).update(reason="")
    Change.objects.filter(delegate=person).update(before={}, after={}, reason="", answer="")
    Moved.objects.filter(delegate=person).update(reason="")
    Wish.objects.filter(delegate=person).update(text="")
    Link.objects.filter(delegate=person, revoked_at=None).update(revoked_at=at)
    Link.objects.filter(delegate=person).update(name="", email="")
    Mail.objects.filter(
        delegate=person, state__in=[kinds.MailState.DRAFT, kinds.MailState.QUEUED, kinds.MailState.FAILED]
    ).update(state=kinds.MailState.DISCARDED)
    Mail.objects.filter(delegate=person).update(
        to_name="", to_email="", reply_to="", subject="", text="", context={}, error=""
    )


def _state_after(person: Delegate) -> str:
    """Who was still coming comes no more; who attended did attend."""
    attended = person.checkins.filter(undone_at=None).exists()
    coming = (*kinds.STANDING, kinds.State.WAITING, kinds.State.DRAFT)
    return kinds.State.WITHDRAWN if person.state in coming and not attended else person.state


# -- the job's half --


def forget(delegate: int) -> list[str]:
    """Histories and others' texts of somebody already blanked; returns the fields that were in the history."""
    person = Delegate.objects.get(pk=delegate)
    fields, values = _values(person)
    _scrub(person.preparation_id, [*_spellings(delegate), *values])
    with connection.cursor() as cursor:
        for table in OWN_HISTORIES:
            cursor.execute(
                f"delete from delegations_{table}event where delegate_id = %s",  # noqa: S608  # our own names
                [delegate],
            )
        cursor.execute(
            "delete from delegations_delegateevent where pgh_obj_id = %s and erased_at is null", [delegate]
        )
    return fields


def forget_addresses(preparation: int) -> int:
    """Links, letters, helpers and contacts of a preparation; returns how many rows lost something."""
    number = 0
    with connection.cursor() as cursor:
        for statement in ADDRESSES:
            cursor.execute(statement, [preparation])
            number += cursor.rowcount
        for statement in ADDRESS_HISTORIES:
            cursor.execute(statement, [preparation])
    return number


def _values(person: Delegate) -> tuple[list[str], list[str]]:
    """What the history still holds of somebody's data: the fields, and values long enough to look for."""
    history: Any = Datum._meta.get_field("events").related_model
    fields, values = set(), set()
    for row in history.objects.filter(delegate_id=person.pk):
        fields.add(row.field)
        try:
            value = personal.opened(row, str(person.key))
        except sealing.Unopenable:
            continue
        # A nationality or a sex is no word of this person alone.
        if len(value) >= SHORTEST_VALUE and row.field in ("email", "phone", "passport", "emergency"):
            values.add(value)
    return sorted(fields), sorted(values)


def _spellings(delegate: int) -> list[str]:
    """Every way the whole name was ever written; a family or given name alone is not this person's."""
    history: Any = Delegate._meta.get_field("events").related_model
    rows = history.objects.filter(pgh_obj_id=delegate).values_list(*NAMES).distinct()
    found = {
        text
        for row in rows
        for family, given in (row[0:2], row[2:4], row[4:6])
        if family and given
        for text in (
            f"{family}{given}",
            f"{family} {given}",
            f"{given} {family}",
            f"{family}, {given}",
            f"{family}\u3000{given}",
        )
    }
    return sorted(found, key=len, reverse=True)


def _scrub(preparation: int, words: Iterable[str]) -> None:
    """Replace these words in all free texts of a preparation and in the histories of them."""
    pattern = "|".join(re.escape(word) for word in words)
    if not pattern:
        return
    with connection.cursor() as cursor:
        for table, columns in TEXTS.items():
            for suffix in ("",) if table in UNTRACKED else ("", "event"):
                for column in columns:
                    cursor.execute(
                        _rewriting(f"delegations_{table}{suffix}", column), [pattern, preparation, pattern]
                    )


def _rewriting(table: str, column: str) -> str:
    new = f"regexp_replace({column}::text, %s, '{GONE}', 'gi')"
    cast = "::jsonb" if column in JSON else ""
    return (
        f"update {table} set {column} = ({new}){cast}"  # noqa: S608  # our own names
        f" where preparation_id = %s and {column}::text ~* %s"
    )
