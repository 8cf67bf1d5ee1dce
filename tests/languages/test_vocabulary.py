from collections import defaultdict

import pytest

from interlocal.languages import vocabulary
from interlocal.languages.vocabulary import loading

SAID = {
    "ko": "저출생 대책",
    "ja": "少子化対策",
    "zh-Hans": "应对低生育率",
    "en": "Measures on low birth rates",
}


@pytest.mark.parametrize(("lang", "text"), SAID.items(), ids=SAID.keys())
def test_a_concept_is_found_in_any_language(lang: str, text: str) -> None:
    assert "low-birth-rate" in vocabulary.concepts_in(text, lang=lang)


def test_a_concept_is_found_across_spaces_and_in_either_han() -> None:
    assert vocabulary.concepts_in("인구 감소", lang="ko") == vocabulary.concepts_in("인구감소", lang="ko")
    assert vocabulary.concepts_in("人口減少", lang="ja") == vocabulary.concepts_in("人口减少", lang="zh-Hans")


def test_the_longest_term_alone_is_told_and_all_are_searched() -> None:
    assert vocabulary.concepts_in("인구 감소", lang="ko") == ("population-decline",)
    assert set(vocabulary.concepts_within("인구 감소")) == {"population-decline", "population"}


def test_a_term_of_two_concepts_tells_both() -> None:
    ids = defaultdict(set)
    for found in vocabulary.concepts().values():
        for term in found.terms["zh-Hans"]:
            ids[term].add(found.id)
    term = next(term for term, several in ids.items() if len(several) > 1)

    assert set(vocabulary.concepts_in(term, lang="zh-Hans")) >= ids[term]


def test_two_syllables_of_two_words_are_no_term() -> None:
    # 이민, immigration, is not in 아이 민원.
    assert vocabulary.concepts_in("이민", lang="ko") == ("immigration",)
    assert vocabulary.concepts_in("아이 민", lang="ko") == ()


def test_a_general_word_is_translated_from_any_of_its_forms() -> None:
    assert "放弃" in vocabulary.translations("포기하다", lang="ko")["zh-Hans"]
    assert vocabulary.translations("포기", lang="ko") == vocabulary.translations("포기하다", lang="ko")
    assert "포기" in vocabulary.translations("abandoned", lang="en")["ko"]
    assert vocabulary.translations("xyzzy", lang="en") == {}


def test_an_unknown_concept_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        vocabulary.concept("no-such-concept")


def test_every_concept_has_terms_in_all_languages_and_a_broader_one_that_exists() -> None:
    wrong = [
        found.id
        for found in vocabulary.concepts().values()
        if not all(found.terms[lang] for lang in loading.LANGUAGES)
        or set(found.broader) - vocabulary.concepts().keys()
    ]

    assert wrong == []


def test_no_concept_is_broader_than_itself() -> None:
    def above(found: str, seen: tuple[str, ...] = ()) -> list[str]:
        if found in seen:
            return [found]
        return [
            one for broader in vocabulary.concept(found).broader for one in above(broader, (*seen, found))
        ]

    assert [found for found in vocabulary.concepts() if above(found)] == []


@pytest.mark.parametrize(("kind", "columns"), [("concepts-", 6), ("words-", 4)])
def test_no_line_of_a_table_is_passed_over(kind: str, columns: int) -> None:
    tables = loading.tables(kind)
    lines = sum(len(table.read_text(encoding="utf-8").splitlines()) - 1 for table in tables)

    assert tables != []
    assert len(list(loading.rows(kind, columns=columns))) == lines


def test_an_id_is_given_once() -> None:
    ids = [row[0] for row in loading.rows("concepts-", columns=6)]

    assert sorted(found for found in set(ids) if ids.count(found) > 1) == []
