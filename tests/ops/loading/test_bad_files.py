"""Files that cannot even be read: the encoding is guessed, the line is named, nothing is expanded."""

from pathlib import Path

import pytest

from tests.ops.loading.writing import WORLD, problems, told, write

pytestmark = pytest.mark.django_db

# Long enough for a guess, as record files are; each holds what only its encoding can write.
KOREAN = "record: test\n# 경상북도와 시마네현의 자매결연\ntopics: []\n".encode("cp949")
JAPANESE = "record: test\n# ｶﾅ 島根県との交流について、知事会議。\ntopics: []\n".encode("shift_jis")
CHINESE = "record: test\n# 吉林省与庆尚北道の友好 𠮷 城市\ntopics: []\n".encode("gb18030")
WESTERN = "record: test\n# “Sister” ties – Tōkyō\n# naïve\n".replace("ō", "o").encode("cp1252")


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (KOREAN, "0xB0 at position 15. It reads like CP949 (Korean); save it as UTF-8."),
        (JAPANESE, "0xB6 at position 15. It reads like Shift_JIS; save it as UTF-8."),
        (CHINESE, "0xBC at position 15. It reads like GB18030; save it as UTF-8."),
        (WESTERN, "0x93 at position 15. It reads like Windows-1252; save it as UTF-8."),
        (b"record: test\n# \x81\xff\x8d\n", "0x81 at position 15. Save it as UTF-8."),
    ],
    ids=["CP949", "Shift_JIS", "GB18030", "Windows-1252", "no encoding at all"],
)
def test_a_file_in_another_encoding_is_named_with_a_guess(tmp_path: Path, raw: bytes, sentence: str) -> None:
    write(tmp_path, raw, name="old.yaml")

    found = problems(tmp_path)

    assert [str(problem) for problem in found] == [f"old.yaml:2 The file is not UTF-8: byte {sentence}"]


def test_a_byte_order_mark_is_no_harm(tmp_path: Path) -> None:
    from interlocal.ops.loading import load as loading

    files = loading.check(write(tmp_path, b"\xef\xbb\xbf" + WORLD.encode()))

    assert files.record == "test"


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    assert [str(problem) for problem in problems(tmp_path)] == [
        "large.yaml The file has 50 MB; a record file may have 20 MB. Split it."
    ]


BOMB = "record: test\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
FILES = {
    "a bomb of aliases": (BOMB, ["x.yaml:2 [] alias"]),
    "an anchor alone": ("record: &r test\n", ["x.yaml:1 [] alias"]),
    "nesting without end": ("record: test\ntopics: " + "[" * 5000, ["x.yaml:2 [] too_deep"]),
    "nesting by indentation": (
        "record: test\n" + "".join(f"{' ' * depth}a:\n" for depth in range(60)),
        ["x.yaml:22 [] too_deep"],
    ),
    "a control character": ("record: test\n# a\x00b\n", ["x.yaml:2 [] control_character"]),
    "an escape character": ("record: test\n# \x1b[31m\n", ["x.yaml:2 [] control_character"]),
    "no YAML": ("record: test\ntopics: [\n", ["x.yaml:3 [] bad_yaml"]),
    "a tab for indentation": ("record: test\ntopics:\n\t- a\n", ["x.yaml:3 [] bad_yaml"]),
    "two documents": ("record: test\n---\nrecord: test\n", ["x.yaml:2 [] bad_yaml"]),
    "an empty file": ("", ["x.yaml:1 [record] missing"]),
    "a file of comments": ("# nothing\n", ["x.yaml:1 [record] missing"]),
    "a list": ("- a\n- b\n", ["x.yaml:1 [] not_a_mapping"]),
    "one word": ("hello\n", ["x.yaml:1 [] not_a_mapping"]),
    "a setting that is none": ("record: test\nrecords: []\n", ["x.yaml:2 [records] unknown_field"]),
    "a key twice": ("record: test\ntopics: []\ntopics: []\n", ["x.yaml:3 [topics] duplicate_field"]),
}


@pytest.mark.parametrize(("text", "expected"), FILES.values(), ids=FILES.keys())
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str, expected: list[str]) -> None:
    write(tmp_path, text, name="x.yaml")

    assert told(problems(tmp_path)) == expected


def test_a_bad_file_does_not_hide_the_problems_of_the_others(tmp_path: Path) -> None:
    write(tmp_path, KOREAN, name="a.yaml")
    write(tmp_path, "record: test\nbodys: []\n", name="b.yaml")

    assert told(problems(tmp_path)) == ["a.yaml:2 [] not_utf8", "b.yaml:2 [bodys] unknown_field"]


def test_a_folder_without_record_files_says_so(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("record: test")

    assert told(problems(tmp_path)) == [f"{tmp_path}:0 [] nothing_here"]


def test_a_path_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert told(problems(tmp_path / "gone")) == [f"{tmp_path / 'gone'}:0 [] not_there"]


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, name="x.yaml")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert [str(problem) for problem in problems(tmp_path)] == [
        "x.yaml The file cannot be read: Permission denied"
    ]


def test_a_file_of_another_record_is_refused(tmp_path: Path) -> None:
    write(tmp_path, name="a.yaml")
    write(tmp_path, "record: other\n", name="b.yaml")

    assert told(problems(tmp_path)) == ["b.yaml:1 [record] other_record"]


def test_one_json_file_of_the_same_shape_is_read_too(tmp_path: Path) -> None:
    from interlocal.ops.loading import load as loading

    write(tmp_path, '{"record": "test", "topics": []}', name="record.json")

    assert loading.check(tmp_path / "record.json").record == "test"
