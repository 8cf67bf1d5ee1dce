"""HWPX papers: opened by an independent reader, and judged by the validators of python-hwpx."""

import io
import re
import zipfile

import pytest
from hwpx import HwpxDocument
from hwpx.tools.package_validator import validate_editor_open_safety, validate_package
from hwpx.tools.validator import validate_document

from interlocal.documents.formats import hwpx
from interlocal.documents.formats.document import Heading, PageBreak, Paragraph, Table, text
from tests.documents.flowing import COLUMNS, NASTY, everything, names, of, paper, squeezed
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
