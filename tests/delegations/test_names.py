"""Spellings made by rule: suggested, marked, and never over what a person supplied."""

from dataclasses import replace
from typing import Any

import pytest

from interlocal.delegations.commands import names as verbs
from interlocal.delegations.commands import nominations
from interlocal.delegations.models import Delegate, Invitation
from interlocal.delegations.queries import names as queries
from interlocal.delegations.queries.delegation import entered_of
from interlocal.delegations.rules import names
from interlocal.ground.refused import Refused
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def invited(body: str = "gyeongbuk", **others: Any) -> Invitation:
    return scene.invitation(scene.preparation(**others), body)


def who(invitation: Invitation) -> dict[str, Any]:
    return {
        "actor": scene.coordinator(invitation.body.slug),
        "at": scene.NOON,
        "preparation": invitation.preparation.slug,
        "body": invitation.body.slug,
    }


def japanese(invitation: Invitation, **others: Any) -> Delegate:
    return scene.delegate(invitation, "田中", "花子", script_language="ja", language="ja", **others)


@pytest.mark.parametrize(
    ("family", "given", "language", "spelt"),
    [
        ("김", "하늘", "ko", ["Kim Haneul", "Gim Haneul"]),
        ("제갈", "량", "ko", ["Jegal Ryang"]),
        ("欧阳", "娜娜", "zh-Hans", ["Ouyang Nana"]),
        ("吕", "布", "zh-Hans", ["Lyu Bu"]),
        ("さとう", "はな", "ja", ["Sato Hana"]),
        ("Smith", "John", "en", []),
        ("김", "", "ko", ["Kim", "Gim"]),
    ],
)
def test_latin_spellings_follow_the_rules_of_each_language(
    family: str, given: str, language: str, spelt: list[str]
) -> None:
    found = names.latin_for(family=family, given=given, language=language)

    assert [f"{one.family} {one.given}".strip() for one in found] == spelt


def test_readings_are_suggested_for_han_characters_only() -> None:
    kanji = names.reading_for(family="田中", given="花子", language="ja")
    hanja = names.reading_for(family="李", given="在明", language="ko")

    assert (kanji[0].family, kanji[0].given, kanji[0].rule) == ("タナカ", "ハナコ", "japanese-dictionary")
    assert (hanja[0].family, hanja[0].given) == ("이", "재명")
    assert names.reading_for(family="吕", given="布", language="zh-Hans")[0].family == "Lü"
    assert names.reading_for(family="김", given="하늘", language="ko") == ()


def test_a_reading_that_was_supplied_decides_the_spelling() -> None:
    found = names.latin_for(
        family="中島", given="翔", language="ja", reading_family="ナカシマ", reading_given="カケル"
    )

    assert [(one.family, one.given) for one in found] == [("Nakashima", "Kakeru")]


def test_keys_meet_in_both_orders_and_by_kana() -> None:
    found = names.keys_of(
        family="田中", given="花子", language="ja", latin_family="TANAKA", latin_given="Hanako",
        reading_family="タナカ", reading_given="ハナコ",
    )  # fmt: skip

    assert found == ["田中花子", "tanakahanako", "たなかはなこ", "hanakotanaka"]
    assert names.keys_of(family="王", given="伟", language="zh-Hans") == ["王伟"]


def test_filling_in_marks_what_was_generated_and_leaves_what_was_supplied() -> None:
    invitation = invited("tottori")
    bare = japanese(invitation)
    supplied = japanese(invitation, latin_family="TANAKA", latin_given="Kako", latin_origin="supplied")

    filled = verbs.fill_missing(**who(invitation))

    bare, supplied = scene.fresh(bare), scene.fresh(supplied)
    assert filled == 2
    assert (bare.latin_family, bare.latin_origin, bare.reading_given, bare.reading_origin) == (
        "Tanaka", "generated", "ハナコ", "generated",
    )  # fmt: skip
    assert (supplied.latin_given, supplied.latin_origin, supplied.reading_origin) == (
        "Kako",
        "supplied",
        "generated",
    )
    assert "tanakahanako" in bare.name_keys
    assert verbs.fill_missing(**who(invitation)) == 0


def test_a_person_chooses_among_suggestions_and_nothing_else() -> None:
    invitation = invited()
    kim = scene.delegate(invitation)

    verbs.accept(**who(invitation), chosen={str(kim.key): {"latin": ("Gim", "Haneul")}})
    other = scene.delegate(invitation, "박", "바다")
    with pytest.raises(Refused) as refused:
        verbs.accept(**who(invitation), chosen={str(other.key): {"latin": ("Bak", "Robert")}})

    assert (scene.fresh(kim).latin_family, scene.fresh(kim).latin_origin) == ("Gim", "generated")
    assert refused.value.code == "not_suggested"


def test_what_was_supplied_meanwhile_stays() -> None:
    invitation = invited()
    kim = scene.delegate(invitation, latin_family="KIM", latin_given="Sky", latin_origin="supplied")

    filled = verbs.accept(**who(invitation), chosen={str(kim.key): {"latin": ("Kim", "Haneul")}})

    assert filled == 0
    assert scene.fresh(kim).latin_given == "Sky"


def test_what_is_supplied_later_replaces_what_was_generated() -> None:
    invitation = invited()
    kim = scene.delegate(invitation)
    verbs.fill_missing(**who(invitation))
    kim = scene.fresh(kim)

    entered = replace(entered_of(kim), latin_family="KIM", latin_given="Haneul", latin_origin=None)
    nominations.change_delegate(
        **who(invitation), delegate=str(kim.key), version=kim.version, entered=entered
    )

    assert (scene.fresh(kim).latin_family, scene.fresh(kim).latin_origin) == ("KIM", "supplied")


def test_approved_people_are_not_touched_by_their_body() -> None:
    invitation = invited()
    scene.delegate(invitation, state="approved")

    assert verbs.fill_missing(**who(invitation)) == 0
    assert verbs.fill_missing(**{**who(invitation), "actor": scene.secretariat()}) == 1


def test_a_frozen_list_is_not_filled_in() -> None:
    invitation = invited(steps=("invited", "open", "frozen"))

    with pytest.raises(Refused) as refused:
        verbs.fill_missing(**who(invitation))

    assert refused.value.code == "frozen"


def test_somebody_of_another_body_is_not_found() -> None:
    invitation = invited()
    other = japanese(scene.invitation(invitation.preparation, "tottori"))

    with pytest.raises(Delegate.DoesNotExist):
        verbs.accept(**who(invitation), chosen={str(other.key): {"latin": ("Tanaka", "Hanako")}})


def test_the_page_says_what_is_lacking() -> None:
    invitation = invited("tottori")
    japanese(invitation)

    page = queries.names_page(**who(invitation), tongue="ja")

    assert [row.lacks for row in page.rows] == [("latin", "reading")]
    assert [one.family for one in page.rows[0].latin] == ["Tanaka", "Denchu"]
