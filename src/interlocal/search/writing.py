"""Rows into a slot. What is written replaces what was there of the same subjects."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import connection

from interlocal.search.making import Entry
from interlocal.search.slots import rows, run

_SUBJECT = "slot, id, kind, key, label, country, countries, bodies, topics, years, langs, day, readers, home_kind, home_key"
_TEXT = "slot, subject, lang, part, length, readers, title, body, terms"
_FORM = "slot, subject, nth, lang, own, text, fold, typed"
_KEY = "slot, subject, nth, type, text, level"


def write(slot: int, entries: Sequence[Entry]) -> None:
    """In the caller's transaction."""
    remove(slot, [(entry.of.kind, entry.of.key) for entry in entries])
    ids = [row[0] for row in rows("select nextval('search_ids') from generate_series(1, %s)", [len(entries)])]
    made = list(zip(ids, entries, strict=True))
    _copy(f"search_subject_{slot} ({_SUBJECT})", (_subject(slot, id_, entry) for id_, entry in made))
    _copy(f"search_text_{slot} ({_TEXT})", (row for id_, entry in made for row in _texts(slot, id_, entry)))
    _copy(
        f"search_form_{slot} ({_FORM})",
        (
            (slot, id_, form.nth, form.lang, form.own, form.text, form.fold, form.typed)
            for id_, entry in made
            for form in entry.forms
        ),
    )
    _copy(
        f"search_key_{slot} ({_KEY})",
        ((slot, id_, key.nth, key.type, key.text, key.level) for id_, entry in made for key in entry.keys),
    )


def remove(slot: int, subjects: Collection[tuple[str, str]]) -> None:
    if not subjects:
        return
    kinds, keys = zip(*subjects, strict=True)
    gone = rows(
        "delete from search_subject_{slot} where (kind, key) in "
        "(select * from unnest(%s::text[], %s::text[])) returning id",
        [list(kinds), list(keys)],
        slot=slot,
    )
    if not gone:
        return
    ids = [row[0] for row in gone]
    run("delete from search_text_{slot} where subject = any(%s)", [ids], slot=slot)
    run("delete from search_form_{slot} where subject = any(%s)", [ids], slot=slot)
    run("delete from search_key_{slot} where subject = any(%s)", [ids], slot=slot)


def homed(slot: int, subjects: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is shown on the pages of these subjects, as far as the slot knows."""
    pairs = list(subjects)
    found = rows(
        "select kind, key from search_subject_{slot} where (home_kind, home_key) in "
        "(select * from unnest(%s::text[], %s::text[]))",
        [[kind for kind, _ in pairs], [key for _, key in pairs]],
        slot=slot,
    )
    return [(kind, key) for kind, key in found]


def known(slot: int, kind: str) -> set[str]:
    found = rows("select key from search_subject_{slot} where kind = %s", [kind], slot=slot)
    return {row[0] for row in found}


def _copy(target: str, made: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"copy {target} from stdin") as copy:
        for row in made:
            copy.write_row(row)


def _subject(slot: int, id_: int, entry: Entry) -> tuple[Any, ...]:
    of = entry.of
    langs = list(dict.fromkeys(text.lang for text in entry.texts))
    countries = list(of.countries or ((of.country,) if of.country else ()))
    return (
        slot,
        id_,
        of.kind,
        of.key,
        json.dumps(of.label, ensure_ascii=False).replace("\\u0000", ""),
        of.country,
        countries or None,
        list(of.bodies) or None,
        list(of.topics) or None,
        list(of.years) or None,
        langs or None,
        of.day,
        None if of.readers is None else sorted(of.readers),
        *(of.home or ("", "")),
    )


def _texts(slot: int, id_: int, entry: Entry) -> Iterable[tuple[Any, ...]]:
    readers = None if entry.of.readers is None else sorted(entry.of.readers)
    for text in entry.texts:
        terms = "{" + ",".join(map(str, text.terms)) + "}"
        yield (slot, id_, text.lang, text.part, text.length, readers, text.title, text.body, terms)
