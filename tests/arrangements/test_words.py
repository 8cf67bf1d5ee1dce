"""Greetings, speeches, phrases and emergency numbers of an edition."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.arrangements.commands import words as verbs
from interlocal.arrangements.models import Words
from interlocal.arrangements.queries import words as queries
from interlocal.arrangements.rules import words as rules
from interlocal.arrangements.rules.words import WordsSaid
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.ground.refused import Refused
from interlocal.identity.models import Entry
from tests.arrangements import saying
from tests.delegations import scene

HELLO = WordsSaid(
    "greeting", {"en": "Welcome"}, {"en": "Good to see you.", "ko": "반갑습니다."}, {"en": "Mayor"}
)


def added(words: WordsSaid = HELLO) -> int:
    return verbs.add_words(**saying.asked(), once=None, words=words)


def page(tongue: str = "en") -> dict[str, list[str]]:
    found = queries.words_page(actor=scene.secretariat(), preparation=saying.SLUG, tongue=tongue)
    return {
        group.kind: [row.title.text for row in group.rows if row.title]
        for group in found.groups
        if group.rows
    }


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (WordsSaid("hymn", {"en": "La"}), "no_kind"),
        (WordsSaid("greeting", {"en": "  "}), "no_words"),
        (WordsSaid("emergency", {"en": "Police"}), "no_contact"),
        (WordsSaid("speech", text={"en": "a" * 20_001}), "too_long"),
        (WordsSaid("speech", title={"zh-Hans": "字" * 301}), "too_long"),
        (WordsSaid("speech", {"en": "a\x00"}), "unseen_sign"),
        (WordsSaid("phrase", {"en": "Hi"}, contact="1" * 81), "too_long"),
    ],
)
def test_what_no_paper_could_print_is_refused(words: WordsSaid, code: str) -> None:
    refused = rules.obstacle_to_words(words)

    assert refused is not None
    assert refused.code == code


def test_as_much_as_a_speech_needs_is_taken() -> None:
    assert rules.obstacle_to_words(WordsSaid("speech", {"en": "a" * 300}, {"en": "a" * 20_000})) is None


@pytest.mark.django_db
def test_words_are_added_once_in_every_language_they_were_written_in() -> None:
    saying.forum()
    once = uuid4()

    numbers = {verbs.add_words(**saying.asked(), once=once, words=HELLO) for _ in range(2)}
    said, version = queries.words(actor=scene.secretariat(), preparation=saying.SLUG, number=min(numbers))
    row = (
        queries.words_page(actor=scene.secretariat(), preparation=saying.SLUG, tongue="ko").groups[0].rows[0]
    )

    assert (len(numbers), version) == (1, 1)
    assert (said.text["ko"], said.text["ja"], said.speaker["en"]) == ("반갑습니다.", "", "Mayor")
    assert row.text is not None
    assert (row.text.text, row.text.lang, row.lacks) == ("반갑습니다.", "ko", ("ja", "zh-Hans"))
    assert Entry.objects.filter(verb="words_added").count() == 1


@pytest.mark.django_db
def test_words_are_changed_and_what_was_translated_before_is_outdated() -> None:
    made, _kim, _fujita = saying.forum(language="en")
    number = added()

    verbs.change_words(
        **saying.asked(),
        number=number,
        version=1,
        words=WordsSaid("greeting", {"en": "Welcome"}, {"en": "Hello.", "ko": "반갑습니다."}),
    )
    verbs.change_words(
        **saying.asked(),
        number=number,
        version=2,
        words=WordsSaid("greeting", {"en": "Welcome"}, {"en": "Hello.", "ko": "반갑습니다."}),
    )

    [row] = saying.rows(made, Words)
    assert (row.version, row.speaker, row.text.shown("en").text) == (2, None, "Hello.")
    assert Entry.objects.get(verb="words_changed").details["fields"] == ["text", "speaker"]


@pytest.mark.django_db
def test_two_who_change_the_same_words_both_see_what_the_other_wrote() -> None:
    saying.forum()
    number = added()
    verbs.change_words(
        **saying.asked(), number=number, version=1, words=WordsSaid("greeting", {"en": "Hello"})
    )

    with pytest.raises(Changed) as caught:
        verbs.change_words(
            **saying.asked(), number=number, version=1, words=WordsSaid("greeting", {"en": "Hi"})
        )

    assert caught.value.yours["title"] == {"en": "Hi"}
    assert isinstance(theirs := caught.value.theirs["title"], dict)
    assert theirs["en"] == "Hello"


@pytest.mark.django_db
def test_words_are_removed_and_put_back() -> None:
    saying.forum()
    number = added()

    said = verbs.remove_words(**saying.asked(), number=number)
    gone = page()
    added(said)

    assert (gone, page()) == ({}, {"greeting": ["Welcome"]})
    with pytest.raises(Words.DoesNotExist):
        verbs.remove_words(**saying.asked(), number=number)


@pytest.mark.django_db
def test_words_change_places_within_their_kind() -> None:
    saying.forum()
    first, _second, third = (added(WordsSaid("phrase", {"en": title})) for title in ("one", "two", "three"))
    added(WordsSaid("greeting", {"en": "Welcome"}))

    verbs.move_words(**saying.asked(), number=third, later=False)
    verbs.move_words(**saying.asked(), number=first, later=False)

    assert page() == {"greeting": ["Welcome"], "phrase": ["one", "three", "two"]}


@pytest.mark.django_db
def test_an_item_of_another_edition_is_not_there() -> None:
    made, _kim, _fujita = saying.forum()
    ours = saying.item(made)
    theirs = saying.item(scene.preparation("other"))

    number = added(WordsSaid("speech", {"en": "Toast"}, item=ours.pk))

    found = queries.words_page(actor=scene.secretariat(), preparation=saying.SLUG, tongue="en")
    [row] = next(group.rows for group in found.groups if group.kind == "speech")
    assert row.item_title is not None
    assert (row.number, row.item_title.text, len(found.items)) == (number, "Dinner", 1)
    with pytest.raises(PlannedItem.DoesNotExist):
        added(WordsSaid("speech", {"en": "Toast"}, item=theirs.pk))


@pytest.mark.django_db
def test_only_the_secretariat_writes_and_only_it_and_its_readers_see() -> None:
    saying.forum()
    number = added()
    invited, reader = scene.coordinator("gyeongbuk"), scene.reader("garok")

    for who in (invited, reader):
        with pytest.raises(Refused):
            verbs.add_words(**saying.asked(who), once=None, words=HELLO)
        with pytest.raises(Refused):
            verbs.change_words(**saying.asked(who), number=number, version=1, words=HELLO)
        with pytest.raises(Refused):
            verbs.remove_words(**saying.asked(who), number=number)
        with pytest.raises(Refused):
            verbs.move_words(**saying.asked(who), number=number, later=True)
    with pytest.raises(Preparation.DoesNotExist):
        verbs.add_words(**saying.asked(scene.coordinator("jeju")), once=None, words=HELLO)
    with pytest.raises(Preparation.DoesNotExist):
        queries.words_page(actor=invited, preparation=saying.SLUG, tongue="en")

    assert not queries.words_page(actor=reader, preparation=saying.SLUG, tongue="en").runs


@pytest.mark.django_db
def test_nothing_is_written_once_the_edition_is_closed() -> None:
    saying.forum(closed_on=scene.FIRST_DAY)

    with pytest.raises(Refused) as caught:
        added()

    assert caught.value.code == "preparation_closed"


@pytest.mark.django_db
def test_many_words_cost_no_more_queries_than_few() -> None:
    made, _kim, _fujita = saying.forum()
    counts, who = [], scene.secretariat()
    for number in (1, 2):
        for kind in ("phrase", "greeting") * number:
            added(WordsSaid(kind, {"en": "x"}, item=saying.item(made).pk))
        with CaptureQueriesContext(connection) as asked:
            queries.words_page(actor=who, preparation=saying.SLUG, tongue="en")
        counts.append(len(asked))

    assert counts == [7, 7]
