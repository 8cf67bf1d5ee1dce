"""The rooms people are seated in, who is seated, and the codes of what decided."""

from dataclasses import dataclass
from typing import Literal

Rule = Literal[
    "guests_face_door",
    "guests_right_on_entering",
    "delegations_face",
    "highest_in_middle",
    "honour_right_of_host",
    "right_then_left",
    "hosts_alternate_guests",
    "parties_together",
    "heads_at_first_table",
    "front_row_first",
    "interpreters_behind",
    "tables_as_placed",
]
Why = Literal[
    "host", "honour", "second_host", "head", "centre", "right", "left", "interpreter", "by_hand", "empty"
]


@dataclass(frozen=True, slots=True)
class Sitter:
    """`number` is the place in the order, 1 the highest; `interprets` the key of whom an interpreter serves."""

    key: str
    party: str
    number: int
    interprets: str = ""


@dataclass(frozen=True, slots=True)
class LongTable:
    """Delegations face each other; `mixed` for a meal, where hosts and guests alternate on both sides."""

    host: str = ""
    seats_each: int | None = None
    mixed: bool = False
    end_to_door: bool = False
    shape: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class RoundTables:
    """`groups`: keys of who was put at each table by somebody; who is in none of them has no seat."""

    tables: int
    seats: int
    host: str = ""
    spread: Literal["order", "mixed", "parties"] = "order"
    groups: tuple[tuple[str, ...], ...] = ()
    shape: Literal["round"] = "round"


@dataclass(frozen=True, slots=True)
class UShape:
    """`grouped`: the host's party in the middle, the others whole on its right and left in turn."""

    head: int
    leg: int
    host: str = ""
    grouped: bool = False
    shape: Literal["u"] = "u"


@dataclass(frozen=True, slots=True)
class Theatre:
    rows: int
    seats: int
    aisle: bool = True
    host: str = ""
    shape: Literal["theatre"] = "theatre"


@dataclass(frozen=True, slots=True)
class Photo:
    """`rows` None: as many as are needed."""

    seats: int
    rows: int | None = None
    host: str = ""
    shape: Literal["photo"] = "photo"


Room = LongTable | RoundTables | UShape | Theatre | Photo
