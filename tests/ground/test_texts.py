"""Texts in languages: what a reader gets to see, and how a text succeeds another."""

import pytest

from interlocal.ground.texts import Localised, Shown, Version, from_json, localised, succeed, to_json

OPENING = localised("en", {"en": "Opening", "ko": "개회", "ja": "開会"}, translations="machine")


@pytest.mark.parametrize(
    ("tongue", "expected"),
    [
        ("en", Shown("Opening", "en", "original")),
        ("ko", Shown("개회", "ko", "machine")),
        ("zh-Hans", Shown("Opening", "en", "original")),
        ("fr", Shown("Opening", "en", "original")),
    ],
)
def test_a_reader_sees_the_own_language_or_is_told_which_other(tongue: str, expected: Shown) -> None:
    assert OPENING.shown(tongue) == expected


@pytest.mark.parametrize(("tongue", "shown"), [("ko", "ja"), ("ja", "ja"), ("zh-Hans", "ja"), ("en", "ko")])
def test_without_english_readers_get_the_next_best(tongue: str, shown: str) -> None:
    text = localised("ja", {"ja": "知事会議", "ko": "지사회의"} if shown == "ko" else {"ja": "知事会議"})

    assert text.shown(tongue).lang == shown


def test_a_text_in_none_of_the_four_languages_is_shown_in_its_original() -> None:
    assert localised("mn", {"mn": "Уулзалт"}).shown("ko") == Shown("Уулзалт", "mn", "original")


def test_equal_texts_succeed_each_other_as_one() -> None:
    again = localised("en", {"ko": "개회", "ja": "開会", "en": "Opening"}, translations="machine")

    assert succeed(OPENING, again) is OPENING


def test_a_changed_original_outdates_what_was_not_redone() -> None:
    new = localised("en", {"en": "Grand opening", "ko": "성대한 개회", "ja": "開会"}, translations="machine")

    text = succeed(OPENING, new)

    assert text.revision == 2
    assert text.says() == {
        "en": ("Grand opening", "original"),
        "ja": ("開会", "outdated"),
        "ko": ("성대한 개회", "machine"),
    }


def test_what_is_outdated_stays_so_until_it_is_redone() -> None:
    second = localised("en", {"en": "Grand opening", "ko": "개회"}, translations="human")
    text = succeed(localised("en", {"en": "Opening", "ko": "개회"}), second)

    again = succeed(text, second)
    redone = succeed(again, localised("en", {"en": "Grand opening", "ko": "성대한 개회"}))

    assert again == text
    assert redone.says()["ko"] == ("성대한 개회", "human")


def test_a_changed_translation_is_no_new_revision() -> None:
    text = succeed(
        OPENING, localised("en", {"en": "Opening", "ko": "개막", "ja": "開会"}, translations="machine")
    )

    assert (text.revision, text.shown("ko").state) == (1, "machine")


def test_another_original_language_is_a_new_revision() -> None:
    text = succeed(OPENING, localised("ko", {"en": "Opening", "ko": "개회"}, translations="machine"))

    assert text.revision == 2
    assert text.says() == {"en": ("Opening", "machine"), "ko": ("개회", "original")}


def test_a_translation_written_as_outdated_is_older_than_its_original() -> None:
    written = Localised("en", 1, {"en": Version("Opening", "original", 1), "ko": Version("개회", "human", 0)})

    text = succeed(OPENING, written)

    assert text.shown("ko").state == "outdated"
    assert succeed(text, written) is text


def test_a_text_survives_the_table() -> None:
    assert from_json(to_json(OPENING)) == OPENING
