"""Hangul in katakana, as Korean names are read out in Japan: 안동 アンドン, 포항 ポハン, 이철우 イ・チョルウ."""

import re
import unicodedata
from typing import Final

from interlocal.languages import hangul

_CONSONANTS: Final = dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅎㅋㅌㅍㅊㄲㄸㅃㅆㅉ", "kntrmps-chktpcktpsc", strict=True))
_VOICED: Final = {"k": "g", "t": "d", "p": "b", "c": "j"}
_VOWEL_SOUNDS: Final = "a e ya ye o e yo ye o wa we we yo u wo we wi yu u ui i"
_VOWELS: Final = dict(zip("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ", _VOWEL_SOUNDS.split(), strict=True))
_FINALS: Final = {"k": "ク", "n": "ン", "t": "ッ", "l": "ル", "m": "ム", "p": "プ", "ng": "ン", "": ""}
_COLUMNS: Final = ("a", "i", "u", "e", "o", "ya", "yu", "yo", "ye", "wa", "wi", "we", "wo")
_ROWS: Final = {
    "-": "ア イ ウ エ オ ヤ ユ ヨ イェ ワ ウィ ウェ ウォ",
    "k": "カ キ ク ケ コ キャ キュ キョ ケ クァ クィ クェ クォ",
    "g": "ガ ギ グ ゲ ゴ ギャ ギュ ギョ ゲ グァ グィ グェ グォ",
    "n": "ナ ニ ヌ ネ ノ ニャ ニュ ニョ ネ ヌァ ヌィ ヌェ ヌォ",
    "t": "タ ティ トゥ テ ト テャ テュ テョ テ トァ トゥィ トェ トォ",
    "d": "ダ ディ ドゥ デ ド デャ デュ デョ デ ドァ ドゥィ ドェ ドォ",
    "r": "ラ リ ル レ ロ リャ リュ リョ レ ルァ ルィ ルェ ルォ",
    "m": "マ ミ ム メ モ ミャ ミュ ミョ メ ムァ ムィ ムェ ムォ",
    "p": "パ ピ プ ペ ポ ピャ ピュ ピョ ペ プァ プィ プェ プォ",
    "b": "バ ビ ブ ベ ボ ビャ ビュ ビョ ベ ブァ ブィ ブェ ブォ",
    "s": "サ シ ス セ ソ シャ シュ ショ シェ スァ スィ スェ スォ",
    "c": "チャ チ チュ チェ チョ チャ チュ チョ チェ チュァ チュィ チェ チュォ",
    "j": "ジャ ジ ジュ ジェ ジョ ジャ ジュ ジョ ジェ ジュァ ジュィ ジェ ジュォ",
    "h": "ハ ヒ フ ヘ ホ ヒャ ヒュ ヒョ ヘ ファ フィ フェ フォ",
}
_KANA: Final = {
    (row, column): kana
    for row, cells in _ROWS.items()
    for column, kana in zip(_COLUMNS, cells.split(), strict=True)
}
_BARE_U: Final = frozenset("우욱운울움웁웅")
_RUN: Final = re.compile("[가-힣]+")


def from_hangul(text: str) -> str:
    """Words joined by a middle dot, everything but hangul as it was."""
    words = unicodedata.normalize("NFC", text).split()
    return "・".join(_RUN.sub(lambda run: _run(run[0]), word) for word in words)


def _run(run: str) -> str:
    kana, after_voice = "", False
    for spelt, syllable in zip(run, hangul.said(run), strict=True):
        row = _CONSONANTS[syllable.initial]
        # Lax sounds are voiced between voiced ones; aspirated and tense ones never are.
        if after_voice and syllable.initial in "ㄱㄷㅂㅈ":
            row = _VOICED[row]
        kana += _open(row, _VOWELS[syllable.vowel])
        # 철우 is チョルウ: the ㅜ drawn into ル is written out.
        if spelt[0] in _BARE_U and syllable.initial == "ㄹ":
            kana += "ウ"
        final = hangul.final_sound(syllable.final)
        kana += _FINALS[final]
        after_voice = final in ("", "n", "m", "l", "ng")
    return kana


def _open(row: str, vowel: str) -> str:
    if vowel == "ui":
        return "ウィ" if row == "-" else _KANA[row, "i"]
    return _KANA[row, vowel]
