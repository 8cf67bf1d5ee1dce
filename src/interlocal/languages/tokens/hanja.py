"""Korean nouns as the Han words they come from: 관광 觀光. From libhangul's list (see NOTICE), reduced.

The list is one block of bytes searched in place: as a dict it would take ten times the memory.
"""

import gzip
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_LONGEST: Final = 12


def words(hangul: str) -> tuple[str, ...]:
    """The Han words of a noun, likeliest first, as printed in Korea; of a compound its longest known parts.

    Empty for a word that is not from Chinese, or not known.
    """
    known = _listed(hangul)
    if known or len(hangul) < 4:
        return known
    return tuple(_listed(part)[0] for part in parts(hangul) if is_known(part))


def is_known(hangul: str) -> bool:
    return bool(_listed(hangul))


def is_made_of_known(hangul: str) -> bool:
    return all(is_known(part) for part in parts(hangul))


@lru_cache(maxsize=20_000)
def _parts(hangul: str) -> tuple[str, ...]:
    found: list[str] = []
    at = 0
    while at < len(hangul):
        end = next(
            (end for end in range(min(len(hangul), at + _LONGEST), at + 1, -1) if is_known(hangul[at:end])), 0
        )
        found.append(hangul[at : end or at + 1])
        at = end or at + 1
    return tuple(found)


def parts(hangul: str) -> list[str]:
    """A compound cut into the longest words listed; syllables in none stand alone; all, if none is listed."""
    found = _parts(hangul)
    return list(found) if len(found) < len(hangul) else [hangul]


@lru_cache(maxsize=20_000)
def _listed(hangul: str) -> tuple[str, ...]:
    if not 2 <= len(hangul) <= _LONGEST:
        return ()
    key = hangul.encode("utf-8", "replace") + b"\t"
    line = _first_line_from(key)
    return tuple(line[len(key) :].decode().split(" ")) if line.startswith(key) else ()


def _first_line_from(key: bytes) -> bytes:
    """The first line not before the key, by halving the block between two starts of lines."""
    block = _block()
    low, high = 0, len(block)
    while low < high:
        start = block.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = block.find(b"\n", start)
        if block[start:end] < key:
            low = end + 1
        else:
            high = start
    return block[low : block.find(b"\n", low)]


@cache
def _block() -> bytes:
    packed = files("interlocal.languages") / "data" / "hanja_words.tsv.gz"
    return gzip.decompress(packed.read_bytes())
