from interlocal.documents.formats import fonts, pdf
from interlocal.documents.formats.document import Document, Paragraph, text


def test_a_language_is_drawn_in_its_own_forms_first_and_then_in_all_others() -> None:
    assert [fonts.families(lang)[0][-2:] for lang in ("ko", "ja", "zh-Hans", "zh-Hant")] == [
        "KR",
        "JP",
        "SC",
        "TC",
    ]
    assert {frozenset(fonts.families(lang)) for lang in ("ko", "ja", "zh-Hans", "en", "mn")} == {
        frozenset((*fonts.FALLBACK, fonts.EMBEDDED))
    }


def test_the_doctor_is_told_file_version_and_reach() -> None:
    told = fonts.facts()

    assert [fact.family for fact in told] == ["Noto Sans JP", "Noto Sans KR", "Noto Sans SC", "Noto Sans TC"]
    assert [
        fact for fact in told if not fact.file.is_file() or fact.covers < 10_000 or not fact.version
    ] == []


def test_the_fingerprint_is_of_what_the_files_hold() -> None:
    before = fonts.fingerprint()

    fonts.fingerprint.cache_clear()

    assert (len(before), fonts.fingerprint()) == (16, before)


def test_what_the_typesetters_own_font_is_said_to_cover_it_prints() -> None:
    letters = (chr(code) for first, last in fonts.EMBEDDED_COVERS for code in range(first, last + 1))

    # For the archive, the typesetter refuses a paper with a glyph that no font has.
    assert pdf.flow(Document("t", "en", (Paragraph(text(" ".join(letters), "en")),))).startswith(b"%PDF")
