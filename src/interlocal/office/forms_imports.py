"""A list of people: where it comes from, and what somebody decided about it before it is taken over."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import imports
from interlocal.delegations.rules.imports_columns import TARGETS, Headings, matched
from interlocal.delegations.rules.imports_lists import Choices, Sheet
from interlocal.documents import reading
from interlocal.documents.formats.reading_table import Mark, Table
from interlocal.ground.refused import Refused
from interlocal.office.forms import OfficeForm, Once

SALT: Final = "interlocal.import"
# For so long a list travels between the browser and here; the server keeps nothing of it.
LASTS: Final = 2 * 60 * 60
LONGEST: Final = 1_800_000


class Source(OfficeForm):
    """A list pasted from a spreadsheet, or a file."""

    pasted = forms.CharField(
        required=False,
        strip=False,
        max_length=1_000_000,
        label=_("Paste the list"),
        help_text=_("Copy the cells in your spreadsheet, headings included, and paste them here."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(
        required=False,
        allow_empty_file=True,
        label=_("Or choose a file"),
        help_text=_("Excel (.xlsx) or CSV; at most 2,000 people."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt"}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if not self.errors and not (said.get("file") or (said.get("pasted") or "").strip()):
            raise forms.ValidationError(_("Paste a list or choose a file."), code="nothing_sent")
        return said

    def tables(self, country: str) -> list[Table]:
        """Raise Refused for what cannot be read."""
        file = self.cleaned_data.get("file")
        if file is None:
            return reading.read_pasted(self.cleaned_data["pasted"])
        if file.size > reading.LARGEST:
            raise Refused("too_large", _("This file is too large: at most 8 MB."), field="file")
        return reading.read_file(file.read(), country=country)


class Decided(Once):
    """The preview as it comes back: the list, signed; which of its tables; the row of the headings (0: none)."""

    token = forms.CharField(widget=forms.HiddenInput, max_length=LONGEST)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)
    table = forms.IntegerField(min_value=0, max_value=99, required=False)
    was_table = forms.IntegerField(min_value=0, max_value=99, required=False)
    line = forms.IntegerField(min_value=0, max_value=99, required=False)
    was_line = forms.IntegerField(min_value=0, max_value=99, required=False)
    order = forms.ChoiceField(choices=[("family", ""), ("given", "")], required=False)
    take = forms.CharField(required=False, max_length=1)

    def choices(self, sheet: Sheet, country: str) -> Choices:
        """What was decided; what a list looks like by itself where another table or row was just chosen."""
        own = imports.choices_for(sheet, country=country)
        said = self.cleaned_data
        if said["table"] != said["was_table"]:
            return own
        family_first = own.latin_family_first if not said["order"] else said["order"] == "family"
        answered = replace(
            own,
            latin_family_first=family_first,
            splits={row: int(text) for row, text in self._by_row("split-") if text.isdecimal()},
            same={row: text for row, text in self._by_row("same-") if text},
        )
        if said["line"] is None:
            return answered
        if said["line"] != said["was_line"]:
            return replace(answered, headings=_headings(sheet, said["line"] - 1, own.headings))
        return replace(answered, headings=self._headings(sheet, said["line"] - 1, own.headings))

    def _headings(self, sheet: Sheet, line: int, own: Headings) -> Headings:
        depth = own.depth if line == own.line else 1
        width = len(sheet.rows[0])
        told = {column: self.data.get(f"column-{column}", "") for column in range(width)}
        chosen: dict[int, str] = {}
        for column, target in told.items():
            if target in TARGETS and target not in chosen.values():
                chosen[column] = target
        return Headings(line, depth, chosen)

    def _by_row(self, prefix: str) -> list[tuple[int, str]]:
        return [
            (int(name[len(prefix) :]), str(value)[:40])
            for name, value in self.data.items()
            if name.startswith(prefix) and name[len(prefix) :].isdecimal() and len(name) < 20
        ]


def _headings(sheet: Sheet, line: int, own: Headings) -> Headings:
    if line == own.line:
        return own
    columns = matched(sheet.rows[line]) if 0 <= line < len(sheet.rows) else {}
    return Headings(line, 1, columns)


def packed(tables: Sequence[Table], about: Sequence[str]) -> str:
    """The tables as a signed text that only the same person at the same delegation can send back."""
    told = [
        [
            table.label,
            table.rows,
            table.numbers,
            [[m.line, m.column, m.code] for m in table.marks],
            table.hidden,
        ]
        for table in tables
    ]
    token = signing.dumps([list(about), told], salt=SALT, compress=True)
    if len(token) > LONGEST:
        raise Refused(
            "too_large", _("This list is too large. Leave only what is needed, or split it."), field="file"
        )
    return token


def unpacked(token: str, about: Sequence[str]) -> list[Table]:
    """The tables again; Refused for what is altered, too old or of another page."""
    try:
        where, told = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        where, told = None, []
    if where != list(about):
        raise Refused(
            "import_lost", _("This preview is too old or belongs to another page. Send the list again.")
        )
    return [
        Table(
            label=label,
            rows=tuple(tuple(row) for row in rows),
            numbers=tuple(numbers),
            marks=tuple(Mark(*mark) for mark in marks),
            hidden=hidden,
        )
        for label, rows, numbers, marks, hidden in told
    ]


def sheet_of(table: Table) -> Sheet:
    marks: Mapping[tuple[int, int], str] = {(mark.line, mark.column): mark.code for mark in table.marks}
    return Sheet(table.rows, table.numbers, marks)
