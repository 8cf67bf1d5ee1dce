"""What whom where: the sheet by which the team, drivers, interpreters and officers work. Not for guests."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.kinds import ResourceKind, Vehicle
from interlocal.arrangements.rules.facts import Facts
from interlocal.arrangements.rules.sheets import SheetItem, SheetResource
from interlocal.documents.formats.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import run_sheet_cells as cells
from interlocal.documents.papers import wording
from interlocal.documents.papers.listing import head, when_and_where
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.run_sheet_contacts import contacts
from interlocal.documents.papers.wording import label, plain, said

TITLE: Final = _("Run sheet")
INNER: Final = _("For the organisers only. Do not hand it to guests.")
_ROLES: Final = (
    ("all", _("the whole team")),
    ("vehicle", _("drivers, one sheet for each vehicle")),
    ("interpreter", _("interpreters, one sheet each")),
    ("officer", _("officers on duty, one sheet each")),
)


def build(facts: Facts, wish: Wish) -> Document:
    role = wish.options.get("role", "all")
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    body = facts.delegation(wish.body) if wish.body else None
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(label(TITLE, wish), 1),
            Paragraph(wording.local(facts.sheet.name, wish, "strong"), "lead"),
            *([Paragraph(wording.named(body.name, wish), "lead")] if body else []),
            Paragraph(when_and_where(facts, wish), "lead" if told.is_book(wish) else ""),
            told.zone_line(facts, wish),
            Paragraph(label(INNER, wish), "lead" if told.is_book(wish) else "warning"),
            *(_whole(facts, wish) if role == "all" else _each(facts, role, wish)),
            *contacts(facts, wish),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        landscape=True,
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _whole(facts: Facts, wish: Wish) -> Iterator[Block]:
    items = told.items_for(facts, wish)
    yield from _days(facts, items, cells.OF_TEAM, None, wish)
    if not items:
        yield Paragraph(label(_("The programme is empty."), wish))


def _each(facts: Facts, role: str, wish: Wish) -> Iterator[Block]:
    """A sheet for each of the resources that has anything to do, on a page of its own."""
    items = told.items_for(facts, wish)
    busy = [
        (resource, own)
        for resource in facts.sheet.resources
        if resource.kind == role and (own := [item for item in items if resource.id in item.resources])
    ]
    for at, (resource, own) in enumerate(busy):
        if at:
            yield PageBreak()
        yield Heading(_called(facts, resource, wish), 2)
        yield from _days(facts, own, cells.OF_ROLE.get(role, cells.OF_TEAM), resource, wish)
    if not busy:
        yield Paragraph(label(_("Nothing is planned for them yet."), wish))


def _called(facts: Facts, resource: SheetResource, wish: Wish) -> Text:
    """Its name or number plate, and its telephone."""
    phone = facts.phones.get(resource.id, "")
    return (
        *wording.local(resource.name, wish),
        *text(f"   {phone}" if phone else "", wish.tongue),
    )


def _days(
    facts: Facts,
    items: Sequence[SheetItem],
    keys: Sequence[str],
    resource: SheetResource | None,
    wish: Wish,
) -> Iterator[Block]:
    columns = tuple(head(cells.HEADS[key], wish) for key in keys)
    for on in sorted({item.on for item in items}):
        day = wording.dated(on, wish, weekday=True)
        yield Heading(day, 3 if resource else 2)
        own = [item for item in items if item.on == on]
        new = cells.new_sites(own)
        rows = tuple(
            Row(tuple(cells.cell(key, facts, item, resource, wish, new[item.id]) for key in keys))
            for item in own
        )
        yield Table(columns, rows, _caption(day, resource, wish), dense=True)


def _caption(day: Text, resource: SheetResource | None, wish: Wish) -> Text:
    if resource is None:
        return day
    return (*wording.local(resource.name, wish.tongue), *text(" ", wish.tongue), *day)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    items = told.items_for(facts, wish)
    used = {number for item in items for number in item.resources}
    called = (ResourceKind.VEHICLE, ResourceKind.INTERPRETER, ResourceKind.OFFICER)
    team = [one for one in facts.sheet.resources if one.id in used and one.kind in called]
    moves = [
        item
        for item in items
        if item.kind == "transfer"
        and item.by != Vehicle.WALK
        and not facts.sheet.resources_of(item, "vehicle")
    ]
    unheard = [item for item in items if item.into and not facts.sheet.resources_of(item, "interpreter")]
    counted = (
        (_PHONES, sum(not facts.phones.get(one.id) for one in team)),
        (_HOURS, sum(item.starts is None for item in items)),
        (_CARLESS, len(moves)),
        (_UNHEARD, len(unheard)),
    )
    return tuple(str(message % {"count": many}) for message, many in counted if many)


_PHONES: Final = ngettext_lazy(
    "%(count)s driver, interpreter or officer has no telephone number.",
    "%(count)s drivers, interpreters and officers have no telephone number.",
    "count",
)
_HOURS: Final = ngettext_lazy("%(count)s item has no hour.", "%(count)s items have no hour.", "count")
_CARLESS: Final = ngettext_lazy(
    "%(count)s transfer has no vehicle.", "%(count)s transfers have no vehicle.", "count"
)
_UNHEARD: Final = ngettext_lazy(
    "%(count)s item is to be interpreted and has no interpreter.",
    "%(count)s items are to be interpreted and have no interpreter.",
    "count",
)

PAPER: Final = Paper(
    key="run_sheet",
    name=TITLE,
    about=_(
        "Who does what, where and with whom, with telephones, what to bring, plan B and boxes to tick; for the team or for each driver, interpreter or officer."
    ),
    group="days",
    formats=("pdf", "xlsx"),
    build=build,
    scopes=("all", "body", "item"),
    shows=("public", "inner"),
    options=(Option("role", pgettext_lazy("of a run sheet", "For whom"), _ROLES),),
    lacks=lacks,
)
