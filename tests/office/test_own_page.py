"""A delegate's own page, opened by link on a phone."""

from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client

from interlocal.delegations.commands import links
from interlocal.delegations.models import Delegate, PlannedItem
from tests import make
from tests.delegations import scene

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 6, 10, 0, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now() -> Any:
    clock = {"at": MORNING}
    with patch("interlocal.office.middleware.timezone.now", lambda: clock["at"]):
        yield clock


def opened(lang: str = "ko", **others: Any) -> tuple[Delegate, str]:
    """A delegate and the address below the own link."""
    forum = scene.preparation()
    who = scene.delegate(scene.invitation(forum, "gyeongbuk"), **{"state": "approved", **others})
    PlannedItem.objects.create(
        preparation=forum, kind="session", title=make.text("Opening", ko="개회식"), day=0, changed_at=MORNING
    )
    token = links.make_delegate_link(
        actor=scene.secretariat(),
        at=MORNING,
        preparation=forum.slug,
        delegate=str(who.key),
        until=MORNING + timedelta(days=3),
    )
    return who, f"/{lang}/with/{token}/"


@pytest.mark.parametrize(("lang", "title"), [("ko", "개회식"), ("en", "Opening"), ("ja", "Opening")])
def test_the_page_is_in_the_language_of_its_reader(lang: str, title: str) -> None:
    _who, base = opened(lang)

    response = Client().get(base, follow=True)
    page = response.content.decode()

    assert response.redirect_chain == [(f"{base}me/", 302)]
    assert f'<html lang="{lang}">' in page
    assert title in page
    assert "UTC+9" in page


def test_changes_are_marked_until_i_have_seen_them(now: Any) -> None:
    _who, base = opened()
    client = Client()
    client.get(f"{base}me/")
    PlannedItem.objects.update(changed_at=MORNING + timedelta(hours=1))
    now["at"] = MORNING + timedelta(hours=2)

    marks = [client.get(f"{base}me/").content.decode().count("is-news") for _ in range(2)]
    after = client.post(f"{base}me/seen/", follow=True).content.decode()

    assert (marks, after.count("is-news")) == ([1, 1], 0)


def test_the_code_is_a_picture_and_the_calendar_a_file() -> None:
    _who, base = opened()
    client = Client()

    code, calendar = client.get(f"{base}me/code.svg"), client.get(f"{base}me/programme.ics")

    assert (code.headers["Content-Type"], code.content[:4]) == ("image/svg+xml", b"<svg")
    assert calendar.headers["Content-Disposition"] == 'attachment; filename="forum-2026.ics"'
    assert b"SUMMARY;LANGUAGE=ko:" in calendar.content


def test_the_worker_is_served_below_the_link_and_nowhere_wider() -> None:
    _who, base = opened()

    response = Client().get(f"{base}worker.js")

    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["Service-Worker-Allowed"] == base
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("tail", ["me/", "me/code.svg", "me/programme.ics", "worker.js"])
def test_an_altered_link_opens_nothing_and_an_ended_one_says_so(now: Any, tail: str) -> None:
    _who, base = opened()
    altered = base[:-2] + ("A" if base[-2] != "A" else "B") + "/"

    bad = Client().get(altered + tail).status_code
    now["at"] = MORNING + timedelta(days=4)

    assert (bad, Client().get(base + tail).status_code) == (404, 410)


def test_the_page_leads_to_my_data_and_to_no_desk() -> None:
    _who, base = opened()
    client = Client()

    codes = [
        client.get(base + tail).status_code for tail in ("data/", "desk/", "desk/state.json", "delegation/")
    ]

    assert f'href="{base}data/"' in client.get(f"{base}me/").content.decode()
    assert codes == [200, 404, 404, 404]


def test_who_was_withdrawn_is_told_and_shown_nothing() -> None:
    _who, base = opened(state="withdrawn")

    page = Client().get(f"{base}me/").content.decode()

    assert "개회식" not in page
    assert "code.svg" not in page
