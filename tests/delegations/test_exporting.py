"""Copies of everything about one person."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from interlocal.delegations.commands import exporting, needs, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Delegate
from interlocal.delegations.queries import exporting as queries
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import usual
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NOON = scene.NOON


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def somebody() -> Delegate:
    forum = scene.preparation()
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation=forum.slug,
        version=0,
        asked=[usual("email"), usual("passport")],
    )
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"), post=make.text("국장", "ko"))
    personal.save(
        actor=scene.own_page(one),
        at=NOON,
        preparation=forum.slug,
        delegate=str(one.key),
        typed={"email": "a@b.example", "passport": "M12345678"},
        agreed=Agreed(CURRENT, "ko", ("identity",)),
    )
    return one


def copy(one: Delegate, **others: Any) -> queries.Copy:
    options = {"actor": scene.own_page(one), "at": NOON, **others}
    return exporting.hand_out(preparation=one.preparation.slug, delegate=str(one.key), **options)


def exported(one: Delegate) -> list[dict[str, Any]]:
    rows = Entry.objects.filter(subject_key=str(one.key), verb="data_exported").order_by("id")
    return [row.details for row in rows]


def test_a_copy_holds_name_post_data_and_consent() -> None:
    one = somebody()

    tree = copy(one).tree

    assert (tree["person"][0]["family"], tree["person"][0]["post"]) == ("김", {"ko": "국장"})
    assert {row["field"]: row["value"] for row in tree["data"]} == {
        "email": "a@b.example",
        "passport": "M12345678",
    }
    assert [row["fields"] for row in tree["consents"]] == [["passport"]]


def test_a_copy_is_exactly_one_line_of_the_journal() -> None:
    one = somebody()

    copy(one)

    assert exported(one) == [
        {
            "body": "gyeongbuk",
            "fields": ["email", "passport"],
            "where": "export",
            "purpose": "own",
            "preparation": "forum-2026",
        }
    ]


def test_a_copy_holds_who_read_before() -> None:
    one = somebody()
    copy(one, actor=scene.secretariat(), reason="audit")

    assert [(row["by"], row["purpose"]) for row in copy(one).tree["readings"]] == [
        ("secretariat@garok.example", "audit")
    ]


def test_staff_say_why() -> None:
    one = somebody()

    with pytest.raises(Refused) as caught:
        copy(one, actor=scene.coordinator("gyeongbuk"))

    assert (caught.value.code, caught.value.field, exported(one)) == ("no_reason", "reason", [])


def test_a_reader_gets_no_copy_and_another_body_finds_nobody() -> None:
    one = somebody()
    scene.invitation(one.preparation, "tottori")

    with pytest.raises(Refused):
        copy(one, actor=scene.reader("gyeongbuk"), reason="audit")
    with pytest.raises(Delegate.DoesNotExist):
        copy(one, actor=scene.coordinator("tottori"), reason="audit")


def ticket(one: Delegate) -> str:
    return exporting.make_ticket(
        actor=scene.coordinator("gyeongbuk"), at=NOON, preparation="forum-2026", delegate=str(one.key)
    )


def test_a_link_opens_the_copy_once() -> None:
    one = somebody()
    opened = queries.open_ticket(token=ticket(one), at=NOON + timedelta(hours=23))

    first = copy(one, actor=opened.actor, once=opened.once)
    with pytest.raises(Refused) as caught:
        copy(one, actor=opened.actor, once=opened.once)

    assert first.tree["person"][0]["family"] == "김"
    assert (caught.value.code, len(exported(one))) == ("used", 1)


def test_a_link_ends_after_a_day_and_an_altered_one_opens_nothing() -> None:
    token = ticket(somebody())

    with pytest.raises(queries.TicketOver):
        queries.open_ticket(token=token, at=NOON + timedelta(hours=24))
    with pytest.raises(queries.TicketOver):
        queries.open_ticket(token=token[:-1] + ("a" if token[-1] != "a" else "b"), at=NOON)


def test_the_tables_are_worded() -> None:
    one = somebody()

    sections = {section.name: section.rows for section in copy(one).sections}

    assert [(str(label), said) for label, said in sections["data"][1] if str(label) in ("item", "value")] == [
        ("item", "passport number"),
        ("value", "M12345678"),
    ]
