"""Sites of a programme, the routes between them, and what can be taken: as their pages show them, and for their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from interlocal.arrangements.models import Resource, Route, Site
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Localised, Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class SiteRow:
    """`opens` by weekday ("mon" … "sun"): a pair of hours, None for closed; {}: not known. `uses`: how many items are there
    or lead there, and rooms belong to it; only what is not used can be removed.
    """

    key: str
    name: Shown
    address: Shown | None
    longitude: float | None
    latitude: float | None
    opens: Mapping[str, tuple[str, str] | None]
    phone: str
    note: Shown | None
    uses: int
    version: int


@dataclass(frozen=True, slots=True)
class RouteRow:
    """Between two sites by their keys, in both directions."""

    start: str
    finish: str
    by: str
    minutes: int
    kilometres: Decimal | None


@dataclass(frozen=True, slots=True)
class ResourceRow:
    """`uses`: how many items take it and people are placed in it; only what is not used can be removed."""

    id: int
    kind: str
    name: Shown
    reading: str
    site: str
    capacity: int | None
    languages: tuple[str, ...]
    phone: str
    note: Shown | None
    uses: int
    version: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything around the items: where, how one gets there, and what can be taken."""

    slug: str
    name: Shown
    runs: bool
    is_closed: bool
    sites: tuple[SiteRow, ...]
    routes: tuple[RouteRow, ...]
    resources: tuple[ResourceRow, ...]


@walled
def surroundings(*, actor: Actor, preparation: str, tongue: str) -> Surroundings:
    """For who looks over the preparation; Preparation.DoesNotExist for others. Three queries beside access."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    found = reached.preparation
    uses = Count("items", distinct=True) + Count("arrivals", distinct=True) + Count("rooms", distinct=True)
    sites = Site.objects.filter(preparation=found).annotate(uses=uses).order_by("position", "pk")
    taken = Count("takings", distinct=True) + Count("placings", distinct=True)
    resources = Resource.objects.filter(preparation=found).select_related("site").annotate(uses=taken)
    return Surroundings(
        slug=found.slug,
        name=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        sites=tuple(_site(row, row.uses, tongue) for row in sites),
        routes=_routes(found),
        resources=tuple(
            _resource(row, row.uses, tongue) for row in resources.order_by("kind", "position", "pk")
        ),
    )


def _routes(found: Preparation) -> tuple[RouteRow, ...]:
    rows = Route.objects.filter(preparation=found).order_by("start__position", "finish__position", "by")
    columns = ("start__key", "finish__key", "by", "minutes", "kilometres")
    return tuple(RouteRow(*row) for row in rows.values_list(*columns))


def _site(row: Site, uses: int, tongue: str) -> SiteRow:
    return SiteRow(
        key=row.key,
        name=row.name.shown(tongue),
        address=_shown(row.address, tongue),
        longitude=row.longitude,
        latitude=row.latitude,
        opens=_hours(row),
        phone=row.phone,
        note=_shown(row.note, tongue),
        uses=uses,
        version=row.version,
    )


def _resource(row: Resource, uses: int, tongue: str) -> ResourceRow:
    return ResourceRow(
        id=row.pk,
        kind=row.kind,
        name=row.name.shown(tongue),
        reading=row.reading,
        site=row.site.key if row.site else "",
        capacity=row.capacity,
        languages=tuple(row.languages),
        phone=row.phone,
        note=_shown(row.note, tongue),
        uses=uses,
        version=row.version,
    )


def _shown(text: Localised | None, tongue: str) -> Shown | None:
    return text.shown(tongue) if text else None


def _hours(row: Site) -> dict[str, tuple[str, str] | None]:
    return {day: (hours[0], hours[1]) if hours else None for day, hours in row.opens.items()}


# -- for their forms --


@dataclass(frozen=True, slots=True)
class SiteValues:
    version: int
    site: SiteSaid


@dataclass(frozen=True, slots=True)
class ResourceValues:
    version: int
    resource: ResourceSaid


@walled
def site(*, actor: Actor, preparation: str, key: str) -> SiteValues:
    """One site to be changed, for who runs the preparation; Site.DoesNotExist."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    row = Site.objects.select_related("place").get(preparation=found, key=key)
    return SiteValues(row.version, said_of(row))


@walled
def resource(*, actor: Actor, preparation: str, number: int) -> ResourceValues:
    """One resource to be changed, for who runs the preparation; Resource.DoesNotExist."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    row = Resource.objects.select_related("site").get(preparation=found, pk=number)
    return ResourceValues(row.version, resource_said(row))


def said_of(row: Site) -> SiteSaid:
    return SiteSaid(
        name=texts(row.name),
        address=texts(row.address),
        longitude=row.longitude,
        latitude=row.latitude,
        opens=_hours(row),
        phone=row.phone,
        note=texts(row.note),
        place=row.place.slug if row.place else "",
        key=row.key,
    )


def resource_said(row: Resource) -> ResourceSaid:
    return ResourceSaid(
        kind=row.kind,
        name=texts(row.name),
        reading=row.reading,
        site=row.site.key if row.site else "",
        capacity=row.capacity,
        languages=tuple(row.languages),
        phone=row.phone,
        note=texts(row.note),
    )
