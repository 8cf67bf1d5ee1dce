"""Where everything is: a map of numbered dots, and a table with the same numbers."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts
from interlocal.arrangements.rules.sheets import SheetSite
from interlocal.documents.formats.document import Block, Column, Picture, Row, Table, Text, text
from interlocal.documents.papers import maps, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.listing import head
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.punctuation import colon
from interlocal.ground.tongues import EN

_NUMBER: Final = (_("No."), 0.8)
_PLACE: Final = (pgettext_lazy("one subject", "Place"), 6.0)
_PHONE: Final = (_("Telephone"), 2.2)
_APART: Final = _("In a straight line from %(number)s")
_MAP: Final = _("Map of the places")
_CAPTION: Final = _("Numbers as in the table. North is at the top. The map shows positions only, no roads.")


def section(facts: Facts, wish: Wish) -> Iterator[Block]:
    sites = facts.sheet.sites
    if not sites:
        return
    dots = maps.dots(sites)
    if maps.is_drawable(dots):
        yield _map(sites, dots, wish)
    yield _table(facts, dots, wish)


def _map(sites: Sequence[SheetSite], dots: Sequence[maps.Dot], wish: Wish) -> Picture:
    names = [(dot.number, wording.local(sites[dot.number - 1].name, wish.tongue)) for dot in dots]
    seen = f"{said(_MAP, wish.tongue)}{colon(wish.tongue)}{maps.alt(names)}"
    caption = each(wish, lambda tongue: text(said(_CAPTION, tongue), tongue), beside="\n")
    return Picture(maps.drawn(dots), "svg", seen, caption)


def _table(facts: Facts, dots: Sequence[maps.Dot], wish: Wish) -> Table:
    sites, with_phones = facts.sheet.sites, any(site.phone for site in facts.sheet.sites)
    by_number = {dot.number: dot for dot in dots} if maps.is_drawable(dots) else {}
    heads = [head(_NUMBER, wish, right=True), head(_PLACE, wish)]
    if with_phones:
        heads.append(head(_PHONE, wish))
    if by_number:
        apart = each(
            wish, lambda tongue: text(said(_APART, tongue, number=dots[0].number), tongue), beside="\n"
        )
        heads.append(Column(apart, 2.2, "right"))
    rows = tuple(
        Row(
            (
                text(str(number), EN),
                _place(facts, site, wish),
                *([text(site.phone, EN)] if with_phones else []),
                *([_apart(dots[0], by_number.get(number))] if by_number else []),
            )
        )
        for number, site in enumerate(sites, start=1)
    )
    return Table(tuple(heads), rows, label(_("Places"), wish), dense=True)


def _place(facts: Facts, site: SheetSite, wish: Wish) -> Text:
    """Name and address in the languages asked for, and in that of the place, for whoever must ask the way."""
    asked = tuple(dict.fromkeys((*wish.tongues, facts.sheet.language)))
    return told.lines(
        wording.local(site.name, asked, "strong"),
        wording.local(site.address, asked, beside="\n"),
        wording.local(site.note, wish, "quiet", beside="\n"),
    )


def _apart(first: maps.Dot, dot: maps.Dot | None) -> Text:
    """From the first of the map; nothing at itself, or where the position is not known."""
    if dot is None or dot.number == first.number:
        return ()
    return text(maps.said_distance(maps.kilometres(first, dot)), EN)
