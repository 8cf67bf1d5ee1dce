"""What the registry says on the strength of given footnotes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, Protocol

from django.db.models import CharField, F, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce

from interlocal.ground.prepared import one_of, prepared
from interlocal.ground.tongues import FALLBACKS, TONGUES
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


MOST = 200

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


class FactsOn(Protocol):
    def __call__(
        self, *, footnotes: Sequence[int], tongue: str, start: int = 0, size: int = MOST
    ) -> tuple[int, list[RestingFact]]: ...


def facts_by(every: Callable[[str, Sequence[int] | None], "QuerySet[Any, Any]"]) -> FactsOn:
    """The question a room answers of its facts. `every` gives all of them on some footnotes, in a language; None for
    the footnotes leaves a place for them in a prepared query.
    """
    first = {
        tongue: prepared(partial(lambda tongue: every(tongue, None)[: MOST + 1], tongue))
        for tongue in TONGUES
    }

    def facts_on(
        *, footnotes: Sequence[int], tongue: str, start: int = 0, size: int = MOST
    ) -> tuple[int, list[RestingFact]]:
        """How many facts rest on these footnotes, and those from `start` on, by subject.

        One query where there are no more than MOST, else two.
        """
        if start == 0:
            found = first[tongue](footnotes)
            if len(found) <= MOST:
                return len(found), [RestingFact(*row) for row in found[:size]]
        rows = every(tongue, footnotes)
        total = rows.count()
        if total <= start or size <= 0:
            return total, []
        return total, [RestingFact(*row) for row in rows[start : start + size]]

    return facts_on


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
    footnotes: Sequence[int] | None,
    tongue: str,
) -> QuerySet[Any, Any]:
    language = Cast(F("language"), TextField()) if what == "name" else Value("", output_field=TextField())
    these = one_of("footnote_id") if footnotes is None else Q(footnote__in=footnotes)
    rows = model._default_manager.filter(these).order_by()
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
