"""A person's name as papers write it: in the own script and order, in Latin letters, as it is said, and in another language.

What is printed was supplied by its owner, or follows from it by a published rule (kana in hangul, hangul in katakana); what
rests on a guess, a dictionary's reading or a machine's spelling, has the style "machine". Han characters are printed as the
person gave them: none is turned into another country's form, and none is made up for a name in hangul or kana.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Person
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers.wording import Asked, Style, each, plain
from interlocal.ground.punctuation import bracketed
from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.languages import pinyin, readings, spelling
from interlocal.languages.scripts import script_of

GENERATED = _(
    "◦ This spelling or reading was made by a rule or dictionary and is not confirmed by its owner."
)
_HAN: Final = re.compile("[·・々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_KANA: Final = ("Hira", "Kana", "Hrkt")
_CHINESE: Final = (ZH, "zh-Hant")


def own(person: Person, style: Style = "") -> Text:
    """As the person writes it: 김민지, 남궁 민수, 佐藤 太郎, 欧阳思远, John Smith."""
    return text(_own(person), person.script_language, style)


def latin(person: Person, style: Style = "") -> Text:
    """SATO Taro: the family name first and in capitals, by which all three countries' papers tell it from the given."""
    family, given = person.latin_family, person.latin_given
    if not (family or given) and _script(person) == "Latn":
        family, given = person.family, person.given
    made = _spaced(family.upper(), given)
    return text(made, EN, "machine" if person.latin_is_generated else style)


def reading(person: Person, style: Style = "") -> Text:
    """How it is said, as kept: さとう たろう, 남궁 민수, Ouyang Siyuan. Nothing where nobody supplied or generated any."""
    said, lang = _reading(person)
    return text(said, lang, "machine" if person.reading_is_generated else style)


def in_language(person: Person, tongue: str, *, own_too: bool = True) -> Text:
    """How a paper in `tongue` writes this person, the own script behind it in brackets: 사토 다로(佐藤 太郎).

    `own_too` False leaves the brackets out (a place card shows the own script elsewhere).
    """
    if _script(person) == "Latn":
        return own(person) if tongue == person.script_language else latin(person) or own(person)
    said = _SAID_IN[tongue](person) or own(person)
    is_there = _own(person).replace(" ", "") in plain(said).replace(" ", "")
    if not own_too:
        return said if len(said) == 1 else latin(person) or said
    if is_there:
        return said
    # Korean writes the original right behind the name, without a space.
    before, after = ("(", ")") if tongue == KO else _brackets(tongue)
    return (*said, Run(before, tongue), *own(person), Run(after, tongue))


def in_languages(person: Person, asked: Asked, *, own_too: bool = True) -> Text:
    """As `in_language`, in both languages where two were asked for."""
    return each(asked, lambda tongue: in_language(person, tongue, own_too=own_too))


def is_guessed(parts: Iterable[Text]) -> bool:
    """Whether any of these bears the mark, so that the paper must say what it means."""
    return any(run.style == "machine" for part in parts for run in part)


def _own(person: Person) -> str:
    family, given = person.family, person.given
    if _script(person) == "Latn":
        # Korean, Japanese and Chinese names stay in their order in Latin letters; others have their own.
        return _spaced(given, family) if person.script_language == EN else _spaced(family, given)
    if person.script_language == JA:
        return _spaced(family, given)
    if len(family) > 1 and _script(person) == "Hang":
        # The orthography joins both, and allows the space where one could not tell 남 궁민수 from 남궁 민수.
        return _spaced(family, given)
    return f"{family}{given}"


def _reading(person: Person) -> tuple[str, str]:
    family, given = person.reading_family, person.reading_given
    script = script_of(family + given)
    if script == "Hang":
        return (_spaced(family, given) if len(family) > 1 else f"{family}{given}"), KO
    return _spaced(family, given), JA if script in _KANA else EN


def _in_korean(person: Person) -> Text:
    if person.script_language == KO:
        # A name in hanja is said in hangul first.
        return (
            reading(person)
            if script_of(person.reading_family + person.reading_given) == "Hang"
            else own(person)
        )
    if person.script_language == JA:
        return _japanese_in_hangul(person) or latin(person)
    if person.script_language in _CHINESE:
        return _chinese_in_hangul(person) or latin(person)
    return latin(person)


def _japanese_in_hangul(person: Person) -> Text:
    family, given, guessed = person.reading_family, person.reading_given, person.reading_is_generated
    if script_of(family + given) not in _KANA:
        family, given, guessed = _guessed_kana(person)
    said = spelling.kana_in_hangul(_spaced(family, given)).text
    return text(said, KO, "machine" if guessed else "")


def _guessed_kana(person: Person) -> tuple[str, str, bool]:
    """Family name, given name, and whether a dictionary read them."""
    if _script(person) in _KANA:
        return person.family, person.given, False
    for said in readings.japanese(_spaced(person.family, person.given)):
        if len(parts := said.split(" ")) == 2:
            return parts[0], parts[1], True
    return "", "", True


def _chinese_in_hangul(person: Person) -> Text:
    """By the pinyin the person gave; else by that of the characters, which is a guess."""
    for parts, guessed in (
        ((person.reading_family, person.reading_given), person.reading_is_generated),
        ((person.latin_family, person.latin_given), person.latin_is_generated),
    ):
        split = [pinyin.split(part) for part in parts if part]
        if split and all(split) and len(split) == 2:
            return text(
                "".join(pinyin.in_hangul(ways[0]) for ways in split), KO, "machine" if guessed else ""
            )
    # A name without a family name was not Chinese before it was written in Han characters.
    if not person.family or not _is_han(person):
        return ()
    syllables = [*pinyin.family_syllables(person.family), *pinyin.syllables(person.given)]
    return text(pinyin.in_hangul(syllables), KO, "machine")


def _in_japanese(person: Person) -> Text:
    """Korean names as they are said, Chinese ones in their characters with their pinyin."""
    if person.script_language == JA:
        return own(person)
    if person.script_language == KO:
        return _korean_in_katakana(person) or latin(person)
    if person.script_language in _CHINESE and _is_han(person):
        return _with_reading(person, JA)
    return latin(person)


def _korean_in_katakana(person: Person) -> Text:
    family, given, guessed = person.family, person.given, False
    if script_of(family + given) != "Hang":
        family, given, guessed = person.reading_family, person.reading_given, person.reading_is_generated
    if script_of(family + given) != "Hang":
        said = (readings.korean(person.family)[:1], readings.korean(person.given)[:1])
        if not all(said):
            return ()
        family, given, guessed = said[0][0], said[1][0], True
    made = spelling.hangul_in_katakana(_spaced(family, given)).text
    return text(made, JA, "machine" if guessed else "")


def _in_chinese(person: Person) -> Text:
    """Han names in their own characters, as Chinese writes them without a space; others with their Latin spelling."""
    if _is_han(person):
        return text(f"{person.family}{person.given}", person.script_language)
    return _with_reading(person, ZH)


def _with_reading(person: Person, tongue: str) -> Text:
    said = latin(person) or reading(person)
    if not said:
        return own(person)
    before, after = _brackets(tongue)
    return (*own(person), Run(before, tongue), *said, Run(after, tongue))


def _brackets(tongue: str) -> tuple[str, str]:
    whole = bracketed("|", tongue)
    before, _mark, after = whole.partition("|")
    return before, after


def _is_han(person: Person) -> bool:
    return bool(_HAN.fullmatch(person.family + person.given))


def _script(person: Person) -> str:
    return script_of(person.family + person.given)


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


_SAID_IN: Final = {KO: _in_korean, JA: _in_japanese, ZH: _in_chinese, EN: latin}


def without_marks(parts: Text) -> Text:
    """The same without the mark of what was generated, where there is no room to explain it."""
    return tuple(replace(run, style="") if run.style == "machine" else run for run in parts)
