"""Spellings made by rule. Each is `Generated`: keep it marked so, never over one somebody supplied."""

from dataclasses import dataclass
from typing import Literal

from interlocal.languages import hangul, kana, katakana, pinyin, readings

Rule = Literal[
    "hepburn-passport",
    "hepburn-macron",
    "revised-romanization",
    "hanyu-pinyin",
    "kana-to-hangul",
    "hangul-to-katakana",
    "pinyin-to-hangul",
    "sino-korean",
    "japanese-dictionary",
]


@dataclass(frozen=True, slots=True)
class Generated:
    """A machine's spelling and the rule that made it. Not a str: it must not pass for a supplied one."""

    text: str
    rule: Rule


def hepburn_passport(reading: str) -> Generated:
    """とうきょう -> Tokyo, なんば -> Namba: no macrons, as in Japanese passports and on English signs."""
    return Generated(kana.hepburn(reading, "passport"), "hepburn-passport")


def hepburn_macron(reading: str) -> Generated:
    """とうきょう -> Tōkyō, なんば -> Nanba: for scholarly and library use."""
    return Generated(kana.hepburn(reading, "macron"), "hepburn-macron")


def kana_in_hangul(reading: str) -> Generated:
    """にいがた -> 니가타, かとう -> 가토: Japanese names in Korean text."""
    return Generated(kana.to_hangul(reading), "kana-to-hangul")


def hangul_in_katakana(text: str) -> Generated:
    """경주 -> キョンジュ, 이 철우 -> イ・チョルウ: Korean names in Japanese text, as they are said."""
    return Generated(katakana.from_hangul(text), "hangul-to-katakana")


def chinese_in_hangul(text: str) -> Generated:
    """山东 -> 산둥, 习近平 -> 시진핑: Chinese names in Korean text, by their pinyin."""
    return Generated(pinyin.in_hangul(pinyin.syllables(text)), "pinyin-to-hangul")


def sino_korean(text: str) -> tuple[Generated, ...]:
    """慶尚北道 -> 경상북도, 李 -> 이 and 리: what Korean says for Han characters, likeliest first; empty if unknown."""
    return tuple(Generated(said, "sino-korean") for said in readings.korean(text))


def japanese_readings(text: str) -> tuple[Generated, ...]:
    """中島 -> ナカジマ, ナカシマ: what Japanese may say for Han characters, likeliest first; empty if unknown."""
    return tuple(Generated(said, "japanese-dictionary") for said in readings.japanese(text))


def romanised_person(family: str, given: str) -> Generated:
    """한, 복남 -> Han Boknam: a Korean person by rule. The person's own spelling always comes before it."""
    return Generated(hangul.romanised_name(family, given), "revised-romanization")


def romanised(text: str) -> Generated:
    """신라 -> Silla: a place, a site or a word that is no administrative unit. Not for people."""
    return Generated(hangul.romanised(text), "revised-romanization")


def romanised_unit(text: str) -> Generated:
    """경상북도 안동시 -> Gyeongsangbuk-do Andong-si: names that end in an administrative unit."""
    return Generated(hangul.romanised_unit(text), "revised-romanization")


def pinyin_person(family: str, given: str) -> Generated:
    """习, 近平 -> Xi Jinping: family name first, the given name one word; ü is kept (Lü)."""
    parts = (
        pinyin.joined(pinyin.family_syllables(family)),
        pinyin.joined(pinyin.syllables(given)),
    )
    return Generated(" ".join(part for part in parts if part), "hanyu-pinyin")


def pinyin_place(text: str) -> Generated:
    """重庆 -> Chongqing, 西安 -> Xi'an, 陕西 -> Shaanxi. Give the name without its unit (市, 省)."""
    return Generated(pinyin.place(text), "hanyu-pinyin")
