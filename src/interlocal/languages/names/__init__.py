"""Names of people, places and bodies across Korean, Japanese, Chinese and English. Pure: no database, no Django.

keys           name_keys: what a form of a name is compared by; the only thing an index need store
scoring        score: two names by their keys, the same arithmetic for pairs, lists and rows of a database
matching       match_names, rank_names: a score from 0 to 1 and a Reason
index          NameIndex: many names in memory
units          provinces, cities, towns at the end of a name, and their level
words          institution and title words in four languages (institutions.tsv)
korean         Korean names in Latin letters, by rule and by custom, back in hangul
abbreviations  경북, 全北, Gyeongbuk and other short names
sounds         skeletons under which Latin spellings meet
"""

from interlocal.languages.names.index import Hit, NameIndex
from interlocal.languages.names.keys import Kind, NameKey, name_keys
from interlocal.languages.names.matching import (
    Candidate,
    Match,
    Ranked,
    Reason,
    match_names,
    rank_names,
    reason_for,
)
from interlocal.languages.names.scoring import Score, score

# Changes whenever the keys of some name would: an index built by another version is to be rebuilt.
KEYS_VERSION = "1"

__all__ = [
    "KEYS_VERSION",
    "Candidate",
    "Hit",
    "Kind",
    "Match",
    "NameIndex",
    "NameKey",
    "Ranked",
    "Reason",
    "Score",
    "match_names",
    "name_keys",
    "rank_names",
    "reason_for",
    "score",
]
