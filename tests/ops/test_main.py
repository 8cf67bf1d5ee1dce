"""The command's words and exit codes. The database of the tests is the one it speaks to."""

import io
from pathlib import Path

import pytest

from interlocal.ops import Trouble, main, recordkeeping
from interlocal.registry.models import Body
from tests.ops.loading.writing import said, write

pytestmark = pytest.mark.django_db

RIVAL = "      - {attribute: participants, value: 32}\n"


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of nobody, in English, with the database the tests have open."""
    monkeypatch.setenv("INTERLOCAL_LANGUAGE", "en")
    monkeypatch.setenv("DATABASE_URL", "postgresql:///named-by-the-test")
    monkeypatch.setattr(recordkeeping, "migrate_quietly", lambda: None)
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))


def test_check_of_sound_files_says_how_many_entries_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main.main(["load", "--check", str(write(tmp_path))])

    assert (code, *capsys.readouterr()) == (0, "10 entries, nothing wrong.\n", "")
    assert Body.objects.count() == 0


@pytest.mark.parametrize("words", [["load", "--check"], ["load"]])
def test_wrong_files_are_told_on_stderr_and_the_exit_code_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    write(tmp_path, said(("    ordinal: 1\n", "    ordinal: 0\n"), (", zone: Asia/Seoul", "")))

    code = main.main([*words, str(tmp_path)])

    assert (code, *capsys.readouterr()) == (
        1,
        "",
        (
            "world.yaml:45 [ordinal] 0 is not between 1 and 10000.\n"
            "world.yaml:50 [zone] Hours need a time zone, such as zone: Asia/Seoul.\n"
            "2 problems; nothing was loaded.\n"
        ),
    )
    assert Body.objects.count() == 0


def test_a_load_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = [main.main(["load", str(write(tmp_path))]) for _ in range(2)]

    assert codes == [0, 0]
    assert capsys.readouterr().out.splitlines() == [
        "10 entries read: 10 new, 0 changed, 0 removed.",
        "10 entries read: 0 new, 0 changed, 0 removed.",
    ]


def test_without_a_terminal_nothing_is_removed_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["load", str(write(tmp_path))])
    capsys.readouterr()

    code = main.main(["load", str(write(tmp_path, said((RIVAL, ""))))])

    assert (code, *capsys.readouterr()) == (
        1,
        "",
        (
            "These files no longer hold what the record has:\n"
            "  - edition meeting-1: claim edition/meeting-1 participants 32\n"
            "Nothing was changed. Say --remove to remove them; their history stays.\n"
        ),
    )


def test_with_remove_it_goes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["load", str(write(tmp_path))])
    capsys.readouterr()

    code = main.main(["load", "--remove", str(write(tmp_path, said((RIVAL, ""))))])

    assert (code, *capsys.readouterr()) == (0, "10 entries read: 0 new, 1 changed, 0 removed.\n", "")


def test_at_a_terminal_yes_removes_and_anything_else_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main.main(["load", str(write(tmp_path))])
    write(tmp_path, said((RIVAL, "")))
    codes = []

    for answer in ("no\n", "yes\n"):
        terminal = io.StringIO(answer)
        terminal.isatty = lambda: True  # type: ignore[method-assign]  # a terminal as far as anybody asks
        monkeypatch.setattr("sys.stdin", terminal)
        codes.append(main.main(["load", str(tmp_path)]))

    assert codes == [1, 0]


def test_trouble_is_one_sentence_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**_: object) -> int:
        raise Trouble("disk_full", "The disk of %(name)s is full.", name="the house")

    monkeypatch.setattr(recordkeeping, "load", fail)

    code = main.main(["load", "somewhere"])

    assert (code, *capsys.readouterr()) == (1, "", "The disk of the house is full.\n")


@pytest.mark.parametrize("words", [[], ["fly"], ["load"], ["run", "--port", "abc"]])
def test_unusable_words_end_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main.main(words)

    assert end.value.code == 2
    assert capsys.readouterr().err.startswith("usage: interlocal")


def test_a_port_that_is_no_number_is_a_word_of_usage_not_a_crash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INTERLOCAL_PORT", "eighty")

    with pytest.raises(SystemExit) as end:
        main.main(["run"])

    assert end.value.code == 2
    assert "eighty" in capsys.readouterr().err
