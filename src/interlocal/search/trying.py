"""When nothing was found: what would find something."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from interlocal.ground.texts import Shown
from interlocal.ground.tongues import FALLBACKS
from interlocal.languages.folding import fold
from interlocal.languages.vocabulary import concept, concepts, concepts_within
from interlocal.search import engine, naming, slots
from interlocal.search.codes import storable
from interlocal.search.ranking import Narrowed

MOST: Final = 5
NOBODY: Final[frozenset[str]] = frozenset()
# An offer may be farther from what was typed than a result.
ALIKE: Final = 0.3
_NOTHING: Final = Narrowed()
_CLEARED: Final[dict[str, dict[str, Any]]] = {
    **{name: {name: ""} for name in ("kind", "country", "body", "topic", "lang")},
    "year": {"year": 0},
}
FILTERS: Final = ("kind", "country", "body", "topic", "year", "lang")


@dataclass(frozen=True, slots=True)
class Better:
    """A search that finds something: without a filter (`dropped`), with other words, or for a wider or nearer concept."""

    way: Literal["without", "spelt", "concept", "fewer"]
    words: str
    count: int
    dropped: str = ""
    shown: Shown | None = None


def next_best(
    *, words: str, narrowed: Narrowed = _NOTHING, tongue: str, audience: frozenset[str] = NOBODY
) -> tuple[Better, ...]:
    """Searches that would find something, the nearest first; only what the asker may see is counted."""
    words = storable(words[: engine.LONGEST])
    if not fold(words):
        return ()
    found = [
        *_without(words, narrowed, audience),
        *_spelt(words, audience),
        *_related(words, tongue, audience),
    ]
    if not found:
        found = _fewer(words, audience)
    return tuple(found[:MOST])


def _count(words: str, narrowed: Narrowed, audience: frozenset[str]) -> int:
    return len(engine.answer(words, narrowed=narrowed, audience=audience).ranked)


def _without(words: str, narrowed: Narrowed, audience: frozenset[str]) -> list[Better]:
    """Each filter dropped alone; all of them where that does not do."""
    held = [name for name in FILTERS if getattr(narrowed, name)]
    tried = [(name, replace(narrowed, **_CLEARED[name])) for name in held]
    found = [
        Better("without", words, n, name) for name, less in tried if (n := _count(words, less, audience))
    ]
    if not found and len(held) > 1 and (n := _count(words, _NOTHING, audience)):
        return [Better("without", words, n, "all")]
    return found


def _spelt(words: str, audience: frozenset[str]) -> list[Better]:
    """The names that look most like the words."""
    serving = slots.serving()
    if serving is None:
        return []
    found = naming.slips(serving.slot, words, narrowed=_NOTHING, audience=audience, alike=ALIKE)
    best = sorted(found.values(), key=lambda one: -one.sure)[:2]
    names = dict.fromkeys((one.text, one.lang) for one in best if fold(one.text) != fold(words))
    return [
        Better("spelt", text, n, shown=Shown(text, lang))
        for text, lang in names
        if (n := _count(text, _NOTHING, audience))
    ]


def _related(words: str, tongue: str, audience: frozenset[str]) -> list[Better]:
    """Wider concepts than those the words speak of, then their neighbours."""
    found = []
    for near in list(dict.fromkeys(_near(words)))[:4]:
        terms = concept(near).terms
        lang = next(lang for lang in (*FALLBACKS.get(tongue, ()), "en") if terms.get(lang))
        if n := _count(terms[lang][0], _NOTHING, audience):
            found.append(Better("concept", terms[lang][0], n, shown=Shown(terms[lang][0], lang)))
    return found


def _near(words: str) -> list[str]:
    said = concepts_within(words)
    wider = [one for near in said for one in concept(near).broader if one in concepts()]
    beside = [one.id for one in concepts().values() if set(one.broader) & {*said, *wider}]
    return [one for one in (*wider, *beside) if one not in said]


def _fewer(words: str, audience: frozenset[str]) -> list[Better]:
    """Each word alone."""
    alone = list(dict.fromkeys(words.split()))[:4]
    if len(alone) < 2:
        return []
    return [Better("fewer", word, n) for word in alone if (n := _count(word, _NOTHING, audience))]
