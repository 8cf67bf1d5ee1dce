import csv
import threading
import unicodedata
from importlib import resources

import pytest

from interlocal.languages.names import NameKey, match_names, name_keys

DIRTY = [
    "",
    " \t\n",
    "\ud800",
    "경\udfff북",
    "\u202e鳥取県\u202c",
    "鳥\u200d取\u200b県",
    "\ufeff",
    "𠮷田𪚲𪚥",
    "\U0003fffe",
    "\u1100\u1167\u11bc",
    "ㄱㅏㄴ",
    "(주)",
    "((((",
    "'; DROP TABLE name; --",
    "a & b | !c:*",
    "🇰🇷🏯",
    "Пермь",
    "مدينة",
    "가" * 10_000,
    "山" * 10_000,
    "x" * 10_000,
    "あ" * 10_000,
    "北京 " * 3_000,
    "Busan釜山부산",
    "々々",
    "ー",
    "ン",
    "ッ",
    "\x00NUL",
    "Lee " * 40,
    "-do",
    "시",
    "県",
]


@pytest.mark.parametrize("form", DIRTY, ids=ascii)
def test_any_text_has_keys_or_none_and_none_of_them_is_dirty(form: str) -> None:
    keys = name_keys(form)

    for key in keys:
        assert 0 < len(key.text) <= 80
        assert key.text.encode("utf-8").decode() == key.text
        assert "\x00" not in key.text
    assert match_names(form, "경상북도").score <= 1.0


def test_invisible_marks_and_composition_change_no_key() -> None:
    assert name_keys("\u202e鳥\u200d取県\u202c") == name_keys("鳥取県")
    assert name_keys(unicodedata.normalize("NFD", "경상북도")) == name_keys("경상북도")
    assert name_keys("ﾄｯﾄﾘ") == name_keys("トットリ")


def test_a_unit_gives_its_level_and_the_core_a_key_of_its_own() -> None:
    levels = {key.text: key.level for key in name_keys("安東市", lang="ja", kind="place") if key.type == "x"}

    assert levels == {"安东市": 2, "安东": 2}


@pytest.mark.parametrize(
    ("form", "level"),
    [
        ("경상북도", 1),
        ("안동시", 2),
        ("의성군", 3),
        ("鳥取県", 1),
        ("江府町", 3),
        ("山东省", 1),
        ("广西壮族自治区", 1),
        ("Andong-si", 2),
        ("Tottori Prefecture", 1),
        ("City of Yonago", 2),
        ("Jiāngxī Shěng", 1),
        ("강원특별자치도", 1),
        ("부산광역시", 1),
        ("Busan Metropolitan City", 1),
        ("서울", 0),
    ],
)
def test_the_level_of_a_unit_is_read_in_four_languages(form: str, level: int) -> None:
    assert max(key.level for key in name_keys(form, kind="place")) == level


@pytest.mark.parametrize(
    ("form", "meanings"),
    [
        ("인천국제공항", {"airport", "international", "+"}),
        ("仁川国際空港", {"airport", "international", "+"}),
        ("仁川国际机场", {"airport", "international", "+"}),
        ("Incheon International Airport", {"airport", "international", "+"}),
        ("外務省", {"foreign-affairs"}),
        ("기후현", set()),
        ("都城市", set()),
        ("Park Young-soo", set()),
    ],
)
def test_translated_words_are_read_where_they_are_words(form: str, meanings: set[str]) -> None:
    assert meanings <= {key.text for key in name_keys(form) if key.type == "w"}
    assert bool(meanings) == bool({key.text for key in name_keys(form) if key.type == "w"})


def test_a_name_of_another_writing_is_kept_exactly() -> None:
    assert name_keys("Пермь") == {NameKey("e", "пермь")}


def test_names_may_be_read_in_many_threads_at_once() -> None:
    names = ["中島", "神戸市", "平井伸治", "藤田悦夫", "鈴木直道", "阿部守一"] * 30
    alone = [name_keys(name) for name in names]
    found: list[list[frozenset[NameKey]]] = []

    def read() -> None:
        found.append([name_keys(f" {name}") for name in names])

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [alone] * 4


def test_the_table_of_words_is_whole() -> None:
    text = resources.files("interlocal.languages.names").joinpath("institutions.tsv").read_text("utf-8")
    rows = list(csv.reader(text.splitlines(), delimiter="\t"))

    assert rows[0] == ["id", "class", "ko", "ja", "zh-Hans", "en"]
    assert [row for row in rows if len(row) != 6 or not all(row)] == []
    assert len({row[0] for row in rows}) == len(rows) > 250
    assert {row[1] for row in rows[1:]} == {"word", "general", "country", "title"}
