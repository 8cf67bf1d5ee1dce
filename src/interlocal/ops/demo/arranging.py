"""What an office of the demonstration arranges for its days: places, rooms, buses, the programme, words, costs, seats, versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any, Final

from interlocal.arrangements.commands import (
    costs,
    placings,
    programme,
    releases,
    resources,
    seatings,
    sites,
    tracks,
    words,
)
from interlocal.arrangements.queries import sheet as sheets
from interlocal.arrangements.rules.items import Arranged
from interlocal.arrangements.rules.seatings import SeatingSaid
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.sites import ResourceSaid, SiteSaid
from interlocal.arrangements.rules.words import CostSaid, WordsSaid
from interlocal.delegations.queries import copying
from interlocal.delegations.queries.preparations import texts
from interlocal.identity.walls import standing_as
from interlocal.ops.demo.office import Office
from interlocal.ops.demo.scripts import delegations, script

CURRENCY: Final = "KRW"
# Entries of an item whose name in the script is that of the field.
_SAME: Final = (
    *("kind", "audience", "state", "track", "by", "meal", "capacity", "is_public"),
    *("note", "with_whom", "bring", "plan_b", "contact"),
)


@dataclass(frozen=True, slots=True)
class Table:
    """The desk on which the days are laid out: numbers of resources and items by their id in the script."""

    office: Office
    at: datetime
    said: Mapping[str, Any]
    from_on: date
    taken: dict[str, int] = field(default_factory=dict)
    items: dict[str, int] = field(default_factory=dict)
    arranged: dict[str, Arranged] = field(default_factory=dict)

    @property
    def by(self) -> dict[str, Any]:
        """What every verb wants to know first."""
        return {"actor": self.office.secretariat, "at": self.at, "preparation": self.office.slug}


def arranged(office: Office, *, days_ago: float) -> Table:
    """Everything of the script that needs nobody's name: the programme and its surroundings, words and costs."""
    sheet = sheets.sheet(actor=office.secretariat, preparation=office.slug)
    table = Table(office, office.ago(days_ago), script(f"{office.script}_programme"), sheet.from_on)
    # Told once who asks, not by each of two hundred verbs.
    with standing_as(office.secretariat):
        _sites(table)
        _resources(table)
        for number, name in table.said.get("tracks", {}).items():
            tracks.name_track(**table.by, number=number, name=name)
        _items(table, _by_record(office, sheet.items))
        _words(table)
    return table


def _sites(table: Table) -> None:
    for one in table.said["sites"]:
        east, north = one["at"]
        opens = {day: tuple(hours) if hours else None for day, hours in one.get("opens", {}).items()}
        more = {name: one[name] for name in ("address", "phone", "note", "place") if name in one}
        site = SiteSaid(name=one["name"], key=one["id"], longitude=east, latitude=north, opens=opens, **more)
        sites.add_site(**table.by, once=None, site=site)
    for start, finish, by, minutes, kilometres in table.said["routes"]:
        sites.set_route(
            **table.by,
            start=start,
            finish=finish,
            by=by,
            minutes=minutes,
            kilometres=Decimal(str(kilometres)),
        )


def _resources(table: Table) -> None:
    names = ("kind", "name", "reading", "site", "capacity", "phone", "note")
    add = partial(resources.add_resource, **table.by, once=None)
    for one in table.said["resources"]:
        more = {name: one[name] for name in names if name in one}
        said = ResourceSaid(**more, languages=tuple(one.get("languages", ())))
        table.taken[one["id"]] = add(resource=said)
    rooms = table.said["bedrooms"]
    for number in range(rooms["first"], rooms["first"] + rooms["count"]):
        name = {tongue: text % number for tongue, text in rooms["name"].items()}
        add(resource=ResourceSaid("bedroom", name, site=rooms["site"], capacity=1))


def _by_record(office: Office, items: tuple[SheetItem, ...]) -> dict[str, SheetItem]:
    """The items that were copied, by their id in the public record."""
    said = script(office.script)
    tongue, at = said["language"], office.now
    found = copying.proposal(actor=office.secretariat, series=said["series"], at=at, tongue=tongue, after="")
    keys = {item.title.text: item.key.removeprefix("e-") for item in found.items}
    return {keys[item.title.shown(tongue).text]: item for item in items}


def _items(table: Table, copied: Mapping[str, SheetItem]) -> None:
    for one in table.said["items"]:
        like = copied.get(one.get("like", ""))
        item, key = _arranged(table, one, like), one.get("id") or one["like"]
        table.arranged[key] = item
        if like:
            programme.change_item(**table.by, number=like.id, version=like.version, item=item)
            table.items[key] = like.id
        else:
            table.items[key] = programme.add_item(**table.by, once=None, item=item)


def _arranged(table: Table, one: Mapping[str, Any], like: SheetItem | None) -> Arranged:
    starts_at, ends_at = _hours(one)
    more = {name: one[name] for name in _SAME if name in one}
    more.setdefault("kind", like.kind if like else "")
    more.setdefault("note", texts(like.note) if like else {})
    return Arranged(
        **more,
        title=one.get("title") or texts(like.title if like else None),
        day=table.from_on + timedelta(days=one["day"] - 1),
        starts_at=starts_at,
        ends_at=ends_at,
        site=one["site"],
        to_site=one.get("to", ""),
        speaking=tuple(one.get("speaking", ())),
        into=tuple(one.get("into", ())),
        bodies=tuple(
            guest.body for guest in delegations(table.office.script) if guest.tongue == one.get("bodies")
        ),
        resources=_taken(table, one),
    )


def _words(table: Table) -> None:
    for one in table.said["words"]:
        more = {name: one[name] for name in ("title", "text", "speaker", "contact") if name in one}
        item = table.items[one["item"]] if "item" in one else None
        words.add_words(**table.by, once=None, words=WordsSaid(one["kind"], **more, item=item))
    for one in table.said["costs"]:
        cost = CostSaid(one["title"], Decimal(one["amount"]), CURRENCY, one.get("note", ""))
        costs.add_cost(**table.by, once=None, cost=cost)


def seated(table: Table, *, days_ago: float) -> None:
    """Who comes is known: seats, buses, hotel rooms and tables."""
    by = table.by | {"at": table.office.ago(days_ago)}
    for one in table.said["seatings"]:
        said = {name: one[name] for name in ("title", "shape", "rule", "viewpoint", "options") if name in one}
        seating = SeatingSaid(**said, item=table.items[one["item"]])
        seatings.add_seating(**by, once=None, seating=seating)
    for kind, *items in table.said["placings"]:
        placings.place_all(**by, kind=kind, item=table.items[items[0]] if items else None)


def let_out(table: Table, *, days_ago: float) -> None:
    """The versions of the script, a day and a half apart, each after its changes; then what changed since."""
    for place, one in enumerate(table.said["releases"]):
        by = table.by | {"at": table.office.ago(days_ago - place * 1.5)}
        _change(table, one.get("changes", ()), by["at"])
        releases.release(**by, once=None, note=one["note"], is_public=one["is_public"])
    _change(table, table.said.get("since", ()), table.office.ago(0.5))


def _change(table: Table, changes: Any, at: datetime) -> None:
    if not changes:
        return
    sheet = sheets.sheet(actor=table.office.secretariat, preparation=table.office.slug)
    versions = {item.id: item.version for item in sheet.items}
    for one in changes:
        key, number = one["item"], table.items[one["item"]]
        item = table.arranged[key] = _changed(table, table.arranged[key], one)
        by = table.by | {"at": at}
        programme.change_item(**by, number=number, version=versions[number], item=item)


def _changed(table: Table, item: Arranged, one: Mapping[str, Any]) -> Arranged:
    if "hours" in one:
        starts_at, ends_at = _hours(one)
        item = replace(item, starts_at=starts_at, ends_at=ends_at)
    if "takes" in one:
        item = replace(item, resources=_taken(table, one))
    return item


def _hours(one: Mapping[str, Any]) -> tuple[time, time]:
    starts_at, ends_at = one["hours"].split("-")
    return time.fromisoformat(starts_at), time.fromisoformat(ends_at)


def _taken(table: Table, one: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(table.taken[key] for key in one.get("takes", ()))
