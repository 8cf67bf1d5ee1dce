"""How many of each diet come to a meal, nobody named."""

from datetime import time
from pathlib import Path
from typing import Any

import pytest

from interlocal.arrangements.commands import meals, programme
from interlocal.delegations.models import Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from tests.arrangements import saying
from tests.arrangements.test_facts import asking, filled
from tests.delegations import scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def meal(made: Preparation, **others: Any) -> int:
    item = programme.Arranged(
        kind="meal",
        title={"en": "Dinner"},
        day=made.from_on,
        starts_at=time(18),
        ends_at=time(20),
        **others,
    )
    return programme.add_item(
        actor=scene.runs(made), at=scene.NOON, preparation=made.slug, once=None, item=item
    )


def counted(made: Preparation, number: int, actor: Any = None) -> meals.MealDiets:
    return meals.count_diets(
        actor=actor or scene.secretariat(), at=scene.NOON, preparation=made.slug, item=number
    )


def test_only_those_at_the_meal_are_counted_and_nobody_is_named() -> None:
    made, kim, fujita = saying.forum()
    asking()
    filled(kim, diet="Vegetarian (김하늘)")
    filled(fujita, diet="no pork")

    everybody = counted(made, meal(made))
    theirs = counted(made, meal(made, bodies=(fujita.body.slug,)))

    assert (everybody.people, everybody.told) == (2, 2)
    assert theirs.diets.counts == (("no pork", 1),)
    assert "김하늘" not in str(everybody)


def test_reading_them_is_told_to_the_journal() -> None:
    made, kim, _fujita = saying.forum()
    asking()
    filled(kim, diet="no pork")
    before = Entry.objects.count()

    counted(made, meal(made))

    assert Entry.objects.count() == before + 2  # the meal, and the reading


def test_an_invited_body_does_not_count_diets() -> None:
    made, _kim, fujita = saying.forum()

    with pytest.raises(Refused) as refusal:
        counted(made, meal(made), scene.coordinator(fujita.body.slug))

    assert refusal.value.code == "not_yours"
