"""A body's own HWPX form, filled: cells by the label beside them, and {{ field }} wherever it stands in the text."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from hwpx import HwpxDocument
from lxml import etree  # type: ignore[import-untyped]

from interlocal.documents.formats.packages import safe_package, settled
from interlocal.documents.formats.xml_text import fit
from interlocal.ground.refused import Refused

_HP: Final = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"
_FIELD: Final = re.compile(r"{{\s*([^{}]+?)\s*}}")
_SECTION: Final = re.compile(r"Contents/section\d+\.xml")
_STEP: Final = re.compile(r"\s*>\s*")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a form asks for: `fields` in its text, `labels` of cells that have an empty cell beside them."""

    fields: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Slot:
    """A piece of text in the tree: before the children of an element, or after the element itself."""

    element: Any
    after: bool

    @property
    def said(self) -> str:
        return (self.element.tail if self.after else self.element.text) or ""

    def say(self, said: str) -> None:
        if self.after:
            self.element.tail = said
        else:
            self.element.text = said


def fill(
    template: bytes, values: Mapping[str, object] | None = None, *, labels: Mapping[str, object] | None = None
) -> bytes:
    """The form with `values` for its {{ fields }} and `labels` for its cells: {"성명 > right": "김하늘"}.

    Raise Refused: those of `safe_package`, template_field (asked for, not given), template_label (given, not in the
    form or there twice), template_syntax.
    """
    safe_package(template, "hwpx")
    try:
        filled = _with_fields(template, values or {})
        if labels:
            filled = _with_labels(filled, labels)
    except Refused:
        raise
    except Exception as fault:
        reason = _("The template cannot be read: %(fault)s (near “%(place)s”).")
        raise Refused("template_syntax", reason % {"fault": str(fault)[:200], "place": ""}) from fault
    return settled(filled)


def check(template: bytes, known: tuple[str, ...] = ()) -> Checked:
    safe_package(template, "hwpx")
    fields: set[str] = set()
    for _name, tree in _sections(template):
        for paragraph in tree.iter(f"{_HP}p"):
            fields.update(_FIELD.findall("".join(slot.said for slot in _slots(paragraph))))
    asked = tuple(sorted(fields))
    return Checked(asked, tuple(one for one in asked if known and one not in known), _labels(template))


def _labels(template: bytes) -> tuple[str, ...]:
    """Texts of cells with nothing in the cell to their right."""
    found: dict[str, None] = {}
    with HwpxDocument.open(template) as form:
        for table in form.tables.all:
            for row in table.rows:
                cells = list(row.cells)
                for cell, beside in pairwise(cells):
                    if cell.text.strip() and not beside.text.strip():
                        found[cell.text.strip()] = None
    return tuple(found)


def _sections(template: bytes) -> Iterator[tuple[str, Any]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with zipfile.ZipFile(io.BytesIO(template)) as package:
        for name in package.namelist():
            if _SECTION.fullmatch(name):
                yield name, etree.fromstring(package.read(name), parser)


def _with_fields(template: bytes, values: Mapping[str, object]) -> bytes:
    changed: dict[str, bytes] = {}
    for name, tree in _sections(template):
        for paragraph in tree.iter(f"{_HP}p"):
            _fill_paragraph(paragraph, values)
        changed[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, changed.get(name) or old.read(name))
    return file.getvalue()


def _slots(paragraph: Any) -> list[_Slot]:
    """The paragraph's own text, without that of tables within it."""
    slots = []
    for words in paragraph.iterfind(f"{_HP}run/{_HP}t"):
        slots.append(_Slot(words, after=False))
        slots.extend(_Slot(child, after=True) for child in words)
    return slots


def _fill_paragraph(paragraph: Any, values: Mapping[str, object]) -> None:
    slots = _slots(paragraph)
    whole = "".join(slot.said for slot in slots)
    found = list(_FIELD.finditer(whole))
    for match in reversed(found):
        name = match[1]
        if name not in values:
            reason = _("The template asks for “%(field)s”, which is not there (near “%(place)s”).")
            raise Refused("template_field", reason % {"field": name, "place": whole.strip()[:120]})
        _replace(slots, match.start(), match.end(), fit(str(values[name])))
    if found:
        # Where lines broke before is no longer true; Hangul breaks them anew when nothing is said.
        for kept in paragraph.findall(f"{_HP}linesegarray"):
            paragraph.remove(kept)
        for slot in _slots(paragraph):
            _broken_lines(slot)


def _replace(slots: list[_Slot], start: int, end: int, value: str) -> None:
    """A field may be spread over several runs: the first of them gets the value, with its look."""
    at = 0
    for slot in slots:
        said = slot.said
        left, right = max(start - at, 0), min(end - at, len(said))
        if left < right:
            slot.say(said[:left] + value + said[right:])
            value = ""
        at += len(said)


def _broken_lines(slot: _Slot) -> None:
    first, *rest = slot.said.split("\n")
    if not rest:
        return
    slot.say(first)
    parent, at = (
        (slot.element.getparent(), slot.element.getparent().index(slot.element) + 1)
        if slot.after
        else (slot.element, 0)
    )
    for place, line in enumerate(rest):
        line_break = etree.Element(f"{_HP}lineBreak")
        line_break.tail = line
        parent.insert(at + place, line_break)


def _with_labels(template: bytes, labels: Mapping[str, object]) -> bytes:
    paths = {path if ">" in path else f"{path} > right": fit(str(value)) for path, value in labels.items()}
    form = HwpxDocument.open(template)
    try:
        done = form.tables.fill_by_path(paths)
        for failed in done["failed"]:
            raise _no_label(failed["path"], failed["reason"])
        return form.to_bytes()
    finally:
        form.close()


def _no_label(path: str, reason: str) -> Refused:
    label = _STEP.split(path)[0]
    if "ambiguous" in reason:
        said = _("The form has the label “%(label)s” more than once.")
    elif "not found" in reason:
        said = _("The form has no label “%(label)s”.")
    else:
        said = _("The form has no cell beside the label “%(label)s”.")
    return Refused("template_label", said % {"label": label})
