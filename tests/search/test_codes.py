import pytest

from interlocal.languages.tokens.terms import IndexTerms
from interlocal.search.asking import _word_of
from interlocal.search.codes import code, codes_of
from interlocal.search.making import PIECE, pieces

NOTHING = IndexTerms((), ())


def test_codes_fit_four_bytes_and_pairs_fit_twenty_bits() -> None:
    words = [f"word{at}" for at in range(5000)]

    assert all(-(2**31) <= code(word) < 2**31 for word in words)
    assert all(0 <= code(f"~{word}") < 2**18 for word in words)
    assert len({code(word) for word in words}) == 5000


def test_how_often_a_word_occurs_is_more_codes() -> None:
    sizes = [
        len(codes_of(NOTHING, IndexTerms(("tour",) * times, ()), lang="en")) for times in (1, 2, 3, 4, 9)
    ]

    assert sizes == [1, 2, 2, 3, 3]


def test_what_stands_in_the_title_has_a_code_more() -> None:
    assert len(codes_of(IndexTerms(("tour",), ()), NOTHING, lang="en")) == 2


def test_a_pair_that_is_a_word_is_left_to_the_word() -> None:
    assert codes_of(NOTHING, IndexTerms(("관광",), ("~관광", "~광객")), lang="ja") == sorted(
        {code("관광"), code("~광객")}
    )


def test_a_pair_across_two_words_is_left_out_unless_one_is_a_single_letter() -> None:
    beside_words = IndexTerms(("经济", "发展"), ("h:济发", "h:京津"))
    beside_a_letter = IndexTerms(("京", "发展"), ("h:京发",))

    assert codes_of(NOTHING, beside_words, lang="zh-Hans") == sorted(map(code, ("经济", "发展")))
    assert codes_of(NOTHING, beside_a_letter, lang="zh-Hans") == sorted(map(code, ("京", "发展", "h:京发")))


@pytest.mark.parametrize(
    ("term", "word"), [("~관광", "관광"), ("h:观光", "观光"), ("h:京", ""), ("k:ab", ""), ("관광", "")]
)
def test_who_asks_for_a_pair_asks_for_the_word_as_well(term: str, word: str) -> None:
    assert _word_of(term) == word


def test_a_long_text_is_found_by_its_pieces_and_none_is_lost() -> None:
    text = "가나다라 마바사. " * 3000

    made = list(pieces("ko", "제목", text))

    assert "".join(row.body for row in made) == text
    assert max(len(row.body) for row in made) <= PIECE
    assert [row.part for row in made] == list(range(len(made)))
