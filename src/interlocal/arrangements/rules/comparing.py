"""Two versions of a programme side by side: what was added, taken off and changed, and whom it concerns. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from interlocal.arrangements.rules.sheets import Sheet, SheetItem
from interlocal.arrangements.rules.taking_part import sends_part, takes_part

# What everybody at the item is told, in the order of telling; the rest concerns the secretariat alone.
TOLD: Final = (
    "on",
    "hours",
    "title",
    "state",
    "site",
    "to_site",
    "rooms",
    "vehicles",
    "with_whom",
    "bring",
    "note",
)
INNER: Final = (
    "kind",
    "track",
    "interpreters",
    "officers",
    "speaking",
    "into",
    "capacity",
    "meal",
    "audience",
    "bodies",
    "people",
    "contact",
    "plan_b",
    "is_public",
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A field of an item before and after, as it stands in the sheets (places and resources by their names)."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Difference:
    """An item added (no `before`), taken off (no `after`), or changed in these fields."""

    before: SheetItem | None
    after: SheetItem | None
    fields: tuple[Changed, ...] = ()

    @property
    def item(self) -> SheetItem:
        found = self.after or self.before
        assert found
        return found

    def told(self) -> tuple[Changed, ...]:
        return tuple(one for one in self.fields if one.field in TOLD)


def differences(old: Sheet, new: Sheet) -> tuple[Difference, ...]:
    """In the order of the new programme, what was taken off last."""
    before = {item.id: item for item in old.items}
    kept = {item.id for item in new.items}
    found = (_difference(old, before.get(item.id), new, item) for item in new.items)
    gone = (Difference(item, None) for item in old.items if item.id not in kept)
    return (*(one for one in found if one), *gone)


def _difference(old: Sheet, was: SheetItem | None, new: Sheet, now: SheetItem) -> Difference | None:
    if was is None:
        return Difference(None, now)
    fields = tuple(_fields(old, was, new, now))
    return Difference(was, now, fields) if fields else None


def _fields(old: Sheet, was: SheetItem, new: Sheet, now: SheetItem) -> Iterator[Changed]:
    before, after = _said(old, was), _said(new, now)
    for name in (*TOLD, *INNER):
        if before[name] != after[name]:
            yield Changed(name, before[name], after[name])


def _said(sheet: Sheet, item: SheetItem) -> dict[str, Any]:
    """What an item says, with names where it keeps numbers: a site that was renamed is another place to its readers."""
    plain = {name: getattr(item, name) for name in (*TOLD, *INNER) if hasattr(item, name)}
    site, to_site = sheet.site(item.site), sheet.site(item.to_site)
    return plain | {
        "hours": (item.starts, item.ends),
        "site": site.name if site else item.place,
        "to_site": to_site.name if to_site else None,
        **{
            name: tuple(one.name for one in sheet.resources_of(item, kind))
            for name, kind in (
                ("rooms", "room"),
                ("vehicles", "vehicle"),
                ("interpreters", "interpreter"),
                ("officers", "officer"),
            )
        },
    }


def concerns(one: Difference, *, key: str, body: str, part: str) -> bool:
    """Whether a person has to know: whoever was or is at the item, if something changed that is told, or they come or go."""
    was = one.before is not None and takes_part(one.before, key=key, body=body, part=part)
    now = one.after is not None and takes_part(one.after, key=key, body=body, part=part)
    return was != now or (now and bool(one.told()))


def concerns_body(one: Difference, *, body: str) -> bool:
    """The same of a delegation that comes as a number."""
    was = one.before is not None and sends_part(one.before, body=body)
    now = one.after is not None and sends_part(one.after, body=body)
    return was != now or (now and bool(one.told()))
