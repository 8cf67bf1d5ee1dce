"""Who read what is sealed: the lines of the journal that `commands.personal` wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from interlocal.delegations.models import Delegate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from interlocal.registry.models import Body
from interlocal.registry.queries import names_of

# Journal lines that tell of somebody having seen sealed data.
READ, EXPORTED = "data_read", "data_exported"
SHOWN_READINGS = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody saw sealed data: who, of which body, which fields, for what (a purpose or a way), over which borders."""

    by: str
    body: Shown | None
    at: datetime
    fields: tuple[str, ...]
    purpose: str
    where: str
    crossed: tuple[str, str] | None


def readings_of(person: Delegate) -> tuple[Reading, ...]:
    """Newest first."""
    lines = list(
        Entry.objects.filter(
            subject_kind="delegate", subject_key=str(person.key), verb__in=(READ, EXPORTED)
        ).order_by("-id")[:SHOWN_READINGS]
    )
    bodies = {str(line.details.get("body", "")) for line in lines} - {""}
    names = names_of(subjects=[("body", slug) for slug in bodies], tongue=reading())
    return tuple(_reading(line, names) for line in lines)


def _reading(line: Entry, names: Mapping[tuple[str, str], Shown]) -> Reading:
    told = line.details
    crossed = (told["from"], told["to"]) if "from" in told else None
    return Reading(
        by=line.actor,
        body=names.get(("body", str(told.get("body", "")))),
        at=line.at,
        fields=tuple(told.get("fields", ())),
        purpose=str(told.get("purpose", "")),
        where=str(told.get("where", "")),
        crossed=crossed,
    )


def first_crossings(keys: Sequence[str], country: str) -> set[str]:
    """Of these delegates those whose data nobody in that country has read yet."""
    before = Entry.objects.filter(
        subject_kind="delegate", subject_key__in=keys, verb__in=(READ, EXPORTED), details__to=country
    ).values_list("subject_key", flat=True)
    return set(keys) - set(before)


def country_of(actor: Actor) -> str:
    """Where the body is whose hat the actor wears; empty when not known."""
    return Body.objects.filter(pk=actor.body or 0).values_list("country", flat=True).first() or ""
