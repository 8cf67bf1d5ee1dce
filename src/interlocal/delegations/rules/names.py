"""A person's name in other scripts: keys under which spellings meet, and spellings made by rule for who has none."""

from dataclasses import dataclass
from typing import Final, Protocol

from interlocal.languages import hangul, kana, pinyin, readings
from interlocal.languages.folding import fold
from interlocal.languages.scripts import script_of

_KANA: Final = ("Hira", "Kana", "Hrkt")
_HAN: Final = ("Hani", "Hans", "Hant", "Jpan", "Kore")
# How most people of a Korean family name spell it in their passport, where that is not the rule.
_SPELT: Final = (
    "김:Kim 이:Lee 박:Park 최:Choi 정:Jung 강:Kang 조:Cho 윤:Yoon 임:Lim 오:Oh 서:Seo 신:Shin 권:Kwon 안:Ahn 류:Ryu 유:Yoo "
    "전:Jeon 고:Ko 문:Moon 손:Son 배:Bae 허:Heo 심:Shim 노:Noh 곽:Kwak 주:Joo 우:Woo 구:Koo 엄:Eom 현:Hyun 변:Byun "
    "선우:Sunwoo 남궁:Namgung"
)
_USUAL: Final[dict[str, str]] = dict(pair.split(":") for pair in _SPELT.split())
MOST: Final = 4


@dataclass(frozen=True, slots=True)
class Suggested:
    """A spelling made by rule; `rule` is the code of which."""

    family: str
    given: str
    rule: str


class Called(Protocol):
    """Whoever has a name in own script, Latin letters and reading, as a delegate's row has it."""

    family: str
    given: str
    script_language: str
    latin_family: str
    latin_given: str
    reading_family: str
    reading_given: str


def keys_of_one(one: Called) -> list[str]:
    """The keys of a delegate's name, in all its spellings."""
    return keys_of(
        family=one.family,
        given=one.given,
        language=one.script_language,
        latin_family=one.latin_family,
        latin_given=one.latin_given,
        reading_family=one.reading_family,
        reading_given=one.reading_given,
    )


def keys_of(
    *,
    family: str,
    given: str,
    language: str,
    latin_family: str = "",
    latin_given: str = "",
    reading_family: str = "",
    reading_given: str = "",
) -> list[str]:
    """Folded spellings, each once, without the empty ones; for matching only, never shown.

    Latin names stand in both orders. A reading in kana is also there as Hepburn writes it. Nothing here is guessed from
    Han characters: two people whose names sound alike have no key in common.
    """
    spellings = [family + given, latin_family + latin_given, reading_family + reading_given]
    if latin_family and latin_given:
        spellings.append(latin_given + latin_family)
    if language == "en" and family and given:
        spellings.append(given + family)
    if script_of(reading_family + reading_given) in _KANA:
        spelt = [kana.hepburn(part, "passport") for part in (reading_family, reading_given)]
        spellings.append("".join(spelt))
    return list(dict.fromkeys(key for key in map(fold, spellings) if key))


def latin_for(
    *, family: str, given: str, language: str, reading_family: str = "", reading_given: str = ""
) -> tuple[Suggested, ...]:
    """How a name may be spelt in a passport, likeliest first; empty where no rule tells."""
    if language == "ko":
        return _korean_latin(family, given)
    if language == "ja":
        return _japanese_latin(family, given, reading_family, reading_given)
    if language == "zh-Hans":
        return tuple(_passport(one) for one in _chinese(family, given))
    return ()


def reading_for(*, family: str, given: str, language: str) -> tuple[Suggested, ...]:
    """How a name in Han characters may be read: in hangul, kana or pinyin. None is needed for other writings."""
    if script_of(family + given) not in _HAN:
        return ()
    if language == "ko":
        return _each("sino-korean", _sino_korean(family), _sino_korean(given))
    if language == "ja":
        return _japanese_readings(family, given)
    return _chinese(family, given) if language == "zh-Hans" else ()


def needs_latin(*, language: str, family: str, given: str) -> bool:
    """Whether a name is written in letters that a passport does not have."""
    return language != "en" and script_of(family + given) != "Latn"


def _korean_latin(family: str, given: str) -> tuple[Suggested, ...]:
    said = [(family, given)]
    if script_of(family + given) in _HAN:
        said = [(one.family, one.given) for one in reading_for(family=family, given=given, language="ko")]
    found: list[Suggested] = []
    for own, rest in said[:2]:
        by_rule = Suggested(
            hangul.romanised_name(own, ""), hangul.romanised_name("", rest), "revised-romanization"
        )
        if own in _USUAL:
            found.append(Suggested(_USUAL[own], by_rule.given, "usual-family-name"))
        found.append(by_rule)
    return _distinct(found)


def _japanese_latin(
    family: str, given: str, reading_family: str, reading_given: str
) -> tuple[Suggested, ...]:
    if script_of(reading_family + reading_given) in _KANA:
        read = [(reading_family, reading_given)]
    elif script_of(family + given) in _KANA:
        read = [(family, given)]
    else:
        read = [(one.family, one.given) for one in reading_for(family=family, given=given, language="ja")]
    return _distinct(
        [
            Suggested(kana.hepburn(own, "passport"), kana.hepburn(rest, "passport"), "hepburn-passport")
            for own, rest in read
        ]
    )


def _japanese_readings(family: str, given: str) -> tuple[Suggested, ...]:
    """The dictionary reads a given name best after its family name."""
    said = readings.japanese(f"{family} {given}".strip()) if family and given else ()
    found = []
    for one in said:
        parts = one.split(" ")
        if len(parts) == 2:
            found.append(Suggested(parts[0], parts[1], "japanese-dictionary"))
    if found:
        return _distinct(found)
    alone = [tuple(one.replace(" ", "") for one in readings.japanese(part)) for part in (family, given)]
    return _each("japanese-dictionary", *alone)


def _chinese(family: str, given: str) -> tuple[Suggested, ...]:
    if script_of(family + given) not in _HAN:
        return ()
    own = pinyin.joined(pinyin.family_syllables(family)) if family else ""
    rest = pinyin.joined(pinyin.syllables(given)) if given else ""
    if script_of(own + rest) != "Latn":
        return ()
    return (Suggested(own, rest, "hanyu-pinyin"),)


def _passport(one: Suggested) -> Suggested:
    """Chinese passports write YU for ü."""
    return Suggested(one.family.replace("ü", "yu"), one.given.replace("ü", "yu"), one.rule)


def _sino_korean(text: str) -> tuple[str, ...]:
    return readings.korean(text) if text else ()


def _each(rule: str, families: tuple[str, ...], given: tuple[str, ...]) -> tuple[Suggested, ...]:
    """Every reading of one with every reading of the other; a part that is empty stays so."""
    return _distinct([Suggested(own, rest, rule) for own in families or ("",) for rest in given or ("",)])


def _distinct(found: list[Suggested]) -> tuple[Suggested, ...]:
    spelt = {(one.family, one.given): one for one in reversed(found) if one.family or one.given}
    return tuple(sorted(spelt.values(), key=found.index))[:MOST]
