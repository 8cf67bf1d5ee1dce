"""Keys under which the forms of one name meet across four languages.

A key has a type, and only keys of one type are compared:
    x  Han characters, folded              慶尚北道 = 庆尚北道
    g  hangul: as given, or read from Han, kana, Latin      鳥取 돗토리, 李 이, Cheol-woo 철우
    r  Latin letters: as given, or spelt from a reading      鸟取 tottori, 山东 shandong
    s  sound skeletons of Latin spellings
    w  ids of translated words             协会 association
    p  ids of words that may be part of a name instead      부산항, 김태호
    i  initials of an English name          CLAIR
    X, G  long names as one piece, in Han and in hangul
    e  the exact folded form, for writings not known here
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from interlocal.languages import hangul, kana, katakana, pinyin, readings
from interlocal.languages.folding import fold
from interlocal.languages.names import korean, sounds, units, words
from interlocal.languages.names.abbreviations import in_full
from interlocal.languages.names.units import Core
from interlocal.languages.scripts import script_of

Kind = Literal["person", "place", "body", "other"]
Writing = Literal["Han", "Hangul", "Kana", "Latin"]

LONGEST_FORM: Final = 120
LONGEST_KEY: Final = 80


@dataclass(frozen=True, slots=True)
class NameKey:
    """One key of a form: its type (above), its text, the level its unit shows (0 unknown, 1 province ... 3 town)."""

    type: str
    text: str
    level: int = 0


def name_keys(form: str, *, lang: str = "und", kind: Kind = "other") -> frozenset[NameKey]:
    """The keys of one form of a name; empty for a form without letters. Any text at all is accepted."""
    return _keys(form[:LONGEST_FORM], kind)


@lru_cache(maxsize=8_192)
def _keys(form: str, kind: Kind) -> frozenset[NameKey]:
    text = clean(form)
    found: set[NameKey] = set()
    for spelling in (text, *in_full(text)):
        found.update(_of_spelling(spelling, kind))
    return frozenset(key for key in found if 0 < len(key.text) <= LONGEST_KEY)


def clean(form: str) -> str:
    """A form without controls, marks of direction, surrogates and what stands in brackets after the name."""
    text = unicodedata.normalize("NFKC", form.encode("utf-8", "ignore").decode())
    text = "".join(char for char in text if unicodedata.category(char) not in _NOT_SHOWN)
    return " ".join(_BRACKETS.sub(" ", text).split()) or " ".join(text.split())


def writing_of(text: str) -> Writing | None:
    """The writing a name is matched by: Han with kana beside it counts as Han. None for others, or no letters."""
    return _WRITINGS.get(script_of(text))


def _of_spelling(text: str, kind: Kind) -> Iterator[NameKey]:
    writing = writing_of(text)
    if writing is None:
        yield NameKey("e", fold(text))
        return
    parts = _parts(text, writing, kind)
    yield from (NameKey("w", concept) for concept in parts.concepts)
    yield from (NameKey("p", concept) for concept in parts.perhaps)
    if (parts.concepts or parts.perhaps) and parts.names:
        yield NameKey("w", words.MORE)
    for name, level in parts.names:
        for type_, key in _SPELT[writing_of(name) or writing](name):
            yield NameKey(type_, key, level)
    yield from (NameKey(type_, key) for type_, key in _whole(text, writing))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name taken apart: translated words, and the stretches to be compared by sound, with their levels."""

    concepts: frozenset[str]
    perhaps: frozenset[str]
    names: frozenset[tuple[str, int]]


def _parts(text: str, writing: Writing, kind: Kind) -> _Parts:
    plain = _plain(text, writing)
    core = Core(plain, 0) if kind == "person" else units.without_unit(plain, writing)
    said = words.parsed(plain, writing)
    concepts, perhaps = said.concepts, said.perhaps
    if kind == "person" or (writing == "Latin" and _is_korean_name(plain)):
        concepts, perhaps = concepts & words.titles(), frozenset[str]()
    elif core.level and not _named_by_words(plain, core, writing):
        # 都城市 is no 城市 and 기후현 has no climate: a place is what stands before its unit.
        concepts = perhaps = frozenset[str]()
    names = {(text, core.level), (_same_part(text, core.text, writing), core.level)}
    if concepts or perhaps:
        rest = Core(said.rest, 0) if kind == "person" else units.without_unit(said.rest, writing)
        names = names if concepts <= words.titles() else set()
        names |= {(said.rest, rest.level), (rest.text, rest.level)}
    names |= {(full, level) for name, level in names for full in in_full(name)}
    return _Parts(concepts, perhaps, frozenset(pair for pair in names if pair[0]))


def _is_korean_name(plain: str) -> bool:
    """A known family name before syllables of a given one: Park Young-soo is neither a park nor young."""
    family, _, given = plain.partition(" ")
    return bool(given and korean.families(family) and korean.syllables(given.replace(" ", "-")))


def _named_by_words(plain: str, core: Core, writing: Writing) -> bool:
    if writing == "Latin" and _DIRECTION.match(core.text):
        return False
    inside = words.parsed(core.text, writing)
    return bool(inside.concepts) and (bool(inside.rest) or plain[-1] in _UNITS_OF_OFFICES)


def _whole(text: str, writing: Writing) -> Iterator[tuple[str, str]]:
    """A long name as one piece: what the table of words misses, the same Han characters still show."""
    if writing == "Latin":
        yield from (("i", letters) for letters in _initials(text))
        return
    typed = _NOT_LETTERS.sub("", text)
    if not _LONG_ENOUGH <= len(typed) <= readings.LONGEST:
        return
    if writing == "Han":
        yield "X", fold(text)
        yield from (("G", said) for said in readings.korean(typed, 2)[:1])
    elif writing == "Hangul":
        yield "G", typed


def _plain(text: str, writing: Writing) -> str:
    """A text as the tables of units and words have it."""
    return _without_marks(text.casefold()) if writing == "Latin" else fold(text)


def _without_marks(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _same_part(text: str, core: str, writing: Writing) -> str:
    """The beginning of a Han text as it was typed: its characters say more than their folded forms."""
    typed = _NOT_LETTERS.sub("", text)
    return typed[: len(core)] if writing == "Han" and len(fold(typed)) == len(typed) else core


def _of_han(name: str) -> Iterator[tuple[str, str]]:
    yield "x", fold(name)
    typed = _NOT_LETTERS.sub("", name)
    for hangul_form in readings.korean(typed):
        yield "g", hangul_form
        yield from _latin_sounds(hangul.romanised(hangul_form), "ko")
        yield from _as_japan_hears(hangul_form)
    for kana_form in readings.japanese(typed):
        yield from _of_kana(kana_form)
    if not _KANA.search(typed) and (said := readings.chinese(typed)):
        yield "g", pinyin.in_hangul(said.split())
        yield from _latin_sounds(said.replace(" ", ""), "")


def _of_hangul(name: str) -> Iterator[tuple[str, str]]:
    for words_ in _orders(name.split()):
        joined = _NOT_LETTERS.sub("", "".join(words_))
        yield "g", joined
        yield from _latin_sounds(hangul.romanised(joined), "ko")
        yield from _latin_sounds("".join(map(hangul.romanised, joined[:_LONG_NAME])), "ko")
        yield from _as_japan_hears(joined)


def _as_japan_hears(korean_form: str) -> Iterator[tuple[str, str]]:
    """Korean in kana, back in Latin letters; ㅎ between voiced sounds is often not heard (춘희 チュニ)."""
    for form in (korean_form, hangul.without_weak_h(korean_form)):
        yield "s", sounds.skeleton(kana.hepburn(katakana.from_hangul(form), "passport"))


def _of_kana(name: str) -> Iterator[tuple[str, str]]:
    for words_ in _orders(re.split("[ ・＝=]+", name)):
        whole = " ".join(words_)
        yield "g", kana.to_hangul(whole).replace(" ", "")
        yield "g", kana.in_common_hangul(whole).replace(" ", "")
        yield from _latin_sounds(kana.hepburn(whole, "passport"), "")


def _of_latin(name: str) -> Iterator[tuple[str, str]]:
    pieces = name.replace(",", " ").split()
    for words_ in _orders(pieces):
        yield from _latin_sounds("".join(words_), "")
        yield from _latin_sounds("".join(words_), "ko")
        yield "s", sounds.skeleton("".join(words_), "en")
        yield from (("g", form) for form in _in_hangul(words_))
        for form in _korean_name(words_):
            yield "g", form
            yield from _as_japan_hears(form)
    if direction := _DIRECTION.match(name):
        yield from _of_latin(direction[2] + _DIRECTIONS[direction[1].casefold()])


def _in_hangul(words_: Sequence[str]) -> Iterator[str]:
    """A Latin name in hangul as if it were Japanese, Chinese, Korean."""
    if len(words_) > _MANY_WORDS:
        return
    if japanese := kana.from_latin(" ".join(words_)):
        yield kana.to_hangul(japanese).replace(" ", "")
        yield kana.in_common_hangul(japanese).replace(" ", "")
    ways = [pinyin.split(word.replace("-", "")) for word in words_]
    if all(ways):
        yield "".join(pinyin.in_hangul(way[0]) for way in ways)
        yield "".join(pinyin.in_hangul(way[-1]) for way in ways)


def _korean_name(words_: Sequence[str]) -> Iterator[str]:
    if len(words_) > _MANY_WORDS:
        return
    given = korean.syllables("-".join(words_[1:])) if len(words_) > 1 else ()
    for family in korean.families(words_[0]) if given else ():
        yield from (family + rest for rest in given)
    yield from korean.syllables("-".join(words_))


def _latin_sounds(latin: str, accent: sounds.Accent) -> Iterator[tuple[str, str]]:
    bare = sounds.bare(latin)
    yield "r", _LONG_VOWEL.sub(r"\1", bare.replace("ou", "o"))
    for letters in {bare, _CLOSED_U.sub("o", bare)} if accent == "ko" else {bare}:
        yield "s", sounds.skeleton(letters, accent)


def _orders(parts: Sequence[str]) -> list[Sequence[str]]:
    """Family first and family last, for names of two or three words."""
    kept = [part for part in parts if part]
    if len(kept) not in (2, 3):
        return [kept]
    turned = [kept[-1], *kept[:-1]]
    return [kept, turned] if len(kept) == 2 else [kept, turned, [*kept[1:], kept[0]]]


def _initials(text: str) -> Iterator[str]:
    """The initials of a name of three words and more, with "of" and without; a word in capitals as it is."""
    if _ACRONYM.fullmatch(text):
        yield text.casefold()
        return
    pieces = [word for word in re.split(r"[\s\-]+", text) if word[:1].isalpha()]
    great = [word[0] for word in pieces if word[0].isupper()]
    if len(great) >= _MANY_WORDS:
        yield "".join(great).casefold()
        # GAROK spells one "of" out of two.
        last_of = max((at for at, word in enumerate(pieces) if word == "of"), default=-1)
        kept = (word[0] for at, word in enumerate(pieces) if word[0].isupper() or at == last_of)
        yield "".join(kept).casefold()


_WRITINGS: Final[dict[str, Writing]] = {
    "Hira": "Kana", "Kana": "Kana", "Hrkt": "Kana", "Hang": "Hangul", "Latn": "Latin",
    "Hani": "Han", "Hans": "Han", "Hant": "Han", "Jpan": "Han", "Kore": "Han",
}  # fmt: skip
_SPELT: Final[dict[Writing, Callable[[str], Iterator[tuple[str, str]]]]] = {
    "Han": _of_han,
    "Hangul": _of_hangul,
    "Kana": _of_kana,
    "Latin": _of_latin,
}
_NOT_SHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_BRACKETS: Final = re.compile(r"(?<=\S)\s*[(\[【〔].*?[)\]】〕]")
_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_KANA: Final = re.compile("[\u3041-\u30ff]")
_LONG_VOWEL: Final = re.compile(r"([aiueo])\1+")
_CLOSED_U: Final = re.compile("(?<!e)u(?=[nmlkgbp])")
_ACRONYM: Final = re.compile("[A-Z]{3,8}")
_DIRECTION: Final = re.compile(r"(north|south)\s+(\w{4,})", re.IGNORECASE)
_DIRECTIONS: Final = {"north": "buk", "south": "nam"}
_MANY_WORDS: Final = 3
# 外務省, 외교부: here the last character is an office, not an area.
_UNITS_OF_OFFICES: Final = frozenset("省府성부")
_LONG_ENOUGH: Final = 5
_LONG_NAME: Final = 8
