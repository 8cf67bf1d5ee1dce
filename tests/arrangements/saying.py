"""A forum with two delegations, an item and what is arranged around it: for scenes of words, places and papers."""

from typing import Any

from interlocal.arrangements.models import Resource
from interlocal.delegations.models import Delegate, PlannedItem, Preparation
from interlocal.ground.texts import Localised, localised
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene

NOON = scene.NOON
SLUG = "forum-2026"


def text(words: str, **others: str) -> Localised:
    return localised("en", {"en": words, **others})


def forum(**others: Any) -> tuple[Preparation, Delegate, Delegate]:
    """GAROK runs it; one of Gyeongbuk, one of Tottori, both approved."""
    made = scene.preparation(**others)
    kim = scene.delegate(scene.invitation(made, "gyeongbuk"), state="approved", part="head", grade="head")
    fujita = scene.delegate(
        scene.invitation(made, "tottori", language="ja"),
        "藤田",
        "悦夫",
        state="approved",
        script_language="ja",
        language="ja",
    )
    return made, kim, fujita


def asked(actor: Actor | None = None) -> dict[str, Any]:
    """What every verb is asked with; by the secretariat unless said otherwise."""
    return {"actor": actor or scene.secretariat(), "at": NOON, "preparation": SLUG}


def item(preparation: Preparation, title: str = "Dinner", **others: Any) -> PlannedItem:
    with standing_as(scene.runs(preparation)):
        return PlannedItem.objects.create(
            preparation=preparation, title=text(title), **{"kind": "meal", "day": 0, **others}
        )


def resource(
    preparation: Preparation, kind: str, name: str, capacity: int | None = 4, **others: Any
) -> Resource:
    with standing_as(scene.runs(preparation)):
        return Resource.objects.create(
            preparation=preparation, kind=kind, name=text(name), capacity=capacity, **others
        )


def rows(preparation: Preparation, model: Any, **filters: Any) -> list[Any]:
    """Of one preparation, whoever may see them."""
    with standing_as(scene.runs(preparation)):
        return list(model.objects.filter(preparation=preparation, **filters).order_by("pk"))
