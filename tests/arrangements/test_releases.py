"""Letting a programme out, and telling those whom its changes concern."""

from datetime import time
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from interlocal.arrangements.commands import programme, releases
from interlocal.arrangements.models import Release
from interlocal.arrangements.queries import releases as queries
from interlocal.arrangements.queries.own_programme import own_days
from interlocal.delegations.models import Invitation, Mail, Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.owning import owning

pytestmark = pytest.mark.django_db


def add(found: Preparation, title: str, hour: int, **others: Any) -> int:
    item = programme.Arranged(
        kind="lecture",
        title={"en": title, "ko": f"{title} 가"},
        day=found.from_on,
        starts_at=time(hour),
        ends_at=time(hour + 1),
        **others,
    )
    return programme.add_item(
        actor=scene.runs(found), at=scene.NOON, preparation=found.slug, once=None, item=item
    )


def release(found: Preparation, **others: Any) -> int:
    said = {
        "actor": scene.runs(found),
        "at": scene.NOON,
        "note": "",
        "is_public": False,
        "once": None,
    } | others
    return releases.release(preparation=found.slug, **said)


def invited() -> Preparation:
    found = scene.preparation()
    for of, language in (("gyeongbuk", "ko"), ("tottori", "ja")):
        scene.invitation(found, of, language=language, contact_email=f"desk@{of}.example", contact_name=of)
    return found


def test_a_programme_is_released_and_stays_as_it_was() -> None:
    found = invited()
    number = add(found, "Welcome", 9)

    first = release(found)
    programme.remove_item(actor=scene.runs(found), at=scene.NOON, preparation=found.slug, number=number)

    sheet = queries.released(actor=scene.runs(found), preparation=found.slug)
    assert sheet is not None
    assert (first, sheet.number, [str(item.title) for item in sheet.items]) == (1, 1, ["Welcome"])


def test_the_database_changes_no_release() -> None:
    found = invited()
    add(found, "Welcome", 9)
    release(found)

    with pytest.raises(DatabaseError), transaction.atomic(), owning():
        Release.objects.update(note="other")


def test_the_same_programme_is_not_released_twice() -> None:
    found = invited()
    add(found, "Welcome", 9)
    release(found)

    with pytest.raises(Refused) as refusal:
        release(found)

    assert refusal.value.code == "nothing_changed"


def test_an_empty_programme_is_not_released() -> None:
    found = invited()

    with pytest.raises(Refused) as refusal:
        release(found)

    assert refusal.value.code == "nothing_to_release"


def test_only_the_secretariat_releases() -> None:
    found = invited()
    add(found, "Welcome", 9)

    with pytest.raises(Refused) as refusal:
        release(found, actor=scene.coordinator("tottori"))

    assert refusal.value.code == "not_yours"
    assert not Release.objects.exists()


def test_a_form_sent_twice_releases_once() -> None:
    found = invited()
    add(found, "Welcome", 9)
    once = uuid4()

    numbers = [release(found, once=once), release(found, once=once)]

    assert numbers == [1, 1]
    assert Release.objects.count() == 1


def test_a_public_release_is_news_for_public_pages_and_an_inner_one_is_not() -> None:
    found = invited()
    add(found, "Welcome", 9)
    release(found)
    release(found, is_public=True)

    lines = Entry.objects.filter(verb="released").order_by("id").values_list("public", flat=True)

    assert list(lines) == [False, True]
    assert queries.public(slug=found.slug).number == 2


def test_only_those_are_told_whom_a_change_concerns() -> None:
    found = invited()
    with standing_as(scene.runs(found)):
        for one in Invitation.objects.filter(preparation=found):
            scene.delegate(one, state="approved")
    add(found, "Welcome", 9)
    only = add(found, "Visit", 11, bodies=("tottori",))
    release(found)
    values = programme.put_item(
        actor=scene.runs(found),
        at=scene.NOON,
        preparation=found.slug,
        number=only,
        version=1,
        day=found.from_on,
        starts_at=time(11, 30),
        track=0,
    )
    release(found)

    count = releases.tell(
        actor=scene.runs(found),
        at=scene.NOON,
        preparation=found.slug,
        once=None,
        number=2,
        page=lambda body, tongue: f"https://x/{tongue}/{body}",
    )

    with standing_as(scene.runs(found)):
        (mail,) = Mail.objects.all()
    assert (count, values, mail.to_email, mail.language, mail.kind) == (
        1,
        2,
        "desk@tottori.example",
        "ja",
        "programme",
    )
    assert "11:00" in mail.text
    assert "11:30" in mail.text
    assert "Welcome" not in mail.text
    assert "https://x/ja/tottori" in mail.text


def test_invited_bodies_read_the_release_without_plan_b_and_strangers_nothing() -> None:
    found = invited()
    add(found, "Welcome", 9, plan_b={"en": "Indoors"}, contact="Kim")
    release(found)

    theirs = queries.released(actor=scene.coordinator("tottori"), preparation=found.slug)

    assert theirs is not None
    assert [(item.plan_b, item.contact) for item in theirs.items] == [(None, "Kim")]
    with pytest.raises(Preparation.DoesNotExist):
        queries.released(actor=scene.coordinator("busan"), preparation=found.slug)


def test_a_body_whose_invitation_was_not_sent_sees_nothing() -> None:
    found = invited()
    add(found, "Welcome", 9)
    release(found)
    with standing_as(scene.runs(found)):
        Invitation.objects.filter(body__slug="tottori").update(state="draft")

    with pytest.raises(Preparation.DoesNotExist):
        queries.released(actor=scene.coordinator("tottori"), preparation=found.slug)


def test_a_delegate_sees_the_own_items_of_the_newest_release_and_what_is_new() -> None:
    found = invited()
    gyeongbuk, tottori = invitations(found)
    kim, sato = scene.delegate(gyeongbuk, state="approved"), scene.delegate(tottori, state="approved")
    add(found, "Welcome", 9)
    assert own_days(actor=scene.own_page(kim), preparation=found.slug, tongue="en") is None
    add(found, "Visit", 11, bodies=("tottori",))
    release(found)

    mine = own_days(actor=scene.own_page(kim), preparation=found.slug, tongue="en")
    theirs = own_days(actor=scene.own_page(sato), preparation=found.slug, tongue="en")

    assert titles(mine) == [("Welcome", False)]
    assert titles(theirs) == [("Welcome", False), ("Visit", False)]


def invitations(found: Preparation) -> list[Invitation]:
    with standing_as(scene.runs(found)):
        return list(
            Invitation.objects.filter(preparation=found).select_related("body").order_by("body__slug")
        )


def titles(days: Any) -> list[tuple[str, bool]]:
    return [(item.title.text, item.is_news) for day in days for item in day.items]
