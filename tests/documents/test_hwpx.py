"""HWPX papers: opened by an independent reader, and judged by the validators of python-hwpx."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from hwpx import HwpxDocument
from hwpx.tools.package_validator import validate_editor_open_safety, validate_package
from hwpx.tools.validator import validate_document

from interlocal.documents.formats import hwpx
from interlocal.documents.formats.document import (
    Blank,
    Heading,
    PageBreak,
    Paragraph,
    Pictures,
    Table,
    text,
)
from tests.documents.flowing import COLUMNS, NASTY, PICTURE, everything, names, of, paper, squeezed
from tests.documents.readers import by_rhwp


def section(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read("Contents/section0.xml").decode()


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["ko", "ja", "zh-Hans", "en"])
def test_another_program_reads_every_text_of_a_paper(lang: str) -> None:
    written = paper(lang)

    read = by_rhwp(hwpx.flow(written))

    assert [said for said in everything(written) if said not in squeezed(read.text)] == []
    assert len(read.pages) == 5


@pytest.mark.slow
def test_a_long_list_breaks_over_pages_and_repeats_its_head() -> None:
    read = by_rhwp(hwpx.flow(of(names(80))))

    shown = ["성명" in "".join(re.findall(r"<text[^>]*>([^<]*)</text>", page)) for page in read.pages]

    assert (len(shown) > 1, set(shown)) == (True, {True})


@pytest.mark.parametrize("landscape", [False, True])
def test_the_validators_find_nothing(landscape: bool) -> None:
    file = hwpx.flow(paper(landscape=landscape))

    assert validate_package(file).errors == ()
    assert validate_document(file).errors == ()
    assert validate_editor_open_safety(file).ok


def test_the_same_paper_is_the_same_file() -> None:
    assert hwpx.flow(paper()) == hwpx.flow(paper())


def test_what_looks_like_code_stays_text() -> None:
    file = hwpx.flow(of(*(Paragraph(text(said, "ko")) for said in NASTY)))

    assert [said for said in NASTY if said not in text_of(file)] == []


def text_of(content: bytes) -> str:
    form = HwpxDocument.open(content)
    try:
        return str(form.text.plain())
    finally:
        form.close()


def test_text_after_a_heading_is_no_heading() -> None:
    said = section(hwpx.flow(of(Heading(text("장", "ko")), Paragraph(text("글", "ko")))))

    styles = re.findall(r'styleIDRef="(\d+)"[^>]*><hp:run[^>]*><hp:t>(장|글)', said)

    assert len({style for style, _word in styles}) == 2


def test_a_page_break_begins_the_next_paragraph_on_a_page() -> None:
    said = section(hwpx.flow(of(Paragraph(text("앞", "ko")), PageBreak(), Paragraph(text("뒤", "ko")))))

    breaks = re.findall(r'pageBreak="(\d)"[^>]*><hp:run[^>]*><hp:t>(앞|뒤)', said)

    assert breaks == [("0", "앞"), ("1", "뒤")]


def test_titles_of_three_hundred_characters_and_empty_tables_are_written() -> None:
    long = "가나다라마" * 60

    file = hwpx.flow(of(Heading(text(long, "ko"), 1), Table(COLUMNS, (), ()), title=long))

    assert (validate_document(file).errors, long in section(file)) == ((), True)


def test_who_made_the_empty_paper_is_not_told() -> None:
    with zipfile.ZipFile(io.BytesIO(hwpx.flow(paper()))) as package:
        told = package.read("Contents/content.hpf").decode()

    assert ("fixture" in told, '<opf:meta name="creator" content="text">경상북도</opf:meta>' in told) == (
        False,
        True,
    )


def said_on(page: str) -> str:
    return "".join(re.findall(r"<text[^>]*>([^<]*)</text>", page))


@pytest.mark.slow
def test_a_part_counts_its_own_pages() -> None:
    one, two = Paragraph(text("가", "ko")), Paragraph(text("나", "ko"))

    read = by_rhwp(
        hwpx.flow(of(PageBreak(restart=True), one, PageBreak(), one, PageBreak(restart=True), two))
    )

    assert [said_on(page) for page in read.pages] == ["가-1-", "가-2-", "나-1-"]


@pytest.mark.slow
@pytest.mark.parametrize("before", range(32, 38))
def test_a_label_stays_with_its_first_line(before: int) -> None:
    filler = (Paragraph(text("가", "ko")) for _ in range(before))

    read = by_rhwp(hwpx.flow(of(*filler, Blank(text("소감", "ko"), 4))))

    lines = [len(re.findall("<line ", page)) for page in read.pages if "소감" in said_on(page)]
    assert [many > 0 for many in lines] == [True]


@pytest.mark.slow
def test_pictures_stand_beside_each_other() -> None:
    file = hwpx.flow(of(Pictures((PICTURE, PICTURE, PICTURE), 2)))

    read = by_rhwp(file)

    assert validate_document(file).errors == ()
    assert (squeezed(read.text).count("약도"), len(re.findall("<image ", read.pages[0]))) == (3, 3)
    places = re.findall(r'<image [^>]*?x="([\d.]+)" y="([\d.]+)"', read.pages[0])
    assert (places[0][1] == places[1][1], places[0][0] == places[2][0]) == (True, True)


def test_a_scaled_paper_has_larger_letters() -> None:
    document = of(Paragraph(text("글", "ko")))

    heights = [letters_of(hwpx.flow(one)) for one in (document, replace(document, scale=2.0))]

    assert heights == ["1100", "2200"]


def letters_of(content: bytes) -> str:
    """The height of the letters of the first paragraph that says something."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        head = package.read("Contents/header.xml").decode()
    number = re.findall(r'charPrIDRef="(\d+)"><hp:t>글', section(content))[0]
    return str(re.findall(rf'<hh:charPr id="{number}" height="(\d+)"', head)[0])
