import pytest

from interlocal.documents.formats.document import Text
from interlocal.documents.papers import honorifics, names
from tests.documents.papers.facts import facts, person, words


def marked(parts: Text) -> str:
    """As printed, with the mark of what was guessed."""
    return "".join(f"{run.text}◦" if run.style == "machine" else run.text for run in parts)


SCENE = {one.key: one for one in facts().people()}


@pytest.mark.parametrize(
    ("key", "own", "latin", "reading"),
    [
        ("p-namgung", "南宮敏秀", "NAMGUNG Minsu", "남궁 민수"),
        ("p-kim", "김민지", "KIM Minji", ""),
        ("p-jegal", "제갈 하늘", "JEGAL Haneul◦", ""),
        ("p-takahashi", "髙橋 惣右衛門", "TAKAHASHI Soemon", "たかはし そうえもん"),
        ("p-okazaki", "岡﨑 美咲", "OKAZAKI Misaki◦", "おかざき みさき◦"),
        ("p-ouyang", "欧阳思远", "OUYANG Siyuan", "Ouyang Siyuan"),
        ("p-abdu", "阿卜杜热合曼·买买提江", "Abdurahman Memetjan", ""),
        ("p-fitzgerald", "Alexandra Fitzgerald-Montgomery", "FITZGERALD-MONTGOMERY Alexandra", ""),
    ],
)
def test_a_name_stands_in_its_own_script_and_order_and_in_latin_letters(key, own, latin, reading):
    who = SCENE[key]

    assert (marked(names.own(who)), marked(names.latin(who)), marked(names.reading(who))) == (
        own,
        latin,
        reading,
    )


@pytest.mark.parametrize(
    ("key", "ko", "ja", "zh", "en"),
    [
        (
            "p-namgung",
            "남궁 민수(南宮敏秀)",
            "ナムグン・ミンス（南宮敏秀）",
            "南宮敏秀",
            "NAMGUNG Minsu (南宮敏秀)",
        ),
        ("p-kim", "김민지", "キム・ミンジ（김민지）", "김민지（KIM Minji）", "KIM Minji (김민지)"),
        ("p-sato", "사토 다로(佐藤 太郎)", "佐藤 太郎", "佐藤太郎", "SATO Taro (佐藤 太郎)"),
        (
            "p-okazaki",
            "오카자키 미사키◦(岡﨑 美咲)",
            "岡﨑 美咲",
            "岡﨑美咲",
            "OKAZAKI Misaki◦ (岡﨑 美咲)",
        ),
        (
            "p-ouyang",
            "어우양쓰위안(欧阳思远)",
            "欧阳思远（OUYANG Siyuan）",
            "欧阳思远",
            "OUYANG Siyuan (欧阳思远)",
        ),
    ],
)
def test_each_language_writes_the_others_by_its_own_custom(key, ko, ja, zh, en):
    who = SCENE[key]

    said = [marked(names.in_language(who, tongue)) for tongue in ("ko", "ja", "zh-Hans", "en")]

    assert said == [ko, ja, zh, en]


def test_a_name_without_a_reading_is_guessed_and_marked_so():
    who = person("x", "山田", "花子", "ja")

    assert marked(names.in_language(who, "ko")) == "야마다 하나코◦(山田 花子)"


def test_a_chinese_name_known_only_by_its_characters_is_a_guess_too():
    who = person("x", "单", "伟", "zh-Hans")

    assert marked(names.in_language(who, "ko")) == "산웨이◦(单伟)"


def test_no_han_spelling_is_made_for_a_name_in_hangul_or_kana():
    kana = person("x", "さくら", "ももこ", "ja", latin=("Sakura", "Momoko"))

    assert marked(names.in_language(kana, "zh-Hans")) == "さくら ももこ（SAKURA Momoko）"
    assert marked(names.in_language(person("y", "김", "민지"), "zh-Hans")) == "김민지"


def test_a_korean_name_known_only_in_latin_letters_stays_so():
    who = person("x", "Kim", "Minji")

    said = [marked(names.in_language(who, tongue)) for tongue in ("ko", "ja", "zh-Hans", "en")]

    assert said == ["Kim Minji", "KIM Minji", "KIM Minji", "KIM Minji"]


@pytest.mark.parametrize("language", ["ko", "ja", "zh-Hans", "en"])
def test_of_somebody_whose_name_was_erased_nothing_is_printed(language):
    who = person("x", language=language)

    assert [names.in_language(who, tongue) for tongue in ("ko", "ja", "zh-Hans", "en")] == [()] * 4


def test_every_piece_of_a_name_says_its_language():
    said = names.in_language(SCENE["p-takahashi"], "ko")

    assert [(run.text, run.lang) for run in said] == [
        ("다카하시 소에몬", "ko"),
        ("(", "ko"),
        ("髙橋 惣右衛門", "ja"),
        (")", "ko"),
    ]


def test_two_languages_say_a_name_once_where_they_agree():
    assert marked(names.in_languages(SCENE["p-kim"], ("ko", "ja"), own_too=False)) == "김민지 / キム・ミンジ"
    assert (
        marked(names.in_languages(SCENE["p-fitzgerald"], ("ko", "ja"))) == "FITZGERALD-MONTGOMERY Alexandra"
    )


@pytest.mark.parametrize(
    ("key", "tongue", "salutation", "envelope"),
    [
        ("p-namgung", "ko", "존경하는 남궁 민수 지사님께", "남궁 민수 귀하"),
        ("p-jegal", "ko", "존경하는 제갈 하늘 주무관님께", "제갈 하늘 귀하"),
        ("p-ouyang", "ko", "존경하는 어우양쓰위안 님께", "어우양쓰위안 귀하"),
        ("p-takahashi", "ja", "鳥取県知事　髙橋 惣右衛門 様", "髙橋 惣右衛門 様"),
        ("p-kim", "ja", "国際関係課長　キム・ミンジ 様", "キム・ミンジ 様"),
        ("p-ouyang", "zh-Hans", "尊敬的欧阳思远副主任：", "欧阳思远副主任（收）"),
        ("p-sato", "zh-Hans", "尊敬的佐藤太郎先生/女士：", "佐藤太郎先生/女士（收）"),
        ("p-takahashi", "en", "Dear Governor TAKAHASHI Soemon,", "TAKAHASHI Soemon"),
        ("p-fitzgerald", "en", "Dear Alexandra Fitzgerald-Montgomery,", "Alexandra Fitzgerald-Montgomery"),
    ],
)
def test_people_are_addressed_by_custom_and_nobodys_sex_is_guessed(key, tongue, salutation, envelope):
    who = SCENE[key]

    assert marked(honorifics.salutation(who, tongue)) == salutation
    assert marked(honorifics.envelope(who, tongue)) == envelope


@pytest.mark.parametrize(
    ("tongue", "line"),
    [("ko", "鳥取県 귀중"), ("ja", "鳥取県 御中"), ("zh-Hans", "鳥取県（收）"), ("en", "鳥取県")],
)
def test_a_government_has_an_envelope_line_of_its_own(tongue, line):
    name = names.text("鳥取県", "ja")

    assert marked(honorifics.envelope_body(name, tongue)) == line


@pytest.mark.parametrize(
    ("post", "title"), [("경상북도 경제부지사", "부지사"), ("경상북도지사", "지사"), ("전문위원 (국제)", "")]
)
def test_a_title_is_what_can_be_said_behind_a_name(post, title):
    who = person("x", "김", "민지", post=words(post))

    assert honorifics.title(who, "ko") == title
