"""Entries that cannot be loaded: each says its line, its field and what is wrong."""

from pathlib import Path

import pytest

from tests.ops.loading.writing import WORLD, problems, said, told, write

pytestmark = pytest.mark.django_db

NAMES = "names: [{lang: ja, text: 葵県}]"
ITEM = 'starts: "10:00", zone: Asia/Seoul'
LONG = "x" * 400

# (what is said instead of what, the problems it makes)
SHAPES = [
    # unknown fields, and fields that are missing or stand twice
    (
        ("    kind: meeting\n", "    kind: meeting\n    colour: red\n"),
        ["world.yaml:40 [colour] unknown_field"],
    ),
    (("    kind: meeting\n", ""), ["world.yaml:38 [kind] missing"]),
    (("    kind: meeting\n", "    kind:\n"), ["world.yaml:39 [kind] empty"]),
    (
        ("    kind: meeting\n", "    kind: meeting\n    kind: session\n"),
        ["world.yaml:40 [kind] duplicate_field"],
    ),
    (("    kind: meeting\n", "    kind: meeting\n    [a]: b\n"), ["world.yaml:40 [] not_text"]),
    (("{en: Tourism, ", "{en: Tourism, en: Travel, "), ["world.yaml:34 [en] duplicate_field"]),
    (
        ("topics:\n  -", "topics:\ntopics:\n  -"),
        ["world.yaml:34 [topics] duplicate_field", "world.yaml:42 [topics] unknown_reference"],
    ),
    # wrong types
    (("    kind: meeting\n", "    kind: [meeting]\n"), ["world.yaml:39 [kind] not_text"]),
    (("    kind: meeting\n", "    kind: gathering\n"), ["world.yaml:39 [kind] not_one_of"]),
    ((NAMES, "names: 葵県"), ["world.yaml:19 [names] not_a_list", "world.yaml:19 [names] no_name"]),
    ((NAMES, "names: [葵県]"), ["world.yaml:19 [names] not_a_mapping", "world.yaml:19 [names] no_name"]),
    (("    ordinal: 1\n", "    ordinal: first\n"), ["world.yaml:45 [ordinal] not_a_number"]),
    (("    ordinal: 1\n", "    ordinal: 0\n"), ["world.yaml:45 [ordinal] out_of_range"]),
    (("    level: do\n", "    seat: [128.5, north]\n"), ["world.yaml:8 [seat] not_a_decimal"]),
    (("    level: do\n", "    seat: [200, 36.5]\n"), ["world.yaml:8 [seat] out_of_range"]),
    (("    level: do\n", "    seat: 128.5\n"), ["world.yaml:8 [seat] not_a_point"]),
    (
        ("chosen: true", "chosen: yes"),
        ["world.yaml:54 [chosen] not_true_or_false", "world.yaml:54 [chosen] none_chosen"],
    ),
    (
        ("lang: ja, text: 葵県", "lang: japanese, text: 葵県"),
        ["world.yaml:19 [lang] bad_language", "world.yaml:19 [names] no_name"],
    ),
    (("lang: ja, text: 葵県", "lang: ja, text: 葵県, script: kanji"), ["world.yaml:19 [script] bad_script"]),
    (("    country: JP\n", "    country: Japan\n"), ["world.yaml:18 [country] bad_country"]),
    (("    level: do\n", "    website: haneul.example\n"), ["world.yaml:8 [website] bad_address"]),
    (("language: en,", "language: en, sha256: 12ab,"), ["world.yaml:4 [sha256] bad_sha256"]),
    (("body: somae,", "body: somae, heritage: ours,"), ["world.yaml:36 [heritage] bad_heritage"]),
    (("id: hall,", "id: Hall,"), ["world.yaml:36 [id] bad_id", "world.yaml:48 [place] unknown_reference"]),
    (("original: en,", "original: english,"), ["world.yaml:2 [original] bad_language"]),
    (("record: test\n", "record: My Record\n"), ["world.yaml:1 [record] bad_id"]),
    (("record: test\n", ""), ["world.yaml:1 [record] missing"]),
    (("defaults: {", "defaults: [{"), ["world.yaml:3 [] bad_yaml"]),
    # texts
    (("title: Opening", "title: ~"), ["world.yaml:50 [title] empty"]),
    (("title: Opening", 'title: " "'), ["world.yaml:50 [title] empty"]),
    (("title: Opening", "title: {en: ~, ko: 개회}"), ["world.yaml:50 [title] empty"]),
    (("title: Opening", "title: {ko: 개회}"), ["world.yaml:50 [title] no_original"]),
    (("title: Opening", "title: {en: Opening, korean: 개회}"), ["world.yaml:50 [title] bad_language"]),
    (("title: Opening", "title: {en: Opening, ko: {state: human}}"), ["world.yaml:50 [title] missing"]),
    (
        ("title: Opening", "title: {en: Opening, ko: {text: 개회, state: done}}"),
        ["world.yaml:50 [state] bad_state_of_text"],
    ),
    (("text: 葵県", f"text: {LONG}"), ["world.yaml:19 [text] too_long", "world.yaml:19 [names] no_name"]),
    (("title: Opening", f"title: {'x' * 4001}"), ["world.yaml:50 [title] too_long"]),
    ((", zh-Hans: 旅游", ""), ["world.yaml:34 [names] no_version"]),
    # dates and hours
    (("from: 2022-07-01", "from: 2022-02-30"), ["world.yaml:28 [from] impossible_date"]),
    (("signed: 1989-10-06", 'signed: "06.10.1989"'), ["world.yaml:32 [signed] impossible_date"]),
    (
        ("days: 2025-06-19/2025-06-20", "days: 2025-06-20/2025-06-19"),
        ["world.yaml:46 [days] impossible_span", "world.yaml:46 [days] held_undated"],
    ),
    (('"10:00"', '"25:00"'), ["world.yaml:50 [starts] impossible_time"]),
    (('"10:00"', '"10:00+09:00"'), ["world.yaml:50 [starts] impossible_time"]),
    ((ITEM, 'starts: "10:00"'), ["world.yaml:50 [zone] no_zone"]),
    ((ITEM, 'ends: "10:00"'), ["world.yaml:50 [zone] no_zone"]),
    ((ITEM, f'{ITEM}, ends: "09:30"'), ["world.yaml:50 [ends] ends_before_start"]),
    (("Asia/Seoul", "Korea time"), ["world.yaml:50 [zone] bad_zone", "world.yaml:50 [zone] no_zone"]),
    (("Asia/Seoul", "Asia/Haneul"), ["world.yaml:50 [zone] bad_zone"]),
    # citations
    (("cite: paper, original", "original"), ["a fact without a source"]),
    (
        ("cite: paper, original", "cite: A paper, original"),
        ["a fact without a source", "world.yaml:2 [cite] bad_cite"],
    ),
    (("cite: paper, original", "cite: gazette, original"), ["world.yaml:2 [cite] unknown_reference"]),
]


@pytest.mark.parametrize(("change", "expected"), SHAPES, ids=lambda value: str(value[-1])[:60])
def test_an_entry_says_what_is_wrong_with_it(
    tmp_path: Path, change: tuple[str, str], expected: list[str]
) -> None:
    write(tmp_path, said(change))

    found = told(problems(tmp_path))

    if "a fact without a source" in expected:
        assert [line for line in found if not line.endswith("no_source")] == expected[1:]
        assert "world.yaml:6 [bodies] no_source" in found
    else:
        assert found == expected


def test_a_single_fact_without_a_source_is_named(tmp_path: Path) -> None:
    write(tmp_path, said(("{body: haneul, type: sister,", "{body: haneul, cite: [], type: sister,")))

    assert told(problems(tmp_path)) == ["world.yaml:32 [sides] no_source"]


def test_defaults_that_are_a_list_are_refused_and_everything_else_is_still_read(tmp_path: Path) -> None:
    text = said(("defaults: {cite: paper, original: en, translations: machine}", "defaults: [paper]"))
    write(tmp_path, text.replace("kind: meeting\n", "kind: meeting\n    cite: paper\n    colour: red\n"))

    found = told(problems(tmp_path))

    assert found[0] == "world.yaml:2 [defaults] not_a_mapping"
    assert "world.yaml:41 [colour] unknown_field" in found


def test_all_problems_come_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    write(
        tmp_path,
        said(("    country: JP\n", "    country: Japan\n"), (ITEM, 'starts: "10:00"')),
        name="b.yaml",
    )
    write(tmp_path, "record: test\nbodies:\n  - {id: x}\ntopics: much\n", name="a.yaml")

    assert told(problems(tmp_path)) == [
        "a.yaml:3 [bodies] no_source",
        "a.yaml:3 [kind] missing",
        "a.yaml:3 [names] missing",
        "a.yaml:4 [topics] not_a_list",
        "b.yaml:18 [country] bad_country",
        "b.yaml:50 [zone] no_zone",
    ]


def test_what_refers_to_a_broken_entry_is_not_blamed_for_it(tmp_path: Path) -> None:
    write(tmp_path, said(("  - id: haneul\n    kind: province\n", "  - id: haneul\n    kind: kingdom\n")))

    assert told(problems(tmp_path)) == ["world.yaml:7 [kind] not_one_of"]


def test_a_problem_reads_as_a_place_and_a_sentence(tmp_path: Path) -> None:
    write(tmp_path, said(("    ordinal: 1\n", "    ordinal: 0\n")))

    assert [str(problem) for problem in problems(tmp_path)] == [
        "world.yaml:45 [ordinal] 0 is not between 1 and 10000."
    ]


def test_a_sound_world_has_no_problem(tmp_path: Path) -> None:
    from interlocal.ops.loading import load as loading

    files = loading.check(write(tmp_path, WORLD))

    assert files.problems == []
    assert {kind: len(entries) for kind, entries in files.entries.items()} == {
        "source": 1,
        "body": 3,
        "person": 1,
        "tie": 1,
        "place": 1,
        "topic": 1,
        "series": 1,
        "edition": 1,
    }
