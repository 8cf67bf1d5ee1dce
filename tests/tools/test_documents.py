from pathlib import Path

import pytest

from tools import documents

STATES = "docs/states/edition.md"
EXPLAINED = {
    "settings": {"Serving": {"TEA_HOME": ["a folder", "Where the tea is."]}},
    "reasons": {"django": "web framework"},
    "licences": {"bsd-3-clause": "BSD-3-Clause"},
    "moves": {"edition": ["interlocal.programmes.kinds", "What was said."]},
}


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one module that reads one variable, and explanations for just that."""
    monkeypatch.setattr(documents, "EXPLAINED", EXPLAINED)
    (tmp_path / "src").mkdir()
    (tmp_path / "Makefile").write_text("run:\n")
    (tmp_path / "src" / "tea.py").write_text('import os\nhome = os.environ.get("TEA_HOME")\n')
    return tmp_path


def test_a_document_that_says_what_the_code_says_passes(tmp_path: Path) -> None:
    written = {STATES: documents.states("edition")}
    (tmp_path / STATES).parent.mkdir(parents=True)
    (tmp_path / STATES).write_text(written[STATES], encoding="utf-8")

    assert documents.differences(tmp_path, written) == []


def test_a_document_that_drifted_is_named(tmp_path: Path) -> None:
    written = {STATES: documents.states("edition")}
    (tmp_path / STATES).parent.mkdir(parents=True)
    (tmp_path / STATES).write_text(written[STATES].replace("held --> [*]", "held --> held"), encoding="utf-8")

    found = documents.differences(tmp_path, written)

    assert found == [f"{STATES} is not what the code says: run `python tools/documents.py write`."]


def test_a_document_that_is_missing_is_named(tmp_path: Path) -> None:
    found = documents.differences(tmp_path, {"docs/settings.md": "# Settings\n"})

    assert found == ["docs/settings.md is not what the code says: run `python tools/documents.py write`."]


def test_a_state_that_nothing_follows_leads_out_of_the_diagram() -> None:
    drawn = documents.states("edition").splitlines()

    assert [line for line in drawn if line.startswith("    held -->")] == ["    held --> [*]"]
    assert "| held | nothing: final |" in drawn


def test_an_explained_variable_gets_its_row(house: Path) -> None:
    page = documents.settings(house)

    assert page.splitlines()[-1] == "| `TEA_HOME` | a folder | Where the tea is. |"


def test_a_variable_nobody_explained_is_refused(house: Path) -> None:
    (house / "src" / "cups.py").write_text('import os\ncups = os.environ["TEA_CUPS"]\n')

    with pytest.raises(documents.UndocumentedError) as refused:
        documents.settings(house)

    assert refused.value.args == ("Variable without a line in tools/documents.toml: TEA_CUPS",)


def test_a_variable_that_is_no_longer_read_is_refused(house: Path) -> None:
    (house / "src" / "tea.py").write_text("home = None\n")

    with pytest.raises(documents.UndocumentedError) as refused:
        documents.settings(house)

    assert refused.value.args == ("Variable in tools/documents.toml that is not used: TEA_HOME",)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('os.environ.get("TEA_HOME", "x")', {"TEA_HOME"}),
        ('os.environ["TEA_HOME"] = "x"', {"TEA_HOME"}),
        ('os.getenv("TEA_HOME")', {"TEA_HOME"}),
        ('NAMES = ("TEA_ALL", "TEA")\n[os.environ[name] for name in NAMES]', {"TEA_ALL", "TEA"}),
        ('settings.get("TEA_HOME")', set()),
    ],
)
def test_variables_are_found_however_they_are_read(source: str, found: set[str]) -> None:
    assert documents.variables_in(source) == found


def test_a_package_nobody_explained_is_refused(house: Path) -> None:
    lock = {
        "package": [
            {
                "name": "interlocal",
                "dependencies": [{"name": "django"}],
                "optional-dependencies": {"local": []},
            },
            {"name": "django", "version": "5.2", "dependencies": [{"name": "asgiref"}]},
            {"name": "asgiref", "version": "3.13"},
        ]
    }

    with pytest.raises(documents.UndocumentedError) as refused:
        documents.dependencies(lock)

    assert refused.value.args == ("Package without a line in tools/documents.toml: asgiref",)


def test_a_licence_nobody_looked_at_is_refused(house: Path) -> None:
    assert documents.licence("django") == "BSD-3-Clause"

    with pytest.raises(documents.UndocumentedError) as refused:
        documents.licence("psycopg")

    assert refused.value.args == (
        "Licence of psycopg is not among those in tools/documents.toml: ['LGPL-3.0-only']",
    )


def test_the_commands_are_the_same_whatever_this_machine_has_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERLOCAL_PORT", "9999")

    page = documents.commands().splitlines()

    assert [line for line in page if line.startswith("| `--port` ")] == [
        "| `--port` | `8000` | the port to serve on, instead of INTERLOCAL_PORT |"
    ]


def test_a_label_without_a_word_in_four_languages_is_named(tmp_path: Path) -> None:
    room = tmp_path / "src" / "interlocal" / "tea"
    room.mkdir(parents=True)
    (room / "kinds.py").write_text('GREEN = _("green tea")\nPOT = pgettext_lazy("made of tea", "pot")\n')
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "words.md").write_text("| green tea | 녹차 | 緑茶 | 绿茶 | | |\n", encoding="utf-8")

    found = documents.unworded(tmp_path)

    assert found == ["Word without a line in docs/words.md: pot · made of tea"]
