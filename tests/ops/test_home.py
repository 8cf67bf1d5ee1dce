import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from interlocal.ops import Trouble, home

ASK = "from interlocal.ops import home; print(home.secret('django'))"


@pytest.fixture(autouse=True)
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_missing_home_is_made_for_its_owner_only(chosen: Path) -> None:
    assert home.home() == chosen

    assert mode(chosen) == 0o700


def test_the_rights_of_an_existing_home_stay_as_they_are(chosen: Path) -> None:
    chosen.mkdir()
    chosen.chmod(0o750)

    home.secret("django")

    assert mode(chosen) == 0o750


def test_without_a_choice_the_home_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INTERLOCAL_HOME")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/somewhere")

    assert home.chosen_home() == Path("/somewhere/.local/share/interlocal")


def test_a_secret_is_made_once_and_kept_for_its_owner_only(chosen: Path) -> None:
    first = home.secret("django")

    assert home.secret("django") == first
    assert home.secret("database") != first
    assert (len(first), mode(chosen / "secrets"), mode(chosen / "secrets" / "django")) == (64, 0o700, 0o600)
    assert sorted(os.listdir(chosen / "secrets")) == ["database", "django"]


def test_processes_that_ask_at_once_get_the_same_secret(chosen: Path) -> None:
    asking = [subprocess.Popen([sys.executable, "-c", ASK], stdout=subprocess.PIPE) for _ in range(6)]

    answers = {one.communicate()[0].decode().strip() for one in asking}

    assert answers == {home.secret("django")}


def test_a_damaged_secret_is_not_replaced_in_silence(chosen: Path) -> None:
    home.secret("django")
    (chosen / "secrets" / "django").write_text("")

    with pytest.raises(Trouble) as caught:
        home.secret("django")

    assert caught.value.code == "secret_damaged"


def test_a_home_that_cannot_be_made_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path / "file" / "home"))

    with pytest.raises(Trouble) as caught:
        home.home()

    assert caught.value.code == "home_unusable"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "settings"
    path.write_text("old")

    home.write_whole(path, "new", mode=0o644)

    assert (path.read_text(), mode(path), os.listdir(tmp_path)) == ("new", 0o644, ["settings"])
