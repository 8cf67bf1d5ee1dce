"""Choosing what is asked of people."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands import keeping
from interlocal.delegations.models import Need
from interlocal.delegations.queries import access, needs
from interlocal.delegations.rules import needs as rules
from interlocal.delegations.rules.needs import Asked
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def ask(*, actor: Actor, at: datetime, preparation: str, version: int, asked: Sequence[Asked]) -> None:
    """Ask exactly these fields from now on. What was given to one that is asked no more is erased by the job."""
    found = access.run(actor=actor, preparation=preparation, lock=True)
    before = needs.asked_by(found)
    if version != needs.version_of(before):
        raise kinds.Changed(by="", theirs=_told(before), yours=_told(asked), version=needs.version_of(before))
    if found.closed_on is not None:
        raise Refused("over", _("This event is closed; no more data is taken."))
    if obstacle := rules.obstacle_to_asking(before=before, after=asked, held=set(needs.held_by(found))):
        raise obstacle
    if needs.version_of(before) == needs.version_of(asked):
        return
    fields = {each.field for each in asked}
    Need.objects.filter(preparation=found).exclude(field__in=fields).delete()
    for each in set(asked) - set(before):
        values = asdict(each)
        Need.objects.update_or_create(preparation=found, field=values.pop("field"), defaults=values)
    keeping.enter(
        actor=actor, at=at, verb="needs_set", kind="preparation", key=found.slug, fields=sorted(fields)
    )


def _told(asked: Sequence[Asked]) -> dict[str, object]:
    """By field, as people compare them."""
    return {
        str(kinds.Field(each.field).label): f"{kinds.Purpose(each.purpose).label} · {each.kept_days}"
        for each in asked
    }
