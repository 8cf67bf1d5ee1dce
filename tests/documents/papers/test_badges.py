"""Badges: everybody's name, what they come as, and a code that only the desk reads."""

from dataclasses import replace
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest

from interlocal.delegations.rules.checkins import read_code, whole_code
from interlocal.documents.formats import cards
from interlocal.documents.papers import badges
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import big, facts

EN = Wish(("en",))


def keyed(found):
    """With keys as the record has them."""

    def alike(one):
        return replace(one, key=str(uuid5(NAMESPACE_DNS, one.key)))

    return replace(
        found,
        delegations=tuple(replace(one, people=tuple(map(alike, one.people))) for one in found.delegations),
    )


def said(card):
    return [(line.role, plain(line.text)) for line in card.lines]


def test_a_badge_says_body_name_latin_and_post_and_what_somebody_comes_as():
    made = badges.build(facts(), replace(EN, person="p-takahashi"))

    assert [said(card) for card in made.cards] == [
        [
            ("body", "Tottori Prefecture"),
            ("name", "髙橋 惣右衛門"),
            ("second", "TAKAHASHI Soemon"),
            ("post", "Governor of Tottori Prefecture"),
        ]
    ]
    assert (plain(made.cards[0].band), made.cards[0].colour) == ("Head of delegation", "#8a1538")
    assert plain(made.event) == "27th Korea–China–Japan Local Government Conference"


def test_in_two_languages_body_and_post_stand_twice_and_the_name_once():
    made = badges.build(facts(), Wish(("ko", "ja"), person="p-kim"))

    assert [text for _role, text in said(made.cards[0])] == [
        "경상북도",
        "慶尚北道",
        "김민지",
        "KIM Minji",
        "국제관계과장",
        "国際関係課長",
    ]
    assert plain(made.event) == "제27회 한중일 지방정부 교류회의 / 第27回日中韓地方政府交流会議"


def test_a_name_in_latin_letters_is_not_said_again():
    made = badges.build(facts(), replace(EN, person="p-fitzgerald"))

    assert [role for role, _text in said(made.cards[0])] == ["body", "name", "post"]


def test_no_badge_has_the_mark_of_a_guess():
    made = badges.build(facts(), EN)

    assert {run.style for run in cards.runs(made)} == {""}


def test_the_code_is_that_of_the_desk_and_holds_the_key_alone():
    found = keyed(facts())
    key = found.people()[1].key

    [card] = badges.build(found, replace(EN, person=key)).cards

    assert card.qr == f"IL:{whole_code(UUID(key))}"
    assert read_code(card.qr) == whole_code(UUID(key))
    assert card.qr_alt == "Code for checking in"


def test_badges_can_be_without_the_code():
    made = badges.build(keyed(facts()), replace(EN, options={"code": "without"}))

    assert {card.qr for card in made.cards} == {""}


def test_every_role_has_a_colour_and_a_word_of_its_own():
    roles = ("head", "deputy", "member", "interpreter", "press", "staff")
    one = facts().delegations[1]
    people = tuple(replace(one.people[0], key=part, part=part) for part in roles)

    made = badges.build(facts(delegations=(replace(one, people=people),)), EN)

    assert [plain(card.band) for card in made.cards] == [
        "Head of delegation",
        "Deputy head",
        "Member",
        "Interpreter",
        "Press",
        "Staff",
    ]
    assert len({card.colour for card in made.cards}) == len(roles)


def test_languages_are_named_as_they_name_themselves():
    made = badges.build(facts(), replace(EN, person="p-fitzgerald"))

    assert plain(made.cards[0].corner) == "English\n日本語\n한국어"


def test_who_sent_a_number_gets_as_many_numbered_badges_to_write_on():
    made = badges.build(facts(), replace(EN, body="near"))

    assert [plain(card.corner) for card in made.cards] == ["1 / 3", "2 / 3", "3 / 3"]
    assert {(said(card)[0], plain(card.band), card.qr) for card in made.cards} == {
        (("body", "NEAR Secretariat"), "Participant", "")
    }


@pytest.mark.parametrize(
    "wish", [EN, replace(EN, body="busan"), replace(EN, person="p-nobody")], ids=["all", "body", "person"]
)
def test_nobody_is_refused_in_a_sentence(wish):
    found = facts(delegations=()) if wish == EN else facts()

    with pytest.raises(Refused, match="There is nobody to print a card for"):
        badges.build(found, wish)


def test_what_the_record_lacks_is_counted_before_printing():
    assert badges.PAPER.lacks(facts(), EN) == (
        "3 cards have no name: their delegations gave only a number.",
        "2 spellings in Latin letters are not confirmed by their owners.",
    )


@pytest.mark.parametrize("tongues", [("ko",), ("ja",), ("zh-Hans",), ("en",), ("ko", "zh-Hans")])
def test_the_same_input_gives_the_same_bytes(tongues):
    first, second = (cards.pdf(badges.build(keyed(facts()), Wish(tongues))) for _ in range(2))

    assert first == second


def test_a_thousand_are_built_without_looking_anything_up_twice():
    made = badges.build(keyed(big()), EN)

    assert (len(made.cards), len({card.qr for card in made.cards})) == (1000, 1000)
