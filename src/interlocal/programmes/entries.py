"""What a record file says of places, topics, series and editions."""

from dataclasses import dataclass, field
from datetime import time
from typing import Annotated, ClassVar

from interlocal.evidence.entries import ClaimEntry
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.entries import (
    AtMost,
    BodyRef,
    Country,
    Entry,
    Id,
    InnerId,
    Looks,
    PersonRef,
    PlaceRef,
    Point,
    Positive,
    PostRef,
    SeriesRef,
    Stated,
    TopicRef,
)
from interlocal.ground.texts import Localised
from interlocal.programmes import kinds
from interlocal.registry.entries import NameEntry

Zone = Annotated[str, Looks(r"[A-Za-z_]+(/[A-Za-z_+-]+)+|UTC", "bad_zone"), AtMost(40)]
Heritage = Annotated[str, Looks(r"unesco|national", "bad_heritage")]


@dataclass(slots=True, kw_only=True)
class TopicEntry(Entry):
    slug: Id
    names: Localised
    broader: TopicRef | None = None


@dataclass(slots=True, kw_only=True)
class PlaceEntry(Stated):
    slug: Id
    kind: kinds.PlaceKind
    names: list[NameEntry]
    body: BodyRef | None = None
    at: Point | None = None
    heritage: Heritage = ""


@dataclass(slots=True, kw_only=True)
class CadenceEntry(Stated):
    months: Positive


@dataclass(slots=True, kw_only=True)
class OrganiserEntry(Stated):
    BARE: ClassVar[str] = "body"

    body: BodyRef
    role: kinds.OrganiserRole = kinds.OrganiserRole.ORGANISER
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None


@dataclass(slots=True, kw_only=True)
class SeriesEntry(Stated):
    slug: Id
    kind: kinds.SeriesKind
    names: list[NameEntry]
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None
    cadence: CadenceEntry | None = None
    rotation: list[Country] = field(default_factory=list)
    organisers: list[OrganiserEntry] = field(default_factory=list)
    topics: list[TopicRef] = field(default_factory=list)
    about: Localised | None = None
    claims: list[ClaimEntry] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class StateEntry(Stated):
    state: kinds.State
    said_on: PartialDate | None = None
    planned: Span | None = None
    days: Span | None = None
    note: Localised | None = None


@dataclass(slots=True, kw_only=True)
class BodyPartEntry(Stated):
    BARE: ClassVar[str] = "body"

    body: BodyRef
    capacity: kinds.BodyCapacity = kinds.BodyCapacity.PARTICIPANT


@dataclass(slots=True, kw_only=True)
class OfficeHolderEntry(Stated):
    capacity: kinds.PersonCapacity
    person: PersonRef | None = None
    post: PostRef | None = None
    body: BodyRef | None = None
    attendance: kinds.Attendance = kinds.Attendance.ATTENDED
    in_place_of: PostRef | None = None


@dataclass(slots=True, kw_only=True)
class EditionPlaceEntry(Stated):
    BARE: ClassVar[str] = "place"

    place: PlaceRef
    role: kinds.PlaceRole = kinds.PlaceRole.CITY


@dataclass(slots=True, kw_only=True)
class ItemPersonEntry(Stated):
    role: kinds.ItemRole
    person: PersonRef | None = None
    post: PostRef | None = None
    body: BodyRef | None = None


@dataclass(slots=True, kw_only=True)
class ItemEntry(Stated):
    slug: InnerId
    kind: kinds.ItemKind
    title: Localised
    state: kinds.ItemState = kinds.ItemState.DONE
    day: PartialDate | None = None
    starts: time | None = None
    ends: time | None = None
    zone: Zone = ""
    about: Localised | None = None
    place: PlaceRef | None = None
    topics: list[TopicRef] = field(default_factory=list)
    people: list[ItemPersonEntry] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class VoiceEntry(Entry):
    person: PersonRef | None = None
    body: BodyRef | None = None


@dataclass(slots=True, kw_only=True)
class OutcomeEntry(Stated):
    slug: InnerId
    kind: kinds.OutcomeKind
    text: Localised
    by: list[VoiceEntry] = field(default_factory=list)
    item: str = ""


@dataclass(slots=True, kw_only=True)
class EditionEntry(Stated):
    slug: Id
    series: SeriesRef
    states: list[StateEntry]
    ordinal: Positive | None = None
    title: Localised | None = None
    mode: kinds.Mode | None = None
    about: Localised | None = None
    bodies: list[BodyPartEntry] = field(default_factory=list)
    office_holders: list[OfficeHolderEntry] = field(default_factory=list)
    places: list[EditionPlaceEntry] = field(default_factory=list)
    topics: list[TopicRef] = field(default_factory=list)
    items: list[ItemEntry] = field(default_factory=list)
    outcomes: list[OutcomeEntry] = field(default_factory=list)
    claims: list[ClaimEntry] = field(default_factory=list)
