"""An index of names in memory: for lists, benches and tests. search/ keeps the same keys in a table."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final

from interlocal.languages.names import scoring, words
from interlocal.languages.names.keys import Kind, NameKey, name_keys
from interlocal.languages.names.scoring import Meaning, Score

_LEAST_ALIKE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity, the form of its name that answered, and how well."""

    id: str
    form: str
    score: Score


class NameIndex:
    """Forms of names by the pieces of their keys. Not for several threads while forms are added."""

    def __init__(self) -> None:
        self._forms: list[tuple[str, str]] = []
        self._meanings: list[Meaning] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._sizes: list[int] = []
        self._holders: list[set[tuple[int, int]]] = []
        self._by_gram: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_concept: dict[str, set[int]] = defaultdict(set)

    def add(self, entity: str, form: str, *, lang: str = "und", kind: Kind = "other") -> None:
        """One form of an entity's name."""
        number = len(self._forms)
        keys = name_keys(form, lang=lang, kind=kind)
        meaning = scoring.meaning(keys)
        self._forms.append((entity, form))
        self._meanings.append(meaning)
        for concept in meaning.all - {words.MORE}:
            self._by_concept[concept].add(number)
        for key in keys:
            if key.type in scoring.WORTH:
                self._holders[self._number(key)].add((number, key.level))

    def ranked(self, query: str, *, lang: str = "und", kind: Kind = "other", limit: int = 10) -> list[Hit]:
        """The entities most alike, best first, one hit each; equal scores by id."""
        keys = name_keys(query, lang=lang, kind=kind)
        ours = scoring.meaning(keys)
        forms = self._by_sound(keys)
        for number in self._by_meaning(ours.all):
            forms.setdefault(number, {})
        best: dict[str, Hit] = {}
        for number, types in forms.items():
            score = scoring.together(types, ours, self._meanings[number])
            entity, form = self._forms[number]
            if entity not in best or score.value > best[entity].score.value:
                best[entity] = Hit(entity, form, score)
        return sorted(best.values(), key=lambda hit: (-hit.score.value, hit.id))[:limit]

    def _number(self, key: NameKey) -> int:
        found = self._numbers.get((key.type, key.text))
        if found is not None:
            return found
        number = self._numbers[key.type, key.text] = len(self._sizes)
        grams = scoring.grams(key.type, key.text)
        self._sizes.append(len(grams))
        self._holders.append(set())
        for gram in grams:
            self._by_gram[key.type, gram].append(number)
        return number

    def _by_sound(self, keys: frozenset[NameKey]) -> dict[int, dict[str, float]]:
        """For each form that shares a key's pieces the best agreement of each type."""
        best: dict[int, dict[str, float]] = defaultdict(dict)
        for key in keys:
            if key.type not in scoring.WORTH:
                continue
            for number, value in self._alike(key):
                for form, level in self._holders[number]:
                    types = best[form]
                    levelled = scoring.levelled(value, key.level, level)
                    if levelled > types.get(key.type, 0.0):
                        types[key.type] = levelled
        return best

    def _alike(self, key: NameKey) -> list[tuple[int, float]]:
        """The keys of one type that share at least four tenths of their pieces with this one."""
        grams = scoring.grams(key.type, key.text)
        ours = len(grams)
        counted: Counter[int] = Counter()
        for gram in grams:
            counted.update(self._by_gram.get((key.type, gram), ()))
        worth = scoring.WORTH[key.type]
        return [
            (number, worth * scoring.alike(key.type, shared, ours, self._sizes[number]))
            for number, shared in counted.items()
            if 2 * shared >= _LEAST_ALIKE * (ours + self._sizes[number])
        ]

    def _by_meaning(self, concepts: frozenset[str]) -> set[int]:
        named = concepts - {words.MORE}
        telling = [concept for concept in named if words.weight(concept) >= 1] or named
        return {form for concept in telling for form in self._by_concept.get(concept, ())}
