"""The engine that draws: one compiler a process, with our fonts and no others."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
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


def printed(beside: Mapping[str, bytes], *, root: str | None = None) -> bytes:
    """The PDF of `main.typ`. What stands beside it is all that it can read, but for what lies in `root`."""
    with _TURN:
        made = _compiler(root or str(SHELF)).compile(
            dict(beside), format="pdf", pdf_standards=STANDARDS, timestamp=BORN
        )
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave no PDF")
    return made


@cache
def shelved(template: str) -> bytes:
    return (SHELF / f"{template}.typ").read_bytes()


@cache
def _compiler(root: str) -> typst.Compiler:
    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.folder()])
    return typst.Compiler(root=root, font_paths=ours, ignore_system_fonts=True)
