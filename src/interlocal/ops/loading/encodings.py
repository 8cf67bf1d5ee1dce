"""Guessing the encoding of a file that is not UTF-8, so that the one who saved it knows what to change."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Guess:
    """An encoding, its name for people, the characters its users write, and their share beyond ASCII."""

    codec: str
    label: str
    at_home: Callable[[str], bool]
    share: float


def _is_common_hangul(character: str) -> bool:
    # The other 8,822 syllables of CP949 are what Japanese and Chinese bytes turn into.
    return "가" <= character <= "힣" and _in_two_bytes(character, "euc_kr")


def _is_kana(character: str) -> bool:
    return "ぁ" <= character <= "ヿ"


def _is_common_han(character: str) -> bool:
    return "一" <= character <= "鿿" and _in_two_bytes(character, "gb2312")


def _in_two_bytes(character: str, codec: str) -> bool:
    return len(character.encode(codec, "replace")) == 2


# Korean bytes are Chinese characters to GB18030, and nearly anything is Windows-1252: the order matters.
_GUESSES = (
    _Guess("cp949", "CP949 (Korean)", _is_common_hangul, 0.75),
    _Guess("shift_jis", "Shift_JIS", _is_kana, 0.1),
    _Guess("gb18030", "GB18030", _is_common_han, 0.6),
    _Guess("cp1252", "Windows-1252", lambda _: True, 0.0),
)


def guessed(raw: bytes) -> str | None:
    """What these bytes read like, in words; None when they are no text at all."""
    return next((guess.label for guess in _GUESSES if _fits(guess, raw)), None)


def _fits(guess: _Guess, raw: bytes) -> bool:
    try:
        text = raw.decode(guess.codec)
    except UnicodeDecodeError:
        return False
    beyond = [character for character in text if not character.isascii()]
    return sum(map(guess.at_home, beyond)) >= guess.share * len(beyond)
