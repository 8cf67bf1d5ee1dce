import pytest

from interlocal.languages.names import Candidate, Kind, Match, Ranked, Reason, match_names, rank_names

ONE_NAME: list[tuple[str, str, Kind, Reason]] = [
    ("鳥取県", "鸟取县", "place", Reason.VARIANT_HAN),
    ("鳥取県", "鳥取県", "place", Reason.SAME),
    ("Ｔottori", "tottori", "place", Reason.SAME),
    ("돗토리현", "Tottori Prefecture", "place", Reason.READING),
    ("돗토리", "鳥取県", "other", Reason.READING),
    ("경상북도", "慶尚北道", "body", Reason.READING),
    ("경북", "경상북도", "body", Reason.ABBREVIATION),
    ("慶北", "庆尚北道", "body", Reason.ABBREVIATION),
    ("경북", "Gyeongbuk", "body", Reason.READING),
    ("Gyeongbuk", "慶尚北道", "body", Reason.READING),
    ("North Gyeongsang Province", "경상북도", "body", Reason.READING),
    ("전북", "Jeonbuk State", "body", Reason.READING),
    ("산둥성", "山东", "place", Reason.READING),
    ("산동성", "山東省", "place", Reason.READING),
    ("Shandong", "산둥성", "place", Reason.READING),
    ("京都府", "Kyoto", "place", Reason.READING),
    ("후지타 에쓰오", "藤田悦夫", "person", Reason.READING),
    ("후지타 에츠오", "Etsuo Fujita", "person", Reason.READING),
    ("Shinji Hirai", "平井伸治 知事", "person", Reason.READING),
    ("이철우 지사", "Governor Lee Cheol-woo", "person", Reason.READING),
    ("이철우", "李喆雨", "other", Reason.READING),
    ("イ・チョルウ", "이철우", "other", Reason.SOUND),
    ("习近平", "시진핑", "person", Reason.READING),
    ("習近平", "Xi Jinping", "other", Reason.READING),
    ("Park Geun-hye", "박근혜", "other", Reason.READING),
    ("Bak Geunhye", "박근혜", "other", Reason.READING),
    ("GAROK", "Governors Association of the Republic of Korea", "body", Reason.INITIALS),
    ("全国知事会", "National Governors' Association", "body", Reason.TRANSLATED_WORDS),
    ("Ministry of Foreign Affairs", "외교부", "body", Reason.TRANSLATED_WORDS),
]


@pytest.mark.parametrize(("a", "b", "kind", "reason"), ONE_NAME)
def test_two_spellings_of_one_name_match_and_say_why(a: str, b: str, kind: Kind, reason: Reason) -> None:
    found = match_names(a, b, kind=kind)

    assert found.reason == reason
    assert found.score >= 0.8


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("경상북도", "경상남도"),
        ("鳥取県", "島根県"),
        ("平井伸治", "藤田悦夫"),
        ("Kim Min-seok", "김태호"),
        ("인천국제공항", "Gimpo International Airport"),
        ("부산대학교", "釜山港"),
    ],
)
def test_different_names_stay_below_what_is_worth_asking(a: str, b: str) -> None:
    assert match_names(a, b).score < 0.8


def test_a_name_matches_whichever_way_round_it_is_asked() -> None:
    assert match_names("돗토리현", "鸟取县").score == match_names("鸟取县", "돗토리현").score


def test_candidates_are_ranked_with_the_form_that_answered() -> None:
    candidates = [
        Candidate("tottori", (("鳥取県", "ja"), ("Tottori Prefecture", "en"))),
        Candidate("tottori-city", (("鳥取市", "ja"), ("Tottori City", "en"))),
        Candidate("shimane", (("島根県", "ja"), ("Shimane Prefecture", "en"))),
    ]

    found = rank_names("돗토리현", candidates, kind="place", lang="ko", limit=2)

    assert [ranked.id for ranked in found] == ["tottori", "tottori-city"]
    assert found[0] == Ranked("tottori", 1.0, Reason.READING, "鳥取県")


def test_a_body_is_told_from_the_place_it_is_named_after() -> None:
    candidates = [
        Candidate("city", (("Incheon", "en"),)),
        Candidate("airport", (("Incheon International Airport", "en"),)),
        Candidate("other", (("Gimpo International Airport", "en"),)),
    ]

    asked = ("인천국제공항", "仁川机场", "인천", "仁川市")

    assert [rank_names(name, candidates)[0].id for name in asked] == ["airport", "airport", "city", "city"]


def test_nothing_matches_nothing() -> None:
    assert match_names("", "") == match_names("!?", "경북") == Match(0.0, Reason.NOTHING)
    assert rank_names("", [Candidate("a", (("경북", "ko"),))]) == []


def test_every_reason_has_words_for_readers() -> None:
    assert [reason for reason in Reason if not reason.words] == []
