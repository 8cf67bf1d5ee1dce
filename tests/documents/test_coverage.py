import time

import pytest

from interlocal.documents.formats.coverage import Missing, covered, missing, refuse_missing
from interlocal.documents.formats.document import Run
from interlocal.ground.refused import Refused


def test_names_of_three_scripts_can_be_printed() -> None:
    assert (
        missing(
            [
                Run("김철수 金哲洙", "ko"),
                Run("髙橋 邉 﨑 𠮷", "ja"),
                Run("江苏省 画 “引号”", "zh-Hans"),
                Run("Łódź Өмнөговь Nguyễn", "en"),
            ]
        )
        == ()
    )


def test_a_character_without_glyph_is_named_with_the_text_where_it_stands() -> None:
    assert missing([Run("평범", "ko"), Run("축하 😀", "ko"), Run("😀", "en")]) == (
        Missing("😀", "U+1F600", "축하 😀", "ko"),
    )


@pytest.mark.parametrize(
    "inkless",
    [
        "e\u0301",
        "葛\U000e0100",
        "✓\ufe0e",
        "a\u200db",
        "\u202eab\u202c",
        "a\u00a0b\u202fc",
        "a\tb\nc",
        "\u1112\u1161\u11ab",
    ],
)
def test_joiners_selectors_marks_of_direction_and_composed_letters_are_no_gaps(inkless: str) -> None:
    assert missing([Run(inkless, "ja")]) == ()


@pytest.mark.parametrize(
    ("broken", "code"), [("a\x07b", "U+0007"), ("x\ud800", "U+D800"), ("\ue000", "U+E000")]
)
def test_what_is_no_character_is_named_by_its_number(broken: str, code: str) -> None:
    assert [each.code for each in missing([Run(broken, "en")])] == [code]


def test_the_refusal_names_characters_and_texts() -> None:
    with pytest.raises(Refused) as refused:
        refuse_missing([Run("ส", "en"), Run("벨\x07", "ko")])

    assert refused.value.code == "glyph_missing"
    assert str(refused.value) == (
        "These characters cannot be printed, because no installed font has them: ส U+0E2A (ส), U+0007 (벨)."
    )


def test_many_gaps_are_counted() -> None:
    with pytest.raises(Refused) as refused:
        refuse_missing([Run("".join(map(chr, range(0x1F600, 0x1F600 + 20))), "en")])

    assert str(refused.value).endswith("… (+12).")


def test_ten_thousand_names_are_looked_through_in_a_moment() -> None:
    covered()
    names = [Run(f"홍길동{chr(0xAC00 + number % 9000)}", "ko") for number in range(10_000)]

    began = time.process_time()
    assert missing(names) == ()

    assert time.process_time() - began < 0.05
