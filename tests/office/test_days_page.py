"""The days for the secretariat, as pages: figures, desks, walk-ins, attendance, links, helpers."""

import re
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.test import Client

from interlocal.delegations.models import CheckIn, Delegate, Escort, Link, Mail
from interlocal.identity.walls import standing_as
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 6, 10, 0, 30, tzinfo=UTC)
BASE = "/en/office/garok/preparations/forum-2026/"


@pytest.fixture
def now() -> Any:
    """The clock of the scene: 9:30 in Seoul on the first day, until it is set."""
    clock = {"at": MORNING}
    with patch("interlocal.office.middleware.timezone.now", lambda: clock["at"]):
        yield clock


def forum() -> list[Delegate]:
    made = scene.preparation()
    invited = scene.invitation(made, "gyeongbuk", contact_email="focal@gb.example")
    return [scene.delegate(invited, f"김{number}", state="approved", position=number) for number in range(3)]


def approver() -> Client:
    return acting.acting(of="garok", role="approver")


def test_figures_renew_themselves_as_a_part_of_the_page(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")
    before = client.get(f"{BASE}days/").content.decode()
    client.post(f"{BASE}desk/check/", {"delegate": str(people[0].key)})

    part = acting.htmx(client, f"{BASE}days/").content.decode()

    assert "<b>0 of 3</b>" in before
    assert "<b>1 of 3</b>" in part
    assert part.strip().startswith('<div id="live"')
    assert 'hx-trigger="every 10s"' in part


def test_a_desk_is_opened_used_and_ended(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")

    made = client.post(f"{BASE}days/desks/", {"name": "side door", "until": "2026-06-11"}).content.decode()
    token = re.search(r"/en/with/([^/]+)/</p>", made)
    assert token
    phone = Client().post(f"/en/with/{token[1]}/desk/check/", {"delegate": str(people[0].key)})
    listed = client.get(f"{BASE}days/").content.decode()
    number = re.search(r"days/desks/(\d+)/revoke/", listed)
    assert number
    client.post(f"{BASE}days/desks/{number[1]}/revoke/")

    assert phone.status_code == 303
    assert "side door" in listed
    assert token[1] not in listed
    assert Client().get(f"/en/with/{token[1]}/desk/").status_code == 410


def test_an_approver_approves_a_walk_in_where_the_figures_are(now: Any) -> None:
    people = forum()
    one = scene.delegate(people[0].invitation, "박", "산", walk_in=True)
    client = approver()
    page = client.get(f"{BASE}days/").content.decode()

    first = client.post(f"{BASE}days/walk-ins/{one.key}/approve/", {"version": "1"})
    stale = client.post(f"{BASE}days/walk-ins/{one.key}/approve/", {"version": "1x"})

    assert f"walk-ins/{one.key}/approve/" in page
    assert (first.status_code, stale.status_code) == (303, 409)
    assert scene.fresh(one).state == "approved"


def test_attendance_is_recorded_when_the_days_are_over(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")
    client.post(f"{BASE}desk/check/", {"delegate": str(people[0].key)})

    early = client.post(f"{BASE}days/attendance/")
    now["at"] = datetime(2026, 6, 11, 15, 1, tzinfo=UTC)
    next_day = acting.acting(of="garok", role="approver")
    done = next_day.post(f"{BASE}days/attendance/", follow=True).content.decode()

    assert early.status_code == 422
    assert "Attendance is recorded: 1 person was there." in done
    assert scene.fresh(people[0].preparation).attendance_at == now["at"]


def test_links_are_made_for_all_shown_once_and_ended(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")
    values = {"until": "2026-07-01", "once": str(uuid4())}

    made = client.post(f"{BASE}days/links/", values).content.decode()
    again = client.post(f"{BASE}days/links/", values)
    listed = client.get(f"{BASE}days/links/").content.decode()
    tokens = re.findall(r"/ko/with/([^/]+)/<", made)
    opened = Client().get(f"/ko/with/{tokens[0]}/", follow=True)

    assert (len(set(tokens)), again.status_code) == (3, 422)
    assert not any(token in listed for token in tokens)
    assert "김0" in opened.content.decode()
    with standing_as(scene.runs(people[0].preparation)):
        assert (Link.objects.count(), Mail.objects.count()) == (3, 1)
        first = Link.objects.order_by("pk").first()
    assert first
    client.post(f"{BASE}days/links/{first.pk}/revoke/")
    assert Client().get(f"/ko/with/{tokens[0]}/me/").status_code == 410


def test_a_link_for_one_alone(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")
    address = f"{BASE}people/{people[1].key}/link/"

    page = client.get(address).content.decode()
    client.post(address, {"until": "2026-07-01", "once": str(uuid4())})

    assert ("김1" in page, "김0" in page) == (True, False)
    with standing_as(scene.runs(people[0].preparation)):
        assert [link.delegate_id for link in Link.objects.all()] == [people[1].pk]


def test_a_helper_is_entered_corrected_and_removed(now: Any) -> None:
    people, client = forum(), acting.as_secretariat(of="garok")
    values = {"kind": "interpreter", "name": "山田 花子", "once": str(uuid4())}

    wrong = client.post(f"{BASE}days/escorts/gyeongbuk/", {**values, "phone": "call me"})
    client.post(f"{BASE}days/escorts/gyeongbuk/", values)
    with standing_as(scene.runs(people[0].preparation)):
        number = Escort.objects.get().pk
    client.post(f"{BASE}days/escorts/gyeongbuk/{number}/", {**values, "phone": "+82 10 1234"})
    page = client.get(f"{BASE}days/escorts/").content.decode()
    client.post(f"{BASE}days/escorts/gyeongbuk/{number}/remove/")

    assert wrong.status_code == 422
    assert "+82 10 1234" in page
    assert client.get(f"{BASE}days/escorts/gyeongbuk/{number}/").status_code == 404
    assert client.get(f"{BASE}days/escorts/tottori/").status_code == 404


@pytest.mark.parametrize("tail", ["days/", "days/links/", "days/escorts/", "days/escorts/gyeongbuk/"])
def test_the_pages_are_the_secretariats(now: Any, tail: str) -> None:
    forum()
    theirs = acting.as_coordinator(of="gyeongbuk")
    reader = acting.acting(of="garok", role="reader")

    foreign = theirs.get(f"/en/office/gyeongbuk/preparations/forum-2026/{tail}").status_code

    assert (foreign, reader.get(f"{BASE}{tail}").status_code) == (404, 200)


@pytest.mark.parametrize(
    ("tail", "values"),
    [
        ("days/desks/", {"name": "x", "until": "2026-06-11"}),
        ("days/attendance/", {}),
        ("days/links/", {"until": "2026-07-01", "once": str(uuid4())}),
        ("days/escorts/gyeongbuk/", {"kind": "liaison", "name": "Lee", "once": str(uuid4())}),
    ],
)
def test_a_reader_changes_nothing(now: Any, tail: str, values: dict[str, str]) -> None:
    people = forum()

    response = acting.acting(of="garok", role="reader").post(f"{BASE}{tail}", values)

    assert response.status_code == 422
    with standing_as(scene.runs(people[0].preparation)):
        counts = [model.objects.count() for model in (Link, Escort, CheckIn, Mail)]
    assert counts == [0, 0, 0, 0]
