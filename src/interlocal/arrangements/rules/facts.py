"""What papers are made from: the programme, who comes, and the words of an edition, as one value. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from interlocal.arrangements.rules.sheets import Sheet
from interlocal.ground.texts import Localised, Shown

Named = Mapping[str, Shown]
"""A name by language of the reader: "ko", "ja", "zh-Hans", "en"."""


@dataclass(frozen=True, slots=True)
class Person:
    """A delegate, with public-office data only. `number` is the place in the whole list, `within` in the delegation.

    `family` and `given` are in the own script; `reading` (kana, pinyin, hangul) and Latin spelling say whether they were
    generated. `grade`, `part` as in `delegations.kinds`.
    """

    key: str
    number: int
    within: int
    body: str
    family: str
    given: str
    script_language: str
    latin_family: str
    latin_given: str
    latin_is_generated: bool
    reading_family: str
    reading_given: str
    reading_is_generated: bool
    post: Localised | None
    part: str
    grade: str
    language: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Helper:
    """Who helps a delegation; `phone` only where the wish asks for an inner paper."""

    kind: str
    name: str
    reading: str
    languages: str
    phone: str


@dataclass(frozen=True, slots=True)
class Delegation:
    """An invited body in its place of the order. `headcount` where it sent a number instead of names."""

    body: str
    name: Named
    country: str
    number: int
    is_host: bool
    people: tuple[Person, ...]
    helpers: tuple[Helper, ...]
    headcount: int | None = None
    contact_name: str = ""
    invited_language: str = "en"
    letter: str = ""
    quota: int = 0
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """People in a vehicle, at a table, in a hotel room; of one item or of all (None)."""

    resource: int
    item: int | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatingFacts:
    """A seating as asked for; who sits where is worked out from the order of those at the item."""

    id: int
    title: Localised
    item: int | None
    shape: str
    rule: str
    viewpoint: str
    options: Mapping[str, object]
    swaps: tuple[tuple[int, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of an edition (`arrangements.kinds.WordsKind`)."""

    kind: str
    title: Localised | None
    text: Localised | None
    speaker: Localised | None
    contact: str
    item: int | None


@dataclass(frozen=True, slots=True)
class Spent:
    title: Localised
    amount: Decimal | None
    currency: str
    note: str


@dataclass(frozen=True, slots=True)
class Taken:
    """A photograph; `kind` is "png" or "jpeg"."""

    content: bytes
    kind: str
    alt: str
    caption: Localised | None
    item: int | None


@dataclass(frozen=True, slots=True)
class Host:
    """A body that organises: its names and country; `address` lines and contact where the record has them."""

    body: str
    name: Named
    country: str


@dataclass(frozen=True, slots=True)
class Contact:
    """Contact data of one delegate, only for the papers that may show it and only where the actor may read it."""

    key: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of an edition. `order_rule`, `order_language`, `within_rule` say on what the list rests.

    `diets` counts answers by what was answered, never by person; empty where the actor may not read them; `diets_few` says that
    an answer was given by so few that it may be guessed who they are. `phones` are those of resources (by id), on inner papers
    only. `made_on` is the day printed on papers.
    """

    sheet: Sheet
    ordinal: int | None
    series: Named
    secretariat: Host
    host: Host
    order_rule: str
    order_language: str
    within_rule: str
    delegations: tuple[Delegation, ...]
    placed: tuple[Placed, ...]
    seatings: tuple[SeatingFacts, ...]
    words: tuple[Said, ...]
    costs: tuple[Spent, ...]
    photos: tuple[Taken, ...]
    contacts: tuple[Contact, ...]
    diets: tuple[tuple[str, int], ...]
    attended: Mapping[str, int]
    made_on: date
    phones: Mapping[int, str] = field(default_factory=dict)
    diets_few: bool = False

    def people(self) -> tuple[Person, ...]:
        """Everybody in the order of the list."""
        return tuple(person for delegation in self.delegations for person in delegation.people)

    def delegation(self, body: str) -> Delegation | None:
        return next((one for one in self.delegations if one.body == body), None)

    def said(self, kind: str) -> tuple[Said, ...]:
        return tuple(one for one in self.words if one.kind == kind)
