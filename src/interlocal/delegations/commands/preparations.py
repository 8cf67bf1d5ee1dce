"""A preparation made from nothing, its settings, and the days it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import F

from interlocal.delegations.commands import keeping, seats
from interlocal.delegations.commands.preparations_items import nothing_twice
from interlocal.delegations.models import Invitation, Milestone, PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries import preparations as queries
from interlocal.delegations.rules import copying
from interlocal.delegations.rules import preparations as rules
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.models import Series
from interlocal.registry.models import Body


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set of a preparation, all at once; its days are moved by a verb of their own."""

    names: Mapping[str, str]
    place: Mapping[str, str]
    ordinal: int | None
    host: str
    timezone: str
    language: str
    seats: int | None
    order_rule: str
    order_language: str
    within_rule: str


@walled
def make_preparation(*, actor: Actor, at: datetime, once: UUID | None, plan: copying.Plan) -> str:
    """A preparation with nothing but its names, days and usual deadlines; returns its slug."""
    if (before := keeping.sent_before(once=once, verb="make_preparation", actor=actor, at=at)) is not None:
        return before
    made = create(actor=actor, at=at, plan=plan, relative=copying.USUAL)
    keeping.enter(actor=actor, at=at, verb="preparation_made", kind="preparation", key=made.slug)
    keeping.answered(once=once, subject=made.slug)
    return made.slug


def create(*, actor: Actor, at: datetime, plan: copying.Plan, relative: Mapping[str, int]) -> Preparation:
    """The row of a preparation with its deadlines, for the verbs that make one; raise Refused if rules say no."""
    body = actor.body or 0
    # Holding the series: two editions made at the same time do not take one number or slug.
    series = Series.objects.select_for_update().get(slug=plan.series)
    held = Preparation.objects.filter(series=series, secretariat=actor.body, ordinal=plan.ordinal)
    if obstacle := rules.obstacle_to_preparing(
        actor=actor,
        body=body,
        names=plan.names,
        days=plan.days,
        ordinal_taken=plan.ordinal is not None and held.exists(),
    ) or rules.obstacle_to_zone(plan.timezone, field="timezone"):
        raise obstacle
    taken = frozenset(
        Preparation.objects.filter(slug__startswith=plan.series[:60]).values_list("slug", flat=True)
    )
    made = Preparation.objects.create(
        slug=copying.free_slug(series=plan.series, ordinal=plan.ordinal, year=plan.from_on.year, taken=taken),
        series=series,
        secretariat_id=body,
        host=_host(plan.host),
        ordinal=plan.ordinal,
        name=rules.text_of(plan.names, original=plan.language),
        place=rules.text_of(plan.place, original=plan.language),
        from_on=plan.from_on,
        until_on=plan.until_on,
        timezone=plan.timezone,
        language=plan.language,
        order_language=plan.language,
        seats=plan.seats,
        created_by_id=actor.user,
        created_at=at,
    )
    due = copying.deadlines(relative=relative, from_on=plan.from_on, days=plan.days)
    Milestone.objects.bulk_create(
        [Milestone(preparation=made, step=step, due_on=on) for step, on in due.items() if step in plan.steps]
    )
    return made


@walled
def change_settings(
    *, actor: Actor, at: datetime, preparation: str, version: int, settings: Settings
) -> None:
    """Change what the secretariat keeps; more seats go to whoever has waited longest."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    if obstacle := (
        rules.obstacle_to_changing(
            actor=actor, secretariat=found.secretariat_id, is_closed=found.closed_on is not None
        )
        or rules.obstacle_to_facts(names=settings.names, days=1)
        or rules.obstacle_to_zone(settings.timezone, field="timezone")
    ):
        raise obstacle
    before = queries.settings_of(found)
    changed = [
        one.name
        for one in fields(Settings)
        if rules.differs(getattr(before, one.name), getattr(settings, one.name))
    ]
    keeping.refuse_stale(
        version=version,
        row=found,
        by=queries.last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(settings, name) for name in changed},
    )
    if changed:
        with nothing_twice():
            _apply(found, settings)
        keeping.enter(
            actor=actor, at=at, verb="preparation_changed", kind="preparation", key=found.slug, fields=changed
        )
    if "seats" in changed:
        seats.fill(preparation=found, at=at)


def _apply(found: Preparation, settings: Settings) -> None:
    found.name = rules.text_of(settings.names, before=found.name, original=settings.language)
    found.place = rules.text_of(settings.place, before=found.place, original=settings.language)
    found.host = _host(settings.host)
    for name in (
        "ordinal",
        "timezone",
        "language",
        "seats",
        "order_rule",
        "order_language",
        "within_rule",
    ):
        setattr(found, name, getattr(settings, name))
    found.version += 1
    found.save()


@walled
def move_days(
    *, actor: Actor, at: datetime, preparation: str, version: int, from_on: date, days: int
) -> None:
    """Hold the edition on other days. Items follow by themselves; so do deadlines of steps still to come."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    if obstacle := rules.obstacle_to_changing(
        actor=actor, secretariat=found.secretariat_id, is_closed=found.closed_on is not None
    ) or rules.obstacle_to_facts(names={"": str(found.name)}, days=days):
        raise obstacle
    until_on = from_on + timedelta(days=days)
    keeping.refuse_stale(
        version=version,
        row=found,
        by=queries.last_hand(found),
        theirs={"from_on": found.from_on, "until_on": found.until_on},
        yours={"from_on": from_on, "until_on": until_on},
    )
    moved = from_on - found.from_on
    if moved == timedelta(0) and until_on == found.until_on:
        return
    if moved:
        Milestone.objects.filter(preparation=found, done_at=None).update(
            due_on=F("due_on") + moved, reminded_on=None
        )
        Invitation.objects.filter(preparation=found, submitted_at=None).update(due_on=F("due_on") + moved)
        PlannedItem.objects.filter(preparation=found).update(changed_at=at)
    found.from_on, found.until_on, found.version = from_on, until_on, found.version + 1
    with nothing_twice():
        found.save()
    keeping.enter(
        actor=actor, at=at, verb="days_moved", kind="preparation", key=found.slug, by_days=moved.days
    )


def _host(slug: str) -> Body | None:
    return Body.objects.get(slug=slug) if slug else None
