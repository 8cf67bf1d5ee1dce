"""The programme as papers tell it: which items, where, and on what day, for whom it was asked."""

from collections.abc import Iterator
from datetime import date

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.taking_part import sends_part, takes_part
from interlocal.documents.formats.document import Text, text
from interlocal.documents.papers import wording
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import Asked


def items_for(facts: Facts, wish: Wish) -> tuple[SheetItem, ...]:
    """The items of whom it was asked for: of everybody, of one delegation, or of one person; or the one item."""
    return tuple(item for item in facts.sheet.items if _is_for(item, facts, wish))


def days_for(facts: Facts, wish: Wish) -> Iterator[tuple[date, tuple[SheetItem, ...]]]:
    """Days that have such items, in order."""
    items = items_for(facts, wish)
    for on in sorted({item.on for item in items}):
        yield on, tuple(item for item in items if item.on == on)


def people_at(facts: Facts, item: SheetItem) -> tuple[Person, ...]:
    """Who takes part, in the order of the list."""
    return tuple(one for one in facts.people() if _takes(item, one))


def place(
    facts: Facts, item: SheetItem, asked: Asked, *, with_room: bool = True, beside: str = wording.BESIDE
) -> Text:
    """Where: the site (and its room), from where to where for a transfer, or what the item calls it."""
    return wording.each(asked, lambda tongue: _place(facts, item, tongue, with_room=with_room), beside=beside)


def address(facts: Facts, item: SheetItem, asked: Asked) -> Text:
    site = facts.sheet.site(item.site)
    return wording.local(site.address, asked) if site else ()


def _is_for(item: SheetItem, facts: Facts, wish: Wish) -> bool:
    if wish.item is not None:
        return item.id == wish.item
    if wish.person:
        who = next((one for one in facts.people() if one.key == wish.person), None)
        return who is not None and _takes(item, who)
    if wish.body:
        delegation = facts.delegation(wish.body)
        if delegation is None:
            return False
        if delegation.people:
            return any(_takes(item, one) for one in delegation.people)
        return sends_part(item, body=wish.body)
    return True


def _takes(item: SheetItem, who: Person) -> bool:
    return takes_part(item, key=who.key, body=who.body, part=who.part)


def _place(facts: Facts, item: SheetItem, tongue: str, *, with_room: bool) -> Text:
    sites = [site for key in (item.site, item.to_site) if (site := facts.sheet.site(key))]
    if not sites:
        return wording.local(item.place, tongue)
    said: list[Text] = [wording.local(site.name, tongue) for site in sites]
    joined = said[0] if len(said) == 1 else (*said[0], *text(" → ", tongue), *said[1])
    rooms = facts.sheet.resources_of(item, "room") if with_room else ()
    for room in rooms:
        joined = (*joined, *text(" ", tongue), *wording.local(room.name, tongue))
    return joined
