"""The page of one edition, as visitors see it."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import cast, make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page)).replace(" ,", ",")


def _page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_a_tentative_edition_says_so_before_anything_else(client: Client) -> None:
    make.edition("kjgm-9", make.series(), ordinal=9, on="2099", state="tentative")

    page = _text(_page(client, "/en/editions/kjgm-9/"))

    assert "Planned for 2099" in page
    assert "This edition is tentative. It was named as a plan only;" in page
    assert page.index("This edition is tentative.") < page.index("In the series")


def test_a_plan_whose_time_has_passed_says_that_nothing_more_is_known(client: Client) -> None:
    make.edition("cjkw-8", make.series("cjkw"), ordinal=8, on="2021", state="tentative")

    page = _text(_page(client, "/en/editions/cjkw-8/"))

    assert "The time planned for it has passed; no source on record says whether it was held." in page


def test_the_parts_of_a_figure_are_a_picture_a_table_and_a_check(client: Client) -> None:
    make.edition("cjkw-7", make.series("cjkw"), ordinal=7, on="2019-05-30")
    make.claim("edition/cjkw-7", "participants", "88", chosen=True)
    for country, people in (("CN", "35"), ("JP", "15"), ("KR", "38")):
        make.claim("edition/cjkw-7", "participants", people, of=country)

    page = _page(client, "/en/editions/cjkw-7/")

    assert "35 (China) + 15 (Japan) + 38 (Korea) = 88; the parts add up." in _text(page)
    assert page.count('<svg class="pic') == 2
    assert '<th scope="row">China</th><td>35 people</td>' in page


def test_what_does_not_add_up_is_said(client: Client) -> None:
    make.edition("kjlaf", make.series("kjlaf"), on="2015-10-31")
    make.claim("edition/kjlaf", "heads", "13", chosen=True)
    make.claim("edition/kjlaf", "heads", "5", of="KR")
    make.claim("edition/kjlaf", "heads", "6", of="JP")

    page = _text(_page(client, "/en/editions/kjlaf/"))

    assert "✗ cannot be so “heads of local governments taking part: 13 people”" in page
    assert "5 (Korea) + 6 (Japan) = 11; the figure given is 13 people." in page


def test_a_gap_is_told_in_years_and_months(client: Client) -> None:
    series = make.series()
    make.edition("kjgm-6", series, ordinal=6, on="2017-11")
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01")
    make.claim("edition/kjgm-7", "gap_years", "over 6")

    page = _text(_page(client, "/en/editions/kjgm-7/"))

    assert "(November 2017) to 1 November 2023 it is between 5 years 11 months and 6 years." in page


def test_the_programme_shows_hours_places_speakers_and_states(client: Client) -> None:
    edition = make.edition("e", make.series(), on="2025-06-19")
    hall = make.place("hall", {"en": "The hall"}, kind="venue")
    make.item(
        edition, "talk", "On tourism", kind="lecture", on="2025-06-19", starts="10:00", ends="10:45", at=hall,
        topics=[make.topic()], speaker=make.person(),
    )  # fmt: skip
    make.item(edition, "call", "A call", kind="courtesy_call", state="declined", on="2025-06-19")

    page = _page(client, "/en/editions/e/")

    assert '<time datetime="10:00">10:00</time>–<time datetime="10:45">10:45</time>' in page
    text = _text(page)
    assert (
        "19 June 2025 10:00 – 10:45 Korean time lecture The hall done On tourism 1 "
        "speaker Lee Cheol-woo 이철우 Tourism" in text
    )
    assert "courtesy call declined A call" in text


def test_people_and_bodies_are_shown_with_what_they_came_as(client: Client) -> None:
    edition = make.edition("e", make.series(), hosts=[cast.tottori()])
    governor = make.post(cast.gyeongbuk(), "governor", "Governor")
    deputy = make.post(governor.body, "vice-governor", "Vice Governor", kind="deputy")
    make.attended(
        edition, None, post=deputy, capacity="deputy", attendance="represented", in_place_of=governor
    )

    page = _text(_page(client, "/en/editions/e/"))

    assert (
        "not named 1 Gyeongsangbuk-do Vice Governor in place of: Governor deputy represented by another"
        in page
    )
    assert "host (1) Tottori Prefecture" in page


def test_outcomes_are_grouped_and_lead_to_who_stands_behind_them(client: Client) -> None:
    edition = make.edition("e", make.series())
    make.outcome(edition, "one", "A youth forum", kind="exploring", by=[cast.gyeongbuk()])

    page = _page(client, "/ko/editions/e/")

    assert '<a href="/ko/bodies/gyeongbuk/">경상북도</a>' in page
    assert '<span lang="en">A youth forum</span>' in page


def test_planned_and_held_days_are_both_told_with_their_sources(client: Client) -> None:
    edition = make.edition("e", make.series(), on="2023-11-01")
    make.state(edition, "announced", said="2023-01-27", planned="2023-07")
    make.state(edition, "held", held="2023-11-01")

    page = _text(_page(client, "/en/editions/e/"))

    assert "said 27 January 2023 1 Planned: July 2023" in page
    assert "Held: 1 November 2023" in page


def test_neighbours_in_the_series_are_a_step_away(client: Client) -> None:
    series = make.series()
    for number in (6, 7, 8):
        make.edition(f"kjgm-{number}", series, ordinal=number, on=str(2010 + number))

    page = _page(client, "/ja/editions/kjgm-7/")

    assert '<a rel="prev" href="/ja/editions/kjgm-6/">' in page
    assert '<a rel="next" href="/ja/editions/kjgm-8/">' in page


def test_the_page_exists_in_four_languages_with_the_title_in_each(client: Client) -> None:
    names = {"ko": "지사회의", "ja": "知事会議", "zh-Hans": "知事会", "en": "Governors' Meeting"}
    make.edition("e", make.series("s", names), ordinal=7)

    titles = [
        re.search(r"<h1>(.*?)<sup", _page(client, f"/{code}/editions/e/"), re.DOTALL)
        for code in ("ko", "ja", "zh-hans", "en")
    ]

    assert [title[1] for title in titles if title] == [
        "제7회 지사회의",
        "第7回知事会議",
        "第7届知事会",
        "7th Governors&#39; Meeting",
    ]


def test_an_unknown_edition_is_not_found(client: Client) -> None:
    assert client.get("/en/editions/nowhere/").status_code == 404


def test_text_of_the_record_is_never_markup(client: Client) -> None:
    edition = make.edition("e", make.series())
    make.item(edition, "x", "<script>alert(1)</script>")

    page = _page(client, "/en/editions/e/")

    assert "<script>alert" not in page
    # The data of the page, and the script of the search box.
    assert page.count('<script type="application/ld+json">') == page.count("<script src=") == 1
    assert page.count("<script") == 2
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("items", [1, 3])
def test_the_page_costs_at_most_nine_queries(
    items: int, client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = make.edition("e", make.series(), hosts=[cast.gyeongbuk()], places=[make.place()])
    speaker, topic = make.person(), make.topic()
    for number in range(items):
        make.item(edition, f"i{number}", speaker=speaker, topics=[topic])
    make.claim("edition/e", "participants", "25", chosen=True)
    make.claim("edition/e", "cumulative_participants", "9")

    # One for the revision of the record, seven for the page.
    with django_assert_num_queries(9):
        page = _page(client, "/en/editions/e/")

    assert "the editions on record alone had 25 (2018) = 25." in _text(page)


def test_only_an_edition_known_to_the_day_can_be_added_to_a_calendar(client: Client) -> None:
    series = make.series()
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01")
    make.edition("kjgm-9", series, ordinal=9, on="2099", state="tentative")

    known, planned = (_text(_page(client, f"/en/editions/kjgm-{n}/")) for n in (7, 9))

    assert "Take it with you Add to my calendar" in known
    assert "Take it with you date not announced to the day" in planned
    assert "Add to my calendar" not in planned
