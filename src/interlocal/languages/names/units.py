"""Administrative units at the end of a name, and how high each stands: 1 province, 2 city, 3 town or district."""

import re
from dataclasses import dataclass
from typing import Final

# Longest first within a writing; Han in the form names are folded to. A unit never takes the whole name.
_HAN: Final = (
    "特别自治道:1 特别自治市:1 特别市:1 广域市:1 直辖市:1 自治区:1 自治州:2 自治县:3 特别行政区:1 新区:3 县:1 府:1 都:1 道:1 省:1 州:1 "
    "市:2 区:3 郡:3 町:3 村:3 镇:3 邑:3 面:3 洞:3 里:3 乡:3 旗:3"
)
_HANGUL: Final = (
    "특별자치도:1 특별자치시:1 특별행정구:1 광역시:1 특별시:1 직할시:1 자치구:1 자치주:2 자치현:3 신구:3 현:1 부:1 도:1 성:1 켄:1 후:1 "
    "시:2 군:3 구:3 정:3 초:3 쵸:3 마치:3 촌:3 무라:3 손:3 진:3 읍:3 면:3 향:3"
)
_LATIN: Final = (
    "special self-governing province:1|special self-governing city:1|special autonomous province:1|"
    "metropolitan autonomous city:1|metropolitan city:1|special metropolitan city:1|special city:1|"
    "autonomous region:1|autonomous prefecture:2|special administrative region:1|new area:3|prefecture:1|province:1|"
    "teukbyeolsi:1|gwangyeoksi:1|teukbyeoljachido:1|teukbyeoljachisi:1|state:1|ken:1|fu:1|to:1|do:1|sheng:1|"
    "city:2|shi:2|si:2|gun:3|county:3|district:3|ward:3|cho:3|machi:3|son:3|mura:3|town:3|township:3|village:3|"
    "ku:3|gu:3|eup:3|myeon:3|xian:3|qu:3|zhen:3|municipality:2"
)
_KANA: Final = "けん:1 ふ:1 し:2 まち:3 ちょう:3 むら:3 そん:3 く:3"
# 산시성 is a province, but 오사카성 may be a castle: levels that a homonym may claim are only hints.


@dataclass(frozen=True, slots=True)
class Core:
    """A name without its unit; `level` 0 where it carried none."""

    text: str
    level: int


def _table(entries: str) -> tuple[tuple[str, int], ...]:
    pairs = (entry.split(":") for entry in entries.split())
    return tuple(sorted(((unit, int(level)) for unit, level in pairs), key=lambda pair: -len(pair[0])))


_TABLES: Final = {"Han": _table(_HAN), "Hangul": _table(_HANGUL), "Kana": _table(_KANA)}
_LEVEL_OF_LATIN: Final = {
    unit: int(level) for unit, level in (entry.split(":") for entry in _LATIN.split("|"))
}
_LATIN_UNIT: Final = re.compile(
    "[ -](" + "|".join(sorted(map(re.escape, _LEVEL_OF_LATIN), key=len, reverse=True)) + ")$"
)
_LATIN_BEFORE: Final = re.compile("^(?:the )?(city|county|town|village|province|prefecture|municipality) of ")


def without_unit(text: str, writing: str) -> Core:
    """`writing` is "Han" (folded), "Hangul", "Kana" (hiragana) or "Latin" (small letters, words apart)."""
    if writing == "Latin":
        return _latin(text)
    for unit, level in _TABLES[writing]:
        if text.endswith(unit) and len(text) > len(unit):
            return Core(text[: -len(unit)], level)
    return Core(text, 0)


def _latin(text: str) -> Core:
    if before := _LATIN_BEFORE.match(text):
        return Core(text[before.end() :], _LEVEL_OF_LATIN[before[1]])
    found = _LATIN_UNIT.search(text)
    if not found or found.start() < 2:
        return Core(text, 0)
    return Core(text[: found.start()], _LEVEL_OF_LATIN[found[1]])
