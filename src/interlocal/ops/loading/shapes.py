"""The shape of record files: which lists a file has, and reading a marked tree into the entries of the rooms.

Entries are dataclasses; their type hints are the schema. Nothing here knows what a body or an edition is.
"""

import dataclasses
import enum
import functools
import re
import types
import typing
from dataclasses import dataclass, field
from typing import Annotated, Any

import yaml

from interlocal.evidence.entries import SourceEntry
from interlocal.ground.entries import AtMost, Entry, Looks, Mark, RecordName, Refers, Stated, Within, written
from interlocal.ops.loading.context import (
    Context,
    Reference,
    Unread,
    clipped,
    found,
    is_null,
    items_of,
    parts_of,
)
from interlocal.ops.loading.files import Tree
from interlocal.ops.loading.problems import Problem
from interlocal.ops.loading.values import READERS, choice_of, cites_of, language_of, localised_of, state_of
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


@dataclass(slots=True)
class Files:
    """All entries of all files, by kind, with what was found wrong so far."""

    record: str = ""
    entries: dict[str, list[Any]] = field(default_factory=lambda: {kind: [] for kind, _ in LISTS.values()})
    # Entries that could not be read: no use to anybody, but what refers to them is not wrong for that.
    broken: set[tuple[str, str]] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_trees(trees: list[Tree]) -> Files:
    files = Files()
    for tree in trees:
        _read_tree(tree, files)
    return files


def _read_tree(tree: Tree, files: Files) -> None:
    context = Context(tree.name, files.problems, files.references)
    if not isinstance(tree.root, yaml.MappingNode):
        context.problem(tree.root, "", "not_a_mapping", found=found(tree.root))
        return
    parts = parts_of(tree.root, context, known=("record", "defaults", *LISTS))
    _read_record(parts, files, context)
    context = _with_defaults(parts.get("defaults"), context)
    for name, (kind, shape) in LISTS.items():
        if (node := parts.get(name)) is None:
            continue
        for item in items_of(node, name, context):
            try:
                files.entries[kind].append(read_entry(shape, item, context, name))
            except Unread:
                files.broken.add((kind, _id_of(item)))


def _id_of(item: yaml.Node) -> str:
    """The id of an entry of which nothing else may be readable."""
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    return next((str(value.value) for key, value in pairs if key.value == "id"), "")


def _read_record(parts: dict[str, yaml.Node], files: Files, context: Context) -> None:
    node = parts.get("record")
    if node is None:
        context.problems.append(Problem(Mark(context.file, 1), "record", "missing", {"name": "record"}))
        return
    try:
        name = read_value(RecordName, node, "record", context)
    except Unread:
        return
    if files.record and files.record != name:
        context.problem(node, "record", "other_record", name=name, other=files.record)
    files.record = files.record or name


def _with_defaults(node: yaml.Node | None, context: Context) -> Context:
    if node is None or is_null(node):
        return context
    if not isinstance(node, yaml.MappingNode):
        context.problem(node, "defaults", "not_a_mapping", found=found(node))
        return context
    values: dict[str, Any] = {}
    for name, part in parts_of(node, context, known=("cite", "original", "translations")).items():
        try:
            values[name] = _default(name, part, context)
        except Unread:
            continue
    return dataclasses.replace(context, **values)


def _default(name: str, node: yaml.Node, context: Context) -> Any:
    if name == "cite":
        return cites_of(node, context)
    return state_of(node, context) if name == "translations" else language_of(node, name, context)


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
    """One entry, or Unread when a needed field is missing or unreadable; every problem is noted."""
    node = _bare(shape, node, context, name)
    known = fields_of(shape)  # type: ignore[arg-type]  # a class has a hash, though its instances have none
    cites = ("cite",) if issubclass(shape, Stated) else ()
    parts = parts_of(node, context, known=(*(each.written for each in known), *cites))
    if cites:
        context = _resting(parts.get("cite"), node, context, name)
    values, whole = _values(known, parts, node, context)
    if not whole:
        raise Unread
    if cites:
        values["cite"] = context.cite
    marks = {each.name: context.mark(parts[each.written]) for each in known if each.written in parts}
    return _finished(shape(mark=context.mark(node), marks=marks, **values), parts, context)


def _resting(cite: yaml.Node | None, node: yaml.Node, context: Context, name: str) -> Context:
    """The context with the entry's own citations, if it has some; a fact that finds none is a problem."""
    if cite is not None:
        try:
            context = context.citing(cites_of(cite, context))
        except Unread:
            return context
    if not context.cite:
        context.problem(node, name, "no_source")
    return context


def _bare(shape: type[Entry], node: yaml.Node, context: Context, name: str) -> yaml.MappingNode:
    if isinstance(node, yaml.MappingNode):
        return node
    if shape.BARE and isinstance(node, yaml.ScalarNode):
        key = yaml.ScalarNode("tag:yaml.org,2002:str", shape.BARE, node.start_mark, node.end_mark)
        return yaml.MappingNode("tag:yaml.org,2002:map", [(key, node)], node.start_mark, node.end_mark)
    context.problem(node, name, "not_a_mapping", found=found(node))
    raise Unread


def _values(
    known: tuple[_Field, ...], parts: dict[str, yaml.Node], node: yaml.Node, context: Context
) -> tuple[dict[str, Any], bool]:
    values: dict[str, Any] = {}
    whole = True
    for each in known:
        part = parts.get(each.written)
        if part is None or (is_null(part) and not each.needed):
            if each.needed:
                context.problem(node, each.written, "missing", name=each.written)
                whole = False
            continue
        try:
            values[each.name] = read_value(each.hint, part, each.written, context)
        except Unread:
            whole = whole and not each.needed
    return values, whole


def _finished(entry: Entry, parts: dict[str, yaml.Node], context: Context) -> Entry:
    """A claim of the attribute `other` has a text in languages as its value."""
    if getattr(entry, "attribute", None) == "other" and "value" in parts:
        entry.text = localised_of(parts["value"], "value", context)  # type: ignore[attr-defined]  # a ClaimEntry
        entry.value = ""  # type: ignore[attr-defined]  # a ClaimEntry
    return entry


def read_value(hint: Any, node: yaml.Node, name: str, context: Context) -> Any:
    """A node as the value its type hint asks for; Unread after noting the problem."""
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
        return choice_of(hint, node, name, context)
    return READERS[hint](node, name, context)


def _without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return next(arg for arg in typing.get_args(hint) if arg is not type(None))
    return hint


def _annotated(hint: Any, node: yaml.Node, name: str, context: Context) -> Any:
    base, *notes = typing.get_args(hint)
    value = READERS[base](node, name, context)
    for note in notes:
        if isinstance(note, Refers):
            context.references.append(Reference(context.mark(node), name, note.kind, value))
        elif isinstance(note, Looks) and not re.fullmatch(note.pattern, value):
            context.problem(node, name, note.code, found=clipped(value))
            raise Unread
        elif isinstance(note, AtMost) and len(value) > note.limit:
            context.problem(node, name, "too_long", length=len(value), limit=note.limit)
            raise Unread
        elif isinstance(note, Within) and not note.low <= value <= note.high:
            context.problem(node, name, "out_of_range", found=value, low=note.low, high=note.high)
            raise Unread
    return value


def _list(hint: Any, node: yaml.Node, name: str, context: Context) -> list[Any]:
    values = []
    # One parent of a body needs no list: `within: gyeongbuk`.
    alone = isinstance(node, yaml.ScalarNode) and not is_null(node) and bool(getattr(hint, "BARE", ""))
    for item in [node] if alone else items_of(node, name, context):
        try:
            values.append(read_value(hint, item, name, context))
        except Unread:
            continue
    return values


def _point(hints: tuple[Any, ...], node: yaml.Node, name: str, context: Context) -> tuple[Any, ...]:
    if not isinstance(node, yaml.SequenceNode) or len(node.value) != len(hints):
        context.problem(node, name, "not_a_point")
        raise Unread
    return tuple(read_value(hint, item, name, context) for hint, item in zip(hints, node.value, strict=True))
