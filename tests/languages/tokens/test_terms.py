from interlocal.languages.tokens.terms import SCRAP, IndexTerms, QueryTerm, index_terms, query_terms


def terms_of(text: str, lang: str) -> set[str]:
    found = index_terms(text, lang=lang)
    return {*found.words, *found.also}


def lanes(query: str, lang: str | None = None) -> dict[str, str]:
    return {term.term: term.lane for term in query_terms(query, lang=lang)}


def test_words_stand_in_the_order_of_the_text_without_particles() -> None:
    assert index_terms("경상북도는 지방소멸에 대응한다", lang="ko").words == (
        "경상",
        "북도",
        "경상북도",
        "지방",
        "소멸",
        "대응",
    )
    assert index_terms("鳥取県と交流が始まった", lang="ja").words == ("鸟取", "县", "交流", "始まる")
    assert index_terms("在山东举行研讨会", lang="zh-Hans").words == ("山东", "举行", "研讨", "研讨会")
    assert index_terms("The Governors' Meetings were hosted", lang="en").words == ("governor", "meet", "host")


def test_one_subject_has_one_han_term_in_three_languages() -> None:
    for text, lang in (("관광", "ko"), ("観光", "ja"), ("观光", "zh-Hans"), ("觀光", "zh-Hans")):
        assert "h:观光" in terms_of(text, lang)


def test_a_loan_word_sounds_alike_in_hangul_kana_and_latin() -> None:
    written = ("돗토리", "トットリ", "Tottori")

    heard = [{term for term in terms_of(word, "und") if term[:2] == "c:"} for word in written]

    assert heard == [{"c:ttr"}] * 3


def test_a_concept_is_one_term_in_four_languages() -> None:
    said = (("저출생", "ko"), ("少子化", "ja"), ("低生育率", "zh-Hans"), ("low birth rate", "en"))

    shared = set.intersection(*(terms_of(text, lang) for text, lang in said))

    assert shared == {"k:low-birth-rate"}


def test_a_general_word_asks_for_its_translations_below_itself() -> None:
    asked = {term.term: term for term in query_terms("회의")}

    assert asked["회의"] == QueryTerm("회의", 1.0, "word")
    assert asked["h:会议"].lane == "han"
    assert asked["meet"].lane == "table"
    assert asked["meet"].weight < 1.0


def test_translations_are_asked_for_and_never_stored() -> None:
    assert "meet" not in terms_of("회의", "ko")


def test_han_alone_is_read_as_japanese_and_as_chinese() -> None:
    assert {"地方", "创生"} <= lanes("地方創生").keys()
    assert lanes("旅游")["旅游"] == "word"
    assert lanes("観光地", lang="ja")["观光"] == "word"


def test_a_character_left_over_by_the_wrong_reading_weighs_little() -> None:
    weights = {term.term: term.weight for term in query_terms("旅游")}

    assert weights["旅游"] == 1.0
    assert weights["游"] == SCRAP


def test_a_word_in_mixed_writing_is_split_by_writing() -> None:
    assert index_terms("鳥取AI협력tourism", lang="und").words == ("鸟取", "ai", "협력", "tourism")


def test_the_text_of_one_language_may_hold_words_of_another() -> None:
    assert {"대구", "ai", "2025"} <= terms_of("2025年、대구のAI", "ja")
    assert {"举办", "わーくしょっぷ"} <= terms_of("举办ワークショップ", "zh-Hans")


def test_a_number_is_one_word_in_any_width_and_with_commas() -> None:
    assert index_terms("１,９３２", lang="ja").words == index_terms("1932", lang="en").words == ("1932",)


def test_decomposed_hangul_and_half_width_kana_are_as_composed_and_full_width() -> None:
    assert index_terms("한국", lang="ko") == index_terms("한국", lang="ko")
    assert index_terms("ｽﾎﾟｰﾂ", lang="ja") == index_terms("スポーツ", lang="ja")


def test_nothing_that_can_be_read_has_no_terms() -> None:
    assert index_terms("!!! ' & | <-> :* \u200b", lang="und") == IndexTerms((), ())
    assert query_terms("…。、") == ()


def test_every_pair_of_letters_can_be_found() -> None:
    assert {"~관광", "~광단"} <= terms_of("관광단지", "ko")
    assert {"h:友好", "h:好交", "~流の"} <= terms_of("友好交流の", "ja")
