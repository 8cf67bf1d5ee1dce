"""What a report is called in each country, in which order its parts come, how they are headed, and until when it is due.

Korea: within 30 days, with overview, itinerary, main activities by task and findings: administrative rule
ADMRUL2000000001598, article 7, Korean Law Information Center (2008) [42]; Hankyung, 13 January 2009 [51].
China: within 15 working days, with basic facts, tasks done, spending, follow-up with a work plan, at least three
photographs and the list of members: model report of a group sent abroad [50].
Japan: 復命書, whose form and due date each government sets itself: Asahi, 1 February 2018 [60].
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.planning.holidays import working_days_after

Country = Literal["kr", "jp", "cn"]
Kind = Literal["trip", "hosted", "training"]

COUNTRIES: Final[tuple[Country, ...]] = ("kr", "jp", "cn")
TONGUE_OF: Final[Mapping[str, str]] = {"kr": KO, "jp": JA, "cn": ZH}
KOREAN_DAYS: Final = 30
CHINESE_WORKING_DAYS: Final = 15
CHINESE_PHOTOS: Final = 3

TITLES: Final[Mapping[str, Mapping[str, str]]] = {
    "trip": {
        KO: "공무국외출장 결과보고",
        JA: "海外出張報告書",
        ZH: "出访工作报告",
        EN: "Report on official travel",
    },
    "hosted": {
        KO: "국제교류행사 개최 결과보고",
        JA: "国際交流事業実施報告書",
        ZH: "接待工作报告",
        EN: "Report on the event",
    },
    "training": {
        KO: "초청연수 결과보고",
        JA: "招へい研修実施報告書",
        ZH: "来访研修接待工作报告",
        EN: "Report on the training visit",
    },
}
_FUKUMEISHO: Final = "復命書"

PARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "kr": (
        "overview",
        "programme",
        "activity",
        "findings",
        "follow_up",
        "counts",
        "costs",
        "gifts",
        "photos",
        "attached",
    ),
    "jp": (
        "overview",
        "programme",
        "activity",
        "findings",
        "follow_up",
        "counts",
        "costs",
        "photos",
        "attached",
    ),
    "cn": (
        "overview",
        "counts",
        "programme",
        "activity",
        "costs",
        "follow_up",
        "findings",
        "photos",
        "attached",
    ),
}
HEADS: Final[Mapping[str, Any]] = {
    "overview": pgettext_lazy("part of a report", "Overview"),
    "programme": _("Programme as carried out"),
    "activity": pgettext_lazy("part of a report", "Main activities"),
    "findings": pgettext_lazy("part of a report", "Findings"),
    "follow_up": pgettext_lazy("part of a report", "Follow-up"),
    "counts": _("Participants by country"),
    "costs": pgettext_lazy("part of a report", "Spending"),
    "gifts": pgettext_lazy("part of a report", "Gifts received"),
    "photos": pgettext_lazy("part of a report", "Photographs"),
    "attached": pgettext_lazy("part of a report", "Attachments"),
}
# As each country's own reports head them.
_OWN_HEADS: Final[Mapping[str, Mapping[str, str]]] = {
    "kr": {
        "overview": "개요",
        "programme": "추진 일정",
        "activity": "과제별 주요 활동",
        "findings": "시사점 및 특이사항",
        "follow_up": "향후 조치 계획",
        "counts": "국적별 참가 현황",
        "costs": "예산 집행 내역",
        "gifts": "선물 수령 내역",
        "photos": "활동 사진",
        "attached": "붙임",
    },
    "jp": {
        "overview": "概要",
        "programme": "日程",
        "activity": "用務の内容",
        "findings": "所感",
        "follow_up": "今後の対応",
        "counts": "国別参加者数",
        "costs": "経費",
        "photos": "記録写真",
        "attached": "添付資料",
    },
    "cn": {
        "overview": "基本情况",
        "counts": "人员构成",
        "programme": "日程执行情况",
        "activity": "任务完成情况",
        "costs": "经费使用情况",
        "follow_up": "后续事项及工作计划",
        "findings": "体会与建议",
        "photos": "活动照片",
        "attached": "附件",
    },
}
# Before the last day nothing of it has been carried out yet.
_AHEAD: Final = _("Programme as planned")
_OWN_AHEAD: Final[Mapping[str, str]] = {"cn": "日程安排"}
_KANJI: Final = "一二三四五六七八九十"
_FULL_WIDTH: Final = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBERS: Final[Mapping[str, Callable[[int], str]]] = {
    KO: lambda at: f"{at}. ",
    JA: lambda at: f"{str(at).translate(_FULL_WIDTH)}　",
    ZH: lambda at: f"{_KANJI[at - 1]}、",
    EN: lambda at: f"{at}. ",
}


def title(country: Country, kind: Kind, tongue: str) -> str:
    if is_fukumeisho(country, kind, tongue):
        return _FUKUMEISHO
    return TITLES[kind][tongue]


def is_fukumeisho(country: Country, kind: Kind, tongue: str) -> bool:
    """Whether whoever was sent tells whoever sent them, in the Japanese form."""
    return (country, kind, tongue) == ("jp", "trip", JA)


def head(country: Country, part: str, tongue: str, *, is_over: bool = True) -> Any:
    """The heading of a part: as the country's own reports have it in its own language, else a message."""
    own = _OWN_HEADS[country] if TONGUE_OF[country] == tongue else {}
    if part == "programme" and not is_over:
        return _OWN_AHEAD.get(country, own[part]) if own else _AHEAD
    return own.get(part) or HEADS[part]


def numbered(at: int, tongue: str) -> str:
    return _NUMBERS[tongue](at)


def due_on(country: Country, last: date) -> date | None:
    """The last day to report, counted from the last day of the event; None where each government has its own rules."""
    if country == "kr":
        return last + timedelta(days=KOREAN_DAYS)
    return working_days_after(last, CHINESE_WORKING_DAYS, "CN") if country == "cn" else None


DUE: Final[Mapping[str, Any]] = {
    "kr": _("%(day)s (30 days after the last day)"),
    "cn": _("%(day)s (15 working days after the last day; weekends and public holidays are not counted)"),
}
