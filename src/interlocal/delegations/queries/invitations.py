"""Whom a preparation invites, and whom it could invite. For the secretariat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from interlocal.delegations import kinds
from interlocal.delegations.models import Invitation, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.invitations_letters import text_of
from interlocal.delegations.rules import invitations
from interlocal.delegations.rules.invitations import Standing, Terms
from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.models import BodyParticipation, Edition
from interlocal.registry.models import Body, Membership
from interlocal.registry.queries.bodies import matching
from interlocal.registry.queries.naming import sorted_for

# A search shows so many bodies.
AT_MOST = 30


@dataclass(frozen=True, slots=True)
class Head:
    """A preparation as its pages name it; `until_on` is the first day after."""

    slug: str
    name: Shown
    place: Shown | None
    from_on: PartialDate
    until_on: PartialDate
    seats: int | None
    timezone: str
    secretariat: str


@dataclass(frozen=True, slots=True)
class InvitationRow:
    slug: str
    name: Shown
    country: str
    state: str
    quota: int
    support_quota: int
    standing: Standing
    drafts: int
    headcount: int | None
    due_on: PartialDate | None
    language: str
    contact_name: str
    contact_email: str
    sent_at: datetime | None
    answered_at: datetime | None
    version: int

    @property
    def coming(self) -> int:
        """People who take places: named ones, or the number given instead."""
        return self.headcount or self.standing.seated + self.standing.support


@dataclass(frozen=True, slots=True)
class InvitationsPage:
    head: Head
    rows: tuple[InvitationRow, ...]
    runs: bool

    @property
    def quotas(self) -> int:
        return sum(row.quota for row in self.rows if row.state != kinds.InvitationState.DECLINED)

    @property
    def seated(self) -> int:
        return sum(row.standing.seated for row in self.rows)

    @property
    def waiting(self) -> int:
        return sum(row.standing.waiting for row in self.rows)


@dataclass(frozen=True, slots=True)
class InvitationPage:
    """`letter` as it would be sent now; `is_standard` while nobody rewrote it. `links_end` is offered for new links."""

    head: Head
    row: InvitationRow
    letter: str
    is_standard: bool
    note: str
    links_end: datetime
    runs: bool

    @property
    def terms(self) -> Terms:
        """As its form begins."""
        row = self.row
        return Terms(
            quota=row.quota,
            support_quota=row.support_quota,
            due_on=row.due_on.first if row.due_on else None,
            language=row.language,
            contact_name=row.contact_name,
            contact_email=row.contact_email,
            letter=self.letter,
            note=self.note,
        )


@dataclass(frozen=True, slots=True)
class Choice:
    slug: str
    name: Shown
    country: str
    invited: bool


@dataclass(frozen=True, slots=True)
class Group:
    """An association with so many present members, not all of them invited yet."""

    slug: str
    name: Shown
    members: int


@dataclass(frozen=True, slots=True)
class ChoicesPage:
    """`found` are bodies of the search, or of the group that was chosen; `last` how many came to the last edition."""

    head: Head
    found: tuple[Choice, ...]
    more: bool
    groups: tuple[Group, ...]
    last: int


@walled
def invitations_page(*, actor: Actor, preparation: str, tongue: str) -> InvitationsPage:
    """All invitations by the bodies' names. DoesNotExist for who does not look over the preparation."""
    reached = _looked_over(actor, preparation)
    rows = _with_counts(Invitation.objects.filter(preparation=reached.preparation))
    ordered = rows.order_by(_by_body(tongue), "pk")
    return InvitationsPage(
        head_of(reached.preparation, tongue), tuple(_row(row, tongue) for row in ordered), reached.runs
    )


@walled
def invitation_page(*, actor: Actor, preparation: str, body: str, tongue: str) -> InvitationPage:
    reached = _looked_over(actor, preparation)
    found = reached.preparation
    row = _with_counts(Invitation.objects.filter(preparation=found, body__slug=body)).get()
    return InvitationPage(
        head=head_of(found, tongue),
        row=_row(row, tongue),
        letter=text_of(found, row),
        is_standard=not row.letter,
        note=row.note,
        links_end=invitations.links_end(until_on=found.until_on, zone=found.timezone),
        runs=reached.runs,
    )


@walled
def choices_page(*, actor: Actor, preparation: str, tongue: str, q: str = "", group: str = "") -> ChoicesPage:
    """Bodies to invite: by a part of any of their names, the members of association `group`, or group "last"."""
    reached = _looked_over(actor, preparation)
    found = reached.preparation
    last = last_bodies(found)
    bodies, more = _candidates(last, q=q.strip(), group=group, tongue=tongue)
    invited = set(Invitation.objects.filter(preparation=found).values_list("body_id", flat=True))
    choices = tuple(
        Choice(body.slug, labels.shown(body.label, tongue), body.country, body.pk in invited)
        for body in bodies
    )
    return ChoicesPage(head_of(found, tongue), choices, more, _groups(tongue), len(last))


def last_bodies(preparation: Preparation) -> list[int]:
    """Who was invited to the preparation before this one, else who took part in the edition it was copied from, else in
    the newest one held (ids).
    """
    if preparation.after_id is not None:
        before = Invitation.objects.filter(preparation=preparation.after_id)
        if found := list(before.values_list("body_id", flat=True)):
            return found
    edition = preparation.copied_from_id or (
        Edition.objects.filter(series=preparation.series_id, state="held")
        .order_by("-sorts_on")
        .values_list("pk", flat=True)
        .first()
    )
    took_part = BodyParticipation.objects.filter(edition=edition).order_by("position", "pk")
    return list(dict.fromkeys(took_part.values_list("body_id", flat=True)))


def head_of(preparation: Preparation, tongue: str) -> Head:
    """`preparation` with its secretariat."""
    return Head(
        slug=preparation.slug,
        name=preparation.name.shown(tongue),
        place=preparation.place.shown(tongue) if preparation.place else None,
        from_on=PartialDate.of(preparation.from_on),
        until_on=PartialDate.of(preparation.until_on),
        seats=preparation.seats,
        timezone=preparation.timezone,
        secretariat=labels.shown(preparation.secretariat.label, tongue).text,
    )


def _looked_over(actor: Actor, preparation: str) -> access.Reached:
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return reached


def _with_counts(rows: Any) -> Any:
    stands, seated = Q(delegates__state__in=kinds.STANDING), Q(delegates__part__in=kinds.SEATED)
    return rows.select_related("body").annotate(
        seated=Count("delegates", filter=stands & seated),
        support=Count("delegates", filter=stands & ~seated),
        waiting=Count("delegates", filter=Q(delegates__state=kinds.State.WAITING)),
        drafts=Count("delegates", filter=Q(delegates__state=kinds.State.DRAFT)),
    )


def _row(row: Any, tongue: str) -> InvitationRow:
    return InvitationRow(
        slug=row.body.slug,
        name=labels.shown(row.body.label, tongue),
        country=row.body.country,
        state=row.state,
        quota=row.quota,
        support_quota=row.support_quota,
        standing=Standing(row.seated, row.support, row.waiting),
        drafts=row.drafts,
        headcount=row.headcount,
        due_on=PartialDate.of(row.due_on) if row.due_on else None,
        language=row.language,
        contact_name=row.contact_name,
        contact_email=row.contact_email,
        sent_at=row.sent_at,
        answered_at=row.answered_at,
        version=row.version,
    )


def _by_body(tongue: str) -> Any:
    return sorted_for(tongue, "body__")


def _candidates(last: Sequence[int], *, q: str, group: str, tongue: str) -> tuple[list[Body], bool]:
    if group == "last":
        return _in_order(last), False
    if group:
        return list(_members(group).order_by(sorted_for(tongue), "pk")), False
    if not q:
        return [], False
    found = list(matching(q).order_by(sorted_for(tongue), "pk")[: AT_MOST + 1])
    return found[:AT_MOST], len(found) > AT_MOST


def _in_order(ids: Iterable[int]) -> list[Body]:
    found = Body.objects.in_bulk(list(ids))
    return [found[pk] for pk in ids]


def _members(association: str) -> Any:
    present = Membership.objects.filter(association__slug=association, until_on=None)
    return Body.objects.filter(pk__in=present.values("body"))


def _groups(tongue: str) -> tuple[Group, ...]:
    counted = (
        Membership.objects.filter(until_on=None)
        .order_by()
        .values_list("association__slug", "association__label")
        .annotate(members=Count("body", distinct=True))
    )
    groups = [Group(slug, labels.shown(label, tongue), members) for slug, label, members in counted]
    return tuple(sorted(groups, key=lambda group: (-group.members, group.name.text)))
