"""The pictures: what every one of them keeps, then what each of them is for."""

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from interlocal import ground
from interlocal.ground.pictures import (
    Bar,
    Caption,
    Column,
    Edge,
    Lane,
    Lapse,
    Link,
    Mark,
    Node,
    Place,
    Text,
    bars,
    columns,
    east_asia_map,
    network,
    series_timeline,
)
from interlocal.ground.pictures.forces import at_rest
from interlocal.ground.pictures.land import EAST, NORTH, SOUTH, WEST, _rings, view_of
from interlocal.ground.pictures.letters import text_box, width_of, wrapped
from interlocal.ground.pictures.marks import STATES

HELD = (1999, 2002, 2004, 2008, 2015, 2017, 2023, 2025)
CITIES = ("東京", "ソウル", "東京", "韓国", "東京", "釜山", "山梨", "仁川")
LANES = [Lane("k", Text("韓国", "ja")), Lane("j", Text("日本", "ja"))]
NOTHING = Text("記録はありません", "ja")
STATE_WORDS = {state: Text(state.title(), "en") for state in STATES}
GROUND = Path(ground.__file__).parent


def caption(ids: str = "p") -> Caption:
    return Caption(ids, Text("日韓知事会議", "ja"), Text("1999年からの開催", "ja"))


def governors(ids: str = "p") -> str:
    """The Korea-Japan meeting: eight editions, two lapses, a ninth that is only planned."""
    marks = [Mark(y, Text(c, "ja"), "jk"[i % 2]) for i, (y, c) in enumerate(zip(HELD, CITIES, strict=True))]
    marks.append(Mark(2027, Text("日本", "ja"), "j", "tentative"))
    lapses = [
        Lapse(a, b, Text(f"{b - a}年間開催なし:{a}〜{b}年", "ja")) for a, b in ((2008, 2015), (2017, 2023))
    ]
    return series_timeline(
        caption=caption(ids), marks=marks, lanes=LANES, nothing=NOTHING, lapses=lapses, states=STATE_WORDS
    )


def crowd(count: int, lanes: int = 3) -> str:
    """A full timeline with long names and every state."""
    names = ("경상북도 경주시", "구마모토", "장쑤성 난징시", "강원특별자치도")
    step = 35 / max(count - 1, 1)
    return series_timeline(
        caption=caption("crowd"),
        marks=[
            Mark(1992 + i * step, Text(names[i % 4], "ko"), "abc"[i % lanes], STATES[i % 6])
            for i in range(count)
        ],
        lanes=[Lane(key, Text(key, "ko")) for key in "abc"[:lanes]],
        nothing=NOTHING,
        states=STATE_WORDS,
        years=(1992, 2027),
    )


def region(count: int = 20) -> str:
    """Places all over the frame, links between the first of them."""
    places = [
        Place(
            76 + i * 53 % 70,
            19 + i * 31 % 33,
            Text(f"地方{i}", "ja"),
            i % 5,
            "host" if i < 5 else "participant",
        )
        for i in range(count)
    ]
    links = [Link(0, 1), Link(1, 2, planned=True)] if count > 2 else []
    return east_asia_map(caption=caption("map"), places=places, nothing=NOTHING, links=links)


def web(count: int = 40) -> str:
    """Three series, each with its share of the bodies, and some ties between these."""
    nodes = [
        Node(f"n{i}", Text(f"경상북도{i}", "ko"), "series" if i < 3 else "government") for i in range(count)
    ]
    edges = [Edge(f"n{i}", f"n{i % 3}", "host" if i % 5 == 0 else "member") for i in range(3, count)]
    edges += [Edge(f"n{i}", f"n{i + 7}", "tie") for i in range(3, count - 7, 6)]
    return network(caption=caption("net"), nodes=nodes, edges=edges, nothing=NOTHING)


def countries(ids: str = "bars") -> str:
    rows = [
        Bar(Text(n, "ko"), v, Text(f"{v}명", "ko"), t)
        for t, (n, v) in enumerate((("대한민국", 35), ("중국", 38)))
    ]
    return bars(caption=caption(ids), rows=rows, nothing=NOTHING)


def activity() -> str:
    years = [Column(year, year % 3, year % 4) for year in range(1999, 2028)]
    return columns(
        caption=caption("years"),
        years=years,
        hosted=Text("開催", "ja"),
        attended=Text("参加", "ja"),
        nothing=NOTHING,
    )


PICTURES: dict[str, Callable[[], str]] = {
    "governors": governors,
    "one edition": lambda: crowd(1),
    "sixty editions": lambda: crowd(60),
    "one lane": lambda: crowd(30, lanes=1),
    "map": region,
    "crowded map": lambda: region(120),
    "network": web,
    "two nodes": lambda: web(2),
    "bars": countries,
    "columns": activity,
    "nothing": lambda: bars(caption=caption(), rows=[], nothing=NOTHING),
}
every_picture = pytest.mark.parametrize("draw", PICTURES.values(), ids=PICTURES.keys())


def sheets(markup: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(markup))


def words(markup: str) -> list[str]:
    return [element.text or "" for element in sheets(markup)[0].iter("text")]


@every_picture
def test_a_picture_is_two_well_formed_drawings_without_style_or_script(draw: Callable[[], str]) -> None:
    markup = draw()

    found = sheets(markup)

    assert [sheet.get("class") for sheet in found] == ["pic pic-wide", "pic pic-narrow"]
    assert re.findall(r"<style|<script|\s(?:style|on\w+)=", markup) == []


@every_picture
def test_a_picture_has_a_name_and_a_description_and_unique_ids(draw: Callable[[], str]) -> None:
    markup = draw()

    ids = re.findall(r'\bid="([^"]+)"', markup)

    assert sorted(ids) == sorted(set(ids))
    for sheet in sheets(markup):
        title, desc = sheet[0], sheet[1]
        assert (title.text, desc.text) == ("日韓知事会議", "1999年からの開催")
        assert sheet.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"


@every_picture
def test_every_word_names_its_language(draw: Callable[[], str]) -> None:
    markup = draw()

    speaking = [
        element for sheet in sheets(markup) for element in sheet.iter() if (element.text or "").strip()
    ]

    assert [element.tag for element in speaking if not element.get("lang")] == []


@every_picture
def test_no_word_lies_on_another_or_leaves_the_sheet(draw: Callable[[], str]) -> None:
    for sheet in sheets(draw()):
        _, _, width, height = map(float, sheet.get("viewBox", "").split())
        boxes = {
            (t.text, t.get("x"), t.get("y")): text_box(
                t.text or "",
                float(t.get("font-size", 15)),
                float(t.get("x", 0)),
                float(t.get("y", 0)),
                t.get("text-anchor"),
            )
            for t in sheet.iter("text")
        }

        collisions = [(a, b) for (a, one), (b, two) in combinations(boxes.items(), 2) if one.meets(two)]
        outside = [
            key for key, box in boxes.items() if box.x < -1 or box.x + box.width > width + 4 or box.y < -1
        ]

        assert collisions == []
        assert outside == []
        assert max(box.y + box.height for box in boxes.values()) <= height + 2


@every_picture
def test_the_same_values_give_the_same_bytes_with_one_decimal(draw: Callable[[], str]) -> None:
    first, second = draw(), draw()

    assert first == second
    assert re.findall(r"\d\.\d\d+", re.sub(r"matrix\([^)]*\)", "", first)) == []


@every_picture
def test_every_class_is_known_to_the_stylesheet(draw: Callable[[], str]) -> None:
    known = set(re.findall(r"\.(pic[\w-]*)", (GROUND / "static/interlocal/pictures.css").read_text("utf-8")))

    used = {name for found in re.findall(r'class="([^"]+)"', draw()) for name in found.split()}

    assert used - known == set()


def test_text_and_addresses_are_escaped() -> None:
    evil = Text('<b onclick="x">&</b>', "en")
    mark = Mark(2020, evil, "k", hint=evil, href='/?a=1&b="<')

    markup = series_timeline(caption=Caption("p", evil, evil), marks=[mark], lanes=LANES, nothing=evil)

    link = next(sheets(markup)[0].iter("a"))
    assert link.get("href") == '/?a=1&b="<'
    assert next(link.iter("title")).text == evil.text
    assert "<b" not in markup


def test_a_picture_with_links_does_not_hide_them_behind_the_image_role() -> None:
    linked = [Bar(Text("日本", "ja"), 15, Text("15名", "ja"), href="/jp")]

    roles = [sheet.get("role") for sheet in sheets(bars(caption=caption(), rows=linked, nothing=NOTHING))]

    assert roles == ["group", "group"]
    assert [sheet.get("role") for sheet in sheets(countries())] == ["img", "img"]


def test_without_data_a_picture_says_so() -> None:
    drawn = [
        series_timeline(caption=caption(), marks=[], lanes=[], nothing=NOTHING),
        east_asia_map(caption=caption(), places=[], nothing=NOTHING),
        network(caption=caption(), nodes=[], edges=[], nothing=NOTHING),
        bars(caption=caption(), rows=[], nothing=NOTHING),
        columns(caption=caption(), years=[], hosted=NOTHING, attended=NOTHING, nothing=NOTHING),
    ]

    assert [words(markup) for markup in drawn] == [[NOTHING.text]] * 5
    assert len(set(drawn)) == 1


def test_the_timeline_names_every_edition_and_both_lapses() -> None:
    said = words(governors())

    named = [(year, place) for year, place in pairwise(said) if place in CITIES and year.isdigit()]
    assert named == [(str(year), city) for year, city in zip(HELD, CITIES, strict=True)]
    assert [word for word in said if word.endswith("開催なし:")] == ["7年間開催なし:", "6年間開催なし:"]


def test_only_the_states_that_occur_are_explained() -> None:
    explained = [word for word in words(governors()) if word in {text.text for text in STATE_WORDS.values()}]

    assert explained == ["Held", "Tentative"]


def test_each_state_has_its_own_sign() -> None:
    def sign(state: str) -> list[tuple[str, str | None]]:
        mark = Mark(2020, Text("釜山", "ja"), "k", state)  # type: ignore[arg-type]  # one of STATES
        markup = series_timeline(caption=caption(), marks=[mark], lanes=LANES, nothing=NOTHING)
        group = next(sheets(markup)[0].iter("g"))
        shapes = [element for element in group if element.tag in ("circle", "path")]
        return [
            (shape.tag, (shape.get("stroke-dasharray") or shape.get("d") or shape.get("r")))
            for shape in shapes
        ]

    signs = [tuple(sign(state)) for state in STATES]

    assert len(set(signs)) == len(STATES)


def test_sixty_editions_all_speak_even_where_no_label_fits() -> None:
    for sheet in sheets(crowd(60)):
        hints = [
            group.findtext("title") or "" for group in sheet.iter("g") if group.find("title") is not None
        ]

        assert [hint[:4] for hint in hints] == [str(int(1992 + i * 35 / 59)) for i in range(60)]


def test_an_axis_too_short_for_its_editions_grows() -> None:
    marks = [Mark(year, Text("釜山", "ja"), "k") for year in (1999, 2025)]

    given = series_timeline(caption=caption(), marks=marks, lanes=LANES, nothing=NOTHING, years=(2005, 2010))

    assert given == series_timeline(caption=caption(), marks=marks, lanes=LANES, nothing=NOTHING)


def test_two_editions_of_one_side_and_year_stand_apart_within_it() -> None:
    marks = [Mark(2019, Text("釜山", "ja"), "k"), Mark(2019, Text("蔚山", "ja"), "k")]

    sheet = sheets(series_timeline(caption=caption(), marks=marks, lanes=LANES, nothing=NOTHING))[0]

    assert len({circle.get("cx") for circle in sheet.iter("circle")}) == 2
    assert [t.text for t in sheet.iter("text") if t.get("class") == "pic-strong"][2:] == ["2019", "2019"]


def test_a_place_outside_the_frame_is_left_to_the_table() -> None:
    places = [Place(139.7, 35.7, Text("東京", "ja")), Place(-77.0, 38.9, Text("ワシントン", "ja"))]

    markup = east_asia_map(caption=caption(), places=places, nothing=NOTHING, links=[Link(0, 1)], focus="all")

    assert words(markup) == ["東京"]
    assert "pic-thread" not in markup


def test_hosts_are_named_before_participants() -> None:
    places = [Place(127 + i * 0.01, 37.5, Text(f"場所{i}", "ja"), weight=9 - i) for i in range(8)]
    places.append(Place(127.05, 37.5, Text("主催", "ja"), weight=0, kind="host"))

    said = words(east_asia_map(caption=caption(), places=places, nothing=NOTHING))

    assert said.count("主催") == 1


def test_the_window_never_looks_past_the_silhouette() -> None:
    corners = [[(75.0, 53.0)], [(149.0, 16.0)], [(75.0, 16.0), (149.0, 54.0)], [(127.0, 37.0), (140.0, 36.0)]]

    views = [view_of(spots, 340, flattest=0.5, tallest=1.2) for spots in corners]

    for view in views:
        assert view.west >= WEST - 1e-6 and view.west + view.width / view.across <= EAST + 1e-6
        assert view.north <= NORTH + 1e-6 and view.north - view.height / view.down >= SOUTH - 1e-6


def test_the_silhouette_is_small_and_keeps_the_islands_people_look_for() -> None:
    islands = {
        "Jeju": (126.55, 33.4),
        "Ulleung": (130.87, 37.5),
        "Tsushima": (129.3, 34.4),
        "Okinawa": (128, 26.5),
    }

    found = {
        name
        for name, (lon, lat) in islands.items()
        for ring in _rings()
        if ring.west - 0.2 < lon < ring.east + 0.2
        and ring.south - 0.2 < lat < ring.north + 0.2
        and ring.east - ring.west < 2
    }

    assert found == set(islands)
    assert len((GROUND / "pictures/land.txt").read_bytes()) < 20_000


def test_a_network_rests_inside_its_square_without_two_nodes_in_one_spot() -> None:
    spots = at_rest(60, [(i, i % 5) for i in range(5, 60)])

    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in spots)
    assert len(set(spots)) == 60


def test_a_network_keeps_the_eighty_best_connected() -> None:
    nodes = [Node(f"n{i}", Text(f"町{i}", "ja")) for i in range(100)]
    edges = [Edge(f"n{i}", "n99", "tie") for i in range(20, 99)]

    sheet = sheets(network(caption=caption(), nodes=nodes, edges=edges, nothing=NOTHING))[0]

    hints = [group.findtext("title") for group in sheet.iter("g") if group.find("title") is not None]
    assert hints == [f"町{i}" for i in range(20, 100)]


def test_an_edge_to_an_unknown_node_is_left_out() -> None:
    nodes = [Node("a", Text("釜山", "ja")), Node("b", Text("福岡", "ja"))]

    markup = network(
        caption=caption(), nodes=nodes, edges=[Edge("a", "gone"), Edge("a", "a")], nothing=NOTHING
    )

    assert markup.count("pic-thread") == 0


def test_bars_are_as_long_as_their_values() -> None:
    sheet = sheets(countries())[0]

    korea, china = (float(r.get("width", 0)) for r in sheet.iter("rect") if "pic-fill" in r.get("class", ""))

    assert korea / china == pytest.approx(35 / 38, abs=0.001)


def test_columns_stand_on_the_hosted_part() -> None:
    markup = columns(
        caption=caption(),
        years=[Column(2019, 1, 3)],
        hosted=Text("開催", "ja"),
        attended=Text("参加", "ja"),
        nothing=NOTHING,
    )

    low, high = [r for r in sheets(markup)[0].iter("rect") if "pic-" in r.get("class", "")][:2]

    assert "pic-fill" in low.get("class", "")
    assert float(high.get("height", 0)) + 1.6 == pytest.approx(3 * float(low.get("height", 0)), abs=0.2)
    assert float(high.get("y", 0)) + float(high.get("height", 0)) + 0.8 == pytest.approx(
        float(low.get("y", 0)), abs=0.2
    )


@pytest.mark.parametrize(
    ("text", "lang", "width", "lines"),
    [
        ("7年間開催なし:2008〜2015年", "ja", 110, ["7年間開催なし:", "2008〜2015年"]),
        ("日韓中公務員ワークショップ", "ja", 105, ["日韓中公務員", "ワークショップ"]),
        ("시도지사협의회 사무국", "ko", 110, ["시도지사협의회", "사무국"]),
        ("Seven years without", "en", 100, ["Seven years", "without"]),
    ],
)
def test_lines_break_where_the_language_allows(text: str, lang: str, width: float, lines: list[str]) -> None:
    found = wrapped(Text(text, lang), 13.5, width)

    assert [line.text for line in found] == lines
    assert all(width_of(line, 13.5) <= width for line in lines)


def test_years_on_the_axis_run_forward() -> None:
    axis = [
        t
        for t in sheets(governors())[0].iter("text")
        if t.get("class") == "pic-muted" and (t.text or "").isdigit()
    ]

    assert [t.text for t in axis] == ["2000", "2005", "2010", "2015", "2020", "2025"]
    assert all(float(a.get("x", 0)) < float(b.get("x", 0)) for a, b in pairwise(axis))
