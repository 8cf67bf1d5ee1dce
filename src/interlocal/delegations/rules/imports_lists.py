"""A list of people on its way in: its rows, what somebody decided about them, and what each of them says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from interlocal.delegations.rules.imports_columns import Headings
from interlocal.delegations.rules.nominations import Entered

HOME: Final[Mapping[str, str]] = {"KR": "ko", "JP": "ja", "CN": "zh-Hans"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a list as they were read; `numbers` are theirs in the file, `marks` by row and column from 0."""

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person decided. `latin_family_first`: Latin names say the family name first, where nothing else tells.

    By row of the file: `splits` after how many characters a family name ends, `same` the key of who it is, or "new".
    """

    headings: Headings
    country: str
    latin_family_first: bool = True
    splits: Mapping[int, int] = field(default_factory=dict)
    same: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a row cannot be taken over, or (not `stops`) what to look at. `column` counts from 0; -1: the whole row."""

    code: str
    reason: Any
    column: int = -1
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the list. `said`: fields of `entered` that the list fills. `ways`: see `Split`."""

    number: int
    entered: Entered
    said: frozenset[str]
    key: str = ""
    contacts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    whole: str = ""
    ways: tuple[int, ...] = ()

    @property
    def stops(self) -> bool:
        return any(problem.stops for problem in self.problems)
