"""Table tents: what a place card says, large."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from interlocal.documents.formats import cards
from interlocal.documents.papers import place_cards, table_tents
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts

EN = Wish(("en",))


def test_a_tent_says_what_the_place_card_of_the_same_person_says():
    wish = replace(EN, options={"second": "post"})

    tents, placed = table_tents.build(facts(), wish), place_cards.build(facts(), wish)

    assert tents.kind == "tent"
    assert [card.lines for card in tents.cards] == [card.lines for card in placed.cards]


def test_one_person_gets_one_sheet():
    content = cards.pdf(table_tents.build(facts(), replace(EN, person="p-ouyang")))

    assert len(PdfReader(io.BytesIO(content)).pages) == 1


def test_nobody_is_refused():
    with pytest.raises(Refused, match="nobody to print"):
        table_tents.build(facts(delegations=()), EN)
