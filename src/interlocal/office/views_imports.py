"""A list becomes a delegation: sent, looked at, corrected, taken over whole. Between the steps nothing is kept here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import uuid4

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from interlocal.delegations.commands import imports as verbs
from interlocal.delegations.queries import imports as queries
from interlocal.delegations.queries.imports import ImportPage, Plan, Planned
from interlocal.delegations.rules.imports import choices_for, first_line
from interlocal.delegations.rules.imports_columns import DEEPEST, TARGETS
from interlocal.delegations.rules.imports_lists import Choices, Sheet
from interlocal.documents.formats.reading_table import Table
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import reading
from interlocal.ground.wording import print_person
from interlocal.office import forms_delegation as people
from interlocal.office import forms_imports as forms
from interlocal.office.entrance import Entrance, entered
from interlocal.office.requests import OfficeRequest, done, show

# Rows of one kind that a preview lists; the others are counted.
MOST_SHOWN: Final = 200
_SAMPLE: Final = 4
_OTHERS: Final[Mapping[str, Any]] = {
    "email": TARGETS["email"],
    "phone": TARGETS["phone"],
    "latin_origin": gettext_lazy("Latin spelling confirmed"),
    "reading_origin": gettext_lazy("Reading confirmed"),
}


@dataclass(frozen=True, slots=True)
class Preview:
    """What the preview shows: the tables to choose from, the chosen one with its choices, and what it would do."""

    tables: tuple[Table, ...]
    table: int
    choices: Choices
    plan: Plan | None
    fault: Refused | None

    @property
    def sheet(self) -> Table:
        return self.tables[self.table]

    @property
    def line(self) -> int:
        """The row of the headings as a form says it: 0 for none."""
        return self.choices.headings.line + 1

    @property
    def columns(self) -> list[tuple[int, str, str, list[str]]]:
        """Number, heading, what it is taken for, and the first cells of each column."""
        rows, headings = self.sheet.rows, self.choices.headings
        first = first_line(headings)
        return [
            (
                column,
                rows[headings.line][column] if headings.line >= 0 else "",
                headings.columns.get(column, ""),
                [row[column] for row in rows[first : first + _SAMPLE]],
            )
            for column in range(len(rows[0]))
        ]

    def heading(self, column: int) -> str:
        line = self.choices.headings.line
        return self.sheet.rows[line][column] if column >= 0 and line >= 0 else ""


@entered()
def import_list(request: OfficeRequest, way: Entrance) -> HttpResponse:
    page = queries.import_page(
        actor=way.actor, preparation=way.preparation, body=way.body, at=request.arrived_at, tongue=reading()
    )
    if request.method == "POST" and "token" in request.POST:
        return _decided(request, way, page)
    form = forms.Source(request.POST, request.FILES) if request.method == "POST" else forms.Source()
    if form.is_bound and form.is_valid():
        with form.refusals():
            if page.closed:
                raise page.closed
            tables = tuple(form.tables(page.country))
            choices = _own_choices(tables, page)
            return _preview(request, way, page, _looked(request, way, tables, 0, choices))
    return show(request, "office/imports/send.html", {"way": way, "page": page, "form": form})


def _decided(request: OfficeRequest, way: Entrance, page: ImportPage) -> HttpResponse:
    """The preview came back: look again, or take over."""
    form = forms.Decided(request.POST)
    if not form.is_valid():
        return _lost(
            request, way, page, _("This preview is too old or belongs to another page. Send the list again.")
        )
    try:
        tables = tuple(forms.unpacked(form.cleaned_data["token"], _about(way)))
    except Refused as lost:
        return _lost(request, way, page, str(lost))
    table = min(form.cleaned_data["table"] or 0, len(tables) - 1)
    sheet = forms.sheet_of(tables[table])
    choices = form.choices(sheet, page.country)
    fault = None
    if form.cleaned_data["take"]:
        try:
            return _taken(request, way, form, sheet, choices)
        except Refused as refusal:
            fault = refusal
    preview = _looked(request, way, tables, table, choices, fault)
    return _preview(request, way, page, preview, token=form.cleaned_data["token"])


def _taken(
    request: OfficeRequest, way: Entrance, form: forms.Decided, sheet: Sheet, choices: Choices
) -> HttpResponse:
    taken = verbs.take_over(
        actor=way.actor,
        at=request.arrived_at,
        preparation=way.preparation,
        body=way.body,
        sheet=sheet,
        choices=choices,
        seen=form.cleaned_data["seen"],
        once=form.cleaned_data["once"],
    )
    told = [
        ngettext("%(num)s person is entered.", "%(num)s people are entered.", taken.new) % {"num": taken.new},
        ngettext("%(num)s person is changed.", "%(num)s people are changed.", taken.changed)
        % {"num": taken.changed},
    ]
    numbers = (taken.new, taken.changed)
    said = " ".join(sentence for sentence, number in zip(told, numbers, strict=True) if number)
    return done(request, said or _("Nothing was to be changed."), to=way.to())


def _own_choices(tables: tuple[Table, ...], page: ImportPage) -> Choices:
    return choices_for(forms.sheet_of(tables[0]), country=page.country)


def _looked(
    request: OfficeRequest,
    way: Entrance,
    tables: tuple[Table, ...],
    table: int,
    choices: Choices,
    fault: Refused | None = None,
) -> Preview:
    plan = None
    try:
        plan = queries.plan(
            actor=way.actor,
            preparation=way.preparation,
            body=way.body,
            at=request.arrived_at,
            sheet=forms.sheet_of(tables[table]),
            choices=choices,
        )
    except Refused as refusal:
        fault = fault or refusal
    return Preview(tables, table, choices, plan, fault)


def _preview(
    request: OfficeRequest, way: Entrance, page: ImportPage, preview: Preview, *, token: str = ""
) -> HttpResponse:
    values = {
        "way": way,
        "page": page,
        "preview": preview,
        "plan": preview.plan,
        "token": token or forms.packed(preview.tables, _about(way)),
        "once": uuid4(),
        "targets": TARGETS,
        "lines": range(1, min(len(preview.sheet.rows), DEEPEST) + 1),
        "most": MOST_SHOWN,
        "differing": differing,
        "spelt": spelt,
        "parts": people.PARTS,
        "grades": people.GRADES,
    }
    faulty = preview.fault is not None or (preview.plan is not None and preview.plan.count(queries.WRONG))
    return show(request, "office/imports/preview.html", values, status=422 if faulty else 200)


def _lost(request: OfficeRequest, way: Entrance, page: ImportPage, reason: str) -> HttpResponse:
    form = forms.Source({})
    form.full_clean()
    form.errors.clear()
    form.add_error(None, reason)
    return show(request, "office/imports/send.html", {"way": way, "page": page, "form": form})


def _about(way: Entrance) -> list[str]:
    """Whose list it is and where it goes: nobody else can send it back, and nowhere else."""
    link = way.actor.scope.link if way.actor.scope else ""
    return [way.preparation, way.body, str(way.actor.user or ""), str(link)]


def differing(row: Planned) -> list[tuple[str, str, str]]:
    """What changes of somebody, in words: field, before, after."""
    before = {name: was for name, (was, _now) in row.differences.items()}
    after = {name: now for name, (_was, now) in row.differences.items()}
    was, now = people.readable(before), people.readable(after)
    told = [(str(people.LABELS[name]), was[name], now[name]) for name in now]
    told += [
        (str(label), "" if name.endswith("_origin") else str(before[name]),
         "" if name.endswith("_origin") else str(after[name]))
        for name, label in _OTHERS.items()
        if name in after
    ]  # fmt: skip
    return told


def spelt(row: Planned, kind: str) -> str:
    """The Latin spelling or the reading of somebody."""
    return print_person(getattr(row.entered, f"{kind}_family"), getattr(row.entered, f"{kind}_given"), "en")
