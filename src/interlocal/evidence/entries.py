"""What a record file says of sources and claims."""

from dataclasses import dataclass
from typing import Annotated, Any

from interlocal.evidence import kinds
from interlocal.ground.dates import PartialDate
from interlocal.ground.entries import Address, AtMost, Entry, Id, Language, Sha256, Stated
from interlocal.ground.texts import Localised


@dataclass(slots=True, kw_only=True)
class SourceEntry(Entry):
    slug: Id
    kind: kinds.SourceKind
    publisher: Localised
    title: Localised
    language: Language
    published_on: PartialDate | None = None
    accessed_on: PartialDate | None = None
    url: Address = ""
    sha256: Sha256 = ""
    note: Localised | None = None


@dataclass(slots=True, kw_only=True)
class ClaimEntry(Stated):
    """`value` is what was written; `text` is it as a text in languages, for the attribute `other`."""

    attribute: kinds.Attribute
    value: Any
    of_part: Annotated[str, AtMost(30)] = ""
    text: Localised | None = None
    kind: kinds.ClaimKind = kinds.ClaimKind.REPORTED
    as_of: PartialDate | None = None
    chosen: bool = False
    note: Localised | None = None
