"""From files to marked trees: sizes, encodings and YAML itself are checked here, before any meaning."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from interlocal.ground.entries import Mark
from interlocal.ops.loading.encodings import guessed
from interlocal.ops.loading.problems import Problem, Unloadable

LIMIT = 20 * 1024 * 1024
DEEPEST = 20

# YAML's own line ends and tabs aside, no control character means anything in a record file.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tree:
    """One file, read: its name for people, and the root of its YAML."""

    name: str
    root: yaml.Node


def found_files(path: Path) -> list[Path]:
    """The record files at a path, in a stable order; Unloadable when there is none."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise Unloadable([Problem(Mark(str(path), 0), "", "not_there")])
    files = sorted(
        file for file in path.rglob("*") if file.suffix in {".yaml", ".yml", ".json"} and file.is_file()
    )
    if not files:
        raise Unloadable([Problem(Mark(str(path), 0), "", "nothing_here")])
    return files


def read(path: Path) -> tuple[list[Tree], list[Problem]]:
    """Every file below `path` as a tree; a file with problems is left out and its problems are returned."""
    trees: list[Tree] = []
    problems: list[Problem] = []
    base = path if path.is_dir() else path.parent
    for file in found_files(path):
        name = str(file.relative_to(base))
        try:
            trees.append(_tree(name, _text(name, file)))
        except Unloadable as unloadable:
            problems.extend(unloadable.problems)
    return trees, problems


def _tree(name: str, text: str) -> Tree:
    root = _parsed(name, text)
    if root is None:
        raise Unloadable([Problem(Mark(name, 1), "record", "missing", {"name": "record"})])
    return Tree(name, root)


def _text(name: str, file: Path) -> str:
    try:
        raw = file.read_bytes() if (size := file.stat().st_size) <= LIMIT else b""
    except OSError as error:
        raise Unloadable([Problem(Mark(name, 0), "", "unreadable", {"detail": error.strerror})]) from None
    if size > LIMIT:
        values = {"size": -(-size // 1048576), "limit": LIMIT // 1048576}
        raise Unloadable([Problem(Mark(name, 0), "", "too_large", values)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unloadable([_not_utf8(name, raw, error.start)]) from None
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        code = f"{ord(control.group()):04X}"
        raise Unloadable([Problem(Mark(name, line), "", "control_character", {"code": code})])
    return text


def _not_utf8(name: str, raw: bytes, position: int) -> Problem:
    line = raw.count(b"\n", 0, position) + 1
    values: dict[str, Any] = {"byte": f"0x{raw[position]:02X}", "position": position}
    guess = guessed(raw)
    if guess is None:
        return Problem(Mark(name, line), "", "not_utf8_unknown", values)
    return Problem(Mark(name, line), "", "not_utf8", {**values, "guess": guess})


def _parsed(name: str, text: str) -> yaml.Node | None:
    try:
        _refuse_bombs(name, text)
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        detail = error.problem or error.context or ""
        raise Unloadable([Problem(Mark(name, line), "", "bad_yaml", {"detail": detail})]) from None
    except yaml.YAMLError as error:
        raise Unloadable([Problem(Mark(name, 0), "", "bad_yaml", {"detail": str(error)})]) from None


def _refuse_bombs(name: str, text: str) -> None:
    """Aliases could make a small file huge, and deep nesting could exhaust the stack: both are refused while
    still events.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        mark = Mark(name, event.start_mark.line + 1 if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unloadable([Problem(mark, "", "alias")])
        depth += _step(event)
        if depth > DEEPEST:
            raise Unloadable([Problem(mark, "", "too_deep", {"limit": DEEPEST})])


def _step(event: yaml.Event) -> int:
    if isinstance(event, yaml.CollectionStartEvent):
        return 1
    return -1 if isinstance(event, yaml.CollectionEndEvent) else 0
