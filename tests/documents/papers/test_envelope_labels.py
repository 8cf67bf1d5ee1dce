"""Labels: whom a letter is for, by the custom of where it goes; nobody's address, post or sex is made up."""

from dataclasses import replace

import pytest

from interlocal.documents.formats import cards
from interlocal.documents.papers import envelope_labels
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from tests.documents.papers.facts import facts

EN = Wish(("en",))


def said(found=None, **options):
    tongue = options.pop("tongue", "en")
    made = envelope_labels.build(found or facts(), Wish((tongue,), options=options))
    return [[plain(line.text) for line in card.lines] for card in made.cards]


def named(contact, body="tottori"):
    one = facts().delegation(body)
    return facts(delegations=(replace(one, contact_name=contact),))


def test_each_office_is_addressed_in_the_language_it_was_invited_in_by_the_custom_of_it():
    assert said(tongue="ko") == [
        ["경상북도 귀중"],
        ["鳥取県 御中", "(돗토리현)"],
        ["江苏省（收）", "(장쑤성)"],
        ["自治体国際化協会ソウル事務所 御中", "(일본자치체국제화협회 서울사무소)"],
        ["사무국 담당", "NEAR Secretariat", "(동북아시아지방정부연합 사무국)"],
    ]


def test_an_office_abroad_is_addressed_in_the_language_of_its_invitation_and_one_without_a_name_in_it_in_its_own():
    clair = replace(facts().delegation("clair-seoul"), country="KR")
    unnamed = replace(clair, invited_language="mn")

    made = said(facts(delegations=(clair, unnamed)), tongue="ja")

    assert made[0] == ["自治体国際化協会ソウル事務所 御中"]
    assert made[1][0] == "일본자치체국제화협회 서울사무소 귀중"


def test_room_for_an_address_is_above_whom_it_is_for_and_in_english_below():
    assert said(named("田中"), address="room")[0][:4] == ["\u00a0", "\u00a0", "鳥取県", "田中 様"]
    assert said(named("Tanaka"), address="room", language="paper")[0] == [
        "Tanaka",
        "Tottori Prefecture",
        "\u00a0",
        "\u00a0",
    ]


@pytest.mark.parametrize(
    ("body", "contact", "lines"),
    [
        ("tottori", "田中", ["鳥取県", "田中 様"]),
        ("gyeongbuk", "박서준", ["경상북도", "박서준 귀하"]),
        ("jiangsu", "李明", ["江苏省", "李明（收）"]),
    ],
)
def test_a_contact_is_addressed_below_the_office(body, contact, lines):
    assert said(named(contact, body))[0][:2] == lines


def test_to_delegates_the_post_stands_above_the_name_and_names_the_government_once():
    made = said(to="delegates", tongue="ko")

    assert made[1:4] == [
        ["경상북도", "국제관계과장", "김민지 귀하"],
        ["경상북도", "주무관", "제갈 하늘 귀하"],
        ["鳥取県知事", "髙橋 惣右衛門 様", "(돗토리현)"],
    ]
    assert made[6] == ["江苏省人民政府外事办公室副主任", "欧阳思远副主任（收）", "(장쑤성)"]


def test_in_english_the_name_comes_first_and_is_the_name_alone():
    assert said(to="delegates", language="paper")[1] == [
        "KIM Minji",
        "Director, International Relations Division",
        "Gyeongsangbuk-do",
    ]


def test_a_delegation_that_gave_no_names_has_no_label_for_delegates():
    assert len(said(to="delegates")) == 9


def test_what_is_missing_is_counted():
    address = "No postal address is on record: labels bear none, and leave room for it if you ask for that."

    assert envelope_labels.lacks(facts(), EN) == (
        address,
        "4 delegations have no contact: their labels are to the office.",
    )
    assert envelope_labels.lacks(facts(), replace(EN, options={"to": "delegates"})) == (
        address,
        "1 delegation gave no names: it gets no label.",
    )


def test_nobody_is_refused():
    with pytest.raises(Refused, match="nobody to print a label"):
        envelope_labels.build(facts(delegations=()), EN)


@pytest.mark.parametrize("to", ["contact", "delegates"])
def test_it_is_printed(to):
    made = envelope_labels.build(facts(), replace(EN, options={"to": to}))

    assert cards.pdf(made).startswith(b"%PDF")
