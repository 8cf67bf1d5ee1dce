"""The page of one series."""

import re

import pytest
from django.test import Client

from interlocal.programmes.models import Series
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def governors() -> Series:
    series = make.series()
    series.cadence_months, series.cadence_footnote, series.rotation = 24, make.footnote(), ["JP", "KR"]
    series.save()
    make.edition("kjgm-6", series, ordinal=6, on="2017-11", hosts=[cast.gyeongbuk()])
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01", hosts=[cast.tottori()])
    make.edition("kjgm-9", series, ordinal=9, on="2099", state="tentative")
    return series


def test_lapses_are_told_with_their_length_and_the_rule(client: Client) -> None:
    governors()

    page = _text(client.get("/en/series/kjgm/").content.decode())

    assert "between 5 years 11 months and 6 years : from November 2017 to 1 November 2023" in page
    assert "at least 2 times the intended interval passes" in page


def test_turns_and_the_next_edition_are_shown(client: Client) -> None:
    governors()

    page = _text(client.get("/en/series/kjgm/").content.decode())

    assert "Hosts by turns Japan → Korea" in page
    assert "Next edition 2099 tentative" in page
    assert "Gyeongsangbuk-do Korea kept held" in page
    assert "Tottori Prefecture Japan kept held" in page


def test_the_timeline_has_its_data_in_the_table(client: Client) -> None:
    governors()

    page = client.get("/ja/series/kjgm/").content.decode()

    assert page.count('id="timeline-w') >= 1
    assert page.count('<tr>\n<th scope="row"><a href="/ja/editions/kjgm-') == 3


def test_names_over_time_are_listed_with_their_dates(client: Client) -> None:
    series = make.series()
    series.names.create(
        language="ko",
        script="Hang",
        kind="official",
        text="한일지사회의",
        until_on=make.day("2025"),
        footnote=make.footnote(),
    )

    page = _text(client.get("/en/series/kjgm/").content.decode())

    assert "한일지사회의 1 Korean official name until 2024" in page


def test_a_claim_of_cadence_is_checked_and_missing_years_are_named(client: Client) -> None:
    series = make.series("cjkw")
    for year in ("2012", "2013", "2014", "2016"):
        make.edition(f"cjkw-{year}", series, on=year)
    make.claim("series/cjkw", "cadence", "every year since 2012")

    page = _text(client.get("/en/series/cjkw/").content.decode())

    assert (
        "✗ cannot be so “how often it is held: every year since 2012” – no edition is known for 2015." in page
    )


def test_conflicts_of_its_editions_are_in_the_open(client: Client) -> None:
    make.edition("kjgm-7", make.series(), ordinal=7, on="2023-11-01")
    make.claim("edition/kjgm-7", "participants", "88", chosen=True)
    make.claim("edition/kjgm-7", "participants", "93")

    page = _text(client.get("/en/series/kjgm/").content.decode())

    assert "Where sources contradict each other 7th Korea-Japan Governors&#39; Meeting" in page
    assert "93 people 1 conflict" in page


def test_a_series_without_editions_is_a_page_all_the_same(client: Client) -> None:
    make.series()

    response = client.get("/zh-hans/series/kjgm/")

    assert response.status_code == 200


def test_an_unknown_series_is_not_found(client: Client) -> None:
    assert client.get("/en/series/nowhere/").status_code == 404


def test_a_plan_whose_number_is_too_high_leaves_no_lapse_to_count(client: Client) -> None:
    series = make.series()
    series.cadence_months, series.cadence_footnote = 24, make.footnote()
    series.save()
    make.edition("near-5", series, ordinal=5, on="2004")
    make.edition("near-15", series, ordinal=15, on="2020", state="announced")

    page = _text(client.get("/en/series/kjgm/").content.decode())

    assert "Held so far 1 edition on record, numbered up to 15" in page
    assert "Next edition 15th edition, 2020 : announced, holding not on record" in page
    assert "No lapse can be counted: the editions are numbered up to 15" in page


def test_japanese_years_without_an_edition_say_year_once(client: Client) -> None:
    series = make.series("cjkw")
    for year in ("2012", "2013", "2017", "2019"):
        make.edition(f"cjkw-{year}", series, on=year)
    make.claim("series/cjkw", "cadence", "every year since 2012")

    page = _text(client.get("/ja/series/cjkw/").content.decode())

    assert "2014年～2016年、2018年の開催は確認できません。" in page
