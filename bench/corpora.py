"""Documents for measuring how search grows: made-up words, as unevenly common as words are, in four languages."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Any

LANGS = ("ko", "ja", "zh", "en")
WORDS = 40_000
LETTERS = 267


def documents(count: int) -> Iterator[dict[str, Any]]:
    """One language each, in turn; about as long as a paragraph. The same for the same number."""
    for number in range(count):
        lang = LANGS[number % 4]
        yield {"id": str(number), lang: _text(number, lang)}


def queries(count: int, asked: int) -> list[dict[str, Any]]:
    """Half of them a sentence's worth of words of one document, half two words."""
    dice = random.Random(7)
    found = []
    for at in range(asked):
        number = dice.randrange(count)
        lang = LANGS[number % 4]
        text = _text(number, lang)
        words = text.split(" ") if lang in ("ko", "en") else [text[i : i + 4] for i in range(0, len(text), 4)]
        start = dice.randrange(max(1, len(words) - 10))
        chosen = words[start : start + 10] if at % 2 else dice.sample(words, min(2, len(words)))
        joint = " " if lang in ("ko", "en") else ""
        found.append({"qid": str(at), lang: joint.join(chosen), "rel": [str(number)]})
    return found


def _text(number: int, lang: str) -> str:
    dice = random.Random(number)
    words, weights = _words(lang)
    length = max(40, int(dice.gauss(LETTERS, 80)))
    joint = " " if lang in ("ko", "en") else ""
    made: list[str] = []
    size = 0
    while size < length:
        made += dice.choices(words, cum_weights=weights, k=12)
        size = sum(map(len, made)) + len(made) * len(joint)
    return joint.join(made)[:length] + ("." if joint else "。")


# Between words as often as in running text.
_BETWEEN = {
    "ko": ("은", "를", "의", "에서", "하고", "한", "을", "이", "에", "으로", "했다"),
    "ja": ("の", "は", "を", "する", "に", "が", "した", "で", "と", "について"),
    "zh": ("的", "了", "在", "和", "是", "对", "与", "将", "为", "等"),
    "en": ("the", "of", "in", "and", "to", "a", "for", "with", "on", "by"),
}


@cache
def _words(lang: str) -> tuple[list[str], list[float]]:
    """The vocabulary's own words, then compounds of two of them: real letters in real company."""
    from interlocal.languages.vocabulary.loading import word, word_rows

    dice = random.Random(lang)
    code = "zh-Hans" if lang == "zh" else lang
    known = list(dict.fromkeys(said for at in range(len(word_rows())) for said in word(at)[code]))
    dice.shuffle(known)
    joint = " " if lang == "en" else ""
    made = (f"{dice.choice(known)}{joint}{dice.choice(known)}" for _ in range(WORDS - len(known)))
    found = [said + _after(dice, lang) for said in (*known, *made)]
    return found, list(accumulate(1 / (rank + 2.7) for rank in range(len(found))))


def _after(dice: random.Random, lang: str) -> str:
    if dice.random() < 0.4:
        return ""
    return (" " if lang == "en" else "") + dice.choice(_BETWEEN[lang])
