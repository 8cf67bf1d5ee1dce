"""The shape of record files: which lists a file has, and reading a marked tree into the entries of the rooms.

Entries are dataclasses; their type hints are the schema. Nothing here knows what a body or an edition is.
"""

import dataclasses
import enum
import functools
import re
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import time
from typing import Annotated, Any

import yaml

from interlocal.evidence.entries import SourceEntry
from interlocal.ground.dates import ImpossibleDate, PartialDate, Span
from interlocal.ground.entries import Cite, Entry, Looks, Mark, Refers, Stated, Within, written
from interlocal.ground.texts import Localised, State, Version
from interlocal.ops.loading.files import Tree, fields
from interlocal.ops.loading.problems import Problem
from interlocal.programmes.entries import EditionEntry, PlaceEntry, SeriesEntry, TopicEntry
from interlocal.registry.entries import BodyEntry, PersonEntry, TieEntry

LISTS: dict[str, tuple[str, type[Entry]]] = {
    "sources": ("source", SourceEntry),
    "bodies": ("body", BodyEntry),
    "people": ("person", PersonEntry),
    "ties": ("tie", TieEntry),
    "places": ("place", PlaceEntry),
    "topics": ("topic", TopicEntry),
    "series": ("series", SeriesEntry),
    "editions": ("edition", EditionEntry),
}
TEXT_LIMIT = 4000
_CITE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s*§\s*(.{1,200}))?")
_FOUND = {yaml.MappingNode: "{…}", yaml.SequenceNode: "[…]"}


@dataclass(slots=True)
class Reference:
    """A place that names another entry; whether that exists is seen when everything is read."""

    mark: Mark
    field: str
    kind: str
    id: str


@dataclass(slots=True)
class Context:
    """What holds for everything in a file (or below an entry): languages and citations to inherit, problems to collect."""

    file: str
    problems: list[Problem]
    references: list[Reference]
    original: str = "en"
    translations: State = "human"
    cite: tuple[Cite, ...] = ()

    def mark(self, node: yaml.Node) -> Mark:
        return Mark(self.file, node.start_mark.line + 1)

    def problem(self, node: yaml.Node, name: str, code: str, **values: Any) -> None:
        self.problems.append(Problem(self.mark(node), name, code, values))

    def citing(self, cite: tuple[Cite, ...]) -> "Context":
        return dataclasses.replace(self, cite=cite)


@dataclass(slots=True)
class Files:
    """All entries of all files, by kind, with what was found wrong so far."""

    record: str = ""
    entries: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind, _ in LISTS.values()})
    references: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Bad(Exception):
    """A value that could not be read; the problem is already noted."""


def read_trees(trees: list[Tree]) -> Files:
    files = Files()
    for tree in trees:
        _read_tree(tree, files)
    return files


def _read_tree(tree: Tree, files: Files) -> None:
    context = Context(tree.name, files.problems, files.references)
    if not isinstance(tree.root, yaml.MappingNode):
        context.problem(tree.root, "", "not_a_mapping", found=_found(tree.root))
        return
    parts = _parts(tree.root, context, known=("record", "defaults", *LISTS))
    _read_record(parts, files, context)
    context = _with_defaults(parts.get("defaults"), context)
    for name, (kind, shape) in LISTS.items():
        if (node := parts.get(name)) is None:
            continue
        for item in _items(node, name, context):
            try:
                files.entries[kind].append(read_entry(shape, item, context, name))
            except _Bad:
                continue


def _read_record(parts: dict[str, yaml.Node], files: Files, context: Context) -> None:
    node = parts.get("record")
    if node is None:
        context.problems.append(Problem(Mark(context.file, 1), "record", "missing", {"name": "record"}))
        return
    try:
        name = _text(node, "record", context)
    except _Bad:
        return
    if files.record and files.record != name:
        context.problem(node, "record", "other_record", name=name, other=files.record)
    files.record = files.record or name


def _with_defaults(node: yaml.Node | None, context: Context) -> Context:
    if not isinstance(node, yaml.MappingNode):
        return context
    parts = _parts(node, context, known=("cite", "original", "translations"))
    try:
        if "original" in parts:
            context = dataclasses.replace(context, original=_text(parts["original"], "original", context))
        if "translations" in parts:
            context = dataclasses.replace(context, translations=_state(parts["translations"], context))
        if "cite" in parts:
            context = context.citing(_cites(parts["cite"], context))
    except _Bad:
        pass
    return context


def _parts(node: yaml.MappingNode, context: Context, *, known: tuple[str, ...]) -> dict[str, yaml.Node]:
    """The fields of a mapping by name; unknown and repeated ones are problems."""
    parts: dict[str, yaml.Node] = {}
    for key, value in fields(node):
        if key.value not in known:
            context.problem(key, key.value, "unknown_field", name=key.value, known=", ".join(known))
        elif key.value in parts:
            context.problem(key, key.value, "duplicate_field", name=key.value)
        else:
            parts[key.value] = value
    return parts


def _items(node: yaml.Node, name: str, context: Context) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if _is_null(node):
        return []
    context.problem(node, name, "not_a_list", found=_found(node))
    return []


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    written: str
    hint: Any
    needed: bool


@functools.cache
def fields_of(shape: type[Entry]) -> tuple[_Field, ...]:
    """The fields an entry may have in a file; `cite` and bookkeeping are handled apart."""
    hints = typing.get_type_hints(shape, include_extras=True)
    return tuple(
        _Field(
            each.name,
            written(each.name),
            hints[each.name],
            each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING,
        )
        for each in dataclasses.fields(shape)
        if each.name not in {"mark", "marks", "cite"} and not (each.name == "text" and "attribute" in hints)
    )


def read_entry(shape: type[Entry], node: yaml.Node, context: Context, name: str) -> Entry:
    """One entry, or _Bad when a needed field is missing or unreadable; every problem is noted."""
    node = _bare(shape, node, context, name)
    known = fields_of(shape)
    cites = issubclass(shape, Stated)
    parts = _parts(node, context, known=(*(each.written for each in known), *(("cite",) if cites else ())))
    if cites and "cite" in parts:
        context = context.citing(_cites(parts["cite"], context))
    if cites and not context.cite:
        context.problem(node, name, "no_source")
    values, whole = _values(known, parts, node, context)
    if not whole:
        raise _Bad
    if cites:
        values["cite"] = context.cite
    marks = {each.name: context.mark(parts[each.written]) for each in known if each.written in parts}
    return _finished(shape(mark=context.mark(node), marks=marks, **values), parts, context)


def _bare(shape: type[Entry], node: yaml.Node, context: Context, name: str) -> yaml.MappingNode:
    if isinstance(node, yaml.MappingNode):
        return node
    if shape.BARE and isinstance(node, yaml.ScalarNode):
        key = yaml.ScalarNode("tag:yaml.org,2002:str", shape.BARE, node.start_mark, node.end_mark)
        return yaml.MappingNode("tag:yaml.org,2002:map", [(key, node)], node.start_mark, node.end_mark)
    context.problem(node, name, "not_a_mapping", found=_found(node))
    raise _Bad


def _values(
    known: tuple[_Field, ...], parts: dict[str, yaml.Node], node: yaml.Node, context: Context
) -> tuple[dict[str, Any], bool]:
    values: dict[str, Any] = {}
    whole = True
    for each in known:
        part = parts.get(each.written)
        if part is None or (_is_null(part) and not each.needed):
            if each.needed:
                context.problem(node, each.written, "missing", name=each.written)
                whole = False
            continue
        try:
            values[each.name] = read_value(each.hint, part, each.written, context)
        except _Bad:
            whole = whole and not each.needed
    return values, whole


def _finished(entry: Entry, parts: dict[str, yaml.Node], context: Context) -> Entry:
    """A claim of the attribute `other` has a text in languages as its value."""
    if getattr(entry, "attribute", None) == "other" and "value" in parts:
        entry.text = _localised(parts["value"], "value", context)  # type: ignore[attr-defined]  # a ClaimEntry
        entry.value = ""  # type: ignore[attr-defined]  # a ClaimEntry
    return entry


def read_value(hint: Any, node: yaml.Node, name: str, context: Context) -> Any:
    """A node as the value its type hint asks for; _Bad after noting the problem."""
    hint = _without_none(hint)
    origin = typing.get_origin(hint)
    if origin is Annotated:
        return _annotated(hint, node, name, context)
    if origin is list:
        return _list(typing.get_args(hint)[0], node, name, context)
    if origin is tuple:
        return _point(typing.get_args(hint), node, name, context)
    if dataclasses.is_dataclass(hint) and issubclass(typing.cast(type, hint), Entry):
        return read_entry(typing.cast(type[Entry], hint), node, context, name)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _choice(hint, node, name, context)
    return _READERS[hint](node, name, context)


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def _annotated(hint: Any, node: yaml.Node, name: str, context: Context) -> Any:
    base, *notes = typing.get_args(hint)
    value = _READERS[base](node, name, context)
    for note in notes:
        if isinstance(note, Refers):
            context.references.append(Reference(context.mark(node), name, note.kind, value))
        elif isinstance(note, Looks) and not re.fullmatch(note.pattern, value):
            context.problem(node, name, note.code, found=_clipped(value), length=len(value))
            raise _Bad
        elif isinstance(note, Within) and not note.low <= value <= note.high:
            context.problem(node, name, "out_of_range", found=value, low=note.low, high=note.high)
            raise _Bad
    return value


def _list(hint: Any, node: yaml.Node, name: str, context: Context) -> list[Any]:
    values = []
    for item in _items(node, name, context):
        try:
            values.append(read_value(hint, item, name, context))
        except _Bad:
            continue
    return values


def _point(hints: tuple[Any, ...], node: yaml.Node, name: str, context: Context) -> tuple[Any, ...]:
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != len(hints):
        context.problem(node, name, "not_a_point")
        raise _Bad
    return tuple(read_value(hint, item, name, context) for hint, item in zip(hints, node.value, strict=True))


def _choice(choices: type[enum.Enum], node: yaml.Node, name: str, context: Context) -> Any:
    value = _text(node, name, context)
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(str(choice.value) for choice in choices)
        context.problem(node, name, "not_one_of", found=_clipped(value), known=known)
        raise _Bad from None


def _text(node: yaml.Node, name: str, context: Context) -> str:
    if not isinstance(node, yaml.ScalarNode):
        context.problem(node, name, "not_text", found=_found(node))
        raise _Bad
    if not node.value.strip():
        context.problem(node, name, "empty")
        raise _Bad
    if len(node.value) > TEXT_LIMIT:
        context.problem(node, name, "too_long", length=len(node.value))
        raise _Bad
    return str(node.value)


def _integer(node: yaml.Node, name: str, context: Context) -> int:
    text = _text(node, name, context)
    if not re.fullmatch(r"-?[0-9]{1,12}", text):
        context.problem(node, name, "not_a_number", found=_clipped(text))
        raise _Bad
    return int(text)


def _decimal(node: yaml.Node, name: str, context: Context) -> float:
    text = _text(node, name, context)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", text):
        context.problem(node, name, "not_a_decimal", found=_clipped(text))
        raise _Bad
    return float(text)


def _boolean(node: yaml.Node, name: str, context: Context) -> bool:
    text = _text(node, name, context)
    if text not in {"true", "false"}:
        context.problem(node, name, "not_true_or_false", found=_clipped(text))
        raise _Bad
    return text == "true"


def _date(node: yaml.Node, name: str, context: Context) -> PartialDate:
    return _parsed(PartialDate.parse, "impossible_date", node, name, context)


def _span(node: yaml.Node, name: str, context: Context) -> Span:
    return _parsed(Span.parse, "impossible_span", node, name, context)


def _time(node: yaml.Node, name: str, context: Context) -> time:
    return _parsed(time.fromisoformat, "impossible_time", node, name, context)


def _parsed(parse: Callable[[str], Any], code: str, node: yaml.Node, name: str, context: Context) -> Any:
    text = _text(node, name, context)
    try:
        return parse(text)
    except (ImpossibleDate, ValueError):
        context.problem(node, name, code, found=_clipped(text))
        raise _Bad from None


def _state(node: yaml.Node, context: Context) -> State:
    value = _text(node, "state", context)
    if value not in {"human", "machine", "outdated"}:
        context.problem(node, "state", "bad_state_of_text", found=_clipped(value))
        raise _Bad
    return typing.cast(State, value)


def _localised(node: yaml.Node, name: str, context: Context) -> Localised:
    if isinstance(node, yaml.ScalarNode):
        text = _text(node, name, context)
        return Localised(context.original, 1, {context.original: Version(text, "original", 1)})
    if not isinstance(node, yaml.MappingNode):
        context.problem(node, name, "not_text", found=_found(node))
        raise _Bad
    parts = dict((key.value, value) for key, value in fields(node))
    original = _text(parts.pop("original"), name, context) if "original" in parts else context.original
    for lang in [lang for lang in parts if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", lang)]:
        context.problem(parts.pop(lang), name, "bad_language", found=_clipped(lang))
    versions = {lang: _version(lang == original, part, name, context) for lang, part in parts.items()}
    if original not in versions:
        context.problem(node, name, "no_original", lang=original)
        raise _Bad
    return Localised(original, 1, versions)


def _version(is_original: bool, node: yaml.Node, name: str, context: Context) -> Version:
    state: State = context.translations
    if isinstance(node, yaml.MappingNode):
        parts = _parts(node, context, known=("text", "state"))
        if "text" not in parts:
            context.problem(node, name, "missing", name="text")
            raise _Bad
        state = _state(parts["state"], context) if "state" in parts and not is_original else state
        node = parts["text"]
    text = _text(node, name, context)
    if is_original:
        return Version(text, "original", 1)
    return Version(text, "human", 0) if state == "outdated" else Version(text, state, 1)


def _cites(node: yaml.Node, context: Context) -> tuple[Cite, ...]:
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(_cite(each, context) for each in nodes)


def _cite(node: yaml.Node, context: Context) -> Cite:
    text = _text(node, "cite", context)
    match = _CITE.fullmatch(text.strip())
    if match is None:
        context.problem(node, "cite", "bad_cite", found=_clipped(text))
        raise _Bad
    context.references.append(Reference(context.mark(node), "cite", "source", match[1]))
    return Cite(match[1], match[2] or "")


def _anything(node: yaml.Node, name: str, context: Context) -> Any:
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _found(node: yaml.Node) -> str:
    return _FOUND.get(type(node)) or _clipped(f"“{node.value}”")


def _clipped(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"


_READERS: dict[Any, Callable[[yaml.Node, str, Context], Any]] = {
    str: _text,
    int: _integer,
    float: _decimal,
    bool: _boolean,
    time: _time,
    PartialDate: _date,
    Span: _span,
    Localised: _localised,
    Any: _anything,
}
