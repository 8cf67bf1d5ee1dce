"""Editions as seen from bodies, ties and people."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.programmes import queries
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_a_body_has_the_editions_it_hosted_and_those_its_people_attended() -> None:
    gyeongbuk, series = cast.gyeongbuk(), make.series()
    hosted = make.edition("e1", series, on="2023", hosts=[gyeongbuk])
    make.took_part(hosted, gyeongbuk)
    governor = make.post(gyeongbuk, "governor", "Governor")
    make.attended(make.edition("e2", series, on="2024"), make.person(), post=governor)
    declined = make.edition("e3", series, on="2025")
    make.attended(declined, make.person("other"), post=governor, attendance="declined")

    rows = queries.editions_of_body(slug="gyeongbuk", tongue="en")

    assert [(row.slug, row.capacities) for row in rows] == [("e2", ("participant",)), ("e1", ("host",))]


def test_activity_counts_every_year_and_only_what_was_held() -> None:
    gyeongbuk, series = cast.gyeongbuk(), make.series()
    make.edition("e1", series, on="2019", hosts=[gyeongbuk])
    make.took_part(make.edition("e2", series, on="2021"), gyeongbuk)
    make.edition("e3", series, on="2024", state="announced", hosts=[gyeongbuk])

    editions = queries.editions_of_body(slug="gyeongbuk", tongue="en")

    assert queries.activity_by_year(editions) == [(2019, 1, 0), (2020, 0, 0), (2021, 0, 1)]
    assert queries.activity_by_year([]) == []


def test_who_only_observed_was_not_active() -> None:
    gyeongbuk = cast.gyeongbuk()
    make.took_part(make.edition("e1", make.series(), on="2019"), gyeongbuk, capacity="observer")

    (edition,) = queries.editions_of_body(slug="gyeongbuk", tongue="en")

    assert edition.capacities == ("observer",)
    assert queries.activity_by_year([edition]) == []


def test_bodies_share_the_editions_in_which_two_of_them_took_part() -> None:
    gyeongbuk, tottori, series = cast.gyeongbuk(), cast.tottori(), make.series()
    make.took_part(make.edition("both", series, on="2018-10-25", hosts=[gyeongbuk]), tottori)
    sent = make.edition("sent", series, on="2023", hosts=[tottori])
    make.attended(sent, make.person(), post=make.post(gyeongbuk, "governor", "Governor"))
    make.edition("alone", series, on="2024-10-25", hosts=[gyeongbuk])

    shared = queries.editions_shared(bodies=["gyeongbuk", "tottori"], tongue="en")

    assert [row.slug for row in shared] == ["sent", "both"]


def test_a_tie_is_active_when_two_of_its_bodies_met(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    gyeongbuk, tottori, series = cast.gyeongbuk(), cast.tottori(), make.series()
    cast.garok()
    make.took_part(make.edition("both", series, on="2018-10-25", hosts=[gyeongbuk]), tottori)
    make.edition("alone", series, on="2024-10-25", hosts=[gyeongbuk])

    sides = {"gyeongbuk-tottori": ["gyeongbuk", "tottori"], "gyeongbuk-garok": ["gyeongbuk", "garok"]}
    with django_assert_num_queries(1):
        last = queries.last_activity_of_ties(sides=sides, since={})

    assert last == {"gyeongbuk-tottori": make.day("2018-10-25"), "gyeongbuk-garok": None}


@pytest.mark.parametrize(
    ("since", "counts"), [("2018-10-25", True), ("2018-10", True), ("2018-10-26", False)]
)
def test_an_edition_that_ended_before_a_tie_began_does_not_count(since: str, counts: bool) -> None:
    bodies, begun = ["gyeongbuk", "tottori"], make.day(since)
    make.edition("both", make.series(), on="2018-10-25", hosts=[cast.gyeongbuk(), cast.tottori()])

    last = queries.last_activity_of_ties(sides={"tie": bodies}, since={"tie": begun})
    shared = queries.editions_shared(bodies=bodies, tongue="en", since=begun)

    assert (last["tie"] is not None, len(shared) == 1) == (counts, counts)


def test_a_person_has_the_editions_attended_and_the_items_spoken_in() -> None:
    lee, gyeongbuk, series = make.person(), cast.gyeongbuk(), make.series()
    make.attended(
        make.edition("e1", series, on="2023"), lee, post=make.post(gyeongbuk, "governor", "Governor")
    )
    make.item(make.edition("e2", series, on="2024"), "talk", "Talk", on="2022-01-27", speaker=lee)

    rows = queries.participations_of_person(slug="lee-cheol-woo", tongue="en")

    assert [(row.edition.slug, row.capacity, row.item.text if row.item else "", row.day) for row in rows] == [
        ("e1", "participant", "", None),
        ("e2", "speaker", "Talk", make.day("2022-01-27")),
    ]


def test_a_feed_knows_when_the_journal_last_told_of_an_edition(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    series = make.series()
    make.edition("e1", series, on="2023")
    make.edition("e2", make.series("other"), on="2024")
    make.told("edition", "e1")

    with django_assert_num_queries(3):
        rows = queries.edition_feed(series="kjgm", tongue="en")

    assert [(row.slug, row.updated_at) for row in rows] == [("e1", make.NOON)]
