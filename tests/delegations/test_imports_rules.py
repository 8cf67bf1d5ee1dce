"""A list is understood: its headings in four languages, its names by their writing, its values, its doubles."""

import pytest

from interlocal.delegations.rules import imports
from interlocal.delegations.rules import imports_columns as columns
from interlocal.delegations.rules import imports_matching as matching
from interlocal.delegations.rules import imports_splitting as splitting
from interlocal.delegations.rules import imports_values as values
from interlocal.delegations.rules.imports_lists import Line, Sheet
from interlocal.delegations.rules.imports_matching import Known
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.refused import Refused


def sheet(*rows: str, **marks: dict[tuple[int, int], str]) -> Sheet:
    """Rows with | between cells."""
    cells = [tuple(row.split("|")) for row in rows]
    width = max(map(len, cells))
    padded = tuple((*row, *[""] * (width - len(row))) for row in cells)
    return Sheet(padded, tuple(range(1, len(rows) + 1)), marks.get("marks", {}))


def read(*rows: str, country: str = "KR", **marks: dict[tuple[int, int], str]) -> tuple[Line, ...]:
    given = sheet(*rows, **marks)
    return imports.read(given, imports.choices_for(given, country=country))


def codes(line: Line) -> list[str]:
    return [problem.code for problem in line.problems]


def refusal(*rows: str) -> str:
    given = sheet(*rows)
    found = imports.obstacle_to_reading(given, imports.choices_for(given, country="KR"))
    assert isinstance(found, Refused)
    return found.code


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("성명", "name"), ("이름", "name"), ("성명(한글)", "name"), ("성명 (영문)", "latin"), ("영문 성명*", "latin"),
        ("여권상 영문 성", "latin_family"), ("성(영문)", "latin_family"), ("직위", "post"), ("직위(영문)", "post_en"),
        ("소속", "office"), ("역할", "part"), ("이메일", "email"), ("氏名", "name"), ("氏名（ローマ字）", "latin"),
        ("フリガナ", "reading"), ("氏名（ﾌﾘｶﾞﾅ）", "reading"), ("姓（カナ）", "reading_family"), ("役職", "post"),
        ("所属部署", "office"), ("役職（英語）", "post_en"), ("姓名", "name"), ("姓名拼音", "latin"), ("职务", "post"),
        ("工作单位", "office"), ("手机号码", "phone"), ("Name", "name"), ("Family name", "family"), ("Surname", "family"),
        ("Given name(s)", ""), ("Given name", "given"), ("Passport name", "latin"), ("Name (in English)", "latin"),
        ("Title", "post"), ("E-mail", "email"), ("성명 (필수)", "name"), ("번호", ""), ("비고", ""), ("여성", ""),
        ("Languages spoken", "languages"), ("직급", "grade"), ("취임일", "post_since"),
    ],
)  # fmt: skip
def test_headings_are_known_in_four_languages(heading: str, target: str) -> None:
    assert columns.target_of(heading) == target


def test_beside_family_names_the_column_of_names_is_the_given_one() -> None:
    assert columns.matched(["성", "이름"]) == {0: "family", 1: "given"}
    assert columns.matched(["Surname", "Name"]) == {0: "family", 1: "given"}


def test_headings_are_found_below_a_title() -> None:
    found = columns.headings_of([("2026 대표단", "", ""), ("번호", "성명", "직위"), ("1", "김하늘", "과장")])

    assert (found.line, found.columns) == (1, {1: "name", 2: "post"})


def test_merged_headings_over_two_rows_are_read_together() -> None:
    rows = [("성명", "성명", "직위"), ("한글", "영문", "직위"), ("김하늘", "Kim Haneul", "과장")]

    found = columns.headings_of(rows, merged=frozenset({(0, 1), (1, 2)}))

    assert (found.line, found.depth, found.columns) == (0, 2, {0: "name", 1: "latin", 2: "post"})


@pytest.mark.parametrize(
    ("name", "language", "parts"),
    [
        ("김하늘", "ko", ("김", "하늘")), ("김 하늘", "ko", ("김", "하늘")), ("김별", "ko", ("김", "별")),
        ("남궁민수", "ko", ("남궁", "민수")), ("황보석", "ko", ("황보", "석")), ("제갈량", "ko", ("제갈", "량")),
        ("선우은숙", "ko", ("선우", "은숙")), ("독고영재", "ko", ("독고", "영재")), ("남궁", "ko", ("남", "궁")),
        ("김", "ko", ("김", "")), ("金民秀", "ko", ("金", "民秀")), ("田中 花子", "ja", ("田中", "花子")),
        ("田中　花子", "ja", ("田中", "花子")), ("王伟", "zh-Hans", ("王", "伟")), ("欧阳娜娜", "zh-Hans", ("欧阳", "娜娜")),
        ("司马光", "zh-Hans", ("司马", "光")), ("𠮷", "zh-Hans", ("𠮷", "")),
    ],
)  # fmt: skip
def test_a_whole_name_is_taken_apart_by_its_writing(name: str, language: str, parts: tuple[str, str]) -> None:
    found = splitting.split(name, language=language)

    assert (found.family, found.given) == parts


def test_a_japanese_name_without_a_space_is_asked_about_and_the_answer_taken() -> None:
    assert splitting.split("東海林健", language="ja").ways == (1, 2, 3)
    assert splitting.split("東海林健", language="ja", after=3).family == "東海林"
    assert splitting.split("다나카하나코", language="ko").ways == (1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("name", "own", "parts"),
    [
        ("KIM Haneul", (), ("KIM", "Haneul")), ("Haneul KIM", (), ("KIM", "Haneul")), ("Kim, Haneul", (), ("Kim", "Haneul")),
        ("Haneul Kim", ("김",), ("Kim", "Haneul")), ("Kim Haneul", ("김",), ("Kim", "Haneul")),
        ("Hanako Tanaka", ("田中", "タナカ"), ("Tanaka", "Hanako")), ("Wei Wang", ("王",), ("Wang", "Wei")),
        ("Bat Erdene", (), ("Bat", "Erdene")), ("Suharto", (), ("", "Suharto")), ("KIM HANEUL", ("김",), ("KIM", "HANEUL")),
    ],
)  # fmt: skip
def test_a_latin_name_is_taken_apart(name: str, own: tuple[str, ...], parts: tuple[str, str]) -> None:
    found = splitting.latin(name, family_first=True, own=own)

    assert (found.family, found.given) == parts


def test_values_are_known_in_four_languages() -> None:
    assert [values.part_of(word) for word in ("단장", "団長", "团长", "Head", "통역", "謎")] == [
        "head", "head", "head", "head", "interpreter", "",
    ]  # fmt: skip
    assert [values.grade_of_post([post]) for post in ("경상북도 부지사", "知事", "国际处处长", "Deputy Director", "국제교류과 주무관")] == [
        "deputy_head", "head", "director", "deputy_director", "officer",
    ]  # fmt: skip
    assert values.languages_of("한국어, English / 日本語") == ("ko", "en", "ja")
    assert [str(values.day_of(text)) for text in ("2024-05-01", "2024. 5. 1.", "2024年5月1日", "2024.13.1", "작년")] == [
        "2024-05-01", "2024-05-01", "2024-05-01", "None", "None",
    ]  # fmt: skip


def test_a_row_becomes_an_entry() -> None:
    line = read("성명|영문|소속|직위|역할|구사언어", "김하늘|KIM Haneul|국제교류과|과장|단장|한국어·영어")[0]

    assert line.problems == ()
    assert line.entered == Entered(
        family="김", given="하늘", script_language="ko", part="head", latin_family="KIM", latin_given="Haneul",
        post={"ko": "국제교류과 과장"}, grade="director", language="ko", languages=("ko", "en"),
    )  # fmt: skip


def test_names_are_kept_as_typed_except_for_width_and_pieces() -> None:
    lines = read("氏名|フリガナ|ローマ字", "髙橋 花子|ﾀｶﾊｼ ﾊﾅｺ|ＴＡＫＡＨＡＳＨＩ　Hanako", country="JP")
    decomposed = read("성명", "\u1100\u1175\u11b7하늘")[0]
    rare = read("姓名", "李𠮷", country="CN")[0]

    entered = lines[0].entered
    assert (entered.family, entered.reading_family, entered.latin_family) == ("髙橋", "タカハシ", "TAKAHASHI")
    assert (decomposed.entered.family, decomposed.entered.given) == ("김", "하늘")
    assert (rare.entered.family, rare.entered.given, rare.entered.script_language) == ("李", "𠮷", "zh-Hans")


def test_a_latin_list_has_people_with_latin_names() -> None:
    line = read("Name|Title", "John Smith|Director", country="")[0]

    assert (line.entered.family, line.entered.given, line.entered.script_language) == ("Smith", "John", "en")
    assert line.problems == ()


def test_all_that_is_wrong_is_said_at_once_by_row_and_column() -> None:
    lines = read(
        "성명|영문|취임일|역할",
        "김\u202e하늘|Kim Haneul|작년|황제",
        "박바다|Раrk Bada|2024-01-01|단원",
        "|||단원",
        "=A1|||",
    )

    assert [codes(line) for line in lines] == [
        ["part_unknown", "no_day", "name_unseen"],
        ["name_mixed"],
        ["name_missing"],
        ["formula"],
    ]
    assert [problem.column for problem in lines[0].problems] == [3, 2, 0]


def test_a_name_wholly_in_lookalike_letters_is_pointed_at() -> None:
    line = read("Name|Title", "Сора|Director", country="")[0]

    assert [(problem.code, problem.stops) for problem in line.problems] == [("name_lookalike", False)]


def test_marked_cells_are_refused_where_they_stand() -> None:
    lines = read("성명|소속", "김하늘|과", "박바다|과", marks={(1, 0): "formula", (2, 1): "merged"})

    assert codes(lines[0]) == ["formula"]
    assert codes(lines[1]) == []
    assert "merged" in codes(read("성명", "김하늘", "김하늘", marks={(2, 0): "merged"})[1])


def test_a_repeated_row_is_refused_and_a_repeated_name_pointed_at() -> None:
    same = read("성명|직위", "김하늘|과장", "김하늘|과장")
    namesake = read("성명|직위", "김하늘|과장", "김하늘|주무관")

    assert [problem.stops for problem in same[1].problems] == [True]
    assert [problem.stops for problem in namesake[1].problems] == [False]


def test_lists_as_a_whole_are_refused() -> None:
    assert refusal("성명|직위") == "only_headings"
    assert refusal("번호|비고", "1|x") == "no_name_column"
    assert refusal("성명", *["김하늘"] * 2001) == "too_many_rows"


KIM = Entered(family="김", given="하늘", script_language="ko", latin_family="Kim", latin_given="Haneul",
              latin_origin="generated", reading_origin="", post={"ko": "과장"}, language="ko")  # fmt: skip


def pair(
    row: str, *known: Entered, head: str = "성명|영문|직위", same: dict[int, str] | None = None
) -> matching.Paired:
    people = [Known(str(number), one) for number, one in enumerate(known)]
    return matching.paired(read(head, row), people, same=same or {})[0]


def test_who_is_entered_is_found_by_name_and_anybody_else_is_new() -> None:
    assert pair("김하늘||과장", KIM).key == "0"
    assert pair("박바다|Park Bada|과장", KIM).key == ""


def test_namesakes_are_told_apart_by_spelling_or_post_and_else_asked_about() -> None:
    other = Entered(family="김", given="하늘", script_language="ko", post={"ko": "주무관"})

    assert pair("김하늘||주무관", KIM, other).key == "1"
    asked = pair("김하늘||국장", KIM, other)
    assert (asked.key, asked.asked, codes(asked.line)) == ("", ("0", "1"), ["maybe_known"])


def test_a_corrected_name_is_asked_about_and_not_doubled() -> None:
    asked = pair("김하눌|Kim Haneul|과장", KIM)
    answered = pair("김하눌|Kim Haneul|과장", KIM, same={2: "0"})
    somebody_new = pair("김하눌|Kim Haneul|과장", KIM, same={2: "new"})

    assert (asked.asked, codes(asked.line)) == (("0",), ["maybe_known"])
    assert answered.key == "0"
    assert (somebody_new.key, codes(somebody_new.line)) == ("", [])


def test_what_a_list_says_replaces_and_what_it_does_not_say_stays() -> None:
    line = read("성명|영문|직위", "김하늘|KIM Haneul|")[0]

    after = matching.changed(KIM, line)

    assert (after.latin_family, after.latin_origin, after.post) == ("KIM", "supplied", {"ko": "과장"})
    assert matching.differences(KIM, line) == {"latin_family": ("Kim", "KIM")}


def test_the_same_spelling_supplied_confirms_a_generated_one() -> None:
    line = read("성명|영문", "김하늘|Kim Haneul")[0]

    assert matching.differences(KIM, line) == {"latin_origin": ("generated", "supplied")}
