"""The lane of names: exact ones and codes, their beginnings and parts, other scripts by keys, and slips of typing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from interlocal.languages.folding import fold
from interlocal.languages.names import Kind, NameKey, name_keys
from interlocal.search import slots
from interlocal.search.ranking import Narrowed, narrowing

How = Literal["same", "begins", "part", "han", "reading", "sound", "initials", "typo"]

# By the type of a key: how sure it is that two names with one key are one, and what to call that.
KEYS: Final[dict[str, tuple[float, How]]] = {
    "e": (1.0, "same"),
    "x": (1.0, "han"),
    "X": (1.0, "han"),
    "g": (0.97, "reading"),
    "G": (0.97, "reading"),
    "r": (0.96, "reading"),
    "i": (0.9, "initials"),
    "s": (0.88, "sound"),
    "c": (0.5, "sound"),
}
# Letters from which on a key is one name's and not many words'.
TELLING: Final = {"x": 2, "X": 2, "g": 2, "G": 2, "i": 3, "e": 1}
TELLING_LATIN: Final = 5
LONGEST: Final = 80
# Forty letters of East Asia, or the longest name of an institution in Latin ones.
LONGEST_IN_BYTES: Final = 120
MOST: Final = 120
# Below this likeness a slip of typing is another word.
ALIKE: Final = 0.45
# The same where nothing else was found: two letters in the wrong order leave no more.
ALIKE_AT_ALL: Final = 0.3
ALIKE_KEY: Final = 0.6
_KINDS: Final[tuple[Kind, ...]] = ("person", "place", "body")


@dataclass(frozen=True, slots=True)
class Named:
    """A form of a subject that the words may mean; `sure` from 0 to 1."""

    subject: int
    nth: int
    lang: str
    text: str
    own: bool
    how: How
    sure: float


_FORMS = """
    select f.subject, f.nth, f.lang, f.text, f.own, %(how_{n})s, %(sure_{n})s::float8, ''
    from search_form_{slot} f join search_subject_{slot} n on n.id = f.subject
    where {found} and (n.readers is null or n.readers && %(audience)s::text[]) {narrowing}
    order by length(f.fold), f.subject limit {most}
"""
_KEYED = """
    select f.subject, f.nth, f.lang, f.text, f.own, k.type, case when q.level > 0 and k.level > 0 and q.level <> k.level
        then 0.8 else 1 end::float8, k.text
    from unnest(%(types)s::text[], %(keys)s::text[], %(levels)s::smallint[]) as q(type, text, level)
    join search_key_{slot} k on k.text = q.text and k.type = q.type
    join search_form_{slot} f on f.subject = k.subject and f.nth = k.nth
    join search_subject_{slot} n on n.id = k.subject
    where (n.readers is null or n.readers && %(audience)s::text[]) {narrowing}
    limit 300
"""

_SLIPS = """
    (select f.subject, f.nth, f.lang, f.text, f.own, 'typo', similarity(f.fold, %(fold)s)::float8, ''
     from search_form_{slot} f join search_subject_{slot} n on n.id = f.subject
     where f.fold %% %(fold)s and similarity(f.fold, %(fold)s) >= %(alike)s
     and (n.readers is null or n.readers && %(audience)s::text[]) {narrowing}
     order by 7 desc, f.subject limit 20)
    union all
    (select f.subject, f.nth, f.lang, f.text, f.own, 'typo', 0.9 * similarity(k.text, q.text)::float8, ''
     from unnest(%(keys)s::text[]) as q(text)
     join search_key_{slot} k on k.text %% q.text and similarity(k.text, q.text) >= %(alike_key)s
     join search_form_{slot} f on f.subject = k.subject and f.nth = k.nth
     join search_subject_{slot} n on n.id = k.subject
     where (n.readers is null or n.readers && %(audience)s::text[]) {narrowing}
     order by 7 desc, f.subject limit 20)
"""


def named(slot: int, words: str, *, narrowed: Narrowed, audience: frozenset[str]) -> dict[int, Named]:
    """The surest form of each subject that may be meant. One query."""
    folded = fold(words[:LONGEST])
    if not folded:
        return {}
    ways: list[tuple[str, How, float]] = [("f.fold = %(fold)s", "same", 1.0)]
    ways.append(("f.fold like %(prefix)s and f.fold <> %(fold)s", "begins", 0.8))
    if len(folded) > 2:
        # Two characters have no trigram; their pairs are terms of the titles.
        ways.append(("f.fold like %(inside)s and f.fold not like %(prefix)s", "part", 0.6))
    conditions, values = narrowing(narrowed)
    narrow = f"and {conditions}" if conditions else ""
    keys = sorted(keys_of(words), key=lambda key: (key.type, key.text, key.level))
    parts = [
        _FORMS.format(slot=slot, n=n, found=found, narrowing=narrow, most=MOST)
        for n, (found, *_) in enumerate(ways)
    ]
    literal = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    asked: dict[str, Any] = {
        "fold": folded,
        "prefix": f"{literal}%",
        "inside": f"%{literal}%",
        "audience": sorted(audience),
        "types": [key.type for key in keys],
        "keys": [key.text for key in keys],
        "levels": [key.level for key in keys],
        **{f"how_{n}": how for n, (_, how, _) in enumerate(ways)},
        **{f"sure_{n}": sure for n, (*_, sure) in enumerate(ways)},
        **values,
    }
    parts.append(_KEYED.format(slot=slot, narrowing=narrow))
    found = slots.rows(" union all ".join(f"({part})" for part in parts), asked)
    return _surest([_read(row, len(folded)) for row in found])


def slips(
    slot: int, words: str, *, narrowed: Narrowed, audience: frozenset[str], alike: float = ALIKE
) -> dict[int, Named]:
    """Forms that look like the words: what somebody may have meant to type. One query."""
    folded = fold(words[:LONGEST])
    if len(folded) < 3:
        return {}
    conditions, values = narrowing(narrowed)
    narrow = f"and {conditions}" if conditions else ""
    keys = {key.text for key in keys_of(words) if key.type in ("g", "r") and len(key.text) > 3}
    found = slots.rows(
        _SLIPS.format(slot=slot, narrowing=narrow),
        {
            "fold": folded,
            "keys": sorted(keys)[:12],
            "alike": alike,
            "alike_key": ALIKE_KEY,
            "audience": sorted(audience),
            **values,
        },
    )
    return _surest([_read(row, len(folded)) for row in found])


def keys_of(words: str) -> frozenset[NameKey]:
    """Of every kind of name: nobody says which one was typed. None of a whole sentence, which is no name."""
    if len(words.encode("utf-8", "replace")) > LONGEST_IN_BYTES:
        return frozenset()
    found = frozenset[NameKey]().union(*(name_keys(words, lang="und", kind=kind) for kind in _KINDS))
    return frozenset(key for key in found if key.type in KEYS)


def _read(row: Sequence[Any], asked: int) -> Named:
    subject, nth, lang, text, own, how, sure, key = row
    if how in KEYS:
        enough = len(key) >= TELLING.get(how, TELLING_LATIN)
        share, how = KEYS[how]
        sure *= share if enough else share * 0.6
    elif how in ("begins", "part"):
        sure *= 0.5 + 0.5 * min(1.0, asked / max(len(fold(text)), 1))
    return Named(subject, nth, lang, text, own, how, sure if own else sure * 0.5)


def _surest(found: Sequence[Named]) -> dict[int, Named]:
    best: dict[int, Named] = {}
    for one in found:
        if one.subject not in best or best[one.subject].sure < one.sure:
            best[one.subject] = one
    return best


def strong(found: Mapping[int, Named]) -> bool:
    return any(one.sure >= SURE for one in found.values())


# From here on a form is what was meant, not what it may be.
SURE: Final = 0.85
