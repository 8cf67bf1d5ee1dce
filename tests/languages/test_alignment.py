from interlocal.languages import alignment
from interlocal.languages.tokens.terms import QueryTerm

TAUGHT = [
    ("ko", "지사 회의", "en", "governors meeting"),
    ("ko", "지사 방문", "en", "governors visit"),
    ("ko", "시장 회의", "en", "mayors meeting"),
    ("ko", "시장 방문", "en", "mayors visit"),
]


def test_words_that_stand_side_by_side_translate_each_other_both_ways() -> None:
    table = alignment.learn(TAUGHT)

    assert table["지사"][0][0] == "governor"
    assert table["governor"][0][0] == "지사"
    assert table["지사"][0][1] > 0.8


def test_every_probability_is_kept_above_the_least_and_three_a_language_at_most() -> None:
    table = alignment.learn(TAUGHT)

    assert [p for found in table.values() for _, p in found if not alignment.LEAST <= p <= 1.0] == []
    assert max(len(found) for found in table.values()) <= alignment.KEPT


def test_nothing_teaches_nothing() -> None:
    assert alignment.learn([]) == {}
    assert alignment.learn([("ko", "", "en", "!")]) == {}


def test_a_query_is_widened_by_what_its_words_are_elsewhere() -> None:
    asked = [QueryTerm("지사", 1.0, "word"), QueryTerm("~지사", 0.4, "gram")]

    found = alignment.expanded(asked, {"지사": [("governor", 0.5), ("지사", 0.2)], "~지사": [("no", 1.0)]})

    assert found == [("governor", alignment.WEIGHT * 0.5)]
