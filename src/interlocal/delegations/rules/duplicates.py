"""Who may be one person entered twice, in whatever scripts. Only a person decides; this says whom to ask about, and why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.languages.folding import fold
from interlocal.languages.names import Reason, match_names, name_keys
from interlocal.languages.scripts import script_of

# From here on it is worth asking; and those further than LEAD behind the likeliest are not asked about.
ASKED_FROM: Final = 0.8
LEAD: Final = 0.05
# A key that so many share says nothing about any two of them.
_TOO_COMMON: Final = 40
_TELLING: Final = ("x", "g", "r", "e")
_WRITING: Final = {
    "Hani": "Han",
    "Hans": "Han",
    "Hant": "Han",
    "Jpan": "Han",
    "Hira": "Kana",
    "Hrkt": "Kana",
    "Kana": "Kana",
}
REASONS: Final[Mapping[str, Any]] = {
    Reason.SAME: _("The names are spelt the same."),
    Reason.VARIANT_HAN: _("The names have the same characters in another form."),
    Reason.SAME_HAN: _("The names have the same characters."),
    Reason.READING: _("The names are read the same."),
}


@dataclass(frozen=True, slots=True)
class Named:
    """One entry of somebody. `pool`: the preparation; only entries of `ours` are asked about with others.

    `latin` and `reading` are whole names, "" where missing.
    """

    key: str
    pool: str
    body: str
    ours: bool
    family: str
    given: str
    language: str
    latin: str = ""
    reading: str = ""

    @property
    def own(self) -> str:
        return f"{self.family} {self.given}".strip()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two entries that may be one person, by key; why is one of REASONS."""

    one: str
    other: str
    score: float
    reason: str


def likely(people: Sequence[Named], *, settled: Iterable[frozenset[str]] = ()) -> tuple[Alike, ...]:
    """Pairs to ask about, the surest first. `settled` are pairs somebody has judged, or that are linked already."""
    by_key = {one.key: one for one in people}
    judged = set(settled)
    found = [
        alike
        for one, other in _candidates(people)
        if frozenset((one, other)) not in judged and (alike := _compared(by_key[one], by_key[other]))
    ]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for alike in found:
        for key, pool in _sides(alike, by_key):
            best[key, pool] = max(best[key, pool], alike.score)
    leading = [
        alike for alike in found if any(alike.score >= best[side] - LEAD for side in _sides(alike, by_key))
    ]
    return tuple(sorted(leading, key=lambda alike: (-alike.score, alike.one, alike.other)))


def _sides(alike: Alike, by_key: Mapping[str, Named]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Each with the preparation in which the other is sought."""
    return (alike.one, by_key[alike.other].pool), (alike.other, by_key[alike.one].pool)


def _candidates(people: Sequence[Named]) -> list[tuple[str, str]]:
    """Pairs with a telling key in common, one of them ours; earlier entries only of the same body."""
    by_name: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in people:
        for key in _keys(one):
            by_name[key].append(one)
    pairs: dict[tuple[str, str], None] = {}
    for sharing in by_name.values():
        if len(sharing) > _TOO_COMMON:
            continue
        for one, other in combinations(sharing, 2):
            if _may_be_asked(one, other):
                first, second = (one, other) if one.ours else (other, one)
                pairs[first.key, second.key] = None
    return [pair for pair in pairs if (pair[1], pair[0]) not in pairs or pair[0] < pair[1]]


def _may_be_asked(one: Named, other: Named) -> bool:
    if one.ours and other.ours:
        return True
    return (one.ours or other.ours) and one.body == other.body


def _keys(one: Named) -> set[tuple[str, str]]:
    return {
        (key.type, key.text)
        for form in _forms(one)
        for key in name_keys(form, lang=one.language, kind="person")
        if key.type in _TELLING
    }


def _forms(one: Named) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in (one.own, one.latin, one.reading) if form))


def _compared(one: Named, other: Named) -> Alike | None:
    if _is_vetoed(one.own, other.own):
        return None
    found = (
        match_names(mine, theirs, kind="person", lang_a=one.language, lang_b=other.language)
        for mine in _forms(one)
        for theirs in _forms(other)
        if not _is_vetoed(mine, theirs)
    )
    best = max(
        (match for match in found if match.reason in REASONS), key=lambda match: match.score, default=None
    )
    if best is None or best.score < ASKED_FROM:
        return None
    return Alike(one.key, other.key, best.score, best.reason)


def _is_vetoed(one: str, other: str) -> bool:
    """Two names in one writing that are spelt differently are different names, however alike they sound."""
    scripts = {_WRITING.get(script, script) for script in (script_of(one), script_of(other))}
    return len(scripts) == 1 and not _spellings(one) & _spellings(other)


def _spellings(name: str) -> set[str]:
    """A name in both orders, folded."""
    first, _space, rest = name.partition(" ")
    return {fold(name), fold(rest + first)}
