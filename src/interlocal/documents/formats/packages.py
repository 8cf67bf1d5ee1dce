"""Zip packages (DOCX, HWPX, XLSX): ours written so that the same input gives the same bytes, others' looked at first.

Nothing of somebody's package is opened by a reader of its format before `safe_package` has unpacked it once into
nothing, by the byte, and looked through its XML as a stream.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final, Literal
from urllib.parse import urlsplit
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused

Kind = Literal["docx", "hwpx", "xlsx"]

MOST_MEMBERS: Final = 2_000
LARGEST_UNPACKED: Final = 100 * 1024 * 1024
_HARMLESS_UNPACKED: Final = 5 * 1024 * 1024
_MOST_TIMES: Final = 200
_PIECE: Final = 1 << 16
_BORN: Final = (2000, 1, 1, 0, 0, 0)
# What readers look for at the very front of a package.
_FIRST: Final = ("mimetype", "version.xml", "[Content_Types].xml")
_MAIN: Final = {
    "docx": "word/document.xml",
    "hwpx": "Contents/content.hpf",
    "xlsx": "xl/workbook.xml",
}
_MIMETYPE: Final = b"application/hwp+zip"
_XML: Final = (".xml", ".rels", ".hpf", ".rdf", ".vml")
_MACRO: Final = re.compile(r"(?i)(^|/)(vbaproject\.bin|vbadata\.xml|macrosheets/|activex/)")
_OBJECT: Final = re.compile(r"(?i)(^|/)(embeddings/|oleobject)|\.ole$")
_FIELDS: Final = re.compile(
    r"(?i)^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE)\b"
)
# What Hangul writes into every paper as its scripts: nothing.
_EMPTY_SCRIPT: Final = re.compile(
    r"varDocuments=XHwpDocuments;|varDocument=Documents\.Active_XHwpDocument;|functionOnDocument_\w+\(\)\{\}"
)


def settled(content: bytes) -> bytes:
    """The same package with its members in a fixed order and without the hour it was made."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=_order):
            member = zipfile.ZipInfo(name, _BORN)
            member.external_attr = 0o600 << 16
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return packed.getvalue()


def _order(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def safe_package(content: bytes, kind: Kind) -> None:
    """Raise Refused unless the package is what it says and holds nothing that acts.

    Codes: package_not_zip, package_kind, package_too_many, package_too_large, package_path, package_encrypted,
    package_macro, package_object, package_external, package_field, package_xml, package_doctype.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = package.infolist()
            _names(members, kind)
            _looked_through(package, members, kind, len(content))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise _not_zip(kind) from None
    except Exception as fault:
        if type(fault).__module__ == "zlib":
            raise _not_zip(kind) from None
        raise


def _not_zip(kind: Kind) -> Refused:
    return Refused(
        "package_not_zip", _("This file cannot be read as %(kind)s: it is damaged.") % {"kind": kind.upper()}
    )


def _names(members: list[zipfile.ZipInfo], kind: Kind) -> None:
    if len(members) > MOST_MEMBERS:
        raise Refused(
            "package_too_many", _("The file holds more than %(most)s parts.") % {"most": MOST_MEMBERS}
        )
    names = [member.filename for member in members]
    if len({name.casefold() for name in names}) < len(names):
        twice = next(
            name for at, name in enumerate(names) if name.casefold() in map(str.casefold, names[:at])
        )
        raise _at("package_path", _("The file holds the part “%(place)s” twice."), twice)
    for member in members:
        _name(member)
    wrong_front = kind == "hwpx" and (
        names[:1] != ["mimetype"] or members[0].compress_type != zipfile.ZIP_STORED
    )
    if _MAIN[kind] not in names or wrong_front:
        raise Refused("package_kind", _("This file is not a %(kind)s file.") % {"kind": kind.upper()})


def _name(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    parts = name.replace("\\", "/").split("/")
    link = (member.external_attr >> 16) & 0o170000 == 0o120000
    if link or ".." in parts or name.startswith(("/", "\\")) or re.search(r"[\\:\x00-\x1f]", name):
        raise _at("package_path", _("The part “%(place)s” of the file leads out of it."), name)
    if member.flag_bits & 1:
        raise _at(
            "package_encrypted", _("The file is locked with a password (“%(place)s”). Save it without."), name
        )
    if _MACRO.search(name):
        raise _macro(name)
    if _OBJECT.search(name):
        raise _object(name)


def _looked_through(
    package: zipfile.ZipFile, members: list[zipfile.ZipInfo], kind: Kind, packed: int
) -> None:
    left = min(LARGEST_UNPACKED, max(_HARMLESS_UNPACKED, _MOST_TIMES * packed))
    # What says itself that it is too large is not looked into; what lies about it is found below.
    if sum(member.file_size for member in members) > left:
        largest = max(members, key=lambda member: member.file_size)
        raise _at(
            "package_too_large", _("The file unpacks to far too much (in “%(place)s”)."), largest.filename
        )
    for member in members:
        name = member.filename
        look = _Looking(name) if name.lower().endswith(_XML) else None
        kept = bytearray()
        for piece in _pieces(package, member):
            # What the directory says of a member's size is its maker's word only.
            left -= len(piece)
            if left < 0:
                raise _at("package_too_large", _("The file unpacks to far too much (in “%(place)s”)."), name)
            if look:
                look.feed(piece)
            elif name == "mimetype" or name.startswith("Scripts/"):
                kept += piece
        if look:
            look.feed(b"", last=True)
        if kind == "hwpx":
            _hwpx_part(name, bytes(kept))


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with package.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _hwpx_part(name: str, content: bytes) -> None:
    if name == "mimetype" and content.strip() != _MIMETYPE:
        raise Refused("package_kind", _("This file is not a %(kind)s file.") % {"kind": "HWPX"})
    if name.startswith("Scripts/"):
        wide = b"\x00" in content
        code = re.sub(
            r"//.*|\s", "", content.decode("utf-16-le" if wide else "utf-8", "replace").lstrip("\ufeff")
        )
        if _EMPTY_SCRIPT.sub("", code):
            raise _macro(name)


class _Looking:
    """Expat over one part: no document types, no links to elsewhere, no fields that fetch."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._instruction: list[str] | None = None
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        self._parser = parser

    def feed(self, piece: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError:
            raise _at("package_xml", _("The part “%(place)s” of the file is damaged."), self._name) from None

    def _doctype(self, *_said: object) -> None:
        raise _at("package_doctype", _("The part “%(place)s” defines its own entities."), self._name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "Relationship":
            self._relationship(attributes)
        elif tag in ("Override", "Default") and "macroenabled" in attributes.get("ContentType", "").lower():
            raise _macro(attributes.get("PartName", self._name))
        elif tag in ("OLEObject", "ole"):
            raise _object(self._name)
        elif tag == "instrText":
            self._instruction = []
        elif tag == "fldSimple":
            self._field(next((value for key, value in attributes.items() if key.endswith("instr")), ""))

    def _relationship(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("Type", "").rpartition("/")[2].lower()
        target = attributes.get("Target", "")
        if kind in ("vbaproject", "wordvbadata"):
            raise _macro(self._name)
        if kind in ("oleobject", "package", "control"):
            raise _object(self._name)
        if attributes.get("TargetMode", "").lower() != "external" and kind != "attachedtemplate":
            return
        # A link in the text waits until somebody follows it; everything else is fetched unasked.
        if kind != "hyperlink" or urlsplit(target).scheme.lower() not in ("http", "https", "mailto"):
            reason = _("The file fetches something from elsewhere: “%(target)s” (in “%(place)s”).")
            raise Refused("package_external", reason % {"target": target[:200], "place": self._name})

    def _text(self, said: str) -> None:
        if self._instruction is not None:
            self._instruction.append(said)

    def _end(self, name: str) -> None:
        if self._instruction is not None and name.rpartition(":")[2] == "instrText":
            self._field("".join(self._instruction))
            self._instruction = None

    def _field(self, code: str) -> None:
        if _FIELDS.match(code):
            reason = _("The file has a field that fetches something: “%(field)s” (in “%(place)s”).")
            raise Refused("package_field", reason % {"field": code.strip()[:80], "place": self._name})


def _at(code: str, reason: object, place: str) -> Refused:
    return Refused(code, reason % {"place": place[:200]})  # type: ignore[operator]


def _macro(place: str) -> Refused:
    return _at("package_macro", _("The file holds a macro (“%(place)s”). Save it without macros."), place)


def _object(place: str) -> Refused:
    return _at("package_object", _("The file holds an embedded object (“%(place)s”). Remove it."), place)
