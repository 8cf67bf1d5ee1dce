"""The list of series."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import make

pytestmark = pytest.mark.django_db


def test_each_series_says_how_often_it_was_held_and_what_is_next(client: Client) -> None:
    series = make.series()
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01")
    make.edition("kjgm-8", series, ordinal=8, on="2025")
    make.edition("kjgm-9", series, ordinal=9, on="2099", state="tentative")

    page = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get("/en/series/").content.decode()))

    assert "Held 2 editions on record, numbered up to 8 Last 2025 Next 2099 tentative" in page


def test_an_empty_list_says_so(client: Client) -> None:
    assert "Nothing of this kind is in the record yet." in client.get("/en/series/").content.decode()


def test_one_series_costs_as_much_as_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        make.edition(f"e{number}", make.series(f"s{number}"))
        caching.forget()
        with django_assert_num_queries(4):
            client.get("/ko/series/")
