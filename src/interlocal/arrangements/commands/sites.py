"""Sites of a programme and the routes between them."""

from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Max, Q

from interlocal.arrangements.models import Resource, Route, Site
from interlocal.arrangements.queries.sites import said_of
from interlocal.arrangements.rules import sites as rules
from interlocal.arrangements.rules.sites import SiteSaid
from interlocal.delegations.commands import keeping
from interlocal.delegations.commands.preparations_items import changing
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries.preparations import last_hand
from interlocal.delegations.rules.preparations import differs, text_of
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.programmes.models import Place


@walled
def add_site(*, actor: Actor, at: datetime, preparation: str, once: UUID | None, site: SiteSaid) -> str:
    """A site of the programme; returns its key. Place.DoesNotExist for a place the record has not."""
    found = changing(actor, preparation)
    if (before := keeping.sent_before(once=once, verb="add_site", actor=actor, at=at)) is not None:
        return before
    _check(site)
    others = Site.objects.filter(preparation=found)
    last = others.aggregate(last=Max("position"))["last"]
    taken = frozenset(others.values_list("key", flat=True))
    row = Site(preparation=found, position=0 if last is None else last + 1)
    row.key = rules.free_key(wanted=site.key, name=site.name, taken=taken)
    _write(row, found, site)
    keeping.enter(actor=actor, at=at, verb="site_added", kind="preparation", key=found.slug, site=row.key)
    keeping.answered(once=once, subject=row.key)
    return row.key


@walled
def change_site(
    *, actor: Actor, at: datetime, preparation: str, key: str, version: int, site: SiteSaid
) -> None:
    """Change what a site says; its key stays. Items there are called by its new name. Site.DoesNotExist, Changed if stale."""
    found = changing(actor, preparation)
    row = Site.objects.get(preparation=found, key=key)
    _check(site)
    before = said_of(row)
    changed = [
        one.name
        for one in fields(SiteSaid)
        if one.name != "key" and differs(getattr(before, one.name), getattr(site, one.name))
    ]
    if dict(before.opens) != dict(site.opens) and "opens" not in changed:
        changed.append("opens")
    keeping.refuse_stale(
        version=version,
        row=row,
        by=last_hand(found),
        theirs={name: getattr(before, name) for name in changed},
        yours={name: getattr(site, name) for name in changed},
    )
    if not changed:
        return
    row.version += 1
    _write(row, found, site)
    if "name" in changed:
        PlannedItem.objects.filter(detail__site=row).update(place=row.name, changed_at=at)
    keeping.enter(
        actor=actor,
        at=at,
        verb="site_changed",
        kind="preparation",
        key=found.slug,
        site=key,
        fields=changed,
    )


@walled
def remove_site(*, actor: Actor, at: datetime, preparation: str, key: str) -> SiteSaid:
    """Take a site away with its routes; returns what it said. Refused while items are there or rooms belong to it."""
    found = changing(actor, preparation)
    row = Site.objects.get(preparation=found, key=key)
    tongue = reading()
    items = PlannedItem.objects.filter(Q(detail__site=row) | Q(detail__to_site=row))
    users = [one.title.shown(tongue).text for one in items]
    users += [one.name.shown(tongue).text for one in Resource.objects.filter(site=row)]
    if users:
        raise rules.in_use(code="site_in_use", name=row.name.shown(tongue).text, users=users, tongue=tongue)
    said = said_of(row)
    row.delete()
    keeping.enter(actor=actor, at=at, verb="site_removed", kind="preparation", key=found.slug, site=key)
    return said


@walled
def set_route(
    *,
    actor: Actor,
    at: datetime,
    preparation: str,
    start: str,
    finish: str,
    by: str,
    minutes: int,
    kilometres: Decimal | None = None,
) -> None:
    """How long it takes between two sites by this means, in both directions; said again it replaces what was said."""
    found = changing(actor, preparation)
    if obstacle := rules.obstacle_to_route(
        start=start, finish=finish, by=by, minutes=minutes, kilometres=kilometres
    ):
        raise obstacle
    ends = [Site.objects.get(preparation=found, key=key) for key in (start, finish)]
    row = _between(ends, by) or Route(preparation=found, start=ends[0], finish=ends[1], by=by)
    if row.pk and (row.minutes, row.kilometres) == (minutes, kilometres):
        return
    row.minutes, row.kilometres = minutes, kilometres
    row.save()
    keeping.enter(
        actor=actor,
        at=at,
        verb="route_set",
        kind="preparation",
        key=found.slug,
        sites=[start, finish],
        by=by,
    )


@walled
def remove_route(*, actor: Actor, at: datetime, preparation: str, start: str, finish: str, by: str) -> None:
    """Forget how long it takes; Route.DoesNotExist if nobody said."""
    found = changing(actor, preparation)
    ends = [Site.objects.get(preparation=found, key=key) for key in (start, finish)]
    row = _between(ends, by)
    if row is None:
        raise Route.DoesNotExist(start, finish)
    row.delete()
    keeping.enter(
        actor=actor,
        at=at,
        verb="route_removed",
        kind="preparation",
        key=found.slug,
        sites=[start, finish],
        by=by,
    )


def _between(ends: list[Site], by: str) -> Route | None:
    one, other = ends
    return Route.objects.filter(Q(start=one, finish=other) | Q(start=other, finish=one), by=by).first()


def _check(site: SiteSaid) -> None:
    if obstacle := rules.obstacle_to_site(site):
        raise obstacle


def _write(row: Site, found: Preparation, site: SiteSaid) -> None:
    for name in ("name", "address", "note"):
        before = getattr(row, name) if row.pk else None
        setattr(row, name, text_of(getattr(site, name), before=before, original=found.language))
    row.longitude, row.latitude = site.longitude, site.latitude
    row.opens = {day: list(hours) if hours else None for day, hours in site.opens.items()}
    row.phone = site.phone.strip()
    row.place = Place.objects.get(slug=site.place) if site.place else None
    row.save()
