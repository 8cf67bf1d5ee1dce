"""Which name to show: the label of a subject, by language and by day.

A subject's label is kept beside it as plain JSON, worked out from its rows of names when these change:
`{"ko": {"official": [["강원도", null, "2023-06-11"], ["강원특별자치도", "2023-06-11", null]], "short": []}}`;
each entry is text, first day, first day no longer. Machine-made spellings carry a fourth item, true.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import FALLBACKS, TONGUES

type_of_label = Mapping[str, Mapping[str, Sequence[Sequence[Any]]]]

# A body's own name in a language is better than one supplied for it, and that is better than a spelling
# worked out.
DISPLAYED = ("official", "supplied", "romanised", "short", "former")


class NameLike(Protocol):
    language: str
    kind: str
    text: str
    machine: bool
    from_on: PartialDate | None
    until_on: PartialDate | None


def label_of(names: Iterable[NameLike]) -> dict[str, dict[str, list[list[Any]]]]:
    """The label made of a subject's names, in their order."""
    label: dict[str, dict[str, list[list[Any]]]] = {}
    for name in names:
        entry: list[Any] = [name.text, _first(name.from_on), _first(name.until_on)]
        if name.machine:
            entry.append(True)
        label.setdefault(name.language, {}).setdefault(name.kind, []).append(entry)
    return label


def _first(day: PartialDate | None) -> str | None:
    return None if day is None else day.first.isoformat()


def shown(label: type_of_label, tongue: str, *, on: str | None = None, short: bool = False) -> Shown:
    """The name in force on the ISO day `on` (None: the latest), in the reader's language or the next best."""
    for lang in FALLBACKS.get(tongue, TONGUES):
        kinds = label.get(lang)
        if not kinds:
            continue
        for kind in ("short", *DISPLAYED) if short else DISPLAYED:
            if entry := _in_force(kinds.get(kind), on):
                return Shown(entry[0], lang, "machine" if len(entry) > 3 else "original")
    return Shown("", tongue)


def _in_force(entries: Sequence[Sequence[Any]] | None, on: str | None) -> Sequence[Any] | None:
    if not entries:
        return None
    if on is None:
        return next((entry for entry in entries if entry[2] is None), entries[-1])
    for entry in entries:
        if (entry[1] is None or entry[1] <= on) and (entry[2] is None or on < entry[2]):
            return entry
    # A name whose dates do not reach that far back is still the best there is.
    return entries[0] if entries[0][1] is None or on < entries[0][1] else entries[-1]
