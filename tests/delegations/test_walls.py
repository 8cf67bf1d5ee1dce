"""The second wall: a forgotten filter shows nothing of others, whoever asks and however."""

import pytest
from django.db import ProgrammingError, connection, transaction

from interlocal.delegations.models import Delegate, Invitation
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def two_delegations() -> tuple[Delegate, Delegate]:
    forum = scene.preparation()
    ours = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    theirs = scene.delegate(scene.invitation(forum, "tottori"), "藤田", "悦夫")
    return ours, theirs


def test_the_web_works_as_a_role_that_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_user, rolsuper, rolbypassrls from pg_roles where rolname = current_user"
        )
        who = cursor.fetchone()
        cursor.execute("select count(*) from pg_tables where tableowner = current_user")
        owned = cursor.fetchone()

    assert who == ("interlocal_web", False, False)
    assert owned == (0,)


def test_every_row_without_any_filter_is_only_that_of_the_own_body() -> None:
    ours, _theirs = two_delegations()

    with standing_as(scene.coordinator("gyeongbuk")):
        seen = list(Delegate.objects.all())

    assert seen == [ours]


def test_the_secretariat_sees_all_of_its_preparation_and_nothing_of_another() -> None:
    ours, theirs = two_delegations()
    other = scene.preparation("other-2026", secretariat="busan")
    scene.delegate(scene.invitation(other, "tottori"))

    with standing_as(scene.secretariat()):
        seen = set(Delegate.objects.all())

    assert seen == {ours, theirs}


def test_who_stands_as_nobody_sees_nothing() -> None:
    two_delegations()

    with standing_as(Actor("nobody")):
        assert list(Delegate.objects.all()) == []
        assert list(Invitation.objects.all()) == []


def test_raw_sql_and_joins_see_no_more() -> None:
    ours, _theirs = two_delegations()

    with standing_as(scene.coordinator("gyeongbuk")), connection.cursor() as cursor:
        cursor.execute("select d.id from registry_body b join delegations_delegate d on d.body_id = b.id")
        assert cursor.fetchall() == [(ours.pk,)]


def test_an_update_without_a_filter_changes_only_the_own_rows() -> None:
    _ours, theirs = two_delegations()

    with standing_as(scene.coordinator("gyeongbuk")):
        changed = Delegate.objects.update(family="이")

    assert changed == 1
    assert scene.fresh(theirs).family == "藤田"


def test_nobody_is_entered_for_another_body() -> None:
    ours, theirs = two_delegations()

    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        standing_as(scene.coordinator("gyeongbuk")),
    ):
        Delegate.objects.filter(pk=ours.pk).update(body=theirs.body_id)


def test_a_delegates_link_sees_that_delegate_alone() -> None:
    ours, _theirs = two_delegations()
    scene.delegate(ours.invitation, "박")

    with standing_as(scene.own_page(ours)):
        assert list(Delegate.objects.all()) == [ours]


def test_a_focal_points_link_is_confined_to_its_preparation() -> None:
    ours, _theirs = two_delegations()
    later = scene.preparation("forum-2027")
    scene.delegate(scene.invitation(later, "gyeongbuk"))

    with standing_as(scene.focal(ours.preparation, "gyeongbuk")):
        assert list(Delegate.objects.all()) == [ours]


def test_histories_of_people_are_not_even_read() -> None:
    two_delegations()

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select * from delegations_delegateevent")


def test_standing_as_another_ends_with_the_block() -> None:
    ours, theirs = two_delegations()

    with standing_as(scene.coordinator("gyeongbuk")):
        with standing_as(scene.coordinator("tottori")):
            assert list(Delegate.objects.all()) == [theirs]
        assert list(Delegate.objects.all()) == [ours]


def test_the_journal_cannot_be_rewritten() -> None:
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("update identity_entry set actor = 'somebody else'")
