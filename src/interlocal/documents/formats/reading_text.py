"""Reader of tables as text: comma, semicolon or tab between cells, in the encodings of four offices.

No encoding is guessed from frequencies: such guesses are wrong on short lists. A text is decoded strictly, as UTF-8
first; every encoding that fits is given back, and a person looks at the first rows and chooses.
"""

import csv
import io
import re
from collections.abc import Sequence
from typing import Final

from interlocal.documents.formats.csv import plain
from interlocal.documents.formats.reading_table import LONGEST_CELL, MOST_ROWS, Table, Unreadable, table_of

# Encoding of Python: what people call it.
ENCODINGS: Final = {"utf-8": "UTF-8", "cp949": "CP949", "cp932": "Shift_JIS", "gb18030": "GB18030"}
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Two characters of East Asia in a row, as UTF-8 has them: other encodings do not happen to look so.
_SURELY_UTF8: Final = re.compile(rb"(?:[\xe3-\xed][\x80-\xbf]{2}){2}")
_SEPARATED: Final = re.compile(r"sep=(.)\r?\n")


def tables(data: bytes, *, first: str = "") -> list[Table]:
    """The table once for each encoding that fits, UTF-8 first, then `first` (that of the sender's country).

    Raise Unreadable: empty, not_text, mixed_encodings (row), unreadable_encoding (row), and those of `table_of`.
    """
    found: list[Table] = []
    failed: Unreadable | None = None
    for encoding, text in decoded(data, first=first):
        try:
            found.append(table(text, label=ENCODINGS.get(encoding, "UTF-8")))
        except Unreadable as fault:
            failed = failed or fault
    if not found:
        raise failed or Unreadable("empty")
    return found


def decoded(data: bytes, *, first: str = "") -> list[tuple[str, str]]:
    """(encoding, text) of every strict decoding. One that names itself, and UTF-8, leave no choice."""
    if not data.strip():
        raise Unreadable("empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return [("utf-8", _strictly(data, encoding))]
    if b"\x00" in data:
        raise Unreadable("not_a_table")
    if (text := _tried(data, "utf-8")) is not None:
        return [("utf-8", text)]
    _refuse_mixed(data)
    order = dict.fromkeys([*([first] if first in ENCODINGS else []), *ENCODINGS])
    fitting = [(encoding, said) for encoding in order if (said := _tried(data, encoding)) is not None]
    if not fitting:
        raise Unreadable("unreadable_encoding", row=_first_fault(data, order))
    return fitting


def table(text: str, *, label: str) -> Table:
    """Rows of a text; what a spreadsheet copies has tabs, a file commas or semicolons."""
    body = text.lstrip("\ufeff")
    separator = ""
    if named := _SEPARATED.match(body):
        separator, body = named[1], body[named.end() :]
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator or separator_of(body), strict=True)
    numbered: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            numbered.append((reader.line_num, [plain(cell.strip()) for cell in cells]))
            if len(numbered) > 4 * MOST_ROWS:
                raise Unreadable("too_many_rows", count=body.count("\n"), most=MOST_ROWS)
    except csv.Error as fault:
        code = "cell_too_long" if "field larger" in str(fault) else "broken_quotes"
        raise Unreadable(code, row=reader.line_num) from None
    return table_of(label, numbered)


def separator_of(text: str) -> str:
    """The separator that occurs most in the first lines outside of quotes; a tab wins over all."""
    head = re.sub(r'"[^"]*"', "", "\n".join(text.splitlines()[:5]))
    if "\t" in head:
        return "\t"
    return ";" if head.count(";") > head.count(",") else ","


csv.field_size_limit(max(LONGEST_CELL * 10, 10_000))


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        row = data[: fault.start].count(b"\n") + 1
        raise Unreadable("unreadable_encoding", row=row) from None


def _refuse_mixed(data: bytes) -> None:
    """Some lines are surely UTF-8 and others are not: two lists were pasted into one file."""
    lines = data.split(b"\n")
    utf8 = [
        number
        for number, line in enumerate(lines, start=1)
        if _SURELY_UTF8.search(line) and _tried(line, "utf-8") is not None
    ]
    others = [number for number, line in enumerate(lines, start=1) if _tried(line, "utf-8") is None]
    if utf8 and others:
        rarer = others if len(others) <= len(utf8) else utf8
        raise Unreadable("mixed_encodings", row=rarer[0])


def _first_fault(data: bytes, order: Sequence[str] | dict[str, None]) -> int:
    """The first line that does not fit the encoding which fits most lines."""
    lines = data.split(b"\n")
    faults = {
        encoding: [number for number, line in enumerate(lines, start=1) if _tried(line, encoding) is None]
        for encoding in order
    }
    return min(faults.values(), key=len)[0] if all(faults.values()) else 1
