"""What several facts say of one person in one post, made into one time in it."""

from interlocal.registry.rules import Spell, spells_joined
from tests.make import day


def _seen(who: str, on: str, note: int = 1, *, acting: bool = False) -> Spell:
    return Spell(who, None, None, (day(on),), acting, (note,))


def _held(who: str, since: str | None, until: str | None, note: int = 1) -> Spell:
    return Spell(who, day(since) if since else None, day(until) if until else None, (), False, (note,))


def test_two_sightings_are_one_spell_with_both_sources() -> None:
    found = spells_joined([_seen("lee", "2025-11-12", 2), _seen("lee", "2023-01-27", 1)], sole=True)

    assert found == [Spell("lee", None, None, (day("2023-01-27"), day("2025-11-12")), False, (1, 2))]


def test_a_third_sighting_between_two_adds_its_source_only() -> None:
    seen = [_seen("lee", "2023", 1), _seen("lee", "2024", 2), _seen("lee", "2025", 3)]

    assert spells_joined(seen, sole=True) == [
        Spell("lee", None, None, (day("2023"), day("2025")), False, (1, 2, 3))
    ]


def test_a_day_of_proof_falls_into_a_known_term() -> None:
    found = spells_joined(
        [_held("lee", "2022-07-01", "2026-07-01", 1), _seen("lee", "2025-11-12", 2)], sole=True
    )

    assert found == [Spell("lee", day("2022-07-01"), day("2026-07-01"), (day("2025-11-12"),), False, (1, 2))]


def test_terms_that_touch_are_one_and_terms_apart_are_two() -> None:
    touching = spells_joined(
        [_held("lee", "2018-07-01", "2022-07-01"), _held("lee", "2022-07-01", None)], sole=True
    )
    apart = spells_joined(
        [_held("lee", "2014-07-01", "2018-07-01"), _held("lee", "2022-07-01", None)], sole=True
    )

    assert [(spell.from_on, spell.until_on) for spell in touching] == [(day("2018-07-01"), None)]
    assert len(apart) == 2


def test_a_beginning_after_the_last_sighting_is_a_new_term() -> None:
    found = spells_joined([_seen("lee", "2019-05-01"), _held("lee", "2022-07-01", None)], sole=True)

    assert len(found) == 2


def test_another_holder_in_between_ends_a_spell_of_a_sole_post_only() -> None:
    seen = [_seen("lee", "2023"), _seen("kim", "2024"), _seen("lee", "2025")]

    assert [spell.who for spell in spells_joined(seen, sole=True)] == ["lee", "kim", "lee"]
    assert [spell.who for spell in spells_joined(seen, sole=False)] == ["lee", "kim"]


def test_who_acts_for_the_holder_does_not_end_the_holders_spell() -> None:
    seen = [_seen("lee", "2023"), _seen("kim", "2024", acting=True), _seen("lee", "2025")]

    assert [(spell.who, spell.acting) for spell in spells_joined(seen, sole=True)] == [
        ("lee", False),
        ("kim", True),
    ]


def test_sightings_a_term_apart_are_not_joined() -> None:
    assert len(spells_joined([_seen("lee", "2015-01-01"), _seen("lee", "2019-01-03")], sole=True)) == 2
    assert len(spells_joined([_seen("lee", "2015-01-01"), _seen("lee", "2019-01-02")], sole=True)) == 1
