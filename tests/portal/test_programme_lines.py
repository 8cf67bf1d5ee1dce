"""What is printed past the template engine is escaped all the same."""

from datetime import time

from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from interlocal.evidence.queries import Mark, Notes
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import held, reading
from interlocal.portal import frame
from interlocal.portal.programme_lines import Printer, _line
from interlocal.programmes.queries import Named
from interlocal.programmes.queries.edition_values import ItemRow, PersonIn

EVIL = "<b>&\"'"
SAFE = "&lt;b&gt;&amp;&#34;&#39;"


def item(**changes: object) -> ItemRow:
    bare = ItemRow(
        "talk", "session", "done", None, None, None, "", Shown("Talk", "en"), None, None, (), (), 7
    )
    return bare._replace(**changes)  # type: ignore[arg-type]  # fields of its own


def person(**changes: object) -> PersonIn:
    bare = PersonIn("", None, None, None, "", None, "", "speaker", "", None, None)
    return bare._replace(**changes)  # type: ignore[arg-type]  # likewise


def line(of: ItemRow, notes: Notes | None = None) -> str:
    with translation.override("en"):
        return _line(of, Printer(notes or Notes()))


def test_everything_that_is_said_of_an_item_is_escaped() -> None:
    evil = Shown(EVIL, "en")
    speaker = person(
        person="a-b", name=evil, own=Shown(EVIL, "ko"), post=evil, body="c", body_name=Shown("C", "en")
    )
    notes = Notes({7: (Mark(1, EVIL),)})

    printed = line(
        item(
            title=evil,
            about=evil,
            place=evil,
            people=(speaker,),
            topics=(Named("t", evil),),
            zone=EVIL,
            starts=time(9),
            ends=time(10, 30),
        ),
        notes,
    )

    assert EVIL not in printed
    assert printed.count(SAFE) == 9


def test_what_an_item_does_not_have_is_left_out() -> None:
    printed = line(item())

    assert [part in printed for part in ("hours", "at", "who", "topics")] == [False] * 4
    assert "<h4>Talk</h4>" in printed


def test_a_text_in_another_language_says_so_and_an_unchecked_one_is_noted() -> None:
    frame.renew()

    printed = line(item(title=Shown("講演", "ja", "machine")))

    assert '<h4><span lang="ja" class="machine">講演</span></h4>' in printed
    assert frame.unchecked()


def test_the_engine_calls_our_functions_with_any_kind_of_argument() -> None:
    page = "{{ page_url('topic', slug='water', **{'q': 'a b'}) }} {{ page_url('topic', slug='water', q='a') }} {{ day(none) }}"
    with translation.override("ja"):
        printed = engines["portal"].from_string(page).render({}, RequestFactory().get("/ja/"))

    assert printed == "/ja/topics/water/?q=a+b /ja/topics/water/?q=a "


def test_a_page_keeps_its_language_and_no_longer() -> None:
    with translation.override("ko"):
        with held(), translation.override("ja"):
            inside = reading()
        after = reading()

    assert (inside, after) == ("ko", "ko")
