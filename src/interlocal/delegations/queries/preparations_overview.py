"""One preparation at a glance: its facts, its steps, what is missing and who has to do it, and how many come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from interlocal.delegations import kinds
from interlocal.delegations.models import Invitation, Milestone, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import Named, named
from interlocal.delegations.queries.steps import Counted, Gathered, gather
from interlocal.delegations.rules import announcing
from interlocal.delegations.rules import steps as rules
from interlocal.ground import labels
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.models import Edition


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step on the track. `state` is "done", "next" or "later"."""

    step: str
    state: str
    due_on: date | None
    done_at: datetime | None
    done_by: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class MissingRow:
    """Something to do before the next step: by `who`, in the body `of` if it is about one."""

    code: str
    who: str
    of: Named | None
    count: int
    stops: bool


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A delegation in figures: seats taken of the quota, support of its own, people by state."""

    body: Named
    invitation: str
    is_submitted: bool
    due_on: date | None
    is_late: bool
    headcount: int | None
    quota: int
    support_quota: int
    seated: int
    support: int
    states: dict[str, int]


@dataclass(frozen=True, slots=True)
class Overview:
    """`obstacle` is why the next step cannot be taken now; `back` the step that can be taken back.

    `states` and `parts` count delegates over everything the actor may see; parts only those who stand.
    """

    slug: str
    name: Shown
    series: Named
    ordinal: int | None
    place: Shown | None
    from_on: date
    until_on: date
    timezone: str
    secretariat: Named
    host: Named | None
    edition: str
    announcement: Refused | None
    seats: int | None
    seated: int
    is_closed: bool
    runs: bool
    decides: bool
    looks_over: bool
    own: str
    track: tuple[StepRow, ...]
    next: StepRow | None
    missing: tuple[MissingRow, ...]
    obstacle: Refused | None
    back: str
    bodies: tuple[BodyRow, ...]
    states: dict[str, int]
    parts: dict[str, int]
    version: int


@walled
def overview(*, actor: Actor, preparation: str, at: datetime, tongue: str) -> Overview:
    """For the secretariat over all delegations, for an invited body its own. Ten queries however many there are."""
    reached = access.reach(actor=actor, preparation=preparation)
    found = reached.preparation
    gathered = gather(preparation=found, at=at)
    facts = gathered.facts
    track = tuple(_step(one, facts) for one in gathered.milestones)
    following = next((one for one in track if one.state == "next"), None)
    bodies = tuple(_body(one, gathered, tongue) for one in gathered.invitations)
    return Overview(
        slug=found.slug,
        name=found.name.shown(tongue),
        series=Named(found.series.slug, labels.shown(found.series.label, tongue)),
        ordinal=found.ordinal,
        place=found.place.shown(tongue) if found.place else None,
        from_on=found.from_on,
        until_on=found.until_on,
        timezone=found.timezone,
        secretariat=named(found.secretariat, tongue),
        host=named(found.host, tongue) if found.host else None,
        edition=found.edition.slug if found.edition else "",
        announcement=_announcement(actor, found, facts) if reached.runs else None,
        seats=found.seats,
        seated=sum(one.seated for one in bodies),
        is_closed=found.closed_on is not None,
        runs=reached.runs,
        decides=reached.decides,
        looks_over=reached.looks_over,
        own=actor.body_slug if reached.invitation else "",
        track=track,
        next=following,
        missing=_missing(following, facts, gathered.invitations, tongue),
        obstacle=_obstacle(actor, found, following, facts),
        back=_back(actor, found, facts),
        bodies=bodies,
        states=_by(gathered.counts, "state", kinds.State.values),
        parts=_by([one for one in gathered.counts if one.state in kinds.STANDING], "part", kinds.Part.values),
        version=found.version,
    )


def _step(one: Milestone, facts: rules.Facts) -> StepRow:
    state = "done" if one.step in facts.taken else "next" if one.step == facts.next else "later"
    late = rules.is_late(step=one.step, facts=facts)
    return StepRow(one.step, state, one.due_on, one.done_at, one.done_by, late)


def _missing(
    following: StepRow | None, facts: rules.Facts, invitations: Sequence[Invitation], tongue: str
) -> tuple[MissingRow, ...]:
    if following is None:
        return ()
    bodies = {one.body.slug: named(one.body, tongue) for one in invitations}
    return tuple(
        MissingRow(one.code, one.who, bodies.get(one.body), one.count, one.stops)
        for one in rules.missing_for(following.step, facts)
    )


def _obstacle(
    actor: Actor, found: Preparation, following: StepRow | None, facts: rules.Facts
) -> Refused | None:
    if following is None:
        return None
    return rules.obstacle_to_taking_step(
        actor=actor, secretariat=found.secretariat_id, step=following.step, facts=facts
    )


def _back(actor: Actor, found: Preparation, facts: rules.Facts) -> str:
    last = facts.last
    if last is None:
        return ""
    obstacle = rules.obstacle_to_taking_back(
        actor=actor, secretariat=found.secretariat_id, step=last, facts=facts
    )
    return "" if obstacle else last


def _announcement(actor: Actor, found: Preparation, facts: rules.Facts) -> Refused | None:
    return announcing.obstacle_to_announcing(
        actor=actor,
        secretariat=found.secretariat_id,
        is_announced=is_announced(found),
        ordinal_taken=is_ordinal_taken(found),
        is_over=found.until_on <= facts.today,
    )


def is_announced(found: Preparation) -> bool:
    """Whether the public record shows the edition with the days it has now."""
    public = found.edition
    if public is None or public.planned_from_on is None or public.planned_until_on is None:
        return public is not None
    return (public.planned_from_on.first, public.planned_until_on.first) == (found.from_on, found.until_on)


def is_ordinal_taken(found: Preparation) -> bool:
    if found.ordinal is None or found.edition_id is not None:
        return False
    return Edition.objects.filter(series=found.series_id, ordinal=found.ordinal).exists()


def _body(one: Invitation, gathered: Gathered, tongue: str) -> BodyRow:
    counts = [row for row in gathered.counts if row.invitation == one.pk]
    standing = [row for row in counts if row.state in kinds.STANDING]
    seated = sum(row.count for row in standing if row.part in kinds.SEATED)
    waits = one.state in ("sent", "accepted") and one.submitted_at is None
    return BodyRow(
        body=named(one.body, tongue),
        invitation=one.state,
        is_submitted=one.submitted_at is not None,
        due_on=one.due_on,
        is_late=waits and one.due_on is not None and one.due_on < gathered.facts.today,
        headcount=one.headcount,
        quota=one.quota,
        support_quota=one.support_quota,
        seated=seated,
        support=sum(row.count for row in standing) - seated,
        states=_by(counts, "state", kinds.State.values),
    )


def _by(counts: Sequence[Counted], field: str, order: Sequence[str]) -> dict[str, int]:
    """How many, by state or part in the order of the list; only what there is."""
    found: Counter[str] = Counter()
    for one in counts:
        found[getattr(one, field)] += one.count
    return {value: found[value] for value in order if found[value]}
