"""The ledger of a recording: footnotes that are shared, lines that tell, rows that go."""

from datetime import UTC, datetime

import pytest

from interlocal.evidence import commands
from interlocal.evidence.commands import Ledger, TakenElsewhere
from interlocal.evidence.entries import SourceEntry
from interlocal.evidence.kinds import SourceKind
from interlocal.evidence.models import Citation, Footnote, Source
from interlocal.ground.entries import Cite
from interlocal.ground.texts import localised
from interlocal.identity.kinds import LOADER
from interlocal.identity.models import Entry

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BOTH = (Cite("paper", "p. 3"), Cite("gazette"))


def entry(slug: str, *, title: str = "A report") -> SourceEntry:
    return SourceEntry(
        slug=slug,
        kind=SourceKind.PRESS,
        publisher=localised("en", {"en": "A paper"}),
        title=localised("en", {"en": title}),
        language="en",
    )


def recorded(*entries: SourceEntry, record: str = "test") -> Ledger:
    ledger = Ledger(record)
    commands.record_sources(actor=LOADER, at=NOON, ledger=ledger, entries=entries)
    return ledger


def settled(ledger: Ledger) -> list[tuple[str, str, dict[str, dict[str, int]]]]:
    lines = commands.settle(actor=LOADER, at=NOON, ledger=ledger)
    return [(line.verb, line.key, dict(line.details)) for line in lines]


def test_a_line_says_what_was_recorded_corrected_and_removed() -> None:
    first = settled(recorded(entry("paper"), entry("gazette")))
    second = settled(recorded(entry("paper", title="Another report")))

    assert first == [
        ("recorded", "paper", {"source": {"made": 1}}),
        ("recorded", "gazette", {"source": {"made": 1}}),
    ]
    assert second == [
        ("corrected", "paper", {"source": {"altered": 1}}),
        ("removed", "gazette", {"source": {"removed": 1}}),
    ]
    assert [(line.verb, line.subject_key, line.actor) for line in Entry.objects.order_by("id")][2:] == [
        ("corrected", "paper", LOADER.name),
        ("removed", "gazette", LOADER.name),
    ]
    assert list(Source.objects.values_list("slug", flat=True)) == ["paper"]


def test_equal_citations_are_one_footnote() -> None:
    recorded(entry("paper"), entry("gazette"))

    first = commands.open_ledger(record="test", cited=[BOTH, BOTH[:1]])
    second = commands.open_ledger(record="test", cited=[BOTH])

    assert first.note(BOTH) == second.note(BOTH) != first.note(BOTH[:1])
    kept = (
        Citation.objects.filter(footnote=first.note(BOTH))
        .order_by("position")
        .values_list("source__slug", "place")
    )
    assert list(kept) == [("paper", "p. 3"), ("gazette", "")]


def test_the_order_and_the_place_of_citations_make_another_footnote() -> None:
    recorded(entry("paper"), entry("gazette"))
    ways = [BOTH, BOTH[::-1], (Cite("paper", "p. 4"), BOTH[1])]

    ledger = commands.open_ledger(record="test", cited=ways)

    assert len({ledger.note(way) for way in ways}) == 3


def test_a_source_that_goes_takes_along_the_footnotes_that_carry_nothing() -> None:
    settled(recorded(entry("paper"), entry("gazette")))
    commands.open_ledger(record="test", cited=[BOTH[:1], BOTH[1:]])

    settled(recorded(entry("paper")))

    assert list(Footnote.objects.values_list("citations__source__slug", flat=True)) == ["paper"]


def test_a_source_of_another_record_is_refused_before_anything_is_written() -> None:
    recorded(entry("paper"), record="theirs")

    with pytest.raises(TakenElsewhere) as refusal:
        recorded(entry("gazette"), entry("paper"))

    assert [(key, record) for _, key, record in refusal.value.entries] == [("paper", "theirs")]
    assert Source.objects.count() == 1
