"""Who welcomes and who comes, as the booklet prints it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person, Said
from interlocal.documents.formats.document import (
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Row,
    Signature,
    Table,
    Text,
    text,
)
from interlocal.documents.papers import listing, names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import programme_whom as whom
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, plain, said
from interlocal.ground.countries import country_name
from interlocal.ground.punctuation import bracketed
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import OWN_NAMES
from interlocal.ground.wording import print_count

_HEADS: Final[tuple[tuple[Any, float], ...]] = (
    (pgettext_lazy("of a person", "Name"), 2.0),
    (_("Latin"), 2.2),
    (_("Post"), 3.4),
    (pgettext_lazy("of a delegate", "Comes as"), 1.3),
)
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")


def greetings(facts: Facts, wish: Wish) -> Iterator[Block]:
    """Each on a page of its own, with who speaks."""
    for one in facts.said("greeting"):
        if one.text is None:
            continue
        yield PageBreak()
        yield Heading(wording.local(one.title, wish) or label(_("Greeting"), wish), 1)
        yield Paragraph(_of_what(facts, wish), "note")
        yield from (_large(block) for block in spoken_text(one.text, wish))
        if one.speaker:
            yield Signature(
                (), tuple(wording.local(one.speaker, tongue, "strong") for tongue in _apart(one, wish))
            )


def _of_what(facts: Facts, wish: Wish) -> Text:
    """To what one is welcome, and when and where it is."""
    return told.lines(wording.local(facts.sheet.name, wish, beside="\n"), listing.when_and_where(facts, wish))


def _large(block: Block) -> Block:
    """A greeting has its page for itself."""
    return replace(block, role="lead") if isinstance(block, Paragraph) else block


def _apart(one: Said, wish: Wish) -> tuple[str, ...]:
    """The languages asked for in which the speaker is told, each of which has its line; the first at least."""
    return tuple(tongue for tongue in wish.tongues if wording.has(one.speaker, tongue)) or (wish.tongue,)


def spoken_text(words: Localised, wish: Wish) -> Iterator[Block]:
    """Paragraph by paragraph; in two languages side by side, where both have as many."""
    tongues = tuple(tongue for tongue in wish.tongues if wording.has(words, tongue))
    versions = [paragraphs(words, tongue) for tongue in tongues]
    if len(versions) == 2 and len(versions[0]) == len(versions[1]):
        heads = tuple(text(OWN_NAMES[tongue], tongue) for tongue in tongues)
        yield Parallel(heads, tuple(zip(*versions, strict=True)))
        return
    for version in versions or [paragraphs(words, wish.tongue)]:
        yield from (Paragraph(part) for part in version)


def paragraphs(words: Localised, tongue: str) -> list[Text]:
    found = words.shown(tongue)
    parts = (part.strip() for part in _PARAGRAPHS.split(found.text))
    style: wording.Style = "machine" if found.state in ("machine", "outdated") else ""
    return [text(part, found.lang, style) for part in parts if part]


def section(facts: Facts, wish: Wish) -> Iterator[Block]:
    """Delegations in their order, everybody by name and post."""
    rows = tuple(row for one in facts.delegations for row in _rows(one, wish))
    if not rows:
        return
    yield Paragraph(listing.basis(facts, wish), "note")
    yield Table(
        tuple(listing.head(one, wish) for one in _HEADS), rows, label(_("Delegations"), wish), dense=True
    )
    if names.is_guessed(cell for row in rows for cell in row.cells):
        yield Paragraph(guessed(wish), "note")


def guessed(wish: Wish) -> Text:
    """What the mark of a generated spelling means."""
    return each(wish, lambda tongue: text(said(names.GENERATED, tongue), tongue), beside="\n")


def _rows(one: Delegation, wish: Wish) -> Iterator[Row]:
    """Everybody under the name of their delegation; where it gave a number instead of names, that."""
    if one.people or one.headcount:
        yield Row((_band(one, wish),), band=True)
    if not one.people and one.headcount:
        yield Row((_headcount(one.headcount, wish),))
    for who in one.people:
        yield Row((name(who, wish), names.latin(who), listing.post(who, wish), listing.part(who, wish)))


def _band(one: Delegation, wish: Wish) -> Text:
    """The name with the country that its people are of."""

    def called(tongue: str) -> Text:
        home = whom.country(one)
        country = bracketed(country_name(home, tongue), tongue) if home else ""
        return (*wording.named(one.name, tongue), *text(country, tongue, "quiet"))

    return each(wish, called)


def _headcount(many: int, wish: Wish) -> Text:
    return each(wish, lambda tongue: text(print_count(many, "people", tongue), tongue, "quiet"), beside="\n")


def name(who: Person, wish: Wish) -> Text:
    """In the own script, and below it as readers of the paper say it."""
    own = names.own(who, "strong")
    written = {plain(own), plain(names.latin(who)), f"{who.family}{who.given}"}

    def said_in(tongue: str) -> Text:
        said = names.in_language(who, tongue, own_too=False)
        return () if plain(said) in written else said

    return told.lines(own, each(wish, said_in, beside="\n"))
