"""What interpreters read the evening before: how everybody is called, what they are, what happens, and the words of it."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
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
from interlocal.documents.papers import booklet_people, days, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import programme_whom as whom
from interlocal.documents.papers.interpreter_brief_terms import speeches, terms
from interlocal.documents.papers.listing import head, when_and_where
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.tongues import EN

TITLE: Final = _("Interpreters' brief")
_NUMBER: Final = (_("No."), 0.6)
_BODY: Final = (_("Delegation"), 2.0)
_OWN: Final = (pgettext_lazy("of a person", "Name"), 1.8)
_READING: Final = (_("Reading"), 1.8)
_LATIN: Final = (_("Latin"), 1.9)
_SAID: Final = _("Said in %(language)s")
_POST: Final = _("Post in %(language)s")
_ITEMS: Final[tuple[tuple[Any, float], ...]] = (
    (_("Time"), 1.5),
    (pgettext_lazy("of a programme", "Item"), 4.2),
    (pgettext_lazy("of an item", "Place"), 3.2),
    (_("Languages"), 2.8),
    (pgettext_lazy("of an item", "Remarks"), 3.0),
)


def build(facts: Facts, wish: Wish) -> Document:
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    items = asked_items(facts, wish)
    sections = (
        (_("Names and titles"), tuple(_people(facts, items, wish))),
        (_("Programme"), tuple(_programme(facts, items, wish))),
        (_("Speeches"), tuple(speeches(facts, items, wish))),
        (_("Words of this programme"), tuple(terms(facts, items, wish))),
    )
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(label(TITLE, wish), 1),
            Paragraph(wording.local(facts.sheet.name, wish, "strong", beside="\n"), "lead"),
            Paragraph(when_and_where(facts, wish), "lead" if told.is_book(wish) else ""),
            told.zone_line(facts, wish),
            *(
                block
                for title, blocks in sections
                if blocks
                for block in (Heading(label(title, wish), 2), *blocks)
            ),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        landscape=True,
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def asked_items(facts: Facts, wish: Wish) -> tuple[SheetItem, ...]:
    """Those that are interpreted, if it says of any that it is and not all were asked for."""
    items = told.items_for(facts, wish)
    interpreted = tuple(item for item in items if item.into or facts.sheet.resources_of(item, "interpreter"))
    return (wish.options.get("items") != "all" and interpreted) or items


def _people(facts: Facts, items: Sequence[SheetItem], wish: Wish) -> Iterator[Block]:
    """Everybody who is at any of the items, by delegation."""
    there = {one.key for item in items for one in days.people_at(facts, item)}
    columns = _columns(wish)
    rows: list[Row] = []
    for delegation in facts.delegations:
        people = [one for one in delegation.people if one.key in there or not items]
        if people and not told.is_book(wish):
            rows.append(Row((wording.named(delegation.name, wish, "strong"),), band=True))
        rows.extend(_row(one, delegation, wish) for one in people)
    if not rows:
        return
    yield Table(columns, tuple(rows), label(_("Names and titles"), wish), dense=True)
    if names.is_guessed(cell for row in rows for cell in row.cells):
        yield Paragraph(booklet_people.guessed(wish), "note")


def _columns(wish: Wish) -> tuple[Column, ...]:
    said_in = tuple(_column(_SAID, tongue, 2.0) for tongue in wish.tongues)
    posts = tuple(_column(_POST, tongue, 2.8) for tongue in wish.tongues)
    return (
        head(_NUMBER, wish, right=True),
        *([head(_BODY, wish)] if told.is_book(wish) else []),
        head(_OWN, wish),
        head(_READING, wish),
        *said_in,
        head(_LATIN, wish),
        *posts,
    )


def _column(message: Any, tongue: str, width: float) -> Column:
    """In the language it is of: who interprets into it reads it there."""
    return Column(text(said(message, tongue, language=told.spoken(tongue, tongue)), tongue), width)


def _row(person: Person, delegation: Delegation, wish: Wish) -> Row:
    """In a workbook, which is filtered, the delegation stands in each row."""
    return Row(
        (
            text(str(person.number), EN),
            *([wording.named(delegation.name, wish)] if told.is_book(wish) else []),
            names.own(person, "strong"),
            names.reading(person),
            *(names.in_language(person, tongue, own_too=False) for tongue in wish.tongues),
            names.latin(person),
            *(_post(person, tongue, wish) for tongue in wish.tongues),
        )
    )


def _post(person: Person, tongue: str, wish: Wish) -> Text:
    """In this very language. What nobody translated stays empty, to be filled by hand; alone, the original stands in."""
    if person.post is None or (len(wish.tongues) > 1 and not _has_post(person, tongue)):
        return ()
    asked = (tongue,) if len(wish.tongues) > 1 else (tongue, person.post.original)
    return wording.local(person.post, asked, beside="\n")


def _has_post(person: Person, tongue: str) -> bool:
    return wording.has(person.post, tongue)


def _programme(facts: Facts, items: Sequence[SheetItem], wish: Wish) -> Iterator[Block]:
    columns = tuple(head(one, wish) for one in _ITEMS)
    for on in sorted({item.on for item in items}):
        day = wording.dated(on, wish, weekday=True)
        yield Heading(day, 3)
        yield Table(
            columns, tuple(_item(facts, item, wish) for item in items if item.on == on), day, dense=True
        )


def _item(facts: Facts, item: SheetItem, wish: Wish) -> Row:
    return Row(
        (
            told.hours(facts, item, wish),
            told.lines(told.title(item, wish), told.kind(item, wish)),
            days.place(facts, item, wish, beside="\n"),
            told.lines(told.languages(item, wish), told.taken(facts, item, "interpreter", wish)),
            told.lines(
                told.with_whom(item, wish),
                whom.whom_line(facts, item, wish),
                wording.local(item.note, wish, beside="\n"),
            ),
        )
    )


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    items = told.items_for(facts, wish)
    people = facts.people()
    counted = (
        (_POSTS, sum(not all(_has_post(one, tongue) for tongue in wish.tongues) for one in people)),
        (_READINGS, sum(one.reading_is_generated or one.latin_is_generated for one in people)),
        (_LANGUAGES, sum(bool(item.into) != bool(item.speaking) for item in items)),
    )
    return (
        *(str(message % {"count": many}) for message, many in counted if many),
        *([str(_NO_SPEECH)] if not facts.said("speech") else []),
    )


_NO_SPEECH: Final = _("No speech was entered.")
_POSTS: Final = ngettext_lazy(
    "The post of %(count)s person is missing in a language asked for.",
    "The posts of %(count)s people are missing in a language asked for.",
    "count",
)
_READINGS: Final = ngettext_lazy(
    "%(count)s name has a spelling or reading that nobody confirmed; it is printed with ◦.",
    "%(count)s names have a spelling or reading that nobody confirmed; they are printed with ◦.",
    "count",
)
_LANGUAGES: Final = ngettext_lazy(
    "%(count)s item names only one side of its languages.",
    "%(count)s items name only one side of their languages.",
    "count",
)

PAPER: Final = Paper(
    key="interpreter_brief",
    name=TITLE,
    about=_(
        "Names with their readings and titles, the interpreted items, the speeches, and the words of this programme in the languages of the interpreter."
    ),
    group="days",
    formats=("pdf", "xlsx"),
    build=build,
    scopes=("all", "body", "item"),
    options=(
        Option(
            "items",
            _("Which items"),
            (("interpreted", _("those that are interpreted")), ("all", _("all items"))),
        ),
    ),
    lacks=lacks,
)
