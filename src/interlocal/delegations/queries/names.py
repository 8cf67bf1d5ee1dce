"""Who of a delegation has no Latin spelling or no reading yet, and what rules suggest."""

from dataclasses import dataclass
from datetime import datetime

from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.delegation_facts import Ground, ground
from interlocal.delegations.queries.invitations import Head, head_of
from interlocal.delegations.rules import names, nominations
from interlocal.delegations.rules.names import Suggested
from interlocal.ground import labels
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One person and what may be filled in: suggestions of each kind, likeliest first; empty where none is missing.

    `lacks` are the kinds ("latin", "reading") for which nothing is there, suggestions or not.
    """

    key: str
    version: int
    name: str
    language: str
    latin: tuple[Suggested, ...]
    reading: tuple[Suggested, ...]
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamesPage:
    head: Head
    body: str
    body_name: Shown
    runs: bool
    closed: Refused | None
    rows: tuple[MissingRow, ...]

    @property
    def suggested(self) -> int:
        return sum(bool(row.latin or row.reading) for row in self.rows)


@walled
def names_page(*, actor: Actor, preparation: str, body: str, at: datetime, tongue: str) -> NamesPage:
    """DoesNotExist for who may not see this delegation. One query for its people."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    return NamesPage(
        head=head_of(here.preparation, tongue),
        body=here.invitation.body.slug,
        body_name=labels.shown(here.invitation.body.label, tongue),
        runs=here.facts.runs,
        closed=nominations.obstacle_to_changing(here.facts),
        rows=tuple(missing_of(row) for row in lacking(here)),
    )


def lacking(here: Ground) -> list[Delegate]:
    """The people of a delegation who lack a spelling, and may be changed. Within the wall."""
    rows = Delegate.objects.filter(invitation=here.invitation, erased_at=None).order_by("position", "pk")
    return [
        row
        for row in rows
        if lacks(row)
        and nominations.obstacle_to_editing(here.facts, state=row.state, part_changes=False) is None
    ]


def lacks(row: Delegate) -> tuple[str, ...]:
    """Which spellings of somebody are missing."""
    needed = names.needs_latin(language=row.script_language, family=row.family, given=row.given)
    found = ["latin"] if needed and not (row.latin_family or row.latin_given) else []
    can_read = names.reading_for(family=row.family, given=row.given, language=row.script_language)
    if can_read and not (row.reading_family or row.reading_given):
        found.append("reading")
    return tuple(found)


def missing_of(row: Delegate) -> MissingRow:
    missing = lacks(row)
    who = {"family": row.family, "given": row.given, "language": row.script_language}
    read = {"reading_family": row.reading_family, "reading_given": row.reading_given}
    return MissingRow(
        key=str(row.key),
        version=row.version,
        name=name_of(row),
        language=row.script_language,
        latin=names.latin_for(**who, **read) if "latin" in missing else (),
        reading=names.reading_for(**who) if "reading" in missing else (),
        lacks=missing,
    )
