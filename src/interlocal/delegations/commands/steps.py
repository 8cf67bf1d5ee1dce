"""Steps of a preparation: taken, taken back, and by when."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import F

from interlocal.delegations.commands import keeping
from interlocal.delegations.kinds import STEPS, Step
from interlocal.delegations.models import Milestone, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries import preparations as history
from interlocal.delegations.queries import steps as progress
from interlocal.delegations.rules import steps as rules
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def take_step(*, actor: Actor, at: datetime, preparation: str, step: str) -> None:
    """Note that a preparation is that far; raise Refused while something stops it. The last one closes it."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    facts = progress.gather(preparation=found, at=at).facts
    if obstacle := rules.obstacle_to_taking_step(
        actor=actor, secretariat=found.secretariat_id, step=step, facts=facts
    ):
        raise obstacle
    Milestone.objects.update_or_create(
        preparation=found, step=step, defaults={"done_at": at, "done_by": actor.name}
    )
    if step == Step.REPORTED:
        _close(found, facts.today)
    keeping.enter(actor=actor, at=at, verb="step_taken", kind="preparation", key=found.slug, step=step)


@walled
def take_back(*, actor: Actor, at: datetime, preparation: str, step: str) -> None:
    """Undo the last step while nothing rests on it; raise Refused otherwise."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    facts = progress.gather(preparation=found, at=at).facts
    if obstacle := rules.obstacle_to_taking_back(
        actor=actor, secretariat=found.secretariat_id, step=step, facts=facts
    ):
        raise obstacle
    Milestone.objects.filter(preparation=found, step=step).update(done_at=None, done_by="")
    if step == Step.REPORTED:
        _close(found, None)
    keeping.enter(actor=actor, at=at, verb="step_taken_back", kind="preparation", key=found.slug, step=step)


@walled
def set_deadlines(
    *, actor: Actor, at: datetime, preparation: str, version: int, due: Mapping[str, date | None]
) -> None:
    """Give steps their deadlines, by step; those not named stay. Raise Refused when they are out of order."""
    found = access.reach(actor=actor, preparation=preparation, lock=True).preparation
    before = progress.deadlines(found)
    wanted = {step: due.get(step, before.get(step)) for step in STEPS}
    if obstacle := rules.obstacle_to_deadlines(actor=actor, secretariat=found.secretariat_id, due=wanted):
        raise obstacle
    keeping.refuse_stale(
        version=version,
        row=found,
        by=history.last_hand(found),
        theirs=_printed(before),
        yours=_printed(wanted),
    )
    changed = [step for step in STEPS if wanted[step] != before.get(step)]
    for step in changed:
        Milestone.objects.update_or_create(
            preparation=found, step=step, defaults={"due_on": wanted[step], "reminded_on": None}
        )
    if changed:
        Preparation.objects.filter(pk=found.pk).update(version=F("version") + 1)
        keeping.enter(
            actor=actor, at=at, verb="deadlines_set", kind="preparation", key=found.slug, steps=changed
        )


def _close(preparation: Preparation, on: date | None) -> None:
    # From this day on the days count after which personal data is erased.
    Preparation.objects.filter(pk=preparation.pk).update(closed_on=on)


def _printed(due: Mapping[str, date | None]) -> dict[str, object]:
    return {str(Step(step).label): on.isoformat() if on else "" for step, on in due.items()}
