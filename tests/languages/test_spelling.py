import pytest

from interlocal.languages import spelling
from interlocal.languages.spelling import Generated

KANA = [
    # kana, passport Hepburn, Hepburn with macrons, hangul
    ("とうきょう", "Tokyo", "Tōkyō", "도쿄"),
    ("おおさか", "Osaka", "Ōsaka", "오사카"),
    ("きょうと", "Kyoto", "Kyōto", "교토"),
    ("にいがた", "Niigata", "Niigata", "니가타"),
    ("とっとり", "Tottori", "Tottori", "돗토리"),
    ("ひょうご", "Hyogo", "Hyōgo", "효고"),
    ("ほっかいどう", "Hokkaido", "Hokkaidō", "홋카이도"),
    ("こうち", "Kochi", "Kōchi", "고치"),
    ("ちば", "Chiba", "Chiba", "지바"),
    ("つしま", "Tsushima", "Tsushima", "쓰시마"),
    ("なんば", "Namba", "Nanba", "난바"),
    ("はっちょう", "Hatcho", "Hatchō", "핫초"),
    ("しんいち", "Shinichi", "Shin'ichi", "신이치"),
    ("じゅんいちろう", "Junichiro", "Jun'ichirō", "준이치로"),
    ("たくや", "Takuya", "Takuya", "다쿠야"),
    ("かとう", "Kato", "Katō", "가토"),
    ("ゆうき", "Yuki", "Yūki", "유키"),
    ("けいおう", "Keio", "Keiō", "게이오"),
    ("いのうえ", "Inoue", "Inoue", "이노우에"),
    ("まつうら", "Matsuura", "Matsuura", "마쓰우라"),
    ("おおうら", "Oura", "Ōura", "오우라"),
    ("ひろおか", "Hirooka", "Hirooka", "히로오카"),
    ("おおおか", "Ooka", "Ōoka", "오오카"),
    ("たかとお", "Takatoo", "Takatō", "다카토"),
    ("ほり|い", "Horii", "Horii", "호리이"),
    ("フジタ エツオ", "Fujita Etsuo", "Fujita Etsuo", "후지타 에쓰오"),
    ("ﾆｰﾅ", "Nina", "Nīna", "니나"),
]


@pytest.mark.parametrize(("kana", "passport", "macron", "hangul"), KANA)
def test_kana_are_spelt_by_three_rules(kana: str, passport: str, macron: str, hangul: str) -> None:
    assert spelling.hepburn_passport(kana) == Generated(passport, "hepburn-passport")
    assert spelling.hepburn_macron(kana) == Generated(macron, "hepburn-macron")
    assert spelling.kana_in_hangul(kana) == Generated(hangul, "kana-to-hangul")


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("신라", "Silla"),
        ("독립문", "Dongnimmun"),
        ("종로", "Jongno"),
        ("왕십리", "Wangsimni"),
        ("백마", "Baengma"),
        ("별내", "Byeollae"),
        ("한라", "Halla"),
        ("대관령", "Daegwallyeong"),
        ("속리산", "Songnisan"),
        ("촉석루", "Chokseongnu"),
        ("선릉", "Seolleung"),
        ("설악", "Seorak"),
        ("묵호", "Mukho"),
        ("집현전", "Jiphyeonjeon"),
        ("압구정", "Apgujeong"),
        ("낙동강", "Nakdonggang"),
        ("벚꽃", "Beotkkot"),
        ("해돋이", "Haedoji"),
        ("같이", "Gachi"),
        ("좋고", "Joko"),
        ("값", "Gap"),
        ("밝은", "Balgeun"),
        ("학여울", "Hangnyeoul"),
        ("신문로", "Sinmunno"),
        ("불국사", "Bulguksa"),
        ("하회 마을", "Hahoe Maeul"),
        ("독도", "Dokdo"),
    ],
)
def test_hangul_is_romanised_as_it_is_said(hangul: str, latin: str) -> None:
    assert spelling.romanised(hangul) == Generated(latin, "revised-romanization")


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("경상북도 안동시", "Gyeongsangbuk-do Andong-si"),
        ("전라북도", "Jeollabuk-do"),
        ("충청북도", "Chungcheongbuk-do"),
        ("양주군", "Yangju-gun"),
        ("도봉구", "Dobong-gu"),
        ("중구", "Jung-gu"),
        ("신창읍", "Sinchang-eup"),
        ("삼죽면", "Samjuk-myeon"),
        ("인왕리", "Inwang-ri"),
        ("당산동", "Dangsan-dong"),
        ("대구광역시", "Daegu-gwangyeoksi"),
        ("서울", "Seoul"),
    ],
)
def test_a_unit_keeps_its_own_sound_after_a_hyphen(hangul: str, latin: str) -> None:
    assert spelling.romanised_unit(hangul) == Generated(latin, "revised-romanization")


def test_decomposed_hangul_is_romanised_like_composed() -> None:
    assert spelling.romanised("\u1109\u1175\u11ab\u1105\u1161").text == "Silla"


@pytest.mark.parametrize(
    ("family", "given", "latin"),
    [
        ("习", "近平", "Xi Jinping"),
        ("習", "近平", "Xi Jinping"),
        ("单", "霁翔", "Shan Jixiang"),
        ("曾", "国藩", "Zeng Guofan"),
        ("吕", "不韦", "Lü Buwei"),
        ("尉迟", "恭", "Yuchi Gong"),
        ("王", "小娥", "Wang Xiao'e"),
        ("王", "", "Wang"),
    ],
)
def test_a_chinese_person_has_the_family_first_and_the_given_name_joined(
    family: str, given: str, latin: str
) -> None:
    assert spelling.pinyin_person(family, given) == Generated(latin, "hanyu-pinyin")


@pytest.mark.parametrize(
    ("han", "latin"),
    [
        ("重庆", "Chongqing"),
        ("重慶", "Chongqing"),
        ("厦门", "Xiamen"),
        ("长春", "Changchun"),
        ("西藏", "Xizang"),
        ("西安", "Xi'an"),
        ("陕西", "Shaanxi"),
        ("山西", "Shanxi"),
        ("六安", "Lu'an"),
        ("长治", "Changzhi"),
        ("朝阳", "Chaoyang"),
        ("漯河", "Luohe"),
        ("吕梁", "Lüliang"),
    ],
)
def test_a_chinese_place_is_one_word_read_as_the_place_is(han: str, latin: str) -> None:
    assert spelling.pinyin_place(han) == Generated(latin, "hanyu-pinyin")
