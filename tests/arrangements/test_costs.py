"""What was spent."""

from decimal import Decimal
from uuid import uuid4

import pytest

from interlocal.arrangements.commands import costs as verbs
from interlocal.arrangements.models import Cost
from interlocal.arrangements.queries import costs as queries
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import CostSaid
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Preparation
from interlocal.ground.refused import Refused
from tests.arrangements import saying
from tests.delegations import scene

BUS = CostSaid({"ko": "버스", "en": "Bus"}, Decimal("1200000.50"), "KRW", "two days")


def added(cost: CostSaid = BUS) -> int:
    return verbs.add_cost(**saying.asked(), once=None, cost=cost)


def page() -> queries.CostsPage:
    return queries.costs_page(actor=scene.secretariat(), preparation=saying.SLUG, tongue="en")


@pytest.mark.parametrize(
    ("cost", "code"),
    [
        (CostSaid({"en": " "}), "no_title"),
        (CostSaid({"en": "Bus"}, Decimal("-0.01"), "KRW"), "below_nothing"),
        (CostSaid({"en": "Bus"}, Decimal("NaN"), "KRW"), "below_nothing"),
        (CostSaid({"en": "Bus"}, Decimal("Infinity"), "KRW"), "below_nothing"),
        (CostSaid({"en": "Bus"}, Decimal("1e12"), "KRW"), "too_much"),
        (CostSaid({"en": "Bus"}, Decimal("0.001"), "KRW"), "too_fine"),
        (CostSaid({"en": "Bus"}, Decimal(5)), "no_currency"),
        (CostSaid({"en": "Bus"}, Decimal(5), "WON"), "unknown_currency"),
        (CostSaid({"en": "Bus"}, Decimal(5), "krw"), "unknown_currency"),
        (CostSaid({"en": "Bus"}, note="a" * 301), "too_long"),
        (CostSaid({"en": "a" * 301}), "too_long"),
    ],
)
def test_what_is_no_line_of_spending_is_refused(cost: CostSaid, code: str) -> None:
    refused = rules.obstacle_to_cost(cost)

    assert refused is not None
    assert refused.code == code


@pytest.mark.django_db
def test_spending_is_summed_by_currency() -> None:
    saying.forum()
    added(), added(CostSaid({"en": "Gifts"}, Decimal(300), "CNY"))
    added(CostSaid({"en": "Dinner"}, Decimal("0.50"), "KRW")), added(CostSaid({"en": "Hall"}))

    found = page()

    assert [row.title.text for row in found.rows] == ["Bus", "Gifts", "Dinner", "Hall"]
    assert found.totals == (("KRW", Decimal("1200001.00")), ("CNY", Decimal(300)))
    assert (found.open, found.runs) == (1, True)


@pytest.mark.django_db
def test_a_line_is_entered_once_changed_moved_struck_and_put_back() -> None:
    saying.forum()
    once = uuid4()
    [number] = {verbs.add_cost(**saying.asked(), once=once, cost=BUS) for _ in range(2)}
    other = added(CostSaid({"en": "Hall"}))

    verbs.change_cost(
        **saying.asked(), number=number, version=1, cost=CostSaid({"en": "Coach"}, Decimal(7), "JPY")
    )
    verbs.move_cost(**saying.asked(), number=other, later=False)
    said = verbs.remove_cost(**saying.asked(), number=number)
    left = [row.title.text for row in page().rows]
    back = added(said)

    assert left == ["Hall"]
    now, version = queries.cost(actor=scene.secretariat(), preparation=saying.SLUG, number=back)
    assert (now.amount, now.currency, now.title["en"], now.title["ko"]) == (Decimal(7), "JPY", "Coach", "")
    assert (version, [row.title.text for row in page().rows]) == (1, ["Hall", "Coach"])


@pytest.mark.django_db
def test_a_stale_form_changes_nothing() -> None:
    saying.forum()
    number = added()
    verbs.change_cost(**saying.asked(), number=number, version=1, cost=CostSaid({"en": "Coach"}))

    with pytest.raises(Changed) as caught:
        verbs.change_cost(**saying.asked(), number=number, version=1, cost=BUS)

    assert caught.value.version == 2
    assert caught.value.yours["amount"] == BUS.amount
    assert page().rows[0].title.text == "Coach"


@pytest.mark.django_db
def test_only_the_secretariat_enters_spending_and_only_of_its_own_edition() -> None:
    saying.forum()
    number = added()
    scene.preparation("other")

    for who in (scene.coordinator("gyeongbuk"), scene.reader("garok")):
        with pytest.raises(Refused):
            verbs.add_cost(**saying.asked(who), once=None, cost=BUS)
        with pytest.raises(Refused):
            verbs.change_cost(**saying.asked(who), number=number, version=1, cost=BUS)
        with pytest.raises(Refused):
            verbs.remove_cost(**saying.asked(who), number=number)
        with pytest.raises(Refused):
            verbs.move_cost(**saying.asked(who), number=number, later=True)
    with pytest.raises(Preparation.DoesNotExist):
        queries.costs_page(actor=scene.coordinator("gyeongbuk"), preparation=saying.SLUG, tongue="en")
    with pytest.raises(Cost.DoesNotExist):
        verbs.remove_cost(**{**saying.asked(), "preparation": "other"}, number=number)
