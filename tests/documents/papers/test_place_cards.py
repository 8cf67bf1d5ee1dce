"""Place cards: each as its own country writes it, with a second line that says something new."""

from dataclasses import replace

import pytest

from interlocal.documents.formats import cards
from interlocal.documents.papers import place_cards
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts

EN = Wish(("en",))


def said(person, **wish):
    options = {"second": wish.pop("second", "latin")}
    made = place_cards.build(facts(), Wish(wish.pop("tongues", ("en",)), person=person, options=options))
    return [plain(line.text) for line in made.cards[0].lines]


def test_above_each_name_stands_the_post_in_its_own_language_and_a_japanese_one_has_様():
    assert said("p-kim") == ["경상북도 국제관계과장", "김민지", "KIM Minji"]
    assert said("p-sato") == ["鳥取県　主事", "佐藤 太郎 様", "SATO Taro"]
    assert said("p-ouyang") == ["江苏省人民政府外事办公室副主任", "欧阳思远", "OUYANG Siyuan"]


def test_a_government_that_the_post_names_is_not_named_again():
    assert said("p-takahashi")[0] == "鳥取県知事"


@pytest.mark.parametrize(
    ("second", "person", "last"),
    [
        ("post", "p-ouyang", "Deputy Director-General"),
        ("body", "p-ouyang", "Jiangsu Province"),
        # Where what was asked for is on the card already, the next that is not, if there is any.
        ("latin", "p-fitzgerald", "Alexandra Fitzgerald-Montgomery"),
        ("post", "p-jegal", "JEGAL Haneul"),
    ],
)
def test_the_second_line_is_chosen_and_never_says_the_same_again(second, person, last):
    assert said(person, second=second)[-1] == last


def test_in_the_languages_of_the_paper_a_name_has_what_their_custom_adds():
    assert said("p-kim", second="language", tongues=("ja", "ko"))[-1] == "キム・ミンジ 様"
    assert said("p-takahashi", second="language", tongues=("ko",))[-1] == "다카하시 소에몬"


def test_a_second_line_in_two_languages_is_two_lines():
    assert said("p-ouyang", second="body", tongues=("ko", "en"))[1:] == [
        "欧阳思远",
        "장쑤성",
        "Jiangsu Province",
    ]


def names(made):
    return [plain(next(line.text for line in card.lines if line.role == "name")) for card in made.cards]


def test_for_an_item_those_who_take_part_get_a_card():
    assert names(place_cards.build(facts(), replace(EN, item=5))) == [
        "南宮敏秀",
        "髙橋 惣右衛門 様",
        "欧阳思远",
    ]


def test_an_item_and_a_delegation_narrow_together():
    assert names(place_cards.build(facts(), replace(EN, item=5, body="jiangsu"))) == ["欧阳思远"]


def test_at_a_meal_the_table_of_each_stands_in_the_corner():
    made = place_cards.build(facts(), replace(EN, item=4))

    assert [plain(card.corner) for card in made.cards][:5] == ["Table 1", "Table 2", "", "Table 1", "Table 2"]


def test_the_table_of_another_meal_is_not_printed():
    made = place_cards.build(facts(), replace(EN, item=1, body="gyeongbuk"))

    assert {plain(card.corner) for card in made.cards} == {""}


def test_who_sent_a_number_is_known_by_what_it_is_called():
    made = place_cards.build(facts(), replace(EN, body="near"))

    assert [([plain(line.text) for line in card.lines], plain(card.corner)) for card in made.cards] == [
        (["참가자", "동북아시아지방정부연합 사무국", "NEAR Secretariat"], f"{number} / 3")
        for number in (1, 2, 3)
    ]


def test_an_item_that_is_gone_and_one_where_nobody_is_are_refused():
    with pytest.raises(Refused, match="no such item"):
        place_cards.build(facts(), replace(EN, item=99))
    with pytest.raises(Refused, match="nobody to print"):
        place_cards.build(facts(), replace(EN, item=3, body="tottori"))


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",)])
def test_it_is_printed(tongues):
    assert cards.pdf(place_cards.build(facts(), Wish(tongues))).startswith(b"%PDF")
