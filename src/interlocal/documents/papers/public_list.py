"""What the press and the public get: who comes in which office, and the public part of the programme. Nothing else.

Made from facts that went through `redaction.public` first, so that nothing printed here can come from anywhere else.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.delegations.kinds import SEATED, Part
from interlocal.documents.formats.document import Block, Document, Heading, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import days, name_list, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.listing import basis, head, part, post, when_and_where
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.programme_whom import counted_under
from interlocal.documents.papers.wording import each, label, plain, said
from interlocal.documents.redaction import public
from interlocal.ground.countries import country_name
from interlocal.ground.tongues import EN

TITLE: Final = _("Participants and public programme")
SPACIOUS: Final = 12
"""So many names or items stand in letters of the usual size; more of them in smaller ones."""
_NAMES: Final[tuple[tuple[Any, float], ...]] = (
    (pgettext_lazy("of a person", "Name"), 2.0),
    (_("Latin"), 2.2),
    (_("Post"), 3.4),
    (pgettext_lazy("of a delegate", "Comes as"), 1.2),
)
_NUMBERS: Final[tuple[tuple[Any, float], ...]] = (
    (_("Country"), 2.0),
    (_("Delegations"), 1.0),
    (_("Delegates"), 1.0),
)
_PROGRAMME: Final[tuple[tuple[Any, float], ...]] = (
    (_("Time"), 1.3),
    (pgettext_lazy("of a programme", "Item"), 3.6),
    (pgettext_lazy("of an item", "Place"), 2.6),
)


def build(facts: Facts, wish: Wish) -> Document:
    # Who reads English only reads no name in hangul or kanji.
    facts = public(facts, guessed_latin=EN in wish.tongues)
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            Heading(wording.local(facts.sheet.name, wish, beside="\n"), 1),
            Paragraph(when_and_where(facts, wish), "lead"),
            *(_people(facts, wish) if wish.options.get("names") != "numbers" else ()),
            *_by_country(facts, wish),
            *(_programme(facts, wish) if wish.options.get("programme", "with") == "with" else ()),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _people(facts: Facts, wish: Wish) -> Iterator[Block]:
    yield Heading(label(name_list.TITLE, wish), 2)
    rows = tuple(row for one in facts.delegations for row in _delegation(one, wish))
    many = sum(not row.band for row in rows) > SPACIOUS
    if not rows:
        yield Paragraph(label(_("No names are announced yet."), wish))
        return
    yield Paragraph(basis(facts, wish), "note")
    yield Table(tuple(head(one, wish) for one in _NAMES), rows, label(_("Delegates"), wish), dense=many)
    if names.is_guessed(cell for row in rows for cell in row.cells[1:2]):
        yield Paragraph(label(names.GENERATED, wish), "note")


def _delegation(one: Delegation, wish: Wish) -> Iterator[Row]:
    people = [who for who in one.people if wish.options.get("names") != "heads" or who.part == Part.HEAD]
    if people:
        yield Row((wording.named(one.name, wish),), band=True)
    for who in people:
        yield Row((_name(who, wish), names.latin(who), post(who, wish), part(who, wish)))


def _name(who: Person, wish: Wish) -> Text:
    """In the own script, and below it as readers say it, where the owner told how it is read."""
    own = names.own(who, "strong")
    written = {plain(own), plain(names.latin(who)), f"{who.family}{who.given}"}

    def said_in(tongue: str) -> Text:
        said = names.in_language(who, tongue, own_too=False) if who.reading_family or who.family else ()
        # 嬉野ほのか（うれしのほのか）would say the name twice.
        is_repeated = plain(said) in written or f"{who.family}{who.given}" in plain(said).replace(" ", "")
        return () if is_repeated or names.is_guessed([said]) else said

    below = each(wish, said_in, beside="\n")
    return (*own, *text("\n", below[0].lang), *below) if below else own


def _by_country(facts: Facts, wish: Wish) -> Iterator[Block]:
    """Counted are delegates and those announced without names."""
    bodies, people = Counter[str](), Counter[str]()
    for one in facts.delegations:
        bodies[counted_under(one)] += 1
        people[counted_under(one)] += len(one.people) or one.headcount or 0
    rows = [
        Row((_country(country, wish), text(str(bodies[country]), EN), text(str(people[country]), EN)))
        for country in bodies
    ]
    if not rows:
        return
    rows.append(
        Row(
            (
                label(pgettext_lazy("of a table", "Total"), wish, "strong"),
                text(str(bodies.total()), EN, "strong"),
                text(str(people.total()), EN, "strong"),
            )
        )
    )
    yield Heading(label(_("Delegates by country"), wish), 2)
    columns = tuple(head(one, wish, right=at > 0) for at, one in enumerate(_NUMBERS))
    yield Table(columns, tuple(rows), label(_("Delegates by country"), wish), whole=True)


def _country(code: str, wish: Wish) -> Text:
    return each(wish, lambda tongue: text(country_name(code, tongue), tongue))


def _programme(facts: Facts, wish: Wish) -> Iterator[Block]:
    items = facts.sheet.items
    if not items:
        return
    zone = wording.zone_label(facts.sheet.timezone, facts.sheet.from_on)
    yield Heading(label(_("Public programme"), wish), 2)
    many = len(items) > SPACIOUS
    when, *others = (head(one, wish) for one in _PROGRAMME)
    # In the head, which every page repeats.
    columns = (replace(when, head=(*when.head, *text(f"\n{zone}", EN, "quiet"))), *others)
    for on, of_day in facts.sheet.days():
        day = wording.dated(on, wish, weekday=True)
        yield Heading(day, 3)
        yield Table(columns, tuple(_item(facts, item, wish) for item in of_day), day, dense=many)


def _item(facts: Facts, item: SheetItem, wish: Wish) -> Row:
    hours = wording.hours(item, home=facts.sheet.timezone)
    when = text(hours, EN) if hours else label(_("all day"), wish)
    return Row(
        (
            when,
            told.lines(wording.local(item.title, wish, beside="\n"), told.track(facts, item, wish)),
            days.place(facts, item, wish, beside="\n"),
        )
    )


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """Of those published: spellings that nobody confirmed, which only English readers get, with their mark."""
    many = sum(one.latin_is_generated for one in facts.people() if one.part in SEATED)
    message = _MARKED if EN in wish.tongues else _UNSURE
    return (str(message % {"count": many}),) if many and wish.options.get("names") != "numbers" else ()


_UNSURE: Final = ngettext_lazy(
    "%(count)s Latin spelling is not confirmed by its owner and is left out.",
    "%(count)s Latin spellings are not confirmed by their owners and are left out.",
    "count",
)

_MARKED: Final = ngettext_lazy(
    "%(count)s Latin spelling is not confirmed by its owner and is printed with ◦.",
    "%(count)s Latin spellings are not confirmed by their owners and are printed with ◦.",
    "count",
)

PAPER: Final = Paper(
    key="public_list",
    name=_("Press annex and public list"),
    about=_(
        "Names, posts and governments of delegates, numbers by country, and the public programme; no other data."
    ),
    group="lists",
    formats=("pdf", "html"),
    build=build,
    options=(
        Option(
            "names",
            _("Who is named"),
            (
                ("all", _("All delegates")),
                ("heads", _("Heads of delegation only")),
                ("numbers", _("Nobody, numbers only")),
            ),
        ),
        Option(
            "programme",
            _("Programme"),
            (("with", _("With the public programme")), ("without", _("Without it"))),
        ),
    ),
    lacks=lacks,
)
