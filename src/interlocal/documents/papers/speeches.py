"""Speeches in two languages side by side, or large for the lectern, with how long they take and where the interpreter comes in."""

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Said
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.documents.formats.document import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Text,
    text,
)
from interlocal.documents.formats.document import Facts as Pairs
from interlocal.documents.papers import days, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.punctuation import bracketed
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import EN, JA, KO, OWN_NAMES, ZH, reading
from interlocal.ground.wording import print_number

TITLE: Final = _("Speeches")
LECTERN: Final = 1.8
"""So much larger are letters that are read standing: about 19 points."""
PACE: Final = {KO: 300, JA: 300, ZH: 220, EN: 130}
"""How many letters (of English: words) an unhurried speaker says in a minute, spaces not counted: our estimate, printed beside
the minutes, so that whoever speaks faster can tell."""
_PAUSE: Final = "／／"
_BREAK: Final = "\n\n"


def build(facts: Facts, wish: Wish) -> Document:
    speeches = _speeches(facts, wish)
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    is_for_lectern = wish.options.get("view") == "lectern"
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=tuple(
            block
            for at, one in enumerate(speeches)
            for block in (*((PageBreak(),) if at else ()), *_speech(facts, one, wish))
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish.tongue if is_for_lectern else wish),
        landscape=not is_for_lectern and len(wish.tongues) > 1,
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
        scale=LECTERN if is_for_lectern else 1.0,
    )


def _speeches(facts: Facts, wish: Wish) -> tuple[Said, ...]:
    found = tuple(one for one in facts.said("speech") if wish.item is None or one.item == wish.item)
    if not found:
        raise Refused("no_speech", _("No speech has been written down yet."))
    return found


def _speech(facts: Facts, one: Said, wish: Wish) -> Iterator[Block]:
    """The lectern has one language, and nothing that is not said but who speaks where."""
    is_for_lectern = wish.options.get("view") == "lectern"
    asked = replace(wish, tongues=wish.tongues[:1]) if is_for_lectern else wish
    yield Heading(wording.local(one.title, asked) or label(_("Speech"), asked), 1)
    yield Pairs(tuple(_about(facts, one, asked)))
    there = columns(one.text, asked)
    if not there:
        yield Paragraph(label(_("The text is not written yet."), asked))
    elif is_for_lectern:
        yield from _at_the_lectern(one.text, there[0], wish)
    elif len(there) == 1:
        for paragraph in paragraphs(one.text, there[0]):
            yield Paragraph(_paused(paragraph, wish))
    else:
        yield _beside(one.text, there, wish)


def _about(facts: Facts, one: Said, asked: Wish) -> Iterator[tuple[Text, Text]]:
    item = next((found for found in facts.sheet.items if found.id == one.item), None)
    rows = (
        (_("Speaker"), wording.local(one.speaker, asked)),
        (pgettext_lazy("of a programme", "Item"), wording.local(item.title, asked) if item else ()),
        (_("Time"), _when(facts, item, asked) if item else ()),
        (_("Place"), days.place(facts, item, asked) if item else ()),
        (_("Duration"), _duration(one.text, asked)),
    )
    for name, value in rows:
        if value:
            yield label(name, asked), value


def _when(facts: Facts, item: SheetItem, asked: Wish) -> Text:
    on = wording.dated(item.on, asked, weekday=True)
    hours = wording.hours(item)
    return (*on, *text(f"  {hours}", EN)) if hours else on


def columns(localised: Localised | None, asked: Wish) -> tuple[str, ...]:
    """The languages asked for in which the text is there; else the one in which it would be shown."""
    if localised is None:
        return ()
    there = tuple(tongue for tongue in asked.tongues if wording.has(localised, tongue))
    shown = localised.shown(asked.tongue)
    return there or ((shown.lang,) if shown.text else ())


def paragraphs(localised: Localised | None, tongue: str) -> tuple[Text, ...]:
    """What stands between empty lines, in this very language; marked where a machine made it."""
    version = localised.versions.get(tongue) if localised else None
    if localised is None or version is None:
        return ()
    is_machine = localised.state_of(version) in ("machine", "outdated")
    parts = (part.strip() for part in version.text.replace("\r\n", "\n").split(_BREAK))
    return tuple(text(part, tongue, "machine" if is_machine else "") for part in parts if part)


def heads(tongues: tuple[str, ...]) -> tuple[Text, ...]:
    """Each language by its own name."""
    return tuple(text(OWN_NAMES.get(tongue, tongue), tongue) for tongue in tongues)


def _beside(localised: Localised | None, there: tuple[str, ...], wish: Wish) -> Parallel:
    rows = zip_longest(*(paragraphs(localised, tongue) for tongue in there), fillvalue=())
    return Parallel(heads(there), tuple(tuple(_paused(cell, wish) for cell in row) for row in rows))


def _paused(paragraph: Text, wish: Wish) -> Text:
    """With the mark behind it where the speaker waits for the interpreter."""
    if wish.options.get("pauses") != "on" or not paragraph:
        return paragraph
    return (*paragraph, *text(f"  {_PAUSE}", paragraph[0].lang, "strong"))


def _at_the_lectern(localised: Localised | None, tongue: str, wish: Wish) -> Iterator[Block]:
    for paragraph in paragraphs(localised, tongue):
        yield Paragraph(paragraph)
        if wish.options.get("pauses") == "on":
            waits = f"{_PAUSE} {said(_('The interpreter speaks'), tongue)} {_PAUSE}"
            yield Paragraph(text(waits, tongue, "quiet"), "centre")


def length(localised: Localised | None, tongue: str) -> int:
    """Letters without spaces and marks; of English words."""
    said_there = " ".join(plain(one) for one in paragraphs(localised, tongue))
    if tongue == EN:
        return len(said_there.split())
    return sum(char.isalnum() for char in said_there)


def minutes(localised: Localised | None, tongue: str) -> int:
    """Whole minutes, at least one for anything that is said."""
    return math.ceil(length(localised, tongue) / PACE.get(tongue, PACE[EN]))


def _duration(localised: Localised | None, asked: Wish) -> Text:
    """Of each language in that language."""
    there = [tongue for tongue in columns(localised, asked) if tongue in PACE]
    return told.lines(*(_estimate(localised, tongue) for tongue in there))


def _estimate(localised: Localised | None, tongue: str) -> Text:
    """In Korean about 3 minutes (812 characters at 300 a minute); interpreted one after the other about 6 minutes."""
    takes = minutes(localised, tongue)
    main = said(
        _WORDS if tongue == EN else _LETTERS,
        tongue,
        language=told.spoken(tongue, tongue),
        minutes=said(_MINUTES, tongue, count=takes),
        count=print_number(length(localised, tongue), tongue),
        pace=PACE[tongue],
    )
    both = said(
        _("about %(minutes)s with an interpreter"), tongue, minutes=said(_MINUTES, tongue, count=takes * 2)
    )
    return (*text(main, tongue), *text(bracketed(both, tongue), tongue, "quiet"))


_MINUTES: Final = ngettext_lazy("%(count)s minute", "%(count)s minutes", "count")
_LETTERS: Final = _("In %(language)s about %(minutes)s: %(count)s characters at %(pace)s a minute")
_WORDS: Final = _("In %(language)s about %(minutes)s: %(count)s words at %(pace)s a minute")


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    tongue = reading()
    found = [one for one in facts.said("speech") if wish.item is None or one.item == wish.item]
    if not found:
        return (said(_("No speech has been written down yet."), tongue),)
    return tuple(line for one in found for line in _lacking(one, wish, tongue))


def _lacking(one: Said, wish: Wish, tongue: str) -> Iterator[str]:
    title = plain(wording.local(one.title, tongue)) or said(_("Speech"), tongue)
    if one.speaker is None:
        yield said(_("“%(title)s” has no speaker."), tongue, title=title)
    for asked in wish.tongues:
        if not wording.has(one.text, asked):
            language = wording.language_name(asked, tongue)
            yield said(_("“%(title)s” is not there in %(language)s."), tongue, title=title, language=language)
    counts = {len(paragraphs(one.text, asked)) for asked in wish.tongues if wording.has(one.text, asked)}
    if len(counts) > 1:
        yield said(
            _("The paragraphs of “%(title)s” are not the same number in both languages."), tongue, title=title
        )


PAPER: Final = Paper(
    key="speeches",
    name=TITLE,
    about=_(
        "Each speech in the languages asked for, paragraph by paragraph, or large for the lectern; with how long it takes."
    ),
    group="letters",
    formats=("docx", "pdf"),
    build=build,
    scopes=("all", "item"),
    options=(
        Option(
            "view",
            _("Arranged as"),
            (("beside", _("languages side by side")), ("lectern", _("large, one language, for the lectern"))),
        ),
        Option(
            "pauses",
            _("Marks for the interpreter"),
            (("off", _("none")), ("on", _("after each paragraph"))),
        ),
    ),
    lacks=lacks,
)
