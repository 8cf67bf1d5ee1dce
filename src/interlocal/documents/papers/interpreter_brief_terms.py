"""The speeches of a programme, and the words of the field that occur in it, in the languages of the interpreter."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Said
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import Block, Column, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import wording
from interlocal.documents.papers.listing import head
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import EN, JA, KO, OWN_NAMES, TONGUES, ZH
from interlocal.ground.wording import join_list
from interlocal.languages import vocabulary

SPOKEN: Final = ("greeting", "speech", "statement")
"""Kinds of an edition's words that somebody says aloud."""
MOST_VARIANTS: Final = 2
_LISTED: Final[tuple[tuple[Any, float], ...]] = (
    (_("Title"), 3.6),
    (pgettext_lazy("of a speech", "Speaker"), 3.2),
    (pgettext_lazy("of a speech", "At"), 3.4),
    (_("Text in"), 2.4),
)
# Beside which language a paper of one language sets its words, if no interpreter says between which they work.
_OTHER: Final = {KO: EN, JA: EN, ZH: EN, EN: KO}


def speeches(facts: Facts, items: Sequence[SheetItem], wish: Wish) -> Iterator[Block]:
    """What will be said at these items, or at none in particular, and in which languages its text is there."""
    at = {item.id: item for item in items}
    found = [one for kind in SPOKEN for one in facts.said(kind) if one.item in at or one.item is None]
    if not found:
        return
    rows = tuple(Row(_speech(facts, one, at, wish)) for one in found)
    yield Table(tuple(head(one, wish) for one in _LISTED), rows, label(_("Speeches"), wish), dense=True)


def _speech(facts: Facts, one: Said, at: dict[int, SheetItem], wish: Wish) -> tuple[Text, ...]:
    item = at.get(one.item) if one.item is not None else None
    when: Text = ()
    if item:
        hours = wording.hours(item, home=facts.sheet.timezone)
        day = wording.dated(item.on, wish)
        when = told.lines(
            wording.local(item.title, wish, beside="\n"), (*day, *text(f" {hours}" if hours else "", EN))
        )
    return (
        wording.local(one.title, wish, "strong", beside="\n"),
        wording.local(one.speaker, wish, beside="\n"),
        when,
        _held_in(one.text, wish),
    )


def _held_in(words: Localised | None, wish: Wish) -> Text:
    """The languages that a text is there in."""
    there = [tongue for tongue in TONGUES if wording.has(words, tongue)]

    def named(tongue: str) -> Text:
        return text(
            join_list([told.spoken(one, tongue) for one in there], tongue)
            if there
            else said(_("no text yet"), tongue),
            tongue,
        )

    return each(wish, named, beside="\n")


def terms(facts: Facts, items: Sequence[SheetItem], wish: Wish) -> Iterator[Block]:
    """Words of the field that occur in titles, notes and speeches, in the order in which they come."""
    tongues = between(facts, wish)
    concepts = [vocabulary.concept(one) for one in found_in(_spoken_texts(facts, items))]
    rows = tuple(Row(tuple(_term(one, tongue) for tongue in tongues)) for one in concepts)
    if not rows:
        return
    columns = tuple(Column(text(OWN_NAMES[tongue], tongue), 1) for tongue in tongues)
    yield Paragraph(
        each(wish, lambda tongue: text(said(_USUAL, tongue), tongue), beside="\n"),
        "lead" if told.is_book(wish) else "note",
    )
    yield Table(columns, rows, label(_("Words of this programme"), wish), dense=True)


def between(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """The languages asked for; if it is one, it and those that the interpreters of the programme work in."""
    if len(wish.tongues) > 1:
        return wish.tongues
    spoken = {code for one in facts.sheet.resources if one.kind == "interpreter" for code in one.languages}
    others = tuple(tongue for tongue in TONGUES if tongue in spoken and tongue != wish.tongue)
    return (wish.tongue, *(others or (_OTHER[wish.tongue],)))


def found_in(texts: Sequence[Localised]) -> tuple[str, ...]:
    """Ids of the concepts that any version of any text names, each once, in the order of the texts."""
    return tuple(
        dict.fromkeys(
            concept
            for one in texts
            for lang in _telling(one)
            for concept in vocabulary.concepts_in(one.versions[lang].text, lang=lang)
        )
    )


def _telling(words: Localised) -> list[str]:
    """The original first. English only where it is alone: its words are found by their stems, and a second paragraph is no
    secondment.
    """
    eastern = [lang for lang in words.versions if lang != EN]
    return sorted(eastern, key=lambda lang: lang != words.original) or list(words.versions)


def _spoken_texts(facts: Facts, items: Sequence[SheetItem]) -> list[Localised]:
    ids = {item.id for item in items}
    named = [
        one
        for item in items
        for one in (item.title, item.with_whom, item.note, item.bring)
        if one is not None
    ]
    words = [
        part
        for one in facts.words
        if one.kind in SPOKEN and (one.item is None or one.item in ids)
        for part in (one.title, one.text)
        if part is not None
    ]
    return [facts.sheet.name, *named, *words]


def _term(concept: vocabulary.Concept, tongue: str) -> Text:
    """The usual term, and behind it others that mean the same."""
    usual, *others = concept.terms.get(tongue, ()) or ("",)
    more = told.in_one_line(others[:MOST_VARIANTS], tongue) if others else ""
    return (*text(usual, tongue, "strong"), *text(f"   {more}" if more else "", tongue, "quiet"))


_USUAL: Final = _("In bold the usual term, behind it others that mean the same.")
