"""One printing: what it is called, that the same input gives the same bytes, and what is refused before anything is set."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest

from interlocal.documents import printing, template_values, templates
from interlocal.documents.formats import books, docx, ics, pdf
from interlocal.documents.papers.paper import Plain, Wish
from interlocal.ground.refused import Refused
from tests.documents import little

KO_EN = Wish(("ko", "en"))


@pytest.fixture(autouse=True)
def one_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "papers", lambda: {"tiny": little.PAPER})


def order(made_as: str = "pdf", wish: Wish = KO_EN, paper: str = "tiny") -> printing.Order:
    return printing.Order("forum-2026", paper, made_as, wish)


def refused(*args: Any, **others: Any) -> str:
    with pytest.raises(Refused) as refusal:
        printing.render(*args, **others)
    return refusal.value.code


@pytest.mark.parametrize("made_as", little.PAPER.formats)
def test_a_paper_is_printed_in_each_of_its_formats_with_the_same_bytes_each_time(made_as: str) -> None:
    first, second = (printing.render(order(made_as), little.facts()) for _ in range(2))

    assert first == second
    assert first.filename == f"forum-2026-tiny-ko-en.{made_as}"
    assert first.media_type == printing.TYPES[made_as]


def test_pages_are_counted_where_the_file_says_them() -> None:
    assert [printing.render(order(made_as), little.facts()).pages for made_as in ("pdf", "docx")] == [1, None]


def test_types_are_those_the_writers_name() -> None:
    named = {"pdf": pdf.TYPE, "docx": docx.TYPE, "xlsx": books.TYPE, "ics": ics.TYPE}

    assert {made_as: printing.TYPES[made_as] for made_as in named} == named


@pytest.mark.parametrize(
    ("wish", "number", "name"),
    [
        (Wish(("en",)), None, "forum-2026-tiny-en.pdf"),
        (Wish(("zh-Hans", "ja"), body="busan"), 3, "forum-2026-tiny-busan-zh-hans-ja-v3.pdf"),
        (
            Wish(("ko",), person="0f3a9c2e-1111-4222-8333-444455556666"),
            None,
            "forum-2026-tiny-0f3a9c2e-ko.pdf",
        ),
        (Wish(("ko",), item=7), 1, "forum-2026-tiny-item7-ko-v1.pdf"),
        (Wish(("ko",), body='../"x'), None, "forum-2026-tiny-x-ko.pdf"),
    ],
)
def test_a_file_is_called_by_what_it_is_in_letters_every_system_takes(
    wish: Wish, number: int | None, name: str
) -> None:
    assert printing.filename(order(wish=wish), release=number) == name


def test_for_people_it_is_called_in_their_language() -> None:
    said = printing.spoken_filename("2026 포럼", "명단 / 부산", "forum-2026-tiny-ko-v2.pdf")

    assert said == "2026 포럼 - 명단   부산 v2.pdf"


def test_a_character_no_font_has_is_named_before_printing_and_only_where_we_draw() -> None:
    strange = little.facts(little.person(family="\U0001e900"))

    assert refused(order(), strange) == "glyph_missing"
    assert printing.render(order("docx"), strange).content


def test_a_paper_or_format_that_is_not_there_is_refused() -> None:
    assert refused(order(paper="none"), little.facts()) == "paper_unknown"
    assert refused(order("svg"), little.facts()) == "format_unknown"


def test_stages_are_told_in_their_order() -> None:
    told: list[tuple[str, int, int]] = []

    printing.render(order(), little.facts(), progress=lambda *stage: told.append(stage))

    assert told == [("checking", 1, 3), ("setting", 2, 3), ("keeping", 3, 3)]


def test_what_is_a_file_already_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = replace(little.PAPER, formats=("ics",), build=lambda _facts, _wish: Plain(b"BEGIN:VCALENDAR"))
    monkeypatch.setattr(printing, "papers", lambda: {"tiny": plain})

    assert printing.render(order("ics"), little.facts()).content == b"BEGIN:VCALENDAR"


def test_another_input_has_another_hash_and_the_same_has_the_same() -> None:
    ours = printing.Template("typ", b"= Ours")
    inputs: list[tuple[Any, ...]] = [
        (order(), little.facts()),
        (order("docx"), little.facts()),
        (order(wish=Wish(("en",))), little.facts()),
        (order(wish=Wish(("ko", "en"), options={"size": "a3"})), little.facts()),
        (order(), little.facts(number=1)),
        (order(), little.facts(little.person(given="바다"))),
        (order(), little.facts(), ours),
        (order(), little.facts(), replace(ours, content=b"= Theirs")),
    ]

    assert len({printing.input_sha256(*one) for one in inputs}) == len(inputs)
    assert printing.input_sha256(*inputs[0]) == printing.input_sha256(order(), little.facts())


def test_a_wish_comes_back_as_it_was_kept() -> None:
    wish = Wish(("ko", "ja"), person="abc", item=3, options={"size": "a3"})

    assert printing.wish_of(printing.plain_of(wish)) == wish


# -- templates --


@pytest.mark.parametrize("made_as", ["docx", "hwpx", "typ"])
@pytest.mark.parametrize("tongue", little.EVERY)
def test_every_sample_can_be_used_as_it_is(made_as: str, tongue: str) -> None:
    content = templates.sample(made_as, tongue)
    target = printing.TEMPLATES[made_as]

    made = printing.render(order(target), little.facts(), printing.Template(made_as, content))

    assert templates.report(made_as, content).is_good
    assert made.filename.endswith(f".{target}")


def test_a_template_says_the_record_in_the_wished_language() -> None:
    content = templates.sample("docx", "ko")

    made = printing.render(order("docx"), little.facts(), printing.Template("docx", content))

    with zipfile.ZipFile(BytesIO(made.content)) as package:
        said = package.read("word/document.xml").decode()
    assert [word in said for word in ("2026 포럼", "김하늘", "국제협력과장", "경상북도", "{{", "{%")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


def test_what_went_in_is_one_number_also_with_the_phones_of_resources() -> None:
    inner = replace(little.facts(), phones={1: "010-0000-0001"})

    one, same = (printing.input_sha256(order(), found) for found in (inner, inner))

    assert one == same
    assert one != printing.input_sha256(order(), little.facts())


def test_a_broken_template_is_told_with_its_place() -> None:
    broken = printing.Template("typ", b"= Hello\n#let x =\n#foo(")

    with pytest.raises(Refused) as refusal:
        printing.render(order(), little.facts(), broken)

    assert str(refusal.value).startswith("2행: ")


def test_the_list_of_fields_is_what_a_template_gets() -> None:
    made = template_values.values(templates.made_up(), Wish(("ko", "en")))

    assert list(made) == [*(name for name in made if name in template_values.FIELDS[""])]
    assert set(made) == set(template_values.FIELDS[""])
    for noun in ("people", "delegations", "days", "items", "greetings", "phrases", "emergencies"):
        assert set(made[noun][0]) == set(template_values.FIELDS[noun]), noun
    assert made["other"]["event"] == "Forum 2026"
    assert set(template_values.LABELS) <= set(template_values.flat(made))
