"""Of what the terms are made: another version of it gives others, and an index made by the old one is then stale."""

from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import Final
from zlib import crc32

from interlocal.languages.han import TO_ONE
from interlocal.languages.vocabulary.loading import tables

# Counts up when the code that makes terms changes what it makes.
_CODE: Final = 2
_ANALYSERS: Final = ("python-mecab-ko", "python-mecab-ko-dic", "sudachipy", "sudachidict-small", "rjieba")


def of_terms() -> str:
    """Of the code, the analysers installed and the data that indexing reads, as a short text."""
    digest = crc32(" ".join((*map(_installed, _ANALYSERS), *TO_ONE, *TO_ONE.values())).encode())
    packed = files("interlocal.languages") / "data" / "hanja_words.tsv.gz"
    for source in (packed, *tables("concepts-")):
        digest = crc32(source.read_bytes(), digest)
    return f"{_CODE}-{digest:08x}"


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
