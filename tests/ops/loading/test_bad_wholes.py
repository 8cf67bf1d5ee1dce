"""Entries that are sound alone and wrong together."""

from pathlib import Path

import pytest

from tests.ops.loading.writing import HEAD, SOURCES, load, problems, said, told, write

pytestmark = pytest.mark.django_db

TENURE = "tenures: [{post: haneul/governor, from: 2022-07-01, as_of: 2023-01-27}]"
STATES = "states: [{state: held, days: 2025-06-19/2025-06-20}]"
OUTCOME = "by: [{body: haneul}]"
CHOSEN = "      - {attribute: participants, value: 25, chosen: true}\n"
RIVAL = "      - {attribute: participants, value: 32}\n"
PERSON = (
    "  - {id: lee-yeo-reum, names: [{lang: ko, text: 이여름}],"
    " tenures: [{post: haneul/governor, %s}]}\nties:\n"
)
EDITION = "  - {id: meeting-2, series: meeting, ordinal: 1, states: [{state: tentative}]}\n"

WHOLES = [
    # references and ids
    (
        ("{body: aoi, type: sister}", "{body: akane, type: sister}"),
        ["world.yaml:32 [body] unknown_reference"],
    ),
    (("{post: haneul/governor,", "{post: haneul/mayor,"), ["world.yaml:28 [post] unknown_reference"]),
    (("topics: [tourism]", "topics: [falconry]"), ["world.yaml:41 [topics] unknown_reference"]),
    (
        ("cite: paper, original: en,", "cite: gazette, original: en,"),
        ["world.yaml:2 [cite] unknown_reference"],
    ),
    (
        ("  - id: aoi\n", "  - id: haneul\n"),
        [
            "world.yaml:16 [id] twice",
            "world.yaml:32 [body] unknown_reference",
            "world.yaml:47 [body] unknown_reference",
        ],
    ),
    (("topics: [tourism]", "topics: [tourism, tourism]"), ["world.yaml:41 [topics] twice_inside"]),
    (
        ("{body: haneul, capacity: host}, aoi]", "{body: haneul, capacity: host}, aoi, aoi]"),
        ["world.yaml:47 [bodies] twice_inside"],
    ),
    (
        (
            "    country: JP\n",
            '    country: JP\n    codes: [{scheme: kr-admin, value: "9900000000"}]\n',
        ),
        ["world.yaml:19 [codes] code_twice"],
    ),
    # circles
    (("    level: do\n", "    within: somae\n"), ["world.yaml:8 [within] own_parent"]),
    (("    level: do\n", "    within: haneul\n"), ["world.yaml:8 [within] own_parent"]),
    (
        ("zh-Hans: 旅游}}\n", "zh-Hans: 旅游}, broader: tourism}\n"),
        ["world.yaml:34 [broader] broader_circle"],
    ),
    # periods
    (
        ("    level: do\n", "    from: 1946-08\n    until: 1945\n"),
        ["world.yaml:9 [until] until_before_from"],
    ),
    (
        (TENURE, TENURE.replace("as_of: 2023-01-27", "until: 2021")),
        ["world.yaml:28 [until] until_before_from"],
    ),
    # tenures
    ((TENURE, "tenures: [{post: haneul/governor}]"), ["world.yaml:28 [tenures] undated_tenure"]),
    (("ties:\n", PERSON % "as_of: 2022-12-01"), ["world.yaml:29 [tenures] tenures_overlap"]),
    (("ties:\n", PERSON % "until: 2022-07-01"), []),
    (("ties:\n", PERSON % "as_of: 2022-12-01, acting: true"), []),
    (
        (TENURE, TENURE[:-1] + ", {post: haneul/governor, as_of: 2023-01-27}]"),
        ["world.yaml:28 [tenures] tenure_twice"],
    ),
    # names, ties
    (("names: [{lang: ja, text: 葵県}]", "names: []"), ["world.yaml:19 [names] no_name"]),
    (
        ("names: [{lang: ja, text: 葵県}]", "names: [{lang: ja, text: あおい, kind: reading}]"),
        ["world.yaml:19 [names] no_name"],
    ),
    ((", {body: aoi, type: sister}]", "]"), ["world.yaml:32 [sides] one_side"]),
    (
        ("{body: aoi, type: sister}]", "{body: haneul, type: sister}]"),
        ["world.yaml:32 [sides] twice_inside", "world.yaml:32 [sides] one_side"],
    ),
    # editions
    ((STATES, "states: []"), ["world.yaml:46 [states] no_state"]),
    ((STATES, "states: [{state: held}]"), ["world.yaml:46 [days] held_undated"]),
    (
        (STATES, STATES[:-1] + ", {state: announced, on: 2025-07}]"),
        ["world.yaml:46 [states] bad_move"],
    ),
    (
        (STATES, "states: [{state: cancelled, on: 2025}, {state: held, days: 2025-06}]"),
        ["world.yaml:46 [states] bad_move"],
    ),
    (
        ("    places: [{place: hall, role: venue}]\n", "    office_holders: [{capacity: guest}]\n"),
        ["world.yaml:48 [office_holders] nobody"],
    ),
    (("title: Opening,", "title: Opening, people: [{role: guest}],"), ["world.yaml:50 [people] nobody"]),
    ((OUTCOME, "by: [{}]"), ["world.yaml:52 [by] nobody"]),
    ((OUTCOME, "item: closing"), ["world.yaml:52 [item] unknown_item"]),
    # claims
    ((RIVAL, RIVAL.replace("32", "32, chosen: true")), ["world.yaml:55 [chosen] two_chosen"]),
    ((CHOSEN, CHOSEN.replace(", chosen: true", "")), ["world.yaml:54 [chosen] none_chosen"]),
    ((RIVAL, RIVAL.replace("32", "some")), ["world.yaml:55 [value] bad_claim"]),
    ((RIVAL, RIVAL.replace("32", "[3, 2]")), ["world.yaml:55 [value] bad_claim"]),
    ((RIVAL, "      - {attribute: dates, value: 2025-13}\n"), ["world.yaml:55 [value] bad_claim"]),
    ((RIVAL, f"      - {{attribute: place, value: {'x' * 201}}}\n"), ["world.yaml:55 [value] bad_claim"]),
    (
        (RIVAL, f"      - {{attribute: participants, of: {'x' * 31}, value: 3}}\n"),
        ["world.yaml:55 [of] too_long"],
    ),
    ((RIVAL, "      - {attribute: other, value: {en: Firm, ko: 확고}}\n"), []),
    (
        (
            RIVAL,
            RIVAL
            + "      - {attribute: activity, value: 2023}\n      - {attribute: activity, value: 2025-05}\n",
        ),
        [],
    ),
]


@pytest.mark.parametrize(
    ("change", "expected"), WHOLES, ids=lambda value: str(value[-1])[:60] if value else "fine"
)
def test_entries_that_contradict_each_other_say_where(
    tmp_path: Path, change: tuple[str, str], expected: list[str]
) -> None:
    write(tmp_path, said(change))

    if expected:
        assert told(problems(tmp_path)) == expected
    else:
        assert load(tmp_path).entries == 10 + change[1].count("lee-yeo-reum")


def test_an_id_stands_once_over_all_files(tmp_path: Path) -> None:
    write(tmp_path, name="a.yaml")
    write(
        tmp_path,
        HEAD + "topics:\n  - {id: tourism, names: {en: T, ko: 관, ja: 観, zh-Hans: 旅}}\n",
        name="b.yaml",
    )

    assert [str(problem) for problem in problems(tmp_path)] == [
        "b.yaml:4 [id] The topic “tourism” is already in a.yaml, line 34."
    ]


def test_an_ordinal_stands_once_in_a_series(tmp_path: Path) -> None:
    write(tmp_path, said(("editions:\n", f"editions:\n{EDITION}")))

    assert [str(problem) for problem in problems(tmp_path)] == [
        "world.yaml:46 [ordinal] Number 1 of this series is also meeting-2."
    ]


def test_a_reference_may_be_in_the_record_already(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    load(write(first))

    more = HEAD.replace("test", "more").replace("paper", "leaf") + SOURCES.replace("paper", "leaf")
    loaded = load(
        write(
            second, more + "places:\n  - {id: yard, kind: venue, body: somae, names: [{lang: en, text: Y}]}\n"
        )
    )

    assert loaded.entries == 2


def test_what_belongs_to_another_record_is_not_taken_over(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    load(write(first))
    write(second, said(("record: test\n", "record: mine\n")))

    from interlocal.ops.loading.problems import Unloadable

    with pytest.raises(Unloadable) as refusal:
        load(second)

    assert [str(problem) for problem in refusal.value.problems] == [
        "world.yaml:4 [id] The source “paper” already belongs to the record “test”."
    ]
