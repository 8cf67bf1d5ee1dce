"""The programme as it is being worked on, as one value."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from interlocal.arrangements.models import Detail, Resource, Site, Taking, Track
from interlocal.arrangements.queries.programme_clashes import hours_of
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetResource, SheetSite, SheetTrack
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.rules.preparations import lasts
from interlocal.ground.texts import Localised, from_json
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@walled
def sheet(*, actor: Actor, preparation: str) -> Sheet:
    """Work in progress, for who looks over the preparation; Preparation.DoesNotExist for others. Two queries beside access."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return sheet_of(reached.preparation)


def sheet_of(found: Preparation) -> Sheet:
    """Within the wall, for who was let in already."""
    return made(found, planned(found))


def planned(found: Preparation) -> list[PlannedItem]:
    """Items with their detail (as far as there is one), and in `taken` what they take. One query."""
    return list(_items(PlannedItem.objects.filter(preparation=found)))


def _items(rows: QuerySet[PlannedItem]) -> QuerySet[PlannedItem]:
    taking = Taking.objects.filter(item=OuterRef("pk")).order_by("pk")
    taken = taking.values(one=JSONObject(resource="resource_id", body="body__slug", delegate="delegate__key"))
    return rows.select_related("detail", "detail__site", "detail__to_site").annotate(
        taken=ArraySubquery(taken)
    )


def one_planned(found: Preparation, number: int) -> PlannedItem:
    """One of them; PlannedItem.DoesNotExist for one of another preparation."""
    return _items(PlannedItem.objects.filter(preparation=found)).get(pk=number)


def detail_of(item: PlannedItem) -> Detail:
    """What is arranged for an item; of one that nothing was arranged for yet, what is so by itself."""
    found: Detail | None = getattr(item, "detail", None)
    return found or Detail(item=item, preparation_id=item.preparation_id)


def made(found: Preparation, items: Iterable[PlannedItem]) -> Sheet:
    """The sheet of these items with its sites, resources and tracks. One query."""
    sites, resources, tracks = _surroundings(found)
    return Sheet(
        slug=found.slug,
        name=found.name,
        place=found.place,
        from_on=found.from_on,
        until_on=found.until_on,
        timezone=found.timezone,
        language=found.language,
        items=tuple(sorted((_item(found, item) for item in items), key=_place_in_time)),
        sites=tuple(_site(one) for one in sites),
        resources=tuple(_resource(one) for one in resources),
        tracks=tuple(SheetTrack(one["number"], from_json(one["name"])) for one in tracks),
    )


def _place_in_time(item: SheetItem) -> tuple[Any, ...]:
    """By day, then hour (those without one first), then track."""
    return (item.on, item.starts is not None, item.starts.timestamp() if item.starts else 0, item.track)


def _item(found: Preparation, item: PlannedItem) -> SheetItem:
    detail = detail_of(item)
    hours = hours_of(item, found)
    starts, ends = lasts(hours)
    return SheetItem(
        id=item.pk,
        kind=item.kind,
        state=detail.state,
        title=item.title,
        on=hours.on,
        starts=starts,
        ends=ends,
        zone=hours.zone,
        ends_zone=hours.ends_zone,
        track=detail.track,
        site=detail.site.key if detail.site else "",
        to_site=detail.to_site.key if detail.to_site else "",
        place=item.place,
        by=detail.by,
        meal=detail.meal,
        capacity=detail.capacity,
        speaking=tuple(detail.speaking),
        into=tuple(detail.into),
        audience=item.audience,
        bodies=tuple(taken(item, "body")),
        people=tuple(taken(item, "delegate")),
        resources=tuple(taken(item, "resource")),
        with_whom=detail.with_whom,
        bring=detail.bring,
        note=item.note,
        plan_b=detail.plan_b,
        contact=detail.contact,
        is_public=detail.is_public,
        version=item.version,
    )


def taken(item: PlannedItem, what: str) -> Iterator[Any]:
    """Slugs of bodies, keys of delegates or ids of resources that an item takes."""
    rows: list[dict[str, Any]] = getattr(item, "taken", [])
    return (one[what] for one in rows if one[what] is not None)


def _surroundings(found: Preparation) -> tuple[list[dict[str, Any]], ...]:
    """Sites, resources and tracks as plain rows, all three in one query."""
    of = {"preparation": OuterRef("pk")}
    sites = Site.objects.filter(**of).values(
        one=JSONObject(
            key="key",
            name="name",
            address="address",
            longitude="longitude",
            latitude="latitude",
            opens="opens",
            phone="phone",
            note="note",
            place="place__slug",
        )
    )
    resources = Resource.objects.filter(**of).values(
        one=JSONObject(
            id="pk",
            kind="kind",
            name="name",
            capacity="capacity",
            languages="languages",
            site="site__key",
            reading="reading",
        )
    )
    tracks = Track.objects.filter(**of).values(one=JSONObject(number="number", name="name"))
    row = Preparation.objects.filter(pk=found.pk).values_list(
        ArraySubquery(sites.order_by("position", "pk")),
        ArraySubquery(resources.order_by("kind", "position", "pk")),
        ArraySubquery(tracks.order_by("number")),
    )
    return tuple(row.get())


def _site(one: dict[str, Any]) -> SheetSite:
    return SheetSite(
        key=one["key"],
        name=from_json(one["name"]),
        address=_text(one["address"]),
        longitude=one["longitude"],
        latitude=one["latitude"],
        opens={day: tuple(hours) if hours else None for day, hours in one["opens"].items()},
        phone=one["phone"],
        note=_text(one["note"]),
        place=one["place"] or "",
    )


def _resource(one: dict[str, Any]) -> SheetResource:
    return SheetResource(
        id=one["id"],
        kind=one["kind"],
        name=from_json(one["name"]),
        capacity=one["capacity"],
        languages=tuple(one["languages"]),
        site=one["site"] or "",
        reading=one["reading"],
    )


def _text(value: dict[str, Any] | None) -> Localised | None:
    return from_json(value) if value else None
