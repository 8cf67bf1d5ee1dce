"""Seatings in the office: asked for by shape, drawn, listed with reasons, two seats exchanged and the exchange taken back."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.models import Seating
from interlocal.delegations.models import Preparation
from tests.arrangements import saying
from tests.delegations import scene
from tests.office import acting

pytestmark = pytest.mark.django_db

SEATINGS = "/en/office/garok/preparations/forum-2026/seatings/"


def staff(of: str = "garok", role: str = "secretariat") -> Client:
    scene.body(of)
    return acting.acting(of=of, role=role)


def add(client: Client, shape: str = "u", **values: Any) -> Any:
    form = {"shape": shape, "once": str(uuid4()), "title_en": "Talks", "rule": "ranked", **values}
    return acting.post(client, f"{SEATINGS}new/", {"viewpoint": "entrance", **form})


def only(forum: Preparation) -> Seating:
    (row,) = saying.rows(forum, Seating)
    assert isinstance(row, Seating)
    return row


def test_each_shape_is_asked_for_with_its_own_numbers() -> None:
    forum, _kim, _fujita = saying.forum()
    dinner = saying.item(forum)
    client = staff()

    names = {
        shape: re.findall(
            r'<input type="number" name="([a-z_]+)"',
            client.get(f"{SEATINGS}new/?shape={shape}").content.decode(),
        )
        for shape in ("table", "round", "u", "theatre", "photo")
    }
    answer = add(client, "theatre", item=dinner.pk, rows="3", seats="", aisle="on")

    assert names == {
        "table": ["seats_each"],
        "round": ["tables", "seats"],
        "u": ["head", "leg"],
        "theatre": ["rows", "seats"],
        "photo": ["rows", "seats"],
    }
    row = only(forum)
    assert answer["Location"] == f"{SEATINGS}{row.pk}/"
    assert (row.shape, row.item_id, row.options) == ("theatre", dinner.pk, {"rows": 3, "aisle": True})
    assert client.get(f"{SEATINGS}new/?shape=star").status_code == 404


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"title_en": " "}, "Give a title in at least one language."),
        ({"head": "61"}, "less than or equal to 60"),
        ({"rule": "facing"}, "Select a valid choice."),
    ],
)
def test_what_cannot_be_drawn_is_said_at_its_field(values: dict[str, str], sentence: str) -> None:
    forum, _kim, _fujita = saying.forum()

    answer = add(staff(), **values)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert saying.rows(forum, Seating) == []


def test_the_page_draws_the_plan_and_says_of_every_seat_why() -> None:
    forum, kim, fujita = saying.forum()
    client = staff()
    add(client)

    page = client.get(f"{SEATINGS}{only(forum).pk}/").content.decode()

    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert page.count('<th scope="row" class="num">') == 2
    assert all(one.family in page for one in (kim, fujita))
    assert "No. 1 in the order" in page
    assert f"papers/seating_plan/?whom=seating:{only(forum).pk}" in page


def test_where_nobody_comes_the_page_says_so() -> None:
    forum = scene.preparation()
    client = staff()
    add(client)

    answer = client.get(f"{SEATINGS}{only(forum).pk}/")

    assert answer.status_code == 200
    assert "There is nobody to seat" in answer.content.decode()


def test_two_seats_are_exchanged_for_a_reason_and_back() -> None:
    forum, _kim, _fujita = saying.forum()
    client = staff()
    add(client)
    base = f"{SEATINGS}{only(forum).pk}/"

    without = acting.post(client, f"{base}swap/", {"version": 1, "one": 1, "other": 2, "reason": ""})
    same = acting.post(client, f"{base}swap/", {"version": 1, "one": 1, "other": 1, "reason": "x"})
    done = acting.post(client, f"{base}swap/", {"version": 1, "one": 1, "other": 2, "reason": "Old friends"})
    page = client.get(base).content.decode()
    swapped = only(forum).swaps
    back = acting.post(client, f"{base}swap/0/undo/", {"version": 2})

    assert [answer.status_code for answer in (without, same, done, back)] == [422, 422, 303, 303]
    assert "Choose two different seats." in same.content.decode()
    assert [swap[:3] for swap in swapped] == [[1, 2, "Old friends"]]
    assert "exchanged by hand: Old friends" in page
    assert only(forum).swaps == []


def test_an_old_page_exchanges_nothing_and_shows_what_was_done_meanwhile() -> None:
    forum, _kim, _fujita = saying.forum()
    client = staff()
    add(client)
    base = f"{SEATINGS}{only(forum).pk}/"
    swap = {"version": 1, "one": 1, "other": 2}
    acting.post(client, f"{base}swap/", {**swap, "reason": "Old friends"})

    answer = acting.post(client, f"{base}swap/", {**swap, "reason": "Hearing"})

    assert answer.status_code == 409
    assert "1 ↔ 2: Old friends · 1 ↔ 2: Hearing" in answer.content.decode()
    assert len(only(forum).swaps) == 1


def test_a_seating_gets_another_shape_and_is_removed_and_put_back() -> None:
    forum, _kim, _fujita = saying.forum()
    client = staff()
    add(client)
    number = only(forum).pk
    form = {"shape": "round", "version": 1, "title_en": "Dinner", "rule": "mixed", "viewpoint": "seated"}

    blank = client.get(f"{SEATINGS}{number}/change/?shape=round").content.decode()
    changed = acting.post(client, f"{SEATINGS}{number}/change/", {**form, "seats": "6"})
    row = only(forum)
    acting.post(client, f"{SEATINGS}{number}/remove/")
    undo = re.search(r'action="([^"]+/back/\?said=[^"]+)"', client.get(SEATINGS).content.decode())
    assert undo
    gone = saying.rows(forum, Seating)
    acting.post(client, undo[1])

    assert 'name="tables"' in blank and 'value="Talks"' in blank
    assert (changed.status_code, row.shape, row.rule, row.options) == (303, "round", "mixed", {"seats": 6})
    assert gone == []
    assert (only(forum).shape, str(only(forum).title), only(forum).options) == (
        "round",
        "Dinner",
        {"seats": 6},
    )


def test_a_reader_sees_the_plan_and_changes_nothing() -> None:
    forum, _kim, _fujita = saying.forum()
    add(staff())
    number = only(forum).pk
    client = staff(role="reader")

    page = client.get(f"{SEATINGS}{number}/").content.decode()

    assert "<svg" in page and "swap/" not in page
    assert client.get(f"{SEATINGS}{number}/change/").status_code == 404
    assert acting.post(client, f"{SEATINGS}{number}/remove/").status_code == 422
    assert only(forum).pk == number


def test_an_invited_body_finds_nothing_there() -> None:
    forum, _kim, _fujita = saying.forum()
    add(staff())
    client = staff("gyeongbuk", "coordinator")
    base = SEATINGS.replace("garok", "gyeongbuk")

    assert [client.get(f"{base}{path}").status_code for path in ("", f"{only(forum).pk}/")] == [404, 404]


def test_the_pages_cost_the_same_for_one_row_and_three() -> None:
    forum, _kim, _fujita = saying.forum()
    client = staff()
    add(client)
    first = saying.rows(forum, Seating)[0].pk

    def cost(path: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(f"{SEATINGS}{path}").status_code == 200
        return len(asked)

    client.get(SEATINGS)
    one = cost(""), cost(f"{first}/")
    for number in (2, 3):
        add(client)
        scene.delegate(scene.invitation(forum, f"city-{number}"), "Lee", str(number), state="approved")
    client.get(SEATINGS)

    assert len(saying.rows(forum, Seating)) == 3
    assert (cost(""), cost(f"{first}/")) == one
