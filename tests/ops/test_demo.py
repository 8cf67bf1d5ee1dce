"""The demonstration: made once by the rooms' own verbs, begun anew after a killed start, told at every start."""

import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

import interlocal
from interlocal.delegations.kinds import State
from interlocal.delegations.models import Change, Delegate, Invitation, Mail, Preparation
from interlocal.identity.kinds import LOADER
from interlocal.identity.models import Entry, User
from interlocal.ops import demo
from interlocal.ops.demo import cast, making, office, saying
from interlocal.ops.demo.scripts import delegations, script
from interlocal.ops.loading.load import load
from tests.owning import owning

NOW = datetime(2026, 11, 23, 3, tzinfo=UTC)
PASSWORD = "a password for nobody"
RECORD = Path(interlocal.__file__).parent / "record"


def made() -> int:
    """As `interlocal run` does: by the owner of the tables."""
    with owning():
        return making.make_demo(at=NOW, password=PASSWORD)


@pytest.mark.slow
@pytest.mark.django_db
def test_two_preparations_are_made_once_and_a_killed_start_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    with owning():
        load(actor=LOADER, at=NOW, path=RECORD)
    with monkeypatch.context() as killed:
        killed.setattr(making, "_change_late", interrupted)
        with pytest.raises(KeyboardInterrupt):
            made()

    with owning():
        half = Preparation.objects.count(), User.objects.filter(is_demo=True).count()
    first, lines = made(), lines_written()
    again = made()

    assert half == (0, len(cast.CAST))
    assert (first, again) == (2, 0)
    assert lines_written() == lines
    with owning():
        assert states("training") == {
            "approved": 24,
            "nominated": 1,
            "waiting": 1,
            "refused": 1,
            "withdrawn": 1,
        }
        assert states("workshop") == {"approved": 2, "pre_approved": 2, "nominated": 6, "draft": 1}
        assert Invitation.objects.exclude(headcount=None).values_list("body__slug", "headcount").get() == (
            "shandong",
            5,
        )
        assert sorted(Change.objects.values_list("kind", "state")) == [
            ("replace", "open"),
            ("withdraw", "accepted"),
        ]
        assert Mail.objects.filter(state="draft", kind="invitation").count() == 27
        assert standing_governments() == 16
        assert Counter(Delegate.objects.values_list("latin_origin", flat=True)).keys() == {
            "supplied",
            "generated",
        }


def interrupted(_begun: office.Office) -> None:
    raise KeyboardInterrupt


def lines_written() -> int:
    return Entry.objects.count()


def preparation(name: str) -> Preparation:
    return Preparation.objects.get(series__slug=script(name)["series"])


def states(name: str) -> dict[str, int]:
    return dict(
        Counter(Delegate.objects.filter(preparation=preparation(name)).values_list("state", flat=True))
    )


def standing_governments() -> int:
    rows = Delegate.objects.filter(
        preparation=preparation("training"),
        state__in=[State.APPROVED, State.NOMINATED],
        body__kind__in=["province", "municipality"],
    )
    return rows.values("body").distinct().count()


def test_the_scripts_hold_the_figures_of_the_two_exchanges() -> None:
    training, workshop = delegations("training"), delegations("workshop")
    seats = {
        tongue: sum(one["quota"] for one in bodies.values())
        for tongue, bodies in script("workshop")["delegations"].items()
    }

    assert script("training")["seats"] == 25
    assert len(training) == 1 + 16
    assert seats == {"zh-Hans": 35, "ja": 15, "ko": 38}
    assert sum(one.quota for one in workshop) == script("workshop")["seats"] == 88


def test_nobody_of_the_cast_can_be_reached_and_each_has_a_mandate_of_their_own() -> None:
    assert all(account.email.endswith(".example") for account in cast.CAST)
    assert len({account.email for account in cast.CAST}) == len(cast.CAST)
    assert [account.email for account in cast.CAST if not account.mandates] == [cast.ADMINISTRATOR.email]


@pytest.mark.parametrize(
    ("asked", "address", "wanted"),
    [
        ("1", "", True),
        ("1", "http://office.example", True),
        ("1", "https://office.example", False),
        ("", "", False),
    ],
)
def test_it_is_made_only_where_it_was_asked_for_and_never_on_a_public_address(
    monkeypatch: pytest.MonkeyPatch, asked: str, address: str, wanted: bool
) -> None:
    monkeypatch.setenv("INTERLOCAL_DEMO", asked)
    monkeypatch.setenv("INTERLOCAL_ADDRESS", address)

    settings = subprocess.run(
        [sys.executable, "-c", "from interlocal.config.settings import TAKES_DEMO; print(TAKES_DEMO)"],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )

    assert demo.wanted() is wanted
    assert settings.stdout.strip() == str(wanted)


def test_every_start_tells_who_can_sign_in_with_one_password_of_this_installation(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INTERLOCAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("INTERLOCAL_LANGUAGE", "ja")

    told = saying.told("http://localhost:8000/")

    kept = tmp_path / "home" / "secrets" / "demo"
    assert "http://localhost:8000/ja/account/login/" in told
    assert [account.email for account in cast.CAST if account.email not in told] == []
    assert told.rstrip().endswith(saying.password())
    assert kept.read_text().startswith(saying.password())
    assert (kept.stat().st_mode & 0o777, len(saying.password())) == (0o600, 16)


@pytest.mark.parametrize(
    ("today", "first"),
    [((2026, 11, 23), "2027-01-26"), ((2026, 11, 27), "2027-01-26"), ((2026, 11, 28), "2027-02-02")],
)
def test_it_begins_on_the_first_tuesday_at_least_sixty_days_ahead(
    today: tuple[int, int, int], first: str
) -> None:
    assert office.first_day(datetime(*today, 3, tzinfo=UTC), 60).isoformat() == first
