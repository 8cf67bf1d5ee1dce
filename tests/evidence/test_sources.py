"""Lists and pages of sources, and claims by their footnotes."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.evidence import queries
from interlocal.evidence.models import Source
from tests import make

pytestmark = pytest.mark.django_db


def _source(
    slug: str, *, kind: str = "press", language: str = "ko", on: str = "", title: str = "지사회의"
) -> Source:
    made = make.source(slug)
    made.kind, made.language, made.title = kind, language, make.text(title, "ko", en="Governors meet")
    made.published_on = make.day(on) if on else None
    made.save()
    return made


def test_sources_stand_newest_first_and_undated_last() -> None:
    _source("undated")
    _source("old", on="2018")
    _source("new", on="2025-11-13")

    page = queries.sources_page(tongue="en")

    assert [row.slug for row in page.rows.rows] == ["new", "old", "undated"]


def test_sources_are_narrowed_by_kind_language_publisher_and_title() -> None:
    _source("paper", on="2025")
    _source("law", kind="law", language="ja", title="地方自治法")

    pages = [
        queries.sources_page(tongue="en", kind="law"),
        queries.sources_page(tongue="en", language="ko"),
        queries.sources_page(tongue="en", publisher="the pap"),
        queries.sources_page(tongue="en", q="自治"),
        queries.sources_page(tongue="en", q="versions"),
    ]

    assert [[row.slug for row in page.rows.rows] for page in pages] == [
        ["law"],
        ["paper"],
        ["paper", "law"],
        ["law"],
        [],
    ]
    assert (pages[0].kinds, pages[0].languages) == ({"law": 1, "press": 1}, {"ja": 1})


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_four_queries(rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(rows):
        _source(f"source-{number}")

    with django_assert_num_queries(4):
        page = queries.sources_page(tongue="ko")

    assert page.rows.total == rows


def test_a_source_knows_the_places_cited_in_it(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    paper = _source("paper")
    whole, third = make.footnote(paper), make.footnote(paper, place="para. 3")

    with django_assert_num_queries(2):
        page = queries.source_page(slug="paper", tongue="en")

    assert page.places == {whole.pk: "", third.pk: "para. 3"}
    assert (page.title.text, page.original.text) == ("Governors meet", "지사회의")


def test_a_source_nobody_cited_is_not_there() -> None:
    with pytest.raises(Source.DoesNotExist):
        queries.source_page(slug="rumour", tongue="en")


def test_claims_are_found_by_their_footnotes() -> None:
    claim = make.claim("edition/kjgm-6", "participants", "88")
    make.claim("edition/kjgm-7", "participants", "90")

    found = queries.claims_on(footnotes=[claim.footnote_id], tongue="en")

    assert [(row.subject_key, row.value) for row in found] == [("kjgm-6", "88")]
