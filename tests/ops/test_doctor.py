import shutil
from pathlib import Path

import pytest

from interlocal.ops import doctor


@pytest.fixture(autouse=True)
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("INTERLOCAL_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return tmp_path / "home"


def finding(subject: str) -> doctor.Finding:
    return next(one for one in doctor.report() if one.subject == subject)


def test_the_report_has_a_line_for_everything_and_changes_nothing(chosen: Path) -> None:
    subjects = [one.subject for one in doctor.report()]

    assert subjects == [
        "Python",
        "Database",
        "Database server",
        "Account",
        "Home folder",
        "Free space",
        "Korean font",
        "Japanese font",
        "Chinese font",
        "Fonts of papers",
        "Browser for tests",
    ]
    assert not chosen.exists()


def test_every_sentence_can_be_filled_in() -> None:
    for one in doctor.report():
        assert "%(" not in one.says % one.values + one.do % one.values


def test_a_machine_without_postgresql_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("interlocal.ops.postgres.binaries._wheel_folders", lambda: [])
    monkeypatch.setattr("interlocal.ops.postgres.binaries._system_folders", lambda: [])

    found = finding("Database")

    assert (found.state, found.values) == ("bad", {"floor": 15})


def test_a_database_elsewhere_is_asked_without_showing_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://city:hushhush@127.0.0.1:1/city")

    found = finding("Database")

    assert (found.state, found.values["host"]) == ("bad", "127.0.0.1")
    assert "hushhush" not in repr(doctor.report())


def test_secrets_open_to_others_are_bad(chosen: Path) -> None:
    (chosen / "secrets").mkdir(parents=True)
    (chosen / "secrets").chmod(0o755)

    found = finding("Home folder")

    assert (found.state, found.values) == ("bad", {"open": chosen / "secrets"})


def test_a_full_disk_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")._replace(free=5_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)

    found = finding("Free space")

    assert (found.state, found.values["megabytes"]) == ("bad", 5)


def test_the_best_installed_font_is_named() -> None:
    assert doctor._preferred("ja", {"Aoyagi", "IPAGothic", "Noto Sans CJK JP"}) == "Noto Sans CJK JP"
    assert doctor._preferred("ja", {"Mincho B", "Mincho A"}) == "Mincho A"
    assert doctor._preferred("ja", set()) == ""


def test_a_missing_font_and_a_missing_browser_are_warnings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_family_for", lambda language: "")
    monkeypatch.setattr(doctor, "_browser_path", lambda: None)

    states = {one.subject: one.state for one in doctor.report()}

    assert [states[name] for name in ("Korean font", "Browser for tests")] == ["warn", "warn"]


def test_the_fonts_of_papers_are_named_and_missing_ones_are_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    found = finding("Fonts of papers")
    monkeypatch.setattr("interlocal.documents.formats.fonts.facts", lambda: ())
    lacking = finding("Fonts of papers")

    assert found.state == "ok" and "Noto Sans KR" in str(found.values["families"])
    assert (lacking.state, "Noto Sans JP" in str(lacking.values["error"])) == ("bad", True)
