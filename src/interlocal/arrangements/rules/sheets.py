"""A programme as one value: what is compared, released, shown and printed. Pure; no person's data but keys."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from interlocal.ground.texts import Localised


@dataclass(frozen=True, slots=True)
class SheetSite:
    """Where. `opens` as `Site.opens`."""

    key: str
    name: Localised
    address: Localised | None = None
    longitude: float | None = None
    latitude: float | None = None
    opens: Mapping[str, tuple[str, str] | None] = field(default_factory=dict)
    phone: str = ""
    note: Localised | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class SheetResource:
    """What an item takes. `site` is the key of a room's site."""

    id: int
    kind: str
    name: Localised
    capacity: int | None = None
    languages: tuple[str, ...] = ()
    site: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An item with everything arranged for it. `starts` and `ends` carry their zone's offset; `zone` and `ends_zone` name it.

    `on` is its day where it begins. `bodies` are slugs, `people` keys of delegates; both empty: everybody of the `audience`.
    `site` and `to_site` are keys; `place` is what to call it where no site was chosen. `resources` are ids.
    """

    id: int
    kind: str
    state: str
    title: Localised
    on: date
    starts: datetime | None
    ends: datetime | None
    zone: str
    ends_zone: str
    track: int = 0
    site: str = ""
    to_site: str = ""
    place: Localised | None = None
    by: str = ""
    meal: str = ""
    capacity: int | None = None
    speaking: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    audience: str = "all"
    bodies: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    resources: tuple[int, ...] = ()
    with_whom: Localised | None = None
    bring: Localised | None = None
    note: Localised | None = None
    plan_b: Localised | None = None
    contact: str = ""
    is_public: bool = True
    version: int = 1


@dataclass(frozen=True, slots=True)
class SheetTrack:
    number: int
    name: Localised


@dataclass(frozen=True, slots=True)
class Sheet:
    """The programme of an edition. `number` is that of its release, None while it is work in progress.

    `until_on` is the day after the last. Items come by day, then hour, then track.
    """

    slug: str
    name: Localised
    place: Localised | None
    from_on: date
    until_on: date
    timezone: str
    language: str
    items: tuple[SheetItem, ...]
    sites: tuple[SheetSite, ...] = ()
    resources: tuple[SheetResource, ...] = ()
    tracks: tuple[SheetTrack, ...] = ()
    number: int | None = None
    released_at: datetime | None = None

    def days(self) -> Iterator[tuple[date, tuple[SheetItem, ...]]]:
        """Days that have items, in order."""
        for on in sorted({item.on for item in self.items}):
            yield on, tuple(item for item in self.items if item.on == on)

    def site(self, key: str) -> SheetSite | None:
        return next((one for one in self.sites if one.key == key), None)

    def resources_of(self, item: SheetItem, kind: str) -> tuple[SheetResource, ...]:
        if not item.resources:
            return ()
        return tuple(one for one in self.resources if one.id in item.resources and one.kind == kind)


def sequence(sheet: Sheet, item: SheetItem) -> int:
    """What calendars count changes by: every release counts further than any change before the first."""
    return 1000 * sheet.number if sheet.number else min(item.version - 1, 999)


def to_plain(sheet: Sheet) -> Any:
    """As kept in a table: what `from_plain` reads back to an equal sheet."""
    return msgspec.json.decode(msgspec.json.encode(sheet, order="sorted"))


def from_plain(value: Any) -> Sheet:
    """The hours are by the clock of their zone again: as kept they know only its distance from UTC."""
    sheet = msgspec.convert(value, Sheet, strict=False)
    return replace(sheet, items=tuple(_by_zone(item) for item in sheet.items))


def _by_zone(item: SheetItem) -> SheetItem:
    return replace(
        item, starts=_wall(item.starts, item.zone), ends=_wall(item.ends, item.ends_zone or item.zone)
    )


def _wall(at: datetime | None, zone: str) -> datetime | None:
    return at.astimezone(ZoneInfo(zone)) if at and zone else at


def sha256_of(sheet: Sheet) -> str:
    return hashlib.sha256(msgspec.json.encode(sheet, order="sorted")).hexdigest()
