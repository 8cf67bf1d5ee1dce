"""What the registry says on the strength of given footnotes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import CharField, F, Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from interlocal.ground.tongues import FALLBACKS
from interlocal.registry.models import (
    Body,
    BodyCode,
    BodyName,
    BodyParent,
    Membership,
    Person,
    PersonName,
    Post,
    Tenure,
    Tie,
    TieSide,
)

What = Literal["entry", "name", "code", "parent", "post", "tenure", "member", "side"]


@dataclass(frozen=True, slots=True)
class RestingFact:
    """A fact that rests on a footnote: whose, what sort of fact, and the words that tell it from others.

    The words may be empty; `language` is theirs where they are a name.
    """

    kind: str
    key: str
    what: str
    detail: str
    footnote: int
    language: str = ""


# Subject kind, model, path to the subject's slug, sort of fact, column of its telling words.
_FACTS: tuple[tuple[str, type[Model], str, What, str], ...] = (
    ("body", Body, "slug", "entry", ""),
    ("body", BodyName, "body__slug", "name", "text"),
    ("body", BodyCode, "body__slug", "code", "value"),
    ("body", BodyParent, "body__slug", "parent", "parent__slug"),
    ("body", Post, "body__slug", "post", "title"),
    ("body", Membership, "association__slug", "member", "body__slug"),
    ("person", Person, "slug", "entry", ""),
    ("person", PersonName, "person__slug", "name", "text"),
    ("person", Tenure, "person__slug", "tenure", "post__body__slug"),
    ("tie", Tie, "slug", "entry", ""),
    ("tie", TieSide, "tie__slug", "side", "body__slug"),
)


def facts_on(
    *, footnotes: Sequence[int], tongue: str, start: int = 0, size: int = 200
) -> tuple[int, list[RestingFact]]:
    """How many facts rest on these footnotes, and those from `start` on, by subject. Two queries."""
    first, *rest = (_facts(*fact, footnotes, tongue) for fact in _FACTS)
    found = first.union(*rest, all=True)
    total = found.count()
    if total <= start or size <= 0:
        return total, []
    rows = found.order_by("fact_kind", "fact_key", "fact_what", "fact_detail")[start : start + size]
    return total, [RestingFact(*row) for row in rows]


def _facts(
    kind: str, model: type[Model], slug: str, what: str, detail: str, footnotes: Sequence[int], tongue: str
) -> QuerySet[Any, Any]:
    language = Cast(F("language"), TextField()) if what == "name" else Value("", output_field=TextField())
    rows = model._default_manager.filter(footnote__in=footnotes).order_by()
    told: QuerySet[Any, Any] = rows.annotate(
        fact_kind=Value(kind, output_field=CharField()),
        fact_key=Cast(F(slug), TextField()),
        fact_what=Value(what, output_field=CharField()),
        fact_detail=_words(what, detail, tongue),
        fact_language=language,
    ).values_list("fact_kind", "fact_key", "fact_what", "fact_detail", "footnote_id", "fact_language")
    return told


def _words(what: str, detail: str, tongue: str) -> Combinable:
    """The telling words as text: of a title in languages the best for the reader."""
    if not detail:
        return Value("", output_field=TextField())
    if what == "post":
        return Coalesce(
            *(KT(f"{detail}__versions__{lang}__text") for lang in FALLBACKS[tongue]),
            Value(""),
            output_field=TextField(),
        )
    return Cast(F(detail), TextField())
