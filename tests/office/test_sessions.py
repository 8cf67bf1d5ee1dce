"""Where somebody is signed in, and ending it."""

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from interlocal.identity.models import User
from tests import make
from tests.office.test_sign_in import PASSWORD, is_in, nothing_counted, sign_in

__all__ = ["nothing_counted"]

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> tuple[Client, Client]:
    """The same person in two browsers."""
    make.user("kim@gb.example", password=PASSWORD)
    agent = "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36"
    here, there = Client(), Client(headers={"user-agent": agent})
    sign_in(here)
    sign_in(there)
    return here, there


def test_sessions_are_listed_with_what_tells_them_apart(two: tuple[Client, Client]) -> None:
    here, _ = two

    shown = here.get("/en/account/sessions/").content.decode()

    assert shown.count('<th scope="row">') == 2
    assert ("Chrome · Windows" in shown, shown.count("this one")) == (True, 1)


def test_everywhere_else_is_ended_at_once(two: tuple[Client, Client]) -> None:
    here, there = two

    here.post("/en/account/sessions/")

    assert (is_in(here), is_in(there), UserSession.objects.count()) == (True, False, 1)


def test_a_new_password_ends_all_other_sessions(two: tuple[Client, Client]) -> None:
    here, there = two
    new = "another boat at sea"

    response = here.post(
        "/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )

    assert (response.status_code, is_in(here), is_in(there)) == (302, True, False)
    assert User.objects.get().check_password(new)


def test_the_present_password_is_asked_for_first(two: tuple[Client, Client]) -> None:
    here, _ = two
    new = "another boat at sea"

    response = here.post(
        "/en/account/password/change/", {"oldpassword": "wrong", "password1": new, "password2": new}
    )

    assert "Type your present password." in response.content.decode()
    assert User.objects.get().check_password(PASSWORD)


def test_one_names_oneself() -> None:
    client = Client()
    make.user("kim@gb.example", password=PASSWORD)
    sign_in(client)

    response = client.post("/en/account/", {"name": "김하늘", "language": "ko"})

    assert (response.status_code, User.objects.get().name, User.objects.get().language) == (
        303,
        "김하늘",
        "ko",
    )
    assert "Saved." in client.get("/en/account/").content.decode()


def test_a_name_that_turns_text_around_is_refused() -> None:
    client = Client()
    make.user("kim@gb.example", password=PASSWORD)
    sign_in(client)

    response = client.post("/en/account/", {"name": "Kim\u202e", "language": "ko"})

    assert response.status_code == 422
    assert "cannot be seen" in response.content.decode()
