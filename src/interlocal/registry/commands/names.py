"""Rows of names, and the label and sort keys worked out from them."""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import models

from interlocal.evidence.commands import Ledger
from interlocal.ground.labels import label_of, shown
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES
from interlocal.languages.scripts import script_of
from interlocal.languages.sorting import sort_key
from interlocal.registry.entries import NameEntry
from interlocal.registry.models import Labelled, Name

N = TypeVar("N", bound=Name)


def rows(model: type[N], owner: str, owner_id: int, entries: Sequence[NameEntry], ledger: Ledger) -> list[N]:
    """The rows of one subject's names. `owner` is the foreign key, such as `body_id`."""
    return [
        model(
            **{owner: owner_id},
            **_own_fields(model, entry),
            language=entry.lang,
            script=entry.script or script_of(entry.text),
            kind=entry.kind,
            text=entry.text,
            machine=entry.machine,
            from_on=entry.from_on,
            until_on=entry.until_on,
            position=position,
            footnote_id=ledger.note(entry.cite),
        )
        for position, entry in enumerate(entries)
    ]


def _own_fields(model: type[models.Model], entry: NameEntry) -> dict[str, Any]:
    names = {"family", "given", "own"} & {field.name for field in model._meta.concrete_fields}
    return {name: getattr(entry, name) for name in names}


class _NameOf:
    """An entry with the attribute names of a row, for the label."""

    def __init__(self, entry: NameEntry) -> None:
        self.language, self.kind, self.text = entry.lang, str(entry.kind), entry.text
        self.machine, self.from_on, self.until_on = entry.machine, entry.from_on, entry.until_on


def labelled(subject: Labelled, entries: Sequence[NameEntry]) -> None:
    """Set a subject's label and sort keys from its names."""
    _set(subject, label_of(_NameOf(entry) for entry in entries))


def labelled_by_text(subject: Labelled, names: Localised) -> None:
    """The same for subjects of our own vocabulary, whose names are one text in languages."""
    label: dict[str, Any] = {
        lang: {"official": [[version.text, None, None]]} for lang, version in names.versions.items()
    }
    for lang, version in names.versions.items():
        if version.state == "machine":
            label[lang]["official"][0].append(True)
    _set(subject, label)


def _set(subject: Labelled, label: dict[str, Any]) -> None:
    subject.label = label
    subject.sort_keys = {tongue: _key(label, tongue) for tongue in TONGUES}


def _key(label: dict[str, Any], tongue: str) -> str:
    name = shown(label, tongue)
    readings = label.get(name.lang, {}).get("reading", ())
    return sort_key(name.text, name.lang, readings[-1][0] if readings else None)
