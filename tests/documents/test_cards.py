"""Cards, tents, badges and labels: nobody's name is cut, and nobody's name is source."""

import io
from typing import Any

import pytest
import segno
from pypdf import PdfReader

from interlocal.documents.formats import cards
from interlocal.documents.formats.cards import Card, CardLine, CardSheet, Role, contrast, ink_on
from interlocal.documents.formats.document import Run, text
from interlocal.ground.refused import Refused

KINDS = ["place_card", "tent", "badge", "label"]
A4 = (595, 842)


def line(said: str, lang: str, role: Role) -> CardLine:
    return CardLine(text(said, lang), role)


def card(name: str = "髙橋 﨑邉", lang: str = "ja", **changes: Any) -> Card:
    lines = (line(name, lang, "name"), line("TAKAHASHI Sakibe", "en", "second"), line("課長", "ja", "post"))
    return Card(**{"lines": lines, "band": text("代表団", "ja"), "colour": "#f2b705", **changes})


def sheet(kind: str, *made: Card) -> CardSheet:
    return CardSheet(kind, "Cards", "ko", made, text("제8회 한중일 지방정부 교류회의", "ko"))  # type: ignore[arg-type]


def pages(content: bytes) -> list[str]:
    """The text of each page, without what only the layout put between letters."""
    return ["".join((page.extract_text() or "").split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(("kind", "a_page"), [("place_card", 10), ("tent", 1), ("badge", 4), ("label", 14)])
def test_so_many_go_on_a_page(kind: str, a_page: int) -> None:
    full = cards.pdf(sheet(kind, *[card()] * a_page))
    more = cards.pdf(sheet(kind, *[card()] * (a_page + 1)))

    assert (len(pages(full)), len(pages(more))) == (1, 2)
    size = PdfReader(io.BytesIO(full)).pages[0].mediabox
    assert (round(size.width), round(size.height)) == A4


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("가나다라마바사아자차 " * 27, "ko"),
        ("邉" * 300, "ja"),
        ("Wolfe" * 60, "en"),
        ("Anne-Marie " * 27, "en"),
    ],
)
def test_a_name_of_300_characters_is_there_to_its_last_letter(kind: str, name: str, lang: str) -> None:
    (page,) = pages(cards.pdf(sheet(kind, card(name, lang))))

    whole = "".join(name.split())
    times = 2 if kind == "tent" else 1
    assert (
        page.count(whole[0] if len(set(whole)) == 1 else whole)
        == (300 if len(set(whole)) == 1 else 1) * times
    )


@pytest.mark.parametrize(
    "name",
    ['#let x = 1; #read("/etc/passwd")', "$x^2$ *b* _i_ @ref <label>", "{{ name }}", "=1+1", "</svg>&amp;"],
)
def test_a_name_that_looks_like_source_is_a_name(name: str) -> None:
    (page,) = pages(cards.pdf(sheet("badge", card(name, "en", qr=name, corner=text(name, "en")))))

    assert page.count("".join(name.split())) == 2


def test_both_sides_of_a_tent_show_the_name_and_one_is_read() -> None:
    content = cards.pdf(sheet("tent", card()))

    assert pages(content)[0].count("髙橋﨑邉") == 2
    page: Any = PdfReader(io.BytesIO(content)).pages[0]
    assert page.get_contents().get_data().count(b"/Artifact") > 0


def test_a_code_has_words_for_who_cannot_see_it_and_every_module_where_it_belongs() -> None:
    drawn = cards._code("https://example.org/ko/b/1")
    content = cards.pdf(sheet("badge", card(qr="https://example.org/ko/b/1", qr_alt="출석 확인 코드")))

    wanted = segno.make_qr("https://example.org/ko/b/1", error="m", mask=7).matrix
    assert _modules(drawn) == [[bool(dark) for dark in row] for row in wanted]
    assert _alternatives(content) == ["출석 확인 코드"]


def _modules(drawn: str) -> list[list[bool]]:
    side = int(drawn.split('viewBox="0 0 ')[1].split()[0]) - 2 * cards.QUIET
    made = [[False] * side for _ in range(side)]
    for stroke in drawn.split(' d="M')[1].split('"')[0].split("M"):
        start, length = stroke.split("h")
        x, y = start.split()
        for at in range(int(length)):
            made[int(float(y)) - cards.QUIET][int(x) - cards.QUIET + at] = True
    return made


def _alternatives(content: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(content))
    things: list[Any] = [reader.trailer["/Root"]["/StructTreeRoot"]]  # type: ignore[index]
    found = []
    while things:
        thing = things.pop().get_object()
        if isinstance(thing, list):
            things += thing
        elif isinstance(thing, dict):
            found += [str(thing["/Alt"])] if "/Alt" in thing else []
            things += [thing["/K"]] if "/K" in thing else []
        things = [each for each in things if not isinstance(each, int)]
    return found


def test_the_same_cards_are_the_same_bytes() -> None:
    assert cards.pdf(sheet("badge", card(qr="a"))) == cards.pdf(sheet("badge", card(qr="a")))


@pytest.mark.parametrize(
    ("sheeted", "code"),
    [
        (sheet("badge"), "no_cards"),
        (sheet("badge", card(qr="x" * 3000)), "qr_too_long"),
    ],
)
def test_what_cannot_be_printed_is_refused(sheeted: CardSheet, code: str) -> None:
    with pytest.raises(Refused) as refused:
        cards.pdf(sheeted)

    assert refused.value.code == code


@pytest.mark.parametrize("red", range(0, 256, 51))
@pytest.mark.parametrize("green", range(0, 256, 17))
def test_words_can_be_read_on_a_band_of_any_colour(red: int, green: int) -> None:
    colours = [f"#{red:02x}{green:02x}{blue:02x}" for blue in range(0, 256, 15)]

    assert [colour for colour in colours if contrast(ink_on(colour), colour) < 4.5] == []


@pytest.mark.parametrize("colour", ["red", "#12", '#000000"', "javascript:", ""])
def test_a_colour_that_is_none_is_the_houses(colour: str) -> None:
    assert cards._card(card(colour=colour), 11.0)["colour"] == cards.NAVY


def test_everything_that_is_printed_can_be_looked_through() -> None:
    said = {run.text for run in cards.runs(sheet("badge", card(corner=text("A-1", "en"))))}

    assert said == {
        "Cards",
        "제8회 한중일 지방정부 교류회의",
        "髙橋 﨑邉",
        "TAKAHASHI Sakibe",
        "課長",
        "代表団",
        "A-1",
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ((("五十嵐 ひかる", "ja"), (" 様", "ja")), ["五十嵐", "ひかる\u00a0様"]),
        ((("남궁 민수", "ko"),), ["남궁", "민수"]),
        ((("阿卜杜热合曼·买买提江", "zh-Hans"),), ["阿卜杜热合曼·", "买买提江"]),
        ((("Anna Fitzgerald-Montgomery", "en"),), ["Anna", "Fitzgerald-Montgomery"]),
    ],
)
def test_a_name_never_breaks_inside_what_stands_between_its_spaces(name, words):
    line = cards.CardLine(tuple(Run(*run) for run in name), "name")

    pieces = cards._line(line, cards.ROOMS["badge"])

    assert ["".join(part[0] for part in one["word"]) for one in pieces if isinstance(one, dict)] == words
