"""The shape of the code: lines by room, sizes of files and functions, what is larger than the house likes.

    python tools/shape.py [folder]      a report, not a gate; needs nothing but Python

Lines are physical lines. Generated code (migrations) and empty files are left out; a function inside
another counts for both.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "src/interlocal"
BESIDE = ("tests", "tools", "bench")
LONGEST = 10

# What docs/house.md says of sizes.
FILE_MEDIAN, FILE_P95, FILE_LOOK = 80, 320, 500
FUNCTION_MEDIAN, FUNCTION_P95, FUNCTION_LOOK = 8, 30, 60
ROOM_SHARE = 25


@dataclass(frozen=True, slots=True)
class Sized:
    """A file or a function with its number of lines; a function is named `file.py:12 verb`."""

    name: str
    lines: int


@dataclass(frozen=True, slots=True)
class Shape:
    """What was measured below one folder: lines by the first folder inside it, every file, every function."""

    rooms: dict[str, int]
    files: list[Sized]
    functions: list[Sized]

    @property
    def lines(self) -> int:
        return sum(self.rooms.values())


def measure(folder: Path) -> Shape:
    """The shape of all Python files below a folder."""
    rooms: Counter[str] = Counter()
    files: list[Sized] = []
    functions: list[Sized] = []
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder)
        text = path.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if not lines or "migrations" in name.parts:
            continue
        rooms[name.parts[0] if len(name.parts) > 1 else "(itself)"] += lines
        files.append(Sized(str(name), lines))
        functions.extend(functions_of(str(name), ast.parse(text)))
    return Shape(dict(rooms.most_common()), files, functions)


def functions_of(name: str, tree: ast.Module) -> Iterator[Sized]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield Sized(f"{name}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1)


def percentile(values: Sequence[int], share: int) -> int:
    """The smallest value that `share` percent of the values do not exceed; 0 when there is none."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)] if ordered else 0


def over(sized: Sequence[Sized], limit: int) -> list[Sized]:
    """Those above a limit, longest first."""
    return sorted((one for one in sized if one.lines > limit), key=lambda one: -one.lines)


def report(shape: Shape, beside: dict[str, int]) -> str:
    lines = [f"{shape.lines} lines in {len(shape.files)} files, {len(shape.functions)} functions", ""]
    lines += _rooms(shape)
    lines += [f"{count:7}      {name}" for name, count in beside.items()]
    lines += ["", *_spread("file", shape.files, FILE_MEDIAN, FILE_P95)]
    lines += [*_spread("function", shape.functions, FUNCTION_MEDIAN, FUNCTION_P95)]
    lines += ["", "longest functions", *_longest(shape.functions)]
    lines += ["", "longest files", *_longest(shape.files)]
    lines += ["", *_to_look_at(shape)]
    return "\n".join(lines)


def _rooms(shape: Shape) -> Iterator[str]:
    for room, lines in shape.rooms.items():
        share = round(100 * lines / shape.lines)
        yield f"{lines:7} {share:3}% {room}" + (
            f"   (house: at most {ROOM_SHARE}%)" if share > ROOM_SHARE else ""
        )


def _spread(noun: str, sized: Sequence[Sized], median: int, high: int) -> Iterator[str]:
    values = [one.lines for one in sized]
    for word, share, limit in (("median", 50, median), ("p95", 95, high)):
        found = percentile(values, share)
        yield f"{noun} {word:7}{found:5}   (house: at most {limit}{'; above' if found > limit else ''})"


def _longest(sized: Sequence[Sized]) -> Iterator[str]:
    return (f"{one.lines:7} {one.name}" for one in over(sized, 0)[:LONGEST])


def _to_look_at(shape: Shape) -> Iterator[str]:
    found = [*over(shape.functions, FUNCTION_LOOK), *over(shape.files, FILE_LOOK)]
    if not found:
        yield f"No function above {FUNCTION_LOOK} lines, no file above {FILE_LOOK}."
        return
    yield f"Look at these: functions above {FUNCTION_LOOK} lines, files above {FILE_LOOK}"
    yield from (f"{one.lines:7} {one.name}" for one in found)


def main(folder: Path) -> int:
    beside = {name: measure(ROOT / name).lines for name in BESIDE if (ROOT / name).is_dir()}
    print(report(measure(folder), beside))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / PACKAGE))
