"""Tasks of preparations as the office's list takes them: a sentence, an address that exists, a day."""

import pytest
from django.test import Client
from django.utils.translation import override

from interlocal.office.views_preparations_tasks import waiting
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db


def _browser(of: str, role: str) -> Client:
    """Whoever the scene's actor is, signed in."""
    return acting.signed_in(scene.user(f"{role}@{of}.example"))


def test_a_task_is_a_sentence_with_an_address_that_answers() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk", state="draft")
    with override("en"):
        found = waiting([scene.secretariat()], scene.NOON)["garok"]

    client: Client = _browser("garok", "secretariat")

    assert [task.says for task in found] == [
        "Forum 2026: 1 invitation to send",
        "Forum 2026: Next step: nominations closed",
    ]
    assert [client.get(task.href).status_code for task in found] == [200, 200]
    assert str(found[0].due_at) == "2026-04-11 18:00:00+09:00"


def test_an_invited_body_is_led_to_its_delegation_or_at_least_to_the_preparation() -> None:
    scene.invitation(scene.preparation(), "gyeongbuk")
    with override("en"):
        found = waiting([scene.coordinator("gyeongbuk")], scene.NOON)["gyeongbuk"]

    client = _browser("gyeongbuk", "coordinator")

    assert [task.says for task in found] == ["Forum 2026: Send the list of your delegation"]
    assert client.get(found[0].href).status_code == 200
