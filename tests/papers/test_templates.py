"""A body's own templates."""

from typing import Any
from uuid import uuid4

import pytest

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.papers.commands import printings, templates, working
from interlocal.papers.models import Template
from interlocal.papers.queries import templates as queries
from tests import make
from tests.delegations import scene
from tests.owning import owning

pytestmark = pytest.mark.django_db


def uploaded(actor: Actor, content: bytes = b"= Hello", **others: Any) -> int:
    given: dict[str, Any] = {
        "actor": actor,
        "at": make.NOON,
        "once": None,
        "paper": "tiny",
        "format": "typ",
        "name": "ours.typ",
    }
    return templates.upload_template(**{**given, **others}, content=content)


def standing(actor: Actor) -> list[tuple[int, bool]]:
    return [(one.number, one.standing) for one in queries.templates_page(actor=actor).rows]


def test_the_newest_template_stands_and_the_one_before_is_put_away() -> None:
    ours = scene.coordinator("gyeongbuk")

    first, second = uploaded(ours), uploaded(ours, b"= Second")

    assert standing(ours) == [(second, True), (first, False)]
    templates.retire_template(actor=ours, at=make.NOON, number=second)
    templates.reinstate_template(actor=ours, at=make.NOON, number=first)
    assert standing(ours) == [(first, True), (second, False)]


def test_a_file_sent_twice_is_kept_once() -> None:
    ours, once = scene.coordinator("gyeongbuk"), uuid4()

    assert uploaded(ours, once=once) == uploaded(ours, once=once)


def test_another_body_neither_sees_nor_retires_it() -> None:
    number = uploaded(scene.coordinator("gyeongbuk"))
    others = scene.coordinator("tottori")

    assert queries.templates_page(actor=others).rows == ()
    for verb in (templates.retire_template, templates.reinstate_template):
        with pytest.raises(Template.DoesNotExist):
            verb(actor=others, at=make.NOON, number=number)
    with pytest.raises(Template.DoesNotExist):
        queries.template_content(actor=others, number=number)


@pytest.mark.parametrize(
    ("role", "content", "made_as", "code"),
    [
        ("reader", b"x", "typ", "not_yours"),
        ("coordinator", b"", "typ", "template_empty"),
        ("coordinator", b"x" * (10 * 1024 * 1024 + 1), "typ", "template_large"),
        ("coordinator", b"x", "exe", "template_kind"),
    ],
)
def test_what_is_not_taken(role: str, content: bytes, made_as: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        uploaded(scene.actor("gyeongbuk", role), content, format=made_as)

    assert refusal.value.code == code


def test_an_order_uses_the_standing_template_of_its_body_unless_told_not_to() -> None:
    scene.preparation()
    ours = scene.secretariat()
    uploaded(ours, b"= Ours")
    given: dict[str, Any] = {
        "actor": ours,
        "at": make.NOON,
        "preparation": "forum-2026",
        "once": None,
        "paper": "tiny",
        "wish": {"tongues": ["en"]},
        "shows": ("public",),
    }

    for made_as, own in (("pdf", True), ("pdf", False), ("docx", True)):
        printings.ask_printing(**given, format=made_as, own_template=own)
    with owning():
        held = [working.take_next(actor=working.WORKER, at=make.NOON) for _ in range(3)]

    assert [one.template if one else None for one in held] == [("typ", "ours.typ", b"= Ours"), None, None]
