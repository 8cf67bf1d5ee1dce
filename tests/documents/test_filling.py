"""Templates of offices: filled, or refused with the place; and packages that are not let in."""

import io
import struct
import zipfile
from collections.abc import Mapping

import docx as reader
import pytest
from hwpx import HwpxDocument

from interlocal.documents.formats import docx, filling_docx, filling_hwpx, hwpx
from interlocal.documents.formats.document import Facts, Heading, Paragraph, Run, text
from interlocal.documents.formats.packages import Kind, safe_package
from interlocal.ground.refused import Refused
from tests.documents.flowing import NASTY, of, paper

# -- Word --


def template(*lines: str) -> bytes:
    word = reader.Document()
    for line in lines:
        word.add_paragraph(line)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def lines_of(content: bytes) -> list[str]:
    return [one.text for one in reader.Document(io.BytesIO(content)).paragraphs]


def refusal(act: object) -> tuple[str, str]:
    with pytest.raises(Refused) as refused:
        act()  # type: ignore[operator]
    return refused.value.code, str(refused.value)


def test_fields_and_loops_are_filled() -> None:
    form = template(
        "{{ edition.title }} 귀하",
        "{%p for one in delegates %}",
        "{{ loop.index }}. {{ one.name }}",
        "{%p endfor %}",
    )

    filled = filling_docx.fill(
        form, {"edition": {"title": "연수"}, "delegates": [{"name": "김하늘"}, {"name": "山口"}]}
    )

    assert lines_of(filled) == ["연수 귀하", "1. 김하늘", "2. 山口"]


@pytest.mark.parametrize("said", NASTY)
def test_a_value_is_never_more_than_text(said: str) -> None:
    assert lines_of(filling_docx.fill(template("{{ name }}!"), {"name": said})) == [f"{said}!"]


def test_the_same_template_and_values_give_the_same_file() -> None:
    form = template("{{ name }}")

    assert filling_docx.fill(form, {"name": "x"}) == filling_docx.fill(form, {"name": "x"})


@pytest.mark.parametrize(
    ("line", "code", "named"),
    [
        ("Dear {{ nome }},", "template_field", "nome"),
        ("Dear {{ body.nome }},", "template_field", "nome"),
        ("{{ name + }}", "template_syntax", "{{ name + }}"),
        ("{% for one in list %}", "template_syntax", "{% for one in list %}"),
        ("{% endfor %}", "template_syntax", "{% endfor %}"),
        ("{{ ''.__class__ }}", "template_unsafe", "__class__"),
        ("{{ name.__class__.__mro__ }}", "template_unsafe", "__class__"),
        ("{% for i in range(10**9) %}x{% endfor %}", "template_unsafe", "range()"),
        ("{{ 'x' * 1000000000 }}", "template_unsafe", "*"),
        ("{{ 'x'|center(1000000000) }}", "template_syntax", "center"),
        ("{% include 'secret' %}", "template_unsafe", "include"),
        ("{% set x = 1 %}", "template_unsafe", "set"),
        ("{{ self }}", "template_unsafe", "self"),
    ],
)
def test_a_template_that_cannot_be_filled_says_what_and_where(line: str, code: str, named: str) -> None:
    form = template("first", line)

    told, reason = refusal(lambda: filling_docx.fill(form, {"name": "x", "list": [1], "body": {"name": "y"}}))

    assert (told, named in reason, line in reason) == (code, True, True)


def test_a_template_that_repeats_itself_without_end_is_stopped() -> None:
    line = "{% for a in l %}{% for b in l %}{% for c in l %}x{% endfor %}{% endfor %}{% endfor %}"

    code, _reason = refusal(lambda: filling_docx.fill(template(line), {"l": list(range(200))}))

    assert code == "template_endless"


def test_a_check_names_what_is_asked_for_and_what_is_not_known() -> None:
    form = template("{{ name }} {% for one in delegates %}{{ one.name }} {{ one.phone }}{% endfor %}")

    checked = filling_docx.check(form, known=("name", "delegates[].name"))

    assert checked.fields == ("delegates", "delegates[].name", "delegates[].phone", "name")
    assert checked.unknown == ("delegates[].phone",)


# -- HWPX --


def form() -> bytes:
    fields = (Run("{{ na", "ko"), Run("me }}", "ko", "strong"), Run(" 귀하", "ko"))
    facts = Facts(
        ((text("성명", "ko"), ()), (text("직위", "ko"), ()), (text("비고", "ko"), text("없음", "ko")))
    )
    return hwpx.flow(of(Heading(text("참가 신청서", "ko")), Paragraph(fields), facts))


def said_in(content: bytes) -> str:
    opened = HwpxDocument.open(content)
    try:
        return "".join(
            paragraph.text for section in opened.sections for paragraph in section.paragraphs
        ) + "".join(cell.text for table in opened.tables.all for row in table.rows for cell in row.cells)
    finally:
        opened.close()


def test_a_form_is_filled_by_fields_and_labels() -> None:
    filled = filling_hwpx.fill(
        form(), {"name": "안동시 <장>"}, labels={"성명": "김하늘", "직위 > right": "과장 & 팀장"}
    )

    said = said_in(filled)

    assert [one in said for one in ("안동시 <장> 귀하", "성명김하늘", "직위과장 & 팀장", "{{")] == [
        True,
        True,
        True,
        False,
    ]
    assert filled == filling_hwpx.fill(
        form(), {"name": "안동시 <장>"}, labels={"성명": "김하늘", "직위 > right": "과장 & 팀장"}
    )


def test_a_form_says_what_it_lacks() -> None:
    missing = refusal(lambda: filling_hwpx.fill(form(), {}))
    unknown = refusal(lambda: filling_hwpx.fill(form(), {"name": "x"}, labels={"전화": "1"}))

    assert (missing[0], "name" in missing[1]) == ("template_field", True)
    assert (unknown[0], "전화" in unknown[1]) == ("template_label", True)


def test_a_check_of_a_form_names_its_fields_and_empty_cells() -> None:
    checked = filling_hwpx.check(form(), known=("title",))

    assert (checked.fields, checked.unknown, checked.labels) == (("name",), ("name",), ("성명", "직위"))


def test_lines_of_a_value_become_lines_of_the_form() -> None:
    filled = filling_hwpx.fill(form(), {"name": "첫 줄\n둘째 줄"})

    with zipfile.ZipFile(io.BytesIO(filled)) as package:
        assert b"lineBreak" in package.read("Contents/section0.xml")


# -- Packages --


def changed(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package with parts put in or replaced."""
    saved = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(name, parts.get(name, old.read(name)), kind)
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return saved.getvalue()


def relation(kind: str, target: str) -> dict[str, bytes]:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    said = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{office}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'
    )
    return {"word/_rels/settings.xml.rels": said.encode()}


def instruction(code: str) -> dict[str, bytes]:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return {"word/extra.xml": f'<w:r xmlns:w="{space}"><w:instrText>{code}</w:instrText></w:r>'.encode()}


MACRO_TYPE = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"'
    b' ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


@pytest.mark.parametrize(
    ("parts", "code", "named"),
    [
        ({"word/vbaProject.bin": b"x"}, "package_macro", "word/vbaProject.bin"),
        ({"[Content_Types].xml": MACRO_TYPE}, "package_macro", "/word/document.xml"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "package_object", "oleObject1.bin"),
        ({"../../evil": b"x"}, "package_path", "../../evil"),
        ({"/etc/passwd": b"x"}, "package_path", "/etc/passwd"),
        (relation("attachedTemplate", "http://evil.example/t.dotm"), "package_external", "evil.example"),
        (relation("image", "file:///etc/passwd"), "package_external", "/etc/passwd"),
        (relation("hyperlink", "javascript:alert(1)"), "package_external", "javascript"),
        (instruction(" DDEAUTO c:\\cmd.exe "), "package_field", "DDEAUTO"),
        (instruction('INCLUDEPICTURE "http://x"'), "package_field", "INCLUDEPICTURE"),
        ({"word/a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "package_doctype", "word/a.xml"),
        ({"word/a.xml": b"<a><b></a>"}, "package_xml", "word/a.xml"),
        ({"word/a.xml": b"<a>"}, "package_xml", "word/a.xml"),
    ],
)
def test_a_package_that_acts_is_refused_with_its_place(
    parts: dict[str, bytes], code: str, named: str
) -> None:
    told, reason = refusal(lambda: safe_package(changed(template("x"), parts), "docx"))

    assert (told, named in reason) == (code, True)


def test_a_bomb_is_refused_by_what_it_unpacks_to_and_not_by_what_it_says() -> None:
    bomb = bytearray(changed(template("x"), {"word/media/big.bin": bytes(120 * 1024 * 1024)}))
    code, reason = refusal(lambda: safe_package(bytes(bomb), "docx"))
    assert (code, "word/media/big.bin" in reason) == ("package_too_large", True)

    # The directory at the end claims that the part has a hundred bytes.
    at = bomb.rindex(b"word/media/big.bin") - 46
    struct.pack_into("<I", bomb, at + 24, 100)

    assert refusal(lambda: safe_package(bytes(bomb), "docx"))[0] in ("package_too_large", "package_not_zip")


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"", "docx", "package_not_zip"),
        (b"PK\x03\x04 nothing", "docx", "package_not_zip"),
        (template("x")[:-400], "docx", "package_not_zip"),
        (template("x"), "hwpx", "package_kind"),
        (template("x"), "xlsx", "package_kind"),
    ],
)
def test_a_file_of_another_kind_is_refused(content: bytes, kind: Kind, code: str) -> None:
    assert refusal(lambda: safe_package(content, kind))[0] == code


def test_hanguls_empty_scripts_are_let_in_and_others_not() -> None:
    empty = "function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\n".encode("utf-16-le")

    safe_package(changed(form(), {"Scripts/sourceScripts": empty}), "hwpx")

    assert (
        refusal(lambda: safe_package(changed(form(), {"Scripts/sourceScripts": b"run()"}), "hwpx"))[0]
        == "package_macro"
    )


def test_our_own_papers_are_let_in() -> None:
    safe_package(docx.flow(paper()), "docx")
    safe_package(hwpx.flow(paper()), "hwpx")
