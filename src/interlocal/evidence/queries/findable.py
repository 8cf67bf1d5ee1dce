"""Sources and claims as search finds them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils import translation

from interlocal.evidence.kinds import Attribute, Qualifier
from interlocal.evidence.models import Claim, Source
from interlocal.ground.findable import Findable, Form, forms_of_text, label_of_shown, label_of_text, once
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import TONGUES

KINDS = ("source", "claim")


def findable(*, kinds: Iterable[str] = KINDS, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    """Sources by title, publisher and note; claims by what they say. One query a kind."""
    if "source" in kinds:
        yield from _sources(keys)
    if "claim" in kinds:
        yield from _claims(keys)


def depending_on(*, kind: str, keys: Sequence[str]) -> list[tuple[str, str]]:
    """What is claimed of a subject is told of by the lines about that subject."""
    if not keys:
        return []
    found = Claim.objects.filter(subject_kind=kind, subject_key__in=keys).order_by("id")
    return [("claim", str(number)) for number in found.values_list("id", flat=True)]


def _sources(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Source.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(slug__in=keys)
    for slug, title, publisher, note, published_on in rows.values_list(
        "slug", "title", "publisher", "note", "published_on"
    ):
        yield Findable(
            "source",
            slug,
            label_of_text(title),
            once(forms_of_text(title)),
            once(forms_of_text(publisher)),
            day=published_on.first if published_on else None,
            texts=once(forms_of_text(note)),
            years=(published_on.year,) if published_on else (),
        )


_COLUMNS = (
    "id", "subject_kind", "subject_key", "attribute", "part", "value", "number", "qualifier", "text", "note", "as_of",
)  # fmt: skip


def _claims(keys: Sequence[str] | None) -> Iterator[Findable]:
    rows = Claim.objects.order_by("id")
    if keys is not None:
        rows = rows.filter(id__in=[int(key) for key in keys if key.isdecimal()])
    for number, kind, key, attribute, part, value, amount, qualifier, text, note, as_of in rows.values_list(
        *_COLUMNS
    ):
        said = _said(value, amount, part)
        titles = [_title(tongue, attribute, qualifier, said) for tongue in TONGUES] if text is None else []
        yield Findable(
            "claim",
            str(number),
            label_of_shown(titles) if text is None else label_of_text(text),
            once([*(Form(title.text, title.lang) for title in titles), *forms_of_text(text)]),
            day=as_of.first if as_of else None,
            texts=once(forms_of_text(note)),
            bodies=(key,) if kind == "body" else (),
            topics=(key,) if kind == "topic" else (),
            years=(as_of.year,) if as_of else (),
            home=(kind, key),
        )


def _said(value: str, amount: Decimal | None, part: str) -> str:
    said = value or ("" if amount is None else f"{amount.normalize():f}")
    return f"{part} {said}".strip()


def _title(tongue: str, attribute: str, qualifier: str, said: Any) -> Shown:
    with translation.override(tongue.lower()):
        words = [str(Attribute(attribute).label)]
        about = str(Qualifier(qualifier).label) if qualifier else ""
    colon = "：" if tongue in ("ja", "zh-Hans") else ": "
    return Shown(f"{words[0]}{colon}{' '.join(part for part in (about, said) if part)}", tongue)
