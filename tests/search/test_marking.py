import pytest

from interlocal.search.marking import excerpt, marked
from interlocal.search.strokes import letters


def hits(text: str, lang: str, *needles: str, bridges: frozenset[str] = frozenset()) -> list[str]:
    return [part.text for part in marked(text, lang, needles, bridges).segments if part.hit]


def test_segments_join_to_the_text() -> None:
    text = "観光と旅遊、ﾂｱｰ"

    assert "".join(part.text for part in marked(text, "ja", ["观光", "つあー"]).segments) == text


@pytest.mark.parametrize(
    ("text", "needle", "hit"),
    [
        ("도정전략 및 관광홍보", "관광", "관광"),
        ("韓國觀光公社", "观光", "觀光"),
        ("Ｔｏｕｒｉｓｍ films", "tourism", "Ｔｏｕｒｉｓｍ"),
        ("O'Brien's tour", "obrien", "O'Brien"),
        ("ﾄｯﾄﾘ県", "とっとり", "ﾄｯﾄﾘ"),
    ],
)
def test_what_was_folded_is_marked_as_it_stands(text: str, needle: str, hit: str) -> None:
    assert hits(text, "ja", needle) == [hit]


def test_a_latin_word_is_not_marked_inside_of_another() -> None:
    assert hits("partner in art", "en", "art") == ["art"]


def test_touching_hits_are_one() -> None:
    assert hits("지방정부교류", "ko", "지방", "정부", "부교") == ["지방정부교"]


def test_a_word_that_bridges_to_another_language_is_marked_whole() -> None:
    assert hits("양국의 관광을 논의", "ko", "tourism", bridges=frozenset({"h:观光"})) == ["관광을"]


def test_an_excerpt_is_cut_around_the_hits() -> None:
    text = "머리말입니다. " * 50 + "여기에서 관광 협력과 관광 홍보를 논의하였다. " + "맺음말입니다. " * 50

    found = excerpt(text, "ko", ["관광"])

    assert found is not None
    assert [part.text for part in found.segments if part.hit] == ["관광", "관광"]
    assert sum(len(part.text) for part in found.segments) < 260
    assert (found.segments[0].text, found.segments[-1].text) == ("…", "…")


def test_a_text_without_hits_has_no_excerpt() -> None:
    assert excerpt("머리말", "ko", ["관광"]) is None


@pytest.mark.parametrize("state", ["ㄱ", "겨", "경", "경ㅂ", "경부", "경북", "겨ᄋ"])
def test_every_state_of_composing_is_a_beginning(state: str) -> None:
    assert letters("경북도").startswith(letters(state))
