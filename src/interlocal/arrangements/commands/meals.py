"""What a kitchen has to know of a meal: how many of each diet, nobody named. Reading it is told to the journal."""

from dataclasses import dataclass
from datetime import datetime

from interlocal.arrangements.queries.sheet import one_planned, sheet_of
from interlocal.arrangements.rules import facts_diets
from interlocal.arrangements.rules.facts_diets import Diets
from interlocal.arrangements.rules.taking_part import sends_part, takes_part
from interlocal.delegations import kinds
from interlocal.delegations.commands import personal
from interlocal.delegations.models import Delegate, Invitation
from interlocal.delegations.queries import access
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class MealDiets:
    """Of those at an item: `people` by name, `more` whom bodies announced by number, `told` who answered, and what."""

    people: int
    more: int
    told: int
    diets: Diets


@walled
def count_diets(*, actor: Actor, at: datetime, preparation: str, item: int) -> MealDiets:
    """For its secretariat; Refused for who may not read what is sealed, PlannedItem.DoesNotExist for another's item."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    number = one_planned(found, item).pk
    meal = next(one for one in sheet_of(found).items if one.id == number)
    standing = Delegate.objects.filter(preparation=found, state__in=kinds.STANDING).select_related("body")
    people = [
        one for one in standing if takes_part(meal, key=str(one.key), body=one.body.slug, part=one.part)
    ]
    read = personal.read(
        actor=actor,
        at=at,
        preparation=preparation,
        delegates=[str(one.key) for one in people],
        fields=("diet",),
        purpose=kinds.Purpose.MEALS,
        where="page",
    )
    answers = {key: data["diet"] for key, data in read.items() if "diet" in data}
    names = {str(one.key): (one.family, one.given, one.latin_family, one.latin_given) for one in people}
    named = {one.body_id for one in standing}
    numbers = (
        Invitation.objects.filter(preparation=found, headcount__isnull=False)
        .exclude(state=kinds.InvitationState.DECLINED)
        .exclude(body__in=named)
        .values_list("body__slug", "headcount")
    )
    return MealDiets(
        people=len(people),
        more=sum(count or 0 for body, count in numbers if sends_part(meal, body=body)),
        told=len(answers),
        diets=facts_diets.counted(answers, names=names),
    )
