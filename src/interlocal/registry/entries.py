"""What a record file says of bodies, people and ties."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from interlocal.evidence.entries import ClaimEntry
from interlocal.ground.dates import PartialDate
from interlocal.ground.entries import (
    Address,
    AtMost,
    BodyRef,
    Country,
    Id,
    InnerId,
    Language,
    Point,
    Positive,
    PostRef,
    Script,
    Short,
    Stated,
    Word,
)
from interlocal.ground.texts import Localised
from interlocal.registry import kinds


@dataclass(slots=True, kw_only=True)
class NameEntry(Stated):
    lang: Language
    text: Short
    kind: kinds.NameKind = kinds.NameKind.OFFICIAL
    script: Script = ""
    machine: bool = False
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None


@dataclass(slots=True, kw_only=True)
class PersonNameEntry(NameEntry):
    family: Annotated[str, AtMost(100)] = ""
    given: Annotated[str, AtMost(100)] = ""
    own: bool = False


@dataclass(slots=True, kw_only=True)
class CodeEntry(Stated):
    scheme: kinds.Scheme
    value: Word
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None
    successor: Word = ""


@dataclass(slots=True, kw_only=True)
class ParentEntry(Stated):
    BARE: ClassVar[str] = "body"

    body: BodyRef
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None


@dataclass(slots=True, kw_only=True)
class PostEntry(Stated):
    slug: InnerId
    kind: kinds.PostKind
    title: Localised
    rank: Positive = 50
    sole: bool = True


@dataclass(slots=True, kw_only=True)
class MemberEntry(Stated):
    BARE: ClassVar[str] = "body"

    body: BodyRef
    role: kinds.MemberRole = kinds.MemberRole.MEMBER
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None


@dataclass(slots=True, kw_only=True)
class BodyEntry(Stated):
    slug: Id
    kind: kinds.BodyKind
    names: list[NameEntry]
    level: kinds.Level | None = None
    country: Country = ""
    within: list[ParentEntry] = field(default_factory=list)
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None
    seat: Point | None = None
    website: Annotated[Address, AtMost(300)] = ""
    about: Localised | None = None
    codes: list[CodeEntry] = field(default_factory=list)
    posts: list[PostEntry] = field(default_factory=list)
    members: list[MemberEntry] = field(default_factory=list)
    claims: list[ClaimEntry] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class TenureEntry(Stated):
    post: PostRef
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None
    as_of: PartialDate | None = None
    acting: bool = False
    seconded_from: BodyRef | None = None


@dataclass(slots=True, kw_only=True)
class PersonEntry(Stated):
    slug: Id
    names: list[PersonNameEntry]
    country: Country = ""
    tenures: list[TenureEntry] = field(default_factory=list)
    claims: list[ClaimEntry] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class SideEntry(Stated):
    body: BodyRef
    type: kinds.TieType
    words: Localised | None = None
    signed_on: PartialDate | None = None
    approved_on: PartialDate | None = None
    approved_by: kinds.Approval | None = None


@dataclass(slots=True, kw_only=True)
class TieEntry(Stated):
    slug: Id
    state: kinds.TieState
    sides: list[SideEntry]
    from_on: PartialDate | None = None
    until_on: PartialDate | None = None
    about: Localised | None = None
    claims: list[ClaimEntry] = field(default_factory=list)
