"""What a list can be narrowed by: built by the list's view, drawn by a macro of the door."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    label: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One select box. An empty `value` is "all"; its option is made by the template."""

    name: str
    label: str
    options: Sequence[Option]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One text box."""

    name: str
    label: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """`notices` say which parts of the address were not understood and left out."""

    fields: Sequence[Choice | Words]
    notices: Sequence[str] = ()

    @property
    def active(self) -> bool:
        return any(field.value for field in self.fields)
