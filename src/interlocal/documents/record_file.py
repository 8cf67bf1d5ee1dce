"""The whole record as one record file (docs/record.md), which `interlocal load` takes back unchanged."""

import dataclasses
import enum
import json
import re
from collections.abc import Callable, Iterator
from datetime import time
from decimal import Decimal
from typing import Any

from interlocal.evidence import queries as evidence
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.entries import Cite, Entry, written
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import TONGUES
from interlocal.programmes.queries.export import editions
from interlocal.programmes.queries.export import record as programmes
from interlocal.registry.queries.export import record as registry

PUBLIC = "public"
# JSON lets these stand in a string; YAML, which reads the file back, takes them for line ends or refuses.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def whole_record(*, record: str = PUBLIC) -> str:
    return "".join(whole_record_pieces(record=record))


def whole_record_pieces(*, record: str = PUBLIC) -> Iterator[str]:
    """The file in pieces, an entry each. One query a table; ids, citations and claims are kept in memory.

    Lists are in the record's order. To be read to the end by the thread that began: database cursors stay
    open between pieces.
    """
    with evidence.one_moment():
        yield f'{{\n"record": {_json(record)}'
        for name, entries in _lists(record):
            yield f',\n"{name}": ['
            mark = "\n"
            for entry in entries:
                yield f"{mark}{_json(_value(entry), indent=1)}"
                mark = ",\n"
            yield "\n]"
        yield "\n}\n"


def _lists(record: str) -> Iterator[tuple[str, Iterator[Entry]]]:
    yield "sources", evidence.source_entries(record=record)
    cites = evidence.citations()
    claims = evidence.claim_entries(cites=cites)
    yield "bodies", registry.body_entries(record=record, cites=cites, claims=claims)
    yield "people", registry.person_entries(record=record, cites=cites, claims=claims)
    yield "ties", registry.tie_entries(record=record, cites=cites, claims=claims)
    yield "places", programmes.place_entries(record=record, cites=cites)
    yield "topics", programmes.topic_entries(record=record)
    yield "series", programmes.series_entries(record=record, cites=cites, claims=claims)
    yield "editions", editions.edition_entries(record=record, cites=cites, claims=claims)


def _json(value: Any, *, indent: int | None = None) -> str:
    return _UNSAFE.sub(
        lambda found: f"\\u{ord(found.group()):04x}", json.dumps(value, ensure_ascii=False, indent=indent)
    )


# A post is held by one person unless its entry says otherwise; no other field is true by itself.
_TRUE_UNLESS_SAID = frozenset({"sole"})
_FIELDS: dict[type[Entry], tuple[tuple[str, str], ...]] = {}


def _fields(shape: type[Entry]) -> tuple[tuple[str, str], ...]:
    """The fields of an entry and what files call them; the citations last, as people write them."""
    names = [
        each.name for each in dataclasses.fields(shape) if each.name not in {"mark", "marks", "cite", "text"}
    ]
    if "attribute" not in names and "text" in shape.__dataclass_fields__:
        names.insert(1, "text")
    if "cite" in shape.__dataclass_fields__:
        names.append("cite")
    return tuple((name, written(name)) for name in names)


def _entry(entry: Entry) -> dict[str, Any]:
    values = {}
    shape = type(entry)
    if shape not in _FIELDS:
        _FIELDS[shape] = _fields(shape)
    for name, word in _FIELDS[shape]:
        value = getattr(entry, name)
        if value is None or value == "" or value == [] or (value is False and name not in _TRUE_UNLESS_SAID):
            continue
        values[word] = _value(value)
    if text := getattr(entry, "text", None) if "attribute" in values else None:
        values["value"] = _localised(text)
    return values


def _localised(text: Localised) -> dict[str, Any]:
    """The original first, then the four languages, then others; a human translation needs no mark."""
    langs = sorted(text.versions, key=lambda lang: (lang != text.original, _rank(lang), lang))
    values: dict[str, Any] = {"original": text.original}
    for lang in langs:
        version = text.versions[lang]
        state = text.state_of(version)
        values[lang] = (
            version.text if state in {"original", "human"} else {"text": version.text, "state": state}
        )
    return values


def _rank(lang: str) -> int:
    return TONGUES.index(lang) if lang in TONGUES else len(TONGUES)


def _cite(cite: Cite) -> str:
    return f"{cite.source} § {cite.place}" if cite.place else cite.source


def _time(value: time) -> str:
    return value.isoformat("minutes")


def _float(value: float) -> Any:
    """Never in powers of ten: the loader reads plain decimals, also in quotes."""
    if value.is_integer():
        return int(value)
    return format(Decimal(repr(value)), "f") if "e" in repr(value) else value


def _value(value: Any) -> Any:
    if isinstance(value, Entry):
        return _entry(value)
    if isinstance(value, list | tuple):
        return [_value(each) for each in value]
    if isinstance(value, enum.Enum):
        return value.value
    writer = _WRITERS.get(type(value))
    return writer(value) if writer else value


_WRITERS: dict[type, Callable[[Any], Any]] = {
    Localised: _localised,
    PartialDate: str,
    Span: str,
    Cite: _cite,
    time: _time,
    float: _float,
}
