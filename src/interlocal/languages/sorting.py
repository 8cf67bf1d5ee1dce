"""Keys that put names into a language's own order when compared by code point (collation C in the database).

A key is what decides first, then, after a space, what decides between equals. No key holds a space elsewhere
except the English one, whose words are meant to count.
"""

import re
import unicodedata
from typing import Final

from interlocal.languages import pinyin
from interlocal.languages.kana import hiragana

_NOT_LETTERS: Final = re.compile(r"[\W_]+")
_LONG: Final = re.compile("([ぁ-ゖ])ー")
_SMALL: Final = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWEL_ROWS: Final = {
    "あ": "あかさたなはまやらわ",
    "い": "いきしちにひみりゐ",
    "う": "うくすつぬふむゆる",
    "え": "えけせてねへめれゑ",
    "お": "おこそとのほもよろを",
}
_VOWEL_OF: Final = {kana: vowel for vowel, row in _VOWEL_ROWS.items() for kana in row}
_ARTICLE: Final = re.compile(r"^the\s+(?=\S)")


def sort_key(text: str, lang: str, reading: str | None = None) -> str:
    """The place of a name in a list of `lang`: "ko", "ja", "zh-Hans" or "en". May be stored; holds no NUL.

    ko       by hangul, that of the reading where the text is in hanja
    ja       by the reading in fifty-sounds order: voiced marks, small kana and ー decide only between equals
    zh-Hans  by pinyin syllable by syllable, then tone, then character; a reading has spaces between syllables
    en       by words, without capitals, accents or a leading "the"
    """
    by_language = {"ko": _korean, "ja": _japanese, "zh-Hans": _chinese, "en": _english}
    return by_language[lang](text, reading)


def _korean(text: str, reading: str | None) -> str:
    return _with_rest(_letters(reading or text), _letters(text))


def _japanese(text: str, reading: str | None) -> str:
    said = _letters(hiragana(reading or text))
    return _with_rest(_unvoiced(said), said, _letters(text))


def _chinese(text: str, reading: str | None) -> str:
    letters = _letters(text)
    if reading:
        return _with_rest("'".join(_bare(reading).split()), letters)
    parts = pinyin.syllables(letters)
    tones = "".join(part[-1] if len(part) > 1 and part[-1].isdigit() else "0" for part in parts)
    said = "'".join(part.rstrip("12345") if len(part) > 1 else part for part in parts)
    return _with_rest(said, tones, letters)


def _english(text: str, reading: str | None) -> str:
    words = _NOT_LETTERS.sub(" ", re.sub(r"['’]", "", _bare(reading or text))).strip()
    return _ARTICLE.sub("", words)


def _with_rest(*parts: str) -> str:
    return " ".join(dict.fromkeys(parts))


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _bare(text: str) -> str:
    """Small Latin letters without their marks; Hangul and kana composed as before."""
    taken_apart = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", taken_apart))


def _unvoiced(kana: str) -> str:
    """は, ば and ぱ as は; っ as つ; ー as the vowel it lengthens."""
    large = re.sub("[\u3099\u309a]", "", unicodedata.normalize("NFD", kana)).translate(_SMALL)
    while (spelt := _LONG.sub(lambda found: found[1] + _VOWEL_OF.get(found[1], ""), large)) != large:
        large = spelt
    return large
