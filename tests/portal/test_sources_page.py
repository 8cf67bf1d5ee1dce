"""The list of sources, as visitors see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import make

pytestmark = pytest.mark.django_db


def test_sources_are_listed_with_their_publishers(client: Client) -> None:
    make.source("paper-2018", title="Governors meet", publisher="The Paper")

    page = client.get("/en/sources/", {"publisher": "paper"}).content.decode()

    assert '<a href="/en/sources/paper-2018/">Governors meet</a>' in page
    assert '<option value="press">press report (1)</option>' in page


def test_an_unknown_kind_is_left_out_and_said_so(client: Client) -> None:
    page = client.get("/en/sources/", {"kind": "rumour"}).content.decode()

    assert "“rumour” is not a choice for “Kind” and was left out." in page


@pytest.mark.parametrize("rows", [1, 3])
def test_one_row_costs_as_much_as_three(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        make.source(f"source-{number}")
    client.get("/en/sources/")
    caching.forget()

    with django_assert_num_queries(5):
        client.get("/en/sources/")
