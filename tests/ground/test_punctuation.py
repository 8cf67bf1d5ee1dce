import pytest
from markupsafe import Markup

from interlocal.ground.punctuation import bracketed, colon, sentences


@pytest.mark.parametrize(
    ("lang", "mark", "aside", "both"),
    [
        ("ko", ": ", "38명 (한국)", "맞음. 끝."),
        ("ja", "：", "38人（한국）", "맞음.끝."),
        ("zh-Hans", "：", "38人（한국）", "맞음.끝."),
        ("en", ": ", "38 (한국)", "맞음. 끝."),
    ],
)
def test_marks_between_words_follow_the_language(lang: str, mark: str, aside: str, both: str) -> None:
    number = {"ko": "38명", "en": "38"}.get(lang, "38人")

    assert colon(lang) == mark
    assert number + bracketed("한국", lang) == aside
    assert sentences(["맞음.", "끝."], lang) == both


def test_an_aside_that_is_markup_stays_markup_and_text_stays_text() -> None:
    assert bracketed(Markup("<b>x</b>"), "ja") == Markup("（<b>x</b>）")
    assert not hasattr(bracketed("<b>", "ja"), "__html__")
