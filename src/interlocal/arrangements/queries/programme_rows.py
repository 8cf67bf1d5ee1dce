"""What the screen of a programme shows, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from interlocal.ground.texts import Shown


@dataclass(frozen=True, slots=True)
class BoardResource:
    """A room, vehicle, interpreter … that an item takes."""

    id: int
    kind: str
    name: Shown
    capacity: int | None


@dataclass(frozen=True, slots=True)
class BoardItem:
    """An item with everything arranged for it, as read in one language.

    `starts_at`, `ends_at` are by the clock of the place, `clock` and `ends_clock` what that is called ("KST (UTC+9)");
    `starts`, `ends` the moments. It ends `nights` days later; `minutes` it lasts. `where` is the site's name, or what
    the place is called. `bodies` and `people` (named; both empty: all of the `audience`) are keys of `Board.names`.
    `expected`: how many people take part, as far as they are known; `seats`: for how many there is room (None: not
    known). Among items of its day and track that meet it stands in `lane` of `lanes`.
    """

    id: int
    version: int
    kind: str
    state: str
    title: Shown
    on: date
    starts_at: time | None
    ends_at: time | None
    nights: int
    starts: datetime | None
    ends: datetime | None
    minutes: int | None
    clock: str
    ends_clock: str
    track: int
    lane: int
    lanes: int
    site: str
    where: Shown | None
    to_site: str
    to_where: Shown | None
    by: str
    meal: str
    audience: str
    bodies: tuple[str, ...]
    people: tuple[str, ...]
    expected: int
    seats: int | None
    resources: tuple[BoardResource, ...]
    speaking: tuple[str, ...]
    into: tuple[str, ...]
    with_whom: Shown | None
    bring: Shown | None
    note: Shown | None
    plan_b: Shown | None
    contact: str
    is_public: bool
    changed_at: datetime | None

    def taken(self, kind: str) -> tuple[BoardResource, ...]:
        return tuple(one for one in self.resources if one.kind == kind)


@dataclass(frozen=True, slots=True)
class BoardDay:
    """One day: `number` 0 is the first of the edition; `is_within` while the edition is on.

    `items` begin on it, by hour and track (those without an hour first); `lasting` are numbers of items that began before
    and end on it or later.
    """

    number: int
    on: date
    is_within: bool
    items: tuple[BoardItem, ...]
    lasting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BoardTrack:
    """A strand of parallel items; of one that has no name yet `name` is None. `count`: how many items it has."""

    number: int
    name: Shown | None
    count: int


@dataclass(frozen=True, slots=True)
class SiteChoice:
    key: str
    name: Shown


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the screen of the programme shows. `clock` is the preparation's ("KST (UTC+9)"), `next_track` a free number.

    `names`: how bodies (by slug) and people (by key) are called. Days come in order, empty ones too, and days around the
    edition that have items.
    """

    slug: str
    name: Shown
    place: Shown | None
    from_on: date
    until_on: date
    timezone: str
    clock: str
    runs: bool
    is_closed: bool
    days: tuple[BoardDay, ...]
    tracks: tuple[BoardTrack, ...]
    next_track: int
    names: Mapping[str, Shown]
    sites: tuple[SiteChoice, ...]

    def items(self) -> tuple[BoardItem, ...]:
        return tuple(item for day in self.days for item in day.items)


@dataclass(frozen=True, slots=True)
class ResourceChoice:
    """A room stands at a `site` (key; "" not known); an interpreter works between `languages`."""

    id: int
    kind: str
    name: Shown
    site: str
    capacity: int | None
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyChoice:
    """An invited body; `people` are those of it that come."""

    slug: str
    name: Shown
    people: tuple[tuple[str, Shown], ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen for an item. `resources` by kind (`arrangements.kinds.ResourceKind`), kinds that have none too."""

    from_on: date
    until_on: date
    timezone: str
    sites: tuple[SiteChoice, ...]
    resources: Mapping[str, tuple[ResourceChoice, ...]]
    bodies: tuple[BodyChoice, ...]
    tracks: tuple[tuple[int, Shown], ...]
