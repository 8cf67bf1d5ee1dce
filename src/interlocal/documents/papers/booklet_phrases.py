"""What to say in each other's languages, and how it sounds: phrases as entered, or a small set of our own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements.rules.facts import Facts, Said
from interlocal.documents.formats.document import Block, Column, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.booklet_people import guessed
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.tongues import EN, JA, KO, OWN_NAMES, TONGUES, ZH
from interlocal.languages import readings, spelling

_SOUNDS: Final = _(
    "Below each phrase stands how it sounds: Korean in Revised Romanization, Japanese in Hepburn, Chinese in Hanyu Pinyin."
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to say in four languages; what sounds otherwise than it is written has its reading in Latin letters."""

    ko: str
    ko_reading: str
    ja: str
    ja_reading: str
    zh: str
    zh_reading: str
    en: str


OWN: Final = (
    Phrase("안녕하세요", "annyeonghaseyo", "こんにちは", "konnichiwa", "您好", "nín hǎo", "Hello"),
    Phrase(
        "만나서 반갑습니다",
        "mannaseo bangapseumnida",
        "お会いできてうれしいです",
        "o-ai dekite ureshii desu",
        "很高兴见到您",
        "hěn gāoxìng jiàndào nín",
        "Nice to meet you",
    ),
    Phrase(
        "저는 …입니다",
        "jeoneun … imnida",
        "私は…と申します",
        "watashi wa … to mōshimasu",
        "我叫…",
        "wǒ jiào …",
        "My name is …",
    ),
    Phrase(
        "잘 부탁드립니다",
        "jal butakdeurimnida",
        "よろしくお願いいたします",
        "yoroshiku onegai itashimasu",
        "请多关照",
        "qǐng duō guānzhào",
        "I look forward to working with you",
    ),
    Phrase(
        "제 명함입니다",
        "je myeonghamimnida",
        "私の名刺です",
        "watashi no meishi desu",
        "这是我的名片",
        "zhè shì wǒ de míngpiàn",
        "Here is my card",
    ),
    Phrase(
        "감사합니다",
        "gamsahamnida",
        "ありがとうございます",
        "arigatō gozaimasu",
        "谢谢",
        "xièxie",
        "Thank you",
    ),
    Phrase(
        "천만에요",
        "cheonmaneyo",
        "どういたしまして",
        "dō itashimashite",
        "不客气",
        "bú kèqi",
        "You are welcome",
    ),
    Phrase(
        "부탁합니다", "butakamnida", "お願いします", "onegai shimasu", "麻烦您了", "máfan nín le", "Please"
    ),
    Phrase("실례합니다", "sillyehamnida", "すみません", "sumimasen", "打扰一下", "dǎrǎo yíxià", "Excuse me"),
    Phrase(
        "죄송합니다",
        "joesonghamnida",
        "申し訳ありません",
        "mōshiwake arimasen",
        "对不起",
        "duìbuqǐ",
        "I am sorry",
    ),
    Phrase("네", "ne", "はい", "hai", "是", "shì", "Yes"),
    Phrase("아니요", "aniyo", "いいえ", "iie", "不是", "bú shì", "No"),
    Phrase("건배", "geonbae", "乾杯", "kanpai", "干杯", "gānbēi", "Cheers"),
    Phrase(
        "맛있습니다",
        "masitseumnida",
        "おいしいです",
        "oishii desu",
        "很好吃",
        "hěn hǎochī",
        "It is delicious",
    ),
    Phrase(
        "화장실이 어디입니까?",
        "hwajangsiri eodiimnikka",
        "お手洗いはどこですか",
        "o-tearai wa doko desu ka",
        "洗手间在哪里？",
        "xǐshǒujiān zài nǎlǐ",
        "Where is the restroom?",
    ),
    Phrase(
        "회의장이 어디입니까?",
        "hoeuijangi eodiimnikka",
        "会場はどこですか",
        "kaijō wa doko desu ka",
        "会场在哪里？",
        "huìchǎng zài nǎlǐ",
        "Where is the venue?",
    ),
    Phrase(
        "몇 시에 출발합니까?",
        "myeot sie chulbalhamnikka",
        "何時に出発しますか",
        "nanji ni shuppatsu shimasu ka",
        "几点出发？",
        "jǐ diǎn chūfā",
        "What time do we leave?",
    ),
    Phrase(
        "다시 한번 말씀해 주십시오",
        "dasi hanbeon malsseumhae jusipsio",
        "もう一度お願いします",
        "mō ichido onegai shimasu",
        "请再说一遍",
        "qǐng zài shuō yí biàn",
        "Please say that again",
    ),
    Phrase(
        "통역이 필요합니다",
        "tongyeogi piryohamnida",
        "通訳をお願いします",
        "tsūyaku o onegai shimasu",
        "我需要翻译",
        "wǒ xūyào fānyì",
        "I need an interpreter",
    ),
    Phrase(
        "도와주세요",
        "dowajuseyo",
        "助けてください",
        "tasukete kudasai",
        "请帮帮我",
        "qǐng bāngbang wǒ",
        "Please help me",
    ),
    Phrase(
        "몸이 아픕니다",
        "momi apeumnida",
        "具合が悪いです",
        "guai ga warui desu",
        "我不舒服",
        "wǒ bù shūfu",
        "I feel ill",
    ),
    Phrase("안녕히 계십시오", "annyeonghi gyesipsio", "さようなら", "sayōnara", "再见", "zàijiàn", "Goodbye"),
    Phrase(
        "또 뵙겠습니다",
        "tto boepgetseumnida",
        "またお会いしましょう",
        "mata o-ai shimashō",
        "期待再次见面",
        "qīdài zàicì jiànmiàn",
        "I hope to see you again",
    ),
)
_MARKS: Final = " 。．.？?！!、，,"
_PARTICLES: Final = {"ハ": "ワ", "ヘ": "エ", "ヲ": "オ"}


def section(facts: Facts, wish: Wish) -> Iterator[Block]:
    """Always in all four languages: the reader's own stands first."""
    tongues = (*wish.tongues, *(one for one in TONGUES if one not in wish.tongues))
    entered = [one for one in facts.said("phrase") if one.title is not None]
    rows = tuple(Row(tuple(_entered(one, tongue) for tongue in tongues)) for one in entered) or tuple(
        Row(tuple(_own(one, tongue) for tongue in tongues)) for one in OWN
    )
    yield Paragraph(each(wish, lambda tongue: text(said(_SOUNDS, tongue), tongue), beside="\n"), "note")
    heads = tuple(Column(text(OWN_NAMES[tongue], tongue), 1) for tongue in tongues)
    yield Table(heads, rows, label(_("Useful phrases"), wish), dense=True)
    if names.is_guessed(cell for row in rows for cell in row.cells):
        yield Paragraph(guessed(wish), "note")


def _own(one: Phrase, tongue: str) -> Text:
    phrase, reading = _of(one)[tongue]
    return told.lines(text(phrase, tongue, "strong"), text(reading, EN))


def _of(one: Phrase) -> dict[str, tuple[str, str]]:
    return {
        KO: (one.ko, one.ko_reading),
        JA: (one.ja, one.ja_reading),
        ZH: (one.zh, one.zh_reading),
        EN: (one.en, ""),
    }


def _entered(one: Said, tongue: str) -> Text:
    """Nothing in a language it was not entered in: a phrase in another would be said to the wrong person."""
    if not wording.has(one.title, tongue):
        return ()
    said = wording.local(one.title, tongue, "strong")
    reading = (
        wording.local(one.text, tongue) if wording.has(one.text, tongue) else _reading(said[0].text, tongue)
    )
    return told.lines(said, reading)


def _reading(phrase: str, tongue: str) -> Text:
    """As known of our own phrases; else by rule or dictionary, which is marked."""
    for one in OWN:
        known, reading = _of(one)[tongue]
        if known.strip(_MARKS) == phrase.strip(_MARKS):
            return text(reading, EN)
    return text(_SOUND[tongue](phrase).strip(_MARKS).lower() if tongue in _SOUND else "", EN, "machine")


def _japanese(phrase: str) -> str:
    ways = readings.japanese(phrase.strip(_MARKS))
    words = [_PARTICLES.get(word, word) for word in ways[0].split()] if ways else []
    return " ".join(spelling.hepburn_macron(word).text for word in words)


def _chinese(phrase: str) -> str:
    return readings.chinese(phrase.strip(_MARKS))


_SOUND: Final = {KO: lambda phrase: spelling.romanised(phrase).text, JA: _japanese, ZH: _chinese}
