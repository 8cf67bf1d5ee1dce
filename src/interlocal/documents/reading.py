"""A list that somebody sends: which kind of file it is, and its table in every way it can be read.

What cannot be read is refused with a sentence, before anything of it is believed.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from interlocal.documents.formats import reading_text, reading_xlsx
from interlocal.documents.formats.reading_table import Table, Unreadable
from interlocal.ground.refused import Refused

LARGEST: Final = 8 * 1024 * 1024
# What offices of a country save texts in, after UTF-8.
ENCODING_OF: Final[Mapping[str, str]] = {"KR": "cp949", "JP": "cp932", "CN": "gb18030"}
_OTHER_FILES: Final = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"<!DOCTYPE", b"<html")


def read_file(data: bytes, *, country: str = "") -> list[Table]:
    """The tables of a workbook (one a sheet) or of a text (one an encoding that fits), the likeliest first."""
    return _readable(lambda: _tables(data, ENCODING_OF.get(country, "")))


def read_pasted(text: str) -> list[Table]:
    """What was copied from a spreadsheet or a letter."""
    return _readable(lambda: [reading_text.table(text, label="")])


def _tables(data: bytes, encoding: str) -> list[Table]:
    if len(data) > LARGEST:
        raise Unreadable("too_large")
    if reading_xlsx.is_workbook(data):
        return reading_xlsx.tables(data)
    if data.lstrip()[:12].startswith(_OTHER_FILES):
        raise Unreadable("not_a_table")
    return reading_text.tables(data, first=encoding)


def _readable(read: Callable[[], list[Table]]) -> list[Table]:
    try:
        return read()
    except Unreadable as fault:
        raise Refused(fault.code, _reason(fault), field="file") from None


def _reason(fault: Unreadable) -> str:
    return str(_sentences()[fault.code] % fault.about)


def _sentences() -> dict[str, Any]:
    return {
        "empty": _("There is nothing in this list."),
        "not_a_table": _("This is no list: send an Excel workbook (.xlsx) or a CSV file."),
        "not_a_workbook": _("This file is no Excel workbook. Save the list as .xlsx or CSV."),
        "old_workbook": _(
            "This workbook is of an old kind or locked by a password. Save it as .xlsx without a password."
        ),
        "broken_workbook": _(
            "This workbook is damaged. Open it in a spreadsheet and save it again as .xlsx."
        ),
        "too_large": _("This file is too large: at most 8 MB."),
        "too_large_unpacked": _("This workbook is too large once unpacked. Leave only the list in it."),
        "too_many_rows": _("This list has %(count)s rows; at most %(most)s are read at once. Split it."),
        "too_many_columns": _("This list has %(count)s columns; at most %(most)s are read."),
        "cell_too_long": _("Row %(row)s has a cell with too much text."),
        "broken_quotes": _("Row %(row)s has a quotation mark that does not end."),
        "mixed_encodings": _(
            "Row %(row)s is in another encoding than the rest of the file. Save the whole list as CSV UTF-8."
        ),
        "unreadable_encoding": _(
            "Row %(row)s cannot be read in any encoding known here. Save the list as CSV UTF-8."
        ),
    }
