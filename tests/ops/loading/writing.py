"""Record files for tests: a small sound world, and ways to say one thing differently."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from interlocal.identity.kinds import LOADER
from interlocal.ops.loading import load as loading
from interlocal.ops.loading.problems import Problem, Unloadable

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)

HEAD = """\
record: test
defaults: {cite: paper, original: en, translations: machine}
"""
SOURCES = """\
sources:
  - {id: paper, kind: press, publisher: A paper, title: A report, language: en, published: 2025-11-13}
"""
# Lines are counted in the tests: what follows HEAD begins on line 3.
WORLD = (
    HEAD
    + SOURCES
    + """\
bodies:
  - id: haneul
    kind: province
    level: do
    country: KR
    names:
      - {lang: ko, text: 하늘도}
      - {lang: en, text: Haneul-do}
    codes: [{scheme: kr-admin, value: "9900000000"}]
    posts:
      - {id: governor, kind: head, title: {en: Governor, ko: 도지사}, rank: 10}
  - id: aoi
    kind: province
    country: JP
    names: [{lang: ja, text: 葵県}]
  - id: somae
    kind: municipality
    country: KR
    within: haneul
    names: [{lang: ko, text: 솜애시}]
people:
  - id: kim-bom
    names: [{lang: ko, text: 김봄}]
    tenures: [{post: haneul/governor, from: 2022-07-01, as_of: 2023-01-27}]
ties:
  - id: haneul-aoi
    state: in_force
    sides: [{body: haneul, type: sister, signed: 1989-10-06}, {body: aoi, type: sister}]
topics:
  - {id: tourism, names: {en: Tourism, ko: 관광, ja: 観光, zh-Hans: 旅游}}
places:
  - {id: hall, kind: venue, body: somae, names: [{lang: en, text: Hall}]}
series:
  - id: meeting
    kind: meeting
    names: [{lang: en, text: Meeting}]
    topics: [tourism]
editions:
  - id: meeting-1
    series: meeting
    ordinal: 1
    states: [{state: held, days: 2025-06-19/2025-06-20}]
    bodies: [{body: haneul, capacity: host}, aoi]
    places: [{place: hall, role: venue}]
    items:
      - {id: opening, kind: ceremony, title: Opening, starts: "10:00", zone: Asia/Seoul}
    outcomes:
      - {id: forum, kind: agreed, text: A forum, by: [{body: haneul}]}
    claims:
      - {attribute: participants, value: 25, chosen: true}
      - {attribute: participants, value: 32}
"""
)


def write(folder: Path, text: str | bytes = WORLD, *, name: str = "world.yaml") -> Path:
    """The folder, with one more file in it."""
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def said(*changes: tuple[str, str], of: str = WORLD) -> str:
    """The world with some words of it said differently; each stands in it exactly once."""
    for old, new in changes:
        assert of.count(old) == 1, f"{of.count(old)} times: {old}"
        of = of.replace(old, new)
    return of


def load(path: Path, *, remove: bool = False) -> loading.Loaded:
    return loading.load(actor=LOADER, at=NOON, path=path, remove=remove)


def problems(path: Path) -> list[Problem]:
    with pytest.raises(Unloadable) as refusal:
        loading.check(path)
    return refusal.value.problems


def told(found: Sequence[Problem]) -> list[str]:
    """Problems as `file:line [field] code`."""
    return [f"{each.mark.file}:{each.mark.line} [{each.field}] {each.code}" for each in found]
