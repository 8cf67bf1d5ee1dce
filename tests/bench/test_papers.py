"""What is measured is what it says: so many people, each with a code of their own, items that fit together, and the same words from others."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.utils import translation

from bench import papers_facts, papers_one, papers_rivals, programme_fill
from bench.papers_ways import OURS, WAYS, Way, _wish, facts_of, maker
from bench.programme_fill import Edition
from interlocal.arrangements.kinds import Level
from interlocal.arrangements.queries.conflicts import conflicts
from interlocal.arrangements.queries.facts import facts
from interlocal.documents.formats.cards import CardSheet
from interlocal.documents.papers import papers
from interlocal.identity.walls import standing_as
from tests.delegations import scene


def way(key: str) -> Way:
    return next(one for one in WAYS if one.key == key)


def built(chosen: Way, many: int) -> Any:
    wish = _wish(chosen)
    with translation.override(wish.tongue):
        return papers()[chosen.paper].build(facts_of(chosen, many), wish)


def test_nobody_is_called_like_somebody_else_and_every_badge_has_a_code() -> None:
    sheet = built(way(f"badges, pdf, {OURS}"), 1000)

    assert isinstance(sheet, CardSheet)
    people = papers_facts.people(1000).people()
    assert len({(one.family, one.given) for one in people}) == 1000
    assert len({card.qr for card in sheet.cards if card.qr}) == 1000


def test_badges_of_others_say_the_same_and_have_the_same_codes() -> None:
    sheet = built(way(f"badges, pdf, {OURS}"), 5)

    page = "".join(papers_rivals._badges(sheet))

    assert page.count('<img class="q"') == 5
    for card in sheet.cards:
        for line in card.lines:
            assert papers_rivals.said(line.text, sheet.lang) in page


def test_a_programme_has_as_many_items_as_asked_for_ten_a_day() -> None:
    items = papers_facts.programme(25).sheet.items

    assert [one.id for one in items] == list(range(1, 26))
    assert {one.on - items[0].on for one in items} >= {timedelta(0), timedelta(1), timedelta(2)}


@pytest.mark.slow
@pytest.mark.parametrize("key", [one.key for one in WAYS if one.by == OURS])
def test_every_paper_of_ours_is_made_and_holds_something(key: str) -> None:
    chosen = way(key)

    found = papers_one.holds(chosen, maker(chosen, facts_of(chosen, 20))())

    count, _noun = found.split()
    assert int(count) > 0


def test_a_workbook_of_others_has_everybody() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    chosen = way("name list, xlsx, openpyxl")

    content = maker(chosen, facts_of(chosen, 40))()

    rows = openpyxl.load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    people = papers_facts.people(40).people()
    written = {str(row[2]).replace(" ", "") for row in rows}
    assert {f"{one.family}{one.given}" for one in people} <= written


@pytest.mark.django_db
def test_an_edition_to_measure_with_takes_nothing_twice_and_forbids_no_release() -> None:
    bodies = [scene.body(slug) for slug in ("garok", "gyeongbuk", "tottori", "andong", "pohang", "gumi")]
    scene.make.series("bench")
    actor = scene.secretariat()

    with standing_as(actor):
        programme_fill.fill(Edition("bench-small", 50, 30), bodies[0], bodies[1:], scene.NOON)

    told = conflicts(actor=actor, preparation="bench-small", tongue="en", at=scene.NOON)
    found = facts(actor=actor, preparation="bench-small", at=scene.NOON)
    assert [one.says for one in told if one.level == Level.REFUSE] == []
    assert len(found.people()) == 30
    assert len(found.sheet.items) == 50
    assert (len(found.sheet.sites), len(found.sheet.resources)) == (10, 30)
