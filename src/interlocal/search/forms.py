"""How names are kept so that any part of them is found quickly, in every script.

A trigram index is of no use for a word of two characters, and two characters are a whole word in Han and
hangul. So beside its folded forms a subject keeps their pairs of neighbours where one is of those scripts,
and single Han characters; each marked by a blank in front, which no folded form has.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from interlocal.languages.folding import fold

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_EAST_ASIAN = re.compile("[\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]")

LONGEST = 200
MOST_WORDS = 8


def grams(folded: str) -> list[str]:
    """The pairs and single characters of a folded form that are looked up as they are."""
    pairs = [f" {a}{b}" for a, b in pairwise(folded) if _EAST_ASIAN.match(a) or _EAST_ASIAN.match(b)]
    return list(dict.fromkeys([*pairs, *(f" {char}" for char in folded if _HAN.match(char))]))


def sought(folded: str) -> list[str]:
    """The grams a form must have to contain this: its pairs, or itself when it is one Han character."""
    if len(folded) == 1:
        return [f" {folded}"] if _HAN.match(folded) else []
    return [gram for gram in grams(folded) if len(gram) == 3]


def haystack(names: Iterable[str], also: Iterable[str]) -> str:
    """All folded forms in one text: names between line breaks, what else it is found by between tabs."""
    return "".join(f"\n{name}\n" for name in names) + "".join(f"\t{form}\t" for form in also)


def words(typed: str) -> list[str]:
    """What was typed as folded words; none when there is nothing to look for in it."""
    folded = (fold(word) for word in typed[:LONGEST].split())
    return list(dict.fromkeys(word for word in folded if word))[:MOST_WORDS]
