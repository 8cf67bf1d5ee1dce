"""What it costs to make terms: load time, memory, MB a second for each language.

    python bench/tokens.py [--rows ROWS.jsonl] [--megabytes 1]

Each language is measured in a process of its own, then all in one; seconds are the processor's. Without --rows the texts are made from the
public record. Memory is what the process holds more (resident) and, of it, what no other process can share (private, dirty).
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("ko", "ja", "zh-Hans", "en")
RECORD = Path(__file__).parents[1] / "src" / "interlocal" / "record"
SAMPLE = {
    "ko": "경상북도와 돗토리현이 저출생 대책을 논의했다.",
    "ja": "鳥取県と慶尚北道が少子化対策を話し合った。",
    "zh-Hans": "鸟取县与庆尚北道讨论了应对低生育率的措施。",
    "en": "Tottori and Gyeongsangbuk-do discussed measures on low birth rates.",
}


def texts(lang: str, rows: Path | None) -> list[str]:
    if rows:
        return [
            json.loads(line)["zh" if lang == "zh-Hans" else lang] for line in rows.read_text().splitlines()
        ]
    found: list[str] = []
    for path in sorted(RECORD.glob("*.yaml")):
        with path.open() as file:
            found += _said(yaml.load(file, Loader=yaml.CSafeLoader), lang)
    return found


def _said(node: Any, lang: str) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(text := node.get(lang), str) and set(LANGUAGES) <= node.keys():
            yield text
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from _said(part, lang)


def memory() -> dict[str, float]:
    """In MB: all the process holds, and what no other process could share."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()[1:]
    kb = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return {"held": kb["Rss"] / 1e3, "own": kb["Private_Dirty"] / 1e3}


def measure(langs: list[str], rows: Path | None, megabytes: float) -> dict[str, Any]:
    samples = {lang: _filled("\n".join(texts(lang, rows)), megabytes) for lang in langs}
    before = memory()
    started = time.process_time()
    from interlocal.languages.tokens import terms

    imported = time.process_time()
    at_import = memory()
    for lang in langs:
        terms.query_terms(SAMPLE[lang])
    loaded = time.process_time()
    after_load = memory()
    speed = {}
    for lang, sample in samples.items():
        begun = time.process_time()
        terms.index_terms(sample, lang=lang)
        speed[lang] = len(sample.encode()) / 1e6 / (time.process_time() - begun)
    begun = time.process_time()
    for lang in langs:
        for _ in range(100):
            terms.query_terms(SAMPLE[lang])
    return {
        "import_s": imported - started,
        "load_s": loaded - imported,
        "import_mb": at_import["held"] - before["held"],
        "load_mb": after_load["held"] - before["held"],
        "own_mb": after_load["own"] - before["own"],
        "mb_s": speed,
        "query_ms": (time.process_time() - begun) * 10 / len(langs),
    }


def _filled(text: str, megabytes: float) -> str:
    size = len(text.encode())
    return text * max(1, round(megabytes * 1e6 / size)) if size else text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rows", type=Path)
    parser.add_argument("--megabytes", type=float, default=1.0)
    parser.add_argument("--langs", nargs="*", default=[], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.langs:
        print(json.dumps(measure(options.langs, options.rows, options.megabytes)))
        return
    passed = ["--megabytes", str(options.megabytes)] + (["--rows", str(options.rows)] if options.rows else [])
    print("| languages | load s | MB held more | of it own | MB/s | query ms |\n|---|---|---|---|---|---|")
    for langs in (*([lang] for lang in LANGUAGES), list(LANGUAGES)):
        done = subprocess.run(
            [sys.executable, __file__, *passed, "--langs", *langs], capture_output=True, text=True, check=True
        )
        told = json.loads(done.stdout)
        speeds = ", ".join(f"{speed:.2f}" for speed in told["mb_s"].values())
        print(
            f"| {' '.join(langs)} | {told['import_s'] + told['load_s']:.2f} | {told['load_mb']:.0f} "
            f"| {told['own_mb']:.0f} | {speeds} | {told['query_ms']:.2f} |"
        )


if __name__ == "__main__":
    main()
