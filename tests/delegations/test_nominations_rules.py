"""Names as people have them, and what is refused before any row exists."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from interlocal.delegations.kinds import MOVES
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.nominations import Circumstances, Entered, Spelt
from interlocal.delegations.rules.nominations_names import composed, narrow

KIM = Entered(family="김", given="하늘", script_language="ko")
OPEN = Circumstances(True, False, frozenset({"invited", "open"}), "sent", date(2026, 3, 10), date(2026, 3, 2))


def code(entered: Entered) -> str:
    found = nominations.obstacle_in_entry(nominations.tidied(entered))
    return found.code if found else ""


@pytest.mark.parametrize(
    ("family", "given"),
    [
        ("이", "산"),
        ("", "수파트라"),
        ("𠮷野", "𩸽"),
        ("﨑山", "葛\U000e0100"),
        ("O", "J"),
        ("ｻﾄｳ", "ﾊﾅｺ"),
        ("阿依古丽", ""),
        ("남궁", "하늘빛나라"),
        ("D’Angelo", "Anne-Marie Ö."),
    ],
)
def test_names_as_people_have_them_are_taken_and_kept_as_typed(family: str, given: str) -> None:
    tidy = nominations.tidied(replace(KIM, family=family, given=given))

    assert code(tidy) == ""
    assert (tidy.family, tidy.given) == (family, given)


def test_decomposed_hangul_is_put_together() -> None:
    apart = unicodedata.normalize("NFD", "김하늘")

    assert composed(apart) == "김하늘" != apart


def test_compatibility_han_is_not_turned_into_another_character() -> None:
    assert composed("\uf9e1\ufa19\U0002f800") == "\uf9e1\ufa19\U0002f800"


def test_passport_letters_typed_at_full_width_become_narrow() -> None:
    assert narrow("ＫＩＭ\u3000Ｈａ") == "KIM Ha"


@pytest.mark.parametrize(
    "unseen", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u3164", "\uffa0", "\x00", "\x1b"]
)
def test_what_nobody_sees_is_refused_in_every_part_of_a_name(unseen: str) -> None:
    for field in ("family", "given", "latin_family", "latin_given", "reading_family", "reading_given"):
        found = nominations.obstacle_in_entry(replace(KIM, **{field: f"A{unseen}b"}))
        assert found is not None
        assert (found.code, found.field) == ("name_unseen", field)


@pytest.mark.parametrize(
    ("entered", "expected"),
    [
        (replace(KIM, family=" ", given=""), "name_missing"),
        (replace(KIM, family="가" * 81), "name_long"),
        (replace(KIM, family="Kіm"), "name_mixed"),
        (replace(KIM, latin_family="김"), "name_not_latin"),
        (replace(KIM, latin_family="Кim"), "name_mixed"),
        (replace(KIM, latin_given="Ким"), "name_not_latin"),
        (replace(KIM, part="king"), "part_unknown"),
        (replace(KIM, grade="king"), "grade_unknown"),
        (replace(KIM, script_language="fr"), "language_unknown"),
        (replace(KIM, language="fr"), "language_unknown"),
    ],
)
def test_what_is_refused_in_an_entry(entered: Entered, expected: str) -> None:
    assert code(entered) == expected


@pytest.mark.parametrize(
    ("spelling", "said", "before", "expected"),
    [
        (("", ""), None, Spelt("Kim", "", "supplied"), ""),
        (("Kim", ""), None, Spelt(), "supplied"),
        (("Kim", ""), None, Spelt("Kim", "", "generated"), "generated"),
        (("Gim", ""), None, Spelt("Kim", "", "generated"), "supplied"),
        (("Kim", ""), "supplied", Spelt("Kim", "", "generated"), "supplied"),
        (("Kim", ""), "generated", Spelt(), "generated"),
    ],
)
def test_where_a_spelling_comes_from(
    spelling: tuple[str, str], said: str | None, before: Spelt, expected: str
) -> None:
    found = nominations.origin_of(family=spelling[0], given=spelling[1], said=said, before=before)

    assert found == expected


@pytest.mark.parametrize("state", sorted(MOVES))
def test_no_button_offers_a_move_that_the_states_do_not_allow(state: str) -> None:
    can = nominations.doable(OPEN, state=state, replaced=False)

    assert ("withdraw" in can) <= ("withdrawn" in MOVES[state])
    assert ("restore" in can) == (state == "withdrawn")
    assert ("remove" in can) == ("nominate" in can) == (state == "draft")


def test_nothing_is_offered_to_who_only_looks() -> None:
    looking = replace(OPEN, may_nominate=False)

    assert [nominations.doable(looking, state=state, replaced=False) for state in MOVES] == [
        frozenset()
    ] * len(MOVES)


def test_the_part_of_somebody_nominated_is_not_changed_after_the_deadline() -> None:
    late = replace(OPEN, today=date(2026, 3, 11))

    assert nominations.obstacle_to_editing(late, state="nominated", part_changes=False) is None
    found = nominations.obstacle_to_editing(late, state="nominated", part_changes=True)
    assert found is not None and found.code == "deadline_passed"


@pytest.mark.parametrize("state", ["withdrawn", "refused"])
def test_who_is_out_is_neither_edited_nor_replaced(state: str) -> None:
    for found in (
        nominations.obstacle_to_editing(OPEN, state=state, part_changes=False),
        nominations.obstacle_to_replacing(OPEN, state=state),
    ):
        assert found is not None and found.code == "not_standing"


def test_only_who_was_withdrawn_is_restored() -> None:
    found = nominations.obstacle_to_restoring(OPEN, state="nominated", replaced=False)

    assert found is not None and found.code == "not_withdrawn"
