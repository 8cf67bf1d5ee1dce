"""Seating plans on paper and on a page: every name, the rule, and from where it is seen."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from interlocal.documents.formats import seating, seating_svg
from interlocal.documents.formats.coverage import missing
from interlocal.documents.formats.document import text
from interlocal.documents.formats.seating import Drawing, SeatText, frame
from interlocal.planning.rooms import LongTable, Photo, Room, RoundTables, Sitter, Theatre, UShape
from interlocal.planning.seating import Swap, plan, turned, with_swaps

SVG = "{http://www.w3.org/2000/svg}"
NAMES = [("김철수", "ko"), ("髙橋 﨑邉", "ja"), ("骨直今", "zh-Hans"), ("Anna Fitzgerald-Montgomery", "en")]


def drawing(room: Room, names: Sequence[tuple[str, str]] = NAMES, **changes: Any) -> Drawing:
    planned = plan([Sitter(str(at), "kj"[at % 2], at + 1) for at in range(len(names))], room)
    planned = changes.pop("planned", planned)
    said = {
        seat.number: SeatText(
            (text(*names[int(seat.person)]),), (text(*names[int(seat.person)]), text("왜", "ko"))
        )
        for seat in planned.seats
        if seat.person
    }
    made = Drawing(
        "좌석배치도",
        "ko",
        planned,
        said,
        text("출입구에서 본 모습", "ko"),
        (text("주빈은 주인의 오른쪽", "ko"),),
        text("출입구", "ko"),
        (text("번호", "ko"), text("성명", "ko"), text("근거", "ko")),
    )
    return replace(made, **changes)


def pages(content: bytes) -> list[str]:
    return ["".join((page.extract_text() or "").split()) for page in PdfReader(io.BytesIO(content)).pages]


ROOMS: list[Room] = [
    LongTable(host="k"),
    LongTable(host="k", mixed=True),
    RoundTables(2, 8),
    UShape(3, 4),
    Theatre(2, 4),
    Photo(5),
]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.shape)
def test_the_plan_says_everything_and_the_list_follows(room: Room) -> None:
    first, second = pages(seating.pdf(drawing(room)))

    for name, _ in NAMES:
        assert (first.count("".join(name.split())), second.count("".join(name.split()))) == (1, 1)
    assert [first.count(said) for said in ("출입구에서본모습", "주빈은주인의오른쪽")] == [1, 1]
    assert "번호성명근거" in second


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.shape)
def test_the_drawing_is_well_formed_without_script_or_style(room: Room) -> None:
    drawn = ElementTree.fromstring(seating_svg.svg(drawing(room)))

    assert {element.tag.removeprefix(SVG) for element in drawn.iter()} <= {
        "svg", "title", "desc", "g", "rect", "circle", "polygon", "text", "tspan",
    }  # fmt: skip
    assert [element for element in drawn.iter() if {"style", "href", "onload"} & element.attrib.keys()] == []
    assert drawn.findtext(f"{SVG}title") == "좌석배치도"
    assert drawn.findtext(f"{SVG}desc") == "출입구에서 본 모습 주빈은 주인의 오른쪽"


def test_each_name_has_its_own_language() -> None:
    drawn = ElementTree.fromstring(seating_svg.svg(drawing(UShape(3, 4))))

    spans = {span.text: span.get("lang") for span in drawn.iter(f"{SVG}tspan")}
    assert (spans["김철수"], spans["骨直今"]) == ("ko", "zh-Hans")


@pytest.mark.parametrize("name", ['<script>alert("x")</script>', "#let $x$ *y*", "a&b]]>", "=1+1"])
def test_a_name_that_looks_like_source_is_a_name(name: str) -> None:
    made = drawing(UShape(3, 0), [(name, "en")])

    drawn = ElementTree.fromstring(seating_svg.svg(made))

    whole = "".join("".join(element.itertext()) for element in drawn.iter(f"{SVG}text"))
    assert "".join(name.split()) in "".join(whole.split())
    assert len(pages(seating.pdf(made))) == 2


def test_what_no_page_may_hold_is_left_out_of_the_drawing_and_named_before_printing() -> None:
    made = drawing(UShape(3, 0), [("\x00\x1bname", "en")])

    assert ">name</tspan>" in seating_svg.svg(made)
    assert [lacking.char for lacking in missing(seating.runs(made))] == ["\x00", "\x1b"]


@pytest.mark.parametrize(("name", "lang"), [("邉" * 300, "ja"), ("Wolfe" * 60, "en"), ("가나다 " * 75, "ko")])
def test_a_name_of_300_characters_stays_in_its_seat(name: str, lang: str) -> None:
    first, *_ = pages(seating.pdf(drawing(UShape(5, 5), [(name, lang), *NAMES])))

    assert first.count(name[0]) >= name.count(name[0])


def test_a_seat_changed_by_hand_has_a_star_that_is_explained() -> None:
    made = drawing(UShape(3, 4))
    changed = drawing(
        UShape(3, 4), planned=with_swaps(made.plan, [Swap("0", "1")]), by_hand=text("손으로 바꿈", "ko")
    )

    assert ["손으로바꿈" in pages(seating.pdf(one))[0] for one in (made, changed)] == [False, True]
    assert [seating_svg.svg(one).count("*</text>") for one in (made, changed)] == [0, 2]


def test_who_has_no_seat_is_told_beneath_the_list() -> None:
    made = drawing(UShape(2, 0), unseated_head=text("자리 없음", "ko"), unseated=(text("骨直今", "zh-Hans"),))

    assert "자리없음" in pages(seating.pdf(made))[1]


def test_turned_the_entrance_is_above() -> None:
    made = drawing(UShape(3, 4))
    other = replace(made, plan=turned(made.plan))

    assert (frame(made.plan).door_below, frame(other.plan).door_below) == (True, False)
    assert len(pages(seating.pdf(other))) == 2


def test_nobody_at_all_is_a_drawing_of_one_page() -> None:
    assert len(pages(seating.pdf(drawing(UShape(3, 2), [])))) == 1
    assert ElementTree.fromstring(seating_svg.svg(drawing(LongTable(), []))).tag == f"{SVG}svg"


def test_the_same_drawing_is_the_same_bytes() -> None:
    made = drawing(RoundTables(2, 8))

    assert seating.pdf(made) == seating.pdf(made)
    assert seating_svg.svg(made) == seating_svg.svg(made)


def test_letters_too_small_for_a4_go_to_a3() -> None:
    few, many = drawing(Theatre(2, 4)), drawing(Photo(60), [("Alexandra Fitzgerald", "en")] * 120)

    assert [seating.paper_of(one, frame(one.plan)) for one in (few, many)] == ["a4", "a3"]


@pytest.mark.parametrize(
    "room", [LongTable(mixed=True), UShape(3, 9), Theatre(3, 8), Photo(25)], ids=lambda room: room.shape
)
def test_seats_of_a_drawing_do_not_touch(room: Room) -> None:
    shape = frame(drawing(room, NAMES * 7).plan)

    spots = [(seat.x, seat.y) for seat in shape.plan.seats]
    assert [
        (a, b)
        for at, a in enumerate(spots)
        for b in spots[:at]
        if abs(a[0] - b[0]) < shape.seat_width and abs(a[1] - b[1]) < shape.seat_height
    ] == []


def test_on_a_page_the_heading_is_seen_and_all_notes_are_in_letters_of_one_size() -> None:
    long = text("대표단 순서는 명칭순이며 그 안에서는 직위 서열순이고 " * 6, "ko")
    made = drawing(
        UShape(3, 4), rules=(text("주빈은 주인의 오른쪽", "ko"), long), heading=text("만찬 좌석", "ko")
    )

    drawn = ElementTree.fromstring(seating_svg.svg(made))

    said = [("".join(one.itertext()), one.get("font-size")) for one in drawn.iter(f"{SVG}text")]
    notes = said[[words for words, _ in said].index("출입구에서 본 모습") :]
    assert said[0][0] == "만찬 좌석"
    assert (len(notes) > 4, len({size for _, size in notes})) == (True, 1)
