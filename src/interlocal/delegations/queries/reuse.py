"""Whom a body sent to earlier editions: as what, with whom, what was given and what was agreed then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from interlocal.delegations import kinds
from interlocal.delegations.models import CheckIn, Delegate, Gift
from interlocal.delegations.queries.delegation import name_of
from interlocal.delegations.queries.delegation_facts import Ground, ground
from interlocal.delegations.queries.duplicates import roots_of
from interlocal.delegations.queries.invitations import Head, head_of
from interlocal.delegations.rules import nominations
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.languages.folding import fold
from interlocal.programmes.models import Outcome


@dataclass(frozen=True, slots=True)
class Given:
    """A gift then: `received` by this body's side, else given by it."""

    what: str
    giver: str
    receiver: str
    received: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """One edition somebody came to. `beside` are those of the same delegation; `agreed` outcomes of the edition."""

    preparation: str
    name: Shown
    from_on: PartialDate
    until_on: PartialDate
    part: str
    post: Shown | None
    beside: tuple[str, ...]
    gifts: tuple[Given, ...]
    agreed: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who came before. `key` is that of the latest entry; `entered`: is in this delegation already."""

    key: str
    name: str
    language: str
    latin: str
    visits: tuple[Visit, ...]
    entered: bool


@dataclass(frozen=True, slots=True)
class ReusePage:
    head: Head
    body: str
    body_name: Shown
    runs: bool
    closed: Refused | None
    visitors: tuple[Visitor, ...]


@walled
def reuse_page(*, actor: Actor, preparation: str, body: str, at: datetime, tongue: str) -> ReusePage:
    """DoesNotExist for who may not see this delegation. Who came is told as far as the actor may see earlier
    preparations: a body its own people, a secretariat those of its own preparations. Queries: as many for any number.
    """
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    rows = earlier_people(here)
    return ReusePage(
        head=head_of(here.preparation, tongue),
        body=here.invitation.body.slug,
        body_name=labels.shown(here.invitation.body.label, tongue),
        runs=here.facts.runs,
        closed=nominations.obstacle_to_entering(here.facts),
        visitors=_visitors(here, rows, tongue),
    )


def earlier_people(here: Ground) -> list[Delegate]:
    """Who of this body was approved for, or came to, an earlier edition; the latest first. Within the wall."""
    came = Q(state=kinds.State.APPROVED) | Q(pk__in=_checked_in(here))
    rows = Delegate.objects.filter(
        came,
        body=here.invitation.body_id,
        erased_at=None,
        preparation__until_on__lte=here.preparation.from_on,
    ).exclude(preparation=here.preparation)
    return list(rows.select_related("preparation").order_by("-preparation__from_on", "position", "pk"))


def entered_now(here: Ground) -> tuple[set[int], set[str]]:
    """Who is in this delegation: row ids of earlier entries that were taken over, and folded names."""
    rows = Delegate.objects.filter(invitation=here.invitation).values_list("same_as_id", "family", "given")
    told = list(rows)
    return {before for before, _f, _g in told if before}, {fold(family + given) for _b, family, given in told}


def _checked_in(here: Ground) -> QuerySet[Any, Any]:
    return CheckIn.objects.filter(body=here.invitation.body_id, undone_at=None).values("delegate_id")


def _visitors(here: Ground, rows: Sequence[Delegate], tongue: str) -> tuple[Visitor, ...]:
    roots, (linked, names) = roots_of(rows), entered_now(here)
    by_person: dict[int, list[Delegate]] = defaultdict(list)
    beside: dict[int, list[Delegate]] = defaultdict(list)
    for row in rows:
        by_person[roots[row.pk]].append(row)
        beside[row.preparation_id].append(row)
    gifts, agreed = _gifts(here, beside), _agreed(rows, here, tongue)
    return tuple(
        Visitor(
            key=str(visits[0].key),
            name=name_of(visits[0]),
            language=visits[0].script_language,
            latin=print_person(visits[0].latin_family, visits[0].latin_given, "en"),
            visits=tuple(_visit(row, beside[row.preparation_id], gifts, agreed, tongue) for row in visits),
            entered=any(row.pk in linked for row in visits)
            or fold(visits[0].family + visits[0].given) in names,
        )
        for visits in by_person.values()
    )


def _visit(
    row: Delegate,
    beside: Sequence[Delegate],
    gifts: Mapping[int, tuple[Given, ...]],
    agreed: Mapping[int | None, tuple[Shown, ...]],
    tongue: str,
) -> Visit:
    found = row.preparation
    return Visit(
        preparation=found.slug,
        name=found.name.shown(tongue),
        from_on=PartialDate.of(found.from_on),
        until_on=PartialDate.of(found.until_on),
        part=row.part,
        post=row.post.shown(tongue) if isinstance(row.post, Localised) else None,
        beside=tuple(name_of(other) for other in beside if other.pk != row.pk),
        gifts=gifts.get(found.pk, ()),
        agreed=agreed.get(found.edition_id, ()),
    )


def _gifts(here: Ground, preparations: Iterable[int]) -> dict[int, tuple[Given, ...]]:
    body = here.invitation.body_id
    rows = Gift.objects.filter(Q(body=body) | Q(to_body=body), preparation__in=list(preparations))
    found: dict[int, list[Given]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.preparation_id].append(Given(row.what, row.giver, row.receiver, row.to_body_id == body))
    return {preparation: tuple(given) for preparation, given in found.items()}


def _agreed(rows: Sequence[Delegate], here: Ground, tongue: str) -> dict[int | None, tuple[Shown, ...]]:
    """By edition what was agreed with this body's voice, or with nobody's in particular."""
    editions = {row.preparation.edition_id for row in rows} - {None}
    outcomes = Outcome.objects.filter(
        Q(voices__body=here.invitation.body_id) | Q(voices=None), edition__in=editions
    ).distinct()
    found: dict[int | None, list[Shown]] = defaultdict(list)
    for outcome in outcomes.order_by("edition_id", "position", "pk"):
        found[outcome.edition_id].append(outcome.text.shown(tongue))
    return {edition: tuple(said) for edition, said in found.items()}
