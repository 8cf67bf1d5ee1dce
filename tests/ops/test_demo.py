"""The demonstration: made once by the rooms' own verbs, begun anew after a killed start, told at every start."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

import interlocal
from interlocal.arrangements.queries.conflicts import conflicts
from interlocal.arrangements.queries.own_programme import own_days
from interlocal.arrangements.queries.releases import releases_page
from interlocal.arrangements.queries.sheet import sheet
from interlocal.delegations.commands.links import make_delegate_link
from interlocal.delegations.kinds import State
from interlocal.delegations.models import Change, Delegate, Invitation, Mail, Preparation
from interlocal.delegations.queries.links import open_link
from interlocal.documents import printing
from interlocal.documents.papers import papers
from interlocal.documents.papers.paper import Wish
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import LOADER, Actor
from interlocal.identity.models import Entry, User
from interlocal.ops import demo
from interlocal.ops.demo import cast, making, office, saying
from interlocal.ops.demo.accounts import acting
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


@pytest.mark.slow
@pytest.mark.django_db
def test_both_programmes_are_full_and_nothing_in_them_is_impossible() -> None:
    with owning():
        load(actor=LOADER, at=NOW, path=RECORD)
        making.make_demo(at=NOW, password=PASSWORD)
    training, workshop = secretariat("training"), secretariat("workshop")

    sheets = {slug: sheet(actor=actor, preparation=slug) for slug, actor in (training, workshop)}
    levels = {slug: codes(slug, actor) for slug, actor in (training, workshop)}
    items = [item for one in sheets.values() for item in one.items]
    texts = [item.title for item in items] + [
        text for one in sheets.values() for site in one.sites for text in (site.name, site.address)
    ]
    versions = releases_page(actor=training[1], preparation=training[0], tongue="ko").versions
    inner = releases_page(actor=workshop[1], preparation=workshop[0], tongue="ko")
    own = own_days(actor=by_link(training), preparation=training[0], tongue="ja")

    assert {slug: len(one.items) for slug, one in sheets.items()} == {training[0]: 30, workshop[0]: 26}
    assert [item.title for item in items if not (item.starts and item.ends and item.site)] == []
    assert [str(text) for text in texts if text is None or in_all_languages(text) is False] == []
    assert levels == {
        training[0]: ["warn outside_hours", "note unanswered"],
        # Its first day is a holiday in Japan by chance.
        workshop[0]: ["warn holiday", "warn travel_too_short", "note unanswered"],
    }
    assert [(one.number, one.is_public, len(one.changes)) for one in versions] == [(2, True, 4), (1, True, 0)]
    assert [(one.number, one.is_public) for one in inner.versions] == [(1, False)]
    assert len(inner.pending) == 2
    assert own is not None
    # The call of heads of delegations is not for this member.
    assert sum(len(day.items) for day in own) == 29


@pytest.mark.slow
@pytest.mark.django_db
def test_every_paper_of_both_editions_is_printed_in_every_format() -> None:
    """In one of the four languages each, in turn; only the training has no statement, and says so."""
    with owning():
        load(actor=LOADER, at=NOW, path=RECORD)
        making.make_demo(at=NOW, password=PASSWORD)
    turn, refused, empty = cycle(TONGUES), [], []

    for slug, actor in (secretariat("training"), secretariat("workshop")):
        for paper in papers().values():
            for made_as in paper.formats:
                order = printing.Order(slug, paper.key, made_as, Wish((next(turn),)))
                found = printing.gathered(actor=actor, at=NOW, order=order)
                assert len(printing.input_sha256(order, found)) == 64
                try:
                    content = printing.render(order, found).content
                except Refused as refusal:
                    refused.append((slug[:4], paper.key, refusal.code))
                else:
                    empty += [] if content else [(slug, paper.key, made_as)]

    assert empty == []
    assert {(slug, key) for slug, key, _code in refused} == {("gbtr", "statement")}


def secretariat(name: str) -> tuple[str, Actor]:
    account = {"training": cast.GYEONGBUK, "workshop": cast.GAROK}[name]
    with owning():
        return preparation(name).slug, acting(account, at=NOW)


def codes(slug: str, actor: Actor) -> list[str]:
    return [
        f"{one.level} {one.code}" for one in conflicts(actor=actor, preparation=slug, tongue="ko", at=NOW)
    ]


def in_all_languages(text: Localised) -> bool:
    return text.versions.keys() == set(TONGUES) and {one.state for one in text.versions.values()} == {
        "original",
        "human",
    }


def by_link(run: tuple[str, Actor]) -> Actor:
    """A member of a delegation who opened a link of their own."""
    slug, actor = run
    with owning():
        key = str(Delegate.objects.get(preparation=preparation("training"), family="鈴鹿").key)
    token = make_delegate_link(
        actor=actor, at=NOW, preparation=slug, delegate=key, until=NOW + timedelta(days=99)
    )
    return open_link(token=token, at=NOW).actor


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


@pytest.mark.parametrize("name", ["training_programme", "workshop_programme"])
def test_the_programmes_say_everything_in_four_languages_paragraph_by_paragraph(name: str) -> None:
    texts = list(texts_in(script(name)))

    assert len(texts) > 100
    assert [text for text in texts if text.keys() != set(TONGUES)] == []
    assert [text for text in texts if len({said.count("\n\n") for said in text.values()}) != 1] == []


@pytest.mark.parametrize("name", ["training_programme", "workshop_programme"])
def test_nobody_can_be_called_but_those_whom_everybody_may_call(name: str) -> None:
    said = json.dumps(script(name), ensure_ascii=False)

    numbers = set(re.findall(r"\d{2,3}-\d{3,4}-\d{4}", said))
    emergency = {one["contact"] for one in script(name)["words"] if one["kind"] == "emergency"}

    assert [number for number in numbers if "-000-" not in number and "-0000-" not in number] == []
    assert emergency - numbers == {"112", "119", "1330"}


def texts_in(said: Any) -> Iterator[dict[str, str]]:
    if isinstance(said, dict) and said.keys() & set(TONGUES):
        yield said
    elif isinstance(said, dict | list):
        for one in said.values() if isinstance(said, dict) else said:
            yield from texts_in(one)


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
