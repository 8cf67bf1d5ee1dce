"""What reading a file has to remember, and the parts of its tree: fields of a mapping, items of a list."""

import dataclasses
from dataclasses import dataclass
from typing import Any

import yaml

from interlocal.ground.entries import Cite, Mark
from interlocal.ground.texts import State
from interlocal.ops.loading.problems import Problem

_FOUND: dict[type[yaml.Node], str] = {yaml.MappingNode: "{…}", yaml.SequenceNode: "[…]"}


@dataclass(slots=True)
class Reference:
    """A place that names another entry; whether that exists is seen when everything is read."""

    mark: Mark
    field: str
    kind: str
    id: str


@dataclass(slots=True)
class Context:
    """What holds for everything in a file, or below an entry: languages and citations to inherit, and where
    problems and references are collected.
    """

    file: str
    problems: list[Problem]
    references: list[Reference]
    original: str = "en"
    translations: State = "human"
    cite: tuple[Cite, ...] = ()

    def mark(self, node: yaml.Node) -> Mark:
        return Mark(self.file, node.start_mark.line + 1)

    def problem(self, node: yaml.Node, name: str, code: str, /, **values: Any) -> None:
        self.problems.append(Problem(self.mark(node), name, code, values))

    def citing(self, cite: tuple[Cite, ...]) -> "Context":
        return dataclasses.replace(self, cite=cite)


class Unread(Exception):
    """A value that could not be read; the problem is already noted."""


def parts_of(
    node: yaml.MappingNode, context: Context, *, known: tuple[str, ...] = ()
) -> dict[str, yaml.Node]:
    """The fields of a mapping by name; repeated ones and those not `known` (empty: any) are problems."""
    parts: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            context.problem(key, "", "not_text", found=found(key))
        elif known and key.value not in known:
            context.problem(key, key.value, "unknown_field", name=clipped(key.value), known=", ".join(known))
        elif key.value in parts:
            context.problem(key, key.value, "duplicate_field", name=clipped(key.value))
        else:
            parts[key.value] = value
    return parts


def items_of(node: yaml.Node, name: str, context: Context) -> list[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if is_null(node):
        return []
    context.problem(node, name, "not_a_list", found=found(node))
    return []


def is_null(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def found(node: yaml.Node) -> str:
    return _FOUND.get(type(node)) or clipped(f"“{node.value}”")


def clipped(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
