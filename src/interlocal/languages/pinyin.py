"""Chinese in Hanyu Pinyin, one syllable for each character."""

import re
import unicodedata
from typing import Final

from interlocal.languages.han import TO_ONE

# Place names the phrase tables get wrong; tone numbers as in TONE3, ü as v.
_PLACES: Final = {
    "长治": "chang2 zhi4", "天长": "tian1 chang2", "单县": "shan4 xian4", "涡阳": "guo1 yang2",
    "洪洞": "hong2 tong2", "朝阳": "chao2 yang2", "漯河": "luo4 he2", "六合": "lu4 he2",
    "乐陵": "lao4 ling2", "大城": "dai4 cheng2", "天台": "tian1 tai1", "华阴": "hua4 yin1",
    "华山": "hua4 shan1", "重庆": "chong2 qing4", "厦门": "xia4 men2", "长春": "chang2 chun1",
    "西藏": "xi1 zang4", "六安": "lu4 an1", "台州": "tai1 zhou1", "丽水": "li2 shui3", "铅山": "yan2 shan1",
    "番禺": "pan1 yu2", "东阿": "dong1 e1", "乐清": "yue4 qing1", "长乐": "chang2 le4",
    "长兴": "chang2 xing1", "长葛": "chang2 ge3", "长垣": "chang2 yuan2", "长汀": "chang2 ting1",
    "长泰": "chang2 tai4", "长岛": "chang2 dao3", "长海": "chang2 hai3", "长岭": "chang2 ling3",
    "长清": "chang2 qing1", "长丰": "chang2 feng1",
}  # fmt: skip
_PLACE: Final = re.compile("|".join(_PLACES))

# Family names said otherwise than the same character elsewhere.
_FAMILIES: Final = {
    "单": "shan4", "曾": "zeng1", "查": "zha1", "解": "xie4", "仇": "qiu2", "任": "ren2", "华": "hua4",
    "区": "ou1", "盖": "ge3", "翟": "zhai2", "缪": "miao4", "宁": "ning4", "葛": "ge3", "朴": "piao2",
    "员": "yun4", "覃": "qin2", "乐": "yue4", "黑": "he4", "种": "chong2", "重": "chong2", "牟": "mou4",
    "繁": "po2", "瞿": "qu2", "召": "shao4", "折": "she2", "祭": "zhai4", "秘": "bi4", "盛": "sheng4",
    "柏": "bai3", "都": "du1", "尉迟": "yu4 chi2", "万俟": "mo4 qi2", "长孙": "zhang3 sun1",
    "澹台": "tan2 tai2", "单于": "chan2 yu2", "令狐": "ling2 hu2",
}  # fmt: skip
_SHAANXI: Final = ("shan3", "xi1")


def syllables(text: str) -> list[str]:
    """One item a character, with tone number (5 for none) and v for ü; others as they are, small."""
    # Imported here: the tables of pypinyin are some 55 MB a web process need not carry.
    from pypinyin import Style, lazy_pinyin

    simplified = _simplified(text)
    found = lazy_pinyin(
        simplified,
        style=Style.TONE3,
        neutral_tone_with_five=True,
        # One item per foreign character keeps the list in step with the text; the stub only knows of str.
        errors=lambda run: [*run],  # type: ignore[arg-type, return-value]
    )
    for place in _PLACE.finditer(simplified):
        found[place.start() : place.end()] = _PLACES[place.group()].split()
    return [syllable.casefold() for syllable in found]


def family_syllables(family: str) -> list[str]:
    """As syllables, by the reading a character has as a family name (单 shan, 曾 zeng)."""
    known = _FAMILIES.get(_simplified(family))
    return known.split() if known else syllables(family)


def joined(parts: list[str]) -> str:
    """Syllables as one capitalised word: no tones, ü, an apostrophe before a, e and o inside (Xi'an)."""
    word = ""
    for part in parts:
        bare = part.rstrip("12345").replace("v", "ü")
        word += f"'{bare}" if word and bare[:1] in ("a", "e", "o") else bare
    return word[:1].upper() + word[1:]


def place(text: str) -> str:
    """A place as one word. 陕西 is Shaanxi by the official exception that tells it from 山西."""
    parts = syllables(text)
    word = joined(parts)
    return f"Shaanxi{word[6:]}" if tuple(parts[:2]) == _SHAANXI else word


def _simplified(text: str) -> str:
    return "".join(TO_ONE.get(char, char) for char in unicodedata.normalize("NFKC", text))
