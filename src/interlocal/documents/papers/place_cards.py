"""Place cards: who sits here, as the custom of their own country writes it, and a second line for the others at the table."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.documents.formats.cards import Card, CardLine, CardSheet, Role
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers import card_lines, names, wording
from interlocal.documents.papers.card_lines import Holder, lines, says_more
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import label, plain
from interlocal.ground.tongues import EN, JA, KO, ZH

NAME: Final = _("Place cards")
SECOND: Final = Option(
    "second",
    _("Second line"),
    (
        ("latin", _("Name in Latin letters")),
        ("language", _("Name in the language of the paper")),
        ("post", _("Post")),
        ("body", _("Delegation")),
    ),
)
_SAMA: Final = " 様"
_BETWEEN: Final = {KO: " ", JA: "　", ZH: ""}


def build(facts: Facts, wish: Wish) -> CardSheet:
    tables = _tables(facts, wish)
    return CardSheet(
        kind="place_card",
        title=card_lines.title(facts, wish, NAME),
        lang=wish.tongue,
        cards=tuple(card(holder, wish, tables) for holder in card_lines.holders(facts, wish)),
    )


def card(holder: Holder, wish: Wish, tables: dict[str, Text]) -> Card:
    """For tents as well."""
    person = holder.person
    if person is None:
        return _of_body(holder, wish)
    first = _above(holder, person)
    own = with_honorific(names.own(person), person.script_language)
    return Card(
        lines=(
            *lines([first], "post"),
            *lines([own], "name"),
            *_second(holder, person, wish, (first, names.own(person))),
        ),
        corner=tables.get(person.key, ()),
    )


def with_honorific(name: Text, tongue: str) -> Text:
    """Japanese cards carry 様; others the name alone."""
    return (*name, Run(_SAMA, JA)) if tongue == JA and plain(name) else name


def _above(holder: Holder, person: Person) -> Text:
    """鳥取県 交流推進課課長補佐, 경상북도 국제관계과장, 江苏省外事办公室副主任: in their own language."""
    tongue = person.script_language
    body = card_lines.in_tongue(holder.delegation, tongue)
    post = person.post.shown(tongue).text if person.post and wording.has(person.post, tongue) else ""
    if not (body or post):
        return names.without_marks(wording.named(holder.delegation.name, tongue))
    if body and post.startswith(body):
        # A governor's post names the government already.
        return text(post, tongue)
    return text(_BETWEEN.get(tongue, ", ").join(part for part in (body, post) if part), tongue)


def _second(holder: Holder, person: Person, wish: Wish, told: tuple[Text, ...]) -> tuple[CardLine, ...]:
    """What was asked for, or the next that says anything new: nobody's card says the same twice."""
    asked = wish.options.get("second", "latin")
    for kind in dict.fromkeys((asked, "latin", "body")):
        new = [one for one in _said(kind, holder, person, wish) if says_more(one, told)]
        if new:
            return lines(new, _ROLES.get(kind, "second"))
    return ()


def _said(kind: str, holder: Holder, person: Person, wish: Wish) -> Iterator[Text]:
    match kind:
        case "post":
            yield from card_lines.posts(person, wish.tongues)
        case "body":
            yield from card_lines.bodies(holder.delegation, wish.tongues)
        case "language":
            yield from (_in(person, tongue) for tongue in wish.tongues if tongue != person.script_language)
        case _:
            yield names.latin(person)


def _in(person: Person, tongue: str) -> Text:
    made = names.in_language(person, tongue, own_too=False)
    return with_honorific(made, tongue) if says_more(made, [names.own(person)]) else ()


def _of_body(holder: Holder, wish: Wish) -> Card:
    """A delegation that gave a number instead of names is known by what it is called; else its card is like the others."""
    tongue = card_lines.tongue_of(holder.delegation)
    own = wording.named(holder.delegation.name, tongue)
    in_latin = wish.options.get("second", "latin") == "latin"
    others = card_lines.bodies(holder.delegation, (*((EN,) if in_latin else ()), *wish.tongues, EN))
    second = [one for one in others if plain(one) != plain(own)][:1]
    above = label(card_lines.PARTICIPANT, tongue)
    return Card(
        (*lines([above], "post"), *lines([own], "name"), *lines(second, "second")),
        corner=card_lines.count_of(holder),
    )


def _tables(facts: Facts, wish: Wish) -> dict[str, Text]:
    """At which table of the item somebody was put, by key."""
    if wish.item is None:
        return {}
    named: dict[int, Any] = {
        one.id: one.name for one in facts.sheet.resources if one.kind == ResourceKind.TABLE
    }
    return {
        key: names.without_marks(wording.local(named[placed.resource], wish.tongue))
        for placed in facts.placed
        if placed.item == wish.item and placed.resource in named
        for key in placed.people
    }


_ROLES: Final[dict[str, Role]] = {"post": "post", "body": "body"}

PAPER: Final = Paper(
    key="place_cards",
    name=NAME,
    about=_("Ten to a sheet, for those at an item or for everybody; each as their own country writes it."),
    group="cards",
    formats=("pdf",),
    build=build,
    scopes=("all", "body", "person", "item"),
    options=(SECOND,),
    lacks=card_lines.lacks,
)
