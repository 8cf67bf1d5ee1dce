"""Strands of parallel items and their names."""

from collections.abc import Mapping
from datetime import datetime

from interlocal.arrangements.models import Detail, Track
from interlocal.arrangements.rules import sites as rules
from interlocal.arrangements.rules.items import MOST_TRACKS
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem
from interlocal.delegations.rules.preparations import text_of
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def name_track(*, actor: Actor, at: datetime, preparation: str, number: int, name: Mapping[str, str]) -> None:
    """Give a track a name, or another one; 0 is the common one. Sent twice it says the same."""
    found = changing(actor, preparation)
    if obstacle := rules.obstacle_to_track(number=number, most=MOST_TRACKS) or rules.obstacle_to_name(name):
        raise obstacle
    row = Track.objects.filter(preparation=found, number=number).first() or Track(
        preparation=found, number=number
    )
    before = row.name if row.pk else None
    said = text_of(name, before=before, original=found.language)
    if said == before:
        return
    row.name = said
    row.save()
    keeping.enter(actor=actor, at=at, verb="track_named", kind="preparation", key=found.slug, track=number)


@walled
def remove_track(*, actor: Actor, at: datetime, preparation: str, number: int) -> None:
    """Take a track away; Refused while items are on it (the common one only loses its name), Track.DoesNotExist."""
    found = changing(actor, preparation)
    row = Track.objects.get(preparation=found, number=number)
    tongue = reading()
    there = Detail.objects.filter(preparation=found, track=number)
    items = PlannedItem.objects.filter(detail__in=there) if number else PlannedItem.objects.none()
    if users := [one.title.shown(tongue).text for one in items]:
        raise rules.in_use(code="track_in_use", name=row.name.shown(tongue).text, users=users, tongue=tongue)
    row.delete()
    keeping.enter(actor=actor, at=at, verb="track_removed", kind="preparation", key=found.slug, track=number)
