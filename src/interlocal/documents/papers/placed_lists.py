"""Who is put where: one list for vehicles, hotel rooms and tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem, SheetResource
from interlocal.documents.formats.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.papers import booklet_people, days, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.listing import head, part, when_and_where
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, plain, said
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

NOT_YET: Final = _("Not placed yet")
_HEADS: Final[dict[str, tuple[Any, float]]] = {
    "number": (_("No."), 0.7),
    "put": (pgettext_lazy("in a list of who is put where", "Where"), 2.0),
    "name": (pgettext_lazy("of a person", "Name"), 2.6),
    "latin": (_("Latin"), 2.6),
    "body": (_("Delegation"), 3.0),
    "part": (pgettext_lazy("of a delegate", "Comes as"), 1.5),
    "phone": (_("Telephone"), 2.0),
}
_ROOM: Final = (pgettext_lazy("in a hotel", "Room"), 2.0)
# Only in a workbook, which is sorted and filtered; on paper a band above says it, but for hotel rooms: most hold one.
_IN_BOOKS: Final = ("put", "phone")


@dataclass(frozen=True, slots=True)
class _Group:
    """Those at one item, or at all (None): who is in each of the resources, and who is nowhere yet.

    `rooms`: the resources are hotel rooms, of which those that nobody has are left out; `free` says how many.
    """

    item: SheetItem | None
    put: tuple[tuple[SheetResource, tuple[Person, ...]], ...]
    rest: tuple[Person, ...]
    rooms: bool = False
    free: int = 0


def build(facts: Facts, wish: Wish, kind: ResourceKind, title: Any) -> Document:
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    groups = tuple(_groups(facts, wish, kind))
    blocks = tuple(block for one in groups for block in _blocks(facts, one, wish))
    return Document(
        title=f"{edition} {said(title, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(label(title, wish), 1),
            Paragraph(wording.local(facts.sheet.name, wish, "strong", beside="\n"), "lead"),
            Paragraph(when_and_where(facts, wish), "lead" if told.is_book(wish) else ""),
            *(blocks or (Paragraph(label(_("Nobody is placed yet."), wish)),)),
            *_notes(facts, blocks, wish),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _groups(facts: Facts, wish: Wish, kind: ResourceKind) -> Iterator[_Group]:
    """First what holds for all the days, then item by item."""
    resources = tuple(one for one in facts.sheet.resources if one.kind == kind)
    ids = {one.id for one in resources}
    placed_at = {one.item for one in facts.placed if one.resource in ids}
    items = {item.id: item for item in facts.sheet.items}
    wanted = [None, *items] if wish.item is None else [wish.item if wish.item in placed_at else None]
    for at in wanted:
        if at in placed_at:
            yield _group(facts, wish, resources, items.get(at) if at is not None else None)
        elif at is None and (kind == ResourceKind.BEDROOM or wish.item is not None or not placed_at):
            yield from _nobody(facts, wish, resources)


def _nobody(facts: Facts, wish: Wish, resources: Sequence[SheetResource]) -> Iterator[_Group]:
    """Resources stand ready and everybody waits; without any there is nothing to say."""
    if resources:
        yield _group(facts, wish, resources, None)


def _group(facts: Facts, wish: Wish, resources: Sequence[SheetResource], item: SheetItem | None) -> _Group:
    people = {one.key: one for one in (days.people_at(facts, item) if item else facts.people())}
    everybody = {one.key: one for one in facts.people()}
    put: list[tuple[SheetResource, tuple[Person, ...]]] = []
    there: set[str] = set()
    for resource in resources:
        keys = [
            key
            for one in facts.placed
            if one.resource == resource.id and one.item == (item.id if item else None)
            for key in one.people
        ]
        there.update(keys)
        found = tuple(everybody[key] for key in keys if key in everybody and _is_asked(everybody[key], wish))
        if found or (not wish.body and (item is None or resource.id in item.resources)):
            put.append((resource, found))
    rest = tuple(one for key, one in people.items() if key not in there and _is_asked(one, wish))
    if not all(one.kind == ResourceKind.BEDROOM for one in resources):
        return _Group(item, tuple(put), rest)
    taken = tuple((resource, found) for resource, found in put if found)
    return _Group(item, taken, rest, rooms=True, free=len(put) - len(taken))


def _is_asked(person: Person, wish: Wish) -> bool:
    return not wish.body or person.body == wish.body


def _blocks(facts: Facts, group: _Group, wish: Wish) -> Iterator[Block]:
    called: Text = label(_("On all days"), wish)
    if group.item:
        called = wording.local(group.item.title, wish)
        yield Heading(called, 2)
        hours = wording.hours(group.item)
        when = (*wording.dated(group.item.on, wish, weekday=True), *text(f"   {hours}" if hours else "", EN))
        where = days.place(facts, group.item, wish)
        line = (*when, *text("    ", wish.tongue), *where) if where else when
        yield Paragraph(line, "lead" if told.is_book(wish) else "")
    yield _table(facts, group, called, wish)
    if group.free:
        yield Paragraph(label(_FREE, wish, count=group.free), "lead" if told.is_book(wish) else "note")


def _table(facts: Facts, group: _Group, caption: Text, wish: Wish) -> Table:
    keys = _keys(group, wish)
    rows: list[Row] = []
    for resource, people in group.put:
        if not group.rooms and not told.is_book(wish):
            rows.append(Row((_band(facts, resource, len(people), wish),), band=True))
        rows.extend(_rows(facts, people, keys, resource, wish, start=len(rows) + 1 if group.rooms else 1))
    if group.rest and not told.is_book(wish):
        rows.append(Row((label(NOT_YET, wish, "strong"),), band=True))
    rows.extend(_rows(facts, group.rest, keys, None, wish))
    heads = {**_HEADS, **({"put": _ROOM} if group.rooms else {})}
    columns = tuple(head(heads[key], wish, right=key == "number") for key in keys)
    return Table(columns, tuple(rows), caption, dense=True)


def _keys(group: _Group, wish: Wish) -> tuple[str, ...]:
    shown = [one for one in _IN_BOOKS if told.is_book(wish) and (one != "phone" or _with_phones(wish))]
    if group.rooms:
        shown.append("put")
    return tuple(key for key in _HEADS if key not in _IN_BOOKS or key in shown)


def _rows(
    facts: Facts,
    people: Sequence[Person],
    keys: Sequence[str],
    resource: SheetResource | None,
    wish: Wish,
    start: int = 1,
) -> Iterator[Row]:
    """Those in a resource, or those without any."""
    put = _put(resource, len(people), wish) if resource else label(NOT_YET, wish)
    for number, one in enumerate(people, start=start):
        body = facts.delegation(one.body)
        cells = {
            "number": text(str(number), EN),
            "put": put,
            "name": booklet_people.name(one, wish),
            "latin": names.latin(one),
            "body": wording.named(body.name, wish, beside="\n") if body else (),
            "part": part(one, wish),
            "phone": text(_phone(facts, resource, wish), EN),
        }
        yield Row(tuple(cells[key] for key in keys))


def _put(resource: SheetResource, many: int, wish: Wish) -> Text:
    """Its name; for a hotel room that has a bed left, for how many it is."""
    beds = resource.capacity or 0
    left = resource.kind == ResourceKind.BEDROOM and many < beds and not told.is_book(wish) and not wish.body
    named = wording.local(resource.name, wish)
    return told.lines(named, label(_("room for %(count)s"), wish, "quiet", count=beds)) if left else named


def _band(facts: Facts, resource: SheetResource, many: int, wish: Wish) -> Text:
    """Its name, how many are in it and how many could be; for the organisers also whom to call."""

    def line(tongue: str) -> Text:
        parts = [print_count(many, "people", tongue)]
        if resource.capacity is not None:
            parts.append(said(_("room for %(count)s"), tongue, count=resource.capacity))
        return (
            *wording.local(resource.name, tongue, "strong"),
            *text(f"   {told.in_one_line(parts, tongue)}", tongue, "quiet"),
        )

    phone = _phone(facts, resource, wish)
    called = text(f"   {said(_('Tel.'), wish.tongue)} {phone}" if phone else "", wish.tongue)
    return (*each(wish, line), *called)


def _phone(facts: Facts, resource: SheetResource | None, wish: Wish) -> str:
    return facts.phones.get(resource.id, "") if resource and _with_phones(wish) else ""


def _with_phones(wish: Wish) -> bool:
    return wish.options.get("phones") == "with"


def _notes(facts: Facts, blocks: Sequence[Block], wish: Wish) -> Iterator[Block]:
    """Who cannot be placed, because only their number is known; and what the mark of generated spellings means."""
    many = sum(one.headcount or 0 for one in facts.delegations if not one.people)
    if many and blocks and not wish.body:
        announced = _("Announced without names: %(people)s.")

        def line(tongue: str) -> Text:
            return text(said(announced, tongue, people=print_count(many, "people", tongue)), tongue)

        yield Paragraph(each(wish, line, beside="\n"), "note")
    cells = [cell for one in blocks if isinstance(one, Table) for row in one.rows for cell in row.cells]
    if names.is_guessed(cells):
        yield Paragraph(booklet_people.guessed(wish), "note")


def lacks(facts: Facts, wish: Wish, kind: ResourceKind) -> tuple[str, ...]:
    """How many have no place, and which is too full."""
    groups = tuple(_groups(facts, wish, kind))
    if not groups:
        return (str(_("Nothing to place people in was entered.")),)
    rest = sum(len(one.rest) for one in groups)
    full = [
        (resource, len(people))
        for one in groups
        for resource, people in one.put
        if resource.capacity is not None and len(people) > resource.capacity
    ]
    return (
        *([str(_REST % {"count": rest})] if rest else []),
        *(
            str(_FULL)
            % {
                "name": plain(wording.local(one.name, wish.tongue)),
                "people": print_count(many, "people", wish.tongue),
                "seats": one.capacity,
            }
            for one, many in full
        ),
    )


_FREE: Final = ngettext_lazy("%(count)s room is free.", "%(count)s rooms are free.", "count")
_REST: Final = ngettext_lazy(
    "%(count)s person is not placed yet.", "%(count)s people are not placed yet.", "count"
)
_FULL: Final = _("%(name)s has room for %(seats)s, and %(people)s are placed there.")
