"""Which concepts a text speaks of, and what a general word is in other languages.

One table serves Korean, Japanese and Chinese: their letters do not meet but in Han, and there a word of
one is read by the others (観光 in a Chinese text is still tourism).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from interlocal.languages.tokens.latin import STOP_WORDS, latin_word
from interlocal.languages.tokens.writing import HAN, HANGUL, KANA, LATIN, cleaned, simplified
from interlocal.languages.vocabulary.loading import LANGUAGES, concepts, word, word_rows

_EAST: Final = re.compile(f"[{HAN}{KANA}{HANGUL}]")
_LATIN_WORD: Final = re.compile(f"[{LATIN}]+(?:['’][{LATIN}]+)*|[0-9]+(?:[.,][0-9]+)*")
# Inside a term of East Asia these join or part nothing.
_JOINT_SIGNS: Final = " \t\u3000・·‧-‐‑‒–—―/"
_JOINTS: Final = re.compile(f"[{re.escape(_JOINT_SIGNS)}]+")
_WITHOUT_JOINTS: Final = dict.fromkeys(map(ord, _JOINT_SIGNS))
_SENTENCE: Final = re.compile(r"[。．！？!?\n,、，;；:：()（）「」『』“”\"\[\]【】]+")
_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc]")
_ENDINGS: Final = {
    "ko": re.compile("(?<=.)(?:하다|되다|시키다|이다|스럽다|롭다|적인|적|다)$"),
    "ja": re.compile("(?<=.)(?:する|される|的な|な|の|に)$"),
}


class Found(NamedTuple):
    """A concept and where its term stands, in characters or words of the part searched."""

    start: int
    end: int
    concept: str


def concepts_in(text: str, *, lang: str) -> tuple[str, ...]:
    """Ids, in the order of the text, of the longest terms alone: 외국인 유학생 is not also 외국인."""
    return _ids(found for part in _found(text) for found in _longest(part))


def concepts_within(text: str) -> tuple[str, ...]:
    """As concepts_in, with the concepts whose terms stand inside longer ones."""
    return _ids(found for part in _found(text) for found in part)


def translations(said: str, *, lang: str) -> Mapping[str, tuple[str, ...]]:
    """A general word in the other languages, each with what it may be there; empty if not listed.

    The word as a dictionary or an analyser has it: 포기하다, 포기, 放棄する, 放棄, give up.
    """
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for at in _rows_of_words(lang).get(key_of_word(said, lang), ()):
        for other, terms in word(at).items():
            if other != lang:
                found[other] |= dict.fromkeys(terms)
    return {other: tuple(terms) for other, terms in found.items()}


def key_of_word(said: str, lang: str) -> str:
    """Under which the forms of a general word meet: without the ending that makes it a verb."""
    if lang == "en":
        return " ".join(_latin_words(said))
    key = _squashed(simplified(said.lower()))
    ending = _ENDINGS.get(lang)
    return ending.sub("", key) if ending else key


def _squashed(text: str) -> str:
    return text.translate(_WITHOUT_JOINTS)


def _ids(found: Iterable[Found]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.concept for one in found))


def _longest(found: list[Found]) -> Iterator[Found]:
    start, end = -1, 0
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        # One term may mean two concepts.
        if one.end > end or (one.start, one.end) == (start, end):
            yield one
            start, end = one.start, one.end


def _found(text: str) -> Iterator[list[Found]]:
    for part in _SENTENCE.split(cleaned(text)):
        if _EAST.search(part):
            yield sorted(_found_in_east(part))
        if len(part) > 1:
            yield sorted(_found_in_latin(part))


def _found_in_east(part: str) -> Iterator[Found]:
    plain = simplified(part.lower())
    starts = _starts(plain)
    squashed = _squashed(plain)
    by_head = _east_terms()
    for at in range(len(squashed) - 1):
        for term, ids in by_head.get(squashed[at : at + 2], ()):
            if squashed.startswith(term, at) and _stands_alone(squashed, term, at, starts):
                yield from (Found(at, at + len(term), concept) for concept in ids)


def _starts(plain: str) -> set[int]:
    """Where words set apart begin, in characters of the text without joints."""
    found, gone = {0}, 0
    for joint in _JOINTS.finditer(plain):
        gone += joint.end() - joint.start()
        found.add(joint.end() - gone)
    return found


def _stands_alone(text: str, term: str, at: int, starts: set[int]) -> bool:
    """Two syllables may be the end of one word and the head of the next; kana words have no joints to see."""
    end = at + len(term)
    if _KATAKANA.match(term):
        before, after = text[at - 1 : at], text[end : end + 1]
        return len(term) > 3 or not (_KATAKANA.match(before) or _KATAKANA.match(after))
    if len(term) > 2:
        return True
    return not any(start in starts for start in range(at + 1, end))


def _found_in_latin(part: str) -> Iterator[Found]:
    found = _latin_words(part)
    by_head = _latin_terms()
    for at, head in enumerate(found):
        for term, ids in by_head.get(head, ()):
            if found[at : at + len(term)] == term:
                yield from (Found(at, at + len(term), concept) for concept in ids)


def _latin_words(text: str) -> list[str]:
    stems = (latin_word(word) for word in _LATIN_WORD.findall(text))
    return [stem for stem in stems if stem and stem not in STOP_WORDS]


@cache
def _east_terms() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Terms with any East Asian letter by their first two characters."""
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    for concept in concepts().values():
        for term in (term for lang in LANGUAGES for term in concept.terms[lang]):
            if _EAST.search(term) and len(key := _squashed(simplified(term.lower()))) > 1:
                ids[key][concept.id] = None
    by_head: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for key, found in ids.items():
        by_head[key[:2]].append((key, tuple(found)))
    return dict(by_head)


@cache
def _latin_terms() -> dict[str, list[tuple[list[str], tuple[str, ...]]]]:
    """Terms in Latin letters, as stems, by their first."""
    ids: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for concept in concepts().values():
        for term in (term for lang in LANGUAGES for term in concept.terms[lang]):
            if not _EAST.search(term) and (stems := tuple(_latin_words(term))):
                ids[stems][concept.id] = None
    by_head: dict[str, list[tuple[list[str], tuple[str, ...]]]] = defaultdict(list)
    for stems, found in ids.items():
        by_head[stems[0]].append(([*stems], tuple(found)))
    return dict(by_head)


@cache
def _rows_of_words(lang: str) -> dict[str, tuple[int, ...]]:
    """The rows in which a word of the language stands, by its key."""
    column = LANGUAGES.index(lang)
    found: dict[str, tuple[int, ...]] = {}
    for at, row in enumerate(word_rows()):
        for term in row.split("\t")[column].split(";"):
            key = key_of_word(term.strip(), lang)
            rows = found.get(key, ())
            if key and at not in rows:
                found[key] = (*rows, at)
    return found
