"""Chinese in Hanyu Pinyin, one syllable for each character; and pinyin in hangul (외래어 표기법)."""

import re
import unicodedata
from typing import Final

from interlocal.languages import hangul
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

# Pinyin in hangul by the Korean standard: initials, finals, and syllables without an initial.
_INITIALS: Final = {
    "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ", "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ",
    "h": "ㅎ", "j": "ㅈ", "q": "ㅊ", "x": "ㅅ", "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ",
    "s": "ㅆ",
}  # fmt: skip
_FINALS: Final = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "ai": "ㅏ이", "ei": "ㅔ이", "ao": "ㅏ오", "ou": "ㅓ우", "an": "ㅏㄴ",
    "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ", "ia": "ㅑ", "ie": "ㅖ", "iao": "ㅑ오", "iu": "ㅠ", "ian": "ㅖㄴ",
    "in": "ㅣㄴ", "iang": "ㅑㅇ", "ing": "ㅣㅇ", "u": "ㅜ", "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ이", "ui": "ㅜ이",
    "uan": "ㅘㄴ", "un": "ㅜㄴ", "uang": "ㅘㅇ", "ong": "ㅜㅇ", "v": "ㅟ", "ve": "ㅞ", "ue": "ㅞ", "van": "ㅟ안",
    "vn": "ㅟㄴ", "iong": "ㅠㅇ",
}  # fmt: skip
_WITHOUT_INITIAL: Final = """
yi:이 ya:야 yo:요 ye:예 yao:야오 you:유 yan:옌 yin:인 yang:양 ying:잉 wu:우 wa:와 wo:워 wai:와이 wei:웨이 wan:완 wen:원 wang:왕
weng:웡 yu:위 yue:웨 yuan:위안 yun:윈 yong:융 a:아 o:오 e:어 ai:아이 ei:에이 ao:아오 ou:어우 an:안 en:언 ang:앙 eng:엉 er:얼
"""
_WHOLE: Final = dict(entry.split(":") for entry in _WITHOUT_INITIAL.split())
_BUZZING: Final = frozenset({"zh", "ch", "sh", "r", "z", "c", "s"})
_PLAIN_AFTER_J: Final = str.maketrans("ㅑㅖㅛㅠ", "ㅏㅔㅗㅜ")
_ALL: Final = frozenset(_WHOLE) | {i + f for i in _INITIALS for f in (*_FINALS, "i")}
_LONGEST_WORD: Final = 30
_ENOUGH_WAYS: Final = 4


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


def in_hangul(parts: list[str]) -> str:
    """Syllables in hangul: shan dong 산둥, xi an 시안. What is no syllable of Mandarin stays as it is."""
    return "".join(_hangul(part.rstrip("12345").replace("ü", "v")) for part in parts)


def split(word: str) -> list[list[str]]:
    """The ways a Latin word may be read as pinyin syllables, likeliest first, at most three; none if it is not.

    By the rule of the apostrophe a consonant begins a syllable, so Tianjin is tian jin and Xian is xian.
    """
    letters = unicodedata.normalize("NFKC", word).casefold().replace("ü", "v").replace("’", "'")
    return _ways(letters, 0)[:3] if len(letters) <= _LONGEST_WORD else []


def _ways(letters: str, at: int) -> list[list[str]]:
    if at == len(letters):
        return [[]]
    if letters[at] == "'":
        return _ways(letters, at + 1)
    found: list[list[str]] = []
    for end in range(min(len(letters), at + 6), at, -1):
        if letters[at:end] in _ALL:
            found += [[letters[at:end], *rest] for rest in _ways(letters, end)]
        if len(found) >= _ENOUGH_WAYS:
            break
    # A syllable that begins with a vowel needs an apostrophe before it: such ways come last.
    return sorted(found, key=lambda way: sum(part[0] in "aeo" for part in way[1:]))[:_ENOUGH_WAYS]


def _hangul(part: str) -> str:
    if part in _WHOLE:
        return _WHOLE[part]
    initial = next((i for i in (part[:2], part[:1]) if i in _INITIALS), "")
    final = part[len(initial) :]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = f"v{final[1:]}"
    if not initial or (final not in _FINALS and final != "i"):
        return part
    if final == "i":
        return compose(_INITIALS[initial], "ㅡ" if initial in _BUZZING else "ㅣ")
    vowel, rest = _FINALS[final][0], _FINALS[final][1:]
    if _INITIALS[initial] in "ㅈㅊㅉ":
        vowel = vowel.translate(_PLAIN_AFTER_J)
    if rest in ("ㄴ", "ㄹ", "ㅇ"):
        return compose(_INITIALS[initial], vowel, rest)
    return compose(_INITIALS[initial], vowel) + rest


def compose(initial: str, vowel: str, final: str = " ") -> str:
    """One hangul syllable from its letters."""
    return hangul.composed(hangul.Syllable(initial, vowel, final))


def _simplified(text: str) -> str:
    return "".join(TO_ONE.get(char, char) for char in unicodedata.normalize("NFKC", text))
