"""Reduce libhangul's hanja.txt to what search needs: a hangul word, then its likeliest Han words.

    python tools/make_hanja_words.py /usr/share/libhangul/hanja/hanja.txt

Likeliest are words that Chinese or Japanese know too: a query is to find texts in these languages. Among
several the order of the list decides. Run again only when the list or a dictionary changes.
"""

import gzip
import math
import re
import sys
from collections import defaultdict
from pathlib import Path

import rjieba
from sudachipy import Dictionary, SplitMode

from interlocal.languages.folding import fold
from interlocal.languages.han import GROUPS
from interlocal.languages.vocabulary import loading

TARGET = Path(__file__).parents[1] / "src" / "interlocal" / "languages" / "data" / "hanja_words.tsv.gz"
KEPT = 2
_JAPANESE = {group[0]: group[1] for group in GROUPS}
_HANGUL, _HAN = re.compile("[가-힣]{2,12}"), re.compile("[\u3400-\u9fff\uf900-\ufaff]+")


def listed(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in path.read_text().splitlines():
        hangul, _, rest = line.partition(":")
        han = rest.partition(":")[0]
        if _HANGUL.fullmatch(hangul) and _HAN.fullmatch(han) and len(han) == len(hangul):
            found[hangul].append(han)
    return found


class Shared:
    """How much a Han word is a word of Chinese and Japanese as well."""

    def __init__(self) -> None:
        self._japanese = Dictionary(dict="small").tokenizer(mode=SplitMode.C)
        self._chinese = rjieba.Jieba()
        self._ours = _in_vocabulary()

    def weight(self, han: str) -> float:
        return (
            self._in_chinese(fold(han)) + self._in_japanese(han) + (6.0 if fold(han) in self._ours else 0.0)
        )

    def _in_chinese(self, simplified: str) -> float:
        if not self._chinese.has_word(simplified):
            return 0.0
        return 1.0 + math.log(1 + self._chinese.suggest_freq(simplified)) / 2

    def _in_japanese(self, han: str) -> float:
        units = self._japanese.tokenize(_japanese_form(han))
        return 0.0 if len(units) != 1 or units[0].is_oov() else 5.0


def _in_vocabulary() -> set[str]:
    """Han words of the field: 知事 rather than 志士 or 支社 for 지사."""
    cells = [cell for row in loading.rows("concepts-", columns=6) for cell in row[3:5]]
    cells += [cell for row in loading.rows("words-", columns=4) for cell in row[1:3]]
    return {fold(term.strip()) for cell in cells for term in cell.split(";")}


def _japanese_form(han: str) -> str:
    return "".join(_JAPANESE.get(char, char) for char in han)


def best(hans: list[str], shared: Shared) -> list[str]:
    once: dict[str, str] = {}
    for han in hans:
        once.setdefault(fold(han), han)
    if len(once) == 1:
        return list(once.values())
    # The list has the commonest word first and the rest by their characters.
    weighed = sorted(
        ((shared.weight(han) + (4.0 if at == 0 else 0.0), -at, han) for at, han in enumerate(once.values())),
        reverse=True,
    )
    known = [han for weight, at, han in weighed if weight > 0]
    return (known or [han for _, _, han in weighed])[:KEPT]


def main() -> None:
    shared = Shared()
    found = listed(Path(sys.argv[1]))
    lines = sorted(f"{hangul}\t{' '.join(best(hans, shared))}\n".encode() for hangul, hans in found.items())
    TARGET.write_bytes(gzip.compress(b"".join(lines), 9, mtime=0))
    print(f"{len(lines)} words, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
