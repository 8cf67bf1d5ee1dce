"""Word files: opened by LibreOffice, and read by their own XML."""

import io
import time
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import docx as reader
import pytest
from pypdf import PdfReader

from interlocal.documents.formats import docx
from interlocal.documents.formats.document import (
    Blank,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Pictures,
    Table,
    text,
)
from interlocal.ground.refused import Refused
from tests.documents.flowing import COLUMNS, NASTY, PICTURE, everything, names, of, paper, squeezed
from tests.documents.readers import by_libreoffice, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(document: Document) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(docx.flow(document))) as package:
        return ET.fromstring(package.read("word/document.xml"))


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ko", "zh-Hans"])
def test_libreoffice_prints_every_text_of_a_paper(lang: str) -> None:
    written = paper(lang)

    printed = words(by_libreoffice(docx.flow(written), "docx"))

    assert [said for said in everything(written) if said not in printed] == []


def test_the_same_paper_is_the_same_file() -> None:
    first = docx.flow(paper())
    time.sleep(2.1)

    assert docx.flow(paper()) == first


def test_the_file_knows_its_title_language_and_author() -> None:
    core = reader.Document(io.BytesIO(docx.flow(paper("ja")))).core_properties

    told = (core.title, core.language, core.author, core.created.year if core.created else 0)

    assert told == ("지방외교 연수 결과", "ja", "경상북도", 2000)


def test_each_language_has_its_face_and_its_name() -> None:
    runs = {
        "".join(run.itertext()): run
        for run in body(
            of(*(Paragraph(text(said, lang)) for said, lang in (("漢字", "ja"), ("汉字", "zh-Hans"))))
        ).iter(f"{W}r")
    }

    said = {
        words: (
            run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia"),  # type: ignore[union-attr]
            run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia"),  # type: ignore[union-attr]
        )
        for words, run in runs.items()
    }

    assert said == {"漢字": ("游ゴシック", "ja-JP"), "汉字": ("微软雅黑", "zh-CN")}


def test_the_head_of_a_table_repeats_and_a_band_is_one_cell() -> None:
    table = body(of(names())).find(f".//{W}tbl")
    assert table is not None
    rows = table.findall(f"{W}tr")

    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [
        True,
        False,
        False,
        False,
        False,
    ]
    assert [len(row.findall(f"{W}tc")) for row in rows] == [5, 1, 5, 5, 5]


def test_headings_are_headings_of_word() -> None:
    levels = (1, 2, 3)
    written = reader.Document(
        io.BytesIO(docx.flow(of(*(Heading(text("장", "ko"), level) for level in levels))))
    )

    assert [one.style.name for one in written.paragraphs if one.style] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]


def test_what_looks_like_code_stays_text() -> None:
    written = body(of(*(Paragraph(text(said, "ko")) for said in NASTY)))

    assert [one for one in ("".join(p.itertext()) for p in written.iter(f"{W}p")) if one] == list(NASTY)
    assert {one.tag for one in written.iter()} & {f"{W}instrText", f"{W}fldSimple", f"{W}fldChar"} == set()


def test_characters_that_xml_forbids_are_left_out() -> None:
    written = body(of(Paragraph(text("벨\x07 \ud800끝\x00", "ko"))))

    assert "".join(written.itertext()) == "벨 끝"


def test_a_picture_drawn_as_svg_comes_as_png_and_says_what_is_to_be_seen() -> None:
    file = docx.flow(of(PICTURE))

    with zipfile.ZipFile(io.BytesIO(file)) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
        start = package.read(media[0])[:8]
        said = package.read("word/document.xml").decode()

    assert (len(media), start) == (1, b"\x89PNG\r\n\x1a\n")
    assert 'descr="도청에서 회의장까지"' in said


@pytest.mark.parametrize("content", [b"GIF89a", b"", b"\x89PNG\r\n\x1a\nbroken"])
def test_a_picture_that_is_none_is_named(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        docx.flow(of(Picture(content, "png", "깃발")))

    assert (refused.value.code, "깃발" in str(refused.value)) == ("picture_type", True)


def test_titles_of_three_hundred_characters_and_empty_tables_are_written() -> None:
    long = "가나다라마" * 60

    written = reader.Document(
        io.BytesIO(docx.flow(of(Heading(text(long, "ko"), 1), Table(COLUMNS, (), ()), title=long)))
    )

    assert (written.paragraphs[0].text, len(written.core_properties.title)) == (long, 255)
    assert [len(table.rows) for table in written.tables] == [1]


def test_a_sheet_lies_on_its_side() -> None:
    section = reader.Document(io.BytesIO(docx.flow(paper(landscape=True)))).sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)  # type: ignore[union-attr]
    assert squeezed(section.header.paragraphs[0].text) == "연수2026"


def test_each_part_is_a_section_that_begins_with_page_one() -> None:
    said = Paragraph(text("글", "ko"))
    written = body(of(PageBreak(restart=True), said, PageBreak(restart=True), said, PageBreak(), said))

    starts = [one.get(f"{W}start") for one in written.iter(f"{W}pgNumType")]

    assert starts == ["1", "1"]
    assert len(list(written.iter(f"{W}pageBreakBefore"))) == 1


def footers(document: Document) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(docx.flow(document))) as package:
        names = sorted(name for name in package.namelist() if name.startswith("word/footer"))
        return [package.read(name).decode() for name in names]


def test_a_part_counts_its_own_pages() -> None:
    parts = footers(of(PageBreak(restart=True), Paragraph(text("글", "ko"))))
    whole = footers(of(Paragraph(text("글", "ko"))))

    assert [("SECTIONPAGES" in one, "NUMPAGES" in one) for one in parts] == [(True, False)] * 2
    assert [("SECTIONPAGES" in one, "NUMPAGES" in one) for one in whole] == [(False, True)]


@pytest.mark.slow
def test_lines_to_write_in_at_the_end_of_a_part_are_printed_on_its_page() -> None:
    document = of(Blank(text("소감", "ko"), 4), PageBreak(restart=True), Paragraph(text("글", "ko")))

    assert len(PdfReader(io.BytesIO(by_libreoffice(docx.flow(document), "docx"))).pages) == 2


def test_a_scaled_paper_has_larger_letters() -> None:
    document = of(Paragraph(text("글", "ko", "large")))
    large = replace(document, scale=2.0)

    sizes = [
        (
            reader.Document(io.BytesIO(docx.flow(one))).styles["Normal"].font.size.pt,
            next(body(one).iter(f"{W}sz")).get(f"{W}val"),
        )
        for one in (document, large)
    ]

    assert sizes == [(10.5, "28"), (21.0, "56")]


def test_pictures_stand_in_a_table_with_what_is_to_be_seen_and_their_captions() -> None:
    written = body(of(Pictures((PICTURE, PICTURE, PICTURE), 2)))

    cells = ["".join(cell.itertext()) for cell in written.iter(f"{W}tc")]

    assert cells == ["약도", "약도", "약도", ""]
    assert sum("descr" in one.attrib for one in written.iter()) == 3
