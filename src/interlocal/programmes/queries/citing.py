"""What the programmes say on the strength of given footnotes."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CharField, F, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from interlocal.ground.prepared import one_of
from interlocal.ground.tongues import FALLBACKS
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    Item,
    ItemParticipation,
    OfficeHolderParticipation,
    Organiser,
    Outcome,
    Place,
    PlaceName,
    Series,
    SeriesName,
)
from interlocal.registry.queries import facts_by

# Subject kind, model, path to the subject's slug, sort of fact, column of its telling words, footnote.
_FACTS: tuple[tuple[str, type[Model], str, str, str, str], ...] = (
    ("series", Series, "slug", "entry", "", "footnote"),
    ("series", Series, "slug", "cadence", "", "cadence_footnote"),
    ("series", SeriesName, "series__slug", "name", "text", "footnote"),
    ("series", Organiser, "series__slug", "organiser", "body__slug", "footnote"),
    ("edition", Edition, "slug", "entry", "", "footnote"),
    ("edition", EditionState, "edition__slug", "state", "state", "footnote"),
    ("edition", BodyParticipation, "edition__slug", "body", "body__slug", "footnote"),
    ("edition", OfficeHolderParticipation, "edition__slug", "office_holder", "person__slug", "footnote"),
    ("edition", EditionPlace, "edition__slug", "place", "place__slug", "footnote"),
    ("edition", Item, "edition__slug", "item", "title", "footnote"),
    ("edition", ItemParticipation, "item__edition__slug", "item_person", "person__slug", "footnote"),
    ("edition", Outcome, "edition__slug", "outcome", "text", "footnote"),
    ("place", Place, "slug", "entry", "", "footnote"),
    ("place", PlaceName, "place__slug", "name", "text", "footnote"),
)
_LOCALISED = (("item", "title"), ("outcome", "text"))


def _every(tongue: str, footnotes: Sequence[int] | None) -> "QuerySet[Any, Any]":
    first, *rest = (_facts(*fact, footnotes, tongue) for fact in _FACTS)
    return first.union(*rest, all=True).order_by("fact_kind", "fact_key", "fact_what", "fact_detail")


facts_on = facts_by(_every)


def _facts(
    kind: str,
    model: type[Model],
    slug: str,
    what: str,
    detail: str,
    note: str,
    footnotes: Sequence[int] | None,
    tongue: str,
) -> QuerySet[Any, Any]:
    these = one_of(f"{note}_id") if footnotes is None else Q(**{f"{note}__in": footnotes})
    rows = model._default_manager.filter(these).order_by()
    told: QuerySet[Any, Any] = rows.annotate(
        fact_kind=Value(kind, output_field=CharField()),
        fact_key=Cast(F(slug), TextField()),
        fact_what=Value(what, output_field=CharField()),
        fact_detail=_words(what, detail, tongue),
        fact_language=Cast(F("language"), TextField())
        if what == "name"
        else Value("", output_field=TextField()),
    ).values_list("fact_kind", "fact_key", "fact_what", "fact_detail", f"{note}_id", "fact_language")
    return told


def _words(what: str, detail: str, tongue: str) -> Combinable:
    """The telling words as text: of a text in languages the best for the reader."""
    if not detail:
        return Value("", output_field=TextField())
    if (what, detail) in _LOCALISED:
        return Coalesce(
            *(KT(f"{detail}__versions__{lang}__text") for lang in FALLBACKS[tongue]),
            Value(""),
            output_field=TextField(),
        )
    return Coalesce(Cast(F(detail), TextField()), Value(""), output_field=TextField())
