"""The list of bodies, as visitors see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_the_list_speaks_the_language_of_its_address(client: Client) -> None:
    cast.tottori()

    korean, japanese = client.get("/ko/bodies/").content.decode(), client.get("/ja/bodies/").content.decode()

    assert '<a href="/ko/bodies/tottori/">돗토리현</a>' in korean
    assert '<span lang="ja">鳥取県</span>' in korean
    assert '<a href="/ja/bodies/tottori/">鳥取県</a>' in japanese


def test_an_unknown_choice_is_left_out_and_said_so(client: Client) -> None:
    cast.tottori()

    response = client.get("/en/bodies/", {"kind": "kingdom"})

    page = response.content.decode()
    assert response.status_code == 200
    assert "“kingdom” is not a choice for “Kind” and was left out." in page
    assert "Tottori Prefecture" in page


def test_nothing_found_is_said(client: Client) -> None:
    cast.tottori()

    page = client.get("/en/bodies/", {"country": "XX"}).content.decode()

    assert "Nothing in the record matches these filters." in page


@pytest.mark.parametrize("page", ["0", "-1", "2", "1000000000", "abc", "１"])
def test_absurd_pages_are_not_there(client: Client, page: str) -> None:
    assert client.get("/en/bodies/", {"page": page}).status_code == 404


def test_filters_stay_when_the_page_turns(client: Client) -> None:
    for number in range(51):
        make.body(f"body-{number}")

    page = client.get("/en/bodies/", {"country": "KR"}).content.decode()

    assert '<a rel="next" href="/en/bodies/?country=KR&amp;page=2">' in page


@pytest.mark.parametrize("rows", [1, 3])
def test_one_row_costs_as_much_as_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make.body(f"body-{number}")
    client.get("/en/bodies/")
    caching.forget()

    with django_assert_num_queries(8):
        client.get("/en/bodies/")


def test_hosted_and_attended_editions_are_counted(client: Client) -> None:
    tottori, kjgm = cast.tottori(), make.series()
    make.edition("kjgm-1", kjgm, ordinal=1, on="1999", hosts=[tottori])
    make.edition("kjgm-2", kjgm, ordinal=2, on="2000", state="announced", hosts=[tottori])

    page = client.get("/en/bodies/").content.decode()

    assert '<td class="n" data-label="Editions hosted">1</td>' in page
    assert '<td class="n" data-label="Editions attended"></td>' in page
