from decimal import Decimal

import pytest

from interlocal.ground import wording
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.wording import Noun, Qualifier

LANGUAGES = ("ko", "ja", "zh-Hans", "en")
Four = tuple[str, str, str, str]


def partial(text: str | None) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "2025-06-19",
            ("2025년 6월 19일", "2025年6月19日", "2025年6月19日", "19 June 2025"),
        ),
        ("2014-05", ("2014년 5월", "2014年5月", "2014年5月", "May 2014")),
        ("2012", ("2012년", "2012年", "2012年", "2012")),
    ],
)
def test_a_date_prints_as_far_as_it_is_known(text: str, printed: Four) -> None:
    assert tuple(wording.print_date(PartialDate.parse(text), lang) for lang in LANGUAGES) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "2025-06-19",
            (
                "2025년 6월 19일(목)",
                "2025年6月19日(木)",
                "2025年6月19日（星期四）",
                "Thursday 19 June 2025",
            ),
        ),
        (
            "2025-11-02",
            (
                "2025년 11월 2일(일)",
                "2025年11月2日(日)",
                "2025年11月2日（星期日）",
                "Sunday 2 November 2025",
            ),
        ),
        ("2025-06", ("2025년 6월", "2025年6月", "2025年6月", "June 2025")),
    ],
)
def test_a_weekday_is_printed_only_for_a_known_day(text: str, printed: Four) -> None:
    day = PartialDate.parse(text)

    assert tuple(wording.print_date_and_weekday(day, lang) for lang in LANGUAGES) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "2025-06-19/2025-06-20",
            (
                "2025년 6월 19~20일",
                "2025年6月19日～20日",
                "2025年6月19日至20日",
                "19–20 June 2025",
            ),
        ),
        (
            "2011-08-30/2011-09-02",
            (
                "2011년 8월 30일~9월 2일",
                "2011年8月30日～9月2日",
                "2011年8月30日至9月2日",
                "30 August – 2 September 2011",
            ),
        ),
        (
            "2024-12-30/2025-01-02",
            (
                "2024년 12월 30일~2025년 1월 2일",
                "2024年12月30日～2025年1月2日",
                "2024年12月30日至2025年1月2日",
                "30 December 2024 – 2 January 2025",
            ),
        ),
        (
            "2014-05/2014-06",
            ("2014년 5~6월", "2014年5月～6月", "2014年5月至6月", "May–June 2014"),
        ),
        ("2012/2018", ("2012~2018년", "2012年～2018年", "2012年至2018年", "2012–2018")),
        (
            "2014-05-10/2014-06",
            (
                "2014년 5월 10일~2014년 6월",
                "2014年5月10日～2014年6月",
                "2014年5月10日至2014年6月",
                "10 May 2014 – June 2014",
            ),
        ),
        (
            "2025-06-19",
            ("2025년 6월 19일", "2025年6月19日", "2025年6月19日", "19 June 2025"),
        ),
    ],
)
def test_a_span_says_what_its_ends_share_once(text: str, printed: Four) -> None:
    assert tuple(wording.print_span(Span.parse(text), lang) for lang in LANGUAGES) == printed


@pytest.mark.parametrize(
    ("from_on", "until_on", "printed"),
    [
        (
            "2023-06-11",
            None,
            (
                "2023년 6월 11일부터",
                "2023年6月11日から",
                "2023年6月11日起",
                "from 11 June 2023",
            ),
        ),
        (
            None,
            "2023-06-11",
            (
                "2023년 6월 10일까지",
                "2023年6月10日まで",
                "至2023年6月10日",
                "until 10 June 2023",
            ),
        ),
        (
            None,
            "2023-06",
            ("2023년 5월까지", "2023年5月まで", "至2023年5月", "until May 2023"),
        ),
        (None, "2019", ("2018년까지", "2018年まで", "至2018年", "until 2018")),
        (
            "2012",
            "2019",
            ("2012~2018년", "2012年～2018年", "2012年至2018年", "2012–2018"),
        ),
        ("2014-05", "2014-06", ("2014년 5월", "2014年5月", "2014年5月", "May 2014")),
        ("2014", "2014", ("2014년", "2014年", "2014年", "2014")),
        (
            "2014-05",
            "2014",
            (
                "2014년 5월~2014년",
                "2014年5月～2014年",
                "2014年5月至2014年",
                "May 2014 – 2014",
            ),
        ),
        (None, None, ("", "", "", "")),
    ],
)
def test_a_period_prints_its_last_day_month_or_year_inside(
    from_on: str | None, until_on: str | None, printed: Four
) -> None:
    found = tuple(wording.print_period(partial(from_on), partial(until_on), lang) for lang in LANGUAGES)

    assert found == printed


def test_numbers_take_commas_and_keep_their_decimals() -> None:
    given: list[int | Decimal] = [
        999,
        1932,
        112_000_000_000,
        Decimal("1234.50"),
        Decimal("1E+4"),
        -1500,
    ]

    for lang in LANGUAGES:
        found = [wording.print_number(n, lang) for n in given]

        assert found == [
            "999",
            "1,932",
            "112,000,000,000",
            "1,234.50",
            "10,000",
            "-1,500",
        ]


@pytest.mark.parametrize(
    ("n", "noun", "printed"),
    [
        (25, "people", ("25명", "25名", "25人", "25 people")),
        (1, "people", ("1명", "1名", "1人", "1 person")),
        (0, "people", ("0명", "0名", "0人", "0 people")),
        (
            16,
            "bodies",
            ("16개 지방자치단체", "16自治体", "16个地方政府", "16 local governments"),
        ),
        (
            1,
            "bodies",
            ("1개 지방자치단체", "1自治体", "1个地方政府", "1 local government"),
        ),
        (6, "countries", ("6개국", "6か国", "6个国家", "6 countries")),
        (8, "editions", ("8회", "8回", "8届", "8 editions")),
        (3, "places", ("3곳", "3か所", "3处", "3 places")),
        (1932, "items", ("1,932건", "1,932件", "1,932项", "1,932 items")),
        (2, "sources", ("출처 2건", "出典2件", "2个来源", "2 sources")),
        (6, "years", ("6년", "6年", "6年", "6 years")),
        (1, "months", ("1개월", "1か月", "1个月", "1 month")),
        (2, "days", ("2일", "2日間", "2天", "2 days")),
    ],
)
def test_a_count_takes_the_counter_of_its_noun(n: int, noun: Noun, printed: Four) -> None:
    assert tuple(wording.print_count(n, noun, lang) for lang in LANGUAGES) == printed


@pytest.mark.parametrize(
    ("n", "qualifier", "noun", "printed"),
    [
        (200, "exact", "people", ("200명", "200名", "200人", "200 people")),
        (
            200,
            "about",
            "people",
            ("약 200명", "約200名", "约200人", "about 200 people"),
        ),
        (
            200,
            "over",
            "people",
            ("200여 명", "200名余り", "200余人", "over 200 people"),
        ),
        (
            200,
            "at_least",
            "people",
            ("200명 이상", "200名以上", "至少200人", "at least 200 people"),
        ),
        (
            200,
            "under",
            "people",
            ("200명 미만", "200名未満", "不足200人", "under 200 people"),
        ),
        (25, "over", "people", ("25명 초과", "25名超", "超过25人", "over 25 people")),
        (6, "over", "years", ("6년여", "6年超", "超过6年", "over 6 years")),
        (6, "about", "years", ("약 6년", "約6年", "约6年", "about 6 years")),
        (
            16,
            "at_least",
            "bodies",
            (
                "16개 이상의 지방자치단체",
                "16自治体以上",
                "至少16个地方政府",
                "at least 16 local governments",
            ),
        ),
        (
            150,
            "over",
            "bodies",
            (
                "150여 개 지방자치단체",
                "150自治体余り",
                "150余个地方政府",
                "over 150 local governments",
            ),
        ),
        (
            20,
            "about",
            "sources",
            ("출처 약 20건", "出典約20件", "约20个来源", "about 20 sources"),
        ),
    ],
)
def test_a_number_is_qualified_as_its_source_does(
    n: int, qualifier: Qualifier, noun: Noun, printed: Four
) -> None:
    assert tuple(wording.print_quantity(n, qualifier, noun, lang) for lang in LANGUAGES) == printed


def test_an_edition_has_an_ordinal() -> None:
    assert tuple(wording.print_ordinal(8, lang) for lang in LANGUAGES) == (
        "제8회",
        "第8回",
        "第8届",
        "8th edition",
    )


def test_english_ordinals_know_their_teens() -> None:
    found = [
        wording.print_ordinal(n, "en").split()[0] for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112)
    ]

    assert found == [
        "1st",
        "2nd",
        "3rd",
        "4th",
        "11th",
        "12th",
        "13th",
        "21st",
        "22nd",
        "23rd",
        "101st",
        "111th",
        "112th",
    ]


SERIES = {
    "ko": "한일시장지사회의",
    "ja": "日韓知事会議",
    "zh-Hans": "韩日知事会议",
    "en": "Korea–Japan Governors' Meeting",
}


@pytest.mark.parametrize(
    ("ordinal", "year", "printed"),
    [
        (
            8,
            2025,
            (
                "제8회 한일시장지사회의",
                "第8回日韓知事会議",
                "第8届韩日知事会议",
                "8th Korea–Japan Governors' Meeting",
            ),
        ),
        (
            None,
            2025,
            (
                "2025년 한일시장지사회의",
                "2025年日韓知事会議",
                "2025年韩日知事会议",
                "Korea–Japan Governors' Meeting 2025",
            ),
        ),
        (None, None, tuple(SERIES.values())),
    ],
)
def test_an_edition_is_titled_by_ordinal_or_by_year(
    ordinal: int | None, year: int | None, printed: Four
) -> None:
    found = tuple(wording.ordinal_title(ordinal, year, name, lang) for lang, name in SERIES.items())

    assert found == printed


@pytest.mark.parametrize(
    ("family", "given", "lang", "printed"),
    [
        ("이", "철우", "ko", "이철우"),
        ("平井", "伸治", "ja", "平井伸治"),
        ("髙市", "さなえ", "ja", "髙市さなえ"),
        ("イ", "チョルウ", "ja", "イ チョルウ"),
        ("习", "近平", "zh-Hans", "习近平"),
        ("Fujita", "Etsuo", "en", "Fujita Etsuo"),
        ("Lee", "Cheol-woo", "ko", "Lee Cheol-woo"),
        ("이", "", "ko", "이"),
    ],
)
def test_a_name_without_a_full_text_puts_the_family_first(
    family: str, given: str, lang: str, printed: str
) -> None:
    assert wording.print_person(family, given, lang) == printed


def test_a_supplied_full_name_is_never_reordered() -> None:
    assert wording.print_person("Fujita", "Etsuo", "en", supplied="Etsuo FUJITA") == "Etsuo FUJITA"


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        (["A", "B", "C"], ("A, B, C", "A、B、C", "A、B、C", "A, B and C")),
        (["A", "B"], ("A, B", "A、B", "A、B", "A and B")),
        (["A"], ("A", "A", "A", "A")),
        ([], ("", "", "", "")),
    ],
)
def test_a_list_is_joined_by_each_languages_mark(items: list[str], printed: Four) -> None:
    assert tuple(wording.join_list(items, lang) for lang in LANGUAGES) == printed
