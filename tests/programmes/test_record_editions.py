"""Recording series and editions: the last state is the present one, days and plan stay apart."""

from datetime import date, time

import pytest

from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.texts import localised
from interlocal.programmes import commands
from interlocal.programmes.entries import (
    CadenceEntry,
    EditionEntry,
    ItemEntry,
    OutcomeEntry,
    PlaceEntry,
    SeriesEntry,
    StateEntry,
    TopicEntry,
)
from interlocal.programmes.kinds import ItemKind, OutcomeKind, PlaceKind, SeriesKind, State
from interlocal.programmes.models import Edition, EditionState, Item, ItemTopic, Outcome, Place, Series, Topic
from interlocal.registry.entries import NameEntry
from tests.evidence.recording import CITED, WHO, journal, opened

pytestmark = pytest.mark.django_db

SERIES = SeriesEntry(
    slug="meeting",
    kind=SeriesKind.MEETING,
    names=[NameEntry(lang="en", text="Meeting", cite=CITED)],
    cadence=CadenceEntry(months=24, cite=CITED),
    rotation=["KR", "JP"],
    topics=["tourism"],
    cite=CITED,
)
TOURISM = TopicEntry(
    slug="tourism", names=localised("en", {"en": "Tourism", "ko": "관광", "ja": "観光", "zh-Hans": "旅游"})
)
HALL = PlaceEntry(
    slug="hall", kind=PlaceKind.VENUE, names=[NameEntry(lang="en", text="Hall", cite=CITED)], cite=CITED
)


def state(word: State, **fields: object) -> StateEntry:
    return StateEntry(state=word, cite=CITED, **fields)  # type: ignore[arg-type]  # as the test says


HELD = state(State.HELD, days=Span.parse("2025-06-19/2025-06-20"))


def edition(slug: str = "meeting-1", *states: StateEntry, **fields: object) -> EditionEntry:
    return EditionEntry(slug=slug, series="meeting", states=list(states) or [HELD], cite=CITED, **fields)  # type: ignore[arg-type]  # likewise


def item(slug: str, **fields: object) -> ItemEntry:
    title = localised("en", {"en": slug.title()})
    return ItemEntry(slug=slug, kind=ItemKind.VISIT, title=title, cite=CITED, **fields)  # type: ignore[arg-type]  # likewise


def record(*editions: EditionEntry) -> list[tuple[str, str, str]]:
    ledger = opened()
    commands.record_topics(**WHO, ledger=ledger, entries=[TOURISM])
    commands.record_places(**WHO, ledger=ledger, entries=[HALL])
    commands.record_series(**WHO, ledger=ledger, entries=[SERIES])
    commands.record_editions(**WHO, ledger=ledger, entries=editions)
    return journal(ledger)


def test_a_series_keeps_what_is_intended_with_its_own_footnote() -> None:
    lines = record()

    series = Series.objects.get()
    assert lines == [
        ("recorded", "topic", "tourism"),
        ("recorded", "place", "hall"),
        ("recorded", "series", "meeting"),
    ]
    assert (series.cadence_months, series.rotation, series.cadence_footnote_id) == (
        24,
        ["KR", "JP"],
        series.footnote_id,
    )
    assert [topic.slug for topic in series.topics.all()] == ["tourism"]


def test_the_last_state_is_the_present_one_and_the_plan_stays() -> None:
    planned = state(
        State.ANNOUNCED, said_on=PartialDate.parse("2025-01"), planned=Span.parse("2025-05/2025-06")
    )

    record(edition("meeting-1", planned, HELD))

    found = Edition.objects.get()
    assert (found.state, str(found.from_on), str(found.until_on)) == ("held", "2025-06-19", "2025-06-21")
    assert (str(found.planned_from_on), str(found.planned_until_on)) == ("2025-05", "2025-07")
    assert found.sorts_on == date(2025, 6, 19)
    assert list(EditionState.objects.order_by("position").values_list("state", flat=True)) == [
        "announced",
        "held",
    ]


def test_an_edition_without_any_date_sorts_after_all_others() -> None:
    record(edition("meeting-1"), edition("meeting-2", state(State.TENTATIVE)))

    assert list(Edition.objects.order_by("sorts_on").values_list("slug", flat=True)) == [
        "meeting-1",
        "meeting-2",
    ]


def test_the_programme_keeps_its_order_and_its_hours() -> None:
    record(
        edition(
            items=[
                item("lunch", starts=time(12), zone="Asia/Seoul"),
                item("hahoe", place="hall", topics=["tourism"]),
            ]
        )
    )

    rows = Item.objects.order_by("position")
    assert [(row.slug, row.starts, row.zone) for row in rows] == [
        ("lunch", time(12), "Asia/Seoul"),
        ("hahoe", None, ""),
    ]
    assert rows[1].place == Place.objects.get()
    assert ItemTopic.objects.get().item == rows[1]


def test_an_item_that_goes_takes_its_topics_along_and_leaves_the_outcome() -> None:
    outcome = OutcomeEntry(
        slug="forum",
        kind=OutcomeKind.AGREED,
        text=localised("en", {"en": "A forum"}),
        item="hahoe",
        cite=CITED,
    )
    record(edition(items=[item("hahoe", topics=["tourism"])], outcomes=[outcome]))

    outcome.item = ""
    lines = record(edition(outcomes=[outcome]))

    assert lines[-1] == ("corrected", "edition", "meeting-1")
    assert (Item.objects.count(), ItemTopic.objects.count(), Outcome.objects.get().item) == (0, 0, None)


def test_an_edition_that_goes_takes_everything_along_and_leaves_the_rest() -> None:
    outcome = OutcomeEntry(
        slug="forum", kind=OutcomeKind.AGREED, text=localised("en", {"en": "A forum"}), cite=CITED
    )
    record(
        edition("meeting-1", items=[item("hahoe", topics=["tourism"])], outcomes=[outcome]),
        edition("meeting-2"),
    )

    lines = record(edition("meeting-2"))

    assert lines[-1] == ("removed", "edition", "meeting-1")
    assert [model._default_manager.count() for model in (Edition, Item, Outcome, Topic)] == [1, 0, 0, 1]
