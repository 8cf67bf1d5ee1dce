import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction

from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.languages.tokens import terms
from interlocal.registry.models import Body
from interlocal.search import commands, queries, rebuilding, slots
from interlocal.search.models import Form, Index, Key, Subject, Text
from tests import make

FOLLOWER = Actor("follower")

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("by_the_owner")]


def follow() -> int:
    make.settle()
    return commands.follow(actor=FOLLOWER, at=make.NOON)


def bodies(*names: str) -> None:
    for name in names:
        make.body(name, {"en": name.capitalize()})
        make.told("body", name)
    make.settle()


def keys(slot: int) -> list[str]:
    return [
        row[0]
        for row in slots.rows(f"select key from search_subject_{slot} where kind = 'body' order by key")
    ]


def found(words: str) -> list[str]:
    return [hit.key for hit in queries.search_page(words=words, tongue="en").hits]


def content(slot: int) -> list[object]:
    """All an index says, without the numbers of its rows."""
    names = {
        id_: f"{kind}/{key}"
        for id_, kind, key in Subject.objects.filter(slot=slot).values_list("id", "kind", "key")
    }
    columns = {
        Subject: ("kind", "key", "label", "country", "bodies", "topics", "years", "langs", "day", "home_key"),
        Text: ("subject", "lang", "part", "length", "title", "body", "terms"),
        Form: ("subject", "nth", "lang", "own", "text", "fold", "typed"),
        Key: ("subject", "nth", "type", "text", "level"),
    }
    return sorted(
        str(
            (
                model.__name__,
                *(names.get(value, value) if name == "subject" else value for name, value in row.items()),
            )
        )
        for model, wanted in columns.items()
        for row in model.objects.filter(slot=slot).values(*wanted)
    )


def test_an_index_made_anew_equals_one_that_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "BATCH", 2)
    series, place = make.series(), make.place()
    edition = make.edition("kjgm-8", series, ordinal=8, places=[place])
    make.person(), make.topic(), make.source("paper"), make.item(edition, "dinner", "Dinner")
    for kind, key in (
        ("series", "kjgm"),
        ("place", "incheon-city"),
        ("edition", "kjgm-8"),
        ("person", "lee-cheol-woo"),
        ("topic", "tourism"),
        ("source", "paper"),
    ):
        make.told(kind, key)
    make.told("source", "paper-2018")
    follow()

    count = commands.rebuild(at=make.NOON)

    assert slots.serving() == slots.Serving(1, terms.TERMS_VERSION)
    assert (count, content(1)) == (7, content(0))


def test_while_one_is_built_the_other_serves_and_follows() -> None:
    bodies("gangwon")
    follow()
    seen = []

    def watch(kind: str, done: int, whole: bool) -> None:
        if kind == "body" and not whole:
            seen.append((done, found("gangwon"), slots.serving()))
            make.body("jeju", {"en": "Jeju"})
            make.told("body", "jeju")

    commands.rebuild(at=make.NOON, progress=watch)

    assert seen == [(1, ["gangwon"], slots.Serving(0, terms.TERMS_VERSION))]
    assert (keys(0), slots.serving()) == (["gangwon"], slots.Serving(1, terms.TERMS_VERSION))
    follow()
    assert keys(1) == ["gangwon", "jeju"]


def test_what_is_killed_half_built_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    bodies("gangwon", "jeju", "busan")
    follow()
    filled: list[int] = []

    def dies(kind: str, done: int, whole: bool) -> None:
        if kind == "body" and done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.rebuild(at=make.NOON, progress=dies)
    half = keys(1), found("jeju"), slots.serving()
    make.body("ulsan", {"en": "Ulsan"})
    make.told("body", "ulsan")
    make.settle()

    commands.rebuild(
        at=make.NOON, progress=lambda kind, done, whole: filled.append(done) if kind == "body" else None
    )

    assert half == (["gangwon", "jeju"], ["jeju"], slots.Serving(0, terms.TERMS_VERSION))
    assert filled == [3, 4, 4]
    assert (keys(1), slots.serving()) == (
        ["busan", "gangwon", "jeju", "ulsan"],
        slots.Serving(1, terms.TERMS_VERSION),
    )


def test_what_left_while_it_was_half_built_is_not_found_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "BATCH", 1)
    bodies("gangwon", "jeju")
    follow()

    def dies(kind: str, done: int, whole: bool) -> None:
        if kind == "body":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.rebuild(at=make.NOON, progress=dies)
    Body.objects.filter(slug="gangwon").delete()
    make.told("body", "gangwon", verb="removed")
    make.settle()
    commands.rebuild(at=make.NOON)

    assert keys(1) == ["jeju"]


def test_a_second_rebuild_is_refused_in_a_sentence() -> None:
    bodies("gangwon")
    said: list[str] = []

    def second() -> None:
        try:
            commands.rebuild(at=make.NOON)
        except Refused as refused:
            said.append(f"{refused.code}: {refused}")
        finally:
            connection.close()

    def beside(kind: str, done: int, whole: bool) -> None:
        if not said:
            thread = threading.Thread(target=second)
            thread.start()
            thread.join()

    commands.rebuild(at=make.NOON, progress=beside)

    assert said == ["rebuild_running: The search index is already being built anew. Wait until that is done."]


def test_one_after_the_other_is_no_second_one() -> None:
    bodies("gangwon")

    commands.rebuild(at=make.NOON), commands.rebuild(at=make.NOON)

    assert (slots.serving(), found("gangwon")) == (slots.Serving(1, terms.TERMS_VERSION), ["gangwon"])


def test_other_analysers_make_the_index_anew_beside_the_following(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies("gangwon")
    follow()
    monkeypatch.setattr(terms, "TERMS_VERSION", "another")

    follow()
    commands.wait_for_renewal()

    assert slots.serving() == slots.Serving(1, "another")
    assert found("gangwon") == ["gangwon"]


def test_a_half_built_index_of_other_analysers_is_not_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies("gangwon")
    follow()
    Index.objects.create(slot=1, state="building", terms="older")
    with transaction.atomic():
        slots.run(
            "insert into search_key_1 (slot, subject, nth, type, text, level) values (1, 1, 1, 'x', 'old', 0)"
        )

    commands.rebuild(at=make.NOON)

    assert not Key.objects.filter(text="old").exists()
    assert keys(1) == ["gangwon"]


def test_the_old_index_is_emptied_when_nobody_can_be_reading_it_any_more() -> None:
    bodies("gangwon")
    follow()
    commands.rebuild(at=make.NOON)
    commands.follow(actor=FOLLOWER, at=make.NOON + timedelta(seconds=5))
    kept = keys(0)

    commands.follow(actor=FOLLOWER, at=make.NOON + timedelta(minutes=5))

    assert (kept, keys(0), keys(1)) == (["gangwon"], [], ["gangwon"])
