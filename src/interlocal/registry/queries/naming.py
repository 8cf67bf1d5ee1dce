"""How a body or person is called by others, and how lists of them are ordered."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import F, IntegerField, OrderBy, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Collate

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.paging import Paged
from interlocal.ground.prepared import date_in
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES
from interlocal.registry.models import Body, Person, TieSide

Made = TypeVar("Made")

# The language in which a body of this country has its own name.
OWN_TONGUE = {"KR": "ko", "JP": "ja", "CN": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Named:
    """A body or person as others refer to it."""

    slug: str
    name: Shown


@dataclass(frozen=True, slots=True)
class NameRow:
    """One name as recorded. `own`, `family` and `given` are those of people."""

    language: str
    script: str
    kind: str
    text: str
    machine: bool
    from_on: PartialDate | None
    until_on: PartialDate | None
    footnote: int
    own: bool = False
    family: str = ""
    given: str = ""


def name_row(row: Sequence[Any]) -> NameRow:
    """A row of a pile of names: the columns of NameRow in their order."""
    language, script, kind, text, machine, from_on, until_on, *rest = row
    return NameRow(language, script, kind, text, machine, date_in(from_on), date_in(until_on), *rest)


def named(slug: str, label: Mapping[str, Any], tongue: str, *, on: str | None = None) -> Named:
    return Named(slug, labels.shown(label, tongue, on=on))


def named_or_none(slug: str | None, label: Mapping[str, Any] | None, tongue: str) -> Named | None:
    return None if slug is None else named(slug, label or {}, tongue)


def own_name(label: Mapping[str, Any], country: str) -> Shown | None:
    """The name a body bears in its own country's language; None where that has none."""
    tongue = OWN_TONGUE.get(country, "en")
    found = labels.shown(label, tongue)
    return found if found.lang == tongue and found.text else None


def names_in_others(label: Mapping[str, Any], tongue: str) -> tuple[Shown, ...]:
    """The names in the languages that are not the reader's: only those the label has, none said twice."""
    said = {labels.shown(label, tongue).text}
    found = []
    for other in TONGUES:
        name = labels.shown(label, other)
        if other != tongue and name.lang == other and name.text and name.text not in said:
            said.add(name.text)
            found.append(name)
    return tuple(found)


def sorted_for(tongue: str, path: str = "") -> OrderBy:
    """The order of a list by the reader's language: stored keys by code point. `path` as in `body__`."""
    return sort_key_for(tongue, path).asc()


def sort_key_for(tongue: str, path: str = "") -> Collate:
    return Collate(KeyTextTransform(tongue, f"{path}sort_keys"), "C")


def ordered_names(rows: Iterable[NameRow], tongues: Sequence[str]) -> tuple[NameRow, ...]:
    """By language in the order given, the rest after; within a language as recorded."""
    places = {tongue: place for place, tongue in enumerate(tongues)}
    return tuple(sorted(rows, key=lambda row: places.get(row.language, len(places))))


def names_of(*, subjects: Iterable[tuple[str, str]], tongue: str) -> dict[tuple[str, str], Shown]:
    """Names of bodies, people and ties by (kind, slug); other kinds are left out. One query.

    A tie is called by the names of its sides.
    """
    wanted: dict[str, set[str]] = {}
    for kind, key in subjects:
        if kind in ("body", "person", "tie"):
            wanted.setdefault(kind, set()).add(key)
    found: dict[tuple[str, str], list[Shown]] = {}
    if not wanted:
        return {}
    for kind, slug, _, _, label in sorted(_labels(wanted), key=lambda row: row[2:4]):
        found.setdefault((kind, slug), []).append(labels.shown(json.loads(label), tongue))
    return {subject: joined(names) if len(names) > 1 else names[0] for subject, names in found.items()}


def _labels(wanted: Mapping[str, Iterable[str]]) -> Iterable[tuple[Any, ...]]:
    """Kind, slug, place of a side, its id, and a label as JSON."""
    bodies = Body.objects.filter(slug__in=wanted.get("body", ()))
    people = Person.objects.filter(slug__in=wanted.get("person", ()))
    sides = TieSide.objects.filter(tie__slug__in=wanted.get("tie", ()))
    first, *rest = (
        rows.order_by().values_list(Value(kind, TextField()), slug, place, "id", Cast(label, TextField()))
        for kind, rows, slug, place, label in (
            ("body", bodies, "slug", Value(0, IntegerField()), "label"),
            ("person", people, "slug", Value(0, IntegerField()), "label"),
            ("tie", sides, "tie__slug", F("position") + Value(0, IntegerField()), "body__label"),
        )
        if wanted.get(kind)
    )
    return first.union(*rest, all=True)


def kinds_of(*, slugs: Iterable[str]) -> dict[str, str]:
    """The kind of body behind each slug. One query."""
    return dict(Body.objects.filter(slug__in=list(slugs)).values_list("slug", "kind"))


def joined(names: Sequence[Shown]) -> Shown:
    """The names of a tie's sides as one: marked with a language only where all of them are in it."""
    langs = {name.lang for name in names}
    text = " – ".join(name.text for name in names)
    return Shown(text, langs.pop() if len(langs) == 1 else "und")


def turned(page: Paged[Any], make: Callable[[Any], Made]) -> Paged[Made]:
    """The same page of a list with its rows made into something else."""
    return Paged([make(row) for row in page.rows], page.total, page.number, page.pages, page.size)
