"""Notes and papers of a preparation."""

from uuid import uuid4

import pytest

from interlocal.delegations.commands import notes as commands
from interlocal.delegations.kinds import Changed
from interlocal.delegations.models import Note, Paper, Preparation
from interlocal.delegations.queries import notes as queries
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor
from interlocal.identity.models import Entry
from tests.delegations import scene

pytestmark = pytest.mark.django_db


def write(forum: Preparation, text: str = "Who pays?", actor: Actor | None = None, **others: object) -> int:
    return commands.write_note(
        actor=actor or scene.secretariat(),
        at=scene.NOON,
        preparation=forum.slug,
        **{"once": None, "kind": "question", "text": text, "language": "en", **others},  # type: ignore[arg-type]  # of a test
    )


def list_paper(forum: Preparation, title: str = "Badges") -> int:
    return commands.add_paper(
        actor=scene.secretariat(), at=scene.NOON, preparation=forum.slug, once=None, title={"en": title}
    )


def test_what_is_written_says_who_wrote_it_and_leaves_no_text_in_the_journal() -> None:
    forum, once = scene.preparation(), uuid4()

    first, second = write(forum, once=once), write(forum, once=once)

    row = Note.objects.get()
    assert (first, second, row.written_by) == (row.pk, row.pk, "secretariat@garok.example")
    assert Entry.objects.get().details == {"note": row.pk, "of": "question"}


def test_nothing_is_no_note() -> None:
    with pytest.raises(Refused) as refused:
        write(scene.preparation(), " ")

    assert refused.value.code == "nothing_written"


def test_a_note_is_settled_once_and_opened_again() -> None:
    forum, who = scene.preparation(), scene.secretariat()
    number = write(forum)

    commands.settle_note(actor=who, at=scene.NOON, preparation=forum.slug, number=number)
    with pytest.raises(Refused) as refused:
        commands.settle_note(actor=who, at=scene.NOON, preparation=forum.slug, number=number)
    settled = queries.notes_page(actor=who, preparation=forum.slug, tongue="en")
    commands.reopen_note(actor=who, at=scene.NOON, preparation=forum.slug, number=number)
    opened = queries.notes_page(actor=who, preparation=forum.slug, tongue="en")

    assert refused.value.code == "already_settled"
    assert ([one.id for one in settled.open], [one.id for one in settled.settled]) == ([], [number])
    assert [one.id for one in opened.open] == [number]


def test_two_who_rewrite_a_note_lose_nothing() -> None:
    forum, who = scene.preparation(), scene.secretariat()
    number = write(forum)
    said = {"kind": "lesson", "language": "en", "number": number, "version": 1}

    commands.change_note(actor=who, at=scene.NOON, preparation=forum.slug, text="One", **said)  # type: ignore[arg-type]  # of a test
    with pytest.raises(Changed) as changed:
        commands.change_note(actor=who, at=scene.NOON, preparation=forum.slug, text="Two", **said)  # type: ignore[arg-type]  # of a test

    assert (changed.value.theirs, changed.value.yours) == ({"text": "One"}, {"text": "Two"})
    assert queries.note(actor=who, preparation=forum.slug, number=number).text.text == "One"


def test_who_is_only_invited_sees_no_note_and_a_reader_writes_none() -> None:
    forum = scene.preparation()
    scene.invitation(forum, "gyeongbuk")

    with pytest.raises(Preparation.DoesNotExist):
        queries.notes_page(actor=scene.coordinator("gyeongbuk"), preparation=forum.slug, tongue="en")
    with pytest.raises(Refused) as refused:
        write(forum, actor=scene.reader("garok"))

    assert refused.value.code == "not_yours"


def test_notes_and_papers_of_another_preparation_are_not_there() -> None:
    forum, other, who = scene.preparation(), scene.preparation("other"), scene.secretariat()
    number, paper = write(forum), list_paper(forum)

    with pytest.raises(Note.DoesNotExist):
        commands.settle_note(actor=who, at=scene.NOON, preparation=other.slug, number=number)
    with pytest.raises(Paper.DoesNotExist):
        commands.tick_paper(actor=who, at=scene.NOON, preparation=other.slug, number=paper)
    with pytest.raises(Paper.DoesNotExist):
        commands.remove_paper(actor=who, at=scene.NOON, preparation=other.slug, number=paper)


def test_a_paper_is_listed_once_made_ready_and_taken_off() -> None:
    forum, who = scene.preparation(), scene.secretariat()
    number = list_paper(forum)

    with pytest.raises(Refused) as there:
        list_paper(forum)
    with pytest.raises(Refused) as empty:
        list_paper(forum, " ")
    for _again in range(2):
        commands.tick_paper(actor=who, at=scene.NOON, preparation=forum.slug, number=number)
    ready = Paper.objects.get().done_at
    commands.untick_paper(actor=who, at=scene.NOON, preparation=forum.slug, number=number)
    commands.remove_paper(actor=who, at=scene.NOON, preparation=forum.slug, number=number)

    assert (there.value.code, empty.value.code, ready) == ("paper_there", "no_title", scene.NOON)
    assert [line.verb for line in Entry.objects.order_by("id")] == [
        "paper_added",
        "paper_ready",
        "paper_not_ready",
        "paper_removed",
    ]
