"""Names while they are typed: beginnings first, in any script, then what looks like it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.languages.folding import fold
from interlocal.search import slots
from interlocal.search.codes import storable
from interlocal.search.naming import keys_of
from interlocal.search.strokes import letters

LIMIT: Final = 8
LONGEST: Final = 60
NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggested:
    """A subject that may be meant. `matched`: its form that begins as typed, where that is not the name shown."""

    kind: str
    key: str
    name: Shown
    matched: Shown | None
    country: str
    home: tuple[str, str]


# Which kinds come first where names are equally near.
_PLACE = (
    "case n.kind when 'series' then 0 when 'body' then 1 when 'person' then 2 when 'topic' then 3 when 'edition' then 4 "
    "when 'tie' then 5 else 6 end"
)
_MAY = "(n.readers is null or n.readers && %(audience)s::text[])"
# Beginnings of forms, and of keys: what a name sounds like, read in another language.
_BEGINNINGS = """
    with near as (
        (select f.subject, f.nth, (case when f.own then 0 else 40 end) + length(f.typed) as far
         from search_form_{slot} f join search_subject_{slot} n on n.id = f.subject
         where f.typed like %(prefix)s and {may} order by 3, 1 limit 60)
        union all
        (select k.subject, k.nth, 20 + length(k.text) from search_key_{slot} k
         join search_subject_{slot} n on n.id = k.subject
         where %(keyed)s and k.text like any(%(keys)s::text[]) and k.type in ('x', 'X', 'g', 'G', 'r', 's') and {may}
         order by 3, 1 limit 60)
    ),
    once as (select distinct on (subject) subject, nth, far from near order by subject, far, nth)
    select n.kind, n.key, n.label::text, n.country, n.home_kind, n.home_key, f.text, f.lang
    from once o join search_subject_{slot} n on n.id = o.subject
    join search_form_{slot} f on f.subject = o.subject and f.nth = o.nth
    order by o.far / 8, {place}, o.far, n.day desc nulls last, n.key limit %(limit)s
"""
_ALIKE = """
    select n.kind, n.key, n.label::text, n.country, n.home_kind, n.home_key, f.text, f.lang
    from search_form_{slot} f join search_subject_{slot} n on n.id = f.subject
    where f.fold %% %(fold)s and f.own and {may}
    order by similarity(f.fold, %(fold)s) desc, {place}, n.key limit %(limit)s
"""


def suggest(
    *, typed: str, tongue: str, audience: frozenset[str] = NOBODY, limit: int = LIMIT
) -> tuple[Suggested, ...]:
    """At most `limit` subjects whose name may be what is being typed. Three queries at most, none for signs alone."""
    typed = storable(typed[:LONGEST])
    struck, folded = letters(typed), fold(typed)
    if not struck:
        return ()
    serving = slots.serving()
    if serving is None:
        return ()
    values = _values(typed, struck, folded, audience, limit)
    found = slots.rows(_said(_BEGINNINGS, serving.slot), values)
    if len(found) < limit and len(folded) > 2:
        found += slots.rows(_said(_ALIKE, serving.slot), values)
    made = {(row[0], row[1]): row for row in reversed(found)}
    ordered = dict.fromkeys((row[0], row[1]) for row in found)
    return tuple(_suggested(made[subject], tongue, folded) for subject in list(ordered)[:limit])


def _said(words: str, slot: int) -> str:
    return words.format(slot=slot, may=_MAY, place=_PLACE)


def _values(typed: str, struck: str, folded: str, audience: frozenset[str], limit: int) -> dict[str, Any]:
    keys = [key.text for key in keys_of(typed) if key.type in "xXgGrs" and len(key.text) > 1]
    return {
        "prefix": f"{_literal(struck)}%",
        "fold": folded,
        "keyed": bool(keys),
        "keys": [f"{_literal(key)}%" for key in dict.fromkeys(keys)][:24],
        "audience": sorted(audience),
        "limit": limit,
    }


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _suggested(row: Sequence[Any], tongue: str, folded: str) -> Suggested:
    kind, key, label, country, home_kind, home_key, text, lang = row
    name = labels.shown(json.loads(label), tongue)
    same = text == name.text or folded in fold(name.text)
    home = (home_kind, home_key) if home_kind else (kind, key)
    return Suggested(kind, key, name, None if same else Shown(text, lang), country, home)
