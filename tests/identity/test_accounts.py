"""Accounts: how they come, how a link lets in once, and who is kept out."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import override_settings

from interlocal.ground.refused import Refused
from interlocal.identity import commands, queries, rules
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry, User
from interlocal.ops import accounts, main
from tests import make

pytestmark = pytest.mark.django_db

ADMIN = Actor("Admin", is_administrator=True)
PASSWORD = "a boat in the harbour"


def verbs() -> list[str]:
    return list(Entry.objects.order_by("id").values_list("verb", flat=True))


def test_an_invited_person_has_an_account_without_a_password() -> None:
    invited = commands.invite(
        actor=ADMIN, email=" Kim@GB.example ", name="김하늘", language="ko", at=make.NOON
    )

    user = User.objects.get(pk=invited.user)
    assert (user.email, user.name, user.language) == ("kim@gb.example", "김하늘", "ko")
    assert user.has_usable_password() is False
    assert queries.reads_link(token=invited.token, at=make.NOON).id == user.pk
    assert verbs() == ["invited"]


def test_who_has_an_account_is_found_and_gets_no_second_one() -> None:
    known = make.user("kim@gb.example", password=PASSWORD)

    again = commands.invite(actor=ADMIN, email="KIM@gb.example", name="Other", language="en", at=make.NOON)

    assert again == commands.Invited(known.pk, "")
    assert (User.objects.count(), verbs()) == (1, [])


@pytest.mark.parametrize("email", ["", "kim", "kim@", "kim@gb example", "a\nb@gb.example"])
def test_what_is_no_address_gets_no_account(email: str) -> None:
    with pytest.raises(Refused) as refused:
        commands.invite(actor=ADMIN, email=email, name="", language="", at=make.NOON)

    assert (refused.value.code, refused.value.field, User.objects.count()) == ("no_address", "email", 0)


@pytest.mark.parametrize(
    ("roles", "code"),
    [
        ({"coordinator"}, None),
        ({"secretariat"}, None),
        ({"approver"}, None),
        ({"reader"}, "may_not_invite"),
        (set(), "may_not_invite"),
    ],
)
def test_administrators_and_those_who_give_mandates_invite(roles: set[str], code: str | None) -> None:
    obstacle = rules.obstacle_to_inviting(actor=Actor("Kim", 1, 1, "gyeongbuk", frozenset(roles)))

    assert (obstacle.code if obstacle else None) == code


def test_a_link_sets_the_password_once() -> None:
    invited = commands.invite(actor=ADMIN, email="kim@gb.example", name="Kim", language="", at=make.NOON)

    commands.set_password(actor=Actor("Kim"), token=invited.token, password=PASSWORD, at=make.NOON)

    assert User.objects.get().check_password(PASSWORD)
    with pytest.raises(ObjectDoesNotExist):
        commands.set_password(actor=Actor("Kim"), token=invited.token, password="another", at=make.NOON)
    assert User.objects.get().check_password(PASSWORD)
    assert verbs() == ["invited", "password_set"]


@pytest.mark.parametrize(
    ("purpose", "lasts"), [("invitation", timedelta(days=7)), ("reset", timedelta(hours=2))]
)
def test_a_link_ends_by_itself(purpose: str, lasts: timedelta) -> None:
    user = make.user("kim@gb.example", password=PASSWORD)
    token = (
        commands.forget_password(actor=ADMIN, email=user.email, at=make.NOON)
        if purpose == "reset"
        else commands.renew_link(actor=ADMIN, user=user.pk, at=make.NOON).token
    )

    assert queries.reads_link(token=token, at=make.NOON + lasts).id == user.pk
    with pytest.raises(ObjectDoesNotExist):
        queries.reads_link(token=token, at=make.NOON + lasts + timedelta(seconds=1))


@pytest.mark.parametrize("change", ["altered", "cut", "closed", "signed_in", "address"])
def test_a_link_ends_with_what_it_was_made_for(change: str) -> None:
    user = make.user("kim@gb.example", password=PASSWORD)
    token = commands.renew_link(actor=ADMIN, user=user.pk, at=make.NOON).token
    given = {"altered": token[:-1] + ("a" if token[-1] != "a" else "b"), "cut": token[:-5]}.get(change, token)
    changes = {
        "closed": {"is_active": False},
        "signed_in": {"last_login": make.NOON},
        "address": {"email": "lee@gb.example"},
    }
    User.objects.filter(pk=user.pk).update(**changes.get(change, {"name": "Kim"}))

    with pytest.raises(ObjectDoesNotExist):
        queries.reads_link(token=given, at=make.NOON)


def test_who_forgot_a_password_that_is_not_there_gets_nothing() -> None:
    make.user("demo@gb.example", password=PASSWORD, is_demo=True)

    tokens = [
        commands.forget_password(actor=ADMIN, email=email, at=make.NOON)
        for email in ("nobody@gb.example", "demo@gb.example")
    ]

    assert tokens == ["", ""]


def test_passwords_are_kept_as_argon2id_at_the_strength_we_name() -> None:
    user = make.user(password=PASSWORD)

    assert user.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


@pytest.mark.parametrize(
    ("active", "demo", "takes", "code"),
    [
        (True, False, False, None),
        (False, False, True, "account_closed"),
        (True, True, True, None),
        (True, True, False, "demo_account"),
    ],
)
def test_closed_accounts_and_those_of_the_demonstration_stay_out(
    active: bool, demo: bool, takes: bool, code: str | None
) -> None:
    user = make.user(is_demo=demo)
    user.is_active = active

    with override_settings(TAKES_DEMO=takes):
        obstacle = queries.obstacle_to_signing_in(user)

    assert (obstacle.code if obstacle else None) == code


def test_nobody_closes_their_own_account_and_only_administrators_close_others() -> None:
    user = make.user()

    for actor, code in (
        (Actor("Admin", user.pk, is_administrator=True), "own_account"),
        (Actor("Kim", user.pk + 1), "no_administrator"),
    ):
        with pytest.raises(Refused) as refused:
            commands.close(actor=actor, user=user.pk, at=make.NOON)
        assert refused.value.code == code
    commands.close(actor=ADMIN, user=user.pk, at=make.NOON)
    closed = User.objects.get().is_active
    commands.reopen(actor=ADMIN, user=user.pk, at=make.NOON)

    assert (closed, User.objects.get().is_active, verbs()) == (False, True, ["closed", "reopened"])


def test_one_describes_oneself_and_administrators_describe_anybody() -> None:
    user = make.user()
    commands.describe(actor=Actor("Kim", user.pk), user=user.pk, name="김", language="ko", at=make.NOON)

    with pytest.raises(Refused):
        commands.describe(
            actor=Actor("Lee", user.pk + 1), user=user.pk, name="李", language="ja", at=make.NOON
        )

    assert queries.someone(user=user.pk).name == "김"


def test_only_administrators_see_who_can_sign_in() -> None:
    make.user("kim@gb.example", name="김하늘")
    make.user("lee@gb.example", name="Lee")

    page = queries.people(actor=ADMIN, words="하늘", number=None)

    assert [one.email for one in page.rows] == ["kim@gb.example"]
    with pytest.raises(ObjectDoesNotExist):
        queries.people(actor=Actor("Kim"), words="", number=None)


def test_what_happens_to_accounts_changes_no_public_page() -> None:
    make.told("body", "gyeongbuk")
    before = queries.revision().tag.partition(".")[0]

    commands.invite(actor=ADMIN, email="kim@gb.example", name="", language="", at=make.NOON)

    assert queries.revision().tag.partition(".")[0] == before


def test_the_command_makes_an_administrator_and_prints_the_way_in(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERLOCAL_LANGUAGE", "en")
    monkeypatch.setenv("DATABASE_URL", "postgresql:///named-by-the-test")
    monkeypatch.setattr("interlocal.ops.recordkeeping.migrate_quietly", lambda: None)

    codes = [main.main(["admin", "kim@gb.example", "--name", "Kim"]), main.main(["admin", "kim"])]

    said = capsys.readouterr()
    assert codes == [0, 1]
    assert said.out.splitlines()[0] == accounts.MADE % {"email": "kim@gb.example"}
    token = said.out.splitlines()[1].rpartition("/welcome/")[2].rstrip("/")
    assert queries.reads_link(token=token, at=User.objects.get().joined_at).email == "kim@gb.example"
    assert User.objects.get().is_administrator
    assert said.err == "kim is not an e-mail address.\n"
