"""The list of ties, as visitors see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_a_tie_is_called_by_its_sides(client: Client) -> None:
    make.tie("gyeongbuk-tottori", cast.gyeongbuk(), cast.tottori())

    page = client.get("/ja/ties/").content.decode()

    assert '<a href="/ja/ties/gyeongbuk-tottori/">慶尚北道 – 鳥取県</a>' in page


def test_the_rule_of_dormancy_is_said(client: Client) -> None:
    page = client.get("/en/ties/").content.decode()

    assert (
        "A tie in force is called dormant when its latest activity on record is more than 5 years ago."
        in page
    )


def test_an_unknown_pair_is_left_out_and_said_so(client: Client) -> None:
    response = client.get("/en/ties/", {"pair": "everywhere", "type": "sister"})

    assert response.status_code == 200
    assert "“everywhere” is not a choice for “Countries” and was left out." in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_one_row_costs_as_much_as_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gyeongbuk, tottori = cast.gyeongbuk(), cast.tottori()
    for number in range(rows):
        make.tie(f"tie-{number}", gyeongbuk, tottori)
    client.get("/en/ties/")
    caching.forget()

    with django_assert_num_queries(7):
        client.get("/en/ties/")
