"""How well names are found across languages: `python bench/names.py --entities FILE.jsonl [--distractors FILE]`.

Entities are lines {"id", "ko": [..], "ja": [..], "zh": [..], "en": [..]}; distractors the same, or one name a line.
Every name in one language asks for its entity among all others that are indexed only by their names in another.
An entity that carries the very string asked with is as right as the one it was taken from.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median

from interlocal.languages.names import NameIndex

LANGUAGES = ("ko", "ja", "zh", "en")
TAGS = {"zh": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    names: dict[str, list[str]]


@dataclass(slots=True)
class Tally:
    """Ranks of the right answers, None where it was not among the first ten; seconds of each question."""

    ranks: list[int | None] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def row(self) -> tuple[float, float, float]:
        found = [rank for rank in self.ranks if rank]
        asked = len(self.ranks) or 1
        return len(found) / asked, sum(1 / rank for rank in found) / asked, found.count(1) / asked


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--entities", required=True, type=Path)
    asked.add_argument("--distractors", type=Path)
    asked.add_argument("--misses", action="store_true", help="print what was not found first")
    args = asked.parse_args()
    entities = list(read(args.entities))
    others = list(read(args.distractors)) if args.distractors else []
    report(entities, others, misses=args.misses)


def read(path: Path) -> Iterator[Entity]:
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        if not line.strip():
            continue
        if not line.lstrip().startswith("{"):
            yield Entity(f"line-{number}", {lang: [line.strip()] for lang in LANGUAGES})
            continue
        row = json.loads(line)
        names = {lang: row.get(lang) or [] for lang in LANGUAGES}
        yield Entity(
            str(row.get("id", number)), {k: [v] if isinstance(v, str) else v for k, v in names.items()}
        )


def report(entities: list[Entity], others: list[Entity], *, misses: bool) -> None:
    began = time.perf_counter()
    pairs = [(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
    tallies = {}
    for into in LANGUAGES:
        index = indexed([*entities, *others], into)
        for of in LANGUAGES:
            if of != into:
                tallies[of, into] = ask(entities, index, of, into, misses=misses)
    print(f"{len(entities)} entities, {len(others)} distractors")
    print("asked  in     R@10   MRR@10 R@1    names  ms p50  ms p99")
    for pair in pairs:
        show(*pair, tallies[pair])
    rows = [tallies[pair].row() for pair in pairs if tallies[pair].ranks]
    if rows:
        print(f"mean          {'  '.join(f'{mean(column):.3f}' for column in zip(*rows, strict=True))}")
    print(f"{time.perf_counter() - began:.1f} s in all", file=sys.stderr)


def indexed(entities: list[Entity], lang: str) -> NameIndex:
    index = NameIndex()
    for entity in entities:
        for name in entity.names[lang]:
            index.add(entity.id, name, lang=TAGS.get(lang, lang))
    return index


def ask(entities: list[Entity], index: NameIndex, of: str, into: str, *, misses: bool) -> Tally:
    holders: dict[str, set[str]] = {}
    for entity in entities:
        for name in entity.names[of]:
            holders.setdefault(name, set()).add(entity.id)
    tally = Tally()
    for entity in entities:
        for name in entity.names[of] if entity.names[into] else ():
            began = time.perf_counter()
            found = index.ranked(name, lang=TAGS.get(of, of), limit=10)
            tally.seconds.append(time.perf_counter() - began)
            right = (n for n, hit in enumerate(found, 1) if hit.id in holders[name])
            tally.ranks.append(next(right, None))
            if misses and tally.ranks[-1] != 1:
                best = [(hit.id, hit.form, round(hit.score.value, 2), hit.score.type) for hit in found[:3]]
                print(of, into, name, entity.names[into], tally.ranks[-1], best)
    return tally


def show(of: str, into: str, tally: Tally) -> None:
    if not tally.ranks:
        return
    ms = sorted(1000 * second for second in tally.seconds)
    figures = "  ".join(f"{figure:.3f}" for figure in tally.row())
    print(
        f"{of:<6} {into:<6} {figures}  {len(tally.ranks):<5}  {median(ms):6.1f}  {ms[len(ms) * 99 // 100]:6.1f}"
    )


if __name__ == "__main__":
    main()
