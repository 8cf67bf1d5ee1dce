import subprocess
import sys

import pytest

from interlocal.languages.sorting import sort_key


def ordered(lang: str, *names: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, lang))


def test_korean_names_stand_in_the_order_of_hangul() -> None:
    assert ordered("ko", "전라남도", "경상북도", "강원특별자치도", "경기도", "가평군", "2030 포럼") == [
        "2030 포럼",
        "가평군",
        "강원특별자치도",
        "경기도",
        "경상북도",
        "전라남도",
    ]


def test_hanja_stand_where_their_reading_does() -> None:
    keys = [sort_key("경기도", "ko"), sort_key("慶尙北道", "ko", "경상북도"), sort_key("광주광역시", "ko")]

    assert keys == sorted(keys)


def test_japanese_names_stand_in_the_order_of_their_kana() -> None:
    prefectures = {
        "鳥取": "とっとり",
        "東京": "トウキョウ",
        "大分": "おおいた",
        "大阪": "オオサカ",
        "茨城": "いばらき",
        "岐阜": "ぎふ",
        "京都": "きょうと",
        "鹿児島": "かごしま",
        "香川": "かがわ",
    }

    found = sorted(prefectures, key=lambda name: sort_key(name, "ja", prefectures[name]))

    assert found == ["茨城", "大分", "大阪", "香川", "鹿児島", "岐阜", "京都", "東京", "鳥取"]


def test_marks_and_small_kana_decide_between_equals_only() -> None:
    assert ordered("ja", "ぱぱ", "ばば", "ばは", "はば", "はは", "はひ") == [
        "はは",
        "はば",
        "ばは",
        "ばば",
        "ぱぱ",
        "はひ",
    ]
    assert ordered("ja", "びよういん", "びょういん") == ["びょういん", "びよういん"]
    assert ordered("ja", "センチ", "センター", "せんた") == ["せんた", "センター", "センチ"]


def test_chinese_names_stand_in_the_order_of_pinyin_syllables() -> None:
    assert ordered(
        "zh-Hans",
        "先",
        "西安",
        "西藏",
        "厦门",
        "重庆",
        "成都",
        "长春",
        "吕梁",
        "鲁山",
        "陕西",
        "山西",
        "北京",
    ) == [
        "北京",
        "长春",
        "成都",
        "重庆",
        "鲁山",
        "吕梁",
        "山西",
        "陕西",
        "西安",
        "西藏",
        "厦门",
        "先",
    ]


def test_a_chinese_key_holds_syllables_then_tones_then_characters() -> None:
    assert sort_key("重庆", "zh-Hans") == "chong'qing 24 重庆"
    assert sort_key("A8楼", "zh-Hans") == "a'8'lou 002 a8楼"
    assert sort_key("单霁翔", "zh-Hans", "Shàn Jì xiáng") == "shan'ji'xiang 单霁翔"


def test_english_names_stand_by_words_without_article_or_accent() -> None:
    names = ["The Zoo Forum", "Newark", "New York", "Älborg", "Theatre", "Ōita", "Osaka", "Xi'an", "Xiamen"]

    assert ordered("en", *names) == [
        "Älborg",
        "New York",
        "Newark",
        "Ōita",
        "Osaka",
        "Theatre",
        "Xiamen",
        "Xi'an",
        "The Zoo Forum",
    ]


@pytest.mark.parametrize("lang", ["ko", "ja", "zh-Hans", "en"])
def test_a_key_can_be_stored_for_any_text(lang: str) -> None:
    for text in ("", " ", "Пермь", "경상북도", "鳥取県", "ー", "\u0000x", "🙂"):
        assert "\u0000" not in sort_key(text, lang)


def test_the_tables_of_pinyin_are_not_loaded_before_they_are_used() -> None:
    modules = "interlocal.languages.sorting, interlocal.languages.spelling"
    script = f"import sys, {modules}; print('pypinyin' in sys.modules)"

    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"
