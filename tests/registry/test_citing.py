"""What rests on a source, in the registry."""

import pytest
from pytest_django import DjangoAssertNumQueries

from interlocal.registry import queries
from tests import cast, make

pytestmark = pytest.mark.django_db


def test_facts_on_footnotes_tell_whose_they_are() -> None:
    name = make.body_name(cast.gyeongbuk(), "ko", "경북", kind="short")
    governor = make.post(cast.tottori(), title="Governor")
    tenure = make.tenure(make.person(), governor, as_of="2025")

    total, facts = queries.facts_on(
        footnotes=[name.footnote_id, governor.footnote_id, tenure.footnote_id], tongue="ja"
    )

    assert total == 3
    assert [(fact.kind, fact.key, fact.what, fact.detail, fact.language) for fact in facts] == [
        ("body", "gyeongbuk", "name", "경북", "ko"),
        ("body", "tottori", "post", "Governor", ""),
        ("person", "lee-cheol-woo", "tenure", "tottori", ""),
    ]


def test_facts_come_in_portions(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    gyeongbuk = cast.gyeongbuk()
    names = [make.body_name(gyeongbuk, "ko", words).footnote_id for words in ("가", "나", "다")]

    with django_assert_num_queries(2):
        total, facts = queries.facts_on(footnotes=names, tongue="ko", start=1, size=1)

    assert (total, [fact.detail for fact in facts]) == (3, ["나"])
