"""Bodies, people and ties as search finds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from interlocal.ground import labels
from interlocal.ground.findable import Findable, Form, forms_of_label, label_of_shown, once
from interlocal.ground.tongues import TONGUES
from interlocal.registry.models import Body, Person, TieSide
from interlocal.registry.queries.naming import joined

KINDS = ("body", "person", "tie")


def findable(*, kinds: Iterable[str] = KINDS, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Those of these kinds, all or with these slugs. One query a kind."""
    for kind in kinds:
        if kind == "tie":
            yield from _ties(keys)
        elif kind in ("body", "person"):
            yield from _labelled(kind, keys)


def depending_on(*, kind: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Subjects of this room that are found by the names of others: a tie by those of its sides."""
    if kind != "body" or not keys:
        return []
    slugs = TieSide.objects.filter(body__slug__in=keys).values_list("tie__slug", flat=True)
    return [("tie", slug) for slug in dict.fromkeys(slugs)]


def _labelled(kind: str, keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Body.objects.all() if kind == "body" else Person.objects.all()
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    for slug, label, country in rows.values_list("slug", "label", "country"):
        yield Findable(kind, slug, label, once(forms_of_label(label)), country=country)


def _ties(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = TieSide.objects.order_by("tie__slug", "position", "id")
    if keys is not None:
        rows = rows.filter(tie__slug__in=keys)
    for slug, sides in groupby(rows.values_list("tie__slug", "body__label"), key=lambda row: row[0]):
        yield _tie(slug, [label for _, label in sides])


def _tie(slug: str, sides: Sequence[Mapping[str, Any]]) -> Findable:
    titles = [joined([labels.shown(side, tongue) for side in sides]) for tongue in TONGUES]
    # A title mixed of two languages has no place in a label by language, unless there is no other.
    label = label_of_shown(title for title in titles if title.lang in TONGUES) or label_of_shown(titles)
    forms = once(Form(title.text, title.lang) for title in titles)
    return Findable("tie", slug, label, forms, once(form for side in sides for form in forms_of_label(side)))
