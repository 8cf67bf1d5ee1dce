"""What each lane of the search terms earns: Recall@10 and MRR@10 on aligned texts, in memory, by BM25.

    python bench/lanes.py ROWS.jsonl [--learn ROWS.jsonl] [--queries 300] [--without han sound ...]

Rows: {"ko": .., "ja": .., "zh": .., "en": ..}, the same thing said in each. The text of one language asks for
its row among all rows in another language. --learn: rows for a word table (never those asked about).
--each: every lane alone left out, one table line each.
"""

import argparse
import json
import math
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from interlocal.languages import alignment
from interlocal.languages.tokens.terms import IndexTerms, QueryTerm, index_terms, query_terms

LANGUAGES = ("ko", "ja", "zh", "en")
LANES = ("word", "gram", "han", "latin", "sound", "concept", "table", "learnt")
Row = dict[str, Any]


class Bm25:
    """Postings of one language's texts. Terms without a position count once a text."""

    def __init__(self, texts: Sequence[IndexTerms], *, k1: float = 1.2, b: float = 0.6) -> None:
        lengths = [len(terms.words) or 1 for terms in texts]
        mean = sum(lengths) / len(lengths)
        self.postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, terms in enumerate(texts):
            damp = k1 * (1 - b + b * lengths[at] / mean)
            for term, count in (Counter(terms.words) + Counter(dict.fromkeys(terms.also, 1))).items():
                self.postings[term].append((at, count * (k1 + 1) / (count + damp)))
        self.idf = {
            term: math.log(1 + (len(texts) - len(hits) + 0.5) / (len(hits) + 0.5))
            for term, hits in self.postings.items()
        }

    def best(self, asked: Iterable[tuple[str, float]], count: int = 10) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for term, weight in asked:
            for at, hit in self.postings.get(term, ()):
                scores[at] += weight * self.idf[term] * hit
        return sorted(scores, key=lambda at: (-scores[at], at))[:count]


def rows(path: Path) -> list[Row]:
    text = path.read_text()
    found: list[Row] = (
        json.loads(text) if text.startswith("[") else [json.loads(line) for line in text.splitlines()]
    )
    return found


def code(lang: str) -> str:
    return "zh-Hans" if lang == "zh" else lang


def measured(
    asked: dict[str, list[list[QueryTerm]]],
    indexes: dict[str, Bm25],
    lanes: set[str],
    pairs: Iterable[tuple[str, str]],
) -> dict[tuple[str, str], tuple[float, float]]:
    found = {}
    for a, b in pairs:
        ranks = []
        for at, terms in enumerate(asked[a]):
            wanted = ((term.term, term.weight) for term in terms if term.lane in lanes)
            best = indexes[b].best(wanted)
            ranks.append(best.index(at) + 1 if at in best else 0)
        found[a, b] = (
            sum(rank > 0 for rank in ranks) / len(ranks),
            sum(1 / r for r in ranks if r) / len(ranks),
        )
    return found


def shown(name: str, found: dict[tuple[str, str], tuple[float, float]]) -> None:
    mean = [sum(value[i] for value in found.values()) / len(found) for i in (0, 1)]
    east = [value for (a, b), value in found.items() if "en" not in (a, b)]
    each = " ".join(f"{a}-{b} {value[0]:.2f}" for (a, b), value in found.items())
    east_mean = sum(value[0] for value in east) / max(1, len(east))
    print(
        f"{name:<10} {mean[0]:.3f}/{mean[1]:.3f}  CJK {east_mean:.3f}  min {min(v[0] for v in found.values()):.3f}  {each}"
    )


def learnt_terms(table: alignment.WordTable) -> Callable[[list[QueryTerm]], list[QueryTerm]]:
    def more(terms: list[QueryTerm]) -> list[QueryTerm]:
        return terms + [QueryTerm(t, w, "learnt") for t, w in alignment.expanded(terms, table)]  # type: ignore[arg-type]

    return more


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=Path)
    parser.add_argument("--learn", type=Path)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--without", nargs="*", default=[])
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--own", action="store_true", help="also the first sentence asking for its own text")
    options = parser.parse_args()

    pool = rows(options.rows)
    started = time.perf_counter()
    indexes = {lang: Bm25([index_terms(row[lang], lang=code(lang)) for row in pool]) for lang in LANGUAGES}
    asked = {
        lang: [list(query_terms(row[lang], lang=None)) for row in pool[: options.queries]]
        for lang in LANGUAGES
    }
    print(f"{len(pool)} rows in {time.perf_counter() - started:.1f} s")
    if options.learn:
        started = time.perf_counter()
        taught = rows(options.learn)
        pairs = [
            (code(a), r[a], code(b), r[b]) for r in taught for a, b in permutations(LANGUAGES, 2) if a < b
        ]
        table = alignment.learn(pairs)
        more = learnt_terms(table)
        asked = {lang: [more(terms) for terms in queries] for lang, queries in asked.items()}
        print(f"table of {len(table)} from {len(taught)} rows in {time.perf_counter() - started:.1f} s")
    lanes = set(LANES) - set(options.without)
    pairs_ = list(permutations(LANGUAGES, 2))
    shown("all", measured(asked, indexes, lanes, pairs_))
    if options.each:
        for lane in LANES:
            shown(f"- {lane}", measured(asked, indexes, lanes - {lane}, pairs_))


if __name__ == "__main__":
    main()
