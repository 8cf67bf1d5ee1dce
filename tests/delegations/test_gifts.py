"""The register of gifts, and what the Korean law asks of a public servant."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from interlocal.delegations.commands import gifts as commands
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries import gifts as queries
from interlocal.delegations.rules import gifts
from interlocal.ground.refused import Refused
from tests.delegations import scene

VASE = commands.GiftValues(
    body="tottori",
    to_body="gyeongbuk",
    giver="鳥取県知事",
    receiver="경상북도지사",
    what="白磁の花瓶",
    value=Decimal(30000),
    currency="JPY",
)


def given(**others: Any) -> gifts.Given:
    values = {
        "to_country": "KR",
        "from_country": "JP",
        "value": Decimal(100),
        "currency": "USD",
        "given_on": None,
        "reported_on": None,
        "handed_over_on": None,
    }
    return gifts.Given(**{**values, **others})


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "report"),
        ({"value": Decimal("99.99")}, ""),
        ({"value": Decimal(100_000), "currency": "KRW"}, "report"),
        ({"value": Decimal(99_999), "currency": "KRW"}, ""),
        ({"currency": "JPY"}, "convert"),
        ({"value": None}, "unvalued"),
        ({"to_country": "JP", "from_country": "KR"}, ""),
        ({"from_country": "KR"}, ""),
        ({"reported_on": date(2026, 6, 11)}, "hand_over"),
        ({"reported_on": date(2026, 6, 11), "handed_over_on": date(2026, 6, 12)}, "done"),
    ],
)
def test_a_gift_from_abroad_is_reported_from_the_korean_threshold_on(
    facts: dict[str, Any], expected: str
) -> None:
    assert gifts.warning(given(**facts)) == expected


@pytest.mark.django_db
def test_a_gift_is_registered_once_however_often_the_form_is_sent() -> None:
    made, who, once = scene.preparation(), scene.secretariat(), uuid4()
    scene.body("tottori"), scene.body("gyeongbuk")

    for _click in range(2):
        commands.register_gift(actor=who, at=scene.NOON, preparation=made.slug, once=once, gift=VASE)

    page = queries.gifts_page(actor=who, preparation=made.slug, tongue="ko")
    assert [(row.what, row.warning) for row in page.rows] == [("白磁の花瓶", "convert")]


@pytest.mark.django_db
def test_a_gift_changed_by_another_meanwhile_is_shown_in_both_versions() -> None:
    made, who = scene.preparation(), scene.secretariat()
    scene.body("tottori"), scene.body("gyeongbuk")
    asked = {"actor": who, "at": scene.NOON, "preparation": made.slug}
    number = commands.register_gift(**asked, once=None, gift=VASE)
    commands.change_gift(**asked, number=number, version=1, gift=replace(VASE, what="花瓶"))

    with pytest.raises(Changed) as changed:
        commands.change_gift(**asked, number=number, version=1, gift=replace(VASE, what="壺"))

    assert (changed.value.theirs["what"], changed.value.yours["what"]) == ("花瓶", "壺")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"what": " "}, "gift_nameless"),
        ({"to_body": "tottori"}, "gift_to_itself"),
        ({"value": Decimal(-1)}, "gift_below_nothing"),
        ({"currency": "XYZ"}, "gift_currency"),
        ({"given_on": date(2026, 6, 11), "handed_over_on": date(2026, 6, 10)}, "gift_handed_over_before"),
    ],
)
def test_what_makes_no_sense_is_refused(values: dict[str, Any], code: str) -> None:
    made = scene.preparation()
    scene.body("tottori"), scene.body("gyeongbuk")

    with pytest.raises(Refused) as refused:
        commands.register_gift(
            actor=scene.secretariat(),
            at=scene.NOON,
            preparation=made.slug,
            once=None,
            gift=replace(VASE, **values),
        )

    assert refused.value.code == code


@pytest.mark.django_db
def test_the_register_is_the_secretariats() -> None:
    made = scene.preparation()
    scene.invitation(made, "gyeongbuk")

    with pytest.raises(Preparation.DoesNotExist):
        queries.gifts_page(actor=scene.coordinator("gyeongbuk"), preparation=made.slug, tongue="en")
