"""The journal in plain words: what was recorded, corrected or removed, and what it is called."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from interlocal.evidence.models import Source
from interlocal.ground import labels
from interlocal.ground.paging import Paged, paged
from interlocal.ground.texts import Shown
from interlocal.identity.models import Entry
from interlocal.programmes.models import Edition, Place, Series, Topic
from interlocal.programmes.queries.rows import title_of
from interlocal.registry.models import Body, Person, TieSide

PUBLIC = ("source", "body", "person", "tie", "place", "topic", "series", "edition")
SIZE = 100


@dataclass(frozen=True, slots=True)
class Change:
    """One journal line. `what` counts rows by table and by what happened: ("item", "made", 2). No name: it
    is gone.
    """

    at: datetime
    verb: str
    kind: str
    key: str
    name: Shown | None
    what: tuple[tuple[str, str, int], ...]


def changes(*, kind: str, number: str | int | None, tongue: str) -> Paged[Change]:
    """One page of the journal of public subjects, newest first. At most nine queries."""
    lines = Entry.objects.filter(subject_kind__in=[kind] if kind else PUBLIC).order_by("-id")
    columns = ("at", "verb", "subject_kind", "subject_key", "details")
    page = paged(lines.values_list(*columns), number=number, size=SIZE)
    return Paged(_told(page.rows, tongue), page.total, page.number, page.pages, page.size)


def latest_changes(*, kinds: Sequence[str], limit: int, tongue: str) -> list[Change]:
    """The newest lines about subjects of these kinds. One query, and one for each kind among them."""
    columns = ("at", "verb", "subject_kind", "subject_key", "details")
    rows = Entry.objects.filter(subject_kind__in=kinds).order_by("-id").values_list(*columns)[:limit]
    return _told(list(rows), tongue)


def _told(rows: Sequence[Sequence[Any]], tongue: str) -> list[Change]:
    wanted: dict[str, set[str]] = {}
    for _, _, kind, key, _ in rows:
        wanted.setdefault(kind, set()).add(key)
    names = {kind: _names(kind, keys, tongue) for kind, keys in wanted.items()}
    return [
        Change(at, verb, kind, key, names[kind].get(key), tuple(_what(details)))
        for at, verb, kind, key, details in rows
    ]


def _what(details: Mapping[str, Mapping[str, int]]) -> Iterable[tuple[str, str, int]]:
    for table, counts in details.items():
        if isinstance(counts, Mapping):
            yield from ((table, word, number) for word, number in counts.items())


def _names(kind: str, keys: set[str], tongue: str) -> dict[str, Shown]:
    if kind == "edition":
        return _titles(keys, tongue)
    if kind == "tie":
        return _ties(keys, tongue)
    if kind == "source":
        found = Source.objects.filter(slug__in=keys).values_list("slug", "title")
        return {slug: title.shown(tongue) for slug, title in found}
    models = {"body": Body, "person": Person, "place": Place, "topic": Topic, "series": Series}
    rows = models[kind].objects.filter(slug__in=keys).values_list("slug", "label")  # type: ignore[attr-defined]  # each has a label
    return {slug: labels.shown(label, tongue) for slug, label in rows}


def _titles(keys: set[str], tongue: str) -> dict[str, Shown]:
    columns = ("slug", "title", "series__label", "ordinal", "from_on", "planned_from_on")
    rows = Edition.objects.filter(slug__in=keys).values_list(*columns)
    return {
        slug: title_of(title, label, ordinal, from_on or planned, tongue)
        for slug, title, label, ordinal, from_on, planned in rows
    }


def _ties(keys: set[str], tongue: str) -> dict[str, Shown]:
    """A tie is called by its sides: Gyeongbuk - Shimane."""
    sides: dict[str, list[Shown]] = {}
    rows = TieSide.objects.filter(tie__slug__in=keys).order_by("position", "id")
    for slug, label in rows.values_list("tie__slug", "body__label"):
        sides.setdefault(slug, []).append(labels.shown(label, tongue, short=True))
    return {
        slug: Shown(" – ".join(name.text for name in names), names[0].lang) for slug, names in sides.items()
    }
