"""What goes on beside the web, on its own clock."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from interlocal.ops import following
from tests.owning import owning

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_place", following._Place())
    # A scene plays within one transaction of one connection.
    monkeypatch.setattr(following, "close_old_connections", lambda: None)


def session(key: str, *, until: datetime) -> None:
    Session.objects.create(session_key=key, session_data="", expire_date=until)


def test_sessions_that_have_ended_are_thrown_away_once_a_day() -> None:
    at = timezone.now()
    session("ended", until=at - timedelta(minutes=1))
    session("standing", until=at + timedelta(days=9))

    with owning():
        following.follow_all(at=at)
    assert [one.session_key for one in Session.objects.all()] == ["standing"]

    session("ended later", until=at - timedelta(minutes=1))
    with owning():
        following.follow_all(at=at + timedelta(hours=23))
    assert Session.objects.count() == 2

    with owning():
        following.follow_all(at=at + timedelta(days=1))
    assert [one.session_key for one in Session.objects.all()] == ["standing"]
