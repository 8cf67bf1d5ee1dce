"""The booklet that everybody gets in hand: who welcomes, what happens when, who comes, where it is, what to say, whom to call."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Host, Named
from interlocal.documents.formats.document import (
    Blank,
    Block,
    Cover,
    Document,
    Heading,
    PageBreak,
    Text,
    text,
)
from interlocal.documents.papers import (
    booklet_days,
    booklet_emergency,
    booklet_people,
    booklet_phrases,
    booklet_places,
    maps,
    wording,
)
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.tongues import EN

TITLE: Final = _("Programme booklet")
LINES: Final = 21
"""Of a page for notes."""
_NOTES: Final = {"2": 2, "0": 0, "4": 4}
_PHRASES: Final = (_("Useful phrases"), booklet_phrases.section)
_EMERGENCY: Final = (_("In an emergency"), booklet_emergency.section)
_PLACES: Final = (_("Places"), booklet_places.section)
_SECTIONS: Final = (
    (_("Programme"), booklet_days.section),
    (_("Delegations"), booklet_people.section),
    _PLACES,
)
FEW_PHRASES: Final = 14
"""So many leave room on their page for the numbers of an emergency."""


def build(facts: Facts, wish: Wish) -> Document:
    edition = plain(wording.local(facts.sheet.name, wish.tongue))
    return Document(
        title=f"{edition} {said(TITLE, wish.tongue)}",
        lang=wish.tongue,
        blocks=(
            _cover(facts, wish),
            *_without_first_break((*booklet_people.greetings(facts, wish), *_sections(facts, wish))),
            *_notes(wish),
        ),
        header=text(edition, wish.tongue),
        mark=wording.mark(facts, wish),
        contents=True,
        author=plain(wording.named(facts.secretariat.name, wish.tongue)),
    )


def _without_first_break(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Cover and contents end their page themselves."""
    return blocks[1:] if blocks and isinstance(blocks[0], PageBreak) else blocks


def _sections(facts: Facts, wish: Wish) -> Iterator[Block]:
    """Each begins a page, but for the numbers of an emergency, which are few; what has nothing to say is left out."""
    before = None
    for one in _ordered(facts):
        title, section = one
        if blocks := tuple(section(facts, wish)):
            if one != _EMERGENCY or before not in (_PLACES, _PHRASES):
                yield PageBreak()
            yield Heading(label(title, wish), 1)
            yield from blocks
            before = one


def _ordered(facts: Facts) -> tuple[Any, ...]:
    """The numbers of an emergency stand below the phrases where those are few, else below the places."""
    last = (_EMERGENCY, _PHRASES)
    is_short = 0 < len(facts.said("phrase")) <= FEW_PHRASES
    return (*_SECTIONS, *(reversed(last) if is_short else last))


def _notes(wish: Wish) -> Iterator[Block]:
    for _page in range(_NOTES.get(wish.options.get("notes", "2"), 2)):
        yield PageBreak()
        yield Blank(label(pgettext_lazy("room to write in", "Notes"), wish), LINES)


def _cover(facts: Facts, wish: Wish) -> Cover:
    sheet = facts.sheet
    first, second = wish.tongue, _second(facts, wish)
    body = facts.delegation(wish.body) if wish.body else None
    return Cover(
        title=wording.local(sheet.name, first),
        second_title=wording.local(sheet.name, second) if second else (),
        lines=(
            label(TITLE, wish, "strong"),
            wording.period(sheet.from_on, sheet.until_on, wish),
            *(line for line in (wording.local(sheet.place, wish),) if line),
            *([wording.named(body.name, wish)] if body else []),
        ),
        foot=(*_hosts(facts, wish), wording.mark(facts, wish)),
    )


def _second(facts: Facts, wish: Wish) -> str:
    """The second language of the name: the one asked for, else that of the edition, else English."""
    for tongue in (*wish.tongues[1:], facts.sheet.language, EN):
        if tongue != wish.tongue and wording.has(facts.sheet.name, tongue):
            return tongue
    return ""


def _hosts(facts: Facts, wish: Wish) -> Iterator[Text]:
    named: tuple[tuple[Any, Host], ...] = (
        (pgettext_lazy("on a cover", "Hosted by"), facts.host),
        (pgettext_lazy("on a cover", "Organised by"), facts.secretariat),
    )
    if facts.host.body == facts.secretariat.body:
        named = ((pgettext_lazy("on a cover", "Hosted and organised by"), facts.host),)
    for message, host in named:

        def name(tongue: str, names: Named = host.name) -> Text:
            return wording.named(names, tongue)

        yield told.named_line(message, name, wish)


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    sites = facts.sheet.sites
    without = sum(site.address is None for site in sites)
    told_of = (
        (not facts.said("greeting"), _("No greeting was entered.")),
        (not told.items_for(facts, wish), _("The programme is empty.")),
        (not facts.delegations, _("Nobody is on the list yet.")),
        (not sites, _("No places were entered.")),
        (bool(sites) and not maps.is_drawable(maps.dots(sites)), _NO_MAP),
        (not facts.said("phrase"), _("No phrases were entered; a small set of our own is printed.")),
        (
            not booklet_emergency.numbers(facts) and not facts.said("emergency"),
            _("No emergency contacts were entered."),
        ),
    )
    return (
        *(str(sentence) for is_so, sentence in told_of if is_so),
        *([str(_NO_ADDRESS % {"count": without})] if without else []),
    )


_NO_MAP: Final = _("Fewer than two places have a position: there will be no map.")
_NO_ADDRESS: Final = ngettext_lazy(
    "%(count)s place has no address.", "%(count)s places have no address.", "count"
)

PAPER: Final = Paper(
    key="booklet",
    name=TITLE,
    about=_(
        "Greeting, programme, delegations, places with a map, useful phrases and emergency numbers, with a cover and contents."
    ),
    group="days",
    formats=("pdf", "docx", "hwpx"),
    build=build,
    scopes=("all", "body"),
    options=(
        Option(
            "notes",
            _("Pages for notes"),
            (("2", _("two pages")), ("0", pgettext_lazy("pages for notes", "none")), ("4", _("four pages"))),
        ),
    ),
    lacks=lacks,
)
