"""The page of one body."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from interlocal.portal import caching
from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_names_and_codes_are_shown_with_their_dates(client: Client) -> None:
    gangwon = make.body("gangwon", {"ko": "강원특별자치도", "en": "Gangwon State"})
    make.body_name(gangwon, "ko", "강원도", until="2023-06-11")
    make.body_name(gangwon, "ko", "강원특별자치도", since="2023-06-11")
    make.body_code(gangwon, "42", scheme="kr-admin", until="2023-06-11", successor="51")

    page = _text(client.get("/en/bodies/gangwon/").content.decode())

    assert "강원도 1 official name hangul until 10 June 2023" in page
    assert "강원특별자치도 1 official name hangul from 11 June 2023" in page
    assert "Korean administrative standard code 42 1 until 10 June 2023 51" in page


def test_who_is_in_office_is_shown_with_the_day_of_proof(client: Client) -> None:
    gyeongbuk = cast.gyeongbuk()
    ambassador = make.post(gyeongbuk, "ambassador", "Ambassador", kind="ambassador-ir")
    make.tenure(
        make.person("kang", {"en": "Kang"}),
        ambassador,
        as_of="2025-06-19",
        acting=True,
        seconded_from=cast.mofa(),
    )

    page = _text(client.get("/en/bodies/gyeongbuk/").content.decode())

    assert "Kang acting seconded from Ministry of Foreign Affairs 1 in office on 19 June 2025" in page


def test_one_person_seen_several_times_in_office_is_one_line(client: Client) -> None:
    lee, governor = make.person("lee", {"en": "Lee"}), make.post(cast.gyeongbuk())
    make.tenure(lee, governor, as_of="2023-01-27")
    make.tenure(lee, governor, as_of="2025-11-12")

    page = _text(client.get("/en/bodies/gyeongbuk/").content.decode())

    assert page.count("Lee 1 at least from 27 January 2023 to 12 November 2025") == 1
    assert "in office on 12" not in page


def test_names_in_the_other_languages_stand_below_the_heading(client: Client) -> None:
    make.body("gangwon", {"ko": "강원특별자치도", "ja": "江原特別自治道", "en": "Gangwon State"})

    page = client.get("/ja/bodies/gangwon/").content.decode()

    assert re.findall(r'<p class="also"><span lang="(.+?)">(.+?)</span></p>', page) == [
        ("ko", "강원특별자치도"),
        ("en", "Gangwon State"),
    ]


def test_a_tie_without_activity_on_record_is_not_called_dormant(client: Client) -> None:
    tie = make.tie("gyeongbuk-tottori")
    make.side(tie, cast.gyeongbuk(), signed="1994-09-02")
    make.side(tie, cast.tottori(), signed="1994-09-02")

    page = _text(client.get("/en/bodies/gyeongbuk/").content.decode())

    assert "no activity on record here" in page
    assert "no activity on record here dormant" not in page


def test_a_tie_lives_by_an_edition_both_sides_took_part_in(client: Client) -> None:
    gyeongbuk, tottori = cast.gyeongbuk(), cast.tottori()
    make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    make.edition("kjgm-8", make.series(), ordinal=8, on="2025-11-12", hosts=[gyeongbuk, tottori])

    page = _text(client.get("/en/bodies/gyeongbuk/").content.decode())

    assert "last activity 12 November 2025" in page
    assert "last activity 12 November 2025 dormant" not in page


def test_figures_in_conflict_stand_side_by_side(client: Client) -> None:
    cast.garok()
    make.claim("body/garok", "founded", "1999-01-23", chosen=True)
    make.claim("body/garok", "founded", "1991")

    page = _text(client.get("/en/bodies/garok/").content.decode())

    assert "founded 23 January 1999 1 1991 1 conflict reported" in page


def test_the_picture_joins_the_body_with_its_ties_series_and_hosts(client: Client) -> None:
    gyeongbuk, tottori, incheon = cast.gyeongbuk(), cast.tottori(), make.body("incheon", {"en": "Incheon"})
    make.tie("gyeongbuk-tottori", gyeongbuk, tottori)
    make.edition("kjgm-8", make.series(), ordinal=8, hosts=[gyeongbuk, incheon])

    page = _text(client.get("/en/bodies/gyeongbuk/").content.decode())

    assert "Tottori Prefecture tie" in page
    assert "Korea-Japan Governors' Meeting series it hosted in" in page.replace("&#39;", "'")
    assert "Incheon host in “Korea-Japan Governors' Meeting”" in page.replace("&#39;", "'")


def test_a_body_alone_has_no_picture_and_says_so(client: Client) -> None:
    cast.mission()

    page = client.get("/en/bodies/embassy-japan-seoul/").content.decode()

    assert 'id="connections"' not in page
    assert "No edition is on record in which this body took part." in page


def test_an_unknown_body_is_not_there(client: Client) -> None:
    assert client.get("/ko/bodies/atlantis/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_for_one_and_three_of_each(
    client: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    gyeongbuk, kjgm = cast.gyeongbuk(), make.series()
    for number in range(rows):
        other = make.body(f"body-{number}")
        make.tie(f"tie-{number}", gyeongbuk, other)
        make.member(gyeongbuk, other)
        make.tenure(make.person(f"person-{number}"), make.post(gyeongbuk, f"post-{number}"), as_of="2025")
        make.edition(f"kjgm-{number}", kjgm, ordinal=number + 1, hosts=[gyeongbuk, other])
    client.get("/en/bodies/gyeongbuk/")
    caching.forget()

    with django_assert_num_queries(9):
        client.get("/en/bodies/gyeongbuk/")
