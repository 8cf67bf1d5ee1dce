from dataclasses import replace

import pytest

from interlocal.documents.papers import contacts as paper
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import contacts, facts

KO = Wish(("ko",))
WITH = replace(KO, options={"details": "contact"})


def lines(content):
    return content.decode().replace("\r\n ", "").split("\r\n")


def of(content, *names):
    return [line for line in lines(content) if line.split(":")[0].split(";")[0] in names]


def test_a_card_has_the_name_in_its_scripts_the_government_and_the_post():
    made = paper.build(facts(), replace(KO, person="p-takahashi")).content

    assert of(made, "FN", "N", "ORG", "TITLE") == [
        "FN;LANGUAGE=ja;ALTID=1:髙橋 惣右衛門",
        "FN;LANGUAGE=en;ALTID=1:TAKAHASHI Soemon",
        "FN;LANGUAGE=ko;ALTID=1:다카하시 소에몬",
        'N;LANGUAGE=ja;ALTID=1;SORT-AS="たかはし,そうえもん":髙橋;惣右衛門;;;',
        "N;LANGUAGE=en;ALTID=1:Takahashi;Soemon;;;",
        "ORG;LANGUAGE=ko:돗토리현",
        "TITLE;LANGUAGE=ko;ALTID=1:돗토리현 지사",
        "TITLE;LANGUAGE=ja;ALTID=1:鳥取県知事",
    ]


def test_no_guess_gets_into_an_address_book():
    made = paper.build(facts(), replace(KO, person="p-okazaki")).content

    assert of(made, "FN", "N", "X-PHONETIC-LAST-NAME") == [
        "FN;LANGUAGE=ja:岡﨑 美咲",
        "N;LANGUAGE=ja:岡﨑;美咲;;;",
    ]


def test_phones_and_mails_are_printed_only_where_they_were_asked_for_and_read():
    known = facts(contacts=contacts())

    usual, asked = paper.build(known, KO).content, paper.build(known, WITH).content
    unread = paper.build(facts(), WITH).content

    assert (of(usual, "TEL", "EMAIL"), of(unread, "TEL", "EMAIL")) == ([], [])
    assert len(of(asked, "TEL")) == len(of(asked, "EMAIL")) == 9


@pytest.mark.parametrize(
    ("wish", "many"), [(KO, 9), (replace(KO, body="jiangsu"), 2), (replace(KO, person="p-kim"), 1)]
)
def test_cards_are_of_everybody_of_one_delegation_or_of_one_person(wish, many):
    assert len(of(paper.build(facts(), wish).content, "UID")) == many


def test_who_cannot_be_reached_is_counted():
    assert paper.lacks(facts(contacts=contacts()[:8]), WITH) == (
        "1 person has neither e-mail nor phone here.",
    )
    assert paper.lacks(facts(), KO) == ()


def test_a_list_without_people_is_refused():
    with pytest.raises(Refused, match="Nobody"):
        paper.build(facts(delegations=()), KO)


def test_the_same_people_give_the_same_cards():
    assert paper.build(facts(), KO) == paper.build(facts(), KO)
