"""Who is found for some words, in order: the same for pages, suggestions of the next best, the command and the bench."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from interlocal.languages.folding import fold
from interlocal.search import asking, naming, ranking
from interlocal.search.asking import Question
from interlocal.search.codes import storable
from interlocal.search.naming import Named
from interlocal.search.ranking import Matched, Narrowed

LONGEST: Final = 200
# Texts that have less of what was asked for than the best one are no results; fewer still, where a name was meant.
SHARE: Final = 0.2
SHARE_BESIDE_A_NAME: Final = 0.5
_NOTHING: Final = Narrowed()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One subject found. `tier`: 0 that name or code itself, 1 surely that name, 2 anything else; `score` within it."""

    subject: int
    tier: int
    score: float
    text: Matched | None = None
    name: Named | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """`more`: so many were found that only the best are here."""

    question: Question | None = None
    ranked: tuple[Ranked, ...] = field(default=())
    more: bool = False


def answer(
    words: str,
    *,
    narrowed: Narrowed = _NOTHING,
    audience: frozenset[str] = frozenset(),
    lang: str = "",
    kept: int = ranking.KEPT,
    longest: int = LONGEST,
) -> Answer:
    """At most four queries, and as many for one row as for a million. `lang`: of the words, where it is known."""
    asked_for = storable(words[:longest])
    if not fold(asked_for):
        return Answer()
    asked = asking.question(asked_for, lang=lang, within=narrowed.lang)
    if asked is None:
        return Answer()
    names = naming.named(asked.slot, asked_for, narrowed=narrowed, audience=audience)
    texts = ranking.ranked(asked, narrowed=narrowed, audience=audience, kept=kept)
    if not naming.strong(names):
        alike = naming.ALIKE if texts or names else naming.ALIKE_AT_ALL
        slips = naming.slips(asked.slot, asked_for, narrowed=narrowed, audience=audience, alike=alike)
        names = {**slips, **names}
    return Answer(asked, tuple(_together(texts, names)), len(texts) >= kept * 3 // 4)


def _together(texts: list[Matched], names: Mapping[int, Named]) -> list[Ranked]:
    best = max((one.score for one in texts), default=1.0) or 1.0
    share = SHARE_BESIDE_A_NAME if naming.strong(names) else SHARE
    found = {one.subject: one for one in texts if one.score >= share * best or one.subject in names}
    made = [_ranked(subject, found.get(subject), names.get(subject), best) for subject in {**found, **names}]
    return sorted(made, key=lambda one: (one.tier, -one.score, -one.subject))


def _ranked(subject: int, text: Matched | None, name: Named | None, best: float) -> Ranked:
    score = text.score / best if text else 0.0
    if name is None:
        return Ranked(subject, 2, score, text)
    tier = 2
    if name.sure >= naming.SURE:
        tier = 0 if name.how == "same" else 1
    return Ranked(subject, tier, score + name.sure, text, name)
