"""The engine that draws: one compiler a process, with our fonts and no others."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from interlocal.documents.formats import fonts

SHELF = files("interlocal.documents.formats") / "typst"
# For all readers and for the archive, at once.
STANDARDS: list[Any] = ["ua-1", "a-2a"]
# The same input gives the same bytes: a paper has no hour of birth of its own.
BORN = datetime(2000, 1, 1, tzinfo=UTC)
# One engine with one cache: two papers at once would mix their files.
_TURN = Lock()


def printed(beside: Mapping[str, bytes]) -> bytes:
    """The PDF of `main.typ`; what stands beside it is all that it reads. Texts only: the engine takes no other bytes so."""
    # The stubs do not know that several files can be handed in by name.
    files_by_name: Any = dict(beside)
    with _TURN:
        made = _compiler(str(SHELF)).compile(
            files_by_name, format="pdf", pdf_standards=STANDARDS, timestamp=BORN
        )
    return _whole(made)


def printed_from(folder: Path) -> bytes:
    """The PDF of `main.typ` in a folder, outside of which it reads nothing."""
    made = _compiler(str(folder)).compile(
        folder / "main.typ", format="pdf", pdf_standards=STANDARDS, timestamp=BORN
    )
    return _whole(made)


def _whole(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no PDF")
    return made


@cache
def shelved(template: str) -> bytes:
    return (SHELF / f"{template}.typ").read_bytes()


@cache
def _compiler(root: str) -> typst.Compiler:
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[fonts.folder()])
    return typst.Compiler(root=root, font_paths=ours, ignore_system_fonts=True)
