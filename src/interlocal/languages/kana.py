"""Kana by rule: in Latin letters (Hepburn) and in hangul (외래어 표기법).

Kana do not show where one word ends inside a name, so う after の may lengthen it or begin 上. The usual
cases are known here; a caller who knows another one writes a bar: "ほり|い".
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

Style = Literal["passport", "macron"]

# kana : Hepburn : hangul at the head of a word, and elsewhere if that differs.
_SYLLABLES: Final = """
あ:a:아 い:i:이 う:u:우 え:e:에 お:o:오 ぁ:a:아 ぃ:i:이 ぅ:u:우 ぇ:e:에 ぉ:o:오 ゐ:i:이 ゑ:e:에 を:o:오
か:ka:가카 き:ki:기키 く:ku:구쿠 け:ke:게케 こ:ko:고코 きゃ:kya:갸캬 きゅ:kyu:규큐 きょ:kyo:교쿄
が:ga:가 ぎ:gi:기 ぐ:gu:구 げ:ge:게 ご:go:고 ぎゃ:gya:갸 ぎゅ:gyu:규 ぎょ:gyo:교
さ:sa:사 し:shi:시 す:su:스 せ:se:세 そ:so:소 しゃ:sha:샤 しゅ:shu:슈 しょ:sho:쇼 しぇ:she:셰
ざ:za:자 じ:ji:지 ず:zu:즈 ぜ:ze:제 ぞ:zo:조 じゃ:ja:자 じゅ:ju:주 じょ:jo:조 じぇ:je:제
た:ta:다타 ち:chi:지치 つ:tsu:쓰 て:te:데테 と:to:도토 ちゃ:cha:자차 ちゅ:chu:주추 ちょ:cho:조초 ちぇ:che:제체
だ:da:다 ぢ:ji:지 づ:zu:즈 で:de:데 ど:do:도 ぢゃ:ja:자 ぢゅ:ju:주 ぢょ:jo:조
てぃ:ti:티 でぃ:di:디 とぅ:tu:투 どぅ:du:두 でゅ:dyu:듀 つぁ:tsa:차 つぇ:tse:체 つぉ:tso:초
な:na:나 に:ni:니 ぬ:nu:누 ね:ne:네 の:no:노 にゃ:nya:냐 にゅ:nyu:뉴 にょ:nyo:뇨
は:ha:하 ひ:hi:히 ふ:fu:후 へ:he:헤 ほ:ho:호 ひゃ:hya:햐 ひゅ:hyu:휴 ひょ:hyo:효
ふぁ:fa:파 ふぃ:fi:피 ふぇ:fe:페 ふぉ:fo:포
ば:ba:바 び:bi:비 ぶ:bu:부 べ:be:베 ぼ:bo:보 びゃ:bya:뱌 びゅ:byu:뷰 びょ:byo:뵤
ぱ:pa:파 ぴ:pi:피 ぷ:pu:푸 ぺ:pe:페 ぽ:po:포 ぴゃ:pya:퍄 ぴゅ:pyu:퓨 ぴょ:pyo:표
ま:ma:마 み:mi:미 む:mu:무 め:me:메 も:mo:모 みゃ:mya:먀 みゅ:myu:뮤 みょ:myo:묘
や:ya:야 ゆ:yu:유 よ:yo:요 ゃ:ya:야 ゅ:yu:유 ょ:yo:요
ら:ra:라 り:ri:리 る:ru:루 れ:re:레 ろ:ro:로 りゃ:rya:랴 りゅ:ryu:류 りょ:ryo:료
わ:wa:와 うぃ:wi:위 うぇ:we:웨 うぉ:wo:워 ゔ:vu:부 ゔぁ:va:바 ゔぃ:vi:비 ゔぇ:ve:베 ゔぉ:vo:보
"""
_TABLE: Final = {kana: (latin, hangul) for kana, latin, hangul in (e.split(":") for e in _SYLLABLES.split())}
_UNIT: Final = re.compile("|".join(sorted(_TABLE, key=len, reverse=True)) + "|.", re.DOTALL)

# 井上 松浦 勝浦 竹之内 箕浦 広岡: the vowel begins the second word and lengthens nothing.
_TWO_WORDS: Final = re.compile("(の(?=う[えちら])|つ(?=うら)|ろ(?=おか))")
_LONG_PASSPORT: Final = {"ou", "oo", "uu"}
_LONG_MACRON: Final = {"ou", "oo", "uu", "aa", "ee"}
_LONG_HANGUL: Final = {"ou", "oo", "uu", "aa", "ee", "ii"}
_MACRONS: Final = str.maketrans("aiueo", "āīūēō")
_NIEUN, _SIOT = 4, 19


@dataclass(frozen=True, slots=True)
class _Mora:
    kana: str
    lengthened: bool = False


def hiragana(text: str) -> str:
    """Katakana, full or half width, as hiragana; everything else as it was."""
    wide = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char for char in wide)


def hepburn(text: str, style: Style) -> str:
    """Kana in Latin letters, words capitalised.

    "passport", the Japanese passport's way: long o and u unmarked (but a final long お is oo: Takatoo), ん m
    before b, m, p.
    "macron": Tōkyō, ん always n, an apostrophe where it meets a vowel or y (Shin'ichi).
    """
    return " ".join(_hepburn_word(word, style) for word in _words(text))


def to_hangul(text: str) -> str:
    """Kana in hangul: か and た rows lax heading a word, つ as 쓰, long vowels not written (니가타)."""
    return " ".join(_hangul_word(word, 0) for word in _words(text))


def in_common_hangul(text: str) -> str:
    """Kana in hangul as much of the public types it: か and た rows aspirated everywhere, つ as 츠 (카토, 에츠오)."""
    return " ".join(_hangul_word(word, -1) for word in _words(text)).replace("쓰", "츠")


def from_latin(text: str) -> str:
    """Hepburn as hiragana, long vowels as they are spelt; empty if any word could not be Japanese."""
    kana = [_kana_word(word) for word in text.casefold().translate(_NO_MACRONS).split()]
    return " ".join(kana) if kana and all(kana) else ""


def _words(text: str) -> list[str]:
    return hiragana(text).replace("・", " ").split()


def _hepburn_word(word: str, style: Style) -> str:
    passport = style == "passport"
    morae = _morae(word, _LONG_PASSPORT if passport else _LONG_MACRON)
    latin = ""
    for i, mora in enumerate(morae):
        following = _latin(morae[i + 1].kana) if i + 1 < len(morae) else ""
        latin += _hepburn_mora(mora, following, passport=passport)
    if passport and word.endswith("お") and morae[-1].lengthened:
        latin += "o"
    return latin[:1].upper() + latin[1:]


def _hepburn_mora(mora: _Mora, following: str, *, passport: bool) -> str:
    if mora.kana == "ん":
        if passport:
            return "m" if following[:1] in ("b", "m", "p") else "n"
        return "n'" if following[:1] in tuple("aiueoy") else "n"
    if mora.kana == "っ":
        return "t" if following.startswith("ch") else following[:1]
    latin = _latin(mora.kana)
    if mora.lengthened and not passport:
        return latin[:-1] + latin[-1].translate(_MACRONS)
    return latin


def _hangul_word(word: str, heading: int) -> str:
    """`heading` chooses the spelling at the head of a word: 0 the standard's lax one, -1 the aspirated one."""
    hangul = ""
    for mora in _morae(word, _LONG_HANGUL):
        if mora.kana in "んっ":
            hangul = _with_final(hangul, _NIEUN if mora.kana == "ん" else _SIOT)
            continue
        spellings = _TABLE.get(mora.kana, ("", mora.kana))[1]
        hangul += spellings[-1] if hangul else spellings[heading]
    return hangul


def _morae(word: str, long_vowels: set[str]) -> list[_Mora]:
    """The kana of a word, a lengthening vowel drawn into the one before it."""
    morae: list[_Mora] = []
    may_lengthen = ""
    for kana in _UNIT.findall(_TWO_WORDS.sub(r"\1|", word)):
        if morae and (
            kana == "ー" or (kana in tuple("あいうえお") and may_lengthen + _latin(kana) in long_vowels)
        ):
            morae[-1] = _Mora(morae[-1].kana, lengthened=True)
            may_lengthen = ""
            continue
        may_lengthen = _latin(kana)[-1:] if kana in _TABLE else ""
        if kana != "|":
            morae.append(_Mora(kana))
    return morae


def _latin(kana: str) -> str:
    return _TABLE[kana][0] if kana in _TABLE else kana


def _with_final(hangul: str, final: int) -> str:
    """Hangul whose last syllable, if open, is closed by the final of this index."""
    if not hangul or not "가" <= hangul[-1] <= "힣" or (ord(hangul[-1]) - 0xAC00) % 28:
        return hangul
    return hangul[:-1] + chr(ord(hangul[-1]) + final)


def _kana_word(word: str) -> str:
    """One Latin word in hiragana by longest match; empty where no kana is written so."""
    kana, at = "", 0
    word = word.replace("'", "|")
    while at < len(word):
        found = _LATIN_UNIT.match(word, at)
        if not found:
            return ""
        kana += _FROM_LATIN[found[0]]
        at = found.end()
    return kana


def _from_latin_table() -> dict[str, str]:
    table = {latin: kana for kana, (latin, _) in reversed(_TABLE.items()) if latin}
    table |= {
        "si": "し",
        "tu": "つ",
        "ti": "ち",
        "hu": "ふ",
        "zi": "じ",
        "sya": "しゃ",
        "syu": "しゅ",
        "syo": "しょ",
    }
    table |= {"n": "ん", "m": "ん", "|": ""}
    # A doubled consonant is っ; m is ん only where a lip sound follows, and the pattern asks for that.
    doubled = {
        latin[0] + latin: "っ" + kana for latin, kana in table.items() if latin[:1] in tuple("kstpgdbzjfh")
    }
    return (
        table
        | doubled
        | {"t" + latin: "っ" + kana for latin, kana in table.items() if latin.startswith("ch")}
    )


_NO_MACRONS: Final = str.maketrans({"ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "o", "-": "", "’": "'"})
_FROM_LATIN: Final = _from_latin_table()
_LATIN_UNIT: Final = re.compile(
    "|".join(
        "m(?=[bmp])" if latin == "m" else re.escape(latin)
        for latin in sorted(_FROM_LATIN, key=len, reverse=True)
    )
)
