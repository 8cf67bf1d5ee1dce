"""Who rides, sits and sleeps where, in the office: filled with one click, moved by select, and why somebody has no place."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.models import Placing
from interlocal.delegations.models import Delegate, Preparation
from tests.arrangements import saying
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

PLACES = "/en/office/garok/preparations/forum-2026/places/"


def staff(of: str = "garok", role: str = "secretariat") -> Client:
    scene.body(of)
    return acting.acting(of=of, role=role)


def put(client: Client, delegate: Delegate, to: int | str, **values: Any) -> Any:
    form = {"kind": "vehicle", "delegate": str(delegate.key), "to": to, **values}
    return acting.post(client, f"{PLACES}put/", form)


def seats(forum: Preparation) -> dict[str, str]:
    return {row.delegate.family: str(row.resource.name) for row in saying.rows(forum, Placing)}


def flash(answer: Any) -> list[str]:
    return re.findall(r'<div class="flash[^"]*"[^>]*><p>([^<]+)</p>', answer.content.decode())


def test_vehicles_are_filled_with_one_click_and_the_page_says_how_many_are_left() -> None:
    forum, _kim, _fujita = saying.forum()
    saying.resource(forum, "vehicle", "Bus", 1)
    client = staff()

    before = client.get(PLACES).content.decode()
    answer = acting.post(client, f"{PLACES}fill/", {"kind": "vehicle"})
    after = client.get(answer["Location"])

    assert "not placed yet" in before
    assert (answer.status_code, len(seats(forum))) == (303, 1)
    assert flash(after) == ["1 person has a place. 1 has none."]
    assert "1 of 1" in after.content.decode() and "everything is full" in after.content.decode()


def test_somebody_is_moved_and_taken_out_by_select() -> None:
    forum, kim, _fujita = saying.forum()
    saying.resource(forum, "vehicle", "Bus 1")
    second = saying.resource(forum, "vehicle", "Bus 2")
    client = staff()
    acting.post(client, f"{PLACES}fill/", {"kind": "vehicle"})

    moved = put(client, kim, second.pk)
    there = seats(forum)[kim.family]
    page = client.get(PLACES).content.decode()
    out = put(client, kim, "")

    assert (moved.status_code, out.status_code, there) == (303, 303, "Bus 2")
    assert "by hand" in page
    assert kim.family not in seats(forum)


def test_a_full_vehicle_says_so_and_nobody_moves() -> None:
    forum, kim, fujita = saying.forum()
    bus = saying.resource(forum, "vehicle", "Bus", 1)
    client = staff()
    put(client, fujita, bus.pk)
    client.get(PLACES)

    answer = put(client, kim, bus.pk)

    assert (answer.status_code, flash(answer)) == (422, ["Bus is full: it takes 1."])
    assert seats(forum) == {fujita.family: "Bus"}


def test_with_script_only_the_places_come_back_and_the_sentence_is_heard() -> None:
    forum, kim, _fujita = saying.forum()
    bus = saying.resource(forum, "vehicle", "Bus", 1)
    form = {"kind": "vehicle", "delegate": str(kim.key), "to": bus.pk}

    answer = acting.htmx(staff(), f"{PLACES}put/", form).content.decode()

    assert answer.lstrip().startswith('<div id="places"')
    assert re.search(r'id="told" hx-swap-oob="innerHTML">[^<]+: Bus</p>', answer)


def test_tables_are_for_one_item_and_hotel_rooms_for_all_days() -> None:
    forum, kim, _fujita = saying.forum()
    dinner = saying.item(forum)
    table = saying.resource(forum, "table", "Table 1")
    room = saying.resource(forum, "bedroom", "501", 1)
    client = staff()

    page = client.get(f"{PLACES}?kind=table&item={dinner.pk}").content.decode()
    put(client, kim, table.pk, kind="table", item=dinner.pk)
    put(client, kim, room.pk, kind="bedroom", item=dinner.pk)

    assert f'<option value="{dinner.pk}" selected>' in page
    assert [(row.kind, row.item_id) for row in saying.rows(forum, Placing)] == [
        ("table", dinner.pk),
        ("bedroom", None),
    ]


def test_where_there_is_nothing_to_place_in_the_page_leads_to_entering_it() -> None:
    saying.forum()
    client = staff()

    page = client.get(f"{PLACES}?kind=bedroom").content.decode()
    answer = acting.post(client, f"{PLACES}fill/", {"kind": "bedroom"})

    assert "programme/resources/new/?kind=bedroom" in page
    assert (answer.status_code, flash(answer)) == (
        422,
        ["Enter first which there are, and how many people each takes."],
    )


@pytest.mark.parametrize("query", ["?kind=boat", "?kind=room", "?item=x", "?item=999999"])
def test_what_there_is_not_is_not_found(query: str) -> None:
    saying.forum()

    assert staff().get(f"{PLACES}{query}").status_code == 404


def test_who_is_no_delegate_and_what_is_no_place_is_not_found() -> None:
    forum, kim, _fujita = saying.forum()
    hall = saying.resource(forum, "room", "Hall")
    client = staff()

    answers = [
        acting.post(client, f"{PLACES}put/", {"kind": "vehicle", "delegate": "x", "to": ""}),
        put(client, kim, hall.pk),
        put(client, kim, "x"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_a_reader_sees_who_is_where_and_moves_nobody() -> None:
    forum, kim, _fujita = saying.forum()
    bus = saying.resource(forum, "vehicle", "Bus")
    client = staff(role="reader")

    page = client.get(PLACES)

    assert page.status_code == 200
    assert "places/put/" not in page.content.decode()
    assert put(client, kim, bus.pk).status_code == 422
    assert seats(forum) == {}


def test_the_page_costs_the_same_for_one_place_and_three_with_more_people() -> None:
    forum, kim, _fujita = saying.forum()
    bus = saying.resource(forum, "vehicle", "Bus 1")
    saying.item(forum)
    client = staff()
    put(client, kim, bus.pk)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(PLACES).status_code == 200
        return len(asked)

    cost()
    one = cost()
    for number in (2, 3):
        saying.resource(forum, "vehicle", f"Bus {number}")
        saying.item(forum, f"Dinner {number}")
        scene.delegate(scene.invitation(forum, f"city-{number}"), "Lee", str(number), state="approved")
    acting.post(client, f"{PLACES}fill/", {"kind": "vehicle"})
    client.get(PLACES)

    assert len(seats(forum)) >= 3
    assert cost() == one
