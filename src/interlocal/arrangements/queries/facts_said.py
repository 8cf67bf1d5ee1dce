"""What the secretariat keeps beside programme and people: places, seatings, words, spending, photographs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, OuterRef
from django.db.models.functions import Cast, JSONObject

from interlocal.arrangements.models import Cost, Photo, Placing, Seating, Words
from interlocal.arrangements.rules.facts import Placed, Said, SeatingFacts, Spent, Taken
from interlocal.delegations.models import Preparation
from interlocal.delegations.queries.order_listed import Listed
from interlocal.ground.texts import Localised, from_json

_SEATING: Final = ("id", "title", "item_id", "shape", "rule", "viewpoint", "options", "swaps")
_WORDS: Final = ("kind", "title", "text", "speaker", "contact", "item_id")


@dataclass(frozen=True, slots=True)
class Kept:
    placed: tuple[Placed, ...] = ()
    seatings: tuple[SeatingFacts, ...] = ()
    words: tuple[Said, ...] = ()
    costs: tuple[Spent, ...] = ()
    photos: tuple[Taken, ...] = ()


NOTHING: Final = Kept()


def kept(found: Preparation, rows: Iterable[Listed], *, with_photos: bool) -> Kept:
    """Places of those who come, and the rest. Three queries. Only within the wall of the secretariat."""
    seatings, words, costs = _texts(found)
    return Kept(
        placed=_placed(found, {one.pk: str(one.key) for row in rows for one in row.delegates}),
        seatings=tuple(_seating(one) for one in seatings),
        words=tuple(_said(one) for one in words),
        costs=tuple(_spent(one) for one in costs),
        photos=tuple(_photos(found)) if with_photos else (),
    )


def _texts(found: Preparation) -> tuple[list[dict[str, Any]], ...]:
    """Seatings, words and costs as plain rows, all three in one query."""
    of = {"preparation": OuterRef("pk")}
    seatings = Seating.objects.filter(**of).values(one=_columns(*_SEATING))
    words = Words.objects.filter(**of).values(one=_columns(*_WORDS))
    # A JSON number would come back as a float.
    costs = Cost.objects.filter(**of).values(
        one=_columns("title", "currency", "note", amount=Cast("amount", CharField()))
    )
    rows = Preparation.objects.filter(pk=found.pk).values_list(
        ArraySubquery(seatings.order_by("item_id", "pk")),
        ArraySubquery(words.order_by("kind", "position", "pk")),
        ArraySubquery(costs.order_by("position", "pk")),
    )
    return tuple(rows.get())


def _columns(*names: str, **others: Any) -> JSONObject:
    return JSONObject(**{name: name for name in names}, **others)


def _placed(found: Preparation, keys: Mapping[int, str]) -> tuple[Placed, ...]:
    """`keys` by row id, in the order of the list; whoever does not come has no place."""
    rows = (
        Placing.objects.filter(preparation=found)
        .order_by("resource__position", "resource_id", "item_id")
        .values_list("resource_id", "item_id", "delegate_id")
    )
    people: dict[tuple[int, int | None], set[int]] = {}
    for resource, item, delegate in rows:
        people.setdefault((resource, item), set()).add(delegate)
    order = {delegate: at for at, delegate in enumerate(keys)}
    return tuple(
        Placed(
            resource, item, tuple(keys[one] for one in sorted(inside & keys.keys(), key=order.__getitem__))
        )
        for (resource, item), inside in people.items()
    )


def _seating(one: dict[str, Any]) -> SeatingFacts:
    return SeatingFacts(
        id=one["id"],
        title=from_json(one["title"]),
        item=one["item_id"],
        shape=one["shape"],
        rule=one["rule"],
        viewpoint=one["viewpoint"],
        options=one["options"],
        swaps=tuple((int(a), int(b), str(reason), str(by)) for a, b, reason, by in one["swaps"]),
    )


def _said(one: dict[str, Any]) -> Said:
    title, text, speaker = (_text(one[name]) for name in ("title", "text", "speaker"))
    return Said(one["kind"], title, text, speaker, one["contact"], one["item_id"])


def _spent(one: dict[str, Any]) -> Spent:
    amount = one["amount"]
    return Spent(
        from_json(one["title"]), None if amount is None else Decimal(amount), one["currency"], one["note"]
    )


def _text(value: dict[str, Any] | None) -> Localised | None:
    return from_json(value) if value else None


def _photos(found: Preparation) -> Iterable[Taken]:
    for one in Photo.objects.filter(preparation=found):
        yield Taken(bytes(one.content), one.kind, one.alt, one.caption, one.item_id)
