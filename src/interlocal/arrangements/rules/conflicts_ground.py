"""What conflicts are judged by, and what one is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.ground.texts import Localised
from interlocal.ground.wording import join_list
from interlocal.planning.holidays import Holiday

# So many items are named in a sentence about several.
SHOWN: Final = 4


@dataclass(frozen=True, slots=True)
class Path:
    """How long it takes between two sites, in minutes, as somebody entered it."""

    minutes: int
    by: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """`says` is the whole explanation in the reader's language; `items` are concerned (none: a whole day)."""

    level: str
    code: str
    says: str
    items: tuple[int, ...]
    on: date | None


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who comes: what they speak beside their own language too."""

    key: str
    name: str
    body: str
    languages: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a programme is judged by. `at_item`: who takes part, by item. `more` counts those a body sends without names."""

    sheet: Sheet
    tongue: str
    today: date
    at_item: Mapping[int, tuple[Who, ...]] = field(default_factory=dict)
    more: Mapping[int, int] = field(default_factory=dict)
    paths: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    holidays: tuple[Holiday, ...] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
    # How languages and countries are called in the reader's.
    tongues: Mapping[str, str] = field(default_factory=dict)

    def called(self, text: Localised | None) -> str:
        return text.shown(self.tongue).text if text else ""

    def standing(self) -> list[SheetItem]:
        return [item for item in self.sheet.items if item.state != "declined"]


def overlap(one: SheetItem, other: SheetItem) -> tuple[datetime, datetime] | None:
    """The half-open time both last, or None."""
    if not (one.starts and one.ends and other.starts and other.ends):
        return None
    begins, ends = max(one.starts, other.starts), min(one.ends, other.ends)
    return (begins, ends) if begins < ends else None


def clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def listed(ground: Ground, items: list[SheetItem]) -> str:
    """The first few by name; of more, how many."""
    names = [_("“%(item)s”") % {"item": ground.called(item.title)} for item in items[:SHOWN]]
    if (more := len(items) - SHOWN) > 0:
        names.append(ngettext("%(count)s more", "%(count)s more", more) % {"count": more})
    return join_list(names, ground.tongue)
