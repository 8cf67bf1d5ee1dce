import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from interlocal.documents.formats import pdf
from interlocal.documents.formats.document import (
    Bullets,
    Column,
    Cover,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Picture,
    Pictures,
    Row,
    Table,
    Text,
    text,
)
from interlocal.ground.refused import Refused
from tests.documents.pdf_ua import problems, roles

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="5" height="2" fill="#0b3d78"/></svg>'
SAID = {
    "ko": "경상북도지사 김철수가 대표단을 환영하였습니다.",
    "ja": "大阪府知事が代表団を歓迎しました。",
    "zh-Hans": "江苏省省长欢迎代表团。",
    "en": "The governor welcomed the delegation.",
}


def _paper(*blocks: object, lang: str = "ko", **more: object) -> Document:
    return Document("교류회의 안내", lang, tuple(blocks), **more)  # type: ignore[arg-type]


def _whole() -> Document:
    said = tuple(text(words, lang) for lang, words in SAID.items())
    name = text("김철수", "ko")
    return _paper(
        Cover(text("안내", "ko"), text("Guide", "en"), said, said),
        Heading(text("개요", "ko"), 1),
        *(Paragraph(words) for words in said),
        Heading(text("명단", "ko"), 3),
        Facts(((text("장소", "ko"), text("안동", "ko")),)),
        Bullets(said),
        Table(
            (Column(text("성명", "ko")), Column(text("직위", "ko"))),
            (Row((text("경상북도", "ko"),), band=True), Row((name, name)), Row((name,))),
            text("명단", "ko"),
        ),
        Table((Column(text("비어 있음", "ko")),), (), text("없음", "ko")),
        Parallel((text("한국어", "ko"), text("日本語", "ja")), ((said[0], said[1]),)),
        Picture(DRAWING, "svg", "약도", text("그림", "ko")),
        header=text("교류회의", "ko"),
        mark=text("제3판", "ko"),
        contents=True,
        author="경상북도",
    )


def _read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def _said(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in _read(content).pages)


def _unspaced(said: str) -> str:
    return "".join(said.split())


def test_a_paper_is_for_all_readers_and_for_the_archive() -> None:
    content = pdf.flow(_whole())

    metadata = _read(content).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1<" in metadata
    assert "<pdfaid:part>2<" in metadata
    assert "<pdfaid:conformance>A<" in metadata
    assert problems(content) == []


def test_a_paper_says_its_title_language_and_author() -> None:
    reader = _read(pdf.flow(_whole()))

    assert reader.trailer["/Root"]["/Lang"] == "ko-KR"
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("교류회의 안내", "경상북도")


def test_headings_tables_lists_and_pictures_stand_in_the_structure() -> None:
    found = roles(pdf.flow(_whole()))

    assert {"H1", "H2", "P", "L", "LI", "Table", "TH", "TD", "Figure", "TOC"} <= set(found)
    assert "H3" not in found


def test_all_four_languages_can_be_copied_out_again() -> None:
    said = _unspaced(_said(pdf.flow(_whole())))

    assert [lang for lang, words in SAID.items() if _unspaced(words) not in said] == []


def test_the_same_paper_is_the_same_bytes() -> None:
    assert pdf.flow(_whole()) == pdf.flow(_whole())


@pytest.mark.parametrize(
    "typed",
    [
        '#read("/etc/passwd")',
        "*x* _y_ `z`",
        "$a^2$",
        "@ref <label>",
        "\\\\ = H // c /* d */",
        "${x} {{ y }} {% z %}",
    ],
)
def test_what_looks_like_source_is_printed_as_it_was_typed(typed: str) -> None:
    content = pdf.flow(_paper(Heading(text(typed, "en")), Paragraph(text(typed, "en"))))

    assert _unspaced(_said(content)).count(_unspaced(typed)) == 2


def test_korean_breaks_between_words() -> None:
    sentence = "지방정부가 개최하는 국제교류회의에 참석하는 대표단의 명단입니다 " * 12

    content = pdf.flow(_paper(Paragraph(text(sentence, "ko"))))

    lines = [line.strip() for line in _said(content).splitlines() if "쪽" not in line]
    assert {word for line in lines for word in line.split()} == set(sentence.split())


def test_every_language_is_drawn_in_its_own_forms() -> None:
    reader = _read(
        pdf.flow(
            _paper(*(Paragraph(text("直骨今令海", lang)) for lang in ("ko", "ja", "zh-Hans", "zh-Hant")))
        )
    )

    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[1]
        for font in reader.pages[0]["/Resources"]["/Font"].values()
    }
    assert {name.split("-")[0] for name in fonts} == {"NotoSansKR", "NotoSansJP", "NotoSansSC", "NotoSansTC"}


def test_a_rare_name_is_drawn_by_another_font() -> None:
    assert "髙邉" in _said(pdf.flow(_paper(Paragraph(text("髙邉", "ko")))))


@pytest.mark.parametrize(
    ("lang", "page"),
    [("ko", "1 / 2쪽"), ("ja", "1 / 2ページ"), ("zh-Hans", "第1页，共2页"), ("en", "Page 1 of 2")],
)
def test_pages_are_counted_in_the_language_of_the_paper(lang: str, page: str) -> None:
    content = pdf.flow(_paper(Paragraph(text("a", lang)), PageBreak(), Paragraph(text("b", lang)), lang=lang))

    assert _unspaced(page) in _unspaced(_read(content).pages[0].extract_text())


def _right_edge(content: bytes) -> float:
    """The furthest point, in points, where a piece of text begins."""
    reached: list[float] = []
    for page in _read(content).pages:
        page.extract_text(visitor_text=lambda _t, cm, tm, _f, _s: reached.append(cm[4] + tm[4] * cm[0]))
    return max(reached)


def test_a_string_without_spaces_wraps_in_its_cell() -> None:
    long = text("a" * 300, "en")

    content = pdf.flow(_paper(Table((Column(long), Column(long)), (Row((long, long)),), long)))

    assert _right_edge(content) < 533
    assert _unspaced(_said(content)).count("a") == 1200


def _parallel_items(count: int) -> Table:
    items = tuple(text(f"{number}분과 지방소멸 대응 토론회", "ko") for number in range(count))
    return Table(tuple(Column(item) for item in items), (Row(items),), items[0])


def test_forty_items_at_once_and_a_title_of_300_characters_are_printed() -> None:
    title: Text = text("지방정부 국제교류 " * 30, "ko")

    content = pdf.flow(_paper(Cover(title), Heading(title, 1), _parallel_items(40), landscape=True))

    assert problems(content) == []
    assert _unspaced(_said(content)).count("토론회") == 80
    assert _read(content).pages[0].mediabox.width > 800
    assert _unspaced(_read(content).pages[0].extract_text()).count("국제교류") == 30


def test_a_booklet_of_many_pages_is_drawn_apart_and_is_the_same() -> None:
    paper = _paper(*(Paragraph(text(SAID["ko"] * 40, "ko")) for _ in range(60)))

    content = pdf.flow(paper)

    assert content == pdf.flow(paper)
    assert problems(content) == []


def test_an_own_template_prints_our_data() -> None:
    content = pdf.own_template('= #json("data.json").name', {"name": "김철수 #x"}, title="명패", lang="ko")

    assert _said(content).strip() == "김철수 #x"
    assert problems(content) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("= A\n\n#let x = 1 +", "Line 3: expected expression"),
        ('#read("/etc/passwd")', "Line 1: file not found"),
        (
            '\n#import "@pre" + "view/cetz:0.2.0"',
            "Line 2: Packages cannot be used in a template; write what is needed into the template itself.",
        ),
        ('#json("data.json").missing', 'Line 1: dictionary does not contain key "missing"'),
        ("#let a = range(1000000000)", "The template needs more memory or time than it may have."),
    ],
)
def test_a_broken_template_is_refused_with_its_place(source: str, said: str) -> None:
    with pytest.raises(Refused) as refused:
        pdf.own_template(source, {})

    assert str(refused.value) == said


def test_bands_that_head_nothing_are_rows_of_their_own() -> None:
    bands = (Row((text("가", "ko"),), band=True), Row((text("나", "ko"),), band=True))
    table = Table((Column(text("이름", "ko")),), (*bands, Row((text("다", "ko"),)), *bands), text("표", "ko"))

    made = pdf.flow(_paper(Heading(text("표", "ko")), table))

    assert [one for one in "가나다" if one not in _said(made)] == []


def _numbers(*blocks: object, **more: object) -> list[str]:
    """What stands at the foot of each page."""
    pages = _read(pdf.flow(_paper(*blocks, **more))).pages
    return ["".join(re.findall(r"\d+ / \d+", page.extract_text())) for page in pages]


def test_a_part_counts_its_own_pages_and_one_of_a_single_page_has_no_number() -> None:
    said = Paragraph(text("a", "en"))

    numbers = _numbers(
        PageBreak(restart=True),
        said,
        PageBreak(),
        said,
        PageBreak(restart=True),
        said,
        PageBreak(restart=True),
        said,
    )

    assert numbers == ["1 / 2", "2 / 2", "", ""]


def test_a_letter_alone_has_no_number() -> None:
    assert _numbers(PageBreak(restart=True), Paragraph(text("a", "en"))) == [""]


def _sizes(content: bytes) -> set[float]:
    found: set[float] = set()
    for page in _read(content).pages:
        page.extract_text(
            visitor_text=lambda said, _c, tm, _f, size: (
                found.add(round(size * tm[0], 1)) if said.strip() else None
            )
        )
    return found


def test_a_scaled_paper_has_larger_letters() -> None:
    document = _paper(Paragraph(text("가", "ko")))

    usual, large = (_sizes(pdf.flow(one)) for one in (document, replace(document, scale=1.8)))

    assert (max(usual), max(large)) == (10.5, 18.9)


def test_pictures_stand_beside_each_other_with_their_captions() -> None:
    one = Picture(DRAWING, "svg", "약도", text("그림", "ko"))

    content = pdf.flow(_paper(Heading(text("사진", "ko")), Pictures((one, one, one), 2)))

    assert problems(content) == []
    assert (roles(content).count("Figure"), _unspaced(_said(content)).count("그림")) == (3, 3)


def test_hours_stay_on_one_line_however_narrow_their_column() -> None:
    hours, title = text("10:30–11:30", "en"), text("지방소멸 대응 사례를 함께 논의하는 자리 " * 9, "ko")
    table = Table(
        (Column(text("시간", "ko"), 0.3), Column(text("일정", "ko"), 9)), (Row((hours, title)),), hours
    )

    assert "10:30–11:30" in _said(pdf.flow(_paper(table)))
