"""One column with a whole name, taken apart by the rules of its writing. Where they do not tell, somebody is asked."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from interlocal.languages import kana, pinyin
from interlocal.languages.folding import fold
from interlocal.languages.names import korean
from interlocal.languages.scripts import script_of

# Family names of two syllables or characters.
_OF_KOREA: Final = (
    "남궁 황보 제갈 선우 독고 사공 서문 동방 어금 망절 무본 황목 등정 장곡 강전 소봉 "
    "南宮 南宫 皇甫 諸葛 诸葛 鮮于 鲜于 獨孤 独孤 司空 西門 西门 東方 东方"
)
_OF_CHINA: Final = (
    "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 司空 夏侯 长孙 長孫 宇文 端木 "
    "南宫 南宮 独孤 獨孤 西门 西門 呼延 澹台 淳于 轩辕 軒轅 申屠 太史 闻人 聞人 钟离 鍾離 东郭 東郭 百里 公羊 赫连 赫連 "
    "鲜于 鮮于 闾丘 閭丘 完颜 完顏 纳兰 納蘭 拓跋 达奚"
)
_KOREAN: Final = frozenset(_OF_KOREA.split())
_CHINESE: Final = frozenset(_OF_CHINA.split())
_SPACES: Final = re.compile(r"[ \u3000·・･]+")
_LONGEST_KOREAN: Final = 4
_CAPITALS: Final = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")
_HALF_KANA: Final = re.compile("[\uff61-\uff9f]+")
_LANGUAGES: Final = {"Hang": "ko", "Kore": "ko", "Hans": "zh-Hans"} | dict.fromkeys(
    ("Jpan", "Hira", "Kana", "Hrkt"), "ja"
)
# Letters of other alphabets that look like Latin capitals and small letters.
_LOOK_LATIN: Final = frozenset("АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικυρ")


@dataclass(frozen=True, slots=True)
class Split:
    """Family and given name; `ways` when that does not follow: after how many characters the family name may end."""

    family: str = ""
    given: str = ""
    ways: tuple[int, ...] = ()


def widened(text: str) -> str:
    """Half-width katakana at their usual width."""
    return _HALF_KANA.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def looks_latin(text: str) -> bool:
    """Written wholly in letters of another alphabet that look like Latin ones."""
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and all(char in _LOOK_LATIN for char in letters)


def language_of(name: str, *, home: str) -> str:
    """In which language somebody's name is written; `home` is the body's, for Han characters that do not tell."""
    script = script_of(name)
    if script in ("Hani", "Hant"):
        return home if home != "en" else "zh-Hans"
    return _LANGUAGES.get(script, "en")


def split(name: str, *, language: str, after: int = 0) -> Split:
    """A whole name in its own script. `after`: the person's answer, the length of the family name."""
    whole = _SPACES.sub(" ", name).strip()
    if language == "en":
        return latin(whole, family_first=False)
    parts = whole.split(" ")
    if len(parts) > 1:
        return Split(parts[0], " ".join(parts[1:]))
    if 0 < after < len(whole):
        return Split(whole[:after], whole[after:])
    if len(whole) == 1:
        return Split(whole, "")
    if language == "ja":
        return Split(ways=tuple(range(1, len(whole))))
    compound = _KOREAN if language == "ko" else _CHINESE
    length = 2 if whole[:2] in compound and len(whole) > 2 else 1
    if len(whole) - length > _LONGEST_KOREAN - 1:
        # A foreign name in hangul or Han: nothing tells where its parts meet.
        return Split(ways=tuple(range(1, len(whole))))
    return Split(whole[:length], whole[length:])


def latin(name: str, *, family_first: bool, own: tuple[str, ...] = ()) -> Split:
    """A whole name in Latin letters: a comma or capitals tell, then the `own` family name (in its script, as it is
    read), then the order said.
    """
    whole = " ".join(name.split())
    if "," in whole:
        family, _comma, given = whole.partition(",")
        return Split(family.strip(), given.strip())
    words = whole.split(" ")
    if len(words) == 1:
        return Split("", whole)
    capitals = [_CAPITALS.fullmatch(word) is not None and word.isupper() for word in words]
    if any(capitals) and not all(capitals):
        if capitals[0] and not capitals[-1]:
            return _cut(words, capitals.index(False))
        if capitals[-1] and not capitals[0]:
            return _turned(words, len(words) - capitals.index(True))
    first, last = (any(_spells(word, form) for form in own if form) for word in (words[0], words[-1]))
    if first != last:
        return _cut(words, 1) if first else _turned(words, 1)
    return _cut(words, 1) if family_first else _turned(words, 1)


def reading(name: str) -> Split:
    """How a whole name is read: family name first, a space between."""
    parts = _SPACES.sub(" ", name).strip().split(" ")
    return Split(parts[0], " ".join(parts[1:]))


def _cut(words: list[str], at: int) -> Split:
    return Split(" ".join(words[:at]), " ".join(words[at:]))


def _turned(words: list[str], last: int) -> Split:
    return Split(" ".join(words[-last:]), " ".join(words[:-last]))


def _spells(word: str, own: str) -> bool:
    """Whether a Latin word may spell this family name in hangul, kana or Han characters."""
    if own in korean.families(word):
        return True
    if script_of(own) in ("Kana", "Hira", "Hrkt"):
        return fold(kana.hepburn(own, "passport")) == fold(word)
    if script_of(own) not in ("Hani", "Hans", "Hant"):
        return False
    return fold(pinyin.joined(pinyin.family_syllables(own))) == fold(word)
