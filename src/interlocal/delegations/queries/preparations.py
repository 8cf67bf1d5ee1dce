"""Preparations as their pages show them: the list of a hat, and the facts of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q

from interlocal.delegations import kinds
from interlocal.delegations.models import Delegate, Invitation, Milestone, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.steps import today_of
from interlocal.delegations.rules import steps as rules
from interlocal.ground import labels
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.tongues import TONGUES
from interlocal.identity import queries as journal
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.registry.models import Body


@dataclass(frozen=True, slots=True)
class Named:
    slug: str
    name: Shown


@dataclass(frozen=True, slots=True)
class Row:
    """A preparation in a list. `step` is the last one taken, `next` the one to come with its deadline.

    `runs`: the hat is its secretariat; otherwise it is invited. Figures are of what the hat may see.
    """

    slug: str
    name: Shown
    from_on: date
    until_on: date
    place: Shown | None
    secretariat: Named
    step: str
    next: str
    next_due: date | None
    is_late: bool
    runs: bool
    bodies: int
    approved: int
    is_public: bool


@dataclass(frozen=True, slots=True)
class Settings:
    """What the secretariat keeps of a preparation; texts by language."""

    slug: str
    names: dict[str, str]
    place: dict[str, str]
    ordinal: int | None
    from_on: date
    days: int
    host: str
    timezone: str
    language: str
    seats: int | None
    order_rule: str
    order_language: str
    within_rule: str
    version: int


@walled
def listed(*, actor: Actor, at: datetime, tongue: str) -> list[Row]:
    """Everything this hat prepares or is invited to, the next to come first. Four queries."""
    found = list(
        Preparation.objects.filter(access.reachable(actor))
        .select_related("secretariat")
        .order_by("from_on", "slug")
    )
    keys = [one.pk for one in found]
    milestones: dict[int, list[Milestone]] = {}
    for one in Milestone.objects.filter(preparation__in=keys):
        milestones.setdefault(one.preparation_id, []).append(one)
    bodies = _counts(Invitation.objects.filter(preparation__in=keys))
    approved = _counts(Delegate.objects.filter(preparation__in=keys, state=kinds.State.APPROVED))
    rows = [
        _row(
            one,
            milestones.get(one.pk, []),
            (bodies.get(one.pk, 0), approved.get(one.pk, 0)),
            runs=one.secretariat_id == actor.body,
            today=today_of(one, at),
            tongue=tongue,
        )
        for one in found
    ]
    ahead = [row for row in rows if row.step != kinds.Step.REPORTED]
    return ahead + [row for row in reversed(rows) if row.step == kinds.Step.REPORTED]


def _counts(rows: Any) -> dict[int, int]:
    return dict(rows.order_by().values_list("preparation_id").annotate(count=Count("pk")))


def _row(
    one: Preparation,
    milestones: Sequence[Milestone],
    counts: tuple[int, int],
    *,
    runs: bool,
    today: date,
    tongue: str,
) -> Row:
    facts = rules.Facts(
        today=today,
        until_on=one.until_on,
        taken=frozenset(row.step for row in milestones if row.done_at),
        due={row.step: row.due_on for row in milestones},
    )
    following = facts.next or ""
    return Row(
        slug=one.slug,
        name=one.name.shown(tongue),
        from_on=one.from_on,
        until_on=one.until_on,
        place=one.place.shown(tongue) if one.place else None,
        secretariat=named(one.secretariat, tongue),
        step=facts.last or "",
        next=following,
        next_due=facts.due.get(following),
        is_late=bool(following) and rules.is_late(step=following, facts=facts),
        runs=runs,
        bodies=counts[0],
        approved=counts[1],
        is_public=one.edition_id is not None,
    )


@walled
def settings(*, actor: Actor, preparation: str) -> Settings:
    """For who runs it; Refused for who may only look."""
    return settings_of(access.run(actor=actor, preparation=preparation, lock=False))


def settings_of(found: Preparation) -> Settings:
    return Settings(
        slug=found.slug,
        names=texts(found.name),
        place=texts(found.place),
        ordinal=found.ordinal,
        from_on=found.from_on,
        days=(found.until_on - found.from_on).days,
        host=found.host.slug if found.host else "",
        timezone=found.timezone,
        language=found.language,
        seats=found.seats,
        order_rule=found.order_rule,
        order_language=found.order_language,
        within_rule=found.within_rule,
        version=found.version,
    )


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above every page of a preparation."""

    slug: str
    title: Shown
    looks_over: bool


@walled
def heading(*, actor: Actor, preparation: str, tongue: str) -> Heading:
    """Preparation.DoesNotExist for who may not see it."""
    reached = access.reach(actor=actor, preparation=preparation)
    found = reached.preparation
    return Heading(found.slug, found.name.shown(tongue), reached.looks_over)


@walled
def hosts(*, actor: Actor, preparation: str, tongue: str) -> list[Named]:
    """Who can be the host: the secretariat itself, the bodies invited, and the host that is."""
    found = access.reach(actor=actor, preparation=preparation).preparation
    invited = Invitation.objects.filter(preparation=found).values("body_id")
    bodies = Body.objects.filter(Q(pk__in=invited) | Q(pk=found.secretariat_id) | Q(pk=found.host_id or 0))
    return sorted((named(body, tongue) for body in bodies), key=lambda one: one.name.text)


def named(body: Body, tongue: str) -> Named:
    return Named(body.slug, labels.shown(body.label, tongue))


def texts(text: Localised | None) -> dict[str, str]:
    """The versions of a text by language, empty where there is none."""
    given = {lang: version.text for lang, version in text.versions.items()} if text else {}
    return {tongue: given.get(tongue, "") for tongue in TONGUES}


def last_hand(preparation: Preparation) -> str:
    """Who last entered something about this preparation in the journal."""
    found = journal.latest_of(kind="preparation", key=preparation.slug, limit=1)
    return found[0].actor if found else ""
