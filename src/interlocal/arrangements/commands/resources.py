"""What can be taken only once at a time: rooms, vehicles, interpreters, officers, tables, hotel rooms."""

from dataclasses import fields
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from interlocal.arrangements.models import Resource, Site
from interlocal.arrangements.queries.sites import resource_said
from interlocal.arrangements.rules import sites as rules
from interlocal.arrangements.rules.sites import ResourceSaid
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.rules.preparations import differs, text_of
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def add_resource(
    *, actor: Actor, at: datetime, preparation: str, once: UUID | None, resource: ResourceSaid
) -> int:
    """A room, vehicle, interpreter …; returns its number. Site.DoesNotExist for a site of another preparation."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_resource", actor=actor, at=at)) is not None:
        return int(before)
    _check(resource)
    alike = Resource.objects.filter(preparation=found, kind=resource.kind)
    last = alike.aggregate(last=Max("position"))["last"]
    row = Resource(preparation=found, position=0 if last is None else last + 1)
    _write(row, found, resource)
    keeping.enter(
        actor=actor,
        at=at,
        verb="resource_added",
        kind="preparation",
        key=found.slug,
        resource=row.pk,
        of=row.kind,
    )
    keeping.answered(once=once, subject=str(row.pk))
    return row.pk


@walled
def change_resource(
    *, actor: Actor, at: datetime, preparation: str, number: int, version: int, resource: ResourceSaid
) -> None:
    """Change what a resource says; what is used stays of its kind. Resource.DoesNotExist, Changed if stale."""
    found = changing(actor, preparation)
    row = Resource.objects.select_related("site").get(preparation=found, pk=number)
    _check(resource)
    before = resource_said(row)
    changed = [
        one.name
        for one in fields(ResourceSaid)
        if differs(getattr(before, one.name), getattr(resource, one.name))
    ]
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(resource, name) for name in changed},
    )
    if not changed:
        return
    if "kind" in changed:
        _refuse_used(row)
    row.version += 1
    _write(row, found, resource)
    keeping.enter(
        actor=actor,
        at=at,
        verb="resource_changed",
        kind="preparation",
        key=found.slug,
        resource=number,
        fields=changed,
    )


@walled
def remove_resource(*, actor: Actor, at: datetime, preparation: str, number: int) -> ResourceSaid:
    """Take a resource away; returns what it said. Refused while items take it or people are placed in it."""
    found = changing(actor, preparation)
    row = Resource.objects.select_related("site").get(preparation=found, pk=number)
    _refuse_used(row)
    said = resource_said(row)
    row.delete()
    keeping.enter(
        actor=actor, at=at, verb="resource_removed", kind="preparation", key=found.slug, resource=number
    )
    return said


def _refuse_used(row: Resource) -> None:
    tongue = reading()
    items = PlannedItem.objects.filter(Q(takings__resource=row) | Q(placings__resource=row)).distinct()
    users = [one.title.shown(tongue).text for one in items]
    name = row.name.shown(tongue).text
    if users:
        raise rules.in_use(code="resource_in_use", name=name, users=users, tongue=tongue)
    if row.placings.exists():
        raise rules.people_in(name=name)


def _check(resource: ResourceSaid) -> None:
    if obstacle := rules.obstacle_to_resource(resource):
        raise obstacle


def _write(row: Resource, found: Preparation, resource: ResourceSaid) -> None:
    for name in ("name", "note"):
        before = getattr(row, name) if row.pk else None
        setattr(row, name, text_of(getattr(resource, name), before=before, original=found.language))
    for name in ("kind", "capacity"):
        setattr(row, name, getattr(resource, name))
    row.reading, row.phone = resource.reading.strip(), resource.phone.strip()
    row.languages = list(resource.languages)
    row.site = Site.objects.get(preparation=found, key=resource.site) if resource.site else None
    row.save()
