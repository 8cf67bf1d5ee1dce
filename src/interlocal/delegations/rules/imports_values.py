"""Words that lists use for parts, grades, languages and days, in four languages."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from django.utils import translation

from interlocal.delegations import kinds
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.languages.folding import fold

_PARTS: Final = {
    "head": "단장 대표단장 団長 团长 首席代表 head leader hod headofdelegation",
    "deputy": "부단장 副団長 副团长 deputy deputyhead deputyleader",
    "member": "단원 위원 참가자 참석자 대표단원 団員 メンバー 参加者 随行団員 团员 成员 代表 member participant delegate",
    "interpreter": "통역 통역사 통역관 通訳 通訳者 翻译 口译 译员 翻译人员 interpreter",
    "press": "기자 언론 취재 보도 記者 報道 報道関係者 记者 媒体 press media journalist",
    "staff": "수행 수행원 수행직원 실무 실무자 직원 随行 随行員 随员 工作人员 職員 事務局 スタッフ staff aide support",
}
# How titles end that give a rank; the longest ending decides, so that a deputy is no head.
_POSTS: Final = {
    "head": "도지사 지사 시장 군수 구청장 특별시장 광역시장 知事 都知事 市長 町長 村長 区長 省长 市长 州长 县长 区长 主席 governor mayor",
    "deputy_head": "부지사 부시장 부군수 부구청장 副知事 副市長 副町長 副村長 副区長 副省长 副市长 副州长 副县长 副区长 副主席 vicegovernor deputygovernor vicemayor deputymayor",
    "assembly": "의장 부의장 도의원 시의원 의원 議長 副議長 議員 议长 人大代表 政协委员 speaker councillor councilor assemblymember",
    "ambassador": "대사 총영사 국제관계대사 大使 総領事 总领事 ambassador consulgeneral",
    "director_general": "국장 실장 본부장 기획관 局長 部長 本部長 局长 厅长 主任委员 directorgeneral",
    "director": "과장 담당관 課長 室長 处长 director",
    "deputy_director": "팀장 계장 사무관 係長 課長補佐 主幹 副处长 科长 副科长 deputydirector teamleader headofteam assistantdirector",
    "officer": "주무관 주사 주사보 서기 실무관 전문관 主事 主任 主査 係員 职员 科员 主任科员 officer staff secretary",
}
_LANGUAGES: Final = {
    "ko": "ko kor korean 한국어 한국말 韓国語 朝鮮語 韩语 韩文 韩国语 朝鲜语",
    "ja": "ja jp jpn japanese 일본어 일어 日本語 日语 日文",
    "zh-Hans": "zh cn chn chinese zhhans zhcn 중국어 중어 中国語 汉语 中文 普通话 华语",
    "en": "en eng english 영어 英語 英语 英文",
}
_DAY: Final = re.compile(r"(\d{4})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})\s*[.日일]?")
_BETWEEN: Final = re.compile(r"[,;/·・、，；\s]+")


def part_of(text: str) -> str:
    """A Part for a word of a list, "" for one not known here."""
    return _table(tuple(_PARTS.items()), kinds.Part).get(fold(text), "")


def grade_of(text: str) -> str:
    """A Grade for what a list says of rank, "" for what is not known here."""
    return _table(tuple(_POSTS.items()), kinds.Grade).get(fold(text), "")


def grade_of_post(posts: Iterable[str]) -> str:
    """The grade that a title gives by how it ends; "other" where it does not tell."""
    folded = [fold(post) for post in posts if post]
    for ending, grade in _ENDINGS:
        if any(post.endswith(ending) or (ending.isascii() and post.startswith(ending)) for post in folded):
            return grade
    return kinds.Grade.OTHER


def language_of(text: str) -> str:
    """One of the four languages, "" for another."""
    return _LANGUAGE_OF.get(fold(text), "")


def languages_of(text: str) -> tuple[str, ...] | None:
    """The languages of a cell, those not among the four left out; None when none of them is known."""
    words = [word for word in _BETWEEN.split(text) if word]
    found = dict.fromkeys(spoken for word in words if (spoken := language_of(word)))
    return tuple(found) or None


def day_of(text: str) -> date | None:
    """2024-05-01, 2024. 5. 1., 2024年5月1日, 2024년 5월 1일."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@cache
def _table(words: tuple[tuple[str, str], ...], choices: Any) -> Mapping[str, str]:
    """Codes, the words of lists, and what our own pages print, in all four languages."""
    table = {fold(word): code for code, said in words for word in said.split()}
    for code, label in choices.choices:
        table[fold(code)] = code
        for tongue in TONGUES:
            with translation.override(tongue):
                table.setdefault(fold(str(label)), code)
    return table


_LANGUAGE_OF: Final = {fold(word): code for code, said in _LANGUAGES.items() for word in said.split()} | {
    fold(name): code for code, name in OWN_NAMES.items()
}
_ENDINGS: Final = sorted(
    ((fold(word), grade) for grade, said in _POSTS.items() for word in said.split()),
    key=lambda pair: -len(pair[0]),
)
