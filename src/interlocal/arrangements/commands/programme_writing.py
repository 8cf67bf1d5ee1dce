"""Writing an item with its detail and what it takes, for the verbs of the programme."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from interlocal.arrangements.models import Detail, Resource, Site, Taking
from interlocal.arrangements.queries import sheet as sheets
from interlocal.arrangements.queries.programme_clashes import clashes
from interlocal.arrangements.rules.items import Arranged, obstacle_to_arranging
from interlocal.arrangements.rules.items_clashes import TakenAtOnce
from interlocal.delegations.commands import preparations_items as below
from interlocal.delegations.commands.preparations_items import Item
from interlocal.delegations.models import Delegate, Invitation, PlannedItem, Preparation
from interlocal.delegations.queries.preparations import texts
from interlocal.delegations.rules.preparations import days_clash, text_of
from interlocal.ground.tongues import reading

_ONCE = "resource_taken_once_at_a_time, delegate_taken_once_at_a_time"


def make(found: Preparation, item: Arranged, at: datetime) -> PlannedItem:
    _check(item)
    sites = _sites(found, item)
    _hold_back()
    made = below.make(found, _core(item, sites), at)
    detail = Detail(item=made, preparation=found)
    _say(detail, found, item, sites)
    detail.save(force_insert=True)
    _take(found, made, item)
    _hold(found, made)
    return made


def change(found: Preparation, row: PlannedItem, item: Arranged, at: datetime, *, is_news: bool) -> None:
    """The next version of an item; `row` is of `queries.sheet.planned`."""
    _check(item)
    core, detail = _core(item, sites := _sites(found, item)), sheets.detail_of(row)
    below.check(found, core)
    _hold_back()
    below.write(row, found, core, at, is_news=is_news)
    _say(detail, found, item, sites)
    detail.save()
    _take(found, row, item)
    _hold(found, row)


def _check(item: Arranged) -> None:
    if obstacle := obstacle_to_arranging(item):
        raise obstacle


def _sites(found: Preparation, item: Arranged) -> dict[str, Site]:
    """The sites it names, by key; Site.DoesNotExist for one that the preparation has not."""
    wanted = {key for key in (item.site, item.to_site) if key}
    if not wanted:
        return {}
    rows = {row.key: row for row in Site.objects.filter(preparation=found, key__in=wanted)}
    _all_there(Site, wanted, rows)
    return rows


def _core(item: Arranged, sites: dict[str, Site]) -> Item:
    """What the preparation itself keeps of it. The place is called as its site, so that every page below shows it."""
    return Item(
        kind=item.kind,
        title=item.title,
        day=item.day,
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        place=texts(sites[item.site].name) if item.site else item.place,
        audience=item.audience,
        note=item.note,
        nights=item.nights,
        zone=item.zone,
        ends_zone=item.ends_zone,
    )


def _say(detail: Detail, found: Preparation, item: Arranged, sites: dict[str, Site]) -> None:
    for name in ("state", "track", "by", "meal", "capacity", "is_public"):
        setattr(detail, name, getattr(item, name))
    detail.contact = item.contact.strip()
    detail.site, detail.to_site = sites.get(item.site), sites.get(item.to_site)
    detail.speaking, detail.into = list(item.speaking), list(item.into)
    for name in ("with_whom", "bring", "plan_b"):
        given, before = getattr(item, name), getattr(detail, name)
        setattr(detail, name, text_of(given, before=before, original=found.language))


def _take(found: Preparation, row: PlannedItem, item: Arranged) -> None:
    """Let go what is no longer taken, take what is new."""
    had = {
        (what, str(key)): key for what in ("resource", "body", "delegate") for key in sheets.taken(row, what)
    }
    wants = {
        *(("resource", str(key)) for key in item.resources),
        *(("body", slug) for slug in item.bodies),
        *(("delegate", key) for key in item.people),
    }
    gone = had.keys() - wants
    if gone:
        _let_go(row, gone)
    new = wants - had.keys()
    if new:
        Taking.objects.bulk_create(_takings(found, row, new))


def _let_go(row: PlannedItem, gone: Iterable[tuple[str, str]]) -> None:
    columns = {"resource": "resource_id", "body": "body__slug", "delegate": "delegate__key"}
    for what, key in gone:
        Taking.objects.filter(item=row, **{columns[what]: key}).delete()


def _takings(found: Preparation, row: PlannedItem, new: set[tuple[str, str]]) -> list[Taking]:
    """Raise DoesNotExist of whatever the preparation has not."""
    resources = _keys("resource", new)
    bodies = _keys("body", new)
    people = _keys("delegate", new)
    return [
        *(Taking(preparation=found, item=row, resource_id=pk) for pk in _known_resources(found, resources)),
        *(Taking(preparation=found, item=row, body_id=pk) for pk in _known_bodies(found, bodies)),
        *(Taking(preparation=found, item=row, delegate_id=pk) for pk in _known_people(found, people)),
    ]


def _keys(what: str, among: set[tuple[str, str]]) -> list[str]:
    return sorted(key for one, key in among if one == what)


def _known_resources(found: Preparation, keys: list[str]) -> list[int]:
    if not keys:
        return []
    rows = Resource.objects.filter(preparation=found, pk__in=keys).values_list("pk", flat=True)
    known = {str(pk): pk for pk in rows}
    _all_there(Resource, keys, known)
    return [known[key] for key in keys]


def _known_bodies(found: Preparation, slugs: list[str]) -> list[int]:
    if not slugs:
        return []
    rows = Invitation.objects.filter(preparation=found, body__slug__in=slugs)
    known = dict(rows.values_list("body__slug", "body_id"))
    _all_there(Invitation, slugs, known)
    return [known[slug] for slug in slugs]


def _known_people(found: Preparation, keys: list[str]) -> list[int]:
    if not keys:
        return []
    rows = Delegate.objects.filter(preparation=found, key__in=_uuids(keys), erased_at=None)
    known = {str(key): pk for key, pk in rows.values_list("key", "pk")}
    _all_there(Delegate, keys, known)
    return [known[key] for key in keys]


def _uuids(keys: list[str]) -> list[UUID]:
    try:
        return [UUID(key) for key in keys]
    except ValueError:
        raise Delegate.DoesNotExist(keys) from None


def _all_there(model: type[Model], wanted: Iterable[str], known: Mapping[str, object]) -> None:
    if missing := sorted(set(wanted) - known.keys()):
        raise model.DoesNotExist(missing)  # type: ignore[attr-defined]  # of every model


# -- once at a time --


def _hold_back() -> None:
    """Until `_hold` the database does not judge: an item is moved and what it takes changed in several statements."""
    with connection.cursor() as cursor:
        cursor.execute(f"set constraints {_ONCE} deferred")


def _hold(found: Preparation, row: PlannedItem) -> None:
    """From here on nobody else has what the item takes; raise TakenAtOnce if somebody has it now.

    Verbs come one after the other, as each holds the preparation. Whoever writes past them is caught by the database.
    """
    if taken := clashes(found, row.pk, reading()):
        raise TakenAtOnce(taken, reading())
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"set constraints {_ONCE} immediate")
    except IntegrityError:
        if taken := clashes(found, row.pk, reading()):
            raise TakenAtOnce(taken, reading()) from None
        raise days_clash() from None
