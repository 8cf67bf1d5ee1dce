"""Zip packages (DOCX, HWPX, XLSX) written so that the same input gives the same bytes."""

import io
import zipfile
from typing import Final

_BORN: Final = (2000, 1, 1, 0, 0, 0)
# What readers look for at the very front of a package.
_FIRST: Final = ("mimetype", "version.xml", "[Content_Types].xml")


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
