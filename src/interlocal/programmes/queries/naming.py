"""How series, editions, places and topics are called by other pages; and how active bodies are."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, IntegerField, Model, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from interlocal.ground import labels
from interlocal.ground.prepared import date_in, printed
from interlocal.ground.texts import Shown, from_json
from interlocal.programmes.kinds import HOSTS, State
from interlocal.programmes.models import BodyParticipation, Edition, Place, Series, Topic
from interlocal.programmes.queries.rows import title_of

_MODELS: dict[str, type[Model]] = {"series": Series, "place": Place, "topic": Topic, "edition": Edition}


def names_of(*, subjects: Iterable[tuple[str, str]], tongue: str) -> dict[tuple[str, str], Shown]:
    """Names by (kind, slug); kinds of other rooms are left out. One query."""
    wanted: dict[str, set[str]] = {}
    for kind, key in subjects:
        if kind in _MODELS:
            wanted.setdefault(kind, set()).add(key)
    if not wanted:
        return {}
    first, *rest = (_told(kind, keys) for kind, keys in wanted.items())
    found: dict[tuple[str, str], Shown] = {}
    for kind, slug, label, title, ordinal, day in first.union(*rest, all=True):
        name, text = json.loads(label), from_json(json.loads(title)) if title else None
        found[kind, slug] = (
            title_of(text, name, ordinal, date_in(day), tongue)
            if kind == "edition"
            else labels.shown(name, tongue)
        )
    return found


def _told(kind: str, keys: Iterable[str]) -> "QuerySet[Any, Any]":
    """Kind, slug, label, and what an edition's title is made of: its own, its number, its day."""
    rows = _MODELS[kind]._default_manager.filter(slug__in=keys).order_by()
    named = Value(kind, TextField()), "slug"
    told: QuerySet[Any, Any]
    if kind == "edition":
        day = Coalesce(printed("from_on"), printed("planned_from_on"))
        told = rows.values_list(*named, printed("series__label"), printed("title"), "ordinal", day)
        return told
    none = Value(None, TextField())
    number = Cast(Value(None), IntegerField())
    told = rows.values_list(*named, printed("label"), none, number, none)
    return told


def activity_of_bodies(*, slugs: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Held editions that each body hosted, and attended otherwise; bodies without any are left out."""
    held = BodyParticipation.objects.filter(body__slug__in=slugs, edition__state=State.HELD).order_by()
    counts = held.values("body__slug").annotate(
        hosted=Count("edition", filter=Q(capacity__in=HOSTS), distinct=True),
        every=Count("edition", distinct=True),
    )
    return {
        slug: (hosted, every - hosted)
        for slug, hosted, every in counts.values_list("body__slug", "hosted", "every")
    }
