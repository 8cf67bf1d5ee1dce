"""Labels for envelopes: whom a letter is for, by the custom of where it goes. No postal address is made up."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.documents.formats.cards import Card, CardLine, CardSheet
from interlocal.documents.formats.document import Run, text
from interlocal.documents.papers import card_lines, honorifics, wording
from interlocal.documents.papers.card_lines import lines
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import EN, JA, KO, ZH

NAME: Final = _("Envelope labels")
# A contact is known by a name as typed; nobody's post or sex is.
_TO: Final = {KO: " 귀하", JA: " 様", ZH: "（收）"}


def build(facts: Facts, wish: Wish) -> CardSheet:
    made = tuple(card for one in _bodies(facts, wish) for card in _cards(one, wish))
    if not made:
        raise Refused("no_labels", _("There is nobody to print a label for."))
    return CardSheet("label", card_lines.title(facts, wish, NAME), wish.tongue, made)


def _bodies(facts: Facts, wish: Wish) -> tuple[Delegation, ...]:
    return tuple(one for one in facts.delegations if not wish.body or one.body == wish.body)


def _cards(one: Delegation, wish: Wish) -> Iterator[Card]:
    tongue = wish.tongue if wish.options.get("language") == "paper" else _tongue(one)
    room = lines_for_address(wish)
    whom = (
        [_to_person(one, person, tongue) for person in one.people]
        if wish.options.get("to") == "delegates"
        else [_to_body(one, tongue)]
    )
    for to in whom:
        # In English the address follows whom it is of.
        addressed = (*to, *room) if tongue == EN else (*room, *to)
        yield Card((*addressed, *_sorted_by(one, tongue, wish)))


def _tongue(one: Delegation) -> str:
    """The one it was invited in, where it has a name in it: an office abroad writes that of who sent it."""
    invited = one.invited_language
    return invited if card_lines.in_tongue(one, invited) else card_lines.tongue_of(one)


def lines_for_address(wish: Wish) -> tuple[CardLine, ...]:
    """Two lines left free, to be written or stamped."""
    if wish.options.get("address") != "room":
        return ()
    return (CardLine((Run(_FREE, EN),), "body"),) * 2


def _to_body(one: Delegation, tongue: str) -> tuple[CardLine, ...]:
    """To its contact, or to the office: 鳥取県 御中."""
    name = wording.named(one.name, tongue)
    contact = card_lines.by_script(one.contact_name, tongue)
    if not contact:
        return lines([honorifics.envelope_body(name, tongue)], "name")
    to = (*contact, *text(_TO.get(tongue, ""), tongue))
    return _in_order(lines([name], "body"), (), lines([to], "name"), tongue)


def _to_person(one: Delegation, person: Person, tongue: str) -> tuple[CardLine, ...]:
    name = wording.named(one.name, tongue)
    post = wording.local(person.post, tongue)
    # Where the post begins with the government it is said once: 鳥取県知事.
    is_said = plain(post).startswith(plain(name))
    return _in_order(
        () if is_said else lines([name], "body"),
        lines([post], "post"),
        lines([honorifics.envelope(person, tongue)], "name"),
        tongue,
    )


def _in_order(
    body: tuple[CardLine, ...], post: tuple[CardLine, ...], name: tuple[CardLine, ...], tongue: str
) -> tuple[CardLine, ...]:
    """From the large to the small; in English from the person outwards."""
    return (*name, *post, *body) if tongue == EN else (*body, *post, *name)


def _sorted_by(one: Delegation, tongue: str, wish: Wish) -> tuple[CardLine, ...]:
    """Small, for who fills the envelopes and does not read the language of the label."""
    if tongue == wish.tongue:
        return ()
    return lines([(Run("(", EN), *wording.named(one.name, wish.tongue), Run(")", EN))], "small")


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    found = _bodies(facts, wish)
    to_people = wish.options.get("to") == "delegates"
    many = sum(not one.people if to_people else not one.contact_name.strip() for one in found)
    message = _NAMELESS if to_people else _CONTACT
    return (str(_ADDRESS), *((str(message % {"count": many}),) if many else ()))


_FREE: Final = "\u00a0"
_ADDRESS: Final = _(
    "No postal address is on record: labels bear none, and leave room for it if you ask for that."
)
_CONTACT: Final = ngettext_lazy(
    "%(count)s delegation has no contact: its label is to the office.",
    "%(count)s delegations have no contact: their labels are to the office.",
    "count",
)
_NAMELESS: Final = ngettext_lazy(
    "%(count)s delegation gave no names: it gets no label.",
    "%(count)s delegations gave no names: they get no label.",
    "count",
)

PAPER: Final = Paper(
    key="envelope_labels",
    name=NAME,
    about=_(
        "Fourteen to a sheet, addressed by the custom of each country; the postal address is not in the record."
    ),
    group="cards",
    formats=("pdf",),
    build=build,
    scopes=("all", "body"),
    two_languages=False,
    options=(
        Option(
            "to",
            _("Addressed to"),
            (("contact", _("The contact of each delegation")), ("delegates", _("Each delegate"))),
        ),
        Option(
            "language",
            _("Written in"),
            (("own", _("The language of the addressee")), ("paper", _("The language of the paper"))),
        ),
        Option(
            "address",
            _("Postal address"),
            (("without", _("Without")), ("room", _("Room to write it by hand"))),
        ),
    ),
    lacks=lacks,
)
