"""What imports cannot see of the code: how verbs are called, what rules may touch, what no file may name."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "interlocal"
ROOMS = ("identity", "evidence", "registry", "programmes", "delegations", "commitments", "desk")


def shelf(name: str) -> Iterator[Path]:
    """The files of one shelf in every room, whether it is a module or a folder."""
    for room in ROOMS:
        yield from (HOUSE / room).glob(f"{name}.py")
        yield from (HOUSE / room / name).rglob("*.py")


def called(path: Path) -> str:
    return str(path.relative_to(HOUSE))


# -- commands --

# Helpers of the verbs of other rooms: they open what a verb records into.
NOT_VERBS = {"footnotes", "open_ledger", "refuse_taken"}


def verbs() -> list[tuple[str, inspect.Signature]]:
    found = []
    for room in ROOMS:
        if not (HOUSE / room).is_dir() or not any((HOUSE / room).glob("commands*")):
            continue
        module = importlib.import_module(f"interlocal.{room}.commands")
        for name, value in vars(module).items():
            if inspect.isfunction(value) and value.__module__.startswith(module.__name__) and name[0] != "_":
                found.append((f"{room}.{name}", inspect.signature(value)))
    return [(name, signature) for name, signature in found if name.partition(".")[2] not in NOT_VERBS]


def test_there_are_verbs() -> None:
    assert {"registry.record_bodies", "evidence.settle", "identity.record"} <= {name for name, _ in verbs()}


@pytest.mark.parametrize(
    ("name", "signature"), verbs(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_verb_is_keyword_only_and_knows_who_and_when(name: str, signature: inspect.Signature) -> None:
    kinds = {parameter.kind for parameter in signature.parameters.values()}

    assert kinds == {inspect.Parameter.KEYWORD_ONLY}
    assert {"actor", "at"} <= signature.parameters.keys()


# -- rules and kinds --

CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}


def touches(path: Path) -> list[str]:
    """Managers and clocks that a file reaches for."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "_default_manager", "_base_manager"}:
            found.append(f"{called(path)}:{node.lineno} .{node.attr}")
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in CLOCKS:
                found.append(f"{called(path)}:{node.lineno} {name}()")
    return found


@pytest.mark.parametrize("name", ["rules", "kinds"])
def test_rules_and_kinds_touch_no_manager_and_no_clock(name: str) -> None:
    files = list(shelf(name))

    assert files
    assert [touch for path in files for touch in touches(path)] == []


def test_the_look_for_managers_and_clocks_finds_them() -> None:
    assert touches(HOUSE / "registry" / "commands" / "bodies.py") != []


def test_rules_do_not_import_their_tables() -> None:
    """Facts in, verdict out: the shelves would allow the import, the rule does not."""
    importing = [
        called(path)
        for path in shelf("rules")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(".models")
    ]

    assert importing == []


# -- problems of record files --


def reasons() -> set[str]:
    from interlocal.ops.loading.problems import REASONS

    return set(REASONS)


def words_in(*files: Path) -> set[str]:
    """Every string written in these files."""
    trees = [ast.parse(path.read_text()) for path in files]
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def codes_used() -> set[str]:
    """The codes with which problems are made, and those that entries carry in their types."""
    loading = [path for path in (HOUSE / "ops" / "loading").glob("*.py") if path.name != "problems.py"]
    shapes = [*HOUSE.glob("*/entries.py"), *HOUSE.glob("*/entries/*.py")]
    found: set[str] = set()
    for path in [*loading, *shapes]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call):
                found |= {arg.value for arg in _code_of(node) if isinstance(arg, ast.Constant)}
    return {code for code in found if isinstance(code, str)}


def _code_of(call: ast.Call) -> list[ast.expr]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = {"problem": 2, "Problem": 2, "Looks": 1, "_parsed": 1, "_in_circles": 3}.get(name)
    return call.args[place : place + 1] if place is not None else []


def test_every_code_has_a_reason_and_every_reason_is_used() -> None:
    code_in_a_variable = {"tenure_twice", "tenures_overlap"}

    assert codes_used() | code_in_a_variable == reasons()


def test_every_problem_is_made_by_a_test() -> None:
    tests = list((ROOT / "tests" / "ops" / "loading").glob("test_*.py"))
    said = {word.rpartition("] ")[2] for word in words_in(*tests)}
    sentences = {
        "not_utf8_unknown",
        "too_large",
        "unreadable",
        "ordinal_twice",
        "still_named",
        "still_needed",
        "of_other_record",
    }

    assert reasons() - said - sentences == set()
    assert _sentences_missing(sentences, words_in(*tests)) == set()


def _sentences_missing(codes: set[str], words: set[str]) -> set[str]:
    """Codes whose English sentence no test quotes; compared by its longest piece without a value."""
    from interlocal.ops.loading.problems import REASONS

    pieces = {code: max(re.split(r"%\(\w+\)s", str(REASONS[code])), key=len).strip() for code in codes}
    return {code for code, piece in pieces.items() if not any(piece in word for word in words)}


# -- every file --

SKIPPED = {
    ".git",
    ".venv",
    ".tools",
    ".interlocal",
    "node_modules",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
}
KINDS = {".py", ".md", ".toml", ".yaml", ".yml", ".html", ".js", ".css", ".sh", ".txt", ".po", ".json", ""}
# Whose machine a file was made on is nobody's business, and no path of it works anywhere else.
FOREIGN = re.compile(r"(?<![\w./%-])/(?:work|home|root|Users)/[a-z]|/tmp/(?!interlocal|\{)[a-z]+\.(?:md|sh)")


def ours() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        if not SKIPPED & set(path.relative_to(ROOT).parts) and path.is_file() and path.suffix in KINDS:
            yield path


@pytest.mark.slow
def test_no_file_names_the_machine_it_was_made_on() -> None:
    here = Path(__file__)
    named = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in ours()
        if path != here and path.name != "uv.lock"
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if FOREIGN.search(line)
    ]

    assert named == []
