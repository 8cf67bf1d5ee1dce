"""What the list of editions can be narrowed by."""

import pytest

from interlocal.programmes import queries
from interlocal.programmes.queries import EditionFilter
from tests import cast, make

pytestmark = pytest.mark.django_db


def found(**wanted: str) -> list[str]:
    page = queries.edition_list(wanted=EditionFilter(**wanted), number=None, tongue="en")
    return [row.slug for row in page.rows]


def world() -> None:
    kjgm, cjkw = make.series(), make.series("cjkw", {"en": "Workshop", "ko": "워크숍"})
    made = make.edition("korean", kjgm, on="2025-11-12", hosts=[cast.gyeongbuk()])
    made.topics.add(make.topic())
    make.edition("japanese", kjgm, on="2023-11-01", hosts=[cast.tottori()])
    make.edition("planned", cjkw, on="2027", state="tentative")


def test_it_is_narrowed_by_series_country_year_state_topic_and_words() -> None:
    world()

    assert found() == ["planned", "korean", "japanese"]
    assert found(series="cjkw") == ["planned"]
    assert found(country="JP") == ["japanese"]
    assert found(year="2025") == ["korean"]
    assert found(state="tentative") == ["planned"]
    assert found(topic="tourism") == ["korean"]
    assert found(q="워크숍") == ["planned"]
    assert found(q="鳥取") == ["japanese"]
    assert found(country="JP", year="2025") == []


def test_without_a_host_the_country_of_the_place_counts() -> None:
    place = make.place("seoul", {"en": "Seoul"})
    place.body = cast.gyeongbuk()
    place.save()
    make.edition("e", make.series(), places=[place])

    assert found(country="KR") == ["e"]
    assert found(country="JP") == []


def test_values_that_do_not_exist_are_told_apart() -> None:
    world()

    wanted = EditionFilter(series="kjgm", country="XX", year="abc", q="x")

    assert queries.unknown(wanted, queries.edition_choices(tongue="en")) == EditionFilter(
        country="XX", year="abc"
    )
