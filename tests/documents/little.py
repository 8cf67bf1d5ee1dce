"""A little paper and the facts of a little edition, for scenes of printing that are not about any real paper."""

import os
import signal
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.utils.translation import gettext as _

from interlocal.arrangements.rules.facts import Delegation, Facts, Host, Person
from interlocal.arrangements.rules.sheets import Sheet, SheetItem, SheetSite
from interlocal.documents.formats.document import Document, Heading, Paragraph, text
from interlocal.documents.papers.paper import Option, Paper, Wish
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Shown, localised

EVERY = ("ko", "ja", "zh-Hans", "en")


def build(facts: Facts, wish: Wish) -> Document:
    """Names its people; what `wish.options["does"]` says is done first, for scenes where printing goes wrong."""
    _DOES[wish.options.get("does", "")]()
    lang = wish.tongue
    people = (Paragraph(text(f"{one.family}{one.given}", one.script_language)) for one in facts.people())
    title = facts.sheet.name.shown(lang)
    return Document(title.text, lang, (Heading(text(title.text, title.lang), 1), *people))


def _wait() -> None:
    time.sleep(30)


def _die_once() -> None:
    mark = Path(os.environ["LITTLE_MARK"])
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _fill_the_disk() -> None:
    raise OSError(28, "No space left on device")


def _fill_the_memory() -> None:
    bytearray(4 * 1024**3)


def _refuse() -> None:
    raise Refused("lacking", _("The disk is full, so nothing was kept. Free some space, then print again."))


def _break() -> None:
    raise ZeroDivisionError


_DOES = {
    "": lambda: None,
    "wait": _wait,
    "die once": _die_once,
    "die": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "fill disk": _fill_the_disk,
    "fill memory": _fill_the_memory,
    "refuse": _refuse,
    "break": _break,
}
PAPER = Paper(
    key="tiny",
    name="Little paper",
    about="Names whoever comes.",
    group="lists",
    formats=("pdf", "docx", "hwpx", "xlsx", "html"),
    build=build,
    scopes=("all", "body", "person"),
    options=(Option("size", "Size", (("a4", "A4"), ("a3", "A3"))),),
    lacks=lambda facts, _wish: ("Nobody comes yet.",) if not facts.people() else (),
)


def person(number: int = 1, family: str = "김", given: str = "하늘", **others: object) -> Person:
    made = Person(
        key=f"00000000-0000-0000-0000-{number:012d}",
        number=number,
        within=number,
        body="gyeongbuk",
        family=family,
        given=given,
        script_language="ko",
        latin_family="Kim",
        latin_given="Haneul",
        latin_is_generated=False,
        reading_family="",
        reading_given="",
        reading_is_generated=False,
        post=localised("ko", {"ko": "국제협력과장", "en": "Head of International Cooperation"}),
        part="head",
        grade="",
        language="ko",
        languages=(),
    )
    return replace(made, **others)  # type: ignore[arg-type]


def facts(*people: Person, number: int | None = None) -> Facts:
    named = {tongue: Shown("Forum", tongue) for tongue in EVERY}
    host = Host("garok", {tongue: Shown("GAROK", tongue) for tongue in EVERY}, "KR")
    city = Delegation(
        body="gyeongbuk",
        name={"ko": Shown("경상북도", "ko"), "en": Shown("Gyeongbuk", "en")},
        country="KR",
        number=1,
        is_host=False,
        people=people or (person(),),
        helpers=(),
    )
    return Facts(
        sheet=_sheet(number),
        ordinal=3,
        series=named,
        secretariat=host,
        host=host,
        order_rule="alphabetical",
        order_language="en",
        within_rule="rank",
        delegations=(city,),
        placed=(),
        seatings=(),
        words=(),
        costs=(),
        photos=(),
        contacts=(),
        diets=(),
        attended={},
        made_on=date(2026, 6, 1),
    )


def _sheet(number: int | None) -> Sheet:
    starts = datetime(2026, 6, 10, 0, 30, tzinfo=UTC)
    opening = SheetItem(
        id=1,
        kind="opening",
        state="planned",
        title=localised("en", {"en": "Opening", "ko": "개회식"}),
        on=date(2026, 6, 10),
        starts=starts,
        ends=starts + timedelta(hours=1),
        zone="Asia/Seoul",
        ends_zone="",
        site="hall",
    )
    return Sheet(
        slug="forum-2026",
        name=localised("en", {"en": "Forum 2026", "ko": "2026 포럼"}),
        place=localised("en", {"en": "Gyeongju", "ko": "경주"}),
        from_on=date(2026, 6, 10),
        until_on=date(2026, 6, 12),
        timezone="Asia/Seoul",
        language="en",
        items=(opening,),
        sites=(SheetSite("hall", localised("ko", {"ko": "보문 회의장"})),),
        number=number,
    )
