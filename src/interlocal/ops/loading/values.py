"""Single values of record files: a node of the tree as text, number, date, text in languages or citation.

Each reader takes the node, the name of its field and the context, and raises Unread after noting the problem.
"""

import enum
import re
import typing
from collections.abc import Callable
from datetime import time
from typing import Any, TypeVar

import yaml

from interlocal.ground.dates import ImpossibleDate, PartialDate, Span
from interlocal.ground.entries import Cite
from interlocal.ground.texts import Localised, State, Version
from interlocal.ops.loading.context import Context, Reference, Unread, clipped, found, is_null, parts_of

TEXT_LIMIT = 4000
V = TypeVar("V")
_CITE = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:\s*§\s*(.{1,200}))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?")


def text_of(node: yaml.Node, name: str, context: Context) -> str:
    if not isinstance(node, yaml.ScalarNode):
        context.problem(node, name, "not_text", found=found(node))
        raise Unread
    if is_null(node) or not node.value.strip():
        context.problem(node, name, "empty")
        raise Unread
    if len(node.value) > TEXT_LIMIT:
        context.problem(node, name, "too_long", length=len(node.value), limit=TEXT_LIMIT)
        raise Unread
    return str(node.value)


def _integer(node: yaml.Node, name: str, context: Context) -> int:
    text = text_of(node, name, context)
    if not re.fullmatch(r"-?[0-9]{1,12}", text):
        context.problem(node, name, "not_a_number", found=clipped(text))
        raise Unread
    return int(text)


def _decimal(node: yaml.Node, name: str, context: Context) -> float:
    text = text_of(node, name, context)
    if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", text):
        context.problem(node, name, "not_a_decimal", found=clipped(text))
        raise Unread
    return float(text)


def _boolean(node: yaml.Node, name: str, context: Context) -> bool:
    text = text_of(node, name, context)
    if text not in {"true", "false"}:
        context.problem(node, name, "not_true_or_false", found=clipped(text))
        raise Unread
    return text == "true"


def _date(node: yaml.Node, name: str, context: Context) -> PartialDate:
    return _parsed(PartialDate.parse, "impossible_date", node, name, context)


def _span(node: yaml.Node, name: str, context: Context) -> Span:
    return _parsed(Span.parse, "impossible_span", node, name, context)


def _time(node: yaml.Node, name: str, context: Context) -> time:
    return _parsed(_clock, "impossible_time", node, name, context)


def _clock(text: str) -> time:
    """Hours and minutes only: Python's own reader would take seconds, zones and bare hours too."""
    if not re.fullmatch(r"[0-9]{2}:[0-9]{2}", text):
        raise ValueError(text)
    return time.fromisoformat(text)


def _parsed(parse: Callable[[str], V], code: str, node: yaml.Node, name: str, context: Context) -> V:
    text = text_of(node, name, context)
    try:
        return parse(text)
    except (ImpossibleDate, ValueError):
        context.problem(node, name, code, found=clipped(text))
        raise Unread from None


def choice_of(choices: type[enum.Enum], node: yaml.Node, name: str, context: Context) -> Any:
    value = text_of(node, name, context)
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(str(choice.value) for choice in choices)
        context.problem(node, name, "not_one_of", found=clipped(value), known=known)
        raise Unread from None


def state_of(node: yaml.Node, context: Context) -> State:
    value = text_of(node, "state", context)
    if value not in {"human", "machine", "outdated"}:
        context.problem(node, "state", "bad_state_of_text", found=clipped(value))
        raise Unread
    return typing.cast(State, value)


def localised_of(node: yaml.Node, name: str, context: Context) -> Localised:
    if isinstance(node, yaml.ScalarNode):
        text = text_of(node, name, context)
        return Localised(context.original, 1, {context.original: Version(text, "original", 1)})
    if not isinstance(node, yaml.MappingNode):
        context.problem(node, name, "not_text", found=found(node))
        raise Unread
    parts = parts_of(node, context)
    original = language_of(parts.pop("original"), name, context) if "original" in parts else context.original
    versions = _versions(parts, original, name, context)
    if original not in parts:
        context.problem(node, name, "no_original", lang=original)
    if len(versions) < len(parts) or original not in versions:
        raise Unread
    return Localised(original, 1, versions)


def language_of(node: yaml.Node, name: str, context: Context) -> str:
    code = text_of(node, name, context)
    if not _LANGUAGE.fullmatch(code):
        context.problem(node, name, "bad_language", found=clipped(code))
        raise Unread
    return code


def _versions(parts: dict[str, yaml.Node], original: str, name: str, context: Context) -> dict[str, Version]:
    """The versions that can be read; what is wrong with the others is noted."""
    versions: dict[str, Version] = {}
    for lang, part in parts.items():
        if not _LANGUAGE.fullmatch(lang):
            context.problem(part, name, "bad_language", found=clipped(lang))
            continue
        try:
            versions[lang] = _version(lang == original, part, name, context)
        except Unread:
            continue
    return versions


def _version(is_original: bool, node: yaml.Node, name: str, context: Context) -> Version:
    state: State = context.translations
    if isinstance(node, yaml.MappingNode):
        parts = parts_of(node, context, known=("text", "state"))
        if "text" not in parts:
            context.problem(node, name, "missing", name="text")
            raise Unread
        state = state_of(parts["state"], context) if "state" in parts and not is_original else state
        node = parts["text"]
    text = text_of(node, name, context)
    if is_original:
        return Version(text, "original", 1)
    return Version(text, "human", 0) if state == "outdated" else Version(text, state, 1)


def cites_of(node: yaml.Node, context: Context) -> tuple[Cite, ...]:
    """Every citation; those that cannot be read are noted, and then there are none."""
    cites = []
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for each in nodes:
        try:
            cites.append(_cite(each, context))
        except Unread:
            continue
    if len(cites) < len(nodes):
        raise Unread
    return tuple(cites)


def _cite(node: yaml.Node, context: Context) -> Cite:
    text = text_of(node, "cite", context)
    match = _CITE.fullmatch(text.strip())
    if match is None:
        context.problem(node, "cite", "bad_cite", found=clipped(text))
        raise Unread
    context.references.append(Reference(context.mark(node), "cite", "source", match[1]))
    return Cite(match[1], match[2] or "")


def _anything(node: yaml.Node, name: str, context: Context) -> Any:
    return node.value if isinstance(node, yaml.ScalarNode) else None


READERS: dict[Any, Callable[[yaml.Node, str, Context], Any]] = {
    str: text_of,
    int: _integer,
    float: _decimal,
    bool: _boolean,
    time: _time,
    PartialDate: _date,
    Span: _span,
    Localised: localised_of,
    Any: _anything,
}
