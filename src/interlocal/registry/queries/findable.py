"""Bodies, people and ties as search finds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from interlocal.ground import labels
from interlocal.ground.dates import PartialDate
from interlocal.ground.findable import Findable, Form, forms_of_label, forms_of_text, label_of_shown, once
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES
from interlocal.registry.models import Body, BodyCode, Person, Tenure, Tie, TieSide
from interlocal.registry.queries.naming import joined

KINDS = ("body", "person", "tie")


def findable(*, kinds: Iterable[str] = KINDS, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Those of these kinds, all or with these slugs. Two queries a kind."""
    made = {"body": _bodies, "person": _people, "tie": _ties}
    for kind in kinds:
        if kind in made:
            yield from made[kind](keys)


def depending_on(*, kind: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Subjects of this room that are found by the names of others: a tie by those of its sides, people by those of
    the bodies they serve.
    """
    if kind != "body" or not keys:
        return []
    ties = TieSide.objects.filter(body__slug__in=keys).values_list("tie__slug", flat=True)
    people = Tenure.objects.filter(post__body__slug__in=keys).values_list("person__slug", flat=True)
    return [
        *(("tie", slug) for slug in dict.fromkeys(ties)),
        *(("person", slug) for slug in dict.fromkeys(people)),
    ]


def _bodies(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Body.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    found = list(rows.values_list("id", "slug", "label", "country", "about", "from_on"))
    codes = _codes([row[0] for row in found])
    for number, slug, label, country, about, from_on in found:
        yield Findable(
            "body",
            slug,
            label,
            once(forms_of_label(label)),
            country=country,
            texts=once(forms_of_text(about)),
            codes=once(Form(code, "und") for code in codes.get(number, ())),
            bodies=(slug,),
            years=_years(from_on),
        )


def _codes(bodies: Sequence[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = BodyCode.objects.filter(body__in=bodies).order_by("position", "id").values_list("body_id", "value")
    for body, value in rows:
        found.setdefault(body, []).append(value)
    return found


def _people(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Person.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    found = list(rows.values_list("id", "slug", "label", "country"))
    posts = _posts([row[0] for row in found])
    for number, slug, label, country in found:
        held = posts.get(number, ())
        yield Findable(
            "person",
            slug,
            label,
            once(forms_of_label(label)),
            once(
                form for _, body, title, *_ in held for form in (*forms_of_label(body), *forms_of_text(title))
            ),
            country=country,
            bodies=tuple(dict.fromkeys(body for body, *_ in held)),
            years=_years(*(day for row in held for day in row[3:])),
        )


_Post = tuple[str, Mapping[str, Any], Localised, PartialDate | None, PartialDate | None, PartialDate | None]


def _posts(people: Sequence[int]) -> dict[int, list[_Post]]:
    """Body, its label, title of the post, and the days said of each tenure."""
    found: dict[int, list[_Post]] = {}
    rows = Tenure.objects.filter(person__in=people).order_by("id")
    days = ("from_on", "until_on", "as_of")
    for person, *post in rows.values_list(
        "person_id", "post__body__slug", "post__body__label", "post__title", *days
    ):
        found.setdefault(person, []).append(tuple(post))
    return found


def _ties(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = TieSide.objects.order_by("tie__slug", "position", "id")
    about = Tie.objects.order_by("slug")
    if keys is not None:
        rows, about = rows.filter(tie__slug__in=keys), about.filter(slug__in=keys)
    told = {slug: rest for slug, *rest in about.values_list("slug", "about", "from_on")}
    columns = ("tie__slug", "body__slug", "body__label", "body__country", "words", "signed_on")
    for slug, sides in groupby(rows.values_list(*columns), key=lambda row: row[0]):
        yield _tie(slug, list(sides), *told[slug])


def _tie(
    slug: str, sides: Sequence[tuple[Any, ...]], about: Localised | None, from_on: PartialDate | None
) -> Findable:
    named = [label for _, _, label, *_ in sides]
    titles = [joined([labels.shown(side, tongue) for side in named]) for tongue in TONGUES]
    # A title mixed of two languages has no place in a label by language, unless there is no other.
    label = label_of_shown(title for title in titles if title.lang in TONGUES) or label_of_shown(titles)
    said = (form for text in (about, *(row[4] for row in sides)) for form in forms_of_text(text))
    day = from_on or next((row[5] for row in sides if row[5]), None)
    return Findable(
        "tie",
        slug,
        label,
        once(Form(title.text, title.lang) for title in titles),
        once(form for side in named for form in forms_of_label(side)),
        day=day.first if day else None,
        texts=once(said),
        countries=tuple(dict.fromkeys(row[3] for row in sides if row[3])),
        bodies=tuple(dict.fromkeys(row[1] for row in sides)),
        years=_years(day, *(row[5] for row in sides)),
    )


def _years(*days: PartialDate | None) -> tuple[int, ...]:
    return tuple(sorted({day.year for day in days if day}))
