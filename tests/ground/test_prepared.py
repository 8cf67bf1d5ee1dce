from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from interlocal.evidence.models import Footnote
from interlocal.ground.dates import PartialDate
from interlocal.ground.prepared import NUMBER, date_in, localised_in, name_in, one_of, prepared, text_in
from interlocal.ground.texts import Shown
from tests import make

LABEL = '{"ko": {"official": [["강원도", null, "2023-06-11"], ["강원특별자치도", "2023-06-11", null]]}}'
TEXT = '{"original": "ko", "revision": 1, "versions": {"ko": {"text": "서울", "state": "original", "of": 1}}}'


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("[2017-11-05,2017-11-06)", PartialDate(2017, 11, 5)),
        ("[2017-11-01,2017-12-01)", PartialDate(2017, 11)),
        ("[2017-01-01,2018-01-01)", PartialDate(2017)),
        (None, None),
    ],
)
def test_a_date_is_read_as_the_database_prints_it(printed: str | None, day: PartialDate | None) -> None:
    assert date_in(printed) == day


def test_names_and_texts_are_read_from_their_json() -> None:
    assert name_in(LABEL, "ko", "2018-10-25") == Shown("강원도", "ko")
    assert name_in(LABEL, "en", None) == Shown("강원특별자치도", "ko")
    assert text_in(TEXT, "ja") == Shown("서울", "ko")
    assert (name_in(None, "ko", None), text_in(None, "ko"), localised_in(None)) == (None, None, None)


@pytest.mark.django_db
def test_a_query_is_built_once_and_asks_for_what_each_call_wants() -> None:
    first, second, third = (make.footnote().pk for _ in range(3))
    built = []

    @prepared
    def footnotes() -> "QuerySet[Any, Any]":
        built.append(NUMBER)
        return Footnote.objects.filter(one_of("id")).order_by("id").values_list("id")

    with CaptureQueriesContext(connection) as captured:
        found = [footnotes([first]), footnotes([first, third]), footnotes([])]

    assert found == [[(first,)], [(first,), (third,)], []]
    assert (len(built), len(captured)) == (1, 3)
    assert second not in {row[0] for rows in found for row in rows}
