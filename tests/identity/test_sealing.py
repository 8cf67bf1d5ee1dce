"""Sealing: opens where it was sealed, with old keys too, and nowhere else."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from interlocal.identity import sealing


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path / "secrets"


def test_what_was_sealed_opens_and_does_not_show_in_the_bytes() -> None:
    made = sealing.seal("M12345678", about="a|passport")

    assert sealing.unseal(made.data, key=made.key, about="a|passport") == "M12345678"
    assert b"M12345678" not in made.data


def test_the_same_text_is_never_sealed_the_same_way_twice() -> None:
    assert sealing.seal("Halal", about="a|diet").data != sealing.seal("Halal", about="a|diet").data


def test_moved_to_another_person_or_field_it_does_not_open() -> None:
    made = sealing.seal("M12345678", about="a|passport")

    with pytest.raises(sealing.Unopenable):
        sealing.unseal(made.data, key=made.key, about="b|passport")


def test_altered_or_cut_bytes_do_not_open() -> None:
    made = sealing.seal("M12345678", about="a|passport")

    for broken in (made.data[:-1], made.data[:5], b"", made.data[:-1] + b"\0"):
        with pytest.raises(sealing.Unopenable):
            sealing.unseal(broken, key=made.key, about="a|passport")


def test_the_newest_key_seals_and_the_old_one_still_opens() -> None:
    before = sealing.seal("old", about="a|diet")
    added = sealing.add_key()
    after = sealing.seal("new", about="a|diet")

    assert (before.key, after.key) == sealing.standing()
    assert after.key == added == sealing.newest()
    assert sealing.unseal(before.data, key=before.key, about="a|diet") == "old"


def test_a_dropped_key_opens_nothing_and_the_newest_is_never_dropped() -> None:
    before = sealing.seal("old", about="a|diet")
    newest = sealing.add_key()

    sealing.drop_keys([before.key, newest])

    assert sealing.standing() == (newest,)
    with pytest.raises(sealing.Unopenable):
        sealing.unseal(before.data, key=before.key, about="a|diet")


def test_the_keys_are_readable_by_their_owner_only(settings: Any) -> None:
    sealing.seal("a", about="a|diet")

    assert stat.S_IMODE(os.stat(settings.SECRETS / "sealing").st_mode) == 0o600
    assert [file.name for file in settings.SECRETS.iterdir()] == ["sealing"]


def test_a_damaged_file_of_keys_is_refused_and_not_replaced(settings: Any) -> None:
    settings.SECRETS.mkdir()
    (settings.SECRETS / "sealing").write_text("12345678:AAAA\n")

    with pytest.raises(sealing.Unopenable):
        sealing.seal("a", about="a|diet")
