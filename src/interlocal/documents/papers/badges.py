"""Badges: the event, the body, a name that is read from afar, as what somebody comes, and the code for checking in."""

from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Facts, Person
from interlocal.delegations.kinds import Part
from interlocal.delegations.rules.checkins import in_qr
from interlocal.documents.formats.cards import Card, CardLine, CardSheet
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers import card_lines, names, wording
from interlocal.documents.papers.card_lines import Holder, lines
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import each, said
from interlocal.ground.tongues import EN, OWN_NAMES, ZH

NAME: Final = _("Badges")
# Told apart in grey and by who does not see red and green too; the word says it to everybody.
COLOURS: Final = {
    Part.HEAD: "#8a1538",
    Part.DEPUTY: "#b3541e",
    Part.MEMBER: "#0b3d78",
    Part.INTERPRETER: "#00695c",
    Part.PRESS: "#f2b705",
    Part.STAFF: "#4b5563",
}
_ROOM_TO_WRITE: Final = "\u00a0"
_LINE: Final = "_" * 34
_SPOKEN: Final = OWN_NAMES | {
    ZH: "中文",
    "zh-Hant": "中文",
    "ru": "Русский",
    "mn": "Монгол",
    "vi": "Tiếng Việt",
}


def build(facts: Facts, wish: Wish) -> CardSheet:
    bands = {part: _band(Part(part).label, wish) for part in Part.values}
    alt = said(_("Code for checking in"), wish.tongue)
    nameless = _band(card_lines.PARTICIPANT, wish)
    return CardSheet(
        kind="badge",
        title=card_lines.title(facts, wish, NAME),
        lang=wish.tongue,
        cards=tuple(
            _card(holder, holder.person, wish, bands, alt)
            if holder.person
            else _blank(holder, wish, nameless)
            for holder in card_lines.holders(facts, wish)
        ),
        event=names.without_marks(wording.local(facts.sheet.name, wish)),
    )


def _card(holder: Holder, person: Person, wish: Wish, bands: dict[Any, Text], alt: str) -> Card:
    with_code = wish.options.get("code", "with") == "with"
    return Card(
        lines=(
            *lines(card_lines.bodies(holder.delegation, wish.tongues), "body"),
            *lines([names.own(person)], "name"),
            *_second(person),
            *lines(card_lines.posts(person, wish.tongues), "post"),
        ),
        band=bands[person.part],
        colour=COLOURS[Part(person.part)],
        qr=_code(person.key) if with_code else "",
        qr_alt=alt,
        corner=_spoken(person),
    )


def _second(person: Person) -> tuple[CardLine, ...]:
    latin = names.latin(person)
    return lines([latin], "second") if card_lines.says_more(latin, [names.own(person)]) else ()


def _blank(holder: Holder, wish: Wish, band: Text) -> Card:
    """Room for a name to be written, above a line."""
    room = CardLine((Run(_ROOM_TO_WRITE, EN),), "name")
    return Card(
        lines=(
            *lines(card_lines.bodies(holder.delegation, wish.tongues), "body"),
            *(room, CardLine((Run(_LINE, EN),), "small")),
            *(room, CardLine((Run(_LINE, EN),), "small")),
        ),
        band=band,
        colour=COLOURS[Part.MEMBER],
        corner=card_lines.count_of(holder),
    )


def _band(message: Any, wish: Wish) -> Text:
    return each(wish, lambda tongue: text(_capital(said(message, tongue)), tongue))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _code(key: str) -> str:
    """What the desk reads: nothing but the key. None for a key that no desk knows."""
    try:
        return in_qr(UUID(key))
    except ValueError:
        return ""


def _spoken(person: Person) -> Text:
    """The languages somebody speaks, each on its line and as it calls itself, whatever the language of the paper is."""
    spoken = [code for code in dict.fromkeys((person.language, *person.languages)) if code in _SPOKEN]
    runs: list[Run] = []
    for code in spoken:
        runs.append(Run(f"\n{_SPOKEN[code]}" if runs else _SPOKEN[code], code))
    return tuple(runs)


PAPER: Final = Paper(
    key="badges",
    name=NAME,
    about=_(
        "Four to a sheet: event, delegation, name in its own script and in Latin letters, post, role and the code for checking in."
    ),
    group="cards",
    formats=("pdf",),
    build=build,
    scopes=("all", "body", "person"),
    options=(Option("code", _("QR code"), (("with", _("With the code")), ("without", _("Without")))),),
    lacks=card_lines.lacks,
)
