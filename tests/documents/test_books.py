"""Workbooks: opened by LibreOffice, read back by another library."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from interlocal.documents.formats import books
from interlocal.documents.formats.document import (
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Row,
    Table,
    text,
)
from tests.documents.flowing import COLUMNS, NASTY, everything, names, of, paper, squeezed
from tests.documents.readers import by_libreoffice, words


def read(document: Document) -> dict[str, list[list[object]]]:
    with CalamineWorkbook.from_filelike(io.BytesIO(books.workbook(document))) as book:
        return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}  # type: ignore[misc]


@pytest.mark.slow
def test_libreoffice_prints_every_text_of_the_tables() -> None:
    written = of(names(), *(block for block in paper().blocks if isinstance(block, Facts)))

    printed = words(by_libreoffice(books.workbook(written), "xlsx"))

    assert [said for said in everything(written) if said not in printed] == []


def test_the_same_paper_is_the_same_workbook() -> None:
    assert books.workbook(paper()) == books.workbook(paper())


def test_a_table_is_a_sheet_with_its_leads_above() -> None:
    sheets = read(of(Paragraph(text("6월 1일 현재", "ko"), "lead"), names(1), title="명단"))

    assert sheets == {
        "참가자 명단": [
            ["명단", "", "", "", ""],
            ["6월 1일 현재", "", "", "", ""],
            ["", "", "", "", ""],
            ["No.", "성명", "氏名", "姓名", "Hour"],
            ["경상북도 대표단", "", "", "", ""],
            [1.0, "김하늘", "髙橋直樹", "王海燕", "09:30"],
        ]
    }


def test_only_digits_in_a_column_of_numbers_are_numbers() -> None:
    columns = (Column(text("n", "en"), 1, "right"), Column(text("t", "en")))
    cells = ["12", "007", "1.5", "-1", "１２", "9" * 16, "0"]
    table = Table(columns, tuple(Row((text(one, "en"), text(one, "en"))) for one in cells), text("x", "en"))

    rows = read(of(table))["x"][3:]

    assert [row[0] for row in rows] == [12.0, "007", "1.5", "-1", "１２", "9" * 16, 0.0]
    assert [row[1] for row in rows] == cells


def test_nothing_that_looks_like_a_formula_becomes_one() -> None:
    columns = (Column(text("t", "en"), 1, "right"),)
    file = books.workbook(
        of(Table(columns, tuple(Row((text(said, "ko"),)) for said in NASTY), text("x", "en")))
    )

    with zipfile.ZipFile(io.BytesIO(file)) as package:
        everything_written = {
            name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")
        }

    assert [name for name, said in everything_written.items() if "<f>" in said or "<hyperlink" in said] == []


def test_sheets_have_different_short_names() -> None:
    long = "아주 긴 이름의 표가 하나 있습니다 그리고 더 길어집니다 [2026]:*?/\\"
    tables = [Table(COLUMNS, (), text(said, "ko")) for said in (long, long, "History", "'", "a", "A")]

    sheets = list(read(of(*tables)))

    assert (len(sheets), [len(one) <= 31 for one in sheets]) == (6, [True] * 6)
    assert sheets[2:] == ["History.", "1", "a", "A (2)"]


def test_facts_are_two_columns_under_their_heading() -> None:
    fact = ((text("장소", "ko"), text("안동", "ko")),)

    assert read(of(Heading(text("개요", "ko")), Facts(fact)))["개요"][-1] == ["장소", "안동"]


def test_a_paper_without_tables_is_a_sheet_of_its_lines() -> None:
    sheets = read(of(Paragraph(text("한 줄", "ko")), title="글"))

    assert sheets == {"글": [["글"], [""], ["한 줄"]]}


def test_a_mark_with_an_ampersand_stays_itself_in_the_footer() -> None:
    with zipfile.ZipFile(io.BytesIO(books.workbook(paper()))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()

    assert squeezed("제3판 &amp;&amp; 끝") in squeezed(sheet)
