"""Who comes, in the official order: every name in its own script, in Latin letters and as it is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.delegations.kinds import SEATED
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
from interlocal.documents.papers import names, wording
from interlocal.documents.papers.listing import basis, head, part, post, total, when_and_where
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import each, label, plain, said
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

TITLE: Final = _("List of participants")
_WHO: Final = {"all": _("Delegates and those who come with them"), "seated": _("Delegates only")}
# What each value of the option "columns" prints, in this order.
_COLUMNS: Final = {
    "all": ("number", "body", "own", "latin", "reading", "post", "part"),
    "short": ("number", "body", "own", "latin", "post"),
    "names": ("number", "body", "own", "latin", "reading"),
}
_HEADS: Final[dict[str, tuple[Any, float]]] = {
    "number": (_("No."), 0.5),
    "body": (_("Delegation"), 1.9),
    "own": (pgettext_lazy("of a person", "Name"), 1.7),
    "latin": (_("Latin"), 2.0),
    "reading": (_("Reading"), 1.9),
    "post": (_("Post"), 3.4),
    "part": (pgettext_lazy("of a delegate", "Comes as"), 1.1),
}


@dataclass(frozen=True, slots=True)
class _Listed:
    delegation: Delegation
    people: tuple[Person, ...]


def build(facts: Facts, wish: Wish) -> Document:
    listed = tuple(_listed(facts, wish))
    grouped = _is_grouped(wish)
    columns = tuple(one for one in _columns(wish) if one != "body" or not grouped)
    table = Table(
        columns=tuple(head(_HEADS[one], wish, right=one == "number") for one in columns),
        rows=tuple(_rows(listed, columns, wish)),
        caption=label(_WHO.get(wish.options.get("who", "all"), _WHO["all"]), wish),
        dense=True,
    )
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(label(TITLE, wish), 1),
            Paragraph(wording.local(facts.sheet.name, wish, "strong"), "lead"),
            Paragraph(when_and_where(facts, wish), "lead" if _is_book(wish) else ""),
            *_told(table, basis(facts, wish), total(listed_people(listed), uncounted(listed), wish), wish),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        landscape=True,
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _told(table: Table, rests_on: Text, in_all: Text, wish: Wish) -> tuple[Block, ...]:
    """The table with its notes. Workbooks print above a table what leads, and no note."""
    guessed = names.is_guessed(cell for row in table.rows for cell in row.cells)
    notes = [rests_on, in_all, *([label(names.GENERATED, wish)] if guessed else [])]
    if not table.rows:
        return (Paragraph(label(_("Nobody is on the list yet."), wish)), Paragraph(rests_on, "note"))
    if _is_book(wish):
        return (*(Paragraph(note, "lead") for note in notes), table)
    return (Paragraph(rests_on, "note"), table, *(Paragraph(note, "note") for note in notes[1:]))


def listed_people(listed: Sequence[_Listed]) -> int:
    return sum(len(one.people) for one in listed)


def uncounted(listed: Sequence[_Listed]) -> int:
    return sum(one.delegation.headcount or 0 for one in listed if not one.people)


def _listed(facts: Facts, wish: Wish) -> Iterator[_Listed]:
    seated_only = wish.options.get("who") == "seated"
    for one in facts.delegations:
        if wish.body and one.body != wish.body:
            continue
        people = tuple(who for who in one.people if not seated_only or who.part in SEATED)
        if people or one.headcount:
            yield _Listed(one, people)


def _rows(listed: Sequence[_Listed], columns: Sequence[str], wish: Wish) -> Iterator[Row]:
    number = 0
    for one in listed:
        if "body" not in columns:
            yield Row((_band(one, wish),), band=True)
        for person in one.people:
            number += 1
            yield Row(tuple(_cell(column, number, one, person, wish) for column in columns))
        if not one.people and "body" in columns:
            yield Row(tuple(_cell_of_number(column, one, wish) for column in columns))


def _band(one: _Listed, wish: Wish) -> Text:
    """The name of a delegation, and how many it brings where it gave no names."""
    name = wording.named(one.delegation.name, wish)
    return name if one.people else (*name, *text("  ", wish.tongue), *_without_names(one, wish))


def _without_names(one: _Listed, wish: Wish) -> Text:
    many = one.delegation.headcount or 0
    return each(
        wish,
        lambda tongue: text(
            said(_("%(people)s, without names"), tongue, people=print_count(many, "people", tongue)),
            tongue,
            "quiet",
        ),
    )


def _cell_of_number(column: str, one: _Listed, wish: Wish) -> Text:
    if column == "body":
        return wording.named(one.delegation.name, wish)
    return _without_names(one, wish) if column == "own" else ()


def _cell(column: str, number: int, one: _Listed, person: Person, wish: Wish) -> Text:
    match column:
        case "number":
            return text(str(number), EN)
        case "body":
            return wording.named(one.delegation.name, wish)
        case "own":
            return names.own(person, "strong")
        case "latin":
            return names.latin(person)
        case "reading":
            return readings(person, wish)
        case "post":
            return post(person, wish, beside=_below(wish))
    return part(person, wish, beside=_below(wish))


def readings(person: Person, wish: Wish) -> Text:
    """How the name is said by readers of the paper, then as its owner writes it; nothing that a neighbour column says."""
    elsewhere = {plain(names.own(person)), *_latin_forms(person)}
    found: list[Text] = []
    for one in (
        *(names.in_language(person, tongue, own_too=False) for tongue in wish.tongues),
        names.reading(person),
    ):
        if plain(one).casefold() not in elsewhere and plain(one) not in elsewhere:
            elsewhere.add(plain(one))
            found.append(one)
    return tuple(
        run
        for at, one in enumerate(found)
        for run in ((*text(_below(wish), one[0].lang), *one) if at else one)
        if one
    )


def _latin_forms(person: Person) -> set[str]:
    latin = plain(names.latin(person)).casefold()
    return {"", latin, plain(names.own(person)).replace(" ", "")}


def _below(wish: Wish) -> str:
    """Cells of a workbook are read in one line."""
    return wording.BESIDE if _is_book(wish) else "\n"


def _is_book(wish: Wish) -> bool:
    """Whoever prints says in the option "format" what it will be; papers read nothing else from it."""
    return wish.options.get("format") == "xlsx"


def _is_grouped(wish: Wish) -> bool:
    """Rows over the whole width cannot be filtered or sorted: a workbook names the delegation in each row."""
    return wish.options.get("group", "delegation") == "delegation" and not _is_book(wish) and not wish.body


def _columns(wish: Wish) -> tuple[str, ...]:
    return _COLUMNS.get(wish.options.get("columns", "all"), _COLUMNS["all"])


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """What the record does not hold yet of those listed, counted."""
    people = [person for one in _listed(facts, wish) for person in one.people]
    counted = (
        (_LATIN, sum(not names.latin(one) for one in people)),
        (_READING, sum(one.script_language == "ja" and not names.reading(one) for one in people)),
        (_POST, sum(one.post is None for one in people)),
        (_UNSURE, sum(one.latin_is_generated or one.reading_is_generated for one in people)),
    )
    return tuple(str(message % {"count": many}) for message, many in counted if many)


_LATIN: Final = ngettext_lazy(
    "%(count)s person has no spelling in Latin letters.",
    "%(count)s people have no spelling in Latin letters.",
    "count",
)
_READING: Final = ngettext_lazy(
    "%(count)s Japanese name has no reading.", "%(count)s Japanese names have no reading.", "count"
)
_POST: Final = ngettext_lazy("%(count)s person has no post.", "%(count)s people have no post.", "count")
_UNSURE: Final = ngettext_lazy(
    "%(count)s name has a spelling or reading that nobody confirmed; it is printed with ◦.",
    "%(count)s names have a spelling or reading that nobody confirmed; they are printed with ◦.",
    "count",
)

PAPER: Final = Paper(
    key="name_list",
    name=TITLE,
    about=_(
        "Everybody who comes, in the official order, each name in its own script, in Latin letters and with its reading."
    ),
    group="lists",
    formats=("xlsx", "hwpx", "docx", "pdf"),
    build=build,
    scopes=("all", "body"),
    options=(
        Option(
            "who",
            _("Who is listed"),
            tuple(_WHO.items()),
        ),
        Option(
            "columns",
            _("Columns"),
            (("all", _("All columns")), ("short", _("Names and posts")), ("names", _("Names and readings"))),
        ),
        Option(
            "group",
            _("Arranged as"),
            (("delegation", _("By delegation")), ("one", _("One list with the delegation in each row"))),
        ),
    ),
    lacks=lacks,
)
