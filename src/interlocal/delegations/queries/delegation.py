"""The delegation of one body: whom it sends, who has a seat, what can still be done."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries.delegation_facts import Ground, ground, one_of
from interlocal.delegations.queries.invitations import Head, head_of
from interlocal.delegations.queries.invitations_letters import text_of
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.invitations import Standing
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.wording import print_person
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class DelegateRow:
    """A line of the delegation. `name` in the own script; an origin is "supplied", "generated" or "" (missing).

    `place_of` and `replaced_by` are names of who was sent before and instead; `can` the verbs that are open.
    """

    key: str
    position: int
    part: str
    state: str
    name: str
    script_language: str
    latin: str
    latin_origin: str
    reading: str
    reading_origin: str
    post: Shown | None
    grade: str
    version: int
    place_of: str
    replaced_by: str
    can: frozenset[str]


@dataclass(frozen=True, slots=True)
class DelegationPage:
    """`closed` says why nobody can be entered any more, `not_yet` why nothing can be nominated; None when it can."""

    head: Head
    body: str
    body_name: Shown
    country: str
    state: str
    quota: int
    support_quota: int
    standing: Standing
    headcount: int | None
    due_on: PartialDate | None
    days_left: int | None
    contact_name: str
    contact_email: str
    letter: str
    letter_language: str
    submitted_at: datetime | None
    version: int
    rows: tuple[DelegateRow, ...]
    runs: bool
    may_nominate: bool
    closed: Refused | None
    not_yet: Refused | None
    frozen: bool

    @property
    def drafts(self) -> int:
        return sum(row.state == kinds.State.DRAFT for row in self.rows)

    @property
    def seats_left(self) -> int:
        return max(self.quota - self.standing.seated, 0)

    @property
    def support_left(self) -> int:
        return max(self.support_quota - self.standing.support, 0)


@dataclass(frozen=True, slots=True)
class DelegatePage:
    """One delegate for its form. `entered` is what the row holds, origins included; `place` in the list from 1."""

    head: Head
    body: str
    body_name: Shown
    row: DelegateRow
    place: int
    entered: Entered


@dataclass(frozen=True, slots=True)
class Asked:
    """What `may_enter` tells an empty form: in which language the delegation probably writes."""

    head: Head
    body: str
    body_name: Shown
    language: str
    closed: Refused | None


@walled
def delegation_page(
    *, actor: Actor, preparation: str, body: str, at: datetime, tongue: str
) -> DelegationPage:
    """DoesNotExist for who may not see this delegation. One query for its people, however many."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    people = list(Delegate.objects.filter(invitation=here.invitation).order_by("position", "pk"))
    invitation, due = here.invitation, here.invitation.due_on
    entering = nominations.obstacle_to_entering(here.facts)
    return DelegationPage(
        head=head_of(here.preparation, tongue),
        body=invitation.body.slug,
        body_name=labels.shown(invitation.body.label, tongue),
        country=invitation.body.country,
        state=invitation.state,
        quota=invitation.quota,
        support_quota=invitation.support_quota,
        standing=_standing(people),
        headcount=invitation.headcount,
        due_on=PartialDate.of(due) if due else None,
        days_left=(due - here.facts.today).days if due else None,
        contact_name=invitation.contact_name,
        contact_email=invitation.contact_email,
        letter=text_of(here.preparation, invitation),
        letter_language=invitation.language,
        submitted_at=invitation.submitted_at,
        version=invitation.version,
        rows=_rows(here, people, tongue),
        runs=here.facts.runs,
        may_nominate=here.facts.may_nominate,
        closed=entering,
        not_yet=nominations.obstacle_to_nominating(here.facts),
        frozen=nominations.is_frozen(here.facts),
    )


@walled
def delegate_page(
    *, actor: Actor, preparation: str, body: str, delegate: str, at: datetime, tongue: str
) -> DelegatePage:
    """One delegate of this delegation; DoesNotExist for a key of another."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    found = one_of(here, delegate)
    others = list(Delegate.objects.filter(invitation=here.invitation, in_place_of=found))
    before = list(Delegate.objects.filter(pk=found.in_place_of_id)) if found.in_place_of_id else []
    rows = _rows(here, [found, *others, *before], tongue)
    return DelegatePage(
        head=head_of(here.preparation, tongue),
        body=here.invitation.body.slug,
        body_name=labels.shown(here.invitation.body.label, tongue),
        row=rows[0],
        place=_place(here, found),
        entered=entered_of(found),
    )


@walled
def asked(*, actor: Actor, preparation: str, body: str, at: datetime, tongue: str) -> Asked:
    """What the form for a new delegate begins with."""
    here = ground(actor=actor, at=at, preparation=preparation, body=body)
    return Asked(
        head=head_of(here.preparation, tongue),
        body=here.invitation.body.slug,
        body_name=labels.shown(here.invitation.body.label, tongue),
        language=here.invitation.language,
        closed=nominations.obstacle_to_entering(here.facts),
    )


def entered_of(row: Delegate) -> Entered:
    post = row.post
    says = {lang: text for lang, (text, _) in post.says().items()} if isinstance(post, Localised) else {}
    return Entered(
        family=row.family,
        given=row.given,
        script_language=row.script_language,
        part=row.part,
        latin_family=row.latin_family,
        latin_given=row.latin_given,
        latin_origin=row.latin_origin,
        reading_family=row.reading_family,
        reading_given=row.reading_given,
        reading_origin=row.reading_origin,
        post=says,
        grade=row.grade,
        post_since=row.post_since,
        language=row.language,
        languages=tuple(row.languages),
    )


def name_of(row: Any) -> str:
    return print_person(row.family, row.given, row.script_language)


def _place(here: Ground, row: Delegate) -> int:
    before = Q(position__lt=row.position) | Q(position=row.position, pk__lt=row.pk)
    return Delegate.objects.filter(before, invitation=here.invitation).count() + 1


def _standing(people: list[Delegate]) -> Standing:
    stands = [row for row in people if row.state in kinds.STANDING]
    seated = sum(row.part in kinds.SEATED for row in stands)
    waiting = sum(row.state == kinds.State.WAITING for row in people)
    return Standing(seated, len(stands) - seated, waiting)


def _rows(here: Ground, people: list[Delegate], tongue: str) -> tuple[DelegateRow, ...]:
    names = {row.pk: name_of(row) for row in people}
    successors = {row.in_place_of_id: name_of(row) for row in people if row.state in nominations.COUNTED}
    return tuple(_row(here, row, names, successors, tongue) for row in people)


def _row(
    here: Ground,
    row: Delegate,
    names: dict[int, str],
    successors: dict[int | None, str],
    tongue: str,
) -> DelegateRow:
    replaced = row.pk in successors
    return DelegateRow(
        key=str(row.key),
        position=row.position,
        part=row.part,
        state=row.state,
        name=names[row.pk],
        script_language=row.script_language,
        latin=print_person(row.latin_family, row.latin_given, "en"),
        latin_origin=row.latin_origin,
        reading=print_person(row.reading_family, row.reading_given, "en"),
        reading_origin=row.reading_origin,
        post=row.post.shown(tongue) if isinstance(row.post, Localised) else None,
        grade=row.grade,
        version=row.version,
        place_of=names.get(row.in_place_of_id or 0, ""),
        replaced_by=successors.get(row.pk, ""),
        can=nominations.doable(here.facts, state=row.state, replaced=replaced),
    )
