"""Spellings made by rule. Each is `Generated`: keep it marked so, never over one somebody supplied."""

from dataclasses import dataclass
from typing import Literal

from interlocal.languages import hangul, kana, pinyin

Rule = Literal[
    "hepburn-passport",
    "hepburn-macron",
    "revised-romanization",
    "hanyu-pinyin",
    "kana-to-hangul",
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
