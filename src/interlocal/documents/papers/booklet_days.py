"""The programme as the booklet tells it: what, with and for whom, and in which languages; at the left its hours, at the right where."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import Block, Heading, Row, Table, Text, text
from interlocal.documents.papers import days, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import programme_whom as whom
from interlocal.documents.papers.listing import head
from interlocal.documents.papers.paper import Wish

_HEADS: Final[tuple[tuple[Any, float], ...]] = (
    (_("Time"), 1.7),
    (pgettext_lazy("of a programme", "Item"), 5.2),
    (pgettext_lazy("of an item", "Place"), 3.6),
)


def section(facts: Facts, wish: Wish) -> Iterator[Block]:
    found = tuple(told.days_for(facts, wish))
    if found:
        yield told.zone_line(facts, wish)
    heads = tuple(head(one, wish) for one in _HEADS)
    for on, items in found:
        day = wording.dated(on, wish, weekday=True)
        yield Heading(day, 2)
        yield Table(heads, tuple(_row(facts, item, wish) for item in items), day, dense=True)


def _row(facts: Facts, item: SheetItem, wish: Wish) -> Row:
    return Row(
        (
            told.hours(facts, item, wish),
            told.lines(
                told.title(item, wish),
                *_of_what_and_heard(facts, item, wish),
                told.interpreters(facts, item, wish),
                told.with_whom(item, wish),
                whom.whom_line(facts, item, wish),
                told.bring(item, wish),
                wording.local(item.note, wish, beside="\n"),
            ),
            days.place(facts, item, wish, beside="\n"),
        )
    )


def _of_what_and_heard(facts: Facts, item: SheetItem, wish: Wish) -> tuple[Text, ...]:
    """What it is and in which languages: in one language on one line."""
    what, heard = told.kind_and_track(facts, item, wish), told.languages(item, wish)
    if len(wish.tongues) > 1 or not (what and heard):
        return what, heard
    return ((*what, *text(" · ", wish.tongue, "quiet"), *heard),)
