"""Lists that people send: workbooks and texts, read or refused, whatever they are."""

import io
import time
import zipfile
import zlib
from collections.abc import Sequence
from typing import Any

import pytest
import xlsxwriter

from interlocal.documents import reading
from interlocal.documents.formats import reading_xlsx
from interlocal.ground.refused import Refused

LIST = "성명,직위\r\n김하늘,과장\r\n"


def refusal(data: bytes, country: str = "KR") -> str:
    with pytest.raises(Refused) as refused:
        reading.read_file(data, country=country)
    return refused.value.code


def book(*sheets: Sequence[Sequence[object]], **options: Any) -> bytes:
    """A workbook; cells beginning with "=" are formulas with the value after "→"."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        for number, rows in enumerate(sheets):
            sheet = made.add_worksheet(f"시트{number + 1}")
            if number in options.get("hidden", ()):
                sheet.hide()
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str) and cell.startswith("="):
                        formula, _arrow, value = cell.partition("→")
                        sheet.write_formula(at, column, formula, value=value)
                    else:
                        sheet.write(at, column, cell)
            for merged in options.get("merged", ()):
                sheet.merge_range(*merged)
    return file.getvalue()


@pytest.mark.parametrize(
    ("encoding", "country", "label"),
    [
        ("utf-8", "JP", "UTF-8"),
        ("utf-8-sig", "KR", "UTF-8"),
        ("utf-16", "KR", "UTF-8"),
        ("cp949", "KR", "CP949"),
    ],
)
def test_a_text_is_read_as_its_country_saves_it(encoding: str, country: str, label: str) -> None:
    tables = reading.read_file(LIST.encode(encoding), country=country)

    assert tables[0].label == label
    assert tables[0].rows == (("성명", "직위"), ("김하늘", "과장"))
    assert tables[0].numbers == (1, 2)


@pytest.mark.parametrize(
    ("encoding", "country", "name"), [("cp932", "JP", "髙橋 花子"), ("gb18030", "CN", "欧阳娜娜")]
)
def test_japanese_and_chinese_lists_too(encoding: str, country: str, name: str) -> None:
    tables = reading.read_file(f"氏名,役職\n{name},課長\n".encode(encoding), country=country)

    assert tables[0].rows[1][0] == name


def test_every_encoding_that_fits_is_offered_and_none_is_guessed() -> None:
    tables = reading.read_file(LIST.encode("cp949"), country="CN")

    assert [table.label for table in tables] == ["GB18030", "CP949"]


def test_a_rare_han_character_survives_gb18030() -> None:
    tables = reading.read_file("姓名\n李𠮷\n".encode("gb18030"), country="CN")

    assert tables[0].rows[1] == ("李𠮷",)


def test_two_encodings_in_one_file_are_refused_with_the_row() -> None:
    data = "성명\n김하늘\n박바다\n".encode() + "이구름\n".encode("cp949")

    with pytest.raises(Refused) as refused:
        reading.read_file(data, country="KR")

    assert refused.value.code == "mixed_encodings"
    assert "4" in str(refused.value)


def test_bytes_that_are_no_text_are_refused_with_the_row() -> None:
    assert refusal("성명\n".encode("cp949") + b"\xff\xff\xff\n") == "unreadable_encoding"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \r\n \r\n", "empty"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n", "not_a_table"),
        (b"abc\x00def", "not_a_table"),
        (b"PK\x03\x04 rest", "broken_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 xls", "old_workbook"),
        (b'"open quote\n', "broken_quotes"),
        (b"x" * (8 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_what_is_no_list_is_refused(data: bytes, code: str) -> None:
    assert refusal(data) == code


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_are_seen(separator: str) -> None:
    table = reading.read_pasted(f'Name{separator}Title\n"Kim, Haneul"{separator}Director\n')[0]

    assert table.rows == (("Name", "Title"), ("Kim, Haneul", "Director"))


def test_our_own_csv_is_read_back_without_its_guards() -> None:
    assert reading.read_pasted("Name,Post\n'=Kim,x\n")[0].rows[1] == ("=Kim", "x")


def test_five_thousand_rows_are_refused_in_time() -> None:
    data = ("성명\n" + "김하늘\n" * 5000).encode()
    before = time.monotonic()

    with pytest.raises(Refused) as refused:
        reading.read_file(data, country="KR")

    assert refused.value.code == "too_many_rows"
    assert "5001" in str(refused.value)
    assert time.monotonic() - before < 2


def test_a_workbook_is_read_as_it_is_shown() -> None:
    tables = reading.read_file(book([["성명", "번호"], ["김하늘", 3], ["=B2→박바다", 4.5]]))

    assert tables[0].rows == (("성명", "번호"), ("김하늘", "3"), ("박바다", "4.5"))
    assert tables[0].marks == ()


def test_formulas_without_a_value_and_errors_are_marked_at_their_cell() -> None:
    table = reading.read_file(book([["성명", "직위"], ["=A9→", "과장"], ["박바다", "=1/0→#DIV/0!"]]))[0]

    assert [(mark.line, mark.column, mark.code) for mark in table.marks] == [
        (1, 0, "formula"),
        (2, 1, "error_value"),
    ]


def test_merged_cells_are_filled_and_marked() -> None:
    data = book([["성명", "소속"], ["김하늘"], ["박바다"]], merged=[(1, 1, 2, 1, "국제교류과")])

    table = reading.read_file(data)[0]

    assert table.rows[2] == ("박바다", "국제교류과")
    assert [(mark.line, mark.column, mark.code) for mark in table.marks] == [(2, 1, "merged")]


def test_a_hidden_sheet_is_offered_last_and_called_hidden() -> None:
    tables = reading.read_file(book([["a"], ["1"]], [["성명"], ["김하늘"]], hidden=(1,)))

    assert [(table.label, table.hidden) for table in tables] == [("시트1", False), ("시트2", True)]


def test_a_workbook_of_empty_sheets_is_empty() -> None:
    assert refusal(book([], [])) == "empty"


def test_a_long_sheet_in_sight_is_refused() -> None:
    assert refusal(book([["성명"], *[["김하늘"]] * 2500])) == "too_many_rows"


def test_a_zip_that_is_no_workbook() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")

    assert refusal(file.getvalue()) == "not_a_workbook"


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book([["성명"]]))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return file.getvalue()


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = with_sheet("<worksheet>" + " " * (reading_xlsx.LARGEST_UNPACKED + 1) + "</worksheet>")
    before = time.monotonic()

    assert len(data) < 1_000_000
    assert refusal(data) == "too_large_unpacked"
    assert time.monotonic() - before < 5


def test_a_bomb_that_lies_about_its_size_is_refused_too() -> None:
    data = bytearray(with_sheet("<worksheet>" + " " * (reading_xlsx.LARGEST_UNPACKED + 1) + "</worksheet>"))
    real = (reading_xlsx.LARGEST_UNPACKED + 1 + len("<worksheet></worksheet>")).to_bytes(4, "little")
    assert data.count(real) == 2
    data = data.replace(real, (100).to_bytes(4, "little"))

    assert refusal(bytes(data)) in ("too_large_unpacked", "broken_workbook")


def test_too_many_members_are_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(reading_xlsx.MOST_MEMBERS + 1):
            archive.writestr(f"xl/{number}.xml", "<a/>")

    assert refusal(file.getvalue()) == "too_large_unpacked"


def test_a_cell_at_the_far_end_makes_no_table_of_billions() -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    assert refusal(with_sheet(f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>')) in (
        "too_many_columns",
        "too_many_rows",
    )


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><worksheet>&b;</worksheet>'

    assert refusal(with_sheet(bomb)) == "broken_workbook"


def test_a_truncated_workbook_is_damaged() -> None:
    data = book([["성명"], ["김하늘"]])

    assert refusal(data[: len(data) // 2]) == "broken_workbook"


def test_a_broken_stream_inside_is_damaged() -> None:
    data = bytearray(book([["성명"], ["김하늘"]]))
    place = data.index(b"xl/worksheets/sheet1.xml") + 40
    data[place : place + 20] = bytes(20)

    assert refusal(bytes(data)) == "broken_workbook"
    assert issubclass(zlib.error, Exception)
