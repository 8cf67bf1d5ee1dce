"""Why a subject was found, as data: the sentence is the door's, in the reader's language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from interlocal.ground.texts import Shown
from interlocal.ground.tongues import FALLBACKS
from interlocal.languages.folding import fold
from interlocal.languages.vocabulary import concept, concepts
from interlocal.search.asking import Asked, Question
from interlocal.search.engine import Ranked

# name and code: the very one; belonging: the name of what belongs to it, such as its place; part: of a name; han: the same Han characters, written or read another way; reading,
# sound and initials: a name in another script; meaning: the same concept; translated: a word another language has for
# it; words: the words themselves; typo: nearly what was typed.
Reason = Literal[
    "name",
    "code",
    "belonging",
    "begins",
    "part",
    "han",
    "reading",
    "sound",
    "initials",
    "meaning",
    "translated",
    "words",
    "typo",
]
MOST: Final = 2


@dataclass(frozen=True, slots=True)
class Why:
    """`seen` is the name, or for a meaning the concept's term as the reader says it. Empty where the mark shows it."""

    reason: Reason
    seen: Shown | None = None


_OF_LANES: Final[dict[str, Reason]] = {
    "word": "words",
    "gram": "words",
    "latin": "words",
    "han": "han",
    "sound": "sound",
    "concept": "meaning",
    "table": "translated",
}


def reasons(found: Ranked, question: Question, tongue: str) -> tuple[Why, ...]:
    """The weightiest first, at most two."""
    made: list[Why] = []
    if found.name is not None:
        made.append(Why(_of_name(found), Shown(found.name.text, found.name.lang)))
    if found.tier == 2 and found.text is not None:
        made += _of_text([question.asked[at] for at in found.text.terms], tongue)
    return tuple(made[:MOST])


def _of_name(found: Ranked) -> Reason:
    assert found.name is not None
    if not found.name.own:
        return "belonging"
    if found.name.how == "same":
        return "code" if found.name.lang == "und" and found.name.own else "name"
    return found.name.how


def _of_text(matched: Sequence[Asked], tongue: str) -> Iterable[Why]:
    weights: dict[Reason, float] = {}
    for one in matched:
        reason = _OF_LANES.get(one.lane, "words")
        weights[reason] = weights.get(reason, 0.0) + one.weight
    if "words" in weights and weights["words"] * 2 >= max(weights.values()):
        return [Why("words")]
    if "meaning" in weights:
        weights.pop("translated", None)
    ordered = sorted(weights, key=lambda reason: -weights[reason])
    meant = max((one for one in matched if one.lane == "concept"), key=lambda one: one.weight, default=None)
    return [
        Why(reason, term_of(meant.term, tongue) if reason == "meaning" and meant else None)
        for reason in ordered
    ]


def term_of(term: str, tongue: str) -> Shown | None:
    """The preferred term of a concept ("k:tourism") in the reader's language."""
    if (found := term.removeprefix("k:")) not in concepts():
        return None
    terms = concept(found).terms
    lang = next((lang for lang in FALLBACKS.get(tongue, ()) if terms.get(lang)), "")
    return Shown(terms[lang][0], lang) if lang else None


def needles(matched: Iterable[Asked], lang: str, words: str) -> list[str]:
    """What to mark in a text of that language, folded."""
    found = [fold(words)]
    for one in matched:
        if one.lane == "concept":
            found += _terms_in(one.term, lang)
        elif one.lane != "sound":
            found.append(fold(one.term.removeprefix("~") if one.lane == "gram" else _bare(one.term)))
    return [
        needle
        for needle in dict.fromkeys(found)
        if len(needle) > 1 or (needle and not needle.isascii() and needle > "\u3400" and needle < "\uac00")
    ]


def _bare(term: str) -> str:
    return term[2:] if term[1:2] == ":" else term


def _terms_in(term: str, lang: str) -> list[str]:
    if (found := term.removeprefix("k:")) not in concepts():
        return []
    return [fold(said) for said in concept(found).terms.get(lang, ())]
