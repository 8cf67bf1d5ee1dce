"""Any str at all gives terms a database can store."""

import random

import pytest

from interlocal.languages.tokens.terms import LONGEST_TERM, index_terms, query_terms

LANGUAGES = ("ko", "ja", "zh-Hans", "en", "und")
BAD = {
    "lone surrogates": "\ud800\udfff abc\udc00관광",
    "controls": "a\0b\x00\x1b관광\x7f",
    "direction marks": "\u202e관광\u202c\u2066旅\u2069",
    "joiners": "관\u200b광 旅\u200d游 to\u00adurism",
    "rare Han": "𠮷野家 𪚥𠀀 \U0003134a",
    "one Han character": "港",
    "emoji": "👨‍👩‍👧‍👦🇰🇷😀",
    "operators": "관광 & !旅 | 'x':* <2> \\ -- ; DROP TABLE",
    "quotes": "'" * 3000,
    "decomposed hangul": "\u1112\u1161\u11ab\u1100\u116e\u11a8",
    "jamo": "ㄱㅏㄴㅏㄷ",
    "Thai": "การท่องเที่ยว",
    "Arabic": "السياحة",
    "stacked marks": "e" + "\u0301" * 5000,
    "one long word of hangul": "가" * 10_000,
    "one long word of kana": "ア" * 10_000,
    "one long word of Han": "漢" * 10_000,
    "one long Latin word": "a" * 10_000,
    "one long number": "1" * 10_000,
    "digits and commas": "1," * 5000,
    "repetition marks": "々々々 山々々",
    "ligature that grows": "\ufdfa" * 100,
    "mixed in one word": "鳥取AI협력tourism観光" * 500,
}


def assert_storable(terms: set[str]) -> None:
    assert [term for term in terms if not 0 < len(term) <= LONGEST_TERM] == []
    assert [term for term in terms if "\0" in term or not term.strip()] == []
    "".join(terms).encode()  # raises for a surrogate


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_bad_text_gives_storable_terms(text: str) -> None:
    for lang in LANGUAGES:
        found = index_terms(text, lang=lang)
        assert_storable({*found.words, *found.also})
    assert_storable({term.term for term in query_terms(text)})


def test_noise_gives_storable_terms() -> None:
    chance = random.Random(7)
    blocks = ((0, 0x110000), (0, 0x300), (0x3000, 0x3100), (0x4E00, 0xA000), (0xAC00, 0xD7A4))
    for _ in range(60):
        text = "".join(chr(chance.randrange(*chance.choice(blocks))) for _ in range(150))
        for lang in LANGUAGES:
            found = index_terms(text, lang=lang)
            assert_storable({*found.words, *found.also})


def test_words_hidden_by_marks_are_found() -> None:
    assert index_terms("to\u00adur\u200bism", lang="en").words == ("tourism",)
    assert "관광" in index_terms("\u202e관광\u202c", lang="ko").words


def test_a_long_query_is_asked_by_its_beginning() -> None:
    assert len(query_terms(" ".join(f"w{n}" for n in range(20_000)))) < 1_500


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "sentence", "size"),
    [("ja", "鳥取県と対策を話し合った。", 1), ("en", "Tottori met Gyeongbuk. ", 5)],
)
def test_megabytes_are_cut_and_read(lang: str, sentence: str, size: int) -> None:
    text = sentence * (size * 1_000_000 // len(sentence.encode()))

    found = index_terms(text, lang=lang)

    assert len(found.words) > 80_000
    assert len(found.also) < 50
