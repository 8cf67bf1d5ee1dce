"""Table tents: a sheet for each, folded in the middle, the same on both sides as a place card says."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Facts
from interlocal.documents.formats.cards import CardSheet
from interlocal.documents.papers import card_lines, place_cards
from interlocal.documents.papers.paper import Paper, Wish

NAME: Final = _("Table tents")


def build(facts: Facts, wish: Wish) -> CardSheet:
    return CardSheet(
        kind="tent",
        title=card_lines.title(facts, wish, NAME),
        lang=wish.tongue,
        cards=tuple(place_cards.card(holder, wish, {}) for holder in card_lines.holders(facts, wish)),
    )


PAPER: Final = Paper(
    key="table_tents",
    name=NAME,
    about=_("One to a sheet, folded in the middle: read from both sides of a long table."),
    group="cards",
    formats=("pdf",),
    build=build,
    scopes=("all", "body", "person", "item"),
    options=(place_cards.SECOND,),
    lacks=card_lines.lacks,
)
