"""Series, editions and topics as search finds them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from interlocal.ground.findable import Findable, Form, forms_of_label, forms_of_text, label_of_shown, once
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.kinds import HOSTS
from interlocal.programmes.models import BodyParticipation, Edition, EditionPlace, Series, Topic
from interlocal.programmes.queries.rows import title_of

KINDS = ("series", "edition", "topic")


def findable(*, kinds: Iterable[str] = KINDS, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Those of these kinds, all or with these slugs. One query a kind, three for editions."""
    for kind in kinds:
        if kind == "edition":
            yield from _editions(keys)
        elif kind in ("series", "topic"):
            yield from _labelled(kind, keys)


def depending_on(*, kind: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Editions are found by the names of their series, places and hosts as well."""
    if not keys:
        return []
    found = {
        "series": Edition.objects.filter(series__slug__in=keys).values_list("slug", flat=True),
        "place": EditionPlace.objects.filter(place__slug__in=keys).values_list("edition__slug", flat=True),
        "body": BodyParticipation.objects.filter(body__slug__in=keys, capacity__in=HOSTS).values_list(
            "edition__slug", flat=True
        ),
    }
    return [("edition", slug) for slug in dict.fromkeys(found.get(kind, ()))]


def _labelled(kind: str, keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Series.objects.all() if kind == "series" else Topic.objects.all()
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    for slug, label in rows.values_list("slug", "label"):
        yield Findable(kind, slug, label, once(forms_of_label(label)))


_COLUMNS = ("id", "slug", "series__label", "title", "ordinal", "from_on", "planned_from_on", "sorts_on")


def _editions(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Edition.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    found = list(rows.values_list(*_COLUMNS))
    around = _around([row[0] for row in found])
    for row in found:
        yield _edition(row, around.get(row[0], ()))


def _edition(row: Sequence[Any], around: Iterable[Form]) -> Findable:
    _, slug, series, title, ordinal, from_on, planned, sorts_on = row
    day = from_on or planned
    titles = {
        shown.lang: shown for shown in (title_of(title, series, ordinal, day, tongue) for tongue in TONGUES)
    }
    year = [Form(str(day.year), "und")] if day else []
    forms = once([*(Form(shown.text, shown.lang) for shown in titles.values()), *forms_of_text(title)])
    also = once([*forms_of_label(series), *year, *around])
    newest = day.first if day else sorts_on
    return Findable("edition", slug, label_of_shown(titles.values()), forms, also, day=newest)


def _around(editions: Sequence[int]) -> dict[int, list[Form]]:
    """The names of where editions took place and of who hosted them."""
    forms: dict[int, list[Form]] = {}
    places = EditionPlace.objects.filter(edition__in=editions).values_list("edition_id", "place__label")
    hosts = BodyParticipation.objects.filter(edition__in=editions, capacity__in=HOSTS).values_list(
        "edition_id", "body__label"
    )
    for edition, label in [*places, *hosts]:
        forms.setdefault(edition, []).extend(forms_of_label(label))
    return forms
