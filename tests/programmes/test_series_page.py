"""A series as one page of values, and the list of series."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.programmes import queries
from tests import cast, make

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def test_lapses_turns_and_what_is_next_follow_from_the_editions() -> None:
    series = make.series()
    series.cadence_months, series.cadence_footnote, series.rotation = 24, make.footnote(), ["JP", "KR"]
    series.save()
    make.edition("kjgm-6", series, ordinal=6, on="2017-11", hosts=[cast.gyeongbuk()])
    make.edition("kjgm-7", series, ordinal=7, on="2023-11-01", hosts=[cast.tottori()])
    make.edition("kjgm-8", series, ordinal=8, on="2027", state="tentative")

    page = queries.series_page(slug="kjgm", tongue="en", today=TODAY)

    assert [(lapse.after, lapse.before) for lapse in page.card.lapses] == [("kjgm-6", "kjgm-7")]
    assert [(turn.edition, turn.expected, turn.kept) for turn in page.turns] == [
        ("kjgm-6", "KR", True),
        ("kjgm-7", "JP", True),
        ("kjgm-8", "KR", None),
    ]
    assert page.card.next
    assert page.card.next.edition == "kjgm-8"
    assert (page.card.held, page.card.numbered) == (2, 7)


def test_figures_of_editions_and_their_conflicts_are_on_the_page_of_the_series() -> None:
    series = make.series()
    make.edition("kjgm-7", series, on="2023-11-01")
    make.claim("edition/kjgm-7", "participants", "88", chosen=True)
    make.claim("edition/kjgm-7", "participants", "93")

    page = queries.series_page(slug="kjgm", tongue="en", today=TODAY)

    assert {slug: figure.shown.value for slug, figure in page.sizes.items()} == {"kjgm-7": "88"}
    assert [(row.slug, figure.conflicting[0].value) for row, figure in page.conflicts] == [("kjgm-7", "93")]


def test_claims_on_the_series_are_checked_against_its_editions() -> None:
    series = make.series("cjkw")
    for number, year in enumerate(("2013", "2014", "2016"), 2):
        make.edition(f"cjkw-{number}", series, ordinal=number, on=year)
    make.claim("series/cjkw", "cadence", "every year since 2013")
    make.claim("series/cjkw", "editions_held", "4")

    page = queries.series_page(slug="cjkw", tongue="en", today=TODAY)

    assert [(check.claim.attribute, check.finding.verdict) for check in page.checks] == [
        ("cadence", "contradicted"),
        ("editions_held", "confirmed"),
    ]
    assert [check.claim.subject_key for check in queries.failed_checks(tongue="en")] == ["cjkw"]


@pytest.mark.parametrize("editions", [1, 3])
def test_a_long_series_costs_as_many_queries_as_a_short_one(
    editions: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    series, host = make.series(), cast.gyeongbuk()
    for number in range(1, editions + 1):
        make.edition(f"e{number}", series, ordinal=number, on=str(2000 + number), hosts=[host])
        make.claim(f"edition/e{number}", "participants", "88")

    with django_assert_num_queries(9):
        queries.series_page(slug="kjgm", tongue="ja", today=TODAY)
    with django_assert_num_queries(3):
        queries.series_cards(tongue="ja", today=TODAY)
