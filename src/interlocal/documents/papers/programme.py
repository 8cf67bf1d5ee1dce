"""The programme day by day: for everybody, for one delegation, for one person, or what of it is public."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import (
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
    Text,
    text,
)
from interlocal.documents.papers import days, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import programme_whom as whom
from interlocal.documents.papers.listing import head, when_and_where
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.documents.redaction import public
from interlocal.ground.refused import Refused

TITLE: Final = _("Programme")
MINE: Final = _("My programme")
# More parallel programmes than these do not fit side by side.
MOST_BESIDE: Final = 4
# Remarks have a column if one of so many items has any; else they stand below the item.
SELDOM: Final = 3
_HEADS: Final[dict[str, tuple[Any, float]]] = {
    "time": (_("Time"), 1.7),
    "item": (pgettext_lazy("of a programme", "Item"), 4.7),
    "place": (pgettext_lazy("of an item", "Place"), 3.0),
    "languages": (_("Languages"), 2.4),
    "remarks": (pgettext_lazy("of an item", "Remarks"), 2.8),
}


def build(facts: Facts, wish: Wish) -> Document:
    person = _person(facts, wish)
    facts = _asked_for(facts, wish)
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    called = MINE if person else TITLE
    found = tuple(told.days_for(facts, replace(wish, person="", body="", item=None)))
    columns = _columns(facts, [item for _on, items in found for item in items], person, wish)
    empty = (Paragraph(label(_("The programme is empty."), wish)),)
    return Document(
        title=f"{edition} {said(called, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(label(called, wish), 1),
            *_whose(facts, person, wish),
            Paragraph(wording.local(facts.sheet.name, wish, "strong", beside="\n"), "lead"),
            Paragraph(when_and_where(facts, wish), "lead" if told.is_book(wish) else ""),
            told.zone_line(facts, wish),
            *(block for on, items in found for block in _day(facts, on, items, columns, wish)),
            *(() if found else empty),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        landscape=_is_beside(wish) and any(_tracks(items) for _on, items in found),
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _asked_for(facts: Facts, wish: Wish) -> Facts:
    """The facts with nothing but the items that were asked for. Whose they are is known before names are taken out."""
    ids = {item.id for item in told.items_for(facts, wish)}
    shown = public(facts) if wish.options.get("items") == "public" else facts
    kept = tuple(item for item in shown.sheet.items if item.id in ids)
    return replace(shown, sheet=replace(shown.sheet, items=kept))


def _person(facts: Facts, wish: Wish) -> Person | None:
    if not wish.person:
        return None
    found = next((one for one in facts.people() if one.key == wish.person), None)
    if found is None:
        raise Refused("not_on_list", _("This person is not on the list."), field="person")
    return found


def _whose(facts: Facts, person: Person | None, wish: Wish) -> Iterator[Block]:
    if person:
        yield Paragraph(names.in_languages(person, wish), "lead")
    body = facts.delegation(wish.body) if wish.body else None
    if body:
        yield Paragraph(wording.named(body.name, wish), "lead")


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns have anything on any day, so that all days look alike; `cells` by the id of an item."""

    keys: tuple[str, ...]
    cells: Mapping[int, Mapping[str, Text]]


def _columns(facts: Facts, items: Sequence[SheetItem], person: Person | None, wish: Wish) -> _Columns:
    cells = {item.id: _cells(facts, item, person, wish) for item in items}
    if not told.is_book(wish) and _are_few(cells.values()):
        cells = {number: _with_remarks_below(row) for number, row in cells.items()}
    return _Columns(tuple(key for key in _HEADS if any(row[key] for row in cells.values())), cells)


def _are_few(rows: Collection[Mapping[str, Text]]) -> bool:
    """A column that few items fill costs more room than it gives."""
    return SELDOM * sum(bool(row["remarks"]) for row in rows) < len(rows)


def _with_remarks_below(row: dict[str, Text]) -> dict[str, Text]:
    return {**row, "item": told.lines(row["item"], row["remarks"]), "remarks": ()}


def _day(
    facts: Facts, on: date, items: Sequence[SheetItem], columns: _Columns, wish: Wish
) -> Iterator[Block]:
    day = wording.dated(on, wish, weekday=True)
    yield Heading(day, 2)
    tracks = _tracks(items)
    if _is_beside(wish) and 0 < len(tracks) <= MOST_BESIDE:
        yield _beside(facts, items, day, wish)
        return
    heads = tuple(head(_HEADS[key], wish) for key in columns.keys)
    rows = tuple(Row(tuple(columns.cells[item.id][key] for key in columns.keys)) for item in items)
    yield Table(heads, rows, day, dense=True)


def _cells(facts: Facts, item: SheetItem, person: Person | None, wish: Wish) -> dict[str, Text]:
    """Languages stand in a column of their own where rows are filtered; on paper below the item, where there is room."""
    heard = told.heard(facts, item, wish)
    return {
        "time": told.hours(facts, item, wish),
        "item": told.lines(
            told.title(item, wish), told.track(facts, item, wish), () if told.is_book(wish) else heard
        ),
        "place": days.place(facts, item, wish, beside="\n"),
        "languages": heard if told.is_book(wish) else (),
        "remarks": told.lines(
            told.with_whom(item, wish),
            whom.whom_line(facts, item, wish) if person is None else (),
            _placed(facts, item, person, wish),
            told.bring(item, wish),
            wording.local(item.note, wish, beside="\n"),
        ),
    }


def _placed(facts: Facts, item: SheetItem, person: Person | None, wish: Wish) -> Text:
    """In which vehicle or at which table this person is."""
    if person is None:
        return ()
    mine = {one.resource for one in facts.placed if one.item == item.id and person.key in one.people}
    found = [one for one in facts.sheet.resources if one.id in mine]
    return told.named_line(
        _("Your place"),
        lambda tongue: told.joined([wording.local(one.name, tongue) for one in found], tongue),
        wish,
    )


def _is_beside(wish: Wish) -> bool:
    return wish.options.get("tracks") == "beside" and not told.is_book(wish)


def _tracks(items: Sequence[SheetItem]) -> tuple[int, ...]:
    """The parallel programmes of a day, where there are any."""
    return tuple(sorted({item.track for item in items if item.track}))


def _beside(facts: Facts, items: Sequence[SheetItem], day: Text, wish: Wish) -> Table:
    """A column for what all do, if there is such, and one for each of the parallel programmes; a row for each beginning."""
    tracks = tuple(sorted({item.track for item in items}))
    columns = (
        head(_HEADS["time"], wish),
        *(Column(_track_name(facts, number, wish), 3.4) for number in tracks),
    )
    starts = list(dict.fromkeys(item.starts for item in items))
    rows = tuple(
        _row_beside(facts, [item for item in items if item.starts == at], tracks, wish) for at in starts
    )
    return Table(columns, rows, day, dense=True)


def _track_name(facts: Facts, number: int, wish: Wish) -> Text:
    if not number:
        return label(_("Everybody"), wish)
    found = next((one for one in facts.sheet.tracks if one.number == number), None)
    if found:
        return wording.local(found.name, wish, beside="\n")
    return label(_("Track %(number)s"), wish, number=number)


def _row_beside(facts: Facts, items: Sequence[SheetItem], tracks: tuple[int, ...], wish: Wish) -> Row:
    """The hours stand at the left; where they differ, in each cell."""
    hours = [told.hours(facts, item, wish) for item in items]
    same = len(set(hours)) == 1

    def cell(number: int) -> Text:
        parts = [
            told.lines(
                () if same else told.hours(facts, item, wish),
                told.title(item, wish),
                days.place(facts, item, wish, beside="\n"),
                told.languages(item, wish),
                told.with_whom(item, wish),
                whom.whom_line(facts, item, wish),
                told.bring(item, wish),
                wording.local(item.note, wish, beside="\n"),
            )
            for item in items
            if item.track == number
        ]
        return told.lines(*parts)

    return Row((hours[0] if same else (), *(cell(number) for number in tracks)))


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    items = told.items_for(facts, wish)
    counted = (
        (_HOURS, sum(item.starts is None for item in items)),
        (_PLACE, sum(not days.place(facts, item, wish) for item in items)),
        (_SOUGHT, sum(bool(told.doubt(item, wish)) for item in items)),
        (_UNTRANSLATED, sum(not _is_said(item, wish) for item in items)),
    )
    return tuple(str(message % {"count": many}) for message, many in counted if many)


def _is_said(item: SheetItem, wish: Wish) -> bool:
    return all(wording.has(item.title, tongue) for tongue in wish.tongues)


_HOURS: Final = ngettext_lazy("%(count)s item has no hour.", "%(count)s items have no hour.", "count")
_PLACE: Final = ngettext_lazy("%(count)s item has no place.", "%(count)s items have no place.", "count")
_SOUGHT: Final = ngettext_lazy(
    "%(count)s item is not confirmed.", "%(count)s items are not confirmed.", "count"
)
_UNTRANSLATED: Final = ngettext_lazy(
    "The title of %(count)s item is missing in a language asked for.",
    "The titles of %(count)s items are missing in a language asked for.",
    "count",
)

PAPER: Final = Paper(
    key="programme",
    name=TITLE,
    about=_(
        "Day by day: hours with their zone, place, languages and remarks; of everybody, of one delegation or of one person."
    ),
    group="days",
    formats=("pdf", "docx", "hwpx", "xlsx", "html"),
    build=build,
    scopes=("all", "body", "person"),
    options=(
        Option(
            "items",
            _("Which items"),
            (("all", _("all items")), ("public", _("public items only"))),
        ),
        Option(
            "tracks",
            _("Parallel items"),
            (("below", _("one below the other")), ("beside", _("side by side"))),
        ),
    ),
    lacks=lacks,
)
