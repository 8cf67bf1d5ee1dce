"""What may not be seen is not found, not counted, not offered, not suggested."""

import pytest

from interlocal.languages.tokens.terms import index_terms
from interlocal.search import counting, learning, queries, slots
from interlocal.search.codes import code
from tests.search.known import counted, found, known

pytestmark = pytest.mark.django_db

ONE = frozenset({"body:1"})
OTHER = frozenset({"body:2", "user:7"})


@pytest.fixture(autouse=True)
def secret() -> None:
    known("edition", "open", en="Harbour meeting", countries=("JP",))
    known(
        "edition",
        "closed",
        en="Harbour meeting on the zeppelin",
        ko="비행선 회의",
        text="The zeppelin lands in the harbour.",
        countries=("KR",),
        bodies=("airfield",),
        readers=frozenset({"body:1"}),
    )
    known("body", "airfield", en="Zeppelin airfield", readers=frozenset({"body:1"}))
    known("edition", "nobodys", en="Harbour meeting of nobody", readers=frozenset())
    counted()


def test_only_its_readers_find_a_row() -> None:
    assert sorted(found("harbour", audience=ONE)) == ["closed", "open"]
    assert found("harbour", audience=OTHER) == ["open"]
    assert found("harbour") == ["open"]


@pytest.mark.parametrize(
    "words",
    ["zeppelin", "zepelin", "Zeppelin airfield", "비행선", "飛行船", "harbour meeting on the zeppelin"],
)
def test_no_way_leads_to_it_for_others(words: str) -> None:
    assert {"closed", "airfield"} & set(found(words)) == set()
    assert {"closed", "airfield"} & set(found(words, audience=ONE)) != set()


def test_counts_and_choices_do_not_tell_of_it() -> None:
    page = queries.search_page(words="harbour", tongue="en")
    told = queries.search_page(words="harbour", tongue="en", audience=ONE)

    assert (page.total, page.counts, page.choices.countries) == (
        1,
        (("edition", 1),),
        (queries.Choice("JP", 1),),
    )
    assert page.choices.bodies == ()
    assert [(one.value, one.count) for one in told.choices.bodies] == [("airfield", 1)]


def test_a_choice_has_no_name_that_the_asker_may_not_see() -> None:
    known("edition", "near", en="Harbour walk", bodies=("airfield",))

    assert queries.search_page(words="harbour", tongue="en").choices.bodies == ()


@pytest.mark.parametrize("typed", ["zep", "Zeppelin", "zeppelni", "비행"])
def test_suggestions_do_not_tell_of_it(typed: str) -> None:
    assert queries.suggest(typed=typed, tongue="en") == ()
    assert queries.suggest(typed=typed, tongue="en", audience=ONE) != ()


def test_what_is_offered_instead_does_not_tell_of_it() -> None:
    assert queries.next_best(words="zeppelim", tongue="en") == ()
    assert [one.way for one in queries.next_best(words="zeppelim airfield", tongue="en", audience=ONE)] != []


def test_narrowing_does_not_tell_of_it() -> None:
    assert found("harbour", body="airfield") == []
    assert found("harbour", body="airfield", audience=ONE) == ["closed"]


def test_what_words_are_rare_is_counted_of_public_texts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "COUNTED_FROM", 1)

    counted()

    told = [
        slots.rows("select en from search_frequency_0 where code = %s", [code(word)])
        for words in ("harbour", "zeppelin")
        for word in index_terms(words, lang="en").words
    ]
    assert told == [[(1,)], []]


def test_translations_are_learnt_from_public_texts_alone() -> None:
    for at in range(5):
        known("edition", f"t{at}", en=f"zeppelin {at}", ko=f"비행선 {at}", readers=frozenset({"body:1"}))

    learning.learn(0)

    assert slots.rows("select word from search_learnt_0 where word in ('zeppelin', '비행선')") == []
