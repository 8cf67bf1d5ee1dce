"""The documents that are written from the code: states, settings, commands, dependencies.

    python tools/documents.py write    write them
    python tools/documents.py check    fail where one differs from the code, or lacks an explanation

Needs no database and no settings. What the code cannot say of itself - what a variable is for, why a package
is there - stands in documents.toml beside this file; what is missing there, or no longer needed, fails.
So does a label of a choice that docs/words.md does not have.
"""

import argparse
import ast
import importlib
import importlib.metadata
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[1]
HEAD = "<!-- Written by `python tools/documents.py write`. Change the code, or tools/documents.toml. -->\n"
EXPLAINED: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


class UndocumentedError(Exception):
    """The code has what documents.toml does not explain, or the reverse; each argument is a sentence."""


def documents(root: Path = ROOT) -> dict[str, str]:
    """All generated documents by their path below `root`."""
    return {
        **{f"docs/states/{noun}.md": states(noun) for noun in _tables_of_moves(root)},
        "docs/settings.md": settings(root),
        "docs/commands.md": commands(),
        "docs/templates.md": templates(),
        "docs/dependencies.md": dependencies(tomllib.loads((root / "uv.lock").read_text(encoding="utf-8"))),
    }


# -- states --


def _tables_of_moves(root: Path) -> Iterable[str]:
    known = {module for module, _ in EXPLAINED["moves"].values()}
    found = {
        f"interlocal.{path.parent.name}.kinds"
        for path in (root / "src" / "interlocal").glob("*/kinds.py")
        if re.search(r"^MOVES\b", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    if found != known:
        raise UndocumentedError(
            *(f"Table of moves not in tools/documents.toml, or gone: {name}" for name in found ^ known)
        )
    return list(EXPLAINED["moves"])


def states(noun: str) -> str:
    module, meaning = EXPLAINED["moves"][noun]
    moves: Mapping[str, frozenset[str]] = importlib.import_module(module).MOVES
    words = "The words in four languages are in [words.md](../words.md)."
    lines = [
        f"# States of {'an' if noun[0] in 'aeiou' else 'a'} {noun}\n\n{HEAD}\n{meaning} From `{module}.MOVES`. {words}\n"
    ]
    lines += ["```mermaid", "stateDiagram-v2", *_arrows(moves), "```", ""]
    lines += ["| state | may be followed by |", "| --- | --- |"]
    lines += [f"| {state or '(nothing yet)'} | {_following(state, moves)} |" for state in moves]
    return "\n".join(lines) + "\n"


def _following(state: str, moves: Mapping[str, frozenset[str]]) -> str:
    return ", ".join(each for each in moves if each in moves[state]) or "nothing: final"


def _arrows(moves: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for state, following in moves.items():
        yield from (f"    {state or '[*]'} --> {each}" for each in moves if each in following)
        if not following:
            yield f"    {state} --> [*]"


# -- templates --


def templates() -> str:
    """What a body's own template can say."""
    values = importlib.import_module("interlocal.documents.template_values")
    lines = [f"# Templates of your own\n\n{HEAD}", *EXPLAINED["templates"]["lines"]]
    return "\n".join([*lines, *values.documentation()]) + "\n"


# -- settings --


def settings(root: Path) -> str:
    explained: dict[str, dict[str, list[str]]] = EXPLAINED["settings"]
    _compare("Variable", variables(root), {name for group in explained.values() for name in group})
    lines = [f"# Settings\n\n{HEAD}\nEverything is set by the environment; nothing needs to be.\n"]
    for title, group in explained.items():
        lines += [f"## {title}\n", "| variable | without it | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{name}` | {default} | {meaning} |" for name, (default, meaning) in group.items()]
        lines.append("")
    return "\n".join(lines)


def _compare(noun: str, used: set[str], explained: set[str]) -> None:
    problems = [f"{noun} without a line in tools/documents.toml: {name}" for name in sorted(used - explained)]
    problems += [
        f"{noun} in tools/documents.toml that is not used: {name}" for name in sorted(explained - used)
    ]
    if problems:
        raise UndocumentedError(*problems)


def variables(root: Path) -> set[str]:
    """Names of all variables the product reads, and of ours in tools, tests and the Makefile."""
    found: set[str] = set()
    for path in (root / "src").rglob("*.py"):
        found |= variables_in(path.read_text(encoding="utf-8"))
    for folder in ("tools", "tests", "bench"):
        for path in (root / folder).rglob("*.py"):
            found |= {
                name
                for name in variables_in(path.read_text(encoding="utf-8"))
                if name.startswith("INTERLOCAL_")
            }
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    return found | set(re.findall(r"INTERLOCAL_[A-Z_]+", makefile))


def variables_in(source: str) -> set[str]:
    """Names read from or put into os.environ.

    Where the name is itself a variable: all tuples in that file that hold nothing but such names.
    """
    if "environ" not in source and "getenv" not in source:
        return set()
    tree = ast.parse(source)
    keys = list(_keys(tree))
    names = {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    if any(not isinstance(key, ast.Constant) for key in keys):
        names |= _listed(tree)
    return names


def _keys(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and _is_environ(node.value):
            yield node.slice
        elif isinstance(node, ast.Call) and node.args and _reads(node.func):
            yield node.args[0]


def _reads(called: ast.expr) -> bool:
    if not isinstance(called, ast.Attribute):
        return False
    return called.attr == "getenv" or (
        called.attr in {"get", "pop", "setdefault"} and _is_environ(called.value)
    )


def _is_environ(node: ast.expr) -> bool:
    return ast.unparse(node) in {"os.environ", "environ"}


def _listed(tree: ast.Module) -> set[str]:
    tuples = [node.elts for node in ast.walk(tree) if isinstance(node, ast.Tuple)]
    words = [[each.value for each in elts if isinstance(each, ast.Constant)] for elts in tuples]
    return {str(word) for each in words if each and all(_is_name(word) for word in each) for word in each}


def _is_name(word: object) -> bool:
    return isinstance(word, str) and re.fullmatch(r"[A-Z][A-Z0-9_]{2,}", word) is not None


# -- commands --


def commands() -> str:
    parser = _parser()
    verbs = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    helps = {each.dest: each.help for each in verbs._choices_actions}
    lines = [f"# The `interlocal` command\n\n{HEAD}\n{parser.description}\n"]
    lines += ["Exit codes: 0 done, 1 refused or failed, 2 words not understood, 130 ended by Ctrl-C.\n"]
    lines += [*_arguments(parser), ""]
    for verb, sub in verbs.choices.items():
        lines += [f"## interlocal {verb}\n", f"{_sentence(helps[verb])}\n", *_arguments(sub), ""]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip() + "\n"


def _parser() -> argparse.ArgumentParser:
    # What this machine has set must not become what the document says.
    ours = {name: value for name, value in os.environ.items() if name.startswith("INTERLOCAL_")}
    for name in ours:
        del os.environ[name]
    # The help is spoken in the language of the one who asks; the document is English.
    os.environ["INTERLOCAL_LANGUAGE"] = "en"
    try:
        return cast(argparse.ArgumentParser, importlib.import_module("interlocal.ops.main")._parser())
    finally:
        del os.environ["INTERLOCAL_LANGUAGE"]
        os.environ.update(ours)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    shown = [
        action
        for action in parser._actions
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
    ]
    if shown:
        yield from ("| word | default | meaning |", "| --- | --- | --- |")
    for action in shown:
        word = ", ".join(f"`{option}`" for option in action.option_strings) or f"`{action.dest.upper()}`"
        choices = f" ({', '.join(map(str, action.choices))})" if action.choices else ""
        yield f"| {word}{choices} | {_default(action)} | {action.help or ''} |"


def _default(action: argparse.Action) -> str:
    if action.required:
        return "must be given"
    return "" if action.default in (None, False) else f"`{action.default}`"


def _sentence(text: str | None) -> str:
    return f"{text[0].upper()}{text[1:]}." if text else ""


# -- dependencies --


def dependencies(lock: dict[str, Any]) -> str:
    packages = {package["name"]: package for package in lock["package"]}
    ours = packages["interlocal"]
    installed = _closure(packages, ours.get("dependencies", []))
    local = _closure(packages, ours["optional-dependencies"]["local"]) - installed
    _compare("Package", installed | local, set(EXPLAINED["reasons"]))
    lines = [
        f"# Dependencies\n\n{HEAD}\nWhat is installed with Interlocal, from `uv.lock`.",
        "Why so few, and what is refused: [decision 0011](decisions/0011-dependencies-and-licences.md).\n",
    ]
    for title, names in (("Always", installed), ("With the extra `local`", local)):
        lines += [f"## {title}\n", "| package | version | licence | why |", "| --- | --- | --- | --- |"]
        lines += [_row(name, packages[name]["version"]) for name in sorted(names)]
        lines.append("")
    return "\n".join(lines)


def _row(name: str, version: str) -> str:
    return f"| {name} | {version} | {licence(name)} | {EXPLAINED['reasons'][name]} |"


def _closure(packages: Mapping[str, Any], wanted: Iterable[Mapping[str, Any]]) -> set[str]:
    found: set[str] = set()
    left = list(wanted)
    while left:
        need = left.pop()
        package = packages[need["name"]]
        extras = [each for extra in need.get("extra", ()) for each in package["optional-dependencies"][extra]]
        left += extras + ([] if need["name"] in found else package.get("dependencies", []))
        found.add(need["name"])
    return found


def licence(name: str) -> str:
    """The SPDX name of an installed package's licence; UndocumentedError when nobody has looked at it."""
    try:
        about = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        # Of another platform or Python: what somebody read there.
        return str(EXPLAINED["elsewhere"][name])
    fields = ("License-Expression", "License", "Classifier")
    said = [text for field in fields for text in about.get_all(field) or []]
    known: dict[str, str] = EXPLAINED["licences"]
    found = next((known[text.lower()] for text in said if text.lower() in known), None)
    if found is None:
        raise UndocumentedError(f"Licence of {name} is not among those in tools/documents.toml: {said[:1]}")
    return found


# -- words --


def unworded(root: Path) -> list[str]:
    """Labels of the rooms' choices that docs/words.md does not have, in sentences."""
    words = (root / "docs" / "words.md").read_text(encoding="utf-8")
    have = {line.split("|")[1].strip() for line in words.splitlines() if line.startswith("| ")}
    kinds = sorted((root / "src" / "interlocal").glob("*/kinds.py"))
    wanted = dict.fromkeys(label for path in kinds for label in labels(path.read_text(encoding="utf-8")))
    return [f"Word without a line in docs/words.md: {label}" for label in wanted if label not in have]


def labels(source: str) -> Iterator[str]:
    """The English labels in a module of choices; `label · context` where it gives one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "pgettext_lazy"}:
            said = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
            yield " · ".join(reversed(said))


# -- write, check --


def write(root: Path = ROOT) -> None:
    for name, text in documents(root).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def check(root: Path = ROOT) -> list[str]:
    """What is wrong, in sentences; empty when every document says what the code says."""
    return [*differences(root, documents(root)), *unworded(root)]


def differences(root: Path, texts: Mapping[str, str]) -> list[str]:
    stale = [name for name, text in texts.items() if _present(root / name) != text]
    return [f"{name} is not what the code says: run `python tools/documents.py write`." for name in stale]


def _present(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main(verb: str) -> int:
    try:
        if verb == "write":
            write()
        found = check()
    except UndocumentedError as problems:
        found = [str(problem) for problem in problems.args]
    print("\n".join(found) or "Documents say what the code says.")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
