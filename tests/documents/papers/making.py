"""Makers of the facts that papers are tested with."""

import struct
import zlib
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from interlocal.arrangements.rules.facts import Delegation, Named, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.ground.texts import Localised, Shown, localised

SEOUL = "Asia/Seoul"


def words(ko: str, ja: str = "", zh: str = "", en: str = "") -> Localised:
    """A text first written in Korean."""
    said = {"ko": ko, "ja": ja, "zh-Hans": zh, "en": en}
    return localised("ko", {lang: text for lang, text in said.items() if text})


def name(ko: str, ja: str, zh: str, en: str) -> Named:
    return {lang: Shown(text, lang) for lang, text in (("ko", ko), ("ja", ja), ("zh-Hans", zh), ("en", en))}


def person(key: str, family: str = "", given: str = "", language: str = "ko", **rest: Any) -> Person:
    """A delegate; `latin` and `reading` are (family, given) pairs."""
    latin, reading = rest.pop("latin", ("", "")), rest.pop("reading", ("", ""))
    values: dict[str, Any] = {
        "number": 1,
        "within": 1,
        "body": "gyeongbuk",
        "post": None,
        "part": "member",
        "grade": "other",
        "language": "en" if language == "en" else language,
        "languages": (),
        "latin_is_generated": False,
        "reading_is_generated": False,
        "script_language": language,
    }
    return Person(
        key=key,
        family=family,
        given=given,
        latin_family=latin[0],
        latin_given=latin[1],
        reading_family=reading[0],
        reading_given=reading[1],
        **values | rest,
    )


def picture(width: int = 48, height: int = 32) -> bytes:
    """A plain blue PNG."""
    rows = (b"\x00" + b"\x0b\x3d\x78" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def at(on: date, hour: str, zone: str = SEOUL) -> datetime:
    return datetime.combine(on, datetime.strptime(hour, "%H:%M").time(), ZoneInfo(zone))  # noqa: DTZ007


def item(id: int, kind: str, title: Localised, on: date, hours: str = "", **rest: Any) -> SheetItem:  # noqa: A002
    """`hours` as "09:00-10:00"; `ends_on` and `ends_zone` where they differ."""
    starts, _, ends = hours.partition("-")
    ends_on, ends_zone = rest.pop("ends_on", on), rest.pop("ends_zone", SEOUL)
    return SheetItem(
        id=id,
        kind=kind,
        state=rest.pop("state", "planned"),
        title=title,
        on=on,
        starts=at(on, starts) if starts else None,
        ends=at(ends_on, ends, ends_zone) if ends else None,
        zone=SEOUL,
        ends_zone=ends_zone,
        **rest,
    )


def delegation(body: str, names: Named, country: str, people: tuple[Person, ...], **rest: Any) -> Delegation:
    placed = tuple(replace(one, body=body, within=at) for at, one in enumerate(people, start=1))
    rest = {"is_host": False, "helpers": (), "quota": 5, "due_on": date(2027, 4, 30)} | rest
    return Delegation(body=body, name=names, country=country, number=0, people=placed, **rest)
