"""The first page."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from interlocal.programmes.queries import home
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_it_tells_what_is_coming_and_what_was_held(client: Client) -> None:
    series = make.series()
    make.edition("kjgm-8", series, ordinal=8, on="2025-11-12", hosts=[cast.gyeongbuk()])
    make.edition("kjgm-9", series, ordinal=9, on="2099", state="tentative")
    make.edition("old", series, on="2001", state="announced")

    page = _text(client.get("/en/").content.decode())

    assert (
        "What is coming 2099 9th Korea-Japan Governors&#39; Meeting tentative place not announced Last held"
        in page
    )
    assert (
        "Last held 12 November 2025 8th Korea-Japan Governors&#39; Meeting hosted by Gyeongsangbuk-do" in page
    )


def test_many_plans_do_not_push_out_what_was_held(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "MOST_EDITIONS", 2)
    series = make.series()
    make.edition("kjgm-8", series, ordinal=8, on="2025-11-12")
    for ordinal in (9, 10, 11):
        make.edition(f"kjgm-{ordinal}", series, ordinal=ordinal, on=f"20{ordinal + 80}", state="announced")

    page = _text(client.get("/en/").content.decode())

    assert page.index("2089 9th") < page.index("2090 10th") < page.index("Last held 12 November 2025 8th")


def test_it_leads_to_everything_else(client: Client) -> None:
    edition = make.edition("kjgm-8", make.series(), on="2025-11-12", hosts=[cast.garok()])
    make.outcome(edition, "forum", "A youth forum", kind="exploring")
    edition.topics.add(make.topic())
    make.member(cast.gyeongbuk() and edition.bodies.get().body, cast.tottori())
    make.side(make.tie("mou"), cast.mofa(), kind="mou")
    make.told("edition", "kjgm-8")

    page = client.get("/ko/").content.decode()

    for address in (
        "series/kjgm/",
        "editions/kjgm-8/",
        "bodies/garok/",
        "ties/mou/",
        "topics/tourism/",
        "changes/",
        "sources/",
    ):
        assert f'href="/ko/{address}"' in page, address
    assert "A youth forum" in page


def test_an_empty_record_is_a_page_all_the_same(client: Client) -> None:
    response = client.get("/ja/")

    assert response.status_code == 200


def test_one_edition_costs_as_much_as_three(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    series, host = make.series(), cast.gyeongbuk()
    for number in range(3):
        make.edition(f"e{number}", series, on=str(2020 + number), hosts=[host])
        caching.forget()
        with django_assert_num_queries(11):
            client.get("/en/")
