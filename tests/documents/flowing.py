"""A paper with every kind of block, in four languages, and with everything that might be taken for something else."""

from dataclasses import replace

from interlocal.documents.formats.document import (
    Blank,
    Bullets,
    Column,
    Cover,
    Document,
    Facts,
    Heading,
    Language,
    Letterhead,
    PageBreak,
    Paragraph,
    Parallel,
    Picture,
    Row,
    Run,
    Signature,
    Table,
    Text,
    text,
    texts,
)

KO, JA = "귀 기관의 무궁한 발전을 기원합니다.", "時下ますますご清栄のこととお慶び申し上げます。"
ZH, EN = "兹定于六月十九日举办直辖市交流会议。", "We have the honour to invite your city."
NASTY = (
    "=1+1",
    '=HYPERLINK("http://x.example")',
    '{ INCLUDETEXT "c:\\secret" }',
    "{{ 7*7 }}",
    "{% for x in y %}",
    "#let x = 1",
    "<w:p/>",
    "</hp:t>",
    "<script>alert(1)</script>",
    "&amp;",
    "@SUM(A1)",
)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" fill="#0b3d78"/></svg>'
PICTURE = Picture(SVG, "svg", "도청에서 회의장까지", text("약도", "ko"), 0.5)
COLUMNS = (
    Column(text("No.", "en"), 0.4, "right"),
    Column(text("성명", "ko")),
    Column(text("氏名", "ja")),
    Column(text("姓名", "zh-Hans")),
    Column(text("Hour", "en"), 0.5, "centre"),
)


def names(many: int = 3) -> Table:
    rows = [Row((text("경상북도 대표단", "ko"),), band=True)]
    for at in range(1, many + 1):
        cells = (text(str(at), "en"), text("김하늘", "ko"), text("髙橋直樹", "ja"), text("王海燕", "zh-Hans"))
        rows.append(Row((*cells, text("09:30", "en"))))
    return Table(COLUMNS, tuple(rows), text("참가자 명단", "ko"))


def paper(lang: Language = "ko", *, landscape: bool = False) -> Document:
    four: Text = (
        Run(KO, "ko"),
        Run(JA, "ja", "strong"),
        Run(ZH, "zh-Hans", "quiet"),
        Run(EN, "en", "machine"),
    )
    return Document(
        "지방외교 연수 결과",
        lang,
        (
            Cover(
                text("지방외교 연수", "ko"),
                text("Local diplomacy", "en"),
                (text("2026. 6. 19.", "ko"),),
                (four[:1],),
            ),
            Letterhead(text("경상북도", "ko"), (text("안동시 풍천면", "ko"),)),
            Heading(text("초청의 말씀", "ko"), 1),
            Paragraph(four),
            *(Paragraph(text(said, lang)) for said in NASTY),
            Facts(((text("場所", "ja"), text("国際会議場", "ja")),)),
            Bullets((text("첫째", "ko"), text("第二", "zh-Hans")), numbered=True),
            Heading(text("명단", "ko")),
            names(),
            Parallel(
                (text("한국어", "ko"), text("中文", "zh-Hans")), ((text(KO, "ko"), text(ZH, "zh-Hans")),)
            ),
            PICTURE,
            PageBreak(),
            Blank(text("소감", "ko")),
            Signature(text("안동에서", "ko"), (text("도지사", "ko"),)),
        ),
        header=text("연수 2026", "ko"),
        mark=text("제3판 & 끝", "ko"),
        landscape=landscape,
        contents=True,
        author="경상북도",
    )


def of(*blocks: object, title: str = "표") -> Document:
    return Document(title, "ko", blocks)  # type: ignore[arg-type]


def squeezed(said: str) -> str:
    return "".join(said.split())


def everything(document: Document) -> list[str]:
    """Each text of the paper's blocks that is printed, without white space; a table's caption is only told to readers' programs."""
    blocks = (replace(block, caption=()) if isinstance(block, Table) else block for block in document.blocks)
    return [squeezed(run.text) for block in blocks for one in texts(block) for run in one]
