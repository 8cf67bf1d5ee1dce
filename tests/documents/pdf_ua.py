"""What a machine can see of PDF/UA-1, looked at without the typesetter: numbers are those of the Matterhorn Protocol."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NumberObject

HEADINGS = {f"/H{level}": level for level in range(1, 7)}
PAINTS = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"Do", b"sh"}


def problems(pdf: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"].get_object()
    if "/StructTreeRoot" not in root:
        return ["01-005: no structure tree"]
    nodes = list(_nodes(root["/StructTreeRoot"].get("/K"), {}))
    found = [*_of_document(root), *_of_nodes(nodes, root["/StructTreeRoot"].get("/RoleMap", {}))]
    claimed = {(id_of, mcid) for node, page in nodes for id_of, mcid in _marked(node, page)}
    for number, page in enumerate(reader.pages, start=1):
        page_id = page.indirect_reference.idnum if page.indirect_reference else 0
        found += [f"page {number}: {fault}" for fault in _of_content(page, reader, page_id, claimed)]
        found += [f"page {number}: {fault}" for fault in _of_annotations(page)]
        found += [f"page {number}: {fault}" for fault in _of_fonts(page.get("/Resources", {}))]
    return sorted(set(found))


def roles(pdf: bytes) -> list[str]:
    """What stands in the structure tree, in reading order."""
    root = PdfReader(io.BytesIO(pdf)).trailer["/Root"].get_object()
    return [str(node["/S"])[1:] for node, _page in _nodes(root["/StructTreeRoot"].get("/K"), {})]


def _of_document(root: DictionaryObject) -> Iterator[str]:
    if root.get("/MarkInfo", {}).get("/Marked") != True:  # noqa: E712 - a PDF's own kind of boolean
        yield "06-001: not marked as tagged"
    if root.get("/MarkInfo", {}).get("/Suspects", False) != False:  # noqa: E712
        yield "01-006: has suspects"
    if not root.get("/Lang"):
        yield "11-006: no language"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") != True:  # noqa: E712
        yield "07-002: title is not displayed"
    metadata = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    if "pdfuaid:part" not in metadata:
        yield "06-002: does not say that it is PDF/UA"
    if "<dc:title>" not in metadata:
        yield "06-003: no title"


def _nodes(kids: Any, page: Any) -> Iterator[tuple[DictionaryObject, Any]]:
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    if isinstance(kids, ArrayObject):
        for kid in kids:
            yield from _nodes(kid, page)
    elif isinstance(kids, DictionaryObject) and "/S" in kids:
        page = kids.raw_get("/Pg") if "/Pg" in kids else page
        yield kids, page
        yield from _nodes(kids.get("/K"), page)


def _marked(node: DictionaryObject, page: Any) -> Iterator[tuple[int, int]]:
    kids = node.get("/K")
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, NumberObject) and page:
            yield page.idnum, int(kid)
        elif isinstance(kid, DictionaryObject) and "/MCID" in kid:
            yield (kid.raw_get("/Pg") if "/Pg" in kid else page).idnum, int(kid["/MCID"])


def _of_nodes(nodes: list[tuple[DictionaryObject, Any]], role_map: Any) -> Iterator[str]:
    deepest = 0
    for node, _page in nodes:
        role = role_map.get(node["/S"], node["/S"])
        if role in HEADINGS:
            if HEADINGS[role] > deepest + 1:
                yield f"14-003: from heading {deepest} to {HEADINGS[role]}"
            deepest = HEADINGS[role]
        if role == "/Figure" and not (node.get("/Alt") or node.get("/ActualText")):
            yield "13-004: figure without words"
        if role == "/Table":
            yield from _of_table(node)


def _of_table(table: DictionaryObject) -> Iterator[str]:
    cells = [node for node, _page in _nodes(table.get("/K"), None)]
    heads = [cell for cell in cells if cell["/S"] == "/TH"]
    if not heads:
        yield "15-003: table without heading cells"
    if any("/Scope" not in _attributes(head) for head in heads):
        yield "15-003: heading cell without scope"
    known = {str(head["/ID"]) for head in heads if "/ID" in head}
    named = {str(each) for cell in cells for each in _attributes(cell).get("/Headers", ())}
    if named - known:
        yield "15-005: cell names a heading that is not there"
    widths = {
        sum(
            int(_attributes(cell).get("/ColSpan", 1))
            for cell, _page in _nodes(row.get("/K"), None)
            if _is_cell(cell)
        )
        for row in cells
        if row["/S"] == "/TR"
    }
    if len(widths) > 1:
        yield f"15-001: rows of different widths {sorted(widths)}"


def _is_cell(node: DictionaryObject) -> bool:
    return node["/S"] in ("/TH", "/TD")


def _attributes(node: DictionaryObject) -> dict[str, Any]:
    held = node.get("/A", [])
    merged: dict[str, Any] = {}
    for each in held if isinstance(held, list) else [held]:
        merged |= dict(each.get_object())
    return merged


def _of_content(page: Any, reader: PdfReader, page_id: int, claimed: set[tuple[int, int]]) -> Iterator[str]:
    contents = page.get_contents()
    if contents is None:
        return
    marks: list[bool] = []
    for operands, operator in ContentStream(contents, reader).operations:
        if operator in (b"BDC", b"BMC"):
            tag = operands[0]
            about = operands[1] if len(operands) > 1 and isinstance(operands[1], DictionaryObject) else {}
            if "/MCID" in about and (page_id, int(about["/MCID"])) not in claimed:
                yield "01-005: marked content that the structure does not know"
            marks.append(tag == "/Artifact" or "/MCID" in about)
        elif operator == b"EMC":
            marks.pop()
        elif operator in PAINTS and not any(marks):
            yield f"01-005: {operator.decode()} neither tagged nor artifact"


def _of_annotations(page: Any) -> Iterator[str]:
    notes = [note.get_object() for note in page.get("/Annots", ())]
    if notes and page.get("/Tabs") != "/S":
        yield "28-008: order of tabs does not follow the structure"
    for note in notes:
        if note["/Subtype"] == "/Link" and "/StructParent" not in note:
            yield "28-011: link outside the structure"
        if note["/Subtype"] == "/Link" and not note.get("/Contents"):
            yield "28-012: link without words"


def _of_fonts(resources: Any) -> Iterator[str]:
    resources = resources.get_object()
    for font in (each.get_object() for each in resources.get("/Font", {}).values()):
        name = font.get("/BaseFont", "a font")
        if "/ToUnicode" not in font:
            yield f"31-027: {name} says nothing of its characters"
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        shape = inner.get("/FontDescriptor", {}).get_object() if "/FontDescriptor" in inner else {}
        if font.get("/Subtype") != "/Type3" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(shape):
            yield f"31-009: {name} is not embedded"
    for drawn in (each.get_object() for each in resources.get("/XObject", {}).values()):
        if drawn.get("/Subtype") == "/Form":
            yield from _of_fonts(drawn.get("/Resources", DictionaryObject()))
