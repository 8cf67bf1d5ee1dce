"""The ledger of erasures outside the database, and when the job runs beside the followers."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from interlocal.delegations.commands import consent, needs, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Delegate
from interlocal.delegations.rules.consent_texts import CURRENT
from interlocal.delegations.rules.needs import usual
from interlocal.ops import Trouble, erasing
from tests.delegations import scene

NOON = scene.NOON
LINE = {"preparation": "forum-2026", "delegate": "k", "what": "data", "fields": ["diet"], "digest": "d"}


@pytest.fixture(autouse=True)
def own_home(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECRETS = tmp_path
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path))
    monkeypatch.setattr(erasing, "_place", erasing._Place())


def test_lines_come_back_in_their_order_and_only_the_owner_reads_them() -> None:
    erasing.tell(LINE)
    erasing.tell({**LINE, "digest": "e"})

    assert list(erasing.told()) == [LINE, {**LINE, "digest": "e"}]
    assert erasing.ledger().stat().st_mode & 0o777 == 0o600


def test_without_a_ledger_nothing_is_told() -> None:
    assert list(erasing.told()) == []


def test_a_last_line_cut_short_by_a_power_cut_is_left_out_and_the_next_is_read() -> None:
    erasing.tell(LINE)
    with erasing.ledger().open("a") as file:
        file.write('{"preparation": "for')

    before = list(erasing.told())
    erasing.tell({**LINE, "digest": "e"})

    assert before == [LINE]
    assert list(erasing.told()) == [LINE, {**LINE, "digest": "e"}]


def test_a_damaged_line_in_the_middle_is_said() -> None:
    erasing.ledger().write_text('{"a": 1}\nnonsense\n{"a": 2}\n')

    with pytest.raises(Trouble) as caught:
        list(erasing.told())

    assert (caught.value.code, caught.value.values["number"]) == ("ledger_damaged", 2)


def somebody() -> Delegate:
    forum = scene.preparation()
    needs.ask(
        actor=scene.secretariat(), at=NOON, preparation=forum.slug, version=0, asked=[usual("passport")]
    )
    one = scene.delegate(scene.invitation(forum, "gyeongbuk"))
    personal.save(
        actor=scene.own_page(one),
        at=NOON,
        preparation=forum.slug,
        delegate=str(one.key),
        typed={"passport": "M12345678"},
        agreed=Agreed(CURRENT, "ko", ("identity",)),
    )
    return one


@pytest.mark.django_db
def test_the_job_runs_at_once_after_a_withdrawal_and_rests_otherwise() -> None:
    one = somebody()
    with connection.cursor() as cursor:
        cursor.execute("set role none")
    first = erasing.erase_when_due(at=NOON)
    consent.withdraw(actor=scene.own_page(one), at=NOON, preparation="forum-2026", delegate=str(one.key))

    after = erasing.erase_when_due(at=NOON + timedelta(minutes=1))
    rests = erasing.erase_when_due(at=NOON + timedelta(minutes=2))

    assert (first, after, rests) == (0, 1, 0)
    assert [line["reason"] for line in erasing.told()] == ["withdrawn"]


@pytest.mark.django_db
def test_what_only_waits_for_its_day_is_found_within_the_hour() -> None:
    somebody()
    with connection.cursor() as cursor:
        cursor.execute("set role none")
    erasing.erase_when_due(at=NOON)

    soon = erasing.erase_when_due(at=NOON + timedelta(days=400))

    assert soon == 1
