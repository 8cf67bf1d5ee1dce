"""How good and how fast search is, on any file of documents and questions.

    python bench/search.py --docs DOCS.jsonl[.gz] --queries QUERIES.jsonl[.gz] [--field ko]
    python bench/search.py --docs DOCS.jsonl --queries QUERIES.jsonl --learn 0.5
    python bench/search.py --growth 10000 100000

Documents: {"id", "text"} or {"id", "ko", "ja", "zh", "en"}; questions: {"qid", "query", "rel": [ids]}, or with the
query by language ("query": {"ko": ...} or keys ko, ja, zh, en). They are indexed and asked with the product's own
functions, in a database of their own that is gone afterwards. With documents in several languages each question in
each language is asked of the documents in each other one.

--learn SHARE teaches the table of words with this share of the documents that are given in several languages, as the
platform learns from its own aligned texts, and asks only the questions about the others (1: all teach, all are asked).
"""

import argparse
import gzip
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import combinations, islice
from pathlib import Path
from typing import Any
from zlib import crc32

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import corpora, databases, processes  # a script finds its neighbours only now

LANGS = {"ko": "ko", "ja": "ja", "zh": "zh-Hans", "zh-Hans": "zh-Hans", "en": "en"}
AT = 10


@dataclass(slots=True)
class Tally:
    """What became of the questions of one pair of languages."""

    asked: int = 0
    first: int = 0
    recalled: float = 0.0
    reciprocal: float = 0.0
    seconds: list[float] = field(default_factory=list)

    def add(self, found: Sequence[str], relevant: frozenset[str], seconds: float) -> None:
        ranks = [rank for rank, key in enumerate(found[:AT], 1) if key in relevant]
        self.asked += 1
        self.recalled += len(ranks) / min(len(relevant), AT)
        self.reciprocal += 1 / ranks[0] if ranks else 0.0
        self.first += bool(ranks and ranks[0] == 1)
        self.seconds.append(seconds)


def read(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def versions(row: Mapping[str, Any], only: str, whole: str) -> dict[str, str]:
    """Texts by language; `whole` is the key of one without ("text", "query"), read as `only` or as it is written."""
    said = row.get(whole)
    by_language = said if isinstance(said, dict) else row
    found = {LANGS[key]: by_language[key] for key in LANGS if isinstance(by_language.get(key), str)}
    if not found and isinstance(said, str):
        found = {LANGS.get(only, only) or _guessed(said): said}
    return {lang: text for lang, text in found.items() if not only or lang == LANGS.get(only, only)} or found


def _guessed(text: str) -> str:
    from interlocal.languages.scripts import guess_language

    lang = guess_language(text)
    return "zh-Hans" if lang == "und" and any("\u4e00" <= char <= "\u9fff" for char in text) else lang


@contextmanager
def scratch() -> Iterator[None]:
    """A database with the tables of search alone."""
    name = f"interlocal_bench_search_{os.getpid()}"
    databases._make(name, "template0")
    before, os.environ["DATABASE_URL"] = os.environ.get("DATABASE_URL"), databases.url_of(name)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlocal.config.settings")
    try:
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", "search", verbosity=0)
        yield
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]  # PostgreSQL has it, the base class does not
    finally:
        os.environ.pop("DATABASE_URL")
        os.environ |= {"DATABASE_URL": before} if before else {}
        databases._drop(name)


def fill(documents: Iterable[Mapping[str, Any]], only: str) -> tuple[int, int]:
    """How many documents there are, and how many bytes of text."""
    from interlocal.ground.findable import Findable, Form
    from interlocal.languages.tokens.terms import TERMS_VERSION
    from interlocal.search import counting, slots, writing
    from interlocal.search.making import entry
    from interlocal.search.models import Index

    slots.empty(0)
    slots.take_off(0)
    Index.objects.update_or_create(slot=0, defaults={"state": "serving", "terms": TERMS_VERSION})
    count = size = 0
    rest = iter(documents)
    while batch := list(islice(rest, 500)):
        made = []
        for document in batch:
            texts = tuple(Form(text, lang) for lang, text in versions(document, only, "text").items())
            size += sum(len(form.text.encode("utf-8", "replace")) for form in texts)
            made.append(entry(Findable("doc", str(document["id"]), {}, (), texts=texts)))
        writing.write(0, made)
        count += len(made)
    slots.put_on(0)
    counting.recount(0)
    slots.analyse(0)
    return count, size


def taught(document: Mapping[str, Any], share: float) -> bool:
    """Whether it teaches: the same documents for the same share, whatever their order."""
    return crc32(str(document["id"]).encode()) % 1000 < share * 1000


def teach(documents: Iterable[Mapping[str, Any]]) -> int:
    """The word table from what is aligned in these documents; how many they are."""
    from interlocal.search import learning

    given = [list(versions(document, "", "text").items()) for document in documents]
    aligned = [texts for texts in given if len(texts) > 1]
    learning.learn_from(
        0,
        (
            pair
            for texts in aligned
            for (lang, text), (other, same) in combinations(texts, 2)
            for pair in learning.pairs_of((lang, "", text), (other, "", same))
        ),
    )
    return len(aligned)


def ask(queries: Iterable[Mapping[str, Any]], only: str, limit: int) -> dict[tuple[str, str], Tally]:
    from interlocal.search import engine, slots
    from interlocal.search.ranking import Narrowed

    keys = dict(slots.rows("select id, key from search_subject_0"))
    held = [lang for (lang,) in slots.rows("select distinct lang from search_text_0 order by 1")]
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    chosen = list(islice(queries, limit or None))
    for words in list(versions(chosen[0], "", "query").values()) * 10 if chosen else []:
        engine.answer(words)
    for query in chosen:
        relevant = frozenset(map(str, query["rel"]))
        for lang, words in versions(query, "", "query").items():
            for other in held if len(held) > 1 and not only else [""]:
                started = time.perf_counter()
                found = engine.answer(words, narrowed=Narrowed(lang=other)).ranked[:AT]
                seconds = time.perf_counter() - started
                ids = [keys[one.subject] for one in found]
                tallies[lang, other or "all"].add(ids, relevant, seconds)
    return tallies


def suggestions(queries: Iterable[Mapping[str, Any]]) -> list[float]:
    from interlocal.search.queries import suggest

    seconds = []
    for query in islice(queries, 100):
        for words in versions(query, "", "query").values():
            started = time.perf_counter()
            suggest(typed=words[:4], tongue="en")
            seconds.append(time.perf_counter() - started)
    return seconds


def percentile(seconds: Sequence[float], share: float) -> float:
    """In milliseconds."""
    ordered = sorted(seconds) or [0.0]
    return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(tallies: Mapping[tuple[str, str], Tally]) -> str:
    lines = [
        f"| asked in | of texts in | questions | Recall@{AT} | MRR@{AT} | R@1 | p50 ms | p99 ms |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (lang, other), one in sorted(tallies.items()):
        figures = (one.recalled / one.asked, one.reciprocal / one.asked, one.first / one.asked)
        times = percentile(one.seconds, 0.5), percentile(one.seconds, 0.99)
        lines.append(
            f"| {lang} | {other} | {one.asked} | "
            + " | ".join(f"{figure:.3f}" for figure in figures)
            + f" | {times[0]:.1f} | {times[1]:.1f} |"
        )
    return "\n".join(lines + _means(tallies))


def _means(tallies: Mapping[tuple[str, str], Tally]) -> list[str]:
    across = [one for (lang, other), one in tallies.items() if lang != other and other != "all"]
    if not across:
        return []
    mean = sum(one.recalled / one.asked for one in across) / len(across)
    rank = sum(one.reciprocal / one.asked for one in across) / len(across)
    least = min(one.recalled / one.asked for one in across)
    return [
        "",
        f"Across languages, {len(across)} directions: Recall@{AT} {mean:.3f} (least {least:.3f}), MRR@{AT} {rank:.3f}",
    ]


def sizes(text: int) -> str:
    from interlocal.search import slots

    found = dict(
        slots.rows(
            "select c.relname, pg_total_relation_size(c.oid) from pg_class c "
            "where c.relname ~ '^search_[a-z]+_0$' and c.relkind = 'r'"
        )
    )
    kept = slots.rows(
        "select coalesce(sum(pg_column_size(title) + pg_column_size(body)), 0) from search_text_0"
    )[0][0]
    everything = sum(found.values())
    index = everything - int(kept)
    parts = ", ".join(f"{name.split('_')[1]} {size / 1e6:.1f}" for name, size in sorted(found.items()))
    return (
        f"text {text / 1e6:.1f} MB; index {index / 1e6:.1f} MB ({index / max(text, 1):.2f} times the text), "
        f"with the texts themselves {everything / 1e6:.1f} MB ({everything / max(text, 1):.2f} times); MB by table: {parts}"
    )


def learn(path: Path, queries: Sequence[Mapping[str, Any]], share: float) -> list[Mapping[str, Any]]:
    """The questions that are left: those about texts which taught nothing."""
    started = time.perf_counter()
    teachers = {str(document["id"]): document for document in read(path) if taught(document, share)}
    count = teach(teachers.values())
    left = [query for query in queries if share >= 1 or teachers.keys().isdisjoint(map(str, query["rel"]))]
    seconds = time.perf_counter() - started
    print(
        f"{count} aligned documents taught the word table in {seconds:.1f} s; {len(left)} questions are about others"
    )
    return left


def measure(
    documents: Iterable[Mapping[str, Any]],
    queries: Sequence[Mapping[str, Any]],
    only: str,
    limit: int,
    learnt: tuple[Path, float] | None = None,
) -> Any:
    with scratch():
        started = time.perf_counter()
        count, size = fill(documents, only)
        indexed = time.perf_counter() - started
        print(f"{count} documents indexed in {indexed:.1f} s; {sizes(size)}", flush=True)
        if learnt:
            queries = learn(learnt[0], queries, learnt[1])
        tallies = ask(queries, only, limit)
        print(table(tallies), flush=True)
        typed = suggestions(queries)
        print(f"suggestions: p50 {percentile(typed, 0.5):.1f} ms, p99 {percentile(typed, 0.99):.1f} ms")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory of this process: {peak:.0f} MB", flush=True)
    return count, [second for one in tallies.values() for second in one.seconds]


def growth(scales: Sequence[int], limit: int) -> None:
    """Made-up documents of Zipf's words: only times and sizes mean anything. A process for each scale."""
    if len(scales) > 1:
        for scale in scales:
            words = [sys.executable, __file__, "--growth", str(scale), "--limit", str(limit)]
            os.spawnv(os.P_WAIT, sys.executable, words)
        return
    documents = corpora.documents(scales[0])
    measure(documents, corpora.queries(scales[0], limit or 400), "", 0)


def main() -> None:
    from interlocal.ops.postgres import running_cluster

    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--docs", type=Path)
    words.add_argument("--queries", type=Path)
    words.add_argument(
        "--field", default="", help="only this language of the documents; or the language of their text"
    )
    words.add_argument("--limit", type=int, default=0, help="ask only the first so many")
    words.add_argument(
        "--learn", type=float, default=0, help="share of the aligned documents that teach words"
    )
    words.add_argument("--growth", type=int, nargs="+", help="made-up documents, at each of these scales")
    chosen = words.parse_args()
    if not chosen.growth and not (chosen.docs and chosen.queries):
        words.error("--docs and --queries, or --growth")
    with running_cluster():
        print(f"Machine: {processes.machine()}", flush=True)
        if chosen.growth:
            growth(chosen.growth, chosen.limit)
        else:
            learnt = (chosen.docs, chosen.learn) if chosen.learn else None
            measure(read(chosen.docs), list(read(chosen.queries)), chosen.field, chosen.limit, learnt)


if __name__ == "__main__":
    main()
