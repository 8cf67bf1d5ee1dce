"""The shapes of what people write down: entries of a record file, before any table is touched.

A room describes what it takes in as dataclasses derived from `Entry`; the loader reads them by their type
hints alone, so the shape is written once. The `Annotated` types below say what a string means.
"""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry stands: file, line (from 1)."""

    file: str
    line: int


NOWHERE = Mark("", 0)


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation as written: the id of a source, and the place in it."""

    source: str
    place: str = ""


@dataclass(slots=True, kw_only=True)
class Entry:
    """Anything a record file says. `marks` gives the line of each field that was written."""

    # The one field a bare string stands for, where that is allowed.
    BARE: ClassVar[str] = ""

    mark: Mark = field(default=NOWHERE, compare=False, repr=False)
    marks: dict[str, Mark] = field(default_factory=dict, compare=False, repr=False)

    def line_of(self, name: str) -> Mark:
        """The line of one field, else that of the entry."""
        return self.marks.get(name, self.mark)


@dataclass(slots=True, kw_only=True)
class Stated(Entry):
    """An entry that states a fact, and therefore cites: its own citations or the nearest around it."""

    cite: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Refers:
    """This string is the id of another entry of that kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Looks:
    """This string looks like that (a full match)."""

    pattern: str
    code: str


@dataclass(frozen=True, slots=True)
class AtMost:
    """This string has no more characters than that: what its column holds."""

    limit: int


@dataclass(frozen=True, slots=True)
class Within:
    """This number lies between these, both included."""

    low: float
    high: float


Id = Annotated[str, Looks(r"[a-z0-9]+(-[a-z0-9]+)*", "bad_id"), AtMost(80)]
# Unique only within its entry: a post, an item of a programme, an outcome.
InnerId = Annotated[Id, AtMost(60)]
RecordName = Annotated[Id, AtMost(40)]
Country = Annotated[str, Looks(r"[A-Z]{2}", "bad_country")]
Language = Annotated[str, Looks(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", "bad_language")]
Script = Annotated[str, Looks(r"[A-Z][a-z]{3}", "bad_script")]
Address = Annotated[str, Looks(r"https?://[^\s<>\"]{3,590}", "bad_address")]
Sha256 = Annotated[str, Looks(r"[0-9a-f]{64}", "bad_sha256")]
Short = Annotated[str, AtMost(300)]
Word = Annotated[str, AtMost(20)]
Longitude = Annotated[float, Within(-180, 180)]
Latitude = Annotated[float, Within(-90, 90)]
Point = tuple[Longitude, Latitude]
Positive = Annotated[int, Within(1, 10_000)]

SourceRef = Annotated[str, Refers("source")]
BodyRef = Annotated[str, Refers("body")]
PersonRef = Annotated[str, Refers("person")]
PostRef = Annotated[str, Refers("post")]
PlaceRef = Annotated[str, Refers("place")]
TopicRef = Annotated[str, Refers("topic")]
SeriesRef = Annotated[str, Refers("series")]

# Python keeps these words for itself, or the house calls dates `_on`.
WRITTEN = {
    "slug": "id",
    "from_on": "from",
    "until_on": "until",
    "published_on": "published",
    "accessed_on": "accessed",
    "signed_on": "signed",
    "approved_on": "approved",
    "said_on": "on",
    "of_part": "of",
}


def written(name: str) -> str:
    """What a field is called in a record file."""
    return WRITTEN.get(name, name)
