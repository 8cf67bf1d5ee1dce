import unicodedata

import pytest

from interlocal.languages.folding import fold

SPELLINGS_OF_ONE_NAME = [
    ("鳥取県", "鳥取縣", "鸟取县"),
    ("広島", "廣島", "广岛", "廣嶋"),
    ("沢", "澤", "泽"),
    ("韓国", "韓國", "韩国"),
    ("日韓知事会議", "日韓知事會議", "日韩知事会议"),
    ("関東", "關東", "关东"),
    ("龍", "竜", "龙"),
    ("慶尚北道", "慶尙北道", "庆尚北道"),
    ("陝西", "陕西"),
    ("江蘇", "江苏"),
    ("徳島", "德島", "德岛"),
    ("長崎", "長﨑", "长崎", "長嵜"),
    ("髙﨑", "高崎"),
    ("横浜", "横濱", "橫濱", "横滨", "横濵"),
    ("渡辺", "渡邊", "渡邉", "渡边"),
    ("宮城", "宫城"),
    ("富山", "冨山"),
    ("𠮷田", "吉田"),
    ("静岡", "靜岡", "静冈"),
    ("計画", "計劃", "计划"),
    ("栃木", "枥木"),
    ("樸孟雨", "朴孟雨"),
    ("大邱廣域市", "大邱广域市"),
    ("霞ヶ関", "霞ケ関", "霞が関", "霞ｹ関"),
    ("佐々木", "佐佐木"),
    ("とっとり", "トットリ", "ﾄｯﾄﾘ", unicodedata.normalize("NFD", "とっとり")),
    ("ぎふ", "ギフ", "ｷﾞﾌ", unicodedata.normalize("NFD", "ぎふ")),
    ("경상북도", "경상 북도", unicodedata.normalize("NFD", "경상북도")),
    ("Ōsaka", "OSAKA", "osaka", "Ｏｓａｋａ", "Osaka"),
    ("Lǚliáng", "Lüliang", "Luliang"),
    ("Xi'an", "Xi’an", "Xian", "Xiʻan"),
    ("Gyeongsangbuk-do", "Gyeongsangbuk–do", "gyeongsangbuk do"),
    ("葛城", "葛\U000e0100城", "葛\ufe00城"),
    ("Busan", "Bu\u200bsan", "\u202aBusan\u202c", "\ufeffBusan"),
    ("福岡", "\ufa1b岡", "福冈"),
    ("フォーラム（仮称）", "ふぉーらむ(仮称)"),
]


@pytest.mark.parametrize("spellings", SPELLINGS_OF_ONE_NAME, ids=lambda spellings: spellings[0])
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    keys = {fold(spelling) for spelling in spellings}

    assert len(keys) == 1
    assert {fold(key) for key in keys} == keys


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("埼玉", "崎玉"),
        ("山西", "陝西"),
        ("はは", "ばば"),
        ("びょういん", "びよういん"),
        ("大阪", "大坂"),
        ("Osaka", "Oosaka"),
        ("ひろ", "ヒーロー"),
        ("경북", "경남"),
    ],
)
def test_different_names_stay_apart(a: str, b: str) -> None:
    assert fold(a) != fold(b)


def test_width_normalisation_alone_would_not_unify_name_variants() -> None:
    for variant, usual in (("﨑", "崎"), ("髙", "高"), ("尙", "尚"), ("靑", "青")):
        assert unicodedata.normalize("NFKC", variant) != unicodedata.normalize("NFKC", usual)
        assert fold(variant) == fold(usual)


def test_a_text_without_letters_has_an_empty_key() -> None:
    assert fold(" –・（）") == ""
