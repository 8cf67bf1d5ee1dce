"""The list of editions."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_a_filter_stays_in_the_address_and_in_the_form(client: Client) -> None:
    series = make.series()
    make.edition("korean", series, on="2025", hosts=[cast.gyeongbuk()])
    make.edition("japanese", series, on="2023", hosts=[cast.tottori()])

    page = client.get("/en/editions/", {"country": "JP"}).content.decode()

    assert '<option value="JP" selected>Japan</option>' in page
    assert "/en/editions/japanese/" in page
    assert "/en/editions/korean/" not in page
    assert 'href="/ja/editions/?country=JP"' in page
    assert "/en/editions.csv?country=JP" in page


def test_an_unknown_choice_is_left_out_and_said_so(client: Client) -> None:
    make.edition("e", make.series())

    page = client.get("/en/editions/", {"series": "<b>", "year": "99999999999"}).content.decode()

    assert "“&lt;b&gt;” is not a choice for “Series” and was left out." in page
    assert "“99999999999” is not a choice for “Year” and was left out." in page
    assert "/en/editions/e/" in page


def test_nothing_found_is_said(client: Client) -> None:
    make.edition("e", make.series())

    assert (
        "No edition on record fits all of this." in client.get("/en/editions/", {"q": "zzz"}).content.decode()
    )


@pytest.mark.parametrize("number", ["0", "-1", "1000000000", "abc", "2"])
def test_absurd_pages_are_not_there(client: Client, number: str) -> None:
    assert client.get("/en/editions/", {"page": number}).status_code == 404


def test_one_edition_costs_as_much_as_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    series, host = make.series(), cast.gyeongbuk()
    for number in range(3):
        make.edition(f"e{number}", series, on=str(2020 + number), hosts=[host])
        caching.forget()
        with django_assert_num_queries(9):
            client.get("/ko/editions/")
